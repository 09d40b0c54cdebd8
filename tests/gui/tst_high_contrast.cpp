// SPDX-License-Identifier: GPL-3.0-or-later
// Clickable widgets are visible in a black and white palette (WCAG 2.1, 1.4.11: 3 to 1).
#include "gui/look/ChartPalette.h"
#include "gui/look/OutlinedStyle.h"
#include "gui/look/Palettes.h"
#include "support/TestMain.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollBar>
#include <QSpinBox>
#include <QStyleFactory>
#include <QTest>
#include <QToolButton>

#include <functional>
#include <memory>

using namespace manometer::gui;
using namespace Qt::StringLiterals;

namespace {

using Make = std::function<QWidget *()>;

QPalette palette(const QColor &ground, const QColor &ink)
{
    QPalette palette(ground, ground);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(role, ink);
    palette.setColor(QPalette::Base, ground);
    return palette;
}

QImage picture(const Make &make, QStyle *style, const QPalette &palette)
{
    const std::unique_ptr<QWidget> widget(make());
    widget->setStyle(style);
    widget->setPalette(palette);
    widget->resize(widget->sizeHint());
    return widget->grab().toImage();
}

// The share of pixels that differ from the background.
double seen(const QImage &picture, const QColor &ground)
{
    int count = 0;
    for (int y = 0; y < picture.height(); ++y)
        for (int x = 0; x < picture.width(); ++x)
            count += contrastRatio(picture.pixelColor(x, y), ground) >= 3 ? 1 : 0;
    return double(count) / (picture.width() * picture.height());
}

} // namespace

class TestHighContrast : public QObject
{
    Q_OBJECT

private slots:
    void widgetsWithoutTextHaveAVisibleOutline_data()
    {
        QTest::addColumn<Make>("make");
        QTest::newRow("a box without a tick") << Make([] { return new QCheckBox; });
        QTest::newRow("a choice that is not taken") << Make([] { return new QRadioButton; });
        QTest::newRow("an empty field") << Make([] { return new QLineEdit; });
        QTest::newRow("a number") << Make([] { return new QSpinBox; });
        QTest::newRow("a button") << Make([] { return new QPushButton(u" "_s); });
        QTest::newRow("a tool button on a page") << Make([] { return new QToolButton; });
        QTest::newRow("a list of one empty choice") << Make([] {
            auto *box = new QComboBox;
            box->addItem(u" "_s);
            return box;
        });
        QTest::newRow("a scroll bar") << Make([] { return new QScrollBar; });
    }
    void widgetsWithoutTextHaveAVisibleOutline()
    {
        QFETCH(Make, make);
        OutlinedStyle style(u"Fusion"_s);
        const QPalette black = palette(Qt::black, Qt::white);
        const double outlined = seen(picture(make, &style, black), Qt::black);
        const std::unique_ptr<QStyle> plain(QStyleFactory::create(u"Fusion"_s));
        const double before = seen(picture(make, plain.get(), black), Qt::black);
        QVERIFY2(outlined > before + 0.03, qPrintable(u"%1 and %2"_s.arg(before).arg(outlined)));
    }

    void anEmptyBoxIsVisibleOnDark_data()
    {
        QTest::addColumn<Make>("make");
        QTest::newRow("a box without a tick") << Make([] { return new QCheckBox; });
        QTest::newRow("a choice that is not taken") << Make([] { return new QRadioButton; });
    }
    void anEmptyBoxIsVisibleOnDark()
    {
        QFETCH(Make, make);
        OutlinedStyle style(u"Fusion"_s);
        const QColor ground = darkPalette().color(QPalette::Window);
        const double outlined = seen(picture(make, &style, darkPalette()), ground);
        QVERIFY2(outlined > 0.03, qPrintable(QString::number(outlined)));
    }

    void otherPalettesAreUnchanged_data() { widgetsWithoutTextHaveAVisibleOutline_data(); }
    void otherPalettesAreUnchanged()
    {
        QFETCH(Make, make);
        OutlinedStyle style(u"Fusion"_s);
        const std::unique_ptr<QStyle> plain(QStyleFactory::create(u"Fusion"_s));
        const bool isBox = std::unique_ptr<QWidget>(make())->inherits("QCheckBox") ||
                           std::unique_ptr<QWidget>(make())->inherits("QRadioButton");
        const QPalette dark = palette(QColor(45, 45, 48), QColor(240, 240, 240));
        for (const QPalette &ordinary : {plain->standardPalette(), isBox ? lightPalette() : dark})
            QCOMPARE(picture(make, &style, ordinary), picture(make, plain.get(), ordinary));
    }
};

MANOMETER_TEST(Gui, TestHighContrast)
#include "tst_high_contrast.moc"
