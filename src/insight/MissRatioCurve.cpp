// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/MissRatioCurve.h"

#include "insight/curve/LruDistances.h"
#include "insight/curve/MiniatureCache.h"

#include <queue>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>

namespace manometer::insight {

namespace {

// Parts of the sample, by bits of the hash that do not decide whether it is sampled. Their spread is the
// error of the whole.
constexpr std::size_t groups = 16;
// Steps of the distances for each doubling: a step is 2 %.
constexpr double stepsPerDoubling = 32;
constexpr std::size_t steps = 32 * 40;

using Weights = std::array<double, groups>; // of misses or hits, one for each group

std::size_t groupOf(std::uint64_t hash)
{
    return hash % groups;
}

double stepOf(double distance)
{
    return std::log2(1 + distance) * stepsPerDoubling;
}

double sumOf(const Weights &weights)
{
    return std::accumulate(weights.begin(), weights.end(), 0.0);
}

// The variance of a sum of independent parts.
double varianceOf(const Weights &weights)
{
    const double mean = sumOf(weights) / groups;
    double squares = 0;
    for (const double weight : weights)
        squares += (weight - mean) * (weight - mean);
    return squares * groups / (groups - 1);
}

} // namespace

class MissRatioCurve::Sample
{
public:
    explicit Sample(const Setup &setup)
        : m_most(std::max<std::size_t>(setup.sampledKeys, 1))
        , m_distances(m_most + 1)
        , m_hits(steps, Weights{})
        , m_limits(setup.limits)
        , m_simulated(setup.limits.size(), Weights{})
    {
        for (const cache::Limits &limits : m_limits)
            m_caches.emplace_back(limits);
    }

    double rate() const { return std::ldexp(static_cast<double>(m_bound), -64); }
    bool wants(std::uint64_t hash) const { return hash <= m_bound; }

    void request(std::uint64_t hash, std::uint64_t charge)
    {
        ++requests;
        if (!wants(hash))
            return;
        ++sampled;
        const double weight = 1 / rate();
        const std::size_t group = groupOf(hash);
        m_weights[group] += weight;
        if (const auto distance = m_distances.use(hash))
            m_hits[std::min(steps - 1, static_cast<std::size_t>(stepOf(*distance * weight)))][group] +=
                weight;
        else
            m_keys.push(hash);
        for (std::size_t index = 0; index < m_caches.size(); ++index) {
            if (m_caches[index].find(hash))
                continue;
            m_simulated[index][group] += weight;
            if (charge > 0)
                m_caches[index].put(hash, charge);
        }
        while (m_distances.size() > m_most)
            forgetGreatest();
    }

    void lowerRate(double rate)
    {
        if (rate >= this->rate())
            return;
        const double bound = std::ldexp(std::max(rate, 0.0), 64);
        while (!m_keys.empty() && static_cast<double>(m_keys.top()) > bound)
            forgetGreatest();
        m_bound = std::min(m_bound, static_cast<std::uint64_t>(bound));
        scaleLimits();
    }

    void forgetCounts()
    {
        requests = sampled = 0;
        m_weights = {};
        std::fill(m_hits.begin(), m_hits.end(), Weights{});
        std::fill(m_simulated.begin(), m_simulated.end(), Weights{});
    }

    void put(std::uint64_t hash, std::uint64_t charge)
    {
        if (!wants(hash))
            return;
        for (MiniatureCache &cache : m_caches)
            cache.put(hash, charge);
    }

    void erase(std::uint64_t hash)
    {
        if (!wants(hash))
            return;
        for (MiniatureCache &cache : m_caches)
            cache.remove(hash);
    }

    void setLimits(std::size_t index, const cache::Limits &limits)
    {
        m_limits[index] = limits;
        m_caches[index].setLimits(scaled(limits));
    }

    Estimate lru(std::uint64_t entries) const
    {
        return estimate(missesOfLru(static_cast<double>(entries)), static_cast<double>(entries));
    }

    Estimate simulated(std::size_t index) const
    {
        return estimate(m_simulated[index], static_cast<double>(m_limits[index].entries));
    }

    std::size_t bytes() const
    {
        std::size_t sum =
            m_distances.bytes() + steps * sizeof(Weights) + m_keys.size() * sizeof(std::uint64_t);
        for (const MiniatureCache &cache : m_caches)
            sum += cache.bytes();
        return sum;
    }

    std::uint64_t requests = 0;
    std::uint64_t sampled = 0;

private:
    Weights missesOfLru(double entries) const
    {
        // A distance below the limit is a hit; within its step, in proportion.
        const double until = stepOf(entries);
        Weights misses = m_weights;
        for (std::size_t step = 0; step < steps && static_cast<double>(step) < until; ++step) {
            const double share = std::min(1.0, until - static_cast<double>(step));
            for (std::size_t group = 0; group < groups; ++group)
                misses[group] -= share * m_hits[step][group];
        }
        return misses;
    }

    // Two errors: which keys are sampled, seen in the spread of the groups; and how many of the keys that a
    // cache of this size holds are, on which all groups depend: it moves the curve along its slope. Neither
    // where every key is sampled.
    Estimate estimate(const Weights &misses, double entries) const
    {
        if (requests == 0)
            return {};
        const auto all = static_cast<double>(requests);
        const double unsampled = 1 - rate();
        const double shift = std::min(1.0, std::sqrt(unsampled / std::max(entries * rate(), 1.0)));
        const double slope =
            (sumOf(missesOfLru(entries * (1 - shift))) - sumOf(missesOfLru(entries * (1 + shift)))) / 2;
        return {.missRatio = std::clamp(sumOf(misses) / all, 0.0, 1.0),
                .error = std::sqrt(varianceOf(misses) * unsampled + slope * slope) / all};
    }

    cache::Limits scaled(const cache::Limits &limits) const
    {
        const auto part = [this](std::uint64_t whole) {
            return whole == 0 ? 0
                              : std::max<std::uint64_t>(1, static_cast<std::uint64_t>(std::llround(
                                                               static_cast<double>(whole) * rate())));
        };
        return {.entries = part(limits.entries), .bytes = part(limits.bytes)};
    }

    // The sampled key with the greatest hash; it and those above are no longer sampled.
    void forgetGreatest()
    {
        const std::uint64_t greatest = m_keys.top();
        m_keys.pop();
        m_bound = greatest - 1;
        m_distances.remove(greatest);
        for (MiniatureCache &cache : m_caches)
            cache.remove(greatest);
        scaleLimits();
    }

    void scaleLimits()
    {
        for (std::size_t index = 0; index < m_caches.size(); ++index)
            m_caches[index].setLimits(scaled(m_limits[index]));
    }

    std::size_t m_most;
    std::uint64_t m_bound = std::numeric_limits<std::uint64_t>::max(); // the greatest hash that is sampled
    LruDistances m_distances;
    std::priority_queue<std::uint64_t> m_keys; // those in m_distances
    std::vector<Weights> m_hits;               // by the step of their distance
    Weights m_weights{};                       // of all sampled requests
    std::vector<cache::Limits> m_limits;
    std::vector<MiniatureCache> m_caches;
    std::vector<Weights> m_simulated; // misses
};

MissRatioCurve::MissRatioCurve(const Setup &setup)
    : m_sample(std::make_unique<Sample>(setup))
{}
MissRatioCurve::~MissRatioCurve() = default;
MissRatioCurve::MissRatioCurve(MissRatioCurve &&) noexcept = default;
MissRatioCurve &MissRatioCurve::operator=(MissRatioCurve &&) noexcept = default;

double MissRatioCurve::rate() const
{
    return m_sample->rate();
}
bool MissRatioCurve::wants(std::uint64_t keyHash) const
{
    return m_sample->wants(keyHash);
}
void MissRatioCurve::request(std::uint64_t keyHash, std::uint64_t charge)
{
    m_sample->request(keyHash, charge);
}
void MissRatioCurve::put(std::uint64_t keyHash, std::uint64_t charge)
{
    m_sample->put(keyHash, charge);
}
void MissRatioCurve::erase(std::uint64_t keyHash)
{
    m_sample->erase(keyHash);
}
void MissRatioCurve::lowerRate(double rate)
{
    m_sample->lowerRate(rate);
}
void MissRatioCurve::forgetCounts()
{
    m_sample->forgetCounts();
}
void MissRatioCurve::countUnsampled(std::uint64_t requests)
{
    m_sample->requests += requests;
}
void MissRatioCurve::setLimits(std::size_t index, const cache::Limits &limits)
{
    m_sample->setLimits(index, limits);
}
Estimate MissRatioCurve::lru(std::uint64_t entries) const
{
    return m_sample->lru(entries);
}
Estimate MissRatioCurve::simulated(std::size_t index) const
{
    return m_sample->simulated(index);
}
std::uint64_t MissRatioCurve::requests() const
{
    return m_sample->requests;
}
std::uint64_t MissRatioCurve::sampledRequests() const
{
    return m_sample->sampled;
}
std::size_t MissRatioCurve::bytes() const
{
    return m_sample->bytes();
}

} // namespace manometer::insight
