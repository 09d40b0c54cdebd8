// SPDX-License-Identifier: GPL-3.0-or-later
//
// A connected, non-blocking socket to the local API, with deadlines, and the small files that belong to it.
// One thread at a time. Blocks until the deadline at most. Never raises SIGPIPE.
#pragma once

#include "client/Failure.h"
#include "client/Instance.h"
#include "expected/Expected.h"

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace manometer::client {

using Clock = std::chrono::steady_clock;

class Channel
{
public:
    Channel() = default;
    ~Channel() { close(); }
    Channel(const Channel &) = delete;
    Channel &operator=(const Channel &) = delete;

    bool isOpen() const { return m_socket >= 0; }
    Expected<void, Failure> open(const Address &address, Clock::time_point deadline);
    void close();

    enum class Sent : std::uint8_t {
        All,
        // The peer answers or has closed before it took everything: an error that is worth reading.
        Partly,
    };
    Expected<Sent, Failure> send(std::string_view bytes, Clock::time_point deadline);
    enum class Received : std::uint8_t {
        Bytes,
        End,   // the peer has sent all it had
        Reset, // something may be missing
    };
    // Waits for bytes and appends them.
    Expected<Received, Failure> receive(std::string &bytes, Clock::time_point deadline);

private:
    // The events that occurred; TimedOut after the deadline.
    Expected<short, Failure> wait(short events, Clock::time_point deadline) const;

    int m_socket = -1;
};

enum class Owner : std::uint8_t { Any, ThisUser };

// A regular file of at most `mostBytes`. The error says why not, without the file's name.
Expected<std::string, std::string> readSmallFile(const std::string &path, std::size_t mostBytes, Owner owner);

} // namespace manometer::client
