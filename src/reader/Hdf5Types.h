// SPDX-License-Identifier: GPL-3.0-or-later
//
// Words for datatypes, filters and errors of libhdf5. One thread; nothing blocks. Internal to reader.
#pragma once

#include <hdf5.h>
#include <string>
#include <string_view>

namespace manometer::reader {

// "int16", "uint8", "float64", "string", "compound" ...: sizes in bits.
std::string typeWord(hid_t type);
// "little" or "big"; empty where the type has none.
std::string_view byteOrderWord(hid_t type);
std::string filterWord(H5Z_filter_t filter);
// The cause of the latest error, which is cleared. English.
std::string hdf5Error();

} // namespace manometer::reader
