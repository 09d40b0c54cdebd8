// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/chart/HandleColumn.h"

#include "gui/look/SpreadApart.h"
#include "gui/text/Levels.h"
#include "gui/text/Numbers.h"
#include "gui/text/PlainText.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace manometer::gui {

using pressure::Level;
using pressure::levelsWithThreshold;

namespace {

constexpr double snapPixels = 6; // closer than a user can aim

} // namespace

HandleColumn::HandleColumn(ThresholdModel *thresholds, const ChartFrame &frame, QGraphicsItem *parent,
                           double layer)
    : m_thresholds(thresholds)
    , m_frame(frame)
{
    for (const Level level : levelsWithThreshold) {
        auto *handle = new ThresholdHandle(level, parent);
        handle->setZValue(layer);
        text::setToolTip(handle, tr("Drag to change where %1 begins. Snaps to percentiles; hold Alt to "
                                    "prevent it. Not in effect until you apply.")
                                     .arg(text::levelWord(level)));
        connect(handle, &ThresholdHandle::dragStarted, this, [this](Level dragged) {
            select(dragged);
            m_thresholds->beginDrag(dragged);
        });
        connect(handle, &ThresholdHandle::draggedTo, this, [this](double y, ThresholdHandle::Snap snap) {
            // The axis ends at 0 % and 100 %.
            m_thresholds->dragTo(std::clamp(snapped(y, snap), 0.0, 100.0));
        });
        connect(handle, &ThresholdHandle::dragEnded, m_thresholds, &ThresholdModel::endDrag);
        m_handles.push_back(handle);
    }
}

double HandleColumn::snapped(double y, ThresholdHandle::Snap snap) const
{
    if (snap == ThresholdHandle::Snap::ToPercentiles)
        for (const double percentile :
             {m_frame.distribution.p50, m_frame.distribution.p95, m_frame.distribution.p99})
            if (std::abs(m_frame.percent.y(percentile) - y) <= snapPixels)
                return percentile;
    return m_frame.percent.value(y);
}

void HandleColumn::setColors(const ChartPalette &colors)
{
    for (ThresholdHandle *handle : m_handles)
        handle->setColors(colors);
}

void HandleColumn::setMovable(bool movable)
{
    for (ThresholdHandle *handle : m_handles)
        handle->setEnabled(movable);
}

void HandleColumn::place()
{
    // In drawing order: in a draft the levels may have any order.
    std::vector<std::pair<double, ThresholdHandle *>> tags;
    for (ThresholdHandle *handle : m_handles) {
        const double value = m_thresholds->draft().of(handle->level()).enterPercent;
        tags.emplace_back(m_frame.percent.y(value), handle);
        handle->setLabel(text::threshold(value));
    }
    std::stable_sort(tags.begin(), tags.end(),
                     [](const auto &one, const auto &other) { return one.first < other.first; });
    std::vector<double> wanted;
    wanted.reserve(tags.size());
    for (const auto &tag : tags)
        wanted.push_back(tag.first);
    const QRectF &plot = m_frame.areas.plot;
    const std::vector<double> places =
        spreadApart(wanted, ThresholdHandle::leastHitHeight, plot.top(), plot.bottom());
    for (std::size_t index = 0; index < tags.size(); ++index)
        // The tag's tip points at the end of its line.
        tags[index].second->place(QPointF(plot.right() + ThresholdHandle::leaderWidth, places[index]),
                                  tags[index].first);
}

void HandleColumn::select(std::optional<Level> level)
{
    m_selected = level;
    for (ThresholdHandle *handle : m_handles)
        handle->setSelection(level == handle->level() ? ThresholdHandle::Selection::Keyboard
                                                      : ThresholdHandle::Selection::None);
    emit selectionChanged();
}

const ThresholdHandle *HandleColumn::handle(Level level) const
{
    const auto found =
        std::find_if(m_handles.begin(), m_handles.end(),
                     [level](const ThresholdHandle *handle) { return handle->level() == level; });
    return found == m_handles.end() ? nullptr : *found;
}

} // namespace manometer::gui
