// SPDX-License-Identifier: GPL-3.0-or-later
//
// The local door: HTTP and JSON for the programs of this user, over a unix socket, and over a TCP port of the
// loopback interface where one is asked for. resources/openapi.json describes it. Created and destroyed in
// the views' thread, before they are; open() blocks on disk, the destructor until the requests that run have
// ended.
#pragma once

#include "api/EventFeed.h"
#include "api/TcpAddress.h"
#include "expected/Expected.h"
#include "views/Backend.h"
#include "views/EntryAccess.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace manometer::api {

struct ApiSetup
{
    views::Views views{};
    views::EntryAccess *entries = nullptr;                        // outlives the API, as the views do
    std::function<void(const views::ClientActionEvent &)> report; // any thread
    EventFeed *events = nullptr;                                  // outlives the API
    QString folder; // of the socket and its description: created, private to this user
    std::optional<TcpAddress> listen{};
    QString program;           // for the description
    QByteArray cacheDirectory; // for the description
};

class Api
{
public:
    // The error is a sentence for the log; not translated.
    static Expected<std::unique_ptr<Api>, QString> open(const ApiSetup &setup);
    ~Api();
    Api(const Api &) = delete;
    Api &operator=(const Api &) = delete;

    QString socket() const;
    QString url() const; // empty without TCP
    // "GET /healthz": every method and path that there is.
    QStringList resources() const;

    static constexpr auto socketName = "api.sock";
    static constexpr auto instanceName = "instance.json";

private:
    class Implementation;
    explicit Api(std::unique_ptr<Implementation> implementation);

    std::unique_ptr<Implementation> m_implementation;
};

} // namespace manometer::api
