// SPDX-License-Identifier: GPL-3.0-or-later
#include "cache/KeyBytes.h"

#include <xxhash.h>

namespace manometer::cache {

std::uint64_t keyHash(std::string_view bytes)
{
    return XXH3_64bits(bytes.data(), bytes.size());
}

} // namespace manometer::cache
