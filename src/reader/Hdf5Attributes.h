// SPDX-License-Identifier: GPL-3.0-or-later
//
// The attributes of an object in an HDF5 file. Blocks on the disk. One thread. Internal to reader.
#pragma once

#include "json/Json.h"
#include "reader/Budget.h"

#include <hdf5.h>

namespace manometer::reader {

// Writes the member `attributes`, unless there are none. Numbers and strings have values, up to 64 of them;
// of all else there are only type and shape.
void writeAttributes(hid_t object, Budget &budget, json::Writer &writer);

} // namespace manometer::reader
