// SPDX-License-Identifier: GPL-3.0-or-later
//
// Encodes and decodes records, bit for bit; samples as differences from the previous one, about 25 bytes
// each. The format is in FORMAT.md. The decoder must be reset before the same record as the encoder. One
// thread.
#pragma once

#include "journal/Bytes.h"
#include "journal/Journal.h"

#include <array>
#include <optional>

namespace manometer::journal {

class RecordCodec
{
public:
    // Earlier versions can be decoded, but not encoded.
    explicit RecordCodec(std::uint32_t version = formatVersion)
        : m_version(version)
    {}
    void reset() { *this = RecordCodec(m_version); }
    void put(ByteWriter &out, const Record &record);
    // Empty at the end, and if the bytes are not a record.
    std::optional<Record> take(ByteReader &in);

private:
    struct Stall
    {
        std::array<std::int64_t, 4> hundredths{};
        std::uint64_t someTotal = 0;
        std::uint64_t fullTotal = 0;
    };

    void putClocks(ByteWriter &out, const pressure::ClockReading &clocks);
    pressure::ClockReading takeClocks(ByteReader &in);
    void putSample(ByteWriter &out, const pressure::MemorySample &sample);
    pressure::MemorySample takeSample(ByteReader &in, std::uint8_t flags);

    std::uint32_t m_version;
    // The values that the next record is a difference from.
    pressure::ClockReading m_clocks;
    std::uint64_t m_step = 0; // nanoseconds between the last two records
    std::uint64_t m_total = 0;
    std::uint64_t m_available = 0;
    std::uint64_t m_rss = 0;
    std::uint64_t m_virtual = 0;
    Stall m_stall;
    Stall m_cgroupStall;
    std::uint64_t m_cgroupLimit = 0;
    std::uint64_t m_cgroupUsed = 0;
    std::uint64_t m_oomEvents = 0;
    std::uint64_t m_reclaimed = 0;
    std::uint64_t m_swappedIn = 0;
    std::uint64_t m_notices = 0;
};

} // namespace manometer::journal
