// SPDX-License-Identifier: GPL-3.0-or-later
//
// Explains the contents of the diagnostics archive and writes it. Does not block. GUI thread.
#pragma once

#include "views/FrontEnd.h"

#include <QDialog>

QT_BEGIN_NAMESPACE
class QCheckBox;
QT_END_NAMESPACE

namespace manometer::gui {

class DiagnosticsDialog final : public QDialog
{
    Q_OBJECT
public:
    DiagnosticsDialog(const views::FrontEnd &views, QWidget *parent);

signals:
    // `error` is empty if the file was written.
    void answered(const QString &file, const QString &error);

private:
    void chooseFile();
    void write(const QString &file);

    views::FrontEnd m_views;
    QCheckBox *m_names;
};

} // namespace manometer::gui
