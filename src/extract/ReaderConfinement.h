// SPDX-License-Identifier: GPL-3.0-or-later
//
// Restricts the environment and the resources of a reader's process. Internal to extract. Any thread; nothing
// blocks; errors are ignored.
#pragma once

#include <QProcessEnvironment>

#include <cstdint>

namespace manometer::extract {

// An allow-list: other variables can make Perl (PERL5OPT, PERL_UNICODE, PERLIO …) or exiftool change answers,
// or run code.
QProcessEnvironment readerEnvironment();

// Runs in the child between fork and exec: async-signal-safe calls only.
void confineChild(std::uint64_t addressSpaceBytes);

} // namespace manometer::extract
