// SPDX-License-Identifier: GPL-3.0-or-later
//
// The cost of drawing the window: processor time per frame with an hour of samples in view, drawn once or
// four times a second; and the duration of frames while the user drags a handle, brushes, hovers or pans over
// seven days of history. Uses the real window on fake views that answer at once. Needs a platform plugin
// (QT_QPA_PLATFORM=offscreen is enough). Prints name=value lines.
#include "gui/MainWindow.h"
#include "gui/PlausibleDay.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QTest>

#include <cstdio>
#include <ctime>

using namespace manometer;
using namespace manometer::gui;
using namespace std::chrono_literals;

namespace {

double processorMs()
{
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

// Seven days in the resolutions of the monitor's history: minutes, tens of seconds, seconds.
views::SampleRecords week(const views::SampleRecord &newest)
{
    views::SampleRecords records;
    const auto add = [&](qint64 fromSecondsAgo, qint64 toSecondsAgo, qint64 width) {
        for (qint64 ago = fromSecondsAgo; ago > toSecondsAgo; ago -= width) {
            views::SampleRecord record = newest;
            record.monotonicMs -= ago * 1000;
            record.wallMs -= ago * 1000;
            record.bucketMs = width > 1 ? static_cast<qint32>(width * 1000) : 0;
            record.systemUsedPercent = 50 + 30 * std::sin(static_cast<double>(ago) / 5000.0) +
                                       3 * std::sin(static_cast<double>(ago) / 37.0);
            record.systemUsedMinPercent = record.systemUsedPercent - 4;
            record.systemUsedMaxPercent = record.systemUsedPercent + 4;
            records += record;
        }
    };
    add(7 * 86'400, 86'400, 60);
    add(86'400, 7200, 10);
    add(7200, -1, 1);
    return records;
}

void report(const char *what, std::vector<double> times)
{
    std::sort(times.begin(), times.end());
    std::printf("%s_p50_ms=%.2f %s_p95_ms=%.2f %s_max_ms=%.2f\n", what, times[times.size() / 2], what,
                times[times.size() * 95 / 100], what, times.back());
}

// The durations of input steps with the frames that they cause, in milliseconds.
template<typename Step>
std::vector<double> frameTimes(TimeChart *chart, int count, Step step)
{
    std::vector<double> times;
    for (int index = 0; index < count; ++index) {
        QElapsedTimer timer;
        timer.start();
        step(index);
        chart->viewport()->repaint();
        QCoreApplication::processEvents();
        times.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    return times;
}

void mouse(TimeChart *chart, QEvent::Type type, QPoint at, Qt::MouseButton button, Qt::MouseButtons buttons)
{
    QMouseEvent event(type, at, chart->viewport()->mapToGlobal(at), button, buttons, Qt::NoModifier);
    QApplication::sendEvent(chart->viewport(), &event);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    FakeViews fake;
    fillPlausibly(fake);
    {
        MainWindow window(fake.views());
        window.resize(1280, 800);
        window.show();
        QTest::qWait(500);
        auto *chart = window.findChild<TimeChart *>();
        chart->setSpan(1h);
        QTest::qWait(300);
        views::SampleRecord record = fake.monitor.now.latest;
        constexpr int count = 100;
        const double before = processorMs();
        for (int index = 0; index < count; ++index) {
            record.monotonicMs += 1000;
            record.wallMs += 1000;
            fake.monitor.sample(record);
            QTest::qWait(270); // slightly longer than the delay before a frame is drawn
        }
        const double each = (processorMs() - before) / count;
        std::printf("picture_of_an_hour_cpu_ms=%.2f\n", each);
        std::printf("cpu_1hz_percent=%.2f cpu_4hz_percent=%.2f\n", each / 10, 4 * each / 10);
    }
    FakeViews history;
    history.monitor.past = week(fake.monitor.now.latest);
    history.monitor.now = fake.monitor.now;
    MainWindow window(history.views());
    window.resize(1280, 800);
    window.show();
    QTest::qWait(500);
    auto *chart = window.findChild<TimeChart *>();
    chart->setSpan(7 * 24h);
    QTest::qWait(300);
    std::printf("samples=%lld\n", static_cast<long long>(history.monitor.past.size()));
    const QRectF plot = chart->frame().areas.plot;
    const QPoint handle = chart->handlePosition(pressure::Level::High);
    mouse(chart, QEvent::MouseButtonPress, handle, Qt::LeftButton, Qt::LeftButton);
    report("drag", frameTimes(chart, 200, [&](int index) {
               mouse(chart, QEvent::MouseMove, handle + QPoint(0, index % 40 - 20), Qt::NoButton,
                     Qt::LeftButton);
           }));
    mouse(chart, QEvent::MouseButtonRelease, handle, Qt::LeftButton, Qt::NoButton);
    const auto across = [&plot](int index) {
        return QPoint(qRound(plot.left() + 5 + (index * 7) % static_cast<int>(plot.width() - 10)),
                      qRound(plot.center().y()));
    };
    report("hover", frameTimes(chart, 200, [&](int index) {
               mouse(chart, QEvent::MouseMove, across(index), Qt::NoButton, Qt::NoButton);
           }));
    mouse(chart, QEvent::MouseButtonPress, across(0), Qt::LeftButton, Qt::LeftButton);
    report("brush", frameTimes(chart, 200, [&](int index) {
               mouse(chart, QEvent::MouseMove, across(index), Qt::NoButton, Qt::LeftButton);
           }));
    mouse(chart, QEvent::MouseButtonRelease, across(0), Qt::LeftButton, Qt::NoButton);
    chart->setSpan(7 * 24h);
    report("pan",
           frameTimes(chart, 100, [&](int index) { index % 2 ? chart->panEarlier() : chart->panLater(); }));
    window.hide();
    const int paints = chart->paintCount();
    views::SampleRecord record = fake.monitor.now.latest;
    for (int index = 0; index < 20; ++index) {
        record.monotonicMs += 1000;
        history.monitor.sample(record);
        QTest::qWait(60);
    }
    std::printf("pictures_while_hidden=%d\n", chart->paintCount() - paints);
    return 0;
}
