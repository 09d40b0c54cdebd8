// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/ScanText.h"

#include "ctl/Json.h"
#include "ctl/Texts.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <string_view>
#include <utility>

namespace manometer::ctl {

using json::Value;

namespace {

constexpr std::size_t barColumns = 20;

std::string bar(std::uint64_t done, std::uint64_t all)
{
    const auto filled = static_cast<std::size_t>(
        all == 0 ? barColumns : std::min<std::uint64_t>(done * barColumns / all, barColumns));
    return '[' + std::string(filled, '#') + std::string(barColumns - filled, '.') + "] ";
}

std::string failureText(const Value &failure)
{
    const std::string detail = shownAt(failure, "detail");
    return "  " + shownAt(failure, "file") + ": " + shownAt(failure, "kind") +
           (detail.empty() ? "" : ": " + detail) + '\n';
}

// A line for what was skipped or failed; empty if there is no reason to name.
std::string reasonsText(const Value &progress)
{
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 8> reasons{
        {{"links", "links"},
         {"pipes", "FIFOs and sockets"},
         {"devices", "devices"},
         {"kernel_folders", "kernel file systems"},
         {"no_permission", "no permission"},
         {"changed_while_read", "changed while read"},
         {"timed_out", "took too long"},
         {"too_large", "too much metadata"}}};
    const Value *counts = progress.find("reasons");
    std::string text;
    for (const auto &[name, words] : reasons)
        if (const std::uint64_t count = counts ? countAt(*counts, name) : 0)
            text.append(text.empty() ? "Not read: " : ", ")
                .append(words)
                .append(" ")
                .append(countText(count));
    return text.empty() ? text : text + '\n';
}

} // namespace

std::string progressLine(const Value &progress, std::size_t columns)
{
    const std::uint64_t found = countAt(progress, "found");
    const std::uint64_t finished = countAt(progress, "done");
    std::string line;
    if (isTrueAt(progress, "counting"))
        line = countText(finished) + " of " + countText(found) + " files or more";
    else
        line = bar(finished, found) + countText(finished) + " of " + plural(found, "file", "files");
    if (const auto rate = numberAt(progress, "files_per_second"); rate && *rate > 0)
        line += ", " + numberText(*rate, 0) + "/s";
    if (const std::uint64_t failed = countAt(progress, "failed"))
        line += ", " + countText(failed) + " failed";
    return line.substr(0, columns); // ASCII
}

std::string notUnderstoodText(const Value &counts)
{
    const std::uint64_t empty = countAt(counts, "empty");
    return countText(countAt(counts, "not_understood")) + " not understood" +
           (empty == 0 ? "" : " (" + countText(empty) + " of them empty)");
}

std::string scanText(const Value &answer)
{
    const Value *progress = answer.find("progress");
    if (!progress || textAt(*progress, "folder").empty())
        return "No scan since the start.\n";
    const bool isRunning = isTrueAt(*progress, "running");
    std::string text = shownAt(*progress, "folder") + ": ";
    if (isRunning)
        text += "running, " + progressLine(*progress, SIZE_MAX) + '\n';
    else
        text += std::string(isTrueAt(*progress, "cancelled") ? "cancelled" : "done") + " after " +
                durationText(std::chrono::milliseconds(integerAt(*progress, "elapsed_ms").value_or(0))) +
                ", " + plural(countAt(*progress, "done"), "file", "files") + ": " +
                countText(countAt(*progress, "from_cache")) + " from the cache, " +
                countText(countAt(*progress, "read")) + " read, " + notUnderstoodText(*progress) + ", " +
                countText(countAt(*progress, "unknown_type")) + " of unknown type, " +
                countText(countAt(*progress, "failed")) + " failed\n";
    text += reasonsText(*progress);
    const Value *failures = answer.find("failures");
    if (failures)
        for (const Value &each : failures->items())
            text += failureText(each);
    return text;
}

std::string listedText(std::uint64_t found, std::uint64_t missing)
{
    return plural(found, "file", "files") + " in the cache, " + countText(missing) + " without metadata.";
}

} // namespace manometer::ctl
