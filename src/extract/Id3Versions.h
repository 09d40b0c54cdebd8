// SPDX-License-Identifier: GPL-3.0-or-later
//
// Versions of ID3v2 tags. exiftool (12.57, ID3.pm) keeps a table for each; a tag with a frame of another
// version makes an incomplete entry in that version's table, which changes what later files of that version
// say until the process ends. So one process may read tags of one version only. Plain values.
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
    bool areOne() const { return std::popcount(m_bits) == 1; }
    void add(Id3Versions other) { m_bits |= other.m_bits; }
    // Whether a process that has read `this` reads a file with `next` as a fresh one would.
    bool allow(Id3Versions next) const
    {
        return isEmpty() || next.isEmpty() || (areOne() && next.m_bits == m_bits);
    }

    // 2, 3 or 4; there are no others.
    static Id3Versions ofNumber(unsigned version)
    {
        Id3Versions versions;
        if (version >= 2 && version <= 4)
            versions.m_bits = 1U << version;
        return versions;
    }
    // ID3v2_3 and its like (exiftool's family 1).
    static Id3Versions ofGroup(std::string_view group)
    {
        constexpr std::string_view prefix = "ID3v2_";
        return group.starts_with(prefix) && group.size() == prefix.size() + 1
                   ? ofNumber(static_cast<unsigned>(group.back() - '0'))
                   : Id3Versions();
    }
    // Of the tag that the file begins with. Other places (AIFF's chunks, a FLAC in disguise) are known from
    // the answer only. Blocks on the file; empty where it cannot be read. Opens regular files only.
    static Id3Versions atStartOf(const QByteArray &path);

    friend bool operator==(Id3Versions, Id3Versions) = default;

private:
    std::uint32_t m_bits = 0;
};

} // namespace manometer::extract
