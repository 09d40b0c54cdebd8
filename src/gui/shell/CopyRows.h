// SPDX-License-Identifier: GPL-3.0-or-later
//
// Copying from the tables and trees of a window. Ctrl+C copies the selected rows as displayed, with tabs
// between the columns, for spreadsheets and mail. Hidden columns are left out; the order is that on screen.
// The context menu, by mouse or menu key, offers the same, the cell alone, and the view's own actions. GUI
// thread.
#pragma once

#include <QObject>

QT_BEGIN_NAMESPACE
class QAbstractItemView;
class QContextMenuEvent;
QT_END_NAMESPACE

namespace manometer::gui {

class CopyRows final : public QObject
{
    Q_OBJECT
public:
    // For more rows, use an export.
    static constexpr int mostRows = 10'000;

    // Handles all tables and trees in the window and its docks, also ones created later, but not in dialogs.
    explicit CopyRows(QWidget *window);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QAbstractItemView *viewOf(QObject *watched) const;
    // False if there is no row at the place.
    bool openMenu(QAbstractItemView *view, const QContextMenuEvent &event);

    QWidget *m_window;
};

QString selectedRows(const QAbstractItemView &view);

} // namespace manometer::gui
