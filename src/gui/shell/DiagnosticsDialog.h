// SPDX-License-Identifier: GPL-3.0-or-later
//
// Says what an archive for a bug report holds and has it written. Does not block. GUI thread.
#pragma once

#include "views/Backend.h"

#include <QDialog>

QT_BEGIN_NAMESPACE
class QCheckBox;
QT_END_NAMESPACE

namespace manometer::gui {

class DiagnosticsDialog final : public QDialog
{
    Q_OBJECT
public:
    DiagnosticsDialog(const views::Views &views, QWidget *parent);

signals:
    // The answer is empty if the file was written, else why not.
    void answered(const QString &file, const QString &error);

private:
    void chooseFile();
    void write(const QString &file);

    views::Views m_views;
    QCheckBox *m_names;
};

} // namespace manometer::gui
