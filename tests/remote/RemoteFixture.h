// SPDX-License-Identifier: GPL-3.0-or-later
//
// A RemoteBackend that is attached to a server of the test.
#pragma once

#include "FakeApi.h"
#include "remote/RemoteBackend.h"
#include "support/Eventually.h"

#include <QTest>

#include <memory>

namespace manometer::test {

// Waits until the connection is lost for a reason that has these words.
inline bool isLostFor(const remote::RemoteBackend &backend, const QString &words)
{
    return QTest::qWaitFor(
        [&] {
            const views::Connection connection = backend.connection();
            return connection.state == views::Connection::State::Lost && connection.reason.contains(words);
        },
        int(waitLimit.count()));
}

class RemoteFixture
{
public:
    FakeApi api;

    // False: it did not connect in time.
    bool attach(remote::Access access = remote::Access::Full)
    {
        m_backend = std::make_unique<remote::RemoteBackend>(api.setup(access));
        return becomes(views::Connection::State::Connected);
    }
    // The stream ends, and another one begins, of another run of the server if its `pid` is another.
    bool attachAgain()
    {
        api.server.endStreams();
        return becomes(views::Connection::State::Lost) && becomes(views::Connection::State::Connected);
    }
    bool becomes(views::Connection::State state)
    {
        return QTest::qWaitFor([&] { return m_backend->connection().state == state; },
                               int(waitLimit.count()));
    }

    remote::RemoteBackend &backend() { return *m_backend; }
    views::Views views() { return m_backend->views(); }
    void detach() { m_backend.reset(); }

    // The requests of this method and path that were sent so far.
    qsizetype sent(const QByteArray &method, const QByteArray &path) const
    {
        return api.server.requests(method, path).size();
    }

private:
    std::unique_ptr<remote::RemoteBackend> m_backend;
};

} // namespace manometer::test
