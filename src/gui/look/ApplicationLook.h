// SPDX-License-Identifier: GPL-3.0-or-later
//
// The style and the palette of the application. The appearance System follows the desktop's style and
// palette, also when these change; the others have palettes of their own, on a style that draws by them. At
// most one instance; GUI thread; nothing blocks.
#pragma once

#include "views/AppearanceView.h"

#include <QObject>
#include <QPalette>

#include <cstdint>
#include <functional>

namespace manometer::gui {

class ApplicationLook final : public QObject
{
    Q_OBJECT
public:
    using DesktopPalette = std::function<QPalette()>;

    // Sets the desktop's style; show() sets the palette. `desktop`: replaced in tests.
    explicit ApplicationLook(DesktopPalette desktop = {}, QObject *parent = nullptr);

    void show(views::Appearance appearance);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    enum class Style : std::uint8_t { Desktop, Fusion };
    void setStyle(Style style);
    void setPalette();

    DesktopPalette m_desktop;
    views::Appearance m_appearance = views::Appearance::System;
    Style m_style = Style::Desktop;
    bool m_isFusionOnDesktop = false;
    bool m_isSettingPalette = false;
    QPalette m_shown; // as the application has it
};

} // namespace manometer::gui
