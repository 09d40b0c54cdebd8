// SPDX-License-Identifier: GPL-3.0-or-later
//
// The number of rounds and the seeds of randomised tests. MANOMETER_TEST_ROUNDS requests more rounds than the
// default suite runs (installer/test.sh sets it), MANOMETER_TEST_SEED the seed that a failure has printed.
#pragma once

#include <algorithm>
#include <cstdlib>
#include <random>

namespace manometer::cache {

// The default, or the requested number if that is greater; divided by `share` for tests with many rows.
inline int wantedRounds(int byDefault, int share = 1)
{
    const char *asked = std::getenv("MANOMETER_TEST_ROUNDS");
    return std::max(byDefault, asked ? std::atoi(asked) / share : 0);
}

inline unsigned freshSeed()
{
    if (const char *asked = std::getenv("MANOMETER_TEST_SEED"))
        return static_cast<unsigned>(std::strtoul(asked, nullptr, 10));
    return std::random_device{}();
}

} // namespace manometer::cache
