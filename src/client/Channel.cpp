// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/Channel.h"

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>
#include <variant>

namespace manometer::client {

namespace {

using Kind = Failure::Kind;

Unexpected<Failure> failure(Kind kind, std::string detail)
{
    return Unexpected<Failure>({.kind = kind, .detail = std::move(detail)});
}

std::string nameOf(const Address &address)
{
    return address.socketPath.empty() ? (address.host + ", port " + std::to_string(address.port))
                                      : address.socketPath;
}

union SocketName {
    sockaddr any;
    sockaddr_un local;
    sockaddr_in four;
    sockaddr_in6 six;
};

// The size of the name; 0 if the path is too long.
socklen_t nameFor(const Address &address, SocketName &name)
{
    std::memset(&name, 0, sizeof name);
    if (!address.socketPath.empty()) {
        if (address.socketPath.size() >= sizeof name.local.sun_path)
            return 0;
        name.local.sun_family = AF_UNIX;
        std::memcpy(name.local.sun_path, address.socketPath.data(), address.socketPath.size());
        return sizeof name.local;
    }
    if (address.host == "::1") {
        name.six.sin6_family = AF_INET6;
        name.six.sin6_addr = in6addr_loopback;
        name.six.sin6_port = htons(address.port);
        return sizeof name.six;
    }
    name.four.sin_family = AF_INET;
    name.four.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    name.four.sin_port = htons(address.port);
    return sizeof name.four;
}

bool isThisUser(uid_t user)
{
    return user == ::geteuid() || user == 0;
}

} // namespace

Expected<void, Failure> Channel::open(const Address &address, Clock::time_point deadline)
{
    close();
    SocketName name;
    const socklen_t size = nameFor(address, name);
    if (size == 0)
        return failure(Kind::NoInstance, nameOf(address) + ": the path is too long for a socket");
    m_socket = ::socket(name.any.sa_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (m_socket < 0)
        return failure(Kind::NoInstance, std::strerror(errno));
    int error = ::connect(m_socket, &name.any, size) == 0 ? 0 : errno;
    // A unix socket with a full queue: EAGAIN, and there is nothing to wait for but time.
    while (error == EAGAIN && Clock::now() < deadline) {
        static_cast<void>(::poll(nullptr, 0, 10));
        error = ::connect(m_socket, &name.any, size) == 0 ? 0 : errno;
    }
    if (error == EINPROGRESS || error == EINTR) {
        if (const auto ready = wait(POLLOUT, deadline); !ready) {
            close();
            return Unexpected<Failure>(ready.error());
        }
        socklen_t length = sizeof error;
        ::getsockopt(m_socket, SOL_SOCKET, SO_ERROR, &error, &length);
    }
    if (error == EAGAIN) {
        close();
        return failure(Kind::TimedOut, nameOf(address) + " accepts no connection");
    }
    if (error != 0) {
        close();
        const bool hasEnded = address.isFound && (error == ECONNREFUSED || error == ENOENT);
        return failure(Kind::NoInstance,
                       nameOf(address) + ": " + (hasEnded ? "the program has ended" : std::strerror(error)));
    }
    if (address.socketPath.empty()) {
        const int on = 1;
        ::setsockopt(m_socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    } else if (address.isFound) {
        ucred peer{};
        socklen_t length = sizeof peer;
        if (::getsockopt(m_socket, SOL_SOCKET, SO_PEERCRED, &peer, &length) != 0 || !isThisUser(peer.uid)) {
            close();
            return failure(Kind::NoInstance, nameOf(address) + ": its program belongs to another user");
        }
    }
    return {};
}

void Channel::close()
{
    if (m_socket >= 0)
        ::close(m_socket);
    m_socket = -1;
}

Expected<short, Failure> Channel::wait(short events, Clock::time_point deadline) const
{
    for (;;) {
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now()).count();
        pollfd watched{.fd = m_socket, .events = events, .revents = 0};
        const int ready =
            ::poll(&watched, 1, static_cast<int>(std::clamp<long long>(left, 0, 24LL * 3600 * 1000)));
        if (ready > 0)
            return watched.revents;
        if (ready < 0 && errno != EINTR)
            return failure(Kind::Broken, std::strerror(errno));
        if (ready == 0 && left <= 0)
            return failure(Kind::TimedOut, {});
    }
}

Expected<Channel::Sent, Failure> Channel::send(std::string_view bytes, Clock::time_point deadline)
{
    while (!bytes.empty()) {
        const ssize_t sent = ::send(m_socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent >= 0) {
            bytes.remove_prefix(static_cast<std::size_t>(sent));
        } else if (errno == EAGAIN) {
            const auto ready = wait(POLLOUT | POLLIN, deadline);
            if (!ready)
                return Unexpected<Failure>(ready.error());
            if ((*ready & POLLIN) != 0)
                return Sent::Partly;
        } else if (errno == EPIPE || errno == ECONNRESET) {
            return Sent::Partly;
        } else if (errno != EINTR) {
            return failure(Kind::Broken, std::strerror(errno));
        }
    }
    return Sent::All;
}

Expected<Channel::Received, Failure> Channel::receive(std::string &bytes, Clock::time_point deadline)
{
    std::array<char, 16 << 10> piece; // NOLINT(cppcoreguidelines-pro-type-member-init): filled below
    for (;;) {
        const ssize_t got = ::recv(m_socket, piece.data(), piece.size(), 0);
        if (got > 0) {
            bytes.append(piece.data(), static_cast<std::size_t>(got));
            return Received::Bytes;
        }
        if (got == 0)
            return Received::End;
        if (errno == ECONNRESET)
            return Received::Reset;
        if (errno == EAGAIN) {
            if (const auto ready = wait(POLLIN, deadline); !ready)
                return Unexpected<Failure>(ready.error());
        } else if (errno != EINTR) {
            return failure(Kind::Broken, std::strerror(errno));
        }
    }
}

Expected<std::string, std::string> readSmallFile(const std::string &path, std::size_t mostBytes, Owner owner)
{
    // O_NONBLOCK: a FIFO must not block.
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (file < 0)
        return Unexpected<std::string>(std::strerror(errno));
    struct stat about
    {};
    std::string problem;
    std::string text;
    if (::fstat(file, &about) != 0)
        problem = std::strerror(errno);
    else if (!S_ISREG(about.st_mode))
        problem = "it is not a regular file";
    else if (owner == Owner::ThisUser && !isThisUser(about.st_uid))
        problem = "it belongs to another user";
    else if (static_cast<std::uint64_t>(about.st_size) > mostBytes)
        problem = "it is too large";
    while (problem.empty() && text.size() <= mostBytes) {
        std::array<char, 4096> piece{};
        const ssize_t got = ::read(file, piece.data(), piece.size());
        if (got == 0)
            break;
        if (got > 0)
            text.append(piece.data(), static_cast<std::size_t>(got));
        else if (errno != EINTR)
            problem = std::strerror(errno);
    }
    ::close(file);
    if (problem.empty() && text.size() > mostBytes)
        problem = "it is too large";
    if (!problem.empty())
        return Unexpected<std::string>(problem);
    return text;
}

} // namespace manometer::client
