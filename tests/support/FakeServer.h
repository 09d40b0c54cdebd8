// SPDX-License-Identifier: GPL-3.0-or-later
//
// A server of HTTP/1.1 on a unix socket or on 127.0.0.1, whose answers a test writes byte by byte, also those
// that no good server gives. std only. Each connection has a thread; the destructor ends all.
#pragma once

#include <QByteArray>
#include <QTemporaryDir>

#include <arpa/inet.h>
#include <array>
#include <cstring>
#include <functional>
#include <mutex>
#include <netinet/in.h>
#include <poll.h>
#include <string>
#include <sys/socket.h>
#include <sys/un.h>
#include <thread>
#include <unistd.h>
#include <vector>

namespace manometer::test {

struct FakeRequest
{
    std::string method;
    std::string target;
    std::string head; // all of it
    std::string body;
    int connection = 0; // from 1
};

struct FakeReply
{
    enum class After { KeepOpen, Close, Reset, Hang };

    std::vector<std::string> pieces{}; // each is sent on its own
    After after = After::KeepOpen;
    int pauseMs = 0; // before each piece
};

inline std::string httpAnswer(int status, const std::string &body, const std::string &fields = {})
{
    return "HTTP/1.1 " + std::to_string(status) + " X\r\n" + fields +
           "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
}

inline std::string problemAnswer(int status, const std::string &reason, const std::string &detail,
                                 const std::string &fields = {})
{
    return httpAnswer(status,
                      R"({"type":"about:blank","title":"X","status":)" + std::to_string(status) +
                          R"(,"reason":")" + reason + R"(","detail":")" + detail + "\"}\n",
                      fields + "Content-Type: application/problem+json\r\n");
}

inline std::string chunk(const std::string &text)
{
    std::array<char, 20> size{};
    std::snprintf(size.data(), size.size(), "%zx\r\n", text.size());
    return size.data() + text + "\r\n";
}

inline const std::string chunkedHead = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";

class FakeServer
{
public:
    enum class Kind { Unix, Tcp };
    using Handler = std::function<FakeReply(const FakeRequest &)>;

    explicit FakeServer(Handler handler, Kind kind = Kind::Unix)
        : m_handler(std::move(handler))
        , m_path(m_folder.path().toStdString() + "/api.sock")
    {
        m_listener = ::socket(kind == Kind::Unix ? AF_UNIX : AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_un local{};
        sockaddr_in four{};
        if (kind == Kind::Unix) {
            local.sun_family = AF_UNIX;
            std::strncpy(local.sun_path, m_path.c_str(), sizeof local.sun_path - 1);
            check(::bind(m_listener, reinterpret_cast<sockaddr *>(&local), sizeof local) == 0);
        } else {
            four.sin_family = AF_INET;
            four.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
            check(::bind(m_listener, reinterpret_cast<sockaddr *>(&four), sizeof four) == 0);
            socklen_t length = sizeof four;
            check(::getsockname(m_listener, reinterpret_cast<sockaddr *>(&four), &length) == 0);
            m_port = ntohs(four.sin_port);
        }
        check(::listen(m_listener, 16) == 0 && ::pipe(m_stop.data()) == 0);
        m_acceptor = std::thread([this] { accept(); });
    }
    ~FakeServer()
    {
        ::close(m_stop[1]); // every thread sees the end of this pipe
        m_acceptor.join();
        for (std::thread &each : m_threads)
            each.join();
        ::close(m_stop[0]);
        ::close(m_listener);
    }
    FakeServer(const FakeServer &) = delete;
    FakeServer &operator=(const FakeServer &) = delete;

    const std::string &path() const { return m_path; }
    int port() const { return m_port; }
    std::string folder() const { return m_folder.path().toStdString(); }
    std::vector<FakeRequest> requests() const
    {
        const std::lock_guard lock(m_mutex);
        return m_requests;
    }
    // "GET /x" of each request.
    std::vector<std::string> asked() const
    {
        std::vector<std::string> lines;
        for (const FakeRequest &each : requests())
            lines.push_back(each.method + ' ' + each.target);
        return lines;
    }

private:
    static void check(bool good)
    {
        if (!good)
            qFatal("FakeServer: %s", std::strerror(errno));
    }

    // False at the end of the test.
    bool waitFor(int descriptor) const
    {
        std::array<pollfd, 2> watched{{{m_stop[0], POLLIN, 0}, {descriptor, POLLIN, 0}}};
        return ::poll(watched.data(), descriptor < 0 ? 1 : 2, -1) > 0 && watched[0].revents == 0;
    }

    // False at the end of the test.
    bool pause(int ms) const
    {
        pollfd watched{m_stop[0], POLLIN, 0};
        return ::poll(&watched, 1, ms) == 0;
    }

    void accept()
    {
        for (int number = 1; waitFor(m_listener); ++number) {
            const int socket = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
            if (socket >= 0)
                m_threads.emplace_back([this, socket, number] { serve(socket, number); });
        }
    }

    void serve(int socket, int number)
    {
        std::string bytes;
        FakeRequest request;
        request.connection = number;
        while (receive(socket, bytes, request)) {
            {
                const std::lock_guard lock(m_mutex);
                m_requests.push_back(request);
            }
            const FakeReply reply = m_handler(request);
            for (const std::string &piece : reply.pieces)
                if (pause(reply.pauseMs))
                    send(socket, piece);
            if (reply.after == FakeReply::After::Hang)
                static_cast<void>(waitFor(-1));
            if (reply.after == FakeReply::After::Reset) {
                const linger none{.l_onoff = 1, .l_linger = 0};
                ::setsockopt(socket, SOL_SOCKET, SO_LINGER, &none, sizeof none);
            }
            if (reply.after != FakeReply::After::KeepOpen)
                break;
        }
        ::close(socket);
    }

    // A client that does not read must not keep the test from ending.
    void send(int socket, std::string_view piece) const
    {
        while (!piece.empty()) {
            const ssize_t sent = ::send(socket, piece.data(), piece.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
            if (sent > 0) {
                piece.remove_prefix(static_cast<std::size_t>(sent));
                continue;
            }
            std::array<pollfd, 2> watched{{{m_stop[0], POLLIN, 0}, {socket, POLLOUT, 0}}};
            if (errno != EAGAIN || ::poll(watched.data(), 2, -1) < 0 || watched[0].revents != 0)
                return;
        }
    }

    // Removes one request from the bytes.
    bool receive(int socket, std::string &bytes, FakeRequest &request) const
    {
        for (;;) {
            const auto end = bytes.find("\r\n\r\n");
            if (end != std::string::npos) {
                request.head = bytes.substr(0, end + 2);
                std::size_t length = 0;
                if (const auto at = request.head.find("Content-Length: "); at != std::string::npos)
                    length = std::strtoull(request.head.c_str() + at + 16, nullptr, 10);
                if (bytes.size() >= end + 4 + length) {
                    request.body = bytes.substr(end + 4, length);
                    bytes.erase(0, end + 4 + length);
                    const auto space = request.head.find(' ');
                    request.method = request.head.substr(0, space);
                    request.target =
                        request.head.substr(space + 1, request.head.find(' ', space + 1) - space - 1);
                    return true;
                }
            }
            std::array<char, 4096> piece{};
            if (!waitFor(socket))
                return false;
            const ssize_t got = ::recv(socket, piece.data(), piece.size(), 0);
            if (got <= 0)
                return false;
            bytes.append(piece.data(), static_cast<std::size_t>(got));
        }
    }

    Handler m_handler;
    QTemporaryDir m_folder;
    std::string m_path;
    int m_port = 0;
    int m_listener = -1;
    std::array<int, 2> m_stop{};
    std::thread m_acceptor;
    std::vector<std::thread> m_threads;
    mutable std::mutex m_mutex;
    std::vector<FakeRequest> m_requests;
};

} // namespace manometer::test
