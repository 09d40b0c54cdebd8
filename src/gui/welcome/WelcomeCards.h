// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a newcomer has to know, on four cards above the chart, which goes on living below them: one at a time,
// by buttons, to be left at any of them. Hidden until begin(). GUI thread.
#pragma once

#include <QFrame>

QT_BEGIN_NAMESPACE
class QAction;
class QLabel;
class QPushButton;
QT_END_NAMESPACE

namespace manometer::gui {

class WelcomeCards final : public QFrame
{
    Q_OBJECT
public:
    // `addFolder` is offered by the card that is about filling the cache.
    explicit WelcomeCards(QAction *addFolder, QWidget *parent = nullptr);

    // The first card; also when they are shown already.
    void begin();
    int current() const { return m_current; }
    static int count();

protected:
    void keyPressEvent(QKeyEvent *event) override; // Esc leaves

private:
    void turnTo(int card);

    QLabel *m_icon;
    QLabel *m_title;
    QLabel *m_text;
    QLabel *m_place;
    QPushButton *m_skip;
    QPushButton *m_back;
    QPushButton *m_next;
    QPushButton *m_addFolder;
    int m_current = 0;
};

} // namespace manometer::gui
