// SPDX-License-Identifier: GPL-3.0-or-later
//
// Draws the chart: the axes of Qt Charts and the items between them. show() rebuilds the frame from the
// samples. TimeChart decides which time range is visible and handles the input. GUI thread.
#pragma once

#include "gui/chart/ChartAxes.h"
#include "gui/chart/ChartItem.h"
#include "gui/chart/CrosshairItem.h"
#include "gui/chart/HandleColumn.h"
#include "gui/chart/TimeWindow.h"
#include "gui/thresholds/ThresholdModel.h"

#include <QCoreApplication>

namespace manometer::gui {

class ChartPicture
{
    Q_DECLARE_TR_FUNCTIONS(ChartPicture)

public:
    ChartPicture(QChart *chart, const SampleModel *samples, ThresholdModel *thresholds);

    const ChartFrame &frame() const { return m_frame; }
    int paintCount() const { return m_plot->paintCount(); }
    HandleColumn &handles() { return m_handles; }
    const HandleColumn &handles() const { return m_handles; }
    CrosshairItem &crosshair() { return *m_crosshair; }
    BrushItem &brush() { return *m_brush; }
    // Wall clock time minus the samples' monotonic time, as of the newest sample.
    qint64 wallOffsetMs() const;

    void setColors(const QPalette &palette, const QFont &font);
    void setEvents(std::vector<ChartEvent> events) { m_events = std::move(events); }
    void selectEvent(quint64 position) { m_selectedEvent = position; }
    quint64 selectedEvent() const { return m_selectedEvent; }
    const std::vector<ChartEvent> &events() const { return m_events; }
    // What the draft would have done; nothing: there is no draft, or it is not known. False: the frame shows it
    // already, and only the ribbon is painted; otherwise show() has to be called.
    bool setDraftLevels(DraftLevels levels);
    void setComposition(Composition composition) { m_wanted.composition = composition; }
    Composition composition() const { return m_wanted.composition; }
    // Room beside or above the legend (ChartFrame.h). It is taken in the next layOut(). False: as before.
    bool setRoomAtLegend(double above, double beside);
    // From the left edge down to the marks, without the room above it; as wide as all texts of the legend
    // except the statistics.
    QRectF legendRow() const;
    // Lays out the areas for a chart of this size.
    void resize(const QSizeF &size);
    // Shows the overview while it has more than the visible range, and the composition on request. The plot's
    // area changes with them.
    void layOut(const TimeWindow &window);
    // `mark` is drawn over the chart.
    void show(const TimeWindow &window, const QString &mark);

private:
    void fillOverview(ChartFrame &frame, const TimeWindow &window) const;
    void fillCache(ChartFrame &frame) const;
    void fillProcess(ChartFrame &frame);
    void fillComposition(ChartFrame &frame, const TimeWindow &window);
    void fillTexts(ChartFrame &frame, const TimeWindow &window) const;

    QChart *m_chart;
    const SampleModel *m_samples;
    ThresholdModel *m_thresholds;
    ChartFrame m_frame;
    ChartPalette m_colors;
    ChartAxes m_axes;
    CompositionItem *m_composition;
    PlotItem *m_plot;
    MarksItem *m_marks;
    LanesItem *m_lanes;
    HistogramItem *m_histogram;
    OverviewItem *m_overview;
    BrushItem *m_brush;
    CrosshairItem *m_crosshair;
    HandleColumn m_handles;
    std::vector<ChartEvent> m_events;
    DraftLevels m_draftLevels;
    quint64 m_selectedEvent = 0;
    QFont m_font;
    double m_lineHeight = 16;
    QSizeF m_size;
    ChartRows m_rows;
    ChartRows m_wanted;          // its overview is decided by layOut()
    double m_processMaximum = 1; // MiB
    double m_stallMaximum = 1;   // percent
};

} // namespace manometer::gui
