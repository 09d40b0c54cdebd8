// SPDX-License-Identifier: GPL-3.0-or-later
//
// The purpose of each part of a shard's files, found by walking them as SQLite does. For undamaged files that
// no process has open. https://www.sqlite.org/fileformat.html
#pragma once

#include <cstdint>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <sqlite3.h>
#include <string>
#include <vector>

namespace manometer::cache {

// A part of a file that a bit may be flipped in.
struct Place
{
    std::string suffix; // of the file: "" or "-wal"
    std::uint64_t offset = 0;
    std::uint64_t size = 0;
};

class ShardPages
{
public:
    explicit ShardPages(const std::string &path)
        : m_bytes(contents(path))
    {
        m_places["database header"].push_back({"", 0, 100});
        walkFreeList();
        walkTree("schema", 1);
        sqlite3 *shell = nullptr;
        const std::string address = "file:" + path + "?immutable=1";
        sqlite3_open_v2(address.c_str(), &shell, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, nullptr);
        const auto walkRoot = [](void *pages, int, char **row, char **) {
            static_cast<ShardPages *>(pages)->walkTree(row[0], std::stoul(row[1]));
            return 0;
        };
        sqlite3_exec(shell,
                     "SELECT iif(type = 'index', 'index', name), rootpage FROM sqlite_schema"
                     " WHERE rootpage > 0",
                     walkRoot, this, nullptr);
        sqlite3_close(shell);
        walkPointerMap();
        walkLog(path + "-wal");
    }

    // By kind, for example "entry leaf".
    const std::map<std::string, std::vector<Place>> &places() const { return m_places; }

private:
    static constexpr std::uint64_t pageBytes = 4096;

    static std::string contents(const std::string &path)
    {
        std::ifstream file(path, std::ios::binary);
        return {std::istreambuf_iterator<char>(file), {}};
    }
    std::uint64_t number(std::uint64_t at, int bytes) const
    {
        std::uint64_t value = 0;
        for (int i = 0; i < bytes; ++i)
            value = value << 8 | static_cast<unsigned char>(m_bytes.at(at + static_cast<std::uint64_t>(i)));
        return value;
    }
    std::uint64_t pages() const { return m_bytes.size() / pageBytes; }
    void add(const std::string &kind, std::uint64_t page)
    {
        const std::uint64_t skipped = page == 1 ? 100 : 0;
        m_places[kind].push_back({"", (page - 1) * pageBytes + skipped, pageBytes - skipped});
        m_known.insert(page);
    }

    void walkTree(const std::string &name, std::uint64_t page)
    {
        const std::uint64_t at = (page - 1) * pageBytes + (page == 1 ? 100 : 0);
        const std::uint64_t type = number(at, 1);
        const bool isInterior = type == 2 || type == 5;
        add(name + (isInterior ? " interior" : " leaf"), page);
        if (!isInterior)
            return;
        walkTree(name, number(at + 8, 4));
        for (std::uint64_t cell = 0; cell < number(at + 3, 2); ++cell)
            walkTree(name, number((page - 1) * pageBytes + number(at + 12 + 2 * cell, 2), 4));
    }
    void walkFreeList()
    {
        for (std::uint64_t trunk = number(32, 4); trunk != 0; trunk = number((trunk - 1) * pageBytes, 4)) {
            add("free-list trunk", trunk);
            const std::uint64_t at = (trunk - 1) * pageBytes;
            for (std::uint64_t leaf = 0; leaf < number(at + 4, 4); ++leaf)
                add("free-list leaf", number(at + 8 + 4 * leaf, 4));
        }
    }
    // A page in no tree that is not free belongs to a value that is longer than its cell.
    void walkPointerMap()
    {
        for (std::uint64_t page = 2; page <= pages(); ++page) {
            if ((page - 2) % (pageBytes / 5 + 1) == 0)
                add("pointer map", page);
            else if (!m_known.contains(page))
                add("overflow", page);
        }
    }
    void walkLog(const std::string &path)
    {
        const std::uint64_t size = contents(path).size();
        if (size < 32)
            return;
        m_places["log header"].push_back({"-wal", 0, 32});
        for (std::uint64_t at = 32; at + 24 + pageBytes <= size; at += 24 + pageBytes) {
            m_places["log frame header"].push_back({"-wal", at, 24});
            m_places["log frame"].push_back({"-wal", at + 24, pageBytes});
        }
    }

    std::string m_bytes;
    std::set<std::uint64_t> m_known;
    std::map<std::string, std::vector<Place>> m_places;
};

} // namespace manometer::cache
