// SPDX-License-Identifier: GPL-3.0-or-later
//
// The contrast of every text in every palette: 4.5:1, and 3:1 if it is disabled.
#include "gui/look/ChartPalette.h"
#include "gui/look/Palettes.h"
#include "support/TestMain.h"

#include <QPalette>
#include <QTest>

#include <cmath>

using namespace manometer::gui;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(QPalette)

namespace {

using Role = QPalette::ColorRole;
using Group = QPalette::ColorGroup;

struct Colors
{
    QColor window, base, alternateBase, button, text, placeholder, disabledText, highlight, highlightedText;
};

QPalette desktop(const Colors &colors)
{
    QPalette palette(colors.button, colors.window);
    palette.setColor(Role::Base, colors.base);
    palette.setColor(Role::AlternateBase, colors.alternateBase);
    for (const Role role : {Role::WindowText, Role::Text, Role::ButtonText, Role::ToolTipText}) {
        palette.setColor(role, colors.text);
        palette.setColor(Group::Disabled, role, colors.disabledText);
    }
    palette.setColor(Role::ToolTipBase, colors.base);
    palette.setColor(Role::PlaceholderText, colors.placeholder);
    palette.setColor(Role::Highlight, colors.highlight);
    palette.setColor(Role::HighlightedText, colors.highlightedText);
    return palette; // with Qt's links, whose blue is unreadable on dark
}

// As Breeze and Adwaita have them, roughly.
QPalette lightDesktop()
{
    return desktop({.window = 0xeff0f1,
                    .base = 0xffffff,
                    .alternateBase = 0xf7f7f7,
                    .button = 0xfcfcfc,
                    .text = 0x232629,
                    .placeholder = QColor(0x23, 0x26, 0x29, 128),
                    .disabledText = 0xa0a2a3,
                    .highlight = 0x3daee9,
                    .highlightedText = 0xffffff});
}

QPalette darkDesktop()
{
    return desktop({.window = 0x2a2e32,
                    .base = 0x1b1e20,
                    .alternateBase = 0x232629,
                    .button = 0x31363b,
                    .text = 0xfcfcfc,
                    .placeholder = 0xa1a9b1,
                    .disabledText = 0x6e7175,
                    .highlight = 0x3daee9,
                    .highlightedText = 0xfcfcfc});
}

// A theme that sets the common roles only: Qt's placeholder is half transparent black.
QPalette darkDesktopWithABlackPlaceholder()
{
    QPalette palette = darkDesktop();
    palette.setColor(Role::PlaceholderText, QColor(0, 0, 0, 128));
    return palette;
}

// As it is drawn: Qt's placeholder is transparent.
double contrast(const QPalette &palette, Group group, Role text, Role background)
{
    const QColor below = palette.color(group, background);
    const QColor above = palette.color(group, text);
    const auto mix = [&above](int from, int to) {
        return from + qRound((to - from) * double(above.alphaF()));
    };
    return contrastRatio(QColor(mix(below.red(), above.red()), mix(below.green(), above.green()),
                                mix(below.blue(), above.blue())),
                         below);
}

struct Pair
{
    Role text;
    Role background;
};

constexpr Pair pairs[]{{Role::WindowText, Role::Window},
                       {Role::Text, Role::Base},
                       {Role::Text, Role::AlternateBase},
                       {Role::ButtonText, Role::Button},
                       {Role::HighlightedText, Role::Highlight},
                       {Role::ToolTipText, Role::ToolTipBase},
                       {Role::PlaceholderText, Role::Base},
                       {Role::PlaceholderText, Role::AlternateBase},
                       {Role::Link, Role::Base},
                       {Role::Link, Role::Window},
                       {Role::LinkVisited, Role::Base},
                       {Role::LinkVisited, Role::Window}};

constexpr Pair disabledPairs[]{{Role::WindowText, Role::Base}, {Role::WindowText, Role::Button},
                               {Role::Text, Role::Window},     {Role::Text, Role::Button},
                               {Role::ButtonText, Role::Base}, {Role::ButtonText, Role::Window}};

} // namespace

class TestPalettes : public QObject
{
    Q_OBJECT

    static void verify(const QPalette &palette, Group group, const Pair &pair, double wanted)
    {
        const double is = contrast(palette, group, pair.text, pair.background);
        QVERIFY2(is >= wanted, qPrintable(u"role %1 on role %2, group %3: %4"_s.arg(pair.text)
                                              .arg(pair.background)
                                              .arg(group)
                                              .arg(is, 0, 'f', 2)));
    }

private slots:
    void everyTextIsReadable_data()
    {
        QTest::addColumn<QPalette>("palette");
        QTest::newRow("Light") << lightPalette();
        QTest::newRow("Dark") << darkPalette();
        QTest::newRow("High contrast") << highContrastPalette();
        QTest::newRow("System, light") << withReadableTexts(lightDesktop());
        QTest::newRow("System, dark") << withReadableTexts(darkDesktop());
        QTest::newRow("System, dark with a black placeholder")
            << withReadableTexts(darkDesktopWithABlackPlaceholder());
        QTest::newRow("System, Qt's own") << withReadableTexts(QPalette(Qt::lightGray));
    }
    void everyTextIsReadable()
    {
        QFETCH(const QPalette, palette);
        for (const Pair &pair : pairs) {
            verify(palette, Group::Active, pair, 4.5);
            verify(palette, Group::Inactive, pair, 4.5);
            verify(palette, Group::Disabled, pair, 3);
        }
        for (const Pair &pair : disabledPairs)
            verify(palette, Group::Disabled, pair, 3);
    }

    void theSamplesHaveWhatIsCorrected()
    {
        const double placeholder =
            contrast(darkDesktopWithABlackPlaceholder(), Group::Active, Role::PlaceholderText, Role::Base);
        QVERIFY2(placeholder < 1.25, qPrintable(QString::number(placeholder)));
        QVERIFY(contrast(lightDesktop(), Group::Disabled, Role::Text, Role::Base) < 3);
        QVERIFY(contrast(darkDesktop(), Group::Active, Role::Link, Role::Base) < 4.5);
    }

    void placeholdersAndDisabledTextsAreWeakerThanTexts_data() { everyTextIsReadable_data(); }
    void placeholdersAndDisabledTextsAreWeakerThanTexts()
    {
        QFETCH(const QPalette, palette);
        const double text = contrast(palette, Group::Active, Role::Text, Role::Base);
        QVERIFY(contrast(palette, Group::Active, Role::PlaceholderText, Role::Base) < 0.8 * text);
        QVERIFY(contrast(palette, Group::Disabled, Role::Text, Role::Base) < 0.8 * text);
    }

    void theOtherColorsOfTheDesktopStay()
    {
        for (const QPalette &before : {lightDesktop(), darkDesktop()}) {
            const QPalette after = withReadableTexts(before);
            for (const Role role : {Role::Window, Role::Base, Role::AlternateBase, Role::Button,
                                    Role::Highlight, Role::ToolTipBase, Role::WindowText, Role::Text})
                QCOMPARE(after.color(role), before.color(role));
        }
        QCOMPARE(withReadableTexts(darkDesktop()).color(Role::PlaceholderText), QColor(0xa1, 0xa9, 0xb1));
    }

    void aCorrectedColorKeepsItsHue()
    {
        QPalette palette = darkDesktop();
        palette.setColor(Role::PlaceholderText, QColor(0x20, 0x40, 0x90));
        const QColor corrected = withReadableTexts(palette).color(Role::PlaceholderText);
        QVERIFY(corrected != palette.color(Role::PlaceholderText));
        QVERIFY(std::abs(corrected.hslHue() - palette.color(Role::PlaceholderText).hslHue()) <= 2);
    }

    void highContrastIsRecognised()
    {
        QVERIFY(isHighContrast(highContrastPalette()));
        QVERIFY(!isHighContrast(lightPalette()) && !isHighContrast(darkPalette()));
    }
};

MANOMETER_TEST(Gui, TestPalettes)
#include "tst_palettes.moc"
