// SPDX-License-Identifier: GPL-3.0-or-later
#include "cache/disk/PayloadCodec.h"

#include <array>
#include <new>
#include <xxhash.h>
#include <zstd.h>

namespace manometer::cache::disk {

namespace {

class ChecksumInput
{
public:
    ChecksumInput() { XXH3_64bits_reset(m_state.get()); }

    void add(std::uint64_t value)
    {
        std::array<unsigned char, 8> littleEndian{};
        for (unsigned char &byte : littleEndian) {
            byte = static_cast<unsigned char>(value & 0xff);
            value >>= 8;
        }
        XXH3_64bits_update(m_state.get(), littleEndian.data(), littleEndian.size());
    }
    void add(std::int64_t value) { add(static_cast<std::uint64_t>(value)); }
    void add(std::string_view bytes)
    {
        add(static_cast<std::uint64_t>(bytes.size()));
        XXH3_64bits_update(m_state.get(), bytes.data(), bytes.size());
    }

    std::uint64_t digest() const { return XXH3_64bits_digest(m_state.get()); }

private:
    struct Free
    {
        void operator()(XXH3_state_t *state) const { XXH3_freeState(state); }
    };
    using State = std::unique_ptr<XXH3_state_t, Free>;
    static State &stateOfThisThread()
    {
        thread_local State state(XXH3_createState());
        if (!state && !(state = State(XXH3_createState())))
            throw std::bad_alloc();
        return state;
    }

    State &m_state = stateOfThisThread();
};

} // namespace

std::uint64_t earlierChecksum(const Record &record)
{
    ChecksumInput input;
    input.add(record.key.path());
    input.add(record.key.depth());
    input.add(record.version.sizeBytes);
    input.add(record.version.mtimeNanoseconds);
    input.add(record.version.ctimeNanoseconds);
    input.add(record.version.inode);
    input.add(record.version.device);
    input.add(std::int64_t{record.note.readCost.count()});
    input.add(record.note.fingerprint);
    input.add(std::int64_t{record.stored.time_since_epoch().count()});
    input.add(std::string_view(record.bytes));
    return input.digest();
}

std::uint64_t checksum(const Record &record)
{
    const std::array<std::uint64_t, 10> numbers{
        static_cast<std::uint64_t>(record.id),
        record.key.path().size(),
        record.version.sizeBytes,
        static_cast<std::uint64_t>(record.version.mtimeNanoseconds),
        static_cast<std::uint64_t>(record.version.ctimeNanoseconds),
        record.version.inode,
        record.version.device,
        static_cast<std::uint64_t>(record.note.readCost.count()),
        record.note.fingerprint,
        static_cast<std::uint64_t>(record.stored.time_since_epoch().count())};
    std::array<unsigned char, sizeof numbers> littleEndian{};
    auto byte = littleEndian.begin();
    for (const std::uint64_t number : numbers) {
        for (unsigned bit = 0; bit < 64; bit += 8)
            *byte++ = static_cast<unsigned char>(number >> bit & 0xff);
    }
    // Each part's hash seeds the next one's: hashing as a stream takes twice the time.
    const std::string_view key = record.key.bytes();
    std::uint64_t hash = XXH3_64bits(littleEndian.data(), littleEndian.size());
    hash = XXH3_64bits_withSeed(key.data(), key.size(), hash);
    return XXH3_64bits_withSeed(record.bytes.data(), record.bytes.size(), hash);
}

PayloadCodec::PayloadCodec()
    : m_compressor(ZSTD_createCCtx())
    , m_decompressor(ZSTD_createDCtx())
{
    if (!m_compressor || !m_decompressor)
        throw std::bad_alloc();
}

void PayloadCodec::Free::operator()(ZSTD_CCtx_s *context) const
{
    ZSTD_freeCCtx(context);
}

void PayloadCodec::Free::operator()(ZSTD_DCtx_s *context) const
{
    ZSTD_freeDCtx(context);
}

std::string PayloadCodec::compress(std::string_view bytes, const Dictionary *dictionary)
{
    std::string payload(ZSTD_compressBound(bytes.size()), '\0');
    const std::size_t size =
        dictionary ? ZSTD_compress_usingCDict(m_compressor.get(), payload.data(), payload.size(),
                                              bytes.data(), bytes.size(), dictionary->forCompression())
                   : ZSTD_compressCCtx(m_compressor.get(), payload.data(), payload.size(), bytes.data(),
                                       bytes.size(), compressionLevel);
    // With a destination of compressBound() bytes only a lack of memory can fail.
    if (ZSTD_isError(size))
        throw std::bad_alloc();
    payload.resize(size);
    return payload;
}

std::optional<std::string> PayloadCodec::decompress(std::string_view frame, std::uint64_t valueBytes,
                                                    const Dictionary *dictionary)
{
    if (valueBytes > maximumValueBytes || ZSTD_getFrameContentSize(frame.data(), frame.size()) != valueBytes)
        return std::nullopt;
    std::string bytes(valueBytes, '\0');
    const std::size_t size =
        dictionary ? ZSTD_decompress_usingDDict(m_decompressor.get(), bytes.data(), bytes.size(),
                                                frame.data(), frame.size(), dictionary->forDecompression())
                   : ZSTD_decompressDCtx(m_decompressor.get(), bytes.data(), bytes.size(), frame.data(),
                                         frame.size());
    if (ZSTD_isError(size) || size != valueBytes)
        return std::nullopt;
    return bytes;
}

} // namespace manometer::cache::disk
