// SPDX-License-Identifier: GPL-3.0-or-later
//
// The applied thresholds and a draft: the model of the chart's handles and of the spin boxes. The draft
// takes effect with apply(); each of its changes can be undone. A draft that breaks a rule is kept, not
// corrected, and problem() returns the rule. Others may change the applied thresholds at any time: a draft
// keeps its own changes and follows them in all other values. GUI thread; nothing blocks.
#pragma once

#include "pressure/control/Thresholds.h"
#include "views/SettingsView.h"

#include <QObject>
#include <QUndoStack>

#include <optional>
#include <vector>

namespace manometer::gui {

class ThresholdModel final : public QObject
{
    Q_OBJECT
public:
    enum class Figure : quint8 { Enter, Leave, Hold, Target };
    // What a draft changes, without what it leaves as it is in effect: others may change that.
    struct FigureChange
    {
        pressure::Level level;
        Figure figure;
        double value;
        friend bool operator==(const FigureChange &, const FigureChange &) = default;
    };
    using DraftChanges = std::vector<FigureChange>;

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
    // One undo step; a following change of the same value is merged into it. Enter moves leave and target
    // along, as a drag does.
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

    // One undo step; undoing it restores the applied thresholds and keeps the draft, unless others have come
    // into effect meanwhile. False if there is nothing to apply, a rule is broken, or the settings rejected
    // it.
    bool apply();
    // The same with other thresholds; the draft does not change.
    bool applyNow(const pressure::Thresholds &thresholds);
    void revert(); // one undo step
    // Of a suggestion or an earlier session. One undo step of this name.
    void useAsDraft(const pressure::Thresholds &thresholds, const QString &step);
    QUndoStack *undoStack() { return &m_undoStack; }
    // True if the next undo or redo changes the applied thresholds, not only the draft.
    bool undoApplies() const;
    bool redoApplies() const;

    // What is in effect, or will be once a remote backend has announced what was applied here.
    const pressure::Thresholds &inEffect() const { return m_asked ? *m_asked : m_applied; }
    // Call after a change that this window did not make; `before` was in effect. A draft remembers it until
    // it is applied or discarded.
    void noteChangeElsewhere(const pressure::Thresholds &before);
    // What was in effect before others changed it under the present draft; empty: they did not.
    std::optional<pressure::Thresholds> beforeChangeElsewhere() const
    {
        return m_beforeElsewhere == m_applied ? std::nullopt : m_beforeElsewhere;
    }

signals:
    // Emitted by apply() and by its undo and redo.
    void appliedHere(const manometer::pressure::Thresholds &before,
                     const manometer::pressure::Thresholds &after);
    // An undo or redo of apply() would have replaced thresholds that others applied; nothing is changed.
    void stepRefused();
    // Draft, applied thresholds or drag changed; also emitted for an unchanged value.
    void changed();

private:
    friend class DraftCommand;
    friend class ApplyCommand;
    bool makeCount(const pressure::Thresholds &thresholds);
    void setDraft(const pressure::Thresholds &draft);
    void setApplied(const pressure::Thresholds &applied);
    void push(const QString &text, const pressure::Thresholds &after, int mergeId);
    void publish();

    views::SettingsView *m_settings;
    pressure::Thresholds m_applied;
    pressure::Thresholds m_draft;
    std::optional<pressure::Thresholds> m_asked; // applied here, not announced yet
    std::optional<pressure::Thresholds> m_beforeElsewhere;
    std::optional<pressure::Level> m_dragged;
    pressure::Threshold m_dragFrom;    // of the dragged level
    pressure::Thresholds m_beforeDrag; // the draft to return to
    QUndoStack m_undoStack;
};

} // namespace manometer::gui
