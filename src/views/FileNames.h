// SPDX-License-Identifier: GPL-3.0-or-later
//
// Whether names of files and folders are in what is given to others.
#pragma once

#include <QtGlobal>

namespace manometer::views {

enum class FileNames : quint8 { LeftOut, Included };

} // namespace manometer::views
