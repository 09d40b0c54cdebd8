// SPDX-License-Identifier: GPL-3.0-or-later
//
// The cache: bytes under keys, in memory and on disk, within limits that may change at any time. std only; it
// never accesses the files that its keys name: the caller passes the file's SourceVersion. Every function may
// be called from any thread. Functions that block on disk say so; no other function does. A miss is an empty
// optional, not an error. A damaged, full or locked store never fails a caller: the cache continues in
// memory, and health() reports what is wrong.
#pragma once

#include "cache/AccessTap.h"
#include "cache/EntryInfo.h"
#include "cache/Hold.h"
#include "cache/Limits.h"
#include "cache/Options.h"
#include "cache/Stats.h"
#include "expected/Expected.h"

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace manometer::cache {

// Identifies an entry: a path as the kernel spells it (any bytes but NUL) and the depth of the extraction,
// since one file can have a quick and a thorough result.
struct Key
{
    std::string_view path;
    std::string_view depth;
};

// One of the requests of a batch.
struct Request
{
    Key key;
    SourceVersion version;
};

// Where a hit came from.
enum class Tier : std::uint8_t { Memory, Disk };

// Access to an entry's bytes: they stay valid and unchanged for the Lease's lifetime, even if the entry is
// evicted meanwhile. Hold it for less than 10 ms and copy what is needed longer: the memory segment that
// contains the bytes cannot be released before. Movable; may be destroyed in any thread.
class Lease
{
public:
    Lease(std::string_view bytes, Hold hold)
        : m_bytes(bytes)
        , m_tier(Tier::Memory)
        , m_hold(std::move(hold))
    {}
    explicit Lease(std::shared_ptr<const std::string> bytes)
        : m_bytes(*bytes)
        , m_tier(Tier::Disk)
        , m_owned(std::move(bytes))
    {}
    std::string_view bytes() const { return m_bytes; }
    Tier tier() const { return m_tier; }

private:
    std::string_view m_bytes;
    Tier m_tier;
    Hold m_hold; // either this or m_owned is set
    std::shared_ptr<const std::string> m_owned;
};

// The answer to a request of a batch. The bytes are valid during the call that receives them.
struct Answer
{
    std::size_t index = 0;      // of the request in the batch
    std::optional<Tier> tier{}; // empty: a miss
    std::string_view bytes{};   // of a hit
};

enum class PutResult : std::uint8_t {
    Stored,     // in memory, and queued for disk
    DiskOnly,   // queued for disk; memory did not take it
    MemoryOnly, // in memory; the disk queue is full or the store is out of order
    NotStored,  // neither: larger than a limit, or memory full and disk out of order. Counted in notStored
};

struct OpenError
{
    enum class Kind : std::uint8_t {
        InUse, // another process owns the directory
        NotADirectory,
        NoAccess,    // it cannot be created, read or locked: systemError is the reason
        NewerFormat, // written by a later version: left unchanged
    };
    Kind kind = Kind::NoAccess;
    int systemError = 0;
    std::string detail; // for logs; not translated
};

class Cache
{
public:
    // Opens or creates the store in options.directory and owns it until destroyed. Blocks on disk. A damaged
    // shard is quarantined and created again; on a read-only or full disk the cache opens as a memory-only
    // cache. health() reports both.
    static Expected<std::unique_ptr<Cache>, OpenError> open(const Options &options);
    // Writes what is queued, then closes. Blocks on disk.
    virtual ~Cache() = default;
    Cache(const Cache &) = delete;
    Cache &operator=(const Cache &) = delete;

    // The entry's bytes, if they belong to exactly this version of the file and have not expired or are kept.
    // Looks in memory, then in the write queue, then on disk (blocks on a disk read). A hit below memory is
    // promoted. Counted once, as a hit or as a miss. An entry of another version is a miss and is dropped,
    // unless it is kept.
    virtual std::optional<Lease> get(const Key &key, const SourceVersion &version) = 0;

    // The same for many requests, at a third of the cost where memory has the entries. Answers, counters and
    // accesses are those of a get() for each, first for the requests that memory answers, in their order,
    // then for the others, in theirs. `receive` is called in this order, in this thread, once for each
    // request; it must not throw, and should take a few microseconds at most: it may call this cache, but
    // while it runs no evicted memory is released. Blocks as get() does.
    virtual void getMany(std::span<const Request> requests,
                         const std::function<void(const Answer &)> &receive) = 0;

    // Stores the bytes in place of the key's previous value. Returns before the disk write: see flush().
    virtual PutResult put(const Key &key, const SourceVersion &version, std::string bytes,
                          const EntryNote &note) = 0;

    // Removes the entry from memory, the write queue and the disk; after a flush() the removal is durable.
    // True if the entry existed, which may need a disk read: blocks on disk.
    virtual bool erase(const Key &key) = 0;
    // The same by id; returns how many existed. Blocks on disk.
    virtual std::size_t erase(std::span<const EntryId> ids) = 0;
    // Undoes an erase: stores the entry with its age, its hits and its pin, in memory too if it was there.
    // False if the key has a value again, which stays, or if no tier takes the entry. Blocks on disk.
    virtual bool putBack(const EntryInfo &info, std::string bytes) = 0;
    // Removes all entries. Blocks on disk.
    virtual void clear() = 0;
    // Pins or unpins these entries: a kept entry does not expire, is not removed by clean-ups, and stays kept
    // when its key is put again. Only entries on disk can be kept; returns how many of these are. Blocks on
    // disk.
    virtual std::size_t keep(std::span<const EntryId> ids, bool isKept) = 0;

    // Blocks until everything that was put or erased before the call is on disk; false if the store is out of
    // order.
    virtual bool flush() = 0;

    // Sets the memory limits. When it returns, memory is within them. Never blocks on disk. `action`: the
    // caller's number of the change, by which cutCosts() names it if it is a cut.
    virtual LimitOutcome setLimits(const Limits &limits, LimitCause cause, std::uint64_t action = 0) = 0;
    // The memory limits without pressure, which say what pressure costs (PressureCost.h); initially those of
    // the options. Changes no limit. Never blocks.
    virtual void setConfigured(const Limits &configured) = 0;
    // What the latest cuts under pressure have cost so far, newest first, at most 32. A cut is a call of
    // setLimits() that lowers a limit for another cause than Configuration and Rehearsal. Never blocks on
    // disk.
    virtual std::vector<CutCost> cutCosts() const = 0;
    // Admission policy of a full memory tier; initially Always. Never blocks.
    virtual void setAdmission(Admission admission) = 0;

    // Removes expired entries, then the least recently used ones until the store is within keepRatio of its
    // cap. Blocks on disk.
    virtual CleanUpOutcome cleanUpDisk(double keepRatio) = 0;

    virtual Stats stats() const = 0;
    virtual Health health() const = 0;
    // The recorder of accesses; off by default.
    virtual AccessTap &tap() = 0;

    // For browsing. list() returns the ids of all entries that match, in order, as of the time of the call;
    // describe() returns entries by id, in the order of the ids, empty where the entry is gone. Both block on
    // disk.
    virtual std::vector<EntryId> list(const EntryQuery &query) const = 0;
    virtual std::vector<std::optional<EntryInfo>> describe(std::span<const EntryId> ids) const = 0;
    // An entry's bytes, without counting a request or changing the entry's rank. Blocks on disk.
    virtual std::optional<std::string> peek(EntryId id) const = 0;

protected:
    Cache() = default;
};

} // namespace manometer::cache
