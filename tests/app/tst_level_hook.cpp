// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/LevelHook.h"
#include "gui/fakes/FakeMonitor.h"
#include "support/Eventually.h"
#include "support/Files.h"
#include "support/TestMain.h"

#include <QTest>

#include <csignal>

using namespace manometer;
using namespace manometer::test;
using pressure::Level;

namespace {

struct HookFixture
{
    test::Folder folder;
    gui::FakeMonitor monitor;

    QString program() const { return folder.filePath(QStringLiteral("on-level")); }
    bool write(const QByteArray &script, mode_t mode = 0700) const
    {
        const QByteArray file = QFile::encodeName(program());
        return writeFile(file, "#!/bin/sh\ncd " + QFile::encodeName(folder.path()) + "\n" + script, mode) &&
               ::chmod(file.constData(), mode) == 0;
    }
    QByteArray contents(const char *name) const
    {
        QFile file(folder.filePath(QString::fromLatin1(name)));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void change(Level from, Level to)
    {
        monitor.now.percent = 85.2;
        emit monitor.levelChanged(from, to);
    }
};

bool isRunning(const QByteArray &process)
{
    return process.toInt() > 0 && ::kill(process.toInt(), 0) == 0;
}

} // namespace

class TestLevelHook : public QObject
{
    Q_OBJECT
private slots:
    void theProgramHasTheLevelInItsEnvironment()
    {
        HookFixture fixture;
        QVERIFY(fixture.write("echo $MANOMETER_LEVEL $MANOMETER_LEVEL_NUMBER $MANOMETER_PREVIOUS_LEVEL "
                              "$MANOMETER_PERCENT > new && mv new got\n"));
        const app::LevelHook hook(fixture.program(), &fixture.monitor);
        fixture.change(Level::Normal, Level::High);
        COMPARE_EVENTUALLY(fixture.contents("got"), QByteArray("HIGH 2 NORMAL 85.2\n"));
    }

    void ofTheChangesDuringARunTheLastOneFollows()
    {
        HookFixture fixture;
        QVERIFY(fixture.write("echo $MANOMETER_LEVEL >> got\nwhile [ ! -e go ]; do sleep 0.01; done\n"));
        const app::LevelHook hook(fixture.program(), &fixture.monitor);
        fixture.change(Level::Normal, Level::Elevated);
        COMPARE_EVENTUALLY(fixture.contents("got"), QByteArray("ELEVATED\n"));
        fixture.change(Level::Elevated, Level::High);
        fixture.change(Level::High, Level::Critical);
        QVERIFY(writeFile(QFile::encodeName(fixture.folder.filePath(QStringLiteral("go"))), ""));
        COMPARE_EVENTUALLY(fixture.contents("got"), QByteArray("ELEVATED\nCRITICAL\n"));
    }

    void aRunThatDoesNotEndIsStoppedWithWhatItStarted()
    {
        HookFixture fixture;
        QVERIFY(fixture.write("sleep 1000 &\necho $! > child.new && mv child.new child\nwait\n"));
        const app::LevelHook hook(fixture.program(), &fixture.monitor, std::chrono::milliseconds(500));
        fixture.change(Level::Normal, Level::High);
        VERIFY_EVENTUALLY(isRunning(fixture.contents("child")));
        const QByteArray child = fixture.contents("child");
        VERIFY_EVENTUALLY(!isRunning(child));
    }

    void theEndStopsARun()
    {
        HookFixture fixture;
        QVERIFY(fixture.write("echo $$ > self.new && mv self.new self\nexec sleep 1000\n"));
        QByteArray process;
        {
            const app::LevelHook hook(fixture.program(), &fixture.monitor);
            fixture.change(Level::Normal, Level::High);
            VERIFY_EVENTUALLY(isRunning(process = fixture.contents("self")));
        }
        QVERIFY(!isRunning(process));
    }

    void aFileThatOthersCanWriteIsNotRun_data()
    {
        QTest::addColumn<int>("mode");
        QTest::newRow("group") << 0770;
        QTest::newRow("all") << 0707;
        QTest::newRow("not executable") << 0600;
    }
    void aFileThatOthersCanWriteIsNotRun()
    {
        QFETCH(int, mode);
        HookFixture fixture;
        QVERIFY(fixture.write("echo ran > got\n", mode_t(mode)));
        const app::LevelHook hook(fixture.program(), &fixture.monitor);
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("is not run")));
        fixture.change(Level::Normal, Level::High);
        QVERIFY(fixture.contents("got").isEmpty());
    }

    void withoutAProgramNothingHappens()
    {
        HookFixture fixture;
        const app::LevelHook hook(fixture.program(), &fixture.monitor);
        fixture.change(Level::Normal, Level::High);
        // Written later, it is run.
        QVERIFY(fixture.write("echo ran > got\n"));
        fixture.change(Level::High, Level::Normal);
        COMPARE_EVENTUALLY(fixture.contents("got"), QByteArray("ran\n"));
    }
};

MANOMETER_TEST(Core, TestLevelHook)
#include "tst_level_hook.moc"
