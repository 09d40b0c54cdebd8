// SPDX-License-Identifier: GPL-3.0-or-later
//
// Feeds arbitrary bytes to the journal's decoders: as a segment, and, without the checksum in the way, as the
// records of a block.
#include "Fuzzing.h"
#include "journal/Segment.h"

#include <vector>

using namespace manometer;
using namespace manometer::journal;

namespace {

void decode(std::string_view bytes)
{
    RecordCodec codec;
    ByteReader in(bytes);
    while (codec.take(in)) {
        // terminates, because each record takes at least one byte
    }
}

std::string encode(const std::vector<Record> &records)
{
    std::string bytes;
    RecordCodec codec;
    ByteWriter out(bytes);
    for (const Record &record : records)
        codec.put(out, record);
    return bytes;
}

std::vector<Record> someRecords()
{
    std::vector<Record> records{Snapshot{}, Configured{}, Received{}, Missing{.dropped = 7}};
    for (int second = 0; second < 5; ++second) {
        pressure::MemorySample sample;
        sample.monotonic = pressure::MonotonicTime(std::chrono::seconds(second));
        sample.totalBytes = 16ull << 30;
        sample.availableBytes = (8ull << 30) - (static_cast<std::uint64_t>(second) << 20);
        sample.stall = pressure::PressureStall{};
        sample.cgroup = pressure::CgroupMemory{.limitBytes = 4ull << 30, .workingSetBytes = 1ull << 30};
        sample.oomEvents = 0;
        Stepped stepped;
        stepped.input.sample = sample;
        stepped.input.now = sample.monotonic;
        stepped.clocks = pressure::ClockReading::of(sample);
        records.emplace_back(stepped);
    }
    Stepped failed;
    records.emplace_back(failed);
    records.emplace_back(Ended{});
    return records;
}

} // namespace

extern "C" int LLVMFuzzerInitialize(int *, char ***)
{
    const auto records = someRecords();
    fuzz::writeSeed("records", std::string(1, '\0') + encode(records));
    SegmentEncoder encoder;
    std::string segment = encoder.begin({});
    for (const Record &record : records) {
        encoder.add(record);
        segment += encoder.takeBlock();
    }
    fuzz::writeSeed("segment", std::string(1, '\x01') + segment);
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0)
        return 0;
    const std::string_view bytes(reinterpret_cast<const char *>(data) + 1, size - 1);
    if (data[0] % 2 != 0) {
        std::size_t records = 0;
        const auto unusable = readSegment(bytes, [&records](const Record &) {
            return ++records < 100'000 ? Visit::Continue : Visit::Stop;
        });
        fuzz::require(!unusable || *unusable <= bytes.size(), "at most all bytes are unusable");
        return 0;
    }
    decode(bytes);
    return 0;
}
