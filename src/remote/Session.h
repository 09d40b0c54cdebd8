// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the views of a RemoteBackend share: the client, the clock, whether calls may be sent, and how an
// answer becomes a future. A future is finished in the client's thread, so that it can be waited for without
// an event loop. In the backend's thread; nothing blocks.
#pragma once

#include "remote/Answers.h"
#include "remote/HttpClient.h"
#include "remote/RemoteClock.h"
#include "views/Backend.h"

#include <QFuture>
#include <QPromise>

#include <memory>
#include <optional>

namespace manometer::remote {

enum class Access : quint8 {
    ReadOnly, // every change is refused here, without being sent
    Full,
};

class Session
{
public:
    enum class Call : quint8 { Read, Change };

    Session(const Endpoint &endpoint, Access access)
        : m_client(std::make_unique<HttpClient>(endpoint))
        , m_access(access)
    {}

    HttpClient &client() { return *m_client; }
    const std::shared_ptr<RemoteClock> &clock() const { return m_clock; }
    bool isReadOnly() const { return m_access == Access::ReadOnly; }

    void setConnection(const views::Connection &connection) { m_connection = connection; }
    // Ends all requests: their futures are cancelled. Waits for the client's thread. The last call.
    void end() { m_client.reset(); }

    // Why such a call is not sent; empty: it is.
    std::optional<views::Failure> obstacle(Call call) const;

    // `decode` makes an Answer<T> of an HttpAnswer, in the client's thread.
    template<typename T, typename Decode>
    QFuture<T> ask(Call call, const HttpRequest &request, Decode decode)
    {
        if (const auto failure = obstacle(call))
            return views::failed<T>(failure->kind(), failure->reason());
        const auto promise = std::make_shared<QPromise<T>>();
        promise->start();
        const QFuture<T> future = promise->future();
        m_client->send(request, [promise, decode = std::move(decode)](const HttpAnswer &answer) {
            fulfil<T>(*promise, decode(answer));
        });
        return future;
    }

private:
    const std::shared_ptr<RemoteClock> m_clock = std::make_shared<RemoteClock>();
    std::unique_ptr<HttpClient> m_client;
    const Access m_access;
    views::Connection m_connection;
};

} // namespace manometer::remote
