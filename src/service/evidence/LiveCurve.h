// SPDX-License-Identifier: GPL-3.0-or-later
//
// Estimates the hit ratios of other limits while the cache runs: a thread of its own takes what the cache's
// tap has sampled and passes it to insight::MissRatioCurve. evidence() is for any thread and never blocks on
// disk. The figures are of the requests since the start, since the configured limit was changed, or of the
// last day; requests that came before the simulated caches were warm are left out.
#pragma once

#include "cache/Cache.h"
#include "views/EvidenceView.h"

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

namespace manometer::service {

struct LiveCurveSetup
{
    std::chrono::milliseconds busyInterval{250}; // between two looks at the tap, while requests come
    std::chrono::milliseconds idleInterval{2000};
    // Sampled requests a second, at most: each costs the cache's caller some 30 ns.
    double mostSampledPerSecond = 20'000;
    // Fewer sampled requests are no evidence.
    quint64 neededRequests = 5000;
    // The simulated caches are cold at first.
    quint64 warmUpRequests = 2000;
    std::chrono::hours longest{24};
    std::function<std::chrono::steady_clock::time_point()> now = &std::chrono::steady_clock::now;
};

class LiveCurve
{
public:
    // `cache` outlives this object; nothing else may take from its tap.
    LiveCurve(cache::Cache &cache, const cache::Limits &configured, const LiveCurveSetup &setup = {});
    ~LiveCurve();

    // Any thread. Another limit begins another estimate.
    void setConfigured(const cache::Limits &configured);
    views::HitEvidence evidence() const;
    // For tests: takes what the tap has now.
    void takeNow();

private:
    class Estimate;

    void run();
    void take();
    void begin(const cache::Stats &stats);

    cache::Cache &m_cache;
    const LiveCurveSetup m_setup;
    mutable std::mutex m_mutex; // guards what follows
    std::condition_variable m_wake;
    bool m_stopping = false;
    cache::Limits m_configured;
    quint64 m_unsampledRequests; // at the start: while there are no others, nothing is sampled or allocated
    std::unique_ptr<Estimate> m_estimate;
    views::HitEvidence m_former; // of the estimate before, until this one has figures
    bool m_wasBusy = false;
    std::chrono::steady_clock::time_point m_taken{};
    std::thread m_thread;
};

} // namespace manometer::service
