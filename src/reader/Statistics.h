// SPDX-License-Identifier: GPL-3.0-or-later
//
// Minimum, maximum, mean and standard deviation of any number of values in one pass.
//
// A block of 4096 values is summed in double about its first value: sum(x - s) and sum((x - s)^2). The shift
// is a value of the block, so that the second sum is at most 4096 times the block's squared deviation, and at
// most twelve bits are lost. Blocks are combined in long double (Chan, Golub, LeVeque 1979, equations 1.5),
// about the first value of all. NaN and infinity are counted and are in none of the four; so is what equals
// `blank`. Pure; one thread.
#pragma once

#include "json/Json.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>

namespace manometer::reader {

// What a stored value means: scale * value + zero.
struct Scaling
{
    double scale = 1;
    double zero = 0;
};

struct Moments
{
    std::uint64_t count = 0;
    long double mean = 0;    // about an origin near it, so that it keeps its digits
    long double squares = 0; // sum of the squared deviations from the mean

    void combine(const Moments &other)
    {
        if (other.count == 0)
            return;
        const auto mine = static_cast<long double>(count);
        const auto theirs = static_cast<long double>(other.count);
        const long double difference = other.mean - mean;
        mean += difference * (theirs / (mine + theirs));
        squares += other.squares + difference * difference * (mine * theirs / (mine + theirs));
        count += other.count;
    }
};

// What NaN stands for.
enum class Undefined : std::uint8_t {
    NotANumber,
    Blank, // an integer that is undefined, in values that were read as floats
};

struct Counts
{
    std::uint64_t nan = 0;
    std::uint64_t infinite = 0;
    std::uint64_t blank = 0;
};

// Writes the object `statistics`. `minimum` and `maximum` are JSON numbers; all but the counts are left out
// where there is no finite value.
void writeStatistics(json::Writer &writer, const Moments &moments, const Counts &counts,
                     const std::string &minimum, const std::string &maximum);
// JSON's number for the value; null where it is not finite.
std::string jsonNumber(long double value);
// scale * value + zero; exact where both are integers.
std::string scaledText(std::int64_t value, const Scaling &scaling);
std::string scaledText(std::uint64_t value, const Scaling &scaling);
std::string scaledText(double value, const Scaling &scaling);

template<typename T>
class Statistics
{
public:
    void add(const T *values, std::size_t count, std::optional<T> blank = std::nullopt)
    {
        for (std::size_t from = 0; from < count; from += blockValues) {
            const std::size_t size = std::min(blockValues, count - from);
            if constexpr (std::is_floating_point_v<T>)
                addFloats(values + from, size);
            else if (blank)
                addWithBlanks(values + from, size, *blank);
            else
                addBlock(values + from, size);
        }
    }

    void write(json::Writer &writer, const Scaling &scaling = {},
               Undefined undefined = Undefined::NotANumber) const
    {
        Counts counts = m_counts;
        if (undefined == Undefined::Blank)
            std::swap(counts.nan, counts.blank);
        Moments moments = m_moments;
        moments.mean =
            (static_cast<long double>(m_origin) + moments.mean) * static_cast<long double>(scaling.scale) +
            static_cast<long double>(scaling.zero);
        moments.squares *= static_cast<long double>(scaling.scale) * static_cast<long double>(scaling.scale);
        std::string minimum = scaledText(Wide(m_minimum), scaling);
        std::string maximum = scaledText(Wide(m_maximum), scaling);
        if (scaling.scale < 0)
            minimum.swap(maximum);
        writeStatistics(writer, moments, counts, minimum, maximum);
    }

private:
    static constexpr std::size_t blockValues = 4096;
    static constexpr std::size_t lanes = 8;
    using Wide = std::conditional_t<std::is_floating_point_v<T>, double,
                                    std::conditional_t<std::is_signed_v<T>, std::int64_t, std::uint64_t>>;

    // Exact for integers of 32 bits; of 64 bits, rounded once.
    static double difference(T value, T shift)
    {
        if constexpr (std::is_integral_v<T> && sizeof(T) == 8)
            return static_cast<double>(static_cast<long double>(value) - static_cast<long double>(shift));
        else
            return static_cast<double>(value) - static_cast<double>(shift);
    }

    void addFloats(const T *values, std::size_t count)
    {
        bool allFinite = true;
        for (std::size_t at = 0; at < count; ++at)
            allFinite &= std::abs(values[at]) <= std::numeric_limits<T>::max();
        if (allFinite)
            return addBlock(values, count);
        std::size_t kept = 0;
        for (std::size_t at = 0; at < count; ++at) {
            if (std::isnan(values[at]))
                ++m_counts.nan;
            else if (std::isinf(values[at]))
                ++m_counts.infinite;
            else
                m_kept[kept++] = values[at];
        }
        addBlock(m_kept.data(), kept);
    }

    void addWithBlanks(const T *values, std::size_t count, T blank)
    {
        std::size_t kept = 0;
        for (std::size_t at = 0; at < count; ++at) {
            m_kept[kept] = values[at];
            kept += values[at] == blank ? 0 : 1;
        }
        m_counts.blank += count - kept;
        addBlock(m_kept.data(), kept);
    }

    // Of finite values.
    void addBlock(const T *values, std::size_t count)
    {
        if (count == 0)
            return;
        const T shift = values[0];
        if (m_moments.count == 0)
            m_origin = shift;
        std::array<double, lanes> sums = {};
        std::array<double, lanes> squares = {};
        std::array<T, lanes> least;
        std::array<T, lanes> most;
        least.fill(m_moments.count == 0 ? shift : m_minimum);
        most.fill(m_moments.count == 0 ? shift : m_maximum);
        std::size_t at = 0;
        for (; at + lanes <= count; at += lanes) {
            for (std::size_t lane = 0; lane < lanes; ++lane) {
                const T value = values[at + lane];
                const double away = difference(value, shift);
                sums[lane] += away;
                squares[lane] += away * away;
                least[lane] = value < least[lane] ? value : least[lane];
                most[lane] = value > most[lane] ? value : most[lane];
            }
        }
        for (; at < count; ++at) {
            const double away = difference(values[at], shift);
            sums[0] += away;
            squares[0] += away * away;
            least[0] = std::min(least[0], values[at]);
            most[0] = std::max(most[0], values[at]);
        }
        m_minimum = *std::min_element(least.begin(), least.end());
        m_maximum = *std::max_element(most.begin(), most.end());
        long double sum = 0;
        long double square = 0;
        for (std::size_t lane = 0; lane < lanes; ++lane) {
            sum += static_cast<long double>(sums[lane]);
            square += static_cast<long double>(squares[lane]);
        }
        if (!std::isfinite(square))
            return m_moments.combine(momentsOfLarge(values, count));
        const auto number = static_cast<long double>(count);
        m_moments.combine(
            {count, static_cast<long double>(shift) - static_cast<long double>(m_origin) + sum / number,
             std::max(0.0L, square - sum * sum / number)});
    }

    // Where the squares are out of double's range.
    Moments momentsOfLarge(const T *values, std::size_t count) const
    {
        Moments moments;
        for (std::size_t at = 0; at < count; ++at)
            moments.combine(
                {1, static_cast<long double>(values[at]) - static_cast<long double>(m_origin), 0});
        return moments;
    }

    Moments m_moments; // about m_origin
    Counts m_counts;
    T m_origin = 0;
    T m_minimum = 0;
    T m_maximum = 0;
    std::array<T, blockValues> m_kept = {};
};

} // namespace manometer::reader
