// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/CsvRecording.h"
#include "exports/SampleCsv.h"
#include "support/Eventually.h"
#include "support/TestMain.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace manometer::exports;
using namespace manometer::views;

namespace {

SampleRecord sample(int second)
{
    SampleRecord record;
    record.wallMs = 1'795'420'797'123 + second * 1000;
    record.monotonicMs = 5'000'000 + second * 1000;
    record.systemUsedPercent = 40 + second / 8.0;
    record.processRssBytes = 52'000'768;
    return record;
}

QByteArrayList rowsOf(const QString &file)
{
    QFile opened(file);
    if (!opened.open(QIODevice::ReadOnly))
        return {};
    QByteArrayList rows = opened.readAll().split('\n');
    // Each row ends in CRLF: nothing follows the last one.
    if (rows.isEmpty() || !rows.takeLast().isEmpty())
        return {"a torn row"};
    return rows;
}

} // namespace

class TestCsvRecording : public QObject
{
    Q_OBJECT
private slots:
    void samplesAreAppendedAfterTheHeader()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("r.csv"));
        {
            CsvRecording recording(file);
            QCOMPARE(recording.open(), QString());
            for (int second = 0; second < 3; ++second)
                QCOMPARE(recording.append(sample(second)), QString());
        }
        QCOMPARE(rowsOf(file).size(), 4);
        QVERIFY(rowsOf(file).front().startsWith("time_utc,"));
        QVERIFY(rowsOf(file)[2].contains(",1.000,40.125,"));
    }

    void aRecordingContinuesAfterItsLastCompleteRow()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("r.csv"));
        {
            CsvRecording recording(file);
            QCOMPARE(recording.open(), QString());
            QCOMPARE(recording.append(sample(0)), QString());
        }
        QFile torn(file);
        QVERIFY(torn.open(QIODevice::Append));
        torn.write("2026-11-23T07:59");
        torn.close();
        CsvRecording recording(file);
        QCOMPARE(recording.open(), QString());
        QCOMPARE(recording.append(sample(1)), QString());
        QCOMPARE(rowsOf(file).size(), 3);
    }

    void aFileThatIsNotARecordingIsRefusedUnchanged()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("letter.txt"));
        QFile letter(file);
        QVERIFY(letter.open(QIODevice::WriteOnly));
        letter.write("Dear Sir,\n");
        letter.close();
        CsvRecording refused(file);
        const QString reason = refused.open();
        QVERIFY(!reason.isEmpty());
        // Samples that were queued before the refusal.
        QCOMPARE(refused.append(sample(0)), reason);
        QCOMPARE(refused.append(sample(1)), reason);
        QVERIFY(letter.open(QIODevice::ReadOnly));
        QCOMPARE(letter.readAll(), QByteArray("Dear Sir,\n"));
        QVERIFY(!CsvRecording(folder.path()).open().isEmpty());
        QVERIFY(!CsvRecording(QStringLiteral("/dev/null")).open().isEmpty());
        QVERIFY(!CsvRecording(folder.filePath(QStringLiteral("no/such"))).open().isEmpty());
    }

    void aSecondRecordingToTheSameFileIsRefused()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("r.csv"));
        CsvRecording first(file);
        QCOMPARE(first.open(), QString());
        QCOMPARE(first.append(sample(0)), QString());
        const QByteArrayList rows = rowsOf(file);
        CsvRecording second(file);
        QVERIFY(!second.open().isEmpty());
        QVERIFY(!second.append(sample(1)).isEmpty());
        QCOMPARE(rowsOf(file), rows);
        // A refusal does not release the first one's lock.
        QVERIFY(!CsvRecording(file).open().isEmpty());
        QCOMPARE(first.append(sample(2)), QString());
        QCOMPARE(rowsOf(file).size(), rows.size() + 1);
    }

    void aFullFileIsRotatedAndTheOldestIsDeleted()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("r.csv"));
        CsvRecording recording(file, 1000);
        QCOMPARE(recording.open(), QString());
        constexpr int samples = 200; // about 6 per file
        for (int second = 0; second < samples; ++second)
            QCOMPARE(recording.append(sample(second)), QString());
        const QStringList files = QDir(folder.path()).entryList(QDir::Files);
        QCOMPARE(files.size(), 1 + CsvRecording::maxRotatedFiles);
        QByteArrayList times;
        for (int number = CsvRecording::maxRotatedFiles; number >= 0; --number) {
            const QByteArrayList rows = rowsOf(number == 0 ? file : file + u'.' + QString::number(number));
            QVERIFY(rows.front().startsWith("time_utc,")); // each file has a header
            for (const QByteArray &row : rows.mid(1))
                times += row.split(',').front();
        }
        QCOMPARE(times.size(), QSet<QByteArray>(times.begin(), times.end()).size());
        QVERIFY(std::is_sorted(times.begin(), times.end()));
        QVERIFY(rowsOf(file).back().contains(QByteArray::number(sample(samples - 1).systemUsedPercent)));
    }

    void aRowThatDoesNotFitIsTruncated()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("r.csv"));
        CsvRecording recording(file);
        QCOMPARE(recording.open(), QString());
        QCOMPARE(recording.append(sample(0)), QString());
        const qint64 whole = QFileInfo(file).size();
        rlimit before{};
        getrlimit(RLIMIT_FSIZE, &before);
        const rlimit tight{.rlim_cur = static_cast<rlim_t>(whole + 20), .rlim_max = before.rlim_max};
        const auto ignored = std::signal(SIGXFSZ, SIG_IGN);
        setrlimit(RLIMIT_FSIZE, &tight);
        const QString error = recording.append(sample(1));
        setrlimit(RLIMIT_FSIZE, &before);
        std::signal(SIGXFSZ, ignored);
        QVERIFY(!error.isEmpty());
        QCOMPARE(QFileInfo(file).size(), whole);
        QCOMPARE(recording.append(sample(2)), QString());
        QCOMPARE(rowsOf(file).size(), 3);
    }

    void aKilledRecordingContinuesAfterCompleteRows()
    {
        const quint32 seed = QRandomGenerator::global()->generate();
        QRandomGenerator random(seed);
        qInfo("seed %u", seed);
        const QTemporaryDir folder;
        for (int round = 0; round < 20; ++round) {
            const QString file = folder.filePath(QStringLiteral("r%1.csv").arg(round));
            const pid_t child = fork();
            if (child == 0) {
                CsvRecording recording(file, 20'000);
                if (!recording.open().isEmpty())
                    _exit(1);
                for (int second = 0;; ++second)
                    if (!recording.append(sample(second)).isEmpty())
                        _exit(1);
            }
            // Kill it in the middle of its rows: a header alone is not a recording.
            const qint64 enough = 1000 + random.bounded(15'000);
            const bool isUnderWay = QTest::qWaitFor(
                [&] {
                    return QFileInfo::exists(file + QStringLiteral(".1")) || QFileInfo(file).size() > enough;
                },
                int(manometer::test::waitLimit.count()));
            kill(child, SIGKILL);
            int status = 0;
            waitpid(child, &status, 0);
            QVERIFY(isUnderWay);
            QVERIFY(WIFSIGNALED(status));
            // A kill may stop a write between two pages: open() truncates a torn row.
            QCOMPARE(CsvRecording(file).open(), QString());
            int rowsInAll = 0;
            for (const QString &name :
                 QDir(folder.path()).entryList({QStringLiteral("r%1.csv*").arg(round)})) {
                const QByteArrayList rows = rowsOf(folder.filePath(name));
                for (const QByteArray &row : rows)
                    QCOMPARE(row.count(','), 17);
                rowsInAll += static_cast<int>(rows.size()) - 1;
            }
            QVERIFY(rowsInAll >= 2);
        }
    }
};

MANOMETER_TEST(Core, TestCsvRecording)
#include "tst_csv_recording.moc"
