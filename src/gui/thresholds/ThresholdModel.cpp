// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/thresholds/ThresholdModel.h"

#include "gui/text/Levels.h"
#include "pressure/control/MovedThreshold.h"

#include <cmath>

namespace manometer::gui {

using pressure::Level;
using pressure::levelsWithThreshold;
using pressure::Thresholds;

namespace {

constexpr std::array figures{ThresholdModel::Figure::Enter, ThresholdModel::Figure::Leave,
                             ThresholdModel::Figure::Hold, ThresholdModel::Figure::Target};
// Undo steps that are never merged with the next one.
constexpr int noMerge = -1;

// The signal is shown with one decimal, so finer thresholds would look equal.
double toTenth(double value)
{
    return std::round(value * 10.0) / 10.0;
}

Thresholds shifted(const Thresholds &from, Level level, double enterPercent)
{
    Thresholds result = from;
    pressure::Threshold &threshold = result.of(level);
    threshold = pressure::movedTo(threshold, toTenth(enterPercent));
    threshold.leavePercent = toTenth(threshold.leavePercent);
    threshold.targetPercent = toTenth(threshold.targetPercent);
    return result;
}

void setFigureOf(Thresholds &thresholds, Level level, ThresholdModel::Figure figure, double value)
{
    pressure::Threshold &threshold = thresholds.of(level);
    switch (figure) {
    case ThresholdModel::Figure::Enter:
        threshold.enterPercent = value;
        break;
    case ThresholdModel::Figure::Leave:
        threshold.leavePercent = value;
        break;
    case ThresholdModel::Figure::Target:
        threshold.targetPercent = value;
        break;
    case ThresholdModel::Figure::Hold:
        threshold.hold = std::chrono::milliseconds(std::llround(value * 1000.0));
        break;
    }
}

using DraftChanges = ThresholdModel::DraftChanges;

DraftChanges changesBetween(const Thresholds &applied, const Thresholds &draft)
{
    DraftChanges changes;
    for (const Level level : levelsWithThreshold)
        for (const ThresholdModel::Figure which : figures) {
            const double value = ThresholdModel::figure(draft, level, which);
            if (value != ThresholdModel::figure(applied, level, which))
                changes.push_back({.level = level, .figure = which, .value = value});
        }
    return changes;
}

Thresholds withChanges(Thresholds applied, const DraftChanges &changes)
{
    for (const ThresholdModel::FigureChange &change : changes)
        setFigureOf(applied, change.level, change.figure, change.value);
    return applied;
}

int mergeIdOf(Level level, int kind)
{
    return static_cast<int>(level) * 16 + kind;
}

// Merge id for keyboard moves of a handle, besides the four values.
constexpr int nudgeKind = 8;

} // namespace

class DraftCommand final : public QUndoCommand
{
public:
    DraftCommand(ThresholdModel *model, const QString &text, const Thresholds &after, int mergeId)
        : QUndoCommand(text)
        , m_model(model)
        , m_before(changesBetween(model->inEffect(), model->draft()))
        , m_after(changesBetween(model->inEffect(), after))
        , m_mergeId(mergeId)
    {}
    void undo() override { m_model->setDraft(withChanges(m_model->inEffect(), m_before)); }
    void redo() override { m_model->setDraft(withChanges(m_model->inEffect(), m_after)); }
    int id() const override { return m_mergeId; }
    bool mergeWith(const QUndoCommand *other) override
    {
        m_after = static_cast<const DraftCommand *>(other)->m_after;
        setObsolete(m_after == m_before);
        return true;
    }

private:
    ThresholdModel *m_model;
    ThresholdModel::DraftChanges m_before;
    ThresholdModel::DraftChanges m_after;
    int m_mergeId;
};

// Replaces only what it knows: if others have come into effect, the step is dropped.
class ApplyCommand final : public QUndoCommand
{
public:
    ApplyCommand(ThresholdModel *model, const Thresholds &after)
        : QUndoCommand(ThresholdModel::tr("apply"))
        , m_model(model)
        , m_before(model->inEffect())
        , m_after(after)
    {}
    void undo() override { replace(m_after, m_before); }
    void redo() override { replace(m_before, m_after); }

private:
    void replace(const Thresholds &expected, const Thresholds &wanted)
    {
        const bool isExpected = m_model->inEffect() == expected;
        setObsolete(!isExpected || !m_model->makeCount(wanted));
        if (!isExpected)
            emit m_model->stepRefused();
    }

    ThresholdModel *m_model;
    Thresholds m_before;
    Thresholds m_after;
};

ThresholdModel::ThresholdModel(views::SettingsView *settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_applied(settings->settings().thresholds)
    , m_draft(m_applied)
{
    connect(settings, &views::SettingsView::changed, this,
            [this](const views::Settings &now) { setApplied(now.thresholds); });
    connect(settings, &views::SettingsView::changeFailed, this, [this] { m_asked.reset(); });
}

int ThresholdModel::changeCount() const
{
    int count = 0;
    for (const Level level : levelsWithThreshold)
        for (const Figure which : figures)
            count += figure(m_draft, level, which) != figure(m_applied, level, which) ? 1 : 0;
    return count;
}

double ThresholdModel::figure(const Thresholds &thresholds, Level level, Figure figure)
{
    const pressure::Threshold &threshold = thresholds.of(level);
    switch (figure) {
    case Figure::Enter:
        return threshold.enterPercent;
    case Figure::Leave:
        return threshold.leavePercent;
    case Figure::Target:
        return threshold.targetPercent;
    case Figure::Hold:
        break;
    }
    return std::chrono::duration<double>(threshold.hold).count();
}

void ThresholdModel::setFigure(Level level, Figure figure, double value)
{
    Thresholds after = m_draft;
    if (figure == Figure::Enter)
        after = shifted(m_draft, level, value);
    else
        setFigureOf(after, level, figure, figure == Figure::Hold ? value : toTenth(value));
    push(tr("change %1").arg(text::levelWord(level)), after, mergeIdOf(level, static_cast<int>(figure)));
}

void ThresholdModel::beginDrag(Level level)
{
    m_dragged = level;
    m_beforeDrag = m_draft;
    m_dragFrom = m_draft.of(level);
    publish();
}

void ThresholdModel::dragTo(double enterPercent)
{
    if (!m_dragged)
        return;
    Thresholds from = m_draft;
    from.of(*m_dragged) = m_dragFrom;
    setDraft(shifted(from, *m_dragged, enterPercent));
}

void ThresholdModel::endDrag()
{
    if (!m_dragged)
        return;
    const Level level = *m_dragged;
    const Thresholds after = m_draft;
    m_dragged.reset();
    m_draft = m_beforeDrag;
    push(tr("move %1").arg(text::levelWord(level)), after, noMerge);
    publish();
}

void ThresholdModel::cancelDrag()
{
    if (!m_dragged)
        return;
    m_dragged.reset();
    setDraft(m_beforeDrag);
}

void ThresholdModel::nudge(Level level, double points)
{
    push(tr("move %1").arg(text::levelWord(level)),
         shifted(m_draft, level, m_draft.of(level).enterPercent + points), mergeIdOf(level, nudgeKind));
}

bool ThresholdModel::apply()
{
    return canApply() && applyNow(m_draft);
}

bool ThresholdModel::applyNow(const Thresholds &thresholds)
{
    const Thresholds wanted = thresholds; // copy: it may be the draft itself
    m_undoStack.push(new ApplyCommand(this, wanted));
    return inEffect() == wanted;
}

// Changes only the applied thresholds; the draft stays. A remote backend announces them later.
bool ThresholdModel::makeCount(const Thresholds &thresholds)
{
    const Thresholds before = inEffect();
    m_asked = thresholds;
    if (!m_settings->applyThresholds(thresholds)) {
        m_asked.reset();
        return false;
    }
    if (m_settings->settings().thresholds == thresholds)
        setApplied(thresholds);
    m_beforeElsewhere.reset();
    publish();
    emit appliedHere(before, thresholds);
    return true;
}

void ThresholdModel::revert()
{
    cancelDrag();
    push(tr("revert"), m_applied, noMerge);
}

void ThresholdModel::useAsDraft(const Thresholds &thresholds, const QString &step)
{
    cancelDrag();
    push(step, thresholds, noMerge);
}

bool ThresholdModel::undoApplies() const
{
    return dynamic_cast<const ApplyCommand *>(m_undoStack.command(m_undoStack.index() - 1)) != nullptr;
}

bool ThresholdModel::redoApplies() const
{
    return dynamic_cast<const ApplyCommand *>(m_undoStack.command(m_undoStack.index())) != nullptr;
}

void ThresholdModel::setDraft(const Thresholds &draft)
{
    m_draft = draft;
    publish();
}

void ThresholdModel::setApplied(const Thresholds &applied)
{
    const bool isAsked = m_asked && *m_asked == applied;
    m_asked.reset();
    // What the draft does not change follows; the dragged level is left alone.
    const auto follow = [this, &applied](Thresholds &draft) {
        draft = withChanges(applied, changesBetween(m_applied, draft));
    };
    if (!isAsked) {
        const pressure::Threshold dragged = m_dragged ? m_draft.of(*m_dragged) : pressure::Threshold{};
        follow(m_draft);
        follow(m_beforeDrag);
        if (m_dragged)
            m_draft.of(*m_dragged) = dragged;
    }
    m_applied = applied;
    publish();
}

void ThresholdModel::noteChangeElsewhere(const Thresholds &before)
{
    if (before == m_applied || (changeCount() == 0 && !m_dragged))
        return;
    m_beforeElsewhere = m_beforeElsewhere.value_or(before);
    publish();
}

void ThresholdModel::publish()
{
    // Without a draft there is nothing to decide.
    if (changeCount() == 0 && !m_dragged)
        m_beforeElsewhere.reset();
    emit changed();
}

void ThresholdModel::push(const QString &text, const Thresholds &after, int mergeId)
{
    if (after != m_draft)
        m_undoStack.push(new DraftCommand(this, text, after, mergeId));
}

} // namespace manometer::gui
