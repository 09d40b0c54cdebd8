// SPDX-License-Identifier: GPL-3.0-or-later
//
// Locates our control group: the hierarchy that accounts for our memory, and the folders from our group up to
// the root of a mount, ours first. Of several mounts, the reachable one that shows the most ancestors is
// used. Source: <proc>/self/cgroup and <proc>/self/mountinfo (cgroups(7), proc(5)); folders under /sys are
// looked up under the given root. The parser is pure; findCgroupPlace() blocks on reading two files of /proc.
// What cannot be determined is absent.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace manometer::pressure {

enum class CgroupVersion : std::uint8_t { None, V1, V2 };

struct CgroupPlace
{
    CgroupVersion version = CgroupVersion::None; // of the hierarchy with the memory controller
    std::string group;                           // as /proc/self/cgroup names it
    std::vector<std::string> levels;             // folders, our own first, the mount last
    std::string stallFolder;                     // of our group in the v2 hierarchy, empty without one

    friend bool operator==(const CgroupPlace &, const CgroupPlace &) = default;
};

CgroupPlace parseCgroupPlace(std::string_view membership, std::string_view mountinfo,
                             const std::string &sysRoot);
// An empty sysRoot means that there are no groups.
CgroupPlace findCgroupPlace(const std::string &procRoot, const std::string &sysRoot);

} // namespace manometer::pressure
