// SPDX-License-Identifier: GPL-3.0-or-later
//
// The views of a recording that show what happened: samples and events. They emit nothing. In the backend's
// thread; nothing blocks.
#pragma once

#include "views/EventView.h"
#include "views/MonitorView.h"
#include "views/RecordingView.h"

namespace manometer::recorded {

struct Session;

class RecordedMonitor final : public views::MonitorView
{
    Q_OBJECT
public:
    explicit RecordedMonitor(const Session &session);

    views::MonitorStatus status() const override { return m_status; } // at the end
    QFuture<views::SampleRecords> samples(const views::TimeRange &range) const override;
    QFuture<void> snooze(double sharePercent, std::chrono::milliseconds duration) override;
    QFuture<quint64> rehearse(const views::RehearsalRequest &request) override;
    QFuture<void> stopRehearsal(const QByteArray &actor) override;
    QFuture<pressure::SourceReport> sources() const override;
    QFuture<views::MemoryHolding> holders() const override;

private:
    views::MonitorStatus m_status;
    views::SampleRecords m_samples;
};

class RecordedEvents final : public views::EventView
{
    Q_OBJECT
public:
    explicit RecordedEvents(const QList<views::Event> &events)
        : m_events(events)
    {}

    QFuture<QList<views::Event>> events(quint64 firstPosition, qsizetype count) const override;
    QFuture<void> note(const views::NoteEvent &note) override;

private:
    QList<views::Event> m_events; // their positions count from 1
};

// A recording of a recording is its file, whatever range is asked for.
class RecordedFile final : public views::RecordingView
{
    Q_OBJECT
public:
    explicit RecordedFile(QByteArray file)
        : m_file(std::move(file))
    {}

    QFuture<QByteArray> recording(const views::TimeRange &range, views::FileNames names) override;

private:
    QByteArray m_file;
};

} // namespace manometer::recorded
