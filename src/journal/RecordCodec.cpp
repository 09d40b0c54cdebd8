// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/RecordCodec.h"

#include "journal/Fields.h"

#include <bit>
#include <cmath>

namespace manometer::journal {

using namespace pressure;

namespace {

enum class Tag : std::uint8_t { Snapshot = 1, Sample, FailedRead, Received, Configured, Ended, Missing };

enum SampleFlag : std::uint8_t {
    hasStall = 1,
    hasCgroup = 2,
    hasCgroupStall = 4,
    hasOomEvents = 8,
    hasReclaimed = 16,
    hasSwappedIn = 32,
    hasOtherNow = 64, // the step's time is not the sample's
};

// Differences are modulo 2^64, so that every value can follow every other one.
std::int64_t difference(std::uint64_t value, std::uint64_t before)
{
    return static_cast<std::int64_t>(value - before);
}

void putCounter(ByteWriter &out, std::uint64_t value, std::uint64_t &before)
{
    out.zigzag(difference(value, before));
    before = value;
}

std::uint64_t takeCounter(ByteReader &in, std::uint64_t &before)
{
    before += static_cast<std::uint64_t>(in.zigzag());
    return before;
}

// Amounts of memory usually change by whole KiB; the lowest bit is 0 if so.
void putAmount(ByteWriter &out, std::uint64_t value, std::uint64_t &before)
{
    const std::uint64_t moved = value - before;
    const bool whole = moved % 1024 == 0;
    if (whole) {
        out.zigzag((static_cast<std::int64_t>(moved) >> 10) * 2);
    } else {
        out.zigzag(1);
        out.fixed(moved);
    }
    before = value;
}

std::uint64_t takeAmount(ByteReader &in, std::uint64_t &before)
{
    const std::int64_t coded = in.zigzag();
    if (coded & 1)
        before += in.fixed<std::uint64_t>();
    else
        before += static_cast<std::uint64_t>(coded >> 1) << 10;
    return before;
}

// The kernel prints averages with two decimals. Any other value is stored as a double.
void putAverage(ByteWriter &out, double value, std::int64_t &before)
{
    const double scaled = std::abs(value) < 1e6 ? std::round(value * 100) : 0.0;
    const auto hundredths = static_cast<std::int64_t>(scaled);
    if (std::bit_cast<std::uint64_t>(static_cast<double>(hundredths) / 100) !=
        std::bit_cast<std::uint64_t>(value)) {
        out.zigzag(1);
        out.number(value);
        return;
    }
    out.zigzag((hundredths - before) * 2);
    before = hundredths;
}

double takeAverage(ByteReader &in, std::int64_t &before)
{
    const std::int64_t coded = in.zigzag();
    if (coded & 1)
        return in.number();
    before = static_cast<std::int64_t>(static_cast<std::uint64_t>(before) +
                                       static_cast<std::uint64_t>(coded >> 1));
    return static_cast<double>(before) / 100;
}

template<typename Before>
void putStall(ByteWriter &out, const PressureStall &stall, Before &before)
{
    putAverage(out, stall.someAvg10Percent, before.hundredths[0]);
    putAverage(out, stall.someAvg60Percent, before.hundredths[1]);
    putAverage(out, stall.someAvg300Percent, before.hundredths[2]);
    putAverage(out, stall.fullAvg10Percent, before.hundredths[3]);
    putCounter(out, stall.someTotalMicroseconds, before.someTotal);
    putCounter(out, stall.fullTotalMicroseconds, before.fullTotal);
}

template<typename Before>
PressureStall takeStall(ByteReader &in, Before &before)
{
    PressureStall stall;
    stall.someAvg10Percent = takeAverage(in, before.hundredths[0]);
    stall.someAvg60Percent = takeAverage(in, before.hundredths[1]);
    stall.someAvg300Percent = takeAverage(in, before.hundredths[2]);
    stall.fullAvg10Percent = takeAverage(in, before.hundredths[3]);
    stall.someTotalMicroseconds = takeCounter(in, before.someTotal);
    stall.fullTotalMicroseconds = takeCounter(in, before.fullTotal);
    return stall;
}

template<typename Time>
std::uint64_t count(Time time)
{
    return static_cast<std::uint64_t>(time.time_since_epoch().count());
}

template<typename Value>
void putFields(ByteWriter &out, const Value &value)
{
    FieldWriter fields(out);
    code(fields, value);
}

template<typename Value>
Value takeFields(ByteReader &in, std::uint32_t version)
{
    Value value{};
    FieldReader fields(in, version);
    code(fields, value);
    return value;
}

} // namespace

void RecordCodec::putClocks(ByteWriter &out, const pressure::ClockReading &clocks)
{
    const std::uint64_t step = count(clocks.monotonic) - count(m_clocks.monotonic);
    out.zigzag(difference(step, m_step));
    // Unsigned, because the difference of two arbitrary clock values may overflow.
    const std::uint64_t passed = static_cast<std::uint64_t>(clocks.sinceBoot.count()) -
                                 static_cast<std::uint64_t>(m_clocks.sinceBoot.count());
    out.zigzag(difference(passed, step));
    out.zigzag(difference(count(clocks.wall) - count(m_clocks.wall), step));
    m_step = step;
    m_clocks = clocks;
}

pressure::ClockReading RecordCodec::takeClocks(ByteReader &in)
{
    const std::uint64_t step = m_step + static_cast<std::uint64_t>(in.zigzag());
    const std::uint64_t passed = step + static_cast<std::uint64_t>(in.zigzag());
    const std::uint64_t shown = step + static_cast<std::uint64_t>(in.zigzag());
    const auto moved = [](std::uint64_t before, std::uint64_t by) {
        return std::chrono::nanoseconds(static_cast<std::int64_t>(before + by));
    };
    m_clocks = {.monotonic = MonotonicTime(moved(count(m_clocks.monotonic), step)),
                .sinceBoot = moved(static_cast<std::uint64_t>(m_clocks.sinceBoot.count()), passed),
                .wall = WallTime(moved(count(m_clocks.wall), shown))};
    m_step = step;
    return m_clocks;
}

void RecordCodec::putSample(ByteWriter &out, const MemorySample &sample)
{
    putClocks(out, pressure::ClockReading::of(sample));
    putAmount(out, sample.totalBytes, m_total);
    putAmount(out, sample.availableBytes, m_available);
    putAmount(out, sample.processRssBytes, m_rss);
    putAmount(out, sample.processVirtualBytes, m_virtual);
    if (sample.stall)
        putStall(out, *sample.stall, m_stall);
    if (sample.cgroup) {
        putAmount(out, sample.cgroup->limitBytes, m_cgroupLimit);
        putAmount(out, sample.cgroup->workingSetBytes, m_cgroupUsed);
    }
    if (sample.cgroupStall)
        putStall(out, *sample.cgroupStall, m_cgroupStall);
    if (sample.oomEvents)
        putCounter(out, *sample.oomEvents, m_oomEvents);
    if (sample.reclaimedPages)
        putCounter(out, *sample.reclaimedPages, m_reclaimed);
    if (sample.swappedInPages)
        putCounter(out, *sample.swappedInPages, m_swappedIn);
    putCounter(out, sample.notices, m_notices);
}

MemorySample RecordCodec::takeSample(ByteReader &in, std::uint8_t flags)
{
    const pressure::ClockReading clocks = takeClocks(in);
    MemorySample sample;
    sample.monotonic = clocks.monotonic;
    sample.wall = clocks.wall;
    sample.sinceBoot = clocks.sinceBoot;
    sample.totalBytes = takeAmount(in, m_total);
    sample.availableBytes = takeAmount(in, m_available);
    sample.processRssBytes = takeAmount(in, m_rss);
    sample.processVirtualBytes = takeAmount(in, m_virtual);
    if (flags & hasStall)
        sample.stall = takeStall(in, m_stall);
    if (flags & hasCgroup) {
        const std::uint64_t limit = takeAmount(in, m_cgroupLimit);
        sample.cgroup = CgroupMemory{.limitBytes = limit, .workingSetBytes = takeAmount(in, m_cgroupUsed)};
    }
    if (flags & hasCgroupStall)
        sample.cgroupStall = takeStall(in, m_cgroupStall);
    if (flags & hasOomEvents)
        sample.oomEvents = takeCounter(in, m_oomEvents);
    if (flags & hasReclaimed)
        sample.reclaimedPages = takeCounter(in, m_reclaimed);
    if (flags & hasSwappedIn)
        sample.swappedInPages = takeCounter(in, m_swappedIn);
    sample.notices = takeCounter(in, m_notices);
    return sample;
}

namespace {

std::uint8_t flagsOf(const MemorySample &sample, MonotonicTime now)
{
    return static_cast<std::uint8_t>(
        (sample.stall ? hasStall : 0) | (sample.cgroup ? hasCgroup : 0) |
        (sample.cgroupStall ? hasCgroupStall : 0) | (sample.oomEvents ? hasOomEvents : 0) |
        (sample.reclaimedPages ? hasReclaimed : 0) | (sample.swappedInPages ? hasSwappedIn : 0) |
        (now != sample.monotonic ? hasOtherNow : 0));
}

} // namespace

void RecordCodec::put(ByteWriter &out, const Record &record)
{
    const auto tag = [&out](Tag value) { out.byte(static_cast<std::uint8_t>(value)); };
    if (const auto *stepped = std::get_if<Stepped>(&record)) {
        const auto &sample = stepped->input.sample;
        tag(sample ? Tag::Sample : Tag::FailedRead);
        if (sample) {
            out.byte(flagsOf(*sample, stepped->input.now));
            putSample(out, *sample);
        } else {
            putClocks(out, stepped->clocks);
        }
        const MonotonicTime stated = sample ? sample->monotonic : stepped->clocks.monotonic;
        if (!sample || stepped->input.now != stated)
            out.zigzag(difference(count(stepped->input.now), count(stated)));
    } else if (const auto *snapshot = std::get_if<Snapshot>(&record)) {
        tag(Tag::Snapshot);
        out.byte(static_cast<std::uint8_t>(snapshot->cause));
        putClocks(out, snapshot->clocks);
        putFields(out, snapshot->config);
        putFields(out, snapshot->state);
    } else if (const auto *received = std::get_if<Received>(&record)) {
        tag(Tag::Received);
        putFields(out, received->receipt);
    } else if (const auto *configured = std::get_if<Configured>(&record)) {
        tag(Tag::Configured);
        putFields(out, configured->config);
    } else if (const auto *ended = std::get_if<Ended>(&record)) {
        tag(Tag::Ended);
        putClocks(out, ended->clocks);
    } else {
        tag(Tag::Missing);
        out.varint(std::get<Missing>(record).dropped);
    }
}

std::optional<Record> RecordCodec::take(ByteReader &in)
{
    if (in.left() == 0)
        return std::nullopt;
    std::optional<Record> record;
    const auto moved = [&in](MonotonicTime time) {
        return MonotonicTime(std::chrono::nanoseconds(
            static_cast<std::int64_t>(count(time) + static_cast<std::uint64_t>(in.zigzag()))));
    };
    switch (static_cast<Tag>(in.byte())) {
    case Tag::Sample: {
        const std::uint8_t flags = in.byte();
        Stepped stepped;
        stepped.input.sample = takeSample(in, flags);
        stepped.clocks = pressure::ClockReading::of(*stepped.input.sample);
        stepped.input.now = stepped.clocks.monotonic;
        if (flags & hasOtherNow)
            stepped.input.now = moved(stepped.input.now);
        record = stepped;
        break;
    }
    case Tag::FailedRead: {
        Stepped stepped;
        stepped.clocks = takeClocks(in);
        stepped.input.now = moved(stepped.clocks.monotonic);
        record = stepped;
        break;
    }
    case Tag::Snapshot: {
        Snapshot snapshot;
        snapshot.cause = static_cast<SnapshotCause>(in.byte());
        snapshot.clocks = takeClocks(in);
        snapshot.config = takeFields<ControlConfig>(in, m_version);
        snapshot.state = takeFields<ControlState>(in, m_version);
        record = snapshot;
        break;
    }
    case Tag::Received:
        record = Received{takeFields<Receipt>(in, m_version)};
        break;
    case Tag::Configured:
        record = Configured{takeFields<ControlConfig>(in, m_version)};
        break;
    case Tag::Ended:
        record = Ended{takeClocks(in)};
        break;
    case Tag::Missing:
        record = Missing{in.varint()};
        break;
    default:
        in.fail();
    }
    return in.failed() ? std::nullopt : record;
}

} // namespace manometer::journal
