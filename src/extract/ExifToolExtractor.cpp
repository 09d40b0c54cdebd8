// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/ExifToolExtractor.h"

#include <QFile>
#include <QStandardPaths>

#include <algorithm>
#include <sys/stat.h>
#include <utility>

namespace manometer::extract {

namespace {

// Changes when the program is replaced. A wrapper hides that: then it is noticed when the next child says who
// it is.
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
    connect(&m_idle, &QTimer::timeout, this, &ExifToolExtractor::dismissReaders);
}

ExifToolExtractor::~ExifToolExtractor() = default;

void ExifToolExtractor::identify()
{
    const QByteArray program = stateOf(m_options.program);
    if (m_identity && m_identified == program) {
        // Later: who asks may not expect an answer before the call returns.
        QMetaObject::invokeMethod(
            this, [this, identity = *m_identity] { emit identified(identity); }, Qt::QueuedConnection);
        return;
    }
    // Those that run may be children of the program's earlier state.
    dismissReaders();
    m_identified = program;
    m_isIdentifying = true;
    addReader()->start();
}

void ExifToolExtractor::extract(quint64 ticket, const QByteArray &path)
{
    m_queue.enqueue({ticket, path, Id3Versions::atStartOf(path)});
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
    m_isIdentifying = false;
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

ReaderProcess *ExifToolExtractor::addReader()
{
    auto reader = std::make_unique<ReaderProcess>(m_options.program, m_options.limits);
    connect(reader.get(), &ReaderProcess::started, this, [this](const ReaderIdentity &identity) {
        m_identity = identity;
        if (std::exchange(m_isIdentifying, false))
            emit identified(identity);
        feed();
    });
    // Queued, as below: a child can fail to start within the call that starts it.
    connect(
        reader.get(), &ReaderProcess::startFailed, this,
        [this](const ExtractFailure &failure) {
            if (std::exchange(m_isIdentifying, false))
                emit unidentified(failure);
        },
        Qt::QueuedConnection);
    connect(reader.get(), &ReaderProcess::extracted, this,
            [this](quint64 ticket, const Extraction &extraction) {
                m_secondTry.remove(ticket);
                emit extracted(ticket, extraction);
            });
    connect(reader.get(), &ReaderProcess::failed, this, &ExifToolExtractor::onFailed);
    connect(reader.get(), &ReaderProcess::returned, this, &ExifToolExtractor::putBack);
    // Queued: the reader is in the middle of telling what happened, and may be destroyed by what follows.
    connect(reader.get(), &ReaderProcess::roomAvailable, this, &ExifToolExtractor::feed,
            Qt::QueuedConnection);
    return m_readers.emplace_back(std::move(reader)).get();
}

ReaderProcess *ExifToolExtractor::freeReader(Id3Versions versions)
{
    // An idle one first: depth is for keeping a reader busy, not for queueing behind another file.
    for (const auto &reader : m_readers)
        if (reader->isIdle() && reader->hasRoom() && reader->suits(versions))
            return reader.get();
    if (std::ssize(m_readers) < m_options.children)
        return addReader();
    for (const auto &reader : m_readers)
        if (reader->hasRoom() && reader->suits(versions))
            return reader.get();
    // None has room, or none will do: the one that has least to finish makes way for a fresh one.
    for (const auto &reader : m_readers)
        if (reader->suits(versions))
            return nullptr;
    const auto idle =
        std::find_if(m_readers.begin(), m_readers.end(), [](const auto &reader) { return reader->isIdle(); });
    (idle == m_readers.end() ? m_readers.front() : *idle)->retire();
    return nullptr;
}

void ExifToolExtractor::putBack(quint64 ticket, const QByteArray &path)
{
    m_queue.prepend({ticket, path, Id3Versions::atStartOf(path)});
}

void ExifToolExtractor::onFailed(quint64 ticket, const QByteArray &path, const ExtractFailure &failure)
{
    // Somebody may have killed the reader, or memory was short: only a file that it dies over again is to
    // blame.
    if (failure.kind == ExtractFailure::Kind::Crashed && !m_secondTry.contains(ticket)) {
        m_secondTry.insert(ticket);
        putBack(ticket, path);
        return;
    }
    m_secondTry.remove(ticket);
    emit failed(ticket, failure);
}

void ExifToolExtractor::feed()
{
    while (!m_queue.isEmpty()) {
        ReaderProcess *reader = freeReader(m_queue.head().versions);
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
