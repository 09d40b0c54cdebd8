// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/TimeRange.h"

#include "ctl/Context.h"
#include "ctl/Times.h"

namespace manometer::ctl {

Expected<TimeRange, std::string> timeRangeOf(const Context &context)
{
    const auto last = context.given.find("last");
    if (last && (context.given.has("from") || context.given.has("to")))
        return Unexpected<std::string>("--last cannot be combined with --from or --to.");
    if (last) {
        const std::int64_t now = nowUnixMs();
        const auto from = parseTime('-' + std::string(*last), now);
        if (!from || *from >= now)
            return Unexpected<std::string>("--last needs a length of time above 0, such as 90m, 2h or 1d.");
        return TimeRange{.from = from, .to = {}};
    }
    const auto from = context.time("from");
    if (!from)
        return Unexpected<std::string>(from.error());
    const auto to = context.time("to");
    if (!to)
        return Unexpected<std::string>(to.error());
    if (*from && *to && **from >= **to)
        return Unexpected<std::string>("--from must be before --to.");
    return TimeRange{.from = *from, .to = *to};
}

} // namespace manometer::ctl
