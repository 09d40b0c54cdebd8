// SPDX-License-Identifier: GPL-3.0-or-later
//
// The outer layer of a recording's file: named parts with lengths and checksums (FORMAT.md). Pure; any
// thread.
#pragma once

#include "expected/Expected.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace manometer::recorded {

struct Part
{
    std::string name; // a to z and _, at most 16
    std::string bytes;
};
using Parts = std::vector<Part>;

enum class PartsProblem : std::uint8_t {
    NotARecording,
    NewerVersion,
    CutOff,   // the file is shorter than it says
    Surplus,  // there are bytes behind the last part
    BadTable, // the table of the parts is damaged
    TooLarge, // a part is larger than it may be
    BadPart,  // a part is damaged
};

struct PartsFailure
{
    PartsProblem problem = PartsProblem::NotARecording;
    std::uint32_t version = 0; // of the file
    std::string part{};        // of a damaged or too large part
};

std::string encodeParts(const Parts &parts);
Expected<Parts, PartsFailure> decodeParts(std::string_view file);

} // namespace manometer::recorded
