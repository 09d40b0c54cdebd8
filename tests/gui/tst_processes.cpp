// SPDX-License-Identifier: GPL-3.0-or-later
//
// The processes that used the memory: grouped, and at recorded moments.
#include "gui/FakeViews.h"
#include "gui/WindowFixture.h"
#include "gui/events/EventPage.h"
#include "gui/holders/Grouping.h"
#include "gui/holders/HolderModel.h"
#include "gui/holders/HoldersPage.h"
#include "gui/holders/MomentChooser.h"
#include "gui/text/Translation.h"
#include "support/Eventually.h"
#include "support/TestMain.h"
#include "views/ProcessLists.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QDockWidget>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace manometer;
using namespace manometer::gui;
using namespace Qt::StringLiterals;

namespace {

const QList<views::ProcessMemory> someProcesses{
    {.name = "postgres", .pid = 1, .rssBytes = 900, .pssBytes = 300, .controlGroup = "/system.slice/db"},
    {.name = "java", .pid = 2, .rssBytes = 250, .pssBytes = 0, .swapBytes = 200, .controlGroup = "/user"},
    {.name = "postgres", .pid = 3, .rssBytes = 800, .pssBytes = 200, .swapBytes = 10, .controlGroup = "/x"},
    {.name = "manometer", .pid = 4, .rssBytes = 60, .pssBytes = 50, .controlGroup = "/user"}};

views::ProcessesEvent momentOf(pressure::Level before, pressure::Level level)
{
    return {.levelBefore = before,
            .level = level,
            .action = 1,
            .limitEntries = 50,
            .totalBytes = 1000,
            .ownPid = 4,
            .processes = someProcesses};
}

QString cellOf(const QAbstractItemModel *model, int row, int column)
{
    return model->index(row, column).data().toString().replace(u'\u00a0', u' ');
}

struct MomentFixture
{
    FakeEvents events;
    qint64 now = QDateTime(QDate(2026, 11, 24), QTime(12, 0)).toMSecsSinceEpoch();
    EventModel model{&events, EventModel::defaultCapacity, nullptr, [this] { return now; }};
    QComboBox box;
    MomentChooser chooser{&box, &model, nullptr};

    void append(pressure::Level before, pressure::Level level, int secondsAgo = 0)
    {
        events.append(momentOf(before, level), now - 1000 * secondsAgo);
    }
};

struct PageFixture
{
    FakeViews fake;
    EventModel events{&fake.events};
    HoldersPage page{&fake.monitor, &fake.cache, &events};

    PageFixture()
    {
        fake.monitor.holding = {.processes = {{.name = "now", .pid = 9, .rssBytes = 5}}};
        page.catchUp(true);
    }
    QAbstractItemModel *table() const { return page.findChild<QTableView *>()->model(); }
    QString summary() const { return page.findChild<QLabel *>(u"summary"_s)->text(); }
    QComboBox *chooser(const QString &name) const { return page.findChild<QComboBox *>(name); }
};

} // namespace

class TestProcesses : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        installTranslation(QCoreApplication::instance(), QLocale(QLocale::English, QLocale::UnitedStates));
    }

    void eachProcessIsARowInTheOrderOfShareAndSwap()
    {
        const QList<HolderRow> rows = grouped(someProcesses, 4, Grouping::Process);
        QCOMPARE(rows.size(), 4);
        QCOMPARE(rows[0], (HolderRow{.name = "java",
                                     .pid = 2,
                                     .controlGroup = "/user",
                                     .processes = 1,
                                     .unreadable = 1,
                                     .rssBytes = 250,
                                     .ownBytes = 250,
                                     .swapBytes = 200}));
        QCOMPARE(rows[1].pid, 1);
        QCOMPARE(rows[2].pid, 3);
        QVERIFY(rows[3].isOwn && !rows[2].isOwn);
    }

    void theProcessesOfAProgramAreAddedUp()
    {
        const QList<HolderRow> rows = grouped(someProcesses, 4, Grouping::Program);
        QCOMPARE(rows.size(), 3);
        QCOMPARE(
            rows[0],
            (HolderRow{
                .name = "postgres", .processes = 2, .rssBytes = 1700, .ownBytes = 500, .swapBytes = 10}));
    }

    void theProcessesOfAControlGroupAreAddedUp()
    {
        QList<views::ProcessMemory> processes = someProcesses;
        processes.append({.name = "a", .pid = 5, .rssBytes = 1, .pssBytes = 1});
        processes.append({.name = "b", .pid = 6, .rssBytes = 1, .pssBytes = 1});
        const QList<HolderRow> rows = grouped(processes, 4, Grouping::ControlGroup);
        QCOMPARE(rows.size(), 4);
        QCOMPARE(rows[0].name, QByteArray("/user"));
        QCOMPARE(rows[0].processes, 2);
        QCOMPARE(rows[0].unreadable, 1);
        QVERIFY(rows[0].isOwn);
        QCOMPARE(rows[3].name, QByteArray()); // unknown
        QCOMPARE(rows[3].processes, 2);
        QVERIFY(grouped({}, 4, Grouping::ControlGroup).isEmpty());
    }

    void aGroupSaysWhatIsKnownOfItsMemory()
    {
        HolderModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.show({.processes = someProcesses, .ownPid = 4}, 1000);
        QCOMPARE(cellOf(&model, 0, HolderModel::Proportional), u"no permission"_s);
        QCOMPARE(cellOf(&model, 0, HolderModel::Swap), u"200 bytes"_s);
        QCOMPARE(cellOf(&model, 1, HolderModel::Swap), u"–"_s);
        QCOMPARE(cellOf(&model, 1, HolderModel::Share), u"30.0 %"_s);
        QVERIFY(model.index(1, 0).data(Qt::ToolTipRole).toString().contains(u"/system.slice/db"_s));
        model.setGrouping(Grouping::ControlGroup);
        QCOMPARE(model.headerData(0, Qt::Horizontal).toString(), u"Control group"_s);
        QCOMPARE(cellOf(&model, 0, HolderModel::Name), u"/user (with this program)"_s);
        QCOMPARE(cellOf(&model, 0, HolderModel::Process), u"2"_s);
        QCOMPARE(cellOf(&model, 0, HolderModel::Resident), u"–"_s);
        QCOMPARE(cellOf(&model, 0, HolderModel::Proportional), u"at most 300 bytes"_s);
        model.setGrouping(Grouping::Program);
        QCOMPARE(cellOf(&model, 0, HolderModel::Proportional), u"500 bytes"_s);
    }

    void theMomentsAreNewestFirst()
    {
        MomentFixture fixture;
        QCOMPARE(fixture.box.count(), 1);
        QCOMPARE(fixture.box.itemText(0), u"Now"_s);
        fixture.append(pressure::Level::Normal, pressure::Level::High, 20 * 3600);
        fixture.events.append(views::SourceEvent{});
        fixture.append(pressure::Level::High, pressure::Level::Critical, 60);
        fixture.append(pressure::Level::Critical, pressure::Level::Critical);
        QCOMPARE(fixture.box.count(), 4);
        QCOMPARE(fixture.box.itemText(1), u"12:00:00  CRITICAL, limit cut to 50 entries"_s);
        QCOMPARE(fixture.box.itemText(2), u"11:59:00  HIGH → CRITICAL"_s);
        QCOMPARE(fixture.box.itemText(3), u"2026-11-23 16:00:00  NORMAL → HIGH"_s);
    }

    void aMomentThatArrivesLeavesTheChoice()
    {
        MomentFixture fixture;
        fixture.append(pressure::Level::Normal, pressure::Level::High);
        QVERIFY(!fixture.chooser.chosen());
        QVERIFY(fixture.chooser.choose(1));
        QSignalSpy changed(&fixture.box, &QComboBox::currentTextChanged);
        fixture.append(pressure::Level::High, pressure::Level::Critical);
        QCOMPARE(fixture.chooser.chosen()->position, quint64(1));
        fixture.now += 24 * 3600 * 1000; // the labels change
        fixture.model.dayClock().check();
        QCOMPARE(fixture.chooser.chosen()->position, quint64(1));
        QVERIFY(fixture.box.currentText().contains(u"2026"_s));
        fixture.box.setCurrentIndex(0);
        fixture.append(pressure::Level::High, pressure::Level::Critical);
        QVERIFY(!fixture.chooser.chosen());
    }

    void aMomentThatLeavesTheLogBecomesNow()
    {
        FakeEvents events;
        EventModel model(&events, 2);
        QComboBox box;
        MomentChooser chooser(&box, &model, nullptr);
        events.append(momentOf(pressure::Level::Normal, pressure::Level::High));
        QVERIFY(chooser.choose(1));
        QSignalSpy changed(&box, &QComboBox::currentIndexChanged);
        events.append(views::SourceEvent{});
        QVERIFY(chooser.chosen());
        events.append(views::SourceEvent{});
        QVERIFY(!chooser.chosen());
        QCOMPARE(box.count(), 1);
        QCOMPARE(changed.size(), 1);
    }

    void aMomentThatIsNotInTheLogCannotBeChosen()
    {
        MomentFixture fixture;
        fixture.events.append(views::SourceEvent{});
        QVERIFY(!fixture.chooser.choose(1));
        QVERIFY(!fixture.chooser.choose(7));
        QVERIFY(!fixture.chooser.chosen());
    }

    void theListOfMomentsIsBoundedAndOlderOnesAreShown()
    {
        MomentFixture fixture;
        constexpr int most = views::ProcessLists::mostWhole;
        fixture.append(pressure::Level::Normal, pressure::Level::High);
        QVERIFY(fixture.chooser.choose(1));
        for (int i = 0; i < most + 5; ++i)
            fixture.append(pressure::Level::High, pressure::Level::Critical);
        QCOMPARE(fixture.box.count(), most + 1);
        QCOMPARE(fixture.chooser.chosen()->position, quint64(1));
        QVERIFY(fixture.chooser.choose(3)); // not in the list
        QCOMPARE(fixture.chooser.chosen()->position, quint64(3));
        // The log has shortened it to what its sentence names.
        QCOMPARE(std::get<views::ProcessesEvent>(fixture.chooser.chosen()->what).processes.size(), 4);
    }

    void thePageShowsAMomentAndStopsAsking()
    {
        PageFixture fixture;
        const auto *again = fixture.page.findChild<QTimer *>(u"askAgain"_s);
        COMPARE_EVENTUALLY(cellOf(fixture.table(), 0, 0), u"now"_s);
        QVERIFY(again->isActive());
        fixture.fake.events.append(momentOf(pressure::Level::High, pressure::Level::Critical));
        QSignalSpy raised(&fixture.page, &HoldersPage::raiseRequested);
        fixture.page.showMoment(1);
        QCOMPARE(raised.size(), 1);
        QVERIFY(!again->isActive());
        QCOMPARE(fixture.table()->rowCount(), 4);
        QCOMPARE(cellOf(fixture.table(), 0, 0), u"java"_s);
        QCOMPARE(cellOf(fixture.table(), 3, 0), u"manometer (this program)"_s);
        QCOMPARE(fixture.summary().replace(u'\u00a0', u' '),
                 u"The 4 processes that used most memory then: at most 800 bytes, and 210 bytes in swap."_s);
        fixture.chooser(u"grouping"_s)->setCurrentIndex(1);
        QCOMPARE(cellOf(fixture.table(), 0, 0), u"postgres"_s);
        fixture.chooser(u"moment"_s)->setCurrentIndex(0);
        QVERIFY(again->isActive());
        COMPARE_EVENTUALLY(cellOf(fixture.table(), 0, 0), u"now"_s);
        fixture.page.showMoment(99); // not in the log
        QCOMPARE(raised.size(), 1);
    }

    void theNewestMomentOfALevelIsShownOrNow()
    {
        PageFixture fixture;
        fixture.fake.events.append(momentOf(pressure::Level::High, pressure::Level::Critical));
        fixture.fake.events.append(momentOf(pressure::Level::High, pressure::Level::Critical));
        fixture.fake.events.append(momentOf(pressure::Level::Critical, pressure::Level::High));
        QSignalSpy raised(&fixture.page, &HoldersPage::raiseRequested);
        fixture.page.showNewestOf(pressure::Level::Critical);
        QCOMPARE(fixture.chooser(u"moment"_s)->currentData().toULongLong(), 2u);
        fixture.page.showNewestOf(pressure::Level::Elevated);
        QCOMPARE(fixture.chooser(u"moment"_s)->currentData().toULongLong(), 0u);
        QCOMPARE(raised.size(), 2);
    }

    void aRehearsalSaysWhyThereAreNoProcesses()
    {
        PageFixture fixture;
        fixture.fake.monitor.holding = {.rehearsalFolder = "/tmp/a\x1b<b>"};
        fixture.page.catchUp(true);
        COMPARE_EVENTUALLY(fixture.summary(), u"This is a rehearsal with figures from /tmp/a\\x1b<b>: it has "
                                              "no processes."_s);
        QCOMPARE(fixture.table()->rowCount(), 0);
    }

    void activatingAnEventShowsItsProcesses()
    {
        WindowFixture fixture;
        fixture.fake.events.append(momentOf(pressure::Level::High, pressure::Level::Critical));
        auto *page = fixture.window->findChild<EventPage *>();
        page->showEvent(fixture.fake.events.log.constLast().position);
        auto *table = page->findChild<QTableView *>();
        table->setFocus();
        QTest::keyClick(table, Qt::Key_Return);
        auto *holders = fixture.window->findChild<HoldersPage *>();
        auto *shown = holders->findChild<QTableView *>();
        VERIFY_EVENTUALLY(shown->hasFocus());
        QCOMPARE(cellOf(shown->model(), 0, 0), u"java"_s);
        VERIFY_EVENTUALLY(fixture.child<QDockWidget>(u"holdersDock"_s)->isVisible());
    }
};

MANOMETER_TEST(Gui, TestProcesses)
#include "tst_processes.moc"
