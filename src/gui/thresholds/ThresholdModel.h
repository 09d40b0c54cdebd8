// SPDX-License-Identifier: GPL-3.0-or-later
//
// The thresholds that count and the draft of others: the one model behind the chart's handles and the rows of
// spin boxes. Nothing takes effect before apply(); every change of the draft can be undone. A draft that
// breaks a rule is kept and problem() says which: nothing is corrected behind the operator's back.
// GUI thread; nothing blocks.
#pragma once

#include "pressure/control/Thresholds.h"
#include "views/SettingsView.h"

#include <QObject>
#include <QUndoStack>

#include <optional>

namespace manometer::gui {

class ThresholdModel final : public QObject
{
    Q_OBJECT
public:
    enum class Figure : quint8 { Enter, Leave, Hold, Target };

    explicit ThresholdModel(views::SettingsView *settings, QObject *parent = nullptr);

    const pressure::Thresholds &applied() const { return m_applied; }
    const pressure::Thresholds &draft() const { return m_draft; }
    // How many figures of the draft differ from what counts.
    int changeCount() const;
    // The first rule that the draft breaks.
    std::optional<pressure::ThresholdProblem> problem() const { return pressure::findProblem(m_draft); }
    bool canApply() const { return changeCount() > 0 && !problem() && !m_dragged; }

    // Percent, or seconds for Hold.
    static double figure(const pressure::Thresholds &thresholds, pressure::Level level, Figure figure);
    // One undo step; a following change of the same figure joins it.
    void setFigure(pressure::Level level, Figure figure, double value);

    // A drag moves the level's enter, leave and target together: the distances between them were chosen for
    // the noise of the signal, not for this value. One undo step, made when the drag ends.
    void beginDrag(pressure::Level level);
    void dragTo(double enterPercent);
    void endDrag();
    void cancelDrag();
    std::optional<pressure::Level> dragged() const { return m_dragged; }
    // The same by `points` from where the level is.
    void nudge(pressure::Level level, double points);

    // One undo step, which undone lets count again what counted before and leaves the draft. False if there
    // is nothing to apply, a rule is broken or the settings refused it.
    bool apply();
    // The same with other thresholds than the draft, which stays.
    bool applyNow(const pressure::Thresholds &thresholds);
    void revert(); // one undo step
    QUndoStack *undoStack() { return &m_undoStack; }
    // Whether the next step back or forth lets other thresholds count, and not only moves the draft.
    bool undoApplies() const;
    bool redoApplies() const;

signals:
    // By apply(), or by undoing or redoing one: what counted, what counts.
    void appliedHere(const manometer::pressure::Thresholds &before,
                     const manometer::pressure::Thresholds &after);
    // Draft, applied or drag; also after nothing more than a repeated value.
    void changed();

private:
    friend class DraftCommand;
    friend class ApplyCommand;
    bool makeCount(const pressure::Thresholds &thresholds);
    void setDraft(const pressure::Thresholds &draft);
    void setApplied(const pressure::Thresholds &applied);
    void push(const QString &text, const pressure::Thresholds &after, int mergeId);

    views::SettingsView *m_settings;
    pressure::Thresholds m_applied;
    pressure::Thresholds m_draft;
    std::optional<pressure::Level> m_dragged;
    pressure::Thresholds m_beforeDrag;
    QUndoStack m_undoStack;
};

} // namespace manometer::gui
