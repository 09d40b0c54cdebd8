// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/WindowFixture.h"
#include "gui/notice/NoticeBar.h"
#include "gui/presets/BasisMenu.h"
#include "gui/presets/PresetMenu.h"
#include "gui/presets/SettingsDialog.h"
#include "gui/text/ControlText.h"
#include "pressure/control/ControlNumbers.h"
#include "support/Eventually.h"
#include "support/TestMain.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QInputDialog>
#include <QSpinBox>
#include <QStatusBar>

using namespace manometer;
using namespace manometer::gui;

class TestPresets : public QObject
{
    Q_OBJECT

    static PresetMenu *menu(const WindowFixture &fixture)
    {
        return fixture.window->findChild<PresetMenu *>();
    }
    static QAction *entry(QMenu *menu, const QString &text)
    {
        for (QAction *action : menu->actions())
            if (action->text() == text)
                return action;
        return nullptr;
    }
    static QString chooser(const WindowFixture &fixture)
    {
        return fixture.child<QPushButton>(u"presetChooser"_s)->text();
    }
    static void savePresetAs(const WindowFixture &fixture, const QString &name)
    {
        entry(menu(fixture), u"Sa&ve as preset…"_s)->trigger();
        auto *dialog = fixture.child<QInputDialog>(u"presetName"_s);
        QVERIFY(dialog);
        dialog->setTextValue(name);
        dialog->accept();
    }

private slots:
    void initTestCase() { installTranslation(qApp, QLocale(QLocale::English, QLocale::UnitedStates)); }

    void choosingAPresetAppliesItAndUndoReverts()
    {
        WindowFixture fixture;
        const views::Settings before = fixture.fake.settings.now;
        QCOMPARE(chooser(fixture), u"Preset: Default"_s);
        QVERIFY(entry(menu(fixture), u"Default"_s)->isChecked());
        entry(menu(fixture), u"Server"_s)->trigger();
        QCOMPARE(fixture.fake.settings.now.memory.entries, std::uint64_t(1'000'000));
        QCOMPARE(chooser(fixture), u"Preset: Server"_s);
        QVERIFY(entry(menu(fixture), u"Server"_s)->isChecked());
        QTest::mouseClick(fixture.child<QPushButton>(u"noticeUndo"_s), Qt::LeftButton);
        QCOMPARE(fixture.fake.settings.now, before);
        QCOMPARE(chooser(fixture), u"Preset: Default"_s);
    }

    void aStarSaysThatTheSettingsDiffer()
    {
        WindowFixture fixture;
        pressure::Thresholds thresholds;
        thresholds.high.enterPercent = 82;
        fixture.fake.settings.set(thresholds);
        QCOMPARE(chooser(fixture), u"Preset: Default*"_s);
        QVERIFY(!entry(menu(fixture), u"Default"_s)->isChecked());
        entry(menu(fixture), u"Default"_s)->trigger();
        QCOMPARE(chooser(fixture), u"Preset: Default"_s);
        QCOMPARE(fixture.highEnter()->value(), 80.0); // the fields show them
    }

    void limitsAreEditedAndCanBeUndone()
    {
        WindowFixture fixture;
        const views::Settings before = fixture.fake.settings.now;
        QTest::keyClick(fixture.chart(), Qt::Key_Comma, Qt::ControlModifier);
        auto *dialog = fixture.window->findChild<SettingsDialog *>();
        QVERIFY(dialog);
        dialog->findChild<QSpinBox *>(u"limitEntries"_s)->setValue(12'345);
        dialog->findChild<QCheckBox *>(u"limitExpires"_s)->setChecked(false);
        dialog->findChild<QCheckBox *>(u"limitAdapting"_s)->setChecked(false);
        QTest::mouseClick(dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Apply),
                          Qt::LeftButton);
        const views::Settings &now = fixture.fake.settings.now;
        QCOMPARE(now.memory.entries, std::uint64_t(12'345));
        QCOMPARE(now.memory.bytes, before.memory.bytes);
        QVERIFY(!now.timeToLive);
        QVERIFY(!now.adapting);
        QCOMPARE(chooser(fixture), u"Preset: Default*"_s);
        QTest::mouseClick(fixture.child<QPushButton>(u"noticeUndo"_s), Qt::LeftButton);
        QCOMPARE(fixture.fake.settings.now, before);
    }

    void undoKeepsWhatAnotherProgramChanged_data()
    {
        QTest::addColumn<bool>("sameField");
        QTest::newRow("another field") << false;
        QTest::newRow("the field that was changed here, too") << true;
    }
    void undoKeepsWhatAnotherProgramChanged()
    {
        QFETCH(bool, sameField);
        WindowFixture fixture;
        views::Settings expected = fixture.fake.settings.now;
        entry(menu(fixture), u"Server"_s)->trigger();
        views::Settings &now = fixture.fake.settings.now; // as if another Manometer wrote it
        expected.control.basis = now.control.basis = pressure::BasisChoice::Cgroup;
        if (sameField)
            expected.memory.entries = now.memory.entries = 4321;
        emit fixture.fake.settings.changed(now);
        emit fixture.fake.settings.changedElsewhere();
        QVERIFY(fixture.window->statusBar()->currentMessage().contains(u"changed by another program"_s));
        QTest::mouseClick(fixture.child<QPushButton>(u"noticeUndo"_s), Qt::LeftButton);
        QCOMPARE(fixture.fake.settings.now, expected);
    }

    void aLanguageIsReportedAndUndoneWithTheOtherSettings()
    {
        WindowFixture fixture;
        QTest::keyClick(fixture.chart(), Qt::Key_Comma, Qt::ControlModifier);
        auto *dialog = fixture.window->findChild<SettingsDialog *>();
        QVERIFY(dialog);
        dialog->findChild<QSpinBox *>(u"limitEntries"_s)->setValue(12'345);
        auto *language = dialog->findChild<QComboBox *>(u"language"_s);
        language->setCurrentIndex(language->findData(u"de"_s));
        dialog->accept();
        QVERIFY(fixture.text(u"noticeText"_s).contains(u"language takes effect after a restart"_s));
        QCOMPARE(fixture.fake.language.language(), u"de"_s);
        QTest::mouseClick(fixture.child<QPushButton>(u"noticeUndo"_s), Qt::LeftButton);
        QCOMPARE(fixture.fake.language.language(), QString());
    }

    void theValuesOfTheControlLoopAreEdited()
    {
        WindowFixture fixture;
        QTest::keyClick(fixture.chart(), Qt::Key_Comma, Qt::ControlModifier);
        auto *dialog = fixture.window->findChild<SettingsDialog *>();
        QVERIFY(dialog);
        dialog->findChild<QDoubleSpinBox *>(u"growth_hold_ms"_s)->setValue(20.25);
        dialog->findChild<QDoubleSpinBox *>(u"futile_evicted_bytes"_s)->setValue(32);
        dialog->accept();
        const pressure::ControlTuning &now = fixture.fake.settings.now.control;
        QCOMPARE(now.limit.growthHold, 20'250ms);
        QCOMPARE(now.limit.futileEvictedBytes, std::uint64_t(32) << 20);
        pressure::ControlTuning expected;
        expected.limit.growthHold = now.limit.growthHold;
        expected.limit.futileEvictedBytes = now.limit.futileEvictedBytes;
        QCOMPARE(now, expected); // and nothing else
        QCOMPARE(chooser(fixture), u"Preset: Default*"_s);
    }

    void eachControlValueHasALabelADefaultAndAnUndo()
    {
        views::Settings settings;
        for (const pressure::ControlNumber &number : pressure::controlNumbers())
            number.set(settings.control, number.maximum);
        SettingsDialog dialog(settings, {}, nullptr);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        for (const pressure::ControlNumber &number : pressure::controlNumbers()) {
            const auto *field = dialog.findChild<QDoubleSpinBox *>(QString::fromLatin1(number.key));
            QVERIFY2(field, number.key);
            QVERIFY2(!text::controlWords(number.key).label.isEmpty(), number.key);
            QVERIFY2(!text::controlGroup(number.key).isEmpty(), number.key);
            QVERIFY2(field->toolTip().contains(u"Default: "_s), number.key);
        }
        QCOMPARE(dialog.settings(), settings);
        QTest::mouseClick(dialog.findChild<QPushButton *>(u"controlDefaults"_s), Qt::LeftButton);
        QCOMPARE(dialog.settings().control, pressure::ControlTuning());
    }

    void anUnchangedFieldKeepsItsExactValue()
    {
        views::Settings settings;
        settings.memory.bytes = (5u << 20) + 12'345;
        settings.diskCapBytes = (quint64(7) << 30) + 1;
        settings.timeToLive = std::chrono::seconds(5000);
        settings.control.limit.growthStepPercent = 1.0 / 3;
        settings.control.limit.futileEvictedBytes = 1;
        SettingsDialog dialog(settings, {}, nullptr);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        QCOMPARE(dialog.settings(), settings);
        dialog.findChild<QDoubleSpinBox *>(u"limitExpiry"_s)->setValue(2.5);
        QCOMPARE(dialog.settings().timeToLive, std::optional(std::chrono::seconds(9000)));
    }

    void anotherBasisTakesEffectAndCanBeUndone()
    {
        WindowFixture fixture;
        const auto *basis = fixture.child<QPushButton>(u"basisChooser"_s);
        auto *bases = fixture.window->findChild<BasisMenu *>();
        QCOMPARE(basis->text(), u"Basis: Auto"_s);
        entry(bases, u"&Host"_s)->trigger();
        QCOMPARE(fixture.fake.settings.now.control.basis, pressure::BasisChoice::Host);
        QCOMPARE(basis->text(), u"Basis: Host"_s);
        QCOMPARE(chooser(fixture), u"Preset: Default*"_s);
        QTest::mouseClick(fixture.child<QPushButton>(u"noticeUndo"_s), Qt::LeftButton);
        QCOMPARE(fixture.fake.settings.now.control.basis, pressure::BasisChoice::Auto);
        QCOMPARE(basis->text(), u"Basis: Auto"_s);
        QVERIFY(entry(bases, u"&Auto"_s)->isChecked());
    }

    void theControlGroupIsOfferedIfItHasALimit()
    {
        WindowFixture fixture;
        auto *bases = fixture.window->findChild<BasisMenu *>();
        QVERIFY(!entry(bases, u"&Control group"_s)->isEnabled());
        views::SampleRecord record = fixture.fake.monitor.now.latest;
        record.cgroupUsedPercent = 30;
        fixture.fake.monitor.sample(record);
        QVERIFY(entry(bases, u"&Control group"_s)->isEnabled());
    }

    // From the machine's 95 % to the group's 30 %.
    void aBasisThatChangesTheLevelByTwoRevertsUnlessKept()
    {
        WindowFixture fixture;
        views::SampleRecord record = fixture.fake.monitor.now.latest;
        record.systemUsedPercent = 95;
        record.cgroupUsedPercent = 30;
        fixture.fake.monitor.sample(record);
        entry(fixture.window->findChild<BasisMenu *>(), u"&Control group"_s)->trigger();
        QCOMPARE(fixture.fake.settings.now.control.basis, pressure::BasisChoice::Cgroup);
        fixture.window->findChild<NoticeBar *>()->end();
        QCOMPARE(fixture.fake.settings.now.control.basis, pressure::BasisChoice::Auto);
    }

    void ownPresetsAreSavedChosenAndRemoved()
    {
        WindowFixture fixture;
        pressure::Thresholds thresholds;
        thresholds.high.enterPercent = 82;
        fixture.fake.settings.set(thresholds);
        savePresetAs(fixture, u"R&D night"_s);
        QCOMPARE(chooser(fixture), u"Preset: R&&D night"_s); // shown with one
        QVERIFY(entry(menu(fixture), u"R&&D night"_s)->isChecked());
        auto *removing = menu(fixture)->findChild<QMenu *>();
        QVERIFY(removing->isEnabled());
        entry(removing, u"R&&D night"_s)->trigger();
        QVERIFY(!fixture.fake.settings.findPreset(u"R&D night"_s));
        QTest::mouseClick(fixture.child<QPushButton>(u"noticeUndo"_s), Qt::LeftButton);
        QCOMPARE(fixture.fake.settings.findPreset(u"R&D night"_s)->settings.thresholds.high.enterPercent,
                 82.0);
    }

    void anInvalidNameIsQuotedInTheStyleOfTheLanguage()
    {
        installTranslation(qApp, QLocale(QLocale::German, QLocale::Germany));
        const auto back =
            qScopeGuard([] { installTranslation(qApp, QLocale(QLocale::English, QLocale::UnitedStates)); });
        WindowFixture fixture;
        fixture.fake.settings.refuse = true;
        QVERIFY(QMetaObject::invokeMethod(menu(fixture), "saveRequested"));
        auto *dialog = fixture.child<QInputDialog>(u"presetName"_s);
        QVERIFY(dialog);
        dialog->setTextValue(u"x"_s);
        dialog->accept();
        QVERIFY2(fixture.window->statusBar()->currentMessage().contains(u"„x“"_s),
                 qPrintable(fixture.window->statusBar()->currentMessage()));
    }

    void anImportedPresetReplacesNone()
    {
        WindowFixture fixture;
        savePresetAs(fixture, u"night"_s);
        fixture.fake.exports.read = {
            .preset = views::Preset{.name = u"night"_s, .settings = FakeSettings::large()}, .error = {}};
        entry(menu(fixture), u"&Import preset…"_s)->trigger();
        auto *dialog = fixture.window->findChild<QFileDialog *>();
        QVERIFY(dialog);
        emit dialog->fileSelected(u"/tmp/night.json"_s);
        dialog->close();
        VERIFY_EVENTUALLY(fixture.fake.settings.findPreset(u"night (2)"_s));
        QCOMPARE(fixture.fake.settings.findPreset(u"night (2)"_s)->settings, FakeSettings::large());
        QCOMPARE(fixture.fake.settings.now, views::Settings{}); // an import applies nothing
        fixture.fake.exports.read = {.preset = {}, .error = u"not JSON: x"_s};
        entry(menu(fixture), u"&Import preset…"_s)->trigger();
        VERIFY_EVENTUALLY(fixture.window->findChildren<QFileDialog *>().size() == 1);
        emit fixture.window->findChild<QFileDialog *>()->fileSelected(u"/tmp/other.json"_s);
        VERIFY_EVENTUALLY(fixture.window->statusBar()->currentMessage().contains(u"not JSON"_s));
    }

    void invalidValuesOfAnImportedPresetAreNamed()
    {
        WindowFixture fixture;
        fixture.fake.exports.read = {.preset = views::Preset{.name = u"night"_s},
                                     .ignored = {u"control: there is no oracle"_s}};
        entry(menu(fixture), u"&Import preset…"_s)->trigger();
        emit fixture.window->findChild<QFileDialog *>()->fileSelected(u"/tmp/night.json"_s);
        VERIFY_EVENTUALLY(fixture.window->statusBar()->currentMessage().contains(u"there is no oracle"_s));
        QVERIFY(fixture.fake.settings.findPreset(u"night"_s));
    }

    void theSettingsInEffectAreExported()
    {
        WindowFixture fixture;
        entry(menu(fixture), u"&Export as preset…"_s)->trigger();
        auto *dialog = fixture.window->findChild<QFileDialog *>();
        QVERIFY(dialog);
        QCOMPARE(QFileInfo(dialog->selectedFiles().value(0)).fileName(), u"manometer.json"_s);
        emit dialog->fileSelected(u"/tmp/mine.json"_s);
        VERIFY_EVENTUALLY(fixture.window->statusBar()->currentMessage().contains(u"/tmp/mine.json"_s));
        QCOMPARE(fixture.fake.exports.written.constFirst().second, u"mine"_s);
    }

    void aPresetThatChangesTheLevelByTwoRevertsUnlessKept()
    {
        WindowFixture fixture;
        const views::Settings before = fixture.fake.settings.now;
        views::Settings strict = before; // the fakes' 70-odd percent become CRITICAL
        strict.thresholds.elevated = {.enterPercent = 10, .leavePercent = 8};
        strict.thresholds.high = {.enterPercent = 20, .leavePercent = 18};
        strict.thresholds.critical = {.enterPercent = 30, .leavePercent = 28};
        for (auto *each : {&strict.thresholds.elevated, &strict.thresholds.high, &strict.thresholds.critical})
            each->targetPercent = each->enterPercent - 5;
        QVERIFY(!pressure::findProblem(strict.thresholds));
        fixture.fake.settings.savePreset(u"strict"_s, strict);
        entry(menu(fixture), u"strict"_s)->trigger();
        QCOMPARE(fixture.fake.settings.now, strict);
        // Ending the notice without a click acts like its timeout.
        entry(menu(fixture), u"Server"_s)->trigger();
        QCOMPARE(fixture.fake.settings.now, FakeSettings::large());
        QTest::mouseClick(fixture.child<QPushButton>(u"noticeUndo"_s), Qt::LeftButton);
        QCOMPARE(fixture.fake.settings.now, before);
    }
};

MANOMETER_TEST(Gui, TestPresets)
#include "tst_presets.moc"
