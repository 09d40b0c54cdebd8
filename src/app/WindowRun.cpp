// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/WindowRun.h"

#include "app/Console.h"
#include "app/KnownPlaces.h"
#include "app/PlaceChecks.h"
#include "app/Places.h"
#include "app/QuitOnSignal.h"
#include "app/ScanRequest.h"
#include "app/SingleInstance.h"
#include "exports/Exports.h"
#include "files/OwnFile.h"
#include "gui/MainWindow.h"
#include "gui/shell/Picture.h"
#include "gui/shell/TrayIcon.h"
#include "gui/text/Numbers.h"
#include "gui/text/Paths.h"

#include <QDir>
#include <QEventLoop>
#include <QFileInfo>
#include <QFutureWatcher>
#include <QLoggingCategory>
#include <QProcess>
#include <QTimer>

#include <algorithm>
#include <optional>

namespace manometer::app {

namespace {

struct WindowRun
{
    Q_DECLARE_TR_FUNCTIONS(Main)
};

Q_LOGGING_CATEGORY(startLog, "manometer.start", QtInfoMsg)

QByteArray readLayout()
{
    return files::readOwnFile(layoutFile()).value_or(QByteArray());
}

void writeLayout(const QByteArray &layout)
{
    const QString folder = QFileInfo(layoutFile()).path();
    QDir().mkpath(folder);
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    if (const QString error = files::writeOwnFile(layoutFile(), layout); !error.isEmpty())
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

// A window of its own: another process, so that neither can end the other.
void connectElsewhere(gui::MainWindow &window, const gui::Place &place)
{
    QStringList arguments{QStringLiteral("--connect"), place.address};
    if (!place.tokenFile.isEmpty())
        arguments += {QStringLiteral("--token-file"), place.tokenFile};
    if (place.allowsChanges)
        arguments += QStringLiteral("--control");
    if (!QProcess::startDetached(QCoreApplication::applicationFilePath(), arguments))
        qCWarning(startLog, "another window cannot be started");
    if (const QString error = rememberPlace(knownPlacesFile(), place); !error.isEmpty())
        qCWarning(startLog, "the connection cannot be remembered: %s", qPrintable(error));
    window.setKnownPlaces(readKnownPlaces(knownPlacesFile()));
}

// Another process, too: it has a cache and a history of its own.
void rehearse(gui::MainWindow &window, const gui::Rehearsal &rehearsal, const QString &language)
{
    QStringList arguments = rehearsalArguments(rehearsal.curve, rehearsal.speed);
    if (!language.isEmpty())
        arguments += {QStringLiteral("--language"), language};
    QProcess program;
    program.setProgram(QCoreApplication::applicationFilePath());
    program.setArguments(arguments);
    if (program.startDetached())
        window.rehearsalStarted();
    else
        window.rehearsalFailed(program.errorString());
}

// The views of a backend elsewhere answer through the event loop.
QString waitFor(const QFuture<QString> &answer)
{
    QEventLoop loop;
    QFutureWatcher<QString> watcher;
    QObject::connect(&watcher, &QFutureWatcherBase::finished, &loop, &QEventLoop::quit);
    watcher.setFuture(answer);
    if (!answer.isFinished())
        loop.exec();
    return answer.result();
}

// The window, and its icon where the desktop has a tray. A played rehearsal has none: a notification of its
// levels would look like a real one.
void showWindow(gui::MainWindow &window, const Options &options, const views::FrontEnd &views)
{
    if (options.machine == Machine::Played)
        return window.show();
    auto *tray = new gui::TrayIcon(views.monitor, &window);
    const bool hasTray = tray->isAvailable();
    if (hasTray)
        window.useTray(tray);
    if (options.isHidden && hasTray) {
        window.hideInTray();
        qCDebug(startLog, "hidden");
        return;
    }
    if (options.isHidden)
        print(stderr, WindowRun::tr("The window is shown because this desktop has no tray."));
    window.show();
}

// In another process: once it is reached.
void startScan(const Options &options, const views::FrontEnd &views, ScanRequest &scan)
{
    if (options.scanFolder.isEmpty())
        return;
    using State = views::Connection::State;
    if (!views.attached || views.attached->connection().state == State::Connected)
        return scan.start(options.scanFolder);
    auto *once = new QObject(&scan);
    QObject::connect(views.attached, &views::Backend::connectionChanged, once,
                     [once, &scan, folder = options.scanFolder](const views::Connection &connection) {
                         if (connection.state != State::Connected)
                             return;
                         once->deleteLater();
                         once->disconnect();
                         scan.start(folder);
                     });
}

// What the options ask for at the end. Returns the exit code.
int writeOutputs(const Options &options, gui::MainWindow &window, const views::FrontEnd &views, int exitCode)
{
    const auto check = [&exitCode](const QString &file, const QString &error) {
        if (error.isEmpty())
            return;
        print(stderr, WindowRun::tr("%1 could not be written: %2").arg(file, error));
        exitCode = 1;
    };
    // Another program may have written there in the meantime.
    if (const auto problem = findOutputProblem(options)) {
        print(stderr, problem->text);
        return 1;
    }
    if (!options.screenshotFile.isEmpty())
        // Without a window manager's frame.
        check(options.screenshotFile, gui::writePicture(options.screenshotFile, window.grab().toImage()));
    if (!options.exportSamplesFile.isEmpty())
        check(options.exportSamplesFile,
              waitFor(views.exports->exportSamples(options.exportSamplesFile, {}, views::CsvProfile::Plain)));
    if (!options.saveRecordingFile.isEmpty())
        check(options.saveRecordingFile, waitFor(views.exports->saveRecording(options.saveRecordingFile, {},
                                                                              views::FileNames::LeftOut)));
    return exitCode;
}

} // namespace

WindowChoices::WindowChoices(const Options &options)
    : language(languageFile(), settingsFile())
    , appearance(appearanceFile(), options.appearance)
{}

int runWindow(QApplication &application, const Options &options, views::FrontEnd views,
              WindowChoices &choices, const std::function<void(gui::MainWindow &)> &start)
{
    exports::Exports exports(views);
    views.exports = &exports;
    views.language = &choices.language;
    views.appearance = &choices.appearance;
    ScanRequest scan(views.scan);
    // Before the window exists: requests from now on wait for it. A window that shows another Manometer, or a
    // recording, has nothing to do with this cache.
    std::optional<SingleInstance> instance;
    if (options.connectTo.isEmpty() && !views.recorded)
        instance.emplace(options.cacheDirectory);
    gui::MainWindow window(views);
    if (options.machine == Machine::Pretended)
        window.setWindowTitle(
            WindowRun::tr("Rehearsal", "title of the window that shows a pretended machine"));
    window.setKnownPlaces(readKnownPlaces(knownPlacesFile()));
    QObject::connect(&window, &gui::MainWindow::connectRequested, &window,
                     [&window](const gui::Place &place) { connectElsewhere(window, place); });
    QObject::connect(&window, &gui::MainWindow::rehearsalRequested, &window,
                     [&window, language = options.language](const gui::Rehearsal &rehearsal) {
                         rehearse(window, rehearsal, language);
                     });
    if (!views.recorded) { // which has a layout of its own
        const QByteArray layout = readLayout();
        window.restoreLayout(layout);
        // The first start, and not by a script.
        if (layout.isEmpty() && !options.isScripted() && options.machine != Machine::Played)
            window.welcome();
    }
    if (options.machine == Machine::Played)
        window.showRehearsal({.curve = options.curve, .speed = options.rehearseSpeed});
    window.installEventFilter(new FirstPaint(&window));
    if (views.recorded)
        window.show();
    else
        showWindow(window, options, views);
    start(window);
    if (options.exitWhenScanned) // queued: it may end before the event loop runs
        QObject::connect(&scan, &ScanRequest::ended, &application, &QApplication::quit, Qt::QueuedConnection);
    startScan(options, views, scan);
    if (instance) {
        QObject::connect(&*instance, &SingleInstance::showRequested, &window, &gui::MainWindow::bringToFront);
        QObject::connect(&application, &QGuiApplication::lastWindowClosed, &*instance, [&instance] {
            if (QGuiApplication::quitOnLastWindowClosed()) // otherwise the program is in the tray
                instance->leave();
        });
        QObject::connect(&application, &QCoreApplication::aboutToQuit, &*instance, &SingleInstance::leave);
    }
    QObject::connect(&window, &gui::MainWindow::quitRequested, &application, &QApplication::quit);
    QuitOnSignal quitOnSignal;
    if (options.exitAfter)
        QTimer::singleShot(*options.exitAfter, &application, &QApplication::quit);
    const int exitCode = QApplication::exec();

    if (options.isScripted() && scan.outcome() == ScanRequest::Outcome::Running)
        print(stderr,
              WindowRun::tr("The scan of %1 did not finish: %2 of its files were examined.")
                  .arg(gui::text::path(options.scanFolder), gui::text::count(views.scan->progress().done)));
    // Beside a rehearsal the real window may run, and has the later word.
    if (!views.recorded && options.machine != Machine::Played)
        writeLayout(window.saveLayout());
    return writeOutputs(options, window, views, std::max(exitCode, exitCodeOf(scan.outcome(), options)));
}

} // namespace manometer::app
