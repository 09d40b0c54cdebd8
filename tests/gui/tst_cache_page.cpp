// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/EntriesFixture.h"
#include "gui/entries/HexText.h"
#include "support/Eventually.h"
#include "support/TestMain.h"

#include <QHeaderView>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPlainTextEdit>
#include <QStackedWidget>
#include <QTreeView>

using namespace manometer;
using namespace manometer::gui;

class TestCachePage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { installTranslation(qApp, QLocale(QLocale::English, QLocale::UnitedStates)); }

    void theRawMetadataKeepsTheSpellingOfNumbers()
    {
        FakeViews fake;
        fillPlausibly(fake);
        fake.cache.metadata = R"({"SerialNumber":3000000000,"Version":1.10,"Exptime":507.0,"Big":9e999})";
        EntriesFixture page(fake);
        VERIFY_EVENTUALLY(page.table()->model()->rowCount() > 0);
        page.select({0});
        const auto *raw = page.child<QPlainTextEdit>(u"raw"_s);
        COMPARE_EVENTUALLY(
            raw->toPlainText().simplified(),
            u"{ \"SerialNumber\": 3000000000, \"Version\": 1.10, \"Exptime\": 507.0, \"Big\": 9e999 }"_s);
    }

    void anAnswerOfExiftoolIsReadableInTheDetails()
    {
        FakeViews fake;
        fillPlausibly(fake);
        fake.cache.entries[0].path = "/aaa/a.jpg"; // the first row
        fake.cache.entries[0].depth = "exiftool:0123456789abcdef";
        const QJsonObject answer{{u"question"_s, u"-json\0-G\0a\\xFFb"_s},
                                 {u"status"_s, 1},
                                 {u"output"_s, u"[{\n  \"Make\": \"a\\\\\\\\b\"\n}]\n"_s},
                                 {u"errors"_s, u"Warning\n"_s}};
        fake.cache.metadata = QJsonDocument(QJsonObject{{u"answer"_s, answer}}).toJson();
        EntriesFixture page(fake);
        VERIFY_EVENTUALLY(page.table()->model()->rowCount() > 0);
        COMPARE_EVENTUALLY(page.table()->model()->index(0, EntryModel::Depth).data().toString(),
                           u"exiftool answer"_s);
        page.select({0});
        COMPARE_EVENTUALLY(page.child<QPlainTextEdit>(u"raw"_s)->toPlainText(),
                           u"[{\n  \"Make\": \"a\\\\b\"\n}]\n\nError output:\nWarning\n"_s);
        const QAbstractItemModel *tree = page.child<QTreeView>(u"tree"_s)->model();
        QCOMPARE(tree->index(0, 1, tree->index(0, 0)).data().toString(), u"a\\\\b"_s);
        const QAbstractItemModel *facts = page.child<QTreeView>(u"facts"_s)->model();
        QCOMPARE(facts->index(1, 1).data().toString(), u"exiftool answer"_s);
        QCOMPARE(facts->index(2, 1).data().toString(), u"-json -G a\\xffb"_s);
        QCOMPARE(facts->index(3, 1).data().toString(), u"1"_s);
    }

    void theDetailsSayWhatTheReaderMadeOfTheFile()
    {
        FakeViews fake;
        fillPlausibly(fake);
        fake.cache.entries[0].path = "/aaa/a.jpg"; // the first row
        fake.cache.entries[0].contents = cache::Contents::Empty;
        EntriesFixture page(fake);
        VERIFY_EVENTUALLY(page.table()->model()->rowCount() > 0);
        page.select({0});
        const QAbstractItemModel *facts = page.child<QTreeView>(u"facts"_s)->model();
        COMPARE_EVENTUALLY(facts->index(2, 0).data().toString(), u"Contents"_s);
        QCOMPARE(facts->index(2, 1).data().toString(), u"none: the file is empty"_s);
    }

    void aDocumentThatIsNoAnswerIsShownAsItIs()
    {
        FakeViews fake;
        fillPlausibly(fake);
        fake.cache.entries[0].path = "/aaa/a.jpg"; // the first row
        fake.cache.entries[0].depth = "exiftool:0123456789abcdef";
        fake.cache.metadata = R"({"answer":"none"})";
        EntriesFixture page(fake);
        VERIFY_EVENTUALLY(page.table()->model()->rowCount() > 0);
        page.select({0});
        COMPARE_EVENTUALLY(page.child<QPlainTextEdit>(u"raw"_s)->toPlainText().simplified(),
                           u"{ \"answer\": \"none\" }"_s);
    }

    void theCountAndTheTimeOfTheListAreShown()
    {
        FakeViews fake;
        fillPlausibly(fake);
        fake.cache.asOfWallMs = QDateTime(QDate(2026, 11, 23), QTime(8, 4, 50)).toMSecsSinceEpoch();
        EntriesFixture page(fake);
        COMPARE_EVENTUALLY(page.count(), u"All 200, as of 2026-11-23 08:04:50"_s);
        page.child<QLineEdit>(u"filter"_s)->setText(u"WFC3"_s);
        COMPARE_EVENTUALLY(page.count(), u"133 of 200, as of 2026-11-23 08:04:50"_s);
        page.child<QLineEdit>(u"filter"_s)->setText(u"nowhere"_s);
        COMPARE_EVENTUALLY(page.child<QStackedWidget>(u"stack"_s)->currentWidget()->objectName(),
                           u"emptyPage"_s);
        QVERIFY(page.child<QLabel>(u"empty"_s)->text().contains(u"matches the filter. Clear it"_s));
        QVERIFY(page.child<QLabel>(u"note"_s)->text().contains(u"A cut returns that much at most"_s));
    }

    void anEmptyCacheSaysWhatToDoNext()
    {
        FakeViews fake;
        EntriesFixture page(fake);
        COMPARE_EVENTUALLY(page.child<QStackedWidget>(u"stack"_s)->currentWidget()->objectName(),
                           u"emptyPage"_s);
        QVERIFY(page.child<QLabel>(u"empty"_s)->text().contains(u"Add folder"_s));
    }

    void headersSort()
    {
        FakeViews fake;
        fillPlausibly(fake);
        EntriesFixture page(fake);
        COMPARE_EVENTUALLY(page.table()->model()->rowCount(), 200);
        QHeaderView *header = page.table()->horizontalHeader();
        const QPoint hits(header->sectionViewportPosition(EntryModel::Hits) + 10, header->height() / 2);
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, hits);
        COMPARE_EVENTUALLY(fake.cache.queries.back().order, cache::EntryQuery::Order::Hits);
        const bool descending = fake.cache.queries.back().descending;
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, hits);
        VERIFY_EVENTUALLY(fake.cache.queries.back().descending != descending);
    }

    void aBadTermIsExplainedAndStartsNoQuery()
    {
        FakeViews fake;
        fillPlausibly(fake);
        EntriesFixture page(fake);
        COMPARE_EVENTUALLY(page.table()->model()->rowCount(), 200);
        auto *filter = page.child<QLineEdit>(u"filter"_s);
        auto *problem = page.child<QLabel>(u"problem"_s);
        QVERIFY(!problem->isVisible());
        const qsizetype asked = fake.cache.queries.size();
        filter->setText(u"size>big"_s);
        VERIFY_EVENTUALLY(problem->isVisible());
        QVERIFY(problem->text().contains(u"'big'"_s));
        QCOMPARE(fake.cache.queries.size(), asked);
        QCOMPARE(page.table()->model()->rowCount(), 200);
        filter->setText(u"wfc3 size>2k"_s);
        VERIFY_EVENTUALLY(!problem->isVisible());
        QCOMPARE(fake.cache.queries.back().pathContains, std::string("wfc3"));
        QCOMPARE(fake.cache.queries.back().valueBytes.least, std::uint64_t(2049));
    }

    void whileTheFilterIsWrongTheOldListIsGrey()
    {
        FakeViews fake;
        fillPlausibly(fake);
        EntriesFixture page(fake);
        auto *filter = page.child<QLineEdit>(u"filter"_s);
        const auto *problem = page.child<QLabel>(u"problem"_s);
        const QAbstractItemModel *model = page.table()->model();
        const auto ink = [model] { return model->index(3, EntryModel::Hits).data(Qt::ForegroundRole); };
        COMPARE_EVENTUALLY(model->rowCount(), 200);
        QVERIFY(!ink().isValid());
        filter->setText(u"hits<few"_s);
        VERIFY_EVENTUALLY(problem->isVisible());
        QVERIFY2(problem->text().endsWith(u"Until then, all entries are listed."_s),
                 qPrintable(problem->text()));
        QCOMPARE(ink().value<QBrush>().color(),
                 QGuiApplication::palette().color(QPalette::Disabled, QPalette::Text));
        filter->setText(u"wfc3"_s);
        COMPARE_EVENTUALLY(model->rowCount(), 133);
        QVERIFY(!ink().isValid());
        filter->setText(u"wfc3 tier:moon"_s);
        VERIFY_EVENTUALLY(problem->isVisible());
        QVERIFY2(problem->text().endsWith(u"the list is that of wfc3."_s), qPrintable(problem->text()));
        QCOMPARE(model->rowCount(), 133);
        QVERIFY(ink().isValid());
        // Changes of the cache do not empty it either.
        emit fake.cache.contentsChanged();
        QCOMPARE(model->rowCount(), 133);
        filter->setText(u"wfc3"_s);
        VERIFY_EVENTUALLY(!problem->isVisible());
        QVERIFY(!ink().isValid());
    }

    void pinningIsToggledByTheCurrentRowAndShown()
    {
        FakeViews fake;
        fillPlausibly(fake);
        EntriesFixture page(fake);
        COMPARE_EVENTUALLY(page.table()->model()->rowCount(), 200);
        VERIFY_EVENTUALLY(page.shown(5) != u"…"_s);
        page.select({5, 6});
        const auto pinned = [&](int row) {
            return page.table()->model()->index(row, EntryModel::Pinned).data().toString();
        };
        page.pin->trigger();
        COMPARE_EVENTUALLY(pinned(5), u"pinned"_s);
        QCOMPARE(pinned(6), u"pinned"_s);
        QCOMPARE(pinned(7), QString());
        VERIFY_EVENTUALLY(page.pin->isChecked());
        page.pin->trigger();
        COMPARE_EVENTUALLY(pinned(5), QString());
        VERIFY_EVENTUALLY(!page.pin->isChecked());
    }

    void aReadOnlyStoreAllowsOnlyViewing()
    {
        FakeViews fake;
        fillPlausibly(fake);
        EntriesFixture page(fake);
        COMPARE_EVENTUALLY(page.table()->model()->rowCount(), 200);
        page.select({5});
        QVERIFY(page.remove->isEnabled() && page.pin->isEnabled());
        fake.cache.figures.health.state = cache::Health::State::ReadOnly;
        emit fake.cache.summaryChanged(fake.cache.figures);
        QVERIFY(!page.remove->isEnabled() && !page.pin->isEnabled());
        QVERIFY(page.remove->toolTip().contains(u"not writable"_s));
        fake.cache.figures.health.state = cache::Health::State::Good;
        emit fake.cache.summaryChanged(fake.cache.figures);
        QVERIFY(page.remove->isEnabled() && page.pin->isEnabled());
        QVERIFY(!page.remove->toolTip().contains(u"not writable"_s));
    }

    void columnsAreHiddenMovedAndRemembered()
    {
        FakeViews fake;
        fillPlausibly(fake);
        QByteArray saved;
        {
            EntriesFixture page(fake);
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
        EntriesFixture page(fake);
        page.page.restoreView(saved);
        QVERIFY(!page.table()->isColumnHidden(EntryModel::Depth));
        QVERIFY(page.table()->isColumnHidden(EntryModel::Hits));
        QVERIFY(!page.column(u"Hits"_s)->isChecked());
        QCOMPARE(page.table()->horizontalHeader()->visualIndex(EntryModel::Size), 0);
        // The state of another set of columns, and invalid bytes.
        QByteArray ofFewer = page.page.saveView();
        ofFewer[7] = 6; // after the length of the columns
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

    void columnsMovedByKeyboardSkipHiddenOnes()
    {
        FakeViews fake;
        fillPlausibly(fake);
        EntriesFixture page(fake);
        COMPARE_EVENTUALLY(page.table()->model()->rowCount(), 200);
        QHeaderView *header = page.table()->horizontalHeader();
        page.table()->setCurrentIndex(page.table()->model()->index(0, EntryModel::Hits));
        page.column(u"Size"_s)->trigger();
        page.column(u"Move this column towards the &start"_s)->trigger();
        QVERIFY(header->visualIndex(EntryModel::Hits) < header->visualIndex(EntryModel::Tier));
        page.column(u"Move this column towards the &end"_s)->trigger();
        QVERIFY(header->visualIndex(EntryModel::Hits) > header->visualIndex(EntryModel::Tier));
        QVERIFY(page.child<QToolButton>(u"columns"_s)->focusPolicy() & Qt::TabFocus);
    }

    void inRightToLeftWindowsTheStartIsOnTheRight()
    {
        QGuiApplication::setLayoutDirection(Qt::RightToLeft);
        const auto back = qScopeGuard([] { QGuiApplication::setLayoutDirection(Qt::LeftToRight); });
        FakeViews fake;
        fillPlausibly(fake);
        EntriesFixture page(fake);
        COMPARE_EVENTUALLY(page.table()->model()->rowCount(), 200);
        page.table()->setCurrentIndex(page.table()->model()->index(0, EntryModel::Hits));
        const int before = page.table()->columnViewportPosition(EntryModel::Hits);
        page.column(u"Move this column towards the &start"_s)->trigger();
        QVERIFY(page.table()->columnViewportPosition(EntryModel::Hits) > before);
        page.column(u"Move this column towards the &end"_s)->trigger();
        QCOMPARE(page.table()->columnViewportPosition(EntryModel::Hits), before);
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
        EntriesFixture page(fake);
        COMPARE_EVENTUALLY(page.table()->model()->rowCount(), 200);
        page.select({0});
        VERIFY_EVENTUALLY(
            page.child<QPlainTextEdit>(u"hex"_s)->toPlainText().startsWith(u"00000000  7b 22"_s));
    }

    void aLargeSelectionSurvivesChangesOfTheCache()
    {
        FakeViews fake;
        views::EntryRow row{.id = {}, .exists = true, .path = "/f", .depth = {}};
        for (quint64 id = 1; id <= 12'000; ++id) {
            row.id = views::EntryId(id);
            fake.cache.entries += row;
        }
        EntriesFixture page(fake);
        COMPARE_EVENTUALLY(page.table()->model()->rowCount(), 12'000);
        page.table()->selectAll();
        const qsizetype asked = fake.cache.queries.size();
        emit fake.cache.contentsChanged();
        QVERIFY(!QTest::qWaitFor([&] { return fake.cache.queries.size() > asked; }, 1300));
        page.table()->clearSelection();
        VERIFY_EVENTUALLY(fake.cache.queries.size() > asked);
    }

    void refreshKeepsSelectionAndScrollPosition()
    {
        FakeViews fake;
        fillPlausibly(fake);
        EntriesFixture page(fake);
        COMPARE_EVENTUALLY(page.table()->model()->rowCount(), 200);
        page.table()->scrollTo(page.table()->model()->index(120, 0), QAbstractItemView::PositionAtTop);
        page.table()->selectRow(125);
        VERIFY_EVENTUALLY(page.shown(125) != u"…"_s);
        const QString selected = page.shown(125);
        const QString top = page.shown(page.table()->rowAt(0));
        fake.cache.entries.removeIf(
            [](const views::EntryRow &row) { return row.path.contains("/acs/j9cv1"); });
        emit fake.cache.contentsChanged();
        VERIFY_EVENTUALLY(page.table()->model()->rowCount() < 200);
        QCOMPARE(page.table()->selectionModel()->selectedRows().size(), 1);
        const int row = page.table()->selectionModel()->selectedRows().front().row();
        COMPARE_EVENTUALLY(page.shown(row), selected);
        QCOMPARE(page.shown(page.table()->rowAt(0)), top);
    }

    void aHiddenPageSendsNoQuery()
    {
        FakeViews fake;
        fillPlausibly(fake);
        EntriesFixture page(fake);
        COMPARE_EVENTUALLY(page.table()->model()->rowCount(), 200);
        page.page.hide();
        const qsizetype before = fake.cache.queries.size();
        emit fake.cache.contentsChanged();
        // Longer than a visible page waits before it refreshes.
        QVERIFY(!QTest::qWaitFor([&] { return fake.cache.queries.size() > before; }, 1200));
        page.page.show();
        COMPARE_EVENTUALLY(fake.cache.queries.size(), before + 1);
    }

    void lateDetailsDoNotOverwriteNewerOnes()
    {
        FakeViews fake;
        fillPlausibly(fake);
        fake.cache.details = FakeCache::Answers::Held;
        EntriesFixture page(fake);
        COMPARE_EVENTUALLY(page.table()->model()->rowCount(), 200);
        page.table()->selectRow(1);
        page.table()->selectRow(2);
        COMPARE_EVENTUALLY(fake.cache.heldDetails.size(), 2);
        const QByteArray wanted = fake.cache.heldDetails[1].detail->row.path;
        fake.cache.heldDetails[1].answer();
        auto *raw = page.child<QPlainTextEdit>(u"raw"_s);
        VERIFY_EVENTUALLY(raw->toPlainText().contains(QString::fromUtf8(wanted)));
        fake.cache.heldDetails[0].answer();
        QCoreApplication::processEvents();
        QCoreApplication::processEvents();
        QVERIFY(raw->toPlainText().contains(QString::fromUtf8(wanted)));
        QCOMPARE(page.child<QTreeView>(u"tree"_s)->model()->rowCount(), 3);
    }
};

MANOMETER_TEST(Gui, TestCachePage)
#include "tst_cache_page.moc"
