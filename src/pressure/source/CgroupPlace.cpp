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

// A fixture's tree has the mounts of its /sys; what is mounted elsewhere is not in it.
std::optional<std::string> under(const std::string &folder, const std::string &sysRoot)
{
    if (folder.starts_with("/sys/"))
        return sysRoot + folder.substr(4);
    return sysRoot == "/sys" ? std::optional(folder) : std::nullopt;
}

// A group's path as the kernel writes it, from the root of our cgroup namespace: "/../../a" is two levels
// above it and then down to a (cgroup_namespaces(7)).
struct GroupPath
{
    std::size_t above = 0;
    std::string_view names; // "/a/b", empty for the group that `above` leads to
};

GroupPath groupPath(std::string_view text)
{
    GroupPath path;
    for (; isWithin(text, "/.."); ++path.above)
        text.remove_prefix(3);
    path.names = text == "/" ? std::string_view() : text;
    return path;
}

// How a mount shows our group; the smaller, the better.
struct Showing
{
    enum class Kind : std::uint8_t {
        Whole,    // with what is above it up to the mount's root, which is better the higher it is
        Ancestor, // only the mount's root, which is above our namespace: the names below it are unknown
        Outside,  // not at all: our group is outside of our namespace, and this is the nearest root
    };
    Kind kind = Kind::Outside;
    std::size_t distance = 0;

    friend auto operator<=>(const Showing &, const Showing &) = default;
};

std::optional<Showing> showing(const GroupPath &group, const GroupPath &root)
{
    if (root.above == group.above && isWithin(group.names, root.names))
        return Showing{Showing::Kind::Whole, root.names.size()};
    // A part of the hierarchy that our group is not in: another container's.
    if (!root.names.empty())
        return std::nullopt;
    return root.above > group.above ? Showing{Showing::Kind::Ancestor, root.above - group.above}
                                    : Showing{Showing::Kind::Outside, group.above - root.above};
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

// From our group up to the root of the mount that shows it best.
std::vector<std::string> levels(const std::optional<std::string> &group, CgroupVersion version,
                                const std::vector<Mount> &mounts, const std::string &sysRoot)
{
    if (!group)
        return {};
    const GroupPath ours = groupPath(*group);
    std::optional<Showing> best;
    std::vector<std::string> levels;
    for (const Mount &mount : mounts) {
        if (!hasMemory(mount, version))
            continue;
        const std::string root = unescaped(mount.root);
        const auto shows = showing(ours, groupPath(root));
        if (!shows || (best && *shows >= *best))
            continue;
        const auto folder = under(unescaped(mount.folder), sysRoot);
        if (!folder || !isReachable(mount, mounts))
            continue;
        best = shows;
        levels = levelsOf(*folder, shows->kind == Showing::Kind::Whole
                                       ? std::string(ours.names.substr(groupPath(root).names.size()))
                                       : std::string());
    }
    return levels;
}

} // namespace

CgroupPlace parseCgroupPlace(std::string_view membership, std::string_view mountinfo,
                             const std::string &sysRoot)
{
    // 'id:controllers:group'; v2 has the id 0 and no controllers, and stands anywhere in a hybrid layout.
    std::optional<std::string> first;
    std::optional<std::string> second;
    eachLine(membership, [&](std::string_view line) {
        const auto colon = line.find(':');
        const auto next = colon == std::string_view::npos ? colon : line.find(':', colon + 1);
        if (next == std::string_view::npos)
            return true;
        const std::string_view controllers = line.substr(colon + 1, next - colon - 1);
        if (line.substr(0, colon) == "0" && controllers.empty())
            second = line.substr(next + 1);
        else if (listHas(controllers, "memory"))
            first = line.substr(next + 1);
        return true;
    });

    const auto mounts = parseMounts(mountinfo);
    const auto unified = levels(second, CgroupVersion::V2, mounts, sysRoot);
    CgroupPlace place;
    if (!unified.empty())
        place.stallFolder = unified.front();
    // Where a v1 hierarchy has the memory controller, v2 cannot have it too.
    if (auto legacy = levels(first, CgroupVersion::V1, mounts, sysRoot); !legacy.empty()) {
        place.version = CgroupVersion::V1;
        place.group = *first;
        place.levels = std::move(legacy);
    } else if (!first && !unified.empty()) {
        place.version = CgroupVersion::V2;
        place.group = *second;
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
