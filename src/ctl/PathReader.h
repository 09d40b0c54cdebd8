// SPDX-License-Identifier: GPL-3.0-or-later
//
// Reads paths that end with a NUL, as `find -print0` writes them; the last NUL may be missing. One thread;
// blocks while the writer is slow. Memory: one buffer, and one path of mostPathBytes.
#pragma once

#include <optional>
#include <string>

namespace manometer::ctl {

class PathReader
{
public:
    // PATH_MAX is 4096; what is much longer was not separated by NULs.
    static constexpr std::size_t mostPathBytes = 64 << 10;

    // The descriptor stays the caller's.
    explicit PathReader(int descriptor)
        : m_descriptor(descriptor)
    {}

    // The next path that is not empty; nothing at the end and after a problem.
    std::optional<std::string> next();
    // A sentence; empty without one.
    const std::string &problem() const { return m_problem; }

private:
    bool fill();

    int m_descriptor;
    bool m_hasEnded = false;
    std::string m_buffer;
    std::size_t m_at = 0; // where the next path begins
    std::string m_problem;
};

} // namespace manometer::ctl
