// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/recording/history/HistoryFile.h"

#include "journal/Bytes.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <limits>
#include <xxhash.h>

namespace manometer::service {

using namespace views;

namespace {

constexpr std::string_view magic = "MNMHIST\n";
constexpr std::uint32_t version = 2;
constexpr std::uint32_t firstVersion = 1; // without the composition of memory and the answers
constexpr std::size_t headerBytes = 16;
constexpr std::string_view marker = "\xB1HB\n";
constexpr std::size_t blockHeadBytes = 4 + 4 + 8;
constexpr std::size_t bucketBytes = 9 * 8 + 5 * 4 + 10 * 4 + 3;
constexpr std::size_t bytesSinceFirst = 5 * 4 + 2 * 8;
// More than a tier can hold: a larger file is not one of ours.
constexpr std::uint64_t maximumFileBytes = 32u << 20;

void put(journal::ByteWriter &out, const Bucket &b)
{
    for (const qint64 value : {b.firstMs, b.lastMs, b.wallMs})
        out.fixed(value);
    for (const quint64 value : {b.totalBytes, b.availableBytes, b.hitsTotal, b.requestsTotal})
        out.fixed(value);
    for (const float value :
         {b.meanPercent, b.minPercent, b.maxPercent, b.cgroupMeanPercent, b.psiMaxPercent})
        out.number(value);
    for (const quint32 value :
         {b.rssMaxPages, b.virtualMaxPages, b.goodSamples, b.cacheEntries, b.cacheLimitEntries})
        out.fixed(value);
    out.byte(static_cast<std::uint8_t>(b.raw));
    out.byte(static_cast<std::uint8_t>(b.applied));
    out.byte(static_cast<std::uint8_t>(b.discontinuity));
    for (const quint32 value : {b.freePages, b.buffersPages, b.cachePages, b.swapTotalPages, b.swapUsedPages})
        out.fixed(value);
    out.fixed(b.answerHitsTotal);
    out.fixed(b.savedMicrosecondsTotal);
}

Bucket takeBucket(journal::ByteReader &in, std::uint32_t fileVersion)
{
    Bucket b;
    for (qint64 *value : {&b.firstMs, &b.lastMs, &b.wallMs})
        *value = in.fixed<qint64>();
    for (quint64 *value : {&b.totalBytes, &b.availableBytes, &b.hitsTotal, &b.requestsTotal})
        *value = in.fixed<quint64>();
    for (float *value :
         {&b.meanPercent, &b.minPercent, &b.maxPercent, &b.cgroupMeanPercent, &b.psiMaxPercent})
        *value = in.smallNumber();
    for (quint32 *value :
         {&b.rssMaxPages, &b.virtualMaxPages, &b.goodSamples, &b.cacheEntries, &b.cacheLimitEntries})
        *value = in.fixed<quint32>();
    b.raw = static_cast<Level>(in.byte() & 3);
    b.applied = static_cast<Level>(in.byte() & 3);
    b.discontinuity = static_cast<SampleRecord::Discontinuity>(in.byte() & 3);
    if (fileVersion == firstVersion)
        return b;
    for (quint32 *value : {&b.freePages, &b.buffersPages, &b.cachePages, &b.swapTotalPages, &b.swapUsedPages})
        *value = in.fixed<quint32>();
    b.answerHitsTotal = in.fixed<quint64>();
    b.savedMicrosecondsTotal = in.fixed<quint64>();
    return b;
}

std::string headerOf(std::uint32_t fileVersion, qint64 bucketMs)
{
    std::string header;
    journal::ByteWriter out(header);
    out.bytes(magic);
    out.fixed(fileVersion);
    out.fixed(static_cast<std::uint32_t>(bucketMs));
    return header;
}

// Reads the block at the front of `bytes`. Its length; 0 if there is none or it is damaged.
std::size_t takeBlock(std::string_view bytes, std::uint32_t fileVersion, qint64 bucketMs,
                      HistoryContents::Block &block)
{
    const std::size_t bytesEach = fileVersion == firstVersion ? bucketBytes - bytesSinceFirst : bucketBytes;
    if (bytes.size() < blockHeadBytes || !bytes.starts_with(marker))
        return 0;
    journal::ByteReader head(bytes.substr(marker.size()));
    const auto size = head.fixed<std::uint32_t>();
    const auto checksum = head.fixed<std::uint64_t>();
    if (size > head.left() || size < block.boot.size() || (size - block.boot.size()) % bytesEach != 0)
        return 0;
    const std::string_view payload = bytes.substr(blockHeadBytes, size);
    if (XXH3_64bits_withSeed(payload.data(), payload.size(), static_cast<XXH64_hash_t>(bucketMs)) != checksum)
        return 0;
    journal::ByteReader in(payload);
    const auto boot = in.bytes(block.boot.size());
    std::copy(boot.begin(), boot.end(), reinterpret_cast<char *>(block.boot.data()));
    for (std::size_t left = in.left() / bytesEach; left > 0; --left)
        block.buckets.push_back(takeBucket(in, fileVersion));
    return blockHeadBytes + size;
}

} // namespace

std::string historyHeader(qint64 bucketMs)
{
    return headerOf(version, bucketMs);
}

std::string historyBlock(qint64 bucketMs, const journal::BootId &boot, const Buckets &buckets)
{
    std::string payload;
    payload.reserve(boot.size() + buckets.size() * bucketBytes);
    journal::ByteWriter inner(payload);
    for (const std::uint8_t part : boot)
        inner.byte(part);
    for (const Bucket &bucket : buckets)
        put(inner, bucket);
    std::string block;
    journal::ByteWriter out(block);
    out.bytes(marker);
    out.fixed(static_cast<std::uint32_t>(payload.size()));
    out.fixed(static_cast<std::uint64_t>(
        XXH3_64bits_withSeed(payload.data(), payload.size(), static_cast<XXH64_hash_t>(bucketMs))));
    out.bytes(payload);
    return block;
}

HistoryContents readHistory(std::string_view bytes, qint64 bucketMs)
{
    HistoryContents contents;
    if (bytes.empty())
        return contents;
    const bool isFirst = bytes.starts_with(headerOf(firstVersion, bucketMs));
    if (!isFirst && !bytes.starts_with(historyHeader(bucketMs))) {
        contents.readable = false;
        return contents;
    }
    contents.version = isFirst ? firstVersion : version;
    bytes.remove_prefix(headerBytes);
    while (!bytes.empty()) {
        HistoryContents::Block block;
        if (const std::size_t length = takeBlock(bytes, contents.version, bucketMs, block)) {
            contents.blocks.push_back(std::move(block));
            bytes.remove_prefix(length);
            continue;
        }
        const std::size_t next = std::min(bytes.find(marker, 1), bytes.size());
        contents.damagedBytes += next;
        bytes.remove_prefix(next);
    }
    return contents;
}

Buckets onThisClock(const HistoryContents &contents, const journal::BootId &boot,
                    const pressure::ClockReading &now, std::chrono::milliseconds span)
{
    using Milliseconds = std::chrono::milliseconds;
    const auto milliseconds = [](auto duration) {
        return std::chrono::duration_cast<Milliseconds>(duration).count();
    };
    const qint64 nowMs = milliseconds(now.sinceBoot);
    const qint64 wallToMs = nowMs - milliseconds(now.wall.time_since_epoch());
    const bool bootIsKnown = boot != journal::BootId{};

    Buckets reversed;
    qint64 limit = nowMs; // all older buckets must end before it
    qint64 shift = 0;
    const journal::BootId *shiftOf = nullptr;
    for (auto block = contents.blocks.rbegin(); block != contents.blocks.rend(); ++block) {
        if (block->buckets.empty())
            continue;
        if (!shiftOf || *shiftOf != block->boot) {
            shiftOf = &block->boot;
            const Bucket &last = block->buckets.back();
            // min(): keeps the order even if the wall clock was set back in between.
            shift = bootIsKnown && block->boot == boot
                        ? 0
                        : std::min(last.wallMs + wallToMs - last.firstMs, limit - 1 - last.lastMs);
        }
        for (auto bucket = block->buckets.rbegin(); bucket != block->buckets.rend(); ++bucket) {
            Bucket moved = *bucket;
            moved.firstMs += shift;
            moved.lastMs += shift;
            if (moved.lastMs >= limit || moved.firstMs > moved.lastMs)
                continue;
            if (moved.lastMs < nowMs - span.count())
                break;
            limit = moved.firstMs;
            reversed.push_back(moved);
        }
    }
    std::reverse(reversed.begin(), reversed.end());
    return reversed;
}

HistoryFile::HistoryFile(const std::string &folder, std::size_t tier)
    : m_tier(tier)
    , m_path(folder + '/' + std::to_string(historyTiers[tier].bucket.count() / 1000) + "s")
{}

journal::DiskResult<HistoryContents> HistoryFile::read() const
{
    const auto bytes = journal::readWhole(m_path, maximumFileBytes);
    if (!bytes && bytes.error().systemError == ENOENT)
        return HistoryContents{};
    if (!bytes)
        return Unexpected<journal::DiskError>(bytes.error());
    return readHistory(*bytes, historyTiers[m_tier].bucket.count());
}

journal::DiskResult<void> HistoryFile::openForAppend()
{
    const qint64 width = historyTiers[m_tier].bucket.count();
    const std::string header = historyHeader(width);
    if (const auto bytes = journal::readWhole(m_path, maximumFileBytes);
        bytes && !bytes->empty() && !bytes->starts_with(header)) {
        const HistoryContents contents = readHistory(*bytes, width);
        if (!contents.readable)
            std::rename(m_path.c_str(), (m_path + ".set-aside").c_str());
        else if (auto converted = convert(contents); !converted)
            return converted;
    }
    auto file = journal::File::open(m_path, journal::File::Mode::Append);
    if (!file)
        return Unexpected<journal::DiskError>(file.error());
    m_file = std::move(*file);
    return m_file.sizeBytes() == 0 ? m_file.write(header) : journal::DiskResult<void>();
}

journal::DiskResult<void> HistoryFile::convert(const HistoryContents &contents)
{
    const qint64 width = historyTiers[m_tier].bucket.count();
    std::string bytes = historyHeader(width);
    for (const HistoryContents::Block &block : contents.blocks)
        bytes += historyBlock(width, block.boot, block.buckets);
    return journal::replaceFile(m_path, bytes);
}

journal::DiskResult<void> HistoryFile::append(const journal::BootId &boot, const Buckets &buckets)
{
    if (!m_file.isOpen())
        if (auto opened = openForAppend(); !opened)
            return opened;
    return m_file.write(historyBlock(historyTiers[m_tier].bucket.count(), boot, buckets));
}

bool HistoryFile::isLong() const
{
    const auto capacity = static_cast<std::uint64_t>(historyTiers[m_tier].span / historyTiers[m_tier].bucket);
    return m_file.sizeBytes() > 2 * capacity * bucketBytes;
}

journal::DiskResult<void> HistoryFile::replace(const journal::BootId &boot, const Buckets &all)
{
    const qint64 width = historyTiers[m_tier].bucket.count();
    m_file.close();
    return journal::replaceFile(m_path, historyHeader(width) + historyBlock(width, boot, all));
}

journal::DiskResult<void> HistoryFile::sync()
{
    return m_file.isOpen() ? m_file.sync() : journal::DiskResult<void>();
}

} // namespace manometer::service
