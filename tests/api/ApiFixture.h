// SPDX-License-Identifier: GPL-3.0-or-later
//
// A backend on a simulated machine, with its API on a socket in a temporary folder. Requests are sent from
// another thread, while the event loop of the views runs.
#pragma once

#include "RawClient.h"
#include "api/Api.h"
#include "service/LocalBackend.h"
#include "support/Eventually.h"
#include "support/FakeProc.h"
#include "support/Files.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTest>

#include <future>
#include <memory>
#include <sys/stat.h>

namespace manometer::test {

class ApiFixture
{
public:
    bool open(std::optional<api::TcpAddress> listen = {})
    {
        if (!proc.setUsed(42))
            return false;
        service::BackendSetup setup{.cacheDirectory = bytes("cache"),
                                    .stateDirectory = path("state"),
                                    .settingsFile = path("config/settings.json"),
                                    .procRoot = proc.root(),
                                    .sysRoot = {},
                                    .settleTime = settleTime};
        setup.receiveEvent = [this](const views::Event &event) { feed.publish(event); };
        auto opened = service::LocalBackend::open(setup);
        if (!opened)
            return false;
        backend = std::move(*opened);
        auto door = openApi(listen);
        if (!door)
            return false;
        api = std::move(*door);
        backend->start();
        return true;
    }
    Expected<std::unique_ptr<api::Api>, QString> openApi(std::optional<api::TcpAddress> listen = {})
    {
        return api::Api::open({.views = backend->views(),
                               .entries = &backend->entryAccess(),
                               .report = [this](const auto &action) { backend->report(action); },
                               .events = &feed,
                               .folder = path("run"),
                               .listen = listen,
                               .program = QStringLiteral("test"),
                               .cacheDirectory = bytes("cache")});
    }
    QString path(const char *name) const { return folder.filePath(QString::fromLatin1(name)); }
    QByteArray bytes(const char *name) const { return QFile::encodeName(folder.path()) + '/' + name; }
    QByteArray socket() const { return QFile::encodeName(api->socket()); }
    std::uint16_t port() const { return static_cast<std::uint16_t>(QUrl(api->url()).port()); }
    QByteArray token(const char *name) const
    {
        QFile file(path("run") + u'/' + QString::fromLatin1(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed() : QByteArray();
    }
    QByteArray addFile(const char *name, const QByteArray &contents = "some text") const
    {
        QDir().mkpath(path("files"));
        const QByteArray file = bytes("files/") + name;
        return writeFile(file, contents) ? file : QByteArray();
    }

    // Runs the function in another thread, and the event loop meanwhile.
    template<typename Function>
    static auto elsewhere(Function function)
    {
        auto future = std::async(std::launch::async, std::move(function));
        static_cast<void>(QTest::qWaitFor(
            [&future] { return future.wait_for(std::chrono::seconds(0)) == std::future_status::ready; },
            60'000));
        return future.get();
    }
    Answered ask(const QByteArray &method, const QByteArray &target, const QByteArray &body = {},
                 const QByteArray &headers = {}) const
    {
        return elsewhere([path = socket(), text = requestText(method, target, body, headers)] {
            RawClient client(path);
            return client.send(text) ? client.answer() : Answered();
        });
    }
    Answered get(const QByteArray &target, const QByteArray &headers = {}) const
    {
        return ask("GET", target, {}, headers);
    }
    Answered askOverTcp(const QByteArray &method, const QByteArray &target, const QByteArray &token,
                        const QByteArray &headers = {}, QByteArray host = {}) const
    {
        if (host.isEmpty())
            host = "127.0.0.1:" + QByteArray::number(port());
        const QByteArray bearer = token.isEmpty() ? QByteArray() : "Authorization: Bearer " + token + "\r\n";
        return elsewhere([port = port(), text = requestText(method, target, {}, bearer + headers, host)] {
            RawClient client(port);
            return client.send(text) ? client.answer() : Answered();
        });
    }

    std::chrono::milliseconds settleTime{0}; // set it before open()
    FakeProc proc;
    Folder folder;
    api::EventFeed feed;
    std::unique_ptr<service::LocalBackend> backend;
    std::unique_ptr<api::Api> api; // before the backend
};

inline QByteArray entryTarget(const QByteArray &file, const QByteArray &more = {})
{
    return "/api/entry?path=" + file.toPercentEncoding("/") + more;
}

inline QJsonArray events(const ApiFixture &fixture)
{
    return fixture.get("/api/events").json()[QLatin1StringView("events")].toArray();
}

inline QStringList actionsIn(const QJsonArray &events)
{
    QStringList actions;
    for (const QJsonValue &event : events)
        if (event[QLatin1StringView("kind")].toString() == QLatin1StringView("client_action"))
            actions += event[QLatin1StringView("action")].toString();
    return actions;
}

} // namespace manometer::test
