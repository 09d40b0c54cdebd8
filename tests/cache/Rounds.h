// SPDX-License-Identifier: GPL-3.0-or-later
//
// How long the randomised tests go on, and where their seeds come from. MANOMETER_TEST_ROUNDS asks for more
// rounds than the everyday suite has time for (installer/test.sh sets it), MANOMETER_TEST_SEED for the seed
// that a failure has printed.
#pragma once

#include <algorithm>
#include <cstdlib>
#include <random>

namespace manometer::cache {

// `everyday`, or what is asked for if that is more; `share` of it, for tests of which there are many rows.
inline int wantedRounds(int everyday, int share = 1)
{
    const char *asked = std::getenv("MANOMETER_TEST_ROUNDS");
    return std::max(everyday, asked ? std::atoi(asked) / share : 0);
}

inline unsigned freshSeed()
{
    if (const char *asked = std::getenv("MANOMETER_TEST_SEED"))
        return static_cast<unsigned>(std::strtoul(asked, nullptr, 10));
    return std::random_device{}();
}

} // namespace manometer::cache
