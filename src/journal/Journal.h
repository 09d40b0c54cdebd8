// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the journal holds: every input of the control loop, in order, and now and then the loop's whole state,
// so that feeding the one to pressure::step from the other on gives what was decided, to the bit. Values; the
// format on disk is in FORMAT.md.
#pragma once

#include "pressure/Clock.h"
#include "pressure/control/Control.h"

#include <cstdint>
#include <variant>

namespace manometer::journal {

// Of what is written; earlier ones are read, too.
inline constexpr std::uint32_t formatVersion = 2;

enum class SnapshotCause : std::uint8_t {
    Begun,    // sampling starts: what stands before it is another run's, or an earlier start's
    Periodic, // the state that what stands before it led to
    Resumed,  // records are missing before it
};

struct Snapshot
{
    SnapshotCause cause = SnapshotCause::Begun;
    pressure::ClockReading clocks;
    pressure::ControlConfig config;
    pressure::ControlState state;
};

struct Stepped // given to pressure::step
{
    pressure::ControlInput input;
    pressure::ClockReading clocks; // the sample's own; where the read failed, those of that moment
};

struct Received // given to pressure::withReceipt
{
    pressure::Receipt receipt;
};

struct Configured // counts for what follows
{
    pressure::ControlConfig config;
};

struct Ended // sampling stopped
{
    pressure::ClockReading clocks;
};

struct Missing // something that was recorded is not here: dropped when it was to be written, or damaged since
{
    std::uint64_t dropped = 0; // 0: damaged, how many is not known
};

using Record = std::variant<Snapshot, Stepped, Received, Configured, Ended, Missing>;

} // namespace manometer::journal
