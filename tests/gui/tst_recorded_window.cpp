// SPDX-License-Identifier: GPL-3.0-or-later
//
// The window on a recording: the whole of it is in view and named, a draft is replayed but not applied, and
// what needs a machine or a cache is not offered.
#include "WindowFixture.h"
#include "gui/text/Times.h"
#include "support/TestMain.h"

#include <QDockWidget>
#include <QFileDialog>
#include <QMenuBar>
#include <QStatusBar>

using namespace manometer;
using namespace manometer::gui;

namespace {

// The hour of the fakes, as a recording of last month.
class RecordedFixture
{
public:
    RecordedFixture()
    {
        fillPlausibly(fake);
        for (views::SampleRecord &record : fake.monitor.past)
            record.wallMs -= month;
        fake.monitor.now.latest.wallMs -= month;
        range = {.fromWallMs = fake.monitor.past.front().wallMs, .toWallMs = fake.monitor.past.back().wallMs};
        views::FrontEnd views = fake.views();
        views.recorded = range;
        views.isReadOnly = true;
        window = std::make_unique<MainWindow>(views);
        window->show();
        isShown = QTest::qWaitForWindowExposed(window.get()) && QTest::qWaitFor([this] {
                      return !chart()->frame().system.stretches.empty() && chart()->visibleRange() == range;
                  });
    }
    TimeChart *chart() const { return window->findChild<TimeChart *>(u"timeChart"_s); }
    QAction *action(const QString &text) const
    {
        for (QAction *action : window->findChildren<QAction *>())
            if (action->text() == text)
                return action;
        return nullptr;
    }
    QLabel *label(const QString &name) const { return window->findChild<QLabel *>(name); }

    static constexpr qint64 month = 30LL * 86'400'000;
    FakeViews fake;
    views::TimeRange range{};
    std::unique_ptr<MainWindow> window;
    bool isShown = false;
};

} // namespace

class TestRecordedWindow : public QObject
{
    Q_OBJECT
private slots:
    void theWholeRecordingIsInViewAndNamed()
    {
        const RecordedFixture fixture;
        QVERIFY(fixture.isShown);
        const QString span = text::fromTo(fixture.range.fromWallMs, fixture.range.toWallMs);
        QCOMPARE(fixture.window->windowTitle(), u"Recording, %1 – Manometer"_s.arg(span));
        bool isSaid = false;
        for (const QLabel *label : fixture.window->statusBar()->findChildren<QLabel *>())
            isSaid = isSaid || (label->isVisible() && label->text() == u"Recording, "_s + span);
        QVERIFY(isSaid);
        QCOMPARE(fixture.label(u"picture"_s)->text(), u"RECORDING"_s);
        // The Review layout.
        QVERIFY(fixture.window->findChild<QDockWidget *>(u"thresholdDock"_s)->isHidden());
        QVERIFY(fixture.window->findChild<QDockWidget *>(u"eventDock"_s)->isVisible());
    }

    void itIsNeverStaleOrLive()
    {
        const RecordedFixture fixture;
        fixture.action(u"Zoom &in"_s)->trigger();
        fixture.action(u"&Default range"_s)->trigger(); // the whole again
        QVERIFY(fixture.chart()->visibleRange() == fixture.range);
        fixture.action(u"&Later"_s)->trigger();
        QVERIFY(fixture.chart()->visibleRange().toWallMs <= fixture.range.toWallMs);
        for (const QLabel *label : fixture.window->findChildren<QLabel *>())
            QVERIFY2(!label->isVisible() ||
                         (!label->text().contains(u"LIVE"_s) && !label->text().contains(u"live,"_s) &&
                          !label->text().contains(u"PAUSED"_s) &&
                          !label->text().contains(u"stale"_s, Qt::CaseInsensitive)),
                     qPrintable(label->text()));
    }

    void theEventsAreMarkedInTheChart()
    {
        const RecordedFixture fixture;
        QVERIFY(QTest::qWaitFor([&] { return !fixture.chart()->frame().marks.empty(); }));
    }

    void aDraftIsReplayedButNotApplied()
    {
        RecordedFixture fixture;
        QVERIFY(fixture.isShown);
        fixture.action(u"Layout &Tune"_s)->trigger();
        auto *enter = fixture.window->findChild<QDoubleSpinBox *>(u"highEnter"_s);
        QVERIFY(enter->isEnabled());
        const qsizetype before = fixture.fake.evidence.whatIfQuestions.size();
        enter->setValue(82);
        QTRY_VERIFY(fixture.fake.evidence.whatIfQuestions.size() > before);
        QCOMPARE(fixture.fake.evidence.whatIfQuestions.back().draft.thresholds.high.enterPercent, 82.0);
        QVERIFY(!fixture.window->findChild<QPushButton *>(u"apply"_s)->isVisible());
        auto *bar = fixture.window->findChild<QWidget *>(u"draftBar"_s);
        QTRY_VERIFY(bar->isVisible());
        QVERIFY(!fixture.window->findChild<QPushButton *>(u"draftApply"_s)->isVisible());
        QVERIFY(fixture.window->findChild<QPushButton *>(u"draftRevert"_s)->isVisible());
        for (const QString &name : {u"draftText"_s, u"problem"_s}) {
            const QString said = fixture.label(name)->text();
            QVERIFY2(said.contains(u"What if shows what they would have done"_s), qPrintable(said));
        }
        enter->setValue(99); // above CRITICAL
        for (const QString &name : {u"draftText"_s, u"problem"_s}) {
            const QString said = fixture.label(name)->text();
            QVERIFY2(!said.isEmpty() && !said.contains(u"appl"_s), qPrintable(said));
        }
        enter->setValue(80); // as it was recorded
        const QString resting = fixture.label(u"problem"_s)->text();
        QVERIFY2(resting.startsWith(u"These thresholds were in effect."_s), qPrintable(resting));
        enter->setValue(82);
        QTest::keyClick(fixture.window.get(), Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(fixture.fake.settings.settings().thresholds.high.enterPercent != 82.0);
    }

    void whatNeedsAMachineOrACacheIsNotOffered()
    {
        const RecordedFixture fixture;
        for (const QString &text :
             {u"&Pause"_s, u"&Go live"_s, u"&Record samples…"_s, u"Add &note…"_s, u"&Apply draft"_s,
              u"Export cache en&tries…"_s, u"Save &diagnostics…"_s}) {
            const QAction *action = fixture.action(text);
            QVERIFY2(action && !action->isVisible(), qPrintable(text));
        }
        QVERIFY(fixture.action(u"Save &whole recording…"_s)->isVisible());
    }

    void aRecordingIsSavedWithoutNamesUnlessTheyAreWanted()
    {
        WindowFixture fixture;
        QVERIFY(fixture.drawn());
        fixture.action(u"Save recordin&g of the time in view…"_s)->trigger();
        auto *dialog = fixture.window->findChild<QFileDialog *>();
        QVERIFY(dialog);
        const views::TimeRange inView = fixture.chart()->visibleRange();
        emit dialog->fileSelected(u"/tmp/a.manometer"_s);
        QCOMPARE(fixture.fake.exports.asked.size(), 1);
        QCOMPARE(fixture.fake.exports.asked.front().what, u"recording"_s);
        QVERIFY(std::abs(fixture.fake.exports.asked.front().range.toWallMs - inView.toWallMs) < 60'000);
        dialog->selectNameFilter(dialog->nameFilters().last());
        emit dialog->fileSelected(u"/tmp/a.manometer"_s);
        QCOMPARE(fixture.fake.exports.asked.back().what, u"recording with names"_s);
    }
};

MANOMETER_TEST(Gui, TestRecordedWindow)
#include "tst_recorded_window.moc"
