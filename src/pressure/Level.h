// SPDX-License-Identifier: GPL-3.0-or-later
//
// The four levels of memory pressure, in rising order. name() gives the stable identifier for files and
// protocols; gui/ has the translated texts.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace manometer::pressure {

enum class Level : std::uint8_t { Normal, Elevated, High, Critical };

inline constexpr std::array allLevels{Level::Normal, Level::Elevated, Level::High, Level::Critical};

inline constexpr std::array<std::string_view, allLevels.size()> levelNames{"NORMAL", "ELEVATED", "HIGH",
                                                                           "CRITICAL"};

constexpr std::string_view name(Level level)
{
    return levelNames[static_cast<std::size_t>(level)];
}

constexpr Level oneAbove(Level level)
{
    return level == Level::Critical ? level : static_cast<Level>(static_cast<std::uint8_t>(level) + 1);
}

constexpr Level oneBelow(Level level)
{
    return level == Level::Normal ? level : static_cast<Level>(static_cast<std::uint8_t>(level) - 1);
}

} // namespace manometer::pressure
