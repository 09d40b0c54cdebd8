// SPDX-License-Identifier: GPL-3.0-or-later
//
// The menu of the window's colours. A choice takes effect at once. GUI thread; nothing blocks.
#pragma once

#include "views/AppearanceView.h"

#include <QMenu>

namespace manometer::gui {

class AppearanceMenu final : public QMenu
{
    Q_OBJECT
public:
    AppearanceMenu(views::AppearanceView *appearance, QWidget *parent);

private:
    void refresh();

    views::AppearanceView *m_appearance;
};

} // namespace manometer::gui
