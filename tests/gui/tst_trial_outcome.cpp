// SPDX-License-Identifier: GPL-3.0-or-later
//
// While a notice offers to keep or revert new settings, it says what the former ones would have done since.
#include "gui/WindowFixture.h"
#include "gui/notice/NoticeBar.h"
#include "gui/presets/PresetMenu.h"
#include "gui/text/EvidenceText.h"
#include "support/TestMain.h"

using namespace manometer;
using namespace manometer::gui;

namespace {

views::WhatIfFigures ended(Level level, quint64 cuts)
{
    return {.cuts = cuts,
            .ribbon = {{.level = Level::Normal, .fromWallMs = 0, .toWallMs = 10},
                       {.level = level, .fromWallMs = 10, .toWallMs = 20}}};
}

views::WhatIfAnswer answer(const views::WhatIfFigures &applied, const views::WhatIfFigures &former)
{
    return {.samples = 20, .applied = applied, .draft = former};
}

class TrialFixture : public WindowFixture
{
public:
    TrialFixture()
    {
        fake.evidence.makeWhatIf = [this](const views::WhatIfQuestion &) { return views::answered(now); };
    }
    void apply(double percent) const
    {
        highEnter()->setValue(percent);
        QTest::mouseClick(WindowFixture::apply(), Qt::LeftButton);
    }
    QString notice() const { return text(u"noticeText"_s); }
    // What was asked with these thresholds as the draft.
    qsizetype askedAbout(const pressure::Thresholds &thresholds) const
    {
        return std::count_if(fake.evidence.whatIfQuestions.begin(), fake.evidence.whatIfQuestions.end(),
                             [&thresholds](const views::WhatIfQuestion &question) {
                                 return question.draft.thresholds == thresholds &&
                                        question.range != views::TimeRange();
                             });
    }

    views::WhatIfAnswer now = answer(ended(Level::High, 2), ended(Level::Elevated, 1));
};

} // namespace

class TestTrialOutcome : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { installTranslation(qApp, QLocale(QLocale::English, QLocale::UnitedStates)); }

    void theSentenceNamesWhatDiffers()
    {
        const auto sentence = [](const views::WhatIfFigures &applied, const views::WhatIfFigures &former) {
            return text::trialSentence(answer(applied, former));
        };
        QCOMPARE(sentence(ended(Level::High, 2), ended(Level::Elevated, 1)),
                 u"ELEVATED instead of HIGH with the former settings; "
                 "cuts of the cache: 1 instead of 2."_s);
        QCOMPARE(sentence(ended(Level::High, 2), ended(Level::High, 0)),
                 u"Cuts of the cache: 0 instead of 2 with the former settings."_s);
        QCOMPARE(sentence(ended(Level::Normal, 0), ended(Level::Critical, 0)),
                 u"CRITICAL instead of NORMAL with the former settings."_s);
        QCOMPARE(sentence(ended(Level::High, 1), ended(Level::High, 1)),
                 u"The same so far with the former settings."_s);
        views::WhatIfFigures later = ended(Level::High, 1);
        later.ribbon.front().toWallMs = later.ribbon.back().fromWallMs = 15;
        QCOMPARE(sentence(ended(Level::High, 1), later),
                 u"The same now with the former settings; the level differed for a time."_s);
        QCOMPARE(text::trialSentence({}), QString());
    }

    void theNoticeAfterApplySaysWhatTheFormerThresholdsWouldHaveDoneSince()
    {
        TrialFixture fixture;
        const pressure::Thresholds former = fixture.fake.settings.now.thresholds;
        const qint64 applied = fixture.fake.monitor.now.latest.wallMs;
        fixture.apply(78);
        QCOMPARE(fixture.notice(), u"New thresholds are in effect."_s);
        COMPARE_EVENTUALLY(fixture.notice(),
                           u"ELEVATED instead of HIGH with the former settings; cuts of the cache: 1 instead "
                           "of 2. New thresholds are in effect."_s);
        const views::WhatIfQuestion asked = fixture.fake.evidence.whatIfQuestions.back();
        QCOMPARE(asked.draft.thresholds, former);
        QCOMPARE(asked.range.fromWallMs, applied);
        QCOMPARE(asked.ribbonRange.fromWallMs, applied);
        fixture.now = answer(ended(Level::High, 2), ended(Level::High, 2)); // it follows
        COMPARE_EVENTUALLY(fixture.notice(),
                           u"The same so far with the former settings. New thresholds are in effect."_s);
    }

    void aPresetIsComparedWithAllSettingsBeforeIt()
    {
        TrialFixture fixture;
        const views::Settings former = fixture.fake.settings.now;
        for (QAction *action : fixture.window->findChild<PresetMenu *>()->actions())
            if (action->text() == u"Server"_s || action->text() == u"server"_s)
                action->trigger();
        QVERIFY(fixture.fake.settings.now != former);
        VERIFY_EVENTUALLY(fixture.notice().contains(u"ELEVATED instead of HIGH with the former settings"_s));
        QCOMPARE(fixture.fake.evidence.whatIfQuestions.back().draft, former);
    }

    void nothingIsAskedAfterTheNoticeAndALateAnswerIsIgnored()
    {
        TrialFixture fixture;
        const pressure::Thresholds former = fixture.fake.settings.now.thresholds;
        QPromise<views::WhatIfAnswer> open;
        open.start();
        fixture.fake.evidence.makeWhatIf = [&](const views::WhatIfQuestion &question) {
            return question.draft.thresholds == former && question.range != views::TimeRange()
                       ? open.future()
                       : views::answered(fixture.now);
        };
        fixture.apply(78);
        VERIFY_EVENTUALLY(fixture.askedAbout(former) == 1);
        QTest::mouseClick(fixture.child<QPushButton>(u"noticeKeep"_s), Qt::LeftButton);
        fixture.apply(79); // the next notice, in the same place
        open.addResult(fixture.now);
        open.finish();
        QTest::qWait(50);
        QCOMPARE(fixture.notice(), u"New thresholds are in effect."_s);
        QTest::mouseClick(fixture.child<QPushButton>(u"noticeKeep"_s), Qt::LeftButton);
        QTest::qWait(2'100); // longer than the interval
        QCOMPARE(fixture.askedAbout(former), 1);
    }

    void withoutAnAnswerTheNoticeStaysAsItIs()
    {
        TrialFixture fixture;
        int asked = 0;
        fixture.fake.evidence.makeWhatIf = [&asked](const views::WhatIfQuestion &) {
            ++asked;
            return views::failed<views::WhatIfAnswer>(views::Failure::Kind::NoBackend, u"no connection"_s);
        };
        fixture.apply(78);
        const int before = asked;
        VERIFY_EVENTUALLY(asked >= before + 2); // asks again after a failure
        QCOMPARE(fixture.notice(), u"New thresholds are in effect."_s);
    }
};

MANOMETER_TEST(Gui, TestTrialOutcome)
#include "tst_trial_outcome.moc"
