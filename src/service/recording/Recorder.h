// SPDX-License-Identifier: GPL-3.0-or-later
//
// Remembers on disk: the journal (what went into the control loop), the history's tiers and the event log, in
// one directory that one program at a time may write. What is handed in goes into bounded queues and is
// written by a thread of the recorder's own: no caller ever waits for a disk. What does not fit because the
// disk is slow, full or gone is dropped, counted and said once, by a RecordingEvent, and once more when it is
// over; recording goes on by itself. The destructor writes what is queued and joins the thread.
#pragma once

#include "journal/Journal.h"
#include "pressure/Clock.h"
#include "pressure/control/Control.h"
#include "views/Event.h"

#include <QList>
#include <QObject>
#include <QString>

#include <chrono>
#include <memory>

namespace manometer::service {

class History;

struct RecorderSetup
{
    using Milliseconds = std::chrono::milliseconds;

    QString directory; // made, with mode 0700, where there is none
    // A replay begins at a snapshot of the whole state. One has about 1 KiB: every ten minutes it is a
    // twentieth of what the samples at rest take.
    Milliseconds snapshotInterval{600'000};
    Milliseconds segmentSpan{3'600'000}; // what is deleted at a time when the journal has grown old
    Milliseconds journalSpan{86'400'000};
    // A day at rest is about 3 MiB, one at 25 samples a second about 56.
    quint64 journalCapBytes = 64u << 20;
    Milliseconds writeInterval{1'000};    // what a killed program may lose
    Milliseconds historyInterval{10'000}; // the same, of the chart's tiers
    Milliseconds syncInterval{60'000};    // what a power cut may lose
    // After a failed write, and while another program has the directory: with the next sample, and the
    // snapshot that the journal goes on at, recording resumes within two seconds of room on the disk.
    Milliseconds retryInterval{500};
    // Twenty seconds at the fastest sampling, eight minutes at rest.
    std::size_t queuedRecords = 512;
    std::size_t queuedEvents = 1024;
    // Two a minute, as on a flapping machine: almost two days. The log in memory keeps room for this run's.
    std::size_t loadedEvents = 5'000;
};

class Recorder final : public QObject
{
    Q_OBJECT
public:
    Recorder(const RecorderSetup &setup, std::shared_ptr<History> history, QObject *parent = nullptr);
    ~Recorder() override;

    // Once the signals are connected: the saved is read into `history`, eventsLoaded comes, writing begins.
    void start();

    // All of these in one thread, the monitor's. They wait for nobody, and allocate only where a snapshot or
    // another configuration is taken. Calls in the order of what they tell: a replay repeats it.
    void begin(const pressure::ClockReading &clocks, const pressure::ControlConfig &config,
               const pressure::ControlState &state);
    // What was given to pressure::step and what state came of it. `clocks` are the sample's own, or now's
    // where the read failed. A configuration that differs from the one before is recorded by itself.
    void step(const pressure::ControlInput &input, const pressure::ClockReading &clocks,
              const pressure::ControlConfig &config, const pressure::ControlState &after);
    // What was given to pressure::withReceipt, with the configuration of the step before or this one.
    void receipt(const pressure::Receipt &receipt, const pressure::ControlConfig &config);
    void end(const pressure::ClockReading &clocks); // sampling stops; begin() may follow

    // Any thread, never waits: a line in the event log, with an id of its own.
    void append(const manometer::views::Event &event);

signals:
    // From the recorder's thread, or from the one that found the queue full.
    void happened(const manometer::views::Event &event);
    // From the recorder's thread, once: what earlier runs have logged, oldest first, ids not set yet.
    void eventsLoaded(const QList<manometer::views::Event> &events);

private:
    class Worker;

    void configure(const pressure::ControlConfig &config);
    void snapshot(journal::SnapshotCause cause, const pressure::ClockReading &clocks,
                  const pressure::ControlConfig &config, const pressure::ControlState &state);
    void resume(const pressure::ClockReading &clocks, const pressure::ControlConfig &config,
                const pressure::ControlState &after);
    void drop();

    // The monitor's thread.
    const std::chrono::milliseconds m_snapshotInterval;
    const std::size_t m_resumeRoom;
    pressure::ControlConfig m_config; // the one recorded last
    pressure::MonotonicTime m_snapshotAt{};
    quint64 m_missing = 0; // since the last record
    quint64 m_lost = 0;    // since it was said that records are lost
    bool m_lossReported = false;
    std::unique_ptr<Worker> m_worker;
};

} // namespace manometer::service
