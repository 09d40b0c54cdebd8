// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the draft would have done with the recorded pressure, beside what the applied thresholds did. Follows
// the draft and the chart's time: at most one question waits for its answer, and the next one is about the
// newest draft. Asks only while it is wanted. GUI thread; nothing blocks.
#pragma once

#include "gui/thresholds/ThresholdModel.h"
#include "views/EvidenceView.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <optional>
#include <utility>

namespace manometer::gui {

class DraftOutcome final : public QObject
{
    Q_OBJECT
public:
    // The time of the figures. The ribbons are always of the chart's time.
    enum class Scope : quint8 { InView, All };

    DraftOutcome(const ThresholdModel *thresholds, views::SettingsView *settings,
                 views::EvidenceView *evidence, QObject *parent = nullptr);

    Scope scope() const { return m_scope; }
    void setScope(Scope scope);
    // The chart's time on the wall clock, and the pixels that it has for it.
    struct View
    {
        views::TimeRange range{};
        int columns = 0;
    };
    // Call followView() when it may have changed.
    void setView(std::function<View()> view) { m_view = std::move(view); }
    void followView();
    // Call it when the applied level has changed.
    void followLevel();
    // The figures are wanted also without a draft, for a page that shows them.
    void setFiguresShown(bool shown);

    // Empty before the first one, after a failure, and while the draft breaks a rule.
    const std::optional<views::WhatIfAnswer> &answer() const { return m_answer; }
    // What the levels' limits cost; as of the last answer.
    const views::HitEvidence &hits() const { return m_hits; }
    // Whether the answer is about a draft that differs from the applied thresholds.
    bool hasDraft() const { return m_answer && m_isOfDraft; }
    // Why there is no answer; not translated. Empty: there is none yet.
    const QString &failure() const { return m_failure; }
    views::SuggestQuestion suggestQuestion() const; // about the same time, without constraints

signals:
    void changed();

private:
    bool isWanted() const { return m_figuresShown || m_thresholds->changeCount() > 0; }
    void askSoon();
    void ask();
    void askForHits();
    void receive(const views::WhatIfAnswer &answer, bool isOfDraft);
    void clear(const QString &failure);
    views::TimeRange range() const;
    View view() const { return m_view ? m_view() : View(); }

    const ThresholdModel *m_thresholds;
    views::SettingsView *m_settings;
    views::EvidenceView *m_evidence;
    Scope m_scope = Scope::All;
    std::function<View()> m_view;
    View m_asked; // with the last question
    bool m_figuresShown = false;
    bool m_hasAsked = false;
    bool m_isAsking = false;
    bool m_asksAgain = false; // after the present question
    bool m_isOfDraft = false;
    int m_soon = 0; // questions to ask soon, after a change of the level
    std::optional<views::WhatIfAnswer> m_answer;
    views::HitEvidence m_hits;
    QString m_failure;
    QTimer m_later; // the recording grows, and the estimate moves
};

} // namespace manometer::gui
