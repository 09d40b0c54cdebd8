// SPDX-License-Identifier: GPL-3.0-or-later
#include "cache/disk/Record.h"

#include <array>
#include <memory>
#include <xxhash.h>
#include <zstd.h>

namespace manometer::cache {

namespace {

// Of zstd's levels the last before the time doubles (2 KB JSON: 12 us with a dictionary).
constexpr int compressionLevel = 3;

struct FreeContext
{
    void operator()(ZSTD_CCtx *context) const { ZSTD_freeCCtx(context); }
    void operator()(ZSTD_DCtx *context) const { ZSTD_freeDCtx(context); }
    void operator()(XXH3_state_t *state) const { XXH3_freeState(state); }
};

void addInteger(XXH3_state_t *state, std::uint64_t value)
{
    std::array<unsigned char, 8> bytes{};
    for (std::size_t i = 0; i < bytes.size(); ++i)
        bytes[i] = static_cast<unsigned char>(value >> (8 * i));
    XXH3_64bits_update(state, bytes.data(), bytes.size());
}

} // namespace

Packed pack(std::string_view value)
{
    // One a thread: making a context costs more than packing an entry.
    thread_local const std::unique_ptr<ZSTD_CCtx, FreeContext> context(ZSTD_createCCtx());
    Packed packed{.codec = Codec::Zstd, .bytes = std::string(ZSTD_compressBound(value.size()), '\0')};
    const std::size_t size = ZSTD_compressCCtx(context.get(), packed.bytes.data(), packed.bytes.size(),
                                               value.data(), value.size(), compressionLevel);
    if (ZSTD_isError(size) || size >= value.size())
        return {.codec = Codec::Plain, .bytes = std::string(value)};
    packed.bytes.resize(size);
    return packed;
}

std::optional<std::string> unpack(Codec codec, std::string_view bytes, std::uint64_t valueBytes)
{
    if (valueBytes > maximumValueBytes)
        return std::nullopt;
    if (codec == Codec::Plain)
        return bytes.size() == valueBytes ? std::optional(std::string(bytes)) : std::nullopt;
    if (codec != Codec::Zstd)
        return std::nullopt;
    thread_local const std::unique_ptr<ZSTD_DCtx, FreeContext> context(ZSTD_createDCtx());
    std::string value(valueBytes, '\0');
    const std::size_t size =
        ZSTD_decompressDCtx(context.get(), value.data(), value.size(), bytes.data(), bytes.size());
    if (ZSTD_isError(size) || size != valueBytes)
        return std::nullopt;
    return value;
}

std::int64_t checksum(std::string_view key, const SourceVersion &version, std::int64_t storedMs,
                      std::string_view value)
{
    thread_local const std::unique_ptr<XXH3_state_t, FreeContext> owner(XXH3_createState());
    XXH3_state_t *const state = owner.get();
    XXH3_64bits_reset(state);
    addInteger(state, key.size());
    XXH3_64bits_update(state, key.data(), key.size());
    addInteger(state, version.sizeBytes);
    addInteger(state, static_cast<std::uint64_t>(version.mtimeNanoseconds));
    addInteger(state, static_cast<std::uint64_t>(version.ctimeNanoseconds));
    addInteger(state, version.inode);
    addInteger(state, version.device);
    addInteger(state, static_cast<std::uint64_t>(storedMs));
    XXH3_64bits_update(state, value.data(), value.size());
    return static_cast<std::int64_t>(XXH3_64bits_digest(state));
}

} // namespace manometer::cache
