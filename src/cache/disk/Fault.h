// SPDX-License-Identifier: GPL-3.0-or-later
//
// Faults of a shard's file, classified by the reaction to them. Plain values.
#pragma once

#include "cache/Stats.h"

#include <string>

namespace manometer::cache::disk {

struct Fault
{
    enum class Kind : std::uint8_t {
        Damaged,     // quarantine the file and create a new one
        NewerFormat, // leave the file alone
        DiskFull,    // this and the rest: continue in memory and retry
        ReadOnly,
        Locked,
        InputOutputError,
    };
    Kind kind = Kind::InputOutputError;
    int systemError = 0;
    std::string detail;
};

// From a failed call's extended result code (sqlite3.h) and its errno.
Fault faultOfSqlite(int extendedCode, int systemError, std::string detail);
// From a failed system call.
Fault faultOfSystem(int systemError, std::string detail);

// The state that health() reports for a fault.
Health::State stateOf(Fault::Kind kind);

} // namespace manometer::cache::disk
