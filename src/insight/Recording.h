// SPDX-License-Identifier: GPL-3.0-or-later
//
// A stretch of the journal, held in memory in the form that repeated replays need: what gauge and StallWatch
// read of each sample, and the configurations, states, receipts and gaps between them.
// Memory: 25 bytes a step, 41 where a control group has a limit, and 72 more at a step where a counter moved;
// 1.6 KiB a snapshot, one in ten minutes. A day of one sample a second at rest is 2.4 MB.
#pragma once

#include "journal/JournalReader.h"

#include <cstddef>
#include <memory>
#include <string>

namespace manometer::insight {

struct RecordingData;

// A step's time on both clocks. Durations are monotonic.
struct Moment
{
    pressure::MonotonicTime monotonic{};
    pressure::WallTime wall{};

    friend bool operator==(const Moment &, const Moment &) = default;
};

// Immutable; any number of threads may read it. A copy shares the data.
class Recording
{
public:
    Recording(); // of nothing

    std::size_t steps() const;
    // step < steps().
    Moment moment(std::size_t step) const;
    // Places where records are missing, and ends of sampling, before the last step.
    std::size_t interruptions() const;
    std::size_t bytes() const; // of memory
    // Judged by the settings that were applied; empty: the read failed. step < steps().
    std::optional<double> percent(std::size_t step) const;
    // The settings in effect at the last step, with its snooze; the defaults of a recording of nothing.
    pressure::ControlConfig lastConfig() const;

    // For replay/ only.
    const RecordingData &data() const { return *m_data; }

private:
    friend class RecordingBuilder;
    explicit Recording(std::shared_ptr<const RecordingData> data);

    std::shared_ptr<const RecordingData> m_data;
};

// Makes a recording of the journal's records, in the order in which journal::readJournal visits them. One
// thread, not the GUI's: a step takes about a tenth of a microsecond. Never blocks.
class RecordingBuilder
{
public:
    // 11 hours of the fastest samples, 11 days of the slowest: 25 MB, or 113 MB if counters move in each
    // step.
    static constexpr std::size_t defaultMostSteps = 1'000'000;

    // mostSteps, at least 4: with more, the oldest quarter is dropped, up to a snapshot.
    explicit RecordingBuilder(std::size_t mostSteps = defaultMostSteps);
    ~RecordingBuilder();
    RecordingBuilder(RecordingBuilder &&) noexcept;
    RecordingBuilder &operator=(RecordingBuilder &&) noexcept;

    void add(const journal::Record &record);
    std::size_t droppedSteps() const;
    // What was added so far; the builder continues. Copies it: about a millisecond for a day of one sample a
    // second.
    Recording soFar() const;
    // The same without a copy; the builder is empty afterwards.
    Recording take();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

struct ReadRecording
{
    Recording recording;
    journal::ReadSummary read;
    std::size_t droppedSteps = 0; // the oldest ones, because there were more than mostSteps
};

// Not in the GUI's thread: blocks on disk. The recording begins at the last snapshot before the range, so
// that a replay can start.
ReadRecording readRecording(const std::string &folder, const journal::WallRange &range,
                            std::size_t mostSteps = RecordingBuilder::defaultMostSteps);

} // namespace manometer::insight
