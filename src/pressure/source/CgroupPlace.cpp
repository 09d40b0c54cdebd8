// SPDX-License-Identifier: GPL-3.0-or-later
#include "pressure/source/CgroupPlace.h"

#include "pressure/source/KernelFile.h"
#include "pressure/source/Text.h"

#include <optional>

namespace manometer::pressure {

namespace {

struct Mount
{
    std::string root;   // the part of the hierarchy that is mounted
    std::string folder; // where
};

std::string_view takeField(std::string_view &line)
{
    const auto end = std::min(line.find(' '), line.size());
    const std::string_view field = line.substr(0, end);
    line.remove_prefix(std::min(end + 1, line.size()));
    return field;
}

// mountinfo writes blank, tab, newline and backslash as \ooo.
std::string unescaped(std::string_view text)
{
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        unsigned code = 0;
        const bool escape =
            text[i] == '\\' && i + 3 < text.size() &&
            std::from_chars(text.data() + i + 1, text.data() + i + 4, code, 8).ptr == text.data() + i + 4;
        plain += escape ? static_cast<char>(code) : text[i];
        if (escape)
            i += 3;
    }
    return plain;
}

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

// 'id parent major:minor root folder options [optional …] - type source superoptions'
std::optional<Mount> mountOf(std::string_view line, CgroupVersion version)
{
    const auto separator = line.find(" - ");
    if (separator == std::string_view::npos)
        return std::nullopt;
    std::string_view head = line.substr(0, separator);
    std::string_view tail = line.substr(separator + 3);
    const std::string_view type = takeField(tail);
    takeField(tail); // source
    const bool wanted =
        version == CgroupVersion::V2 ? type == "cgroup2" : type == "cgroup" && listHas(tail, "memory");
    if (!wanted)
        return std::nullopt;
    for (int skipped = 0; skipped < 3; ++skipped)
        takeField(head);
    const std::string_view root = takeField(head);
    return Mount{.root = unescaped(root), .folder = unescaped(takeField(head))};
}

std::optional<Mount> findMount(std::string_view mountinfo, CgroupVersion version)
{
    std::optional<Mount> found;
    // The last one wins: it lies over those before it.
    eachLine(mountinfo, [&](std::string_view line) {
        if (auto mount = mountOf(line, version))
            found = std::move(mount);
        return true;
    });
    return found;
}

// A fixture's tree has the mounts of its /sys; what is mounted elsewhere is not in it.
std::optional<std::string> under(const std::string &folder, const std::string &sysRoot)
{
    if (folder.starts_with("/sys/"))
        return sysRoot + folder.substr(4);
    return sysRoot == "/sys" ? std::optional(folder) : std::nullopt;
}

// The group's path below the mount. A group outside of what is mounted (a container that sees its own part
// only, a namespace whose root is below ours) is seen at the mount itself.
std::string belowMount(const std::string &group, const std::string &root)
{
    if (group.find("/..") != std::string::npos)
        return {};
    if (root == "/")
        return group == "/" ? std::string() : group;
    if (group.starts_with(root) && (group.size() == root.size() || group[root.size()] == '/'))
        return group.substr(root.size());
    return {};
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

std::vector<std::string> levels(const std::optional<std::string> &group, CgroupVersion version,
                                std::string_view mountinfo, const std::string &sysRoot)
{
    const auto mount = group ? findMount(mountinfo, version) : std::nullopt;
    const auto folder = mount ? under(mount->folder, sysRoot) : std::nullopt;
    return folder ? levelsOf(*folder, belowMount(*group, mount->root)) : std::vector<std::string>();
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

    const auto unified = levels(second, CgroupVersion::V2, mountinfo, sysRoot);
    CgroupPlace place;
    if (!unified.empty())
        place.stallFolder = unified.front();
    // Where a v1 hierarchy has the memory controller, v2 cannot have it too.
    if (auto legacy = levels(first, CgroupVersion::V1, mountinfo, sysRoot); !legacy.empty()) {
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
