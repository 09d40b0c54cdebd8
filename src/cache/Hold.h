// SPDX-License-Identifier: GPL-3.0-or-later
//
// A reader's slot in the memory tier's registry of readers (memory/Reclamation.h): while it is taken, the
// memory that it protects is not released. Movable, not copyable. May be destroyed in any thread; never
// blocks; no errors.
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

    // From an epoch, which protects the whole tier, to a hazard pointer, which protects this region only.
    void narrowTo(const void *region)
    {
        m_place->store(reinterpret_cast<std::uintptr_t>(region), std::memory_order_release);
    }

private:
    std::atomic<std::uintptr_t> *m_place = nullptr;
};

} // namespace manometer::cache
