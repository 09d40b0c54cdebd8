// SPDX-License-Identifier: GPL-3.0-or-later
//
// Lists the processes with the largest resident sets, from /proc/<pid>/{statm,comm}. Blocks on reading two
// small files a process; any thread. A process that ends meanwhile is left out; an unreadable /proc gives an
// empty list. Shared pages are included for each process that maps them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace manometer::pressure {

struct ProcessMemory
{
    std::int64_t pid = 0;
    std::string name; // comm: up to 15 bytes, chosen by the process; not necessarily UTF-8
    std::uint64_t rssBytes = 0;
    std::uint64_t pssBytes = 0; // 0 before withProportionalSets, or if reading it is not permitted
};

// The `count` largest, largest first.
std::vector<ProcessMemory> largestHolders(std::size_t count, const std::string &procRoot = "/proc");

// Adds the proportional set size, which divides shared pages among the processes that map them (Pss of
// smaps_rollup, proc(5)). Reading another user's process is not permitted. The kernel walks the page tables:
// tens of milliseconds for a large process.
std::vector<ProcessMemory> withProportionalSets(std::vector<ProcessMemory> holders,
                                                const std::string &procRoot = "/proc");

} // namespace manometer::pressure
