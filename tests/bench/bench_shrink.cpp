// SPDX-License-Identifier: GPL-3.0-or-later
//
// How much memory a cut of a large memory tier returns, how fast, and how it affects a reader: the tier is
// filled to 1 GB with entries of about 2 KB, churned by a zipf read-through to scatter the evicted entries,
// then cut by 25, 50 and 95 % while one thread reads continuously and another erases an entry a millisecond.
//   bench_shrink [megabytes]
#include "Workload.h"
#include "cache/memory/MemoryTier.h"

#include <atomic>
#include <thread>

using namespace manometer;
using namespace manometer::bench;
using namespace manometer::cache;
using Clock = std::chrono::steady_clock;

namespace {

constexpr WallTime stored{std::chrono::seconds(1'700'000'000)};
const std::string payload(4096, 'x');
std::uint64_t lastId = 0;

bool get(memory::MemoryTier &tier, const std::string &path)
{
    return tier.find(KeyView(path, depth), {}, stored).outcome == memory::Lookup::Outcome::Hit;
}

void put(memory::MemoryTier &tier, std::uint32_t key)
{
    tier.put(std::make_shared<const Record>(Record{.id = EntryId{++lastId},
                                                   .key = EntryKey(pathOf(key), depth),
                                                   .version = {},
                                                   .note = {},
                                                   .stored = stored,
                                                   .bytes = payload.substr(0, sizeOf(key))}),
             memory::DiskCopy::Expected, stored);
}

double milliseconds(Clock::duration duration)
{
    return std::chrono::duration<double, std::milli>(duration).count();
}

void shrink(std::uint64_t fullBytes, unsigned percent)
{
    const Limits full{.entries = std::uint64_t{1} << 40, .bytes = fullBytes};
    memory::MemoryTier tier(full, std::nullopt);
    const auto keyCount = static_cast<std::uint32_t>(fullBytes / 2048 * 3);
    const std::uint64_t emptyRss = residentBytes();
    const std::vector<std::uint32_t> accesses = zipf(fullBytes / 2048 * 5, keyCount, 0.99, percent);
    for (std::uint32_t key = 0; key < keyCount / 2; ++key)
        put(tier, key);
    for (const std::uint32_t key : accesses) {
        if (!get(tier, pathOf(key)))
            put(tier, key);
    }
    const memory::Figures before = tier.figures();
    const std::uint64_t rssBefore = residentBytes();

    std::vector<std::string> paths;
    for (std::size_t i = 0; i < 20'000; ++i)
        paths.push_back(pathOf(accesses[i]));
    // Written to beforehand, so that the measurement includes no page faults of this vector.
    std::vector<double> microseconds(5'000'000, 1);
    std::size_t gets = 0;
    std::atomic<bool> stop = false;
    std::atomic<bool> isReading = false;
    std::thread reader([&] {
        for (; !stop && gets < microseconds.size(); ++gets) {
            const auto started = Clock::now();
            get(tier, paths[gets % paths.size()]);
            microseconds[gets] = std::chrono::duration<double, std::micro>(Clock::now() - started).count();
            isReading = true;
        }
    });
    // A thread that changes the tier, and competes with the cut for its lock.
    std::vector<double> writerMicroseconds;
    std::thread writer([&] {
        for (std::size_t i = 0; !stop; ++i) {
            const auto started = Clock::now();
            tier.erase(KeyView(paths[i % paths.size()], depth));
            writerMicroseconds.push_back(
                std::chrono::duration<double, std::micro>(Clock::now() - started).count());
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
    });
    while (!isReading)
        std::this_thread::yield();
    const std::uint64_t rssAtCut = residentBytes();
    const double cpuBefore = threadSeconds();
    const auto started = Clock::now();
    const LimitOutcome outcome = tier.setLimits(
        {.entries = full.entries, .bytes = fullBytes / 100 * (100 - percent)}, LimitCause::Pressure);
    const auto took = Clock::now() - started;
    const double cpu = threadSeconds() - cpuBefore;
    const std::uint64_t rssAtReturn = residentBytes();
    std::this_thread::sleep_until(started + std::chrono::milliseconds(100));
    const std::uint64_t rssAfter100 = residentBytes();
    stop = true;
    reader.join();
    writer.join();
    microseconds.resize(gets);

    const auto print = [percent](const char *name, double value) {
        std::printf("cut%u_%s=%.3f\n", percent, name, value);
    };
    print("before_entries", double(before.entries));
    print("before_bytes_by_figures", double(before.bytes));
    print("before_rss_bytes", double(rssBefore - emptyRss));
    print("evicted_bytes", double(outcome.evictedBytes));
    print("evicted_entries", double(outcome.evictedEntries));
    print("took_ms", milliseconds(took));
    print("cpu_ms", cpu * 1000);
    print("returned_at_once_ratio", (double(rssAtCut) - double(rssAtReturn)) / double(outcome.evictedBytes));
    print("returned_100ms_ratio", (double(rssAtCut) - double(rssAfter100)) / double(outcome.evictedBytes));
    print("resident_of_new_limit", double(outcome.residentBytes) / double(outcome.after.bytes));
    print("reader_gets", double(microseconds.size()));
    print("reader_p50_us", percentile(microseconds, 0.5));
    print("reader_p99_us", percentile(microseconds, 0.99));
    print("reader_p999_us", percentile(microseconds, 0.999));
    print("reader_max_us", percentile(microseconds, 1));
    print("writer_p90_us", percentile(writerMicroseconds, 0.9));
    print("writer_max_us", percentile(writerMicroseconds, 1));
}

} // namespace

int main(int argc, char **argv)
{
    const std::uint64_t megabytes = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 1024;
    for (const unsigned percent : {25u, 50u, 95u})
        shrink(megabytes << 20, percent);
    printLoad();
    return 0;
}
