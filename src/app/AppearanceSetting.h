// SPDX-License-Identifier: GPL-3.0-or-later
//
// Implements AppearanceView: the window's appearance, a line of a file of its own. Created and used in one
// thread. Only the constructor and the destructor block on disk.
#pragma once

#include "app/ChoiceFile.h"
#include "views/AppearanceView.h"

#include <optional>

namespace manometer::app {

// The word of the file and of --appearance: system, light, dark, contrast.
std::optional<views::Appearance> appearanceNamed(QStringView word);
QString wordOf(views::Appearance appearance);

class AppearanceSetting final : public views::AppearanceView
{
    Q_OBJECT
public:
    // `override`: of the command line, in effect until the next choice, and not saved.
    explicit AppearanceSetting(const QString &file, std::optional<views::Appearance> override = {});

    views::Appearance appearance() const override { return m_appearance; }
    void setAppearance(views::Appearance appearance) override;

private:
    ChoiceFile m_file;
    views::Appearance m_appearance = views::Appearance::System;
};

} // namespace manometer::app
