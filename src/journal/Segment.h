// SPDX-License-Identifier: GPL-3.0-or-later
//
// One file of the journal as bytes: a header and a chain of checksummed blocks. Pure; the format is in
// FORMAT.md.
#pragma once

#include "expected/Expected.h"
#include "journal/Disk.h"
#include "journal/RecordCodec.h"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace manometer::journal {

struct SegmentHeader
{
    std::uint32_t version = formatVersion; // of a file that is read; what is written is the newest
    BootId boot{};
    std::uint64_t number = 0; // ascending over all runs
    pressure::WallTime began{};
};

class SegmentEncoder
{
public:
    // What goes to the front of the file.
    std::string begin(const SegmentHeader &header);
    void add(const Record &record);
    bool isEmpty() const { return m_payload.empty(); }
    // The records since the last call as one block.
    std::string takeBlock();

private:
    // A damaged block costs those after it up to the next that stands alone.
    static constexpr std::chrono::minutes standaloneInterval{1};

    RecordCodec m_codec;
    std::string m_payload;
    std::uint64_t m_salt = 0;
    std::uint64_t m_chain = 0;
    bool m_standalone = true;
    pressure::MonotonicTime m_standaloneAt{};
    pressure::MonotonicTime m_latest{};
};

enum class SegmentProblem : std::uint8_t { NoSegment, NewerVersion };

Expected<SegmentHeader, SegmentProblem> readHeader(std::string_view bytes);
// Calls visit with each record, and with a Missing where some are damaged; until it answers Stop. The bytes
// that could not be used.
enum class Visit : std::uint8_t { GoOn, Stop };
Expected<std::size_t, SegmentProblem> readSegment(std::string_view bytes,
                                                  const std::function<Visit(const Record &)> &visit);

} // namespace manometer::journal
