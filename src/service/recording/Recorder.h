// SPDX-License-Identifier: GPL-3.0-or-later
//
// Writes the journal (the control loop's inputs), the history's tiers and the event log to one directory,
// which a lock reserves for one process. Bounded queues and a thread of its own: no caller waits for the
// disk. If the disk is slow, full or missing, records that do not fit are dropped and counted; a
// RecordingEvent reports the begin and the end of the failure, and recording resumes by itself. The
// destructor writes what is queued and joins the thread.
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
#include <string>

namespace manometer::service {

class EventSink;
class History;

struct RecorderSetup
{
    using Milliseconds = std::chrono::milliseconds;

    QString directory; // created with mode 0700 if it does not exist
    // A replay begins at a snapshot of the whole state, about 1 KiB: every ten minutes that is a twentieth of
    // the samples' size at rest.
    Milliseconds snapshotInterval{600'000};
    Milliseconds segmentSpan{3'600'000}; // the unit in which old parts of the journal are deleted
    Milliseconds journalSpan{86'400'000};
    // A day at rest is about 3 MiB, one at 25 samples a second about 56.
    quint64 journalCapBytes = 64u << 20;
    Milliseconds writeInterval{1'000};    // the most that a killed program loses
    Milliseconds historyInterval{10'000}; // the same for the history's tiers
    Milliseconds syncInterval{60'000};    // the most that a power cut loses
    // After a failed write, and while another process holds the directory. Recording resumes within two
    // seconds after the disk has room again: it needs the next sample and a snapshot to continue from.
    Milliseconds retryInterval{500};
    // Twenty seconds at the fastest sampling, eight minutes at rest.
    std::size_t queuedRecords = 512;
    std::size_t queuedEvents = 1024;
    // Almost two days of a flapping machine, at two a minute. The rest of the log in memory is for this
    // run's.
    std::size_t loadedEvents = 5'000;
};

class Recorder final : public QObject
{
    Q_OBJECT
public:
    // Reports its own failures to `events`, which outlives this object, from the recorder thread, or from the
    // monitor thread when the queue is full.
    Recorder(const RecorderSetup &setup, std::shared_ptr<History> history, EventSink &events,
             QObject *parent = nullptr);
    ~Recorder() override;

    // Where a recorder of this directory has its journal, for journal::readJournal.
    static std::string journalFolder(const QString &directory);

    // Call it after connecting the signals. The thread loads saved data into `history`, emits eventsLoaded
    // and begins to write.
    void start();

    // To be called in the monitor thread, in the order of the control loop's calls, which a replay repeats.
    // They do not wait for the disk, and allocate only for a snapshot or a changed configuration.
    void begin(const pressure::ClockReading &clocks, const pressure::ControlConfig &config,
               const pressure::ControlState &state);
    // The arguments of pressure::step and the resulting state. `clocks` are the sample's, or the current ones
    // after a failed read. A configuration that differs from the previous one is recorded first.
    void step(const pressure::ControlInput &input, const pressure::ClockReading &clocks,
              const pressure::ControlConfig &config, const pressure::ControlState &after);
    // The arguments of pressure::withReceipt.
    void receipt(const pressure::Receipt &receipt, const pressure::ControlConfig &config);
    void end(const pressure::ClockReading &clocks); // sampling stops; begin() may follow

    // Any thread, never waits for the disk: queues a line of the event log.
    void append(const manometer::views::Event &event);

signals:
    // Emitted once, in the recorder thread: the events of earlier runs, oldest first.
    void eventsLoaded(const QList<manometer::views::Event> &events);

private:
    class Worker;

    void configure(const pressure::ControlConfig &config);
    void snapshot(journal::SnapshotCause cause, const pressure::ClockReading &clocks,
                  const pressure::ControlConfig &config, const pressure::ControlState &state);
    void resume(const pressure::ClockReading &clocks, const pressure::ControlConfig &config,
                const pressure::ControlState &after);
    void drop();

    EventSink &m_events;
    // The monitor's thread.
    const std::chrono::milliseconds m_snapshotInterval;
    const std::size_t m_resumeRoom;
    pressure::ControlConfig m_config; // as last recorded
    pressure::MonotonicTime m_snapshotAt{};
    quint64 m_missing = 0; // since the last record
    quint64 m_lost = 0;    // since the loss was last reported
    bool m_lossReported = false;
    std::unique_ptr<Worker> m_worker;
};

} // namespace manometer::service
