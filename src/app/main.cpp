// SPDX-License-Identifier: GPL-3.0-or-later
//
// manometer: the window with a LocalBackend in one process, or attached to one in another.
#include "app/ApiStart.h"
#include "app/AttachedRun.h"
#include "app/BackendStart.h"
#include "app/Console.h"
#include "app/EventLogging.h"
#include "app/LevelHook.h"
#include "app/LogTime.h"
#include "app/MallocArenas.h"
#include "app/Options.h"
#include "app/PlaceChecks.h"
#include "app/Places.h"
#include "app/RecordedRun.h"
#include "app/RehearsalFolder.h"
#include "app/ResourceCheck.h"
#include "app/SingleInstance.h"
#include "app/WindowRun.h"
#include "async/PoolThreads.h"
#include "gui/look/ApplicationLook.h"
#include "gui/shell/Picture.h"
#include "gui/text/Paths.h"
#include "gui/text/PlainText.h"
#include "gui/text/Translation.h"
#include "service/LocalBackend.h"

#include <QApplication>
#include <QDeadlineTimer>
#include <QPixmapCache>
#include <QThread>

#include <cstdio>

using namespace manometer;

using app::print;

namespace {

constexpr int poolThreads = 3;

struct Main
{
    Q_DECLARE_TR_FUNCTIONS(Main)
};

// How long another instance with this cache may take to show its window or to quit.
constexpr std::chrono::seconds otherInstanceTimeout{10};

int run(QApplication &application, const app::Options &options)
{
    app::WindowChoices choices(options);
    gui::ApplicationLook look;
    look.show(choices.appearance.appearance());
    QObject::connect(&choices.appearance, &views::AppearanceView::changed, &look,
                     &gui::ApplicationLook::show);
    gui::installTranslation(
        &application,
        gui::localeOf(options.language.isEmpty() ? choices.language.language() : options.language));
    if (!options.recordingFile.isEmpty())
        return app::runRecorded(application, options, choices);
    if (!options.connectTo.isEmpty())
        return app::runAttachedElsewhere(application, options, choices);
    // A second start shows the first instance's window. An instance that is starting or quitting has none;
    // then retry, since the cache may become free. A script gets an error instead. To a daemon the window is
    // attached.
    bool wasShown = false;
    bool isFound = false; // without asking it to show its window
    std::optional<QByteArray> daemon;
    const QDeadlineTimer deadline(otherInstanceTimeout);
    const auto tryAgain = [&] {
        const std::chrono::milliseconds left(deadline.remainingTime());
        if (options.isScripted() || options.isHidden)
            isFound = app::isShowable(options.cacheDirectory);
        else
            wasShown = app::askToShow(options.cacheDirectory, left);
        daemon = app::findDaemon(options);
        if (wasShown || isFound || daemon || deadline.hasExpired())
            return false;
        QThread::msleep(50);
        return true;
    };
    const auto rehearsal = app::RehearsalFolder::create(options);
    if (!rehearsal) {
        print(stderr, rehearsal.error());
        if (!options.isScripted())
            gui::text::showProblem(QApplication::applicationDisplayName(), rehearsal.error());
        return 2;
    }
    api::EventFeed feed;
    service::BackendSetup setup = app::backendSetup(options);
    if (*rehearsal)
        setup.rehearsal = (*rehearsal)->rehearsal();
    setup.receiveEvent = [&feed](const views::Event &event) { feed.publish(event); };
    const auto opened = service::LocalBackend::open(setup, tryAgain);
    if (!opened) {
        if (const auto &problem = opened.error().settings) // there is no event log to report it
            app::logEvent({.what = *problem});
        if (wasShown) {
            if (!options.needsOwnInstance()) {
                print(stdout, Main::tr("Manometer is already running; its window was raised."));
                return 0;
            }
            print(stderr,
                  Main::tr("Manometer is already running; its window was raised. The other options were "
                           "ignored. Close it first, or choose another cache folder with --cache-dir."));
            return 1;
        }
        if (isFound && !options.isScripted() && !options.needsOwnInstance()) {
            print(stdout, Main::tr("Manometer is already running."));
            return 0;
        }
        if (daemon)
            return app::runAttachedToDaemon(application, options, *daemon, choices);
        const QString text =
            app::openErrorText(opened.error().cache, gui::text::path(options.cacheDirectory));
        print(stderr, text);
        // An operator who started it from a menu sees no terminal; a script sees no window.
        if (!options.isScripted())
            gui::text::showProblem(QApplication::applicationDisplayName(), text);
        return 1;
    }
    service::LocalBackend &backend = **opened;
    const views::FrontEnd views{backend.views()};
    QObject::connect(views.events, &views::EventView::appended, &backend, &app::logEvent);
    const auto doors = app::openDoors(options, app::Program::Window, backend, feed);
    if (!doors) {
        print(stderr, doors.error());
        if (!options.isScripted())
            gui::text::showProblem(QApplication::applicationDisplayName(), doors.error());
        return 1;
    }
    const app::LevelHook hook(app::levelHook(options.machine), views.monitor);
    return app::runWindow(application, options, views, choices,
                          [&backend](const auto &) { backend.start(); });
}

} // namespace

int main(int argc, char **argv)
{
    app::limitMallocArenas(); // before any thread exists
    // Before Qt, which would abort or hang.
    if (const auto missing = app::findMissingResource()) {
        std::fprintf(stderr, "%s\n", missing->c_str());
        return 1;
    }
    app::addTimeToLog();
    const QList<QByteArray> arguments = app::argumentsOf(argc, argv);

    // --help and argument errors need no display; QApplication would abort without one.
    QCoreApplication::setApplicationName(QStringLiteral("manometer"));
    QCoreApplication::setApplicationVersion(QStringLiteral(MANOMETER_VERSION));
    {
        int noArguments = 1;
        QCoreApplication console(noArguments, argv);
        gui::installTranslation(&console, gui::localeOf(app::requestedLanguage(arguments)));
        const auto options = app::parse(arguments);
        if (!options)
            return app::give(options.error());
        if (!options->screenshotFile.isEmpty() && !gui::canWritePicture(options->screenshotFile))
            return app::give(
                {.exitCode = 2,
                 .text = Main::tr("--screenshot: the picture format of %1 is not supported. Use a "
                                  "name that ends in .png.")
                             .arg(options->screenshotFile)});
        if (const auto problem = app::findPlaceProblem(*options))
            return app::give(*problem);
        // Qt would abort.
        if (!qEnvironmentVariableIsSet("DISPLAY") && !qEnvironmentVariableIsSet("WAYLAND_DISPLAY") &&
            !qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
            return app::give({.exitCode = 1,
                              .text = Main::tr("No display is available for the window. Without a display, "
                                               "start with QT_QPA_PLATFORM=offscreen manometer …")});
    }
    app::makeSignalsWriteErrors();

    int noArguments = 1; // keep our options from Qt's parser
    QApplication application(noArguments, argv);
    // The style caches a picture of each size of a header or a button: ten times as many as are in use.
    QPixmapCache::setCacheLimit(1024); // KiB
    // Tasks in the application's pool are short or rare.
    async::startPoolThreads(*QThreadPool::globalInstance(), poolThreads);
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Manometer"));
    // The desktop uses it to find the window's entry and icon.
    QGuiApplication::setDesktopFileName(QStringLiteral("org.manometer.Manometer"));
    return run(application, *app::parse(arguments));
}
