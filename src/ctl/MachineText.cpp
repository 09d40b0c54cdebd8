// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/MachineText.h"

#include "ctl/Json.h"
#include "ctl/TextTable.h"
#include "ctl/Texts.h"
#include "ctl/Times.h"

#include <chrono>

namespace manometer::ctl {

using json::Value;
using Side = TextTable::Side;

namespace {

// 0 or missing: unknown.
std::string bytesOrUnknown(const Value &object, std::string_view name)
{
    const std::uint64_t bytes = countAt(object, name);
    return bytes == 0 ? "-" : bytesText(static_cast<double>(bytes));
}

std::string whyTooFew(const Value &evidence)
{
    const auto number = [&evidence](std::string_view name) { return countText(countAt(evidence, name)); };
    const std::int64_t since = integerAt(evidence, "since_unix_ms").value_or(0);
    const std::uint64_t left = countAt(evidence, "warm_up_requests_left");
    if (since == 0)
        return "no program has asked the cache since Manometer started.";
    if (left > 0)
        return "the figures began again at " + localTime(since) + ", and the next " +
               plural(left, "request is", "requests are") +
               " not counted. They begin again at a start and when the configured limit changes.";
    return number("sampled_requests") + " of the " + number("needed_requests") +
           " sampled requests that it needs, counted since " + localTime(since) + '.';
}

} // namespace

std::string processesText(const Value &holding)
{
    if (const std::string folder = shownAt(holding, "rehearsal_folder"); !folder.empty())
        return "This is a rehearsal with figures from " + folder + ": it has no processes.\n";
    TextTable table{Side::Right, Side::Right, Side::Right, Side::Right, Side::Left, Side::Left};
    table.row({"PID", "RESIDENT", "SHARE", "SWAP", "NAME", "CONTROL GROUP"});
    const auto own = integerAt(holding, "own_pid");
    if (const Value *processes = holding.find("processes"))
        for (const Value &process : processes->items()) {
            const auto pid = integerAt(process, "pid");
            table.row({pid ? std::to_string(*pid) : "-", bytesOrUnknown(process, "rss_bytes"),
                       bytesOrUnknown(process, "pss_bytes"), bytesOrUnknown(process, "swap_bytes"),
                       shownAt(process, "name") + (pid && pid == own ? "  (this Manometer)" : ""),
                       shownAt(process, "control_group")});
        }
    return table.text();
}

std::string hitsText(const Value &evidence)
{
    const std::string lack = shownAt(evidence, "lack");
    const auto number = [&evidence](std::string_view name) { return countText(countAt(evidence, name)); };
    if (lack == "few_requests")
        return "There is no estimate yet: " + whyTooFew(evidence) + '\n';
    const std::string ratios = "measured " + percentText(numberAt(evidence, "measured_percent")) +
                               ", estimated " + percentText(numberAt(evidence, "simulated_percent")) +
                               ", of " + number("requests") + " requests since " +
                               localTime(integerAt(evidence, "since_unix_ms").value_or(0)) + "\n";
    if (lack == "contradicts")
        return "There is no estimate: at the limits that applied it is off the measured hit ratio by more "
               "than 3 points.\n" +
               ratios;
    TextTable table{Side::Left, Side::Right, Side::Right, Side::Right, Side::Right};
    table.row({"LEVEL", "LIMIT", "HITS IN MEMORY", "STANDARD ERROR", "READING AGAIN, AN HOUR"});
    if (const Value *levels = evidence.find("levels"))
        for (const Value &level : levels->items()) {
            const auto lost = numberAt(level, "lost_s_per_hour");
            table.row({shownAt(level, "level"), countText(countAt(level, "limit.entries")),
                       columnPercentText(numberAt(level, "hit_percent")),
                       columnPercentText(numberAt(level, "error_percent")),
                       lost ? durationText(std::chrono::milliseconds(static_cast<std::int64_t>(*lost * 1000)))
                            : "-"});
        }
    return table.text() + '\n' + ratios;
}

std::string sourcesText(const Value &report)
{
    TextTable table{Side::Left, Side::Left, Side::Right, Side::Left};
    table.row({"SIGNAL", "STATE", "DELAY", "FILE"});
    if (const Value *signals = report.find("signals"))
        for (const Value &signal : signals->items()) {
            const auto delay = integerAt(signal, "delay_ms");
            table.row({shownAt(signal, "signal"), shownAt(signal, "state"),
                       delay ? durationText(std::chrono::milliseconds(*delay)) : "-",
                       shownAt(signal, "file")});
        }
    std::string text = table.text();
    if (const std::string version = shownAt(report, "cgroup.version"); !version.empty() && version != "none")
        text += "\nControl group (" + version + "): " + shownAt(report, "cgroup.group") + '\n';
    return text;
}

} // namespace manometer::ctl
