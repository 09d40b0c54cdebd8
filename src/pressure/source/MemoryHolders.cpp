// SPDX-License-Identifier: GPL-3.0-or-later
#include "pressure/source/MemoryHolders.h"

#include "pressure/source/KernelFile.h"
#include "pressure/source/ProcessStatm.h"
#include "pressure/source/Text.h"

#include <algorithm>
#include <charconv>
#include <dirent.h>
#include <functional>
#include <memory>
#include <optional>

namespace manometer::pressure {

namespace {

// Many processes may share one large segment, such as the back ends of a database: each has a large resident
// set and a small proportional one. This bounds the time for reading them.
constexpr std::size_t mostProportionalSets = 120;
// Longer ones are replaced by their ancestor: a list of processes is kept for weeks.
constexpr std::size_t longestControlGroup = 512;

struct CloseDirectory
{
    void operator()(DIR *directory) const { ::closedir(directory); }
};

// Empty if the process has ended. A process may have set an empty name.
std::optional<std::string> nameOf(const std::string &folder)
{
    KernelFile file(folder + "/comm");
    const auto text = file.read();
    if (!text)
        return std::nullopt;
    return std::string(text->substr(0, text->find('\n')));
}

// The line '0::/path' (cgroups(7)); on a machine with only the v1 hierarchies there is none.
std::string controlGroupOf(const std::string &folder)
{
    KernelFile file(folder + "/cgroup");
    const auto text = file.read();
    std::string_view group;
    if (text)
        eachLine(*text, [&group](std::string_view line) {
            constexpr std::string_view start = "0::";
            if (line.starts_with(start))
                group = line.substr(start.size());
            return group.empty();
        });
    if (group.size() > longestControlGroup)
        group = group.substr(0, group.rfind('/', longestControlGroup));
    return std::string(group);
}

std::string folderOf(const ProcessMemory &process, const std::string &procRoot)
{
    return procRoot + '/' + std::to_string(process.pid);
}

// Of every process with memory of its own; kernel threads have none.
std::vector<ProcessMemory> residentSets(const std::string &procRoot)
{
    const std::unique_ptr<DIR, CloseDirectory> directory(::opendir(procRoot.c_str()));
    std::vector<ProcessMemory> found;
    while (const dirent *entry = directory ? ::readdir(directory.get()) : nullptr) {
        const std::string_view name(entry->d_name);
        ProcessMemory process;
        const auto parsed = std::from_chars(name.data(), name.data() + name.size(), process.pid);
        if (parsed.ec != std::errc() || parsed.ptr != name.data() + name.size())
            continue;
        KernelFile file(folderOf(process, procRoot) + "/statm");
        const auto text = file.read();
        const auto memory = text ? parseStatm(*text) : std::nullopt;
        if (!memory || memory->virtualBytes == 0)
            continue;
        process.rssBytes = memory->residentBytes;
        found.push_back(std::move(process));
    }
    return found;
}

void readSwap(ProcessMemory &process, const std::string &procRoot)
{
    KernelFile file(folderOf(process, procRoot) + "/status");
    const auto text = file.read();
    process.swapBytes = text ? bytesNamed(*text, "VmSwap").value_or(0) : 0;
}

void readProportionalSet(ProcessMemory &process, const std::string &procRoot)
{
    KernelFile file(folderOf(process, procRoot) + "/smaps_rollup");
    const auto text = file.read();
    if (!text)
        return;
    process.pssBytes = bytesNamed(*text, "Pss").value_or(0);
    process.swapBytes = bytesNamed(*text, "SwapPss").value_or(process.swapBytes);
}

template<typename Measure>
void keepLargest(std::vector<ProcessMemory> &processes, std::size_t count, Measure measure)
{
    const auto kept = static_cast<std::ptrdiff_t>(std::min(count, processes.size()));
    std::partial_sort(processes.begin(), processes.begin() + kept, processes.end(),
                      [measure](const ProcessMemory &a, const ProcessMemory &b) {
                          return std::invoke(measure, a) > std::invoke(measure, b);
                      });
    processes.resize(static_cast<std::size_t>(kept));
}

} // namespace

std::vector<ProcessMemory> largestHolders(std::size_t count, const std::string &procRoot)
{
    std::vector<ProcessMemory> holders = residentSets(procRoot);
    keepLargest(holders, count, &ProcessMemory::rssBytes);
    for (ProcessMemory &holder : holders)
        holder.name = nameOf(folderOf(holder, procRoot)).value_or(std::string());
    return holders;
}

std::uint64_t heldBytes(const ProcessMemory &process)
{
    return (process.pssBytes == 0 ? process.rssBytes : process.pssBytes) + process.swapBytes;
}

std::vector<ProcessMemory> largestUsers(std::size_t count, const std::string &procRoot)
{
    std::vector<ProcessMemory> users = residentSets(procRoot);
    for (ProcessMemory &user : users)
        readSwap(user, procRoot);
    // Until the proportional sets are read, heldBytes() is an upper bound. Once `count` processes are known
    // to hold more than the next bound, no further one can be among the largest.
    keepLargest(users, std::max(count, mostProportionalSets), &heldBytes);
    std::vector<std::uint64_t> largest; // a heap whose front is the least of the `count` largest
    std::size_t known = 0;
    for (; known < users.size(); ++known) {
        if (largest.size() == count && (count == 0 || largest.front() >= heldBytes(users[known])))
            break;
        readProportionalSet(users[known], procRoot);
        largest.push_back(heldBytes(users[known]));
        std::push_heap(largest.begin(), largest.end(), std::greater<>());
        if (largest.size() > count) {
            std::pop_heap(largest.begin(), largest.end(), std::greater<>());
            largest.pop_back();
        }
    }
    users.resize(known);
    keepLargest(users, count, &heldBytes);
    std::erase_if(users, [&procRoot](ProcessMemory &user) {
        const auto name = nameOf(folderOf(user, procRoot));
        user.name = name.value_or(std::string());
        user.controlGroup = controlGroupOf(folderOf(user, procRoot));
        return !name;
    });
    return users;
}

} // namespace manometer::pressure
