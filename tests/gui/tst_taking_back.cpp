// SPDX-License-Identifier: GPL-3.0-or-later
//
// What takes itself back, and what is applied, undone or redone meanwhile.
#include "gui/Desk.h"
#include "gui/notice/NoticeBar.h"
#include "gui/presets/BasisMenu.h"
#include "gui/presets/PresetMenu.h"
#include "gui/presets/SettingsDialog.h"

#include <QSpinBox>

using namespace manometer;
using namespace manometer::gui;

class TestTakingBack : public QObject
{
    Q_OBJECT

    // By which the fakes' 60-odd percent are CRITICAL.
    static pressure::Thresholds strict()
    {
        pressure::Thresholds thresholds;
        thresholds.elevated = {10, 8, 10s, 5};
        thresholds.high = {20, 18, 10s, 15};
        thresholds.critical = {30, 28, 10s, 25};
        return thresholds;
    }
    static void choose(const Desk &desk, const QString &preset)
    {
        for (QAction *action : desk.window->findChild<PresetMenu *>()->actions())
            if (action->text() == preset)
                action->trigger();
    }
    // A wide change, of which the bar says that it is taken back unless it is kept.
    static void chooseStrictPreset(Desk &desk)
    {
        service::Settings settings = desk.fake.settings.now;
        settings.thresholds = strict();
        desk.fake.settings.savePreset(u"strict"_s, settings);
        choose(desk, u"strict"_s);
        QCOMPARE(desk.fake.settings.now.thresholds, strict());
    }
    static void draft(const Desk &desk, const pressure::Thresholds &thresholds)
    {
        for (const auto &[level, name] :
             {std::pair{Level::Critical, u"critical"_s}, std::pair{Level::High, u"high"_s},
              std::pair{Level::Elevated, u"elevated"_s}}) {
            desk.child<QDoubleSpinBox>(name + u"Enter"_s)->setValue(thresholds.of(level).enterPercent);
            desk.child<QDoubleSpinBox>(name + u"Leave"_s)->setValue(thresholds.of(level).leavePercent);
            desk.child<QDoubleSpinBox>(name + u"Target"_s)->setValue(thresholds.of(level).targetPercent);
        }
    }
    static void applyHigh(const Desk &desk, double percent)
    {
        desk.highEnter()->setValue(percent);
        QTest::mouseClick(desk.apply(), Qt::LeftButton);
    }
    static const pressure::Thresholds &counting(const Desk &desk)
    {
        return desk.fake.settings.now.thresholds;
    }
    static void key(const Desk &desk, Qt::KeyboardModifiers modifiers)
    {
        QTest::keyClick(desk.chart(), Qt::Key_Z, modifiers);
    }

private slots:
    // A button that said Revert would let count again what was just undone.
    void anUndoneApplyOffersNothingToTakeBack()
    {
        Desk desk;
        QVERIFY(desk.drawn());
        const pressure::Thresholds before = counting(desk);
        applyHigh(desk, 84);
        auto *bar = desk.child<NoticeBar>(u"noticeBar"_s);
        QVERIFY(bar->isPresenting());
        QTest::keyClick(desk.chart(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(counting(desk), before);
        QVERIFY(!bar->isPresenting());
        QTest::keyClick(desk.chart(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(counting(desk).high.enterPercent, 84.0);
        QVERIFY(!bar->isPresenting());
    }

    void initTestCase() { installTranslation(qApp, QLocale(QLocale::English, QLocale::UnitedStates)); }

    void thresholdsAppliedAfterAWidePresetCount()
    {
        Desk desk;
        chooseStrictPreset(desk);
        draft(desk, {});
        applyHigh(desk, 81);
        QCOMPARE(counting(desk).high.enterPercent, 81.0);
        desk.child<NoticeBar>(u"noticeBar"_s)->end();
        QCOMPARE(counting(desk).high.enterPercent, 81.0);
        QCOMPARE(desk.fake.settings.base, u"default"_s); // the preset was not kept
    }

    void wideThresholdsAfterWideOnesCountUntilTheirOwnTimeIsOver()
    {
        Desk desk;
        draft(desk, strict());
        QTest::mouseClick(desk.apply(), Qt::LeftButton);
        pressure::Thresholds stricter = strict();
        stricter.critical.enterPercent = 29.5;
        draft(desk, stricter);
        QTest::mouseClick(desk.apply(), Qt::LeftButton);
        QCOMPARE(counting(desk), stricter);
        // Neither was kept.
        desk.child<NoticeBar>(u"noticeBar"_s)->end();
        QCOMPARE(counting(desk), pressure::Thresholds());
    }

    void anApplyThatIsUndoneUnderAWidePresetIsUndone()
    {
        Desk desk;
        applyHigh(desk, 81);
        chooseStrictPreset(desk);
        key(desk, Qt::ControlModifier);
        QCOMPARE(counting(desk).high.enterPercent, 80.0);
        desk.child<NoticeBar>(u"noticeBar"_s)->end();
        QCOMPARE(counting(desk), pressure::Thresholds());
        chooseStrictPreset(desk);
        key(desk, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(counting(desk).high.enterPercent, 81.0);
        desk.child<NoticeBar>(u"noticeBar"_s)->end();
        QCOMPARE(counting(desk).high.enterPercent, 81.0);
    }

    void aWideApplyIsUndoneAndRedone()
    {
        Desk desk;
        draft(desk, strict());
        QTest::mouseClick(desk.apply(), Qt::LeftButton);
        key(desk, Qt::ControlModifier);
        QCOMPARE(counting(desk), pressure::Thresholds());
        key(desk, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(counting(desk), strict());
        desk.child<NoticeBar>(u"noticeBar"_s)->end();
        QCOMPARE(counting(desk), pressure::Thresholds());
    }

    void aStepThatOnlyMovesTheDraftLeavesTheNoticeAlone()
    {
        Desk desk;
        desk.highEnter()->setValue(81);
        service::Settings settings;
        settings.thresholds = strict();
        desk.fake.settings.savePreset(u"strict"_s, settings);
        choose(desk, u"strict"_s);
        key(desk, Qt::ControlModifier);
        QVERIFY(desk.child<NoticeBar>(u"noticeBar"_s)->isPresenting());
        QCOMPARE(counting(desk), strict());
    }

    // From what counts once the preset is taken back, not from the preset.
    void aBasisChosenAfterAWidePresetKeepsNothingOfThePreset()
    {
        Desk desk;
        chooseStrictPreset(desk);
        for (QAction *action : desk.window->findChild<BasisMenu *>()->actions())
            if (action->text() == u"&Host"_s)
                action->trigger();
        QCOMPARE(desk.fake.settings.now.control.basis, pressure::BasisChoice::Host);
        QCOMPARE(counting(desk), pressure::Thresholds());
        QCOMPARE(desk.fake.settings.base, u"default"_s);
    }

    void aDialogThatWasOpenMeanwhileAppliesOnlyWhatWasChangedInIt()
    {
        Desk desk;
        service::Settings settings = FakeSettings::large();
        settings.thresholds = strict();
        settings.control.limit.growthHold = 20s;
        desk.fake.settings.savePreset(u"strict"_s, settings);
        choose(desk, u"strict"_s);
        QTest::keyClick(desk.chart(), Qt::Key_Comma, Qt::ControlModifier);
        auto *dialog = desk.window->findChild<SettingsDialog *>();
        QVERIFY(dialog);
        dialog->findChild<QSpinBox *>(u"limitMemory"_s)->setValue(48);
        dialog->accept();
        service::Settings expected;
        expected.memory.bytes = 48u << 20;
        QCOMPARE(desk.fake.settings.now, expected);
        QCOMPARE(desk.fake.settings.base, u"default"_s);
    }
};

QTEST_MAIN(TestTakingBack)
#include "tst_taking_back.moc"
