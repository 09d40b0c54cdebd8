// SPDX-License-Identifier: GPL-3.0-or-later
//
// How soon the figures and the ribbons follow a dragged handle: from the movement of the pointer to the frame
// that has the new draft's figures, in the real window, over a day's journal that the service replays. Needs
// a platform plugin (QT_QPA_PLATFORM=offscreen is enough). Prints name=value lines.
//   bench_drag [--steps N]
#include "RecordedDay.h"
#include "gui/MainWindow.h"
#include "gui/PlausibleDay.h"
#include "gui/whatif/DraftOutcome.h"
#include "journal/JournalWriter.h"
#include "reports/Replays.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>
#include <cstdlib>
#include <cstring>

using namespace manometer;
using namespace manometer::gui;
using namespace std::chrono_literals;

namespace {

bool writeDay(bench::Day day, int steps, const std::string &folder)
{
    journal::JournalWriter writer(folder, {.segmentSpan = 1h, .span = 48h, .capBytes = 1u << 30},
                                  journal::BootId{1});
    bool isGood = true;
    int count = 0;
    bench::generate(
        day, steps,
        [&](const journal::Record &record) {
            isGood = isGood && writer.add(record);
            if (++count % 10 == 0)
                isGood = isGood && writer.flush();
        },
        std::chrono::system_clock::now() - std::chrono::seconds(steps));
    return isGood && writer.flush();
}

void measure(const char *name, bench::Day day, int steps)
{
    const QTemporaryDir folder;
    if (!writeDay(day, steps, folder.path().toStdString())) {
        std::printf("%s_failed=1\n", name);
        return;
    }
    reports::Replays replays(folder.path().toStdString());
    FakeViews fake;
    fillPlausibly(fake);
    fake.evidence.makeWhatIf = [&](const views::WhatIfQuestion &question) {
        return replays.whatIf(question, {}, fake.evidence.now);
    };
    MainWindow window(fake.views());
    window.resize(1440, 900);
    window.show();
    QTest::qWait(3'000); // the first question reads the journal
    auto *chart = window.findChild<TimeChart *>();
    auto *outcome = window.findChild<DraftOutcome *>();
    const QPoint handle = chart->handlePosition(pressure::Level::High);
    int answers = 0;
    QObject::connect(outcome, &DraftOutcome::changed, &window, [&answers] { ++answers; });
    QTest::mousePress(chart->viewport(), Qt::LeftButton, {}, handle);
    std::vector<double> times;
    std::vector<double> untilAnswers;
    for (int i = 0; i < 300; ++i) {
        const int before = answers;
        const QPoint to = handle + QPoint(0, (i % 2 == 0 ? 1 : -1) * (3 + i % 17));
        QElapsedTimer timer;
        timer.start();
        QMouseEvent event(QEvent::MouseMove, to, chart->viewport()->mapToGlobal(to), Qt::NoButton,
                          Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(chart->viewport(), &event);
        while (answers == before && timer.elapsed() < 1'000)
            QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
        untilAnswers.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        QCoreApplication::processEvents(); // what is to be painted
        times.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        QTest::qWait(2);
    }
    QTest::mouseRelease(chart->viewport(), Qt::LeftButton, {}, handle);
    std::sort(times.begin(), times.end());
    std::sort(untilAnswers.begin(), untilAnswers.end());
    std::printf("%s_answer_p50_ms=%.2f ", name, untilAnswers[untilAnswers.size() / 2]);
    std::printf("%s_p50_ms=%.2f %s_p95_ms=%.2f %s_max_ms=%.2f answers=%d\n", name, times[times.size() / 2],
                name, times[times.size() * 95 / 100], name, times.back(), answers);
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    int steps = 86'400;
    for (int i = 1; i + 1 < argc; ++i)
        if (std::strcmp(argv[i], "--steps") == 0)
            steps = std::atoi(argv[i + 1]);
    measure("quiet", bench::Day::Quiet, steps);
    measure("busy", bench::Day::Busy, steps);
    measure("noisy", bench::Day::Noisy, steps);
    return 0;
}
