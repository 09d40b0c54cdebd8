// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/SingleInstance.h"

#include <QCryptographicHash>

#include <cstring>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>
#include <utility>

namespace manometer::app {

namespace {

// By what the directory is, not by how it is spelt: links and relative names lead to the same one.
QByteArray socketPath(const QByteArray &cacheDirectory)
{
    const QByteArray runtime = qgetenv("XDG_RUNTIME_DIR");
    struct stat status = {};
    if (!runtime.startsWith('/') || ::stat(cacheDirectory.constData(), &status) != 0)
        return {};
    const QByteArray folder = runtime + "/manometer";
    if (::mkdir(folder.constData(), 0700) != 0 && errno != EEXIST)
        return {};
    const QByteArray identity =
        QByteArray::number(qulonglong(status.st_dev)) + ':' + QByteArray::number(qulonglong(status.st_ino));
    return folder + "/window-" +
           QCryptographicHash::hash(identity, QCryptographicHash::Sha256).toHex().left(16) + ".sock";
}

bool fill(sockaddr_un &address, const QByteArray &path)
{
    if (path.isEmpty() || path.size() >= static_cast<qsizetype>(sizeof address.sun_path))
        return false;
    address.sun_family = AF_UNIX;
    std::memcpy(address.sun_path, path.constData(), static_cast<std::size_t>(path.size()) + 1);
    return true;
}

// Not to be mistaken for a name: the address as the system's calls want it.
const sockaddr *generic(const sockaddr_un &address)
{
    return reinterpret_cast<const sockaddr *>(&address);
}

} // namespace

bool askToShow(const QByteArray &cacheDirectory)
{
    sockaddr_un address = {};
    if (!fill(address, socketPath(cacheDirectory)))
        return false;
    const int asker = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (asker < 0)
        return false;
    // To connect is to ask: there is nothing else that could be meant.
    const bool asked = ::connect(asker, generic(address), sizeof address) == 0;
    ::close(asker);
    return asked;
}

SingleInstance::SingleInstance(const QByteArray &cacheDirectory, QObject *parent)
    : QObject(parent)
    , m_path(socketPath(cacheDirectory))
{
    sockaddr_un address = {};
    if (!fill(address, m_path))
        return;
    m_listener = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (m_listener < 0)
        return;
    // The cache is ours, so whoever listened here is no more.
    ::unlink(m_path.constData());
    const mode_t before = ::umask(0077);
    const bool bound = ::bind(m_listener, generic(address), sizeof address) == 0;
    ::umask(before);
    if (!bound || ::listen(m_listener, 4) != 0) {
        ::close(std::exchange(m_listener, -1));
        return;
    }
    m_notifier = std::make_unique<QSocketNotifier>(m_listener, QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &SingleInstance::accept);
}

SingleInstance::~SingleInstance()
{
    m_notifier.reset();
    if (m_listener < 0)
        return;
    ::close(m_listener);
    ::unlink(m_path.constData());
}

void SingleInstance::accept()
{
    const int asker = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK);
    if (asker < 0)
        return;
    ::close(asker);
    emit showRequested();
}

} // namespace manometer::app
