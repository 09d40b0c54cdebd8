// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/Session.h"

namespace manometer::remote {

using views::Failure;

std::optional<Failure> Session::obstacle(Call call) const
{
    if (m_access == Access::ReadOnly && call == Call::Change)
        return Failure(Failure::Kind::Refused, QStringLiteral("This connection is read-only"));
    if (m_connection.state == views::Connection::State::Connected)
        return std::nullopt;
    return Failure(Failure::Kind::NoBackend, m_connection.reason.isEmpty()
                                                 ? QStringLiteral("There is no connection to the server yet")
                                                 : m_connection.reason);
}

} // namespace manometer::remote
