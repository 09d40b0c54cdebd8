// SPDX-License-Identifier: GPL-3.0-or-later
//
// Shortcuts without a modifier (Space, T, +, …) must not take a key from the widget that has the focus and
// means something else by it: Space presses a button and opens a box, letters are typed. GUI thread.
#pragma once

#include <QObject>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace manometer::gui {

class PlainKeys final : public QObject
{
    Q_OBJECT
public:
    // Watches the application's events for those of `window`; made with the window, gone with it.
    explicit PlainKeys(QWidget *window);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *m_window;
};

} // namespace manometer::gui
