// SPDX-License-Identifier: GPL-3.0-or-later
//
// A regular file to be read. Symbolic links are followed; devices and FIFOs are never opened, only looked at
// (O_PATH). One at a time: it uses one of the two descriptors that confine() leaves. Blocks on the disk.
#pragma once

#include "expected/Expected.h"
#include "reader/Failure.h"

#include <cstdint>
#include <string>

namespace manometer::reader {

enum class Format : std::uint8_t { Fits, Hdf5 };

class File
{
public:
    static Expected<File, Failure> open(const std::string &path);
    ~File();
    File(File &&other) noexcept;
    File &operator=(File &&) = delete;

    // By the bytes at its beginning, and where HDF5 allows its superblock. Anything else is a failure.
    Expected<Format, Failure> format() const;
    std::uint64_t bytes() const { return m_bytes; }
    // A name for a library to open: this very file, whatever its real name looks like or is given to
    // meanwhile.
    const std::string &libraryName() const { return m_libraryName; }

private:
    explicit File(int descriptor);

    int m_descriptor;
    std::uint64_t m_bytes = 0;
    std::string m_libraryName;
};

} // namespace manometer::reader
