// SPDX-License-Identifier: GPL-3.0-or-later
//
// View > Appearance: chosen by the menu, drawn at once, and System follows the desktop.
#include "gui/WindowFixture.h"
#include "gui/look/ApplicationLook.h"
#include "gui/look/ChartPalette.h"
#include "gui/look/Palettes.h"
#include "support/TestMain.h"

#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QScopeGuard>
#include <QToolTip>

using namespace manometer;
using namespace manometer::gui;
using views::Appearance;

Q_DECLARE_METATYPE(views::Appearance)

namespace {

// Qt's own with a text colour: a placeholder that a dark desktop's theme does not set is half transparent
// black.
QPalette desktopPalette(const QColor &ground, const QColor &ink)
{
    QPalette palette(ground, ground);
    palette.setColor(QPalette::Base, ground);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(role, ink);
    palette.setColor(QPalette::PlaceholderText, QColor(0, 0, 0, 128));
    return palette;
}

// The strongest contrast of a pixel inside the field's frame, where only the placeholder is drawn.
double drawnContrast(QLineEdit *field)
{
    const QImage picture = field->grab().toImage();
    const QColor ground = field->palette().color(QPalette::Base);
    const int frame = qRound(5 * picture.devicePixelRatio());
    double most = 1;
    for (int y = frame; y < picture.height() - frame; ++y)
        for (int x = frame; x < picture.width() - frame; ++x)
            most = std::max(most, contrastRatio(picture.pixelColor(x, y), ground));
    return most;
}

} // namespace

class TestAppearance : public QObject
{
    Q_OBJECT

    static QAction *choice(const WindowFixture &fixture, const QString &text)
    {
        const auto *menu = fixture.child<QMenu>(u"appearanceMenu"_s);
        for (QAction *action : menu ? menu->actions() : QList<QAction *>())
            if (action->text().remove(u'&') == text)
                return action;
        return nullptr;
    }

private slots:
    void initTestCase() { installTranslation(qApp, QLocale(QLocale::English, QLocale::UnitedStates)); }
    void cleanup() { QApplication::setPalette(QPalette()); }

    void aChoiceOfTheMenuIsDrawnAtOnce_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QPalette>("palette");
        QTest::newRow("light") << u"Light"_s << lightPalette();
        QTest::newRow("dark") << u"Dark"_s << darkPalette();
        QTest::newRow("high contrast") << u"High contrast"_s << highContrastPalette();
    }
    void aChoiceOfTheMenuIsDrawnAtOnce()
    {
        QFETCH(const QString, text);
        QFETCH(const QPalette, palette);
        WindowFixture fixture;
        ApplicationLook look;
        connect(&fixture.fake.appearance, &views::AppearanceView::changed, &look, &ApplicationLook::show);
        look.show(Appearance::System);
        QVERIFY(fixture.drawn());
        QVERIFY(choice(fixture, u"System"_s) && choice(fixture, u"System"_s)->isChecked());
        QAction *chosen = choice(fixture, text);
        QVERIFY(chosen);
        chosen->trigger();
        QCoreApplication::processEvents();
        QVERIFY(chosen->isChecked() && !choice(fixture, u"System"_s)->isChecked());
        const QImage picture = fixture.window->grab().toImage();
        // Behind the last menu.
        const QPoint empty = fixture.window->menuBar()->geometry().center();
        QCOMPARE(picture.pixelColor(empty * picture.devicePixelRatio()), palette.color(QPalette::Window));
        QCOMPARE(QToolTip::palette().color(QPalette::ToolTipBase), palette.color(QPalette::ToolTipBase));
        choice(fixture, u"System"_s)->trigger();
        QVERIFY(QApplication::palette().color(QPalette::Window) != palette.color(QPalette::Window));
        // The window ends with a change of the palette that has not reached it.
    }

    void aChoiceOfAnotherIsShown()
    {
        const WindowFixture fixture;
        const_cast<FakeViews &>(fixture.fake).appearance.setAppearance(Appearance::Dark);
        QVERIFY(choice(fixture, u"Dark"_s)->isChecked());
    }

    void systemFollowsTheDesktopWhileTheProgramRuns()
    {
        QPalette desktop = desktopPalette(Qt::white, Qt::black);
        ApplicationLook look([&desktop] { return desktop; });
        look.show(Appearance::System);
        QCOMPARE(QApplication::palette().color(QPalette::Base), QColor(Qt::white));
        desktop = desktopPalette(QColor(40, 40, 40), Qt::white);
        QApplication::setPalette(desktop); // as the platform does it
        QCoreApplication::processEvents();
        QCOMPARE(QApplication::palette().color(QPalette::Base), QColor(40, 40, 40));
        QVERIFY(contrastRatio(QApplication::palette().color(QPalette::PlaceholderText), QColor(40, 40, 40)) >=
                4.5);
        look.show(Appearance::Light);
        desktop = desktopPalette(QColor(60, 60, 60), Qt::white);
        QCoreApplication::processEvents();
        QCOMPARE(QApplication::palette().color(QPalette::Base), lightPalette().color(QPalette::Base));
        look.show(Appearance::System);
        QCOMPARE(QApplication::palette().color(QPalette::Base), QColor(60, 60, 60));
    }

    void withoutAChoiceTheDesktopsColorsStay()
    {
        const QPalette before = QApplication::palette();
        ApplicationLook look;
        look.show(Appearance::Dark);
        look.show(Appearance::System);
        for (const auto role : {QPalette::Window, QPalette::Base, QPalette::Text, QPalette::Highlight})
            QCOMPARE(QApplication::palette().color(role), before.color(role));
    }

    void aPlaceholderIsDrawnReadably_data()
    {
        QTest::addColumn<Appearance>("appearance");
        QTest::newRow("System, on a dark desktop without a placeholder") << Appearance::System;
        QTest::newRow("Light") << Appearance::Light;
        QTest::newRow("Dark") << Appearance::Dark;
        QTest::newRow("High contrast") << Appearance::HighContrast;
    }
    void aPlaceholderIsDrawnReadably()
    {
        QFETCH(const Appearance, appearance);
        WindowFixture fixture;
        const QPalette dark = desktopPalette(QColor(30, 30, 32), Qt::white);
        QLineEdit *field = nullptr;
        for (auto *each : fixture.window->findChildren<QLineEdit *>())
            if (!each->placeholderText().isEmpty() && each->isVisible())
                field = each;
        QVERIFY(field);
        fixture.chart()->setFocus(); // no cursor in the field
        QApplication::setPalette(dark);
        QCoreApplication::processEvents();
        if (appearance == Appearance::System)
            QVERIFY(drawnContrast(field) < 1.5);
        ApplicationLook look([&dark] { return dark; });
        look.show(appearance);
        QCoreApplication::processEvents();
        // Anti-aliased letters: their strongest pixel is the colour, or nearly.
        const double contrast = drawnContrast(field);
        QVERIFY2(contrast >= 4.4, qPrintable(QString::number(contrast)));
    }
};

MANOMETER_TEST(Gui, TestAppearance)
#include "tst_appearance.moc"
