// SPDX-License-Identifier: GPL-3.0-or-later
//
// The spellings of bytes, such as paths, in the local API: escaped to valid UTF-8 for JSON (a byte that is
// not part of valid UTF-8 becomes \xHH, a backslash two; the same as wire/Bytes.h, for Qt), and
// percent-encoded for URLs (RFC 3986). std only; pure; any thread.
#pragma once

#include <string>
#include <string_view>

namespace manometer::client {

std::string escapedBytes(std::string_view bytes);
std::string unescapedBytes(std::string_view text);

// Keeps unreserved characters and '/'.
std::string percentEncoded(std::string_view bytes);

} // namespace manometer::client
