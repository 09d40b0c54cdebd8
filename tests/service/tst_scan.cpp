// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/ScanFixture.h"
#include "support/EventSpy.h"
#include "support/Eventually.h"
#include "support/TestMain.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

#include <atomic>
#include <cerrno>
#include <sys/stat.h>
#include <unistd.h>

using namespace manometer;
using namespace manometer::service;
using namespace manometer::views;
using test::ScanFixture;

class TestScan : public QObject
{
    Q_OBJECT
private slots:
    void everyFileIsReadAndCached()
    {
        ScanFixture scanning;
        for (int i = 0; i < 20; ++i)
            QVERIFY(scanning.write("file" + QByteArray::number(i)));
        const test::EventSpy happened(&scanning.events, &EventSink::reported);
        const auto progress = scanning.run();
        QCOMPARE(progress.read, quint64(20));
        QCOMPARE(progress.done, quint64(20));
        QCOMPARE(progress.found, quint64(20));
        QCOMPARE(progress.failed, quint64(0));
        QVERIFY(!progress.running);
        QCOMPARE(scanning.cache->stats().memoryEntries, std::uint64_t(20));
        QCOMPARE(happened.at<ScanEvent>(0).read, quint64(20));
    }

    void aSecondScanAnswersFromTheCache()
    {
        ScanFixture scanning;
        for (int i = 0; i < 20; ++i)
            QVERIFY(scanning.write("file" + QByteArray::number(i)));
        scanning.run();
        const auto progress = scanning.run();
        QCOMPARE(progress.fromCache, quint64(20));
        QCOMPARE(progress.read, quint64(0));
        QCOMPARE(scanning.script.read, 20);
    }

    void aChangedFileIsReadAgainAndOnlyThatOne()
    {
        ScanFixture scanning;
        QVERIFY(scanning.write("a") && scanning.write("b"));
        scanning.run();
        QVERIFY(scanning.write("a", "other contents"));
        const auto progress = scanning.run();
        QCOMPARE(progress.read, quint64(1));
        QCOMPARE(progress.fromCache, quint64(1));
    }

    void aVanishedFileIsDropped()
    {
        ScanFixture scanning;
        QVERIFY(scanning.write("a") && scanning.write("b"));
        scanning.run();
        QVERIFY(QFile::remove(scanning.files.filePath(QStringLiteral("a"))));
        const auto progress = scanning.run();
        QCOMPARE(progress.vanished, quint64(1));
        QCOMPARE(scanning.cache->list({}).size(), std::size_t(1));
    }

    void anEntryOnAnUnmountedDeviceIsKept()
    {
        ScanFixture scanning;
        QVERIFY(scanning.write("a"));
        const std::string path = (scanning.root() + "/unmounted/b").toStdString();
        // As if it had been read while a device was mounted at 'unmounted'.
        scanning.cache->put({.path = path, .depth = "standard"}, {.sizeBytes = 1, .device = 0xdead}, "{}",
                            {});
        QCOMPARE(scanning.run().vanished, quint64(0));
        QCOMPARE(scanning.cache->list({}).size(), std::size_t(2));
    }

    void entriesOutsideTheFolderAreLeftAlone()
    {
        ScanFixture scanning;
        QVERIFY(scanning.write("a"));
        const std::string sibling = (scanning.root() + "-sibling/x").toStdString();
        struct stat status = {};
        QCOMPARE(::stat(scanning.root().constData(), &status), 0);
        scanning.cache->put({.path = sibling, .depth = "standard"}, {.sizeBytes = 1, .device = status.st_dev},
                            "{}", {});
        QCOMPARE(scanning.run().vanished, quint64(0));
        QCOMPARE(scanning.cache->list({}).size(), std::size_t(2));
    }

    void aFileThatChangesWhileItIsReadIsNotCached()
    {
        ScanFixture scanning;
        QVERIFY(scanning.write("a"));
        scanning.script.whileReading = [](const QByteArray &path) {
            test::writeFile(path, "changed meanwhile");
        };
        const auto progress = scanning.run();
        QCOMPARE(progress.failed, quint64(1));
        QCOMPARE(scanning.scan.failures().constFirst().kind, ScanFailure::Kind::ChangedWhileRead);
        QCOMPARE(scanning.cache->list({}).size(), std::size_t(0));
    }

    void aFileThatVanishesWhileItIsReadIsNotCached()
    {
        ScanFixture scanning;
        QVERIFY(scanning.write("a"));
        scanning.script.whileReading = [](const QByteArray &path) { ::unlink(path.constData()); };
        QCOMPARE(scanning.run().failed, quint64(0));
        QCOMPARE(scanning.cache->list({}).size(), std::size_t(0));
    }

    void aFreshFileIsReadAfterItHasSettled()
    {
        ScanFixture scanning(std::chrono::milliseconds(300));
        QVERIFY(scanning.write("a"));
        const auto progress = scanning.run();
        QCOMPARE(progress.read, quint64(1));
        QVERIFY2(progress.elapsedMs >= 200, qPrintable(QString::number(progress.elapsedMs)));
    }

    void aClockSetBackDoesNotDelayTheScan()
    {
        ScanFixture scanning(std::chrono::milliseconds(300));
        QVERIFY(scanning.write("a"));
        std::atomic<int> asked = 0;
        scanning.now = [&asked] {
            return std::chrono::system_clock::now() - std::chrono::hours(asked++ == 0 ? 0 : 1);
        };
        QCOMPARE(scanning.run().read, quint64(1));
        QVERIFY(scanning.scan.progress().elapsedMs < 10'000);
    }

    void hostileNamesAreReadLikeAnyOther()
    {
        ScanFixture scanning;
        for (const QByteArray name :
             {"new\nline", "bad\xff\xfeutf8", "-rf", "; rm -rf", "$HOME", "'quote\"", "%s%n"})
            QVERIFY(scanning.write(name));
        QCOMPARE(scanning.run().read, quint64(7));
        QCOMPARE(scanning.run().fromCache, quint64(7));
    }

    void nonRegularFilesAreSkippedAndCounted()
    {
        ScanFixture scanning;
        QVERIFY(scanning.write("a"));
        QCOMPARE(::mkfifo((scanning.root() + "/fifo").constData(), 0600), 0);
        QCOMPARE(::symlink(scanning.root().constData(), (scanning.root() + "/loop").constData()), 0);
        const auto progress = scanning.run();
        QCOMPARE(progress.skipped, quint64(2));
        QCOMPARE(progress.reasons.pipes, quint64(1));
        QCOMPARE(progress.reasons.links, quint64(1));
        QCOMPARE(progress.reasons.devices, quint64(0));
        QCOMPARE(progress.read, quint64(1));
    }

    void failuresAreCountedByReason_data()
    {
        using Kind = extract::ExtractFailure::Kind;
        using Count = quint64 ScanReasons::*;
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<Count>("count");
        QTest::newRow("a reader that takes too long") << Kind::TimedOut << &ScanReasons::timedOut;
        QTest::newRow("an answer that is too large") << Kind::TooLarge << &ScanReasons::tooLarge;
        QTest::newRow("a crash has no count of its own") << Kind::Crashed << Count{nullptr};
    }
    void failuresAreCountedByReason()
    {
        using Count = quint64 ScanReasons::*;
        QFETCH(extract::ExtractFailure::Kind, kind);
        QFETCH(Count, count);
        ScanFixture scanning;
        QVERIFY(scanning.write("a") && scanning.write("b"));
        scanning.script.failure = {.kind = kind};
        for (int run = 0; run < 2; ++run) { // the second answers from the cache
            const auto progress = scanning.run();
            QCOMPARE(progress.failed, quint64(2));
            for (const Count each : {&ScanReasons::timedOut, &ScanReasons::tooLarge,
                                     &ScanReasons::changedWhileRead, &ScanReasons::noPermission})
                QCOMPARE(progress.reasons.*each, quint64(each == count ? 2 : 0));
        }
    }

    void aFileWithoutPermissionIsCountedByThatReason()
    {
        if (::geteuid() == 0)
            QSKIP("root may read everything");
        ScanFixture scanning;
        QVERIFY(scanning.write("a"));
        QCOMPARE(::chmod((scanning.root() + "/a").constData(), 0), 0);
        const auto progress = scanning.run();
        QCOMPARE(progress.failed, quint64(1));
        QCOMPARE(progress.reasons.noPermission, quint64(1));
    }

    void readAgainReadsAnUnchangedFile()
    {
        ScanFixture scanning;
        QVERIFY(scanning.write("a") && scanning.write("b"));
        scanning.run();
        QCOMPARE(scanning.script.read, 2);
        const auto ids = scanning.cache->list({});
        scanning.cache->keep(ids, true);
        const test::EventSpy happened(&scanning.events, &EventSink::reported);
        QVERIFY(scanning.readAgain(ids.front()));
        QCOMPARE(scanning.script.read, 3);
        QCOMPARE(scanning.scan.progress().read, quint64(1));
        QCOMPARE(scanning.scan.progress().folder, scanning.root() + "/a");
        QVERIFY(scanning.scan.progress().oneFile && !scanning.scan.progress().running);
        QCOMPARE(happened.size(), 0);
        QCOMPARE(scanning.cache->list({}).size(), std::size_t(2));
        for (const auto &entry : scanning.cache->describe(scanning.cache->list({})))
            QVERIFY(entry->isKept);
        // The next scan is an ordinary one of the folder.
        QCOMPARE(scanning.run().fromCache, quint64(2));
    }

    void readAgainDropsAMissingFile()
    {
        ScanFixture scanning;
        QVERIFY(scanning.write("a") && scanning.write("b"));
        scanning.run();
        const auto ids = scanning.cache->list({});
        QVERIFY(QFile::remove(QString::fromUtf8(scanning.root() + "/a")));
        QVERIFY(scanning.readAgain(ids.front()));
        QCOMPARE(scanning.scan.progress().vanished, quint64(1));
        QCOMPARE(scanning.scan.progress().failed, quint64(0));
        QCOMPARE(scanning.cache->list({}).size(), std::size_t(1));
        // Requested once more, there is nothing to read.
        QVERIFY(scanning.readAgain(ids.front()));
        QCOMPARE(scanning.scan.progress().read, quint64(0));
    }

    void readAgainKeepsAnEntryOnAnUnmountedDevice()
    {
        ScanFixture scanning;
        const std::string path = (scanning.root() + "/usb/photo").toStdString();
        cache::SourceVersion elsewhere = test::version(1);
        elsewhere.device = ~0ull;
        scanning.cache->put({.path = path, .depth = "standard"}, elsewhere, "{}", {});
        QVERIFY(scanning.readAgain(scanning.cache->list({}).front()));
        QCOMPARE(scanning.scan.progress().failed, quint64(1));
        QCOMPARE(scanning.scan.failures().constFirst().systemError, ENOENT);
        QCOMPARE(scanning.cache->list({}).size(), std::size_t(1));
    }

    void aMissingReaderEndsTheScanWithOneClearFailure()
    {
        ScanFixture scanning;
        for (int i = 0; i < 20; ++i)
            QVERIFY(scanning.write("file" + QByteArray::number(i)));
        scanning.script.failure = {extract::ExtractFailure::Kind::NotStarted, QStringLiteral("no such file")};
        const auto progress = scanning.run();
        QCOMPARE(progress.failed, quint64(1));
        QCOMPARE(scanning.scan.failures().size(), 1);
        QCOMPARE(scanning.scan.failures().constFirst().kind, ScanFailure::Kind::NoReader);
    }

    void aReaderFailureAffectsOnlyItsFile()
    {
        ScanFixture scanning;
        QVERIFY(scanning.write("a") && scanning.write("b"));
        scanning.script.failure = {extract::ExtractFailure::Kind::Crashed, QStringLiteral("boom")};
        const auto progress = scanning.run();
        QCOMPARE(progress.failed, quint64(2));
        QCOMPARE(progress.done, quint64(2));
        QCOMPARE(scanning.scan.failures().constFirst().detail, QStringLiteral("boom"));
    }

    void aMissingFolderIsReported()
    {
        ScanFixture scanning;
        QSignalSpy finished(&scanning.scan, &ScanView::finished);
        scanning.scan.start("/nonexistent/folder");
        QVERIFY(finished.wait(int(test::waitLimit.count())));
        QCOMPARE(scanning.scan.failures().constFirst().kind, ScanFailure::Kind::FolderUnreadable);
        QCOMPARE(scanning.scan.failures().constFirst().systemError, ENOENT);
    }

    void cancelEndsTheScanAndItCanBeRepeated()
    {
        ScanFixture scanning;
        for (int i = 0; i < 50; ++i)
            QVERIFY(scanning.write("file" + QByteArray::number(i)));
        scanning.script.holding = true;
        QSignalSpy finished(&scanning.scan, &ScanView::finished);
        scanning.scan.start(scanning.root());
        scanning.scan.cancel();
        // The reader never answers: without the cancel the scan would not end.
        QVERIFY(finished.wait(int(test::waitLimit.count())));
        QVERIFY(scanning.scan.progress().cancelled);
        QVERIFY(!scanning.scan.progress().running);
        scanning.script.holding = false;
        const ScanProgress whole = scanning.run();
        QCOMPARE(whole.read, quint64(50));
        QVERIFY(!whole.cancelled);
    }

    void aSecondStartWhileOneRunsIsIgnored()
    {
        ScanFixture scanning;
        QVERIFY(scanning.write("a"));
        QSignalSpy finished(&scanning.scan, &ScanView::finished);
        scanning.scan.start(scanning.root());
        scanning.scan.start("/nonexistent");
        QVERIFY(finished.wait(int(test::waitLimit.count())));
        QCOMPARE(scanning.scan.progress().read, quint64(1));
        QCOMPARE(finished.size(), 1);
    }

    void destructionDuringAScanIsSafe()
    {
        ScanFixture scanning;
        for (int i = 0; i < 50; ++i)
            QVERIFY(scanning.write("file" + QByteArray::number(i)));
        scanning.script.holding = true;
        scanning.scan.start(scanning.root());
    }
};

MANOMETER_TEST(Core, TestScan)
#include "tst_scan.moc"
