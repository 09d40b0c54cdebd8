// SPDX-License-Identifier: GPL-3.0-or-later
//
// Escapes bytes to valid UTF-8 for JSON, and back: a byte that is not part of valid UTF-8 (RFC 3629) becomes
// \xHH, a backslash becomes two. Pure; any thread.
#pragma once

#include <QByteArray>

#include <optional>

namespace manometer::wire {

QByteArray escapedBytes(const QByteArray &bytes);
QByteArray unescapedBytes(const QByteArray &text);
// The same for text of strangers: empty for what escapedBytes() does not write.
std::optional<QByteArray> strictlyUnescapedBytes(const QByteArray &text);

} // namespace manometer::wire
