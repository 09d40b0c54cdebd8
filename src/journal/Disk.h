// SPDX-License-Identifier: GPL-3.0-or-later
//
// File operations of the recorder, with errno and path as the error. Directories are created with mode 0700
// and files with 0600, so that only their owner learns when the machine was short of memory. Everything here
// blocks on disk. Any thread; one thread at a time for each File.
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

    // New fails if the file exists. Both fail for symbolic links and for anything but a regular file.
    static DiskResult<File> open(const std::string &path, Mode mode);

    bool isOpen() const { return m_descriptor >= 0; }
    const std::string &path() const { return m_path; }
    std::uint64_t sizeBytes() const { return m_sizeBytes; }
    // Writes all bytes or fails. A partial write is truncated again; if that fails too, a torn tail remains,
    // which readers recognise.
    DiskResult<void> write(std::string_view bytes);
    // Discards what follows the first `sizeBytes` bytes.
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
// Atomic; the contents are on disk when it returns.
DiskResult<void> replaceFile(const std::string &path, std::string_view bytes);
std::vector<std::string> fileNames(const std::string &folder); // sorted; empty if it cannot be read

// Identifies a boot of this machine; zeros if the kernel does not provide it.
using BootId = std::array<std::uint8_t, 16>;
BootId readBootId();

} // namespace manometer::journal
