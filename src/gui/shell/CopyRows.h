// SPDX-License-Identifier: GPL-3.0-or-later
//
// Ctrl+C in a table copies its selected rows as displayed, with tabs between the columns, for spreadsheets
// and mail. Hidden columns are left out; the order is that on screen. GUI thread.
#pragma once

#include <QObject>

QT_BEGIN_NAMESPACE
class QTableView;
QT_END_NAMESPACE

namespace manometer::gui {

class CopyRows final : public QObject
{
    Q_OBJECT
public:
    // For more rows, use an export.
    static constexpr int mostRows = 10'000;

    // Handles all tables in the window, also ones created later.
    explicit CopyRows(QWidget *window);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *m_window;
};

QString selectedRows(const QTableView &table);

} // namespace manometer::gui
