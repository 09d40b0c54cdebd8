// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/Endpoint.h"
#include "support/Files.h"
#include "support/TestMain.h"

#include <QTest>

#include <sys/stat.h>

using manometer::remote::Endpoint;
using manometer::remote::readToken;

class TestEndpoint : public QObject
{
    Q_OBJECT

private slots:
    void anEndpointIsASocketOrALoopbackPort_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("understood");
        QTest::newRow("a socket") << QByteArray("unix:/run/user/1000/manometer/api.sock")
                                  << QByteArray("unix:/run/user/1000/manometer/api.sock");
        QTest::newRow("a path that is not UTF-8")
            << QByteArray("unix:/tmp/\xff") << QByteArray("unix:/tmp/\xff");
        QTest::newRow("IPv4") << QByteArray("http://127.0.0.1:4711") << QByteArray("http://127.0.0.1:4711");
        QTest::newRow("a slash at the end")
            << QByteArray("http://127.0.0.1:4711/") << QByteArray("http://127.0.0.1:4711");
        QTest::newRow("IPv6") << QByteArray("http://[::1]:4711") << QByteArray("http://[::1]:4711");
        QTest::newRow("localhost") << QByteArray("http://localhost:1") << QByteArray("http://127.0.0.1:1");
    }
    void anEndpointIsASocketOrALoopbackPort()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, understood);
        const auto endpoint = Endpoint::parse(text, "/token");
        QVERIFY2(endpoint, endpoint ? "" : qPrintable(endpoint.error()));
        QCOMPARE(endpoint->toText(), understood);
        QCOMPARE(endpoint->tokenFile, QByteArray("/token"));
    }

    void anythingElseIsRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text :
             {"", "unix:", "unix:relative.sock", "127.0.0.1:4711", "https://127.0.0.1:4711",
              "ftp://127.0.0.1:4711", "http://127.0.0.1", "http://127.0.0.1:0", "http://127.0.0.1:70000",
              "http://192.168.1.5:4711", "http://example.org:4711", "http://127.0.0.1.example.org:4711",
              "http://user:word@127.0.0.1:4711", "http://127.0.0.1:4711/api", "http://127.0.0.1:4711?x=1",
              "http://127.0.0.1:4711#x", "http://[::2]:4711"})
            QTest::addRow("%s", text) << QByteArray(text);
        QTest::newRow("a path that no socket can have") << "unix:/" + QByteArray(107, 'a');
        QTest::newRow("a zero byte") << QByteArray("unix:/tmp/a\0b", 13);
    }
    void anythingElseIsRefused()
    {
        QFETCH(QByteArray, text);
        const auto endpoint = Endpoint::parse(text, "/token");
        QVERIFY(!endpoint);
        QVERIFY(!endpoint.error().isEmpty());
    }

    void tcpNeedsATokenFile()
    {
        QVERIFY(!Endpoint::parse("http://127.0.0.1:4711"));
        QVERIFY(Endpoint::parse("unix:/tmp/api.sock"));
    }

    void aTokenIsTheFilesOneLine()
    {
        const manometer::test::Folder folder;
        const QByteArray file = folder.path().toUtf8() + "/token";
        const QByteArray token(64, 'a');
        QVERIFY(manometer::test::writeFile(file, token + '\n'));
        QCOMPARE(readToken(file).value_or(QByteArray()), token);
        QVERIFY(manometer::test::writeFile(file, token));
        QCOMPARE(readToken(file).value_or(QByteArray()), token);
    }

    void aFileWithoutATokenIsRefusedAndNotQuoted_data()
    {
        QTest::addColumn<QByteArray>("contents");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("too short") << QByteArray(63, 'a');
        QTest::newRow("too long") << QByteArray(65, 'a');
        QTest::newRow("not hexadecimal") << QByteArray(64, 'x');
        QTest::newRow("a header behind it") << QByteArray(64, 'a').replace(10, 20, "\r\nX-Evil: aaaaaaaaa");
        QTest::newRow("huge") << QByteArray(1 << 20, 'a');
    }
    void aFileWithoutATokenIsRefusedAndNotQuoted()
    {
        QFETCH(QByteArray, contents);
        const manometer::test::Folder folder;
        const QByteArray file = folder.path().toUtf8() + "/token";
        QVERIFY(manometer::test::writeFile(file, contents));
        const auto token = readToken(file);
        QVERIFY(!token);
        QVERIFY(!token.error().contains(QLatin1StringView("aaaaaaaaa")));
        QVERIFY(!token.error().contains(QLatin1StringView("xxxxxxxxx")));
    }

    void aTokenFileThatIsNoFileIsRefusedAtOnce()
    {
        const manometer::test::Folder folder;
        const QByteArray fifo = folder.path().toUtf8() + "/fifo";
        QCOMPARE(::mkfifo(fifo.constData(), 0600), 0);
        QVERIFY(!readToken(fifo));
        QVERIFY(!readToken(folder.path().toUtf8()));
        QVERIFY(!readToken(folder.path().toUtf8() + "/missing"));
    }
};

MANOMETER_TEST(None, TestEndpoint)
#include "tst_endpoint.moc"
