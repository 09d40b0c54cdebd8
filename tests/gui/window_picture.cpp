// SPDX-License-Identifier: GPL-3.0-or-later
//
// Draws the window with a plausible hour (PlausibleDay.h) and saves a picture: one state, palette and size
// per run. tests/window_pictures.sh calls it for all of them.
#include "gui/MainWindow.h"
#include "gui/PlausibleDay.h"
#include "gui/PlausibleWhatIf.h"
#include "gui/look/OutlinedStyle.h"
#include "gui/look/Palettes.h"
#include "gui/look/RightToLeftStyle.h"
#include "gui/text/Translation.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDialog>
#include <QDockWidget>
#include <QTest>

using namespace manometer;
using namespace manometer::gui;
using namespace Qt::StringLiterals;

namespace {

QPalette paletteNamed(const QString &name)
{
    return name == u"dark" ? darkPalette() : name == u"contrast" ? highContrastPalette() : lightPalette();
}

// Changes the newest minute of the hour and its consequences to the given state.
void pretend(FakeViews &fake, const QString &state)
{
    using pressure::Level;
    views::MonitorStatus &status = fake.monitor.now;
    const auto level = [&](Level applied, double percent, quint64 limit) {
        for (views::SampleRecord &record : fake.monitor.past)
            if (record.monotonicMs > status.latest.monotonicMs - 60'000) {
                record.systemUsedPercent = percent;
                record.applied = applied;
                record.cacheLimitEntries = limit;
                record.cacheEntries = std::min(record.cacheEntries, limit);
            }
        status.latest.systemUsedPercent = status.percent = percent;
        status.applied = status.raw = applied;
        status.appliedSinceMs = status.latest.monotonicMs - 60'000;
        status.limit.entries = limit;
        status.marginToNextPercent = pressure::marginToNext(percent, applied, status.thresholds);
        fake.cache.figures.stats.memoryLimits.entries = limit;
        fake.cache.figures.stats.memoryEntries = std::min<quint64>(200, limit);
    };
    if (state == u"normal") {
        level(Level::Normal, 42, 500);
        status.limitReason = pressure::LimitReason::AtCeiling;
    } else if (state == u"high") {
        level(Level::High, 84, 250);
    } else if (state == u"critical") {
        level(Level::Critical, 95, 50);
    } else if (state == u"stale") {
        status.stale = true;
        status.error =
            pressure::SourceError{.kind = {}, .path = "/proc/meminfo", .systemError = EACCES, .detail = {}};
        status.latest.monotonicMs -= 30'000;
    } else if (state == u"warned") {
        status.warnedOf = Level::High;
        status.forecast.toNext = std::chrono::seconds(72);
        status.forecastRecord.high.cameTrue = 3;
        status.forecastRecord.high.notTrue = 1;
    } else if (state == u"disk-full") {
        fake.cache.figures.health.state = cache::Health::State::DiskFull;
    }
}

// What the cuts of the hour have cost so far.
void payForCuts(FakeViews &fake)
{
    views::CutCosts &costs = fake.cache.figures.cutCosts;
    for (const views::Event &event : fake.events.events(1, 1000).result())
        if (const auto *cut = std::get_if<views::LimitEvent>(&event.what)) {
            costs.run = event.run;
            costs.newestFirst.insert(costs.newestFirst.begin(),
                                     {.action = cut->action,
                                      .cost = {.diskReads = 12 * cut->action,
                                               .fileReads = 41,
                                               .fileReadTime = std::chrono::milliseconds(3'200)},
                                      .countedOneIn = cut->action % 2 + 1});
        }
}

void press(QWidget *window, const QString &keys)
{
    for (const QString &key : keys.split(u' ', Qt::SkipEmptyParts)) {
        const QKeyCombination combination = QKeySequence(key)[0];
        QWidget *top = QApplication::activeModalWidget() ? QApplication::activeModalWidget() : window;
        QWidget *target = top->focusWidget() ? top->focusWidget() : top;
        QTest::keyClick(target, combination.key(), combination.keyboardModifiers());
    }
}

void hover(MainWindow &window, double share)
{
    auto *chart = window.findChild<TimeChart *>();
    const QRectF plot = chart->frame().areas.plot;
    QTest::mouseMove(chart->viewport(),
                     QPoint(qRound(plot.left() + plot.width() * share), qRound(plot.center().y())));
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    application.setStyle(new OutlinedStyle(new RightToLeftStyle(u"Fusion"_s)));
    QCommandLineParser options;
    options.addPositionalArgument(u"file"_s, u"where the picture goes"_s);
    options.addOptions(
        {{u"size"_s, u"of the window"_s, u"WxH"_s, u"1280x800"_s},
         {u"palette"_s, u"light, dark or contrast"_s, u"name"_s, u"light"_s},
         {u"language"_s, u"a code, or, from right to left with English words, rtl"_s, u"name"_s, u"en"_s},
         {u"welcome"_s, u"as at the first start"_s},
         {u"rehearsal"_s, u"the curve that is played, six times as fast"_s, u"curve"_s},
         {u"empty"_s, u"nothing has happened and nothing is cached"_s},
         {u"state"_s, u"normal, high, critical, stale, warned or disk-full"_s, u"name"_s},
         {u"dock"_s, u"a dock to bring to the front, by its object name"_s, u"name"_s},
         {u"wait"_s, u"after the keys, in milliseconds"_s, u"time"_s, u"400"_s},
         {u"press"_s, u"keys to press, with spaces between"_s, u"keys"_s},
         {u"hover"_s, u"the pointer over the chart, as a share of its width"_s, u"share"_s}});
    options.process(application);
    application.setPalette(paletteNamed(options.value(u"palette"_s)));
    const QString language = options.value(u"language"_s);
    installTranslation(&application, QLocale(language == u"rtl" ? u"en"_s : language));
    if (language == u"rtl")
        application.setLayoutDirection(Qt::RightToLeft);
    FakeViews fake;
    if (!options.isSet(u"empty"_s))
        fillPlausibly(fake);
    answerPlausibly(fake);
    pretend(fake, options.value(u"state"_s));
    payForCuts(fake);
    MainWindow window(fake.views());
    if (options.isSet(u"rehearsal"_s))
        window.showRehearsal({.curve = options.value(u"rehearsal"_s).toUtf8(), .speed = 6});
    const QStringList size = options.value(u"size"_s).split(u'x');
    window.resize(size.value(0).toInt(), size.value(1).toInt());
    window.show();
    window.activateWindow();
    if (!QTest::qWaitForWindowActive(&window))
        return 1;
    for (const QString &name : options.values(u"dock"_s))
        if (auto *dock = window.findChild<QDockWidget *>(name)) {
            dock->show();
            dock->raise();
        }
    if (options.isSet(u"welcome"_s))
        window.welcome();
    QTest::qWait(700);
    press(&window, options.value(u"press"_s));
    if (options.isSet(u"hover"_s))
        hover(window, options.value(u"hover"_s).toDouble());
    QTest::qWait(options.value(u"wait"_s).toInt());
    // The dialog that the keys have opened, otherwise the window.
    QWidget *shown = &window;
    for (QDialog *dialog : window.findChildren<QDialog *>())
        if (dialog->isVisible())
            shown = dialog;
    return shown->grab().save(options.positionalArguments().value(0)) ? 0 : 1;
}
