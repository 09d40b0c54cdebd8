// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/RemoteClock.h"
#include "support/TestMain.h"

#include <QTest>

#include <limits>
#include <random>

using manometer::remote::RemoteClock;

class TestRemoteClock : public QObject
{
    Q_OBJECT

    qint64 m_now = 0;
    // The server's machine was started this much later than this one.
    static constexpr qint64 difference = 1'000'000;

    RemoteClock clock()
    {
        m_now = 5'000'000;
        return RemoteClock([this] { return m_now; });
    }
    qint64 serverNow() const { return m_now - difference; }

private slots:
    void timesAreUnchangedBeforeAnythingIsKnown() { QCOMPARE(clock().toLocal(42), 42); }

    void aSampleThatArrivesAtOnceGivesTheDifference()
    {
        RemoteClock remote = clock();
        remote.observe(serverNow());
        QCOMPARE(remote.toLocal(serverNow()), m_now);
        QCOMPARE(remote.toLocal(serverNow() + 7000), m_now + 7000); // a count-down's end
    }

    void delaysOfSomeSamplesDoNotMatter()
    {
        RemoteClock remote = clock();
        for (const qint64 delay : {0, 40, 3, 500, 12}) {
            m_now += 1000;
            remote.observe(serverNow() - delay);
            QCOMPARE(remote.toLocal(serverNow()), m_now);
        }
    }

    // The samples that were buffered meanwhile arrive all at once.
    void aSuspendOfEitherMachineDoesNotMatter()
    {
        RemoteClock remote = clock();
        for (int i = 0; i < 200; ++i) {
            m_now += 1000;
            remote.observe(serverNow());
        }
        const qint64 asleep = 8 * 3'600'000;
        m_now += asleep;
        for (qint64 age = asleep; age >= 1000; age -= 100'000) {
            remote.observe(serverNow() - age);
            QCOMPARE(remote.toLocal(serverNow()), m_now);
        }
    }

    void clocksOfDifferentSpeedAreFollowed()
    {
        RemoteClock remote = clock();
        const qint64 begin = serverNow();
        double server = static_cast<double>(begin);
        for (int second = 0; second < 3600; ++second) {
            m_now += 1000;
            server += 1000.5; // half a millisecond a second, the most that a clock is slewed
            remote.observe(static_cast<qint64>(server));
            QVERIFY(std::abs(remote.toLocal(static_cast<qint64>(server)) - m_now) <= 61);
        }
        for (int second = 0; second < 3600; ++second) {
            m_now += 1000;
            server += 999.5;
            remote.observe(static_cast<qint64>(server));
            QVERIFY(std::abs(remote.toLocal(static_cast<qint64>(server)) - m_now) <= 61);
        }
    }

    void translatedTimesOfSamplesAscend()
    {
        RemoteClock remote = clock();
        const auto seed = std::random_device{}();
        std::mt19937 random(seed);
        std::uniform_int_distribution<int> delays(0, 900);
        qint64 last = std::numeric_limits<qint64>::min();
        for (int i = 0; i < 1000; ++i) {
            m_now += 1000;
            const qint64 taken = serverNow() - delays(random);
            remote.observe(taken);
            const qint64 translated = remote.toLocal(taken);
            QVERIFY2(translated > last, qPrintable(QStringLiteral("seed %1").arg(seed)));
            QVERIFY(translated <= m_now);
            last = translated;
        }
    }

    void theEstimateAppliesUntilASampleIsPushed()
    {
        RemoteClock remote = clock();
        remote.estimate(serverNow() - 800, 300); // it is 800 ms old, but the wall clocks say 300
        QCOMPARE(remote.toLocal(serverNow()), m_now + 500);
        m_now += 200;
        remote.observe(serverNow());
        remote.estimate(serverNow() - 800, 300);
        QCOMPARE(remote.toLocal(serverNow()), m_now);
    }

    void aSampleOfTheFutureIsTakenForANewOne()
    {
        RemoteClock remote = clock();
        remote.estimate(serverNow(), -3'600'000); // the server's wall clock is an hour ahead
        QCOMPARE(remote.toLocal(serverNow()), m_now);
    }

    void anotherBootBeginsAgain()
    {
        RemoteClock remote = clock();
        remote.observe(serverNow());
        remote.reset();
        QCOMPARE(remote.toLocal(5), 5);
        m_now += 60'000;
        remote.observe(20'000);
        QCOMPARE(remote.toLocal(20'000), m_now);
    }

    void aClockThatWentBackBeginsAgain()
    {
        RemoteClock remote = clock();
        remote.observe(serverNow());
        m_now += 1000;
        remote.observe(7);
        QCOMPARE(remote.toLocal(7), m_now);
    }
};

MANOMETER_TEST(None, TestRemoteClock)
#include "tst_remote_clock.moc"
