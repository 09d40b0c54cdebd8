// SPDX-License-Identifier: GPL-3.0-or-later
//
// The cache: bytes under keys, in memory and on disk, within limits that may change at any moment. std only;
// it never touches the files that its keys name: whoever asks brings the file's SourceVersion.
// Every function may be called from any thread. What blocks on disk says so; nothing else does.
// A miss is an empty optional, not an error. A damaged, full or locked store never fails a caller: the cache
// goes on in memory and health() says what is wrong.
#pragma once

#include "cache/AccessTap.h"
#include "cache/EntryInfo.h"
#include "cache/Hold.h"
#include "cache/Limits.h"
#include "cache/Options.h"
#include "cache/Stats.h"
#include "expected/Expected.h"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace manometer::cache {

// What an entry is filed under: a path as the kernel spells it (any bytes but NUL) and the depth of the
// extraction, since one file can have a quick answer and a thorough one.
struct Key
{
    std::string_view path;
    std::string_view depth;
};

// Where a hit came from.
enum class Tier : std::uint8_t { Memory, Disk };

// A reader's hold on an entry's bytes: they stay valid and unchanged for the Lease's life, even if the entry
// is evicted meanwhile. Keep it under 10 ms, copy what is needed longer: leased bytes, and those that lie
// beside them, cannot be given back. It moves; it may end in any thread.
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
    Hold m_hold; // one of the two
    std::shared_ptr<const std::string> m_owned;
};

enum class PutResult : std::uint8_t {
    Stored,     // in memory, and queued for disk
    DiskOnly,   // queued for disk; memory had no room for it
    MemoryOnly, // in memory; the disk queue is full or the store is out of order
    NotStored,  // neither: larger than a limit, or memory full and disk out of order. Counted.
};

struct OpenError
{
    enum class Kind : std::uint8_t {
        InUse, // another process owns the directory
        NotADirectory,
        NoAccess,    // it cannot be made, read or locked: systemError says why
        NewerFormat, // written by a later version: left as it is
    };
    Kind kind = Kind::NoAccess;
    int systemError = 0;
    std::string detail; // for logs; not translated
};

class Cache
{
public:
    // Opens or makes the store in options.directory and owns it until destroyed. Blocks on disk.
    // A damaged shard is set aside and made anew, which health() tells; a read-only or full disk opens
    // as a memory-only cache, which health() tells as well.
    static Expected<std::unique_ptr<Cache>, OpenError> open(const Options &options);
    // Writes what is queued, then closes. Blocks on disk.
    virtual ~Cache() = default;
    Cache(const Cache &) = delete;
    Cache &operator=(const Cache &) = delete;

    // The entry's bytes if they were read from exactly this version of the file and have not expired, or are
    // kept.
    // Memory, then the write queue, then disk (blocks on a disk read). A hit below memory is promoted.
    // Counted once in hits or misses. An entry of another version is a miss and is dropped, unless it is
    // kept.
    virtual std::optional<Lease> get(const Key &key, const SourceVersion &version) = 0;

    // Files the bytes; replaces what the key held. Returns before the disk write: see flush().
    virtual PutResult put(const Key &key, const SourceVersion &version, std::string bytes,
                          const EntryNote &note) = 0;

    // Drops the entry wherever it is, also from the write queue; it does not come back after a restart that
    // follows flush(). True if there was one, which may need a look at the disk: blocks on a disk read.
    virtual bool erase(const Key &key) = 0;
    // The same by id. Blocks on disk.
    virtual std::size_t erase(std::span<const EntryId> ids) = 0;
    // Files again what was erased, as it was: with its age, its uses and its pin, in memory too if it was
    // there. False if its key holds something by now, which stays; or if no tier takes it. Blocks on disk.
    virtual bool putBack(const EntryInfo &info, std::string bytes) = 0;
    // Drops everything. Blocks on disk.
    virtual void clear() = 0;
    // Has these entries kept, or no longer: what is kept does not expire and is not cleaned up, and stays
    // kept when its key is put again. How many of them there are on disk, which alone can keep. Blocks on
    // disk.
    virtual std::size_t keep(std::span<const EntryId> ids, bool isKept) = 0;

    // Blocks until all that was put or erased before the call is on disk; false if the store is out of order.
    virtual bool flush() = 0;

    // Moves the memory limits. When it returns, memory is within them. Never blocks on disk.
    virtual LimitOutcome setLimits(const Limits &limits, LimitCause cause) = 0;
    // Whom memory lets in once it is full; Always until told otherwise. Never blocks.
    virtual void setAdmission(Admission admission) = 0;

    // Drops expired entries, then the least recently used ones until the store is within keepRatio of its
    // cap. Blocks on disk.
    virtual CleanUpOutcome cleanUpDisk(double keepRatio) = 0;

    virtual Stats stats() const = 0;
    virtual Health health() const = 0;
    // What it is asked for, for those who want to learn from it.
    virtual AccessTap &tap() = 0;

    // For browsing. Ordered ids of all entries that match, a consistent answer as of now; then rows by id, in
    // the order asked for, empty where the entry is gone. Both block on disk.
    virtual std::vector<EntryId> list(const EntryQuery &query) const = 0;
    virtual std::vector<std::optional<EntryInfo>> describe(std::span<const EntryId> ids) const = 0;
    // An entry's bytes, uncounted and without touching its rank. Blocks on disk.
    virtual std::optional<std::string> peek(EntryId id) const = 0;

protected:
    Cache() = default;
};

} // namespace manometer::cache
