// SPDX-License-Identifier: GPL-3.0-or-later
//
// Deleting entries: confirmation, progress, stop, undo.
#include "gui/EntriesFixture.h"
#include "support/Eventually.h"
#include "support/TestMain.h"

#include <QProgressBar>

using namespace manometer;
using namespace manometer::gui;

class TestEntryRemoval : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { installTranslation(qApp, QLocale(QLocale::English, QLocale::UnitedStates)); }

    void deletionAsksWithCountAndBytesThenDeletes()
    {
        FakeViews fake;
        fillPlausibly(fake);
        EntriesFixture page(fake);
        COMPARE_EVENTUALLY(page.table()->model()->rowCount(), 200);
        page.select({3, 7});
        page.page.removeSelected();
        VERIFY_EVENTUALLY(page.question());
        QCOMPARE(page.question()->findChild<QLabel *>(u"what"_s)->text(),
                 u"Delete 2 entries from the cache?"_s);
        QVERIFY(page.question()->findChild<QLabel *>(u"more"_s)->text().contains(u"KiB"_s));
        QVERIFY(!page.remove->isEnabled()); // one at a time
        page.question()->reject();          // 'Cancel' and Esc
        VERIFY_EVENTUALLY(!page.question());
        QVERIFY(fake.cache.removed.isEmpty());
        QVERIFY(page.remove->isEnabled());

        page.page.removeSelected();
        VERIFY_EVENTUALLY(page.question());
        page.yes()->click();
        COMPARE_EVENTUALLY(fake.cache.removed.size(), 2);
        COMPARE_EVENTUALLY(page.table()->model()->rowCount(), 198);
        QVERIFY(page.count().startsWith(u"2 entries deleted."_s));
    }

    void aLargeDeletionRequiresTypingTheCount()
    {
        FakeViews fake;
        fillPlausibly(fake);
        for (quint64 id = 1000; id < 2000; ++id) {
            views::EntryRow row = fake.cache.entries.front();
            row.id = views::EntryId(id);
            row.isKept = id < 1003;
            fake.cache.entries += row;
        }
        EntriesFixture page(fake);
        COMPARE_EVENTUALLY(page.table()->model()->rowCount(), 1200);
        page.table()->selectAll();
        page.page.removeSelected();
        VERIFY_EVENTUALLY(page.question());
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
        VERIFY_EVENTUALLY(!page.question());

        page.select({1});
        page.page.removeSelected();
        VERIFY_EVENTUALLY(page.question());
        QVERIFY(!page.question()->findChild<QLineEdit *>(u"typed"_s));
    }

    void aDeletionIsUndoneWithOneClick()
    {
        FakeViews fake;
        fillPlausibly(fake);
        EntriesFixture page(fake);
        page.removeRows({3, 7});
        COMPARE_EVENTUALLY(page.table()->model()->rowCount(), 198);
        QVERIFY(page.bar.isPresenting());
        QCOMPARE(page.barText(), u"2 entries deleted."_s);
        page.bar.findChild<QPushButton *>(u"noticeUndo"_s)->click();
        COMPARE_EVENTUALLY(page.table()->model()->rowCount(), 200);
        QVERIFY(page.count().startsWith(u"2 entries restored."_s));
        QVERIFY(!page.bar.isPresenting());
        QVERIFY(fake.cache.discarded.isEmpty());
    }

    void theCountOfRestoredEntriesUsesTheLocalesDigits()
    {
        const auto back = qScopeGuard([before = QLocale()] { QLocale::setDefault(before); });
        FakeViews fake;
        fillPlausibly(fake);
        EntriesFixture page(fake);
        page.removeRows({3, 7});
        COMPARE_EVENTUALLY(page.table()->model()->rowCount(), 198);
        fake.cache.trashed[fake.cache.undoId].removeLast(); // did not fit
        QLocale::setDefault(QLocale(QLocale::Arabic, QLocale::Egypt));
        page.bar.findChild<QPushButton *>(u"noticeUndo"_s)->click();
        VERIFY_EVENTUALLY2(page.count().startsWith(u"١ of ٢ entries restored"_s), qPrintable(page.count()));
    }

    void aDeletionThatIsNotUndoneIsFreed()
    {
        FakeViews fake;
        fillPlausibly(fake);
        EntriesFixture page(fake);
        page.removeRows({3});
        VERIFY_EVENTUALLY(page.bar.isPresenting());
        page.bar.end();
        QCOMPARE(fake.cache.discarded, QList<quint64>{1});
    }

    void theNextDeletionEndsTheUndoOfThePreviousOne()
    {
        FakeViews fake;
        fillPlausibly(fake);
        EntriesFixture page(fake);
        page.removeRows({3});
        VERIFY_EVENTUALLY(page.bar.isPresenting());
        fake.cache.removals = FakeCache::Answers::Held;
        COMPARE_EVENTUALLY(page.table()->model()->rowCount(), 199);
        page.removeRows({4});
        VERIFY_EVENTUALLY(fake.cache.heldRemoval);
        QVERIFY(!page.bar.isPresenting());
        fake.cache.heldRemoval->addResult(views::Removal{.removed = 1, .stopped = false, .undoId = 2});
        fake.cache.heldRemoval->finish();
        VERIFY_EVENTUALLY(page.bar.isPresenting());
    }

    void theBarSaysThatPressureFreedTheUndoBuffer()
    {
        FakeViews fake;
        fillPlausibly(fake);
        EntriesFixture page(fake);
        page.removeRows({3});
        VERIFY_EVENTUALLY(page.bar.isPresenting());
        emit fake.cache.undoFreed(fake.cache.undoId);
        QVERIFY(page.barText().contains(u"can no longer be undone: memory ran short"_s));
        QVERIFY(!page.bar.findChild<QPushButton *>(u"noticeUndo"_s)->isVisibleTo(&page.bar));
    }

    void aDeletionTooLargeForUndoSaysSo()
    {
        FakeViews fake;
        fillPlausibly(fake);
        fake.cache.canComeBack = false;
        EntriesFixture page(fake);
        COMPARE_EVENTUALLY(page.table()->model()->rowCount(), 200);
        page.select({3});
        page.page.removeSelected();
        VERIFY_EVENTUALLY(page.question());
        QVERIFY(page.question()->findChild<QLabel *>(u"more"_s)->text().contains(u"cannot undo this"_s));
        page.yes()->click();
        COMPARE_EVENTUALLY(page.table()->model()->rowCount(), 199);
        QVERIFY(!page.bar.isPresenting());
    }

    void aLongDeletionShowsProgressAndCanBeStopped()
    {
        FakeViews fake;
        fillPlausibly(fake);
        fake.cache.removals = FakeCache::Answers::Held;
        EntriesFixture page(fake);
        page.removeRows({3, 4, 5});
        auto *work = page.child<QFrame>(u"work"_s);
        QVERIFY(!work->isVisible());
        VERIFY_EVENTUALLY(fake.cache.heldRemoval);
        QTest::qWait(350);
        fake.cache.heldRemoval->setProgressValue(1);
        VERIFY_EVENTUALLY(work->isVisible());
        QCOMPARE(page.child<QProgressBar>(u"workBar"_s)->maximum(), 3);
        QTest::mouseClick(page.child<QPushButton>(u"workStop"_s), Qt::LeftButton);
        QCOMPARE(fake.cache.stops, 1);
        fake.cache.heldRemoval->addResult(views::Removal{.removed = 1, .stopped = true, .undoId = 0});
        fake.cache.heldRemoval->finish();
        VERIFY_EVENTUALLY(!work->isVisible());
        QVERIFY(page.count().startsWith(u"Stopped: 1 of 3 entries deleted."_s));
    }
};

MANOMETER_TEST(Gui, TestEntryRemoval)
#include "tst_entry_removal.moc"
