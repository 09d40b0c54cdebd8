// SPDX-License-Identifier: GPL-3.0-or-later
#include "pressure/source/CgroupPlace.h"

#include "pressure/source/KernelFile.h"
#include "pressure/source/MountTable.h"
#include "pressure/source/Text.h"

#include <compare>
#include <optional>

namespace manometer::pressure {

namespace {

bool listHas(std::string_view list, std::string_view word)
{
    while (!list.empty()) {
        const auto end = std::min(list.find(','), list.size());
        if (list.substr(0, end) == word)
            return true;
        list.remove_prefix(std::min(end + 1, list.size()));
    }
    return false;
}

bool hasMemory(const Mount &mount, CgroupVersion version)
{
    return version == CgroupVersion::V2 ? mount.type == "cgroup2"
                                        : mount.type == "cgroup" && listHas(mount.superOptions, "memory");
}

// Maps a folder below /sys to sysRoot. A fixture contains only the mounts of its /sys: others are absent.
std::optional<std::string> folderInSysRoot(const std::string &folder, const std::string &sysRoot)
{
    if (folder.starts_with("/sys/"))
        return sysRoot + folder.substr(4);
    return sysRoot == "/sys" ? std::optional(folder) : std::nullopt;
}

// A group's path as the kernel writes it, relative to the root of our cgroup namespace: "/../../a" is two
// levels up and then down to a (cgroup_namespaces(7)).
struct GroupPath
{
    std::size_t levelsUp = 0;
    std::string_view names; // "/a/b"; empty for the group `levelsUp` above the root
};

GroupPath groupPath(std::string_view text)
{
    GroupPath path;
    for (; isWithin(text, "/.."); ++path.levelsUp)
        text.remove_prefix(3);
    path.names = text == "/" ? std::string_view() : text;
    return path;
}

// How much of our group's path a mount shows; the smaller, the better.
struct Visibility
{
    enum class Kind : std::uint8_t {
        Whole,    // our group and its ancestors up to the mount's root; the higher that root, the better
        Ancestor, // only the mount's root, which is above our namespace: the names below it are unknown
        Outside,  // nothing of it: our group is outside our namespace, and this is the nearest root
    };
    Kind kind = Kind::Outside;
    std::size_t distance = 0;

    // NOLINTNEXTLINE(modernize-use-nullptr): the check mistakes the comparison with 0
    friend auto operator<=>(const Visibility &, const Visibility &) = default;
};

std::optional<Visibility> visibilityOf(const GroupPath &group, const GroupPath &root)
{
    if (root.levelsUp == group.levelsUp && isWithin(group.names, root.names))
        return Visibility{Visibility::Kind::Whole, root.names.size()};
    // A part of the hierarchy without our group: another container's.
    if (!root.names.empty())
        return std::nullopt;
    return root.levelsUp > group.levelsUp
               ? Visibility{Visibility::Kind::Ancestor, root.levelsUp - group.levelsUp}
               : Visibility{Visibility::Kind::Outside, group.levelsUp - root.levelsUp};
}

std::vector<std::string> levelsOf(const std::string &mountFolder, std::string below)
{
    std::vector<std::string> levels;
    while (!below.empty()) {
        levels.push_back(mountFolder + below);
        below.resize(below.rfind('/') == std::string::npos ? 0 : below.rfind('/'));
    }
    levels.push_back(mountFolder);
    return levels;
}

// The folders from our group up to the root of the mount that shows the most of its path.
std::vector<std::string> levels(const std::optional<std::string> &group, CgroupVersion version,
                                const std::vector<Mount> &mounts, const std::string &sysRoot)
{
    if (!group)
        return {};
    const GroupPath ours = groupPath(*group);
    std::optional<Visibility> best;
    std::vector<std::string> levels;
    for (const Mount &mount : mounts) {
        if (!hasMemory(mount, version))
            continue;
        const std::string root = unescaped(mount.root);
        const auto visibility = visibilityOf(ours, groupPath(root));
        if (!visibility || (best && *visibility >= *best))
            continue;
        const auto folder = folderInSysRoot(unescaped(mount.folder), sysRoot);
        if (!folder || !isReachable(mount, mounts))
            continue;
        best = visibility;
        levels = levelsOf(*folder, visibility->kind == Visibility::Kind::Whole
                                       ? std::string(ours.names.substr(groupPath(root).names.size()))
                                       : std::string());
    }
    return levels;
}

} // namespace

CgroupPlace parseCgroupPlace(std::string_view membership, std::string_view mountinfo,
                             const std::string &sysRoot)
{
    // 'id:controllers:group'; v2 has the id 0 and no controllers, and may be on any line in a hybrid layout.
    std::optional<std::string> v1Group;
    std::optional<std::string> v2Group;
    eachLine(membership, [&](std::string_view line) {
        const auto colon = line.find(':');
        const auto next = colon == std::string_view::npos ? colon : line.find(':', colon + 1);
        if (next == std::string_view::npos)
            return true;
        const std::string_view controllers = line.substr(colon + 1, next - colon - 1);
        if (line.substr(0, colon) == "0" && controllers.empty())
            v2Group = line.substr(next + 1);
        else if (listHas(controllers, "memory"))
            v1Group = line.substr(next + 1);
        return true;
    });

    const auto mounts = parseMounts(mountinfo);
    const auto unified = levels(v2Group, CgroupVersion::V2, mounts, sysRoot);
    CgroupPlace place;
    if (!unified.empty())
        place.stallFolder = unified.front();
    // If a v1 hierarchy has the memory controller, v2 cannot have it too.
    if (auto legacy = levels(v1Group, CgroupVersion::V1, mounts, sysRoot); !legacy.empty()) {
        place.version = CgroupVersion::V1;
        place.group = *v1Group;
        place.levels = std::move(legacy);
    } else if (!v1Group && !unified.empty()) {
        place.version = CgroupVersion::V2;
        place.group = *v2Group;
        place.levels = unified;
    }
    return place;
}

CgroupPlace findCgroupPlace(const std::string &procRoot, const std::string &sysRoot)
{
    if (sysRoot.empty())
        return {};
    constexpr std::size_t atMost = 4u << 20; // some ten thousand mounts
    const auto groups = readWhole(procRoot + "/self/cgroup", atMost);
    const auto mounts = readWhole(procRoot + "/self/mountinfo", atMost);
    return groups && mounts ? parseCgroupPlace(*groups, *mounts, sysRoot) : CgroupPlace{};
}

} // namespace manometer::pressure
