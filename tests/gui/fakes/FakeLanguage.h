// SPDX-License-Identifier: GPL-3.0-or-later
//
// A language in memory.
#pragma once

#include "views/LanguageView.h"

namespace manometer::gui {

class FakeLanguage final : public views::LanguageView
{
public:
    QString code;

    QString language() const override { return code; }
    void setLanguage(const QString &chosen) override { code = chosen; }
};

} // namespace manometer::gui
