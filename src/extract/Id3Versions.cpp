// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/Id3Versions.h"

#include "extract/RegularFile.h"

#include <array>
#include <unistd.h>

namespace manometer::extract {

Id3Versions Id3Versions::atStartOf(const QByteArray &path)
{
    const auto file = RegularFile::open(path);
    std::array<char, 4> start{}; // "ID3", the version (ID3v2.3.0, section 3.1)
    if (!file || ::pread(file->descriptor(), start.data(), start.size(), 0) != std::ssize(start) ||
        std::string_view(start.data(), 3) != "ID3")
        return {};
    return ofNumber(static_cast<unsigned char>(start[3]));
}

} // namespace manometer::extract
