// SPDX-License-Identifier: GPL-3.0-or-later
//
// The few calls that the recorder makes on its directory, with their errno. Directories are made with mode
// 0700 and files with 0600: when a machine was short of memory is nobody else's business. All of it blocks on
// disk.
#pragma once

#include "expected/Expected.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace manometer::journal {

struct DiskError
{
    int systemError = 0; // errno
    std::string path;
};

template<typename Value>
using DiskResult = Expected<Value, DiskError>;

class File
{
public:
    enum class Mode { Append, New };

    File() = default;
    ~File() { close(); }
    File(File &&other) noexcept;
    File &operator=(File &&other) noexcept;

    // New refuses a file that is there. A symbolic link is not followed, what is no regular file is refused.
    static DiskResult<File> open(const std::string &path, Mode mode);

    bool isOpen() const { return m_descriptor >= 0; }
    const std::string &path() const { return m_path; }
    std::uint64_t sizeBytes() const { return m_sizeBytes; }
    // All of it or an error. A part that was written is cut off again; where that fails too, it is a torn
    // tail, which readers recognise.
    DiskResult<void> write(std::string_view bytes);
    // Cuts off what is behind.
    DiskResult<void> truncate(std::uint64_t sizeBytes);
    DiskResult<void> sync();
    void close();

private:
    std::string m_path;
    int m_descriptor = -1;
    std::uint64_t m_sizeBytes = 0;
};

DiskResult<void> makeFolder(const std::string &path);
DiskResult<std::string> readWhole(const std::string &path, std::uint64_t maximumBytes);
// Whole or not at all, and on disk when it returns.
DiskResult<void> replaceFile(const std::string &path, std::string_view bytes);
std::vector<std::string> fileNames(const std::string &folder); // sorted; none where it cannot be read

// What tells one boot of this machine from another; zeros where the kernel does not say.
using BootId = std::array<std::uint8_t, 16>;
BootId readBootId();

} // namespace manometer::journal
