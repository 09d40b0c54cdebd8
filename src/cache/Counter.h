// SPDX-License-Identifier: GPL-3.0-or-later
//
// A counter for many threads: each adds to a cache line that few other threads write, since one shared line
// would cost more than the lookup that is counted. Exact. Any thread; never blocks; no errors.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>

namespace manometer::cache {

class Counter
{
public:
    void add(std::uint64_t count = 1)
    {
        m_cells[cellOfThisThread()].value.fetch_add(count, std::memory_order_relaxed);
    }
    std::uint64_t sum() const
    {
        std::uint64_t sum = 0;
        for (const Cell &cell : m_cells)
            sum += cell.value.load(std::memory_order_relaxed);
        return sum;
    }

private:
    struct alignas(64) Cell
    {
        std::atomic<std::uint64_t> value{0};
    };
    static constexpr std::size_t cells = 16;

    static std::size_t cellOfThisThread()
    {
        static std::atomic<std::size_t> threads{0};
        thread_local const std::size_t own = threads.fetch_add(1, std::memory_order_relaxed) % cells;
        return own;
    }

    std::array<Cell, cells> m_cells;
};

} // namespace manometer::cache
