// SPDX-License-Identifier: GPL-3.0-or-later
//
// What is known of an entry besides its bytes, and queries for entries. Plain values.
#pragma once

#include <chrono>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>

namespace manometer::cache {

// The state of a file that an entry was read from, as stat(2) reports it. Any difference makes it another
// version: a program may set mtime back, but not ctime.
struct SourceVersion
{
    std::uint64_t sizeBytes = 0;
    std::int64_t mtimeNanoseconds = 0;
    std::int64_t ctimeNanoseconds = 0;
    std::uint64_t inode = 0;
    std::uint64_t device = 0; // any number that identifies the volume

    // Since 1970. None if mtime is at an end of its range (1677 to 2262): it stands for every time beyond it.
    std::optional<std::chrono::milliseconds> modified() const
    {
        using Range64 = std::numeric_limits<std::int64_t>;
        if (mtimeNanoseconds == Range64::max() || mtimeNanoseconds == Range64::min())
            return std::nullopt;
        return std::chrono::floor<std::chrono::milliseconds>(std::chrono::nanoseconds(mtimeNanoseconds));
    }

    friend bool operator==(const SourceVersion &, const SourceVersion &) = default;
};

// What the reader made of a file's contents. The numbers are part of the disk store's format.
enum class Contents : std::uint8_t {
    Understood = 0,
    Unreadable = 1,  // damaged, or not what they begin as
    UnknownType = 2, // of a type that the reader does not know
    Empty = 3,
    Failed = 4, // the reader crashed, took too long, or gave no valid answer
};

// What the reader of the file knows about the reading.
struct EntryNote
{
    std::chrono::nanoseconds readCost{0}; // how long the extraction took
    // Of the content; a hint that a file was moved, no proof. 0: none. The numbers of Contents stand for
    // contents that were not understood: what is cached of them is of no use for another path.
    std::uint64_t fingerprint = 0;

    Contents contents() const { return contentsIn(fingerprint); }

    static constexpr Contents contentsIn(std::uint64_t fingerprint)
    {
        return fingerprint <= static_cast<std::uint64_t>(Contents::Failed)
                   ? static_cast<Contents>(fingerprint)
                   : Contents::Understood;
    }
    // The fingerprint of a note; one of a file that looks like a number of Contents is dropped.
    static constexpr std::uint64_t fingerprintOf(Contents contents, std::uint64_t ofFile)
    {
        if (contents != Contents::Understood)
            return static_cast<std::uint64_t>(contents);
        return contentsIn(ofFile) == Contents::Understood ? ofFile : 0;
    }
};

// Stable while the cache is open; not reused for another entry in that time.
enum class EntryId : std::uint64_t {};

struct EntryInfo
{
    EntryId id{};
    std::string path;
    std::string depth;
    SourceVersion version;
    EntryNote note;
    std::uint64_t valueBytes = 0;  // as put
    std::uint64_t storedBytes = 0; // compressed on disk; 0 if not on disk
    std::uint64_t hits = 0;
    std::chrono::system_clock::time_point stored;
    std::chrono::system_clock::time_point lastUsed;
    bool inMemory = false;
    bool onDisk = false; // or queued for it
    bool isKept = false; // see Cache::keep(); for a new version of a file, known once it is on disk
};

// Inclusive at both ends; empty if the ends are crossed.
template<typename Number>
struct Range
{
    Number least = std::numeric_limits<Number>::lowest();
    Number most = std::numeric_limits<Number>::max();

    bool contains(Number number) const { return least <= number && number <= most; }
    bool isAll() const { return *this == Range(); }
    friend bool operator==(const Range &, const Range &) = default;
};

// An entry is listed if it meets all conditions.
struct EntryQuery
{
    // Tier: disk alone, then memory alone, then both. Equal entries are ordered by id.
    enum class Order : std::uint8_t {
        Path,
        ValueBytes,
        Hits,
        Stored,
        LastUsed,
        ReadCost,
        Depth,
        Modified,
        Tier,
        Kept,
    };
    Order order = Order::Path;
    bool descending = false;
    std::string pathContains{}; // ASCII case-insensitive; "" matches all
    std::string underFolder{};  // only paths below this folder (no trailing slash); "" for all
    Range<std::uint64_t> valueBytes{};
    Range<std::uint64_t> hits{};
    Range<std::int64_t> ageNanoseconds{}; // since it was stored, at the time of the query
    // Required presence, or absence.
    std::optional<bool> inMemory{};
    std::optional<bool> onDisk{};
    std::optional<bool> isKept{};
    std::optional<bool> hasError{}; // contents that the reader did not understand, or failed on

    friend bool operator==(const EntryQuery &, const EntryQuery &) = default;
};

} // namespace manometer::cache
