// SPDX-License-Identifier: GPL-3.0-or-later
//
// The programs that use exiftool: on the cache page and in the header.
#include "gui/EntriesFixture.h"
#include "gui/Sentences.h"
#include "gui/WindowFixture.h"
#include "gui/entries/ProgramModel.h"
#include "gui/look/ElidedLabel.h"
#include "support/TestMain.h"

#include <QAbstractItemModelTester>
#include <QDateTime>
#include <QHeaderView>
#include <QLineEdit>
#include <QStackedWidget>

#include <initializer_list>
#include <utility>

using namespace manometer;
using namespace manometer::gui;

namespace {

views::AnswerUse twoPrograms(qint64 wallMs)
{
    return {.requests = 12'034,
            .hits = 11'800,
            .savedMicroseconds = 4'320'500'000,
            .clients = {{.program = "immich",
                         .requests = 12'000,
                         .hits = 11'800,
                         .savedMicroseconds = 4'320'500'000,
                         .lastWallMs = wallMs},
                        {.program = {}, .requests = 34, .lastWallMs = wallMs - 3 * 86'400'000LL}}};
}

QStringList rowOf(const QAbstractItemModel &model, int row)
{
    QStringList cells;
    for (int column = 0; column < model.columnCount(); ++column)
        cells += plain(model.index(row, column).data().toString());
    return cells;
}

} // namespace

class TestProgramsPanel : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { installTranslation(qApp, QLocale(QLocale::English, QLocale::UnitedStates)); }

    void aProgramIsARowWithItsHitsAndTheTimeSaved()
    {
        ProgramModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const qint64 now = QDateTime::currentMSecsSinceEpoch();
        model.show(twoPrograms(now));
        QCOMPARE(model.rowCount(), 2);
        const QString time = QDateTime::fromMSecsSinceEpoch(now).toString(u"HH:mm:ss"_s);
        QCOMPARE(rowOf(model, 0),
                 QStringList({u"immich"_s, u"12,000"_s, u"11,800"_s, u"98.3 %"_s, u"1 h 12 min"_s, time}));
        const QString earlier =
            QDateTime::fromMSecsSinceEpoch(now - 3 * 86'400'000LL).toString(u"yyyy-MM-dd HH:mm:ss"_s);
        QCOMPARE(rowOf(model, 1),
                 QStringList({u"(other programs)"_s, u"34"_s, u"0"_s, u"0.0 %"_s, u"0 ms"_s, earlier}));
        model.show({});
        QCOMPARE(model.rowCount(), 0);
        model.show(twoPrograms(now));
        QCOMPARE(model.rowCount(), 2);
    }

    void aProgramsNameHidesNothing()
    {
        ProgramModel model;
        views::AnswerUse use = twoPrograms(1);
        use.clients[0].program = "a\n\x1b\xff\xe2\x80\xae";
        model.show(use);
        QCOMPARE(rowOf(model, 0)[0], u"a\\n\\x1b\\xff\\u{202e}"_s);
        QGuiApplication::setLayoutDirection(Qt::RightToLeft);
        const auto back = qScopeGuard([] { QGuiApplication::setLayoutDirection(Qt::LeftToRight); });
        QCOMPARE(rowOf(model, 0)[0], u"\u2068a\\n\\x1b\\xff\\u{202e}\u2069"_s);
    }

    void thePageShowsTheProgramsInPlaceOfTheEntriesAndBack()
    {
        FakeViews fake;
        fillPlausibly(fake);
        fake.cache.figures.answers = twoPrograms(1);
        EntriesFixture page(fake);
        page.page.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&page.page));
        COMPARE_EVENTUALLY(page.table()->model()->rowCount(), 200);
        auto *programs = page.child<QTableView>(u"programs"_s);
        auto *toPrograms = page.child<QToolButton>(u"toPrograms"_s);
        QVERIFY(!programs->isVisible());
        QVERIFY(toPrograms->focusPolicy() & Qt::TabFocus);
        toPrograms->setFocus();
        QTest::keyClick(toPrograms, Qt::Key_Space);
        QVERIFY(programs->isVisible());
        QVERIFY(!page.table()->isVisible());
        VERIFY_EVENTUALLY(programs->hasFocus());
        QCOMPARE(plain(page.child<QLabel>(u"totals"_s)->text()),
                 u"Since the start: requests 12,034 · hits 11,800 (98.1 %) · time saved 1 h 12 min"_s);
        auto *toEntries = page.child<QToolButton>(u"toEntries"_s);
        toEntries->setFocus();
        QTest::keyClick(toEntries, Qt::Key_Space);
        VERIFY_EVENTUALLY(page.table()->hasFocus());
        QVERIFY(!programs->isVisible());
        // Ctrl+F filters the entries.
        page.page.showPrograms();
        page.page.focusFilter();
        VERIFY_EVENTUALLY(page.child<QLineEdit>(u"filter"_s)->hasFocus());
        QVERIFY(page.child<QLineEdit>(u"filter"_s)->isVisible());
    }

    void theListOfEntriesIsNotReadWhileTheProgramsAreShown()
    {
        FakeViews fake;
        fillPlausibly(fake);
        EntriesFixture page(fake);
        COMPARE_EVENTUALLY(page.table()->model()->rowCount(), 200);
        page.page.showPrograms();
        const qsizetype asked = fake.cache.queries.size();
        emit fake.cache.contentsChanged();
        // Longer than a visible list waits before it is refreshed.
        QVERIFY(!QTest::qWaitFor([&] { return fake.cache.queries.size() > asked; }, 1300));
        page.page.focusEntries();
        VERIFY_EVENTUALLY(fake.cache.queries.size() > asked);
    }

    void withoutARequestThePanelSaysHowToConnectAProgram()
    {
        FakeViews fake;
        EntriesFixture page(fake);
        page.page.showPrograms();
        const auto *howTo = page.child<QLabel>(u"howTo"_s);
        QVERIFY(howTo->isVisible());
        QVERIFY2(howTo->text().contains(u"put /usr/lib/manometer/bin before"_s), qPrintable(howTo->text()));
        QVERIFY(page.child<QLabel>(u"totals"_s)->text().isEmpty());
        fake.cache.figures.answers = twoPrograms(1);
        emit fake.cache.summaryChanged(fake.cache.figures);
        QVERIFY(!howTo->isVisible());
        QCOMPARE(page.child<QTableView>(u"programs"_s)->model()->rowCount(), 2);
    }

    void newFiguresKeepTheSelection()
    {
        FakeViews fake;
        fake.cache.figures.answers = twoPrograms(1);
        EntriesFixture page(fake);
        page.page.showPrograms();
        auto *programs = page.child<QTableView>(u"programs"_s);
        programs->selectRow(1);
        fake.cache.figures.answers.clients[0].requests = 12'001;
        fake.cache.figures.answers.clients += views::ClientUse{.program = "python3", .requests = 1};
        emit fake.cache.summaryChanged(fake.cache.figures);
        QCOMPARE(programs->model()->rowCount(), 3);
        QCOMPARE(programs->model()->index(0, ProgramModel::Requests).data().toString(), u"12,001"_s);
        QCOMPARE(programs->selectionModel()->selectedRows().size(), 1);
        QCOMPARE(programs->currentIndex().row(), 1);
    }

    void ctrl5ShowsTheProgramsFromAnywhere()
    {
        WindowFixture fixture;
        auto *programs = fixture.child<QTableView>(u"programs"_s);
        QVERIFY(!programs->isVisible());
        QTest::keyClick(fixture.chart(), Qt::Key_5, Qt::ControlModifier);
        VERIFY_EVENTUALLY(programs->hasFocus() && !programs->visibleRegion().isEmpty());
    }

    void theHeaderSaysHowMuchTimeWasSaved()
    {
        WindowFixture fixture;
        QVERIFY(fixture.drawn());
        fixture.fake.cache.figures.answers = twoPrograms(1);
        emit fixture.fake.cache.summaryChanged(fixture.fake.cache.figures);
        COMPARE_EVENTUALLY(fixture.text(u"saved"_s), u"1 h 12 min"_s);
        QCOMPARE(fixture.text(u"savedBy"_s), u"40,611 hits"_s);
        COMPARE_EVENTUALLY(fixture.text(u"savedFor"_s), u"immich 100 %"_s);
        QTest::mouseClick(fixture.child<QWidget>(u"savedCard"_s), Qt::LeftButton);
        VERIFY_EVENTUALLY(fixture.child<QTableView>(u"programs"_s)->hasFocus());
    }

    void theTimeSavedIsWholeAtTheMinimumWidth_data()
    {
        QTest::addColumn<QLocale>("locale");
        QTest::newRow("English") << QLocale(QLocale::English, QLocale::UnitedStates);
        QTest::newRow("German") << QLocale(QLocale::German, QLocale::Germany);
        QTest::newRow("Arabic") << QLocale(QLocale::Arabic, QLocale::Egypt);
    }
    void theTimeSavedIsWholeAtTheMinimumWidth()
    {
        QFETCH(QLocale, locale);
        installTranslation(qApp, locale);
        const auto back =
            qScopeGuard([] { installTranslation(qApp, QLocale(QLocale::English, QLocale::UnitedStates)); });
        WindowFixture fixture({1024, 640});
        fixture.fake.cache.figures.answers = twoPrograms(1);
        emit fixture.fake.cache.summaryChanged(fixture.fake.cache.figures);
        QVERIFY(fixture.drawn());
        views::SampleRecord next = fixture.fake.monitor.past.constLast();
        ++next.monotonicMs;
        next.savedMicrosecondsTotal = 999ull * 86'400 * 1'000'000 + 82'800'000'000;
        emit fixture.fake.monitor.sampled(next);
        emit fixture.fake.cache.summaryChanged(fixture.fake.cache.figures);
        const auto *saved = fixture.child<ElidedLabel>(u"saved"_s);
        VERIFY_EVENTUALLY(saved->text().contains(locale.toString(999)));
        const auto isWhole = [&] {
            const QRect shown(saved->mapTo(fixture.window.get(), QPoint()), saved->size());
            return saved->isWhole() && fixture.window->rect().contains(shown);
        };
        VERIFY_EVENTUALLY(isWhole());
    }

    void nothingIsCutBesideItAt1024Pixels_data() { theTimeSavedIsWholeAtTheMinimumWidth_data(); }
    void nothingIsCutBesideItAt1024Pixels()
    {
        QFETCH(QLocale, locale);
        installTranslation(qApp, locale);
        const auto back =
            qScopeGuard([] { installTranslation(qApp, QLocale(QLocale::English, QLocale::UnitedStates)); });
        WindowFixture fixture({1024, 640});
        QTest::keyClick(fixture.chart(), Qt::Key_3, Qt::ControlModifier);
        const auto *page = fixture.window->findChild<CachePage *>();
        const auto *filter = page->findChild<QLineEdit *>(u"filter"_s);
        COMPARE_EVENTUALLY(page->findChild<QTableView *>(u"table"_s)->model()->rowCount(), 200);
        const int hint = filter->fontMetrics().horizontalAdvance(filter->placeholderText());
        QVERIFY2(hint + 12 <= filter->width(), qPrintable(u"%1 in %2"_s.arg(hint).arg(filter->width())));
        views::MonitorStatus &status = fixture.fake.monitor.now;
        const auto *limit = fixture.child<ElidedLabel>(u"limit"_s);
        for (const auto &[level, reason] : std::initializer_list<std::pair<Level, pressure::LimitReason>>{
                 {Level::Critical, pressure::LimitReason::AtCeiling},
                 {Level::Elevated, pressure::LimitReason::HeldAfterCut},
                 {Level::Elevated, pressure::LimitReason::HeldByFlap},
                 {Level::Elevated, pressure::LimitReason::Futile},
                 {Level::Elevated, pressure::LimitReason::Snoozed}}) {
            status.applied = level;
            status.limitReason = reason;
            status.nextGrowthAtMs = status.snoozedUntilMs = status.latest.monotonicMs + 25'000;
            emit fixture.fake.monitor.levelChanged(Level::Normal, level);
            QCoreApplication::processEvents();
            QVERIFY2(limit->isWhole(), qPrintable(u"%1: %2"_s.arg(limit->text()).arg(limit->width())));
        }
    }
};

MANOMETER_TEST(Gui, TestProgramsPanel)
#include "tst_programs_panel.moc"
