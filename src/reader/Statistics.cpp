// SPDX-License-Identifier: GPL-3.0-or-later
#include "reader/Statistics.h"

#include "reader/Numbers.h"

namespace manometer::reader {

namespace {

__extension__ using Integer128 = __int128;

std::string textOf(Integer128 value)
{
    const bool isNegative = value < 0;
    std::string digits;
    do {
        const auto digit = static_cast<int>(value % 10);
        digits.insert(digits.begin(), static_cast<char>('0' + (digit < 0 ? -digit : digit)));
        value /= 10;
    } while (value != 0);
    return isNegative ? '-' + digits : digits;
}

template<typename Integer>
std::string integerText(Integer value, const Scaling &scaling)
{
    // 2^63 is the largest offset of the unsigned conventions.
    if (scaling.scale == 1 && scaling.zero == std::floor(scaling.zero) && std::abs(scaling.zero) <= 0x1p63)
        return textOf(Integer128(value) + Integer128(scaling.zero));
    return jsonNumber(static_cast<long double>(scaling.scale) * static_cast<long double>(value) +
                      static_cast<long double>(scaling.zero));
}

} // namespace

std::string jsonNumber(long double value)
{
    const auto rounded = static_cast<double>(value);
    return std::isfinite(rounded) ? numberText(rounded) : "null";
}

std::string scaledText(std::int64_t value, const Scaling &scaling)
{
    return integerText(value, scaling);
}

std::string scaledText(std::uint64_t value, const Scaling &scaling)
{
    return integerText(value, scaling);
}

std::string scaledText(double value, const Scaling &scaling)
{
    return jsonNumber(static_cast<long double>(scaling.scale) * static_cast<long double>(value) +
                      static_cast<long double>(scaling.zero));
}

void writeStatistics(json::Writer &writer, const Moments &moments, const Counts &counts,
                     const std::string &minimum, const std::string &maximum)
{
    writer.member("statistics");
    writer.beginObject();
    const auto write = [&writer](std::string_view name, const std::string &number) {
        writer.member(name);
        writer.literal(number);
    };
    write("count", numberText(moments.count));
    write("nan", numberText(counts.nan));
    write("infinite", numberText(counts.infinite));
    write("blank", numberText(counts.blank));
    if (moments.count > 0) {
        write("minimum", minimum);
        write("maximum", maximum);
        write("mean", jsonNumber(moments.mean));
        write("deviation", jsonNumber(std::sqrt(moments.squares / static_cast<long double>(moments.count))));
    }
    writer.endObject();
}

} // namespace manometer::reader
