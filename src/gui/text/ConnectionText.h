// SPDX-License-Identifier: GPL-3.0-or-later
//
// Sentences about the connection to a backend in another process. Pure functions.
#pragma once

#include "views/Backend.h"

#include <QString>

namespace manometer::gui::text {

// Why the window does not show the present, or that the versions differ; empty if there is nothing to say.
// `place` is where the backend is.
QString connection(const views::Connection &connection, const QString &place, const QString &ownVersion,
                   qint64 nowWallMs);
// In a few words, for where the data would be: "LOST SINCE 12:03:10"; empty while connected.
QString connectionMark(const views::Connection &connection, qint64 nowWallMs);
// Beside the last known figures, which are of this time (0: there are none); empty while connected.
QString oldFigures(const views::Connection &connection, qint64 figuresWallMs, qint64 nowWallMs);
// After a connection was lost.
QString regained(const QString &place, qint64 lostMs);

} // namespace manometer::gui::text
