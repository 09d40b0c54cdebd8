// SPDX-License-Identifier: GPL-3.0-or-later
//
// The part of Engine for browsing: list, describe, peek, and changes by id. An entry is in the file, in the
// write queue or in memory, often in two of them; its id is the same in all three.
#include "cache/Engine.h"
#include "cache/Selection.h"

#include <algorithm>
#include <future>
#include <sys/resource.h>
#include <thread>
#include <unistd.h>
#include <unordered_map>
#include <unordered_set>

namespace manometer::cache {

namespace {

// A bulk erase waits for the disk after this many: an overflow of the queue of erases invalidates a whole
// shard.
constexpr std::size_t erasesAtOnce = 8192;
constexpr std::size_t eraseBytesAtOnce = 1u << 20;
constexpr int listingNiceness = 10;

// Runs in as many threads as there are processors: more would compete with the threads that wait for the
// answer. They have a lower priority than other threads, so that the window stays responsive: Linux has a
// niceness for each thread (sched(7)). If thread creation fails, the shards are done one after the other.
template<typename Work>
void inEachShard(const Work &work)
{
    const std::size_t threads =
        std::clamp<std::size_t>(std::thread::hardware_concurrency(), 1, disk::shardCount);
    std::atomic<std::size_t> next{0};
    std::vector<std::future<void>> done;
    const auto caller = std::this_thread::get_id();
    for (std::size_t thread = 0; thread < threads; ++thread)
        done.push_back(std::async(std::launch::async | std::launch::deferred, [&] {
            if (std::this_thread::get_id() != caller)
                ::setpriority(PRIO_PROCESS, static_cast<id_t>(::gettid()), listingNiceness);
            for (std::size_t shard = next++; shard < disk::shardCount; shard = next++)
                work(shard);
        }));
    // All of them end before the objects that they use.
    for (std::future<void> &one : done)
        one.wait();
    for (std::future<void> &one : done)
        one.get();
}

EntryInfo infoOf(const memory::Resident &resident)
{
    return {.id = resident.id,
            .path = std::string(resident.key.path()),
            .depth = std::string(resident.key.depth()),
            .version = resident.version,
            .note = resident.note,
            .valueBytes = resident.valueBytes,
            .hits = resident.hits,
            .stored = resident.stored,
            .lastUsed = resident.lastUsed,
            .inMemory = true};
}

RowSummary summaryOf(const memory::Resident &resident)
{
    return {.id = resident.id,
            .keyHash = resident.key.hash(),
            .path = resident.key.path(),
            .depth = resident.key.depth(),
            .valueBytes = resident.valueBytes,
            .hits = resident.hits,
            .storedNanoseconds = resident.stored.time_since_epoch().count(),
            .lastUsedNanoseconds = resident.lastUsed.time_since_epoch().count(),
            .readCostNanoseconds = resident.note.readCost.count(),
            .modifiedNanoseconds = resident.version.mtimeNanoseconds,
            .contents = resident.note.contents()};
}

} // namespace

std::vector<EntryId> Engine::list(const EntryQuery &query) const
{
    reportTouches();
    const Selection selection(query, m_now());
    // Memory before disk: an entry that is evicted or promoted meanwhile is found in one of them.
    std::array<std::unordered_map<std::uint64_t, memory::Resident>, disk::shardCount> residents;
    for (memory::Resident &resident : m_memory.residents()) {
        const auto id = static_cast<std::uint64_t>(resident.id);
        if (selection.wantsPath(resident.key.path()))
            residents[id % disk::shardCount].emplace(id, std::move(resident));
    }
    std::vector<std::unique_ptr<FoundRows>> parts;
    for (std::size_t shard = 0; shard < disk::shardCount; ++shard)
        parts.push_back(std::make_unique<FoundRows>(selection));
    const auto find = [&](std::size_t shard) {
        std::unordered_map<std::uint64_t, memory::Resident> &inMemoryOnly = residents[shard];
        m_store->scan(shard, selection.scan(), query.pathContains, [&](const RowSummary &row) {
            if (!selection.wantsPath(row.path))
                return;
            if (!inMemoryOnly.empty())
                inMemoryOnly.erase(static_cast<std::uint64_t>(row.id));
            const KeyView key(row.path, row.depth, row.keyHash);
            const Place place{.inMemory = selection.needsPlace() && m_memory.holds(key, row.id),
                              .onDisk = true};
            if (selection.wants(row, place))
                parts[shard]->add(row, place);
        });
        for (const auto &[id, resident] : inMemoryOnly) {
            const Place place{.inMemory = true, .onDisk = false};
            const RowSummary row = summaryOf(resident);
            if (!m_memory.holds(resident.key, resident.id) || !selection.wants(row, place))
                continue;
            // It may be on disk too, in a row that the bounds left out: the row's figures take precedence.
            if (selection.scan().bounds.isAll() || !m_store->describe(resident.id))
                parts[shard]->add(row, place);
        }
    };
    inEachShard(find);
    return FoundRows::ordered(parts);
}

std::vector<std::optional<EntryInfo>> Engine::describe(std::span<const EntryId> ids) const
{
    reportTouches();
    std::vector<std::optional<EntryInfo>> infos;
    std::unordered_set<std::uint64_t> missing;
    infos.reserve(ids.size());
    for (const EntryId id : ids) {
        auto &info = infos.emplace_back(m_store->describe(id));
        if (info)
            info->inMemory = m_memory.holds(EntryKey(info->path, info->depth), id);
        else
            missing.insert(static_cast<std::uint64_t>(id));
    }
    if (missing.empty())
        return infos;
    for (const memory::Resident &resident : m_memory.residents(missing)) {
        const auto position = std::find(ids.begin(), ids.end(), resident.id);
        infos[static_cast<std::size_t>(position - ids.begin())] = infoOf(resident);
    }
    return infos;
}

std::optional<std::string> Engine::peek(EntryId id) const
{
    if (const RecordPtr record = m_store->read(id))
        return record->bytes;
    if (const RecordPtr record = m_memory.copyOf(id))
        return record->bytes;
    return std::nullopt;
}

std::size_t Engine::keep(std::span<const EntryId> ids, bool isKept)
{
    const std::size_t changed = m_store->keep(ids, isKept);
    for (const EntryId id : ids) {
        const auto info = m_store->describe(id);
        if (!info)
            continue;
        const EntryKey key(info->path, info->depth);
        Stripe &stripe = stripeOf(key);
        const std::lock_guard lock(stripe.mutex);
        m_memory.setKept(key, id, isKept);
        stripe.noteChange(); // an entry that was read before may have the old flag
    }
    return changed;
}

std::size_t Engine::erase(std::span<const EntryId> ids)
{
    std::size_t erased = 0;
    const std::vector<std::optional<EntryInfo>> infos = describe(ids);
    for (const auto &info : infos) {
        if (!info)
            continue;
        const std::size_t keyBytes = info->path.size() + info->depth.size();
        // Counted across calls: the queue is shared by all callers.
        if (m_pendingErases.fetch_add(1) >= erasesAtOnce ||
            m_pendingEraseBytes.fetch_add(keyBytes) >= eraseBytesAtOnce) {
            m_store->flush();
            m_pendingErases = 0;
            m_pendingEraseBytes = 0;
        }
        const EntryKey key(info->path, info->depth);
        Stripe &stripe = stripeOf(key);
        const std::lock_guard lock(stripe.mutex);
        m_memory.erase(key, info->id);
        m_store->erase(key, info->id);
        stripe.noteChange();
        ++erased;
    }
    return erased;
}

bool Engine::putBack(const EntryInfo &info, std::string bytes)
{
    auto record = std::make_shared<Record>(Record{.key = EntryKey(info.path, info.depth),
                                                  .version = info.version,
                                                  .note = info.note,
                                                  .stored = info.stored,
                                                  .bytes = std::move(bytes),
                                                  .isKept = info.isKept});
    Stripe &stripe = stripeOf(record->key);
    for (;;) {
        const std::uint64_t changesBefore = stripe.changes.load(std::memory_order_acquire);
        if (m_memory.holds(record->key) || m_store->has(record->key))
            return false;
        const std::lock_guard lock(stripe.mutex);
        // Another thread changed something meanwhile, perhaps this key: check again.
        if (stripe.changes.load(std::memory_order_acquire) != changesBefore)
            continue;
        record->id = m_store->newId(record->key);
        const bool onDisk = m_store->put(record) == disk::PutAnswer::Queued;
        bool inMemory = false;
        if (info.inMemory || !onDisk)
            inMemory =
                m_memory.put(record, onDisk ? memory::DiskCopy::Expected : memory::DiskCopy::None, m_now());
        if (onDisk && info.hits > 0)
            m_store->touch(Touch{.id = record->id, .hits = info.hits, .lastUsed = info.lastUsed});
        stripe.noteChange();
        return onDisk || inMemory;
    }
}

} // namespace manometer::cache
