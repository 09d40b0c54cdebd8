// SPDX-License-Identifier: GPL-3.0-or-later
//
// The threshold handles to the right of the plot: one per level, never overlapping, draggable. Values snap to
// the percentiles of the visible time range. Changes go to the ThresholdModel. GUI thread.
#pragma once

#include "gui/chart/ChartFrame.h"
#include "gui/chart/ThresholdHandle.h"
#include "gui/thresholds/ThresholdModel.h"

#include <optional>
#include <vector>

namespace manometer::gui {

class HandleColumn final : public QObject
{
    Q_OBJECT
public:
    HandleColumn(ThresholdModel *thresholds, const ChartFrame &frame, QGraphicsItem *parent, double layer);

    void setColors(const ChartPalette &colors);
    void place();
    // Otherwise they do not react to the mouse.
    void setMovable(bool movable);
    void select(std::optional<pressure::Level> level);
    std::optional<pressure::Level> selected() const { return m_selected; }
    const ThresholdHandle *handle(pressure::Level level) const;

signals:
    void selectionChanged();

private:
    double snapped(double y, ThresholdHandle::Snap snap) const;

    ThresholdModel *m_thresholds;
    const ChartFrame &m_frame;
    std::vector<ThresholdHandle *> m_handles; // ascending by level
    std::optional<pressure::Level> m_selected;
};

} // namespace manometer::gui
