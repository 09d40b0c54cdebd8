// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/SaveDialog.h"

#include <QFileDialog>

namespace manometer::gui {

QFileDialog *saveDialog(QWidget *parent, const QString &title, const QString &suffix, const QString &filter)
{
    auto *dialog = new QFileDialog(parent, title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffix);
    dialog->setNameFilter(filter);
    return dialog;
}

} // namespace manometer::gui
