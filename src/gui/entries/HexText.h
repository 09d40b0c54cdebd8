// SPDX-License-Identifier: GPL-3.0-or-later
//
// Bytes as people look at them: offset, hexadecimal, and what of it is text. A pure function.
#pragma once

#include <QByteArray>
#include <QString>

namespace manometer::gui {

// Of the first bytes only: a text widget is no place for megabytes.
inline constexpr qsizetype hexBytes = qsizetype(64) << 10;

QString hexText(const QByteArray &bytes);

} // namespace manometer::gui
