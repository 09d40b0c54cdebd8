// SPDX-License-Identifier: GPL-3.0-or-later
//
// A scripted day as the recorder puts it into a journal, with what really happened beside it.
#pragma once

#include "ScriptedDay.h"
#include "journal/JournalWriter.h"

#include <QRandomGenerator>
#include <QString>

namespace manometer::journal {

using namespace std::chrono_literals;

// The scripted days have clocks that jump: nothing is to grow old for that.
inline constexpr JournalLimits day{.segmentSpan = 1h, .span = 1000h, .capBytes = 64u << 20};

// A journal as the recorder writes it, and what really happened.
struct Recorded
{
    std::vector<Record> records;
    std::vector<pressure::ControlState> states; // after each step
    std::vector<pressure::ClockReading> clocks; // of each step
};

inline Recorded live(unsigned seed, int steps)
{
    Recorded recorded;
    test::ScriptedDay script(seed);
    pressure::ControlState state;
    pressure::ControlConfig config = script.config();
    auto snapshotAt = script.clocks();
    recorded.records.push_back(Snapshot{SnapshotCause::Begun, snapshotAt, config, state});
    for (int i = 0; i < steps; ++i) {
        const auto moment = script.next();
        if (config != script.config()) {
            config = script.config();
            recorded.records.push_back(Configured{config});
        }
        if (moment.receiptBefore) {
            recorded.records.push_back(Received{*moment.receiptBefore});
            state = pressure::withReceipt(state, *moment.receiptBefore, config);
        }
        recorded.records.push_back(Stepped{moment.input, moment.clocks});
        state = pressure::step(state, moment.input, config).state;
        recorded.states.push_back(state);
        recorded.clocks.push_back(moment.clocks);
        if (moment.clocks.monotonic - snapshotAt.monotonic >= 10min) {
            snapshotAt = moment.clocks;
            recorded.records.push_back(Snapshot{SnapshotCause::Periodic, snapshotAt, config, state});
        }
    }
    recorded.records.push_back(Ended{script.clocks()});
    return recorded;
}

// A block a second, as the recorder does.
inline bool write(const QString &folder, const std::vector<Record> &records,
                  const JournalLimits &limits = day)
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

inline std::string bytesOf(const Record &record)
{
    std::string bytes;
    ByteWriter out(bytes);
    RecordCodec().put(out, record);
    return bytes;
}

inline unsigned freshSeed()
{
    const unsigned seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    return seed;
}

} // namespace manometer::journal
