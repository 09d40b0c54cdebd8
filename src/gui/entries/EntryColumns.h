// SPDX-License-Identifier: GPL-3.0-or-later
//
// The visible columns of the entries table and their order, changed by a menu (header or button) or by
// mouse, and saved. The path column is always visible. GUI thread; nothing blocks.
#pragma once

#include <QMenu>

QT_BEGIN_NAMESPACE
class QTableView;
class QToolButton;
QT_END_NAMESPACE

namespace manometer::gui {

class EntryColumns final : public QObject
{
    Q_OBJECT
public:
    // The view must have its model. `button` opens the menu by keyboard.
    EntryColumns(QTableView *view, QToolButton *button);

    QByteArray save() const;
    // Ignores the state of another set of columns.
    void restore(const QByteArray &state);

private:
    void reset();
    void refresh();
    void moveCurrent(int by);

    QTableView *m_view;
    QMenu m_menu;
    QList<QAction *> m_toggles; // by column
};

} // namespace manometer::gui
