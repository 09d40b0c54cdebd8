// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/scan/DemandReader.h"

#include "extract/Document.h"
#include "service/scan/DemandReaderWorker.h"
#include "service/scan/ReadingFailure.h"
#include "service/scan/SourceFile.h"

#include <algorithm>
#include <utility>

namespace manometer::service {

using namespace views;

DemandReader::DemandReader(cache::Cache &cache, SharedVolumes &volumes, const DemandReaderSetup &setup)
    : m_worker(new DemandReaderWorker(cache, volumes, setup))
{
    m_thread.setObjectName(QStringLiteral("reader"));
    m_worker->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.start();
}

DemandReader::~DemandReader()
{
    m_thread.quit();
    m_thread.wait();
}

void DemandReader::read(const QByteArray &path, Request request)
{
    QMetaObject::invokeMethod(
        m_worker,
        [worker = m_worker, path, request = std::move(request)]() mutable {
            worker->read(path, std::move(request));
        },
        Qt::QueuedConnection);
}

DemandReaderWorker::DemandReaderWorker(cache::Cache &cache, SharedVolumes &volumes,
                                       const DemandReaderSetup &setup)
    : m_cache(cache)
    , m_volumes(volumes)
    , m_setup(setup)
{}

DemandReaderWorker::~DemandReaderWorker()
{
    const QList<QByteArray> unanswered = m_requests.keys();
    for (const QByteArray &path : unanswered)
        fail(path, ScanFailure::Kind::ReaderFailed, 0, QStringLiteral("Manometer is ending"));
}

void DemandReaderWorker::makeExtractor()
{
    if (m_extractor)
        return;
    m_extractor = m_setup.makeExtractor();
    using extract::Extractor;
    connect(m_extractor.get(), &Extractor::identified, this, &DemandReaderWorker::onIdentified);
    // The reading itself reports the error.
    connect(m_extractor.get(), &Extractor::unidentified, this, [this] { onIdentified({}); });
    connect(m_extractor.get(), &Extractor::extracted, this, &DemandReaderWorker::onExtracted);
    connect(m_extractor.get(), &Extractor::failed, this, &DemandReaderWorker::onFailed);
}

void DemandReaderWorker::read(const QByteArray &path, DemandReader::Request request)
{
    auto &requests = m_requests[path];
    requests.push_back(std::move(request));
    if (requests.size() > 1)
        return; // it is being read
    const bool wasIdle = m_queue.isEmpty() && m_pending.isEmpty();
    m_queue.enqueue(path);
    makeExtractor();
    if (wasIdle && !m_isIdentifying) { // the program may have been replaced since the last reading
        m_isIdentifying = true;
        m_extractor->identify();
    } else {
        startReadings();
    }
}

void DemandReaderWorker::onIdentified(const extract::ReaderIdentity &reader)
{
    m_reader = reader;
    m_isIdentifying = false;
    startReadings();
}

void DemandReaderWorker::startReadings()
{
    while (!m_isIdentifying && !m_queue.isEmpty() && m_extractor->room() > 0)
        start(m_queue.dequeue());
}

void DemandReaderWorker::start(const QByteArray &path)
{
    const auto &requests = m_requests[path];
    if (std::none_of(requests.begin(), requests.end(), [](const auto &each) { return each.isWanted(); }))
        return fail(path, ScanFailure::Kind::ReaderFailed, 0, QStringLiteral("no client waits for it"));
    const auto facts = extract::readFileFacts(path);
    if (!facts)
        return fail(path, ScanFailure::Kind::Unreadable, facts.error().systemError);
    const std::uint64_t volume = m_volumes.of(path.constData(), static_cast<dev_t>(facts->device));
    m_pending.insert(++m_lastTicket, {.path = path, .facts = *facts, .version = versionOf(*facts, volume)});
    m_extractor->extract(m_lastTicket, path);
}

bool DemandReaderWorker::isUnchanged(const Pending &pending)
{
    const auto now = statFile(pending.path.constData(), m_volumes);
    return now && now->version == pending.version;
}

void DemandReaderWorker::onExtracted(quint64 ticket, const extract::Extraction &extraction)
{
    const Pending pending = m_pending.take(ticket);
    if (!isUnchanged(pending)) {
        fail(pending.path, ScanFailure::Kind::ChangedWhileRead);
    } else {
        const std::string document =
            extract::document(pending.facts, extraction, validityOf(pending.facts, m_setup.now()));
        store(pending, document, noteOf(pending.facts, extraction));
        answer(pending.path, {.value = document});
    }
    startReadings();
}

void DemandReaderWorker::onFailed(quint64 ticket, const extract::ExtractFailure &failure)
{
    const Pending pending = m_pending.take(ticket);
    if (extract::isLasting(failure.kind) && m_reader != extract::ReaderIdentity() && isUnchanged(pending)) {
        const std::string document =
            extract::document(m_reader, pending.facts, failure, validityOf(pending.facts, m_setup.now()));
        store(pending, document, noteOf(pending.facts, failure));
        answer(pending.path, {.value = document});
    } else {
        fail(pending.path, kindOf(failure.kind), 0, failure.detail);
    }
    startReadings();
}

void DemandReaderWorker::store(const Pending &pending, const std::string &document,
                               const cache::EntryNote &note)
{
    if (!isSettled(pending.version, m_setup.now(), m_setup.settleTime))
        return;
    const std::string depth = m_extractor->depth().toStdString();
    m_cache.put(
        {.path = {pending.path.constData(), static_cast<std::size_t>(pending.path.size())}, .depth = depth},
        pending.version, document, note);
    m_setup.contentsChanged();
}

void DemandReaderWorker::answer(const QByteArray &path, const ReadEntry &entry)
{
    for (const DemandReader::Request &each : m_requests.take(path))
        each.answer(entry);
}

void DemandReaderWorker::fail(const QByteArray &path, ScanFailure::Kind kind, int systemError,
                              const QString &detail)
{
    answer(path, {.failure =
                      ScanFailure{.kind = kind, .path = path, .systemError = systemError, .detail = detail}});
}

} // namespace manometer::service
