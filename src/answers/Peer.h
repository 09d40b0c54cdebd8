// SPDX-License-Identifier: GPL-3.0-or-later
//
// Who is at the other end of a connected unix socket (SO_PEERCRED, unix(7)). Any thread; never blocks.
#pragma once

#include <optional>
#include <sys/socket.h>
#include <unistd.h>

namespace manometer::answers {

inline std::optional<ucred> peerOf(int socket)
{
    ucred peer{};
    socklen_t size = sizeof peer;
    return ::getsockopt(socket, SOL_SOCKET, SO_PEERCRED, &peer, &size) == 0 ? std::optional(peer)
                                                                            : std::nullopt;
}

inline bool isPeerOfThisUser(int socket)
{
    const auto peer = peerOf(socket);
    return peer && peer->uid == ::geteuid();
}

} // namespace manometer::answers
