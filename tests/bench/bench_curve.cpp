// SPDX-License-Identifier: GPL-3.0-or-later
//
// The miss ratios that are estimated from a sample of a recorded trace's keys: for LRU, and for the memory
// tier's policy in miniature, each with its standard error.
//   bench_curve FILE [--sampled-keys N] [--seed S] --entries A,B,C
// FILE: one access a line, `key` or `key,size`, plain or .zst.
#include "Trace.h"
#include "insight/MissRatioCurve.h"

#include <chrono>
#include <cstdlib>
#include <cstring>
#include <xxhash.h>

using namespace manometer;

namespace {

constexpr std::uint64_t noByteLimit = std::uint64_t{1} << 50;

int usage()
{
    std::fprintf(stderr, "bench_curve FILE [--sampled-keys N] [--seed S] --entries A,B,C\n");
    return 2;
}

} // namespace

int main(int argc, char **argv)
{
    const char *path = nullptr;
    insight::MissRatioCurve::Setup setup;
    std::uint64_t seed = 0;
    for (int i = 1; i < argc; ++i) {
        const bool hasValue = i + 1 < argc;
        if (std::strcmp(argv[i], "--sampled-keys") == 0 && hasValue) {
            setup.sampledKeys = std::strtoull(argv[++i], nullptr, 10);
        } else if (std::strcmp(argv[i], "--seed") == 0 && hasValue) {
            seed = std::strtoull(argv[++i], nullptr, 10);
        } else if (std::strcmp(argv[i], "--entries") == 0 && hasValue) {
            for (const char *at = argv[++i]; *at != '\0';) {
                char *end = nullptr;
                setup.limits.push_back({.entries = std::strtoull(at, &end, 10), .bytes = noByteLimit});
                if (end == at || setup.limits.back().entries == 0)
                    return usage();
                at = *end == ',' ? end + 1 : end;
            }
        } else if (!path && argv[i][0] != '-') {
            path = argv[i];
        } else {
            return usage();
        }
    }
    if (!path || setup.limits.empty() || setup.sampledKeys == 0)
        return usage();
    const std::string text = bench::readText(path);
    const std::vector<std::string_view> keys = bench::keysOf(text);
    if (keys.empty()) {
        std::fprintf(stderr, "%s: no accesses could be read\n", path);
        return 1;
    }
    std::vector<std::uint64_t> hashes;
    hashes.reserve(keys.size());
    for (const std::string_view key : keys)
        hashes.push_back(XXH3_64bits_withSeed(key.data(), key.size(), seed));
    insight::MissRatioCurve curve(setup);
    const auto started = std::chrono::steady_clock::now();
    for (const std::uint64_t hash : hashes)
        curve.request(hash, 1);
    const std::chrono::duration<double, std::nano> elapsed = std::chrono::steady_clock::now() - started;
    for (std::size_t index = 0; index < setup.limits.size(); ++index) {
        const insight::Estimate lru = curve.lru(setup.limits[index].entries);
        const insight::Estimate own = curve.simulated(index);
        std::printf("entries=%llu lru=%.6f s3fifo=%.6f lru_error=%.6f s3fifo_error=%.6f\n",
                    static_cast<unsigned long long>(setup.limits[index].entries), lru.missRatio,
                    own.missRatio, lru.error, own.error);
    }
    std::printf("requests=%zu sampled_requests=%llu rate=%.6f bytes=%zu ns_per_request=%.1f\n", keys.size(),
                static_cast<unsigned long long>(curve.sampledRequests()), curve.rate(), curve.bytes(),
                elapsed.count() / double(keys.size()));
    return 0;
}
