// SPDX-License-Identifier: GPL-3.0-or-later
//
// manometerd: a LocalBackend without a window.
#include "app/ApiStart.h"
#include "app/BackendStart.h"
#include "app/Console.h"
#include "app/EventLogging.h"
#include "app/EventOutput.h"
#include "app/LevelHook.h"
#include "app/LogTime.h"
#include "app/MallocArenas.h"
#include "app/Options.h"
#include "app/PlaceChecks.h"
#include "app/Places.h"
#include "app/QuitOnSignal.h"
#include "app/RehearsalFolder.h"
#include "app/ResourceCheck.h"
#include "app/ScanRequest.h"
#include "app/ServiceManager.h"
#include "async/PoolThreads.h"
#include "pressure/Level.h"

#include <QCoreApplication>
#include <QFile>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <memory>

using namespace manometer;

using app::print;

namespace {

constexpr int poolThreads = 3;

int run(const app::Options &options)
{
    std::unique_ptr<app::EventOutput> output;
    if (!options.eventsFile.isEmpty()) {
        auto opened = app::EventOutput::open(options.eventsFile);
        if (!opened) {
            print(stderr, QStringLiteral("--events: %1 cannot be written: %2.")
                              .arg(QFile::decodeName(options.eventsFile), opened.error()));
            return 1;
        }
        output = std::move(*opened);
    }
    const auto rehearsal = app::RehearsalFolder::create(options);
    if (!rehearsal) {
        print(stderr, rehearsal.error());
        return 2;
    }
    app::ServiceManager manager;
    api::EventFeed feed;
    service::BackendSetup setup = app::backendSetup(options);
    if (*rehearsal)
        setup.rehearsal = (*rehearsal)->rehearsal();
    setup.receiveEvent = [&output, &feed](const views::Event &event) {
        app::logEvent(event);
        feed.publish(event);
        if (output)
            output->append(event);
    };
    const auto opened = service::LocalBackend::open(setup);
    if (!opened) {
        if (const auto &problem = opened.error().settings) // there is no event log to report it
            app::logEvent({.what = *problem});
        print(stderr, app::openErrorText(opened.error().cache, QFile::decodeName(options.cacheDirectory)));
        return 1;
    }
    service::LocalBackend &backend = **opened;
    const views::Views views = backend.views();
    QObject::connect(views.monitor, &views::MonitorView::levelEntered, &backend,
                     [&manager](pressure::Level level) { manager.reportStatus(name(level).data()); });
    const auto doors = app::openDoors(options, app::Program::Daemon, backend, feed);
    if (!doors) {
        print(stderr, doors.error());
        return 1;
    }
    const app::LevelHook hook(app::levelHook(options.machine), views.monitor);
    app::ScanRequest scan(views.scan);
    app::QuitOnSignal quitOnSignal;
    backend.start();
    if (options.exitWhenScanned) // queued: it may end before the event loop runs
        QObject::connect(&scan, &app::ScanRequest::ended, QCoreApplication::instance(),
                         &QCoreApplication::quit, Qt::QueuedConnection);
    if (!options.scanFolder.isEmpty())
        scan.start(options.scanFolder);
    if (options.exitAfter)
        QTimer::singleShot(*options.exitAfter, QCoreApplication::instance(), &QCoreApplication::quit);
    manager.reportStatus(name(views.monitor->status().applied).data());
    manager.reportReady();
    const int exitCode = QCoreApplication::exec();
    manager.reportStopping();
    if (options.isScripted() && scan.outcome() == app::ScanRequest::Outcome::Running)
        print(stderr, QStringLiteral("The scan of %1 did not finish: %2 of its files were examined.")
                          .arg(QFile::decodeName(options.scanFolder))
                          .arg(views.scan->progress().done));
    return std::max(exitCode, app::exitCodeOf(scan.outcome(), options));
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
    int noArguments = 1; // keep our options from Qt
    const QCoreApplication application(noArguments, argv);
    QCoreApplication::setApplicationName(QStringLiteral("manometerd"));
    QCoreApplication::setApplicationVersion(QStringLiteral(MANOMETER_VERSION));
    const auto options = app::parse(arguments, app::Program::Daemon);
    if (!options)
        return app::give(options.error());
    if (const auto problem = app::findPlaceProblem(*options))
        return app::give(*problem);
    app::makeSignalsWriteErrors();
    async::startPoolThreads(*QThreadPool::globalInstance(), poolThreads);
    return run(*options);
}
