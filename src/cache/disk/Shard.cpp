// SPDX-License-Identifier: GPL-3.0-or-later
#include "cache/disk/Shard.h"

#include <algorithm>
#include <unordered_map>

namespace manometer::cache::disk {

Shard::Shard(ShardOptions options, Quarantine &quarantine, std::atomic<std::uint64_t> &lastId,
             FirstDictionary &firstDictionary)
    : m_options(std::move(options))
    , m_file(m_options, quarantine, lastId,
             [this](RowWriter &rowWriter) { return m_writer.prepare(rowWriter); })
    , m_writer(m_options, m_file, m_queue, firstDictionary)
{}

PutAnswer Shard::put(const RecordPtr &record)
{
    // A value that is a large part of the cap would evict more than it is worth.
    const bool isAcceptable =
        m_file.isGood() && record->bytes.size() <= std::min(maximumValueBytes, m_options.capBytes / 8);
    if (!isAcceptable) {
        erase(record->key, record->id);
        return PutAnswer::Refused;
    }
    const QueueAnswer answer = m_queue.put(record);
    if (answer == QueueAnswer::Overflowed)
        invalidateAll();
    m_options.wakeWriter();
    return answer == QueueAnswer::Queued ? PutAnswer::Queued : PutAnswer::Refused;
}

void Shard::erase(const EntryKey &key, EntryId upTo)
{
    if (m_queue.erase(key, upTo) == QueueAnswer::Overflowed)
        invalidateAll();
    m_options.wakeWriter();
}

void Shard::drop(const EntryKey &key, EntryId upTo)
{
    if (m_queue.erase(key, upTo, true) == QueueAnswer::Overflowed)
        invalidateAll();
    m_options.wakeWriter();
}

void Shard::touch(std::span<const Touch> touches)
{
    m_queue.touch(touches);
    if (m_writer.areTouchesDue())
        m_options.wakeWriter();
}

void Shard::invalidateAll()
{
    m_file.invalidateRows();
    m_queue.clear();
}

RecordPtr Shard::acceptIfCurrent(RowLookup lookup)
{
    if (lookup.damaged)
        erase(lookup.damaged->key, lookup.damaged->id);
    return lookup.record && m_file.isValid(lookup.record->id) ? std::move(lookup.record) : nullptr;
}

// The key is known only once the row has been read. If it was replaced or erased before that, the change is
// in the queue, or it has gone from there into the file since the row was read: then it is read once more.
template<typename Read, typename KeyOf>
auto Shard::unlessQueued(Read &&read, KeyOf &&keyOf)
{
    for (;;) {
        const std::uint64_t groups = m_writer.groupsWritten();
        auto found = read();
        if (found && m_queue.find(keyOf(found)))
            found = {};
        if (!found || m_writer.groupsWritten() == groups)
            return found;
    }
}

RecordPtr Shard::find(const EntryKey &key)
{
    if (const ChangePtr change = m_queue.find(key))
        return change->record;
    return acceptIfCurrent(m_file.withReader([&](ReaderPool::Loan &reader) { return reader->find(key); }));
}

RecordPtr Shard::read(EntryId id)
{
    if (RecordPtr record = m_queue.find(id))
        return record;
    return unlessQueued(
        [&] {
            return acceptIfCurrent(
                m_file.withReader([&](ReaderPool::Loan &reader) { return reader->read(id); }));
        },
        [](const RecordPtr &record) { return record->key; });
}

bool Shard::has(const EntryKey &key)
{
    if (const ChangePtr change = m_queue.find(key))
        return change->record != nullptr;
    const auto id = m_file.withReader([&](ReaderPool::Loan &reader) { return reader->locate(key); });
    return id && m_file.isValid(*id);
}

std::optional<EntryInfo> Shard::describe(EntryId id)
{
    if (const RecordPtr record = m_queue.find(id)) {
        const Touch touch = m_queue.touchOf(id);
        return EntryInfo{.id = id,
                         .path = std::string(record->key.path()),
                         .depth = std::string(record->key.depth()),
                         .version = record->version,
                         .note = record->note,
                         .valueBytes = record->bytes.size(),
                         .hits = touch.hits,
                         .stored = record->stored,
                         .lastUsed = std::max(record->stored, touch.lastUsed),
                         .onDisk = true,
                         .isKept = record->isKept};
    }
    auto row = unlessQueued(
        [&] { return m_file.withReader([&](ReaderPool::Loan &reader) { return reader->describe(id); }); },
        [](const auto &found) { return EntryKey(found->info.path, found->info.depth); });
    if (!row || !m_file.isValid(id))
        return std::nullopt;
    const Touch touch = m_queue.touchOf(id);
    row->info.hits += touch.hits;
    row->info.lastUsed = std::max(row->info.lastUsed, touch.lastUsed);
    row->info.onDisk = true;
    return std::move(row->info);
}

void Shard::scan(const RowScan &wanted, std::string_view needle,
                 const std::function<void(const RowSummary &)> &visit)
{
    std::unordered_multimap<std::uint64_t, ChangePtr> queued;
    std::unordered_map<std::uint64_t, Touch> touches;
    std::unique_lock group = m_writer.blockGroups();
    const auto addTouch = [&](RowSummary row) {
        if (const auto touch = touches.find(static_cast<std::uint64_t>(row.id)); touch != touches.end()) {
            row.hits += touch->second.hits;
            row.lastUsedNanoseconds = std::max<std::int64_t>(
                row.lastUsedNanoseconds, touch->second.lastUsed.time_since_epoch().count());
        }
        visit(row);
    };
    // Called at the moment as of which the file's rows are read.
    const auto visitQueue = [&] {
        if (!group.owns_lock())
            return;
        for (const ChangePtr &change : m_queue.changes())
            queued.emplace(change->key.hash(), change);
        for (const Touch &touch : m_queue.touches())
            touches.emplace(static_cast<std::uint64_t>(touch.id), touch);
        group.unlock();
        for (const auto &[hash, change] : queued) {
            if (change->record)
                addTouch(summaryOf(*change->record));
        }
    };
    const auto isQueued = [&](const RowSummary &row) {
        const auto [first, last] = queued.equal_range(row.keyHash);
        return std::any_of(first, last, [&](const auto &item) {
            return item.second->key.path() == row.path && item.second->key.depth() == row.depth;
        });
    };
    m_file.withReader([&](ReaderPool::Loan &reader) -> Expected<bool, Fault> {
        auto state = reader->search(wanted, needle, visitQueue, [&](const RowSummary &row) {
            if (m_file.isValid(row.id) && !isQueued(row))
                addTouch(row);
        });
        if (!state)
            return Unexpected(std::move(state.error()));
        if (*state == RowReader::IndexState::Damaged) {
            m_writer.notePathIndexDamage();
            m_options.wakeWriter();
        }
        return true;
    });
    visitQueue(); // in case that there was no reader
}

} // namespace manometer::cache::disk
