// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/SingleInstance.h"
#include "support/Eventually.h"
#include "support/TestMain.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>
#include <QtConcurrent>

#include <csignal>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace manometer::app;
using namespace std::chrono_literals;

class TestSingleInstance : public QObject
{
    Q_OBJECT

    QTemporaryDir m_runtime;
    QTemporaryDir m_cache;
    QByteArray cache() const { return QFile::encodeName(m_cache.path()); }

    // Asks in another thread, since this thread's event loop answers.
    bool isShown(const QByteArray &directory) const
    {
        const auto asked = QtConcurrent::run([directory] { return askToShow(directory, 20s); });
        return QTest::qWaitFor([&asked] { return asked.isFinished(); }, int(manometer::test::waitLimit.count())) &&
               asked.result();
    }

    // Whether the kernel lists a second socket besides the listener: a connection that waits to be accepted.
    bool hasAsker() const
    {
        const QByteArray folder = QFile::encodeName(m_runtime.path()) + "/manometer/";
        // Not qWaitFor(): its event loop would answer.
        QDeadlineTimer deadline(int(manometer::test::waitLimit.count()));
        while (!deadline.hasExpired()) {
            QFile sockets(QStringLiteral("/proc/net/unix"));
            if (sockets.open(QIODevice::ReadOnly) && sockets.readAll().count(folder) > 1)
                return true;
            QThread::yieldCurrentThread();
        }
        return false;
    }

private slots:
    void init() { qputenv("XDG_RUNTIME_DIR", QFile::encodeName(m_runtime.path())); }

    void aSecondStartAsksTheFirstToShowItself()
    {
        QVERIFY(!isShown(cache()) && !isShowable(cache())); // no instance yet
        {
            const SingleInstance first(cache());
            QSignalSpy asked(&first, &SingleInstance::showRequested);
            QVERIFY(isShowable(cache()));
            QVERIFY(isShown(cache()));
            QCOMPARE(asked.size(), 1);
            // By another path of the same directory.
            QVERIFY(isShown(cache() + "/../" + QFileInfo(m_cache.path()).fileName().toLocal8Bit()));
            QCOMPARE(asked.size(), 2);
            const QTemporaryDir other;
            QVERIFY(!isShown(QFile::encodeName(other.path())));
        }
        QVERIFY(!isShown(cache()) && !isShowable(cache()));
        QVERIFY(QDir(m_runtime.filePath(QStringLiteral("manometer"))).isEmpty(QDir::Files | QDir::System));
    }

    void anInstanceThatQuitsDoesNotAnswer_data()
    {
        QTest::addColumn<bool>("asksBefore");
        QTest::newRow("asked before it quits") << true;
        QTest::newRow("asked after it stopped listening") << false;
    }
    void anInstanceThatQuitsDoesNotAnswer()
    {
        QFETCH(bool, asksBefore);
        SingleInstance first(cache());
        QSignalSpy asked(&first, &SingleInstance::showRequested);
        if (!asksBefore)
            first.leave();
        auto answer = QtConcurrent::run([this] { return askToShow(cache(), 20s); });
        // Not answered, since this thread processes no events.
        if (asksBefore)
            QVERIFY(hasAsker());
        first.leave();
        QCOMPARE(answer.result(), false);
        QCOMPARE(asked.size(), 0);
    }

    void aHungInstanceIsNotWaitedForForever()
    {
        const SingleInstance hung(cache());
        QVERIFY(!askToShow(cache(), 50ms)); // this thread processes no events meanwhile
    }

    void onlyThisUserCanAsk()
    {
        const SingleInstance first(cache());
        const QDir folder(m_runtime.filePath(QStringLiteral("manometer")));
        QCOMPARE(QFileInfo(folder.path()).permissions() &
                     (QFile::ReadGroup | QFile::ReadOther | QFile::ExeOther),
                 QFile::Permissions());
        const QFileInfoList sockets = folder.entryInfoList(QDir::System | QDir::NoDotAndDotDot);
        QCOMPARE(sockets.size(), 1);
        QCOMPARE(sockets.front().permissions() & (QFile::WriteGroup | QFile::WriteOther),
                 QFile::Permissions());
    }

    void aKilledInstanceIsReplaced()
    {
        const pid_t child = fork();
        if (child == 0) {
            const SingleInstance killed(cache());
            for (;;)
                pause();
        }
        VERIFY_EVENTUALLY(isShowable(cache()));
        kill(child, SIGKILL);
        waitpid(child, nullptr, 0);
        QVERIFY(!isShown(cache()));
        const SingleInstance next(cache());
        QSignalSpy asked(&next, &SingleInstance::showRequested);
        QVERIFY(isShown(cache()));
        QCOMPARE(asked.size(), 1);
    }

    void itLogsWhyItCannotListen_data()
    {
        QTest::addColumn<QString>("runtime"); // below a folder of this test
        QTest::addColumn<QString>("words");
        QTest::newRow("without XDG_RUNTIME_DIR") << QString() << QStringLiteral("is not set");
        QTest::newRow("a relative path") << QStringLiteral("run/user") << QStringLiteral("absolute");
        QTest::newRow("a missing folder")
            << QStringLiteral("/none") << QStringLiteral("No such file or directory");
        QTest::newRow("a path that is too long")
            << u'/' + QString(90, u'x') << QStringLiteral("too long for a socket");
        QTest::newRow("a file in place of its folder")
            << QStringLiteral("/taken") << QStringLiteral("not a folder of this user");
    }
    void itLogsWhyItCannotListen()
    {
        QFETCH(QString, runtime);
        QFETCH(QString, words);
        const QString path = runtime.startsWith(u'/') ? m_runtime.path() + runtime : runtime;
        if (runtime.endsWith(u'x') || runtime.endsWith(u'n'))
            QVERIFY(QDir().mkpath(path));
        if (runtime == QStringLiteral("/taken"))
            QVERIFY(QFile(path + QStringLiteral("/manometer")).open(QIODevice::WriteOnly));
        if (path.isEmpty())
            qunsetenv("XDG_RUNTIME_DIR");
        else
            qputenv("XDG_RUNTIME_DIR", QFile::encodeName(path));
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("a second start.*") + words));
        const SingleInstance first(cache());
        QVERIFY(!askToShow(cache(), 50ms) && !isShowable(cache()));
    }

    void itsFolderIsPrivate()
    {
        const QString folder = m_runtime.filePath(QStringLiteral("manometer"));
        QVERIFY(QDir().mkpath(folder));
        QCOMPARE(::chmod(QFile::encodeName(folder).constData(), 0755), 0);
        const SingleInstance first(cache());
        QVERIFY(isShowable(cache()));
        QCOMPARE(QFileInfo(folder).permissions() & (QFile::ReadGroup | QFile::ExeOther),
                 QFile::Permissions());
    }
};

MANOMETER_TEST(Core, TestSingleInstance)
#include "tst_single_instance.moc"
