// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/thresholds/ThresholdModel.h"

#include "gui/text/Levels.h"

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
    const double distance = toTenth(enterPercent) - threshold.enterPercent;
    threshold.enterPercent = toTenth(enterPercent);
    threshold.leavePercent = toTenth(threshold.leavePercent + distance);
    threshold.targetPercent = toTenth(threshold.targetPercent + distance);
    return result;
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
    DraftCommand(ThresholdModel *model, const QString &text, const Thresholds &before,
                 const Thresholds &after, int mergeId)
        : QUndoCommand(text)
        , m_model(model)
        , m_before(before)
        , m_after(after)
        , m_mergeId(mergeId)
    {}
    void undo() override { m_model->setDraft(m_before); }
    void redo() override { m_model->setDraft(m_after); }
    int id() const override { return m_mergeId; }
    bool mergeWith(const QUndoCommand *other) override
    {
        m_after = static_cast<const DraftCommand *>(other)->m_after;
        setObsolete(m_after == m_before);
        return true;
    }

private:
    ThresholdModel *m_model;
    Thresholds m_before;
    Thresholds m_after;
    int m_mergeId;
};

class ApplyCommand final : public QUndoCommand
{
public:
    ApplyCommand(ThresholdModel *model, const Thresholds &before, const Thresholds &after)
        : QUndoCommand(ThresholdModel::tr("apply"))
        , m_model(model)
        , m_before(before)
        , m_after(after)
    {}
    void undo() override { setObsolete(!m_model->makeCount(m_before)); }
    void redo() override { setObsolete(!m_model->makeCount(m_after)); }

private:
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
    pressure::Threshold &threshold = after.of(level);
    switch (figure) {
    case Figure::Enter:
        threshold.enterPercent = toTenth(value);
        break;
    case Figure::Leave:
        threshold.leavePercent = toTenth(value);
        break;
    case Figure::Target:
        threshold.targetPercent = toTenth(value);
        break;
    case Figure::Hold:
        threshold.hold = std::chrono::milliseconds(std::llround(value * 1000.0));
        break;
    }
    push(tr("change %1").arg(text::levelWord(level)), after, mergeIdOf(level, static_cast<int>(figure)));
}

void ThresholdModel::beginDrag(Level level)
{
    m_dragged = level;
    m_beforeDrag = m_draft;
    emit changed();
}

void ThresholdModel::dragTo(double enterPercent)
{
    if (m_dragged)
        setDraft(shifted(m_beforeDrag, *m_dragged, enterPercent));
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
    emit changed();
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
    m_undoStack.push(new ApplyCommand(this, m_applied, wanted));
    return m_applied == wanted;
}

// Changes only the applied thresholds; the draft stays.
bool ThresholdModel::makeCount(const Thresholds &thresholds)
{
    const Thresholds draft = m_draft;
    const Thresholds before = m_applied;
    if (!m_settings->applyThresholds(thresholds))
        return false;
    m_applied = m_settings->settings().thresholds;
    m_draft = draft;
    emit changed();
    emit appliedHere(before, m_applied);
    return true;
}

void ThresholdModel::revert()
{
    cancelDrag();
    push(tr("revert"), m_applied, noMerge);
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
    emit changed();
}

void ThresholdModel::setApplied(const Thresholds &applied)
{
    // An unchanged draft follows the applied thresholds; a changed one, or a drag, is kept.
    if (!m_dragged && m_draft == m_applied)
        m_draft = applied;
    m_applied = applied;
    emit changed();
}

void ThresholdModel::push(const QString &text, const Thresholds &after, int mergeId)
{
    if (after != m_draft)
        m_undoStack.push(new DraftCommand(this, text, m_draft, after, mergeId));
}

} // namespace manometer::gui
