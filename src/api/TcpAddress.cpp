// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/TcpAddress.h"

namespace manometer::api {

Expected<TcpAddress, TcpAddressProblem> parseTcpAddress(const QString &text)
{
    const qsizetype colon = text.lastIndexOf(u':');
    const QString host = text.left(colon);
    bool isPort = false;
    const ushort port = colon < 0 ? ushort(0) : QStringView(text).mid(colon + 1).toUShort(&isPort);
    if (!isPort || host.isEmpty())
        return Unexpected(TcpAddressProblem::NotAnAddress);
    const bool isV6 = host == QLatin1StringView("[::1]");
    if (!isV6 && host != QLatin1StringView("127.0.0.1") && host != QLatin1StringView("localhost"))
        return Unexpected(TcpAddressProblem::NotThisMachine);
    return TcpAddress{.isV6 = isV6, .port = port};
}

} // namespace manometer::api
