// SPDX-License-Identifier: GPL-3.0-or-later
#include "answers/AnswerServer.h"

#include "answers/Asker.h"
#include "answers/Descriptor.h"
#include "answers/Messages.h"
#include "answers/Peer.h"

#include <array>
#include <atomic>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <list>
#include <mutex>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <system_error>
#include <thread>
#include <unistd.h>
#include <utility>

namespace manometer::answers {

namespace {

constexpr int backlog = 128;
constexpr std::size_t usualBytes = 4096; // of a question
constexpr timeval sendTimeout{.tv_sec = 5, .tv_usec = 0};

// Takes the descriptor that came with a message into `file`, which keeps the last one; closes all others.
void takeDescriptors(msghdr &message, Descriptor &file)
{
    for (cmsghdr *part = CMSG_FIRSTHDR(&message); part; part = CMSG_NXTHDR(&message, part)) {
        if (part->cmsg_level != SOL_SOCKET || part->cmsg_type != SCM_RIGHTS)
            continue;
        const std::size_t count = (part->cmsg_len - CMSG_LEN(0)) / sizeof(int);
        for (std::size_t i = 0; i < count; ++i) {
            int descriptor = -1;
            std::memcpy(&descriptor, CMSG_DATA(part) + i * sizeof(int), sizeof descriptor);
            file.reset(descriptor);
        }
    }
}

// A descriptor that proves nothing (O_PATH) or cannot be read from is none.
bool isReadable(int file)
{
    const int flags = ::fcntl(file, F_GETFL);
    return flags >= 0 && (flags & O_PATH) == 0 && (flags & O_ACCMODE) != O_WRONLY;
}

// One program's requests, one after the other, until it goes away.
class Conversation
{
public:
    Conversation(int socket, AnswerStore &store)
        : m_socket(socket)
        , m_store(store)
    {}

    void run()
    {
        while (serveOne()) {
        }
    }

private:
    // False: the peer has ended, or is not one of ours.
    bool serveOne()
    {
        // Most messages are there with one call. A message with a descriptor is not read together with the
        // next one (unix(7)).
        Descriptor file;
        m_bytes.resize(usualBytes);
        std::size_t received = 0;
        while (received < sizeof(Head))
            if (!receive(received, file))
                return false;
        const auto head = headOf(m_bytes);
        if (!head || received > sizeof(Head) + head->length)
            return false;
        m_bytes.resize(sizeof(Head) + head->length);
        while (received < m_bytes.size())
            if (!receive(received, file))
                return false;
        const std::string_view body = std::string_view(m_bytes).substr(sizeof(Head));
        if (head->kind == Kind::Find)
            return find(body, file.get());
        return head->kind == Kind::Store && store(body, file.get());
    }

    bool find(std::string_view bytes, int file)
    {
        const auto body = findBody(bytes);
        if (!body || !isPath(body->path))
            return false;
        if (!m_asker)
            m_asker = askerOfPeer();
        const auto answer = isReadable(file) ? m_store.find({.file = file,
                                                             .path = body->path,
                                                             .text = body->text,
                                                             .isCounted = body->isCounted,
                                                             .startMicroseconds = body->startMicroseconds},
                                                            *m_asker)
                                             : std::nullopt;
        return send(answer ? foundMessage(*answer) : notFoundMessage());
    }

    bool store(std::string_view bytes, int file)
    {
        const auto body = storeBody(bytes);
        if (!body || !isPath(body->path))
            return false;
        if (isReadable(file))
            m_store.store({.file = file, .path = body->path, .text = body->text}, body->before, body->answer);
        return true;
    }

    static bool isPath(std::string_view path)
    {
        return path.starts_with('/') && path.find('\0') == std::string_view::npos;
    }

    std::string askerOfPeer() const
    {
        const auto peer = peerOf(m_socket);
        return peer ? askerOf(peer->pid) : std::string();
    }

    // Into m_bytes, behind what has been received.
    bool receive(std::size_t &received, Descriptor &file)
    {
        iovec part{.iov_base = m_bytes.data() + received, .iov_len = m_bytes.size() - received};
        alignas(cmsghdr) std::array<char, CMSG_SPACE(4 * sizeof(int))> control{};
        msghdr message{};
        message.msg_iov = &part;
        message.msg_iovlen = 1;
        message.msg_control = control.data();
        message.msg_controllen = control.size();
        ssize_t got = 0;
        do
            got = ::recvmsg(m_socket, &message, MSG_CMSG_CLOEXEC);
        while (got < 0 && errno == EINTR);
        if (got <= 0)
            return false;
        takeDescriptors(message, file);
        received += static_cast<std::size_t>(got);
        return true;
    }

    bool send(std::string_view bytes) const
    {
        while (!bytes.empty()) {
            const ssize_t sent = ::send(m_socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (sent < 0 && errno == EINTR)
                continue;
            if (sent <= 0)
                return false;
            bytes.remove_prefix(static_cast<std::size_t>(sent));
        }
        return true;
    }

    int m_socket;
    AnswerStore &m_store;
    std::string m_bytes;
    std::optional<std::string> m_asker;
};

} // namespace

class AnswerServer::Implementation
{
public:
    Implementation(std::string path, int listener, int wake, AnswerStore &store)
        : m_path(std::move(path))
        , m_listener(listener)
        , m_wake(wake)
        , m_store(store)
        , m_accepting([this] { acceptAll(); })
    {}

    ~Implementation()
    {
        const std::uint64_t one = 1;
        static_cast<void>(::write(m_wake.get(), &one, sizeof one));
        m_accepting.join();
        ::unlink(m_path.c_str());
        for (Connection &each : m_connections)
            ::shutdown(each.socket.get(), SHUT_RDWR);
        for (Connection &each : m_connections)
            each.thread.join();
    }

private:
    struct Connection
    {
        Descriptor socket;
        std::atomic<bool> hasEnded = false;
        std::thread thread;
    };

    void acceptAll()
    {
        for (;;) {
            std::array<pollfd, 2> waited{{{m_listener.get(), POLLIN, 0}, {m_wake.get(), POLLIN, 0}}};
            if (::poll(waited.data(), waited.size(), -1) < 0 && errno != EINTR)
                return;
            if (waited[1].revents != 0)
                return;
            if (waited[0].revents != 0)
                acceptOne();
        }
    }

    void acceptOne()
    {
        Descriptor socket(::accept4(m_listener.get(), nullptr, nullptr, SOCK_CLOEXEC));
        if (socket.get() < 0) {
            if (errno == EMFILE || errno == ENFILE || errno == ENOMEM)
                ::poll(nullptr, 0, 50); // it would be tried without a pause
            return;
        }
        m_connections.remove_if([](Connection &each) {
            if (!each.hasEnded)
                return false;
            each.thread.join();
            return true;
        });
        if (m_connections.size() >= mostConnections || !isPeerOfThisUser(socket.get()))
            return;
        ::setsockopt(socket.get(), SOL_SOCKET, SO_SNDTIMEO, &sendTimeout, sizeof sendTimeout);
        Connection &connection = m_connections.emplace_back();
        connection.socket.reset(socket.release());
        try {
            connection.thread = std::thread([this, &connection] {
                Conversation(connection.socket.get(), m_store).run();
                ::shutdown(connection.socket.get(), SHUT_RDWR);
                connection.hasEnded = true;
            });
        } catch (const std::system_error &) { // no room for a thread: exiftool does the work itself
            m_connections.pop_back();
        }
    }

    const std::string m_path;
    const Descriptor m_listener;
    const Descriptor m_wake;
    AnswerStore &m_store;
    std::list<Connection> m_connections; // the accepting thread's
    std::thread m_accepting;
};

AnswerServer::AnswerServer(std::unique_ptr<Implementation> implementation)
    : m_implementation(std::move(implementation))
{}

AnswerServer::~AnswerServer() = default;

Expected<std::unique_ptr<AnswerServer>, std::string> AnswerServer::open(const std::string &folder,
                                                                        AnswerStore &store)
{
    const std::string path = folder + '/' + socketName;
    sockaddr_un address = {};
    address.sun_family = AF_UNIX;
    if (path.size() >= sizeof address.sun_path)
        return Unexpected<std::string>(path + " is too long for a socket's path");
    std::memcpy(address.sun_path, path.data(), path.size());
    Descriptor listener(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    Descriptor wake(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK));
    ::unlink(path.c_str());
    // Nobody can connect before listen().
    if (listener.get() < 0 || wake.get() < 0 ||
        ::bind(listener.get(), reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0 ||
        ::chmod(path.c_str(), 0600) != 0 || ::listen(listener.get(), backlog) != 0)
        return Unexpected<std::string>(path + ": " + std::strerror(errno));
    try {
        return std::unique_ptr<AnswerServer>(new AnswerServer(
            std::make_unique<Implementation>(path, listener.release(), wake.release(), store)));
    } catch (const std::system_error &error) {
        return Unexpected<std::string>(path + ": " + error.code().message());
    }
}

} // namespace manometer::answers
