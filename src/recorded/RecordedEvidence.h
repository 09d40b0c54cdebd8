// SPDX-License-Identifier: GPL-3.0-or-later
//
// Implements EvidenceView by replays of a recording. In the backend's thread; only the destructor blocks,
// until a replay ends.
#pragma once

#include "reports/Replays.h"
#include "views/EvidenceView.h"

namespace manometer::recorded {

struct Session;

class RecordedEvidence final : public views::EvidenceView
{
    Q_OBJECT
public:
    explicit RecordedEvidence(const Session &session);

    QFuture<views::HitEvidence> hits() const override;
    // Of the recording's range at most: what leads to it is recorded, but not shown.
    QFuture<views::WhatIfAnswer> whatIf(const views::WhatIfQuestion &question) override;
    QFuture<views::SuggestAnswer> suggest(const views::SuggestQuestion &question) override;

private:
    views::TimeRange within(const views::TimeRange &range) const;

    views::TimeRange m_range;
    views::HitEvidence m_hits;
    QList<qint64> m_incidents; // on the wall clock, in milliseconds
    reports::Replays m_replays;
};

} // namespace manometer::recorded
