// SPDX-License-Identifier: GPL-3.0-or-later
//
// Bounds what one answer lists: names and values in number and in bytes. Values; any thread.
#pragma once

#include <cstddef>

namespace manometer::reader {

class Budget
{
public:
    // A FITS header seldom has 500 keywords; a file of NASA's earth observation has 2000 attributes.
    static constexpr std::size_t mostItems = 8000;
    static constexpr std::size_t mostBytes = 256U << 10U;

    // For an item with so many bytes of text. False: it does not fit, and none will from here on.
    bool take(std::size_t bytes)
    {
        if (m_isCut || m_items >= mostItems || m_bytes + bytes > mostBytes) {
            m_isCut = true;
            return false;
        }
        ++m_items;
        m_bytes += bytes;
        return true;
    }
    bool isCut() const { return m_isCut; }

private:
    std::size_t m_items = 0;
    std::size_t m_bytes = 0;
    bool m_isCut = false;
};

} // namespace manometer::reader
