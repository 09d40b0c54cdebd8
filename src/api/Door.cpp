// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/Door.h"

#include "files/OwnFile.h"
#include "folders/Folders.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <cerrno>
#include <cstring>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

namespace manometer::api {

namespace {

constexpr int backlog = 128;

QString systemMessage()
{
    return qt_error_string(errno);
}

// Where anyone else may enter or own the folder, the socket would be anyone's.
QString findFolderProblem(const QByteArray &folder)
{
    struct stat status = {};
    if (::lstat(folder.constData(), &status) != 0)
        return systemMessage();
    if (!S_ISDIR(status.st_mode))
        return QStringLiteral("it is not a folder");
    if (status.st_uid != ::geteuid())
        return QStringLiteral("it belongs to another user");
    if ((status.st_mode & 077) != 0)
        return QStringLiteral("other users may enter it");
    return {};
}

} // namespace

Expected<std::unique_ptr<Door>, QString> Door::open(const ApiSetup &setup)
{
    std::unique_ptr<Door> door(new Door);
    door->m_folder = setup.folder;
    const QByteArray folder = QFile::encodeName(setup.folder);
    if (const auto made = folders::makeFolders(folder.toStdString()); !made)
        return Unexpected<QString>(QStringLiteral("%1 cannot be created: %2")
                                       .arg(setup.folder, qt_error_string(made.error().systemError)));
    if (const QString problem = findFolderProblem(folder); !problem.isEmpty())
        return Unexpected<QString>(QStringLiteral("%1 cannot be used: %2").arg(setup.folder, problem));
    auto lock = files::FileLock::acquire(folder.toStdString() + "/api.lock", {});
    if (!lock && lock.error() == EWOULDBLOCK)
        return Unexpected<QString>(
            QStringLiteral("another Manometer already serves programs through %1").arg(setup.folder));
    if (!lock)
        return Unexpected<QString>(
            QStringLiteral("%1 cannot be locked: %2").arg(setup.folder, qt_error_string(lock.error())));
    door->m_lock = std::move(*lock);
    if (const auto local = door->listenLocally(); !local)
        return Unexpected<QString>(local.error());
    if (!setup.listen)
        return door;
    auto tokens = Tokens::create(setup.folder);
    if (!tokens)
        return Unexpected<QString>(
            QStringLiteral("the tokens cannot be written to %1: %2").arg(setup.folder, tokens.error()));
    door->m_tokens = std::move(*tokens);
    if (const auto tcp = door->listenOn(*setup.listen); !tcp)
        return Unexpected<QString>(tcp.error());
    return door;
}

Expected<void, QString> Door::listenLocally()
{
    m_socket = m_folder + u'/' + QLatin1StringView(Api::socketName);
    const QByteArray path = QFile::encodeName(m_socket);
    sockaddr_un address = {};
    address.sun_family = AF_UNIX;
    if (static_cast<std::size_t>(path.size()) >= sizeof address.sun_path)
        return Unexpected<QString>(QStringLiteral("%1 is too long for a socket's path").arg(m_socket));
    std::memcpy(address.sun_path, path.constData(), static_cast<std::size_t>(path.size()));
    const int socket = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (socket >= 0)
        m_listeners.push_back({.socket = socket, .isLocal = true});
    ::unlink(path.constData()); // ours alone, since we hold the lock
    // Nobody can connect before listen().
    if (socket < 0 || ::bind(socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0 ||
        ::chmod(path.constData(), 0600) != 0 || ::listen(socket, backlog) != 0)
        return Unexpected<QString>(QStringLiteral("%1: %2").arg(m_socket, systemMessage()));
    return {};
}

Expected<void, QString> Door::listenOn(const TcpAddress &wanted)
{
    sockaddr_in v4 = {};
    v4.sin_family = AF_INET;
    v4.sin_port = htons(wanted.port);
    v4.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    sockaddr_in6 v6 = {};
    v6.sin6_family = AF_INET6;
    v6.sin6_port = htons(wanted.port);
    v6.sin6_addr = in6addr_loopback;
    auto *address = wanted.isV6 ? reinterpret_cast<sockaddr *>(&v6) : reinterpret_cast<sockaddr *>(&v4);
    socklen_t size = wanted.isV6 ? sizeof v6 : sizeof v4;
    const int socket =
        ::socket(wanted.isV6 ? AF_INET6 : AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (socket >= 0)
        m_listeners.push_back({.socket = socket});
    const int yes = 1;
    if (socket < 0 || ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes) != 0 ||
        ::bind(socket, address, size) != 0 || ::listen(socket, backlog) != 0 ||
        ::getsockname(socket, address, &size) != 0)
        return Unexpected<QString>(
            QStringLiteral("port %1 cannot be opened: %2").arg(wanted.port).arg(systemMessage()));
    m_listeners.back().port = ntohs(wanted.isV6 ? v6.sin6_port : v4.sin_port);
    m_url = QStringLiteral("http://%1:%2")
                .arg(wanted.isV6 ? QStringLiteral("[::1]") : QStringLiteral("127.0.0.1"))
                .arg(m_listeners.back().port);
    return {};
}

QString Door::describe(const ApiSetup &setup)
{
    QJsonObject instance{{QStringLiteral("socket"), m_socket},
                         {QStringLiteral("pid"), static_cast<qint64>(::getpid())},
                         {QStringLiteral("version"), QStringLiteral(MANOMETER_VERSION)},
                         {QStringLiteral("program"), setup.program},
                         {QStringLiteral("cache_directory"), QFile::decodeName(setup.cacheDirectory)}};
    if (m_tokens) {
        instance[QStringLiteral("url")] = m_url;
        instance[QStringLiteral("token_file")] = m_tokens->controlFile();
        instance[QStringLiteral("read_token_file")] = m_tokens->readFile();
    }
    const QString error = files::writeOwnFile(m_folder + u'/' + QLatin1StringView(Api::instanceName),
                                              QJsonDocument(instance).toJson());
    m_isDescribed = error.isEmpty();
    return error;
}

Door::~Door()
{
    for (const Listener &each : m_listeners)
        ::close(each.socket);
    if (!m_lock.isHeld())
        return;
    if (m_isDescribed)
        QFile::remove(m_folder + u'/' + QLatin1StringView(Api::instanceName));
    QFile::remove(m_socket);
}

} // namespace manometer::api
