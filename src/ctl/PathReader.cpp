// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/PathReader.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <unistd.h>

namespace manometer::ctl {

std::optional<std::string> PathReader::next()
{
    while (m_problem.empty()) {
        const auto end = m_buffer.find('\0', m_at);
        const bool isLast = end == std::string::npos && m_hasEnded;
        if (end != std::string::npos || isLast) {
            const std::size_t from = m_at;
            const std::size_t to = isLast ? m_buffer.size() : end;
            m_at = isLast ? to : to + 1;
            if (to > from)
                return m_buffer.substr(from, to - from);
            if (isLast)
                break;
        } else if (m_buffer.size() - m_at > mostPathBytes) {
            m_problem = "The paths are not separated by NUL characters; use 'find -print0'.";
        } else if (!fill()) {
            break;
        }
    }
    return std::nullopt;
}

// False after a problem.
bool PathReader::fill()
{
    m_buffer.erase(0, m_at);
    m_at = 0;
    std::array<char, 16 << 10> piece; // NOLINT(cppcoreguidelines-pro-type-member-init): filled below
    ssize_t got = 0;
    do
        got = ::read(m_descriptor, piece.data(), piece.size());
    while (got < 0 && errno == EINTR);
    if (got < 0)
        m_problem = std::string(std::strerror(errno)) + '.';
    else if (got == 0)
        m_hasEnded = true;
    else
        m_buffer.append(piece.data(), static_cast<std::size_t>(got));
    return got >= 0;
}

} // namespace manometer::ctl
