// SPDX-License-Identifier: GPL-3.0-or-later
//
// The processor time of a request that no tier answers, where the cache remembers what pressure evicted and
// where it does not, in alternating rounds; each figure is the median of the rounds. No request is lost to
// pressure: this is what the others pay.
//   bench_miss [directory]   default: /var/tmp
#include "Workload.h"
#include "cache/Cache.h"

#include <cstdlib>
#include <filesystem>
#include <memory>

using namespace manometer;
using namespace manometer::bench;

namespace {

constexpr int rounds = 41;
constexpr std::uint64_t requestsEach = 20'000;
constexpr std::uint64_t entries = 4096;
constexpr cache::Limits limits{.entries = entries, .bytes = std::uint64_t{1} << 30};

std::unique_ptr<cache::Cache> openFilled(const std::string &directory)
{
    cache::Options options;
    options.directory = directory;
    options.memory = limits;
    options.diskCapBytes = std::uint64_t{1} << 30;
    auto cache = cache::Cache::open(options);
    if (!cache) {
        std::fprintf(stderr, "%s: %s\n", directory.c_str(), cache.error().detail.c_str());
        std::exit(1);
    }
    for (std::uint64_t key = 0; key < entries; ++key)
        (*cache)->put({pathOf(key), depth}, {}, std::string(sizeOf(key), 'x'), {});
    (*cache)->flush();
    return std::move(*cache);
}

double nanosecondsEach(cache::Cache &cache, std::uint64_t firstKey)
{
    const double before = threadSeconds();
    for (std::uint64_t key = firstKey; key < firstKey + requestsEach; ++key) {
        if (cache.get({pathOf(key), depth}, {})) {
            std::fprintf(stderr, "key %llu was never stored\n", static_cast<unsigned long long>(key));
            std::exit(1);
        }
    }
    return (threadSeconds() - before) * 1e9 / double(requestsEach);
}

} // namespace

int main(int argc, char **argv)
{
    std::string folder = std::string(argc > 1 ? argv[1] : "/var/tmp") + "/bench-miss-XXXXXX";
    if (!::mkdtemp(folder.data())) {
        std::perror(folder.c_str());
        return 1;
    }
    {
        const auto undisturbed = openFilled(folder + "/undisturbed");
        const auto cut = openFilled(folder + "/cut");
        for (const auto &cache : {undisturbed.get(), cut.get()}) {
            const auto cause =
                cache == cut.get() ? cache::LimitCause::Pressure : cache::LimitCause::Configuration;
            cache->setLimits({.entries = 0, .bytes = 0}, cause);
            cache->setLimits(limits, cache::LimitCause::Restore);
        }
        std::vector<double> plain;
        std::vector<double> afterCut;
        std::vector<double> ratios;
        for (int round = 0; round < rounds; ++round) {
            const std::uint64_t firstKey = entries + std::uint64_t(round) * requestsEach;
            // Each goes first in every other round.
            if (round % 2 == 0)
                plain.push_back(nanosecondsEach(*undisturbed, firstKey));
            afterCut.push_back(nanosecondsEach(*cut, firstKey));
            if (round % 2 == 1)
                plain.push_back(nanosecondsEach(*undisturbed, firstKey));
            ratios.push_back(afterCut.back() / plain.back());
        }
        std::printf("miss_ns=%.1f\nmiss_after_cut_ns=%.1f\nratio_miss_after_cut=%.4f\n", median(plain),
                    median(afterCut), median(ratios));
    }
    std::filesystem::remove_all(folder);
    printLoad();
    return 0;
}
