// SPDX-License-Identifier: GPL-3.0-or-later
//
// Applies the limit policy's decisions to the cache in a thread of its own, so that neither a hung window nor
// a slow disk delays sampling or the release of memory. post() may be called from any thread; it neither
// blocks nor allocates. Pending orders are merged; the newest limit applies. Signals are emitted in the
// relief thread.
//
// Orders of the cause Rehearsal are kept apart: they set a second limit, and the cache has the smaller one of
// the two, and the stricter admission. A rehearsal can therefore never raise a limit, and its cuts never mix
// with those of the machine's own pressure, which are carried out first. A LimitEvent is about the cache's
// limit: there is one if and only if it changed. The steps of its growth are one event, at the last step or
// when the other limit bounds it. Its cause is the limit that bounds the cache after the change.
#pragma once

#include "cache/Cache.h"
#include "pressure/control/LimitPolicy.h"
#include "pressure/source/KernelFile.h"
#include "service/monitor/DiskCleanUp.h"
#include "views/Event.h"

#include <QObject>

#include <array>
#include <condition_variable>
#include <limits>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace manometer::service {

// The limit of no rehearsal.
inline constexpr pressure::Limits unlimited{.entries = std::numeric_limits<std::uint64_t>::max(),
                                            .bytes = std::numeric_limits<std::uint64_t>::max()};

struct ReliefOrder
{
    enum class Receipt { Written, Omitted }; // Omitted for the steps of a restore
    enum class Disk { Untouched, CleanUp };

    pressure::Limits limits{};
    cache::LimitCause cause = cache::LimitCause::Pressure;
    cache::Admission admission = cache::Admission::Always;
    pressure::Level level = pressure::Level::Normal;
    Receipt receipt = Receipt::Written;
    Disk disk = Disk::Untouched;
    // Of a rehearsal's end: the machine's own limit changes at the same time.
    bool isBesideMachines = false;
    double percent = views::absent; // p at the time of the decision
    quint64 usedBytes = 0;          // that p is about; 0 if unknown
    // Evictions of at least this size take part in the futility check, and their receipt names the largest
    // process.
    quint64 futilityMinimumBytes = pressure::LimitConfig{}.futileEvictedBytes;
};

// What an order of the cause Rehearsal did.
struct RehearsedCut
{
    quint64 evictedEntries = 0;
    quint64 evictedBytes = 0;
    bool isLast = false; // the order removed the rehearsal's limit
};

class EventSink;

class Relief : public QObject
{
    Q_OBJECT
public:
    // A clean-up reduces the disk store to this share of its cap.
    static constexpr double diskKeepRatio = 0.8;
    // The resident set is read again after these times: the kernel's figure lags (it counts in batches per
    // CPU), and freed memory may be allocated again.
    using SettleTimes = std::array<std::chrono::milliseconds, 2>;
    static constexpr SettleTimes usualSettleTimes{std::chrono::milliseconds(250),
                                                  std::chrono::milliseconds(2'000)};

    // Both outlive this object. `procRoot`: where to find the largest process.
    Relief(cache::Cache &cache, EventSink &events, std::string procRoot = "/proc",
           SettleTimes settleTimes = usualSettleTimes);
    // Carries out pending orders and clean-ups, then joins the threads; receipts that have not settled are
    // dropped.
    ~Relief() override;

    void post(const ReliefOrder &order);

signals:
    // The second half of a LimitEvent's receipt, without percentAfter, which SamplingLoop sets.
    void settled(const manometer::views::ReceiptEvent &receipt);
    // After each order of a rehearsal.
    void rehearsed(const manometer::service::RehearsedCut &cut);

private:
    using Time = std::chrono::steady_clock::time_point;
    struct PendingReceipt
    {
        views::ReceiptEvent receipt;
        quint64 futilityMinimumBytes = 0;
        Time acted;
        std::size_t measured = 0; // index into m_settleTimes
    };

    void work();
    Time dueAt(const PendingReceipt &pending) const
    {
        return pending.acted + m_settleTimes[pending.measured];
    }
    void execute(const ReliefOrder &order);
    // `order` is the one that the event is about.
    void reportLimit(const ReliefOrder &order, const cache::LimitOutcome &outcome, quint64 action,
                     quint64 rssBefore, quint64 rssAfter);
    // Of a limit that grew by this order: the one that bounds it now.
    ReliefOrder boundOf(const ReliefOrder &order) const;
    void measure(PendingReceipt &pending);
    // This process's resident set, even if samples come from another /proc; 0 if unreadable.
    quint64 residentBytes();
    void measureDue();

    cache::Cache &m_cache;
    EventSink &m_events;
    const std::string m_procRoot;
    const SettleTimes m_settleTimes;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::optional<ReliefOrder> m_pending; // guarded by m_mutex, like the next two
    std::optional<ReliefOrder> m_pendingRehearsal;
    bool m_stopping = false;
    // Used in the relief thread only.
    ReliefOrder m_real; // the newest of the machine's own, and of a rehearsal
    ReliefOrder m_rehearsal{.limits = unlimited, .cause = cache::LimitCause::Rehearsal};
    // The cache's limit before the steps of its growth that no event has reported.
    std::optional<cache::Limits> m_grownFrom;
    std::vector<PendingReceipt> m_pendingReceipts;
    quint64 m_actions = 0; // that have a receipt
    pressure::KernelFile m_statm{"/proc/self/statm"};
    std::unique_ptr<DiskCleanUp> m_cleanUp; // requested by the relief thread
    std::thread m_thread;
};

} // namespace manometer::service
