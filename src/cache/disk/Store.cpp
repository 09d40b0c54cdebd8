// SPDX-License-Identifier: GPL-3.0-or-later
#include "cache/disk/Store.h"

#include "cache/disk/Schema.h"

#include <algorithm>
#include <future>
#include <sys/statvfs.h>

namespace manometer::cache::disk {

namespace {

std::string shardPath(const std::string &directory, std::uint64_t index)
{
    return directory + "/entries-" + std::to_string(index) + ".db";
}

// A small file system must hold the logs, too, and is not the cache's alone.
std::uint64_t capOnFileSystem(std::string directory, std::uint64_t wantedBytes)
{
    struct statvfs status = {};
    while (::statvfs(directory.c_str(), &status) != 0) {
        const std::size_t slash = directory.rfind('/');
        if (slash == std::string::npos || slash == 0)
            return wantedBytes;
        directory.resize(slash); // it is created later
    }
    const std::uint64_t half = std::uint64_t{status.f_blocks} * status.f_frsize / 2;
    return half > 0 ? std::min(wantedBytes, half) : wantedBytes;
}

} // namespace

Store::Store(const Options &options)
    : m_directory(options.directory)
    , m_capBytes(capOnFileSystem(options.directory, options.diskCapBytes))
    , m_now(options.now)
    , m_idleRelease(options.idleRelease)
    // A quarter of the cap is enough for one damaged shard.
    , m_quarantine(options.directory + "/quarantine", m_capBytes / 4)
{
    for (std::uint64_t index = 0; index < shardCount; ++index) {
        m_shards[index] = std::make_unique<Shard>(ShardOptions{.path = shardPath(m_directory, index),
                                                               .vfs = options.sqliteVfs,
                                                               .capBytes = m_capBytes / shardCount,
                                                               .timeToLive = options.timeToLive,
                                                               .now = options.now,
                                                               .wakeWriter = [this] { wake(); }},
                                                  m_quarantine, m_lastId, m_firstDictionary);
    }
}

Expected<std::unique_ptr<Store>, OpenError> Store::open(const Options &options)
{
    std::unique_ptr<Store> store(new Store(options));
    if (auto error = store->start())
        return Unexpected(std::move(*error));
    return store;
}

std::optional<OpenError> Store::start()
{
    if (auto error = createReadableDirectory(m_directory))
        return error;
    if (auto fault = acquireDirectory()) {
        if (fault->kind == Fault::Kind::Locked)
            return OpenError{.kind = OpenError::Kind::InUse,
                             .systemError = fault->systemError,
                             .detail = std::move(fault->detail)};
        if (fault->kind == Fault::Kind::NewerFormat)
            return OpenError{.kind = OpenError::Kind::NewerFormat, .detail = std::move(fault->detail)};
        if (fault->kind == Fault::Kind::InputOutputError)
            return OpenError{.kind = OpenError::Kind::NoAccess,
                             .systemError = fault->systemError,
                             .detail = std::move(fault->detail)};
        m_condition = std::move(fault);
        raiseIdsToClock();
    }
    m_writer = std::thread([this] { run(); });
    return std::nullopt;
}

// Locks the directory and opens its shards. A fault of a single shard becomes that shard's condition.
std::optional<Fault> Store::acquireDirectory()
{
    using Create = DirectoryLock::Create;
    auto lock = DirectoryLock::acquire(m_directory, m_wasOwned ? Create::DirectoryOnly : Create::WithParents);
    if (!lock)
        return std::move(lock.error());
    m_wasOwned = true;
    // Before any file is touched: all of them can be written, or none.
    for (std::uint64_t index = 0; index < shardCount; ++index) {
        const std::string path = shardPath(m_directory, index);
        if (hasNewerFormat(path))
            return Fault{.kind = Fault::Kind::NewerFormat, .detail = path};
    }
    for (const auto &shard : m_shards) {
        const auto fault = shard->file().open();
        if (fault && fault->kind == Fault::Kind::NewerFormat) {
            for (const auto &opened : m_shards)
                opened->file().close();
            return fault;
        }
        // The directory was moved: its path may now lead to files that another program owns.
        if (!lock->isInPlace()) {
            for (const auto &opened : m_shards)
                opened->file().closeWithoutWriting();
            return Fault{.kind = Fault::Kind::Locked, .detail = m_directory + " was moved"};
        }
    }
    if (!std::all_of(m_shards.begin(), m_shards.end(),
                     [](const auto &shard) { return shard->file().isGood(); }))
        raiseIdsToClock();
    m_quarantine.measure();
    m_lock = std::move(*lock);
    return std::nullopt;
}

// Changes that are made before a file can be opened must have greater ids than its rows, whose greatest id is
// not known.
void Store::raiseIdsToClock()
{
    const auto sinceEpoch = std::chrono::duration_cast<std::chrono::microseconds>(m_now().time_since_epoch());
    raiseTo(static_cast<std::uint64_t>(std::max<std::int64_t>(sinceEpoch.count(), 0)), m_lastId);
}

Store::~Store()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isStopping = true;
    }
    m_wakeUp.notify_all();
    if (m_writer.joinable())
        m_writer.join();
}

EntryId Store::newId(const EntryKey &key)
{
    return EntryId{(m_lastId.fetch_add(1) + 1) * shardCount + key.hash() % shardCount};
}

Shard &Store::shardOf(const EntryKey &key) const
{
    return *m_shards[key.hash() % shardCount];
}

Shard &Store::shardOf(EntryId id) const
{
    return *m_shards[static_cast<std::uint64_t>(id) % shardCount];
}

void Store::touch(const std::vector<Touch> &touches)
{
    std::array<std::vector<Touch>, shardCount> byShard;
    for (const Touch &touch : touches)
        byShard[static_cast<std::uint64_t>(touch.id) % shardCount].push_back(touch);
    for (std::uint64_t index = 0; index < shardCount; ++index) {
        if (!byShard[index].empty())
            m_shards[index]->touch(byShard[index]);
    }
}

void Store::invalidateAll()
{
    for (const auto &shard : m_shards)
        shard->invalidateAll();
    wake();
}

std::uint64_t Store::entries() const
{
    std::uint64_t sum = 0;
    for (const auto &shard : m_shards)
        sum += shard->file().entries();
    return sum;
}

std::uint64_t Store::fileBytes() const
{
    std::uint64_t sum = m_quarantine.bytes();
    for (const auto &shard : m_shards)
        sum += shard->file().fileBytes();
    return sum;
}

std::uint64_t Store::pathIndexBytes() const
{
    std::uint64_t sum = 0;
    for (const auto &shard : m_shards)
        sum += shard->file().pathIndexBytes();
    return sum;
}

Health Store::health() const
{
    Health health;
    std::optional<Fault> worst;
    {
        const std::lock_guard lock(m_mutex);
        worst = m_condition;
    }
    for (const auto &shard : m_shards) {
        if (auto fault = shard->file().condition();
            fault && (!worst || stateOf(fault->kind) > stateOf(worst->kind)))
            worst = std::move(fault);
    }
    health.quarantinedShards = m_quarantine.admitted();
    health.quarantinePath = m_quarantine.newestPath();
    if (worst) {
        health.state = stateOf(worst->kind);
        health.detail = std::move(worst->detail);
    }
    return health;
}

void Store::scan(std::size_t shard, const RowScan &wanted, std::string_view needle,
                 const std::function<void(const RowSummary &)> &visit)
{
    m_shards[shard]->scan(wanted, needle, visit);
}

bool Store::flush()
{
    std::atomic<bool> isGood = true;
    onWriter([&] {
        isGood = ensureOwnership();
        if (m_lock.isHeld())
            forEachShard([&](std::size_t shard) {
                if (!m_shards[shard]->writer().flush())
                    isGood = false;
            });
    });
    return isGood;
}

Removal Store::trim(double keepRatio)
{
    Removal sum;
    onWriter([&] {
        if (!ensureOwnership())
            return;
        // Trimming is mostly waiting for the disk, so the shards are trimmed in parallel while the writer
        // waits. If thread creation fails, one after the other.
        std::array<std::future<Removal>, shardCount> removals;
        for (std::size_t index = 0; index < shardCount; ++index)
            removals[index] =
                std::async(std::launch::async | std::launch::deferred,
                           [this, index, keepRatio] { return m_shards[index]->writer().trim(keepRatio); });
        for (std::future<Removal> &removal : removals) {
            const Removal done = removal.get();
            sum.expired += done.expired;
            sum.leastRecentlyUsed += done.leastRecentlyUsed;
        }
    });
    return sum;
}

std::size_t Store::keep(std::span<const EntryId> ids, bool isKept)
{
    std::array<std::vector<EntryId>, shardCount> byShard;
    for (const EntryId id : ids)
        byShard[static_cast<std::uint64_t>(id) % shardCount].push_back(id);
    std::size_t sum = 0;
    onWriter([&] {
        for (std::size_t index = 0; index < shardCount && ensureOwnership(); ++index) {
            if (!byShard[index].empty())
                sum += m_shards[index]->writer().keep(byShard[index], isKept);
        }
    });
    return sum;
}

} // namespace manometer::cache::disk
