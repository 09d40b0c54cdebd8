// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/PlausibleDay.h"
#include "gui/entries/CachePage.h"
#include "gui/entries/HexText.h"
#include "gui/entries/RemovalQuestion.h"
#include "gui/notice/NoticeBar.h"
#include "gui/text/Translation.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDesktopServices>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

using namespace manometer;
using namespace manometer::gui;
using namespace Qt::StringLiterals;

namespace {

class Page
{
public:
    explicit Page(FakeViews &fake)
        : page(&fake.cache, &fake.monitor)
    {
        pin->setCheckable(true);
        page.setActions({.addFolder = addFolder, .pin = pin, .remove = remove});
        page.setNoticeBar(&bar);
        page.setScan(&fake.scan);
        page.resize(1000, 400);
        page.show();
    }
    void select(const QList<int> &rows) const
    {
        table()->selectRow(rows.front());
        for (const int row : rows)
            table()->selectionModel()->select(table()->model()->index(row, 0),
                                              QItemSelectionModel::Select | QItemSelectionModel::Rows);
    }
    void removeRows(const QList<int> &rows)
    {
        QTRY_VERIFY(table()->model()->rowCount() > rows.back());
        select(rows);
        page.removeSelected();
        QTRY_VERIFY(question());
        yes()->click();
    }
    QDialog *question() const { return page.findChild<RemovalQuestion *>(); }
    QPushButton *yes() const { return question()->findChild<QPushButton *>(u"yes"_s); }
    QString barText() const { return bar.findChild<QLabel *>(u"noticeText"_s)->text(); }
    QAction *action(const QString &name) const { return page.findChild<QAction *>(name); }
    QAction *column(const QString &text) const
    {
        for (QAction *one : child<QToolButton>(u"columns"_s)->menu()->actions())
            if (one->text() == text)
                return one;
        return nullptr;
    }
    template<typename Widget>
    Widget *child(const QString &name) const
    {
        return page.findChild<Widget *>(name);
    }
    QTableView *table() const { return child<QTableView>(u"table"_s); }
    QString count() const { return child<QLabel>(u"count"_s)->text(); }
    QString shown(int row) const { return table()->model()->index(row, EntryModel::Path).data().toString(); }

    CachePage page;
    QAction *addFolder = new QAction(u"Add folder"_s, &page);
    QAction *pin = new QAction(u"Pin"_s, &page);
    QAction *remove = new QAction(u"Delete"_s, &page);
    NoticeBar bar;
};

} // namespace

// What a desktop would do with a folder.
class FolderOpener : public QObject
{
    Q_OBJECT
public slots:
    void open(const QUrl &url) { opened += url; }

public:
    QList<QUrl> opened;
};

class TestCachePage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { installTranslation(qApp, QLocale(QLocale::English, QLocale::UnitedStates)); }

    void itSaysHowMuchIsShownAndAsOfWhen()
    {
        FakeViews fake;
        fillPlausibly(fake);
        fake.cache.asOfWallMs = QDateTime(QDate(2026, 11, 23), QTime(8, 4, 50)).toMSecsSinceEpoch();
        Page page(fake);
        QTRY_COMPARE(page.count(), u"All 200, as of 08:04:50"_s);
        page.child<QLineEdit>(u"filter"_s)->setText(u"WFC3"_s);
        QTRY_COMPARE(page.count(), u"133 of 200, as of 08:04:50"_s);
        page.child<QLineEdit>(u"filter"_s)->setText(u"nowhere"_s);
        QTRY_COMPARE(page.child<QStackedWidget>(u"stack"_s)->currentWidget()->objectName(), u"emptyPage"_s);
        QVERIFY(page.child<QLabel>(u"empty"_s)->text().contains(u"Clear the filter"_s));
        QVERIFY(page.child<QLabel>(u"note"_s)->text().contains(u"cannot move"_s));
    }

    void anEmptyCacheSaysWhatToDoNext()
    {
        FakeViews fake;
        Page page(fake);
        QTRY_COMPARE(page.child<QStackedWidget>(u"stack"_s)->currentWidget()->objectName(), u"emptyPage"_s);
        QVERIFY(page.child<QLabel>(u"empty"_s)->text().contains(u"Add folder"_s));
    }

    void headersSort()
    {
        FakeViews fake;
        fillPlausibly(fake);
        Page page(fake);
        QTRY_COMPARE(page.table()->model()->rowCount(), 200);
        QHeaderView *header = page.table()->horizontalHeader();
        const QPoint hits(header->sectionViewportPosition(EntryModel::Hits) + 10, header->height() / 2);
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, hits);
        QTRY_COMPARE(fake.cache.queries.back().order, cache::EntryQuery::Order::Hits);
        const bool descending = fake.cache.queries.back().descending;
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, hits);
        QTRY_VERIFY(fake.cache.queries.back().descending != descending);
    }

    void aBadTermIsExplainedAndAsksNothing()
    {
        FakeViews fake;
        fillPlausibly(fake);
        Page page(fake);
        QTRY_COMPARE(page.table()->model()->rowCount(), 200);
        auto *filter = page.child<QLineEdit>(u"filter"_s);
        auto *problem = page.child<QLabel>(u"problem"_s);
        QVERIFY(!problem->isVisible());
        const qsizetype asked = fake.cache.queries.size();
        filter->setText(u"size>big"_s);
        QTRY_VERIFY(problem->isVisible());
        QVERIFY(problem->text().contains(u"'big'"_s));
        QCOMPARE(fake.cache.queries.size(), asked);
        QCOMPARE(page.table()->model()->rowCount(), 200);
        filter->setText(u"wfc3 size>2k"_s);
        QTRY_VERIFY(!problem->isVisible());
        QCOMPARE(fake.cache.queries.back().pathContains, std::string("wfc3"));
        QCOMPARE(fake.cache.queries.back().valueBytes.least, std::uint64_t(2049));
    }

    void deletionAsksNamesCountAndBytesAndDeletes()
    {
        FakeViews fake;
        fillPlausibly(fake);
        Page page(fake);
        QTRY_COMPARE(page.table()->model()->rowCount(), 200);
        page.select({3, 7});
        page.page.removeSelected();
        QTRY_VERIFY(page.question());
        QCOMPARE(page.question()->findChild<QLabel *>(u"what"_s)->text(),
                 u"Delete 2 entries from the cache?"_s);
        QVERIFY(page.question()->findChild<QLabel *>(u"more"_s)->text().contains(u"KiB"_s));
        QVERIFY(!page.remove->isEnabled()); // one at a time
        page.question()->reject();          // 'Cancel' and Esc
        QTRY_VERIFY(!page.question());
        QVERIFY(fake.cache.removed.isEmpty());
        QVERIFY(page.remove->isEnabled());

        page.page.removeSelected();
        QTRY_VERIFY(page.question());
        page.yes()->click();
        QTRY_COMPARE(fake.cache.removed.size(), 2);
        QTRY_COMPARE(page.table()->model()->rowCount(), 198);
        QVERIFY(page.count().startsWith(u"2 entries deleted."_s));
    }

    void aLargeDeletionWantsItsNumberTyped()
    {
        FakeViews fake;
        fillPlausibly(fake);
        for (quint64 id = 1000; id < 2000; ++id) {
            service::EntryRow row = fake.cache.entries.front();
            row.id = service::EntryId(id);
            row.isKept = id < 1003;
            fake.cache.entries += row;
        }
        Page page(fake);
        QTRY_COMPARE(page.table()->model()->rowCount(), 1200);
        page.table()->selectAll();
        page.page.removeSelected();
        QTRY_VERIFY(page.question());
        QVERIFY(page.question()->findChild<QLabel *>(u"more"_s)->text().contains(u"3 of them are pinned"_s));
        auto *typed = page.question()->findChild<QLineEdit *>(u"typed"_s);
        QVERIFY(typed);
        QVERIFY(!page.yes()->isEnabled());
        for (const QString &wrong : {u"120"_s, u"yes"_s, u"12000"_s}) {
            typed->setText(wrong);
            QVERIFY2(!page.yes()->isEnabled(), qPrintable(wrong));
        }
        typed->setText(u"1,200"_s);
        QVERIFY(page.yes()->isEnabled());
        page.question()->reject();
        QTRY_VERIFY(!page.question());

        page.select({1});
        page.page.removeSelected();
        QTRY_VERIFY(page.question());
        QVERIFY(!page.question()->findChild<QLineEdit *>(u"typed"_s));
    }

    void aDeletionIsTakenBackWithOnePress()
    {
        FakeViews fake;
        fillPlausibly(fake);
        Page page(fake);
        page.removeRows({3, 7});
        QTRY_COMPARE(page.table()->model()->rowCount(), 198);
        QVERIFY(page.bar.isPresenting());
        QCOMPARE(page.barText(), u"2 entries deleted."_s);
        page.bar.findChild<QPushButton *>(u"noticeUndo"_s)->click();
        QTRY_COMPARE(page.table()->model()->rowCount(), 200);
        QVERIFY(page.count().startsWith(u"2 entries are back."_s));
        QVERIFY(!page.bar.isPresenting());
        QVERIFY(fake.cache.discarded.isEmpty());
    }

    void whatNobodyTakesBackIsFreed()
    {
        FakeViews fake;
        fillPlausibly(fake);
        Page page(fake);
        page.removeRows({3});
        QTRY_VERIFY(page.bar.isPresenting());
        page.bar.end();
        QCOMPARE(fake.cache.discarded, QList<quint64>{1});
    }

    void theNextDeletionEndsTheWayBackOfTheLast()
    {
        FakeViews fake;
        fillPlausibly(fake);
        Page page(fake);
        page.removeRows({3});
        QTRY_VERIFY(page.bar.isPresenting());
        fake.cache.removals = FakeCache::Answers::Held;
        QTRY_COMPARE(page.table()->model()->rowCount(), 199);
        page.removeRows({4});
        QTRY_VERIFY(fake.cache.heldRemoval);
        QVERIFY(!page.bar.isPresenting());
        fake.cache.heldRemoval->addResult(service::Removal{.removed = 1, .stopped = false, .trash = 2});
        fake.cache.heldRemoval->finish();
        QTRY_VERIFY(page.bar.isPresenting());
    }

    void theBarSaysThatMemoryTookTheUndo()
    {
        FakeViews fake;
        fillPlausibly(fake);
        Page page(fake);
        page.removeRows({3});
        QTRY_VERIFY(page.bar.isPresenting());
        emit fake.cache.trashFreed(fake.cache.trash);
        QVERIFY(page.barText().contains(u"Memory is short"_s));
        QVERIFY(!page.bar.findChild<QPushButton *>(u"noticeUndo"_s)->isVisibleTo(&page.bar));
    }

    void whatIsTooMuchToHoldAsideOffersNoUndoAndSaysSo()
    {
        FakeViews fake;
        fillPlausibly(fake);
        fake.cache.canComeBack = false;
        Page page(fake);
        QTRY_COMPARE(page.table()->model()->rowCount(), 200);
        page.select({3});
        page.page.removeSelected();
        QTRY_VERIFY(page.question());
        QVERIFY(page.question()->findChild<QLabel *>(u"more"_s)->text().contains(u"cannot be taken back"_s));
        page.yes()->click();
        QTRY_COMPARE(page.table()->model()->rowCount(), 199);
        QVERIFY(!page.bar.isPresenting());
    }

    void aLongDeletionShowsProgressAndCanBeStopped()
    {
        FakeViews fake;
        fillPlausibly(fake);
        fake.cache.removals = FakeCache::Answers::Held;
        Page page(fake);
        page.removeRows({3, 4, 5});
        auto *work = page.child<QFrame>(u"work"_s);
        QVERIFY(!work->isVisible());
        QTRY_VERIFY(fake.cache.heldRemoval);
        QTest::qWait(350);
        fake.cache.heldRemoval->setProgressValue(1);
        QTRY_VERIFY(work->isVisible());
        QCOMPARE(page.child<QProgressBar>(u"workBar"_s)->maximum(), 3);
        QTest::mouseClick(page.child<QPushButton>(u"workStop"_s), Qt::LeftButton);
        QCOMPARE(fake.cache.stops, 1);
        fake.cache.heldRemoval->addResult(service::Removal{.removed = 1, .stopped = true, .trash = 0});
        fake.cache.heldRemoval->finish();
        QTRY_VERIFY(!work->isVisible());
        QVERIFY(page.count().startsWith(u"Stopped: 1 of 3 entries deleted."_s));
    }

    void pinningIsToggledByTheCurrentRowAndShown()
    {
        FakeViews fake;
        fillPlausibly(fake);
        Page page(fake);
        QTRY_COMPARE(page.table()->model()->rowCount(), 200);
        QTRY_VERIFY(page.shown(5) != u"…"_s);
        page.select({5, 6});
        const auto pinned = [&](int row) {
            return page.table()->model()->index(row, EntryModel::Pinned).data().toString();
        };
        page.pin->trigger();
        QTRY_COMPARE(pinned(5), u"pinned"_s);
        QCOMPARE(pinned(6), u"pinned"_s);
        QCOMPARE(pinned(7), QString());
        QTRY_VERIFY(page.pin->isChecked());
        page.pin->trigger();
        QTRY_COMPARE(pinned(5), QString());
        QTRY_VERIFY(!page.pin->isChecked());
    }

    void aStoreThatCannotBeWrittenIsOnlyLookedAt()
    {
        FakeViews fake;
        fillPlausibly(fake);
        Page page(fake);
        QTRY_COMPARE(page.table()->model()->rowCount(), 200);
        page.select({5});
        QVERIFY(page.remove->isEnabled() && page.pin->isEnabled());
        fake.cache.figures.health.state = cache::Health::State::ReadOnly;
        emit fake.cache.summaryChanged(fake.cache.figures);
        QVERIFY(!page.remove->isEnabled() && !page.pin->isEnabled());
        QVERIFY(page.remove->toolTip().contains(u"cannot be written"_s));
        fake.cache.figures.health.state = cache::Health::State::Good;
        emit fake.cache.summaryChanged(fake.cache.figures);
        QVERIFY(page.remove->isEnabled() && page.pin->isEnabled());
        QVERIFY(!page.remove->toolTip().contains(u"cannot be written"_s));
    }

    void columnsAreHiddenMovedAndRemembered()
    {
        FakeViews fake;
        fillPlausibly(fake);
        QByteArray saved;
        {
            Page page(fake);
            QVERIFY(page.table()->isColumnHidden(EntryModel::Depth));
            page.column(u"Depth"_s)->trigger();
            page.column(u"Hits"_s)->trigger();
            QVERIFY(!page.table()->isColumnHidden(EntryModel::Depth));
            QVERIFY(page.table()->isColumnHidden(EntryModel::Hits));
            QVERIFY(!page.column(u"Path"_s)->isEnabled());
            QHeaderView *header = page.table()->horizontalHeader();
            header->moveSection(header->visualIndex(EntryModel::Size), 0);
            saved = page.page.saveView();
        }
        Page page(fake);
        page.page.restoreView(saved);
        QVERIFY(!page.table()->isColumnHidden(EntryModel::Depth));
        QVERIFY(page.table()->isColumnHidden(EntryModel::Hits));
        QVERIFY(!page.column(u"Hits"_s)->isChecked());
        QCOMPARE(page.table()->horizontalHeader()->visualIndex(EntryModel::Size), 0);
        // Of another set of columns, or no columns at all.
        QByteArray ofFewer = page.page.saveView();
        ofFewer[7] = 6; // behind the length of the columns
        page.column(u"Hits"_s)->trigger();
        page.page.restoreView(ofFewer);
        QVERIFY(!page.table()->isColumnHidden(EntryModel::Hits));
        page.column(u"Hits"_s)->trigger();
        page.page.restoreView(QByteArray("garbage"));
        page.page.restoreView({});
        QVERIFY(page.table()->isColumnHidden(EntryModel::Hits));
        page.column(u"&Default columns"_s)->trigger();
        QVERIFY(!page.table()->isColumnHidden(EntryModel::Hits));
        QCOMPARE(page.table()->horizontalHeader()->visualIndex(EntryModel::Path), 0);
    }

    void columnsAreMovedByKeyboardPastHiddenOnes()
    {
        FakeViews fake;
        fillPlausibly(fake);
        Page page(fake);
        QTRY_COMPARE(page.table()->model()->rowCount(), 200);
        QHeaderView *header = page.table()->horizontalHeader();
        page.table()->setCurrentIndex(page.table()->model()->index(0, EntryModel::Hits));
        page.column(u"Size"_s)->trigger();
        page.column(u"Move this column to the &left"_s)->trigger();
        QVERIFY(header->visualIndex(EntryModel::Hits) < header->visualIndex(EntryModel::Tier));
        page.column(u"Move this column to the &right"_s)->trigger();
        QVERIFY(header->visualIndex(EntryModel::Hits) > header->visualIndex(EntryModel::Tier));
        QVERIFY(page.child<QToolButton>(u"columns"_s)->focusPolicy() & Qt::TabFocus);
    }

    void theEntryIsCopied()
    {
        FakeViews fake;
        fillPlausibly(fake);
        fake.cache.entries[0].path = "/aaa/back\\slash";
        fake.cache.entries[1].path = "/aab/evil\nrm -rf";
        Page page(fake);
        QTRY_COMPARE(page.table()->model()->rowCount(), 200);
        QVERIFY(!page.action(u"copyPath"_s)->isEnabled());
        page.select({0});
        QTRY_VERIFY(page.action(u"copyPath"_s)->isEnabled());
        page.action(u"copyPath"_s)->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text(), u"/aaa/back\\slash"_s);
        page.action(u"copyJson"_s)->trigger();
        QVERIFY(QGuiApplication::clipboard()->text().startsWith(u"{\"SourceFile\""_s));
        page.select({1});
        QTRY_VERIFY(page.child<QPlainTextEdit>(u"raw"_s)->toPlainText().contains(u"evil"_s));
        page.action(u"copyPath"_s)->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text(), u"/aab/evil\\nrm -rf"_s);
        QVERIFY(page.count().contains(u"as it is shown"_s));
    }

    void theFolderIsOpenedWithoutAShell()
    {
        FakeViews fake;
        fillPlausibly(fake);
        fake.cache.entries[0].path = "/aaa/$(touch x) #?/f.fits";
        fake.cache.entries[1].path = "/aab/\xff\xfe/f.fits";
        Page page(fake);
        FolderOpener opener;
        QDesktopServices::setUrlHandler(u"file"_s, &opener, "open");
        QTRY_COMPARE(page.table()->model()->rowCount(), 200);
        page.select({0});
        QTRY_VERIFY(page.action(u"openFolder"_s)->isEnabled());
        page.action(u"openFolder"_s)->trigger();
        QCOMPARE(opener.opened.size(), 1);
        QCOMPARE(opener.opened.front().toLocalFile(), u"/aaa/$(touch x) #?"_s);
        page.select({1});
        QTRY_VERIFY(page.action(u"openFolder"_s)->isEnabled());
        page.action(u"openFolder"_s)->trigger();
        QCOMPARE(opener.opened.size(), 1);
        QVERIFY(page.count().contains(u"no text"_s));
        QDesktopServices::unsetUrlHandler(u"file"_s);
    }

    void theEntryIsReadAgainAndStaysInView()
    {
        FakeViews fake;
        fillPlausibly(fake);
        Page page(fake);
        QTRY_COMPARE(page.table()->model()->rowCount(), 200);
        QVERIFY(!page.action(u"readAgain"_s)->isEnabled());
        page.select({3});
        QTRY_VERIFY(page.action(u"readAgain"_s)->isEnabled());
        page.action(u"readAgain"_s)->trigger();
        QCOMPARE(fake.scan.again.size(), 1);
        service::EntryRow *row = nullptr;
        for (service::EntryRow &each : fake.cache.entries)
            if (each.id == fake.scan.again.front())
                row = &each;
        QVERIFY(row);
        service::ScanProgress progress;
        progress.running = progress.oneFile = true;
        progress.folder = row->path;
        fake.scan.report(progress);
        QVERIFY(!page.action(u"readAgain"_s)->isEnabled()); // one at a time
        row->id = service::EntryId(987'654);
        fake.scan.now.read = 1;
        fake.scan.end(false);
        QVERIFY(page.count().contains(u"was read again"_s));
        QTRY_VERIFY(page.action(u"readAgain"_s)->isEnabled());
        QTRY_COMPARE(page.table()->currentIndex().row(), 3);
        // And it is the new entry that is shown by then.
        const auto isNew = [&] {
            page.action(u"readAgain"_s)->trigger();
            return fake.scan.again.back() == service::EntryId(987'654);
        };
        QTRY_VERIFY(isNew());
        // What went wrong is told where it was asked for.
        fake.scan.now.read = 0;
        fake.scan.fail({.kind = service::ScanFailure::Kind::NoReader,
                        .path = row->path,
                        .systemError = 0,
                        .detail = {}});
        fake.scan.end(false);
        QVERIFY2(page.count().contains(u"Not read again"_s), qPrintable(page.count()));
    }

    void theBytesAreShownInHexadecimal()
    {
        QCOMPARE(hexText("{\"a\":\n\xff\"0123456\"}"),
                 u"00000000  7b 22 61 22 3a 0a ff 22  30 31 32 33 34 35 36 22  {\"a\":..\"0123456\"\n"
                 "00000010  7d                                                }\n"_s);
        QCOMPARE(hexText({}), QString());
        QCOMPARE(hexText(QByteArray(10 * hexBytes, 'x')).count(u'\n'), hexBytes / 16);
        FakeViews fake;
        fillPlausibly(fake);
        Page page(fake);
        QTRY_COMPARE(page.table()->model()->rowCount(), 200);
        page.select({0});
        QTRY_VERIFY(page.child<QPlainTextEdit>(u"hex"_s)->toPlainText().startsWith(u"00000000  7b 22"_s));
    }

    void aLargeSelectionIsNotDisturbedByWhatChanges()
    {
        FakeViews fake;
        service::EntryRow row{.id = {}, .exists = true, .path = "/f", .depth = {}};
        for (quint64 id = 1; id <= 12'000; ++id) {
            row.id = service::EntryId(id);
            fake.cache.entries += row;
        }
        Page page(fake);
        QTRY_COMPARE(page.table()->model()->rowCount(), 12'000);
        page.table()->selectAll();
        const qsizetype asked = fake.cache.queries.size();
        emit fake.cache.contentsChanged();
        QVERIFY(!QTest::qWaitFor([&] { return fake.cache.queries.size() > asked; }, 1300));
        page.table()->clearSelection();
        QTRY_VERIFY(fake.cache.queries.size() > asked);
    }

    void refreshKeepsSelectionAndPlace()
    {
        FakeViews fake;
        fillPlausibly(fake);
        Page page(fake);
        QTRY_COMPARE(page.table()->model()->rowCount(), 200);
        page.table()->scrollTo(page.table()->model()->index(120, 0), QAbstractItemView::PositionAtTop);
        page.table()->selectRow(125);
        QTRY_VERIFY(page.shown(125) != u"…"_s);
        const QString selected = page.shown(125);
        const QString top = page.shown(page.table()->rowAt(0));
        fake.cache.entries.removeIf(
            [](const service::EntryRow &row) { return row.path.contains("/acs/j9cv1"); });
        emit fake.cache.contentsChanged();
        QTRY_VERIFY(page.table()->model()->rowCount() < 200);
        QCOMPARE(page.table()->selectionModel()->selectedRows().size(), 1);
        const int row = page.table()->selectionModel()->selectedRows().front().row();
        QTRY_COMPARE(page.shown(row), selected);
        QCOMPARE(page.shown(page.table()->rowAt(0)), top);
    }

    void aHiddenPageAsksNothing()
    {
        FakeViews fake;
        fillPlausibly(fake);
        Page page(fake);
        QTRY_COMPARE(page.table()->model()->rowCount(), 200);
        page.page.hide();
        const qsizetype before = fake.cache.queries.size();
        emit fake.cache.contentsChanged();
        // Longer than a page in view waits before it lists anew.
        QVERIFY(!QTest::qWaitFor([&] { return fake.cache.queries.size() > before; }, 1200));
        page.page.show();
        QTRY_COMPARE(fake.cache.queries.size(), before + 1);
    }

    void lateDetailsDoNotOverwriteNewerOnes()
    {
        FakeViews fake;
        fillPlausibly(fake);
        fake.cache.details = FakeCache::Answers::Held;
        Page page(fake);
        QTRY_COMPARE(page.table()->model()->rowCount(), 200);
        page.table()->selectRow(1);
        page.table()->selectRow(2);
        QTRY_COMPARE(fake.cache.heldDetails.size(), 2);
        const QByteArray wanted = fake.cache.heldDetails[1].detail->row.path;
        fake.cache.heldDetails[1].answer();
        auto *raw = page.child<QPlainTextEdit>(u"raw"_s);
        QTRY_VERIFY(raw->toPlainText().contains(QString::fromUtf8(wanted)));
        fake.cache.heldDetails[0].answer();
        QCoreApplication::processEvents();
        QCoreApplication::processEvents();
        QVERIFY(raw->toPlainText().contains(QString::fromUtf8(wanted)));
        QCOMPARE(page.child<QTreeView>(u"tree"_s)->model()->rowCount(), 3);
    }
};

QTEST_MAIN(TestCachePage)
#include "tst_cache_page.moc"
