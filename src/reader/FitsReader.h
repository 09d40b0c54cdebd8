// SPDX-License-Identifier: GPL-3.0-or-later
//
// FITS files, through cfitsio. Blocks on the disk. One thread; in a confined process (Confinement.h), because
// cfitsio was not written for hostile files. Memory: a piece of 1 MiB, or about four times a tile of 3 MiB;
// an image with larger tiles is reported as skipped.
#pragma once

#include "expected/Expected.h"
#include "json/Json.h"
#include "reader/Answers.h"
#include "reader/Budget.h"
#include "reader/File.h"

namespace manometer::reader {

// Writes one object: PROTOCOL.md. After an error, a part of it has been written.
Expected<void, Failure> readFits(const File &file, Depth depth, Budget &budget, Answers &answers,
                                 json::Writer &writer);

} // namespace manometer::reader
