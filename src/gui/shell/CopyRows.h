// SPDX-License-Identifier: GPL-3.0-or-later
//
// Ctrl+C in a table copies its selected rows as they are shown, with tabs between the columns: what
// spreadsheets and mails take. Columns that are hidden stay out, and their order is the one on the screen.
// GUI thread.
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
    // More would be a job for an export.
    static constexpr int mostRows = 10'000;

    // Of all tables within the window, made before or after.
    explicit CopyRows(QWidget *window);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *m_window;
};

QString selectedRows(const QTableView &table);

} // namespace manometer::gui
