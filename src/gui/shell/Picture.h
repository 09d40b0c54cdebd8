// SPDX-License-Identifier: GPL-3.0-or-later
//
// Pictures into files, in the format that the file's name says, PNG where it says none. Any thread; writing
// blocks on disk.
#pragma once

#include <QImage>
#include <QString>

namespace manometer::gui {

// False where the name says a format that cannot be written.
bool canWritePicture(const QString &file);
// Empty on success, what went wrong for people to read otherwise.
QString writePicture(const QString &file, const QImage &picture);

} // namespace manometer::gui
