// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/entries/FolderTotals.h"

#include <algorithm>

namespace manometer::gui {

namespace {

// Folding takes a walk over all folders: it is done once for as many new ones as are kept.
constexpr int slack = 2;

std::string_view folderPartOf(std::string_view path)
{
    const std::size_t slash = path.rfind('/');
    return slash == std::string_view::npos ? std::string_view(".") : path.substr(0, slash);
}

quint64 weightOf(const FolderSums &sums)
{
    return std::max(sums.memoryBytes, sums.diskBytes);
}

} // namespace

FolderTotals::FolderTotals(const Bounds &bounds)
    : m_bounds(bounds)
{}

void FolderTotals::add(std::string_view path, const FolderSums &sums)
{
    const std::string_view folder = folderPartOf(path);
    if (!m_last || folder != m_lastFolder) {
        m_last = folderOf(folder);
        m_lastFolder = folder;
    }
    m_last->own += sums;
    m_all += sums;
    if (m_nodes > slack * m_bounds.folders)
        foldSmallest();
}

FolderTotals::Node *FolderTotals::folderOf(std::string_view folder)
{
    Node *node = &m_root;
    for (int depth = 0;; ++depth) {
        const std::size_t slash = folder.find('/');
        const std::string_view name = folder.substr(0, slash);
        if (depth >= m_bounds.depth || name.size() > m_bounds.nameBytes) {
            ++node->folded;
            ++m_folded;
            ++m_folders;
            return node;
        }
        auto found = node->children.find(name);
        if (found == node->children.end()) {
            found = node->children.emplace(name, std::make_unique<Node>()).first;
            found->second->parent = node;
            found->second->name = found->first;
            ++m_nodes;
        }
        node = found->second.get();
        if (slash == std::string_view::npos) {
            m_folders += node->hasEntries ? 0 : 1;
            node->hasEntries = true;
            return node;
        }
        folder.remove_prefix(slash + 1);
    }
}

// The folder of the last path or one above it: more paths may follow.
bool FolderTotals::isOpen(const Node *node) const
{
    for (const Node *open = m_last; open; open = open->parent)
        if (open == node)
            return true;
    return false;
}

void FolderTotals::foldSmallest()
{
    while (m_nodes > m_bounds.folders) {
        std::vector<Node *> leaves;
        std::vector<Node *> below{&m_root};
        while (!below.empty()) {
            Node *node = below.back();
            below.pop_back();
            if (node->children.empty() && !isOpen(node))
                leaves.push_back(node);
            for (const auto &[name, child] : node->children)
                below.push_back(child.get());
        }
        if (leaves.empty())
            return;
        const auto count = std::min(leaves.size(), static_cast<std::size_t>(m_nodes - m_bounds.folders));
        const auto end = leaves.begin() + static_cast<std::ptrdiff_t>(count);
        std::nth_element(leaves.begin(), end - 1, leaves.end(), [](const Node *one, const Node *other) {
            return weightOf(one->own) < weightOf(other->own);
        });
        std::for_each(leaves.begin(), end, [this](Node *leaf) {
            Node *parent = leaf->parent;
            parent->own += leaf->own;
            parent->folded += leaf->folded + (leaf->hasEntries ? 1 : 0);
            m_folded += leaf->hasEntries ? 1 : 0;
            --m_nodes;
            parent->children.erase(parent->children.find(leaf->name));
        });
    }
}

std::vector<Folder> FolderTotals::rows() const
{
    std::vector<Folder> rows;
    for (const auto &[name, child] : m_root.children)
        appendRows(rows, *child, -1, name);
    if (m_root.own.entries > 0)
        rows.push_back(
            {.name = {}, .kind = Folder::Kind::Directly, .sums = m_root.own, .folded = m_root.folded});
    return rows;
}

FolderSums FolderTotals::appendRows(std::vector<Folder> &rows, const Node &node, int parent,
                                    std::string_view name)
{
    const auto row = static_cast<int>(rows.size());
    const Node *last = &node;
    QByteArray chain(name.data(), static_cast<qsizetype>(name.size()));
    while (last->children.size() == 1 && last->own.entries == 0) {
        last = last->children.begin()->second.get();
        chain += '/';
        chain.append(last->name.data(), static_cast<qsizetype>(last->name.size()));
    }
    rows.push_back({.name = chain, .parent = parent, .sums = last->own, .folded = last->folded});
    if (parent >= 0)
        rows[static_cast<std::size_t>(parent)].children.push_back(row);
    FolderSums sums = last->own;
    for (const auto &[childName, child] : last->children)
        sums += appendRows(rows, *child, row, childName);
    if (!last->children.empty() && last->own.entries > 0) {
        const auto own = static_cast<int>(rows.size());
        rows.push_back({.name = {},
                        .kind = Folder::Kind::Directly,
                        .parent = row,
                        .sums = last->own,
                        .folded = last->folded});
        rows[static_cast<std::size_t>(row)].children.push_back(own);
    }
    rows[static_cast<std::size_t>(row)].sums = sums;
    return sums;
}

QByteArray folderPath(const std::vector<Folder> &rows, int row)
{
    const Folder *folder = &rows[static_cast<std::size_t>(row)];
    if (folder->kind == Folder::Kind::Directly)
        return folder->parent < 0 ? QByteArray() : folderPath(rows, folder->parent);
    QByteArray path = folder->name;
    while (folder->parent >= 0) {
        folder = &rows[static_cast<std::size_t>(folder->parent)];
        path = folder->name + '/' + path;
    }
    return path;
}

} // namespace manometer::gui
