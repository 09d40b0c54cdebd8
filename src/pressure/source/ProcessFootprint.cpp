// SPDX-License-Identifier: GPL-3.0-or-later
#include "pressure/source/ProcessFootprint.h"

#include "pressure/source/KernelFile.h"
#include "pressure/source/Text.h"

namespace manometer::pressure {

std::optional<ProcessFootprint> parseFootprint(std::string_view smapsRollup)
{
    std::optional<std::uint64_t> proportional;
    std::optional<std::uint64_t> privateDirty;
    eachLine(smapsRollup, [&](std::string_view line) {
        const auto take = [&line](std::string_view name, std::optional<std::uint64_t> &kibibytes) {
            if (line.starts_with(name))
                kibibytes = leadingNumber<std::uint64_t>(line.substr(name.size()));
        };
        take("Pss:", proportional);
        take("Private_Dirty:", privateDirty);
        return true;
    });
    constexpr std::uint64_t most = std::uint64_t{1} << 53;
    if (!proportional || !privateDirty || *proportional > most || *privateDirty > most)
        return std::nullopt;
    return ProcessFootprint{.proportionalBytes = *proportional * 1024,
                            .privateDirtyBytes = *privateDirty * 1024};
}

std::optional<ProcessFootprint> readFootprint(const std::string &procRoot)
{
    const auto text = readWhole(procRoot + "/self/smaps_rollup", 8192);
    return text ? parseFootprint(*text) : std::nullopt;
}

} // namespace manometer::pressure
