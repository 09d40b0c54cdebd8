// SPDX-License-Identifier: GPL-3.0-or-later
//
// Carries out what the limit policy decided, on a thread of its own, so that neither a hung window nor a slow
// disk keeps the sampler from looking or memory from being given back. post() may be called from any thread
// and never waits; of orders that pile up the newest limit counts. `acted` comes from the relief thread.
#pragma once

#include "cache/Cache.h"
#include "pressure/control/LimitPolicy.h"
#include "service/Event.h"

#include <QObject>
#include <QThread>

#include <mutex>
#include <optional>

namespace manometer::service {

struct ReliefOrder
{
    enum class Receipt { Written, Omitted }; // the steps of a restore are not worth a line each
    enum class Disk { Untouched, CleanUp };

    pressure::Limits limits;
    cache::LimitCause cause = cache::LimitCause::Pressure;
    Level level = Level::Normal;
    Receipt receipt = Receipt::Written;
    Disk disk = Disk::Untouched;
};

class Relief : public QObject
{
    Q_OBJECT
public:
    // At HIGH the disk store gives up what exceeds this share of its cap.
    static constexpr double diskKeepRatio = 0.8;

    explicit Relief(cache::Cache &cache);
    // Carries out what is posted, then stops.
    ~Relief() override;

    void post(const ReliefOrder &order);

signals:
    void acted(const manometer::service::Event &event);

private:
    void carryOut();

    cache::Cache &m_cache;
    std::mutex m_mutex;
    std::optional<ReliefOrder> m_pending;
    std::optional<cache::Limits> m_restoringFrom; // the limit before the first step without a receipt
    QThread m_thread;
    QObject m_worker; // lives in m_thread
};

} // namespace manometer::service
