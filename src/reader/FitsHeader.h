// SPDX-License-Identifier: GPL-3.0-or-later
//
// The values of FITS keywords as JSON. Pure; any thread. Internal to reader.
#pragma once

#include <string>
#include <string_view>

namespace manometer::reader {

// `value` as in a card (FITS 4.0, 4.2): a quoted string, T or F, a number, nothing. A number that JSON can
// write is one; every other text is a string.
struct FitsValue
{
    bool isText = false;
    std::string text; // of a string: unquoted. Else JSON.
};
FitsValue fitsValueOf(std::string_view value);

} // namespace manometer::reader
