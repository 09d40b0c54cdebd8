// SPDX-License-Identifier: GPL-3.0-or-later
#include "cache/disk/ShardWriter.h"

#include "cache/disk/Schema.h"

#include <algorithm>

namespace manometer::cache::disk {

namespace {

// Pages in the log: alone, a row touches a leaf or two of each of its five b-trees. In a long group rows
// share pages, which is measured.
constexpr double mostLogPagesPerRow = 8;
// As much as the queue holds, about.
constexpr std::uint64_t maximumGroupRows = 2048;
// A group of fewer rows says little about a longer one.
constexpr std::size_t leastMeasuredRows = 32;

// Columns, b-tree cells and part-filled pages in addition to a row's own bytes.
constexpr std::uint64_t rowBytes = 320;

// Stored values seldom change so much that another dictionary pays; each takes 16 KiB.
constexpr std::int64_t maximumDictionaries = 8;

// Accesses order evictions: some seconds of delay do no harm, and of an entry that is read over and over only
// the last access is written. At one second, this would take a quarter of a core from two busy readers.
constexpr std::chrono::seconds touchInterval{5};

} // namespace

ShardWriter::ShardWriter(const ShardOptions &options, ShardFile &file, WriteQueue &queue,
                         FirstDictionary &first)
    : m_options(options)
    , m_file(file)
    , m_queue(queue)
    , m_first(first)
    , m_logPagesPerRow(mostLogPagesPerRow)
    , m_invalidations(file.invalidationLogPath(), file.invalidationLogBytes())
{}

bool ShardWriter::hasWork() const
{
    return m_queue.holdsUpTo(m_queue.mark()) || areTouchesDue() || m_file.needsAttention() ||
           !m_invalidations.isEmpty() || m_file.isMarkedInvalid();
}

bool ShardWriter::areTouchesDue() const
{
    return m_queue.hasManyTouches() && isTouchTime();
}

bool ShardWriter::isTouchTime() const
{
    return std::chrono::steady_clock::now().time_since_epoch() >=
           m_touchesWrittenAt.load(std::memory_order_relaxed) + touchInterval;
}

ShardWriter::Progress ShardWriter::work(Touches touches, Locks locks)
{
    if (locks == Locks::NotWaitedFor && m_file.isOpen())
        m_file.rowWriter().setLockTimeout(0);
    const Progress progress = tryWork(touches);
    if (locks == Locks::NotWaitedFor && m_file.isOpen())
        m_file.rowWriter().setLockTimeout(Connection::writerTimeoutMs);
    if (progress == Progress::OutOfOrder)
        recordInvalidations();
    return progress;
}

ShardWriter::Progress ShardWriter::tryWork(Touches touches)
{
    // Twice: if the first attempt meets damage, the second one has a new file.
    for (int attempt = 0; attempt < 2; ++attempt) {
        const auto [progress, outcome] = attemptWork(touches);
        if (outcome == ShardFile::Outcome::Good)
            return progress;
        if (outcome == ShardFile::Outcome::OutOfOrder)
            return Progress::OutOfOrder;
    }
    // A file that is damaged as soon as it is made: the disk is not usable.
    m_file.recordOutcome(
        Fault{.kind = Fault::Kind::InputOutputError, .detail = m_file.path() + " is damaged again"});
    return Progress::OutOfOrder;
}

std::pair<ShardWriter::Progress, ShardFile::Outcome> ShardWriter::attemptWork(Touches touches)
{
    if (auto fault = m_file.repair())
        return {Progress::OutOfOrder, m_file.recordOutcome(std::move(fault))};
    const std::uint64_t logLimitBytes = m_file.logLimitBytes();
    const auto batch = m_queue.oldest(groupRows(), logLimitBytes / 2);
    const std::lock_guard group(m_groupMutex);
    std::vector<Touch> uses;
    if (touches == Touches::All || areTouchesDue() || (!batch.empty() && isTouchTime())) {
        uses = m_queue.takeTouches();
        m_touchesWrittenAt = std::chrono::steady_clock::now().time_since_epoch();
    }
    if (batch.empty() && uses.empty()) {
        std::optional<Fault> fault;
        if (!m_file.isGood() && !(fault = boundLog(logLimitBytes)))
            fault = m_file.rowWriter().probe();
        if (!fault && isInvalidationLogDone())
            fault = clearInvalidationLog();
        return {Progress::Idle, m_file.recordOutcome(std::move(fault))};
    }
    bool isCommitted = false;
    auto fault = write(batch, uses, isCommitted);
    const bool isDamaged = fault && fault->kind == Fault::Kind::Damaged;
    const ShardFile::Outcome outcome = m_file.recordOutcome(std::move(fault));
    m_groups.fetch_add(1);
    // What is committed must not stay queued because a checkpoint failed: the invalidation log relies on it.
    if (isCommitted && !isDamaged)
        m_queue.done(batch);
    else
        m_queue.touch(uses);
    return {Progress::Wrote, outcome};
}

// As many as half of the log's limit allows.
std::size_t ShardWriter::groupRows() const
{
    const double rows = double(m_file.logLimitBytes()) / 2 / double(pageBytes) / m_logPagesPerRow;
    return static_cast<std::size_t>(std::clamp(rows, 1.0, double(maximumGroupRows)));
}

// The next group may be spread over more pages: it gets a quarter more, and grows step by step.
void ShardWriter::noteGroup(std::size_t rows, std::uint64_t logPages)
{
    if (rows < leastMeasuredRows)
        return;
    const double measured = 1.25 * double(logPages) / double(rows);
    m_logPagesPerRow = std::min(std::max(measured, m_logPagesPerRow / 2), mostLogPagesPerRow);
}

std::optional<Fault> ShardWriter::prepare(RowWriter &rowWriter)
{
    auto fault = loadDictionary(rowWriter);
    return fault ? std::move(fault) : applyInvalidations(rowWriter);
}

std::optional<Fault> ShardWriter::loadDictionary(RowWriter &rowWriter)
{
    const auto stored = rowWriter.newestDictionary();
    if (!stored)
        return stored.error();
    m_dictionary.reset();
    if (*stored)
        m_dictionary = Dictionary::make((*stored)->id, (*stored)->bytes, Dictionary::Use::Writing);
    if (m_dictionary)
        m_first.offer((*stored)->bytes);
    m_trainer = DictionaryTrainer(m_dictionary != nullptr);
    return std::nullopt;
}

std::optional<Fault> ShardWriter::trainDictionary()
{
    if (!m_dictionary) {
        if (const auto bytes = m_first.bytes())
            return useDictionary(*bytes);
    }
    // Old rows keep the dictionary that they were written with, so each is stored as long as the file exists.
    if (!m_trainer.isDue() || (m_dictionary && m_dictionary->id() >= maximumDictionaries))
        return std::nullopt;
    const auto bytes = m_trainer.train();
    return bytes ? useDictionary(*bytes) : std::nullopt;
}

std::optional<Fault> ShardWriter::useDictionary(const std::string &bytes)
{
    const auto id = m_file.rowWriter().addDictionary(bytes, m_options.now());
    if (!id) {
        m_trainer = DictionaryTrainer(m_dictionary != nullptr);
        return id.error();
    }
    m_dictionary = Dictionary::make(*id, bytes, Dictionary::Use::Writing);
    m_trainer = DictionaryTrainer(m_dictionary != nullptr);
    if (m_dictionary)
        m_first.offer(bytes);
    return std::nullopt;
}

std::optional<Fault> ShardWriter::write(const std::vector<ChangePtr> &batch,
                                        const std::vector<Touch> &touches, bool &isCommitted)
{
    if (auto fault = trainDictionary())
        return fault;
    std::vector<EncodedChange> encoded = m_encoder.encode(batch, m_dictionary.get());
    std::uint64_t incomingBytes = 0;
    for (const EncodedChange &item : encoded) {
        if (!item.change->record)
            continue;
        m_trainer.note(item.change->record->bytes, item.payload.size());
        incomingBytes += item.payload.size() + item.change->key.sizeBytes() + rowBytes;
    }
    // In the order of ids rows are appended, which fills their pages; in the order of hashes a sixth of each
    // page stays empty.
    std::sort(encoded.begin(), encoded.end(), [](const EncodedChange &left, const EncodedChange &right) {
        return left.change->id < right.change->id;
    });
    if (auto fault = makeRoom(incomingBytes))
        return fault;
    const std::uint64_t logPages = m_file.rowWriter().logPages();
    if (auto fault = m_file.rowWriter().apply(encoded, touches))
        return fault;
    isCommitted = true;
    if (m_file.rowWriter().logPages() > logPages) // not if the log began again
        noteGroup(encoded.size(), m_file.rowWriter().logPages() - logPages);
    m_file.noteRowsAdded(m_file.rowWriter().rowsAdded());
    auto fault = m_file.rowWriter().checkpointIfLong();
    m_file.measure();
    return fault;
}

// The removals are queued, so that they hide the rows until the disk accepts them.
std::optional<Fault> ShardWriter::applyInvalidations(RowWriter &rowWriter)
{
    const bool isFirst = !std::exchange(m_wasPrepared, true) && m_queue.size() == 0;
    for (const Invalidation &invalidation : m_invalidations.open()) {
        m_file.noteAssigned(invalidation.upTo);
        if (invalidation.rows == Invalidation::Rows::All) {
            m_file.invalidateRowsUpTo(invalidation.upTo);
            continue;
        }
        const auto keys = rowWriter.keysOf(invalidation.keyHash, invalidation.upTo);
        if (!keys)
            return keys.error();
        for (const EntryKey &key : *keys) {
            if (m_queue.erase(key, invalidation.upTo) == QueueAnswer::Overflowed)
                m_file.invalidateRowsUpTo(invalidation.upTo);
        }
    }
    m_neededMark = m_queue.mark();
    // An earlier program's: all of it is in the log.
    if (isFirst) {
        m_recordedMark = m_neededMark;
        m_recordedUpTo = m_file.undeletedUpTo().value_or(EntryId{});
    }
    if (!m_invalidations.isEmpty())
        m_options.wakeWriter();
    return std::nullopt;
}

void ShardWriter::recordInvalidations()
{
    if (!m_invalidations.isInPlace()) {
        m_recordedMark = 0;
        m_recordedUpTo = {};
    }
    const std::uint64_t mark = m_queue.mark();
    std::vector<Invalidation> added;
    const auto upTo = m_file.undeletedUpTo();
    if (upTo && *upTo > m_recordedUpTo)
        added.push_back({.rows = Invalidation::Rows::All, .upTo = *upTo});
    for (const ChangePtr &change : m_queue.changesAfter(m_recordedMark)) {
        if (change->sparesKept)
            continue; // a value that is not served, as it expired
        // The row of the change itself may be written before the program ends.
        const std::uint64_t isWrite = change->record ? 1 : 0;
        added.push_back({.keyHash = change->key.hash(),
                         .upTo = EntryId{static_cast<std::uint64_t>(change->id) - isWrite}});
    }
    if (!added.empty() && !m_invalidations.append(added)) {
        // Too many keys: none of the rows is left to the next program.
        if (!m_invalidations.replace({.rows = Invalidation::Rows::All, .upTo = m_file.greatestAssigned()})) {
            m_file.markInvalid();
            m_neededMark = mark;
            return;
        }
    }
    m_recordedMark = m_neededMark = mark;
    m_recordedUpTo = upTo.value_or(EntryId{});
}

bool ShardWriter::isInvalidationLogDone() const
{
    return (!m_invalidations.isEmpty() || m_file.isMarkedInvalid()) && !m_queue.holdsUpTo(m_neededMark) &&
           !m_file.undeletedUpTo();
}

// First what replaces it is made durable.
std::optional<Fault> ShardWriter::clearInvalidationLog()
{
    if (auto fault = m_file.rowWriter().checkpoint())
        return fault;
    m_invalidations.clear();
    m_file.removeMark();
    return std::nullopt;
}

bool ShardWriter::flush()
{
    const std::uint64_t mark = m_queue.mark();
    do {
        if (work(Touches::All) == Progress::OutOfOrder)
            return false;
    } while (m_queue.holdsUpTo(mark));
    if (m_file.rowWriter().logPages() > 0 &&
        m_file.recordOutcome(m_file.rowWriter().checkpoint()) != ShardFile::Outcome::Good)
        return false;
    if (isInvalidationLogDone()) {
        m_invalidations.clear();
        m_file.removeMark();
    }
    m_file.rowWriter().truncateLog();
    m_file.measure();
    return true;
}

std::size_t ShardWriter::keep(const std::vector<EntryId> &ids, bool isKept)
{
    // Queued entries get their rows first. The flush may fail because kept rows fill the disk; releasing them
    // must then still be possible.
    flush();
    if (!m_file.isOpen())
        return 0;
    auto changed = m_file.rowWriter().keep(ids, isKept);
    if (changed)
        return *changed;
    m_file.recordOutcome(std::move(changed.error()));
    return 0;
}

} // namespace manometer::cache::disk
