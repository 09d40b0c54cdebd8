// SPDX-License-Identifier: GPL-3.0-or-later
//
// The tree of an entry's metadata: what is unfolded stays from entry to entry.
#include "gui/EntriesFixture.h"
#include "gui/entries/JsonModel.h"
#include "support/Eventually.h"
#include "support/TestMain.h"

#include <QSignalSpy>
#include <QTreeView>

using namespace manometer;
using namespace manometer::gui;

namespace {

constexpr auto nested = R"({"EXIF":{"Lens":{"Name":"a","Focus":{"Near":1}},"Make":"x"},"File":{"Size":1}})";

QModelIndex find(const QTreeView &tree, const QStringList &keys)
{
    QModelIndex found;
    for (const QString &key : keys) {
        QModelIndex next;
        for (int row = 0; row < tree.model()->rowCount(found); ++row)
            if (const QModelIndex child = tree.model()->index(row, 0, found); child.data().toString() == key)
                next = child;
        if (!next.isValid())
            return {};
        found = next;
    }
    return found;
}

class TreeFixture
{
public:
    explicit TreeFixture(const QByteArray &metadata)
    {
        fillPlausibly(fake);
        fake.cache.metadata = metadata;
        page = std::make_unique<EntriesFixture>(fake);
        tree = page->child<QTreeView>(u"tree"_s);
        showEntry(0, metadata);
    }
    void showEntry(int row, const QByteArray &metadata)
    {
        fake.cache.metadata = metadata;
        VERIFY_EVENTUALLY(page->table()->model()->rowCount() > row);
        // The old tree stays until the answer is there.
        QSignalSpy replaced(tree->model(), &QAbstractItemModel::modelReset);
        page->select({row});
        VERIFY_EVENTUALLY(replaced.size() >= 2 && tree->model()->rowCount() > 0);
    }
    bool isOpen(const QStringList &keys) const { return tree->isExpanded(find(*tree, keys)); }

    FakeViews fake;
    std::unique_ptr<EntriesFixture> page;
    QTreeView *tree = nullptr;
};

} // namespace

class TestMetadataTree : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { installTranslation(qApp, QLocale(QLocale::English, QLocale::UnitedStates)); }

    void aFirstEntryShowsItsGroupsOpen()
    {
        const TreeFixture fixture(nested);
        QVERIFY(fixture.isOpen({u"EXIF"_s}));
        QVERIFY(fixture.isOpen({u"File"_s}));
        QVERIFY(!fixture.isOpen({u"EXIF"_s, u"Lens"_s}));
    }

    void whatIsUnfoldedStaysFromEntryToEntry()
    {
        TreeFixture fixture(nested);
        fixture.tree->expand(find(*fixture.tree, {u"EXIF"_s, u"Lens"_s}));
        fixture.tree->expand(find(*fixture.tree, {u"EXIF"_s, u"Lens"_s, u"Focus"_s}));
        fixture.tree->collapse(find(*fixture.tree, {u"File"_s}));
        // The keys have other places, and an array is between them.
        fixture.showEntry(
            1, R"({"Tags":[1,2],"File":{"Size":2},"EXIF":{"Make":"y","Lens":{"Focus":{"Near":3}}}})");
        QVERIFY(fixture.isOpen({u"EXIF"_s, u"Lens"_s}));
        QVERIFY(fixture.isOpen({u"EXIF"_s, u"Lens"_s, u"Focus"_s}));
        QVERIFY(!fixture.isOpen({u"File"_s}));
        QVERIFY(fixture.isOpen({u"Tags"_s}));
    }

    void anEntryWithoutAKeyDoesNotFoldItForTheNext()
    {
        TreeFixture fixture(nested);
        fixture.tree->expand(find(*fixture.tree, {u"EXIF"_s, u"Lens"_s}));
        fixture.showEntry(1, R"({"PNG":{"Width":1}})");
        fixture.showEntry(2, nested);
        QVERIFY(fixture.isOpen({u"EXIF"_s, u"Lens"_s}));
        fixture.tree->collapse(find(*fixture.tree, {u"EXIF"_s, u"Lens"_s}));
        fixture.showEntry(3, nested);
        QVERIFY(!fixture.isOpen({u"EXIF"_s, u"Lens"_s}));
    }

    void theSameKeyStaysCurrentAndInView()
    {
        QByteArray many = R"({"A":{)";
        for (int i = 0; i < 200; ++i)
            many += "\"Key" + QByteArray::number(i) + "\":" + QByteArray::number(i) + ',';
        many.back() = '}';
        many += '}';
        TreeFixture fixture(many);
        fixture.tree->setCurrentIndex(find(*fixture.tree, {u"A"_s, u"Key150"_s}));
        fixture.tree->scrollTo(find(*fixture.tree, {u"A"_s, u"Key149"_s}), QAbstractItemView::PositionAtTop);
        QByteArray shifted = many;
        shifted.replace(R"({"A":{)", R"({"Before":1,"A":{)");
        fixture.showEntry(1, shifted);
        QCOMPARE(fixture.tree->currentIndex().data().toString(), u"Key150"_s);
        QCOMPARE(fixture.tree->indexAt(QPoint(0, 0)).data().toString(), u"Key149"_s);
    }
};

MANOMETER_TEST(Gui, TestMetadataTree)
#include "tst_metadata_tree.moc"
