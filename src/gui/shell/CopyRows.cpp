// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/CopyRows.h"

#include "gui/text/Paths.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QKeyEvent>
#include <QTableView>

#include <algorithm>

namespace manometer::gui {

CopyRows::CopyRows(QWidget *window)
    : QObject(window)
    , m_window(window)
{
    qApp->installEventFilter(this);
}

bool CopyRows::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress || !static_cast<QKeyEvent *>(event)->matches(QKeySequence::Copy))
        return false;
    const auto *table = qobject_cast<QTableView *>(watched);
    if (!table || table->window() != m_window)
        return false;
    const QString rows = selectedRows(*table);
    if (rows.isEmpty())
        return false;
    QGuiApplication::clipboard()->setText(rows);
    return true;
}

QString selectedRows(const QTableView &table)
{
    const QHeaderView *header = table.horizontalHeader();
    QList<int> columns;
    for (int place = 0; place < header->count(); ++place)
        if (!header->isSectionHidden(header->logicalIndex(place)))
            columns += header->logicalIndex(place);
    // By ranges: a million rows are one range.
    QList<int> rows;
    for (const QItemSelectionRange &range : table.selectionModel()->selection())
        for (int row = range.top(); row <= range.bottom() && rows.size() < CopyRows::mostRows; ++row)
            rows += row;
    std::sort(rows.begin(), rows.end());
    rows.resize(std::unique(rows.begin(), rows.end()) - rows.begin());
    QString copied;
    for (const int row : rows) {
        for (const int column : columns) {
            QString cell = table.model()->index(row, column).data().toString();
            copied += text::withoutIsolates(cell.replace(u'\t', u' ').replace(u'\n', u' '));
            copied += column == columns.back() ? u'\n' : u'\t';
        }
    }
    return copied;
}

} // namespace manometer::gui
