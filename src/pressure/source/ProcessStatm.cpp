// SPDX-License-Identifier: GPL-3.0-or-later
#include "pressure/source/ProcessStatm.h"

#include <charconv>
#include <limits>
#include <unistd.h>

namespace manometer::pressure {

std::optional<ProcessStatm> parseStatm(std::string_view text)
{
    static const auto pageBytes = static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
    const std::uint64_t mostPages = std::numeric_limits<std::uint64_t>::max() / pageBytes;
    std::uint64_t virtualPages = 0;
    std::uint64_t residentPages = 0;
    const char *end = text.data() + text.size();
    const auto size = std::from_chars(text.data(), end, virtualPages);
    if (size.ec != std::errc() || size.ptr == end || *size.ptr != ' ')
        return std::nullopt;
    if (std::from_chars(size.ptr + 1, end, residentPages).ec != std::errc())
        return std::nullopt;
    if (virtualPages > mostPages || residentPages > mostPages)
        return std::nullopt;
    return ProcessStatm{.virtualBytes = virtualPages * pageBytes, .residentBytes = residentPages * pageBytes};
}

} // namespace manometer::pressure
