// SPDX-License-Identifier: GPL-3.0-or-later
//
// A TCP port of this machine's loopback interface; others are not served. Pure; any thread.
#pragma once

#include "expected/Expected.h"

#include <QString>

#include <cstdint>

namespace manometer::api {

struct TcpAddress
{
    bool isV6 = false;      // [::1]; otherwise 127.0.0.1
    std::uint16_t port = 0; // 0: a free one

    friend bool operator==(const TcpAddress &, const TcpAddress &) = default;
};

// "127.0.0.1:8080", "localhost:8080", "[::1]:0".
enum class TcpAddressProblem : std::uint8_t { NotAnAddress, NotThisMachine };
Expected<TcpAddress, TcpAddressProblem> parseTcpAddress(const QString &text);

} // namespace manometer::api
