// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/ExifToolExtractor.h"

#include <algorithm>

namespace manometer::extract {

ExifToolExtractor::ExifToolExtractor(const Options &options, QObject *parent)
    : Extractor(parent)
    , m_options(options)
{
    m_idle.setSingleShot(true);
    m_idle.setInterval(options.idleBeforeStop);
    connect(&m_idle, &QTimer::timeout, this, &ExifToolExtractor::dismissReaders);
}

ExifToolExtractor::~ExifToolExtractor() = default;

void ExifToolExtractor::extract(quint64 ticket, const QByteArray &path)
{
    m_queue.enqueue({ticket, path});
    feed();
}

qsizetype ExifToolExtractor::room() const
{
    qsizetype inFlight = m_queue.size();
    for (const auto &reader : m_readers)
        inFlight += reader->isIdle() ? 0 : 1;
    return std::max<qsizetype>(0, m_options.children * ReaderProcess::depthOfPipeline - inFlight);
}

void ExifToolExtractor::cancel()
{
    m_queue.clear();
    m_secondTry.clear();
    dismissReaders();
    m_idle.stop();
}

void ExifToolExtractor::dismissReaders()
{
    // Later: we may have been called from a reader's own signal.
    for (auto &reader : m_readers) {
        reader->disconnect(this);
        reader.release()->deleteLater();
    }
    m_readers.clear();
}

ReaderProcess *ExifToolExtractor::freeReader()
{
    // An idle one first: depth is for keeping a reader busy, not for queueing behind another file.
    for (const auto &reader : m_readers)
        if (reader->isIdle() && reader->hasRoom())
            return reader.get();
    if (std::ssize(m_readers) < m_options.children) {
        auto reader = std::make_unique<ReaderProcess>(m_options.program, m_options.limits);
        connect(reader.get(), &ReaderProcess::extracted, this,
                [this](quint64 ticket, const Extraction &extraction) {
                    m_secondTry.remove(ticket);
                    emit extracted(ticket, extraction);
                });
        connect(reader.get(), &ReaderProcess::failed, this, &ExifToolExtractor::onFailed);
        connect(reader.get(), &ReaderProcess::returned, this, [this](quint64 ticket, const QByteArray &path) {
            m_queue.prepend({ticket, path});
        });
        // Queued: the reader is in the middle of telling what happened, and may be destroyed by what follows.
        connect(reader.get(), &ReaderProcess::roomAvailable, this, &ExifToolExtractor::feed,
                Qt::QueuedConnection);
        return m_readers.emplace_back(std::move(reader)).get();
    }
    for (const auto &reader : m_readers)
        if (reader->hasRoom())
            return reader.get();
    return nullptr;
}

void ExifToolExtractor::onFailed(quint64 ticket, const QByteArray &path, const ExtractFailure &failure)
{
    // Somebody may have killed the reader, or memory was short: only a file that it dies over again is to
    // blame.
    if (failure.kind == ExtractFailure::Kind::Crashed && !m_secondTry.contains(ticket)) {
        m_secondTry.insert(ticket);
        m_queue.prepend({ticket, path});
        return;
    }
    m_secondTry.remove(ticket);
    emit failed(ticket, failure);
}

void ExifToolExtractor::feed()
{
    while (!m_queue.isEmpty()) {
        ReaderProcess *reader = freeReader();
        if (!reader)
            break;
        const auto [ticket, path] = m_queue.dequeue();
        reader->read(ticket, path);
    }
    const bool idle = m_queue.isEmpty() && std::all_of(m_readers.begin(), m_readers.end(),
                                                       [](const auto &reader) { return reader->isIdle(); });
    if (idle)
        m_idle.start();
    else
        m_idle.stop();
}

} // namespace manometer::extract
