// SPDX-License-Identifier: GPL-3.0-or-later
//
// The item models under QAbstractItemModelTester, which checks each of their signals.
#include "gui/entries/EntryModel.h"
#include "gui/entries/JsonModel.h"
#include "gui/events/EventModel.h"
#include "gui/events/EventPage.h"
#include "gui/fakes/FakeCache.h"
#include "gui/fakes/FakeEvents.h"
#include "gui/fakes/FakeScan.h"
#include "gui/holders/HolderModel.h"
#include "gui/scan/FailureModel.h"
#include "gui/shell/Notifier.h"
#include "gui/sources/SourceModel.h"
#include "gui/text/PlainText.h"
#include "gui/text/Translation.h"
#include "support/Eventually.h"
#include "support/TestMain.h"

#include <QAbstractItemModelTester>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace manometer;
using namespace manometer::gui;
using namespace Qt::StringLiterals;

namespace {

constexpr auto fatal = QAbstractItemModelTester::FailureReportingMode::QtTest;

views::EntryRow entry(quint64 id, const QByteArray &path, quint64 hits = 0)
{
    views::EntryRow row;
    row.id = views::EntryId(id);
    row.exists = true;
    row.path = path;
    row.hits = hits;
    row.onDisk = true;
    return row;
}

QString shown(const QAbstractItemModel &model, int row, int column = 0)
{
    return model.index(row, column).data().toString();
}

} // namespace

class TestGuiModels : public QObject
{
    Q_OBJECT

private slots:
    void pastAndNewEventsAreJoinedWithoutDuplicates()
    {
        FakeEvents events;
        for (int index = 0; index < 5; ++index)
            events.append(views::SourceEvent{});
        EventModel model(&events);
        QAbstractItemModelTester tester(&model, fatal);
        // Arrives before the history and is also in it.
        events.append(views::ThresholdsEvent{});
        QCOMPARE(model.rowCount(), 1);
        COMPARE_EVENTUALLY(model.rowCount(), 6);
        QCOMPARE(shown(model, 5, EventModel::Kind), u"Thresholds"_s);
        QCOMPARE(shown(model, 0, EventModel::What), u"Signal restored"_s);
    }

    // Its cuts have no marks of their own: those are marks of real pressure.
    void aRehearsalIsMarkedInTheChart()
    {
        FakeEvents events;
        EventModel model(&events);
        using Outcome = views::RehearsalEvent::Outcome;
        events.append(views::RehearsalEvent{.outcome = Outcome::Began, .curve = "ramp"});
        events.append(views::LimitEvent{.cause = cache::LimitCause::Rehearsal});
        events.append(views::RehearsalEvent{.outcome = Outcome::Played, .curve = "ramp"});
        COMPARE_EVENTUALLY(model.rowCount(), 3);
        std::vector<quint64> marked;
        for (const ChartEvent &event : model.chartEvents()) {
            QCOMPARE(event.kind, ChartEvent::Kind::Rehearsal);
            marked.push_back(event.position);
        }
        QCOMPARE(marked, (std::vector<quint64>{1, 3}));
    }

    void eventsAreBounded()
    {
        FakeEvents events;
        EventModel model(&events, 3);
        QAbstractItemModelTester tester(&model, fatal);
        for (int index = 0; index < 10; ++index)
            events.append(views::SourceEvent{});
        QCOMPARE(model.rowCount(), 3);
    }

    void moreThanAPageOfEventsIsFetched()
    {
        FakeEvents events;
        for (int index = 0; index < 2500; ++index)
            events.append(views::SourceEvent{});
        EventModel model(&events);
        COMPARE_EVENTUALLY(model.rowCount(), 2500);
    }

    void eventsOfAnotherDayShowTheirDateFromMidnightOn()
    {
        const QDateTime noon(QDate(2026, 11, 24), QTime(12, 0));
        qint64 now = noon.toMSecsSinceEpoch();
        FakeEvents events;
        events.append(views::SourceEvent{}, 1000);
        events.append(views::SourceEvent{}, noon.addDays(-1).toMSecsSinceEpoch());
        events.append(views::SourceEvent{}, now);
        EventModel model(&events, EventModel::defaultCapacity, nullptr, [&now] { return now; });
        QAbstractItemModelTester tester(&model, fatal);
        EventPage page(&model);
        COMPARE_EVENTUALLY(model.rowCount(), 3);
        QCOMPARE(shown(model, 0), QDateTime::fromMSecsSinceEpoch(1000).toString(u"yyyy-MM-dd HH:mm:ss"_s));
        QCOMPARE(shown(model, 1), u"2026-11-23 12:00:00"_s);
        QCOMPARE(shown(model, 2), u"12:00:00"_s);
        const auto *table = page.findChild<QTableView *>(u"table"_s);
        QVERIFY(table->columnWidth(EventModel::Time) >
                table->fontMetrics().horizontalAdvance(shown(model, 1)));

        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        now = noon.addSecs(12 * 3600 - 1).toMSecsSinceEpoch();
        model.dayClock().check();
        QVERIFY(changed.isEmpty());
        now += 1000;
        model.dayClock().check();
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.first().at(0).toModelIndex(), model.index(0, EventModel::Time));
        QCOMPARE(changed.first().at(1).toModelIndex(), model.index(2, EventModel::Time));
        QCOMPARE(shown(model, 2), u"2026-11-24 12:00:00"_s);
        now = noon.toMSecsSinceEpoch(); // the clock is set back
        model.dayClock().check();
        QCOMPARE(changed.size(), 2);
        QCOMPARE(shown(model, 2), u"12:00:00"_s);
    }

    void aDayClockChecksByItselfAtMidnight()
    {
        // A moment before midnight; later calls are after it.
        qint64 now = QDateTime(QDate(2026, 11, 25), QTime(0, 0)).toMSecsSinceEpoch() - 20;
        DayClock clock([&now] { return now; });
        QSignalSpy changed(&clock, &DayClock::dayChanged);
        now += 20;
        COMPARE_EVENTUALLY(changed.size(), 1);
    }

    void theLastCutIsTheNewestCutByPressure()
    {
        FakeEvents events;
        EventModel model(&events);
        QVERIFY(!model.lastCut());
        views::LimitEvent cut;
        cut.outcome.evictedEntries = 125;
        events.append(cut);
        cut.cause = cache::LimitCause::Restore;
        cut.outcome.evictedEntries = 0;
        events.append(cut);
        QCOMPARE(model.lastCut()->limit.outcome.evictedEntries, std::uint64_t(125));
    }

    void theLastCutHasTheReceiptOfItsOwnAction()
    {
        FakeEvents events;
        EventModel model(&events);
        const auto cut = [&events](quint64 action) {
            views::LimitEvent event;
            event.action = action;
            events.append(event);
        };
        const auto receipt = [&events](quint64 action, quint64 after) {
            events.append(views::ReceiptEvent{.action = action, .processRssAfter2SBytes = after});
        };
        cut(1);
        receipt(1, 100);
        cut(1); // the next run's first
        QVERIFY(!model.lastCut()->receipt);
        receipt(7, 200); // of an action that is not a cut
        QVERIFY(!model.lastCut()->receipt);
        receipt(1, 300);
        QCOMPARE(model.lastCut()->receipt->processRssAfter2SBytes, quint64(300));
    }

    void aCutsSentenceBeginsWithItsVerdictOnceItHasSettled()
    {
        FakeEvents events;
        EventModel model(&events);
        QAbstractItemModelTester tester(&model, fatal);
        QSignalSpy changed(&model, &EventModel::dataChanged);
        const auto sentence = [&model](int row) {
            return model.index(row, EventModel::What).data().toString();
        };
        views::LimitEvent cut;
        cut.action = 4;
        cut.outcome.evictedBytes = 64u << 20;
        events.append(cut);
        QVERIFY2(sentence(0).startsWith(u"Limit cut"_s), qPrintable(sentence(0)));
        events.append(views::SourceEvent{});
        events.append(views::ReceiptEvent{.action = 4,
                                          .evictedBytes = 64u << 20,
                                          .processRssBeforeBytes = 100u << 20,
                                          .processRssAfter2SBytes = 40u << 20});
        QVERIFY2(sentence(0).startsWith(u"Helped: 60.0\u00a0MiB returned. Limit cut"_s),
                 qPrintable(sentence(0)));
        QVERIFY2(sentence(2).startsWith(u"Helped: 60.0\u00a0MiB returned. Effect"_s),
                 qPrintable(sentence(2)));
        QVERIFY(changed.size() == 1 && changed.front().at(0).toModelIndex().row() == 0);
        cut.action = 5;
        events.append(cut);
        events.append(views::ReceiptEvent{.action = 5,
                                          .evictedBytes = 64u << 20,
                                          .processRssBeforeBytes = 100u << 20,
                                          .processRssAfter2SBytes = 99u << 20});
        QVERIFY2(sentence(3).startsWith(u"No visible effect. Limit cut"_s), qPrintable(sentence(3)));
    }

    void aCutsSentenceFollowsItsCost()
    {
        using namespace std::chrono_literals;
        FakeEvents events;
        FakeCache cache;
        EventModel model(&events);
        QAbstractItemModelTester tester(&model, fatal);
        views::LimitEvent cut;
        for (const quint64 action : {1, 2}) {
            cut.action = action;
            events.append(cut);
        }
        const QByteArray run = model.eventAt(0).run;
        const auto sentence = [&model](int row) {
            return model.index(row, EventModel::What).data().toString();
        };
        QVERIFY(!sentence(1).contains(u"Cost so far"_s));
        cache.figures.cutCosts = {.run = run, .newestFirst = {{.action = 2, .cost = {}, .countedOneIn = 1}}};
        model.followCosts(&cache);
        QVERIFY(!sentence(0).contains(u"Cost so far"_s)); // older than what is kept
        QVERIFY2(sentence(1).startsWith(u"Nothing to evict. Cost so far: none. Limit cut"_s),
                 qPrintable(sentence(1)));
        QVERIFY(model.lastCut()->cost);

        QSignalSpy changed(&model, &EventModel::dataChanged);
        cache.figures.cutCosts.newestFirst[0].cost = {
            .diskReads = 0, .fileReads = 41, .fileReadTime = 3'200ms};
        emit cache.summaryChanged(cache.figures);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.front().at(0).toModelIndex().row(), 1);
        QVERIFY2(sentence(1).contains(u"Cost so far: 41 files read again in 3.2\u00a0s. Limit cut"_s),
                 qPrintable(sentence(1)));
        QCOMPARE(model.lastCut()->cost->cost.fileReads, std::uint64_t(41));
        emit cache.summaryChanged(cache.figures);
        QCOMPARE(changed.size(), 1); // nothing new

        cache.figures.cutCosts.run = run + "other"; // the program was started again
        emit cache.summaryChanged(cache.figures);
        QCOMPARE(changed.size(), 2);
        QVERIFY(!sentence(1).contains(u"Cost so far"_s));
        QVERIFY(!model.lastCut()->cost);
    }

    void eventsAreFilteredByTextAndKind()
    {
        FakeEvents events;
        EventModel model(&events);
        EventRowFilter filter;
        filter.setSourceModel(&model);
        QAbstractItemModelTester tester(&filter, fatal);
        events.append(views::SourceEvent{});
        events.append(views::ThresholdsEvent{});
        filter.setText(u"SIGNAL"_s);
        QCOMPARE(filter.rowCount(), 1);
        filter.setText({});
        filter.setKinds({views::kindOf<views::ThresholdsEvent>()});
        QCOMPARE(filter.rowCount(), 1);
        QCOMPARE(shown(filter, 0, EventModel::Kind), u"Thresholds"_s);
    }

    void eventsAreFilteredByLevelAndTime()
    {
        FakeEvents events;
        EventModel model(&events);
        EventRowFilter filter;
        filter.setSourceModel(&model);
        QAbstractItemModelTester tester(&filter, fatal);
        events.append(views::LevelEvent{.to = pressure::Level::Elevated}, 1000);
        events.append(views::LevelEvent{.to = pressure::Level::Critical}, 2000);
        events.append(views::SourceEvent{}, 3000);
        events.append(views::NoteEvent{.text = u"x"_s, .atWallMs = 1500, .incident = false}, 9000);
        filter.setLeastLevel(pressure::Level::High);
        QCOMPARE(filter.rowCount(), 1); // events without a level are hidden
        filter.setLeastLevel({});
        filter.setRange(views::TimeRange{.fromWallMs = 1400, .toWallMs = 2500});
        QCOMPARE(filter.rowCount(), 2); // a note belongs to the time it is about
        filter.setRange({});
        QCOMPARE(filter.rowCount(), 4);
    }

    void aRiseIsNotifiedOnceAMinuteUnlessItIsHigher()
    {
        using pressure::Level;
        FakeEvents events;
        QWidget window;
        QStringList notified;
        Notifier notifier(&events, &window,
                          [&notified](const QString &title, const QString &) { notified += title; });
        const auto rise = [&events](Level from, Level to) {
            events.append(views::LevelEvent{.from = from, .to = to});
        };
        rise(Level::Normal, Level::Elevated); // below the chosen level
        QVERIFY(notified.isEmpty());
        rise(Level::Elevated, Level::High);
        QCOMPARE(notified, QStringList{u"Memory pressure: HIGH"_s});
        events.append(views::WarningEvent{.level = Level::High});
        QCOMPARE(notified.size(), 1); // the same level again
        rise(Level::High, Level::Critical);
        QCOMPARE(notified.size(), 2);       // higher than the last notification
        rise(Level::Critical, Level::High); // a fall is not notified
        rise(Level::High, Level::Critical); // it flaps: not again within the minute
        QCOMPARE(notified.size(), 2);
        Notifier off(&events, &window,
                     [&notified](const QString &title, const QString &) { notified += title; });
        off.setLeastLevel(std::nullopt);
        rise(Level::High, Level::Critical);
        QCOMPARE(notified.size(), 2);
    }

    void processesMarkThisProgramAndMissingPermissions()
    {
        HolderModel model;
        QAbstractItemModelTester tester(&model, fatal);
        model.show({.processes = {{"a", 1, 2u << 20, 1u << 20}, {"b", 2, 1u << 20, 0}}, .ownPid = 2},
                   100u << 20);
        QCOMPARE(shown(model, 0, HolderModel::Share), u"1.0\u00a0%"_s);
        QCOMPARE(shown(model, 1, HolderModel::Proportional), u"no permission"_s);
        QVERIFY(model.index(1, 0).data(HolderModel::OwnRole).toBool());
        QPersistentModelIndex first(model.index(0, 0));
        model.show({.processes = {{"b", 2, 3u << 20, 0}}, .ownPid = 2}, 0);
        QCOMPARE(first.data().toString(), u"b (this program)"_s);
        QCOMPARE(shown(model, 0, HolderModel::Share), u"–"_s);
        model.show({}, 0);
        QCOMPARE(model.rowCount(), 0);
    }

    void numbersAndTheirTitlesAreAlignedToTheRight()
    {
        HolderModel model;
        model.show({.processes = {{"a", 1, 2u << 20, 1u << 20}}, .ownPid = 2}, 0);
        for (int column = 0; column < HolderModel::ColumnCount; ++column) {
            const Qt::AlignmentFlag side = column == HolderModel::Name ? Qt::AlignLeft : Qt::AlignRight;
            const int wanted = static_cast<int>(side | Qt::AlignVCenter);
            QCOMPARE(model.headerData(column, Qt::Horizontal, Qt::TextAlignmentRole).toInt(), wanted);
            QCOMPARE(model.index(0, column).data(Qt::TextAlignmentRole).toInt(), wanted);
        }
    }

    void theToolTipOfACellIsItsTextUnlessTheModelHasMoreToSay()
    {
        FakeScan scan;
        FailureModel model(&scan);
        scan.fail({.kind = views::ScanFailure::Kind::NotUnderstood,
                   .path = "/<b>x",
                   .systemError = 0,
                   .detail = u"why"_s});
        const auto toolTip = [&model](FailureModel::Column column) {
            return model.index(0, column).data(Qt::ToolTipRole).toString();
        };
        QCOMPARE(toolTip(FailureModel::Path), text::toolTip(u"/<b>x"_s));
        QVERIFY(toolTip(FailureModel::Reason) != text::toolTip(shown(model, 0, FailureModel::Reason)));
    }

    void everyTableHasTranslatedTitles()
    {
        FakeEvents events;
        FakeCache cache;
        FakeScan scan;
        const EventModel eventModel(&events);
        const EntryModel entryModel(&cache);
        const FailureModel failureModel(&scan);
        const HolderModel holderModel;
        const SourceModel sourceModel;
        const auto english = qScopeGuard([] { installTranslation(qApp, QLocale(QLocale::English)); });
        for (const QAbstractItemModel *model : std::initializer_list<const QAbstractItemModel *>{
                 &eventModel, &entryModel, &failureModel, &holderModel, &sourceModel}) {
            for (int column = 0; column < model->columnCount(); ++column) {
                installTranslation(qApp, QLocale(QLocale::English));
                const QString title = model->headerData(column, Qt::Horizontal).toString();
                QVERIFY(!title.isEmpty());
                installTranslation(qApp, QLocale(QLocale::Arabic));
                QVERIFY2(model->headerData(column, Qt::Horizontal).toString() != title, qPrintable(title));
            }
            QVERIFY(!model->headerData(model->columnCount(), Qt::Horizontal).isValid());
            QVERIFY(!model->headerData(-1, Qt::Horizontal).isValid());
            QVERIFY(!model->headerData(0, Qt::Vertical).isValid());
        }
        const QString size =
            entryModel.headerData(EntryModel::Size, Qt::Horizontal, Qt::ToolTipRole).toString();
        QVERIFY(!size.isEmpty());
        QVERIFY(!size.contains(u"Size"_s));
    }

    void entriesAreFetchedInPages()
    {
        FakeCache cache;
        for (quint64 id = 1; id <= 1000; ++id)
            cache.entries += entry(id, "/f" + QByteArray::number(10'000 + id));
        EntryModel model(&cache);
        QAbstractItemModelTester tester(&model, fatal);
        model.refresh();
        COMPARE_EVENTUALLY(model.rowCount(), 1000);
        QCOMPARE(shown(model, 999), u"…"_s);
        COMPARE_EVENTUALLY(shown(model, 999), u"/f11000"_s);
        const qsizetype asked = cache.pagesAsked;
        QCOMPARE(shown(model, 998), u"/f10999"_s); // the same page
        QCoreApplication::processEvents();
        QCOMPARE(cache.pagesAsked, asked);
    }

    void aLateListingDoesNotOverwriteANewerOne()
    {
        FakeCache cache;
        cache.entries = {entry(1, "/alpha"), entry(2, "/beta")};
        cache.listings = FakeCache::Answers::Held;
        EntryModel model(&cache);
        model.setFilter(u"alpha"_s);
        model.setFilter(u"beta"_s);
        QCOMPARE(cache.heldListings.size(), 2);
        QSignalSpy listed(&model, &EntryModel::listed);
        cache.heldListings[1].answer();
        COMPARE_EVENTUALLY(listed.size(), 1);
        cache.heldListings[0].answer();
        QCoreApplication::processEvents();
        QCoreApplication::processEvents();
        QCOMPARE(listed.size(), 1);
        QCOMPARE(model.idAt(0), views::EntryId(2));
    }

    void refreshKeepsIndexesOnTheirEntries()
    {
        FakeCache cache;
        cache.entries = {entry(1, "/b"), entry(2, "/d"), entry(3, "/f"), entry(4, "/h")};
        EntryModel model(&cache);
        QAbstractItemModelTester tester(&model, fatal);
        model.refresh();
        COMPARE_EVENTUALLY(model.rowCount(), 4);
        const QPersistentModelIndex d(model.index(1, 0));
        const QPersistentModelIndex f(model.index(2, 0));
        cache.entries = {entry(9, "/a"), entry(2, "/d"), entry(4, "/h"),
                         entry(5, "/i"), entry(6, "/j"), entry(7, "/k")};
        model.refresh();
        COMPARE_EVENTUALLY(model.rowCount(), 6);
        QCOMPARE(model.idAt(d.row()), views::EntryId(2));
        QVERIFY(!f.isValid());
        cache.entries = {entry(2, "/d")};
        model.refresh();
        COMPARE_EVENTUALLY(model.rowCount(), 1);
        QCOMPARE(d.row(), 0);
        model.sort(EntryModel::Hits, Qt::DescendingOrder);
        COMPARE_EVENTUALLY(cache.queries.back().order, cache::EntryQuery::Order::Hits);
        QVERIFY(cache.queries.back().descending);
    }

    void aRemovedEntryIsShownAsRemoved()
    {
        FakeCache cache;
        cache.entries = {entry(1, "/a")};
        EntryModel model(&cache);
        model.refresh();
        COMPARE_EVENTUALLY(model.rowCount(), 1);
        cache.entries.clear();
        QCOMPARE(shown(model, 0), u"…"_s);
        COMPARE_EVENTUALLY(shown(model, 0), u"(removed)"_s);
    }

    void everyColumnCanBeSorted()
    {
        FakeCache cache;
        EntryModel model(&cache);
        model.refresh();
        QSet<int> orders;
        for (int column = 0; column < EntryModel::ColumnCount; ++column) {
            model.sort(column, Qt::AscendingOrder);
            orders += static_cast<int>(cache.queries.back().order);
        }
        QCOMPARE(orders.size(), int(EntryModel::ColumnCount));
    }

    void jsonIsShownAsATree()
    {
        JsonModel model;
        QAbstractItemModelTester tester(&model, fatal);
        QVERIFY(model.setJson(R"({"a":{"b":[1,2.5,"x\ny"]},"c":true,"d":null})"));
        QCOMPARE(model.rowCount(), 3);
        const QModelIndex a = model.index(0, 0);
        const QModelIndex b = model.index(0, 0, a);
        QCOMPARE(b.data().toString(), u"b"_s);
        QCOMPARE(model.rowCount(b), 3);
        QCOMPARE(model.index(1, 1, b).data().toString(), u"2.5"_s);
        QCOMPARE(model.index(2, 1, b).data().toString(), u"x\\ny"_s);
        QCOMPARE(model.parent(b), a);
        QVERIFY(!model.setJson("no json"));
        QCOMPARE(model.rowCount(), 0);
    }

    void aNumberKeepsItsSpelling_data()
    {
        QTest::addColumn<QByteArray>("number");
        QTest::newRow("more than 32 bits") << QByteArray("3000000000");
        QTest::newRow("more digits than a double has") << QByteArray("1234567890123456789012");
        QTest::newRow("a zero at the end") << QByteArray("1.10");
        QTest::newRow("a whole number with a point") << QByteArray("507.0");
        QTest::newRow("an exponent") << QByteArray("1e3");
        QTest::newRow("a capital exponent") << QByteArray("6.02E+23");
        QTest::newRow("more than a double reaches") << QByteArray("9e999");
        QTest::newRow("less than a double tells from zero") << QByteArray("1e-400");
        QTest::newRow("less than zero") << QByteArray("-0.50");
        QTest::newRow("minus zero") << QByteArray("-0");
    }
    void aNumberKeepsItsSpelling()
    {
        QFETCH(QByteArray, number);
        JsonModel model;
        QVERIFY(model.setJson("{\"a\":" + number + ",\"b\":[[" + number + "]]}"));
        QCOMPARE(model.index(0, JsonModel::Value).data().toString(), QString::fromLatin1(number));
        const QModelIndex inner = model.index(0, 0, model.index(1, 0));
        QCOMPARE(model.index(0, JsonModel::Value, inner).data().toString(), QString::fromLatin1(number));
    }

    void aTreeKeepsTheOrderOfTheDocument()
    {
        JsonModel model;
        QAbstractItemModelTester tester(&model, fatal);
        QVERIFY(model.setJson(R"({"z":1,"a":2,"z":3,"e":{},"l":[]})"));
        QStringList names;
        for (int row = 0; row < model.rowCount(); ++row)
            names += shown(model, row) + model.index(row, JsonModel::Value).data().toString();
        QCOMPARE(names.join(u' '), u"z1 a2 z3 e l"_s);
        QVERIFY(!model.setJson(R"({"a":1,"b":)")); // nothing from before the error
        QCOMPARE(model.rowCount(), 0);
    }

    void failuresAreBoundedAndClearedByANewScan()
    {
        FakeScan scan;
        FailureModel model(&scan);
        QAbstractItemModelTester tester(&model, fatal);
        for (int index = 0; index < 1005; ++index)
            scan.fail({.kind = views::ScanFailure::Kind::Unreadable,
                       .path = "/x\n" + QByteArray::number(index),
                       .systemError = EACCES,
                       .detail = {}});
        QCOMPARE(model.rowCount(), int(FailureModel::capacity));
        QCOMPARE(shown(model, 0), u"/x\\n5"_s);
        QCOMPARE(shown(model, 0, FailureModel::Reason), u"The file cannot be read: Permission denied"_s);
        QVERIFY(!model.obstacle());
        scan.fail({.kind = views::ScanFailure::Kind::NoReader, .path = {}, .systemError = 0, .detail = {}});
        QVERIFY(model.obstacle());
        scan.failed_.clear();
        scan.report({.running = true, .folder = "/y", .current = {}});
        QCOMPARE(model.rowCount(), 0);
    }
};

MANOMETER_TEST(Gui, TestGuiModels)
#include "tst_gui_models.moc"
