// SPDX-License-Identifier: GPL-3.0-or-later
//
// Places the bars that stand over the chart's upper edge, so that they cover nothing: in the row of its
// legend where that has room, otherwise in rows above it, for which the chart's plot gives way. Neither the
// chart nor a page moves. GUI thread.
#pragma once

#include "gui/chart/TimeChart.h"

#include <QTimer>

#include <vector>

namespace manometer::gui {

class ChartBars final : public QObject
{
    Q_OBJECT
public:
    // The bars are children of the chart's parent, from left to right. Each is at least as wide as its
    // minimumSizeHint() wherever there is room for it.
    ChartBars(TimeChart *chart, const std::vector<QWidget *> &bars);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place();
    void placeRow(const std::vector<QWidget *> &bars, const QRect &row) const;

    TimeChart *m_chart;
    std::vector<QWidget *> m_bars;
    QTimer m_later; // once the chart has its size and its legend
    bool m_isPlacing = false;
};

} // namespace manometer::gui
