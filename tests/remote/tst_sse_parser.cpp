// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/SseParser.h"
#include "support/TestMain.h"

#include <QTest>

using manometer::remote::SseEvent;
using manometer::remote::SseParser;

class TestSseParser : public QObject
{
    Q_OBJECT

    // name|data|id of each event, whatever the pieces.
    static QList<QByteArray> parsed(const QList<QByteArray> &pieces)
    {
        SseParser parser;
        QList<QByteArray> events;
        for (const QByteArray &piece : pieces)
            parser.feed(piece, [&events](const SseEvent &event) {
                events.append(event.name + '|' + event.data + '|' + event.id);
                return true;
            });
        return events;
    }

private slots:
    void aStreamIsTakenApart_data()
    {
        QTest::addColumn<QByteArray>("stream");
        QTest::addColumn<QList<QByteArray>>("expected");
        const auto row = [](const char *what, const QByteArray &stream, const QList<QByteArray> &expected) {
            QTest::newRow(what) << stream << expected;
        };
        row("an event with a name", "event: sample\ndata: {}\n\n", {"sample|{}|"});
        row("an event without a name", "data: x\n\n", {"|x|"});
        row("no blank after the colon", "event:a\ndata:x\n\n", {"a|x|"});
        row("only the first blank goes", "data:  x\n\n", {"| x|"});
        row("several data lines are one text", "data: a\ndata: b\ndata:\ndata: c\n\n", {"|a\nb\n\nc|"});
        row("comments are no events", ": \n\n:x\n\ndata: x\n\n", {"|x|"});
        row("an event without data is none", "event: a\n\ndata: x\n\n", {"|x|"});
        row("empty data is an event", "data\n\n", {"||"});
        row("the id stays", "id: r.1\ndata: a\n\ndata: b\n\n", {"|a|r.1", "|b|r.1"});
        row("an id with a zero byte is ignored", QByteArray("id: a\0b\ndata: x\n\n", 17), {"|x|"});
        row("unknown fields are ignored", "retry: 5\nfoo: bar\nbaz\ndata: x\n\n", {"|x|"});
        row("carriage returns end lines", "event: a\rdata: x\r\rdata: y\r\r", {"a|x|", "|y|"});
        row("both end one line", "event: a\r\ndata: x\r\n\r\ndata: y\r\n\r\n", {"a|x|", "|y|"});
        row("a byte order mark is skipped",
            "\xef\xbb\xbf"
            "data: x\n\n",
            {"|x|"});
        row("an event without its end is none", "data: x\n", {});
        row("text is not interpreted", "data: a: b\xff\n\n", {"|a: b\xff|"});
    }
    void aStreamIsTakenApart()
    {
        QFETCH(QByteArray, stream);
        QFETCH(QList<QByteArray>, expected);
        QCOMPARE(parsed({stream}), expected);
        // Wherever it is split in three.
        for (qsizetype first = 0; first <= stream.size(); ++first)
            for (qsizetype second = first; second <= stream.size(); ++second)
                QCOMPARE(parsed({stream.first(first), stream.sliced(first, second - first),
                                 stream.sliced(second)}),
                         expected);
    }

    void anEventBeyondTheBoundEndsTheStream_data()
    {
        QTest::addColumn<QByteArray>("piece");
        QTest::newRow("a line without end") << QByteArray(64, 'x');
        QTest::newRow("data lines without end") << QByteArray("data: 0123456789\n");
    }
    void anEventBeyondTheBoundEndsTheStream()
    {
        QFETCH(QByteArray, piece);
        SseParser parser(1000);
        bool isGood = true;
        int pieces = 0;
        while (isGood && ++pieces < 1000)
            isGood = parser.feed(piece, [](const SseEvent &) { return true; });
        QVERIFY(parser.isTooLarge());
        QVERIFY(pieces * piece.size() < 3000);
    }

    void aBoundedEventAfterManyIsNoProblem()
    {
        SseParser parser(100);
        for (int i = 0; i < 1000; ++i)
            QVERIFY(parser.feed("data: 0123456789012345678901234567890123456789\n\n",
                                [](const SseEvent &) { return true; }));
    }

    void theReceiverStopsIt()
    {
        SseParser parser;
        int events = 0;
        QVERIFY(!parser.feed("data: a\n\ndata: b\n\n", [&events](const SseEvent &) { return ++events > 1; }));
        QCOMPARE(events, 1);
        QVERIFY(!parser.isTooLarge());
    }
};

MANOMETER_TEST(None, TestSseParser)
#include "tst_sse_parser.moc"
