// SPDX-License-Identifier: GPL-3.0-or-later
//
// Changes that revert by themselves, combined with apply, undo and redo.
#include "gui/WindowFixture.h"
#include "gui/notice/NoticeBar.h"
#include "gui/presets/BasisMenu.h"
#include "gui/presets/PresetMenu.h"
#include "gui/presets/SettingsDialog.h"
#include "support/TestMain.h"

#include <QSpinBox>

using namespace manometer;
using namespace manometer::gui;

class TestUndo : public QObject
{
    Q_OBJECT

    // Thresholds that make the fakes' memory use CRITICAL.
    static pressure::Thresholds strict()
    {
        pressure::Thresholds thresholds;
        thresholds.elevated = {10, 8, 10s, 5};
        thresholds.high = {20, 18, 10s, 15};
        thresholds.critical = {30, 28, 10s, 25};
        return thresholds;
    }
    static void choose(const WindowFixture &fixture, const QString &preset)
    {
        for (QAction *action : fixture.window->findChild<PresetMenu *>()->actions())
            if (action->text() == preset)
                action->trigger();
    }
    // A wide change; the bar says that it reverts unless it is kept.
    static void chooseStrictPreset(WindowFixture &fixture)
    {
        views::Settings settings = fixture.fake.settings.now;
        settings.thresholds = strict();
        fixture.fake.settings.savePreset(u"strict"_s, settings);
        choose(fixture, u"strict"_s);
        QCOMPARE(fixture.fake.settings.now.thresholds, strict());
    }
    static void draft(const WindowFixture &fixture, const pressure::Thresholds &thresholds)
    {
        for (const auto &[level, name] :
             {std::pair{Level::Critical, u"critical"_s}, std::pair{Level::High, u"high"_s},
              std::pair{Level::Elevated, u"elevated"_s}}) {
            fixture.child<QDoubleSpinBox>(name + u"Enter"_s)->setValue(thresholds.of(level).enterPercent);
            fixture.child<QDoubleSpinBox>(name + u"Leave"_s)->setValue(thresholds.of(level).leavePercent);
            fixture.child<QDoubleSpinBox>(name + u"Target"_s)->setValue(thresholds.of(level).targetPercent);
        }
    }
    static void applyHigh(const WindowFixture &fixture, double percent)
    {
        fixture.highEnter()->setValue(percent);
        QTest::mouseClick(fixture.apply(), Qt::LeftButton);
    }
    static const pressure::Thresholds &counting(const WindowFixture &fixture)
    {
        return fixture.fake.settings.now.thresholds;
    }
    static void key(const WindowFixture &fixture, Qt::KeyboardModifiers modifiers)
    {
        QTest::keyClick(fixture.chart(), Qt::Key_Z, modifiers);
    }

private slots:
    // A Revert button would restore what was just undone.
    void anUndoneApplyOffersNoUndo()
    {
        WindowFixture fixture;
        QVERIFY(fixture.drawn());
        const pressure::Thresholds before = counting(fixture);
        applyHigh(fixture, 84);
        auto *bar = fixture.child<NoticeBar>(u"noticeBar"_s);
        QVERIFY(bar->isPresenting());
        QTest::keyClick(fixture.chart(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(counting(fixture), before);
        QVERIFY(!bar->isPresenting());
        QTest::keyClick(fixture.chart(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(counting(fixture).high.enterPercent, 84.0);
        QVERIFY(!bar->isPresenting());
    }

    void initTestCase() { installTranslation(qApp, QLocale(QLocale::English, QLocale::UnitedStates)); }

    void thresholdsAppliedAfterAWidePresetStayInEffect()
    {
        WindowFixture fixture;
        chooseStrictPreset(fixture);
        draft(fixture, {});
        applyHigh(fixture, 81);
        QCOMPARE(counting(fixture).high.enterPercent, 81.0);
        fixture.child<NoticeBar>(u"noticeBar"_s)->end();
        QCOMPARE(counting(fixture).high.enterPercent, 81.0);
        QCOMPARE(fixture.fake.settings.base, u"default"_s); // the preset was reverted
    }

    void wideThresholdsAfterWideOnesRevertAtTheirOwnTimeout()
    {
        WindowFixture fixture;
        draft(fixture, strict());
        QTest::mouseClick(fixture.apply(), Qt::LeftButton);
        pressure::Thresholds stricter = strict();
        stricter.critical.enterPercent = 29.5;
        draft(fixture, stricter);
        QTest::mouseClick(fixture.apply(), Qt::LeftButton);
        QCOMPARE(counting(fixture), stricter);
        // Both were reverted.
        fixture.child<NoticeBar>(u"noticeBar"_s)->end();
        QCOMPARE(counting(fixture), pressure::Thresholds());
    }

    void anApplyThatIsUndoneUnderAWidePresetIsUndone()
    {
        WindowFixture fixture;
        applyHigh(fixture, 81);
        chooseStrictPreset(fixture);
        key(fixture, Qt::ControlModifier);
        QCOMPARE(counting(fixture).high.enterPercent, 80.0);
        fixture.child<NoticeBar>(u"noticeBar"_s)->end();
        QCOMPARE(counting(fixture), pressure::Thresholds());
        chooseStrictPreset(fixture);
        key(fixture, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(counting(fixture).high.enterPercent, 81.0);
        fixture.child<NoticeBar>(u"noticeBar"_s)->end();
        QCOMPARE(counting(fixture).high.enterPercent, 81.0);
    }

    void aWideApplyIsUndoneAndRedone()
    {
        WindowFixture fixture;
        draft(fixture, strict());
        QTest::mouseClick(fixture.apply(), Qt::LeftButton);
        key(fixture, Qt::ControlModifier);
        QCOMPARE(counting(fixture), pressure::Thresholds());
        key(fixture, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(counting(fixture), strict());
        fixture.child<NoticeBar>(u"noticeBar"_s)->end();
        QCOMPARE(counting(fixture), pressure::Thresholds());
    }

    void aStepThatOnlyMovesTheDraftLeavesTheNoticeAlone()
    {
        WindowFixture fixture;
        fixture.highEnter()->setValue(81);
        views::Settings settings;
        settings.thresholds = strict();
        fixture.fake.settings.savePreset(u"strict"_s, settings);
        choose(fixture, u"strict"_s);
        key(fixture, Qt::ControlModifier);
        QVERIFY(fixture.child<NoticeBar>(u"noticeBar"_s)->isPresenting());
        QCOMPARE(counting(fixture), strict());
    }

    // Based on the settings after the preset is reverted, not on the preset.
    void aBasisChosenAfterAWidePresetKeepsNoneOfIt()
    {
        WindowFixture fixture;
        chooseStrictPreset(fixture);
        for (QAction *action : fixture.window->findChild<BasisMenu *>()->actions())
            if (action->text() == u"&Host"_s)
                action->trigger();
        QCOMPARE(fixture.fake.settings.now.control.basis, pressure::BasisChoice::Host);
        QCOMPARE(counting(fixture), pressure::Thresholds());
        QCOMPARE(fixture.fake.settings.base, u"default"_s);
    }

    void anOpenDialogAppliesOnlyItsOwnChanges()
    {
        WindowFixture fixture;
        views::Settings settings = FakeSettings::large();
        settings.thresholds = strict();
        settings.control.limit.growthHold = 20s;
        fixture.fake.settings.savePreset(u"strict"_s, settings);
        choose(fixture, u"strict"_s);
        QTest::keyClick(fixture.chart(), Qt::Key_Comma, Qt::ControlModifier);
        auto *dialog = fixture.window->findChild<SettingsDialog *>();
        QVERIFY(dialog);
        dialog->findChild<QSpinBox *>(u"limitMemory"_s)->setValue(48);
        dialog->accept();
        views::Settings expected;
        expected.memory.bytes = 48u << 20;
        QCOMPARE(fixture.fake.settings.now, expected);
        QCOMPARE(fixture.fake.settings.base, u"default"_s);
    }
};

MANOMETER_TEST(Gui, TestUndo)
#include "tst_undo.moc"
