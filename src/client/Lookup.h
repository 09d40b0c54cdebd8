// SPDX-License-Identifier: GPL-3.0-or-later
//
// The metadata of many files in one request. One thread; blocks as Connection does.
#pragma once

#include "client/Failure.h"
#include "client/Http.h"
#include "expected/Expected.h"

#include <chrono>
#include <span>
#include <string>
#include <vector>

namespace manometer::client {

struct LookupOptions
{
    bool readsMissing = false; // read what is not in the cache, too; this takes as long as the files need
    std::string depth{};       // empty: the reader's
    std::chrono::milliseconds timeout{30'000};
    std::size_t mostBodyBytes = 64 << 20; // of one answer
};

struct LookedUp
{
    std::string value{};  // the document as JSON; empty: there is none, for this reason:
    std::string reason{}; // "not_cached"
    std::string detail{};
};

// The entries of the files, in their order; at most 4096 paths (absolute, bytes). A request whose answer is
// too large is divided.
Expected<std::vector<LookedUp>, Failure> lookUp(Connection &connection, std::span<const std::string> paths,
                                                const LookupOptions &options);

} // namespace manometer::client
