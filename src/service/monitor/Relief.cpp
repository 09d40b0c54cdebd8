// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/monitor/Relief.h"

#include "pressure/source/MemoryHolders.h"
#include "pressure/source/ProcessStatm.h"
#include "service/monitor/MemoryLocking.h"
#include "service/recording/EventSink.h"

#include <algorithm>
#include <pthread.h>
#include <utility>

namespace manometer::service {

using namespace views;

namespace {

// Cuts within two seconds: one for each level, and a few by the operator.
constexpr std::size_t maxPendingReceipts = 16;

MemoryHolder largestHolder(const std::string &procRoot)
{
    const auto holders = pressure::largestHolders(1, procRoot);
    if (holders.empty())
        return {};
    return {.name = QByteArray::fromStdString(holders.front().name),
            .pid = holders.front().pid,
            .rssBytes = holders.front().rssBytes};
}

ReliefOrder merged(const ReliefOrder &older, const ReliefOrder &newer)
{
    ReliefOrder order = newer;
    if (older.receipt == ReliefOrder::Receipt::Written)
        order.receipt = ReliefOrder::Receipt::Written;
    if (older.disk == ReliefOrder::Disk::CleanUp)
        order.disk = ReliefOrder::Disk::CleanUp;
    return order;
}

cache::Limits smaller(const pressure::Limits &a, const pressure::Limits &b)
{
    return {.entries = std::min(a.entries, b.entries), .bytes = std::min(a.bytes, b.bytes)};
}

// In entries; in bytes where these are equal.
template<typename One, typename Other>
bool isSmaller(const One &one, const Other &other)
{
    return one.entries == other.entries ? one.bytes < other.bytes : one.entries < other.entries;
}

pressure::Limits presentLimits(const cache::Cache &cache)
{
    const cache::Limits limits = cache.stats().memoryLimits;
    return {.entries = limits.entries, .bytes = limits.bytes};
}

} // namespace

Relief::Relief(cache::Cache &cache, EventSink &events, std::string procRoot, SettleTimes settleTimes)
    : m_cache(cache)
    , m_events(events)
    , m_procRoot(std::move(procRoot))
    , m_settleTimes(settleTimes)
    , m_real{.limits = presentLimits(cache)}
    , m_cleanUp(std::make_unique<DiskCleanUp>(cache, diskKeepRatio, events))
{
    m_pendingReceipts.reserve(maxPendingReceipts);
    m_thread = std::thread([this] { work(); });
}

Relief::~Relief()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_changed.notify_one();
    m_thread.join();
}

void Relief::post(const ReliefOrder &order)
{
    {
        const std::lock_guard lock(m_mutex);
        auto &pending = order.cause == cache::LimitCause::Rehearsal ? m_pendingRehearsal : m_pending;
        pending = pending ? merged(*pending, order) : order;
    }
    m_changed.notify_one();
}

quint64 Relief::residentBytes()
{
    const auto text = m_statm.read();
    const auto memory = text ? pressure::parseStatm(*text) : std::nullopt;
    return memory ? memory->residentBytes : 0;
}

void Relief::work()
{
    ::pthread_setname_np(::pthread_self(), "relief");
    lockStack();
    std::unique_lock lock(m_mutex);
    while (m_pending || m_pendingRehearsal || !m_stopping) {
        auto &pending = m_pending ? m_pending : m_pendingRehearsal;
        if (const auto order = std::exchange(pending, std::nullopt)) {
            lock.unlock();
            execute(*order);
            lock.lock();
            continue;
        }
        const auto due = std::min_element(
            m_pendingReceipts.begin(), m_pendingReceipts.end(),
            [this](const PendingReceipt &a, const PendingReceipt &b) { return dueAt(a) < dueAt(b); });
        const auto woken = [this] { return m_pending || m_pendingRehearsal || m_stopping; };
        if (due == m_pendingReceipts.end()) {
            m_changed.wait(lock, woken);
        } else if (!m_changed.wait_until(lock, dueAt(*due), woken)) {
            lock.unlock();
            measureDue();
            lock.lock();
        }
    }
}

ReliefOrder Relief::boundOf(const ReliefOrder &order) const
{
    const bool isRehearsal = order.cause == cache::LimitCause::Rehearsal;
    const ReliefOrder &other = isRehearsal ? m_real : m_rehearsal;
    // A rehearsal's end gives back what it took, unless the machine's own limit is another one at once.
    if (!isSmaller(other.limits, order.limits) || (order.limits == unlimited && !order.isBesideMachines))
        return order;
    ReliefOrder bound = other;
    if (bound.cause == cache::LimitCause::Pressure)
        bound.cause = cache::LimitCause::Restore;
    return bound;
}

void Relief::execute(const ReliefOrder &order)
{
    const bool isRehearsal = order.cause == cache::LimitCause::Rehearsal;
    (isRehearsal ? m_rehearsal : m_real) = order;
    const cache::Limits limits = smaller(m_real.limits, m_rehearsal.limits);
    const quint64 rssBefore = residentBytes();
    m_cache.setAdmission(std::max(m_real.admission, m_rehearsal.admission));
    const quint64 action = m_actions + 1;
    const auto outcome = m_cache.setLimits(limits, order.cause, action);
    const bool isCut = isSmaller(outcome.after, outcome.before);
    const bool isBoundByOther = isSmaller((isRehearsal ? m_real : m_rehearsal).limits, order.limits);
    if (isCut) {
        m_grownFrom.reset();
        reportLimit(order, outcome, action, rssBefore, residentBytes());
    } else {
        if (outcome.after != outcome.before)
            m_grownFrom = m_grownFrom.value_or(outcome.before);
        const bool isLastStep = order.receipt == ReliefOrder::Receipt::Written || isBoundByOther;
        if (m_grownFrom && isLastStep) {
            cache::LimitOutcome grown = outcome;
            grown.before = *std::exchange(m_grownFrom, std::nullopt);
            reportLimit(boundOf(order), grown, action, rssBefore, residentBytes());
        }
    }
    if (order.disk == ReliefOrder::Disk::CleanUp)
        m_cleanUp->request(order.level);
    if (isRehearsal)
        emit rehearsed({.evictedEntries = outcome.evictedEntries,
                        .evictedBytes = outcome.evictedBytes,
                        .isLast = order.limits == unlimited});
}

void Relief::reportLimit(const ReliefOrder &order, const cache::LimitOutcome &outcome, quint64 action,
                         quint64 rssBefore, quint64 rssAfter)
{
    m_actions = action;
    const bool isRehearsal = order.cause == cache::LimitCause::Rehearsal;
    if (outcome.evictedEntries > 0 && m_pendingReceipts.size() < maxPendingReceipts)
        m_pendingReceipts.push_back({.receipt = {.action = action,
                                                 .evictedBytes = outcome.evictedBytes,
                                                 .processRssBeforeBytes = rssBefore,
                                                 .processRssAtOnceBytes = rssAfter,
                                                 .percentBefore = isRehearsal ? absent : order.percent,
                                                 .usedBytesBefore = order.usedBytes,
                                                 .rehearsed = isRehearsal},
                                     .futilityMinimumBytes = order.futilityMinimumBytes,
                                     .acted = std::chrono::steady_clock::now()});
    m_events.report(LimitEvent{.cause = order.cause,
                               .level = order.level,
                               .outcome = outcome,
                               .processRssBeforeBytes = rssBefore,
                               .processRssAfterBytes = rssAfter,
                               .action = action,
                               .percent = order.percent});
}

void Relief::measureDue()
{
    const Time now = std::chrono::steady_clock::now();
    for (PendingReceipt &pending : m_pendingReceipts)
        if (dueAt(pending) <= now)
            measure(pending);
    std::erase_if(m_pendingReceipts,
                  [this](const PendingReceipt &pending) { return pending.measured == m_settleTimes.size(); });
}

void Relief::measure(PendingReceipt &pending)
{
    ReceiptEvent &receipt = pending.receipt;
    if (++pending.measured < m_settleTimes.size()) {
        receipt.processRssAfter250MsBytes = residentBytes();
        return;
    }
    receipt.processRssAfter2SBytes = residentBytes();
    // Small evictions do not justify examining all processes.
    if (receipt.evictedBytes >= pending.futilityMinimumBytes)
        receipt.largestHolder = largestHolder(m_procRoot);
    emit settled(receipt);
}

} // namespace manometer::service
