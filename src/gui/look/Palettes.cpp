// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/look/Palettes.h"

#include "gui/look/ChartPalette.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace manometer::gui {

namespace {

constexpr double textContrast = 4.5;
constexpr double disabledContrast = 3.0;

// The background without transparency, as it is drawn on an opaque surface.
QColor drawnOn(const QColor &background, const QColor &color)
{
    const auto mix = [share = color.alphaF()](float below, float above) {
        return below + (above - below) * share;
    };
    return QColor::fromRgb(QColor::fromRgbF(mix(background.redF(), color.redF()),
                                            mix(background.greenF(), color.greenF()),
                                            mix(background.blueF(), color.blueF()))
                               .rgb());
}

double leastContrast(const QColor &color, const std::vector<QColor> &backgrounds)
{
    double least = 21;
    for (const QColor &background : backgrounds)
        least = std::min(least, contrastRatio(color, background));
    return least;
}

// The colour of the same hue and saturation with the nearest lightness that reaches the contrast; if none
// does, that with the most.
QColor withContrast(const QColor &color, const std::vector<QColor> &backgrounds, double wanted)
{
    constexpr int steps = 200;
    float hue = 0;
    float saturation = 0;
    float lightness = 0;
    color.getHslF(&hue, &saturation, &lightness);
    QColor best = color;
    for (int step = 1; step <= steps; ++step)
        for (const float sign : {-1.0F, 1.0F}) {
            const float changed = lightness + sign * static_cast<float>(step) / steps;
            if (changed < 0 || changed > 1)
                continue;
            const QColor candidate = QColor::fromRgb(QColor::fromHslF(hue, saturation, changed).rgb());
            const double contrast = leastContrast(candidate, backgrounds);
            if (contrast >= wanted)
                return candidate;
            if (contrast > leastContrast(best, backgrounds))
                best = candidate;
        }
    return best;
}

struct TextRole
{
    QPalette::ColorRole text;
    std::vector<QPalette::ColorRole> backgrounds;
};

void makeReadable(QPalette &palette, QPalette::ColorGroup group, const TextRole &role, double wanted)
{
    std::vector<QColor> backgrounds;
    backgrounds.reserve(role.backgrounds.size());
    for (const QPalette::ColorRole background : role.backgrounds)
        backgrounds.push_back(palette.color(group, background));
    // Qt's standard placeholder is a transparent text.
    const QColor drawn = drawnOn(backgrounds.front(), palette.color(group, role.text));
    if (leastContrast(drawn, backgrounds) < wanted)
        palette.setColor(group, role.text, withContrast(drawn, backgrounds, wanted));
}

struct Colors
{
    QRgb window{};
    QRgb base{};
    QRgb alternateBase{};
    QRgb button{};
    QRgb text{};
    QRgb placeholder{};
    QRgb disabledText{};
    QRgb highlight{};
    QRgb highlightedText{};
    QRgb disabledHighlight{};
    QRgb disabledHighlightedText{};
    QRgb toolTipBase{};
    QRgb link{};
    QRgb visitedLink{};
};

QPalette paletteOf(const Colors &colors)
{
    // Derives the shades of the bevels.
    QPalette palette{QColor(colors.button), QColor(colors.window)};
    const auto set = [&palette](QPalette::ColorRole role, QRgb color, QRgb disabled) {
        palette.setColor(role, QColor(color));
        palette.setColor(QPalette::Disabled, role, QColor(disabled));
    };
    const auto same = [&set](QPalette::ColorRole role, QRgb color) { set(role, color, color); };
    same(QPalette::Window, colors.window);
    same(QPalette::Base, colors.base);
    same(QPalette::AlternateBase, colors.alternateBase);
    same(QPalette::Button, colors.button);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::BrightText})
        set(role, colors.text, colors.disabledText);
    set(QPalette::PlaceholderText, colors.placeholder, colors.disabledText);
    set(QPalette::Highlight, colors.highlight, colors.disabledHighlight);
    set(QPalette::HighlightedText, colors.highlightedText, colors.disabledHighlightedText);
    same(QPalette::ToolTipBase, colors.toolTipBase);
    same(QPalette::ToolTipText, colors.text);
    set(QPalette::Link, colors.link, colors.disabledText);
    set(QPalette::LinkVisited, colors.visitedLink, colors.disabledText);
    // A role that is not marked as set would follow the desktop's palette.
    for (const auto group : {QPalette::Active, QPalette::Inactive, QPalette::Disabled})
        for (int role = 0; role < QPalette::NColorRoles; ++role)
            if (role != QPalette::NoRole)
                palette.setBrush(group, static_cast<QPalette::ColorRole>(role),
                                 palette.brush(group, static_cast<QPalette::ColorRole>(role)));
    return palette;
}

} // namespace

QPalette lightPalette()
{
    return paletteOf({.window = 0xfff3f4f6,
                      .base = 0xffffffff,
                      .alternateBase = 0xfff7f8fa,
                      .button = 0xffebedf0,
                      .text = 0xff1b1e23,
                      .placeholder = 0xff666b73,
                      .disabledText = 0xff797e86,
                      .highlight = 0xff1f66b5,
                      .highlightedText = 0xffffffff,
                      .disabledHighlight = 0xff797e86,
                      .disabledHighlightedText = 0xffffffff,
                      .toolTipBase = 0xfffdf6d8,
                      .link = 0xff0b5cad,
                      .visitedLink = 0xff7b3fa8});
}

QPalette darkPalette()
{
    return paletteOf({.window = 0xff26282c,
                      .base = 0xff1b1c1f,
                      .alternateBase = 0xff222428,
                      .button = 0xff33363b,
                      .text = 0xffeceef1,
                      .placeholder = 0xff9aa0a8,
                      .disabledText = 0xff878d95,
                      .highlight = 0xff2a6ebe,
                      .highlightedText = 0xffffffff,
                      .disabledHighlight = 0xff4a4e55,
                      .disabledHighlightedText = 0xffb9bec6,
                      .toolTipBase = 0xff3a3d43,
                      .link = 0xff6cb2ff,
                      .visitedLink = 0xffc9a2f5});
}

QPalette highContrastPalette()
{
    return paletteOf({.window = 0xff000000,
                      .base = 0xff000000,
                      .alternateBase = 0xff000000,
                      .button = 0xff000000,
                      .text = 0xffffffff,
                      .placeholder = 0xffdcdcdc,
                      .disabledText = 0xffb0b0b0,
                      .highlight = 0xffffff00,
                      .highlightedText = 0xff000000,
                      .disabledHighlight = 0xffb0b0b0,
                      .disabledHighlightedText = 0xff000000,
                      .toolTipBase = 0xff000000,
                      .link = 0xff8ad7ff,
                      .visitedLink = 0xffe0b8ff});
}

QPalette withReadableTexts(QPalette desktop)
{
    using Palette = QPalette;
    const std::array<TextRole, 8> roles{
        TextRole{Palette::WindowText, {Palette::Window}},
        TextRole{Palette::Text, {Palette::Base, Palette::AlternateBase}},
        TextRole{Palette::ButtonText, {Palette::Button}},
        TextRole{Palette::PlaceholderText, {Palette::Base, Palette::AlternateBase}},
        TextRole{Palette::HighlightedText, {Palette::Highlight}},
        TextRole{Palette::ToolTipText, {Palette::ToolTipBase}},
        TextRole{Palette::Link, {Palette::Base, Palette::Window}},
        TextRole{Palette::LinkVisited, {Palette::Base, Palette::Window}}};
    for (const TextRole &role : roles) {
        makeReadable(desktop, Palette::Active, role, textContrast);
        makeReadable(desktop, Palette::Inactive, role, textContrast);
        makeReadable(desktop, Palette::Disabled, role, disabledContrast);
    }
    // Styles draw a disabled text of one of these roles on each of the backgrounds.
    for (const auto text : {Palette::WindowText, Palette::Text, Palette::ButtonText})
        makeReadable(desktop, Palette::Disabled,
                     TextRole{text, {Palette::Window, Palette::Base, Palette::Button}}, disabledContrast);
    return desktop;
}

} // namespace manometer::gui
