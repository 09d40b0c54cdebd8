// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the live estimate of other limits costs a get that hits in memory: rounds of gets with and without it,
// in turns. Prints the medians of the rounds and of their ratios.
//   bench_evidence [directory]   for the cache; default: /var/tmp
#include "Workload.h"
#include "cache/Cache.h"
#include "service/evidence/LiveCurve.h"

#include <QTemporaryDir>

#include <optional>

using namespace manometer;
using namespace manometer::bench;
using Clock = std::chrono::steady_clock;

namespace {

constexpr int rounds = 7;
constexpr std::chrono::milliseconds roundTime{1500};
constexpr std::chrono::milliseconds settleTime{1000}; // until the share fits the number of requests

std::string pathOf(std::uint32_t file)
{
    return "/data/archive/frame-" + std::to_string(file) + ".fits";
}

double nanosecondsEach(cache::Cache &cache, const std::vector<std::string> &paths,
                       std::chrono::milliseconds time)
{
    std::mt19937 random(7);
    const cache::SourceVersion version{};
    std::uint64_t gets = 0;
    const auto started = Clock::now();
    while (Clock::now() - started < time)
        for (int i = 0; i < 1000; ++i, ++gets) {
            const std::string &path = paths[random() % paths.size()];
            if (!cache.get({path, depth}, version))
                qFatal("%s is missing", path.c_str());
        }
    return std::chrono::duration<double, std::nano>(Clock::now() - started).count() / double(gets);
}

void measure(const char *name, cache::Cache &cache, std::uint32_t files)
{
    std::vector<std::string> paths;
    for (std::uint32_t file = 0; file < files; ++file) {
        paths.push_back(pathOf(file));
        cache.put({paths.back(), depth}, {}, std::string(300, 'x'), {});
    }
    std::vector<double> without;
    std::vector<double> with;
    std::vector<double> ratios;
    for (int round = 0; round < rounds; ++round) {
        without.push_back(nanosecondsEach(cache, paths, roundTime));
        const service::LiveCurve curve(cache, cache.stats().memoryLimits);
        nanosecondsEach(cache, paths, settleTime);
        with.push_back(nanosecondsEach(cache, paths, roundTime));
        ratios.push_back(with.back() / without.back());
    }
    std::printf("%s_get_ns=%.1f\n%s_get_with_estimate_ns=%.1f\n%s_ratio=%.3f\n", name, median(without), name,
                median(with), name, median(ratios));
}

} // namespace

int main(int argc, char **argv)
{
    const QTemporaryDir folder(QString::fromLocal8Bit(argc > 1 ? argv[1] : "/var/tmp") +
                               QStringLiteral("/bench-evidence-XXXXXX"));
    cache::Options options;
    options.directory = folder.filePath(QStringLiteral("cache")).toStdString();
    options.memory = {.entries = 1'000'000, .bytes = std::uint64_t{1} << 30};
    auto cache = cache::Cache::open(options);
    if (!cache)
        qFatal("%s", cache.error().detail.c_str());
    measure("hot_1000", **cache, 1000);
    measure("random_100000", **cache, 100'000);
    printLoad();
    return 0;
}
