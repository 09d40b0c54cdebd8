// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/monitor/LocalMonitor.h"

#include "service/monitor/ProcessList.h"
#include "views/Failure.h"

#include <QCoreApplication>
#include <QFile>
#include <QtConcurrent>

namespace manometer::service {

using namespace views;

namespace {

// Calls the function in the monitor thread; what it returns is the refusal, empty if there is none: then the
// answer is `value`.
template<typename T, typename... Value>
QFuture<T> askLoop(SamplingLoop *loop, std::function<QString(SamplingLoop *)> act, const Value &...value)
{
    const auto promise = std::make_shared<QPromise<T>>();
    promise->start();
    QMetaObject::invokeMethod(
        loop,
        [loop, promise, act = std::move(act), value...] {
            if (const QString refusal = act(loop); !refusal.isEmpty())
                promise->setException(Failure(Failure::Kind::Refused, refusal));
            else
                (promise->addResult(value), ...);
            promise->finish();
        },
        Qt::QueuedConnection);
    return promise->future();
}

} // namespace

LocalMonitor::LocalMonitor(std::unique_ptr<pressure::MemorySource> source,
                           const pressure::ControlConfig &config, EventSink &events, MonitorPeers peers,
                           QObject *parent)
    : MonitorView(parent)
    , m_history(peers.history)
    , m_examineSources(peers.examineSources)
    , m_procRoot(peers.procRoot)
    , m_rehearsed(peers.rehearsed)
    , m_loop(new SamplingLoop(std::move(source), config, events, std::move(peers), *m_history))
{
    m_status.thresholds = config.thresholds;
    m_status.configured = m_status.ceiling = m_status.limit = config.configured;
    m_status.basisChoice = config.tuning.basis;
    m_status.adapting = config.adaptation == pressure::Adaptation::On;
    m_thread.setObjectName(QStringLiteral("monitor"));
    m_loop->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_loop, &QObject::deleteLater);
    // Queued from the monitor thread to this one.
    connect(m_loop, &SamplingLoop::sampled, this, &MonitorView::sampled);
    connect(m_loop, &SamplingLoop::statusChanged, this, [this](const MonitorStatus &status) {
        m_status = status;
        emit statusChanged(status);
    });
    connect(m_loop, &SamplingLoop::levelChanged, this, [this](Level from, Level to) {
        emit levelLeft(from);
        emit levelEntered(to);
        emit levelChanged(from, to);
    });
    m_thread.start();
}

LocalMonitor::~LocalMonitor()
{
    m_thread.quit();
    m_thread.wait();
}

void LocalMonitor::start()
{
    if (std::exchange(m_running, true))
        return;
    QMetaObject::invokeMethod(m_loop, &SamplingLoop::start, Qt::QueuedConnection);
}

void LocalMonitor::stop()
{
    if (!std::exchange(m_running, false))
        return;
    QMetaObject::invokeMethod(m_loop, &SamplingLoop::stop, Qt::QueuedConnection);
}

void LocalMonitor::setConfig(const pressure::ControlConfig &config)
{
    QMetaObject::invokeMethod(
        m_loop, [loop = m_loop, config] { loop->setConfig(config); }, Qt::QueuedConnection);
}

void LocalMonitor::connectReceipts(const Relief &relief)
{
    connect(&relief, &Relief::settled, m_loop, &SamplingLoop::applyReceipt);
    connect(&relief, &Relief::rehearsed, m_loop, &SamplingLoop::applyRehearsedCut);
}

QFuture<void> LocalMonitor::snooze(double sharePercent, std::chrono::milliseconds duration)
{
    QMetaObject::invokeMethod(
        m_loop, [loop = m_loop, sharePercent, duration] { loop->snooze(sharePercent, duration); },
        Qt::QueuedConnection);
    return done();
}

QFuture<quint64> LocalMonitor::rehearse(const RehearsalRequest &request)
{
    if (const QString problem = findProblem(request); !problem.isEmpty())
        return failed<quint64>(Failure::Kind::Refused, problem);
    if (!m_rehearsed.empty())
        return failed<quint64>(
            Failure::Kind::Refused,
            QStringLiteral("this program rehearses already: its memory figures are played"));
    const quint64 id = ++m_rehearsals;
    return askLoop<quint64>(
        m_loop, [request, id](SamplingLoop *loop) { return loop->rehearse(request, id); }, id);
}

QFuture<void> LocalMonitor::stopRehearsal(const QByteArray &actor)
{
    return askLoop<void>(m_loop, [actor](SamplingLoop *loop) { return loop->stopRehearsal(actor); });
}

QFuture<pressure::SourceReport> LocalMonitor::sources() const
{
    return QtConcurrent::run(
        [examine = m_examineSources] { return examine ? examine() : pressure::SourceReport{}; });
}

QFuture<MemoryHolding> LocalMonitor::holders() const
{
    if (!m_rehearsed.empty())
        return answered(MemoryHolding{.ownPid = QCoreApplication::applicationPid(),
                                      .rehearsalFolder = QByteArray::fromStdString(m_rehearsed)});
    return QtConcurrent::run([procRoot = m_procRoot] {
        const auto largest = pressure::largestUsers(MemoryHolding::most, procRoot);
        const bool isRehearsal = procRoot != "/proc";
        if (largest.empty() && !isRehearsal)
            throw Failure(
                Failure::Kind::Impossible,
                QStringLiteral("no process can be read in %1").arg(QFile::decodeName(procRoot.c_str())));
        MemoryHolding holding{.ownPid = QCoreApplication::applicationPid()};
        for (const pressure::ProcessMemory &process : largest)
            holding.processes.append(viewOf(process));
        if (largest.empty())
            holding.rehearsalFolder = QByteArray::fromStdString(procRoot);
        return holding;
    });
}

QFuture<SampleRecords> LocalMonitor::samples(const TimeRange &range) const
{
    return QtConcurrent::run([history = m_history, range] {
        history->waitUntilLoaded(loadTimeout);
        return history->in(range);
    });
}

} // namespace manometer::service
