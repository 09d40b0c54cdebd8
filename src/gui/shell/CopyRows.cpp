// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/CopyRows.h"

#include "gui/text/Paths.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QDialog>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QTableView>
#include <QTreeView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace manometer::gui {

namespace {

const QHeaderView *headerOf(const QAbstractItemView &view)
{
    if (const auto *table = qobject_cast<const QTableView *>(&view))
        return table->horizontalHeader();
    const auto *tree = qobject_cast<const QTreeView *>(&view);
    return tree ? tree->header() : nullptr;
}

QString copyOf(const QModelIndex &cell)
{
    return text::withoutIsolates(cell.data().toString().replace(u'\t', u' ').replace(u'\n', u' '));
}

bool copySelected(const QAbstractItemView &view)
{
    const QString rows = selectedRows(view);
    if (rows.isEmpty())
        return false;
    QGuiApplication::clipboard()->setText(rows);
    return true;
}

// Below the current row, which the menu key is about.
QPoint belowCurrent(QAbstractItemView &view)
{
    view.scrollTo(view.currentIndex());
    const QRect seen = view.visualRect(view.currentIndex()) & view.viewport()->rect();
    return view.viewport()->mapToGlobal(seen.bottomLeft());
}

} // namespace

CopyRows::CopyRows(QWidget *window)
    : QObject(window)
    , m_window(window)
{
    qApp->installEventFilter(this);
}

// The table or tree of the window that the event goes to, directly or through its viewport. Those that have a
// menu of their own, such as the lists in Qt's dialogs, are left alone.
QAbstractItemView *CopyRows::viewOf(QObject *watched) const
{
    auto *view = qobject_cast<QAbstractItemView *>(watched);
    if (!view && watched->parent()) {
        view = qobject_cast<QAbstractItemView *>(watched->parent());
        if (view && view->viewport() != watched)
            view = nullptr;
    }
    if (!view || !headerOf(*view))
        return nullptr;
    const Qt::ContextMenuPolicy policy = view->contextMenuPolicy();
    if (policy != Qt::DefaultContextMenu && policy != Qt::ActionsContextMenu)
        return nullptr;
    for (const QWidget *above = view; above && !qobject_cast<const QDialog *>(above);
         above = above->parentWidget())
        if (above == m_window)
            return view;
    return nullptr;
}

bool CopyRows::eventFilter(QObject *watched, QEvent *event)
{
    const bool isCopy =
        event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Copy);
    if (!isCopy && event->type() != QEvent::ContextMenu)
        return false;
    QAbstractItemView *view = viewOf(watched);
    if (!view)
        return false;
    return isCopy ? copySelected(*view) : openMenu(view, *static_cast<QContextMenuEvent *>(event));
}

bool CopyRows::openMenu(QAbstractItemView *view, const QContextMenuEvent &event)
{
    const bool byMouse = event.reason() == QContextMenuEvent::Mouse;
    const QPersistentModelIndex cell =
        byMouse ? view->indexAt(view->viewport()->mapFromGlobal(event.globalPos())) : view->currentIndex();
    if (!cell.isValid())
        return false;
    auto *menu = new QMenu(view);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(u"rowMenu"_s);
    menu->setAccessibleName(tr("Commands for the row"));
    QAction *copy = menu->addAction(tr("&Copy"), menu, [view] { copySelected(*view); });
    copy->setObjectName(u"copyRows"_s);
    copy->setShortcut(QKeySequence::Copy);
    copy->setEnabled(view->selectionModel()->hasSelection());
    QAction *copyCell = menu->addAction(tr("Copy c&ell", "of a table"), menu, [cell] {
        if (cell.isValid())
            QGuiApplication::clipboard()->setText(copyOf(cell));
    });
    copyCell->setObjectName(u"copyCell"_s);
    if (!view->actions().isEmpty()) {
        menu->addSeparator();
        menu->addActions(view->actions());
    }
    menu->popup(byMouse ? event.globalPos() : belowCurrent(*view));
    if (!byMouse)
        menu->setActiveAction(copy->isEnabled() ? copy : copyCell);
    return true;
}

QString selectedRows(const QAbstractItemView &view)
{
    const QHeaderView *header = headerOf(view);
    QList<int> columns;
    for (int place = 0; place < header->count(); ++place)
        if (!header->isSectionHidden(header->logicalIndex(place)))
            columns += header->logicalIndex(place);
    // By ranges: a million rows are one range.
    QModelIndexList rows;
    for (const QItemSelectionRange &range : view.selectionModel()->selection())
        for (int row = range.top(); row <= range.bottom() && rows.size() < CopyRows::mostRows; ++row)
            rows += range.model()->index(row, 0, range.parent());
    std::sort(rows.begin(), rows.end());
    rows.resize(std::unique(rows.begin(), rows.end()) - rows.begin());
    QString copied;
    for (const QModelIndex &row : rows) {
        for (const int column : columns) {
            copied += copyOf(row.siblingAtColumn(column));
            copied += column == columns.back() ? u'\n' : u'\t';
        }
    }
    return copied;
}

} // namespace manometer::gui
