// SPDX-License-Identifier: GPL-3.0-or-later
//
// A small file of /proc or /sys that is read again and again: kept open and pread into a fixed buffer, a
// third of the cost of opening it each time. It is opened anew when a read fails or comes back empty, or when
// the path leads to another file by now (a fixture that was replaced, a cgroup that was made again).
// One thread at a time. Nothing is allocated by read().
#pragma once

#include "expected/Expected.h"

#include <array>
#include <string>
#include <string_view>

namespace manometer::pressure {

class KernelFile
{
public:
    explicit KernelFile(std::string path);
    ~KernelFile();
    KernelFile(KernelFile &&other) noexcept;
    KernelFile &operator=(KernelFile &&) = delete;
    KernelFile(const KernelFile &) = delete;
    KernelFile &operator=(const KernelFile &) = delete;

    // The contents, valid until the next call; or errno. What exceeds the buffer is cut off.
    Expected<std::string_view, int> read();
    const std::string &path() const { return m_path; }

private:
    void close();
    bool wasReplaced() const;

    std::string m_path;
    int m_descriptor = -1;
    // /proc/meminfo has about 1.6 KB, every other file here less.
    std::array<char, 8192> m_buffer{};
};

// Whether an errno says that the kernel does not have such a file, rather than that we may not use it.
bool meansNotThere(int systemError);

// A file that is read seldom and may be long (mountinfo of a machine with many containers), up to `atMost`
// bytes; or errno.
Expected<std::string, int> readWhole(const std::string &path, std::size_t atMost);

} // namespace manometer::pressure
