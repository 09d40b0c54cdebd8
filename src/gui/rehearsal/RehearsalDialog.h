// SPDX-License-Identifier: GPL-3.0-or-later
//
// Asks what to rehearse: a built-in curve or a file, how fast, and where: in a window of its own, with a
// copy, or on the cache that the window shows. GUI thread; nothing blocks.
#pragma once

#include "gui/rehearsal/Rehearsal.h"
#include "views/MonitorView.h"

#include <QDialog>

QT_BEGIN_NAMESPACE
class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QRadioButton;
QT_END_NAMESPACE

namespace manometer::gui {

class RehearsalDialog final : public QDialog
{
    Q_OBJECT
public:
    enum class OnCache : quint8 { Offered, NotOffered }; // of a cache that cannot be changed, or none

    explicit RehearsalDialog(OnCache onCache, QWidget *parent = nullptr);

signals:
    void chosen(const manometer::gui::Rehearsal &rehearsal);
    void chosenOnCache(const manometer::views::RehearsalRequest &request);

private:
    bool isOfFile() const;
    bool isOnCache() const;
    Rehearsal rehearsal() const;
    void followInput();
    void chooseFile();

    QLabel *m_hint;
    QRadioButton *m_onCopy;
    QRadioButton *m_onCache;
    QComboBox *m_curve;
    QLineEdit *m_file;
    QPushButton *m_browse;
    QDoubleSpinBox *m_speed;
    QPushButton *m_rehearse;
};

} // namespace manometer::gui
