// SPDX-License-Identifier: GPL-3.0-or-later
//
// A generated run of the control loop: the records that the recorder writes for it, and the states that a
// replay must reproduce; and functions that write such records as a journal.
#pragma once

#include "InputGenerator.h"
#include "journal/JournalWriter.h"

#include <QRandomGenerator>
#include <QString>

namespace manometer::journal {

using namespace std::chrono_literals;

// The wall clock of generated runs jumps: no segment may expire because of that.
inline constexpr JournalLimits withoutExpiry{.segmentSpan = 1h, .span = 1000h, .capBytes = 64u << 20};

// The records of a run, and the states that it went through.
struct RecordedRun
{
    std::vector<Record> records;
    std::vector<pressure::ControlState> states; // after each step
    std::vector<pressure::ClockReading> clocks; // of each step
};

inline RecordedRun recordRun(unsigned seed, int steps)
{
    RecordedRun run;
    test::InputGenerator inputs(seed);
    pressure::ControlState state;
    pressure::ControlConfig config = inputs.config();
    auto snapshotAt = inputs.clocks();
    run.records.push_back(Snapshot{SnapshotCause::Begun, snapshotAt, config, state});
    for (int i = 0; i < steps; ++i) {
        const auto input = inputs.next();
        if (config != inputs.config()) {
            config = inputs.config();
            run.records.push_back(Configured{config});
        }
        if (input.receiptBefore) {
            run.records.push_back(Received{*input.receiptBefore});
            state = pressure::withReceipt(state, *input.receiptBefore, config);
        }
        run.records.push_back(Stepped{input.step, input.clocks});
        state = pressure::step(state, input.step, config).state;
        run.states.push_back(state);
        run.clocks.push_back(input.clocks);
        if (input.clocks.monotonic - snapshotAt.monotonic >= 10min) {
            snapshotAt = input.clocks;
            run.records.push_back(Snapshot{SnapshotCause::Periodic, snapshotAt, config, state});
        }
    }
    run.records.push_back(Ended{inputs.clocks()});
    return run;
}

// One block a second, like the recorder.
inline bool writeJournal(const QString &folder, const std::vector<Record> &records,
                         const JournalLimits &limits = withoutExpiry)
{
    JournalWriter writer(folder.toStdString(), limits, BootId{1});
    pressure::MonotonicTime written{};
    for (const Record &record : records) {
        const auto taken = writer.add(record);
        if (!taken || *taken == JournalWriter::Taken::No)
            return false;
        const auto *stepped = std::get_if<Stepped>(&record);
        if (!stepped || stepped->clocks.monotonic - written < 1s)
            continue;
        written = stepped->clocks.monotonic;
        if (!writer.flush())
            return false;
    }
    return writer.flush().has_value();
}

inline std::string encoded(const Record &record)
{
    std::string bytes;
    ByteWriter out(bytes);
    RecordCodec().put(out, record);
    return bytes;
}

inline unsigned randomSeed()
{
    const unsigned seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    return seed;
}

} // namespace manometer::journal
