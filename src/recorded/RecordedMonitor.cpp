// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorded/RecordedMonitor.h"

#include "recorded/RestingViews.h"
#include "recorded/Session.h"
#include "views/Failure.h"

#include <algorithm>

namespace manometer::recorded {

using namespace views;

RecordedMonitor::RecordedMonitor(const Session &session)
    : m_status(session.status)
    , m_samples(session.samples)
{}

QFuture<SampleRecords> RecordedMonitor::samples(const TimeRange &range) const
{
    SampleRecords records;
    std::copy_if(m_samples.begin(), m_samples.end(), std::back_inserter(records),
                 [&range](const SampleRecord &record) {
                     return record.wallMs + record.bucketMs >= range.fromWallMs &&
                            record.wallMs <= range.toWallMs;
                 });
    return answered(records);
}

QFuture<void> RecordedMonitor::snooze(double, std::chrono::milliseconds)
{
    return refused<void>();
}

QFuture<quint64> RecordedMonitor::rehearse(const RehearsalRequest &)
{
    return refused<quint64>();
}

QFuture<void> RecordedMonitor::stopRehearsal(const QByteArray &)
{
    return refused<void>();
}

QFuture<pressure::SourceReport> RecordedMonitor::sources() const
{
    return refused<pressure::SourceReport>();
}

QFuture<MemoryHolding> RecordedMonitor::holders() const
{
    return refused<MemoryHolding>();
}

QFuture<QList<Event>> RecordedEvents::events(quint64 firstPosition, qsizetype count) const
{
    const auto first = static_cast<qsizetype>(
        std::min<quint64>(std::max<quint64>(firstPosition, 1) - 1, static_cast<quint64>(m_events.size())));
    return answered(m_events.mid(first, std::max<qsizetype>(count, 0)));
}

QFuture<void> RecordedEvents::note(const NoteEvent &)
{
    return refused<void>();
}

QFuture<QByteArray> RecordedFile::recording(const TimeRange &, FileNames)
{
    return answered(m_file);
}

} // namespace manometer::recorded
