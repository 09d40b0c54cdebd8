// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/FileFacts.h"
#include "support/Files.h"

#include <QFile>
#include <QJsonDocument>
#include <QTest>

#include <cerrno>
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
    void theFactsAreStats()
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
        QCOMPARE(facts->mtimeNanoseconds, status.st_mtim.tv_sec * 1'000'000'000 + status.st_mtim.tv_nsec);
        QCOMPARE(facts->mimeType, QStringLiteral("image/png"));
    }

    void theContentDecidesWhereTheNameDoesNot()
    {
        const auto facts = readFileFacts(make("noname", QByteArray("%PDF-1.4\n%abc\n")));
        QCOMPARE(facts->mimeType, QStringLiteral("application/pdf"));
    }

    void theFingerprintSeesAChangeInEachSampledPart_data()
    {
        QTest::addColumn<int>("offset");
        QTest::newRow("in the first 4 KiB") << 10;
        QTest::newRow("in the middle 4 KiB") << 50'000;
        QTest::newRow("in the last byte") << 99'999;
    }
    void theFingerprintSeesAChangeInEachSampledPart()
    {
        QFETCH(int, offset);
        QByteArray contents(100'000, 'a');
        const auto before = readFileFacts(make("same", contents));
        contents[offset] = 'b';
        QVERIFY(before->fingerprint != readFileFacts(make("same", contents))->fingerprint);
    }

    void theFingerprintSeesAnotherSize()
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

    void aNameInInvalidUtf8IsAName() { QVERIFY(readFileFacts(make("bad\xff\xfename", "x"))); }

    void whatIsNoRegularFileIsRefusedWithoutWaiting()
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

    void aMissingFileIsSaidToBeMissing()
    {
        QCOMPARE(readFileFacts("/nonexistent/x").error().systemError, ENOENT);
    }

    void theDocumentHoldsFactsAndMetadata()
    {
        const auto facts = readFileFacts(make("text.txt", "hello"));
        const auto parsed = QJsonDocument::fromJson(
            document(*facts, {{QStringLiteral("PNG"), QJsonObject{{QStringLiteral("ImageWidth"), 5}}}}));
        QCOMPARE(parsed[QStringLiteral("file")][QStringLiteral("sizeBytes")].toString(), QStringLiteral("5"));
        QCOMPARE(
            parsed[QStringLiteral("metadata")][QStringLiteral("PNG")][QStringLiteral("ImageWidth")].toInt(),
            5);
    }
};

QTEST_GUILESS_MAIN(TestFileFacts)
#include "tst_file_facts.moc"
