// SPDX-License-Identifier: GPL-3.0-or-later
//
// Writes pictures to files in the format of the file name's suffix, PNG by default. Any thread; writing
// blocks on disk.
#pragma once

#include <QImage>
#include <QString>

namespace manometer::gui {

// False if the suffix names an unsupported format.
bool canWritePicture(const QString &file);
// Empty on success, otherwise the error for the operator.
QString writePicture(const QString &file, const QImage &picture);

} // namespace manometer::gui
