// SPDX-License-Identifier: GPL-3.0-or-later
//
// The window in every language: available languages, layout direction, and unique mnemonics within a menu.
#include "app/OptionTable.h"
#include "gui/WindowFixture.h"
#include "gui/look/RightToLeftStyle.h"
#include "gui/presets/SettingsDialog.h"
#include "gui/shell/CopyRows.h"
#include "gui/text/Numbers.h"
#include "support/Eventually.h"
#include "support/TestMain.h"

#include <QDockWidget>
#include <QGraphicsTextItem>
#include <QHash>
#include <QLocale>
#include <QMenu>
#include <QMenuBar>
#include <QTabWidget>
#include <QTableView>

using namespace manometer;
using namespace manometer::gui;

namespace {

QChar letterOf(const QString &text)
{
    const QKeySequence key = QKeySequence::mnemonic(text);
    return key.isEmpty() ? QChar() : QChar(static_cast<char16_t>(key[0].key()));
}

// Mnemonics that occur in two of the texts.
QStringList claimedTwice(const QStringList &texts)
{
    QStringList twice;
    QHash<QChar, QString> owners;
    for (const QString &text : texts) {
        const QChar letter = letterOf(text);
        if (letter.isNull())
            continue;
        if (owners.contains(letter))
            twice += owners[letter] + u" | "_s + text;
        owners.insert(letter, text);
    }
    return twice;
}

QStringList textsOf(const QList<QAction *> &actions)
{
    QStringList texts;
    for (const QAction *action : actions)
        if (!action->isSeparator())
            texts += action->text();
    return texts;
}

} // namespace

class TestTranslatedWindow : public QObject
{
    Q_OBJECT
private slots:
    void theOptionAcceptsExactlyTheAvailableLanguages()
    {
        for (const app::OptionRow &row : app::optionTable(app::Program::Window)) {
            if (row.name != app::option::language)
                continue;
            QStringList words;
            for (const app::OptionWord &each : row.words) {
                words += QString::fromLatin1(each.word);
                QCOMPARE(QString::fromUtf8(each.text), languageName(words.constLast()));
            }
            QCOMPARE(words, languages());
            return;
        }
        QFAIL("there is no such option");
    }

    void aChosenLanguageKeepsTheSystemsCountry()
    {
        QCOMPARE(localeOf(u"de"_s).language(), QLocale::German);
        QCOMPARE(localeOf(u"ar"_s).language(), QLocale::Arabic);
        QCOMPARE(localeOf({}), QLocale::system());
        QCOMPARE(localeOf(u"tlh"_s), QLocale::system());
    }

    void noMenuHasAMnemonicTwice_data()
    {
        QTest::addColumn<QString>("language");
        for (const QString &language : languages())
            QTest::newRow(qPrintable(language)) << language;
    }
    void noMenuHasAMnemonicTwice()
    {
        QFETCH(QString, language);
        installTranslation(qApp, QLocale(language));
        const WindowFixture fixture;
        QCOMPARE(claimedTwice(textsOf(fixture.window->menuBar()->actions())), QStringList());
        int menus = 0;
        for (const QMenu *menu : fixture.window->findChildren<QMenu *>()) {
            QCOMPARE(claimedTwice(textsOf(menu->actions())), QStringList());
            menus += menu->actions().isEmpty() ? 0 : 1;
        }
        QVERIFY2(menus >= 9, qPrintable(QString::number(menus)));

        SettingsDialog settings({}, {}, nullptr);
        settings.setAttribute(Qt::WA_DeleteOnClose, false);
        settings.show();
        auto *tabs = settings.findChild<QTabWidget *>();
        for (int page = 0; page < tabs->count(); ++page) {
            tabs->setCurrentIndex(page);
            QStringList texts;
            for (int each = 0; each < tabs->count(); ++each)
                texts += tabs->tabText(each);
            for (const QAbstractButton *button : settings.findChildren<QAbstractButton *>())
                if (button->isVisible())
                    texts += button->text();
            for (const QLabel *label : settings.findChildren<QLabel *>())
                if (label->isVisible() && label->buddy())
                    texts += label->text();
            QCOMPARE(claimedTwice(texts), QStringList());
        }
    }

    void theWindowFollowsTheDirectionOfTheLanguage_data()
    {
        QTest::addColumn<QLocale>("locale");
        QTest::addColumn<Qt::LayoutDirection>("direction");
        QTest::newRow("Arabic") << QLocale(u"ar"_s) << Qt::RightToLeft;
        QTest::newRow("German") << QLocale(u"de_AT"_s) << Qt::LeftToRight;
        QTest::newRow("English") << QLocale(u"en"_s) << Qt::LeftToRight;
        QTest::newRow("Hebrew, which reads English") << QLocale(u"he"_s) << Qt::LeftToRight;
    }
    void theWindowFollowsTheDirectionOfTheLanguage()
    {
        QFETCH(QLocale, locale);
        QFETCH(Qt::LayoutDirection, direction);
        installTranslation(qApp, locale);
        QCOMPARE(QGuiApplication::layoutDirection(), direction);
        // Time runs to the right in every language.
        const WindowFixture fixture;
        QCOMPARE(fixture.window->layoutDirection(), direction);
        QCOMPARE(fixture.chart()->layoutDirection(), Qt::LeftToRight);
    }

    void aPathInACellReadsFromLeftToRightAndIsCopiedPlain_data()
    {
        QTest::addColumn<QString>("dock");
        QTest::addColumn<QString>("table");
        QTest::addColumn<QString>("path");
        QTest::newRow("entries") << u"cacheDock"_s << u"table"_s << u"/data/archive/hst/"_s;
        QTest::newRow("programs") << u"cacheDock"_s << u"programs"_s << u"immich"_s;
        QTest::newRow("failures") << u"scanDock"_s << u"failures"_s << u"/data/broken.pdf"_s;
        QTest::newRow("holders") << u"holdersDock"_s << u"table"_s << u"postgres"_s;
    }
    void aPathInACellReadsFromLeftToRightAndIsCopiedPlain()
    {
        QFETCH(QString, dock);
        QFETCH(QString, table);
        QFETCH(QString, path);
        installTranslation(qApp, QLocale(u"ar"_s));
        WindowFixture fixture;
        fixture.fake.scan.fail({.kind = {}, .path = "/data/broken.pdf", .detail = {}});
        fixture.child<QDockWidget>(dock)->raise();
        const auto *view = fixture.child<QDockWidget>(dock)->findChild<QTableView *>(table);
        QVERIFY(view);
        const auto shown = [view] { return view->model()->index(0, 0).data().toString(); };
        // Source: UAX 9, first strong isolate and pop directional isolate.
        VERIFY_EVENTUALLY2(shown().startsWith(u'\u2068' + path), qPrintable(shown()));
        QVERIFY(shown().endsWith(u'\u2069'));
        view->selectionModel()->select(view->model()->index(0, 0),
                                       QItemSelectionModel::Select | QItemSelectionModel::Rows);
        QCOMPARE(selectedRows(*view).section(u'\t', 0, 0), shown().mid(1, shown().size() - 2));
    }

    void theAxesUseTheLocalesDigits()
    {
        installTranslation(qApp, QLocale(u"ar"_s));
        const WindowFixture fixture;
        QVERIFY(fixture.drawn());
        QStringList labels;
        for (const QGraphicsItem *item : fixture.chart()->scene()->items())
            if (const auto *text = qgraphicsitem_cast<const QGraphicsTextItem *>(item))
                labels += text->toPlainText();
        QVERIFY2(labels.size() >= 8, qPrintable(labels.join(u'\n')));
        for (const QString &label : labels)
            QVERIFY2(std::none_of(label.begin(), label.end(),
                                  [](QChar character) { return character >= u'0' && character <= u'9'; }),
                     qPrintable(label));
        const bool hasHundred = std::any_of(labels.begin(), labels.end(), [](const QString &label) {
            return label.startsWith(text::count(100));
        });
        QVERIFY2(hasHundred, qPrintable(labels.join(u'\n')));
    }

    void joinedLettersAreNotSplitByMnemonics()
    {
        const RightToLeftStyle style(u"Fusion"_s);
        const auto underlines = [&style] {
            return style.styleHint(QStyle::SH_UnderlineShortcut, nullptr, nullptr, nullptr) != 0;
        };
        QVERIFY(underlines());
        installTranslation(qApp, QLocale(u"ar"_s));
        QVERIFY(!underlines());
    }

    void cleanup() { installTranslation(qApp, QLocale(u"en"_s)); }
};

MANOMETER_TEST(Gui, TestTranslatedWindow)
#include "tst_translated_window.moc"
