// SPDX-License-Identifier: GPL-3.0-or-later
//
// A record's bytes as a row stores them: compressed with zstd, with a checksum over key, version and bytes.
// FORMAT.md specifies its input byte for byte. One codec per thread; never blocks on disk. Decoded bytes must
// not be used before their checksum is verified.
#pragma once

#include "cache/Record.h"
#include "cache/disk/Dictionary.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct ZSTD_CCtx_s;
struct ZSTD_DCtx_s;

namespace manometer::cache::disk {

// Larger values are not stored. Metadata is kilobytes; a larger value would stall the writer's groups, and a
// damaged length must not become a huge allocation.
inline constexpr std::uint64_t maximumValueBytes = 64u << 20;

// 4.1x in 12 us on 2 KB of JSON with a dictionary; higher levels gain little on such short input.
inline constexpr int compressionLevel = 3;

std::uint64_t checksum(const Record &record);
// Of rows that programs before 0.6 wrote.
std::uint64_t earlierChecksum(const Record &record);

class PayloadCodec
{
public:
    PayloadCodec();

    // Without a dictionary if it is null.
    std::string compress(std::string_view bytes, const Dictionary *dictionary);
    // Empty if the frame is not what compress() makes of `valueBytes` bytes with this dictionary.
    std::optional<std::string> decompress(std::string_view frame, std::uint64_t valueBytes,
                                          const Dictionary *dictionary);

private:
    struct Free
    {
        void operator()(ZSTD_CCtx_s *context) const;
        void operator()(ZSTD_DCtx_s *context) const;
    };
    std::unique_ptr<ZSTD_CCtx_s, Free> m_compressor;
    std::unique_ptr<ZSTD_DCtx_s, Free> m_decompressor;
};

} // namespace manometer::cache::disk
