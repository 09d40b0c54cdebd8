// SPDX-License-Identifier: GPL-3.0-or-later
//
// The commands for the shown entry.
#include "gui/EntriesFixture.h"
#include "support/Eventually.h"
#include "support/TestMain.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QPlainTextEdit>

using namespace manometer;
using namespace manometer::gui;

// Stands in for the desktop that opens a folder.
class FolderOpener : public QObject
{
    Q_OBJECT
public slots:
    void open(const QUrl &url) { opened += url; }

public:
    QList<QUrl> opened;
};

class TestEntryCommands : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { installTranslation(qApp, QLocale(QLocale::English, QLocale::UnitedStates)); }

    void theEntryIsCopied()
    {
        FakeViews fake;
        fillPlausibly(fake);
        fake.cache.entries[0].path = "/aaa/back\\slash";
        fake.cache.entries[1].path = "/aab/evil\nrm -rf";
        EntriesFixture page(fake);
        COMPARE_EVENTUALLY(page.table()->model()->rowCount(), 200);
        QVERIFY(!page.action(u"copyPath"_s)->isEnabled());
        page.select({0});
        VERIFY_EVENTUALLY(page.action(u"copyPath"_s)->isEnabled());
        page.action(u"copyPath"_s)->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text(), u"/aaa/back\\slash"_s);
        page.action(u"copyJson"_s)->trigger();
        QVERIFY(QGuiApplication::clipboard()->text().startsWith(u"{\"SourceFile\""_s));
        page.select({1});
        VERIFY_EVENTUALLY(page.child<QPlainTextEdit>(u"raw"_s)->toPlainText().contains(u"evil"_s));
        page.action(u"copyPath"_s)->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text(), u"/aab/evil\\nrm -rf"_s);
        QVERIFY(page.count().contains(u"as displayed"_s));
    }

    void anAnswerOfExiftoolIsNotReadAgain()
    {
        FakeViews fake;
        fillPlausibly(fake);
        fake.cache.entries[0].path = "/aaa/a.jpg"; // the first row
        fake.cache.entries[0].depth = "exiftool:0123";
        EntriesFixture page(fake);
        COMPARE_EVENTUALLY(page.table()->model()->rowCount(), 200);
        page.select({0});
        VERIFY_EVENTUALLY(page.action(u"copyPath"_s)->isEnabled());
        QVERIFY(!page.action(u"readAgain"_s)->isEnabled());
        page.select({1});
        VERIFY_EVENTUALLY(page.action(u"readAgain"_s)->isEnabled());
    }

    void theFolderIsOpenedWithoutAShell()
    {
        FakeViews fake;
        fillPlausibly(fake);
        fake.cache.entries[0].path = "/aaa/$(touch x) #?/f.fits";
        fake.cache.entries[1].path = "/aab/\xff\xfe/f.fits";
        EntriesFixture page(fake);
        FolderOpener opener;
        QDesktopServices::setUrlHandler(u"file"_s, &opener, "open");
        COMPARE_EVENTUALLY(page.table()->model()->rowCount(), 200);
        page.select({0});
        VERIFY_EVENTUALLY(page.action(u"openFolder"_s)->isEnabled());
        page.action(u"openFolder"_s)->trigger();
        QCOMPARE(opener.opened.size(), 1);
        QCOMPARE(opener.opened.front().toLocalFile(), u"/aaa/$(touch x) #?"_s);
        page.select({1});
        VERIFY_EVENTUALLY(page.action(u"openFolder"_s)->isEnabled());
        page.action(u"openFolder"_s)->trigger();
        QCOMPARE(opener.opened.size(), 1);
        QVERIFY(page.count().contains(u"not valid text"_s));
        QDesktopServices::unsetUrlHandler(u"file"_s);
    }

    void theEntryIsReadAgainAndStaysInView()
    {
        FakeViews fake;
        fillPlausibly(fake);
        EntriesFixture page(fake);
        COMPARE_EVENTUALLY(page.table()->model()->rowCount(), 200);
        QVERIFY(!page.action(u"readAgain"_s)->isEnabled());
        page.select({3});
        VERIFY_EVENTUALLY(page.action(u"readAgain"_s)->isEnabled());
        page.action(u"readAgain"_s)->trigger();
        QCOMPARE(fake.scan.again.size(), 1);
        views::EntryRow *row = nullptr;
        for (views::EntryRow &each : fake.cache.entries)
            if (each.id == fake.scan.again.front())
                row = &each;
        QVERIFY(row);
        views::ScanProgress progress;
        progress.running = progress.oneFile = true;
        progress.folder = row->path;
        fake.scan.report(progress);
        QVERIFY(!page.action(u"readAgain"_s)->isEnabled()); // one at a time
        row->id = views::EntryId(987'654);
        fake.scan.now.read = 1;
        fake.scan.end(false);
        QVERIFY(page.count().contains(u"was read again"_s));
        VERIFY_EVENTUALLY(page.action(u"readAgain"_s)->isEnabled());
        COMPARE_EVENTUALLY(page.table()->currentIndex().row(), 3);
        // Then the new entry is shown.
        const auto isNew = [&] {
            page.action(u"readAgain"_s)->trigger();
            return fake.scan.again.back() == views::EntryId(987'654);
        };
        VERIFY_EVENTUALLY(isNew());
        // A failure is reported on the page that asked.
        fake.scan.now.read = 0;
        fake.scan.fail(
            {.kind = views::ScanFailure::Kind::NoReader, .path = row->path, .systemError = 0, .detail = {}});
        fake.scan.end(false);
        QVERIFY2(page.count().contains(u"Not read again"_s), qPrintable(page.count()));
    }
};

MANOMETER_TEST(Gui, TestEntryCommands)
#include "tst_entry_commands.moc"
