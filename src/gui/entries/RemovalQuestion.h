// SPDX-License-Identifier: GPL-3.0-or-later
//
// Asks for confirmation of a deletion, with count, size and whether it can be undone. A large count must be
// typed. GUI thread.
#pragma once

#include "views/CacheView.h"

#include <QDialog>

namespace manometer::gui {

class RemovalQuestion final : public QDialog
{
    Q_OBJECT
public:
    // A larger count must be typed, so that it is not deleted by accident.
    static constexpr qsizetype typedFrom = 1000;

    explicit RemovalQuestion(const views::EntryWeight &weight, QWidget *parent);
};

} // namespace manometer::gui
