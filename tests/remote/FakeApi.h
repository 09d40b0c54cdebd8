// SPDX-License-Identifier: GPL-3.0-or-later
//
// A manometerd that a test controls: answers /healthz and the stream's present values from its members, and
// every other request from `routes`. Change members only before the backend attaches, or with change().
#pragma once

#include "ScriptedServer.h"
#include "remote/RemoteBackend.h"
#include "remote/SettingsBody.h"
#include "views/BuiltInPresets.h"
#include "wire/ViewJson.h"

#include <QMap>

#include <functional>
#include <mutex>
#include <optional>

namespace manometer::test {

inline QByteArray sse(const QByteArray &name, const QByteArray &data)
{
    return "event: " + name + "\ndata: " + data + "\n\n";
}

class FakeApi
{
public:
    explicit FakeApi(ScriptedServer::On on = ScriptedServer::On::UnixSocket)
        : server([this](const ServedRequest &request) { return reply(request); }, on)
    {}

    views::MonitorStatus status;
    views::CacheSummary cache;
    views::ScanProgress scan;
    QByteArray settings = remote::settingsText({}, QStringLiteral("default"));
    QByteArray presets = presetsText(QStringLiteral("default"), {});
    QByteArray version = "0.6.0";
    qint64 pid = 4711;
    // By "METHOD path"; a route without answer is not found.
    QMap<QByteArray, ServedReply> routes;
    std::function<ServedReply(const ServedRequest &)> onStream; // in place of the present values
    // Before all others; empty: as the others say. In the server's thread.
    std::function<std::optional<ServedReply>(const ServedRequest &)> onRequest;

    template<typename Function>
    void change(Function function)
    {
        const std::lock_guard lock(m_mutex);
        function();
    }

    // Last: its thread uses the others.
    ScriptedServer server;

    remote::RemoteSetup setup(remote::Access access = remote::Access::Full) const
    {
        remote::RemoteSetup setup{.access = access};
        setup.endpoint.socketPath = server.socketPath();
        setup.times.firstDelay = std::chrono::milliseconds(20);
        setup.times.mostDelay = std::chrono::milliseconds(100);
        return setup;
    }

    static QByteArray presetsText(const QString &base, const QList<views::Preset> &own)
    {
        QByteArray text = R"({"base":")" + base.toUtf8() + R"(","presets":[)";
        QList<views::Preset> all(views::builtInPresets().begin(), views::builtInPresets().end());
        bool isFirst = true;
        for (const views::Preset &each : all + own) {
            text += isFirst ? "" : ",";
            isFirst = false;
            text += R"({"name":")" + each.name.toUtf8() + R"(","built_in":)" +
                    (each.builtIn ? "true" : "false") + R"(,"settings":)" +
                    remote::settingsText(each.settings) + '}';
        }
        return text + "]}";
    }

    QByteArray presentValues() const
    {
        return sse("status", wire::toText(status)) + sse("cache", wire::toText(cache)) +
               sse("scan", R"({"progress":)" + wire::toText(scan) + R"(,"finished":false})") +
               sse("settings", settings) + sse("presets", presets);
    }

private:
    ServedReply reply(const ServedRequest &request)
    {
        const std::lock_guard lock(m_mutex);
        const QByteArray path = request.target.split('?').constFirst();
        if (auto answer = onRequest ? onRequest(request) : std::nullopt)
            return *answer;
        const auto route = routes.constFind(request.method + ' ' + path);
        if (route != routes.constEnd())
            return *route;
        if (path == "/healthz")
            return {.body = R"({"status":"ok","version":")" + version + R"(","pid":)" +
                            QByteArray::number(pid) + "}\n"};
        if (path == "/api/stream")
            return onStream ? onStream(request) : ServedReply::stream(presentValues());
        return ServedReply::problem(404, "not_found", "There is no such route.");
    }

    std::mutex m_mutex;
};

} // namespace manometer::test
