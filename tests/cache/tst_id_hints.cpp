// SPDX-License-Identifier: GPL-3.0-or-later
//
// Hints of where a key's row is: found again, renewed, removed, kept while the table grows; never more than
// hints.
#include "cache/disk/IdHints.h"
#include "support/TestMain.h"

#include <QTest>

#include <random>
#include <thread>

using namespace manometer::cache;
using namespace manometer::cache::disk;

namespace {

std::uint64_t hashOf(std::uint64_t key)
{
    return std::mt19937_64(key)();
}

EntryId idOf(std::uint64_t key)
{
    return EntryId{4 * (key + 1) + 1};
}

} // namespace

class TestIdHints : public QObject
{
    Q_OBJECT
private slots:
    void findsTheNewestIdOfAKey()
    {
        IdHints hints;
        QCOMPARE(hints.find(hashOf(1)), std::optional<EntryId>());
        hints.set(hashOf(1), EntryId{5});
        hints.set(hashOf(2), EntryId{9});
        hints.set(hashOf(1), EntryId{13});
        QCOMPARE(hints.find(hashOf(1)), EntryId{13});
        QCOMPARE(hints.find(hashOf(2)), EntryId{9});
        hints.remove(hashOf(1));
        QCOMPARE(hints.find(hashOf(1)), std::optional<EntryId>());
        hints.reset();
        QCOMPARE(hints.find(hashOf(2)), std::optional<EntryId>());
    }
    void idsOfAnySizeAreFoundIfTheyAreNearTheNewest()
    {
        IdHints hints;
        const std::uint64_t great = std::uint64_t{1} << 50;
        hints.set(hashOf(1), EntryId{great + 1});
        hints.set(hashOf(2), EntryId{great + (std::uint64_t{1} << 31)});
        QCOMPARE(hints.find(hashOf(1)), EntryId{great + 1});
        QCOMPARE(hints.find(hashOf(2)), EntryId{great + (std::uint64_t{1} << 31)});
    }
    void nearlyAllRowsAreFoundWhileTheTableGrows()
    {
        IdHints hints;
        constexpr std::uint64_t rows = 100'000;
        for (std::uint64_t key = 0; key < rows; ++key) {
            if (key % 1000 == 0)
                hints.reserve(key + 1000);
            hints.set(hashOf(key), idOf(key));
        }
        std::uint64_t found = 0;
        for (std::uint64_t key = 0; key < rows; ++key) {
            const auto hint = hints.find(hashOf(key));
            found += hint == idOf(key) ? 1 : 0;
        }
        QVERIFY2(found > rows / 100 * 95, qPrintable(QString::number(found)));
        // Some other key's hint for one in a million keys at most.
        int wrong = 0;
        for (std::uint64_t key = rows; key < 2 * rows; ++key)
            wrong += hints.find(hashOf(key)) ? 1 : 0;
        QVERIFY2(wrong < 30, qPrintable(QString::number(wrong)));
    }
    void withoutRoomTheLatestHintsAreKept()
    {
        IdHints hints;
        for (std::uint64_t key = 0; key < 10'000; ++key) {
            hints.set(hashOf(key), idOf(key));
            QCOMPARE(hints.find(hashOf(key)), idOf(key));
        }
    }
    void readersAreNotDisturbedByTheWriter()
    {
        IdHints hints;
        std::atomic<bool> isDone = false;
        std::atomic<bool> isRight = true;
        std::thread reader([&] {
            std::mt19937_64 random(1);
            while (!isDone) {
                const std::uint64_t key = random() % 20'000;
                if (const auto hint = hints.find(hashOf(key)); hint && *hint != idOf(key))
                    isRight = false;
                hints.set(hashOf(key), idOf(key));
            }
        });
        for (std::uint64_t key = 0; key < 20'000; ++key) {
            hints.reserve(key);
            hints.set(hashOf(key), idOf(key));
            if (key % 3 == 0)
                hints.remove(hashOf(key / 2));
        }
        isDone = true;
        reader.join();
        QVERIFY(isRight);
    }
};

MANOMETER_TEST(Core, TestIdHints)
#include "tst_id_hints.moc"
