// SPDX-License-Identifier: GPL-3.0-or-later
//
// What wakes the sampler before its time: pressure stall triggers of the host and of our group, and the
// service manager's $MEMORY_PRESSURE_WATCH. They only wake; what is so is read from the counters, except for
// a notice that comes through a pipe or a socket: there its sender has judged.
// Sources: Linux, Documentation/accounting/psi.rst (unprivileged processes are granted windows of 2 s and its
// multiples only: EINVAL otherwise); systemd.io/MEMORY_PRESSURE.
// One thread; opening blocks for as long as open(2) of such files does, nothing else blocks.
#pragma once

#include "pressure/source/CgroupPlace.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace manometer::pressure {

// $MEMORY_PRESSURE_WATCH and $MEMORY_PRESSURE_WRITE; empty where they are not set.
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
    enum class Wait : std::uint8_t { Priority, Readable }; // what poll(2) is to wait for
    enum class Outcome : std::uint8_t { Armed, NotThere, Refused, NotConfigured, Nonsense };

    struct Watch
    {
        Kind kind = Kind::HostStall;
        std::string path{};
        Outcome outcome = Outcome::NotThere;
        int systemError = 0;
        Wait wait = Wait::Priority;
        int descriptor = -1; // -1 unless Armed
    };

    // What a descriptor that became ready means.
    enum class Answer : std::uint8_t {
        WakeUp, // look now
        Notice, // the service manager reports pressure: look, and count it
        Gone,   // it will never be of use again: watch it no longer
    };

    PressureTrigger(const std::string &procRoot, const CgroupPlace &place,
                    const PressureWatchSetting &setting);
    ~PressureTrigger();
    PressureTrigger(const PressureTrigger &) = delete;
    PressureTrigger &operator=(const PressureTrigger &) = delete;

    std::span<const Watch> watches() const { return m_watches; }
    // Of a descriptor that is ready; takes what lies in a pipe or a socket.
    Answer acknowledge(int descriptor);

private:
    std::vector<Watch> m_watches;
};

// RFC 4648, as systemd writes it; absent where the text is something else.
std::optional<std::string> decodeBase64(std::string_view text);

} // namespace manometer::pressure
