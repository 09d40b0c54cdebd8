// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/CutCost.h"

#include "ctl/Json.h"
#include "ctl/Texts.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdint>

namespace manometer::ctl {

using json::Value;

namespace {

// Null if the statistics do not have the cut: it is too old, or of another run of the program.
const Value *costOf(const Value &event, const Value &lost)
{
    const Value *cuts = lost.find("cuts");
    if (!cuts || textAt(lost, "run").empty() || textAt(lost, "run") != textAt(event, "run"))
        return nullptr;
    const std::uint64_t action = countAt(event, "action");
    const auto found = std::find_if(cuts->items().begin(), cuts->items().end(),
                                    [action](const Value &cut) { return countAt(cut, "action") == action; });
    return found == cuts->items().end() ? nullptr : &*found;
}

} // namespace

bool isCutByPressure(const Value &event)
{
    return textAt(event, "kind") == "limit" && textAt(event, "cause") == "pressure";
}

std::string cutCostText(const Value &event, const Value &lost)
{
    const Value *cut = isCutByPressure(event) ? costOf(event, lost) : nullptr;
    if (!cut)
        return {};
    const std::string about = countAt(*cut, "counted_one_in") > 1 ? "about " : "";
    const std::uint64_t diskReads = countAt(*cut, "disk_reads");
    const std::uint64_t fileReads = countAt(*cut, "file_reads");
    std::string text;
    if (diskReads > 0)
        text = about + plural(diskReads, "disk read", "disk reads");
    if (fileReads > 0) {
        constexpr double most = 1e12; // of a number that is no time
        const double seconds = std::clamp(numberAt(*cut, "file_read_seconds").value_or(0), 0.0, most);
        text += (text.empty() ? "" : ", ") + about +
                plural(fileReads, "file read again", "files read again") + " in " +
                durationText(std::chrono::milliseconds(std::llround(seconds * 1000)));
    }
    return "cost so far: " + (text.empty() ? "none" : text);
}

} // namespace manometer::ctl
