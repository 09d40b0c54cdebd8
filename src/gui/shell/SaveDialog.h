// SPDX-License-Identifier: GPL-3.0-or-later
//
// Asks where to save. Does not block: it is opened by whoever has connected to fileSelected(), and deletes
// itself. GUI thread.
#pragma once

#include <QString>

QT_BEGIN_NAMESPACE
class QFileDialog;
class QWidget;
QT_END_NAMESPACE

namespace manometer::gui {

QFileDialog *saveDialog(QWidget *parent, const QString &title, const QString &suffix, const QString &filter);

} // namespace manometer::gui
