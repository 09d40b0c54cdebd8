// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/whatif/TrialOutcome.h"

#include "async/Answer.h"
#include "gui/notice/NoticeBar.h"
#include "gui/text/EvidenceText.h"

#include <chrono>

namespace manometer::gui {

namespace {

constexpr std::chrono::seconds interval{2};
// More than a notice lasts, a column for each second.
constexpr std::chrono::seconds longest{120};

} // namespace

TrialOutcome::TrialOutcome(views::EvidenceView *evidence, const views::MonitorView *monitor,
                           NoticeBar *notice, QObject *parent)
    : QObject(parent)
    , m_evidence(evidence)
    , m_monitor(monitor)
    , m_notice(notice)
{
    m_next.setInterval(interval);
    connect(&m_next, &QTimer::timeout, this, &TrialOutcome::ask);
    connect(notice, &NoticeBar::ended, this, &TrialOutcome::end);
}

void TrialOutcome::follow(const views::Settings &former)
{
    ++m_trial;
    const qint64 since = m_monitor->status().latest.wallMs;
    m_question = {
        .draft = former,
        .range = {.fromWallMs = since},
        .ribbonRange = {.fromWallMs = since, .toWallMs = since + std::chrono::milliseconds(longest).count()},
        .ribbonColumns = static_cast<int>(longest.count())};
    if (since > 0) // otherwise no sample has been taken
        m_next.start();
}

void TrialOutcome::end()
{
    ++m_trial;
    m_next.stop();
}

void TrialOutcome::ask()
{
    if (m_isAsking)
        return;
    m_isAsking = true;
    async::whenAnswered(
        m_evidence->whatIf(m_question), this,
        [this, trial = m_trial](const views::WhatIfAnswer &answer) {
            m_isAsking = false;
            if (trial == m_trial)
                m_notice->setOutcome(text::trialSentence(answer));
        },
        [this](const QString &) { m_isAsking = false; });
}

} // namespace manometer::gui
