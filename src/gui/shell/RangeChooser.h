// SPDX-License-Identifier: GPL-3.0-or-later
//
// The time range of the chart: a length that ends now, a range with a name, or one from a dialog. It shows
// what was chosen as long as that is in view, and of any other range the length, whole. GUI thread.
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
    void show(const views::TimeRange &range, qlonglong item);
    void follow();
    void ask();

    TimeChart *m_chart;
    views::TimeRange m_chosen; // of the past
    qlonglong m_chosenItem = 0;
};

} // namespace manometer::gui
