// SPDX-License-Identifier: GPL-3.0-or-later
//
// manometer: the window with a LocalBackend, in one process.
#include "app/ApiStart.h"
#include "app/BackendStart.h"
#include "app/Console.h"
#include "app/EventLogging.h"
#include "app/LanguageSetting.h"
#include "app/LevelHook.h"
#include "app/Options.h"
#include "app/PlaceChecks.h"
#include "app/Places.h"
#include "app/QuitOnSignal.h"
#include "app/ResourceCheck.h"
#include "app/ScanRequest.h"
#include "app/SingleInstance.h"
#include "async/PoolThreads.h"
#include "exports/Exports.h"
#include "files/OwnFile.h"
#include "gui/MainWindow.h"
#include "gui/look/OutlinedStyle.h"
#include "gui/look/RightToLeftStyle.h"
#include "gui/shell/Picture.h"
#include "gui/text/Numbers.h"
#include "gui/text/Paths.h"
#include "gui/text/PlainText.h"
#include "gui/text/Translation.h"
#include "service/LocalBackend.h"

#include <QApplication>
#include <QDeadlineTimer>
#include <QDir>
#include <QFileInfo>
#include <QLoggingCategory>
#include <QThread>
#include <QTimer>

#include <cstdio>

using namespace manometer;

using app::print;

namespace {

constexpr int poolThreads = 3;

struct Main
{
    Q_DECLARE_TR_FUNCTIONS(Main)
};

Q_LOGGING_CATEGORY(startLog, "manometer.start", QtInfoMsg)

// How long another instance with this cache may take to show its window or to quit.
constexpr std::chrono::seconds otherInstanceTimeout{10};

QByteArray readLayout()
{
    return files::readOwnFile(app::layoutFile()).value_or(QByteArray());
}

void writeLayout(const QByteArray &layout)
{
    const QString folder = QFileInfo(app::layoutFile()).path();
    QDir().mkpath(folder);
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    if (const QString error = files::writeOwnFile(app::layoutFile(), layout); !error.isEmpty())
        qCWarning(startLog, "the window's layout cannot be saved: %s", qPrintable(error));
}

// Logs once that the window has been painted, for measurements of the start-up time.
class FirstPaint final : public QObject
{
public:
    using QObject::QObject;
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Paint) {
            watched->removeEventFilter(this);
            // Queued after the paint and its flush.
            QTimer::singleShot(0, watched, [] { qCDebug(startLog, "painted"); });
        }
        return false;
    }
};

int run(QApplication &application, const app::Options &options)
{
    app::LanguageSetting language(app::languageFile(), app::settingsFile());
    gui::installTranslation(
        &application, gui::localeOf(options.language.isEmpty() ? language.language() : options.language));
    // A second start shows the first instance's window. An instance that is starting or quitting has none;
    // then retry, since the cache may become free. A script gets an error instead.
    bool wasShown = false;
    const QDeadlineTimer deadline(otherInstanceTimeout);
    const auto tryAgain = [&] {
        const std::chrono::milliseconds left(deadline.remainingTime());
        if (!options.exitAfter)
            wasShown = app::askToShow(options.cacheDirectory, left);
        if (wasShown || deadline.hasExpired() ||
            (options.exitAfter && app::isShowable(options.cacheDirectory)))
            return false;
        QThread::msleep(50);
        return true;
    };
    api::EventFeed feed;
    service::BackendSetup setup = app::backendSetup(options);
    setup.receiveEvent = [&feed](const views::Event &event) { feed.publish(event); };
    const auto opened = service::LocalBackend::open(setup, tryAgain);
    if (!opened) {
        if (const auto &problem = opened.error().settings) // there is no event log to report it
            app::logEvent({.what = *problem});
        if (wasShown) {
            if (!options.needsOwnInstance())
                return 0;
            print(stderr,
                  Main::tr("Manometer is already running; its window was raised. The other options were "
                           "ignored. Close it first, or choose another cache folder with --cache-dir."));
            return 1;
        }
        const QString text =
            app::openErrorText(opened.error().cache, gui::text::path(options.cacheDirectory));
        print(stderr, text);
        // An operator who started it from a menu sees no terminal; a script sees no window.
        if (!options.exitAfter)
            gui::text::showProblem(QApplication::applicationDisplayName(), text);
        return 1;
    }
    service::LocalBackend &backend = **opened;
    views::FrontEnd views{backend.views()};
    QObject::connect(views.events, &views::EventView::appended, &backend, &app::logEvent);
    exports::Exports exports(views);
    views.exports = &exports;
    views.language = &language;
    const auto api = app::openApi(options, app::Program::Window, backend, feed);
    if (!api) {
        print(stderr, api.error());
        if (!options.exitAfter)
            gui::text::showProblem(QApplication::applicationDisplayName(), api.error());
        return 1;
    }
    const app::LevelHook hook(app::levelHook(options.machine), views.monitor);
    app::ScanRequest scan(views.scan);
    // Before the window exists: requests from now on wait for it.
    app::SingleInstance instance(options.cacheDirectory);
    gui::MainWindow window(views);
    if (options.machine == app::Machine::Pretended)
        window.setWindowTitle(Main::tr("Rehearsal", "title of the window that shows a pretended machine"));
    const QByteArray layout = readLayout();
    window.restoreLayout(layout);
    // The first start, and not by a script.
    if (layout.isEmpty() && !options.exitAfter)
        window.welcome();
    window.installEventFilter(new FirstPaint(&window));
    window.show();
    backend.start();
    if (!options.scanFolder.isEmpty())
        scan.start(options.scanFolder);
    QObject::connect(&instance, &app::SingleInstance::showRequested, &window, &gui::MainWindow::bringToFront);
    QObject::connect(&application, &QGuiApplication::lastWindowClosed, &instance,
                     &app::SingleInstance::leave);
    QObject::connect(&application, &QCoreApplication::aboutToQuit, &instance, &app::SingleInstance::leave);
    app::QuitOnSignal quitOnSignal;
    if (options.exitAfter)
        QTimer::singleShot(*options.exitAfter, &application, &QApplication::quit);
    int exitCode = QApplication::exec();

    // Only a script needs the exit code; the window shows the failure.
    using Outcome = app::ScanRequest::Outcome;
    if (options.exitAfter && scan.outcome() == Outcome::Impossible)
        exitCode = 1;
    if (options.exitAfter && scan.outcome() == Outcome::Running)
        print(stderr,
              Main::tr("The scan of %1 did not finish: %2 of its files were examined.")
                  .arg(gui::text::path(options.scanFolder), gui::text::count(views.scan->progress().done)));
    writeLayout(window.saveLayout());
    const auto check = [&exitCode](const QString &file, const QString &error) {
        if (error.isEmpty())
            return;
        print(stderr, Main::tr("%1 could not be written: %2").arg(file, error));
        exitCode = 1;
    };
    // Another program may have written there in the meantime.
    if (const auto problem = app::findOutputProblem(options)) {
        print(stderr, problem->text);
        return 1;
    }
    if (!options.screenshotFile.isEmpty())
        // Without a window manager's frame.
        check(options.screenshotFile, gui::writePicture(options.screenshotFile, window.grab().toImage()));
    if (!options.exportSamplesFile.isEmpty())
        check(options.exportSamplesFile,
              views.exports->exportSamples(options.exportSamplesFile, {}, views::CsvProfile::Plain).result());
    return exitCode;
}

} // namespace

int main(int argc, char **argv)
{
    // Before Qt, which would abort or hang.
    if (const auto missing = app::findMissingResource()) {
        std::fprintf(stderr, "%s\n", missing->c_str());
        return 1;
    }
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
    // Tasks in the application's pool are short or rare.
    async::startPoolThreads(*QThreadPool::globalInstance(), poolThreads);
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Manometer"));
    QApplication::setStyle(new gui::OutlinedStyle(new gui::RightToLeftStyle));
    // The desktop uses it to find the window's entry and icon.
    QGuiApplication::setDesktopFileName(QStringLiteral("org.manometer.Manometer"));
    return run(application, *app::parse(arguments));
}
