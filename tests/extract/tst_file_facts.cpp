// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/FileFacts.h"
#include "support/Files.h"
#include "support/TestMain.h"

#include <QFile>
#include <QTest>

#include <cerrno>
#include <fcntl.h>
#include <limits>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace manometer;
using namespace manometer::extract;

class TestFileFacts : public QObject
{
    Q_OBJECT

    test::Folder m_folder;

    QByteArray make(const QByteArray &name, const QByteArray &contents) const
    {
        const QByteArray path = QFile::encodeName(m_folder.path()) + '/' + name;
        return test::writeFile(path, contents) ? path : QByteArray();
    }

private slots:
    void theFactsEqualThoseOfStat()
    {
        const QByteArray path =
            make("picture.png", QByteArray("\x89PNG\r\n\x1a\n", 8) + QByteArray(100, 'x'));
        struct stat status = {};
        QCOMPARE(::stat(path.constData(), &status), 0);
        const auto facts = readFileFacts(path);
        QVERIFY(facts);
        QCOMPARE(facts->sizeBytes, std::uint64_t(108));
        QCOMPARE(facts->inode, std::uint64_t(status.st_ino));
        QCOMPARE(facts->device, std::uint64_t(status.st_dev));
        QCOMPARE(nanosecondsOf(facts->mtime), status.st_mtim.tv_sec * 1'000'000'000 + status.st_mtim.tv_nsec);
        QCOMPARE(facts->mimeType, QStringLiteral("image/png"));
    }

    void theContentsDecideTheTypeIfTheNameDoesNot()
    {
        const auto facts = readFileFacts(make("noname", QByteArray("%PDF-1.4\n%abc\n")));
        QCOMPARE(facts->mimeType, QStringLiteral("application/pdf"));
    }

    void theFingerprintChangesWithEachSampledPart_data()
    {
        QTest::addColumn<int>("offset");
        QTest::newRow("in the first 4 KiB") << 10;
        QTest::newRow("in the middle 4 KiB") << 50'000;
        QTest::newRow("in the last byte") << 99'999;
    }
    void theFingerprintChangesWithEachSampledPart()
    {
        QFETCH(int, offset);
        QByteArray contents(100'000, 'a');
        const auto before = readFileFacts(make("same", contents));
        contents[offset] = 'b';
        QVERIFY(before->fingerprint != readFileFacts(make("same", contents))->fingerprint);
    }

    void theFingerprintChangesWithTheSize()
    {
        QVERIFY(readFileFacts(make("short", QByteArray(50'000, 'a')))->fingerprint !=
                readFileFacts(make("long", QByteArray(50'001, 'a')))->fingerprint);
    }

    void equalContentsHaveEqualFingerprints()
    {
        QCOMPARE(readFileFacts(make("one", QByteArray(9000, 'q')))->fingerprint,
                 readFileFacts(make("two", QByteArray(9000, 'q')))->fingerprint);
    }

    void anEmptyFileHasFactsToo()
    {
        const auto facts = readFileFacts(make("empty", {}));
        QVERIFY(facts);
        QCOMPARE(facts->sizeBytes, std::uint64_t(0));
    }

    void aNameInInvalidUtf8IsAccepted() { QVERIFY(readFileFacts(make("bad\xff\xfename", "x"))); }

    void anythingButARegularFileFailsWithoutBlocking()
    {
        const QByteArray fifo = QFile::encodeName(m_folder.filePath(QStringLiteral("fifo")));
        QCOMPARE(::mkfifo(fifo.constData(), 0600), 0);
        QCOMPARE(readFileFacts(fifo).error().systemError, EINVAL);
        QCOMPARE(readFileFacts("/dev/zero").error().systemError, EINVAL);
        QCOMPARE(readFileFacts(QFile::encodeName(m_folder.path())).error().systemError, EINVAL);
    }

    void aLinkIsNotFollowed()
    {
        const QByteArray link = QFile::encodeName(m_folder.filePath(QStringLiteral("link")));
        QCOMPARE(::symlink("/etc/passwd", link.constData()), 0);
        QCOMPARE(readFileFacts(link).error().systemError, ELOOP);
    }

    void aMissingFileIsReportedAsMissing()
    {
        QCOMPARE(readFileFacts("/nonexistent/x").error().systemError, ENOENT);
    }

    void aWriterIsDetected()
    {
        const QByteArray path = make("mapped", QByteArray(8192, 'a'));
        QCOMPARE(readFileFacts(path)->writers, Writers::None);
        const int file = ::open(path.constData(), O_RDWR | O_CLOEXEC);
        QCOMPARE(readFileFacts(path)->writers, Writers::Some);
        void *const mapping = ::mmap(nullptr, 8192, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
        QVERIFY(mapping != MAP_FAILED);
        ::close(file);
        QCOMPARE(readFileFacts(path)->writers, Writers::Some);
        ::munmap(mapping, 8192);
        QCOMPARE(readFileFacts(path)->writers, Writers::None);
        const int reading = ::open(path.constData(), O_RDONLY | O_CLOEXEC);
        QCOMPARE(readFileFacts(path)->writers, Writers::None);
        ::close(reading);
    }

    void theWritersOfAKernelFileAreUnknown()
    {
        QCOMPARE(readFileFacts("/proc/version")->writers, Writers::Unknown);
    }

    void aTimeOutsideTheRangeIsClamped_data()
    {
        QTest::addColumn<qint64>("seconds");
        QTest::addColumn<qint64>("nanoseconds");
        constexpr qint64 last = std::numeric_limits<qint64>::max();
        constexpr qint64 first = std::numeric_limits<qint64>::min();
        QTest::newRow("today") << qint64(1'700'000'000) << qint64(1'700'000'000'000'000'001);
        QTest::newRow("before 1970") << qint64(-1) << qint64(-999'999'999);
        QTest::newRow("the last second before the end in 2262")
            << qint64(9'223'372'035) << qint64(9'223'372'035'000'000'001);
        QTest::newRow("after that end") << qint64(9'223'372'037) << last;
        QTest::newRow("long after that end") << (qint64(1) << 62) << last;
        QTest::newRow("before 1677") << qint64(-9'223'372'038) << first;
        QTest::newRow("long before 1677") << -(qint64(1) << 62) << first;
    }
    void aTimeOutsideTheRangeIsClamped()
    {
        QFETCH(qint64, seconds);
        QFETCH(qint64, nanoseconds);
        QCOMPARE(nanosecondsOf({.tv_sec = seconds, .tv_nsec = 1}), nanoseconds);
    }
};

MANOMETER_TEST(Core, TestFileFacts)
#include "tst_file_facts.moc"
