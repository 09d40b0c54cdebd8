// SPDX-License-Identifier: GPL-3.0-or-later
//
// Keeps shortcuts without a modifier (Space, T, +, …) from taking keys that the focused widget uses itself:
// Space presses a button, letters are typed, or find a row of a tree or list. GUI thread.
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
    // Filters the application's events for those of `window`, which owns it.
    explicit PlainKeys(QWidget *window);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *m_window;
};

} // namespace manometer::gui
