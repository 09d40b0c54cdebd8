// SPDX-License-Identifier: GPL-3.0-or-later
//
// Who holds the machine's memory: processes by resident set, from /proc/<pid>/{statm,comm}. Blocks for as
// long as reading two small files a process takes; any thread. What has ended meanwhile is left out; an
// unreadable /proc gives an empty list. Shared pages count for each process that maps them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace manometer::pressure {

struct ProcessMemory
{
    std::int64_t pid = 0;
    std::string name; // comm: up to 15 bytes of whatever the process calls itself
    std::uint64_t rssBytes = 0;
    std::uint64_t pssBytes = 0; // 0 until withProportionalSets, or where it may not be read
};

// The `count` largest, largest first.
std::vector<ProcessMemory> largestHolders(std::size_t count, const std::string &procRoot = "/proc");

// The same with what each would free by itself: shared pages count by their share (Pss of smaps_rollup, see
// proc(5)). Another user's may not be read. Takes the kernel a walk through the process' page tables: tens of
// milliseconds for a large one.
std::vector<ProcessMemory> withProportionalSets(std::vector<ProcessMemory> holders,
                                                const std::string &procRoot = "/proc");

} // namespace manometer::pressure
