// SPDX-License-Identifier: GPL-3.0-or-later
//
// A backend with the means to change its world: the window's fakes, the backend of this machine in a
// temporary folder, with a pretended /proc, or the same in another thread, served by its API to a
// RemoteBackend.
#pragma once

#include "api/Api.h"
#include "gui/FakeViews.h"
#include "remote/RemoteBackend.h"
#include "service/LocalBackend.h"
#include "support/FakeProc.h"
#include "support/Files.h"

#include <QDir>
#include <QFile>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

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

// What both have in common that a real monitor, scan and store are behind.
class RealFixture : public BackendFixture
{
public:
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

protected:
    service::BackendSetup setup() const
    {
        return {.cacheDirectory = m_folder.path().toUtf8() + "/cache",
                .stateDirectory = m_folder.path() + QStringLiteral("/state"),
                .settingsFile = m_folder.path() + QStringLiteral("/config/settings.json"),
                .procRoot = m_proc.root(),
                .sysRoot = {}};
    }

    FakeProc m_proc;
    Folder m_folder;

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
};

class LocalFixture final : public RealFixture
{
public:
    LocalFixture()
    {
        auto opened = service::LocalBackend::open(setup());
        if (!m_proc.setUsed(42) || !opened)
            return;
        m_backend = std::move(*opened);
        m_backend->start();
    }
    views::Views views() override { return m_backend ? m_backend->views() : views::Views{}; }
    bool endScan() override
    {
        return QTest::qWaitFor([&] { return !views().scan->progress().running; }, 30'000);
    }

private:
    std::unique_ptr<service::LocalBackend> m_backend;
};

// The backend of this machine and its API, in a thread of its own, as in another process: the test may wait
// for a future without an event loop.
class ServingThread final : public QThread
{
public:
    explicit ServingThread(service::BackendSetup setup, const QString &folder)
        : m_setup(std::move(setup))
        , m_folder(folder)
    {
        start();
        m_isReady.acquire();
    }
    ~ServingThread() override
    {
        quit();
        wait();
    }
    QByteArray socket() const { return m_socket; } // empty: it could not start

private:
    void run() override
    {
        api::EventFeed feed;
        m_setup.receiveEvent = [&feed](const views::Event &event) { feed.publish(event); };
        const auto backend = service::LocalBackend::open(m_setup);
        if (backend) {
            const auto door =
                api::Api::open({.views = (*backend)->views(),
                                .entries = &(*backend)->entryAccess(),
                                .report = [&backend](const auto &action) { (*backend)->report(action); },
                                .events = &feed,
                                .folder = m_folder,
                                .program = QStringLiteral("test"),
                                .cacheDirectory = m_setup.cacheDirectory});
            (*backend)->start();
            m_socket = door ? QFile::encodeName((*door)->socket()) : QByteArray();
            m_isReady.release();
            exec();
        } else {
            m_isReady.release();
        }
    }

    service::BackendSetup m_setup;
    const QString m_folder;
    QByteArray m_socket;
    QSemaphore m_isReady;
};

class RemoteFixture final : public RealFixture
{
public:
    RemoteFixture()
    {
        if (!m_proc.setUsed(42))
            return;
        m_server = std::make_unique<ServingThread>(setup(), m_folder.filePath(QStringLiteral("run")));
        remote::RemoteSetup remote{.access = remote::Access::Full};
        remote.endpoint.socketPath = m_server->socket();
        m_backend = std::make_unique<remote::RemoteBackend>(remote);
        m_finished = std::make_unique<QSignalSpy>(m_backend->views().scan, &views::ScanView::finished);
    }
    views::Views views() override
    {
        const auto isConnected = [this] {
            return m_backend->connection().state == views::Connection::State::Connected;
        };
        return m_backend && QTest::qWaitFor(isConnected, 30'000) ? m_backend->views() : views::Views{};
    }
    // The progress comes later than the answer to start().
    bool endScan() override
    {
        const bool hasEnded = QTest::qWaitFor([&] { return m_finished->size() > m_ended; }, 30'000);
        m_ended = m_finished->size();
        return hasEnded;
    }

private:
    std::unique_ptr<ServingThread> m_server;
    std::unique_ptr<remote::RemoteBackend> m_backend;
    std::unique_ptr<QSignalSpy> m_finished;
    qsizetype m_ended = 0;
};

} // namespace manometer::test
