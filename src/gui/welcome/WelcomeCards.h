// SPDX-License-Identifier: GPL-3.0-or-later
//
// The introduction: four cards above the live chart, one at a time, with buttons; it can be skipped at any
// card. Hidden until begin(). GUI thread.
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
    // `addFolder` is a button of the card about filling the cache.
    explicit WelcomeCards(QAction *addFolder, QWidget *parent = nullptr);

    // Shows the first card, also if the cards are visible already.
    void begin();
    int current() const { return m_current; }
    static int count();

signals:
    // The operator wants to see the program under pressure.
    void demonstrationRequested();

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
    QPushButton *m_showMe;
    int m_current = 0;
};

} // namespace manometer::gui
