// SPDX-License-Identifier: GPL-3.0-or-later
//
// Asks what to rehearse: a built-in curve or a file, and how fast. A window of its own then plays it. GUI
// thread; nothing blocks.
#pragma once

#include "gui/rehearsal/Rehearsal.h"

#include <QDialog>

QT_BEGIN_NAMESPACE
class QComboBox;
class QDoubleSpinBox;
class QLineEdit;
class QPushButton;
QT_END_NAMESPACE

namespace manometer::gui {

class RehearsalDialog final : public QDialog
{
    Q_OBJECT
public:
    explicit RehearsalDialog(QWidget *parent = nullptr);

signals:
    void chosen(const manometer::gui::Rehearsal &rehearsal);

private:
    bool isOfFile() const;
    Rehearsal rehearsal() const;
    void followInput();
    void chooseFile();

    QComboBox *m_curve;
    QLineEdit *m_file;
    QPushButton *m_browse;
    QDoubleSpinBox *m_speed;
    QPushButton *m_rehearse;
};

} // namespace manometer::gui
