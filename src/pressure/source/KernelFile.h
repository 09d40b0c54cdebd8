// SPDX-License-Identifier: GPL-3.0-or-later
//
// A small file of /proc or /sys that is read repeatedly: kept open and read with pread into a fixed buffer, a
// third of the cost of opening it each time. It is reopened when a read fails or returns nothing, or when the
// path names another file (a fixture that was replaced, a cgroup that was recreated). One thread at a time;
// blocks on the read. read() does not allocate.
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

// Whether an errno means that the kernel has no such file, rather than that access is denied.
bool meansMissing(int systemError);

// Reads a file that is needed seldom and may be long (mountinfo of a machine with many containers), up to
// `atMost` bytes; or errno.
Expected<std::string, int> readWhole(const std::string &path, std::size_t atMost);

} // namespace manometer::pressure
