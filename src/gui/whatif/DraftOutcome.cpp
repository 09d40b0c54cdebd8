// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/whatif/DraftOutcome.h"

#include "async/Answer.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <utility>

namespace manometer::gui {

namespace {

// The recording grows, and the estimate of the hits moves. Without a draft the figures are of the day, and
// reading the journal again costs some tens of milliseconds.
constexpr std::chrono::seconds draftInterval{5};
constexpr std::chrono::seconds figuresInterval{120};
constexpr std::chrono::seconds firstDelay{2}; // the window comes first
// After a change of the level: the first answer may not know it yet, as the journal is written in groups.
constexpr int questionsAfterChange = 2;

} // namespace

DraftOutcome::DraftOutcome(const ThresholdModel *thresholds, views::SettingsView *settings,
                           views::EvidenceView *evidence, QObject *parent)
    : QObject(parent)
    , m_thresholds(thresholds)
    , m_settings(settings)
    , m_evidence(evidence)
{
    connect(thresholds, &ThresholdModel::changed, this, &DraftOutcome::askSoon);
    connect(settings, &views::SettingsView::changed, this, &DraftOutcome::askSoon);
    connect(&m_later, &QTimer::timeout, this, [this] {
        m_soon = std::max(m_soon - 1, 0);
        askForHits();
        askSoon();
    });
}

void DraftOutcome::setScope(Scope scope)
{
    if (std::exchange(m_scope, scope) != scope)
        askSoon();
}

// A view that moves on with the time by less than a pixel shows nothing new.
void DraftOutcome::followView()
{
    if (m_thresholds->changeCount() == 0 && !(m_figuresShown && m_scope == Scope::InView && m_hasAsked))
        return;
    const View now = view();
    const qint64 span = now.range.toWallMs - now.range.fromWallMs;
    const bool isSameSize =
        now.columns == m_asked.columns && span == m_asked.range.toWallMs - m_asked.range.fromWallMs;
    const qint64 pixel = span / std::max(now.columns, 1);
    if (!isSameSize || std::abs(now.range.toWallMs - m_asked.range.toWallMs) >= std::max<qint64>(pixel, 1))
        askSoon();
}

void DraftOutcome::setFiguresShown(bool shown)
{
    if (std::exchange(m_figuresShown, shown) == shown || !shown)
        return;
    if (!m_hasAsked)
        return m_later.start(firstDelay);
    askForHits();
    askSoon();
}

void DraftOutcome::followLevel()
{
    m_soon = questionsAfterChange;
    if (isWanted() && m_hasAsked)
        m_later.start(draftInterval);
}

void DraftOutcome::askForHits()
{
    async::whenAnswered(m_evidence->hits(), this, [this](const views::HitEvidence &hits) {
        m_hits = hits;
        emit changed();
    });
}

views::TimeRange DraftOutcome::range() const
{
    return m_scope == Scope::InView ? view().range : views::TimeRange{};
}

views::SuggestQuestion DraftOutcome::suggestQuestion() const
{
    return {.base = m_settings->settings(), .range = range()};
}

void DraftOutcome::askSoon()
{
    if (!isWanted()) {
        m_later.stop();
        if (m_answer)
            clear({});
        return;
    }
    m_later.start(m_thresholds->changeCount() > 0 || m_soon > 0 ? draftInterval : figuresInterval);
    if (m_thresholds->problem()) {
        m_asksAgain = false;
        if (m_answer)
            clear({});
        return;
    }
    if (m_isAsking)
        m_asksAgain = true;
    else
        ask();
}

void DraftOutcome::ask()
{
    if (!std::exchange(m_hasAsked, true))
        askForHits();
    m_isAsking = true;
    m_asksAgain = false;
    m_asked = view();
    views::WhatIfQuestion question{.draft = m_settings->settings(),
                                   .range = range(),
                                   .ribbonRange = m_asked.range,
                                   .ribbonColumns = m_asked.columns};
    question.draft.thresholds = m_thresholds->draft();
    const auto next = [this] {
        m_isAsking = false;
        if (m_asksAgain)
            askSoon();
    };
    async::whenAnswered(
        m_evidence->whatIf(question), this,
        [this, next, isOfDraft = m_thresholds->changeCount() > 0](const views::WhatIfAnswer &answer) {
            receive(answer, isOfDraft);
            next();
        },
        [this, next](const QString &failure) {
            clear(failure);
            next();
        });
}

void DraftOutcome::receive(const views::WhatIfAnswer &answer, bool isOfDraft)
{
    // The draft may have been discarded, or may break a rule by now.
    if (!isWanted() || m_thresholds->problem())
        return;
    m_answer = answer;
    m_isOfDraft = isOfDraft;
    m_failure.clear();
    emit changed();
}

void DraftOutcome::clear(const QString &failure)
{
    m_answer.reset();
    m_isOfDraft = false;
    m_failure = failure;
    emit changed();
}

} // namespace manometer::gui
