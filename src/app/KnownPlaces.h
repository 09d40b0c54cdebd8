// SPDX-License-Identifier: GPL-3.0-or-later
//
// The Manometers that the window was connected to: a small JSON file, the newest first. Any thread; blocks on
// disk; an unreadable file is an empty list.
#pragma once

#include "gui/shell/ConnectDialog.h"

#include <QList>
#include <QString>

namespace manometer::app {

inline constexpr qsizetype mostPlaces = 10;

QList<gui::Place> readKnownPlaces(const QString &file);
// Puts the place first. The error is the system's message; empty on success.
QString rememberPlace(const QString &file, const gui::Place &place);

} // namespace manometer::app
