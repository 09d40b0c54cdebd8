// SPDX-License-Identifier: GPL-3.0-or-later
//
// Wakes the sampler before its next interval: pressure stall triggers of the host and of our group, and the
// service manager's $MEMORY_PRESSURE_WATCH. A trigger only causes a read of the counters, which decide; but a
// notice that arrives through a pipe or a socket is a vote itself, because its sender has decided.
// Sources: Linux, Documentation/accounting/psi.rst (unprivileged processes may use windows of 2 s and its
// multiples only: EINVAL otherwise); systemd.io/MEMORY_PRESSURE.
// One thread; opening blocks on open(2) of such files, nothing else blocks.
#pragma once

#include "pressure/source/CgroupPlace.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace manometer::pressure {

// $MEMORY_PRESSURE_WATCH and $MEMORY_PRESSURE_WRITE; empty if not set.
struct PressureWatchSetting
{
    std::string path;
    std::string writeBase64;

    static PressureWatchSetting fromEnvironment();
};

class PressureTrigger
{
public:
    enum class Kind : std::uint8_t { HostStall, CgroupStall, Notice };
    enum class Wait : std::uint8_t { Priority, Readable }; // the event to poll(2) for
    enum class Outcome : std::uint8_t { Armed, Missing, Refused, NotConfigured, Invalid };

    struct Watch
    {
        Kind kind = Kind::HostStall;
        std::string path{};
        Outcome outcome = Outcome::Missing;
        int systemError = 0;
        Wait wait = Wait::Priority;
        int descriptor = -1; // -1 unless Armed
    };

    // What a descriptor that became ready means.
    enum class Answer : std::uint8_t {
        WakeUp, // take a sample now
        Notice, // the service manager reports pressure: take a sample, and count the notice
        Gone,   // the descriptor is dead: stop watching it
    };

    PressureTrigger(const std::string &procRoot, const CgroupPlace &place,
                    const PressureWatchSetting &setting);
    ~PressureTrigger();
    PressureTrigger(const PressureTrigger &) = delete;
    PressureTrigger &operator=(const PressureTrigger &) = delete;

    std::span<const Watch> watches() const { return m_watches; }
    // Call it for a descriptor that is ready; it drains a pipe or a socket.
    Answer acknowledge(int descriptor);

private:
    std::vector<Watch> m_watches;
};

// RFC 4648, as systemd writes it; absent if the text is not valid Base64.
std::optional<std::string> decodeBase64(std::string_view text);

} // namespace manometer::pressure
