// SPDX-License-Identifier: GPL-3.0-or-later
//
// A control loop that feeds a recorder, a spy for the recorder's events, and a comparison with the replay.
#pragma once

#include "journal/InputGenerator.h"
#include "journal/Replay.h"
#include "service/Clock.h"
#include "service/recording/EventSink.h"
#include "service/recording/History.h"
#include "service/recording/Recorder.h"

#include <QElapsedTimer>

#include <mutex>

namespace manometer::service {

using namespace views;

using namespace std::chrono_literals;

inline RecorderSetup shortIntervals(const QString &directory)
{
    RecorderSetup setup;
    setup.directory = directory;
    setup.writeInterval = 2ms;
    setup.historyInterval = 5ms;
    setup.retryInterval = 20ms;
    return setup;
}

// For tests without a full queue: large enough for any pause of the recorder thread.
inline RecorderSetup largeQueue(const QString &directory)
{
    RecorderSetup setup = shortIntervals(directory);
    setup.queuedRecords = 100'000;
    return setup;
}

// Runs a scripted control loop, records it and keeps its states for the comparison.
class ControlLoopFixture
{
public:
    explicit ControlLoopFixture(unsigned seed)
        : m_inputs(seed)
        , m_config(m_inputs.config())
    {}
    void begin(Recorder &recorder) { recorder.begin(m_inputs.clocks(), m_config, m_state); }
    void run(Recorder &recorder, int steps)
    {
        for (int i = 0; i < steps; ++i) {
            const auto input = m_inputs.next();
            if (input.receiptBefore) {
                m_state = pressure::withReceipt(m_state, *input.receiptBefore, m_config);
                recorder.receipt(*input.receiptBefore, m_config);
            }
            m_config = m_inputs.config();
            m_state = pressure::step(m_state, input.step, m_config).state;
            QElapsedTimer timer;
            timer.start();
            recorder.step(input.step, input.clocks, m_config, m_state);
            slowestNanoseconds = std::max(slowestNanoseconds, timer.nsecsElapsed());
            states.push_back(m_state);
            clocks.push_back(input.clocks);
        }
    }
    void end(Recorder &recorder) { recorder.end(m_inputs.clocks()); }

    std::vector<pressure::ControlState> states;
    std::vector<pressure::ClockReading> clocks;
    qint64 slowestNanoseconds = 0;

private:
    test::InputGenerator m_inputs;
    pressure::ControlConfig m_config;
    pressure::ControlState m_state;
};

struct ReplayComparison
{
    std::size_t steps = 0;
    bool equal = true;
    journal::ReplaySummary summary;
};

inline ReplayComparison compareWithReplay(const QString &directory, const ControlLoopFixture &loop)
{
    ReplayComparison compared;
    std::size_t at = 0;
    compared.summary = journal::replay(
        (directory + QStringLiteral("/journal")).toStdString(), {}, [&](const journal::ReplayedStep &step) {
            while (at < loop.clocks.size() && !(loop.clocks[at] == step.stepped.clocks))
                ++at;
            compared.equal = compared.equal && at < loop.clocks.size() && loop.states[at] == step.step.state;
            ++compared.steps;
        });
    return compared;
}

// Records the recorder's events from any thread.
class RecordingSpy
{
public:
    explicit RecordingSpy(const EventSink &sink)
    {
        QObject::connect(
            &sink, &EventSink::reported, &sink,
            [this](const Event &event) {
                const std::lock_guard lock(m_mutex);
                m_events.append(std::get<RecordingEvent>(event.what));
            },
            Qt::DirectConnection);
    }
    QList<RecordingEvent> events() const
    {
        const std::lock_guard lock(m_mutex);
        return m_events;
    }

private:
    mutable std::mutex m_mutex;
    QList<RecordingEvent> m_events;
};

inline SampleRecord sampleAt(const pressure::ClockReading &clocks, double percent)
{
    SampleRecord record;
    record.wallMs = toMs(clocks.wall);
    record.monotonicMs = std::chrono::duration_cast<std::chrono::milliseconds>(clocks.sinceBoot).count();
    record.systemUsedPercent = percent;
    return record;
}

} // namespace manometer::service
