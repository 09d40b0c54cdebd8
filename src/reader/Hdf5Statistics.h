// SPDX-License-Identifier: GPL-3.0-or-later
//
// Statistics of a numeric dataset, read along its chunks. Blocks on the disk. One thread. Internal to reader.
#pragma once

#include "expected/Expected.h"
#include "json/Json.h"
#include "reader/Failure.h"

#include <functional>
#include <hdf5.h>
#include <optional>
#include <string>

namespace manometer::reader {

// Gets the part that is done, 0 to 1. False: the time is used up.
using MayContinue = std::function<bool(double)>;

// Writes the member `statistics`, or returns why there are none. `dataset` has its own data (no external
// files, not virtual); `properties` are those of its creation. A failure is the whole file's.
Expected<std::optional<std::string>, Failure>
writeHdf5Statistics(hid_t dataset, hid_t properties, const MayContinue &mayContinue, json::Writer &writer);

} // namespace manometer::reader
