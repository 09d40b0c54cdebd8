// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/ExifToolExtractor.h"

#include <QFile>
#include <QStandardPaths>

#include <algorithm>
#include <sys/stat.h>
#include <utility>

namespace manometer::extract {

namespace {

// Identifies the program file; changes when it is replaced. Behind a wrapper a replacement goes unnoticed
// until the next child reports its identity.
QByteArray stateOf(const QString &program)
{
    const QString file = QStandardPaths::findExecutable(program);
    struct stat status = {};
    if (file.isEmpty() || ::stat(QFile::encodeName(file).constData(), &status) != 0)
        return {};
    QByteArray state = QFile::encodeName(file);
    for (const qint64 number :
         {qint64(status.st_dev), qint64(status.st_ino), qint64(status.st_size), qint64(status.st_mtim.tv_sec),
          qint64(status.st_mtim.tv_nsec), qint64(status.st_ctim.tv_sec), qint64(status.st_ctim.tv_nsec)})
        state += ' ' + QByteArray::number(number);
    return state;
}

} // namespace

ExifToolExtractor::ExifToolExtractor(const Options &options, QObject *parent)
    : Extractor(parent)
    , m_options(options)
{
    m_idle.setSingleShot(true);
    m_idle.setInterval(options.idleBeforeStop);
    connect(&m_idle, &QTimer::timeout, this, &ExifToolExtractor::releaseReaders);
}

ExifToolExtractor::~ExifToolExtractor() = default;

void ExifToolExtractor::identify()
{
    const QByteArray program = stateOf(m_options.program);
    if (m_identity && m_identified == program) {
        // Queued: a caller may not expect the signal before the call returns.
        QMetaObject::invokeMethod(
            this, [this, identity = *m_identity] { emit identified(identity); }, Qt::QueuedConnection);
        return;
    }
    // Running readers may be of the previous program file.
    releaseReaders();
    m_identified = program;
    m_isIdentifying = true;
    addReader()->start();
}

void ExifToolExtractor::extract(quint64 ticket, const QByteArray &path)
{
    m_queue.enqueue({ticket, path, Id3Versions::atStartOf(path)});
    dispatch();
}

qsizetype ExifToolExtractor::room() const
{
    qsizetype inFlight = m_queue.size();
    for (const auto &reader : m_readers)
        inFlight += reader->isIdle() ? 0 : 1;
    return std::max<qsizetype>(0, m_options.children * ReaderProcess::pipelineDepth - inFlight);
}

void ExifToolExtractor::cancel()
{
    m_queue.clear();
    m_retried.clear();
    m_isIdentifying = false;
    releaseReaders();
    m_idle.stop();
}

void ExifToolExtractor::releaseReaders()
{
    // deleteLater: this may be called from a reader's own signal.
    for (auto &reader : m_readers) {
        reader->disconnect(this);
        reader.release()->deleteLater();
    }
    m_readers.clear();
}

ReaderProcess *ExifToolExtractor::addReader()
{
    auto reader = std::make_unique<ReaderProcess>(m_options.program, m_options.limits);
    connect(reader.get(), &ReaderProcess::started, this, [this](const ReaderIdentity &identity) {
        m_identity = identity;
        if (std::exchange(m_isIdentifying, false))
            emit identified(identity);
        dispatch();
    });
    // Queued, as below: a child can fail to start within the call to start().
    connect(
        reader.get(), &ReaderProcess::startFailed, this,
        [this](const ExtractFailure &failure) {
            if (std::exchange(m_isIdentifying, false))
                emit unidentified(failure);
        },
        Qt::QueuedConnection);
    connect(reader.get(), &ReaderProcess::extracted, this,
            [this](quint64 ticket, const Extraction &extraction) {
                m_retried.remove(ticket);
                emit extracted(ticket, extraction);
            });
    connect(reader.get(), &ReaderProcess::failed, this, &ExifToolExtractor::onFailed);
    connect(reader.get(), &ReaderProcess::returned, this, &ExifToolExtractor::requeue);
    // Queued: the slot may destroy the reader, which is still emitting.
    connect(reader.get(), &ReaderProcess::roomAvailable, this, &ExifToolExtractor::dispatch,
            Qt::QueuedConnection);
    return m_readers.emplace_back(std::move(reader)).get();
}

ReaderProcess *ExifToolExtractor::availableReader(Id3Versions versions)
{
    // Idle readers first: the pipeline is to keep a reader busy, not to queue behind another file.
    for (const auto &reader : m_readers)
        if (reader->isIdle() && reader->hasRoom() && reader->suits(versions))
            return reader.get();
    if (std::ssize(m_readers) < m_options.children)
        return addReader();
    for (const auto &reader : m_readers)
        if (reader->hasRoom() && reader->suits(versions))
            return reader.get();
    // No reader is both free and suitable. If none is suitable, retire one, preferably an idle one, so that a
    // fresh one can replace it.
    for (const auto &reader : m_readers)
        if (reader->suits(versions))
            return nullptr;
    const auto idle =
        std::find_if(m_readers.begin(), m_readers.end(), [](const auto &reader) { return reader->isIdle(); });
    (idle == m_readers.end() ? m_readers.front() : *idle)->retire();
    return nullptr;
}

void ExifToolExtractor::requeue(quint64 ticket, const QByteArray &path)
{
    m_queue.prepend({ticket, path, Id3Versions::atStartOf(path)});
}

void ExifToolExtractor::onFailed(quint64 ticket, const QByteArray &path, const ExtractFailure &failure)
{
    // The reader may have been killed, or memory was short: only a second crash is blamed on the file.
    if (failure.kind == ExtractFailure::Kind::Crashed && !m_retried.contains(ticket)) {
        m_retried.insert(ticket);
        requeue(ticket, path);
        return;
    }
    m_retried.remove(ticket);
    emit failed(ticket, failure);
}

void ExifToolExtractor::dispatch()
{
    while (!m_queue.isEmpty()) {
        ReaderProcess *reader = availableReader(m_queue.head().versions);
        if (!reader)
            break;
        const Request request = m_queue.dequeue();
        reader->read(request.ticket, request.path, request.versions);
    }
    const bool idle = m_queue.isEmpty() && std::all_of(m_readers.begin(), m_readers.end(),
                                                       [](const auto &reader) { return reader->isIdle(); });
    if (idle)
        m_idle.start();
    else
        m_idle.stop();
}

} // namespace manometer::extract
