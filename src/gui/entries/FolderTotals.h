// SPDX-License-Identifier: GPL-3.0-or-later
//
// Adds up entries by folder. Memory is bounded: beyond a number of folders the smallest ones are folded,
// which means that their entries are counted directly in the folder above; so are names longer than a file
// system allows and levels below the deepest one. Totals of a folder that is kept are exact. Any one thread;
// nothing blocks.
#pragma once

#include <QByteArray>

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace manometer::gui {

struct FolderSums
{
    quint64 entries = 0;
    quint64 memoryBytes = 0;
    quint64 diskBytes = 0;

    FolderSums &operator+=(const FolderSums &other)
    {
        entries += other.entries;
        memoryBytes += other.memoryBytes;
        diskBytes += other.diskBytes;
        return *this;
    }
    friend bool operator==(const FolderSums &, const FolderSums &) = default;
};

// A row of the tree. Folders that hold nothing but one folder are one row with it: 'data/archive/hst'.
struct Folder
{
    // Directly: the entries in a folder that has rows below it, but in none of those rows.
    enum class Kind : quint8 { Whole, Directly };

    QByteArray name; // raw bytes, relative to the folder above; of the first level from the root on
    Kind kind = Kind::Whole;
    int parent = -1;
    std::vector<int> children{};
    FolderSums sums{};
    quint64 folded = 0; // folders below that are counted directly in this one
};

class FolderTotals
{
public:
    struct Bounds
    {
        int folders = 10'000;
        int depth = 64;
        std::size_t nameBytes = 255; // NAME_MAX of Linux
    };

    FolderTotals()
        : FolderTotals(Bounds())
    {}
    explicit FolderTotals(const Bounds &bounds);

    // A path comes after all paths that are less, by bytes. In another order a folded folder may appear
    // again, with a part of its entries.
    void add(std::string_view path, const FolderSums &sums);

    const FolderSums &all() const { return m_all; }
    // Those with entries of their own. Below the deepest level one may be counted twice.
    quint64 folders() const { return m_folders; }
    quint64 folded() const { return m_folded; } // of these
    // The parent of a row stands before it.
    std::vector<Folder> rows() const;

private:
    struct Node
    {
        Node *parent = nullptr;
        std::string_view name{}; // the parent's key
        std::map<std::string, std::unique_ptr<Node>, std::less<>> children{};
        FolderSums own{};
        bool hasEntries = false; // before any folder is folded into it
        quint64 folded = 0;
    };
    Node *folderOf(std::string_view folder);
    void foldSmallest();
    bool isOpen(const Node *node) const;
    static FolderSums appendRows(std::vector<Folder> &rows, const Node &node, int parent,
                                 std::string_view name);

    Bounds m_bounds;
    Node m_root;
    Node *m_last = nullptr; // the folder of the last path
    std::string m_lastFolder;
    FolderSums m_all;
    int m_nodes = 0;
    quint64 m_folders = 0;
    quint64 m_folded = 0;
};

// The path of a row: without a slash at its end, and empty for the root.
QByteArray folderPath(const std::vector<Folder> &rows, int row);

} // namespace manometer::gui
