// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/MachineText.h"

#include "ctl/Json.h"
#include "ctl/TextTable.h"
#include "ctl/Texts.h"

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
