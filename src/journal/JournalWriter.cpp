// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/JournalWriter.h"

#include "journal/JournalReader.h"

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <unistd.h>
#include <utility>

namespace manometer::journal {

JournalWriter::JournalWriter(std::string folder, const JournalLimits &limits, const BootId &boot)
    : m_folder(std::move(folder))
    , m_limits(limits)
    , m_boot(boot)
{}

DiskResult<JournalWriter::Taken> JournalWriter::add(const Record &record)
{
    if (const auto *snapshot = std::get_if<Snapshot>(&record)) {
        const bool old = snapshot->clocks.monotonic - m_began.monotonic >= m_limits.segmentSpan;
        const bool large = m_file.sizeBytes() >= m_limits.capBytes / 16;
        if (!m_file.isOpen() || old || large) {
            if (auto flushed = flush(); !flushed)
                return Unexpected<DiskError>(flushed.error());
            if (auto begun = beginSegment(*snapshot); !begun) {
                abandonSegment();
                return Unexpected<DiskError>(begun.error());
            }
        }
    }
    if (!m_file.isOpen())
        return Taken::No;
    m_encoder.add(record);
    return Taken::Yes;
}

DiskResult<void> JournalWriter::flush()
{
    if (!m_file.isOpen() || m_encoder.isEmpty())
        return {};
    auto written = m_file.write(m_encoder.takeBlock());
    if (!written)
        abandonSegment();
    return written;
}

// Deletes a segment without records: on a full disk every attempt would leave one.
void JournalWriter::abandonSegment()
{
    const bool isBlank = m_file.isOpen() && m_file.sizeBytes() <= m_headerBytes;
    m_file.close();
    if (isBlank)
        ::unlink(m_file.path().c_str());
}

DiskResult<void> JournalWriter::beginSegment(const Snapshot &snapshot)
{
    m_file.close();
    m_headerBytes = 0;
    if (auto made = makeFolder(m_folder); !made)
        return made;
    const auto segments = segmentNames(m_folder);
    const std::uint64_t number = segments.empty() ? 1 : segments.back().number + 1;
    deleteOldest(snapshot.clocks.wall);
    const std::time_t began = std::chrono::system_clock::to_time_t(snapshot.clocks.wall);
    std::tm utc{};
    ::gmtime_r(&began, &utc);
    std::array<char, 80> name{};
    std::snprintf(name.data(), name.size(), "%08llu-%04d%02d%02dT%02d%02d%02dZ%s",
                  static_cast<unsigned long long>(number), utc.tm_year + 1900, utc.tm_mon + 1, utc.tm_mday,
                  utc.tm_hour, utc.tm_min, utc.tm_sec, segmentSuffix);
    auto file = File::open(m_folder + '/' + name.data(), File::Mode::New);
    if (!file)
        return Unexpected<DiskError>(file.error());
    m_file = std::move(*file);
    m_began = snapshot.clocks;
    auto written =
        m_file.write(m_encoder.begin({.boot = m_boot, .number = number, .began = snapshot.clocks.wall}));
    m_headerBytes = m_file.sizeBytes();
    return written;
}

void JournalWriter::deleteOldest(pressure::WallTime now) const
{
    auto segments = segmentNames(m_folder);
    std::uint64_t total = 0;
    for (const SegmentName &segment : segments)
        total += segment.sizeBytes;
    // Leave room for the new segment, which ends at the first snapshot after a sixteenth of the cap.
    const std::uint64_t keep = m_limits.capBytes - m_limits.capBytes / 8;
    for (std::size_t i = 0; i < segments.size(); ++i) {
        // A segment ends when the next one begins; the newest one ends now.
        const bool old = i + 1 < segments.size() && segments[i + 1].began < now - m_limits.span;
        if (!old && total <= keep)
            break;
        if (::unlink((m_folder + '/' + segments[i].name).c_str()) == 0)
            total -= segments[i].sizeBytes;
    }
}

DiskResult<void> JournalWriter::sync()
{
    return m_file.isOpen() ? m_file.sync() : DiskResult<void>();
}

} // namespace manometer::journal
