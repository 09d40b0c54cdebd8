// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/PlausibleDay.h"
#include "gui/entries/CachePage.h"
#include "gui/text/Translation.h"

#include <QApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTableView>
#include <QTest>
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
        page.resize(1000, 400);
        page.show();
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
};

} // namespace

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

    void deletionAsksNamesTheCountAndDeletes()
    {
        FakeViews fake;
        fillPlausibly(fake);
        Page page(fake);
        QTRY_COMPARE(page.table()->model()->rowCount(), 200);
        page.table()->selectRow(3);
        page.table()->selectionModel()->select(page.table()->model()->index(7, 0),
                                               QItemSelectionModel::Select | QItemSelectionModel::Rows);
        QVERIFY(page.page.hasSelection());
        page.page.removeSelected();
        auto *question = page.page.findChild<QMessageBox *>();
        QVERIFY(question);
        QCOMPARE(question->text(), u"Delete 2 entries from the cache?"_s);
        question->reject(); // 'Cancel' and Esc
        QCoreApplication::processEvents();
        QVERIFY(fake.cache.removed.isEmpty());

        page.page.removeSelected();
        for (QMessageBox *box : page.page.findChildren<QMessageBox *>())
            for (QAbstractButton *button : box->buttons())
                if (box->isVisible() && box->buttonRole(button) == QMessageBox::DestructiveRole)
                    button->click();
        QTRY_COMPARE(fake.cache.removed.size(), 2);
        QTRY_COMPARE(page.table()->model()->rowCount(), 198);
        QVERIFY(page.count().startsWith(u"2 entries deleted."_s));
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
