// SPDX-License-Identifier: GPL-3.0-or-later
//
// Carries out what the limit policy decided, on a thread of its own, so that neither a hung window nor a slow
// disk keeps the sampler from looking or memory from being given back. post() may be called from any thread,
// waits for nothing and allocates nothing; of orders that pile up the newest limit counts. Signals come from
// the relief thread.
#pragma once

#include "cache/Cache.h"
#include "pressure/control/LimitPolicy.h"
#include "pressure/source/KernelFile.h"
#include "service/monitor/DiskCleanUp.h"
#include "views/Event.h"

#include <QObject>

#include <array>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace manometer::service {

struct ReliefOrder
{
    enum class Receipt { Written, Omitted }; // the steps of a restore are not worth a line each
    enum class Disk { Untouched, CleanUp };

    pressure::Limits limits{};
    cache::LimitCause cause = cache::LimitCause::Pressure;
    cache::Admission admission = cache::Admission::Always;
    pressure::Level level = pressure::Level::Normal;
    Receipt receipt = Receipt::Written;
    Disk disk = Disk::Untouched;
    double percent = views::absent; // p when it was decided
    // From so much on an eviction is judged, and it is looked up whose the memory is.
    quint64 futilityMinimumBytes = pressure::LimitConfig{}.futileEvictedBytes;
};

class Relief : public QObject
{
    Q_OBJECT
public:
    // At HIGH the disk store gives up what exceeds this share of its cap.
    static constexpr double diskKeepRatio = 0.8;
    // The kernel's figure of a process lags (it counts in batches a CPU), and what was freed may be taken
    // back: the resident set is read again after these times.
    static constexpr std::array settleTimes{std::chrono::milliseconds(250), std::chrono::milliseconds(2'000)};

    // `procRoot`: where to look for whose the memory is.
    explicit Relief(cache::Cache &cache, std::string procRoot = "/proc");
    // Carries out what is posted, a clean-up last, then stops; receipts that have not settled are dropped.
    ~Relief() override;

    void post(const ReliefOrder &order);

signals:
    void acted(const manometer::views::Event &event);
    // The second half of a LimitEvent's receipt. percentAfter is for whoever knows p to fill in.
    void settled(const manometer::views::ReceiptEvent &receipt);

private:
    using Time = std::chrono::steady_clock::time_point;
    struct PendingReceipt
    {
        views::ReceiptEvent receipt;
        quint64 futilityMinimumBytes = 0;
        Time acted;
        std::size_t measured = 0; // how many of settleTimes
        Time dueAt() const { return acted + settleTimes[measured]; }
    };

    void work();
    void execute(const ReliefOrder &order);
    void reportLimit(const ReliefOrder &order, const cache::LimitOutcome &outcome, quint64 rssBefore,
                     quint64 rssAfter);
    void measure(PendingReceipt &pending);
    // The process's own resident set, whatever /proc the samples come from; 0 where it cannot be told.
    quint64 residentBytes();
    void measureDue();

    cache::Cache &m_cache;
    const std::string m_procRoot;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::optional<ReliefOrder> m_pending; // guarded by m_mutex, as is
    bool m_stopping = false;
    // The relief thread's own.
    std::optional<cache::Limits> m_restoringFrom; // the limit before the first step without a receipt
    std::vector<PendingReceipt> m_pendingReceipts;
    quint64 m_actions = 0;
    pressure::KernelFile m_statm{"/proc/self/statm"};
    std::unique_ptr<DiskCleanUp> m_cleanUp; // the relief thread's to ask
    std::thread m_thread;
};

} // namespace manometer::service
