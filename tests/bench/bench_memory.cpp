// SPDX-License-Identifier: GPL-3.0-or-later
//
// Compares the memory tier with a QCache under a QMutex and with a bare unsynchronised table, in the same
// run: get, mixed and put, with zipf 0.99 over 1 M keys, of which 100 000 entries of about 2 KB are held.
// Rounds alternate between the contestants; each figure is the median of the rounds.
//   bench_memory [rounds] [operations a round and thread]
#include "Workload.h"
#include "cache/memory/MemoryTier.h"

#include <QByteArray>
#include <QCache>
#include <QMutex>

#include <atomic>
#include <cstring>
#include <functional>
#include <map>
#include <thread>

using namespace manometer;
using namespace manometer::bench;
using namespace manometer::cache;
using Clock = std::chrono::steady_clock;

namespace {

constexpr std::uint32_t keyCount = 1'000'000;
constexpr std::uint64_t entryLimit = 100'000;
constexpr WallTime stored{std::chrono::seconds(1'700'000'000)};

const std::string payload(4096, 'x');
std::vector<std::string> paths;
std::vector<QByteArray> qtPaths;

// The interface of a contestant: get() returns a number computed from the bytes, 0 for a miss; put() copies
// the bytes.
class Ours
{
public:
    static constexpr const char *name = "ours";
    Ours()
        : m_tier({.entries = entryLimit, .bytes = std::uint64_t{1} << 40}, std::nullopt)
    {}
    unsigned get(std::uint32_t key)
    {
        const memory::Lookup lookup = m_tier.find(KeyView(paths[key], depth), {}, stored);
        if (lookup.outcome != memory::Lookup::Outcome::Hit)
            return 0;
        const std::string_view bytes = lookup.bytes;
        return unsigned(bytes.front()) + unsigned(bytes.back());
    }
    void put(std::uint32_t key)
    {
        m_tier.put(memory::NewEntry{.id = EntryId{++m_lastId},
                                    .key = KeyView(paths[key], depth),
                                    .version = {},
                                    .note = {},
                                    .stored = stored,
                                    .bytes = std::string_view(payload).substr(0, sizeOf(key))},
                   memory::DiskCopy::Expected, stored);
    }
    memory::Figures figures() const { return m_tier.figures(); }

private:
    memory::MemoryTier m_tier;
    std::atomic<std::uint64_t> m_lastId = 0;
};

class QtCache
{
public:
    static constexpr const char *name = "qcache";
    unsigned get(std::uint32_t key)
    {
        QByteArray bytes;
        {
            const QMutexLocker lock(&m_mutex);
            const QByteArray *found = m_cache.object(qtPaths[key]);
            if (!found)
                return 0;
            bytes = *found; // shared, not copied: another thread may evict it
        }
        return unsigned(bytes.front()) + unsigned(bytes.back());
    }
    void put(std::uint32_t key)
    {
        auto *bytes = new QByteArray(payload.data(), qsizetype(sizeOf(key)));
        const QMutexLocker lock(&m_mutex);
        m_cache.insert(qtPaths[key], bytes);
    }

private:
    QMutex m_mutex;
    QCache<QByteArray, QByteArray> m_cache{qsizetype(entryLimit)};
};

// The lower bound for a lookup: no lock, no policy, no eviction.
class BareTable
{
public:
    static constexpr const char *name = "bare";
    unsigned get(std::uint32_t key)
    {
        const auto found = m_table.find(paths[key]);
        if (found == m_table.end() || found->second.version != SourceVersion{})
            return 0;
        return unsigned(found->second.bytes.front()) + unsigned(found->second.bytes.back());
    }
    void put(std::uint32_t key)
    {
        if (m_table.size() < entryLimit || m_table.contains(paths[key]))
            m_table[paths[key]] = {.version = {}, .bytes = payload.substr(0, sizeOf(key))};
    }

private:
    struct Value
    {
        SourceVersion version;
        std::string bytes;
    };
    std::unordered_map<std::string, Value> m_table;
};

struct Speed
{
    double perSecond = 0;
    double cpuNanoseconds = 0;
    double hitRatio = 0;
};

template<typename Contestant>
Speed run(Contestant &contestant, int threadCount, unsigned putPercent,
          const std::vector<std::vector<std::uint32_t>> &keys)
{
    std::atomic<int> ready = 0;
    std::atomic<std::uint64_t> hits = 0;
    std::atomic<std::uint64_t> sum = 0;
    std::vector<double> cpu(static_cast<std::size_t>(threadCount));
    std::vector<std::thread> threads;
    Clock::time_point started;
    for (int thread = 0; thread < threadCount; ++thread) {
        threads.emplace_back([&, thread] {
            const auto &sequence = keys[static_cast<std::size_t>(thread)];
            std::minstd_rand random(static_cast<unsigned>(thread) + 1);
            std::uint64_t found = 0;
            std::uint64_t total = 0;
            ++ready;
            while (ready < threadCount)
                std::this_thread::yield();
            const double before = threadSeconds();
            for (const std::uint32_t key : sequence) {
                if (putPercent == 100 || (putPercent > 0 && random() % 100 < putPercent)) {
                    contestant.put(key);
                    continue;
                }
                const unsigned answer = contestant.get(key);
                found += answer != 0;
                total += answer;
            }
            cpu[static_cast<std::size_t>(thread)] = threadSeconds() - before;
            hits += found;
            sum += total;
        });
    }
    started = Clock::now();
    for (std::thread &thread : threads)
        thread.join();
    const double took = std::chrono::duration<double>(Clock::now() - started).count();
    const double operations = double(keys.front().size()) * threadCount;
    double cpuTotal = 0;
    for (const double one : cpu)
        cpuTotal += one;
    return {.perSecond = operations / took,
            .cpuNanoseconds = cpuTotal / operations * 1e9,
            .hitRatio = double(hits) / operations};
}

std::map<std::string, std::vector<double>> figures;

template<typename Contestant>
void measure(Contestant &contestant, const std::string &what, int threadCount, unsigned putPercent,
             const std::vector<std::vector<std::uint32_t>> &keys)
{
    const Speed speed = run(contestant, threadCount, putPercent, keys);
    const std::string name =
        std::string(Contestant::name) + "_" + what + "_" + std::to_string(threadCount) + "t";
    figures[name + "_mops"].push_back(speed.perSecond / 1e6);
    figures[name + "_cpu_ns"].push_back(speed.cpuNanoseconds);
    if (putPercent == 0)
        figures[name + "_hit_ratio"].push_back(speed.hitRatio);
}

void printRatio(const std::string &name, const std::string &ours, const std::string &theirs)
{
    std::vector<double> ratios;
    for (std::size_t round = 0; round < figures[ours].size(); ++round)
        ratios.push_back(figures[ours][round] / figures[theirs][round]);
    std::printf("%s=%.2f\n", name.c_str(), median(ratios));
}

// Fills the contestant read-through, so that its own policy decides what it holds.
template<typename Contestant>
void warm(Contestant &contestant, const std::vector<std::uint32_t> &keys)
{
    for (const std::uint32_t key : keys) {
        if (contestant.get(key) == 0)
            contestant.put(key);
    }
}

// The longest put() while a tier grows from empty.
void grow(std::uint64_t entries)
{
    memory::MemoryTier tier({.entries = entries, .bytes = std::uint64_t{1} << 40}, std::nullopt);
    std::vector<double> microseconds;
    microseconds.reserve(2 * entries);
    char path[32];
    // Twice its capacity, so that its ghost entries of evicted keys grow as well.
    for (std::uint64_t key = 0; key < 2 * entries; ++key) {
        const int length = std::snprintf(path, sizeof path, "/%llu", static_cast<unsigned long long>(key));
        const auto started = Clock::now();
        tier.put(memory::NewEntry{.id = EntryId{key + 1},
                                  .key = KeyView({path, std::size_t(length)}, depth),
                                  .version = {},
                                  .note = {},
                                  .stored = stored,
                                  .bytes = std::string_view(payload).substr(0, 64)},
                 memory::DiskCopy::Expected, stored);
        microseconds.push_back(std::chrono::duration<double, std::micro>(Clock::now() - started).count());
    }
    std::printf("grow_entries=%llu\ngrow_put_p999_us=%.3f\ngrow_put_max_us=%.3f\n",
                static_cast<unsigned long long>(entries), percentile(microseconds, 0.999),
                percentile(microseconds, 1));
}

} // namespace

int main(int argc, char **argv)
{
    const int rounds = argc > 1 ? std::atoi(argv[1]) : 5;
    const std::size_t operations = argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 2'000'000;
    for (std::uint32_t key = 0; key < keyCount; ++key) {
        paths.push_back(pathOf(key));
        qtPaths.emplace_back(paths.back().data(), qsizetype(paths.back().size()));
    }
    std::vector<std::vector<std::uint32_t>> keys;
    for (unsigned seed = 1; seed <= 2; ++seed)
        keys.push_back(scattered(zipf(operations, keyCount, 0.99, seed), keyCount));
    const std::vector<std::uint32_t> warming = scattered(zipf(3'000'000, keyCount, 0.99, 99), keyCount);

    const std::uint64_t before = residentBytes();
    Ours ours;
    warm(ours, warming);
    const std::uint64_t after = residentBytes();
    std::uint64_t payloadBytes = 0;
    std::uint64_t held = 0;
    for (std::uint32_t key = 0; key < keyCount; ++key) {
        if (ours.get(key) != 0) {
            payloadBytes += sizeOf(key);
            ++held;
        }
    }
    warm(ours, warming); // because the loop above has accessed each entry
    QtCache qtCache;
    warm(qtCache, warming);
    BareTable bare;
    for (std::uint32_t rank = 0; rank < entryLimit; ++rank)
        bare.put(scattered(rank, keyCount));

    for (int round = 0; round < rounds; ++round) {
        for (const int threads : {1, 2}) {
            measure(ours, "get", threads, 0, keys);
            measure(qtCache, "get", threads, 0, keys);
            if (threads == 1)
                measure(bare, "get", threads, 0, keys);
            measure(ours, "mixed", threads, 5, keys);
            measure(qtCache, "mixed", threads, 5, keys);
            measure(ours, "put", threads, 100, keys);
            measure(qtCache, "put", threads, 100, keys);
        }
    }
    for (const auto &[name, values] : figures)
        std::printf("%s=%.3f\n", name.c_str(), median(values));
    std::printf("entries=%llu\nbytes_by_figures=%llu\nrss_bytes=%llu\n",
                static_cast<unsigned long long>(held), static_cast<unsigned long long>(ours.figures().bytes),
                static_cast<unsigned long long>(after - before));
    std::printf("rss_per_payload=%.3f\n", double(after - before) / double(payloadBytes));
    printRatio("ratio_get_1t_to_qcache", "ours_get_1t_mops", "qcache_get_1t_mops");
    printRatio("ratio_get_2t_to_qcache", "ours_get_2t_mops", "qcache_get_2t_mops");
    printRatio("ratio_get_2t_to_1t", "ours_get_2t_mops", "ours_get_1t_mops");
    printRatio("ratio_get_cpu_to_bare", "ours_get_1t_cpu_ns", "bare_get_1t_cpu_ns");
    printRatio("ratio_mixed_2t_to_qcache", "ours_mixed_2t_mops", "qcache_mixed_2t_mops");
    printRatio("ratio_put_1t_to_qcache", "ours_put_1t_mops", "qcache_put_1t_mops");
    printRatio("ratio_put_2t_to_qcache", "ours_put_2t_mops", "qcache_put_2t_mops");
    grow(2'000'000);
    printLoad();
    return 0;
}
