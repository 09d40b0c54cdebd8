// SPDX-License-Identifier: GPL-3.0-or-later
//
// Encodes and decodes one file of the journal: a header and a chain of checksummed blocks. Works on bytes in
// memory; nothing blocks. One thread. The format is in FORMAT.md.
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
    std::uint32_t version = formatVersion; // of a file that is read; written files have formatVersion
    BootId boot{};
    std::uint64_t number = 0; // ascending across all runs
    pressure::WallTime began{};
};

class SegmentEncoder
{
public:
    // Returns the file's header.
    std::string begin(const SegmentHeader &header);
    void add(const Record &record);
    bool isEmpty() const { return m_payload.empty(); }
    // Returns the records since the last call, as one block.
    std::string takeBlock();

private:
    // A damaged block makes the ones after it unreadable, up to the next standalone block.
    static constexpr std::chrono::minutes standaloneInterval{1};

    RecordCodec m_codec;
    std::string m_payload;
    std::uint64_t m_salt = 0;
    std::uint64_t m_chain = 0;
    bool m_standalone = true;
    pressure::MonotonicTime m_standaloneAt{};
    pressure::MonotonicTime m_latest{};
};

enum class SegmentProblem : std::uint8_t { NotASegment, NewerVersion };

Expected<SegmentHeader, SegmentProblem> readHeader(std::string_view bytes);
enum class Visit : std::uint8_t { Continue, Stop };
// Calls visit with each record, and with Missing for each damaged part, until it returns Stop. Returns the
// number of unusable bytes.
Expected<std::size_t, SegmentProblem> readSegment(std::string_view bytes,
                                                  const std::function<Visit(const Record &)> &visit);

} // namespace manometer::journal
