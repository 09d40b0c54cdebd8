// SPDX-License-Identifier: GPL-3.0-or-later
//
// The window of a rehearsal, and the commands that start one.
#include "gui/WindowFixture.h"
#include "gui/look/ElidedLabel.h"
#include "gui/rehearsal/RehearsalBar.h"
#include "gui/rehearsal/RehearsalDialog.h"
#include "gui/text/Paths.h"
#include "pressure/rehearsal/Curve.h"
#include "support/TestMain.h"

#include <QComboBox>
#include <QFileDialog>
#include <QLineEdit>
#include <QMessageBox>
#include <QRadioButton>
#include <QStatusBar>
#include <QTemporaryDir>

using namespace manometer;
using namespace manometer::gui;

namespace {

struct RequestSpy
{
    explicit RequestSpy(const MainWindow *window)
    {
        QObject::connect(window, &MainWindow::rehearsalRequested, &context,
                         [this](const Rehearsal &rehearsal) { requests += rehearsal; });
    }
    QObject context;
    QList<Rehearsal> requests;
};

} // namespace

class TestRehearsalWindow : public QObject
{
    Q_OBJECT

    static RehearsalDialog *openDialog(const WindowFixture &fixture)
    {
        fixture.action(u"Re&hearse…"_s)->trigger();
        return fixture.window->findChild<RehearsalDialog *>();
    }

private slots:
    void initTestCase() { installTranslation(qApp, QLocale(QLocale::English, QLocale::UnitedStates)); }

    void theWindowSaysWhatItPlays()
    {
        WindowFixture fixture;
        QVERIFY(!fixture.child<RehearsalBar>(u"rehearsalBar"_s));
        fixture.window->showRehearsal({.curve = "ramp", .speed = 6});
        QCOMPARE(fixture.window->windowTitle(), u"Manometer – rehearsal: ramp, 6 times as fast"_s);
        auto *bar = fixture.child<RehearsalBar>(u"rehearsalBar"_s);
        VERIFY_EVENTUALLY(bar->isVisible());
        auto *note = bar->findChild<ElidedLabel *>(u"rehearsalNote"_s);
        VERIFY_EVENTUALLY(note->isWhole());
        QCOMPARE(note->text(),
                 u"Rehearsal: ramp, 6 times as fast. Memory figures are played; nothing on this "
                 "machine is cut."_s);
        QVERIFY(bar->mapTo(fixture.window.get(), QPoint()).y() <
                fixture.chart()->mapTo(fixture.window.get(), QPoint()).y());
    }

    void theNoteIsShorterWhereItHasNoRoom()
    {
        WindowFixture fixture({800, 480});
        const QSize size = fixture.window->size();
        fixture.window->showRehearsal({.curve = "sawtooth", .speed = 1});
        auto *note = fixture.child<ElidedLabel>(u"rehearsalNote"_s);
        VERIFY_EVENTUALLY(note->text() == u"Rehearsal, nothing is cut: sawtooth"_s);
        QVERIFY(note->isWhole());
        QVERIFY(note->toolTip().contains(u"Memory figures are played"_s));
        QCOMPARE(fixture.window->size(), size); // the note makes it no larger
    }

    void ofAFileTheNameIsShown_data()
    {
        QTest::addColumn<QByteArray>("curve");
        QTest::addColumn<QString>("shown");
        QTest::newRow("a short name") << QByteArray("/data/day.csv") << u"day.csv"_s;
        QTest::newRow("a long name") << QByteArray("/d/2026-12-01-the-night-of-the-import.csv")
                                     << u"2026-12-01-t…e-import.csv"_s;
        QTest::newRow("a hostile name") << QByteArray("/d/a\nb<b>.csv") << u"a\\nb<b>.csv"_s;
        QTest::newRow("a file called ramp") << QByteArray("/d/ramp") << u"ramp"_s;
    }
    void ofAFileTheNameIsShown()
    {
        QFETCH(const QByteArray, curve);
        QFETCH(const QString, shown);
        QCOMPARE(text::withoutIsolates(text::rehearsal({.curve = curve})), shown);
    }

    void aSavedPictureBeginsWithTheNote()
    {
        QTemporaryDir folder;
        const auto saved = [&folder](const WindowFixture &fixture, const QString &name) {
            fixture.action(u"Save &picture of the chart…"_s)->trigger();
            auto *dialog = fixture.window->findChild<QFileDialog *>();
            emit dialog->fileSelected(folder.filePath(name));
            dialog->close();
            const bool isSaved = QTest::qWaitFor([&] { return !QImage(folder.filePath(name)).isNull(); },
                                                 int(test::waitLimit.count()));
            return isSaved ? QImage(folder.filePath(name)) : QImage();
        };
        WindowFixture fixture;
        QVERIFY(fixture.drawn());
        QCOMPARE(saved(fixture, u"plain.png"_s).height(), fixture.chart()->height());
        fixture.window->showRehearsal({.curve = "ramp", .speed = 6});
        auto *bar = fixture.child<RehearsalBar>(u"rehearsalBar"_s);
        VERIFY_EVENTUALLY(bar->isVisible() && bar->width() >= fixture.chart()->width());
        const QImage picture = saved(fixture, u"rehearsal.png"_s);
        const QImage head = bar->picture(fixture.chart()->width()).toImage();
        QCOMPARE(picture.size(), QSize(fixture.chart()->width(), fixture.chart()->height() + head.height()));
        QCOMPARE(picture.copy(QRect({0, 0}, head.size())).convertToFormat(QImage::Format_RGB32),
                 head.convertToFormat(QImage::Format_RGB32));
        // The whole window's has it, too.
        const QImage window = fixture.window->grab().toImage();
        const QPoint inBar = bar->mapTo(fixture.window.get(), QPoint(bar->width() - 6, bar->height() / 2));
        QCOMPARE(window.pixelColor(inBar), bar->palette().color(QPalette::ToolTipBase));
    }

    void theFirstCardShowsTheProgramUnderPressure()
    {
        WindowFixture fixture;
        const RequestSpy spy(fixture.window.get());
        fixture.window->welcome();
        auto *showMe = fixture.child<QPushButton>(u"welcomeShowMe"_s);
        QVERIFY(showMe->isVisible());
        showMe->click();
        QCOMPARE(spy.requests, (QList<Rehearsal>{{.curve = "ramp", .speed = 6}}));
        fixture.child<QPushButton>(u"welcomeNext"_s)->click();
        QVERIFY(!showMe->isVisible());
        fixture.child<QPushButton>(u"welcomeBack"_s)->click();
        QVERIFY(showMe->isVisible());
    }

    void theDialogAsksForACurve()
    {
        WindowFixture fixture;
        const RequestSpy spy(fixture.window.get());
        RehearsalDialog *dialog = openDialog(fixture);
        QVERIFY(!dialog->findChild<QLineEdit *>(u"rehearsalFile"_s)->isEnabled());
        dialog->findChild<QComboBox *>(u"rehearsalCurve"_s)->setCurrentIndex(2);
        dialog->findChild<QDoubleSpinBox *>(u"rehearsalSpeed"_s)->setValue(2.5);
        dialog->findChild<QPushButton *>(u"rehearse"_s)->click();
        QCOMPARE(spy.requests, (QList<Rehearsal>{{.curve = "sawtooth", .speed = 2.5}}));
    }

    void theDialogAsksForAFile()
    {
        WindowFixture fixture;
        const RequestSpy spy(fixture.window.get());
        RehearsalDialog *dialog = openDialog(fixture);
        auto *curve = dialog->findChild<QComboBox *>(u"rehearsalCurve"_s);
        auto *file = dialog->findChild<QLineEdit *>(u"rehearsalFile"_s);
        auto *accept = dialog->findChild<QPushButton *>(u"rehearse"_s);
        curve->setCurrentIndex(curve->count() - 1);
        QVERIFY(file->isEnabled());
        QVERIFY(!accept->isEnabled()); // without a name
        file->setText(u"/data/day.csv"_s);
        QVERIFY(accept->isEnabled());
        accept->click();
        QCOMPARE(spy.requests, (QList<Rehearsal>{{.curve = "/data/day.csv", .speed = 1}}));
    }

    // The question says in numbers what is evicted; nothing begins before it is answered.
    void onThisCacheItAsksBeforeItBegins()
    {
        WindowFixture fixture;
        cache::Stats &stats = fixture.fake.cache.figures.stats;
        stats.memoryEntries = 480;
        stats.memoryBytes = 100'000;
        const RequestSpy spy(fixture.window.get());
        RehearsalDialog *dialog = openDialog(fixture);
        auto *onCopy = dialog->findChild<QRadioButton *>(u"rehearsalOnCopy"_s);
        QVERIFY(onCopy->isChecked());
        QVERIFY(dialog->findChild<QLabel *>(u"rehearsalHint"_s)->text().contains(u"an empty cache"_s));
        dialog->findChild<QRadioButton *>(u"rehearsalOnCache"_s)->click();
        QVERIFY(dialog->findChild<QLabel *>(u"rehearsalHint"_s)->text().contains(u"the cache is cut"_s));
        dialog->findChild<QDoubleSpinBox *>(u"rehearsalSpeed"_s)->setValue(2);
        dialog->findChild<QPushButton *>(u"rehearse"_s)->click();
        auto *question = fixture.child<QMessageBox>(u"rehearsalQuestion"_s);
        QVERIFY(question);
        QVERIFY(fixture.fake.monitor.rehearsals.isEmpty());
        QCOMPARE(
            question->informativeText().replace(u'\u00a0', u' '),
            u"This cache has 480 entries in memory. The curve reaches CRITICAL, where the limit is 50 "
            "entries: up to 430 entries are evicted. They come back only as their files are asked for "
            "again.\n\nIt takes 1 min and can be stopped at any time. The limit is restored at the end, and "
            "at once if the machine itself reaches CRITICAL."_s);
        QCOMPARE(question->defaultButton(), question->button(QMessageBox::Cancel));
        question->findChild<QPushButton *>(u"confirm"_s)->click();
        QCOMPARE(fixture.fake.monitor.rehearsals.size(), 1);
        QCOMPARE(fixture.fake.monitor.rehearsals.constFirst().curve, QByteArray("ramp"));
        QCOMPARE(fixture.fake.monitor.rehearsals.constFirst().speed, 2.0);
        QVERIFY(spy.requests.isEmpty()); // no window of its own
        VERIFY_EVENTUALLY(fixture.window->statusBar()->currentMessage().contains(u"has begun"_s));
    }

    void aCancelledQuestionBeginsNothing()
    {
        WindowFixture fixture;
        RehearsalDialog *dialog = openDialog(fixture);
        dialog->findChild<QRadioButton *>(u"rehearsalOnCache"_s)->click();
        dialog->findChild<QPushButton *>(u"rehearse"_s)->click();
        QTest::keyClick(fixture.child<QMessageBox>(u"rehearsalQuestion"_s), Qt::Key_Return);
        QVERIFY(fixture.fake.monitor.rehearsals.isEmpty());
    }

    void aRefusedRehearsalOnThisCacheSaysWhy()
    {
        WindowFixture fixture;
        fixture.fake.monitor.rehearsalRefusal = u"a rehearsal runs on this cache already"_s;
        RehearsalDialog *dialog = openDialog(fixture);
        dialog->findChild<QRadioButton *>(u"rehearsalOnCache"_s)->click();
        dialog->findChild<QPushButton *>(u"rehearse"_s)->click();
        fixture.child<QMessageBox>(u"rehearsalQuestion"_s)->findChild<QPushButton *>(u"confirm"_s)->click();
        VERIFY_EVENTUALLY(
            fixture.text(u"noticeText"_s).contains(u"a rehearsal runs on this cache already"_s));
    }

    void onThisCacheOnlyBuiltInCurvesOfTenMinutesArePlayed()
    {
        WindowFixture fixture;
        RehearsalDialog *dialog = openDialog(fixture);
        auto *curve = dialog->findChild<QComboBox *>(u"rehearsalCurve"_s);
        auto *speed = dialog->findChild<QDoubleSpinBox *>(u"rehearsalSpeed"_s);
        auto *accept = dialog->findChild<QPushButton *>(u"rehearse"_s);
        dialog->findChild<QRadioButton *>(u"rehearsalOnCache"_s)->click();
        for (int row = 0; row < curve->count(); ++row) {
            curve->setCurrentIndex(row);
            speed->setValue(0.1);
            const QByteArray name = curve->currentData().toByteArray();
            QCOMPARE(accept->isEnabled(), !name.isEmpty());
            if (!name.isEmpty())
                QCOMPARE(findProblem(views::RehearsalRequest{.curve = name, .speed = speed->value()}),
                         QString());
        }
        QVERIFY(!dialog->findChild<QLineEdit *>(u"rehearsalFile"_s)->isEnabled());
    }

    void whatMayNotChangeTheCacheOffersACopyOnly()
    {
        WindowFixture fixture;
        fixture.window->showRehearsal({.curve = "ramp"});
        QVERIFY(openDialog(fixture)->findChild<QRadioButton *>(u"rehearsalOnCache"_s)->isHidden());
        FakeViews fake;
        views::FrontEnd views = fake.views();
        views.isReadOnly = true;
        MainWindow window(views);
        for (QAction *action : window.findChildren<QAction *>())
            if (action->text() == u"Re&hearse…"_s)
                action->trigger();
        auto *choice = window.findChild<QRadioButton *>(u"rehearsalOnCache"_s);
        QVERIFY(choice && choice->isHidden());
        QVERIFY(window.findChild<QPushButton *>(u"cacheRehearsalStop"_s)->isHidden());
    }

    // Whichever program began it.
    void theWindowSaysThatItsCacheIsRehearsedOn()
    {
        WindowFixture fixture;
        auto *bar = fixture.child<QWidget>(u"cacheRehearsalBar"_s);
        QVERIFY(!bar->isVisible());
        views::MonitorStatus &now = fixture.fake.monitor.now;
        now.rehearsal = views::RehearsalStatus{.curve = "ramp",
                                               .speed = 1,
                                               .playedMs = 80'200,
                                               .lengthMs = 120'000,
                                               .percent = 91.4,
                                               .level = Level::High};
        now.applied = Level::Normal;
        emit fixture.fake.monitor.statusChanged(now);
        VERIFY_EVENTUALLY(bar->isVisible());
        auto *note = fixture.child<ElidedLabel>(u"cacheRehearsalNote"_s);
        VERIFY_EVENTUALLY(note->isWhole());
        QCOMPARE(
            note->text().replace(u'\u00a0', u' '),
            u"Rehearsal on this cache: ramp, plays 91 % of memory, HIGH, 40 s left. The machine itself is at "
            "NORMAL."_s);
        QVERIFY(!bar->accessibleName().isEmpty());
        auto *stop = fixture.child<QPushButton>(u"cacheRehearsalStop"_s);
        QVERIFY(stop->focusPolicy() & Qt::TabFocus);
        QTest::keyClick(stop, Qt::Key_Space);
        QCOMPARE(fixture.fake.monitor.rehearsalStops, 1);
        VERIFY_EVENTUALLY(fixture.window->statusBar()->currentMessage().contains(u"is restored"_s));
        now.rehearsal.reset();
        emit fixture.fake.monitor.statusChanged(now);
        QVERIFY(!bar->isVisible());
    }

    void itsNoteIsShorterWhereItHasNoRoom()
    {
        WindowFixture fixture({800, 480});
        const QSize size = fixture.window->size();
        fixture.fake.monitor.now.rehearsal = views::RehearsalStatus{
            .curve = "sawtooth", .speed = 1.5, .lengthMs = 80'000, .percent = 60, .level = Level::Elevated};
        fixture.fake.monitor.now.applied = Level::Normal;
        emit fixture.fake.monitor.statusChanged(fixture.fake.monitor.now);
        auto *note = fixture.child<ElidedLabel>(u"cacheRehearsalNote"_s);
        VERIFY_EVENTUALLY(note->text().replace(u'\u00a0', u' ') ==
                          u"Rehearsal: ELEVATED, 1 min 20 s left; the machine is at NORMAL"_s);
        QVERIFY(note->toolTip().contains(u"The machine itself"_s));
        QCOMPARE(fixture.window->size(), size);
    }

    void everyCurveIsOffered()
    {
        WindowFixture fixture;
        auto *curve = openDialog(fixture)->findChild<QComboBox *>(u"rehearsalCurve"_s);
        for (const std::string_view name : pressure::curveNames)
            QVERIFY2(curve->findData(QByteArray(name.data(), qsizetype(name.size()))) >= 0, name.data());
    }

    void theWindowSaysWhatBecameOfARequest()
    {
        WindowFixture fixture;
        fixture.window->rehearsalStarted();
        QVERIFY(fixture.window->statusBar()->currentMessage().startsWith(u"The rehearsal starts"_s));
        fixture.window->rehearsalFailed(u"No such file or directory"_s);
        QVERIFY(fixture.text(u"noticeText"_s)
                    .contains(u"The rehearsal cannot be started: No such file or directory"_s));
    }
};

MANOMETER_TEST(Gui, TestRehearsalWindow)
#include "tst_rehearsal_window.moc"
