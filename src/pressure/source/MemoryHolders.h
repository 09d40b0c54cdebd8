// SPDX-License-Identifier: GPL-3.0-or-later
//
// Lists the processes that hold the most memory, from /proc/<pid>. Blocks on reading small files of each
// process; any thread. A process that ends meanwhile is left out; an unreadable /proc gives an empty list.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace manometer::pressure {

struct ProcessMemory
{
    std::int64_t pid = 0;
    std::string name{};          // comm: up to 15 bytes, chosen by the process; not necessarily UTF-8
    std::uint64_t rssBytes = 0;  // shared pages in full
    std::uint64_t pssBytes = 0;  // shared pages divided by their users; 0 if reading it is not permitted
    std::uint64_t swapBytes = 0; // divided likewise where that may be read
    std::string controlGroup{};  // the path in the v2 hierarchy; empty if unknown
};

// The `count` largest resident sets, largest first; with name, without the other figures. Cheap.
std::vector<ProcessMemory> largestHolders(std::size_t count, const std::string &procRoot = "/proc");

// What a process takes from the others: its proportional set (its resident set where that may not be read)
// and its swap.
std::uint64_t heldBytes(const ProcessMemory &process);

// The `count` largest by heldBytes(), largest first, with all figures. For the proportional sets
// (smaps_rollup, proc(5)) the kernel walks page tables: milliseconds to tens of milliseconds for a large
// process. They are read of no more processes than the order needs.
std::vector<ProcessMemory> largestUsers(std::size_t count, const std::string &procRoot = "/proc");

} // namespace manometer::pressure
