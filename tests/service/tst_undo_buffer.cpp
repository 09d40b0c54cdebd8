// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/entries/UndoBuffer.h"
#include "support/TestMain.h"

#include <QList>
#include <QTest>

using namespace manometer;
using namespace manometer::service;

namespace {

// Takes this share of the buffer; holds no bytes, so that the test needs no memory.
DeletedEntry entryOf(double share, const char *path = "/f")
{
    DeletedEntry entry;
    entry.info.path = path;
    const double all = share * static_cast<double>(UndoBuffer::capacityBytes);
    entry.info.valueBytes = static_cast<std::uint64_t>(all) - UndoBuffer::bytesOf(entry.info);
    return entry;
}

} // namespace

class TestUndoBuffer : public QObject
{
    Q_OBJECT
    QList<quint64> m_freed;
    UndoBuffer m_buffer{[this](quint64 undoId) { m_freed += undoId; }};

private slots:
    void init()
    {
        m_buffer.free();
        m_freed.clear();
    }

    void eachDeletionIsTakenOnce()
    {
        m_buffer.begin(1);
        m_buffer.begin(2);
        QVERIFY(m_buffer.add(1, entryOf(0.1, "/a")));
        QVERIFY(m_buffer.add(2, entryOf(0.1, "/b")));
        QVERIFY(m_buffer.add(1, entryOf(0.1, "/c")));
        const auto taken = m_buffer.take(1);
        QCOMPARE(taken.size(), std::size_t(2));
        QCOMPARE(taken[0].info.path, std::string("/a"));
        QCOMPARE(taken[1].info.path, std::string("/c"));
        QVERIFY(m_buffer.take(1).empty());
        QCOMPARE(m_buffer.take(2).size(), std::size_t(1));
        QVERIFY(m_buffer.take(3).empty());
        QVERIFY(m_freed.isEmpty());
    }

    void aDeletionThatNeedsRoomFreesTheOldestOthers()
    {
        for (const quint64 undoId : {1, 2, 3}) {
            m_buffer.begin(undoId);
            QVERIFY(m_buffer.add(undoId, entryOf(0.3)));
        }
        QVERIFY(m_buffer.add(2, entryOf(0.3)));
        QCOMPARE(m_freed, QList<quint64>{1});
        QVERIFY(m_buffer.add(2, entryOf(0.3)));
        QCOMPARE(m_freed, (QList<quint64>{1, 3}));
        QVERIFY(m_buffer.take(1).empty());
        QCOMPARE(m_buffer.take(2).size(), std::size_t(3));
        QVERIFY(!m_buffer.add(3, entryOf(0.1))); // freed: nothing more of it is held
        QVERIFY(m_buffer.take(3).empty());
    }

    void aDeletionLargerThanTheBufferIsNotHeldAndFreesNoOther()
    {
        m_buffer.begin(1);
        QVERIFY(m_buffer.add(1, entryOf(0.4)));
        m_buffer.begin(2);
        QVERIFY(m_buffer.add(2, entryOf(0.6)));
        QVERIFY(!m_buffer.add(2, entryOf(0.5)));
        QVERIFY(m_buffer.take(2).empty());
        QCOMPARE(m_buffer.take(1).size(), std::size_t(1));
        QVERIFY(m_freed.isEmpty());
    }

    void whatIsTakenMakesRoom()
    {
        for (quint64 undoId = 1; undoId < 5; ++undoId) {
            m_buffer.begin(undoId);
            QVERIFY(m_buffer.add(undoId, entryOf(0.9)));
            QCOMPARE(m_buffer.take(undoId).size(), std::size_t(1));
        }
        QVERIFY(m_freed.isEmpty());
    }

    void freeingReportsEveryDeletion()
    {
        m_buffer.begin(1);
        m_buffer.begin(2);
        QVERIFY(m_buffer.add(2, entryOf(0.1)));
        m_buffer.free();
        QCOMPARE(m_freed, (QList<quint64>{1, 2}));
        QVERIFY(m_buffer.take(2).empty());
        m_buffer.begin(3);
        QVERIFY(m_buffer.add(3, entryOf(0.9)));
    }
};

MANOMETER_TEST(None, TestUndoBuffer)
#include "tst_undo_buffer.moc"
