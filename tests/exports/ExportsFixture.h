// SPDX-License-Identifier: GPL-3.0-or-later
//
// Exports on a scripted monitor, an event log and a cache of their own.
#pragma once

#include "exports/Exports.h"
#include "gui/fakes/FakeRecordings.h"
#include "service/entries/LocalCache.h"
#include "service/recording/EventLog.h"
#include "service/recording/EventSink.h"
#include "views/Failure.h"

#include <QFile>
#include <QPromise>
#include <QTemporaryDir>

#include <memory>

namespace manometer::exports {

using namespace views;

class FakeMonitor final : public MonitorView
{
public:
    std::shared_ptr<QPromise<SampleRecords>> past = std::make_shared<QPromise<SampleRecords>>();

    MonitorStatus status() const override { return {}; }
    QFuture<SampleRecords> samples(const TimeRange &) const override { return past->future(); }
    QFuture<void> snooze(double, std::chrono::milliseconds) override { return done(); }
    QFuture<quint64> rehearse(const RehearsalRequest &) override { return {}; }
    QFuture<void> stopRehearsal(const QByteArray &) override { return done(); }
    QFuture<pressure::SourceReport> sources() const override { return {}; }
    QFuture<MemoryHolding> holders() const override { return {}; }
    void emitSample(int second)
    {
        SampleRecord record;
        record.monotonicMs = second * 1000;
        record.wallMs = 1'795'420'797'000 + second * 1000;
        record.systemUsedPercent = 50;
        emit sampled(record);
    }
};

struct ExportsFixture
{
    QTemporaryDir folder;
    FakeMonitor monitor;
    service::EventSink sink;
    service::EventLog events{sink};
    gui::FakeRecordings recordings;
    std::unique_ptr<service::LocalCache> view;
    cache::Cache *cache = nullptr;
    std::unique_ptr<Exports> exports;

    ExportsFixture()
    {
        cache::Options options;
        options.directory = folder.filePath(QStringLiteral("cache")).toStdString();
        auto opened = cache::Cache::open(options);
        view = std::make_unique<service::LocalCache>(std::move(*opened), options.memory, sink);
        cache = &view->engine();
        monitor.past->start();
        exports = std::make_unique<Exports>(
            Views{.monitor = &monitor, .cache = view.get(), .events = &events, .recordings = &recordings});
    }
    QString file(const char *name) const { return folder.filePath(QString::fromLatin1(name)); }
    QByteArray contents(const char *name) const
    {
        QFile opened(file(name));
        return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray("?");
    }
};

} // namespace manometer::exports
