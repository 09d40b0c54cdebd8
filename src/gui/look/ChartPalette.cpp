// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/look/ChartPalette.h"

#include <algorithm>
#include <cmath>

namespace manometer::gui {

namespace {

double luminance(const QColor &color)
{
    const auto linear = [](double channel) {
        return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

QColor mixed(const QColor &from, const QColor &to, double share)
{
    const auto channel = [share](int one, int other) {
        return static_cast<int>(std::lround(one + (other - one) * share));
    };
    return QColor(channel(from.red(), to.red()), channel(from.green(), to.green()),
                  channel(from.blue(), to.blue()));
}

// Moves a colour towards the text colour until it reads well on the background.
QColor readable(QColor color, const QColor &background, const QColor &text, double wanted)
{
    for (int step = 0; step < 10 && contrastRatio(color, background) < wanted; ++step)
        color = mixed(color, text, 0.15);
    return color;
}

} // namespace

double contrastRatio(const QColor &one, const QColor &other)
{
    // By value: std::minmax of two temporaries would return dangling references.
    const auto [darker, lighter] = std::minmax({luminance(one), luminance(other)});
    return (lighter + 0.05) / (darker + 0.05);
}

bool isHighContrast(const QPalette &palette)
{
    return contrastRatio(palette.color(QPalette::Window), palette.color(QPalette::WindowText)) > 20.5;
}

QColor readableOn(const QColor &fill)
{
    return contrastRatio(fill, Qt::white) >= contrastRatio(fill, Qt::black) ? QColor(Qt::white)
                                                                            : QColor(Qt::black);
}

ChartPalette ChartPalette::from(const QPalette &palette)
{
    ChartPalette colors;
    colors.background = palette.color(QPalette::Window);
    colors.plot = palette.color(QPalette::Base);
    colors.text = palette.color(QPalette::WindowText);
    const bool dark = luminance(colors.background) < 0.18; // mid grey splits light from dark palettes
    const bool highContrast = dark && isHighContrast(palette);
    colors.grid = mixed(colors.plot, colors.text, highContrast ? 0.45 : 0.14);
    colors.faintText = mixed(colors.text, colors.background, highContrast ? 0.0 : 0.30);
    colors.system =
        readable(dark ? QColor(0x5c, 0xb3, 0xff) : QColor(0x0b, 0x5c, 0xad), colors.plot, colors.text, 4.5);
    colors.process =
        readable(dark ? QColor(0xc9, 0x9b, 0xf0) : QColor(0x7b, 0x3f, 0xa8), colors.plot, colors.text, 4.5);
    // Colour-blind operators cannot tell green, amber, orange and red apart: lightness differs as well, and
    // a level always shows its word.
    const std::array<QColor, 4> light{QColor(0x1f, 0x7a, 0x5c), QColor(0x94, 0x6a, 0x00),
                                      QColor(0xb8, 0x48, 0x00), QColor(0xb0, 0x10, 0x30)};
    const std::array<QColor, 4> onDark{QColor(0x4c, 0xc3, 0x8a), QColor(0xf2, 0xc1, 0x4e),
                                       QColor(0xff, 0x92, 0x4c), QColor(0xff, 0x6b, 0x7d)};
    for (std::size_t index = 0; index < colors.level.size(); ++index)
        colors.level[index] = readable(dark ? onDark[index] : light[index], colors.background, colors.text,
                                       highContrast ? 7.0 : 4.5);
    colors.stale = colors.levelOf(pressure::Level::High);
    return colors;
}

} // namespace manometer::gui
