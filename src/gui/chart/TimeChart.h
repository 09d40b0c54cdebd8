// SPDX-License-Identifier: GPL-3.0-or-later
//
// The live chart: memory used and what for, this program's RSS, the applied level and the cache over time,
// with the thresholds as draggable handles. It can be paused, zoomed, panned and read with a crosshair, by
// mouse and keyboard, while data arrives. ChartPicture draws it at most four times a second, immediately
// during input, and only while it is visible. GUI thread; nothing blocks.
#pragma once

#include "gui/chart/ChartPicture.h"
#include "views/MonitorView.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QtCharts/QChartView>

#include <functional>

namespace manometer::gui {

class TimeChart final : public QChartView
{
    Q_OBJECT
public:
    // Paused: the right edge does not move, because of a pause or because an earlier time is shown.
    enum class Picture : quint8 { Live, Paused };
    // Recorded: nothing arrives, so that a time that stands still is no pause.
    enum class Signal : quint8 { Fresh, Stale, Recorded };

    TimeChart(const SampleModel *samples, ThresholdModel *thresholds, QWidget *parent = nullptr);

    std::chrono::seconds span() const;
    void setSpan(std::chrono::seconds span);
    // True until the operator chooses a range: the span is as long as the recording needs, from two minutes
    // to the default of fifteen.
    bool fitsSpan() const { return m_fitsSpan; }
    void zoomIn();
    void zoomOut();
    void resetZoom();  // to the default span, and fits it again
    void panEarlier(); // by half of the visible range
    void panLater();
    void viewBack(); // through the zoom history
    void viewForward();
    bool canViewBack() const { return m_window.canGoBack(); }
    bool canViewForward() const { return m_window.canGoForward(); }

    Picture picture() const { return m_window.follows() ? Picture::Live : Picture::Paused; }
    void setPicture(Picture picture); // of the display, never of the recording
    void setSignal(Signal signal);
    // Otherwise the thresholds are shown only.
    void setThresholdsMovable(bool movable);
    // What the machine's memory is used for, as layers below the curve.
    void setComposition(Composition composition);
    Composition composition() const { return m_picture.composition(); }
    // The ribbon of the draft; nothing: there is none.
    void setDraftLevels(DraftLevels levels);
    // The longest time in view at which the draft's level is not the applied one; false: there is none.
    bool showDifference();
    // Keeps room free for what stands over the chart's upper edge: pixels above the legend, or in its row to
    // its right. While a handle is dragged, nothing moves.
    void setRoomAtLegend(int above, int beside);
    // The row of the legend down to the event marks, as wide as its texts, without that room above it.
    QRect legendRow() const { return m_picture.legendRow().toAlignedRect(); }
    // Words where the data would be while there is no connection to the monitor; empty while there is.
    void setConnectionMark(const QString &mark);
    // Wall clock time of the visible range.
    views::TimeRange visibleRange() const;
    // Wall clock times, at most until now. The range stands still; going live returns to the length from
    // before.
    void showTimes(const views::TimeRange &range);
    // Scrolls to a time if it is not visible, and puts the crosshair's line there, without its panel.
    void showMoment(qint64 atMs); // on the samples' monotonic clock

    void setEvents(std::vector<ChartEvent> events);
    void selectEvent(quint64 position); // 0 for none
    quint64 selectedEvent() const { return m_picture.selectedEvent(); }

    // The wall clock time of the crosshair, if it is shown.
    std::optional<qint64> crosshairWallMs() const;
    const Reading &reading() const { return m_crosshairReading; }
    bool showsPanel() const
    {
        return !m_crosshairReading.isEmpty() && m_crosshair.detail == CrosshairItem::Detail::Panel;
    }

    void selectNextHandle(); // and takes the keyboard focus
    std::optional<pressure::Level> selectedHandle() const { return m_picture.handles().selected(); }
    const ChartFrame &frame() const { return m_picture.frame(); }
    int paintCount() const { return m_picture.paintCount(); }
    // The centre of a handle in widget coordinates.
    QPoint handlePosition(pressure::Level level) const;

signals:
    void spanChanged(std::chrono::seconds span);
    void pictureChanged(manometer::gui::TimeChart::Picture picture);
    void legendChanged(); // other parts of the memory's use, not other values
    void viewsChanged();  // whether the zoom history has one before or after
    void valueEntryRequested(manometer::pressure::Level level);
    void eventActivated(quint64 position);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    enum class Gesture : quint8 { None, Brush, Pan, OverviewMove };
    // Placed by mouse, the crosshair keeps its pixel; placed by keys, its time.
    struct Crosshair
    {
        std::optional<double> x;
        std::optional<qint64> atMs;
        CrosshairItem::Detail detail = CrosshairItem::Detail::Panel;
        bool isShown() const { return x || atMs; }
    };

    void applyColors();
    void schedule();
    void refresh();
    void fitSpan();
    // Changes the time window by `change` and emits what changed.
    void reframe(const std::function<void()> &change);
    void
    reframeRemembered(const std::function<void()> &change); // and records the old window in the zoom history
    QString markText() const;

    bool moveCrosshair(const QKeyEvent &event);
    void setCrosshair(const Crosshair &crosshair);
    void placeCrosshair();
    void showFromOverview(double x);
    const EventMark *markAt(const QPointF &place) const;
    const DraftLevels::Stretch *differenceAt(const QPointF &place) const;
    void showStretch(const DraftLevels::Stretch &stretch);
    qint64 timeAt(double x) const;

    const SampleModel *m_samples;
    ThresholdModel *m_thresholds;
    ChartPicture m_picture;
    TimeWindow m_window;
    QTimer m_coalesce;
    QTimer m_heartbeat;
    bool m_fitsSpan = true;
    std::optional<qint64> m_liveSpanMs; // to return to from showTimes()
    Signal m_signal = Signal::Fresh;
    QString m_connectionMark;
    Gesture m_gesture = Gesture::None;
    QPointF m_gestureStart;
    double m_gestureX = 0;
    QElapsedTimer m_sinceWheel;
    Crosshair m_crosshair;
    Reading m_crosshairReading;
};

} // namespace manometer::gui
