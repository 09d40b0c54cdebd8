// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/monitor/Relief.h"

#include "pressure/source/KernelFile.h"
#include "service/Clock.h"

#include <charconv>
#include <unistd.h>
#include <utility>

namespace manometer::service {

namespace {

// The process's own resident set, whatever /proc the samples come from; 0 where it cannot be told.
quint64 residentBytes()
{
    pressure::KernelFile statm("/proc/self/statm");
    const auto text = statm.read();
    if (!text)
        return 0;
    const auto gap = text->find(' ');
    quint64 pages = 0;
    if (gap == std::string_view::npos ||
        std::from_chars(text->data() + gap + 1, text->data() + text->size(), pages).ec != std::errc())
        return 0;
    return pages * static_cast<quint64>(::sysconf(_SC_PAGESIZE));
}

} // namespace

Relief::Relief(cache::Cache &cache)
    : m_cache(cache)
{
    m_thread.setObjectName(QStringLiteral("relief"));
    m_worker.moveToThread(&m_thread);
    m_thread.start();
}

Relief::~Relief()
{
    // Behind whatever is posted already.
    QMetaObject::invokeMethod(
        &m_worker, [this] { m_thread.quit(); }, Qt::QueuedConnection);
    m_thread.wait();
}

void Relief::post(const ReliefOrder &order)
{
    {
        const std::lock_guard lock(m_mutex);
        ReliefOrder merged = order;
        if (m_pending) {
            if (m_pending->receipt == ReliefOrder::Receipt::Written)
                merged.receipt = ReliefOrder::Receipt::Written;
            if (m_pending->disk == ReliefOrder::Disk::CleanUp)
                merged.disk = ReliefOrder::Disk::CleanUp;
        }
        m_pending = merged;
    }
    QMetaObject::invokeMethod(
        &m_worker, [this] { carryOut(); }, Qt::QueuedConnection);
}

void Relief::carryOut()
{
    std::optional<ReliefOrder> order;
    {
        const std::lock_guard lock(m_mutex);
        order = std::exchange(m_pending, std::nullopt);
    }
    if (!order)
        return; // merged into an order that was carried out before

    const quint64 rssBefore = residentBytes();
    auto outcome =
        m_cache.setLimits({.entries = order->limits.entries, .bytes = order->limits.bytes}, order->cause);
    if (order->receipt == ReliefOrder::Receipt::Omitted) {
        if (!m_restoringFrom)
            m_restoringFrom = outcome.before;
    } else {
        if (order->cause == cache::LimitCause::Restore)
            outcome.before = m_restoringFrom.value_or(outcome.before);
        m_restoringFrom.reset();
        emit acted(eventNow(LimitEvent{.cause = order->cause,
                                       .level = order->level,
                                       .outcome = outcome,
                                       .processRssBeforeBytes = rssBefore,
                                       .processRssAfterBytes = residentBytes()}));
    }
    if (order->disk == ReliefOrder::Disk::CleanUp)
        emit acted(
            eventNow(CleanUpEvent{.level = order->level, .outcome = m_cache.cleanUpDisk(diskKeepRatio)}));
}

} // namespace manometer::service
