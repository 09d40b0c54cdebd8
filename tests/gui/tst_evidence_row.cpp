// SPDX-License-Identifier: GPL-3.0-or-later
//
// The row of the Thresholds page with the hits at the limit of each level.
#include "gui/WindowFixture.h"
#include "support/TestMain.h"

#include <QDockWidget>

using namespace manometer;
using namespace manometer::gui;
using Lack = views::HitEvidence::Lack;

class TestEvidenceRow : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { installTranslation(qApp, QLocale(QLocale::English, QLocale::UnitedStates)); }

    void eachLevelHasItsFigureAndWhatItMeans()
    {
        const WindowFixture fixture;
        COMPARE_EVENTUALLY(fixture.text(u"highHits"_s), u"87.9 %"_s);
        QCOMPARE(fixture.text(u"criticalHits"_s), u"61.2 %"_s);
        QVERIFY(fixture.child<QLabel>(u"labelHits"_s)->isVisible());
        const QString help = fixture.child<QLabel>(u"highHits"_s)->accessibleDescription();
        QVERIFY2(help.contains(text::count(144'000)), qPrintable(help));
        QVERIFY2(help.contains(text::percent(0.5)), qPrintable(help));
        QVERIFY2(help.contains(text::percent(95.1)), qPrintable(help));
    }

    void withoutFiguresThereIsNoRow_data()
    {
        QTest::addColumn<Lack>("lack");
        QTest::newRow("too few requests") << Lack::FewRequests;
        QTest::newRow("an estimate that contradicts the measured ratio") << Lack::Contradicts;
    }
    void withoutFiguresThereIsNoRow()
    {
        QFETCH(Lack, lack);
        FakeViews fake;
        fake.evidence.now = {.lack = lack, .requests = 9};
        MainWindow window(fake.views());
        window.resize(1280, 800);
        window.show();
        VERIFY_EVENTUALLY(fake.evidence.asked > 0);
        QTest::qWait(50);
        QVERIFY(!window.findChild<QLabel *>(u"labelHits"_s)->isVisible());
        QVERIFY(!window.findChild<QLabel *>(u"highHits"_s)->isVisible());
    }

    void aHiddenPageAsksNothing()
    {
        const WindowFixture fixture;
        VERIFY_EVENTUALLY(fixture.fake.evidence.asked > 0);
        fixture.child<QDockWidget>(u"thresholdDock"_s)->hide();
        const int asked = fixture.fake.evidence.asked;
        fixture.child<QDockWidget>(u"thresholdDock"_s)->show();
        VERIFY_EVENTUALLY(fixture.fake.evidence.asked == asked + 1);
    }
};

MANOMETER_TEST(Gui, TestEvidenceRow)
#include "tst_evidence_row.moc"
