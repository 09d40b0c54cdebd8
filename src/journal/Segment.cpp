// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/Segment.h"

#include <algorithm>
#include <xxhash.h>

namespace manometer::journal {

namespace {

constexpr std::string_view magic = "MNMJRNL\n";
constexpr std::size_t headerBytes = 8 + 4 + 16 + 8 + 8 + 8;
constexpr std::string_view standaloneMarker = "\xB1JB\n";
constexpr char chainedMarker = '\xB2';

std::uint64_t checksum(std::string_view bytes, std::uint64_t seed)
{
    return XXH3_64bits_withSeed(bytes.data(), bytes.size(), seed);
}

std::optional<pressure::MonotonicTime> timeOf(const Record &record)
{
    if (const auto *stepped = std::get_if<Stepped>(&record))
        return stepped->clocks.monotonic;
    if (const auto *snapshot = std::get_if<Snapshot>(&record))
        return snapshot->clocks.monotonic;
    return std::nullopt;
}

// The state of the chain of blocks while reading.
struct Chain
{
    std::uint64_t salt = 0;
    std::uint64_t seed = 0;
    bool intact = false;
};

struct Block
{
    std::string_view payload;
    std::size_t length = 0; // including its head; 0: no block, or a damaged one
    bool standalone = false;
    std::uint64_t checksum = 0;
};

Block takeBlock(std::string_view bytes, const Chain &chain)
{
    Block block;
    block.standalone = bytes.starts_with(standaloneMarker);
    if (!block.standalone && (!chain.intact || bytes.front() != chainedMarker))
        return {};
    ByteReader in(bytes.substr(block.standalone ? standaloneMarker.size() : 1));
    const std::uint64_t size = in.varint();
    block.checksum = in.fixed<std::uint64_t>();
    if (in.failed() || size > in.left())
        return {};
    block.payload = in.bytes(size);
    if (checksum(block.payload, block.standalone ? chain.salt : chain.seed) != block.checksum)
        return {};
    block.length = bytes.size() - in.left();
    return block;
}

} // namespace

std::string SegmentEncoder::begin(const SegmentHeader &header)
{
    std::string bytes;
    ByteWriter out(bytes);
    out.bytes(magic);
    out.fixed(formatVersion);
    for (const std::uint8_t part : header.boot)
        out.byte(part);
    out.fixed(header.number);
    out.fixed(static_cast<std::int64_t>(header.began.time_since_epoch().count()));
    m_salt = checksum(bytes, 0);
    out.fixed(m_salt);
    m_codec.reset();
    m_payload.clear();
    m_standalone = true;
    return bytes;
}

void SegmentEncoder::add(const Record &record)
{
    m_latest = timeOf(record).value_or(m_latest);
    if (m_payload.empty()) {
        m_standalone = m_standalone || m_latest - m_standaloneAt >= standaloneInterval;
        if (m_standalone)
            m_codec.reset();
    }
    ByteWriter out(m_payload);
    m_codec.put(out, record);
}

std::string SegmentEncoder::takeBlock()
{
    const std::uint64_t sum = checksum(m_payload, m_standalone ? m_salt : m_chain);
    std::string block;
    ByteWriter out(block);
    if (m_standalone)
        out.bytes(standaloneMarker);
    else
        out.byte(static_cast<std::uint8_t>(chainedMarker));
    out.varint(m_payload.size());
    out.fixed(sum);
    out.bytes(m_payload);
    if (m_standalone)
        m_standaloneAt = m_latest;
    m_chain = sum;
    m_standalone = false;
    m_payload.clear();
    return block;
}

Expected<SegmentHeader, SegmentProblem> readHeader(std::string_view bytes)
{
    if (bytes.size() < headerBytes || !bytes.starts_with(magic))
        return Unexpected(SegmentProblem::NotASegment);
    ByteReader in(bytes.substr(magic.size()));
    SegmentHeader header;
    header.version = in.fixed<std::uint32_t>();
    for (std::uint8_t &part : header.boot)
        part = in.byte();
    header.number = in.fixed<std::uint64_t>();
    header.began = pressure::WallTime(std::chrono::nanoseconds(in.fixed<std::int64_t>()));
    if (header.version > formatVersion)
        return Unexpected(SegmentProblem::NewerVersion);
    if (header.version == 0 || in.fixed<std::uint64_t>() != checksum(bytes.substr(0, headerBytes - 8), 0))
        return Unexpected(SegmentProblem::NotASegment);
    return header;
}

Expected<std::size_t, SegmentProblem> readSegment(std::string_view bytes,
                                                  const std::function<Visit(const Record &)> &visit)
{
    const auto header = readHeader(bytes);
    if (!header)
        return Unexpected(header.error());
    Chain chain{.salt = checksum(bytes.substr(0, headerBytes - 8), 0)};
    bytes.remove_prefix(headerBytes);
    RecordCodec codec(header->version);
    std::size_t unusable = 0;
    while (!bytes.empty()) {
        const Block block = takeBlock(bytes, chain);
        if (block.length == 0) {
            const std::size_t next = std::min(bytes.find(standaloneMarker, 1), bytes.size());
            // A gap is reported once, however many attempts it takes to find its end.
            if (std::exchange(chain.intact, false) || unusable == 0)
                if (visit(Missing{}) == Visit::Stop)
                    return unusable;
            unusable += next;
            bytes.remove_prefix(next);
            continue;
        }
        if (block.standalone)
            codec.reset();
        chain.seed = block.checksum;
        chain.intact = true;
        ByteReader in(block.payload);
        while (in.left() > 0) {
            const auto record = codec.take(in);
            // The checksum is valid, but the bytes are not a record: another program wrote them. Nothing
            // after them can be decoded.
            if (!record)
                return unusable + bytes.size();
            if (visit(*record) == Visit::Stop)
                return unusable;
        }
        bytes.remove_prefix(block.length);
    }
    return unusable;
}

} // namespace manometer::journal
