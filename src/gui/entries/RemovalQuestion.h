// SPDX-License-Identifier: GPL-3.0-or-later
//
// Asks whether to delete, naming how many and how much, and whether it can be taken back. A large number has
// to be typed. GUI thread.
#pragma once

#include "views/CacheView.h"

#include <QDialog>

namespace manometer::gui {

class RemovalQuestion final : public QDialog
{
    Q_OBJECT
public:
    // More than these are not deleted by a slip of the hand.
    static constexpr qsizetype typedFrom = 1000;

    explicit RemovalQuestion(const views::EntryWeight &weight, QWidget *parent);
};

} // namespace manometer::gui
