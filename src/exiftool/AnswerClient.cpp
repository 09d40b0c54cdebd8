// SPDX-License-Identifier: GPL-3.0-or-later
#include "exiftool/AnswerClient.h"

#include "answers/Messages.h"
#include "answers/Peer.h"
#include "exiftool/Environment.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/socket.h>
#include <sys/un.h>

namespace manometer::exiftool {

namespace {

constexpr timeval callTimeout{.tv_sec = 0, .tv_usec = 250'000};
constexpr std::size_t usualBytes = 16384; // of an answer

} // namespace

bool AnswerClient::isThere()
{
    if (m_socket.isOpen())
        return true;
    if (m_notBefore && Clock::now() < *m_notBefore)
        return false;
    if (std::any_of(m_sockets.begin(), m_sockets.end(),
                    [this](const std::string &path) { return connectTo(path); }))
        return true;
    giveUp();
    return false;
}

bool AnswerClient::connectTo(const std::string &path)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (path.size() >= sizeof address.sun_path)
        return false;
    std::memcpy(address.sun_path, path.data(), path.size());
    // Another user's program could answer anything. Without O_NONBLOCK, connect() would wait while the
    // server's queue is full.
    answers::Descriptor socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    if (!socket.isOpen() ||
        ::connect(socket.get(), reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0 ||
        !answers::isPeerOfThisUser(socket.get()) || ::fcntl(socket.get(), F_SETFL, 0) != 0 ||
        ::setsockopt(socket.get(), SOL_SOCKET, SO_RCVTIMEO, &callTimeout, sizeof callTimeout) != 0 ||
        ::setsockopt(socket.get(), SOL_SOCKET, SO_SNDTIMEO, &callTimeout, sizeof callTimeout) != 0)
        return false;
    m_socket = std::move(socket);
    return true;
}

std::optional<answers::Answer> AnswerClient::find(const answers::Question &question)
{
    if (!isThere())
        return std::nullopt;
    if (send(answers::findMessage(question), question.file)) {
        const auto head = receive(Clock::now() + findTimeout);
        const std::string_view body =
            std::string_view(m_bytes).substr(std::min(sizeof(answers::Head), m_bytes.size()));
        if (head && head->kind == answers::Kind::NotFound && body.empty())
            return std::nullopt;
        if (head && head->kind == answers::Kind::Found)
            if (auto answer = answers::foundBody(body))
                return answer;
    }
    giveUp(); // a late answer must not be taken for that of the next question
    return std::nullopt;
}

void AnswerClient::store(const answers::Question &question, const answers::FileState &before,
                         const answers::Answer &answer)
{
    if (isThere() &&
        !send(answers::storeMessage(question.path, question.text, before, answer), question.file))
        giveUp();
}

bool AnswerClient::send(std::string_view message, int file)
{
    const auto deadline = Clock::now() + findTimeout;
    bool isFirst = true;
    while (!message.empty()) {
        iovec part{.iov_base = const_cast<char *>(message.data()), .iov_len = message.size()};
        alignas(cmsghdr) char control[CMSG_SPACE(sizeof(int))] = {};
        msghdr header{};
        header.msg_iov = &part;
        header.msg_iovlen = 1;
        if (isFirst) {
            header.msg_control = control;
            header.msg_controllen = sizeof control;
            cmsghdr *const rights = CMSG_FIRSTHDR(&header);
            rights->cmsg_level = SOL_SOCKET;
            rights->cmsg_type = SCM_RIGHTS;
            rights->cmsg_len = CMSG_LEN(sizeof file);
            std::memcpy(CMSG_DATA(rights), &file, sizeof file);
        }
        const ssize_t sent = ::sendmsg(m_socket.get(), &header, MSG_NOSIGNAL);
        if ((sent < 0 && errno != EINTR) || sent == 0 || Clock::now() > deadline)
            return false;
        if (sent > 0) {
            message.remove_prefix(static_cast<std::size_t>(sent));
            isFirst = false;
        }
    }
    return true;
}

std::optional<answers::Head> AnswerClient::receive(Clock::time_point deadline)
{
    // Most answers are there with one call: nothing follows an answer.
    std::optional<answers::Head> head;
    std::size_t received = 0;
    m_bytes.resize(usualBytes);
    while (!head || received < m_bytes.size()) {
        const ssize_t got = ::recv(m_socket.get(), m_bytes.data() + received, m_bytes.size() - received, 0);
        if ((got < 0 && errno != EINTR) || got == 0 || Clock::now() > deadline)
            return std::nullopt;
        received += static_cast<std::size_t>(std::max<ssize_t>(got, 0));
        if (head || received < sizeof(answers::Head))
            continue;
        head = answers::headOf(m_bytes);
        if (!head || received > sizeof(answers::Head) + head->length)
            return std::nullopt;
        m_bytes.resize(sizeof(answers::Head) + head->length);
    }
    return head;
}

void AnswerClient::giveUp()
{
    m_socket.reset();
    m_notBefore = Clock::now() + retryAfter;
}

std::vector<std::string> socketsToTry()
{
    if (const std::string socket = variable("MANOMETER_SOCKET"); !socket.empty())
        return {socket};
    std::vector<std::string> folders;
    if (const std::string runtime = variable("XDG_RUNTIME_DIR"); !runtime.empty())
        folders.push_back(runtime + "/manometer");
    folders.push_back("/run/user/" + std::to_string(::geteuid()) + "/manometer");
    folders.emplace_back("/run/manometer");
    for (std::string &folder : folders)
        folder.append(1, '/').append(answers::socketName);
    return folders;
}

} // namespace manometer::exiftool
