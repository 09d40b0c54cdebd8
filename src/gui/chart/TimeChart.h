// SPDX-License-Identifier: GPL-3.0-or-later
//
// The live chart: memory used, this program's RSS and the applied level over the last minutes, with the
// thresholds as draggable handles. Qt Charts gives the axes and the grid; one DataItem draws the rest from
// the sample model, at most four times a second, and only while it can be seen. GUI thread; nothing blocks.
#pragma once

#include "gui/chart/ChartAxes.h"
#include "gui/chart/DataItem.h"
#include "gui/chart/ThresholdHandle.h"
#include "gui/thresholds/ThresholdModel.h"
#include "service/MonitorView.h"

#include <QTimer>
#include <QtCharts/QChartView>

namespace manometer::gui {

class TimeChart final : public QChartView
{
    Q_OBJECT
public:
    enum class Picture : quint8 { Live, Paused };
    enum class Signal : quint8 { Fresh, Stale };

    TimeChart(const SampleModel *samples, ThresholdModel *thresholds, QWidget *parent = nullptr);

    std::chrono::seconds span() const { return m_span; }
    void setSpan(std::chrono::seconds span);
    void zoomIn();
    void zoomOut();
    void resetZoom();

    Picture picture() const { return m_picture; }
    void setPicture(Picture picture); // pauses what is seen, never the recording
    void setSignal(Signal signal);
    // Wall time of what is seen.
    service::TimeRange visibleRange() const;

    void selectNextHandle(); // and takes the keyboard focus
    std::optional<pressure::Level> selectedHandle() const { return m_selected; }
    const ChartFrame &frame() const { return m_item->frame(); }
    int paintCount() const { return m_item->paintCount(); }
    // The middle of a handle in widget coordinates.
    QPoint handlePosition(pressure::Level level) const;

signals:
    void spanChanged(std::chrono::seconds span);
    void valueEntryRequested(manometer::pressure::Level level);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrangeChart();
    void buildHandles();
    void applyColors();
    void schedule();
    void refresh();
    void placeHandles();
    void select(std::optional<pressure::Level> level);
    QString markText() const;

    const SampleModel *m_samples;
    ThresholdModel *m_thresholds;
    ChartAxes m_axes;
    DataItem *m_item;
    std::vector<ThresholdHandle *> m_handles;
    QTimer m_coalesce;
    QTimer m_heartbeat;
    std::chrono::seconds m_span;
    Picture m_picture = Picture::Live;
    Signal m_signal = Signal::Fresh;
    qint64 m_endMs = 0; // the right edge: now, or when the picture was paused
    qint64 m_pausedAtWallMs = 0;
    std::optional<pressure::Level> m_selected;
};

} // namespace manometer::gui
