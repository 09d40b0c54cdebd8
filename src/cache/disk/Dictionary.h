// SPDX-License-Identifier: GPL-3.0-or-later
//
// zstd dictionaries: what a shard's small values have in common. Metadata of one kind repeats the same names
// in each value, and a single value of 2 KB is too short to learn them from. Trained on values that were
// written, stored in the same file as the rows that need it, never changed once a row may refer to it.
// https://github.com/facebook/zstd/blob/dev/lib/zdict.h
#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

struct ZSTD_CDict_s;
struct ZSTD_DDict_s;

namespace manometer::cache::disk {

// The payload table's `dictionary` of a payload that was compressed without one.
inline constexpr std::int64_t noDictionary = 0;

// Immutable: any thread.
class Dictionary
{
public:
    // Writing takes some 200 KB more than reading.
    enum class Use : std::uint8_t { Reading, Writing };

    // Null if zstd cannot use the bytes.
    static std::shared_ptr<const Dictionary> make(std::int64_t id, std::string_view bytes, Use use);

    std::int64_t id() const { return m_id; }
    const ZSTD_CDict_s *forCompression() const { return m_compression.get(); }
    const ZSTD_DDict_s *forDecompression() const { return m_decompression.get(); }

private:
    struct Free
    {
        void operator()(ZSTD_CDict_s *dictionary) const;
        void operator()(ZSTD_DDict_s *dictionary) const;
    };

    std::int64_t m_id = noDictionary;
    std::unique_ptr<ZSTD_CDict_s, Free> m_compression;
    std::unique_ptr<ZSTD_DDict_s, Free> m_decompression;
};
using DictionaryPtr = std::shared_ptr<const Dictionary>;

// The first dictionary that one of a store's shards has: the others begin with it, since keys are spread over
// shards by their hashes, and so the values of all are alike. Any thread; never blocks on disk.
class FirstDictionary
{
public:
    // Does nothing if there is one.
    void offer(std::string_view bytes);
    std::optional<std::string> bytes() const;

private:
    mutable std::mutex m_mutex;
    std::string m_bytes;
};

// Collects values and decides when a dictionary, or another one, is worth training. One thread at a time;
// never blocks on disk; training takes some hundredths of a second of processor time.
class DictionaryTrainer
{
public:
    // For a file that was just opened, with a dictionary or without one.
    explicit DictionaryTrainer(bool hasDictionary)
        : m_isCollecting(!hasDictionary)
    {}

    // A value that was written, and what it was compressed to.
    void note(std::string_view value, std::size_t payloadBytes);
    bool isDue() const;
    // The dictionary's bytes; none if the values have too little in common. Either way it collects again only
    // for a reason: values compress much worse than they did, or far more of them were written.
    std::optional<std::string> train();

private:
    void checkDrift(std::size_t valueBytes, std::size_t payloadBytes);
    bool helps(std::string_view dictionary) const;

    bool m_isCollecting;
    std::string m_samples; // concatenated
    std::vector<std::size_t> m_sampleBytes;
    std::uint64_t m_untilNextTry = 0; // values to skip after an unsuccessful training
    std::uint64_t m_retryInterval = 0;
    // Sums over the values since the last check for drift, and the compression ratio of the first check.
    std::uint64_t m_values = 0;
    std::uint64_t m_valueBytes = 0;
    std::uint64_t m_payloadBytes = 0;
    std::optional<double> m_firstRatio;
};

} // namespace manometer::cache::disk
