// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/evidence/LiveCurve.h"

#include "insight/MissRatioCurve.h"
#include "pressure/control/LimitPolicy.h"
#include "reports/Clock.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace manometer::service {

using namespace views;

namespace {

constexpr std::size_t applied = 0; // of the simulated limits: the one that moves as the cache's does
constexpr double mostOffPoints = 3;
// The tap's share is lowered only by steps: it forgets what it holds each time.
constexpr double shareStep = 0.9;

cache::Limits limitAt(const cache::Limits &configured, Level level)
{
    const pressure::Limits most =
        pressure::ceiling({.entries = configured.entries, .bytes = configured.bytes}, level);
    return {.entries = most.entries, .bytes = most.bytes};
}

insight::MissRatioCurve::Setup curveSetup(const cache::Limits &now, const cache::Limits &configured)
{
    insight::MissRatioCurve::Setup setup{.sampledKeys = insight::MissRatioCurve::liveKeys, .limits = {now}};
    for (const Level level : pressure::allLevels)
        setup.limits.push_back(limitAt(configured, level));
    return setup;
}

double hitPercent(const insight::Estimate &estimate)
{
    return 100 * (1 - estimate.missRatio);
}

} // namespace

// One stretch of requests.
class LiveCurve::Estimate
{
public:
    Estimate(const cache::Stats &stats, const cache::Limits &configured, quint64 warmUpRequests,
             std::chrono::steady_clock::time_point now)
        : since(now)
        , m_countedSince(now)
        , m_takenAt(now)
        , m_configured(configured)
        , m_curve(curveSetup(stats.memoryLimits, configured))
        , m_begin(stats)
        , m_last(stats)
        // A cache is full after as many requests as it has entries at the earliest.
        , m_warmUp(std::max<quint64>(warmUpRequests, 2 * configured.entries))
    {}

    double rate() const { return m_curve.rate(); }
    void lowerRate(double rate) { m_curve.lowerRate(rate); }

    void take(const cache::AccessTap::Taken &taken, const cache::Stats &stats,
              std::chrono::steady_clock::time_point now)
    {
        m_takenAt = now;
        m_curve.setLimits(applied, stats.memoryLimits);
        quint64 requests = 0;
        for (const cache::Access &access : taken.accesses) {
            switch (access.kind) {
            case cache::Access::Kind::Hit:
            case cache::Access::Kind::Miss:
                m_curve.request(access.keyHash, access.charge);
                ++requests;
                break;
            case cache::Access::Kind::Put:
                m_curve.put(access.keyHash, access.charge);
                break;
            case cache::Access::Kind::Erase:
                m_curve.erase(access.keyHash);
                break;
            }
        }
        const quint64 all = stats.requests() - m_last.requests();
        // What the tap lost is known in number only: it is as if the whole interval had been shorter.
        const double kept =
            taken.lost == 0 ? 1 : static_cast<double>(requests) / static_cast<double>(requests + taken.lost);
        const auto counted = static_cast<quint64>(std::llround(static_cast<double>(all) * kept));
        m_curve.countUnsampled(counted - std::min<quint64>(counted, requests));
        m_last = stats;
        if (!m_isWarm && stats.requests() - m_begin.requests() >= m_warmUp) {
            m_isWarm = true;
            m_curve.forgetCounts();
            m_begin = stats;
            m_countedSince = now;
            m_sinceWallMs = toMs(std::chrono::system_clock::now());
        }
    }

    HitEvidence evidence(quint64 neededRequests) const
    {
        HitEvidence evidence;
        evidence.neededRequests = neededRequests;
        evidence.sinceWallMs = m_sinceWallMs;
        const quint64 requests = m_last.requests() - m_begin.requests();
        if (!m_isWarm) {
            evidence.warmUpRequestsLeft = m_warmUp - std::min(m_warmUp, requests);
            return evidence;
        }
        if (requests == 0)
            return evidence;
        evidence.requests = requests;
        evidence.sampledRequests = m_curve.sampledRequests();
        evidence.measuredPercent = 100.0 * static_cast<double>(m_last.memoryHits - m_begin.memoryHits) /
                                   static_cast<double>(requests);
        evidence.simulatedPercent = hitPercent(m_curve.simulated(applied));
        if (evidence.sampledRequests < neededRequests)
            return evidence;
        if (std::abs(evidence.simulatedPercent - evidence.measuredPercent) > mostOffPoints) {
            evidence.lack = HitEvidence::Lack::Contradicts;
            return evidence;
        }
        evidence.lack = HitEvidence::Lack::None;
        std::size_t index = applied;
        for (const Level level : pressure::allLevels) {
            const insight::Estimate estimate = m_curve.simulated(++index);
            const double hits = hitPercent(estimate);
            const double lost = evidence.levels.isEmpty()
                                    ? 0
                                    : std::max(0.0, evidence.levels.front().hitPercent - hits) / 100;
            evidence.levels +=
                LevelHits{.level = level,
                          .limit = limitAt(m_configured, level),
                          .hitPercent = hits,
                          .errorPercent = 100 * estimate.error,
                          .lostSecondsPerHour = lost * static_cast<double>(requests) * secondsPerRequest()};
        }
        return evidence;
    }

    const std::chrono::steady_clock::time_point since;

private:
    // Of reading files, for a lost request an hour; NaN while pressure has lost none.
    double secondsPerRequest() const
    {
        const cache::PressureCost &cost = m_last.pressureCost;
        const std::chrono::duration<double, std::ratio<3600>> hours = m_takenAt - m_countedSince;
        if (cost.requests() == 0 || hours.count() <= 0)
            return absent;
        return std::chrono::duration<double>(cost.fileReadTime).count() /
               static_cast<double>(cost.requests()) / hours.count();
    }

    std::chrono::steady_clock::time_point m_countedSince;
    std::chrono::steady_clock::time_point m_takenAt;
    cache::Limits m_configured;
    insight::MissRatioCurve m_curve;
    cache::Stats m_begin; // when counting began
    cache::Stats m_last;
    quint64 m_warmUp;
    bool m_isWarm = false;
    qint64 m_sinceWallMs = toMs(std::chrono::system_clock::now());
};

LiveCurve::LiveCurve(cache::Cache &cache, const cache::Limits &configured, const LiveCurveSetup &setup)
    : m_cache(cache)
    , m_setup(setup)
    , m_configured(configured)
    , m_unsampledRequests(cache.stats().requests())
{
    m_thread = std::thread([this] { run(); });
}

LiveCurve::~LiveCurve()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_one();
    m_thread.join();
    m_cache.tap().setShare(0);
}

void LiveCurve::setConfigured(const cache::Limits &configured)
{
    const std::lock_guard lock(m_mutex);
    if (configured == m_configured)
        return;
    m_configured = configured;
    m_former = {};
    if (m_estimate)
        begin(m_cache.stats());
}

void LiveCurve::begin(const cache::Stats &stats)
{
    m_estimate = std::make_unique<Estimate>(stats, m_configured, m_setup.warmUpRequests, m_setup.now());
    m_cache.tap().setShare(1);
    m_taken = m_estimate->since;
}

HitEvidence LiveCurve::evidence() const
{
    const std::lock_guard lock(m_mutex);
    if (!m_estimate)
        return {.neededRequests = m_setup.neededRequests};
    const HitEvidence present = m_estimate->evidence(m_setup.neededRequests);
    return present.lack == HitEvidence::Lack::FewRequests && m_former.lack == HitEvidence::Lack::None
               ? m_former
               : present;
}

void LiveCurve::takeNow()
{
    const std::lock_guard lock(m_mutex);
    take();
}

void LiveCurve::take()
{
    const cache::Stats stats = m_cache.stats();
    if (!m_estimate) {
        if (stats.requests() != m_unsampledRequests)
            begin(stats);
        return;
    }
    const cache::AccessTap::Taken taken = m_cache.tap().take();
    const auto now = m_setup.now();
    const std::chrono::duration<double> elapsed = now - std::exchange(m_taken, now);
    const double share = m_estimate->rate();
    m_estimate->take(taken, stats, now);
    m_wasBusy = !taken.accesses.empty();
    const double perSecond =
        static_cast<double>(taken.accesses.size() + taken.lost) / std::max(elapsed.count(), 0.001);
    if (perSecond > m_setup.mostSampledPerSecond)
        m_estimate->lowerRate(share * m_setup.mostSampledPerSecond / perSecond);
    if (m_estimate->rate() < share * shareStep)
        m_cache.tap().setShare(m_estimate->rate());
    if (now - m_estimate->since < m_setup.longest)
        return;
    m_former = m_estimate->evidence(m_setup.neededRequests);
    begin(stats);
}

void LiveCurve::run()
{
    std::unique_lock lock(m_mutex);
    while (!m_wake.wait_for(lock, m_wasBusy ? m_setup.busyInterval : m_setup.idleInterval,
                            [this] { return m_stopping; }))
        take();
}

} // namespace manometer::service
