// SPDX-License-Identifier: GPL-3.0-or-later
//
// A set of ID3v2 versions. exiftool (12.57, ID3.pm) has a table for each version; a tag with a frame of
// another version adds an incomplete entry to that version's table, which changes the answers for later files
// of that version until the process ends. So one process may only read tags of a single version. Plain
// values; any thread; only atStartOf() blocks.
#pragma once

#include <QByteArray>

#include <bit>
#include <cstdint>
#include <string_view>

namespace manometer::extract {

class Id3Versions
{
public:
    bool isEmpty() const { return m_bits == 0; }
    bool isSingle() const { return std::popcount(m_bits) == 1; }
    void add(Id3Versions other) { m_bits |= other.m_bits; }
    // Whether a process that has read tags of these versions reads `next` like a fresh process.
    bool allow(Id3Versions next) const
    {
        return isEmpty() || next.isEmpty() || (isSingle() && next.m_bits == m_bits);
    }

    // 2, 3 or 4; empty for any other number.
    static Id3Versions ofNumber(unsigned version)
    {
        Id3Versions versions;
        if (version >= 2 && version <= 4)
            versions.m_bits = 1U << version;
        return versions;
    }
    // From the name of a group, such as ID3v2_3 (exiftool's family 1); empty for other groups.
    static Id3Versions ofGroup(std::string_view group)
    {
        constexpr std::string_view prefix = "ID3v2_";
        return group.starts_with(prefix) && group.size() == prefix.size() + 1
                   ? ofNumber(static_cast<unsigned>(group.back() - '0'))
                   : Id3Versions();
    }
    // Of a tag at the start of the file. Tags elsewhere (in an AIFF chunk, in a mislabelled FLAC file) are
    // known only from the reader's answer. Opens regular files only; blocks on the file; empty if it cannot
    // be read.
    static Id3Versions atStartOf(const QByteArray &path);

    friend bool operator==(Id3Versions, Id3Versions) = default;

private:
    std::uint32_t m_bits = 0;
};

} // namespace manometer::extract
