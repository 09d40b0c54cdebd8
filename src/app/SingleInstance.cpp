// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/SingleInstance.h"

#include "expected/Expected.h"

#include <QCryptographicHash>
#include <QLoggingCategory>

#include <cerrno>
#include <cstring>
#include <poll.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>
#include <utility>

namespace manometer::app {

namespace {

Q_LOGGING_CATEGORY(startLog, "manometer.start", QtInfoMsg)

// Creates the folder of the sockets. The error says why it is unusable.
Expected<QByteArray, QByteArray> socketFolder()
{
    const QByteArray runtime = qgetenv("XDG_RUNTIME_DIR");
    if (!runtime.startsWith('/'))
        return Unexpected<QByteArray>(runtime.isEmpty() ? "XDG_RUNTIME_DIR is not set"
                                                        : "XDG_RUNTIME_DIR is not an absolute path");
    const QByteArray folder = runtime + "/manometer";
    const bool made = ::mkdir(folder.constData(), 0700) == 0;
    struct stat status = {};
    if ((!made && errno != EEXIST) || ::lstat(folder.constData(), &status) != 0)
        return Unexpected<QByteArray>(folder + ": " + std::strerror(errno));
    // If XDG_RUNTIME_DIR is a shared folder such as /tmp, another user may have created it.
    if (!S_ISDIR(status.st_mode) || status.st_uid != ::geteuid())
        return Unexpected<QByteArray>(folder + " is not a folder of this user");
    if ((status.st_mode & 077) != 0 && ::chmod(folder.constData(), 0700) != 0)
        return Unexpected<QByteArray>(folder + ": " + std::strerror(errno));
    return folder;
}

// Named after the directory's inode, not its path: links and relative paths lead to the same socket.
Expected<QByteArray, QByteArray> socketPath(const QByteArray &cacheDirectory)
{
    struct stat status = {};
    if (::stat(cacheDirectory.constData(), &status) != 0)
        return Unexpected<QByteArray>(cacheDirectory + ": " + std::strerror(errno));
    const QByteArray identity =
        QByteArray::number(qulonglong(status.st_dev)) + ':' + QByteArray::number(qulonglong(status.st_ino));
    const auto folder = socketFolder();
    if (!folder)
        return folder;
    const QByteArray path = *folder + "/window-" +
                            QCryptographicHash::hash(identity, QCryptographicHash::Sha256).toHex().left(16) +
                            ".sock";
    if (path.size() >= static_cast<qsizetype>(sizeof(sockaddr_un::sun_path)))
        return Unexpected<QByteArray>(path + " is too long for a socket");
    return path;
}

sockaddr_un addressOf(const QByteArray &path)
{
    sockaddr_un address = {};
    address.sun_family = AF_UNIX;
    std::memcpy(address.sun_path, path.constData(), static_cast<std::size_t>(path.size()) + 1);
    return address;
}

// The pointer type that the system calls expect.
const sockaddr *asSockaddr(const sockaddr_un &address)
{
    return reinterpret_cast<const sockaddr *>(&address);
}

} // namespace

bool askToShow(const QByteArray &cacheDirectory, std::chrono::milliseconds timeout)
{
    const auto path = socketPath(cacheDirectory);
    const int client = path ? ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0) : -1;
    if (client < 0)
        return false;
    const sockaddr_un address = addressOf(*path);
    bool shown = false;
    if (::connect(client, asSockaddr(address), sizeof address) == 0) {
        pollfd waiting{.fd = client, .events = POLLIN, .revents = 0};
        char nothing = 0;
        // Accepted and closed reads as end of stream; closed without being accepted is an error (ECONNRESET).
        shown = ::poll(&waiting, 1, static_cast<int>(timeout.count())) == 1 &&
                ::recv(client, &nothing, 1, 0) == 0;
    }
    ::close(client);
    return shown;
}

bool isShowable(const QByteArray &cacheDirectory)
{
    const auto path = socketPath(cacheDirectory);
    struct stat status = {};
    return path && ::lstat(path->constData(), &status) == 0;
}

SingleInstance::SingleInstance(const QByteArray &cacheDirectory, QObject *parent)
    : QObject(parent)
{
    if (const QByteArray problem = listen(cacheDirectory); !problem.isEmpty())
        qCWarning(startLog, "a second start will not find this window: %s", problem.constData());
}

// The error, or empty.
QByteArray SingleInstance::listen(const QByteArray &cacheDirectory)
{
    const auto path = socketPath(cacheDirectory);
    if (!path)
        return path.error();
    const sockaddr_un address = addressOf(*path);
    m_listener = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (m_listener < 0)
        return std::strerror(errno);
    // We hold the cache, so any socket here is stale.
    ::unlink(path->constData());
    const mode_t before = ::umask(0077);
    const int error = ::bind(m_listener, asSockaddr(address), sizeof address) == 0 ? 0 : errno;
    ::umask(before);
    if (error != 0 || ::listen(m_listener, 16) != 0) {
        const QByteArray problem = *path + ": " + std::strerror(error != 0 ? error : errno);
        ::close(std::exchange(m_listener, -1));
        return problem;
    }
    m_path = *path;
    m_notifier = std::make_unique<QSocketNotifier>(m_listener, QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &SingleInstance::accept);
    return {};
}

SingleInstance::~SingleInstance()
{
    leave();
}

void SingleInstance::leave()
{
    m_notifier.reset();
    if (m_listener < 0)
        return;
    ::unlink(m_path.constData());
    ::close(std::exchange(m_listener, -1));
}

void SingleInstance::accept()
{
    const int client = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK);
    if (client < 0)
        return;
    emit showRequested();
    ::close(client); // the client waits for this
}

} // namespace manometer::app
