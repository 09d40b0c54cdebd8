// SPDX-License-Identifier: GPL-3.0-or-later
//
// Implements EvidenceView over the server's API. Lives in the backend's thread; nothing blocks.
#pragma once

#include "views/EvidenceView.h"

namespace manometer::remote {

class Session;

class RemoteEvidence final : public views::EvidenceView
{
    Q_OBJECT
public:
    // `session` outlives this object.
    explicit RemoteEvidence(Session &session)
        : m_session(session)
    {}

    QFuture<views::HitEvidence> hits() const override;
    QFuture<views::WhatIfAnswer> whatIf(const views::WhatIfQuestion &question) override;
    QFuture<views::SuggestAnswer> suggest(const views::SuggestQuestion &question) override;

private:
    Session &m_session;
};

} // namespace manometer::remote
