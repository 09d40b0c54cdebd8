// SPDX-License-Identifier: GPL-3.0-or-later
//
// Owns an identifier of libhdf5; negative is none. One thread. Internal to reader.
#pragma once

#include <hdf5.h>
#include <utility>

namespace manometer::reader {

class Hdf5Handle
{
public:
    Hdf5Handle() = default;
    explicit Hdf5Handle(hid_t id)
        : m_id(id)
    {}
    ~Hdf5Handle()
    {
        // Of any kind: an identifier is closed with its last reference.
        if (m_id >= 0)
            ::H5Idec_ref(m_id);
    }
    Hdf5Handle(Hdf5Handle &&other) noexcept
        : m_id(std::exchange(other.m_id, -1))
    {}
    Hdf5Handle &operator=(Hdf5Handle &&other) noexcept
    {
        std::swap(m_id, other.m_id);
        return *this;
    }

    operator hid_t() const { return m_id; }
    bool isOpen() const { return m_id >= 0; }

private:
    hid_t m_id = -1;
};

} // namespace manometer::reader
