// SPDX-License-Identifier: GPL-3.0-or-later
//
// ScanWorker's processing of files: looks them up in the cache, has them read, stores the answers or drops
// the entries.
#include "service/Clock.h"
#include "service/scan/ReadingFailure.h"
#include "service/scan/ScanWorker.h"
#include "service/scan/SourceFile.h"

#include <utility>

namespace manometer::service {

using namespace views;

namespace {

std::string_view view(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

} // namespace

void ScanWorker::examine(const QByteArray &path, Settling settling)
{
    const auto file = statFile(path, m_volumes);
    if (!file) {
        ++m_progress.done;
        handleUnreadable(path, file.error());
    } else if (!file->isRegular) {
        ++m_progress.skipped; // replaced since the folder was read
    } else {
        m_examined.push_back({path, file->version, settling});
    }
}

void ScanWorker::lookUp()
{
    const auto examined = std::exchange(m_examined, {});
    std::vector<std::optional<extract::Reading>> readings(examined.size());
    if (!m_rereadEntry) {
        const std::string depthName = depth();
        std::vector<cache::Request> requests;
        requests.reserve(examined.size());
        for (const Examined &file : examined)
            requests.push_back({{.path = view(file.path), .depth = depthName}, file.version});
        m_cache.getMany(requests, [&](const cache::Answer &answer) {
            if (answer.tier)
                readings[answer.index] = extract::readingOf(answer.bytes, m_head);
        });
    }
    for (std::size_t i = 0; i < examined.size(); ++i) {
        const Examined &file = examined[i];
        if (readings[i] && answerFromCache(file.path, *readings[i])) {
            ++m_progress.done;
            continue;
        }
        const qint64 settledMs = file.version.ctimeNanoseconds / 1'000'000 + m_setup.settleTime.count();
        const qint64 now = toMs(m_setup.now());
        // A ctime in the future does not tell when the file settles.
        const bool fresh = settledMs > now && settledMs <= now + m_setup.settleTime.count();
        if (file.settling == Settling::Required && fresh)
            m_fresh.enqueue({file.path, toMs(std::chrono::steady_clock::now()) + settledMs - now});
        else
            m_unanswered.enqueue(file.path);
    }
}

void ScanWorker::read(const QByteArray &path)
{
    const auto facts = extract::readFileFacts(path);
    if (!facts) {
        ++m_progress.done;
        return handleUnreadable(path, facts.error().systemError);
    }
    m_progress.current = path;
    m_pending.insert(++m_lastTicket,
                     {.path = path,
                      .facts = *facts,
                      .version = versionOf(*facts, m_volumes.of(path, static_cast<dev_t>(facts->device)))});
    m_extractor->extract(m_lastTicket, path);
}

bool ScanWorker::answerFromCache(const QByteArray &path, const extract::Reading &reading)
{
    if (!isStillValid(path.constData(), reading))
        return false;
    using Kind = extract::Reading::Kind;
    switch (reading.kind) {
    case Kind::OfAnotherReader:
        return false;
    case Kind::Failed:
        reportFailure({.kind = kindOf(reading.failure),
                       .path = path,
                       .systemError = 0,
                       .detail = reading.detail,
                       .isRemembered = true});
        return true;
    case Kind::NotUnderstood:
        countProblem(path, reading.detail);
        break;
    case Kind::Understood:
        break;
    }
    ++m_progress.fromCache;
    return true;
}

void ScanWorker::onExtracted(quint64 ticket, const extract::Extraction &extraction)
{
    if (!m_pending.contains(ticket))
        return;
    const Pending pending = m_pending.take(ticket);
    ++m_progress.done;
    if (isUnchanged(pending)) {
        const std::string document =
            extract::document(pending.facts, extraction, validityOf(pending.facts, m_setup.now()));
        if (store(pending, document, noteOf(pending.facts, extraction))) {
            ++m_progress.read;
            countProblem(pending.path, extraction.problem);
        } else {
            reportFailure(
                {.kind = ScanFailure::Kind::NotStored, .path = pending.path, .systemError = 0, .detail = {}});
        }
        m_setup.contentsChanged();
    }
    scheduleSlice();
}

void ScanWorker::onExtractFailed(quint64 ticket, const extract::ExtractFailure &failure)
{
    if (!m_pending.contains(ticket))
        return;
    const Pending pending = m_pending.take(ticket);
    ++m_progress.done;
    reportFailure(
        {.kind = kindOf(failure.kind), .path = pending.path, .systemError = 0, .detail = failure.detail});
    if (failure.kind == extract::ExtractFailure::Kind::NotStarted)
        return finish(); // every other file would fail the same way
    // Cache the failure, so that the next scan does not spend the same time on it. A changed file is read
    // again anyway.
    const auto now = statFile(pending.path, m_volumes);
    if (extract::isLasting(failure.kind) && m_reader != extract::ReaderIdentity() && now &&
        now->version == pending.version) {
        store(pending,
              extract::document(m_reader, pending.facts, failure, validityOf(pending.facts, m_setup.now())),
              noteOf(pending.facts, failure));
        m_setup.contentsChanged();
    }
    scheduleSlice();
}

bool ScanWorker::isUnchanged(const Pending &pending)
{
    const auto file = statFile(pending.path, m_volumes);
    if (!file)
        handleUnreadable(pending.path, file.error());
    else if (file->version != pending.version)
        reportFailure({.kind = ScanFailure::Kind::ChangedWhileRead,
                       .path = pending.path,
                       .systemError = 0,
                       .detail = {}});
    else
        return true;
    return false;
}

bool ScanWorker::store(const Pending &pending, const std::string &document, const cache::EntryNote &note)
{
    const std::string depthName = depth();
    const cache::Key key{.path = view(pending.path), .depth = depthName};
    auto result = m_cache.put(key, pending.version, document, note);
    // If the reader outruns the disk, the entry is in memory only and would be lost by an eviction: wait for
    // the disk and store it again.
    if ((result == cache::PutResult::MemoryOnly || result == cache::PutResult::NotStored) &&
        m_cache.health().state == cache::Health::State::Good && m_cache.flush())
        result = m_cache.put(key, pending.version, document, note);
    return result != cache::PutResult::NotStored;
}

// The walk has just listed the file, so its file system is mounted. For a readAgain() the whole device may be
// missing: isGone() checks that.
void ScanWorker::handleUnreadable(const QByteArray &path, int systemError)
{
    if (isMissingError(systemError) &&
        (!m_rereadEntry || isGone(m_rereadEntry->path, m_rereadEntry->version, m_volumes)))
        dropEntry(path);
    else
        reportFailure(
            {.kind = ScanFailure::Kind::Unreadable, .path = path, .systemError = systemError, .detail = {}});
}

void ScanWorker::dropEntry(const QByteArray &path)
{
    ++m_progress.vanished;
    if (m_cache.erase({.path = view(path), .depth = depth()}))
        m_setup.contentsChanged();
}

} // namespace manometer::service
