// SPDX-License-Identifier: GPL-3.0-or-later
#include "pressure/source/MemoryHolders.h"

#include "pressure/source/KernelFile.h"
#include "pressure/source/ProcessStatm.h"
#include "pressure/source/Text.h"

#include <algorithm>
#include <charconv>
#include <dirent.h>
#include <memory>

namespace manometer::pressure {

namespace {

struct CloseDirectory
{
    void operator()(DIR *directory) const { ::closedir(directory); }
};

std::string nameOf(const std::string &folder)
{
    KernelFile file(folder + "/comm");
    const auto text = file.read();
    if (!text)
        return {};
    return std::string(text->substr(0, text->find('\n')));
}

} // namespace

std::vector<ProcessMemory> largestHolders(std::size_t count, const std::string &procRoot)
{
    const std::unique_ptr<DIR, CloseDirectory> directory(::opendir(procRoot.c_str()));
    if (!directory)
        return {};
    std::vector<ProcessMemory> holders;
    while (const dirent *entry = ::readdir(directory.get())) {
        const std::string_view name(entry->d_name);
        ProcessMemory holder;
        const auto parsed = std::from_chars(name.data(), name.data() + name.size(), holder.pid);
        if (parsed.ec != std::errc() || parsed.ptr != name.data() + name.size())
            continue;
        KernelFile file(procRoot + '/' + entry->d_name + "/statm");
        const auto text = file.read();
        const auto memory = text ? parseStatm(*text) : std::nullopt;
        if (!memory || memory->residentBytes == 0) // a kernel thread
            continue;
        holder.rssBytes = memory->residentBytes;
        holders.push_back(std::move(holder));
    }
    const auto kept = static_cast<std::ptrdiff_t>(std::min(count, holders.size()));
    std::partial_sort(holders.begin(), holders.begin() + kept, holders.end(),
                      [](const ProcessMemory &a, const ProcessMemory &b) { return a.rssBytes > b.rssBytes; });
    holders.resize(static_cast<std::size_t>(kept));
    for (ProcessMemory &holder : holders)
        holder.name = nameOf(procRoot + '/' + std::to_string(holder.pid));
    return holders;
}

std::vector<ProcessMemory> withProportionalSets(std::vector<ProcessMemory> holders,
                                                const std::string &procRoot)
{
    for (ProcessMemory &holder : holders) {
        KernelFile file(procRoot + '/' + std::to_string(holder.pid) + "/smaps_rollup");
        const auto text = file.read();
        holder.pssBytes = text ? bytesNamed(*text, "Pss").value_or(0) : 0;
    }
    return holders;
}

} // namespace manometer::pressure
