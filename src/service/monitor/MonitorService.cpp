// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/monitor/MonitorService.h"

#include "pressure/source/MemoryHolders.h"

#include <QCoreApplication>
#include <QtConcurrent>

namespace manometer::service {

MonitorService::MonitorService(std::unique_ptr<pressure::MemorySource> source, const MonitorConfig &config,
                               MonitorPeers peers, QObject *parent)
    : MonitorView(parent)
    , m_history(peers.history)
    , m_examineSources(peers.examineSources)
    , m_procRoot(peers.procRoot)
    , m_monitor(new MemoryMonitor(std::move(source), config, std::move(peers), *m_history))
{
    m_status.thresholds = config.control.thresholds;
    m_status.configured = m_status.ceiling = m_status.limit = config.control.limit.configured;
    m_status.basisChoice = config.control.basis;
    m_status.adapting = config.control.adaptation == pressure::Adaptation::On;
    m_thread.setObjectName(QStringLiteral("monitor"));
    m_monitor->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_monitor, &QObject::deleteLater);
    // All of these cross from the monitor thread to ours, but for happened().
    connect(m_monitor, &MemoryMonitor::sampled, this, &MonitorView::sampled);
    connect(m_monitor, &MemoryMonitor::statusChanged, this, [this](const MonitorStatus &status) {
        m_status = status;
        emit statusChanged(status);
    });
    connect(m_monitor, &MemoryMonitor::levelChanged, this, [this](Level from, Level to) {
        emit levelLeft(from);
        emit levelEntered(to);
        emit levelChanged(from, to);
    });
    connect(m_monitor, &MemoryMonitor::happened, this, &MonitorService::happened, Qt::DirectConnection);
    m_thread.start();
}

MonitorService::~MonitorService()
{
    m_thread.quit();
    m_thread.wait();
}

void MonitorService::start()
{
    if (std::exchange(m_running, true))
        return;
    QMetaObject::invokeMethod(m_monitor, &MemoryMonitor::start, Qt::QueuedConnection);
}

void MonitorService::stop()
{
    if (!std::exchange(m_running, false))
        return;
    QMetaObject::invokeMethod(m_monitor, &MemoryMonitor::stop, Qt::QueuedConnection);
}

void MonitorService::setConfig(const MonitorConfig &config)
{
    QMetaObject::invokeMethod(
        m_monitor, [monitor = m_monitor, config] { monitor->setConfig(config); }, Qt::QueuedConnection);
}

void MonitorService::hearReceiptsOf(const Relief &relief)
{
    connect(&relief, &Relief::settled, m_monitor, &MemoryMonitor::noteReceipt);
}

void MonitorService::snooze(double sharePercent, std::chrono::milliseconds duration)
{
    QMetaObject::invokeMethod(
        m_monitor, [monitor = m_monitor, sharePercent, duration] { monitor->snooze(sharePercent, duration); },
        Qt::QueuedConnection);
}

QFuture<pressure::SourceReport> MonitorService::sources() const
{
    return QtConcurrent::run(
        [examine = m_examineSources] { return examine ? examine() : pressure::SourceReport{}; });
}

QFuture<MemoryHolding> MonitorService::holders() const
{
    return QtConcurrent::run([procRoot = m_procRoot] {
        MemoryHolding holding{.processes = {}, .ownPid = QCoreApplication::applicationPid()};
        for (const pressure::ProcessMemory &process : pressure::withProportionalSets(
                 pressure::largestHolders(MemoryHolding::most, procRoot), procRoot))
            holding.processes.append({.name = QByteArray::fromStdString(process.name),
                                      .pid = process.pid,
                                      .rssBytes = process.rssBytes,
                                      .pssBytes = process.pssBytes});
        return holding;
    });
}

QFuture<SampleRecords> MonitorService::samples(const TimeRange &range) const
{
    return QtConcurrent::run([history = m_history, range] {
        history->waitForPast(pastPatience);
        return history->in(range);
    });
}

} // namespace manometer::service
