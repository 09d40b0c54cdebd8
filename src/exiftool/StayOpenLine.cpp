// SPDX-License-Identifier: GPL-3.0-or-later
#include "exiftool/StayOpenLine.h"

#include "exiftool/Words.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace manometer::exiftool {

std::optional<StayOpenLine> stayOpenLineOf(const std::vector<std::string> &arguments)
{
    StayOpenLine line;
    bool isOpen = false;
    bool hasFile = false;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const std::string name = lowered(arguments[i]);
        if (name == "-common_args") {
            line.common.assign(arguments.begin() + static_cast<std::ptrdiff_t>(i) + 1, arguments.end());
            break;
        }
        const bool hasNext = i + 1 < arguments.size();
        if (hasFile)
            return std::nullopt; // for a command after the end
        if (name == "-stay_open") {
            const std::string value = hasNext ? lowered(arguments[++i]) : std::string();
            if (isOpen || (value != "1" && value != "true"))
                return std::nullopt;
            isOpen = true;
        } else if (name == "-@") {
            if (!isOpen || !hasNext || arguments[++i] != "-")
                return std::nullopt;
            hasFile = true;
        } else {
            line.first.push_back(arguments[i]);
            if (valueOf(arguments[i]) == Value::Next && hasNext)
                line.first.push_back(arguments[++i]);
        }
    }
    const auto isPlain = [](const Command &command) {
        return command.nature == Command::Nature::Read && command.files.empty() &&
               std::none_of(command.echoes.begin(), command.echoes.end(),
                            [](const Echo &echo) { return echo.isAtEnd; });
    };
    Command first = understand(line.first);
    const Command common = understand(line.common);
    // A tag without a file would be a command at the end.
    if (!isOpen || !hasFile || !isPlain(first) || !isPlain(common) || !common.echoes.empty() ||
        common.hasTags)
        return std::nullopt;
    line.echoes = std::move(first.echoes);
    line.first = std::move(first.arguments);
    return line;
}

} // namespace manometer::exiftool
