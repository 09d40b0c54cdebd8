// SPDX-License-Identifier: GPL-3.0-or-later
//
// The records of the journal: every input of the control loop, in order, and periodic snapshots of its whole
// state. Feeding the inputs after a snapshot to pressure::step reproduces every decision, bit for bit. Plain
// values; the format on disk is in FORMAT.md.
#pragma once

#include "pressure/Clock.h"
#include "pressure/control/Control.h"

#include <cstdint>
#include <variant>

namespace manometer::journal {

// The version that is written; earlier ones can be read, too.
inline constexpr std::uint32_t formatVersion = 3;

enum class SnapshotCause : std::uint8_t {
    Begun,    // sampling starts: the records before it belong to another run, or to an earlier start
    Periodic, // equals the state after the records before it
    Resumed,  // records are missing before it
};

struct Snapshot
{
    SnapshotCause cause = SnapshotCause::Begun;
    pressure::ClockReading clocks;
    pressure::ControlConfig config;
    pressure::ControlState state;
};

struct Stepped // an input of pressure::step
{
    pressure::ControlInput input;
    pressure::ClockReading clocks; // the sample's; of the moment of failure if the read failed
};

struct Received // an input of pressure::withReceipt
{
    pressure::Receipt receipt;
};

struct Configured // applies to the records after it
{
    pressure::ControlConfig config;
};

struct Ended // sampling stopped
{
    pressure::ClockReading clocks;
};

struct Missing // records are lost here: dropped before they were written, or damaged afterwards
{
    std::uint64_t dropped = 0; // 0: damaged, the number is unknown
};

using Record = std::variant<Snapshot, Stepped, Received, Configured, Ended, Missing>;

} // namespace manometer::journal
