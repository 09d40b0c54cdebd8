// SPDX-License-Identifier: GPL-3.0-or-later
//
// The applied thresholds and a draft: the model of the chart's handles and of the spin boxes. The draft
// takes effect with apply(); each of its changes can be undone. A draft that breaks a rule is kept, not
// corrected, and problem() returns the rule. GUI thread; nothing blocks.
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
    // The number of values that differ from the applied ones.
    int changeCount() const;
    // The first rule that the draft breaks.
    std::optional<pressure::ThresholdProblem> problem() const { return pressure::findProblem(m_draft); }
    bool canApply() const { return changeCount() > 0 && !problem() && !m_dragged; }

    // Percent, or seconds for Hold.
    static double figure(const pressure::Thresholds &thresholds, pressure::Level level, Figure figure);
    // One undo step; a following change of the same value is merged into it.
    void setFigure(pressure::Level level, Figure figure, double value);

    // A drag moves enter, leave and target of a level together, because their distances depend on the
    // signal's noise and not on the value. One undo step, made when the drag ends.
    void beginDrag(pressure::Level level);
    void dragTo(double enterPercent);
    void endDrag();
    void cancelDrag();
    std::optional<pressure::Level> dragged() const { return m_dragged; }
    // The same, relative to the present value.
    void nudge(pressure::Level level, double points);

    // One undo step; undoing it restores the applied thresholds and keeps the draft. False if there is
    // nothing to apply, a rule is broken, or the settings rejected it.
    bool apply();
    // The same with other thresholds; the draft does not change.
    bool applyNow(const pressure::Thresholds &thresholds);
    void revert(); // one undo step
    QUndoStack *undoStack() { return &m_undoStack; }
    // True if the next undo or redo changes the applied thresholds, not only the draft.
    bool undoApplies() const;
    bool redoApplies() const;

signals:
    // Emitted by apply() and by its undo and redo.
    void appliedHere(const manometer::pressure::Thresholds &before,
                     const manometer::pressure::Thresholds &after);
    // Draft, applied thresholds or drag changed; also emitted for an unchanged value.
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
