// SPDX-License-Identifier: GPL-3.0-or-later
#include "cache/Record.h"

#include <xxhash.h>

namespace manometer::cache {

// The path's length is the seed, so that ("a", "bc") and ("ab", "c") part. Stored on disk: see
// disk/FORMAT.md.
EntryKey::EntryKey(std::string_view path, std::string_view depth)
    : m_pathLength(path.size())
{
    m_bytes.reserve(path.size() + depth.size());
    m_bytes.append(path).append(depth);
    m_hash = XXH3_64bits_withSeed(m_bytes.data(), m_bytes.size(), m_pathLength);
}

} // namespace manometer::cache
