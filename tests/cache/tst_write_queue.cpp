// SPDX-License-Identifier: GPL-3.0-or-later
#include "cache/disk/WriteQueue.h"

#include <QTest>

using namespace manometer::cache;

namespace {

using Kind = WriteQueue::Answer::Kind;

QueuedWrite value(std::uint64_t version, std::size_t bytes = 10)
{
    QueuedWrite write;
    write.bytes = std::make_shared<const std::string>(bytes, 'x');
    write.version.sizeBytes = version;
    return write;
}

} // namespace

class TestWriteQueue : public QObject
{
    Q_OBJECT
private slots:
    void whatIsQueuedIsTheTruth()
    {
        WriteQueue queue;
        QCOMPARE(queue.find("a", 1).kind, Kind::AskDisk);
        QVERIFY(queue.put("a", 1, value(7)));
        QCOMPARE(queue.find("a", 1).kind, Kind::Queued);
        QCOMPARE(queue.find("a", 1).write.version.sizeBytes, std::uint64_t(7));
        queue.erase("a", 1);
        QCOMPARE(queue.find("a", 1).kind, Kind::Gone);
    }

    void writesToOneKeyAreOneWrite()
    {
        WriteQueue queue;
        for (std::uint64_t version = 1; version <= 100; ++version)
            QVERIFY(queue.put("a", 1, value(version)));
        QCOMPARE(queue.size(), std::size_t(1));
        const auto batch = queue.take();
        QCOMPARE(batch.writes.size(), std::size_t(1));
        QCOMPARE(batch.writes[0].write.version.sizeBytes, std::uint64_t(100));
    }

    void whatIsBeingWrittenStaysVisibleUntilItIsDone()
    {
        WriteQueue queue;
        queue.put("a", 1, value(1));
        const auto batch = queue.take();
        QCOMPARE(queue.find("a", 1).kind, Kind::Queued);
        queue.done(batch);
        QCOMPARE(queue.find("a", 1).kind, Kind::AskDisk);
    }

    void aWriteThatCameMeanwhileIsNotForgottenWithTheOlderOne()
    {
        WriteQueue queue;
        queue.put("a", 1, value(1));
        const auto batch = queue.take();
        queue.put("a", 1, value(2));
        queue.done(batch);
        QCOMPARE(queue.find("a", 1).write.version.sizeBytes, std::uint64_t(2));
        QCOMPARE(queue.take().writes.size(), std::size_t(1));
    }

    void whatCouldNotBeWrittenIsTakenAgain()
    {
        WriteQueue queue;
        queue.put("a", 1, value(1));
        queue.put("b", 2, value(1));
        queue.putBack(queue.take());
        const auto batch = queue.take();
        QCOMPARE(batch.writes.size(), std::size_t(2));
        QCOMPARE(batch.writes[0].key, std::string("a"));
    }

    void aFullQueueRefusesTheValueAndInvalidatesTheOldRow()
    {
        WriteQueue queue;
        for (std::size_t i = 0; i < WriteQueue::maximumEntries; ++i)
            QVERIFY(queue.put("key" + std::to_string(i), 1000 + i, value(1)));
        QVERIFY(!queue.put("late", 5, value(1)));
        QCOMPARE(queue.find("late", 5).kind, Kind::Gone);
        QCOMPARE(queue.take().invalidations.size(), std::size_t(1));
        // A key that is in the queue already needs no more room.
        QVERIFY(queue.put("key0", 1000, value(2)));
    }

    void aKeyWhoseNewValueDoesNotFitIsErasedAndNotLeftOld()
    {
        WriteQueue queue;
        QVERIFY(queue.put("a", 1, value(1, 100)));
        QVERIFY(!queue.put("a", 1, value(2, WriteQueue::maximumBytes + 1)));
        QCOMPARE(queue.find("a", 1).kind, Kind::Gone);
        const auto batch = queue.take();
        QCOMPARE(batch.writes.size(), std::size_t(1));
        QVERIFY(!batch.writes[0].write.bytes);
    }

    void bytesAreGivenBackWhenWritten()
    {
        WriteQueue queue;
        for (int round = 0; round < 10; ++round) {
            QVERIFY(queue.put("a", 1, value(1, WriteQueue::maximumBytes / 2)));
            queue.done(queue.take());
        }
        QVERIFY(queue.isEmpty());
    }

    void afterClearEverythingOnDiskIsGone()
    {
        WriteQueue queue;
        queue.put("a", 1, value(1));
        queue.clear();
        QCOMPARE(queue.find("a", 1).kind, Kind::Gone);
        QCOMPARE(queue.find("never seen", 9).kind, Kind::Gone);
        queue.put("b", 2, value(1));
        QCOMPARE(queue.find("b", 2).kind, Kind::Queued);
        const auto batch = queue.take();
        QVERIFY(batch.clearSequence != 0);
        QCOMPARE(batch.writes.size(), std::size_t(1));
        queue.done(batch);
        QCOMPARE(queue.find("a", 1).kind, Kind::AskDisk);
    }

    void theSequenceOfABatchCoversWhatWasQueuedBefore()
    {
        WriteQueue queue;
        queue.put("a", 1, value(1));
        queue.put("b", 2, value(1));
        const auto target = queue.lastSequence();
        QVERIFY(queue.take().lastSequence >= target);
    }
};

QTEST_GUILESS_MAIN(TestWriteQueue)
#include "tst_write_queue.moc"
