// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/AttachedRun.h"

#include "app/Console.h"
#include "app/EventLogging.h"
#include "app/WindowRun.h"
#include "client/Instance.h"
#include "gui/MainWindow.h"
#include "gui/text/PlainText.h"
#include "remote/RemoteBackend.h"

#include <QFile>

#include <filesystem>

namespace manometer::app {

namespace {

struct AttachedRun
{
    Q_DECLARE_TR_FUNCTIONS(Main)
};

int refuse(const Options &options, const QString &text)
{
    print(stderr, text);
    if (!options.isScripted())
        gui::text::showProblem(QApplication::applicationDisplayName(), text);
    return 1;
}

int runAttached(QApplication &application, const Options &options, const remote::RemoteSetup &setup,
                const QString &place, WindowChoices &choices)
{
    remote::RemoteBackend backend(setup);
    views::FrontEnd views{backend.views()};
    views.attached = &backend;
    views.place = place;
    views.isReadOnly = backend.isReadOnly();
    const int exitCode = runWindow(application, options, views, choices, [&backend](gui::MainWindow &window) {
        QObject::connect(&window, &gui::MainWindow::changeKept, &backend,
                         [&backend] { backend.keepSettings(); });
    });
    // Only a script needs to know; the window shows it.
    if (const views::Connection connection = backend.connection();
        options.isScripted() && connection.state != views::Connection::State::Connected) {
        print(stderr, AttachedRun::tr("%1 is not connected: %2").arg(place, connection.reason));
        return 1;
    }
    return exitCode;
}

} // namespace

std::optional<QByteArray> findDaemon(const Options &options)
{
    client::Search search = client::Search::fromEnvironment();
    search.address.clear();
    search.isRehearsal = options.machine != Machine::ThisOne;
    const auto instance = client::readInstance(search);
    std::error_code error;
    if (!instance || instance->program != nameOf(Program::Daemon) ||
        !std::filesystem::equivalent(instance->cacheDirectory, options.cacheDirectory.toStdString(), error))
        return std::nullopt;
    return QByteArray::fromStdString(instance->address.socketPath);
}

int runAttachedToDaemon(QApplication &application, const Options &options, const QByteArray &socket,
                        WindowChoices &choices)
{
    if (options.changesBackend())
        return refuse(options,
                      AttachedRun::tr("manometerd is using this cache, so that the limits and ports are "
                                      "its own. Stop it first, or leave these options out."));
    return runAttached(application, options,
                       {.endpoint = {.socketPath = socket}, .access = remote::Access::Full},
                       QString::fromLatin1(nameOf(Program::Daemon)), choices);
}

int runAttachedElsewhere(QApplication &application, const Options &options, WindowChoices &choices)
{
    const auto endpoint = remote::Endpoint::parse(options.connectTo, options.tokenFile);
    if (!endpoint)
        return refuse(options, AttachedRun::tr("--connect: %1").arg(endpoint.error()));
    return runAttached(
        application, options,
        {.endpoint = *endpoint, .access = options.control ? remote::Access::Full : remote::Access::ReadOnly},
        QFile::decodeName(options.connectTo), choices);
}

} // namespace manometer::app
