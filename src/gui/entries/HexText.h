// SPDX-License-Identifier: GPL-3.0-or-later
//
// A hex dump: offset, hexadecimal and printable text. Pure function.
#pragma once

#include <QByteArray>
#include <QString>

namespace manometer::gui {

// Only the first bytes are shown: a text widget cannot handle megabytes.
inline constexpr qsizetype hexBytes = qsizetype(64) << 10;

QString hexText(const QByteArray &bytes);

} // namespace manometer::gui
