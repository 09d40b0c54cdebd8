// SPDX-License-Identifier: GPL-3.0-or-later
//
// One of the store's shards: a write queue, the file that it is written to, and the writer that moves the one
// into the other. A lookup asks the queue first: while a change of a key is queued, it is the truth and the
// file is not. All functions may be called from any thread; only those that say so block on disk. A fault
// never reaches a caller: reads miss, writes stay queued or leave their key's invalidation, and
// file().condition() reports the fault until the writer has succeeded again.
#pragma once

#include "cache/disk/ShardWriter.h"

#include <span>

namespace manometer::cache::disk {

enum class PutAnswer : std::uint8_t { Queued, Refused };

class Shard
{
public:
    // What is passed by reference outlives this object.
    Shard(ShardOptions options, Quarantine &quarantine, std::atomic<std::uint64_t> &lastId,
          FirstDictionary &firstDictionary);

    // Never block on disk.
    PutAnswer put(const RecordPtr &record);
    void erase(const EntryKey &key, EntryId upTo);
    // The same, but a row that is kept stays.
    void drop(const EntryKey &key, EntryId upTo);
    void touch(std::span<const Touch> touches);
    // Invalidates everything that is queued or in the file; the writer deletes it.
    void invalidateAll();

    // Block on disk.
    RecordPtr find(const EntryKey &key);
    RecordPtr read(EntryId id);
    bool has(const EntryKey &key);
    std::optional<EntryInfo> describe(EntryId id);
    // The valid rows, and what is queued in place of the rows of the same keys. Rows whose paths do not
    // contain the needle and rows outside of the bounds may be left out, and a row may be visited twice.
    void scan(const RowScan &wanted, std::string_view needle,
              const std::function<void(const RowSummary &)> &visit);

    // Each states which of its functions are the writer thread's.
    ShardFile &file() { return m_file; }
    const ShardFile &file() const { return m_file; }
    ShardWriter &writer() { return m_writer; }

private:
    // Nothing if the row is invalid. A damaged row is erased.
    RecordPtr acceptIfCurrent(RowLookup lookup);
    // What `read` finds in the file, unless a change of its key is queued: `keyOf` returns the key.
    template<typename Read, typename KeyOf>
    auto unlessQueued(Read &&read, KeyOf &&keyOf);

    const ShardOptions m_options;
    WriteQueue m_queue;
    ShardFile m_file;
    ShardWriter m_writer;
};

} // namespace manometer::cache::disk
