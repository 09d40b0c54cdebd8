// SPDX-License-Identifier: GPL-3.0-or-later
//
// What can be wrong with a shard's file, told apart by what is to be done about it. Plain values.
#pragma once

#include "cache/Stats.h"

#include <string>

namespace manometer::cache::disk {

struct Fault
{
    enum class Kind : std::uint8_t {
        Damaged,     // set the file aside and begin a new one
        NewerFormat, // leave the file alone
        DiskFull,    // the rest: go on in memory and try again
        ReadOnly,
        Locked,
        InputOutputError,
    };
    Kind kind = Kind::InputOutputError;
    int systemError = 0;
    std::string detail;
};

// From a failed call's extended result code (sqlite3.h) and the errno behind it.
Fault faultOfSqlite(int extendedCode, int systemError, std::string detail);
// From a failed system call.
Fault faultOfSystem(int systemError, std::string detail);

// How health() calls a fault that is being waited out.
Health::State stateOf(Fault::Kind kind);

} // namespace manometer::cache::disk
