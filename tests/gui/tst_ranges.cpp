// SPDX-License-Identifier: GPL-3.0-or-later
//
// Time ranges: their names, the chooser, the dialog, and the days of the events.
#include "gui/WindowFixture.h"
#include "gui/events/DayDelegate.h"
#include "gui/events/EventPage.h"
#include "gui/shell/NamedRanges.h"
#include "gui/shell/RangeChooser.h"
#include "gui/shell/RangeDialog.h"
#include "support/Eventually.h"
#include "support/TestMain.h"

#include <QDateTimeEdit>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QSignalSpy>
#include <QTableView>

using namespace manometer;
using namespace manometer::gui;

namespace {

QString utc(qint64 wallMs)
{
    return QDateTime::fromMSecsSinceEpoch(wallMs, QTimeZone::utc()).toString(u"yyyy-MM-dd HH:mm"_s);
}

qint64 at(const QString &time, const QTimeZone &zone)
{
    QDateTime moment = QDateTime::fromString(time, u"yyyy-MM-dd HH:mm"_s);
    moment.setTimeZone(zone);
    return moment.toMSecsSinceEpoch();
}

} // namespace

class TestRanges : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { installTranslation(qApp, QLocale(QLocale::English, QLocale::UnitedStates)); }

    void yesterdayIsOneDayAlsoWhenTheClockChanges()
    {
        const QTimeZone berlin("Europe/Berlin");
        const views::TimeRange usual = yesterday(at(u"2026-11-24 08:00"_s, berlin), berlin);
        QCOMPARE(utc(usual.fromWallMs), u"2026-11-22 23:00"_s);
        QCOMPARE(utc(usual.toWallMs + 1), u"2026-11-23 23:00"_s);
        // On 25 October 2026 the clock is set back: 25 hours.
        const views::TimeRange longer = yesterday(at(u"2026-10-26 08:00"_s, berlin), berlin);
        QCOMPARE(longer.toWallMs + 1 - longer.fromWallMs, qint64(25) * 3'600'000);
    }

    void lastNightHasEndedOrGoesOn()
    {
        const QTimeZone zone = QTimeZone::utc();
        const views::TimeRange ended = lastNight(at(u"2026-11-24 08:00"_s, zone), zone);
        QCOMPARE(utc(ended.fromWallMs), u"2026-11-23 22:00"_s);
        QCOMPARE(utc(ended.toWallMs), u"2026-11-24 06:00"_s);
        const views::TimeRange present = lastNight(at(u"2026-11-24 02:30"_s, zone), zone);
        QCOMPARE(utc(present.fromWallMs), u"2026-11-23 22:00"_s);
        QCOMPARE(utc(present.toWallMs), u"2026-11-24 02:30"_s);
    }

    void theChooserShowsANamedRange()
    {
        WindowFixture fixture;
        QVERIFY(fixture.drawn());
        auto *chooser = fixture.window->findChild<RangeChooser *>();
        const int item = chooser->findText(u"Last night"_s);
        QVERIFY(item > 0);
        emit chooser->activated(item);
        const views::TimeRange wanted =
            lastNight(QDateTime::currentMSecsSinceEpoch(), QTimeZone::systemTimeZone());
        const views::TimeRange shown = fixture.chart()->visibleRange();
        QVERIFY(std::abs((shown.toWallMs - shown.fromWallMs) - (wanted.toWallMs - wanted.fromWallMs)) <
                60'000);
        QCOMPARE(chooser->currentText(), u"Last night"_s);
        QVERIFY(fixture.chart()->hasFocus()); // Space pauses
        // Another range has no name, until the named one is in view again.
        QTest::keyClick(fixture.chart(), Qt::Key_Left, Qt::ShiftModifier);
        QCOMPARE(chooser->currentIndex(), -1); // no length of the list
        const QString length = chooser->placeholderText();
        QVERIFY(chooser->width() >= chooser->fontMetrics().horizontalAdvance(length) + 24);
        QTest::keyClick(fixture.chart(), Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(chooser->currentText(), u"Last night"_s);
        QTest::keyClick(fixture.chart(), Qt::Key_L);
        QCOMPARE(fixture.chart()->span(), 15min); // as before
        QCOMPARE(chooser->currentData().toLongLong(), 15 * 60);
    }

    // Its length is one of the list.
    void theChooserShowsYesterdayNotADay()
    {
        WindowFixture fixture;
        QVERIFY(fixture.drawn());
        auto *chooser = fixture.window->findChild<RangeChooser *>();
        emit chooser->activated(chooser->findText(u"Yesterday"_s));
        QCOMPARE(chooser->currentText(), u"Yesterday"_s);
        QTest::keyClick(fixture.chart(), Qt::Key_Left, Qt::ShiftModifier);
        QVERIFY(chooser->currentText() != u"Yesterday"_s);
    }

    void theChooserShowsThatARangeWasChosenInTheDialog()
    {
        WindowFixture fixture;
        QVERIFY(fixture.drawn());
        auto *chooser = fixture.window->findChild<RangeChooser *>();
        emit chooser->activated(chooser->findText(u"From – to…"_s));
        auto *dialog = fixture.window->findChild<RangeDialog *>();
        QVERIFY(dialog);
        const qint64 now = QDateTime::currentMSecsSinceEpoch();
        emit dialog->chosen({.fromWallMs = now - 5'400'000, .toWallMs = now - 1'800'000});
        QCOMPARE(chooser->currentText(), u"From – to…"_s);
        dialog->close();
    }

    void aRangeThatEndsNowOrLaterIsHeldUntilL()
    {
        for (const qint64 later : {0, 3'600'000}) {
            WindowFixture fixture;
            QVERIFY(fixture.drawn());
            const qint64 now = QDateTime::currentMSecsSinceEpoch();
            fixture.chart()->showTimes({.fromWallMs = now - 3'600'000, .toWallMs = now + later});
            QCOMPARE(fixture.chart()->picture(), TimeChart::Picture::Paused);
            QCOMPARE(std::chrono::round<std::chrono::minutes>(fixture.chart()->span()), 60min);
            QTest::keyClick(fixture.chart(), Qt::Key_L);
            QCOMPARE(fixture.chart()->picture(), TimeChart::Picture::Live);
            QCOMPARE(fixture.chart()->span(), 15min);
        }
    }

    void aRangeWithoutSamplesIsSaidToBeEmpty()
    {
        WindowFixture fixture;
        QVERIFY(fixture.drawn());
        const qint64 now = QDateTime::currentMSecsSinceEpoch();
        fixture.chart()->showTimes(
            {.fromWallMs = now - 5 * 86'400'000LL, .toWallMs = now - 4 * 86'400'000LL});
        COMPARE_EVENTUALLY(fixture.text(u"levelAge"_s), u"now; no samples in view"_s);
    }

    void theChartFitsItsViewAfterTheWindowWasMadeSmall()
    {
        WindowFixture fixture({1600, 1000});
        QVERIFY(fixture.drawn());
        for (const auto arrangement : {Qt::Key_1, Qt::Key_2, Qt::Key_3}) {
            fixture.window->resize(1600, 1000);
            QTest::keyClick(fixture.chart(), arrangement, Qt::ControlModifier);
            QTest::qWait(300); // until the docks have moved
            fixture.window->resize(800, 480);
            VERIFY_EVENTUALLY(fixture.chart()->frame().areas.times.bottom() <= fixture.chart()->height());
            QVERIFY(fixture.chart()->frame().areas.plot.height() > 0);
        }
    }

    void theChartFitsItsViewInEveryLayout()
    {
        for (const QSize size : {QSize(1024, 768), QSize(1280, 800), QSize(1920, 1080)}) {
            for (const auto arrangement : {Qt::Key_1, Qt::Key_2, Qt::Key_3, Qt::Key_4}) {
                WindowFixture fixture(size);
                QVERIFY(fixture.drawn());
                QTest::keyClick(fixture.chart(), arrangement, Qt::ControlModifier);
                QTest::qWait(300); // until the docks have moved
                const ChartFrame &frame = fixture.chart()->frame();
                const int height = fixture.chart()->viewport()->visibleRegion().boundingRect().height();
                QVERIFY2(frame.areas.times.bottom() <= height,
                         qPrintable(u"%1 px wide, Ctrl+%2: %3 of %4"_s.arg(size.width())
                                        .arg(QChar(arrangement))
                                        .arg(frame.areas.times.bottom())
                                        .arg(height)));
            }
        }
    }

    void theDialogRefusesARangeThatIsEmptyOrTooLong()
    {
        const qint64 now = QDateTime::currentMSecsSinceEpoch() / 60'000 * 60'000;
        auto *dialog = new RangeDialog({.fromWallMs = now - 3'600'000, .toWallMs = now});
        dialog->show();
        QSignalSpy chosen(dialog, &RangeDialog::chosen);
        auto *from = dialog->findChild<QDateTimeEdit *>(u"from"_s);
        auto *problem = dialog->findChild<QLabel *>(u"rangeProblem"_s);
        const auto button = [dialog] {
            for (QPushButton *each : dialog->findChildren<QPushButton *>())
                if (each->isDefault())
                    return each;
            return static_cast<QPushButton *>(nullptr);
        };
        QVERIFY(problem->text().isEmpty() && button()->isEnabled());
        from->setDateTime(QDateTime::fromMSecsSinceEpoch(now));
        QVERIFY(!problem->text().isEmpty() && !button()->isEnabled());
        from->setDateTime(QDateTime::fromMSecsSinceEpoch(now).addDays(-8));
        QVERIFY(problem->text().contains(u"at most"_s) && !button()->isEnabled());
        from->setDateTime(QDateTime::fromMSecsSinceEpoch(now - 7'200'000));
        QTest::mouseClick(button(), Qt::LeftButton);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen[0][0].value<views::TimeRange>().fromWallMs, now - 7'200'000);
    }

    void theFirstEventOfADayHasTheDayAboveIt()
    {
        WindowFixture fixture;
        QVERIFY(fixture.drawn());
        const qint64 now = QDateTime::currentMSecsSinceEpoch();
        auto *table = fixture.window->findChild<EventPage *>()->findChild<QTableView *>();
        const int before = table->model()->rowCount();
        fixture.fake.events.append(views::NoteEvent{.text = u"tomorrow"_s, .atWallMs = now + 86'400'000},
                                   now + 86'400'000, 0);
        VERIFY_EVENTUALLY(table->model()->rowCount() > before);
        const auto *delegate = qobject_cast<DayDelegate *>(table->itemDelegate());
        QVERIFY(delegate);
        int days = 0;
        for (int row = 0; row < table->model()->rowCount(); ++row) {
            const QModelIndex index = table->model()->index(row, 0);
            const bool isHigher =
                table->verticalHeader()->sectionSize(row) > table->verticalHeader()->defaultSectionSize();
            QCOMPARE(isHigher, DayDelegate::beginsDay(index));
            days += isHigher ? 1 : 0;
        }
        QVERIFY(days >= 2);
        QVERIFY(DayDelegate::beginsDay(table->model()->index(table->model()->rowCount() - 1, 0)));
    }

    void aDraftIsAppliedAndRevertedBesideTheChartInEveryLayout()
    {
        WindowFixture fixture;
        QVERIFY(fixture.drawn());
        auto *bar = fixture.child<QWidget>(u"draftBar"_s);
        for (const auto arrangement : {Qt::Key_1, Qt::Key_2, Qt::Key_3, Qt::Key_4}) {
            QTest::keyClick(fixture.chart(), arrangement, Qt::ControlModifier);
            QVERIFY(!bar->isVisible());
            QTest::qWait(300); // until the docks have moved
            const QSize chart = fixture.chart()->size();
            fixture.chart()->setFocus();
            QTest::keyClick(fixture.chart(), Qt::Key_T);
            QTest::keyClick(fixture.chart(), Qt::Key_Up);
            QVERIFY(bar->isVisible() && !bar->visibleRegion().isEmpty());
            QCOMPARE(fixture.chart()->size(), chart);
            QCOMPARE(fixture.text(u"draftText"_s), u"3 changes, not in effect until you apply"_s);
            auto *revert = fixture.child<QPushButton>(u"draftRevert"_s);
            QVERIFY(!revert->isEnabled()); // a double click on what was in this place does nothing
            VERIFY_EVENTUALLY(revert->isEnabled());
            QTest::mouseClick(revert, Qt::LeftButton);
            QVERIFY(!bar->isVisible());
        }
        fixture.chart()->setFocus();
        QTest::keyClick(fixture.chart(), Qt::Key_T);
        QTest::keyClick(fixture.chart(), Qt::Key_Up);
        VERIFY_EVENTUALLY(fixture.child<QPushButton>(u"draftApply"_s)->isEnabled());
        QTest::mouseClick(fixture.child<QPushButton>(u"draftApply"_s), Qt::LeftButton);
        QCOMPARE(fixture.fake.settings.applied.size(), 1);
        QVERIFY(!bar->isVisible());
        QTest::keyClick(fixture.chart(), Qt::Key_Z, Qt::ControlModifier);
        COMPARE_EVENTUALLY(fixture.text(u"draftText"_s),
                           u"In effect: ELEVATED 60 % · HIGH 80 % · CRITICAL 90 %"_s);
        QVERIFY(bar->isVisible());
    }
};

MANOMETER_TEST(Gui, TestRanges)
#include "tst_ranges.moc"
