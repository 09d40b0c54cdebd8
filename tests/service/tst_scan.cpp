// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/scan/Scan.h"
#include "support/Files.h"
#include "support/Heard.h"
#include "support/OpenCache.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

#include <atomic>
#include <cerrno>
#include <sys/stat.h>

using namespace manometer;
using namespace manometer::service;

namespace {

// Answers from memory, after a turn of the event loop.
class FakeExtractor final : public extract::Extractor
{
    Q_OBJECT
public:
    struct Script
    {
        std::atomic<int> read = 0;
        std::atomic<bool> holding = false; // answers nothing
        std::function<void(const QByteArray &)> whileReading = [](const QByteArray &) {};
        std::optional<extract::ExtractFailure> failure;
    };

    explicit FakeExtractor(Script &script)
        : m_script(script)
    {}
    QByteArray depth() const override { return "standard"; }
    qsizetype room() const override { return 4 - m_waiting; }
    void cancel() override
    {
        m_waiting = 0;
        ++m_generation;
    }
    void extract(quint64 ticket, const QByteArray &path) override
    {
        ++m_waiting;
        if (m_script.holding)
            return;
        QTimer::singleShot(0, this, [this, ticket, path, generation = m_generation] {
            if (generation != m_generation)
                return;
            --m_waiting;
            ++m_script.read;
            m_script.whileReading(path);
            if (m_script.failure)
                emit failed(ticket, *m_script.failure);
            else
                emit extracted(ticket, {QJsonObject{{QStringLiteral("path"), QString::fromUtf8(path)}}, {}});
        });
    }

private:
    Script &m_script;
    qsizetype m_waiting = 0;
    int m_generation = 0;
};

struct Rig
{
    explicit Rig(std::chrono::milliseconds settleTime = std::chrono::milliseconds(0))
        : cache(test::openCache(cacheFolder))
        , scan(*cache, {.makeExtractor = [this] { return std::make_unique<FakeExtractor>(script); },
                        .contentsChanged = [] {},
                        .settleTime = settleTime,
                        .now = [this] { return now(); }})
    {}
    ScanProgress run()
    {
        QSignalSpy finished(&scan, &ScanView::finished);
        scan.start(root());
        if (!finished.wait(test::patience))
            return {};
        return scan.progress();
    }
    bool readAgain(cache::EntryId id)
    {
        QSignalSpy finished(&scan, &ScanView::finished);
        scan.readAgain(id);
        return finished.wait(test::patience);
    }
    QByteArray root() const { return files.path().toUtf8(); }
    bool write(const QByteArray &name, const QByteArray &contents = "contents") const
    {
        return test::writeFile(root() + '/' + name, contents);
    }

    test::Folder files;
    QTemporaryDir cacheFolder;
    FakeExtractor::Script script;
    std::function<std::chrono::system_clock::time_point()> now = [] {
        return std::chrono::system_clock::now();
    };
    std::unique_ptr<cache::Cache> cache;
    Scan scan;
};

} // namespace

class TestScan : public QObject
{
    Q_OBJECT
private slots:
    void everyFileIsReadAndCached()
    {
        Rig rig;
        for (int i = 0; i < 20; ++i)
            QVERIFY(rig.write("file" + QByteArray::number(i)));
        const test::Heard happened(&rig.scan, &Scan::happened);
        const auto progress = rig.run();
        QCOMPARE(progress.read, quint64(20));
        QCOMPARE(progress.done, quint64(20));
        QCOMPARE(progress.found, quint64(20));
        QCOMPARE(progress.failed, quint64(0));
        QVERIFY(!progress.running);
        QCOMPARE(rig.cache->stats().memoryEntries, std::uint64_t(20));
        QCOMPARE(happened.at<ScanEvent>(0).read, quint64(20));
    }

    void aSecondScanAnswersFromTheCache()
    {
        Rig rig;
        for (int i = 0; i < 20; ++i)
            QVERIFY(rig.write("file" + QByteArray::number(i)));
        rig.run();
        const auto progress = rig.run();
        QCOMPARE(progress.fromCache, quint64(20));
        QCOMPARE(progress.read, quint64(0));
        QCOMPARE(rig.script.read, 20);
    }

    void aChangedFileIsReadAgainAndOnlyThatOne()
    {
        Rig rig;
        QVERIFY(rig.write("a") && rig.write("b"));
        rig.run();
        QVERIFY(rig.write("a", "other contents"));
        const auto progress = rig.run();
        QCOMPARE(progress.read, quint64(1));
        QCOMPARE(progress.fromCache, quint64(1));
    }

    void aVanishedFileIsDropped()
    {
        Rig rig;
        QVERIFY(rig.write("a") && rig.write("b"));
        rig.run();
        QVERIFY(QFile::remove(rig.files.filePath(QStringLiteral("a"))));
        const auto progress = rig.run();
        QCOMPARE(progress.vanished, quint64(1));
        QCOMPARE(rig.cache->list({}).size(), std::size_t(1));
    }

    void aFileOnADeviceThatIsNotThereNowIsKept()
    {
        Rig rig;
        QVERIFY(rig.write("a"));
        const std::string path = (rig.root() + "/unmounted/b").toStdString();
        // As if it had been read while another device was mounted at 'unmounted'.
        rig.cache->put({.path = path, .depth = "standard"}, {.sizeBytes = 1, .device = 0xdead}, "{}", {});
        QCOMPARE(rig.run().vanished, quint64(0));
        QCOMPARE(rig.cache->list({}).size(), std::size_t(2));
    }

    void entriesOutsideTheFolderAreLeftAlone()
    {
        Rig rig;
        QVERIFY(rig.write("a"));
        const std::string sibling = (rig.root() + "-sibling/x").toStdString();
        struct stat status = {};
        QCOMPARE(::stat(rig.root().constData(), &status), 0);
        rig.cache->put({.path = sibling, .depth = "standard"}, {.sizeBytes = 1, .device = status.st_dev},
                       "{}", {});
        QCOMPARE(rig.run().vanished, quint64(0));
        QCOMPARE(rig.cache->list({}).size(), std::size_t(2));
    }

    void aFileThatChangesWhileItIsReadIsNotCached()
    {
        Rig rig;
        QVERIFY(rig.write("a"));
        rig.script.whileReading = [](const QByteArray &path) { test::writeFile(path, "changed meanwhile"); };
        const auto progress = rig.run();
        QCOMPARE(progress.failed, quint64(1));
        QCOMPARE(rig.scan.failures().constFirst().kind, ScanFailure::Kind::ChangedWhileRead);
        QCOMPARE(rig.cache->list({}).size(), std::size_t(0));
    }

    void aFileThatVanishesWhileItIsReadIsNotCached()
    {
        Rig rig;
        QVERIFY(rig.write("a"));
        rig.script.whileReading = [](const QByteArray &path) { ::unlink(path.constData()); };
        QCOMPARE(rig.run().failed, quint64(0));
        QCOMPARE(rig.cache->list({}).size(), std::size_t(0));
    }

    void aFileThatChangedAMomentAgoIsReadOnceItHasSettled()
    {
        Rig rig(std::chrono::milliseconds(300));
        QVERIFY(rig.write("a"));
        const auto progress = rig.run();
        QCOMPARE(progress.read, quint64(1));
        QVERIFY2(progress.elapsedMs >= 200, qPrintable(QString::number(progress.elapsedMs)));
    }

    void aClockThatStepsBackDoesNotHoldItUp()
    {
        Rig rig(std::chrono::milliseconds(300));
        QVERIFY(rig.write("a"));
        std::atomic<int> asked = 0;
        rig.now = [&asked] {
            return std::chrono::system_clock::now() - std::chrono::hours(asked++ == 0 ? 0 : 1);
        };
        QCOMPARE(rig.run().read, quint64(1));
        QVERIFY(rig.scan.progress().elapsedMs < 10'000);
    }

    void hostileNamesAreReadLikeAnyOther()
    {
        Rig rig;
        for (const QByteArray name :
             {"new\nline", "bad\xff\xfeutf8", "-rf", "; rm -rf", "$HOME", "'quote\"", "%s%n"})
            QVERIFY(rig.write(name));
        QCOMPARE(rig.run().read, quint64(7));
        QCOMPARE(rig.run().fromCache, quint64(7));
    }

    void whatIsNoRegularFileIsSkippedAndCounted()
    {
        Rig rig;
        QVERIFY(rig.write("a"));
        QCOMPARE(::mkfifo((rig.root() + "/fifo").constData(), 0600), 0);
        QCOMPARE(::symlink(rig.root().constData(), (rig.root() + "/loop").constData()), 0);
        const auto progress = rig.run();
        QCOMPARE(progress.skipped, quint64(2));
        QCOMPARE(progress.read, quint64(1));
    }

    void anEntryIsReadAgainThoughItsFileLooksAsItDid()
    {
        Rig rig;
        QVERIFY(rig.write("a") && rig.write("b"));
        rig.run();
        QCOMPARE(rig.script.read, 2);
        const auto ids = rig.cache->list({});
        rig.cache->keep(ids, true);
        const test::Heard happened(&rig.scan, &Scan::happened);
        QVERIFY(rig.readAgain(ids.front()));
        QCOMPARE(rig.script.read, 3);
        QCOMPARE(rig.scan.progress().read, quint64(1));
        QCOMPARE(rig.scan.progress().folder, rig.root() + "/a");
        QVERIFY(rig.scan.progress().oneFile && !rig.scan.progress().running);
        QCOMPARE(happened.size(), 0);
        QCOMPARE(rig.cache->list({}).size(), std::size_t(2));
        for (const auto &entry : rig.cache->describe(rig.cache->list({})))
            QVERIFY(entry->isKept);
        // The next scan is one of a folder again.
        QCOMPARE(rig.run().fromCache, quint64(2));
    }

    void oneThatIsReadAgainAndIsGoneIsDropped()
    {
        Rig rig;
        QVERIFY(rig.write("a") && rig.write("b"));
        rig.run();
        const auto ids = rig.cache->list({});
        QVERIFY(QFile::remove(QString::fromUtf8(rig.root() + "/a")));
        QVERIFY(rig.readAgain(ids.front()));
        QCOMPARE(rig.scan.progress().vanished, quint64(1));
        QCOMPARE(rig.scan.progress().failed, quint64(0));
        QCOMPARE(rig.cache->list({}).size(), std::size_t(1));
        // And asked for once more, there is nothing to read.
        QVERIFY(rig.readAgain(ids.front()));
        QCOMPARE(rig.scan.progress().read, quint64(0));
    }

    void oneThatIsReadAgainOnADeviceThatIsNotThereNowIsKept()
    {
        Rig rig;
        const std::string path = (rig.root() + "/usb/photo").toStdString();
        cache::SourceVersion elsewhere = test::version(1);
        elsewhere.device = ~0ull;
        rig.cache->put({.path = path, .depth = "standard"}, elsewhere, "{}", {});
        QVERIFY(rig.readAgain(rig.cache->list({}).front()));
        QCOMPARE(rig.scan.progress().failed, quint64(1));
        QCOMPARE(rig.scan.failures().constFirst().systemError, ENOENT);
        QCOMPARE(rig.cache->list({}).size(), std::size_t(1));
    }

    void aMissingReaderEndsTheScanWithOneClearFailure()
    {
        Rig rig;
        for (int i = 0; i < 20; ++i)
            QVERIFY(rig.write("file" + QByteArray::number(i)));
        rig.script.failure = {extract::ExtractFailure::Kind::NotStarted, QStringLiteral("no such file")};
        const auto progress = rig.run();
        QCOMPARE(progress.failed, quint64(1));
        QCOMPARE(rig.scan.failures().size(), 1);
        QCOMPARE(rig.scan.failures().constFirst().kind, ScanFailure::Kind::NoReader);
    }

    void aFileTheReaderFailsOnIsAFailureAndTheRestGoesOn()
    {
        Rig rig;
        QVERIFY(rig.write("a") && rig.write("b"));
        rig.script.failure = {extract::ExtractFailure::Kind::Crashed, QStringLiteral("boom")};
        const auto progress = rig.run();
        QCOMPARE(progress.failed, quint64(2));
        QCOMPARE(progress.done, quint64(2));
        QCOMPARE(rig.scan.failures().constFirst().detail, QStringLiteral("boom"));
    }

    void aMissingFolderIsSaidToBeMissing()
    {
        Rig rig;
        QSignalSpy finished(&rig.scan, &ScanView::finished);
        rig.scan.start("/nonexistent/folder");
        QVERIFY(finished.wait(test::patience));
        QCOMPARE(rig.scan.failures().constFirst().kind, ScanFailure::Kind::FolderUnreadable);
        QCOMPARE(rig.scan.failures().constFirst().systemError, ENOENT);
    }

    void cancelEndsItSoonAndKeepsWhatIsCached()
    {
        Rig rig;
        for (int i = 0; i < 50; ++i)
            QVERIFY(rig.write("file" + QByteArray::number(i)));
        rig.script.holding = true;
        QSignalSpy finished(&rig.scan, &ScanView::finished);
        rig.scan.start(rig.root());
        rig.scan.cancel();
        // The reader never answers: without the cancel it would not end.
        QVERIFY(finished.wait(test::patience));
        QVERIFY(rig.scan.progress().cancelled);
        QVERIFY(!rig.scan.progress().running);
        rig.script.holding = false;
        const ScanProgress whole = rig.run();
        QCOMPARE(whole.read, quint64(50));
        QVERIFY(!whole.cancelled);
    }

    void aSecondStartWhileOneRunsIsIgnored()
    {
        Rig rig;
        QVERIFY(rig.write("a"));
        QSignalSpy finished(&rig.scan, &ScanView::finished);
        rig.scan.start(rig.root());
        rig.scan.start("/nonexistent");
        QVERIFY(finished.wait(test::patience));
        QCOMPARE(rig.scan.progress().read, quint64(1));
        QCOMPARE(finished.size(), 1);
    }

    void goingAwayInTheMiddleIsAllowed()
    {
        Rig rig;
        for (int i = 0; i < 50; ++i)
            QVERIFY(rig.write("file" + QByteArray::number(i)));
        rig.script.holding = true;
        rig.scan.start(rig.root());
    }
};

QTEST_GUILESS_MAIN(TestScan)
#include "tst_scan.moc"
