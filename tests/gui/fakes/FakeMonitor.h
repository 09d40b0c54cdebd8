// SPDX-License-Identifier: GPL-3.0-or-later
//
// A monitor without a machine.
#pragma once

#include "views/Failure.h"
#include "views/MonitorView.h"

#include <QList>

namespace manometer::gui {

class FakeMonitor final : public views::MonitorView
{
public:
    views::MonitorStatus now;
    views::SampleRecords past;

    views::MonitorStatus status() const override { return now; }
    mutable int samplesAsked = 0;
    QFuture<views::SampleRecords> samples(const views::TimeRange &) const override
    {
        ++samplesAsked;
        return views::answered(past);
    }
    QFuture<pressure::SourceReport> sources() const override { return views::answered(report); }
    QFuture<views::MemoryHolding> holders() const override
    {
        ++holdersAsked;
        return views::answered(holding);
    }
    views::MemoryHolding holding;
    mutable int holdersAsked = 0;
    pressure::SourceReport report;
    QFuture<void> snooze(double sharePercent, std::chrono::milliseconds duration) override
    {
        snoozes.append({sharePercent, duration});
        return views::done();
    }
    QList<std::pair<double, std::chrono::milliseconds>> snoozes;
    QFuture<quint64> rehearse(const views::RehearsalRequest &request) override
    {
        if (!rehearsalRefusal.isEmpty())
            return views::failed<quint64>(views::Failure::Kind::Refused, rehearsalRefusal);
        rehearsals.append(request);
        return views::answered<quint64>(static_cast<quint64>(rehearsals.size()));
    }
    QFuture<void> stopRehearsal(const QByteArray &) override
    {
        ++rehearsalStops;
        return views::done();
    }
    QList<views::RehearsalRequest> rehearsals;
    int rehearsalStops = 0;
    QString rehearsalRefusal;

    void sample(const views::SampleRecord &record)
    {
        if (!record.gap)
            now.latest = record;
        now.percent = now.latest.systemUsedPercent;
        emit sampled(record);
        emit statusChanged(now);
    }
};

} // namespace manometer::gui
