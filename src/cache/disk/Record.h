// SPDX-License-Identifier: GPL-3.0-or-later
//
// An entry as the store keeps it: compressed, and sealed with a checksum over all that a reader relies on.
// Pure functions; any thread. The format is described in FORMAT.md.
#pragma once

#include "cache/EntryInfo.h"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace manometer::cache {

// Larger values are not stored: nothing that describes a file is.
inline constexpr std::uint64_t maximumValueBytes = 64u << 20;

enum class Codec : std::int64_t { Plain = 0, Zstd = 1 };

struct Packed
{
    Codec codec = Codec::Plain;
    std::string bytes;
};

Packed pack(std::string_view value);
// Empty where the bytes are not what pack() made of a value of this length.
std::optional<std::string> unpack(Codec codec, std::string_view bytes, std::uint64_t valueBytes);

// XXH3-64 over key, version, time and value; see FORMAT.md.
std::int64_t checksum(std::string_view key, const SourceVersion &version, std::int64_t storedMs,
                      std::string_view value);

} // namespace manometer::cache
