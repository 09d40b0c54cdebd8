// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/Endpoint.h"

#include <QFile>
#include <QUrl>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

namespace manometer::remote {

namespace {

constexpr qsizetype tokenLength = 64;
constexpr std::size_t longestSocketPath = sizeof(sockaddr_un::sun_path) - 1;

Unexpected<QString> refused(const QByteArray &text, const char *why)
{
    return Unexpected(QStringLiteral("%1: %2").arg(QString::fromUtf8(text), QLatin1StringView(why)));
}

QString fileProblem(const QByteArray &file, const QString &why)
{
    return QStringLiteral("The token file %1 cannot be used: %2").arg(QFile::decodeName(file), why);
}

QString systemError()
{
    return QString::fromLocal8Bit(std::strerror(errno));
}

} // namespace

Expected<Endpoint, QString> Endpoint::parse(const QByteArray &text, const QByteArray &tokenFile)
{
    Endpoint endpoint;
    endpoint.tokenFile = tokenFile;
    if (text.startsWith("unix:")) {
        endpoint.socketPath = text.mid(5);
        if (!endpoint.socketPath.startsWith('/'))
            return refused(text, "the socket's path must be absolute");
        if (endpoint.socketPath.contains('\0'))
            return refused(text, "the socket's path has a zero byte");
        if (static_cast<std::size_t>(endpoint.socketPath.size()) > longestSocketPath)
            return refused(text, "the socket's path is longer than 107 bytes");
        return endpoint;
    }
    const QUrl url(QString::fromUtf8(text), QUrl::StrictMode);
    if (!url.isValid() || url.scheme() != QLatin1StringView("http"))
        return refused(text, "expected unix:PATH or http://127.0.0.1:PORT");
    if (!url.userInfo().isEmpty() || (url.path() != QLatin1StringView("/") && !url.path().isEmpty()) ||
        url.hasQuery() || url.hasFragment())
        return refused(text, "nothing may follow the port");
    const QString host = url.host();
    if (host == QLatin1StringView("127.0.0.1") || host == QLatin1StringView("localhost"))
        endpoint.host = "127.0.0.1";
    else if (host == QLatin1StringView("::1"))
        endpoint.host = "[::1]";
    else
        return refused(text, "only 127.0.0.1 and [::1] are allowed; reach another machine through a tunnel");
    if (url.port() < 1 || url.port() > 65535)
        return refused(text, "the port is missing");
    endpoint.port = static_cast<quint16>(url.port());
    if (tokenFile.isEmpty())
        return refused(text, "a token file is needed");
    return endpoint;
}

QByteArray Endpoint::toText() const
{
    return socketPath.isEmpty() ? urlPrefix() : "unix:" + socketPath;
}

QByteArray Endpoint::urlPrefix() const
{
    return socketPath.isEmpty() ? "http://" + host + ':' + QByteArray::number(port)
                                : QByteArrayLiteral("http://localhost");
}

Expected<QByteArray, QString> readToken(const QByteArray &file)
{
    // O_NONBLOCK: opening a FIFO must not wait for its writer.
    const int descriptor = ::open(file.constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (descriptor < 0)
        return Unexpected(fileProblem(file, systemError()));
    struct stat state = {};
    std::array<char, tokenLength + 2> text{}; // one more than a token with its newline
    ssize_t size = -1;
    if (::fstat(descriptor, &state) == 0 && S_ISREG(state.st_mode))
        size = ::read(descriptor, text.data(), text.size());
    ::close(descriptor);
    if (size < 0)
        return Unexpected(fileProblem(file, QStringLiteral("it is not a readable file")));
    const QByteArray line = QByteArray(text.data(), size).split('\n').constFirst().trimmed();
    const bool isToken = line.size() == tokenLength && std::all_of(line.begin(), line.end(), [](char each) {
                             return (each >= '0' && each <= '9') || (each >= 'a' && each <= 'f') ||
                                    (each >= 'A' && each <= 'F');
                         });
    if (!isToken)
        return Unexpected(fileProblem(file, QStringLiteral("it does not hold 64 hexadecimal digits")));
    return line;
}

} // namespace manometer::remote
