// SPDX-License-Identifier: GPL-3.0-or-later
//
// An appearance in memory.
#pragma once

#include "views/AppearanceView.h"

namespace manometer::gui {

class FakeAppearance final : public views::AppearanceView
{
public:
    views::Appearance now = views::Appearance::System;

    views::Appearance appearance() const override { return now; }
    void setAppearance(views::Appearance chosen) override
    {
        now = chosen;
        emit changed(chosen);
    }
};

} // namespace manometer::gui
