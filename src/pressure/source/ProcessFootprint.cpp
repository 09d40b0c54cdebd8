// SPDX-License-Identifier: GPL-3.0-or-later
#include "pressure/source/ProcessFootprint.h"

#include "pressure/source/KernelFile.h"
#include "pressure/source/Text.h"

namespace manometer::pressure {

std::optional<ProcessFootprint> parseFootprint(std::string_view smapsRollup)
{
    const auto proportional = bytesNamed(smapsRollup, "Pss");
    const auto privateDirty = bytesNamed(smapsRollup, "Private_Dirty");
    constexpr std::uint64_t most = std::uint64_t{1} << 63;
    if (!proportional || !privateDirty || *proportional > most || *privateDirty > most)
        return std::nullopt;
    return ProcessFootprint{.proportionalBytes = *proportional, .privateDirtyBytes = *privateDirty};
}

std::optional<ProcessFootprint> readFootprint(const std::string &procRoot)
{
    const auto text = readWhole(procRoot + "/self/smaps_rollup", 8192);
    return text ? parseFootprint(*text) : std::nullopt;
}

} // namespace manometer::pressure
