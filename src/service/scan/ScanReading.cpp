// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a scan does with one file: asks the cache, has it read, files the answer or drops the entry.
#include "service/Clock.h"
#include "service/scan/ScanWorker.h"
#include "service/scan/SourceFile.h"

namespace manometer::service {

namespace {

std::string_view view(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

ScanFailure::Kind kindOf(extract::ExtractFailure::Kind kind)
{
    using From = extract::ExtractFailure::Kind;
    switch (kind) {
    case From::NotStarted:
        return ScanFailure::Kind::NoReader;
    case From::TimedOut:
        return ScanFailure::Kind::TimedOut;
    case From::TooLarge:
        return ScanFailure::Kind::TooLarge;
    case From::Crashed:
    case From::Refused:
    case From::Malformed:
        break;
    }
    return ScanFailure::Kind::ReaderFailed;
}

} // namespace

void ScanWorker::consider(const QByteArray &path, Settling settling)
{
    const auto file = lookAt(path);
    if (!file) {
        ++m_progress.done;
        return lose(path, file.error());
    }
    if (!file->isRegular) {
        ++m_progress.skipped; // it was replaced since the folder was read
        return;
    }
    const std::string depthName = depth();
    if (!m_again && m_cache.get({.path = view(path), .depth = depthName}, file->version)) {
        ++m_progress.fromCache;
        ++m_progress.done;
        return;
    }
    const qint64 settledMs = file->version.ctimeNanoseconds / 1'000'000 + m_setup.settleTime.count();
    const qint64 now = toMs(m_setup.now());
    // A ctime in the future tells nothing about when the file settles.
    const bool fresh = settledMs > now && settledMs <= now + m_setup.settleTime.count();
    if (settling == Settling::Required && fresh) {
        m_fresh.enqueue({path, toMs(std::chrono::steady_clock::now()) + settledMs - now});
        return;
    }
    const auto facts = extract::readFileFacts(path);
    if (!facts) {
        ++m_progress.done;
        return lose(path, facts.error().systemError);
    }
    m_progress.current = path;
    m_pending.insert(++m_lastTicket, {.path = path, .facts = *facts});
    m_extractor->extract(m_lastTicket, path);
}

void ScanWorker::onExtracted(quint64 ticket, const extract::Extraction &extraction)
{
    if (!m_pending.contains(ticket))
        return;
    const Pending pending = m_pending.take(ticket);
    ++m_progress.done;

    const auto file = lookAt(pending.path);
    if (!file) {
        lose(pending.path, file.error());
    } else if (file->version != versionOf(pending.facts)) {
        fail({.kind = ScanFailure::Kind::ChangedWhileRead,
              .path = pending.path,
              .systemError = 0,
              .detail = {}});
    } else {
        const auto result =
            m_cache.put({.path = view(pending.path), .depth = depth()}, versionOf(pending.facts),
                        extract::document(pending.facts, extraction.metadata).toStdString(),
                        {.readCost = extraction.cost, .fingerprint = pending.facts.fingerprint});
        if (result == cache::PutResult::NotStored)
            fail(
                {.kind = ScanFailure::Kind::NotStored, .path = pending.path, .systemError = 0, .detail = {}});
        else
            ++m_progress.read;
        m_setup.contentsChanged();
    }
    continueSoon();
}

void ScanWorker::onExtractFailed(quint64 ticket, const extract::ExtractFailure &failure)
{
    const auto found = m_pending.constFind(ticket);
    if (found == m_pending.constEnd())
        return;
    const QByteArray path = found->path;
    m_pending.erase(found);
    ++m_progress.done;
    fail({.kind = kindOf(failure.kind), .path = path, .systemError = 0, .detail = failure.detail});
    if (failure.kind == extract::ExtractFailure::Kind::NotStarted)
        return finish(); // every other file would fail the same way
    continueSoon();
}

// A walk has just met the file, so its file system is there. One that is only asked for by name may be gone
// with its whole device.
void ScanWorker::lose(const QByteArray &path, int systemError)
{
    if (meansGone(systemError) && (!m_again || isGone(m_again->path, m_again->version)))
        drop(path);
    else
        fail({.kind = ScanFailure::Kind::Unreadable, .path = path, .systemError = systemError, .detail = {}});
}

void ScanWorker::drop(const QByteArray &path)
{
    ++m_progress.vanished;
    if (m_cache.erase({.path = view(path), .depth = depth()}))
        m_setup.contentsChanged();
}

} // namespace manometer::service
