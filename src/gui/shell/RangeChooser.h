// SPDX-License-Identifier: GPL-3.0-or-later
//
// The time range of the chart: a length that ends now, a range with a name, or one from a dialog. It shows
// the length of any range, whole. GUI thread.
#pragma once

#include "gui/chart/TimeChart.h"

#include <QComboBox>

namespace manometer::gui {

class RangeChooser final : public QComboBox
{
    Q_OBJECT
public:
    explicit RangeChooser(TimeChart *chart, QWidget *parent = nullptr);

private:
    void choose(int index);
    void follow(std::chrono::seconds span);
    void ask();

    TimeChart *m_chart;
};

} // namespace manometer::gui
