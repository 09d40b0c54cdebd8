// SPDX-License-Identifier: GPL-3.0-or-later
//
// A control loop that is recorded, what the recorder says of it, and the comparison with what is replayed.
#pragma once

#include "journal/InputGenerator.h"
#include "journal/Replay.h"
#include "service/Clock.h"
#include "service/recording/History.h"
#include "service/recording/Recorder.h"

#include <QElapsedTimer>

#include <mutex>

namespace manometer::service {

using namespace std::chrono_literals;

inline RecorderSetup impatient(const QString &directory)
{
    RecorderSetup setup;
    setup.directory = directory;
    setup.writeInterval = 2ms;
    setup.historyInterval = 5ms;
    setup.retryInterval = 20ms;
    return setup;
}

// A queue that no pause of the recorder's thread fills, where that is not what is tested.
inline RecorderSetup patient(const QString &directory)
{
    RecorderSetup setup = impatient(directory);
    setup.queuedRecords = 100'000;
    return setup;
}

// A monitor in miniature: the loop that is recorded, and what it decided.
class Loop
{
public:
    explicit Loop(unsigned seed)
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

struct Compared
{
    std::size_t steps = 0;
    bool equal = true;
    journal::ReplaySummary summary;
};

inline Compared compare(const QString &directory, const Loop &loop)
{
    Compared compared;
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

// What the recorder says, from whichever thread.
class Listener
{
public:
    explicit Listener(const Recorder &recorder)
    {
        QObject::connect(
            &recorder, &Recorder::happened, &recorder,
            [this](const Event &event) {
                const std::lock_guard lock(m_mutex);
                m_heard.append(std::get<RecordingEvent>(event.what));
            },
            Qt::DirectConnection);
    }
    QList<RecordingEvent> heard() const
    {
        const std::lock_guard lock(m_mutex);
        return m_heard;
    }

private:
    mutable std::mutex m_mutex;
    QList<RecordingEvent> m_heard;
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
