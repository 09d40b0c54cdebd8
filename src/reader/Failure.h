// SPDX-License-Identifier: GPL-3.0-or-later
//
// Why there is no metadata of a file. Values; any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace manometer::reader {

enum class FailureKind : std::uint8_t {
    Unreadable, // the file is damaged, not a regular file, or needs more time or memory than is allowed
    Unknown,    // neither FITS nor HDF5
    Empty,
    Vanished,
    Denied,
};

struct Failure
{
    FailureKind kind = FailureKind::Unreadable;
    std::string reason; // English, without a full stop
};

constexpr std::string_view wordOf(FailureKind kind)
{
    switch (kind) {
    case FailureKind::Unreadable:
        return "unreadable";
    case FailureKind::Unknown:
        return "unknown";
    case FailureKind::Empty:
        return "empty";
    case FailureKind::Vanished:
        return "vanished";
    case FailureKind::Denied:
        return "denied";
    }
    return "unreadable";
}

} // namespace manometer::reader
