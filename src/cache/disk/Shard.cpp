// SPDX-License-Identifier: GPL-3.0-or-later
#include "cache/disk/Shard.h"

#include <algorithm>
#include <unordered_map>

namespace manometer::cache::disk {

namespace {

// The log grows until half of this is in it, then is moved into the database: long enough to write a page
// that many rows touch once, short enough to be a small part of the cap and quick to read after a crash.
std::uint64_t logLimit(std::uint64_t capBytes)
{
    return std::clamp<std::uint64_t>(capBytes / 8, 64u << 10, 32u << 20);
}

// Uses order evictions: some seconds late is soon enough, and of what is read over and over only the last one
// is written. A second apart, they would take a quarter of a core from two busy readers.
constexpr std::chrono::seconds touchInterval{5};

} // namespace

Shard::Shard(ShardOptions options, Quarantine &quarantine, std::atomic<std::uint64_t> &lastId)
    : m_options(std::move(options))
    , m_logLimitBytes(logLimit(m_options.capBytes))
    , m_quarantine(quarantine)
    , m_lastId(lastId)
    , m_readers(m_options.path, m_options.vfs)
{}

PutAnswer Shard::put(const RecordPtr &record)
{
    // A value that is a large part of the cap would push out more than it is worth.
    const bool isAcceptable =
        isGood() && record->bytes.size() <= std::min(maximumValueBytes, m_options.capBytes / 8);
    if (!isAcceptable) {
        erase(record->key, record->id);
        return PutAnswer::Refused;
    }
    const QueueAnswer answer = m_queue.put(record);
    if (answer == QueueAnswer::Overflowed)
        abandon();
    m_options.wakeWriter();
    return answer == QueueAnswer::Queued ? PutAnswer::Queued : PutAnswer::Refused;
}

void Shard::erase(const EntryKey &key, EntryId upTo)
{
    if (m_queue.erase(key, upTo) == QueueAnswer::Overflowed)
        abandon();
    m_options.wakeWriter();
}

void Shard::drop(const EntryKey &key, EntryId upTo)
{
    if (m_queue.erase(key, upTo, true) == QueueAnswer::Overflowed)
        abandon();
    m_options.wakeWriter();
}

void Shard::touch(std::span<const Touch> touches)
{
    m_queue.touch(touches);
    if (areTouchesDue())
        m_options.wakeWriter();
}

bool Shard::areTouchesDue() const
{
    return m_queue.hasManyTouches() && isTouchTime();
}

bool Shard::isTouchTime() const
{
    return std::chrono::steady_clock::now().time_since_epoch() >=
           m_touchesWrittenAt.load(std::memory_order_relaxed) + touchInterval;
}

void Shard::abandon()
{
    // Every id given so far is less.
    m_floor.store((m_lastId.load() + 1) * shardCount);
    m_queue.clear();
}

bool Shard::isAlive(EntryId id) const
{
    return static_cast<std::uint64_t>(id) >= m_floor.load();
}

std::optional<Fault> Shard::condition() const
{
    const std::lock_guard lock(m_mutex);
    return m_condition;
}

std::uint64_t Shard::entries() const
{
    return m_floor.load() > m_removedFloor.load() ? 0 : m_rows.load();
}

void Shard::report(Fault fault)
{
    {
        const std::lock_guard lock(m_mutex);
        if (!m_reported)
            m_reported = std::move(fault);
    }
    m_options.wakeWriter();
}

template<typename Read>
auto Shard::ask(Read &&read)
{
    typename decltype(read(std::declval<ReaderPool::Loan &>()))::value_type nothing{};
    auto loan = m_readers.borrow();
    if (!loan) {
        report(std::move(loan.error()));
        return nothing;
    }
    if (!*loan)
        return nothing;
    auto answer = read(**loan);
    if (answer)
        return std::move(*answer);
    report(std::move(answer.error()));
    return nothing;
}

RecordPtr Shard::believe(RowLookup lookup)
{
    if (lookup.damaged)
        erase(lookup.damaged->key, lookup.damaged->id);
    return lookup.record && isAlive(lookup.record->id) ? std::move(lookup.record) : nullptr;
}

// The key is known only once the row has been read. Was it replaced or erased before, that is in the queue,
// or was and has gone into the file since we read: then it is read once more.
template<typename Read, typename KeyOf>
auto Shard::unlessQueued(Read &&read, KeyOf &&keyOf)
{
    for (;;) {
        const std::uint64_t groups = m_groups.load();
        auto found = read();
        if (found && m_queue.find(keyOf(found)))
            found = {};
        if (!found || m_groups.load() == groups)
            return found;
    }
}

RecordPtr Shard::find(const EntryKey &key)
{
    if (const ChangePtr change = m_queue.find(key))
        return change->record;
    return believe(ask([&](ReaderPool::Loan &reader) { return reader->find(key); }));
}

RecordPtr Shard::read(EntryId id)
{
    if (RecordPtr record = m_queue.find(id))
        return record;
    return unlessQueued(
        [&] { return believe(ask([&](ReaderPool::Loan &reader) { return reader->read(id); })); },
        [](const RecordPtr &record) { return record->key; });
}

bool Shard::has(const EntryKey &key)
{
    if (const ChangePtr change = m_queue.find(key))
        return change->record != nullptr;
    const auto id = ask([&](ReaderPool::Loan &reader) { return reader->locate(key); });
    return id && isAlive(*id);
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
    auto row =
        unlessQueued([&] { return ask([&](ReaderPool::Loan &reader) { return reader->describe(id); }); },
                     [](const auto &found) { return EntryKey(found->info.path, found->info.depth); });
    if (!row || !isAlive(id))
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
    std::unique_lock group(m_groupMutex);
    const auto addTouch = [&](RowSummary row) {
        if (const auto touch = touches.find(static_cast<std::uint64_t>(row.id)); touch != touches.end()) {
            row.hits += touch->second.hits;
            row.lastUsedNanoseconds = std::max<std::int64_t>(
                row.lastUsedNanoseconds, touch->second.lastUsed.time_since_epoch().count());
        }
        visit(row);
    };
    // As of the moment of the file's rows.
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
    ask([&](ReaderPool::Loan &reader) -> Expected<bool, Fault> {
        auto state = reader->search(wanted, needle, visitQueue, [&](const RowSummary &row) {
            if (isAlive(row.id) && !isQueued(row))
                addTouch(row);
        });
        if (!state)
            return Unexpected(std::move(state.error()));
        if (*state == RowReader::IndexState::Damaged) {
            m_isPathIndexDamaged.store(true);
            m_options.wakeWriter();
        }
        return true;
    });
    visitQueue(); // where no reader was to be had
}

} // namespace manometer::cache::disk
