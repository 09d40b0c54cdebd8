// SPDX-License-Identifier: GPL-3.0-or-later
//
// Shared by the engine's benchmarks: zipf-distributed keys, paths like those of a scan, medians, percentiles
// and the process's memory. Plain values; blocks on reads of /proc only.
#pragma once

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <ctime>
#include <random>
#include <string>
#include <unistd.h>
#include <vector>

namespace manometer::bench {

inline const std::string depth = "standard";

// The name must not reveal the popularity: neighbours in rank are not neighbours in the key space.
inline std::string pathOf(std::uint64_t key)
{
    char text[64];
    std::snprintf(text, sizeof text, "/data/archive/%04x/frame-%08llu.fits",
                  unsigned(key * 0x9E3779B97F4A7C15u >> 48), static_cast<unsigned long long>(key));
    return text;
}

// 1.5 to 2.5 KB, 2 KB on average, always the same for the same key.
inline std::size_t sizeOf(std::uint64_t key)
{
    return 1536 + (key * 0x9E3779B97F4A7C15u >> 40) % 1025;
}

// Ranks 0 … keys-1, rank r with weight 1 / (r + 1)^exponent (Gray et al., SIGMOD '94), by inversion.
inline std::vector<std::uint32_t> zipf(std::size_t count, std::uint32_t keys, double exponent, unsigned seed)
{
    std::vector<double> cumulative(keys);
    double sum = 0;
    for (std::uint32_t rank = 0; rank < keys; ++rank)
        cumulative[rank] = sum += 1 / std::pow(double(rank) + 1, exponent);
    std::mt19937_64 random(seed);
    std::uniform_real_distribution<double> uniform(0, sum);
    std::vector<std::uint32_t> ranks(count);
    for (std::uint32_t &rank : ranks) {
        const auto at = std::lower_bound(cumulative.begin(), cumulative.end(), uniform(random));
        rank = static_cast<std::uint32_t>(std::min<std::ptrdiff_t>(at - cumulative.begin(), keys - 1));
    }
    return ranks;
}

// Rank r is key r * prime mod keys, so that hot keys are not adjacent.
inline std::uint32_t scattered(std::uint32_t rank, std::uint32_t keys)
{
    return static_cast<std::uint32_t>(std::uint64_t{rank} * 611'953 % keys);
}
inline std::vector<std::uint32_t> scattered(std::vector<std::uint32_t> ranks, std::uint32_t keys)
{
    for (std::uint32_t &rank : ranks)
        rank = scattered(rank, keys);
    return ranks;
}

inline double percentile(std::vector<double> values, double share)
{
    if (values.empty())
        return 0;
    std::sort(values.begin(), values.end());
    return values[std::min(values.size() - 1, static_cast<std::size_t>(share * double(values.size())))];
}

inline double median(const std::vector<double> &values)
{
    return percentile(values, 0.5);
}

inline std::uint64_t residentBytes()
{
    unsigned long long total = 0;
    unsigned long long resident = 0;
    if (std::FILE *file = std::fopen("/proc/self/statm", "re")) {
        if (std::fscanf(file, "%llu %llu", &total, &resident) != 2)
            resident = 0;
        std::fclose(file);
    }
    return resident * static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
}

inline double threadSeconds()
{
    timespec time{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) + double(time.tv_nsec) / 1e9;
}

inline void printLoad()
{
    double load = 0;
    if (::getloadavg(&load, 1) == 1)
        std::printf("load_1min=%.2f\n", load);
}

} // namespace manometer::bench
