// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a draft would have done, in the window: the table follows the draft, the ribbon shows where the levels
// differ, and suggestions become drafts.
#include "gui/PlausibleWhatIf.h"
#include "gui/WindowFixture.h"
#include "gui/text/Times.h"
#include "gui/whatif/DraftRibbon.h"
#include "gui/whatif/SuggestDialog.h"
#include "gui/whatif/WhatIfModel.h"
#include "support/TestMain.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QDockWidget>
#include <QTableView>

using namespace manometer;
using namespace manometer::gui;

namespace {

// With answers about the hour of the fakes.
class WhatIfFixture : public WindowFixture
{
public:
    explicit WhatIfFixture(QSize size = {1280, 800})
        : WindowFixture(size)
    {
        answerPlausibly(fake);
    }

    QTableView *table() const { return child<QTableView>(u"whatIfTable"_s); }
    QPushButton *zoom() const { return child<QPushButton>(u"zoomToDifference"_s); }
    // The text in the row of this figure; empty without such a row.
    QString cell(const QString &figure, WhatIfModel::Column column) const
    {
        const QAbstractItemModel *model = table()->model();
        for (int row = 0; row < model->rowCount(); ++row)
            if (model->index(row, WhatIfModel::Figure).data().toString() == figure)
                return model->index(row, column).data().toString().replace(u'\u00a0', u' ');
        return {};
    }
    void draftHigh(double percent) const { highEnter()->setValue(percent); }
};

views::LevelStay stay(Level level, qint64 from, qint64 to)
{
    return {.level = level, .fromWallMs = from, .toWallMs = to};
}

} // namespace

class TestDraftOutcome : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { installTranslation(qApp, QLocale(QLocale::English, QLocale::UnitedStates)); }

    void theTableShowsWhatHappenedAndThenTheDraftBesideIt()
    {
        const WhatIfFixture fixture;
        fixture.child<QDockWidget>(u"whatIfDock"_s)->hide();
        fixture.child<QDockWidget>(u"whatIfDock"_s)->show();
        COMPARE_EVENTUALLY(fixture.cell(u"HIGH entered"_s, WhatIfModel::InEffect), u"1"_s);
        QVERIFY(fixture.table()->isColumnHidden(WhatIfModel::Draft));
        fixture.draftHigh(63);
        fixture.child<QDoubleSpinBox>(u"highLeave"_s)->setValue(58);
        fixture.child<QDoubleSpinBox>(u"highTarget"_s)->setValue(58);
        VERIFY_EVENTUALLY(!fixture.table()->isColumnHidden(WhatIfModel::Draft));
        COMPARE_EVENTUALLY(fixture.cell(u"HIGH entered"_s, WhatIfModel::Draft), u"2"_s);
        QCOMPARE(fixture.cell(u"HIGH entered"_s, WhatIfModel::Change), u"+1"_s);
        QCOMPARE(fixture.cell(u"HIGH entered"_s, WhatIfModel::InEffect), u"1"_s);
    }

    void thereIsOneQuestionAtATimeAndTheLastIsAboutTheNewestDraft()
    {
        WhatIfFixture fixture;
        QList<QPromise<views::WhatIfAnswer> *> open;
        fixture.fake.evidence.makeWhatIf = [&open](const views::WhatIfQuestion &) {
            open += new QPromise<views::WhatIfAnswer>;
            open.back()->start();
            return open.back()->future();
        };
        QTest::qWait(50); // until the first question is answered
        fixture.fake.evidence.whatIfQuestions.clear();
        for (const double percent : {79.0, 78.0, 77.0, 76.0})
            fixture.draftHigh(percent);
        QCOMPARE(open.size(), 1);
        const auto answer = [&open] {
            open.back()->addResult(views::WhatIfAnswer{.samples = 1});
            open.back()->finish();
        };
        answer();
        COMPARE_EVENTUALLY(open.size(), 2);
        QCOMPARE(fixture.fake.evidence.whatIfQuestions.back().draft.thresholds.high.enterPercent, 76.0);
        answer();
        QTest::qWait(50);
        QCOMPARE(open.size(), 2); // nothing has changed since
        fixture.window.reset();
        qDeleteAll(open);
    }

    void aDraftThatBreaksARuleIsNotAskedFor()
    {
        const WhatIfFixture fixture;
        fixture.draftHigh(76);
        VERIFY_EVENTUALLY(!fixture.cell(u"HIGH entered"_s, WhatIfModel::Draft).isEmpty());
        const qsizetype asked = fixture.fake.evidence.whatIfQuestions.size();
        fixture.draftHigh(20); // below ELEVATED
        QCOMPARE(fixture.table()->model()->rowCount(), 0);
        QVERIFY(fixture.chart()->frame().draftLevels.runs.empty());
        QCOMPARE(fixture.fake.evidence.whatIfQuestions.size(), asked);
        fixture.draftHigh(75.5);
        VERIFY_EVENTUALLY(fixture.table()->model()->rowCount() > 0);
    }

    void theScopeIsAllThatIsRecordedOrWhatIsInView()
    {
        const WhatIfFixture fixture;
        fixture.draftHigh(76);
        VERIFY_EVENTUALLY(!fixture.fake.evidence.whatIfQuestions.isEmpty());
        QVERIFY(fixture.fake.evidence.whatIfQuestions.back().range == views::TimeRange());
        auto *scope = fixture.child<QComboBox>(u"whatIfScope"_s);
        scope->setCurrentIndex(1);
        const auto &questions = fixture.fake.evidence.whatIfQuestions;
        VERIFY_EVENTUALLY(questions.back().range.toWallMs - questions.back().range.fromWallMs ==
                          std::chrono::milliseconds(fixture.chart()->span()).count());
        const views::WhatIfQuestion &question = questions.back();
        QVERIFY(question.ribbonRange == question.range);
        QCOMPARE(question.ribbonColumns, qRound(fixture.chart()->frame().areas.plot.width()));
    }

    void withoutAPageAndWithoutADraftNothingIsAsked()
    {
        WhatIfFixture fixture;
        fixture.child<QDockWidget>(u"whatIfDock"_s)->hide();
        QTest::qWait(50);
        fixture.fake.evidence.whatIfQuestions.clear();
        fixture.chart()->zoomIn();
        QVERIFY(fixture.fake.evidence.whatIfQuestions.isEmpty());
        fixture.draftHigh(76); // the ribbon needs it
        VERIFY_EVENTUALLY(!fixture.chart()->frame().draftLevels.runs.empty());
        fixture.revert()->click();
        VERIFY_EVENTUALLY(fixture.chart()->frame().draftLevels.runs.empty());
    }

    void theRibbonTakesItsRoomFromTheCachesLane()
    {
        const WhatIfFixture fixture;
        QVERIFY(fixture.drawn());
        const ChartAreas before = fixture.chart()->frame().areas;
        QVERIFY(before.draftRibbon.isEmpty());
        fixture.draftHigh(76);
        VERIFY_EVENTUALLY(!fixture.chart()->frame().areas.draftRibbon.isEmpty());
        const ChartAreas &after = fixture.chart()->frame().areas;
        QCOMPARE(after.plot.left(), before.plot.left());
        QCOMPARE(after.plot.height() + after.plot.top(), before.plot.height() + before.plot.top());
        QCOMPARE(after.cache.bottom(), before.cache.bottom());
        QVERIFY(after.draftRibbon.top() >= after.ribbon.bottom());
        QVERIFY(after.cache.top() >= after.draftRibbon.bottom());
    }

    void aClickOnADifferenceZoomsToIt()
    {
        const WhatIfFixture fixture;
        QVERIFY(fixture.drawn());
        fixture.draftHigh(76);
        VERIFY_EVENTUALLY(!fixture.chart()->frame().draftLevels.differences.empty());
        const ChartFrame &frame = fixture.chart()->frame();
        const DraftLevels::Stretch difference = frame.draftLevels.differences.front();
        const auto spanBefore = fixture.chart()->span();
        const QPointF place((frame.time.x(difference.fromMs) + frame.time.x(difference.toMs)) / 2,
                            frame.areas.draftRibbon.center().y());
        QTest::mouseClick(fixture.chart()->viewport(), Qt::LeftButton, {}, place.toPoint());
        QVERIFY(fixture.chart()->span() < spanBefore);
        QVERIFY(frame.time.beginMs() < difference.fromMs && frame.time.endMs > difference.toMs);
    }

    void theButtonShowsTheLongestDifference()
    {
        const WhatIfFixture fixture;
        QVERIFY(fixture.drawn());
        VERIFY_EVENTUALLY(!fixture.zoom()->isEnabled());
        fixture.draftHigh(76);
        VERIFY_EVENTUALLY(fixture.zoom()->isEnabled());
        const auto spanBefore = fixture.chart()->span();
        fixture.zoom()->click();
        QVERIFY(fixture.chart()->span() < spanBefore);
        fixture.chart()->viewBack();
        QCOMPARE(fixture.chart()->span(), spanBefore);
    }

    void differencesAreWhereBothAreKnownAndDiffer()
    {
        const WhatIfFixture fixture;
        SampleModel samples(&const_cast<FakeViews &>(fixture.fake).monitor);
        VERIFY_EVENTUALLY(!samples.samples().empty());
        const qint64 start = samples.samples().front().wallMs;
        const qint64 monotonic = samples.samples().front().monotonicMs;
        views::WhatIfAnswer answer;
        answer.applied.ribbon = {stay(Level::Normal, start, start + 100),
                                 stay(Level::High, start + 100, start + 200),
                                 stay(Level::Normal, start + 500, start + 600)};
        answer.draft.ribbon = {
            stay(Level::Normal, start, start + 50), stay(Level::Elevated, start + 50, start + 80),
            stay(Level::High, start + 80, start + 200), stay(Level::Normal, start + 500, start + 600)};
        const DraftLevels levels = draftLevels(answer, samples);
        QCOMPARE(levels.runs.size(), 4u);
        QCOMPARE(levels.runs.front().fromMs, monotonic);
        // Two neighbours are one.
        QCOMPARE(levels.differences.size(), 1u);
        QCOMPARE(levels.differences.front().fromMs, monotonic + 50);
        QCOMPARE(levels.differences.front().toMs, monotonic + 100);
    }

    void whyThereAreNoHitsIsSaidOnceItIsKnown()
    {
        WhatIfFixture fixture;
        fixture.fake.evidence.now = {};
        fixture.draftHigh(76);
        VERIFY_EVENTUALLY(fixture.text(u"whatIfNotes"_s).contains(u"recorded memory use"));
        QVERIFY(!fixture.text(u"whatIfNotes"_s).contains(u"estimated"));
        auto *dock = fixture.child<QDockWidget>(u"whatIfDock"_s);
        const auto says = [&](const views::HitEvidence &evidence, const QString &sentence) {
            fixture.fake.evidence.now = evidence;
            dock->hide();
            dock->show();
            return QTest::qWaitFor([&] { return fixture.text(u"whatIfNotes"_s).contains(sentence); }, 30'000);
        };
        const qint64 since = QDateTime::currentMSecsSinceEpoch() - 1000;
        const QString time = text::timeOrDate(since, since + 1000);
        QVERIFY(says({.neededRequests = 5000}, u"no program has asked the cache"_s));
        QVERIFY(says({.sinceWallMs = since, .neededRequests = 5000, .warmUpRequestsLeft = 1600},
                     u"began again at %1, as they do at a start and when the configured limit changes, and "
                     "the next 1,600 requests are not counted."_s.arg(time)));
        QVERIFY(says({.sinceWallMs = since, .sampledRequests = 7, .neededRequests = 5000},
                     u"7 of the 5,000 sampled requests that this needs, counted since %1."_s.arg(time)));
    }

    void aFailureIsStatedInTheirPlace()
    {
        WhatIfFixture fixture;
        fixture.fake.evidence.makeWhatIf = [](const views::WhatIfQuestion &) {
            return views::failed<views::WhatIfAnswer>(views::Failure::Kind::NoBackend, u"no <b>server</b>"_s);
        };
        fixture.draftHigh(76);
        VERIFY_EVENTUALLY(fixture.text(u"whatIfNotes"_s).contains(u"no <b>server</b>"));
        QCOMPARE(fixture.table()->model()->rowCount(), 0);
    }

    void aSuggestionBecomesADraftInOneUndoStep()
    {
        const WhatIfFixture fixture;
        fixture.child<QPushButton>(u"suggest"_s)->click();
        auto *dialog = fixture.child<SuggestDialog>(u"suggestDialog"_s);
        QVERIFY(dialog && dialog->isVisible());
        dialog->findChild<QDoubleSpinBox *>(u"criticals"_s)->setValue(3);
        dialog->findChild<QCheckBox *>(u"hitPointsCheck"_s)->setChecked(false);
        dialog->findChild<QPushButton *>(u"search"_s)->click();
        auto *found = dialog->findChild<QTableView *>(u"suggestions"_s);
        COMPARE_EVENTUALLY(found->model()->rowCount(), 4); // the first one is in effect
        const views::SuggestQuestion &question = fixture.fake.evidence.suggestQuestions.back();
        QCOMPARE(question.mostCriticalsPerDay.value_or(-1), 3.0);
        QCOMPARE(question.incidentLeadMs.value_or(-1), 60'000);
        QVERIFY(!question.mostHitPoints);
        found->selectRow(3);
        dialog->findChild<QPushButton *>(u"use"_s)->click();
        QCOMPARE(fixture.highEnter()->value(), 72.0);
        QCOMPARE(fixture.fake.settings.settings().thresholds.high.enterPercent, 80.0); // a draft only
        fixture.window->activateWindow();
        VERIFY_EVENTUALLY(fixture.window->isActiveWindow());
        QTest::keyClick(fixture.window.get(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(fixture.highEnter()->value(), 80.0);
    }

    void theThresholdsInEffectStandFirstAndCannotBeChosen()
    {
        WhatIfFixture fixture;
        SuggestDialog dialog(&fixture.fake.evidence, {}, fixture.window.get());
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.open();
        dialog.findChild<QPushButton *>(u"search"_s)->click();
        auto *found = dialog.findChild<QTableView *>(u"suggestions"_s);
        COMPARE_EVENTUALLY(found->model()->rowCount(), 4);
        const auto cell = [found](int row, SuggestionModel::Column column) {
            return found->model()->index(row, column).data().toString().replace(u'\u00a0', u' ');
        };
        QCOMPARE(cell(0, SuggestionModel::Thresholds), u"60 % · 80 % · 90 % (in effect)"_s);
        QCOMPARE(cell(1, SuggestionModel::Thresholds), u"60 % · 78 % · 90 %"_s);
        QCOMPARE(cell(1, SuggestionModel::HighTime), u"14.0 %"_s);
        QVERIFY(!found->isColumnHidden(SuggestionModel::Holds));
        QCOMPARE(cell(0, SuggestionModel::Holds), QString());
        QCOMPARE(cell(1, SuggestionModel::Holds), u"as in effect"_s);
        QCOMPARE(cell(3, SuggestionModel::Holds), u"10 s · 1 min · 10 s"_s);
        QCOMPARE(found->currentIndex().row(), 1);
        const auto *use = dialog.findChild<QPushButton *>(u"use"_s);
        QVERIFY(use->isEnabled());
        found->selectRow(0);
        QVERIFY(!use->isEnabled());
        const QString result = dialog.findChild<QLabel *>(u"result"_s)->text();
        QVERIFY2(result.startsWith(u"3 choice"), qPrintable(result));
        QVERIFY2(result.endsWith(u"\nThe thresholds in effect do not keep this: how often CRITICAL begins."),
                 qPrintable(result));
    }

    void theBestChoiceIsSelectedFromRightToLeftToo()
    {
        WhatIfFixture fixture;
        SuggestDialog dialog(&fixture.fake.evidence, {}, fixture.window.get());
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.setLayoutDirection(Qt::RightToLeft);
        dialog.open();
        dialog.findChild<QPushButton *>(u"search"_s)->click();
        const auto *found = dialog.findChild<QTableView *>(u"suggestions"_s);
        COMPARE_EVENTUALLY(found->currentIndex().row(), 1);
        QVERIFY(dialog.findChild<QPushButton *>(u"use"_s)->isEnabled());
    }

    void choicesThatHardlyWatchAreNotPreselected()
    {
        WindowFixture fixture;
        using Doubt = views::SuggestedThresholds::Doubt;
        views::SuggestAnswer answer{
            .end = views::SuggestAnswer::End::Found,
            .recordedMs = 86'400'000,
            .base = views::SuggestedThresholds{},
            .drafts = {{.doubt = Doubt::NeverReached},
                       {.elevatedTimePercent = 72.5, .doubt = Doubt::MostlyElevated}}};
        fixture.fake.evidence.makeSuggest = [&answer](const views::SuggestQuestion &) {
            return views::answered(answer);
        };
        SuggestDialog dialog(&fixture.fake.evidence, {}, fixture.window.get());
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.open();
        auto *search = dialog.findChild<QPushButton *>(u"search"_s);
        search->click();
        auto *found = dialog.findChild<QTableView *>(u"suggestions"_s);
        COMPARE_EVENTUALLY(found->model()->rowCount(), 3);
        QVERIFY(found->selectionModel()->selectedRows().isEmpty());
        QVERIFY(!dialog.findChild<QPushButton *>(u"use"_s)->isEnabled());
        const auto shown = [found](int row, int role) {
            return found->model()->index(row, SuggestionModel::Thresholds).data(role).toString();
        };
        QVERIFY(shown(1, Qt::DisplayRole).endsWith(u" (hardly watches)"_s));
        QVERIFY(shown(1, Qt::ToolTipRole).contains(u"ELEVATED or HIGH would never have begun"_s));
        QVERIFY(shown(2, Qt::DisplayRole).endsWith(u" (warns nearly always)"_s));
        QVERIFY(shown(2, Qt::ToolTipRole).replace(u'\u00a0', u' ').contains(u"for 72.5 % of the time"_s));
        QVERIFY(dialog.findChild<QLabel *>(u"result"_s)->text().contains(u"stand last"_s));
        answer.drafts.prepend(views::SuggestedThresholds{});
        search->click();
        COMPARE_EVENTUALLY(found->model()->rowCount(), 4);
        COMPARE_EVENTUALLY(found->selectionModel()->selectedRows().value(0).row(), 1);
    }

    void noCellOfTheSuggestionsIsCutOff()
    {
        WhatIfFixture fixture;
        SuggestDialog dialog(&fixture.fake.evidence, {}, fixture.window.get());
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.open();
        dialog.resize(780, 460);
        dialog.findChild<QPushButton *>(u"search"_s)->click();
        auto *found = dialog.findChild<QTableView *>(u"suggestions"_s);
        COMPARE_EVENTUALLY(found->model()->rowCount(), 4);
        const QHeaderView *header = found->horizontalHeader();
        for (int column = 0; column < SuggestionModel::ColumnCount; ++column) {
            const QFontMetrics metrics(found->font());
            for (int row = 0; row < found->model()->rowCount(); ++row) {
                const QString text = found->model()->index(row, column).data().toString();
                QVERIFY2(found->isColumnHidden(column) ||
                             metrics.horizontalAdvance(text) < header->sectionSize(column),
                         qPrintable(text));
            }
        }
        VERIFY_EVENTUALLY(header->length() <= found->viewport()->width());
    }

    void aShortRecordingAndALeadWithoutIncidentsAreSaid()
    {
        WhatIfFixture fixture;
        views::SuggestAnswer answer{.end = views::SuggestAnswer::End::Found,
                                    .recordedMs = 360'000,
                                    .base = views::SuggestedThresholds{}};
        fixture.fake.evidence.makeSuggest = [&answer](const views::SuggestQuestion &) {
            return views::answered(answer);
        };
        SuggestDialog dialog(&fixture.fake.evidence, {}, fixture.window.get());
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.open();
        auto *result = dialog.findChild<QLabel *>(u"result"_s);
        const auto says = [&](const QString &sentence) {
            result->clear();
            dialog.findChild<QPushButton *>(u"search"_s)->click();
            if (!QTest::qWaitFor([result] { return !result->text().isEmpty(); }, 30'000))
                qFatal("no result");
            return result->text().replace(u'\u00a0', u' ').contains(sentence);
        };
        QVERIFY(says(u"\nThe thresholds in effect keep what you require."_s));
        const QString noIncident = u"\nNo incident is marked in this time"_s;
        QVERIFY(says(u"Warning: only 6 min of memory use is recorded, which says little about"_s));
        QVERIFY2(result->text().startsWith(u"Warning: "_s), qPrintable(result->text()));
        QVERIFY(says(noIncident));
        answer.incidents = 1;
        QVERIFY(!says(noIncident));
        answer.incidents = 0;
        dialog.findChild<QCheckBox *>(u"leadCheck"_s)->setChecked(false);
        QVERIFY(!says(noIncident));
        answer.recordedMs = 6 * 3'600'000;
        QVERIFY(says(u"\n6 h of memory use is recorded, less than a day"_s));
        answer.recordedMs = 86'400'000;
        QVERIFY(!says(u"is recorded"_s));
    }

    void whatCannotBeKeptIsNamed()
    {
        WhatIfFixture fixture;
        fixture.fake.evidence.makeSuggest = [](const views::SuggestQuestion &) {
            return views::answered(views::SuggestAnswer{
                .end = views::SuggestAnswer::End::Impossible,
                .unkept = {{.constraint = views::SuggestAnswer::Constraint::IncidentLead, .nearest = 42}}});
        };
        SuggestDialog dialog(&fixture.fake.evidence, {}, fixture.window.get());
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.open();
        dialog.findChild<QPushButton *>(u"search"_s)->click();
        auto *result = dialog.findChild<QLabel *>(u"result"_s);
        COMPARE_EVENTUALLY(result->text().replace(u'\u00a0', u' '),
                           u"No thresholds keep this:\nHIGH begins 42 s before each incident at best."_s);
        QVERIFY(!dialog.findChild<QPushButton *>(u"use"_s)->isEnabled());
    }

    void aSearchThatRunsCanBeStopped()
    {
        WhatIfFixture fixture;
        QPromise<views::SuggestAnswer> promise;
        promise.start();
        fixture.fake.evidence.makeSuggest = [&promise](const views::SuggestQuestion &) {
            return promise.future();
        };
        SuggestDialog dialog(&fixture.fake.evidence, {}, fixture.window.get());
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.open();
        auto *search = dialog.findChild<QPushButton *>(u"search"_s);
        search->click();
        QCOMPARE(search->text(), u"&Stop"_s);
        search->click();
        QVERIFY(promise.isCanceled());
        promise.finish();
        COMPARE_EVENTUALLY(search->text(), u"&Search"_s);
        QCOMPARE(dialog.findChild<QLabel *>(u"result"_s)->text(), u"The search was cancelled."_s);
    }

    void thePagesStandOneAboveTheOtherWhereTheWindowIsLargeEnough()
    {
        const WhatIfFixture fixture;
        const auto *thresholds = fixture.child<QDockWidget>(u"thresholdDock"_s);
        auto *whatIf = fixture.child<QDockWidget>(u"whatIfDock"_s);
        auto *events = fixture.child<QDockWidget>(u"eventDock"_s);
        const auto isTab = [&] { return fixture.window->tabifiedDockWidgets(events).contains(whatIf); };
        QVERIFY(!isTab());
        QVERIFY(whatIf->y() > thresholds->y());
        fixture.window->resize(900, 600);
        VERIFY_EVENTUALLY(isTab());
        QCOMPARE(fixture.window->size(), QSize(900, 600));
        fixture.window->resize(1280, 800);
        VERIFY_EVENTUALLY(!isTab());
    }
};

MANOMETER_TEST(Gui, TestDraftOutcome)
#include "tst_draft_outcome.moc"
