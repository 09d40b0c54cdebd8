// SPDX-License-Identifier: GPL-3.0-or-later
//
// HDF5 files, through libhdf5's C interface. Only hard links are followed: soft and external links, external
// raw data and virtual datasets are named. Blocks on the disk. One thread; in a confined process
// (Confinement.h), because libhdf5 was not written for hostile files. Memory: a piece of 1 MiB, or about four
// times a filtered chunk of 3 MiB; a dataset with larger filtered chunks is reported as skipped.
#pragma once

#include "expected/Expected.h"
#include "json/Json.h"
#include "reader/Answers.h"
#include "reader/Budget.h"
#include "reader/File.h"

namespace manometer::reader {

// Once, before the process is confined and before the first file: no plug-ins, no locks, no messages.
void prepareHdf5();

// Writes one object: PROTOCOL.md. After an error, a part of it has been written.
Expected<void, Failure> readHdf5(const File &file, Depth depth, Budget &budget, Answers &answers,
                                 json::Writer &writer);

} // namespace manometer::reader
