// SPDX-License-Identifier: GPL-3.0-or-later
//
// Takes from this process what reading a file does not need, for good. Called once, before the first file, in
// the only thread. Does not block.
#pragma once

#include <cstdint>

namespace manometer::reader {

enum class Confinement : std::uint8_t {
    Full,
    WithoutFilter, // the kernel has no filter of system calls; all else is in effect
};

// What is in effect afterwards:
// - No core dump, no new privileges.
// - Memory: the address space (`addressSpaceBytes`), 16 MiB of data more than now, 1 MiB of stack.
// - Descriptors: 0, 1, 2 and two more. One is the file (File.h), the other is the library's while it reads
// it: another
//   file, which the contents of a file name, cannot be opened in addition.
// - System calls: an allow-list (seccomp). Files are opened for reading only; sockets, processes and programs
// are
//   refused with EPERM, as is all else.
// With AddressSanitizer, whose own memory and calls would be refused, there are no limits of memory and no
// filter.
Confinement confine(std::uint64_t addressSpaceBytes);

} // namespace manometer::reader
