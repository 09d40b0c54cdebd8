// SPDX-License-Identifier: GPL-3.0-or-later
//
// An HTTP server in a thread of its own that answers as the test wants: well, not at all, endlessly, with
// garbage. On a unix socket in a temporary folder or on a port of the loopback interface. Functions from any
// thread.
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QTemporaryDir>

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace manometer::test {

struct ServedRequest
{
    QByteArray method;
    QByteArray target;
    QByteArray body;
    QHash<QByteArray, QByteArray> headers; // names in lower case
};

struct ServedReply
{
    enum class Then {
        Keep,   // the connection
        Close,  // it after the answer
        Drop,   // it without an answer
        Hang,   // after what is in `raw`
        Stream, // push() sends to this connection, too
        Endless // `raw`, again and again
    };

    int status = 200;
    QByteArray body{};
    QByteArray type = "application/json";
    QByteArray headers{}; // each with its line end
    QByteArray raw{};     // in place of all of the above
    Then then = Then::Keep;

    static ServedReply problem(int status, const QByteArray &reason, const QByteArray &detail);
    static ServedReply stream(const QByteArray &first = {});
};

class ScriptedServer
{
public:
    enum class On { UnixSocket, Loopback };
    using OnRequest = std::function<ServedReply(const ServedRequest &)>; // in the server's thread

    explicit ScriptedServer(OnRequest onRequest, On on = On::UnixSocket);
    ~ScriptedServer();
    ScriptedServer(const ScriptedServer &) = delete;
    ScriptedServer &operator=(const ScriptedServer &) = delete;

    QByteArray socketPath() const { return m_folder.path().toUtf8() + "/api.sock"; }
    quint16 port() const { return m_port; }

    void push(const QByteArray &bytes); // to the streams
    void endStreams();
    // A dead server: its socket is closed and removed. start() brings it back.
    void stop();
    bool start();

    QList<ServedRequest> requests() const;
    // Of this method and path, whatever its query.
    QList<ServedRequest> requests(const QByteArray &method, const QByteArray &path) const;
    int streams() const;

private:
    struct Peer;

    void run();
    void accept();
    bool readFrom(Peer &peer);
    bool answerNext(Peer &peer);
    bool writeTo(Peer &peer);
    void wake();

    const OnRequest m_onRequest;
    const On m_on;
    QTemporaryDir m_folder;
    std::atomic<quint16> m_port = 0;
    int m_listener = -1;
    int m_wake = -1;
    std::atomic<bool> m_isEnding = false;
    mutable std::mutex m_mutex;
    std::vector<std::unique_ptr<Peer>> m_peers;
    QList<ServedRequest> m_requests;
    std::thread m_thread;
};

} // namespace manometer::test
