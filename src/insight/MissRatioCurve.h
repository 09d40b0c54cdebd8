// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the hit ratio would be under other limits, estimated while the cache runs: for LRU at any limit, and
// for the memory tier's own policy at chosen limits, both from a sample of the keys of fixed size
// (Waldspurger et al., "Efficient MRC construction with SHARDS", FAST '15, with the correction of SHARDS-adj:
// ratios are of all requests, sampled or not). Each estimate comes with its standard error. Not thread-safe;
// never blocks.
#pragma once

#include "cache/Limits.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace manometer::insight {

struct Estimate
{
    double missRatio = 0; // of the requests; 0 to 1
    double error = 0;     // one standard error, from how much parts of the sample differ
};

class MissRatioCurve
{
public:
    // Beside a running cache: less than 2 MB with five limits.
    static constexpr std::size_t liveKeys = 4096;

    struct Setup
    {
        std::size_t sampledKeys = 8192;
        std::vector<cache::Limits> limits{}; // for which the policy is simulated
    };

    explicit MissRatioCurve(const Setup &setup);
    ~MissRatioCurve();
    MissRatioCurve(MissRatioCurve &&) noexcept;
    MissRatioCurve &operator=(MissRatioCurve &&) noexcept;

    // The share of all keys that is sampled; it falls as more keys are seen. A key is sampled if its hash is
    // below this share of the hashes, as in cache::AccessTap.
    double rate() const;
    bool wants(std::uint64_t keyHash) const;
    // Samples no more than this share from now on, to bound the work at many requests a second.
    void lowerRate(double rate);

    // A request of any key, and what then happened: an entry that was not found and is put has a charge from
    // then on. `charge`: bytes of the limit that the entry uses, 0 if it was not found.
    void request(std::uint64_t keyHash, std::uint64_t charge);
    void put(std::uint64_t keyHash, std::uint64_t charge);
    void erase(std::uint64_t keyHash);
    // Requests of keys that are not sampled and that were not passed to request().
    void countUnsampled(std::uint64_t requests);

    // The same limits in number, at another size: how the limit moves under pressure.
    void setLimits(std::size_t index, const cache::Limits &limits);

    // Begins to count again with the caches as they are: what came before was of cold ones.
    void forgetCounts();

    Estimate lru(std::uint64_t entries) const;
    Estimate simulated(std::size_t index) const; // for Setup::limits[index]
    std::uint64_t requests() const;              // all
    std::uint64_t sampledRequests() const;
    std::size_t bytes() const; // of memory, estimated

private:
    class Sample;
    std::unique_ptr<Sample> m_sample;
};

} // namespace manometer::insight
