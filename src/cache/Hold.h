// SPDX-License-Identifier: GPL-3.0-or-later
//
// A reader's place in the memory tier's book of readers: while it is taken, the memory that it names is not
// given back. Moves, does not copy. Let go of in any thread; never blocks; no errors.
#pragma once

#include <atomic>
#include <cstdint>
#include <utility>

namespace manometer::cache {

class Hold
{
public:
    Hold() = default;
    explicit Hold(std::atomic<std::uintptr_t> &place)
        : m_place(&place)
    {}
    Hold(Hold &&other) noexcept
        : m_place(std::exchange(other.m_place, nullptr))
    {}
    Hold &operator=(Hold &&other) noexcept
    {
        std::swap(m_place, other.m_place);
        return *this;
    }
    ~Hold()
    {
        if (m_place)
            m_place->store(0, std::memory_order_release);
    }

    // From "somewhere in the tier" to "in this region", which is all that stays held.
    void narrowTo(const void *region)
    {
        m_place->store(reinterpret_cast<std::uintptr_t>(region), std::memory_order_release);
    }

private:
    std::atomic<std::uintptr_t> *m_place = nullptr;
};

} // namespace manometer::cache
