// SPDX-License-Identifier: GPL-3.0-or-later
//
// Which columns of the entries are shown, and in which order: a menu at the header and at a button, moving by
// mouse, remembered. The path is always shown. GUI thread; nothing blocks.
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
    // The view has its model. `button` opens the menu by keyboard.
    EntryColumns(QTableView *view, QToolButton *button);

    QByteArray save() const;
    // What is of another set of columns changes nothing.
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
