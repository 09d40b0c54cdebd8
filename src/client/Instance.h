// SPDX-License-Identifier: GPL-3.0-or-later
//
// Finds the running Manometer: the address of its local API. Reads files of the runtime directory; blocks on
// nothing else. Any thread. Whether the program still runs shows when a connection is made (Http.h): the file
// of one that was killed stays.
#pragma once

#include "client/Failure.h"
#include "expected/Expected.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace manometer::client {

// Where requests go: a unix socket, or TCP on this machine with a token.
struct Address
{
    std::string socketPath{}; // absolute; empty: TCP
    std::string host{};       // of TCP: 127.0.0.1 or ::1
    std::uint16_t port = 0;
    std::string tokenFile{}; // its line is sent as the bearer token; empty: none
    // Found, not named by the user: the program behind the socket must be this user's.
    bool isFound = false;

    friend bool operator==(const Address &, const Address &) = default;
};

// unix:PATH, an absolute path, or http://127.0.0.1:PORT, http://[::1]:PORT, http://localhost:PORT. The error
// is a sentence. Other hosts are refused: the token would travel unencrypted.
Expected<Address, std::string> parseAddress(std::string_view text);

// What instance.json says about the program that wrote it.
struct Instance
{
    Address address{};
    std::int64_t pid = 0;
    std::string version{};
    std::string program{}; // manometer or manometerd
    std::string cacheDirectory{};
};

struct Search
{
    std::string address{};          // named by the user, see parseAddress(); empty: find the instance
    std::string tokenFile{};        // for an address of TCP
    std::string runtimeDirectory{}; // $XDG_RUNTIME_DIR
    bool isRehearsal = false;       // of a program with --proc-root

    // $MANOMETER_SOCKET, and $XDG_RUNTIME_DIR or else /run/user/UID.
    static Search fromEnvironment();
};

// The address of the search, or else of the instance. The error has the kind NoInstance.
Expected<Address, Failure> findAddress(const Search &search);
// The instance's file, also if the search names another address.
Expected<Instance, Failure> readInstance(const Search &search);

} // namespace manometer::client
