// SPDX-License-Identifier: GPL-3.0-or-later
//
// The whole window on fake views, driven with mouse and keys like an operator would.
#pragma once

#include "gui/MainWindow.h"
#include "gui/PlausibleDay.h"
#include "gui/text/Translation.h"
#include "support/Eventually.h"

#include <QAction>
#include <QApplication>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QPushButton>
#include <QTest>

namespace manometer::gui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using pressure::Level;

class WindowFixture
{
public:
    explicit WindowFixture(QSize size = {1280, 800})
    {
        fillPlausibly(fake);
        window = std::make_unique<MainWindow>(fake.views());
        window->resize(size);
        window->show();
        QVERIFY(QTest::qWaitForWindowExposed(window.get()));
        window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
    }

    template<typename Widget>
    Widget *child(const QString &name) const
    {
        return window->findChild<Widget *>(name);
    }
    TimeChart *chart() const { return child<TimeChart>(u"timeChart"_s); }
    QDoubleSpinBox *highEnter() const { return child<QDoubleSpinBox>(u"highEnter"_s); }
    QPushButton *apply() const { return child<QPushButton>(u"apply"_s); }
    QPushButton *revert() const { return child<QPushButton>(u"revert"_s); }
    QString text(const QString &label) const { return child<QLabel>(label)->text().replace(u'\u00a0', u' '); }
    QAction *action(const QString &text) const
    {
        for (QAction *action : window->findChildren<QAction *>())
            if (action->text() == text)
                return action;
        return nullptr;
    }

    // Waits until the chart has drawn the hour of the fakes.
    bool drawn() const
    {
        return QTest::qWaitFor([this] { return !chart()->frame().system.stretches.empty(); },
                               int(test::waitLimit.count()));
    }
    void press(QPoint from) const { QTest::mousePress(chart()->viewport(), Qt::LeftButton, {}, from); }
    void move(QPoint to, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QMouseEvent event(QEvent::MouseMove, to, chart()->viewport()->mapToGlobal(to), Qt::NoButton,
                          Qt::LeftButton, modifiers);
        QApplication::sendEvent(chart()->viewport(), &event);
    }
    void release(QPoint at) const { QTest::mouseRelease(chart()->viewport(), Qt::LeftButton, {}, at); }
    QPoint inPlot(double share) const
    {
        const QRectF plot = chart()->frame().areas.plot;
        return QPointF(plot.left() + share * plot.width(), plot.top() + plot.height() / 2).toPoint();
    }
    // Drags across a range of the plot, given as shares of its width.
    void brush(double from, double to) const
    {
        press(inPlot(from));
        move(inPlot((from + to) / 2));
        move(inPlot(to));
        release(inPlot(to));
    }
    void wheel(double at, int turned) const
    {
        const QPoint place = inPlot(at);
        QWheelEvent event(place, chart()->viewport()->mapToGlobal(place), {}, {0, turned}, Qt::NoButton,
                          Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(chart()->viewport(), &event);
    }
    // The position of a handle for a value.
    QPoint at(Level level, double percent) const
    {
        const QPoint handle = chart()->handlePosition(level);
        const ValueScale scale = chart()->frame().percent;
        const double now = child<QDoubleSpinBox>(u"highEnter"_s)->value();
        return handle + QPoint(0, qRound(scale.y(percent) - scale.y(now)));
    }
    views::SampleRecord next(double percent)
    {
        views::SampleRecord record = fake.monitor.now.latest;
        record.monotonicMs += 1000 * ++samples;
        record.wallMs += 1000 * samples;
        record.systemUsedPercent = percent;
        return record;
    }

    FakeViews fake;
    std::unique_ptr<MainWindow> window;
    int samples = 0;
};

} // namespace manometer::gui
