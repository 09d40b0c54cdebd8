// SPDX-License-Identifier: GPL-3.0-or-later
//
// Records which processes used the memory when the level changed or the limit was cut, as a ProcessesEvent. A
// thread of its own reads /proc, which takes milliseconds to a second, once the cut is over: neither a sample
// nor a cut waits for it. observe() may be called from any thread; it neither blocks nor allocates. All
// causes until a reading begins result in one event, so that a storm of them costs one reading in each
// interval.
#pragma once

#include "views/Event.h"

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

namespace manometer::service {

class EventSink;

// What a reading is about: all causes that were added, as one moment.
struct ProcessMoment
{
    views::ProcessesEvent event{}; // without processes
    bool hasLevel = false;         // false: only a cut

    // False if the event causes no reading: it is neither a change of the level nor a cut.
    bool add(const views::Event &cause);
};

// The moment with its processes; empty if there are none, as in a rehearsal. Blocks on reading /proc.
std::optional<views::ProcessesEvent> withProcesses(views::ProcessesEvent moment, const std::string &procRoot);

struct ProcessIntervals
{
    // Until the cut that belongs to a level is over, usually; its action becomes part of the same event.
    std::chrono::milliseconds settle{100};
    // Between two readings because of levels: a rise through several levels is one or two moments.
    std::chrono::milliseconds levels{2'000};
    // The same because of a cut alone: under lasting pressure there may be one a second.
    std::chrono::milliseconds cuts{30'000};
};

class ProcessRecorder
{
public:
    // Reports to `events`, which outlives this object. In a rehearsal without processes it reports nothing.
    ProcessRecorder(EventSink &events, std::string procRoot, const ProcessIntervals &intervals = {});
    ~ProcessRecorder();
    ProcessRecorder(const ProcessRecorder &) = delete;
    ProcessRecorder &operator=(const ProcessRecorder &) = delete;

    // Call for every event of the run; only changes of the level and cuts cause a reading.
    void observe(const views::Event &event);
    // Drops what is pending and joins the thread, after a reading that runs. observe() then does nothing.
    void stop();

private:
    using Time = std::chrono::steady_clock::time_point;

    Time dueAt() const;
    void work();

    EventSink &m_events;
    const std::string m_procRoot;
    const ProcessIntervals m_intervals;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::optional<ProcessMoment> m_pending; // guarded by m_mutex, like the following
    Time m_pendingSince{};
    std::optional<Time> m_lastReading;
    bool m_stopping = false;
    std::thread m_thread;
};

} // namespace manometer::service
