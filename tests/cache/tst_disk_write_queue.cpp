// SPDX-License-Identifier: GPL-3.0-or-later
#include "cache/disk/WriteQueue.h"
#include "support/TestMain.h"

#include <QTest>

using namespace manometer::cache;
using disk::ChangePtr;
using disk::QueueAnswer;
using disk::WriteQueue;

namespace {

RecordPtr record(const std::string &path, std::uint64_t id, std::size_t bytes = 10)
{
    return std::make_shared<const Record>(Record{.id = EntryId{id},
                                                 .key = EntryKey(path, ""),
                                                 .version = {},
                                                 .note = {},
                                                 .stored = {},
                                                 .bytes = std::string(bytes, 'x')});
}

} // namespace

class TestDiskWriteQueue : public QObject
{
    Q_OBJECT

private slots:
    void keepsTheNewestChangeOfAKey();
    void anEraseThatIsOlderThanTheWriteIsIgnored();
    void aFullQueueKeepsTheKeyAsAnErase();
    void theNumberOfQueuedErasesIsBounded();
    void changesStayFindableUntilTheyAreDone();
    void aChangeReplacedWhileItIsWrittenIsWrittenAgain();
    void aFlushDoesNotWaitForLaterChanges();
};

void TestDiskWriteQueue::keepsTheNewestChangeOfAKey()
{
    WriteQueue queue;
    queue.put(record("/a", 1));
    queue.put(record("/a", 2));
    QCOMPARE(queue.changes().size(), 1u);
    QCOMPARE(queue.find(EntryKey("/a", ""))->id, EntryId{2});
    queue.erase(EntryKey("/a", ""), EntryId{3});
    QCOMPARE(queue.changes().size(), 1u);
    QVERIFY(!queue.find(EntryKey("/a", ""))->record);
}

void TestDiskWriteQueue::anEraseThatIsOlderThanTheWriteIsIgnored()
{
    WriteQueue queue;
    queue.put(record("/a", 5));
    queue.erase(EntryKey("/a", ""), EntryId{4});
    QVERIFY(queue.find(EntryKey("/a", ""))->record);
}

void TestDiskWriteQueue::aFullQueueKeepsTheKeyAsAnErase()
{
    WriteQueue queue;
    std::uint64_t id = 0;
    std::string path;
    QueueAnswer answer = QueueAnswer::Queued;
    while (answer == QueueAnswer::Queued && id < 100'000) {
        path = "/" + std::to_string(++id);
        answer = queue.put(record(path, id));
    }
    QCOMPARE(answer, QueueAnswer::Invalidated);
    const ChangePtr kept = queue.find(EntryKey(path, ""));
    QVERIFY(kept && !kept->record);
    // A key that has its place may still change.
    QCOMPARE(queue.put(record("/1", id + 1)), QueueAnswer::Queued);
}

void TestDiskWriteQueue::theNumberOfQueuedErasesIsBounded()
{
    WriteQueue queue;
    std::uint64_t id = 0;
    QueueAnswer answer = QueueAnswer::Queued;
    while (answer != QueueAnswer::Overflowed && id < 1'000'000) {
        ++id;
        answer = queue.erase(EntryKey("/" + std::to_string(id), ""), EntryId{id});
    }
    QCOMPARE(answer, QueueAnswer::Overflowed);
}

void TestDiskWriteQueue::changesStayFindableUntilTheyAreDone()
{
    WriteQueue queue;
    queue.put(record("/a", 1));
    const auto batch = queue.oldest(10, 1000);
    QCOMPARE(batch.size(), 1u);
    QVERIFY(queue.find(EntryKey("/a", "")));
    queue.done(batch);
    QVERIFY(!queue.find(EntryKey("/a", "")));
}

void TestDiskWriteQueue::aChangeReplacedWhileItIsWrittenIsWrittenAgain()
{
    WriteQueue queue;
    queue.put(record("/a", 1));
    const auto batch = queue.oldest(10, 1000);
    queue.put(record("/a", 2));
    queue.done(batch);
    QCOMPARE(queue.find(EntryKey("/a", ""))->id, EntryId{2});
}

void TestDiskWriteQueue::aFlushDoesNotWaitForLaterChanges()
{
    WriteQueue queue;
    queue.put(record("/a", 1));
    const std::uint64_t mark = queue.mark();
    const auto batch = queue.oldest(10, 1000);
    queue.put(record("/a", 2));
    queue.put(record("/b", 3));
    QVERIFY(queue.holdsUpTo(mark));
    queue.done(batch);
    QVERIFY(!queue.holdsUpTo(mark));
}

MANOMETER_TEST(Core, TestDiskWriteQueue)
#include "tst_disk_write_queue.moc"
