// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a reader's process may see and do. Internal to extract.
#pragma once

#include <QProcessEnvironment>

#include <cstdint>

namespace manometer::extract {

// An allow-list: whatever else a variable says to Perl (PERL5OPT, PERL_UNICODE, PERLIO …) or to exiftool
// would change answers or run code that was not chosen here.
QProcessEnvironment readerEnvironment();

// Runs in the child between fork and exec: async-signal-safe calls only.
void confineChild(std::uint64_t addressSpaceBytes);

} // namespace manometer::extract
