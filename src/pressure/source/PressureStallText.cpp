// SPDX-License-Identifier: GPL-3.0-or-later
#include "pressure/source/PressureStallText.h"

#include "pressure/source/Text.h"

namespace manometer::pressure {

namespace {

template<typename Number>
std::optional<Number> after(std::string_view line, std::string_view label)
{
    const auto at = line.find(label);
    if (at == std::string_view::npos)
        return std::nullopt;
    return leadingNumber<Number>(line.substr(at + label.size()));
}

} // namespace

std::optional<PressureStall> parsePressureStall(std::string_view text)
{
    const auto fullAt = text.find("full ");
    if (!text.starts_with("some ") || fullAt == std::string_view::npos)
        return std::nullopt;
    const auto some = text.substr(0, fullAt);
    const auto full = text.substr(fullAt);
    const auto someAvg10 = after<double>(some, "avg10=");
    const auto someAvg60 = after<double>(some, "avg60=");
    const auto someAvg300 = after<double>(some, "avg300=");
    const auto fullAvg10 = after<double>(full, "avg10=");
    const auto someTotal = after<std::uint64_t>(some, "total=");
    const auto fullTotal = after<std::uint64_t>(full, "total=");
    if (!someAvg10 || !someAvg60 || !someAvg300 || !fullAvg10 || !someTotal || !fullTotal)
        return std::nullopt;
    return PressureStall{.someAvg10Percent = *someAvg10,
                         .someAvg60Percent = *someAvg60,
                         .someAvg300Percent = *someAvg300,
                         .fullAvg10Percent = *fullAvg10,
                         .someTotalMicroseconds = *someTotal,
                         .fullTotalMicroseconds = *fullTotal};
}

} // namespace manometer::pressure
