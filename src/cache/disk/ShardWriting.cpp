// SPDX-License-Identifier: GPL-3.0-or-later
//
// The writer thread's half of Shard, its daily work: what is queued goes into the file, group by group.
#include "cache/disk/Schema.h"
#include "cache/disk/Shard.h"

#include <algorithm>

namespace manometer::cache::disk {

namespace {

// A row touches a leaf or two of each of its five b-trees, and each is a page in the log.
constexpr std::uint64_t logBytesPerRow = 8 * pageBytes;
// Past this, longer groups gain nothing.
constexpr std::uint64_t maximumGroupRows = 512;

// Columns, b-tree cells and part-filled pages beside a row's own bytes.
constexpr std::uint64_t rowBytes = 320;

// What is filed changes seldom so much that another one pays; each takes 16 KiB.
constexpr std::int64_t maximumDictionaries = 8;

} // namespace

bool Shard::hasWork() const
{
    if (m_queue.holdsUpTo(m_queue.mark()) || areTouchesDue())
        return true;
    const std::lock_guard lock(m_mutex);
    return m_reported || m_condition || m_floor.load() > m_removedFloor.load();
}

Shard::Progress Shard::work(Touches touches)
{
    // Twice: what the first attempt meets may be damage, which is mended by the second.
    for (int attempt = 0; attempt < 2; ++attempt) {
        const auto [progress, outcome] = attemptWork(touches);
        if (outcome == Outcome::Good)
            return progress;
        if (outcome == Outcome::OutOfOrder)
            return Progress::OutOfOrder;
    }
    // A file that is damaged as soon as it is made: no disk to write to.
    settle(Fault{.kind = Fault::Kind::InputOutputError, .detail = m_options.path + " is damaged again"});
    return Progress::OutOfOrder;
}

std::pair<Shard::Progress, Shard::Outcome> Shard::attemptWork(Touches touches)
{
    if (auto fault = mend())
        return {Progress::OutOfOrder, settle(std::move(fault))};
    const std::uint64_t rows =
        std::clamp<std::uint64_t>(m_logLimitBytes / 2 / logBytesPerRow, 1, maximumGroupRows);
    const auto batch = m_queue.oldest(rows, m_logLimitBytes / 2);
    const std::lock_guard group(m_groupMutex);
    std::vector<Touch> uses;
    if (touches == Touches::All || areTouchesDue() || (!batch.empty() && isTouchTime())) {
        uses = m_queue.takeTouches();
        m_touchesWrittenAt = std::chrono::steady_clock::now().time_since_epoch();
    }
    if (batch.empty() && uses.empty()) {
        std::optional<Fault> fault;
        if (!isGood() && !(fault = boundLog(m_logLimitBytes)))
            fault = m_writer->probe();
        return {Progress::Idle, settle(std::move(fault))};
    }
    const Outcome outcome = settle(write(batch, uses));
    m_groups.fetch_add(1);
    if (outcome == Outcome::Good)
        m_queue.done(batch);
    else
        m_queue.touch(uses);
    return {Progress::Wrote, outcome};
}

std::optional<Fault> Shard::loadDictionary()
{
    const auto stored = m_writer->newestDictionary();
    if (!stored)
        return stored.error();
    m_dictionary.reset();
    if (*stored)
        m_dictionary = Dictionary::make((*stored)->id, (*stored)->bytes, Dictionary::Use::Writing);
    m_trainer = DictionaryTrainer(m_dictionary != nullptr);
    return std::nullopt;
}

std::optional<Fault> Shard::trainDictionary()
{
    // Old rows keep the one that they were written with, so that each is kept as long as the file.
    if (!m_trainer.isDue() || (m_dictionary && m_dictionary->id() >= maximumDictionaries))
        return std::nullopt;
    const auto bytes = m_trainer.train();
    if (!bytes)
        return std::nullopt;
    const auto id = m_writer->addDictionary(*bytes, m_options.now());
    if (!id) {
        m_trainer = DictionaryTrainer(m_dictionary != nullptr);
        return id.error();
    }
    m_dictionary = Dictionary::make(*id, *bytes, Dictionary::Use::Writing);
    return std::nullopt;
}

std::optional<Fault> Shard::write(const std::vector<ChangePtr> &batch, const std::vector<Touch> &touches)
{
    if (auto fault = trainDictionary())
        return fault;
    std::vector<EncodedChange> encoded = m_encoder.encode(batch, m_dictionary);
    std::uint64_t incomingBytes = 0;
    for (const EncodedChange &item : encoded) {
        if (!item.change->record)
            continue;
        m_trainer.note(item.change->record->bytes, item.payload.size());
        incomingBytes += item.payload.size() + item.change->key.sizeBytes() + rowBytes;
    }
    m_encoder.encodeAhead(m_queue.after(batch, batch.size(), m_logLimitBytes / 2), m_dictionary);
    // Rows are then appended, which fills their pages; in the order of hashes a sixth of each stays empty.
    std::sort(encoded.begin(), encoded.end(), [](const EncodedChange &left, const EncodedChange &right) {
        return left.change->id < right.change->id;
    });
    if (auto fault = makeRoom(incomingBytes))
        return fault;
    if (auto fault = m_writer->apply(encoded, touches))
        return fault;
    m_rows.fetch_add(static_cast<std::uint64_t>(m_writer->rowsAdded()));
    auto fault = m_writer->checkpointIfLong();
    measure();
    return fault;
}

bool Shard::flush()
{
    const std::uint64_t mark = m_queue.mark();
    do {
        if (work(Touches::All) == Progress::OutOfOrder)
            return false;
    } while (m_queue.holdsUpTo(mark));
    if (m_writer->logPages() > 0 && settle(m_writer->checkpoint()) != Outcome::Good)
        return false;
    m_writer->truncateLog();
    measure();
    return true;
}

std::size_t Shard::keep(const std::vector<EntryId> &ids, bool isKept)
{
    // What is queued gets its row first. If that fails because kept rows fill the disk, letting go must not.
    flush();
    if (!m_writer)
        return 0;
    auto changed = m_writer->keep(ids, isKept);
    if (changed)
        return *changed;
    settle(std::move(changed.error()));
    return 0;
}

} // namespace manometer::cache::disk
