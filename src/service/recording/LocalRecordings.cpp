// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/recording/LocalRecordings.h"

#include "async/Answer.h"
#include "async/PoolThreads.h"
#include "recorded/JournalStretch.h"
#include "recorded/RecordingFile.h"
#include "views/EventNames.h"
#include "views/Failure.h"

#include <QCoreApplication>
#include <QDateTime>

#include <limits>
#include <memory>
#include <utility>

namespace manometer::service {

using namespace views;

namespace {

using recorded::RecordingContents;

Failure failureOf(recorded::StretchProblem problem)
{
    return problem == recorded::StretchProblem::TooLong
               ? Failure(Failure::Kind::Refused,
                         QStringLiteral("the recording would be larger than 64 MiB: choose a shorter time"))
               : Failure(Failure::Kind::Refused, QStringLiteral("nothing is recorded in this time"));
}

QList<Event> eventsIn(const TimeRange &range, const QList<Event> &events, FileNames names)
{
    QList<Event> inside;
    for (const Event &event : events) {
        if (momentOf(event) < range.fromWallMs || momentOf(event) > range.toWallMs)
            continue;
        inside += names == FileNames::Included ? event : withoutPaths(event);
    }
    return inside;
}

Expected<QByteArray, Failure> made(const std::string &journalFolder, const TimeRange &range,
                                   RecordingContents contents)
{
    auto stretch = recorded::readJournalStretch(journalFolder, range, recorded::mostPartBytes);
    if (!stretch)
        return Unexpected(failureOf(stretch.error()));
    contents.journal = std::move(stretch->segment);
    contents.range = stretch->range;
    contents.events = eventsIn(contents.range, contents.events, contents.names);
    QByteArray file = recorded::encode(contents);
    if (file.size() > RecordingView::mostBytes)
        return Unexpected(failureOf(recorded::StretchProblem::TooLong));
    return file;
}

} // namespace

LocalRecordings::LocalRecordings(RecordingSources sources)
    : m_sources(std::move(sources))
{
    async::startPoolThreads(m_pool, 1);
}

LocalRecordings::~LocalRecordings()
{
    m_pool.waitForDone();
}

QFuture<QByteArray> LocalRecordings::recording(const TimeRange &range, FileNames names)
{
    const auto promise = std::make_shared<QPromise<QByteArray>>();
    promise->start();
    RecordingContents contents{.program = QCoreApplication::applicationName() + QLatin1Char(' ') +
                                          QCoreApplication::applicationVersion(),
                               .createdWallMs = QDateTime::currentMSecsSinceEpoch(),
                               .names = names,
                               .settings = m_sources.settings->settings()};
    const auto hits = m_sources.evidence->hits();
    async::whenAnswered(
        m_sources.events->events(1, std::numeric_limits<qsizetype>::max()), this,
        [this, promise, range, hits, contents = std::move(contents)](const QList<Event> &events) mutable {
            contents.events = events;
            m_pool.start([promise, range, hits, folder = m_sources.journalFolder,
                          contents = std::move(contents)]() mutable {
                contents.hits = hits.result();
                if (auto file = made(folder, range, std::move(contents)))
                    promise->addResult(*std::move(file));
                else
                    promise->setException(file.error());
                promise->finish();
            });
        });
    return promise->future();
}

} // namespace manometer::service
