// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/SingleInstance.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

using namespace manometer::app;

class TestSingleInstance : public QObject
{
    Q_OBJECT

    QTemporaryDir m_runtime;
    QTemporaryDir m_cache;
    QByteArray cache() const { return QFile::encodeName(m_cache.path()); }

private slots:
    void init() { qputenv("XDG_RUNTIME_DIR", QFile::encodeName(m_runtime.path())); }

    void theFirstIsAskedToShowItself()
    {
        QVERIFY(!askToShow(cache())); // there is none yet
        {
            const SingleInstance first(cache());
            QSignalSpy asked(&first, &SingleInstance::showRequested);
            QVERIFY(askToShow(cache()));
            QTRY_COMPARE(asked.size(), 1);
            // By another name of the same directory.
            QVERIFY(askToShow(cache() + "/../" + QFileInfo(m_cache.path()).fileName().toLocal8Bit()));
            QTRY_COMPARE(asked.size(), 2);
            const QTemporaryDir other;
            QVERIFY(!askToShow(QFile::encodeName(other.path())));
        }
        QVERIFY(!askToShow(cache()));
        QVERIFY(QDir(m_runtime.filePath(QStringLiteral("manometer"))).isEmpty(QDir::Files | QDir::System));
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

    void aKilledOneIsNoHindrance()
    {
        const pid_t child = fork();
        if (child == 0) {
            const SingleInstance killed(cache());
            for (;;)
                pause();
        }
        QTRY_VERIFY(askToShow(cache()));
        kill(child, SIGKILL);
        waitpid(child, nullptr, 0);
        QVERIFY(!askToShow(cache()));
        const SingleInstance next(cache());
        QSignalSpy asked(&next, &SingleInstance::showRequested);
        QVERIFY(askToShow(cache()));
        QTRY_COMPARE(asked.size(), 1);
    }

    void withoutARuntimeDirectoryNobodyIsAsked()
    {
        qunsetenv("XDG_RUNTIME_DIR");
        const SingleInstance first(cache());
        QVERIFY(!askToShow(cache()));
    }
};

QTEST_GUILESS_MAIN(TestSingleInstance)
#include "tst_single_instance.moc"
