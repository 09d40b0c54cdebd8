// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/Bytes.h"
#include "support/TestMain.h"

#include <QTest>

using namespace manometer::client;

class TestClientBytes : public QObject
{
    Q_OBJECT
private slots:
    void bytesAreEscapedForJson_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("text stays") << QByteArray("/a/b c.jpg") << QByteArray("/a/b c.jpg");
        QTest::newRow("UTF-8 stays") << QByteArray("\u00e9\u20ac\U0001f600")
                                     << QByteArray("\u00e9\u20ac\U0001f600");
        QTest::newRow("a backslash is two") << QByteArray("a\\b") << QByteArray("a\\\\b");
        QTest::newRow("what looks like an escape is none") << QByteArray("\\xFF") << QByteArray("\\\\xFF");
        QTest::newRow("a byte that is not UTF-8") << QByteArray("a\xff\x80z") << QByteArray("a\\xFF\\x80z");
        QTest::newRow("a truncated character") << QByteArray("\xe2\x82") << QByteArray("\\xE2\\x82");
        QTest::newRow("control characters stay, for JSON to escape")
            << QByteArray("a\n\x1b") << QByteArray("a\n\x1b");
    }
    void bytesAreEscapedForJson()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, text);
        QCOMPARE(QByteArray::fromStdString(escapedBytes(bytes.toStdString())), text);
        QCOMPARE(QByteArray::fromStdString(unescapedBytes(text.toStdString())), bytes);
    }

    void anEscapeThatIsNoneStays()
    {
        for (const char *text : {"\\x", "\\x4", "\\xZZ", "a\\", "\\n"})
            QCOMPARE(unescapedBytes(text), std::string(text));
    }

    void everyByteSurvives()
    {
        std::string bytes;
        for (int first = 1; first < 256; ++first)
            for (int second = 1; second < 256; second += 5)
                bytes += {static_cast<char>(first), static_cast<char>(second)};
        QCOMPARE(unescapedBytes(escapedBytes(bytes)), bytes);
    }

    void pathsArePercentEncoded()
    {
        QCOMPARE(percentEncoded("/a b/\xc3\xa9&?#%+.jpg"), std::string("/a%20b/%C3%A9%26%3F%23%25%2B.jpg"));
        QCOMPARE(percentEncoded("-._~09azAZ/"), std::string("-._~09azAZ/"));
        QCOMPARE(percentEncoded("\xff\n"), std::string("%FF%0A"));
    }
};

MANOMETER_TEST(None, TestClientBytes)
#include "tst_client_bytes.moc"
