// SPDX-License-Identifier: GPL-3.0-or-later
#include "pressure/control/Thresholds.h"
#include "pressure/rehearsal/Curve.h"
#include "support/TestMain.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace manometer::pressure;
using Seconds = Curve::Seconds;

class TestCurve : public QObject
{
    Q_OBJECT
private slots:
    void theValueIsOnTheLineBetweenThePoints_data()
    {
        QTest::addColumn<QString>("curve");
        QTest::addColumn<double>("seconds");
        QTest::addColumn<double>("percent");
        const auto row = [](const char *curve, double seconds, double percent) {
            QTest::addRow("%s at %g s", curve, seconds) << QString::fromLatin1(curve) << seconds << percent;
        };
        row("ramp", -1, 40);
        row("ramp", 0, 40);
        row("ramp", 10, 40);
        row("ramp", 35, 68.5); // half of the rise from 40 to 97
        row("ramp", 62, 97);
        row("ramp", 70, 68.5);
        row("ramp", 120, 40);
        row("ramp", 1e6, 40); // holds
        row("burst", 9.9, 40);
        row("burst", 12, 70);
        row("burst", 41, 84);
        row("burst", 71, 95);
        row("burst", 90, 40);
        row("burst", 132, 70); // repeats
        row("sawtooth", 0, 50);
        row("sawtooth", 20, 72);
        row("sawtooth", 40, 50); // a step
        row("sawtooth", 140, 72);
    }
    void theValueIsOnTheLineBetweenThePoints()
    {
        QFETCH(QString, curve);
        QFETCH(double, seconds);
        QFETCH(double, percent);
        const double got = namedCurve(curve.toStdString())->percentAt(Seconds(seconds));
        QVERIFY2(std::abs(got - percent) < 1e-9, qPrintable(QString::number(got)));
    }

    void theSawtoothFallsAtOnce()
    {
        const auto curve = namedCurve("sawtooth");
        QVERIFY(curve->percentAt(Seconds(39.999)) > 93.9);
        QVERIFY(curve->percentAt(Seconds(40.001)) < 50.1);
    }

    void theNoiseIsTheSameEachTime()
    {
        QCOMPARE(namedCurve("noise")->points(), namedCurve("noise")->points());
        // Of any standard library: the values themselves are part of the contract.
        QVERIFY(std::abs(namedCurve("noise")->points().at(1).percent - 70) > 0.01);
    }

    void eachCurveReachesEveryLevelWithTheDefaults()
    {
        for (const std::string_view name : curveNames) {
            const auto curve = namedCurve(name);
            const auto [low, high] = std::minmax_element(
                curve->points().begin(), curve->points().end(),
                [](const CurvePoint &a, const CurvePoint &b) { return a.percent < b.percent; });
            QVERIFY2(low->percent < Thresholds().elevated.leavePercent, name.data());
            QVERIFY2(high->percent > Thresholds().critical.enterPercent, name.data());
            QVERIFY2(low->percent >= 0 && high->percent <= 100, name.data());
            QVERIFY(curve->duration() >= Seconds(120));
        }
    }

    void anotherNameIsNoCurve()
    {
        QVERIFY(!namedCurve("Ramp"));
        QVERIFY(!namedCurve(""));
    }
};

MANOMETER_TEST(Core, TestCurve)
#include "tst_curve.moc"
