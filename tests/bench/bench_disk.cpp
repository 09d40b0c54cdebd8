// SPDX-License-Identifier: GPL-3.0-or-later
//
// The disk store, through the cache's interface without a memory tier, so that each get reads the disk: put,
// get with one and with two readers, size, and a clean-up with a concurrent reader. In the same run, with the
// same values: a bare SQLite table, and LMDB if it is installed. Gets are warm and verified; each of their
// figures is the median of rounds in which the contestants alternate.
//   bench_disk [entries] [--dir DIR]    default: 20000 in /var/tmp; the stores are removed afterwards
//   bench_disk --dump FILE entries      only writes the values, each as a 32-bit little-endian length and
//   bytes
#include "DiskPeers.h"
#include "DiskWorkload.h"

#include <atomic>
#include <filesystem>
#include <map>
#include <thread>

using namespace manometer;
using namespace manometer::bench;
using namespace manometer::cache;
namespace {

constexpr int rounds = 5;
constexpr std::size_t batchRows = 1000;

std::vector<std::string> paths;
std::vector<std::string> values;
std::map<std::string, std::vector<double>> figures;

bool putOne(Cache &cache, std::size_t key, std::string bytes)
{
    return put(cache, key, paths[key], std::move(bytes)) == PutResult::DiskOnly;
}

bool isValueOf(std::size_t key, std::string_view bytes)
{
    return bytes.size() == values[key].size() && std::memcmp(bytes.data(), values[key].data(), 64) == 0;
}

// Puts as fast as the writer accepts: the queue rejects entries while it is full.
double putAllSeconds(Cache &cache)
{
    const auto started = Clock::now();
    for (std::size_t key = 0; key < values.size(); ++key) {
        while (!putOne(cache, key, values[key]))
            std::this_thread::sleep_for(std::chrono::microseconds(500));
    }
    if (!cache.flush())
        fail("flush", cache.health().detail.c_str());
    return secondsSince(started);
}

// Measures the call alone, while the queue has room.
void measurePutCall(Cache &cache)
{
    std::vector<double> microseconds;
    const std::size_t bursts = std::min<std::size_t>(values.size() / batchRows, 50);
    for (std::size_t burst = 0; burst < bursts; ++burst) {
        std::vector<std::string> copies(values.begin() + std::ptrdiff_t(burst * batchRows),
                                        values.begin() + std::ptrdiff_t((burst + 1) * batchRows));
        for (std::size_t i = 0; i < batchRows; ++i) {
            const auto started = Clock::now();
            const bool isQueued = putOne(cache, burst * batchRows + i, std::move(copies[i]));
            microseconds.push_back(secondsSince(started) * 1e6);
            if (!isQueued)
                fail("put", "rejected");
        }
        cache.flush();
    }
    double sum = 0;
    for (const double one : microseconds)
        sum += one;
    print("put_call_mean_us", sum / double(microseconds.size()));
    print("put_call_p50_us", median(microseconds));
    print("put_call_p99_us", percentile(microseconds, 0.99));
    print("put_call_max_us", percentile(microseconds, 1));
}

// `get(key)` returns whether the value was correct.
template<typename Get>
void measureGet(const std::string &name, int threadCount, const Get &get)
{
    const std::size_t gets = std::clamp<std::size_t>(values.size(), 20'000, 100'000);
    std::atomic<std::size_t> wrong = 0;
    std::vector<std::thread> threads;
    const auto started = Clock::now();
    for (int thread = 0; thread < threadCount; ++thread) {
        threads.emplace_back([&, thread] {
            std::mt19937_64 random(std::uint64_t(thread) + 17);
            for (std::size_t i = 0; i < gets; ++i)
                wrong += get(random() % values.size()) ? 0 : 1;
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    figures[name].push_back(double(gets) * threadCount / secondsSince(started));
    if (wrong > 0)
        fail(name.c_str(), "wrong answers");
}

template<typename Peer>
void fillPeer(Peer &peer, const char *name)
{
    const auto started = Clock::now();
    std::vector<Pair> batch;
    for (std::size_t key = 0; key < values.size(); ++key) {
        batch.push_back({&paths[key], &values[key]});
        if (batch.size() == batchRows || key + 1 == values.size()) {
            peer.put(batch);
            batch.clear();
        }
    }
    peer.sync();
    figures[name].push_back(double(values.size()) / secondsSince(started));
}

// The smallest cap that evicts nothing from a store of this size: a shard reserves an eighth of its share, up
// to 16 MiB, for its log; the rest is slack for shards of uneven size and for the log's index.
std::uint64_t smallestCapFor(std::uint64_t fileBytes)
{
    const double shardBytes = double(fileBytes) / 4 * 1.03 + (192 << 10);
    return std::uint64_t(4 * std::min(shardBytes / (1 - 0.1253), shardBytes + (16.1 * 1024 * 1024)));
}

void measureCleanUp(const std::string &name, const std::string &directory, std::uint64_t largeCap)
{
    const std::uint64_t fileBytes = openCache(directory, largeCap)->stats().diskBytes;
    const std::uint64_t capBytes = std::max<std::uint64_t>(smallestCapFor(fileBytes), 2 << 20);
    const auto cache = openCache(directory, capBytes);
    const std::uint64_t entriesBefore = cache->stats().diskEntries;
    std::atomic<bool> stop = false;
    std::atomic<std::size_t> gets = 0;
    std::vector<double> milliseconds;
    milliseconds.reserve(4'000'000);
    std::thread reader([&] {
        for (std::mt19937_64 random(5); !stop && gets < 4'000'000; ++gets) {
            const std::size_t key = random() % values.size();
            const auto started = Clock::now();
            const auto lease = cache->get({paths[key], depth}, versionOf(key));
            milliseconds.push_back(secondsSince(started) * 1000);
            if (lease && !isValueOf(key, lease->bytes()))
                fail("clean-up", "a wrong answer");
        }
    });
    while (gets < 100)
        std::this_thread::yield();
    if (cache->stats().diskEntries != entriesBefore)
        fail("clean-up", "the cap evicted before it began");
    // Keep four fifths of the present bytes, as a ratio of the cap, which also has room for the logs.
    const double keepRatio = 0.8 * double(fileBytes) / double(capBytes);
    const CleanUpOutcome outcome = cache->cleanUpDisk(keepRatio);
    stop = true;
    reader.join();
    print(name + "_seconds", std::chrono::duration<double>(outcome.duration).count());
    print(name + "_keep_ratio", keepRatio);
    print(name + "_cap_bytes", double(capBytes));
    print(name + "_entries_before", double(entriesBefore));
    print(name + "_removed", double(outcome.removedEntries));
    print(name + "_entries_after", double(cache->stats().diskEntries));
    print(name + "_file_bytes_before", double(outcome.fileBytesBefore));
    print(name + "_file_bytes_after", double(outcome.fileBytesAfter));
    print(name + "_gets", double(milliseconds.size()));
    print(name + "_get_p99_ms", percentile(milliseconds, 0.99));
    print(name + "_get_max_ms", percentile(milliseconds, 1));
}

void printRatio(const char *name, const char *ours, const char *theirs)
{
    if (figures.contains(ours) && figures.contains(theirs))
        print(name, median(figures[ours]) / median(figures[theirs]));
}

void measure(const std::string &directory)
{
    const std::string store = directory + "/cache";
    double rawBytes = 0;
    for (const std::string &value : values)
        rawBytes += double(value.size());
    // Large, but of the same order of magnitude: the logs may be an eighth of the cap.
    const auto largeCap = std::uint64_t(rawBytes * 1.5) + (16 << 20);
    double fileBytes = 0;
    {
        const auto cache = openCache(store, largeCap);
        figures["disk_put_ops"].push_back(double(values.size()) / putAllSeconds(*cache));
        fileBytes = double(cache->stats().diskBytes);
    }
    const std::string aged = directory + "/aged";
    std::filesystem::copy(store, aged);
    double databaseBytes = 0;
    {
        const auto cache = openCache(store, largeCap);
        databaseBytes = double(cache->stats().diskBytes); // without logs
        {
            const auto other = openCache(directory + "/calls", largeCap);
            measurePutCall(*other);
        }
        SqlitePeer plain(directory + "/peer.sqlite", SqlitePeer::Tuning::Plain);
        fillPeer(plain, "sqlite_put_ops");
        SqlitePeer mapped(directory + "/peer.sqlite", SqlitePeer::Tuning::Mapped);
#ifdef BENCH_LMDB
        LmdbPeer lmdb(directory + "/peer.lmdb");
        fillPeer(lmdb, "lmdb_put_ops");
#endif
        const auto getOurs = [&](std::size_t key) {
            const auto lease = cache->get({paths[key], depth}, versionOf(key));
            return lease && lease->tier() == Tier::Disk && isValueOf(key, lease->bytes());
        };
        for (int round = -1; round < rounds; ++round) { // the first warms up
            measureGet("disk_get_ops_1", 1, getOurs);
            measureGet("disk_get_ops_2", 2, getOurs);
            measureGet("sqlite_get_ops", 1, [&](auto key) { return isValueOf(key, plain.get(paths[key])); });
            measureGet("sqlite_mmap_get_ops", 1,
                       [&](auto key) { return isValueOf(key, mapped.get(paths[key])); });
#ifdef BENCH_LMDB
            measureGet("lmdb_get_ops", 1, [&](auto key) { return isValueOf(key, lmdb.get(paths[key])); });
#endif
            if (round < 0)
                std::erase_if(figures, [](const auto &figure) {
                    return figure.first.find("_get_") != std::string::npos;
                });
        }
    }
    for (const auto &[name, rates] : figures)
        print(name, median(rates));
    print("raw_bytes", rawBytes);
    print("file_bytes", fileBytes);
    print("size_ratio", fileBytes / rawBytes);
    print("database_bytes", databaseBytes);
    print("database_ratio", databaseBytes / rawBytes);
    // First with the oldest entries stored together, in insertion order; then scattered by random gets.
    measureCleanUp("cleanup", aged, largeCap);
    measureCleanUp("cleanup_scattered", store, largeCap);
    printRatio("disk_get_2_to_1", "disk_get_ops_2", "disk_get_ops_1");
    printRatio("ratio_get_to_sqlite", "disk_get_ops_1", "sqlite_get_ops");
    printRatio("ratio_get_to_sqlite_mmap", "disk_get_ops_1", "sqlite_mmap_get_ops");
    printRatio("ratio_get_to_lmdb", "disk_get_ops_1", "lmdb_get_ops");
    printRatio("ratio_put_to_sqlite", "disk_put_ops", "sqlite_put_ops");
    printRatio("ratio_put_to_lmdb", "disk_put_ops", "lmdb_put_ops");
    printLoad();
}

} // namespace

int main(int argc, char **argv)
{
    std::size_t entries = 20'000;
    std::string where = "/var/tmp";
    const char *dumpPath = nullptr;
    for (int i = 1; i < argc; ++i) {
        const bool hasValue = i + 1 < argc;
        if (std::strcmp(argv[i], "--dir") == 0 && hasValue)
            where = argv[++i];
        else if (std::strcmp(argv[i], "--dump") == 0 && hasValue)
            dumpPath = argv[++i];
        else
            entries = std::strtoull(argv[i], nullptr, 10);
    }
    if (entries < batchRows)
        fail("bench_disk", "at least 1000 entries are needed");
    if (dumpPath) {
        dump(dumpPath, entries);
        return 0;
    }
    for (std::size_t key = 0; key < entries; ++key) {
        paths.push_back(pathOf(key));
        values.push_back(metadataJson(key));
    }
    std::string directory = where + "/bench-disk-XXXXXX";
    if (!::mkdtemp(directory.data()))
        fail(where.c_str(), std::strerror(errno));
    print("entries", double(entries));
    measure(directory);
    std::filesystem::remove_all(directory);
    return 0;
}
