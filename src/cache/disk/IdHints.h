// SPDX-License-Identifier: GPL-3.0-or-later
//
// Proposes the id of a key's row, so that most lookups need not search the index on the file. In memory only,
// 11 to 32 bytes a row; learned from puts and from lookups. A hint may be missing or wrong: what it names has
// to be compared with the full key. It never blocks. Any thread, except where stated.
#pragma once

#include "cache/EntryInfo.h"

#include <array>
#include <atomic>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace manometer::cache::disk {

class IdHints
{
public:
    IdHints();

    std::optional<EntryId> find(std::uint64_t keyHash) const;
    void set(std::uint64_t keyHash, EntryId id);
    void remove(std::uint64_t keyHash);

    // The writer thread's. Makes room for the hints of so many rows, and keeps those that there are.
    void reserve(std::uint64_t rows);
    // Forgets everything. No other thread may use this object meanwhile.
    void reset();

private:
    // A hint is the upper half of the key's hash above the lower half of the id; 0 is none. A cache line is
    // one bucket, which the lowest bits of the hash's upper half select.
    static constexpr std::size_t bucketPlaces = 16;
    struct alignas(128) Bucket
    {
        std::array<std::atomic<std::uint64_t>, bucketPlaces> places{};
    };
    using Table = std::vector<Bucket>; // a power of two of them

    static Bucket &bucketOf(Table &table, std::uint64_t upperHash)
    {
        return table[upperHash & (table.size() - 1)];
    }
    static void insert(Table &table, std::uint64_t hint);

    std::vector<std::unique_ptr<Table>> m_tables; // the latest is in use; others may still be read
    std::atomic<Table *> m_table;
    std::atomic<std::uint64_t> m_newestId{0}; // supplies the upper halves of ids
};

} // namespace manometer::cache::disk
