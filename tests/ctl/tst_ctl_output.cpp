// SPDX-License-Identifier: GPL-3.0-or-later
#include "CtlFixture.h"
#include "ctl/Output.h"
#include "ctl/PathReader.h"
#include "support/TestMain.h"

#include <QTest>

using namespace manometer;
using ctl::Output;
using ctl::PathReader;

namespace {

std::vector<std::string> pathsOf(const QByteArray &contents)
{
    const test::MemoryFile file(contents);
    PathReader reader(file.descriptor());
    std::vector<std::string> paths;
    while (auto path = reader.next())
        paths.push_back(*path);
    return paths;
}

} // namespace

class TestCtlOutput : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { std::signal(SIGPIPE, SIG_IGN); }

    void aFileReceivesTheBytesAsTheyAre()
    {
        const test::MemoryFile file;
        {
            Output output(file.descriptor());
            QVERIFY(!output.isTerminal());
            output.write("a\x1b\u009b");
            output.control("\x1b[K");
            output.writeLine("z");
        }
        QCOMPARE(file.contents(), QByteArray("a\x1b\u009bz\n"));
    }

    void aTerminalReceivesNoControlCharacterOfOthers()
    {
        const test::Terminal terminal;
        Output output(terminal.descriptor());
        QVERIFY(output.isTerminal());
        output.writeLine("{\"a\":\"\x1b]0;x\x07\u009b\"}");
        output.control("\x1b[K");
        output.flush();
        QCOMPARE(terminal.shown(), QByteArray("{\"a\":\"\\u001b]0;x\\u0007\\u009b\"}\r\n\x1b[K"));
    }

    void muchTextIsWrittenBeforeTheEnd()
    {
        const test::MemoryFile file;
        Output output(file.descriptor());
        const std::string line(1000, 'x');
        for (int i = 0; i < 100; ++i)
            output.writeLine(line);
        QVERIFY(file.contents().size() > 50'000);
        output.flush();
        QCOMPARE(file.contents().size(), 100'100);
    }

    void aClosedPipeIsNoError()
    {
        std::array<int, 2> ends{};
        QCOMPARE(::pipe2(ends.data(), O_CLOEXEC), 0);
        test::Descriptor reader(ends[0]);
        const test::Descriptor writer(ends[1]);
        Output output(writer.number());
        output.writeLine("x");
        output.flush();
        QVERIFY(!output.isClosed());
        reader.close();
        QVERIFY(output.isClosed());
        output.writeLine("y");
        output.flush();
        QCOMPARE(output.error(), 0);
    }

    void aFullDiskIsAnError()
    {
        const test::Descriptor full(::open("/dev/full", O_WRONLY | O_CLOEXEC));
        if (full.number() < 0)
            QSKIP("/dev/full is missing");
        Output output(full.number());
        output.writeLine("x");
        output.flush();
        QCOMPARE(output.error(), ENOSPC);
        QVERIFY(!output.isClosed());
    }

    void pathsEndWithNuls()
    {
        using Paths = std::vector<std::string>;
        QCOMPARE(pathsOf({}), Paths());
        QCOMPARE(pathsOf(QByteArray("/a\0/b c\n\xff\0", 10)), (Paths{"/a", "/b c\n\xff"}));
        QCOMPARE(pathsOf(QByteArray("/a\0/b", 5)), (Paths{"/a", "/b"}));
        QCOMPARE(pathsOf(QByteArray("\0\0/a\0\0", 6)), (Paths{"/a"}));
        QByteArray many;
        Paths expected;
        for (int i = 0; i < 10'000; ++i) {
            expected.push_back("/folder/file" + std::to_string(i));
            many += QByteArray::fromStdString(expected.back()) + '\0';
        }
        QCOMPARE(pathsOf(many), expected);
    }

    void linesInsteadOfNulsAreAProblem()
    {
        QByteArray lines;
        while (lines.size() < 100'000)
            lines += "/folder/file\n";
        const test::MemoryFile file(lines);
        PathReader reader(file.descriptor());
        QVERIFY(!reader.next());
        QVERIFY(reader.problem().find("NUL") != std::string::npos);
    }

    void aFolderCannotBeRead()
    {
        const test::Descriptor folder(::open("/", O_RDONLY | O_CLOEXEC));
        PathReader reader(folder.number());
        QVERIFY(!reader.next());
        QVERIFY(!reader.problem().empty());
    }
};

MANOMETER_TEST(None, TestCtlOutput)
#include "tst_ctl_output.moc"
