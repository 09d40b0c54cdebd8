// SPDX-License-Identifier: GPL-3.0-or-later
//
// Asks for a time range, from and to. Rejects an empty one with a sentence. Deletes itself when it is closed.
// GUI thread.
#pragma once

#include "views/SampleRecord.h"

#include <QDialog>

QT_BEGIN_NAMESPACE
class QDateTimeEdit;
class QLabel;
class QPushButton;
QT_END_NAMESPACE

namespace manometer::gui {

class RangeDialog final : public QDialog
{
    Q_OBJECT
public:
    explicit RangeDialog(const views::TimeRange &range, QWidget *parent = nullptr);

signals:
    void chosen(const manometer::views::TimeRange &range);

private:
    views::TimeRange range() const;
    void check();

    QDateTimeEdit *m_from;
    QDateTimeEdit *m_to;
    QLabel *m_problem;
    QPushButton *m_show;
};

} // namespace manometer::gui
