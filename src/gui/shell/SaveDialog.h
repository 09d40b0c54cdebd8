// SPDX-License-Identifier: GPL-3.0-or-later
//
// A dialog for a file to save to, in the folder that was used last. Does not block: the caller connects to
// fileSelected() and opens it; it deletes itself. GUI thread.
#pragma once

#include <QString>

QT_BEGIN_NAMESPACE
class QFileDialog;
class QWidget;
QT_END_NAMESPACE

namespace manometer::gui {

// `name` without the suffix.
QFileDialog *saveDialog(QWidget *parent, const QString &title, const QString &name, const QString &suffix,
                        const QString &filter);
// 'manometer-samples-2026-11-26' for 'samples', 'manometer-2026-11-26' for nothing.
QString datedName(const QString &what);

} // namespace manometer::gui
