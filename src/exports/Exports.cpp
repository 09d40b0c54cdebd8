// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/Exports.h"

#include "async/PoolThreads.h"
#include "exports/CsvFile.h"
#include "exports/CsvRecording.h"
#include "exports/Diagnostics.h"
#include "exports/EntryExport.h"
#include "exports/EventCsv.h"
#include "exports/SampleCsv.h"
#include "files/OutputFile.h"
#include "files/OwnFile.h"
#include "views/Failure.h"
#include "wire/PresetJson.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QtConcurrent>

#include <limits>

namespace manometer::exports {

using namespace views;

namespace {

// Rows that wait for a slow disk: a minute at the fastest sampling. More end the recording.
constexpr int maxQueuedRows = 1500;

QString writeEvents(const QString &file, CsvProfile profile, const TimeRange &range,
                    const QList<Event> &events, const CsvFile::IsCancelled &isCancelled)
{
    CsvFile output(file, "manometer-events", profile, eventColumns());
    for (const Event &event : events) {
        if (isCancelled())
            return {};
        if (momentOf(event) < range.fromWallMs || momentOf(event) > range.toWallMs)
            continue;
        writeEvent(output.csv(), event);
        if (const QString error = output.rowDone(); !error.isEmpty())
            return error;
    }
    return output.commit(isCancelled);
}

// Writes the source's answer in the application's pool unless the returned future is cancelled before. Not
// QFuture::then()'s future: cancelling that would not stop the write.
template<typename Source, typename Write>
QFuture<QString> written(QFuture<Source> source, Write write)
{
    const auto promise = std::make_shared<QPromise<QString>>();
    promise->start();
    source
        .then(QtFuture::Launch::Async,
              [promise, write](const Source &what) {
                  promise->addResult(write(what, [&promise] { return promise->isCanceled(); }));
                  promise->finish();
              })
        .onFailed([promise](const Failure &failure) {
            promise->addResult(failure.reason());
            promise->finish();
        });
    return promise->future();
}

} // namespace

Exports::Exports(const Views &views, QObject *parent)
    : ExportView(parent)
    , m_views(views)
{
    async::startPoolThreads(m_pool, 1);
    async::startPoolThreads(m_recorder, 1);
    connect(views.monitor, &MonitorView::sampled, this, &Exports::record);
}

Exports::~Exports()
{
    qDeleteAll(findChildren<EntryExport *>());
    m_pool.waitForDone();
    m_recorder.waitForDone();
}

// The continuations below may run after this object was destroyed: they use neither it nor its pool.
QFuture<QString> Exports::exportSamples(const QString &file, const TimeRange &range, CsvProfile profile)
{
    return written(m_views.monitor->samples(range),
                   [file, profile](const SampleRecords &records, const CsvFile::IsCancelled &isCancelled) {
                       return writeSampleCsv(file, profile, records, isCancelled);
                   });
}

QFuture<QString> Exports::exportEvents(const QString &file, const TimeRange &range, CsvProfile profile)
{
    return written(
        m_views.events->events(1, std::numeric_limits<qsizetype>::max()),
        [file, profile, range](const QList<Event> &events, const CsvFile::IsCancelled &isCancelled) {
            return writeEvents(file, profile, range, events, isCancelled);
        });
}

QFuture<QString> Exports::exportEntries(const QString &file, const EntryQuery &query, CsvProfile profile)
{
    auto *writing = new EntryExport(m_views.cache, &m_pool, file, profile, this);
    return writing->start(query);
}

QFuture<QString> Exports::saveDiagnostics(const QString &file,
                                          const QList<std::pair<QString, QByteArray>> &texts, FileNames names)
{
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    const TimeRange lastDay{.fromWallMs = now - 86'400'000, .toWallMs = now};
    const auto samples = m_views.monitor->samples(lastDay);
    return m_views.events->events(1, std::numeric_limits<qsizetype>::max())
        .then(QtFuture::Launch::Async,
              [file, texts, names, samples, lastDay](const QList<Event> &events) {
                  DiagnosticsContents contents{.texts = texts, .events = {}, .samples = samples.result()};
                  for (const Event &event : events)
                      if (event.wallMs >= lastDay.fromWallMs)
                          contents.events.append(event);
                  return writeDiagnostics(file, contents, names);
              })
        .onFailed([](const Failure &failure) { return failure.reason(); });
}

QFuture<QString> Exports::saveRecording(const QString &file, const TimeRange &range, FileNames names)
{
    return written(m_views.recordings->recording(range, names),
                   [file](const QByteArray &recording, const CsvFile::IsCancelled &isCancelled) {
                       return isCancelled() ? QString() : files::writeOutput(file, recording);
                   });
}

QFuture<PresetRead> Exports::readPreset(const QString &file)
{
    return QtConcurrent::run(&m_pool, [file]() -> PresetRead {
        const auto text = files::readOwnFile(file);
        return text ? wire::parsePreset(*text) : PresetRead{.error = words(text.error())};
    });
}

QFuture<QString> Exports::writePreset(const QString &file, const Preset &preset)
{
    return QtConcurrent::run(&m_pool,
                             [file, preset] { return files::writeOutput(file, wire::presetFile(preset)); });
}

void Exports::startRecording(const QString &file)
{
    stopRecording();
    m_recordingFile = file;
    m_recording = std::make_shared<CsvRecording>(file);
    emit recordingChanged();
    QtConcurrent::run(&m_recorder, [recording = m_recording] {
        return recording->open();
    }).then(this, [this, file](const QString &error) {
        if (!error.isEmpty())
            fail(file, error);
    });
}

void Exports::stopRecording()
{
    if (m_recordingFile.isEmpty())
        return;
    // Closed in the recording thread, after the queued rows.
    m_recorder.start([recording = std::exchange(m_recording, nullptr)]() mutable { recording.reset(); });
    m_recordingFile.clear();
    emit recordingChanged();
}

void Exports::record(const SampleRecord &sample)
{
    if (m_recordingFile.isEmpty())
        return;
    if (m_queuedRows >= maxQueuedRows)
        return fail(m_recordingFile, tr("the disk is too slow for it"));
    ++m_queuedRows;
    QtConcurrent::run(&m_recorder, [recording = m_recording, sample] {
        return recording->append(sample);
    }).then(this, [this, file = m_recordingFile](const QString &error) {
        --m_queuedRows;
        if (!error.isEmpty())
            fail(file, error);
    });
}

void Exports::fail(const QString &file, const QString &reason)
{
    // A late error of a recording that has already ended.
    if (file != m_recordingFile)
        return;
    stopRecording();
    emit recordingFailed(file, reason);
}

} // namespace manometer::exports
