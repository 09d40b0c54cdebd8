// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the tiers pass to each other: an entry as it was put, immutable, shared by the write queue and by
// readers of the disk. The memory tier copies it into its segments. Internal to the engine. Plain values;
// never blocks.
#pragma once

#include "cache/EntryInfo.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace manometer::cache {

using WallTime = std::chrono::system_clock::time_point;

// A key that the caller owns, with its hash: a lookup copies nothing.
struct KeyView
{
    KeyView(std::string_view keyPath, std::string_view keyDepth);
    KeyView(std::string_view keyPath, std::string_view keyDepth, std::uint64_t keyHash)
        : path(keyPath)
        , depth(keyDepth)
        , hash(keyHash)
    {}

    std::string_view path;
    std::string_view depth;
    std::uint64_t hash;
};

// A Key with its hash, owned. Equality compares path and depth: the hash only finds candidates.
class EntryKey
{
public:
    EntryKey(std::string_view path, std::string_view depth);
    explicit EntryKey(const KeyView &key);
    operator KeyView() const { return {path(), depth(), m_hash}; }

    std::string_view path() const { return std::string_view(m_bytes).substr(0, m_pathLength); }
    std::string_view depth() const { return std::string_view(m_bytes).substr(m_pathLength); }
    std::string_view bytes() const { return m_bytes; } // path, then depth
    std::uint64_t hash() const { return m_hash; }
    std::size_t sizeBytes() const { return m_bytes.size(); }

    friend bool operator==(const EntryKey &left, const EntryKey &right)
    {
        return left.m_pathLength == right.m_pathLength && left.m_bytes == right.m_bytes;
    }

private:
    std::string m_bytes; // path, then depth
    std::size_t m_pathLength;
    std::uint64_t m_hash;
};

// For maps whose keys are the EntryKeys that their values hold.
struct EntryKeyHash
{
    std::size_t operator()(const EntryKey *key) const { return key->hash(); }
};
struct EntryKeyEqual
{
    bool operator()(const EntryKey *left, const EntryKey *right) const { return *left == *right; }
};

// One put. Its id is unique, and ids only increase: of two records of a key, the one with the greater id is
// newer.
struct Record
{
    EntryId id{};
    EntryKey key;
    SourceVersion version;
    EntryNote note;
    WallTime stored;
    std::string bytes;
    bool isKept = false; // as far as is known: the row on disk decides
};
using RecordPtr = std::shared_ptr<const Record>;

// Accesses of an entry that are not reported to the store yet.
struct Touch
{
    EntryId id{};
    std::uint64_t hits = 0;
    WallTime lastUsed;
};

using TimeToLive = std::optional<std::chrono::seconds>;

// An entry that was stored further in the future than the time to live was stored under a wrong clock: its
// age is unknown.
inline bool isExpired(WallTime stored, WallTime now, TimeToLive timeToLive)
{
    return timeToLive && (now - stored >= *timeToLive || stored - now >= *timeToLive);
}

} // namespace manometer::cache
