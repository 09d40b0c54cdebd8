// SPDX-License-Identifier: GPL-3.0-or-later
#include "exiftool/ArgumentLines.h"
#include "support/TestMain.h"

#include <QTest>

using namespace manometer::exiftool;

using Kind = ArgumentLines::Kind;

class TestArgumentLines : public QObject
{
    Q_OBJECT
private slots:
    void aLineIsAnArgument_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QByteArray>("argument");
        QTest::newRow("plain") << QByteArray("-j") << QByteArray("-j");
        QTest::newRow("blanks in front") << QByteArray(" \t -j") << QByteArray("-j");
        QTest::newRow("blanks behind") << QByteArray("a b ") << QByteArray("a b ");
        QTest::newRow("carriage return") << QByteArray("a\r") << QByteArray("a");
        QTest::newRow("assignment") << QByteArray("-Comment  = x y") << QByteArray("-Comment=x y");
        QTest::newRow("assignment, two blanks") << QByteArray("-Comment =  x") << QByteArray("-Comment= x");
        QTest::newRow("addition") << QByteArray("-Keywords# += x") << QByteArray("-Keywords#+=x");
        QTest::newRow("not an assignment") << QByteArray("a = b") << QByteArray("a = b");
        QTest::newRow("escapes") << QByteArray("#[CSTR]a\\nb\\\\c") << QByteArray("a\nb\\c");
    }
    void aLineIsAnArgument()
    {
        QFETCH(QByteArray, line);
        QFETCH(QByteArray, argument);
        const Line read = lineOf(line.toStdString());
        QVERIFY(read.isSure && read.argument);
        QCOMPARE(QByteArray::fromStdString(*read.argument), argument);
    }

    void commentsAndBlankLinesAreNone()
    {
        for (const char *line : {"", " \t", "\r", "# -j", "#"})
            QVERIFY2(!lineOf(line).argument, line);
    }

    // Versions differ in what they make of these.
    void someEscapesAreUnsure()
    {
        for (const char *line : {"#[CSTR]a$b", "#[CSTR]a@b", "#[CSTR]a\"b", "#[CSTR]a\\", "#[CSTR]\\x41"})
            QVERIFY2(!lineOf(line).isSure, line);
    }

    void anArgumentIsALine_data()
    {
        QTest::addColumn<QByteArray>("argument");
        for (const char *argument : {"-j", "/a b/c", "a\nb", " a", "#a", "a\r", "a\\b", "", "-Comment = x"})
            QTest::newRow(argument) << QByteArray(argument);
    }
    void anArgumentIsALine()
    {
        QFETCH(QByteArray, argument);
        const auto line = lineFor(argument.toStdString());
        QVERIFY(line);
        QVERIFY(line->find('\n') == std::string::npos);
        QCOMPARE(QByteArray::fromStdString(*lineOf(*line).argument), argument);
        QVERIFY(!lineFor("a\n$"));
    }

    void aCommandEndsWithExecute()
    {
        ArgumentLines lines;
        lines.append("-j\n/a\n-execute12\n-ver\n-EXECUTE\n-q\n");
        const auto first = lines.next();
        QVERIFY(first.kind == Kind::Command);
        QCOMPARE(first.arguments, (std::vector<std::string>{"-j", "/a"}));
        QCOMPARE(first.number, std::string("12"));
        QCOMPARE(first.raw, std::string("-j\n/a\n-execute12\n"));
        const auto second = lines.next();
        QCOMPARE(second.arguments, std::vector<std::string>{"-ver"});
        QVERIFY(second.number.empty());
        QVERIFY(lines.next().kind == Kind::Incomplete);
        QVERIFY(lines.hasArguments());
        QCOMPARE(lines.takeRaw(), std::string("-q\n"));
    }

    void bytesMayComeOneByOne()
    {
        ArgumentLines lines;
        const std::string bytes = "-json\n# x\n\n/a b\n-execute1\n";
        for (std::size_t i = 0; i + 1 < bytes.size(); ++i) {
            lines.append(bytes.substr(i, 1));
            QVERIFY(lines.next().kind == Kind::Incomplete);
        }
        lines.append("\n");
        QCOMPARE(lines.next().arguments, (std::vector<std::string>{"-json", "/a b"}));
    }

    void theValueOfAnOptionEndsNothing()
    {
        ArgumentLines lines;
        lines.append("-echo4\n-execute\n-if\n-stay_open\n-D\n-execute\n");
        QCOMPARE(lines.next().arguments,
                 (std::vector<std::string>{"-echo4", "-execute", "-if", "-stay_open", "-D"}));
    }

    void stayOpenActsAtOnce()
    {
        ArgumentLines lines;
        lines.append("/a\n-stay_open\nFalse\n");
        const auto part = lines.next();
        QVERIFY(part.kind == Kind::StayOpen);
        QCOMPARE(part.arguments, (std::vector<std::string>{"/a", "-stay_open", "False"}));
        QCOMPARE(part.raw, std::string("/a\n-stay_open\nFalse\n"));
    }

    void whatFollowsSomeOptionsIsUnsure_data()
    {
        QTest::addColumn<QByteArray>("option");
        for (const char *option : {"-@", "--", "-echo7", "-diff", "-file1", "-p-", "-if9", "#[CSTR]$"})
            QTest::newRow(option) << QByteArray(option);
    }
    void whatFollowsSomeOptionsIsUnsure()
    {
        QFETCH(QByteArray, option);
        ArgumentLines lines;
        const std::string bytes = "-j\n" + option.toStdString() + "\n-execute\n";
        lines.append(bytes);
        QVERIFY(lines.next().kind == Kind::Unsure);
        QCOMPARE(lines.takeRaw(), bytes);
    }
};

MANOMETER_TEST(None, TestArgumentLines)
#include "tst_argument_lines.moc"
