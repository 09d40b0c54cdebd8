// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/recording/Recorder.h"

#include "service/recording/EventSink.h"
#include "service/recording/RecorderWorker.h"

#include <QFile>

#include <cerrno>
#include <utility>

namespace manometer::service {

using namespace views;

using journal::Record;
using journal::SnapshotCause;

namespace {

template<typename Kind>
std::unique_ptr<Record> recordOf(Kind kind)
{
    return std::make_unique<Record>(std::move(kind));
}

} // namespace

Recorder::Recorder(const RecorderSetup &setup, std::shared_ptr<History> history, EventSink &events,
                   QObject *parent)
    : QObject(parent)
    , m_events(events)
    , m_snapshotInterval(setup.snapshotInterval)
    , m_resumeRoom(setup.queuedRecords / 2)
    , m_worker(std::make_unique<Worker>(*this, setup, std::move(history)))
{}

std::string Recorder::journalFolder(const QString &directory)
{
    return QFile::encodeName(directory).toStdString() + "/journal";
}

Recorder::~Recorder() = default;

void Recorder::start()
{
    m_worker->start();
}

void Recorder::append(const Event &event)
{
    m_worker->append(event);
}

void Recorder::begin(const pressure::ClockReading &clocks, const pressure::ControlConfig &config,
                     const pressure::ControlState &state)
{
    if (m_missing > 0 || m_worker->room() < 1)
        drop();
    else
        snapshot(SnapshotCause::Begun, clocks, config, state);
}

void Recorder::step(const pressure::ControlInput &input, const pressure::ClockReading &clocks,
                    const pressure::ControlConfig &config, const pressure::ControlState &after)
{
    if (m_missing > 0 || m_worker->takeSnapshotRequest()) {
        resume(clocks, config, after);
        return;
    }
    const bool due = clocks.monotonic - m_snapshotAt >= m_snapshotInterval;
    const bool other = config != m_config;
    // This thread is the only producer: the room found here remains.
    if (m_worker->room() < 1U + (due ? 1 : 0) + (other ? 1 : 0)) {
        drop();
        return;
    }
    if (other)
        configure(config);
    m_worker->push(journal::Stepped{.input = input, .clocks = clocks});
    if (due)
        snapshot(SnapshotCause::Periodic, clocks, config, after);
}

void Recorder::receipt(const pressure::Receipt &receipt, const pressure::ControlConfig &config)
{
    const bool other = config != m_config;
    if (m_missing > 0 || m_worker->room() < 1U + (other ? 1 : 0)) {
        drop();
        return;
    }
    if (other)
        configure(config);
    m_worker->push(recordOf(journal::Received{receipt}));
}

void Recorder::end(const pressure::ClockReading &clocks)
{
    if (m_missing > 0 || m_worker->room() < 1)
        drop();
    else
        m_worker->push(recordOf(journal::Ended{clocks}));
}

void Recorder::configure(const pressure::ControlConfig &config)
{
    m_worker->push(recordOf(journal::Configured{config}));
    m_config = config;
}

void Recorder::snapshot(SnapshotCause cause, const pressure::ClockReading &clocks,
                        const pressure::ControlConfig &config, const pressure::ControlState &state)
{
    m_worker->push(
        recordOf(journal::Snapshot{.cause = cause, .clocks = clocks, .config = config, .state = state}));
    m_snapshotAt = clocks.monotonic;
    m_config = config;
}

// The step itself cannot be replayed: it counts as missing, and the replay continues at the state after it.
void Recorder::resume(const pressure::ClockReading &clocks, const pressure::ControlConfig &config,
                      const pressure::ControlState &after)
{
    // Resume only with half the queue free; otherwise it would fill up and be reported again every few
    // samples.
    if (m_worker->room() < m_resumeRoom) {
        drop();
        return;
    }
    m_worker->push(recordOf(journal::Missing{.dropped = std::exchange(m_missing, 0) + 1}));
    snapshot(SnapshotCause::Resumed, clocks, config, after);
    if (m_lossReported)
        m_events.report(RecordingEvent{
            .file = m_worker->journalFolder(), .detail = {}, .dropped = std::exchange(m_lost, 0)});
    m_lossReported = false;
}

void Recorder::drop()
{
    ++m_missing;
    ++m_lost;
    if (std::exchange(m_lossReported, true))
        return;
    m_events.report(RecordingEvent{
        .file = m_worker->journalFolder(), .detail = qt_error_string(ENOBUFS), .dropped = m_lost});
}

} // namespace manometer::service
