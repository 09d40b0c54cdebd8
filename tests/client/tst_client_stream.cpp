// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/EventStream.h"
#include "support/TestMain.h"

#include <QTest>

using namespace manometer::client;

namespace {

// "name|id|data" of each event of the bytes, taken in pieces of this size.
QByteArrayList events(std::string_view bytes, std::size_t pieceBytes)
{
    QByteArrayList all;
    EventStream stream;
    while (!bytes.empty()) {
        const auto piece = bytes.substr(0, pieceBytes);
        bytes.remove_prefix(piece.size());
        stream.take(piece, [&all](const StreamEvent &event) {
            all += QByteArray::fromStdString(event.name + '|' + event.id + '|' + event.data);
            return true;
        });
    }
    return all;
}

} // namespace

class TestClientStream : public QObject
{
    Q_OBJECT
private slots:
    void eventsAreReadInPiecesOfAnySize_data()
    {
        QTest::addColumn<QByteArray>("stream");
        QTest::addColumn<QByteArrayList>("expected");
        QTest::newRow("an event with all fields")
            << QByteArray("id: 7.1\nevent: sample\ndata: {}\n\n") << QByteArrayList{"sample|7.1|{}"};
        QTest::newRow("an event with data only") << QByteArray("data: x\n\n") << QByteArrayList{"||x"};
        QTest::newRow("the id of an earlier event")
            << QByteArray("id: 1\ndata: x\n\ndata: y\n\n") << QByteArrayList{"|1|x", "|1|y"};
        QTest::newRow("an id without data") << QByteArray("id: 1\n\ndata: y\n\n") << QByteArrayList{"|1|y"};
        QTest::newRow("an empty id") << QByteArray("id: 1\ndata: x\n\nid\ndata: y\n\n")
                                     << QByteArrayList{"|1|x", "||y"};
        QTest::newRow("data of more lines")
            << QByteArray("data: x\ndata: y\ndata\n\n") << QByteArrayList{"||x\ny\n"};
        QTest::newRow("empty data") << QByteArray("data\n\n") << QByteArrayList{"||"};
        QTest::newRow("comments") << QByteArray(": beat\n\n:\ndata: x\n: beat\n\n") << QByteArrayList{"||x"};
        QTest::newRow("no blank after the colon") << QByteArray("data:x\n\n") << QByteArrayList{"||x"};
        QTest::newRow("only one blank is removed") << QByteArray("data:  x\n\n") << QByteArrayList{"|| x"};
        QTest::newRow("carriage returns")
            << QByteArray("data: x\r\rdata: y\r\r") << QByteArrayList{"||x", "||y"};
        QTest::newRow("both line ends")
            << QByteArray("event: e\r\ndata: x\r\n\r\ndata: y\r\n\r\n") << QByteArrayList{"e||x", "||y"};
        QTest::newRow("a byte order mark") << QByteArray("\xef\xbb\xbf"
                                                         "data: x\n\n")
                                           << QByteArrayList{"||x"};
        QTest::newRow("unknown fields")
            << QByteArray("retry: 5\nfoo: bar\ndata: x\n\n") << QByteArrayList{"||x"};
        QTest::newRow("an event that does not end") << QByteArray("data: x\n") << QByteArrayList();
        QTest::newRow("a name without data")
            << QByteArray("event: e\n\ndata: x\n\n") << QByteArrayList{"||x"};
    }
    void eventsAreReadInPiecesOfAnySize()
    {
        QFETCH(QByteArray, stream);
        QFETCH(QByteArrayList, expected);
        for (std::size_t size : {1, 2, 3, 1000})
            QCOMPARE(events(stream.toStdString(), size), expected);
    }

    void anEventThatIsTooLongIsReportedAsCut()
    {
        EventStream stream;
        QList<bool> cut;
        const auto note = [&cut](const StreamEvent &event) {
            cut += event.isCut;
            return !event.isCut || event.data.empty();
        };
        const std::string piece(1 << 20, 'x');
        stream.take("data: ", note);
        for (int i = 0; i < 8; ++i)
            stream.take(piece, note);
        stream.take("\ndata: y\n", note);
        QVERIFY(cut.isEmpty());
        stream.take("\ndata: z\n\n", note);
        QCOMPARE(cut, (QList<bool>{true, false}));
    }

    void manyLinesOfOneEventAreBounded()
    {
        EventStream stream;
        QList<bool> cut;
        const std::string line = "data: " + std::string(10'000, 'x') + '\n';
        const auto note = [&cut](const StreamEvent &event) {
            cut += event.isCut;
            return true;
        };
        for (int i = 0; i < 1000; ++i)
            stream.take(line, note);
        stream.take("\n", note);
        QCOMPARE(cut, (QList<bool>{true}));
    }

    void theReceiverEndsTheStream()
    {
        EventStream stream;
        int events = 0;
        const bool goesOn = stream.take("data: x\n\ndata: y\n\n", [&events](const StreamEvent &) {
            ++events;
            return false;
        });
        QVERIFY(!goesOn);
        QCOMPARE(events, 1);
    }
};

MANOMETER_TEST(None, TestClientStream)
#include "tst_client_stream.moc"
