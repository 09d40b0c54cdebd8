// SPDX-License-Identifier: GPL-3.0-or-later
//
// The miss ratio of a recorded trace: one access a line, `key` or `key,size`, plain or .zst.
//   bench_trace FILE --entries N [--policy tier|s3fifo]
// tier: the memory tier, with a put of 32 bytes for each miss; s3fifo: the policy alone.
#include "cache/memory/MemoryTier.h"
#include "cache/policy/S3Fifo.h"

#include <cstdio>
#include <cstring>
#include <limits>
#include <memory>
#include <unordered_map>
#include <utility>
#include <vector>
#include <zstd.h>

using namespace manometer::cache;

namespace {

constexpr std::uint64_t noByteLimit = std::uint64_t{1} << 50;

// Empty if it cannot be read.
std::string readText(const char *path)
{
    std::string text;
    std::unique_ptr<std::FILE, int (*)(std::FILE *)> file(std::fopen(path, "rbe"), &std::fclose);
    if (!file)
        return text;
    std::vector<char> chunk(1 << 16);
    while (const std::size_t got = std::fread(chunk.data(), 1, chunk.size(), file.get()))
        text.append(chunk.data(), got);
    if (!std::string_view(path).ends_with(".zst"))
        return text;
    const std::string compressed = std::exchange(text, {});
    std::unique_ptr<ZSTD_DStream, decltype(&ZSTD_freeDStream)> stream(ZSTD_createDStream(),
                                                                      &ZSTD_freeDStream);
    ZSTD_inBuffer in{compressed.data(), compressed.size(), 0};
    while (in.pos < in.size) {
        ZSTD_outBuffer out{chunk.data(), chunk.size(), 0};
        if (ZSTD_isError(ZSTD_decompressStream(stream.get(), &out, &in)))
            return {};
        text.append(chunk.data(), out.pos);
    }
    return text;
}

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
    const std::string text = readText(path);
    std::vector<std::string_view> keys;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const std::string_view line(text.data() + at, end - at);
        if (const std::string_view key = line.substr(0, line.find_first_of(",\r")); !key.empty())
            keys.push_back(key);
        at = end + 1;
    }
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
