// SPDX-License-Identifier: GPL-3.0-or-later
//
// Compares batches of requests with single ones, in memory: zipf 0.99 over 1 M keys, of which 100 000 entries
// of about 2 KB are held; the memory tier alone, and the whole cache, which answers the rest from disk and is
// therefore asked for entries in memory only. Rounds alternate; each figure is the median of the rounds.
//   bench_batch [rounds] [requests a round and thread] [--dir DIR]   the store's directory; default: /var/tmp
#include "Workload.h"
#include "cache/memory/MemoryTier.h"

#include <QString>
#include <QTemporaryDir>

#include <atomic>
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

using Keys = std::vector<std::uint32_t>;

Request requestOf(std::uint32_t key)
{
    return {{paths[key], depth}, {}};
}

unsigned use(std::string_view bytes)
{
    return unsigned(bytes.front()) + unsigned(bytes.back());
}

// Asks for the keys in batches; ask(requests) returns how many it found.
template<typename Ask>
std::size_t inBatches(const Keys &keys, std::size_t size, const Ask &ask)
{
    std::vector<Request> requests(size);
    std::size_t found = 0;
    for (std::size_t first = 0; first + size <= keys.size(); first += size) {
        for (std::size_t i = 0; i < size; ++i)
            requests[i] = requestOf(keys[first + i]);
        found += ask(std::span<const Request>(requests));
    }
    return found;
}

std::map<std::string, std::vector<double>> figures;

// ask(keys) returns how many it found.
void measure(const std::string &name, int threadCount, const std::vector<Keys> &keys,
             const std::function<std::size_t(const Keys &)> &ask)
{
    std::atomic<int> ready = 0;
    std::atomic<std::size_t> found = 0;
    std::atomic<double> cpu = 0;
    std::vector<std::thread> threads;
    for (int thread = 0; thread < threadCount; ++thread) {
        threads.emplace_back([&, thread] {
            ++ready;
            while (ready < threadCount)
                std::this_thread::yield();
            const double before = threadSeconds();
            found += ask(keys[std::size_t(thread)]);
            cpu += threadSeconds() - before;
        });
    }
    const auto started = Clock::now();
    for (std::thread &thread : threads)
        thread.join();
    const double took = std::chrono::duration<double>(Clock::now() - started).count();
    const double requests = double(keys.front().size()) * threadCount;
    const std::string of = name + "_" + std::to_string(threadCount) + "t";
    figures[of + "_mops"].push_back(requests / took / 1e6);
    figures[of + "_cpu_ns"].push_back(cpu / requests * 1e9);
    figures[of + "_hit_ratio"].push_back(double(found) / requests);
}

void printRatio(const std::string &name, const std::string &ours, const std::string &theirs)
{
    std::vector<double> ratios;
    for (std::size_t round = 0; round < figures[ours].size(); ++round)
        ratios.push_back(figures[ours][round] / figures[theirs][round]);
    std::printf("%s=%.2f\n", name.c_str(), median(ratios));
}

} // namespace

int main(int argc, char **argv)
{
    std::string where = "/var/tmp";
    std::vector<std::string> numbers;
    for (int i = 1; i < argc; ++i) {
        if (std::string_view(argv[i]) == "--dir" && i + 1 < argc)
            where = argv[++i];
        else
            numbers.emplace_back(argv[i]);
    }
    const int rounds = numbers.empty() ? 5 : std::atoi(numbers[0].c_str());
    const std::size_t count = numbers.size() > 1 ? std::strtoull(numbers[1].c_str(), nullptr, 10) : 2'000'000;
    for (std::uint32_t key = 0; key < keyCount; ++key)
        paths.push_back(pathOf(key));
    std::vector<Keys> keys;
    for (unsigned seed = 1; seed <= 2; ++seed)
        keys.push_back(scattered(zipf(count, keyCount, 0.99, seed), keyCount));

    memory::MemoryTier tier({.entries = entryLimit, .bytes = std::uint64_t{1} << 40}, std::nullopt);
    std::uint64_t lastId = 0;
    for (const std::uint32_t key : scattered(zipf(3'000'000, keyCount, 0.99, 99), keyCount)) {
        if (tier.find(KeyView(paths[key], depth), {}, stored).outcome != memory::Lookup::Outcome::Hit)
            tier.put(memory::NewEntry{.id = EntryId{++lastId},
                                      .key = KeyView(paths[key], depth),
                                      .version = {},
                                      .note = {},
                                      .stored = stored,
                                      .bytes = std::string_view(payload).substr(0, sizeOf(key))},
                     memory::DiskCopy::Expected, stored);
    }
    const auto tierSingle = [&tier](const Keys &of) {
        std::size_t found = 0;
        for (const std::uint32_t key : of) {
            const memory::Lookup lookup = tier.find(KeyView(paths[key], depth), {}, stored);
            found += lookup.outcome == memory::Lookup::Outcome::Hit && use(lookup.bytes) != 0;
        }
        return found;
    };
    const auto tierMany = [&tier](std::size_t size) {
        return [&tier, size](const Keys &of) {
            return inBatches(of, size, [&tier](std::span<const Request> requests) {
                std::size_t found = 0;
                tier.findMany(requests, stored, [&](std::size_t, const KeyView &, const memory::Lookup &one) {
                    found += one.outcome == memory::Lookup::Outcome::Hit && use(one.bytes) != 0;
                });
                return found;
            });
        };
    };

    const QTemporaryDir folder(QString::fromStdString(where) + QStringLiteral("/bench-batch-XXXXXX"));
    Options options;
    options.directory = folder.filePath(QStringLiteral("cache")).toStdString();
    options.memory = {.entries = 2 * entryLimit, .bytes = std::uint64_t{1} << 40};
    options.diskCapBytes = std::uint64_t{1} << 40;
    auto opened = Cache::open(options);
    if (!opened)
        qFatal("%s", opened.error().detail.c_str());
    Cache &cache = **opened;
    for (std::uint32_t rank = 0; rank < entryLimit; ++rank) {
        const auto key = scattered(rank, keyCount);
        cache.put({paths[key], depth}, {}, payload.substr(0, sizeOf(key)), {});
        if (rank % 1'000 == 0)
            cache.flush();
    }
    cache.flush();
    std::vector<Keys> held;
    for (unsigned seed = 1; seed <= 2; ++seed)
        held.push_back(scattered(zipf(count, entryLimit, 0.99, seed), keyCount));
    const auto single = [&cache](const Keys &of) {
        std::size_t found = 0;
        for (const std::uint32_t key : of) {
            const auto lease = cache.get({paths[key], depth}, {});
            found += lease && use(lease->bytes()) != 0;
        }
        return found;
    };
    const auto many = [&cache](std::size_t size) {
        return [&cache, size](const Keys &of) {
            return inBatches(of, size, [&cache](std::span<const Request> requests) {
                std::size_t found = 0;
                cache.getMany(requests, [&found](const Answer &answer) {
                    found += answer.tier && use(answer.bytes) != 0;
                });
                return found;
            });
        };
    };

    for (int round = 0; round < rounds; ++round) {
        for (const int threads : {1, 2}) {
            measure("tier_single", threads, keys, tierSingle);
            measure("tier_many64", threads, keys, tierMany(64));
            measure("cache_single", threads, held, single);
            measure("cache_many64", threads, held, many(64));
            if (threads == 1) {
                measure("tier_many16", threads, keys, tierMany(16));
                measure("cache_many1", threads, held, many(1));
                measure("cache_many256", threads, held, many(256));
            }
        }
    }
    for (const auto &[name, values] : figures)
        std::printf("%s=%.3f\n", name.c_str(), median(values));
    printRatio("ratio_tier_many64_1t", "tier_many64_1t_mops", "tier_single_1t_mops");
    printRatio("ratio_tier_many64_2t", "tier_many64_2t_mops", "tier_single_2t_mops");
    printRatio("ratio_cache_many64_1t", "cache_many64_1t_mops", "cache_single_1t_mops");
    printRatio("ratio_cache_many64_2t", "cache_many64_2t_mops", "cache_single_2t_mops");
    printLoad();
    return 0;
}
