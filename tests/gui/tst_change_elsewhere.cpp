// SPDX-License-Identifier: GPL-3.0-or-later
//
// Another client changes the settings while the window has a draft, or a notice that offers to revert.
#include "gui/WindowFixture.h"
#include "gui/notice/NoticeBar.h"
#include "gui/presets/PresetMenu.h"
#include "gui/presets/WindowSettings.h"
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
        QCOMPARE(applied.back()[1].value<pressure::Thresholds>(), highAt(78));
        behind.announceNext();
        QCOMPARE(model.changeCount(), 0);
        model.undoStack()->undo();
        QCOMPARE(behind.waiting.front().thresholds, pressure::Thresholds());
        behind.announceNext();
        QCOMPARE(model.applied(), pressure::Thresholds());
        QCOMPARE(model.draft(), highAt(78));
    }
};

MANOMETER_TEST(Gui, TestChangeElsewhere)
#include "tst_change_elsewhere.moc"
