// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/scan/Scan.h"

#include "service/scan/ScanWorker.h"
#include "views/Failure.h"

namespace manometer::service {

using namespace views;

Scan::Scan(cache::Cache &cache, EventSink &events, const ScanSetup &setup, QObject *parent)
    : ScanView(parent)
    , m_worker(new ScanWorker(cache, events, setup))
{
    m_thread.setObjectName(QStringLiteral("scan"));
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    connect(m_worker, &ScanWorker::progressed, this, [this](const ScanProgress &progress) {
        m_progress = progress;
        emit progressed(progress);
    });
    connect(m_worker, &ScanWorker::failed, this, [this](const ScanFailure &failure) {
        if (m_failures.size() == failuresKept)
            m_failures.removeFirst();
        m_failures.append(failure);
        emit failed(failure);
    });
    connect(m_worker, &ScanWorker::finished, this, [this](const ScanProgress &progress) {
        m_progress = progress;
        emit progressed(progress);
        emit finished(progress);
    });
    m_thread.start();
}

Scan::~Scan()
{
    cancel();
    // Queued after the cancel: a direct quit() could end the thread before it has handled and reported that.
    QMetaObject::invokeMethod(
        m_worker, [thread = &m_thread] { thread->quit(); }, Qt::QueuedConnection);
    m_thread.wait();
}

QFuture<void> Scan::refuse()
{
    return views::failed<void>(Failure::Kind::Refused, QStringLiteral("a scan is running"));
}

QFuture<void> Scan::start(const QByteArray &folder)
{
    if (m_progress.running)
        return refuse();
    ScanProgress progress;
    progress.folder = folder;
    begin(progress);
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, folder] { worker->start(folder); }, Qt::QueuedConnection);
    return done();
}

QFuture<void> Scan::readAgain(cache::EntryId entry)
{
    if (m_progress.running)
        return refuse();
    ScanProgress progress;
    progress.oneFile = true;
    progress.counting = false;
    progress.found = 1;
    begin(progress);
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, entry] { worker->readAgain(entry); }, Qt::QueuedConnection);
    return done();
}

void Scan::begin(const ScanProgress &progress)
{
    m_failures.clear();
    m_progress = progress;
    m_progress.running = true;
    emit progressed(m_progress);
}

void Scan::cancel()
{
    m_worker->requestCancel();
}

} // namespace manometer::service
