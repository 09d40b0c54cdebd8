// SPDX-License-Identifier: GPL-3.0-or-later
#include "cache/disk/Dictionary.h"

#include "cache/disk/PayloadCodec.h"

#include <algorithm>
#include <zdict.h>
#include <zstd.h>

namespace manometer::cache::disk {

namespace {

// Measured on 2 KB of metadata: 4 KB compress a tenth worse, 64 KB hardly better and slower.
constexpr std::size_t dictionaryBytes = 16u << 10;
// zstd recommends a hundred times the dictionary. With a twelfth of that, 2 KB of metadata compress as well
// (to within a hundredth), training takes a third of the time, and fewer rows are written without a
// dictionary.
constexpr std::size_t leastSampleBytes = 128u << 10;
constexpr std::size_t leastSamples = 64;
// Of a long value the beginning is enough: the rest repeats names that occur in it.
constexpr std::size_t sampledBytes = 8u << 10;

// How many values are checked for drift together, and how much worse than the first ones they may compress.
constexpr std::uint64_t valuesPerDriftCheck = 2048;
constexpr double driftRatio = 1.3;

// After an unsuccessful training, so many values are skipped before the next one; then twice as many.
constexpr std::uint64_t firstRetryInterval = 8192;

} // namespace

void Dictionary::Free::operator()(ZSTD_CDict_s *dictionary) const
{
    ZSTD_freeCDict(dictionary);
}

void Dictionary::Free::operator()(ZSTD_DDict_s *dictionary) const
{
    ZSTD_freeDDict(dictionary);
}

DictionaryPtr Dictionary::make(std::int64_t id, std::string_view bytes, Use use)
{
    // Without a valid header zstd would accept a damaged dictionary as raw content.
    if (ZDICT_getDictID(bytes.data(), bytes.size()) == 0)
        return nullptr;
    auto dictionary = std::make_shared<Dictionary>();
    dictionary->m_id = id;
    dictionary->m_decompression.reset(ZSTD_createDDict(bytes.data(), bytes.size()));
    if (use == Use::Writing)
        dictionary->m_compression.reset(ZSTD_createCDict(bytes.data(), bytes.size(), compressionLevel));
    const bool isUsable = dictionary->m_decompression && (use == Use::Reading || dictionary->m_compression);
    return isUsable ? dictionary : nullptr;
}

void FirstDictionary::offer(std::string_view bytes)
{
    const std::lock_guard lock(m_mutex);
    if (m_bytes.empty())
        m_bytes = bytes;
}

std::optional<std::string> FirstDictionary::bytes() const
{
    const std::lock_guard lock(m_mutex);
    return m_bytes.empty() ? std::nullopt : std::optional(m_bytes);
}

void DictionaryTrainer::note(std::string_view value, std::size_t payloadBytes)
{
    if (m_untilNextTry > 0) {
        m_isCollecting = --m_untilNextTry == 0;
        return;
    }
    if (!m_isCollecting)
        return checkDrift(value.size(), payloadBytes);
    if (isDue())
        return;
    m_samples += value.substr(0, sampledBytes);
    m_sampleBytes.push_back(std::min(value.size(), sampledBytes));
}

void DictionaryTrainer::checkDrift(std::size_t valueBytes, std::size_t payloadBytes)
{
    m_valueBytes += valueBytes;
    m_payloadBytes += payloadBytes;
    if (++m_values < valuesPerDriftCheck)
        return;
    const double ratio = double(m_payloadBytes) / double(std::max<std::uint64_t>(m_valueBytes, 1));
    m_values = m_valueBytes = m_payloadBytes = 0;
    if (!m_firstRatio)
        m_firstRatio = ratio;
    m_isCollecting = ratio > *m_firstRatio * driftRatio;
}

bool DictionaryTrainer::isDue() const
{
    return m_samples.size() >= leastSampleBytes && m_sampleBytes.size() >= leastSamples;
}

std::optional<std::string> DictionaryTrainer::train()
{
    std::string dictionary(dictionaryBytes, '\0');
    const std::size_t size =
        ZDICT_trainFromBuffer(dictionary.data(), dictionary.size(), m_samples.data(), m_sampleBytes.data(),
                              static_cast<unsigned>(m_sampleBytes.size()));
    const bool isTrained = !ZDICT_isError(size);
    dictionary.resize(isTrained ? size : 0);
    const bool isWorthIt = isTrained && helps(dictionary);
    m_samples = {};
    m_sampleBytes = {};
    m_isCollecting = false;
    m_firstRatio.reset();
    if (isWorthIt)
        return dictionary;
    m_retryInterval = std::max(firstRetryInterval, 2 * m_retryInterval);
    m_untilNextTry = m_retryInterval;
    return std::nullopt;
}

// Whether the dictionary makes some of the samples a tenth smaller. It was trained on them, but is too small
// to contain them.
bool DictionaryTrainer::helps(std::string_view bytes) const
{
    const DictionaryPtr dictionary = Dictionary::make(1, bytes, Dictionary::Use::Writing);
    if (!dictionary)
        return false;
    PayloadCodec codec;
    std::size_t with = 0;
    std::size_t without = 0;
    std::size_t at = 0;
    for (std::size_t i = 0; i < m_sampleBytes.size(); at += m_sampleBytes[i++]) {
        if (i % 8 != 0)
            continue;
        const std::string_view sample = std::string_view(m_samples).substr(at, m_sampleBytes[i]);
        with += codec.compress(sample, dictionary.get()).size();
        without += codec.compress(sample, nullptr).size();
    }
    return with < without / 10 * 9;
}

} // namespace manometer::cache::disk
