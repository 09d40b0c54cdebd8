// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/curve/LruDistances.h"
#include "support/TestMain.h"

#include <QTest>

#include <algorithm>
#include <list>
#include <random>

using namespace manometer::insight;

class TestLruDistances : public QObject
{
    Q_OBJECT
private slots:
    void aDistanceIsTheNumberOfOtherKeysUsedSince()
    {
        LruDistances distances(8);
        QVERIFY(!distances.use(1));
        QCOMPARE(distances.use(1), std::optional<std::uint32_t>(0));
        QVERIFY(!distances.use(2));
        QVERIFY(!distances.use(3));
        QCOMPARE(distances.use(2), std::optional<std::uint32_t>(1));
        QCOMPARE(distances.use(1), std::optional<std::uint32_t>(2)); // 2 was used twice
    }

    void aRemovedKeyIsNew()
    {
        LruDistances distances(8);
        for (const std::uint64_t key : {1, 2, 3})
            distances.use(key);
        distances.remove(2);
        distances.remove(99);
        QCOMPARE(distances.size(), std::size_t(2));
        QCOMPARE(distances.use(1), std::optional<std::uint32_t>(1));
        QVERIFY(!distances.use(2));
    }

    // Also over many renumberings: a list that is searched is slow, and obviously right.
    void theDistancesEqualThoseOfAList()
    {
        constexpr std::size_t keys = 64;
        LruDistances distances(keys);
        std::list<std::uint64_t> used; // newest first
        std::mt19937_64 random(1);
        for (int round = 0; round < 20'000; ++round) {
            const std::uint64_t key = std::min(random() % keys, random() % keys);
            const auto found = std::find(used.begin(), used.end(), key);
            if (random() % 50 == 0) {
                distances.remove(key);
                if (found != used.end())
                    used.erase(found);
                continue;
            }
            std::optional<std::uint32_t> expected;
            if (found != used.end()) {
                expected = static_cast<std::uint32_t>(std::distance(used.begin(), found));
                used.erase(found);
            }
            used.push_front(key);
            QCOMPARE(distances.use(key), expected);
            QCOMPARE(distances.size(), used.size());
        }
    }
};

MANOMETER_TEST(Core, TestLruDistances)
#include "tst_lru_distances.moc"
