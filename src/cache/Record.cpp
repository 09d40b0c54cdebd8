// SPDX-License-Identifier: GPL-3.0-or-later
#include "cache/Record.h"

#include <cstring>
#include <xxhash.h>

namespace manometer::cache {

namespace {

// The path's length is the seed, so that ("a", "bc") and ("ab", "c") differ. Stored on disk: see
// disk/FORMAT.md.
std::uint64_t hashOf(const char *bytes, std::size_t size, std::size_t pathLength)
{
    return XXH3_64bits_withSeed(bytes, size, pathLength);
}

std::uint64_t hashOf(std::string_view path, std::string_view depth)
{
    // Path and depth are hashed as one string; few are longer than this.
    char bytes[512];
    if (path.size() + depth.size() > sizeof bytes)
        return EntryKey(path, depth).hash();
    std::memcpy(bytes, path.data(), path.size());
    std::memcpy(bytes + path.size(), depth.data(), depth.size());
    return hashOf(bytes, path.size() + depth.size(), path.size());
}

} // namespace

KeyView::KeyView(std::string_view keyPath, std::string_view keyDepth)
    : path(keyPath)
    , depth(keyDepth)
    , hash(hashOf(keyPath, keyDepth))
{}

EntryKey::EntryKey(std::string_view path, std::string_view depth)
    : m_pathLength(path.size())
{
    m_bytes.reserve(path.size() + depth.size());
    m_bytes.append(path).append(depth);
    m_hash = hashOf(m_bytes.data(), m_bytes.size(), m_pathLength);
}

EntryKey::EntryKey(const KeyView &key)
    : m_pathLength(key.path.size())
    , m_hash(key.hash)
{
    m_bytes.reserve(key.path.size() + key.depth.size());
    m_bytes.append(key.path).append(key.depth);
}

} // namespace manometer::cache
