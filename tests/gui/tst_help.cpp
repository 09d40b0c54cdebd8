// SPDX-License-Identifier: GPL-3.0-or-later
//
// The window's help: each field with unit and default, and the introduction.
#include "gui/WindowFixture.h"
#include "gui/help/FieldHelp.h"
#include "gui/help/HelpTopics.h"
#include "gui/presets/SettingsDialog.h"
#include "gui/shell/NoteDialog.h"
#include "gui/welcome/WelcomeCards.h"
#include "support/Eventually.h"
#include "support/TestMain.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QLineEdit>
#include <QListWidget>
#include <QSpinBox>

using namespace manometer;
using namespace manometer::gui;

namespace {

bool isField(const QWidget *widget)
{
    // Spin boxes and lists contain a line edit or a view.
    const bool isInside = qobject_cast<const QAbstractSpinBox *>(widget->parentWidget()) ||
                          qobject_cast<const QComboBox *>(widget->parentWidget());
    return !isInside &&
           (qobject_cast<const QAbstractSpinBox *>(widget) || qobject_cast<const QLineEdit *>(widget) ||
            qobject_cast<const QComboBox *>(widget) || qobject_cast<const QCheckBox *>(widget));
}

QStringList unexplained(const QWidget &window)
{
    QStringList names;
    for (const QWidget *widget : window.findChildren<QWidget *>())
        if (isField(widget) && widget->whatsThis().isEmpty())
            names += widget->objectName() + u" ("_s + widget->accessibleName() + u')';
    return names;
}

QStringList numbersWithoutUnitOrDefault(const QWidget &window)
{
    QStringList names;
    for (const QAbstractSpinBox *box : window.findChildren<QAbstractSpinBox *>())
        if (!box->whatsThis().contains(u"Unit: "_s) || !box->whatsThis().contains(u"Default: "_s))
            names += box->objectName() + u": "_s + box->whatsThis();
    return names;
}

// The What's This text beside a field.
QString shownExplanation()
{
    for (const QWidget *widget : QApplication::topLevelWidgets())
        if (widget->isVisible() && QByteArrayView(widget->metaObject()->className()) == "QWhatsThat")
            return u"shown"_s;
    return {};
}

} // namespace

class TestHelp : public QObject
{
    Q_OBJECT
private slots:
    void everyFieldOfTheWindowExplainsItself()
    {
        const WindowFixture fixture;
        QCOMPARE(unexplained(*fixture.window), QStringList());
        QCOMPARE(numbersWithoutUnitOrDefault(*fixture.window), QStringList());
    }

    void everyFieldOfADialogExplainsItself()
    {
        SettingsDialog settings({}, {}, nullptr);
        settings.setAttribute(Qt::WA_DeleteOnClose, false);
        QCOMPARE(unexplained(settings), QStringList());
        QCOMPARE(numbersWithoutUnitOrDefault(settings), QStringList());
        NoteDialog note(0, nullptr);
        note.setAttribute(Qt::WA_DeleteOnClose, false);
        QCOMPARE(unexplained(note), QStringList());
    }

    void anExplanationNamesUnitAndDefaultIfAny()
    {
        QCOMPARE(fieldHelpText({.what = u"What it is."_s}), u"What it is."_s);
        QCOMPARE(fieldHelpText({.what = u"What it is."_s, .unit = u"seconds"_s, .standard = u"15 s"_s}),
                 u"What it is. Unit: seconds. Default: 15 s."_s);
    }

    void shiftF1ExplainsTheFieldThatHasTheFocus()
    {
        WindowFixture fixture;
        fixture.highEnter()->setFocus();
        QTest::keyClick(fixture.highEnter(), Qt::Key_F1, Qt::ShiftModifier);
        VERIFY_EVENTUALLY(!shownExplanation().isEmpty());
        QTest::keyClick(fixture.window.get(), Qt::Key_Escape);
        for (QWidget *widget : QApplication::topLevelWidgets())
            if (QByteArrayView(widget->metaObject()->className()) == "QWhatsThat")
                widget->close();
    }

    void everyRowOfTheThresholdsIsExplained()
    {
        const WindowFixture fixture;
        const QString help = helpPage(HelpTopic::Thresholds).paragraphs.join(u'\n');
        for (const QString &name : {u"labelEnter"_s, u"labelLeave"_s, u"labelHold"_s, u"labelTarget"_s,
                                    u"labelKeeps"_s, u"labelHits"_s}) {
            const auto *label = fixture.child<QLabel>(name);
            QVERIFY2(!label->toolTip().isEmpty() && !label->whatsThis().isEmpty(), qPrintable(name));
        }
        for (const QString &name : {u"labelTarget"_s, u"labelKeeps"_s, u"labelHits"_s})
            QVERIFY2(help.contains(u'\'' + fixture.text(name) + u'\''), qPrintable(fixture.text(name)));
    }

    void theSettingsDialogHasItsHelp()
    {
        WindowFixture fixture;
        QTest::keyClick(fixture.chart(), Qt::Key_Comma, Qt::ControlModifier);
        auto *settings = fixture.window->findChild<SettingsDialog *>();
        QVERIFY(settings);
        settings->activateWindow();
        COMPARE_EVENTUALLY(QApplication::activeWindow(), settings);
        QTest::keyClick(settings, Qt::Key_F1);
        const auto *help = settings->findChild<QDialog *>(u"helpDialog"_s);
        QVERIFY(help && help->isVisible());
        QCOMPARE(help->findChild<QListWidget *>()->currentItem()->text(), u"Settings"_s);
    }

    void anIntroductionIsShownOnRequestOnly()
    {
        WindowFixture fixture;
        auto *cards = fixture.child<WelcomeCards>(u"welcomeCards"_s);
        QVERIFY(cards && !cards->isVisible());
        fixture.action(u"&Introduction"_s)->trigger();
        QVERIFY(cards->isVisible());
        QCOMPARE(cards->current(), 0);
        QVERIFY(fixture.chart()->isVisible());
        QVERIFY(!fixture.child<QPushButton>(u"welcomeBack"_s)->isEnabled());
    }

    void theChartMakesRoomForTheCards()
    {
        WindowFixture fixture;
        fixture.window->welcome();
        QVERIFY(fixture.drawn());
        const auto fits = [&fixture] {
            const ChartAreas &areas = fixture.chart()->frame().areas;
            return areas.plot.bottom() < areas.ribbon.top() &&
                   areas.ribbon.bottom() < fixture.chart()->height();
        };
        QVERIFY(QTest::qWaitFor(fits, int(test::waitLimit.count())));
    }

    void theCardsAreShownInOrderAndClosed()
    {
        WindowFixture fixture;
        fixture.window->welcome();
        auto *cards = fixture.child<WelcomeCards>(u"welcomeCards"_s);
        auto *next = fixture.child<QPushButton>(u"welcomeNext"_s);
        QStringList titles;
        for (int card = 0; card < WelcomeCards::count(); ++card) {
            QCOMPARE(cards->current(), card);
            titles += fixture.text(u"welcomeTitle"_s);
            QVERIFY(!fixture.text(u"welcomeText"_s).isEmpty());
            QTest::mouseClick(next, Qt::LeftButton);
        }
        QCOMPARE(titles.removeDuplicates(), 0);
        QVERIFY(!cards->isVisible());
        // Again from the first card, and back.
        fixture.window->welcome();
        QCOMPARE(cards->current(), 0);
        QTest::mouseClick(next, Qt::LeftButton);
        QTest::mouseClick(fixture.child<QPushButton>(u"welcomeBack"_s), Qt::LeftButton);
        QCOMPARE(cards->current(), 0);
    }

    void theButtonsOfTheCardsDoNotMove_data()
    {
        QTest::addColumn<QString>("language");
        for (const QString &language : languages())
            QTest::newRow(qPrintable(language)) << language;
    }
    void theButtonsOfTheCardsDoNotMove()
    {
        QFETCH(QString, language);
        installTranslation(qApp, QLocale(language));
        const auto back = qScopeGuard([] { installTranslation(qApp, QLocale(u"en"_s)); });
        for (const int width : {1024, 1600}) {
            WindowFixture fixture({width, 700});
            fixture.window->welcome();
            auto *cards = fixture.child<WelcomeCards>(u"welcomeCards"_s);
            auto *next = fixture.child<QPushButton>(u"welcomeNext"_s);
            const auto places = [&] {
                QTest::qWait(20); // lets the layouts settle
                return QList<QRect>{cards->geometry(),
                                    QRect(next->mapTo(fixture.window.get(), QPoint()), next->size())};
            };
            const auto first = places();
            while (cards->current() + 1 < WelcomeCards::count()) {
                QTest::mouseClick(next, Qt::LeftButton);
                QCOMPARE(places(), first);
                const auto *text = fixture.child<QLabel>(u"welcomeText"_s);
                QVERIFY(text->heightForWidth(text->width()) <= text->height());
            }
        }
    }

    void everyCardCanSkipTheRest()
    {
        WindowFixture fixture;
        auto *cards = fixture.child<WelcomeCards>(u"welcomeCards"_s);
        fixture.window->welcome();
        QTest::mouseClick(fixture.child<QPushButton>(u"welcomeSkip"_s), Qt::LeftButton);
        QVERIFY(!cards->isVisible());
        fixture.window->welcome();
        auto *next = fixture.child<QPushButton>(u"welcomeNext"_s);
        next->setFocus();
        QTest::keyClick(next, Qt::Key_Escape);
        QVERIFY(!cards->isVisible());
    }

    void theCardOnTheCacheAddsAFolder()
    {
        WindowFixture fixture;
        fixture.window->welcome();
        auto *next = fixture.child<QPushButton>(u"welcomeNext"_s);
        auto *add = fixture.child<QPushButton>(u"welcomeAddFolder"_s);
        QVERIFY(!add->isVisible());
        QTest::mouseClick(next, Qt::LeftButton);
        QTest::mouseClick(next, Qt::LeftButton);
        QVERIFY(add->isVisible());
        QTest::mouseClick(add, Qt::LeftButton);
        auto *dialog = fixture.window->findChild<QFileDialog *>();
        QVERIFY(dialog);
        dialog->reject();
    }

    void theLanguageIsChosenAmongTheTranslationsAndKept()
    {
        WindowFixture fixture;
        QTest::keyClick(fixture.chart(), Qt::Key_Comma, Qt::ControlModifier);
        auto *settings = fixture.window->findChild<SettingsDialog *>();
        auto *language = settings->findChild<QComboBox *>(u"language"_s);
        QCOMPARE(language->count(), languages().size() + 1);
        QCOMPARE(settings->language(), QString());
        language->setCurrentIndex(language->findData(u"de"_s));
        settings->accept();
        QCOMPARE(fixture.fake.language.language(), u"de"_s);
        QCOMPARE(SettingsDialog({}, u"de"_s, nullptr).language(), u"de"_s);
        QCOMPARE(SettingsDialog({}, u"tlh"_s, nullptr).language(), QString());
    }
};

MANOMETER_TEST(Gui, TestHelp)
#include "tst_help.moc"
