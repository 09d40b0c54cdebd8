// SPDX-License-Identifier: GPL-3.0-or-later
//
// How much of the cache each folder takes: the sums, their bound, the count in pages, and the panel.
#include "gui/EntriesFixture.h"
#include "gui/entries/EntryFilter.h"
#include "gui/entries/FolderCount.h"
#include "gui/entries/FolderModel.h"
#include "gui/look/ElidedLabel.h"
#include "gui/text/Paths.h"
#include "support/Eventually.h"
#include "support/TestMain.h"
#include "views/BackendFixture.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QHeaderView>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTreeView>

using namespace manometer;
using namespace manometer::gui;

namespace {

constexpr FolderSums oneEntry{.entries = 1, .memoryBytes = 10, .diskBytes = 100};

views::EntryRow entryAt(quint64 id, const QByteArray &path, quint64 storedBytes = 100)
{
    return {.id = views::EntryId(id),
            .exists = true,
            .path = path,
            .depth = "full",
            .valueBytes = 1000,
            .storedBytes = storedBytes,
            .inMemory = id % 2 == 0,
            .onDisk = true};
}

void fillFolders(FakeViews &fake, const QByteArrayList &paths)
{
    for (const QByteArray &path : paths)
        fake.cache.entries += entryAt(static_cast<quint64>(fake.cache.entries.size()) + 1, path);
    fake.cache.figures.stats.diskEntries = static_cast<quint64>(fake.cache.entries.size());
}

// The rows of a tree, each as 'path entries memory disk', indented by level.
QStringList outline(const FolderModel &model, const QModelIndex &parent = {}, int level = 0)
{
    QStringList lines;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        QStringList cells(QString(level, u' ') + index.data().toString());
        for (int column = FolderModel::Entries; column <= FolderModel::Disk; ++column)
            cells += index.siblingAtColumn(column)
                         .data()
                         .toString()
                         .replace(u'\u00a0', u' ')
                         .replace(u" bytes"_s, u" B"_s);
        lines += cells.join(u" | "_s);
        lines += outline(model, index, level + 1);
    }
    return lines;
}

class FoldersFixture
{
public:
    explicit FoldersFixture(FakeViews &fake)
        : page(fake)
        , tree(page.child<QTreeView>(u"folders"_s))
        , state(page.child<ElidedLabel>(u"foldersState"_s))
        , counting(page.child<QWidget>(u"counting"_s))
    {}
    void open()
    {
        page.page.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&page.page));
        page.page.showFolders();
    }
    FolderModel *model() const { return qobject_cast<FolderModel *>(tree->model()); }
    QStringList rows() const { return outline(*model()); }
    QString filter() const { return page.child<QLineEdit>(u"filter"_s)->text(); }
    QString empty() const
    {
        const auto *stack = page.child<QStackedWidget>(u"foldersStack"_s);
        return stack->currentWidget()->objectName() == u"noFoldersPage"_s
                   ? page.child<QLabel>(u"noFolders"_s)->text()
                   : QString();
    }
    void press(const QString &button) const { page.child<QAbstractButton>(button)->click(); }

    EntriesFixture page;
    QTreeView *tree;
    ElidedLabel *state;
    QWidget *counting;
};

} // namespace

class TestFolders : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { installTranslation(qApp, QLocale(QLocale::English, QLocale::UnitedStates)); }

    void sumsOfAFolderIncludeThoseBelowIt()
    {
        FolderTotals totals;
        for (const char *path : {"/data/a/1", "/data/a/2", "/data/b/c/3", "/data/x"})
            totals.add(path, oneEntry);
        FolderModel model;
        const QAbstractItemModelTester tester(&model);
        model.show(totals.rows());
        QCOMPARE(outline(model), QStringList({u"/data | 4 | 40 B | 400 B"_s, u" a | 2 | 20 B | 200 B"_s,
                                              u" b/c | 1 | 10 B | 100 B"_s,
                                              u" (directly in this folder) | 1 | 10 B | 100 B"_s}));
        QCOMPARE(totals.folders(), 3u);
        QCOMPARE(totals.folded(), 0u);
        const QModelIndex top = model.index(0, 0);
        QCOMPARE(model.pathOf(top), QByteArray("/data"));
        QCOMPARE(model.pathOf(model.index(1, 0, top)), QByteArray("/data/b/c"));
        QCOMPARE(model.pathOf(model.index(2, 0, top)), QByteArray("/data"));
        QCOMPARE(model.indexOf("/data/b/c"), model.index(1, 0, top));
        QCOMPARE(model.indexOf("/data"), top);
        QVERIFY(!model.indexOf("/data/b").isValid());
    }

    void unusualPathsHaveAFolderToo_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("folder");
        QTest::addColumn<QString>("shown");
        QTest::newRow("in the root") << QByteArray("/x") << QByteArray() << u"/"_s;
        QTest::newRow("without a slash") << QByteArray("x") << QByteArray(".") << u"."_s;
        QTest::newRow("empty") << QByteArray() << QByteArray(".") << u"."_s;
        QTest::newRow("with two slashes") << QByteArray("/a//x") << QByteArray("/a/") << u"/a/"_s;
        QTest::newRow("control characters and invalid UTF-8")
            << QByteArray("/a\n\x1b[31m\xff\xe2\x80\xae/x") << QByteArray("/a\n\x1b[31m\xff\xe2\x80\xae")
            << u"/a\\n\\x1b[31m\\xff\\u{202e}"_s;
        QTest::newRow("markup") << QByteArray("/<img src=x>/x") << QByteArray("/<img src=x>")
                                << u"/<img src=x>"_s;
    }
    void unusualPathsHaveAFolderToo()
    {
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, folder);
        QFETCH(QString, shown);
        FolderTotals totals;
        totals.add({path.constData(), static_cast<std::size_t>(path.size())}, oneEntry);
        FolderModel model;
        model.show(totals.rows());
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.pathOf(model.index(0, 0)), folder);
        QCOMPARE(model.index(0, 0).data().toString(), shown);
        QVERIFY(!Qt::mightBeRichText(model.index(0, 0).data(Qt::ToolTipRole).toString()) ||
                !model.index(0, 0).data(Qt::ToolTipRole).toString().contains(u"<img"_s));
    }

    void beyondTheBoundTheSmallestFoldersAreCountedInTheOneAbove()
    {
        FolderTotals totals({.folders = 50});
        for (int i = 1000; i < 2000; ++i) {
            const std::string folder = "/data/" + std::to_string(i);
            totals.add(folder + "/x",
                       {.entries = 1, .memoryBytes = 0, .diskBytes = i % 100 == 0 ? 5000u : 1u});
        }
        QCOMPARE(totals.all(), (FolderSums{.entries = 1000, .memoryBytes = 0, .diskBytes = 10 * 5000 + 990}));
        QCOMPARE(totals.folders(), 1000u);
        const std::vector<Folder> rows = totals.rows();
        QVERIFY2(rows.size() <= 2 * 50 + 1, qPrintable(QString::number(rows.size())));
        QCOMPARE(rows.front().name, QByteArray("/data"));
        QCOMPARE(rows.front().sums, totals.all());
        int large = 0;
        FolderSums below;
        quint64 folded = 0;
        for (const int child : rows.front().children) {
            const Folder &folder = rows[static_cast<std::size_t>(child)];
            below += folder.sums;
            large += folder.kind == Folder::Kind::Whole && folder.sums.diskBytes == 5000 ? 1 : 0;
            folded += folder.folded;
        }
        QCOMPARE(below, totals.all()); // nothing is lost
        QCOMPARE(large, 10);           // the largest are all kept
        QCOMPARE(folded, totals.folded());
        QVERIFY(folded >= 900);
        FolderModel model;
        model.show(rows);
        QVERIFY(model.index(0, 0).data(Qt::ToolTipRole).toString().contains(u"small folders below it"_s));
    }

    void veryLongNamesAndVeryDeepFoldersAreCountedAbove()
    {
        FolderTotals totals({.folders = 100, .depth = 4, .nameBytes = 8});
        totals.add("/a/b/c/d/e/x", oneEntry);
        totals.add("/a/longer-than-8/x", oneEntry);
        const std::vector<Folder> rows = totals.rows();
        QCOMPARE(rows.front().name, QByteArray("/a"));
        QCOMPARE(rows.front().sums.entries, 2u);
        QCOMPARE(folderPath(rows, rows.front().children.front()), QByteArray("/a/b/c"));
        QCOMPARE(totals.folded(), 2u);
        // An endless path of folders takes no more room than a short one.
        FolderTotals deep;
        deep.add("/" + std::string(100'000, '/') + "x", oneEntry);
        QCOMPARE(deep.all().entries, 1u);
        QVERIFY(deep.rows().front().name.size() < 100);
    }

    void aColumnSortsAndTheShareFollowsIt()
    {
        FolderTotals totals;
        totals.add("/a/1", {.entries = 1, .memoryBytes = 300, .diskBytes = 100});
        totals.add("/b/1", {.entries = 1, .memoryBytes = 100, .diskBytes = 300});
        totals.add("/b/2", {.entries = 1, .memoryBytes = 0, .diskBytes = 0});
        FolderModel model;
        const QAbstractItemModelTester tester(&model);
        model.show(totals.rows());
        const QModelIndex top = model.index(0, 0);
        const auto shown = [&] {
            QStringList lines;
            for (int row = 0; row < 2; ++row)
                lines += model.index(row, 0, top).data().toString() + u' ' +
                         model.index(row, FolderModel::Share, top).data().toString().replace(u'\u00a0', u' ');
            return lines;
        };
        const auto title = [&] {
            return model.headerData(FolderModel::Share, Qt::Horizontal, Qt::DisplayRole).toString();
        };
        QCOMPARE(shown(), QStringList({u"b 75.0 %"_s, u"a 25.0 %"_s}));
        QCOMPARE(title(), u"Share on disk"_s);
        const QPersistentModelIndex held = model.index(0, 0, top);
        model.sort(FolderModel::Memory, Qt::DescendingOrder);
        QCOMPARE(shown(), QStringList({u"a 75.0 %"_s, u"b 25.0 %"_s}));
        QCOMPARE(title(), u"Share in memory"_s);
        QCOMPARE(held.row(), 1);
        QCOMPARE(held.data().toString(), u"b"_s);
        model.sort(FolderModel::Entries, Qt::AscendingOrder);
        QCOMPARE(shown(), QStringList({u"a 33.3 %"_s, u"b 66.7 %"_s}));
        model.sort(FolderModel::Name, Qt::DescendingOrder);
        QCOMPARE(shown(), QStringList({u"b 66.7 %"_s, u"a 33.3 %"_s}));
        model.sort(FolderModel::Share, Qt::AscendingOrder);
        QCOMPARE(shown(), QStringList({u"a 33.3 %"_s, u"b 66.7 %"_s}));
    }

    void aFolderIsATermOfTheFilterWhateverItsName_data()
    {
        QTest::addColumn<QByteArray>("folder");
        QTest::newRow("plain") << QByteArray("/data/a");
        QTest::newRow("blanks") << QByteArray("/my data/a  b ");
        QTest::newRow("quotes") << QByteArray("/a\"b/\"c\" d");
        QTest::newRow("backslashes") << QByteArray("/a\\b\\x41\\");
        QTest::newRow("control characters") << QByteArray("/a\n\t\r\x1b\x7f");
        QTest::newRow("invalid UTF-8") << QByteArray("/\xff\xfe/\xc3");
        QTest::newRow("direction marks") << QByteArray("/\xe2\x80\xae\xe2\x81\xa8");
        QTest::newRow("other scripts") << QByteArray("/\xd8\xb5\xd9\x88\xd8\xb1 \xf0\x9f\x93\x81");
        QTest::newRow("a term") << QByteArray("/size>64k hits<2");
    }
    void aFolderIsATermOfTheFilterWhateverItsName()
    {
        QFETCH(QByteArray, folder);
        QCOMPARE(text::pathBytes(text::path(folder)), folder);
        const QString line = withFolder(u"wfc3 folder:/old hits<2"_s, folder);
        QLineEdit edit(line);
        QCOMPARE(edit.text(), line);
        const EntryFilter filter = parseFilter(line);
        QCOMPARE(filter.problem, QString());
        QCOMPARE(QByteArray::fromStdString(filter.query.underFolder), folder);
        QCOMPARE(filter.query.pathContains, std::string("wfc3"));
        QCOMPARE(filter.query.hits.most, 1u);
        QCOMPARE(withoutFolder(line), u"wfc3  hits<2"_s);
    }

    void theFoldersAreCountedWhenTheyAreOpened()
    {
        FakeViews fake;
        fillFolders(fake, {"/srv/a/1", "/srv/a/2", "/srv/b/3"});
        fake.cache.asOfWallMs = QDateTime(QDate(2026, 11, 23), QTime(8, 4, 50)).toMSecsSinceEpoch();
        FoldersFixture fixture(fake);
        auto *toFolders = fixture.page.child<QToolButton>(u"toFolders"_s);
        QVERIFY(toFolders->focusPolicy() & Qt::TabFocus);
        QVERIFY(!fixture.tree->isVisible());
        toFolders->click();
        VERIFY_EVENTUALLY(fixture.tree->isVisible());
        QCOMPARE(fixture.rows(), QStringList({u"/srv | 3 | 1,000 B | 300 B"_s, u" a | 2 | 1,000 B | 200 B"_s,
                                              u" b | 1 | 0 B | 100 B"_s}));
        QCOMPARE(fixture.state->text(), u"3 entries in 2 folders, as of 2026-11-23 08:04:50"_s);
        QVERIFY(fixture.tree->isExpanded(fixture.model()->index(0, 0)));
        QVERIFY(!fixture.counting->isVisible());
        fixture.press(u"foldersToEntries"_s);
        VERIFY_EVENTUALLY(fixture.page.table()->isVisible());
        // Nothing changed: the count is not repeated.
        const qsizetype asked = fake.cache.queries.size();
        fixture.page.page.showFolders();
        QCOMPARE(fake.cache.queries.size(), asked);
    }

    void enterFiltersTheListByTheFolder()
    {
        FakeViews fake;
        fillFolders(fake, {"/srv/a/1", "/srv/a/2", "/srv/ab/3", "/srv/\xff \n/4"});
        FoldersFixture fixture(fake);
        fixture.open();
        VERIFY_EVENTUALLY(fixture.tree->hasFocus());
        QCOMPARE(fixture.tree->currentIndex().data().toString(), u"/srv"_s);
        QTest::keyClick(fixture.tree, Qt::Key_Down);
        QCOMPARE(fixture.tree->currentIndex().data().toString(), u"a"_s);
        QTest::keyClick(fixture.tree, Qt::Key_Return);
        QCOMPARE(fixture.filter(), u"folder:/srv/a"_s);
        VERIFY_EVENTUALLY(fixture.page.table()->hasFocus());
        COMPARE_EVENTUALLY(fixture.page.table()->model()->rowCount(), 2);
        // Back in the tree, the other folders can still be chosen.
        fixture.page.page.showFolders();
        QCOMPARE(fixture.model()->rowCount(fixture.model()->index(0, 0)), 3);
        QCOMPARE(fixture.tree->currentIndex().data().toString(), u"a"_s);
        const QModelIndex hostile = fixture.model()->indexOf("/srv/\xff \n");
        QCOMPARE(hostile.data().toString(), u"\\xff \\n"_s);
        fixture.tree->scrollTo(hostile);
        const QPoint place = fixture.tree->visualRect(hostile).center();
        QTest::mouseClick(fixture.tree->viewport(), Qt::LeftButton, {}, place);
        QTest::mouseDClick(fixture.tree->viewport(), Qt::LeftButton, {}, place);
        QCOMPARE(fixture.filter(), u"folder:\"/srv/\\xff \\n\""_s);
        COMPARE_EVENTUALLY(fixture.page.table()->model()->rowCount(), 1);
    }

    void thePanelStatesWhatOfTheFilterIsNotInEffect_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<QString>("stated");
        QTest::addColumn<int>("folders");
        QTest::newRow("nothing") << QString() << QString() << 2;
        QTest::newRow("a valid filter") << u"srv"_s << QString() << 2;
        QTest::newRow("a folder")
            << u"folder:/srv/a"_s
            << u"The folder in the filter is not in effect here: all folders are counted."_s << 2;
        QTest::newRow("an invalid term") << u"size>nonsense"_s
                                         << u"Write a size as a number and k, M, G or no unit, for example "
                                            "size>64k; 'nonsense' is not a size. Until then, all entries are "
                                            "counted."_s
                                         << 2;
    }
    void thePanelStatesWhatOfTheFilterIsNotInEffect()
    {
        QFETCH(QString, filter);
        QFETCH(QString, stated);
        QFETCH(int, folders);
        FakeViews fake;
        fillFolders(fake, {"/srv/a/1", "/srv/b/2"});
        FoldersFixture fixture(fake);
        fixture.page.child<QLineEdit>(u"filter"_s)->setText(filter);
        fixture.open();
        COMPARE_EVENTUALLY(fixture.model()->rowCount(fixture.model()->index(0, 0)), folders);
        const auto *ignored = fixture.page.child<QLabel>(u"foldersIgnored"_s);
        QCOMPARE(ignored->text(), stated);
        QCOMPARE(ignored->isVisible(), !stated.isEmpty());
        // What the sums are of stands below them.
        const auto *what = fixture.page.child<QLabel>(u"foldersWhat"_s);
        QVERIFY(what->isVisible() && what->text().contains(u"cached metadata alone"_s));
        QVERIFY(what->text().contains(u"The cache's files are larger"_s));
    }

    void theFilterInForceAppliesToTheFolders()
    {
        FakeViews fake;
        fillFolders(fake, {"/srv/a/1.fits", "/srv/a/2.jpg", "/srv/b/3.fits"});
        FoldersFixture fixture(fake);
        fixture.page.child<QLineEdit>(u"filter"_s)->setText(u"fits folder:/srv/a"_s);
        fixture.open(); // before the pause after typing is over
        COMPARE_EVENTUALLY(fixture.model()->rowCount(), 1);
        QCOMPARE(fixture.model()->rowCount(fixture.model()->index(0, 0)), 2);
        QVERIFY2(fixture.state->text().startsWith(u"2 entries that match fits in 2 folders, as of "_s),
                 qPrintable(fixture.state->text()));
        QCOMPARE(fake.cache.queries.back().pathContains, std::string("fits"));
        QCOMPARE(fake.cache.queries.back().underFolder, std::string());
        fixture.tree->setCurrentIndex(fixture.model()->indexOf("/srv/b"));
        fixture.press(u"filterButton"_s);
        QCOMPARE(fixture.filter(), u"fits folder:/srv/b"_s);
        // Another filter is another count.
        fixture.page.child<QLineEdit>(u"filter"_s)->setText(u"jpg"_s);
        fixture.page.page.showFolders();
        COMPARE_EVENTUALLY(fixture.rows(), QStringList(u"/srv/a | 1 | 1,000 B | 100 B"_s));
    }

    void aDeletionIsSeenAfterARefreshAndWhatIsUnfoldedStays()
    {
        FakeViews fake;
        QByteArrayList paths;
        for (int i = 0; i < 30; ++i)
            paths += "/srv/a/" + QByteArray::number(i) + "/x";
        paths += "/srv/b/c/1";
        paths += "/srv/b/d/2";
        fillFolders(fake, paths);
        FoldersFixture fixture(fake);
        fixture.open();
        COMPARE_EVENTUALLY(fixture.model()->rowCount(), 1);
        const auto folder = [&](const QByteArray &path) { return fixture.model()->indexOf(path); };
        QVERIFY(!fixture.tree->isExpanded(folder("/srv/a"))); // too many rows
        fixture.tree->expand(folder("/srv/b"));
        fixture.tree->setCurrentIndex(folder("/srv/b/d"));
        fake.cache.entries.removeIf(
            [](const views::EntryRow &row) { return row.path.startsWith("/srv/a/"); });
        fake.cache.asOfWallMs += 60'000;
        QCOMPARE(fixture.rows().size(), 35);
        fixture.press(u"countAgain"_s);
        COMPARE_EVENTUALLY(fixture.rows(),
                           QStringList({u"/srv/b | 2 | 1,000 B | 200 B"_s, u" c | 1 | 0 B | 100 B"_s,
                                        u" d | 1 | 1,000 B | 100 B"_s}));
        QVERIFY(fixture.tree->isExpanded(folder("/srv/b")));
        QCOMPARE(fixture.tree->currentIndex(), folder("/srv/b/d"));
        // Opened again after a change, it is counted again.
        fixture.page.page.focusEntries();
        fake.cache.entries.removeLast();
        emit fake.cache.contentsChanged();
        fixture.page.page.showFolders();
        COMPARE_EVENTUALLY(fixture.rows(), QStringList(u"/srv/b/c | 1 | 0 B | 100 B"_s));
    }

    void aCountIsMadeInPagesWithProgressAndCanBeCancelled()
    {
        FakeViews fake;
        constexpr auto all = static_cast<quint64>(2 * FolderCount::rowsPerPage + 10);
        for (quint64 id = 1; id <= all; ++id)
            fake.cache.entries += entryAt(id, "/srv/" + QByteArray::number(id / 1000) + "/x");
        FoldersFixture fixture(fake);
        COMPARE_EVENTUALLY(fixture.page.table()->model()->rowCount(), static_cast<int>(all));
        VERIFY_EVENTUALLY(fixture.page.shown(0) != u"…"_s);
        fake.cache.pages = FakeCache::Answers::Held;
        fixture.open();
        COMPARE_EVENTUALLY(fake.cache.heldRows.size(), 1);
        QCOMPARE(fake.cache.heldRows[0].rows.size(), FolderCount::rowsPerPage);
        fake.cache.heldRows[0].answer();
        COMPARE_EVENTUALLY(fake.cache.heldRows.size(), 2);
        VERIFY_EVENTUALLY(fixture.counting->isVisible());
        QCOMPARE(fixture.page.child<QLabel>(u"countingText"_s)->text(),
                 u"Counting: 2,048 of 4,106 entries"_s);
        QCOMPARE(fixture.empty(), u"Counting the entries of each folder…"_s);
        auto *cancel = fixture.page.child<QPushButton>(u"cancelCounting"_s);
        cancel->setFocus();
        QTest::keyClick(cancel, Qt::Key_Space);
        QVERIFY(!fixture.counting->isVisible());
        QCOMPARE(fixture.empty(), u"Counting was cancelled. Press 'Refresh' to count the folders."_s);
        VERIFY_EVENTUALLY(fixture.page.child<QToolButton>(u"countAgain"_s)->hasFocus());
        fake.cache.heldRows[1].answer(); // too late
        QCoreApplication::processEvents();
        QCoreApplication::processEvents();
        QCOMPARE(fake.cache.heldRows.size(), 2);
        QCOMPARE(fixture.model()->rowCount(), 0);
        fake.cache.pages = FakeCache::Answers::AtOnce;
        fixture.press(u"countAgain"_s);
        COMPARE_EVENTUALLY(fixture.model()->rowCount(), 1);
        QCOMPARE(fixture.model()->index(0, FolderModel::Entries).data().toString(), u"4,106"_s);
        // A count that is cancelled later keeps the one before.
        fake.cache.pages = FakeCache::Answers::Held;
        fixture.press(u"countAgain"_s);
        COMPARE_EVENTUALLY(fake.cache.heldRows.size(), 3);
        VERIFY_EVENTUALLY(fixture.counting->isVisible());
        cancel->click();
        QCOMPARE(fixture.model()->rowCount(), 1);
        QVERIFY2(fixture.state->text().startsWith(u"Counting was cancelled. 4,106 entries in "_s),
                 qPrintable(fixture.state->text()));
    }

    void aCountOfAnEarlierFilterIsDropped()
    {
        FakeViews fake;
        fillFolders(fake, {"/srv/a/1.fits", "/srv/b/2.jpg"});
        FoldersFixture fixture(fake);
        fixture.open();
        COMPARE_EVENTUALLY(fixture.rows().size(), 3);
        fake.cache.pages = FakeCache::Answers::Held;
        fixture.page.page.showFiltered(u"fits"_s);
        fixture.page.page.showFolders();
        VERIFY_EVENTUALLY(fixture.counting->isVisible());
        fixture.page.page.showFiltered({});
        fixture.page.page.showFolders();
        QVERIFY(!fixture.counting->isVisible());
        for (FakeCache::HeldRows &held : fake.cache.heldRows)
            held.answer();
        QCoreApplication::processEvents();
        QCoreApplication::processEvents();
        QCOMPARE(fixture.rows().size(), 3);
    }

    void aLostConnectionEndsTheCountWithTheReason()
    {
        FakeViews fake;
        fillFolders(fake, {"/srv/a/1"});
        FoldersFixture fixture(fake);
        fake.cache.pages = FakeCache::Answers::Held;
        fixture.open();
        VERIFY_EVENTUALLY(!fake.cache.heldRows.isEmpty());
        VERIFY_EVENTUALLY(fixture.counting->isVisible());
        for (FakeCache::HeldRows &held : fake.cache.heldRows)
            held.fail(u"<b>gone</b>\n"_s);
        COMPARE_EVENTUALLY(fixture.empty(),
                           u"Not counted: <b>gone</b>\\n Press 'Refresh' to count the folders."_s);
        QVERIFY(!fixture.counting->isVisible());
    }

    void withoutEntriesItSaysWhy()
    {
        FakeViews fake;
        FoldersFixture fixture(fake);
        fixture.open();
        VERIFY_EVENTUALLY(fixture.empty().startsWith(u"The cache is empty. Use 'Add folder'"_s));
        fillFolders(fake, {"/srv/a/1"});
        fixture.page.page.showFiltered(u"nowhere"_s);
        fixture.page.page.showFolders();
        COMPARE_EVENTUALLY(fixture.empty(),
                           u"No entry matches the filter nowhere. Clear it to see all folders."_s);
    }

    void aCacheInMemoryAloneIsSortedByMemory()
    {
        FakeViews fake;
        fillFolders(fake, {"/srv/a/1", "/srv/b/2", "/srv/b/3"});
        for (views::EntryRow &row : fake.cache.entries) {
            row.inMemory = true;
            row.onDisk = false;
            row.storedBytes = 0;
        }
        FoldersFixture fixture(fake);
        fixture.open();
        COMPARE_EVENTUALLY(fixture.rows(),
                           QStringList({u"/srv | 3 | 2.9 KiB | 0 B"_s, u" b | 2 | 2.0 KiB | 0 B"_s,
                                        u" a | 1 | 1,000 B | 0 B"_s}));
        QCOMPARE(fixture.tree->header()->sortIndicatorSection(), int(FolderModel::Memory));
    }

    void theDeleteKeyDeletesNoEntriesThatAreNotShown()
    {
        FakeViews fake;
        fillFolders(fake, {"/srv/a/1", "/srv/a/2"});
        FoldersFixture fixture(fake);
        COMPARE_EVENTUALLY(fixture.page.table()->model()->rowCount(), 2);
        fixture.page.select({0});
        QVERIFY(fixture.page.remove->isEnabled() && fixture.page.pin->isEnabled());
        fixture.open();
        QVERIFY(!fixture.page.remove->isEnabled() && !fixture.page.pin->isEnabled());
        fixture.press(u"foldersToEntries"_s);
        QVERIFY(fixture.page.remove->isEnabled() && fixture.page.pin->isEnabled());
    }

    void thePathOfAFolderIsCopied()
    {
        FakeViews fake;
        fillFolders(fake, {"/srv/a b/1", "/srv/a b/c/2", "/srv/\n/2"});
        FoldersFixture fixture(fake);
        fixture.open();
        COMPARE_EVENTUALLY(fixture.model()->rowCount(), 1);
        QAction *copy = fixture.page.action(u"copyFolderPath"_s);
        QVERIFY(fixture.tree->actions().contains(copy));
        fixture.tree->setCurrentIndex(fixture.model()->indexOf("/srv/a b/c"));
        copy->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text(), u"/srv/a b/c"_s);
        QVERIFY(fixture.state->text().startsWith(u"Path copied. "_s));
        fixture.tree->setCurrentIndex(fixture.model()->indexOf("/srv/\n"));
        copy->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text(), u"/srv/\\n"_s);
    }

    void inRightToLeftWindowsABarBeginsOnTheRight()
    {
        QGuiApplication::setLayoutDirection(Qt::RightToLeft);
        const auto back = qScopeGuard([] { QGuiApplication::setLayoutDirection(Qt::LeftToRight); });
        FakeViews fake;
        fillFolders(fake, {"/srv/a/1", "/srv/b/2"});
        FoldersFixture fixture(fake);
        fixture.open();
        COMPARE_EVENTUALLY(fixture.model()->rowCount(), 1);
        QCOMPARE(fixture.model()->index(0, 0).data().toString(), u"\u2068/srv\u2069"_s);
        const QModelIndex half = fixture.model()->indexOf("/srv/b").siblingAtColumn(FolderModel::Share);
        const QRect cell = fixture.tree->visualRect(half);
        const QImage drawn = fixture.tree->viewport()->grab(cell).toImage();
        const int middle = drawn.height() / 2;
        // At the right end the bar is filled, further left the rest of its length is.
        const QColor filled = drawn.pixelColor(drawn.width() - 10, middle);
        const QColor rest = drawn.pixelColor(drawn.width() - drawn.width() * 6 / 10, middle);
        QVERIFY2(filled != rest, qPrintable(filled.name() + u' ' + rest.name()));
        QVERIFY(filled.lightness() < rest.lightness());
    }

    void theFoldersOfARealCacheAddUp()
    {
        test::LocalFixture backend;
        QVERIFY(backend.views().cache);
        QVERIFY(backend.addEntries(3));
        QVERIFY(backend.addEntries(5));
        CachePage page(backend.views().cache, backend.views().monitor);
        page.resize(1000, 400);
        page.show();
        page.showFolders();
        auto *tree = page.findChild<QTreeView *>(u"folders"_s);
        auto *model = qobject_cast<FolderModel *>(tree->model());
        COMPARE_EVENTUALLY(model->rowCount(), 1);
        const QModelIndex top = model->index(0, 0);
        QCOMPARE(top.siblingAtColumn(FolderModel::Entries).data().toString(), u"8"_s);
        QCOMPARE(model->rowCount(top), 2);
        QCOMPARE(model->index(0, FolderModel::Entries, top).data().toString(), u"5"_s);
        QCOMPARE(model->index(1, FolderModel::Entries, top).data().toString(), u"3"_s);
        const quint64 disk = model->sumOf(top);
        QVERIFY(disk > 0);
        QCOMPARE(model->sumOf(model->index(0, 0, top)) + model->sumOf(model->index(1, 0, top)), disk);
        // The folder is a filter that the real cache understands.
        const QByteArray folder = model->pathOf(model->index(0, 0, top));
        tree->setCurrentIndex(model->index(0, 0, top));
        QTest::keyClick(tree, Qt::Key_Return);
        auto *table = page.findChild<QTableView *>(u"table"_s);
        COMPARE_EVENTUALLY(table->model()->rowCount(), 5);
        // Deleted entries are gone from the next count.
        cache::EntryQuery query;
        query.underFolder = folder.toStdString();
        auto listed = backend.views().cache->list(query);
        VERIFY_EVENTUALLY(listed.isFinished());
        auto removing =
            backend.views().cache->remove(listed.result().ids, views::CacheView::Removed::ForGood);
        VERIFY_EVENTUALLY(removing.answer.isFinished());
        page.showFolders();
        page.findChild<QToolButton *>(u"countAgain"_s)->click();
        COMPARE_EVENTUALLY(model->index(0, FolderModel::Entries).data().toString(), u"3"_s);
    }

    void theFoldersOfARemoteCacheAreTheSame()
    {
        test::RemoteFixture backend;
        QVERIFY(backend.addEntries(4));
        FolderCount count(backend.views().cache);
        QSignalSpy counted(&count, &FolderCount::counted);
        count.start({});
        VERIFY_EVENTUALLY(counted.size() == 1);
        const auto sizes = counted[0][0].value<FolderSizes>();
        QCOMPARE(sizes.all.entries, 4u);
        QVERIFY(sizes.all.diskBytes > 0);
        QCOMPARE(sizes.folders, 1u);
        QVERIFY(folderPath(sizes.rows, 0).endsWith("/4"));
    }
};

MANOMETER_TEST(Gui, TestFolders)
#include "tst_folders.moc"
