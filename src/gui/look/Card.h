// SPDX-License-Identifier: GPL-3.0-or-later
//
// A panel with a thin rounded border on the colour of fields, and the fonts of its texts: one scale for the
// whole window. Spacing is a multiple of 8 pixels. GUI thread.
#pragma once

#include <QFrame>

QT_BEGIN_NAMESPACE
class QPushButton;
class QVBoxLayout;
QT_END_NAMESPACE

namespace manometer::gui {

class Card : public QFrame
{
    Q_OBJECT
public:
    explicit Card(const QString &accessibleName, QWidget *parent = nullptr);

    static constexpr int grid = 8; // pixels

    // As low as its text allows, for a bar of one line over the chart.
    static void makeLow(QPushButton *button);

    static QFont figureFont();   // of a card's number
    static QFont headlineFont(); // of the applied level

protected:
    // The layout of a card of text lines; to be called once.
    QVBoxLayout *makeLines();
    void paintEvent(QPaintEvent *event) override;
};

} // namespace manometer::gui
