// SPDX-License-Identifier: GPL-3.0-or-later
//
// manometer-reader: reads metadata and statistics of FITS and HDF5 files for a program that starts it and
// sends requests to its stdin. PROTOCOL.md has the requests, the answers and the promises. It does not trust
// the files: it confines itself before the first one (Confinement.h).
#pragma once

namespace manometer::reader {

// Returns the exit status (Answers.h).
int run(int argc, char **argv);

} // namespace manometer::reader
