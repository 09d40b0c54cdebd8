// SPDX-License-Identifier: GPL-3.0-or-later
//
// The miss ratio of a recorded trace: one access a line, `key` or `key,size`, plain or .zst.
//   bench_trace FILE --entries N [--policy tier|s3fifo]
// tier: the memory tier, with a put of 32 bytes for each miss; s3fifo: the policy alone.
#include "Trace.h"
#include "cache/memory/MemoryTier.h"
#include "cache/policy/S3Fifo.h"

#include <cstdio>
#include <cstring>
#include <limits>
#include <memory>
#include <unordered_map>
#include <utility>
#include <vector>

using namespace manometer;
using namespace manometer::cache;

namespace {

constexpr std::uint64_t noByteLimit = std::uint64_t{1} << 50;

std::uint64_t missesOfTier(const std::vector<std::string_view> &keys, std::uint64_t entries)
{
    memory::MemoryTier tier({.entries = entries, .bytes = noByteLimit}, std::nullopt);
    std::uint64_t misses = 0;
    for (const std::string_view key : keys) {
        if (tier.find(KeyView(key, {}), {}, {}).outcome == memory::Lookup::Outcome::Hit)
            continue;
        ++misses;
        tier.put(std::make_shared<const Record>(Record{.id = EntryId{misses},
                                                       .key = EntryKey(key, {}),
                                                       .version = {},
                                                       .note = {},
                                                       .stored = {},
                                                       .bytes = std::string(32, 'x')}),
                 memory::DiskCopy::Expected, {});
    }
    return misses;
}

struct Element : policy::S3FifoNode<Element>
{
    std::uint64_t hash = 0;
};

std::uint64_t missesOfPolicy(const std::vector<std::string_view> &keys, std::uint64_t entries)
{
    policy::S3Fifo<Element> policy({.entries = entries, .bytes = noByteLimit});
    std::unordered_map<std::uint64_t, Element> held;
    std::uint64_t misses = 0;
    for (const std::string_view key : keys) {
        const std::uint64_t hash = EntryKey(key, {}).hash();
        if (const auto found = held.find(hash); found != held.end()) {
            policy.recordHit(found->second);
            continue;
        }
        ++misses;
        while (!policy.hasRoomFor(1))
            held.erase(policy.evict()->hash);
        Element &element = held[hash];
        element.hash = hash;
        policy.insert(element, hash, 1);
    }
    return misses;
}

int usage()
{
    std::fprintf(stderr, "bench_trace FILE --entries N [--policy tier|s3fifo]\n");
    return 2;
}

} // namespace

int main(int argc, char **argv)
{
    const char *path = nullptr;
    std::uint64_t entries = 0;
    std::string_view policy = "tier";
    for (int i = 1; i < argc; ++i) {
        const bool hasValue = i + 1 < argc;
        if (std::strcmp(argv[i], "--entries") == 0 && hasValue)
            entries = std::strtoull(argv[++i], nullptr, 10);
        else if (std::strcmp(argv[i], "--policy") == 0 && hasValue)
            policy = argv[++i];
        else if (!path && argv[i][0] != '-')
            path = argv[i];
        else
            return usage();
    }
    if (!path || entries == 0 || (policy != "tier" && policy != "s3fifo"))
        return usage();
    const std::string text = bench::readText(path);
    const std::vector<std::string_view> keys = bench::keysOf(text);
    if (keys.empty()) {
        std::fprintf(stderr, "%s: no accesses could be read\n", path);
        return 1;
    }
    const std::uint64_t misses =
        policy == "tier" ? missesOfTier(keys, entries) : missesOfPolicy(keys, entries);
    std::printf("requests=%zu misses=%llu miss_ratio=%.6f\n", keys.size(),
                static_cast<unsigned long long>(misses), double(misses) / double(keys.size()));
    return 0;
}
