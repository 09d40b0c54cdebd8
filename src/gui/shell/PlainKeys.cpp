// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/PlainKeys.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>
#include <QListView>
#include <QTreeView>

namespace manometer::gui {

namespace {

// A tree or a list jumps to the row that begins with the typed letters. Not a table: its rows are sorted by
// other things, and to search a million of them would take too long.
bool findsRow(const QWidget *widget, const QKeyEvent &key)
{
    const bool hasNames = qobject_cast<const QTreeView *>(widget) || qobject_cast<const QListView *>(widget);
    return hasNames && key.text().size() == 1 && key.text().front().isLetterOrNumber();
}

} // namespace

PlainKeys::PlainKeys(QWidget *window)
    : QObject(window)
    , m_window(window)
{
    qApp->installEventFilter(this);
}

bool PlainKeys::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::ShortcutOverride)
        return false;
    const auto *widget = qobject_cast<QWidget *>(watched);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (!widget || widget->window() != m_window || key->modifiers() != Qt::NoModifier)
        return false;
    const bool pressedBySpace =
        qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const QComboBox *>(widget);
    if (!(pressedBySpace && key->key() == Qt::Key_Space) && !findsRow(widget, *key))
        return false;
    // Accepted: the key goes to the widget and triggers no shortcut.
    event->accept();
    return true;
}

} // namespace manometer::gui
