// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/monitor/MemoryLocking.h"

#include <array>
#include <sys/mman.h>

namespace manometer::service {

namespace {

// The deepest frame measured is the trend's, 16 KiB; Qt's event delivery stays below the same amount again.
constexpr std::size_t stackBytes = 64u << 10;

} // namespace

void lockMemory(const void *begin, std::size_t bytes)
{
    ::mlock(begin, bytes); // whole pages: Linux rounds both ends outwards
}

// Not inlined: touching its own frame is the purpose.
__attribute__((noinline)) void lockStack()
{
    std::array<volatile char, stackBytes> ahead;
    for (std::size_t at = 0; at < ahead.size(); at += 1024)
        ahead[at] = 0;
    lockMemory(const_cast<const char *>(ahead.data()), ahead.size());
}

} // namespace manometer::service
