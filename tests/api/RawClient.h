// SPDX-License-Identifier: GPL-3.0-or-later
//
// A connection that sends and receives bytes as a test says, well-formed or not. Blocks for half a minute at
// most.
#pragma once

#include <QByteArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <chrono>
#include <cstring>
#include <map>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace manometer::test {

struct Answered
{
    int status = 0; // 0: no response
    std::map<QByteArray, QByteArray> headers;
    QByteArray body;

    QJsonObject json() const { return QJsonDocument::fromJson(body).object(); }
    QString reason() const { return json()[QStringLiteral("reason")].toString(); }
    QByteArray header(const char *name) const
    {
        const auto found = headers.find(QByteArray(name).toLower());
        return found == headers.end() ? QByteArray() : found->second;
    }
};

class RawClient
{
public:
    explicit RawClient(const QByteArray &socketPath)
        : m_socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_un address = {};
        address.sun_family = AF_UNIX;
        std::strncpy(address.sun_path, socketPath.constData(), sizeof address.sun_path - 1);
        m_isConnected =
            ::connect(m_socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
    }
    explicit RawClient(std::uint16_t port)
        : m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_in address = {};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        m_isConnected =
            ::connect(m_socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
    }
    ~RawClient() { ::close(m_socket); }
    RawClient(const RawClient &) = delete;
    RawClient &operator=(const RawClient &) = delete;

    bool isConnected() const { return m_isConnected; }
    bool send(const QByteArray &bytes)
    {
        for (qsizetype done = 0; done < bytes.size();) {
            const ssize_t sent = ::send(m_socket, bytes.constData() + done,
                                        static_cast<size_t>(bytes.size() - done), MSG_NOSIGNAL);
            if (sent <= 0)
                return false;
            done += sent;
        }
        return true;
    }
    // Until the received bytes contain these, the other end closes, or the time is over.
    bool receiveUntil(const QByteArray &words, std::chrono::milliseconds time = std::chrono::seconds(30))
    {
        const auto deadline = std::chrono::steady_clock::now() + time;
        while (!m_received.contains(words) && !m_isClosed && std::chrono::steady_clock::now() < deadline)
            receiveSome(deadline);
        return m_received.contains(words);
    }
    bool isClosedWithin(std::chrono::milliseconds time)
    {
        const auto deadline = std::chrono::steady_clock::now() + time;
        while (!m_isClosed && std::chrono::steady_clock::now() < deadline)
            receiveSome(deadline);
        return m_isClosed;
    }
    QByteArray &received() { return m_received; }
    void shutDown() { ::shutdown(m_socket, SHUT_RDWR); }
    int socket() const { return m_socket; }

    // One response with a Content-Length (or without a body).
    Answered answer()
    {
        Answered answered;
        if (!receiveUntil("\r\n\r\n"))
            return answered;
        const qsizetype end = m_received.indexOf("\r\n\r\n");
        const QList<QByteArray> lines = m_received.left(end).split('\n');
        answered.status = lines.constFirst().split(' ').value(1).toInt();
        for (const QByteArray &line : lines.mid(1)) {
            const qsizetype colon = line.indexOf(':');
            answered.headers[line.left(colon).toLower()] = line.mid(colon + 1).trimmed();
        }
        const qsizetype length = answered.header("content-length").toLongLong();
        const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(30);
        while (m_received.size() < end + 4 + length && !m_isClosed &&
               std::chrono::steady_clock::now() < deadline)
            receiveSome(deadline);
        answered.body = m_received.mid(end + 4, length);
        m_received.remove(0, end + 4 + length);
        return answered;
    }

private:
    void receiveSome(std::chrono::steady_clock::time_point deadline)
    {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
            deadline - std::chrono::steady_clock::now());
        pollfd ready{.fd = m_socket, .events = POLLIN, .revents = 0};
        if (::poll(&ready, 1, static_cast<int>(std::max<std::int64_t>(1, left.count()))) <= 0)
            return;
        char bytes[65536];
        const ssize_t size = ::recv(m_socket, bytes, sizeof bytes, 0);
        if (size <= 0)
            m_isClosed = true;
        else
            m_received.append(bytes, size);
    }

    int m_socket;
    bool m_isConnected = false;
    bool m_isClosed = false;
    QByteArray m_received;
};

inline QByteArray requestText(const QByteArray &method, const QByteArray &target, const QByteArray &body = {},
                              const QByteArray &headers = {}, const QByteArray &host = "localhost")
{
    return method + ' ' + target + " HTTP/1.1\r\nHost: " + host + "\r\n" + headers +
           (body.isEmpty() ? QByteArray() : "Content-Length: " + QByteArray::number(body.size()) + "\r\n") +
           "\r\n" + body;
}

} // namespace manometer::test
