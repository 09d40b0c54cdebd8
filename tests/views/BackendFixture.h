// SPDX-License-Identifier: GPL-3.0-or-later
//
// A backend with the means to change its world: the window's fakes, or the backend of this machine in a
// temporary folder, with a pretended /proc.
#pragma once

#include "gui/FakeViews.h"
#include "service/LocalBackend.h"
#include "support/FakeProc.h"
#include "support/Files.h"

#include <QDir>
#include <QTest>

#include <memory>

namespace manometer::test {

class BackendFixture
{
public:
    virtual ~BackendFixture() = default;

    virtual views::Views views() = 0;
    // Adds entries to the cache; they are on disk when it returns. False if that failed.
    virtual bool addEntries(int count) = 0;
    virtual bool takeSample() = 0;
    // Ends the scan that was started.
    virtual bool endScan() = 0;
};

class FakeFixture final : public BackendFixture
{
public:
    views::Views views() override { return m_fake.views(); }
    bool addEntries(int count) override
    {
        for (int i = 0; i < count; ++i) {
            views::EntryRow row;
            row.id = views::EntryId(quint64(m_fake.cache.entries.size()) + 1);
            row.exists = true;
            row.path = "/data/" + QByteArray::number(m_fake.cache.entries.size());
            row.valueBytes = 100;
            row.onDisk = true;
            m_fake.cache.entries += row;
        }
        return true;
    }
    bool takeSample() override
    {
        views::SampleRecord record;
        record.wallMs = 1'763'885'090'000 + 1000 * m_fake.monitor.past.size();
        record.monotonicMs = 1000 * (m_fake.monitor.past.size() + 1);
        record.systemUsedPercent = 42;
        m_fake.monitor.past += record;
        m_fake.monitor.sample(record);
        return true;
    }
    bool endScan() override
    {
        m_fake.scan.end(false);
        return true;
    }

private:
    gui::FakeViews m_fake;
};

class LocalFixture final : public BackendFixture
{
public:
    LocalFixture()
    {
        auto opened = service::LocalBackend::open(
            {.cacheDirectory = m_folder.path().toUtf8() + "/cache",
             .stateDirectory = m_folder.path() + QStringLiteral("/state"),
             .settingsFile = m_folder.path() + QStringLiteral("/config/settings.json"),
             .procRoot = m_proc.root(),
             .sysRoot = {}});
        if (!m_proc.setUsed(42) || !opened)
            return;
        m_backend = std::move(*opened);
        m_backend->start();
    }
    views::Views views() override { return m_backend ? m_backend->views() : views::Views{}; }
    bool addEntries(int count) override
    {
        const QByteArray folder = filesToScan(count);
        if (folder.isEmpty())
            return false;
        views().scan->start(folder);
        return endScan() &&
               QTest::qWaitFor([&] { return views().cache->summary().stats.diskEntries >= quint64(count); },
                               30'000);
    }
    bool takeSample() override
    {
        const qint64 before = views().monitor->status().latest.wallMs;
        return QTest::qWaitFor(
            [&] {
                const views::MonitorStatus status = views().monitor->status();
                return status.latest.wallMs != 0 && status.latest.wallMs != before;
            },
            30'000);
    }
    bool endScan() override
    {
        return QTest::qWaitFor([&] { return !views().scan->progress().running; }, 30'000);
    }

private:
    // Made once for all fixtures, since a scan waits until new files have settled. Empty if that failed.
    static QByteArray filesToScan(int count)
    {
        static const Folder all;
        static const bool areWritten = [] {
            for (int folder = 1; folder <= 5; ++folder) {
                const QByteArray path = all.filePath(QString::number(folder)).toUtf8();
                if (!QDir().mkpath(QString::fromUtf8(path)))
                    return false;
                for (int i = 0; i < folder; ++i)
                    if (!writeFile(path + '/' + QByteArray::number(i) + ".txt", "text"))
                        return false;
            }
            return true;
        }();
        const QString folder = all.filePath(QString::number(count));
        return areWritten && QDir(folder).exists() ? folder.toUtf8() : QByteArray();
    }

    FakeProc m_proc;
    Folder m_folder;
    std::unique_ptr<service::LocalBackend> m_backend;
};

} // namespace manometer::test
