// SPDX-License-Identifier: GPL-3.0-or-later
//
// Owns a file descriptor; negative for none.
#pragma once

#include <unistd.h>

namespace manometer::cache::disk {

class Descriptor
{
public:
    explicit Descriptor(int number)
        : m_number(number)
    {}
    ~Descriptor()
    {
        if (m_number >= 0)
            ::close(m_number);
    }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    operator int() const { return m_number; }

private:
    int m_number;
};

} // namespace manometer::cache::disk
