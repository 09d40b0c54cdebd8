// SPDX-License-Identifier: GPL-3.0-or-later
//
// When a scan answers from the cache and when it reads a file again.
#include "service/ScanFixture.h"
#include "service/scan/SourceFile.h"
#include "support/EventSpy.h"
#include "support/TestMain.h"

#include <QFile>
#include <QTest>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace manometer;
using namespace manometer::service;
using namespace manometer::views;
using extract::ExtractFailure;
using extract::Validity;
using extract::Writers;
using test::ScanFixture;

namespace {

// A shared writable mapping of a file's page, for writes without write(2).
class Mapping
{
public:
    explicit Mapping(const QByteArray &path)
    {
        const int file = ::open(path.constData(), O_RDWR | O_CLOEXEC);
        m_page = static_cast<char *>(::mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0));
        ::close(file);
    }
    ~Mapping() { ::munmap(m_page, size); }
    Mapping(const Mapping &) = delete;
    Mapping &operator=(const Mapping &) = delete;

    void write(char byte) { m_page[100] = byte; }
    char read() const { return m_page[100]; }

    static constexpr std::size_t size = 4096;

private:
    char *m_page;
};

} // namespace

class TestScanValidity : public QObject
{
    Q_OBJECT
private slots:
    void entriesOfAnotherReaderAreReadAgain_data()
    {
        QTest::addColumn<QByteArray>("version");
        QTest::addColumn<QByteArray>("digest");
        QTest::newRow("a later version") << QByteArray("13.58") << QByteArray("0123456789abcdef");
        QTest::newRow("an earlier version") << QByteArray("11.16") << QByteArray("0123456789abcdef");
        QTest::newRow("another library or other options")
            << QByteArray("12.57") << QByteArray("fedcba9876543210");
    }
    void entriesOfAnotherReaderAreReadAgain()
    {
        QFETCH(QByteArray, version);
        QFETCH(QByteArray, digest);
        ScanFixture scanning;
        QVERIFY(scanning.write("a") && scanning.write("b"));
        scanning.run();
        QCOMPARE(scanning.run().fromCache, quint64(2));
        scanning.script.reader.version = version;
        scanning.script.reader.digest = digest;
        const auto progress = scanning.run();
        QCOMPARE(progress.fromCache, quint64(0));
        QCOMPARE(progress.read, quint64(2));
        QCOMPARE(scanning.run().fromCache, quint64(2));
        QCOMPARE(scanning.cache->list({}).size(), std::size_t(2));
    }

    void entriesOfAnEarlierReleaseAreReadAgain()
    {
        ScanFixture scanning;
        QVERIFY(scanning.write("a"));
        Volumes volumes;
        const QByteArray path = scanning.root() + "/a";
        const auto file = statFile(path, volumes);
        scanning.cache->put({.path = path.toStdString(), .depth = "standard"}, file->version,
                            R"({"file":{"sizeBytes":"8"},"metadata":{"A":{"B":1.1}}})", {});
        QCOMPARE(scanning.run().read, quint64(1));
        const auto bytes = scanning.cache->peek(scanning.cache->list({}).front());
        QVERIFY(bytes && bytes->find("1.10") != std::string::npos);
    }

    void withoutAReaderCachedEntriesAreServed()
    {
        ScanFixture scanning;
        QVERIFY(scanning.write("a"));
        scanning.run();
        scanning.script.reader = {};
        const auto progress = scanning.run();
        QCOMPARE(progress.fromCache, quint64(1));
        QCOMPARE(progress.failed, quint64(0));
    }

    void aFailureIsRememberedUntilTheFileChanges_data()
    {
        QTest::addColumn<ExtractFailure::Kind>("kind");
        QTest::addColumn<ScanFailure::Kind>("reported");
        QTest::newRow("a file that takes too long")
            << ExtractFailure::Kind::TimedOut << ScanFailure::Kind::TimedOut;
        QTest::newRow("a file whose answer is too large")
            << ExtractFailure::Kind::TooLarge << ScanFailure::Kind::TooLarge;
        QTest::newRow("a file that kills its reader")
            << ExtractFailure::Kind::Crashed << ScanFailure::Kind::ReaderFailed;
        QTest::newRow("a file that is refused")
            << ExtractFailure::Kind::Refused << ScanFailure::Kind::ReaderFailed;
        QTest::newRow("a file with a malformed answer")
            << ExtractFailure::Kind::Malformed << ScanFailure::Kind::ReaderFailed;
    }
    void aFailureIsRememberedUntilTheFileChanges()
    {
        QFETCH(ExtractFailure::Kind, kind);
        QFETCH(ScanFailure::Kind, reported);
        ScanFixture scanning;
        QVERIFY(scanning.write("a"));
        scanning.script.failure = {.kind = kind, .detail = QStringLiteral("why")};
        QCOMPARE(scanning.run().failed, quint64(1));
        QCOMPARE(scanning.scan.failures().constFirst().kind, reported);
        QVERIFY(!scanning.scan.failures().constFirst().isRemembered);
        QCOMPARE(scanning.script.read, 1);

        const auto progress = scanning.run();
        QCOMPARE(scanning.script.read, 1);
        QCOMPARE(progress.failed, quint64(1));
        QCOMPARE(progress.fromCache, quint64(0));
        QCOMPARE(progress.done, quint64(1));
        QCOMPARE(scanning.scan.failures().size(), 1);
        QCOMPARE(scanning.scan.failures().constFirst().kind, reported);
        QCOMPARE(scanning.scan.failures().constFirst().detail, QStringLiteral("why"));
        QVERIFY(scanning.scan.failures().constFirst().isRemembered);

        scanning.script.failure.reset();
        QVERIFY(scanning.write("a", "other contents"));
        QCOMPARE(scanning.run().read, quint64(1));
        QCOMPARE(scanning.run().fromCache, quint64(1));
    }

    void aRememberedFailureKnowsWhatItTook()
    {
        ScanFixture scanning;
        QVERIFY(scanning.write("a"));
        scanning.script.failure = {.kind = ExtractFailure::Kind::TimedOut, .cost = std::chrono::seconds(30)};
        scanning.run();
        const auto ids = scanning.cache->list({});
        QCOMPARE(ids.size(), std::size_t(1));
        QVERIFY(scanning.cache->describe(ids).front()->note.readCost == std::chrono::seconds(30));
    }

    void readAgainRetriesARememberedFailure()
    {
        ScanFixture scanning;
        QVERIFY(scanning.write("a"));
        scanning.script.failure = {.kind = ExtractFailure::Kind::TimedOut};
        scanning.run();
        scanning.script.failure.reset();
        QVERIFY(scanning.readAgain(scanning.cache->list({}).front()));
        QCOMPARE(scanning.scan.progress().read, quint64(1));
        QCOMPARE(scanning.run().fromCache, quint64(1));
    }

    void anotherReaderRetriesARememberedFailure()
    {
        ScanFixture scanning;
        QVERIFY(scanning.write("a"));
        scanning.script.failure = {.kind = ExtractFailure::Kind::TimedOut};
        scanning.run();
        scanning.script.failure.reset();
        scanning.script.reader.version = "13.58";
        QCOMPARE(scanning.run().read, quint64(1));
    }

    void aFailureThatTheFileDidNotCauseIsNotRemembered()
    {
        ScanFixture scanning;
        QVERIFY(scanning.write("a"));
        for (const auto kind : {ExtractFailure::Kind::NotStarted, ExtractFailure::Kind::NotAsked}) {
            scanning.script.failure = {.kind = kind};
            QCOMPARE(scanning.run().failed, quint64(1));
            QCOMPARE(scanning.cache->list({}).size(), std::size_t(0));
        }
    }

    void aFileThatChangedWhileItsReaderFailedIsNotRemembered()
    {
        ScanFixture scanning;
        QVERIFY(scanning.write("a"));
        scanning.script.failure = {.kind = ExtractFailure::Kind::TimedOut};
        scanning.script.whileReading = [](const QByteArray &path) {
            test::writeFile(path, "changed meanwhile");
        };
        scanning.run();
        QCOMPARE(scanning.cache->list({}).size(), std::size_t(0));
    }

    void contentsThatAreNotUnderstoodAreCountedAndListedEachTime()
    {
        ScanFixture scanning;
        QVERIFY(scanning.write("broken.jpg") && scanning.write("empty.png", ""));
        scanning.script.problem = QStringLiteral("File format error");
        for (const bool first : {true, false}) {
            const auto progress = scanning.run();
            QCOMPARE(progress.notUnderstood, quint64(2));
            QCOMPARE(progress.failed, quint64(0));
            QCOMPARE(first ? progress.read : progress.fromCache, quint64(2));
            QCOMPARE(scanning.scan.failures().size(), 2);
            QCOMPARE(scanning.scan.failures().constFirst().kind, ScanFailure::Kind::NotUnderstood);
            QCOMPARE(scanning.scan.failures().constFirst().detail, QStringLiteral("File format error"));
        }
        QCOMPARE(scanning.script.read, 2);
    }

    void anUnknownFileTypeIsCountedButNotReported()
    {
        ScanFixture scanning;
        QVERIFY(scanning.write("a"));
        scanning.script.problem = QStringLiteral("Unknown file type");
        for (int run = 0; run < 2; ++run) {
            const auto progress = scanning.run();
            QCOMPARE(progress.notUnderstood, quint64(0));
            QCOMPARE(progress.unknownType, quint64(1));
        }
        QVERIFY(scanning.scan.failures().isEmpty());
    }

    void emptyFilesAreCountedApart()
    {
        ScanFixture scanning;
        const test::EventSpy happened(&scanning.events, &service::EventSink::reported);
        QVERIFY(scanning.write("empty.jpg", "") && scanning.write("broken.jpg"));
        scanning.script.problemOf = [](const QByteArray &path) {
            return path.endsWith("empty.jpg") ? QStringLiteral("File is empty")
                                              : QStringLiteral("File format error");
        };
        for (int run = 0; run < 2; ++run) {
            const auto progress = scanning.run();
            QCOMPARE(progress.notUnderstood, quint64(2));
            QCOMPARE(progress.empty, quint64(1));
            QCOMPARE(progress.unknownType, quint64(0));
            QCOMPARE(happened.at<ScanEvent>(run).notUnderstood, quint64(2));
            QCOMPARE(happened.at<ScanEvent>(run).empty, quint64(1));
        }
    }

    void anEntryKnowsWhatTheReaderMadeOfTheContents_data()
    {
        using cache::Contents;
        QTest::addColumn<QString>("problem");
        QTest::addColumn<bool>("hasFailed");
        QTest::addColumn<Contents>("contents");
        QTest::newRow("understood") << QString() << false << Contents::Understood;
        QTest::newRow("damaged") << QStringLiteral("File format error") << false << Contents::Unreadable;
        QTest::newRow("zeros") << QStringLiteral("Entire file is binary zeros") << false
                               << Contents::Unreadable;
        QTest::newRow("unknown") << QStringLiteral("Unknown file type") << false << Contents::UnknownType;
        QTest::newRow("empty") << QStringLiteral("File is empty") << false << Contents::Empty;
        QTest::newRow("a reader that fails") << QString() << true << Contents::Failed;
    }
    void anEntryKnowsWhatTheReaderMadeOfTheContents()
    {
        QFETCH(QString, problem);
        QFETCH(bool, hasFailed);
        QFETCH(cache::Contents, contents);
        ScanFixture scanning;
        QVERIFY(scanning.write("a"));
        scanning.script.problem = problem;
        if (hasFailed)
            scanning.script.failure = {.kind = ExtractFailure::Kind::TimedOut};
        scanning.run();
        const auto ids = scanning.cache->list({});
        QCOMPARE(ids.size(), std::size_t(1));
        QCOMPARE(scanning.cache->describe(ids).front()->note.contents(), contents);
        const bool isError = contents != cache::Contents::Understood;
        QCOMPARE(scanning.cache->list({.hasError = true}).size(), std::size_t(isError ? 1 : 0));
        QCOMPARE(scanning.cache->list({.hasError = false}).size(), std::size_t(isError ? 0 : 1));
    }

    void aWriteThroughAMappingIsSeenByTheNextScan()
    {
        ScanFixture scanning;
        QVERIFY(scanning.write("a", QByteArray(Mapping::size, 'x')));
        const QByteArray path = scanning.root() + "/a";
        struct stat before = {};
        struct stat after = {};
        {
            Mapping mapping(path);
            mapping.write('1'); // dirties the page
            QCOMPARE(scanning.run().read, quint64(1));
            QCOMPARE(::stat(path.constData(), &before), 0);
            mapping.write('2');
            QCOMPARE(::stat(path.constData(), &after), 0);
            // Precondition: the write did not change the times.
            QCOMPARE(after.st_mtim.tv_nsec, before.st_mtim.tv_nsec);
            QCOMPARE(after.st_ctim.tv_nsec, before.st_ctim.tv_nsec);
        }
        QCOMPARE(scanning.run().read, quint64(1));
        // Now no program has it open, and it is unchanged.
        QCOMPARE(scanning.run().fromCache, quint64(1));
    }

    // tmpfs maps a page after a read access as writable, so that the kernel does not notice a later write.
    void aWriteThroughALaterTmpfsMappingIsSeen_data()
    {
        QTest::addColumn<bool>("staysMapped");
        QTest::newRow("while the file is still mapped") << true;
        QTest::newRow("after it was unmapped") << false;
    }
    void aWriteThroughALaterTmpfsMappingIsSeen()
    {
        QFETCH(bool, staysMapped);
        QTemporaryDir folder(QStringLiteral("/dev/shm/manometer-test-XXXXXX"));
        if (!folder.isValid())
            QSKIP("there is no /dev/shm");
        ScanFixture scanning;
        const QByteArray path = folder.path().toUtf8() + "/a";
        QVERIFY(test::writeFile(path, QByteArray(Mapping::size, 'x')));
        scanning.folder = folder.path().toUtf8();
        QCOMPARE(scanning.run().read, quint64(1));
        QCOMPARE(scanning.run().fromCache, quint64(1));
        auto mapping = std::make_unique<Mapping>(path);
        QCOMPARE(mapping->read(), 'x');
        mapping->write('#');
        if (!staysMapped)
            mapping.reset();
        QCOMPARE(scanning.run().read, quint64(1));
        mapping.reset();
        scanning.run();
        QCOMPARE(scanning.run().fromCache, quint64(1));
    }

    void aFileThatIsOpenForWritingIsReadAtEachScan()
    {
        ScanFixture scanning;
        QVERIFY(scanning.write("a") && scanning.write("b"));
        const int file = ::open((scanning.root() + "/a").constData(), O_WRONLY | O_APPEND | O_CLOEXEC);
        for (int scan = 0; scan < 3; ++scan)
            QCOMPARE(scanning.run().read, quint64(scan == 0 ? 2 : 1));
        ::close(file);
        QCOMPARE(scanning.run().read, quint64(1));
        QCOMPARE(scanning.run().fromCache, quint64(2));
    }

    void validityDependsOnWritersAndAge_data()
    {
        QTest::addColumn<Writers>("writers");
        QTest::addColumn<qint64>("ageSeconds");
        QTest::addColumn<Validity>("validity");
        QTest::newRow("no writer, a moment ago") << Writers::None << qint64(1) << Validity::Lasting;
        QTest::newRow("a writer, long ago") << Writers::Some << qint64(100'000) << Validity::ThisTime;
        QTest::newRow("writers unknown, a moment ago")
            << Writers::Unknown << qint64(1) << Validity::SameFingerprint;
        QTest::newRow("writers unknown, before dirty pages are certainly written")
            << Writers::Unknown << qint64(59) << Validity::SameFingerprint;
        QTest::newRow("writers unknown, after that") << Writers::Unknown << qint64(61) << Validity::Lasting;
        QTest::newRow("writers unknown, a moment ahead of the clock")
            << Writers::Unknown << qint64(-1) << Validity::SameFingerprint;
        QTest::newRow("writers unknown, far ahead of the clock")
            << Writers::Unknown << qint64(-100'000) << Validity::Lasting;
    }
    void validityDependsOnWritersAndAge()
    {
        QFETCH(Writers, writers);
        QFETCH(qint64, ageSeconds);
        QFETCH(Validity, validity);
        const std::chrono::system_clock::time_point now(std::chrono::seconds(1'700'000'000));
        QCOMPARE(
            validityOf({.ctime = {.tv_sec = 1'700'000'000 - ageSeconds, .tv_nsec = 0}, .writers = writers},
                       now),
            validity);
    }

    void aFileTimeOutOfRangeIsReadOnce()
    {
        ScanFixture scanning;
        QVERIFY(scanning.write("a") && scanning.write("b"));
        for (const auto &[name, seconds] :
             {std::pair("/a", 9'223'372'037), std::pair("/b", std::int64_t(1) << 62)}) {
            const timespec times[2] = {{.tv_sec = seconds, .tv_nsec = 0}, {.tv_sec = seconds, .tv_nsec = 0}};
            if (::utimensat(AT_FDCWD, (scanning.root() + name).constData(), times, 0) != 0)
                QSKIP("the file system keeps no such times");
        }
        QCOMPARE(scanning.run().read, quint64(2));
        QCOMPARE(scanning.run().fromCache, quint64(2));
    }

    void aReaderFasterThanTheDiskLosesNothing()
    {
        // Memory holds ten documents, and each is large enough to fill up the write queue.
        cache::Options options;
        options.memory = {.entries = 10, .bytes = 16 << 20};
        options.diskCapBytes = 2LL << 30;
        ScanFixture scanning(std::chrono::milliseconds(0), options);
        scanning.script.metadata = "{\"A\":{\"B\":\"" + QByteArray(256 << 10, 'x') + "\"}}";
        constexpr int files = 1000;
        for (int file = 0; file < files; ++file)
            QVERIFY(scanning.write("file" + QByteArray::number(file)));
        QCOMPARE(scanning.run().read, quint64(files));
        scanning.cache->flush();
        QCOMPARE(scanning.cache->stats().diskEntries, std::uint64_t(files));
        QCOMPARE(scanning.run().fromCache, quint64(files));
    }
};

MANOMETER_TEST(Core, TestScanValidity)
#include "tst_scan_validity.moc"
