// SPDX-License-Identifier: GPL-3.0-or-later
#include "ScriptedServer.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <netinet/in.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>
#include <utility>

namespace manometer::test {

namespace {

QByteArray written(const ServedReply &reply)
{
    if (!reply.raw.isEmpty())
        return reply.raw;
    QByteArray text =
        "HTTP/1.1 " + QByteArray::number(reply.status) + " Text\r\nContent-Type: " + reply.type + "\r\n";
    if (reply.then != ServedReply::Then::Stream)
        text += "Content-Length: " + QByteArray::number(reply.body.size()) + "\r\n";
    if (reply.then == ServedReply::Then::Close)
        text += "Connection: close\r\n";
    return text + reply.headers + "\r\n" + reply.body;
}

} // namespace

ServedReply ServedReply::problem(int status, const QByteArray &reason, const QByteArray &detail)
{
    return {.status = status,
            .body = R"({"type":"about:blank","title":"T","status":)" + QByteArray::number(status) +
                    R"(,"reason":")" + reason + R"(","detail":")" + detail + "\"}\n",
            .type = "application/problem+json"};
}

ServedReply ServedReply::stream(const QByteArray &first)
{
    return {.body = first, .type = "text/event-stream", .then = Then::Stream};
}

struct ScriptedServer::Peer
{
    int socket = -1;
    QByteArray in{};
    QByteArray out{};
    ServedReply::Then then = ServedReply::Then::Keep;
    QByteArray endless{};
    bool closesWhenWritten = false;

    explicit Peer(int descriptor)
        : socket(descriptor)
    {}
    ~Peer() { ::close(socket); }
    Peer(const Peer &) = delete;
    Peer &operator=(const Peer &) = delete;
};

ScriptedServer::ScriptedServer(OnRequest onRequest, On on)
    : m_onRequest(std::move(onRequest))
    , m_on(on)
    , m_wake(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
{
    start();
}

ScriptedServer::~ScriptedServer()
{
    stop();
    ::close(m_wake);
}

bool ScriptedServer::start()
{
    const int family = m_on == On::UnixSocket ? AF_UNIX : AF_INET;
    m_listener = ::socket(family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    bool isBound = false;
    if (m_on == On::UnixSocket) {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        const QByteArray path = socketPath();
        std::copy(path.begin(), path.end(), address.sun_path);
        isBound = ::bind(m_listener, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
    } else {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        isBound = ::bind(m_listener, reinterpret_cast<const sockaddr *>(&address), size) == 0 &&
                  ::getsockname(m_listener, reinterpret_cast<sockaddr *>(&address), &size) == 0;
        m_port = ntohs(address.sin_port);
    }
    if (!isBound || ::listen(m_listener, 64) != 0)
        return false;
    m_isEnding = false;
    m_thread = std::thread([this] { run(); });
    return true;
}

void ScriptedServer::stop()
{
    m_isEnding = true;
    wake();
    if (m_thread.joinable())
        m_thread.join();
    const std::lock_guard lock(m_mutex);
    m_peers.clear();
    ::close(std::exchange(m_listener, -1));
    ::unlink(socketPath().constData());
}

void ScriptedServer::wake()
{
    const std::uint64_t one = 1;
    [[maybe_unused]] const auto written = ::write(m_wake, &one, sizeof one);
}

void ScriptedServer::push(const QByteArray &bytes)
{
    const std::lock_guard lock(m_mutex);
    for (const auto &peer : m_peers)
        if (peer->then == ServedReply::Then::Stream)
            peer->out += bytes;
    wake();
}

void ScriptedServer::endStreams()
{
    const std::lock_guard lock(m_mutex);
    for (const auto &peer : m_peers)
        if (peer->then == ServedReply::Then::Stream)
            peer->closesWhenWritten = true;
    wake();
}

QList<ServedRequest> ScriptedServer::requests() const
{
    const std::lock_guard lock(m_mutex);
    return m_requests;
}

QList<ServedRequest> ScriptedServer::requests(const QByteArray &method, const QByteArray &path) const
{
    QList<ServedRequest> found = requests();
    found.removeIf([&](const ServedRequest &each) {
        return each.method != method || each.target.split('?').constFirst() != path;
    });
    return found;
}

int ScriptedServer::streams() const
{
    const std::lock_guard lock(m_mutex);
    return static_cast<int>(std::count_if(m_peers.begin(), m_peers.end(), [](const auto &peer) {
        return peer->then == ServedReply::Then::Stream;
    }));
}

void ScriptedServer::run()
{
    while (!m_isEnding) {
        std::vector<pollfd> polled{{m_wake, POLLIN, 0}, {m_listener, POLLIN, 0}};
        {
            const std::lock_guard lock(m_mutex);
            for (const auto &peer : m_peers) {
                const bool hasOutput =
                    !peer->out.isEmpty() || !peer->endless.isEmpty() || peer->closesWhenWritten;
                polled.push_back({peer->socket, static_cast<short>(POLLIN | (hasOutput ? POLLOUT : 0)), 0});
            }
        }
        ::poll(polled.data(), polled.size(), -1);
        std::uint64_t count = 0;
        [[maybe_unused]] const auto got = ::read(m_wake, &count, sizeof count);
        const std::lock_guard lock(m_mutex);
        for (std::size_t i = polled.size(); i-- > 2;) {
            Peer &peer = *m_peers[i - 2];
            const bool isAlive =
                ((polled[i].revents & (POLLIN | POLLHUP | POLLERR)) == 0 || readFrom(peer)) &&
                ((polled[i].revents & POLLOUT) == 0 || writeTo(peer));
            if (!isAlive)
                m_peers.erase(m_peers.begin() + static_cast<std::ptrdiff_t>(i - 2));
        }
        if ((polled[1].revents & POLLIN) != 0)
            accept();
    }
}

void ScriptedServer::accept()
{
    const int socket = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK);
    if (socket >= 0)
        m_peers.push_back(std::make_unique<Peer>(socket));
}

bool ScriptedServer::readFrom(Peer &peer)
{
    std::array<char, 65536> buffer{};
    const ssize_t size = ::recv(peer.socket, buffer.data(), buffer.size(), 0);
    if (size <= 0)
        return false;
    peer.in.append(buffer.data(), size);
    while (answerNext(peer)) {
    }
    return true;
}

// False: the request is not whole yet.
bool ScriptedServer::answerNext(Peer &peer)
{
    const qsizetype end = peer.in.indexOf("\r\n\r\n");
    if (end < 0)
        return false;
    QList<QByteArray> lines = peer.in.first(end).split('\n');
    const QList<QByteArray> words = lines.takeFirst().trimmed().split(' ');
    ServedRequest request{.method = words.value(0), .target = words.value(1), .body = {}, .headers = {}};
    for (const QByteArray &line : std::as_const(lines)) {
        const qsizetype colon = line.indexOf(':');
        request.headers[line.first(colon).trimmed().toLower()] = line.sliced(colon + 1).trimmed();
    }
    const qsizetype length = request.headers.value("content-length").toLongLong();
    if (peer.in.size() < end + 4 + length)
        return false;
    request.body = peer.in.sliced(end + 4, length);
    peer.in.remove(0, end + 4 + length);
    m_requests.append(request);
    const ServedReply reply = m_onRequest(request);
    using Then = ServedReply::Then;
    if ((reply.then != Then::Hang && reply.then != Then::Drop) || !reply.raw.isEmpty())
        peer.out += written(reply);
    peer.then = reply.then;
    peer.closesWhenWritten = reply.then == Then::Close || reply.then == Then::Drop;
    if (reply.then == Then::Endless)
        peer.endless = reply.raw;
    return true;
}

bool ScriptedServer::writeTo(Peer &peer)
{
    if (peer.out.isEmpty())
        peer.out = peer.endless;
    const ssize_t size = ::send(peer.socket, peer.out.constData(), static_cast<std::size_t>(peer.out.size()),
                                MSG_NOSIGNAL | MSG_DONTWAIT);
    if (size < 0)
        return errno == EAGAIN;
    peer.out.remove(0, size);
    return !peer.out.isEmpty() || !peer.closesWhenWritten;
}

} // namespace manometer::test
