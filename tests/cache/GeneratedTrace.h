// SPDX-License-Identifier: GPL-3.0-or-later
//
// A trace for comparing cache policies on any machine: requests by a Zipf distribution, interrupted by scans
// over keys that are requested only once and by loops over more keys than the smaller caches hold. The same
// on every run: the seed is fixed, and the numbers come from std::mt19937_64 alone, whose sequence the
// standard defines.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <random>
#include <vector>

namespace manometer::test {

inline std::vector<std::uint64_t> generatedTrace()
{
    constexpr std::size_t accesses = 120'000;
    constexpr std::uint64_t popularKeys = 8'000;
    constexpr double exponent = 0.9; // web and storage traces have 0.6 to 1.2
    constexpr std::uint64_t firstLoopKey = 100'000;
    constexpr std::uint64_t firstScanKey = 1'000'000;

    std::vector<double> cumulative;
    double sum = 0;
    for (std::uint64_t rank = 1; rank <= popularKeys; ++rank)
        cumulative.push_back(sum += std::pow(double(rank), -exponent));
    std::mt19937_64 random(20'231'023);
    const auto popularKey = [&] {
        const double at = double(random() >> 11) * 0x1p-53 * sum;
        const auto found = std::upper_bound(cumulative.begin(), cumulative.end(), at);
        return std::min(static_cast<std::uint64_t>(found - cumulative.begin()), popularKeys - 1);
    };

    std::vector<std::uint64_t> keys;
    std::uint64_t nextScanKey = firstScanKey;
    while (keys.size() < accesses) {
        const std::uint64_t action = random() % 10'000;
        if (action == 0) {
            for (const std::uint64_t end = nextScanKey + 500 + random() % 2'500; nextScanKey < end;)
                keys.push_back(nextScanKey++);
        } else if (action == 1) {
            const std::uint64_t length = 100 + random() % 900;
            for (int round = 0; round < 4; ++round) {
                for (std::uint64_t i = 0; i < length; ++i)
                    keys.push_back(firstLoopKey + i);
            }
        } else {
            keys.push_back(popularKey());
        }
    }
    keys.resize(accesses);
    return keys;
}

} // namespace manometer::test
