// SPDX-License-Identifier: GPL-3.0-or-later
#include "pressure/source/MountTable.h"

#include "pressure/source/Text.h"

#include <algorithm>
#include <optional>

namespace manometer::pressure {

namespace {

std::string_view takeField(std::string_view &line)
{
    const auto end = std::min(line.find(' '), line.size());
    const std::string_view field = line.substr(0, end);
    line.remove_prefix(std::min(end + 1, line.size()));
    return field;
}

// 'id parent major:minor root folder options [optional …] - type source superoptions'
std::optional<Mount> mountOf(std::string_view line)
{
    const auto separator = line.find(" - ");
    if (separator == std::string_view::npos)
        return std::nullopt;
    std::string_view head = line.substr(0, separator);
    std::string_view tail = line.substr(separator + 3);
    const auto id = leadingNumber<long>(takeField(head));
    const auto parent = leadingNumber<long>(takeField(head));
    if (!id || !parent)
        return std::nullopt;
    takeField(head); // device
    Mount mount;
    mount.id = *id;
    mount.parent = *parent;
    mount.root = takeField(head);
    mount.folder = takeField(head);
    mount.type = takeField(tail);
    takeField(tail); // source
    mount.superOptions = tail;
    return mount;
}

// Whether `other` hides `branch`: both have the same parent, and `other` is on the path to it or on top.
bool hides(const Mount &other, const Mount &branch)
{
    if (&other == &branch || other.parent != branch.parent || !isWithin(branch.folder, other.folder))
        return false;
    // On the same folder the later one is on top.
    return other.folder.size() < branch.folder.size() || &other > &branch;
}

} // namespace

std::vector<Mount> parseMounts(std::string_view mountinfo)
{
    std::vector<Mount> mounts;
    eachLine(mountinfo, [&](std::string_view line) {
        if (const auto mount = mountOf(line))
            mounts.push_back(*mount);
        return true;
    });
    return mounts;
}

bool isReachable(const Mount &mount, const std::vector<Mount> &mounts)
{
    const auto isOnTop = [&](const Mount &other) {
        return &other != &mount && other.parent == mount.id && other.folder == mount.folder;
    };
    if (std::any_of(mounts.begin(), mounts.end(), isOnTop))
        return false;
    // The parents decide what hides what; line order alone does not: a root that is mounted late, with /sys
    // moved onto it, comes after /sys. The bound protects against tables whose parents form a cycle.
    const Mount *branch = &mount;
    for (std::size_t step = 0; step < mounts.size(); ++step) {
        if (std::any_of(mounts.begin(), mounts.end(),
                        [&](const Mount &other) { return hides(other, *branch); }))
            return false;
        const auto parent = std::find_if(mounts.begin(), mounts.end(),
                                         [&](const Mount &other) { return other.id == branch->parent; });
        if (parent == mounts.end() || &*parent == branch)
            return true;
        branch = &*parent;
    }
    return true;
}

bool isWithin(std::string_view path, std::string_view folder)
{
    if (folder == "/")
        return true;
    return path.starts_with(folder) && (path.size() == folder.size() || path[folder.size()] == '/');
}

std::string unescaped(std::string_view field)
{
    std::string plain;
    for (std::size_t i = 0; i < field.size(); ++i) {
        unsigned code = 0;
        const bool escape =
            field[i] == '\\' && i + 3 < field.size() &&
            std::from_chars(field.data() + i + 1, field.data() + i + 4, code, 8).ptr == field.data() + i + 4;
        plain += escape ? static_cast<char>(code) : field[i];
        if (escape)
            i += 3;
    }
    return plain;
}

} // namespace manometer::pressure
