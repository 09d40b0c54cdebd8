// SPDX-License-Identifier: GPL-3.0-or-later
//
// While a notice offers to keep or revert new settings: what the former ones would have done since. Adds that
// to the notice, as it happens. GUI thread; nothing blocks.
#pragma once

#include "views/EvidenceView.h"
#include "views/MonitorView.h"

#include <QObject>
#include <QTimer>

namespace manometer::gui {

class NoticeBar;

class TrialOutcome final : public QObject
{
    Q_OBJECT
public:
    TrialOutcome(views::EvidenceView *evidence, const views::MonitorView *monitor, NoticeBar *notice,
                 QObject *parent = nullptr);

    // The present notice is about settings that have just come into effect instead of `former`.
    void follow(const views::Settings &former);

private:
    void end();
    void ask();

    views::EvidenceView *m_evidence;
    const views::MonitorView *m_monitor;
    NoticeBar *m_notice;
    views::WhatIfQuestion m_question;
    quint64 m_trial = 0; // ascending; an answer to an earlier one is ignored
    bool m_isAsking = false;
    QTimer m_next;
};

} // namespace manometer::gui
