// SPDX-License-Identifier: GPL-3.0-or-later
//
// Another client changes the settings while the window has a draft, or a notice that offers to revert.
#include "gui/WindowFixture.h"
#include "gui/notice/NoticeBar.h"
#include "gui/presets/PresetMenu.h"
#include "gui/presets/WindowSettings.h"
#include "pressure/control/MovedThreshold.h"
#include "support/TestMain.h"

#include <QSignalSpy>
#include <QStatusBar>

using namespace manometer;
using namespace manometer::gui;

namespace {

// A backend in another process: what is asked of it is announced later.
class LateSettings final : public views::SettingsView
{
public:
    views::Settings now;
    std::deque<views::Settings> waiting;

    views::Settings settings() const override { return now; }
    QList<views::Preset> presets() const override { return {{.name = u"default"_s, .builtIn = true}}; }
    QString basePreset() const override { return u"default"_s; }
    bool applyThresholds(const pressure::Thresholds &thresholds) override
    {
        views::Settings settings = now;
        settings.thresholds = thresholds;
        return applySettings(settings, u"default"_s);
    }
    bool applySettings(const views::Settings &settings, const QString &) override
    {
        waiting.push_back(settings);
        return true;
    }
    bool savePreset(const QString &, const views::Settings &) override { return false; }
    bool removePreset(const QString &) override { return false; }
    void announce(const views::Settings &settings)
    {
        now = settings;
        emit changed(now);
    }
    void announceNext()
    {
        const views::Settings next = waiting.front();
        waiting.pop_front();
        announce(next);
    }
};

pressure::Thresholds highAt(double percent)
{
    pressure::Thresholds thresholds;
    thresholds.high.enterPercent = percent;
    return thresholds;
}

// As a field or a handle of the window moves it.
pressure::Thresholds highMovedTo(double percent)
{
    pressure::Thresholds thresholds;
    thresholds.high = pressure::movedTo(thresholds.high, percent);
    return thresholds;
}

} // namespace

class TestChangeElsewhere : public QObject
{
    Q_OBJECT

    static QString notice(const WindowFixture &fixture)
    {
        return fixture.child<NoticeBar>(u"noticeBar"_s)->isPresenting() ? fixture.text(u"noticeText"_s)
                                                                        : QString();
    }
    static double highInEffect(const WindowFixture &fixture)
    {
        return fixture.fake.settings.now.thresholds.high.enterPercent;
    }
    static void undo(const WindowFixture &fixture)
    {
        QTest::keyClick(fixture.chart(), Qt::Key_Z, Qt::ControlModifier);
    }
    static void apply(const WindowFixture &fixture, double percent)
    {
        fixture.highEnter()->setValue(percent);
        QTest::mouseClick(fixture.apply(), Qt::LeftButton);
    }
    static void choose(const WindowFixture &fixture, const QString &preset)
    {
        for (QAction *action : fixture.window->findChild<PresetMenu *>()->actions())
            if (action->text() == preset)
                action->trigger();
    }

private slots:
    void initTestCase() { installTranslation(qApp, QLocale(QLocale::English, QLocale::UnitedStates)); }

    void aWindowKnowsItsOwnChanges()
    {
        FakeSettings behind;
        WindowSettings settings(&behind);
        QSignalSpy changed(&settings, &views::SettingsView::changed);
        QSignalSpy overtaken(&settings, &WindowSettings::overtaken);
        QSignalSpy elsewhere(&settings, &views::SettingsView::changedElsewhere);
        QVERIFY(settings.applyThresholds(highAt(78)));
        QVERIFY(settings.applySettings(FakeSettings::large(), u"server"_s));
        QCOMPARE(changed.size(), 2);
        QCOMPARE(overtaken.size(), 0);
        behind.set(highAt(82)); // a client of the API
        QCOMPARE(overtaken.size(), 1);
        QCOMPARE(overtaken.front()[0].value<views::Settings>(), FakeSettings::large());
        QCOMPARE(overtaken.front()[1].value<views::Settings>(), behind.now);
        QCOMPARE(elsewhere.size(), 1);
        emit behind.changedElsewhere(); // as the file is announced: already stated
        QCOMPARE(elsewhere.size(), 1);
        emit behind.presetsChanged();
        emit behind.changedElsewhere(); // the presets only
        QCOMPARE(elsewhere.size(), 2);
        QCOMPARE(overtaken.size(), 1);
    }

    void aChangeThatIsAnnouncedLateIsOwn()
    {
        LateSettings behind;
        WindowSettings settings(&behind);
        QSignalSpy overtaken(&settings, &WindowSettings::overtaken);
        QVERIFY(settings.applyThresholds(highAt(78)));
        QVERIFY(settings.applyThresholds(highAt(79)));
        behind.announceNext();
        behind.announceNext();
        QCOMPARE(overtaken.size(), 0);
        behind.announce({.thresholds = highAt(78)}); // by others this time
        QCOMPARE(overtaken.size(), 1);
        // What failed is not awaited.
        QVERIFY(settings.applyThresholds(highAt(77)));
        emit behind.changeFailed(u"no connection"_s);
        behind.announce({.thresholds = highAt(77)});
        QCOMPARE(overtaken.size(), 2);
    }

    void anApplyThatIsAnnouncedLateIsUndoneAndKeepsTheDraft()
    {
        LateSettings behind;
        ThresholdModel model(&behind);
        QSignalSpy applied(&model, &ThresholdModel::appliedHere);
        model.setFigure(Level::High, ThresholdModel::Figure::Enter, 78);
        QVERIFY(model.apply());
        QCOMPARE(applied.back()[1].value<pressure::Thresholds>(), highMovedTo(78));
        behind.announceNext();
        QCOMPARE(model.changeCount(), 0);
        model.undoStack()->undo();
        QCOMPARE(behind.waiting.front().thresholds, pressure::Thresholds());
        behind.announceNext();
        QCOMPARE(model.applied(), pressure::Thresholds());
        QCOMPARE(model.draft(), highMovedTo(78));
    }

    void aDraftStatesWhatOthersChangedAndOffersBoth_data()
    {
        QTest::addColumn<bool>("takesTheirs");
        QTest::newRow("theirs") << true;
        QTest::newRow("mine") << false;
    }
    void aDraftStatesWhatOthersChangedAndOffersBoth()
    {
        QFETCH(bool, takesTheirs);
        WindowFixture fixture;
        QVERIFY(fixture.drawn());
        fixture.highEnter()->setValue(78);
        pressure::Thresholds others = highAt(82);
        others.critical.hold = 30s;
        fixture.fake.settings.set(others);
        QCOMPARE(fixture.text(u"draftText"_s),
                 u"3 changes, not in effect until you apply. Changed elsewhere meanwhile: HIGH begins at "
                 "80 % → 82 %; CRITICAL hold 10 s → 30 s"_s);
        QVERIFY(fixture.text(u"problem"_s)
                    .contains(u"Changed elsewhere meanwhile, in effect now: HIGH begins at 80 % → 82 %"_s));
        QVERIFY(fixture.window->statusBar()->currentMessage().contains(u"changed by another program"_s));
        auto *mine = fixture.child<QPushButton>(u"draftApply"_s);
        auto *theirs = fixture.child<QPushButton>(u"draftRevert"_s);
        QCOMPARE(mine->text(), u"Apply mine"_s);
        QCOMPARE(theirs->text(), u"Take theirs"_s);
        VERIFY_EVENTUALLY(mine->isEnabled());
        QTest::mouseClick(takesTheirs ? theirs : mine, Qt::LeftButton);
        if (!takesTheirs)
            others.high = highMovedTo(78).high; // on top of their hold
        QCOMPARE(fixture.fake.settings.now.thresholds, others);
        QCOMPARE(fixture.highEnter()->value(), others.high.enterPercent);
        QVERIFY(!fixture.child<QWidget>(u"draftBar"_s)->isVisible());
        // The next draft has nothing to do with it.
        fixture.highEnter()->setValue(77);
        QCOMPARE(fixture.text(u"draftText"_s), u"3 changes, not in effect until you apply"_s);
        QCOMPARE(mine->text(), u"Apply"_s);
    }

    void aNoticeEndsWhenOthersApplyThresholds()
    {
        WindowFixture fixture;
        apply(fixture, 78);
        QVERIFY(notice(fixture).contains(u"New thresholds"_s));
        fixture.fake.settings.set(highAt(82));
        QCOMPARE(notice(fixture),
                 u"Changed elsewhere meanwhile, in effect now: HIGH begins at 78 % → 82 %; HIGH ends below "
                 "73 % → 75 %; 1 more. The change made here can no longer be reverted."_s);
        QVERIFY(!fixture.child<QPushButton>(u"noticeUndo"_s)->isVisible());
        fixture.child<NoticeBar>(u"noticeBar"_s)->end();
        QCOMPARE(highInEffect(fixture), 82.0);
        undo(fixture);
        QCOMPARE(highInEffect(fixture), 82.0);
        QVERIFY(fixture.window->statusBar()->currentMessage().contains(u"Nothing is undone"_s));
    }

    void aNoticeAboutAChangeThatGotLostSaysSo()
    {
        WindowFixture fixture;
        fixture.fake.settings.lose = true;
        apply(fixture, 78);
        emit fixture.fake.settings.changeFailed(u"no connection"_s);
        QCOMPARE(notice(fixture), u"The new thresholds are not in effect: no connection"_s);
        QVERIFY(!fixture.child<QPushButton>(u"noticeUndo"_s)->isVisible());
        QCOMPARE(fixture.highEnter()->value(), 78.0); // the draft stays
        QVERIFY(fixture.apply()->isEnabled());
        choose(fixture, u"Server"_s);
        emit fixture.fake.settings.changeFailed(u"no connection"_s);
        QCOMPARE(notice(fixture), u"The change is not in effect: no connection"_s);
        // Applied later, it is in effect, and what fails then is something else.
        fixture.fake.settings.lose = false;
        apply(fixture, 77);
        emit fixture.fake.settings.changeFailed(u"another change"_s);
        QVERIFY(notice(fixture).contains(u"New thresholds are in effect"_s));
    }

    void aWideChangeDoesNotRevertOverWhatOthersApplied()
    {
        WindowFixture fixture;
        fixture.fake.monitor.now.latest.systemUsedPercent = fixture.fake.monitor.now.percent = 95;
        for (const auto &name : {u"elevated"_s, u"high"_s, u"critical"_s}) {
            const double enter = name == u"elevated"_s ? 96 : name == u"high"_s ? 97.5 : 99;
            fixture.child<QDoubleSpinBox>(name + u"Enter"_s)->setValue(enter);
        }
        QTest::mouseClick(fixture.apply(), Qt::LeftButton);
        QVERIFY(notice(fixture).contains(u"revert unless you keep"_s));
        fixture.fake.settings.set(highAt(82));
        fixture.child<NoticeBar>(u"noticeBar"_s)->end();
        QCOMPARE(highInEffect(fixture), 82.0);
    }

    void aNoticeAboutThresholdsStaysIfOthersChangeSomethingElse()
    {
        WindowFixture fixture;
        apply(fixture, 78);
        fixture.fake.settings.now.memory.entries = 4321;
        emit fixture.fake.settings.changed(fixture.fake.settings.now);
        QVERIFY(notice(fixture).contains(u"New thresholds"_s));
        QTest::mouseClick(fixture.child<QPushButton>(u"noticeUndo"_s), Qt::LeftButton);
        QCOMPARE(highInEffect(fixture), 80.0);
        QCOMPARE(fixture.fake.settings.now.memory.entries, std::uint64_t(4321));
    }

    void aNoticeAboutSettingsStatesWhatUndoLeaves()
    {
        WindowFixture fixture;
        choose(fixture, u"Server"_s);
        views::Settings &now = fixture.fake.settings.now;
        now.memory.entries = 4321;
        emit fixture.fake.settings.changed(now);
        QVERIFY2(notice(fixture).contains(u"Undo does not undo those changes"_s),
                 qPrintable(notice(fixture)));
        now.memory.bytes = 77u << 20; // the last one that the preset changed
        emit fixture.fake.settings.changed(now);
        QVERIFY2(notice(fixture).contains(u"can no longer be undone"_s), qPrintable(notice(fixture)));
        QVERIFY(!fixture.child<QPushButton>(u"noticeUndo"_s)->isVisible());
    }

    void aRemovedPresetDoesNotReplaceANewOne()
    {
        WindowFixture fixture;
        fixture.fake.settings.savePreset(u"night"_s, {});
        auto *removing = fixture.window->findChild<PresetMenu *>()->findChild<QMenu *>();
        removing->actions().front()->trigger();
        QVERIFY(!fixture.fake.settings.findPreset(u"night"_s));
        fixture.fake.settings.savePreset(u"night"_s, FakeSettings::large()); // by another window
        QTest::mouseClick(fixture.child<QPushButton>(u"noticeUndo"_s), Qt::LeftButton);
        QCOMPARE(fixture.fake.settings.findPreset(u"night"_s)->settings, FakeSettings::large());
    }

    void escapeDiscardsADraftAfterCrosshairAndHandle()
    {
        WindowFixture fixture;
        QVERIFY(fixture.drawn());
        const auto escape = [&fixture] { QTest::keyClick(fixture.chart(), Qt::Key_Escape); };
        fixture.chart()->setFocus();
        escape(); // nothing to end
        QTest::keyClick(fixture.chart(), Qt::Key_T);
        QTest::keyClick(fixture.chart(), Qt::Key_Up);
        QTest::keyClick(fixture.chart(), Qt::Key_Left);
        QVERIFY(fixture.chart()->crosshairWallMs() && fixture.chart()->selectedHandle());
        auto *bar = fixture.child<QWidget>(u"draftBar"_s);
        escape();
        QVERIFY(!fixture.chart()->crosshairWallMs());
        QVERIFY(fixture.chart()->selectedHandle());
        escape();
        QVERIFY(!fixture.chart()->selectedHandle());
        QVERIFY(bar->isVisible());
        escape();
        QVERIFY(!bar->isVisible());
        undo(fixture);
        QVERIFY(bar->isVisible());
        auto *button = fixture.child<QPushButton>(u"draftApply"_s);
        VERIFY_EVENTUALLY(button->isEnabled());
        QTest::keyClick(button, Qt::Key_Escape);
        QVERIFY(!bar->isVisible());
        QVERIFY(fixture.fake.settings.applied.isEmpty());
    }
};

MANOMETER_TEST(Gui, TestChangeElsewhere)
#include "tst_change_elsewhere.moc"
