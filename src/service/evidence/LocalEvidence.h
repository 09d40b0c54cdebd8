// SPDX-License-Identifier: GPL-3.0-or-later
//
// Implements EvidenceView on this machine's cache and journal.
#pragma once

#include "reports/Replays.h"
#include "service/evidence/LiveCurve.h"
#include "views/Event.h"
#include "views/EvidenceView.h"

#include <string>

namespace manometer::service {

class EventSink;

class LocalEvidence final : public views::EvidenceView
{
    Q_OBJECT
public:
    // `cache` and `events` outlive this object.
    LocalEvidence(cache::Cache &cache, const cache::Limits &configured, const std::string &journalFolder,
                  EventSink &events);

    void setConfigured(const cache::Limits &configured) { m_curve.setConfigured(configured); }
    // Slots: the incidents among the events are those that a replay is measured on.
    void observe(const manometer::views::Event &event);
    void observeAll(const QList<manometer::views::Event> &events);
    // New thresholds were applied, as part of these settings: reports what they would have done.
    void reportReplay(const views::Settings &settings);

    QFuture<views::HitEvidence> hits() const override;
    QFuture<views::WhatIfAnswer> whatIf(const views::WhatIfQuestion &question) override;
    QFuture<views::SuggestAnswer> suggest(const views::SuggestQuestion &question) override;

private:
    static constexpr qsizetype mostIncidents = 1'000; // of those, the newest

    EventSink &m_events;
    LiveCurve m_curve;
    reports::Replays m_replays;
    QList<qint64> m_incidents; // on the wall clock, in milliseconds
};

} // namespace manometer::service
