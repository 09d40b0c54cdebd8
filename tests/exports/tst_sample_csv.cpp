// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/SampleCsv.h"
#include "reports/StepFields.h"
#include "support/TestMain.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QLocale>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace manometer::exports;
using namespace manometer::views;

namespace {

SampleRecord sample()
{
    SampleRecord record;
    record.wallMs = 1'795'420'797'123; // 2026-11-23T07:59:57.123Z
    record.monotonicMs = 5'000'250;
    record.systemUsedPercent = 72.4;
    record.systemTotalBytes = 8'000'000'000;
    record.systemAvailableBytes = 2'208'000'000;
    record.composition = {
        .freeBytes = 1000, .buffersBytes = 200, .cacheBytes = 30, .swapTotalBytes = 4000, .swapUsedBytes = 0};
    record.processRssBytes = 52'000'768;
    record.psiSomeAvg10Percent = 0.5;
    record.applied = Level::Elevated;
    record.cacheEntries = 375;
    record.cacheLimitEntries = 375;
    record.cacheHitsTotal = 1250;
    return record;
}

QByteArray sampleCsvHeader()
{
    CsvWriter csv(CsvProfile::Plain);
    csv.header(sampleColumns());
    return csv.take();
}

QByteArray sampleCsvRow(const SampleRecord &record, qint64 firstMonotonicMs)
{
    CsvWriter csv(CsvProfile::Plain);
    writeSample(csv, record, firstMonotonicMs);
    return csv.take();
}

QByteArray sampleCsv(const SampleRecords &records)
{
    QByteArray csv = sampleCsvHeader();
    for (const SampleRecord &record : records)
        csv += sampleCsvRow(record, records.constFirst().monotonicMs);
    return csv;
}

} // namespace

class TestSampleCsv : public QObject
{
    Q_OBJECT
private slots:
    void theColumnNamesEndInTheirUnits()
    {
        QCOMPARE(
            sampleCsvHeader(),
            QByteArray("time_utc,timestamp,unix_time_s,elapsed_s,system_used_percent,system_available_bytes,"
                       "process_rss_bytes,psi_some_avg10_percent,level,cache_entries,cache_limit_entries,"
                       "cache_hits_total,cgroup_used_percent,memory_free_bytes,memory_buffers_bytes,"
                       "memory_cache_bytes,swap_total_bytes,swap_used_bytes\r\n"));
    }

    void aRowConsistsOfTheseBytes()
    {
        QCOMPARE(sampleCsvRow(sample(), 5'000'000),
                 QByteArray(
                     "2026-11-23T07:59:57.123,2026-11-23T07:59:57.123Z,1795420797.123,0.250,72.4,2208000000,"
                     "52000768,0.5,ELEVATED,375,375,1250,,1000,200,30,4000,0\r\n"));
    }

    void aGapHasEmptyFieldsAndItsLevel()
    {
        SampleRecord record = sample();
        record.gap = true;
        const auto fields = sampleCsvRow(record, 0).trimmed().split(',');
        QCOMPARE(fields.size(), 18);
        for (const int column : {4, 5, 6, 7, 12, 13, 14, 15, 16, 17})
            QVERIFY(fields[column].isEmpty());
        QCOMPARE(fields[8], QByteArray("ELEVATED"));
    }

    void anUnreadableResidentSetIsAnEmptyField()
    {
        SampleRecord record = sample();
        record.processRssBytes = 0;
        QCOMPARE(sampleCsvRow(record, 0).split(',')[6], QByteArray());
    }

    void aGroupOverItsLimitIsFull_data()
    {
        QTest::addColumn<qulonglong>("limitBytes");
        QTest::newRow("memory.high 0") << 0ull;
        QTest::newRow("memory.high of a page") << 4096ull;
        QTest::newRow("memory.high slightly exceeded") << 369'000'000ull;
    }
    void aGroupOverItsLimitIsFull()
    {
        QFETCH(qulonglong, limitBytes);
        SampleRecord record = sample();
        manometer::pressure::MemorySample memory;
        memory.totalBytes = memory.availableBytes = 8'000'000'000;
        memory.cgroup = {.limitBytes = limitBytes, .workingSetBytes = 369'430'400};
        manometer::reports::fill(record, memory);
        QCOMPARE(sampleCsvRow(record, 0).trimmed().split(',')[12], QByteArray("100"));
    }

    void aKernelWithoutPsiLeavesItsColumnEmpty()
    {
        SampleRecord record = sample();
        record.psiSomeAvg10Percent = absent;
        QCOMPARE(sampleCsvRow(record, 0).split(',')[7], QByteArray());
    }

    void numbersAreShortestAndReadBackTheSame_data()
    {
        QTest::addColumn<double>("value");
        for (const double value : {0.1, 1.0 / 3, 99.99999999999999, 1e-7, 5e-324, 100.0, 0.0})
            QTest::addRow("%.17g", value) << value;
    }
    void numbersAreShortestAndReadBackTheSame()
    {
        QFETCH(double, value);
        SampleRecord record = sample();
        record.systemUsedPercent = value;
        const QByteArray field = sampleCsvRow(record, 0).split(',')[4];
        QCOMPARE(field.toDouble(), value);
        QVERIFY(!field.contains('e'));
    }

    void everyLocaleGivesTheSameBytes()
    {
        const auto before = sampleCsv({sample(), sample()});
        for (const QLocale::Language language : {QLocale::German, QLocale::Hindi, QLocale::Arabic}) {
            QLocale::setDefault(QLocale(language));
            QCOMPARE(sampleCsv({sample(), sample()}), before);
        }
        QLocale::setDefault(QLocale::c());
    }

    void pythonReadsTheValuesBack()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("s.csv"));
        SampleRecord later = sample();
        later.monotonicMs += 1000;
        later.gap = true;
        QCOMPARE(writeSampleCsv(file, CsvProfile::Plain, {sample(), later}), QString());
        if (!QFile::exists(QStringLiteral("/usr/bin/python3")))
            QSKIP("python3 is not installed");
        QProcess python;
        python.start(
            QStringLiteral("/usr/bin/python3"),
            {QStringLiteral("-c"),
             QStringLiteral("import csv,sys,datetime\n"
                            "rows=list(csv.DictReader(open(sys.argv[1],newline='',encoding='utf-8')))\n"
                            "assert len(rows)==2, rows\n"
                            "a,b=rows\n"
                            "assert float(a['system_used_percent'])==72.4\n"
                            "assert int(a['process_rss_bytes'])==52000768\n"
                            "assert b['system_used_percent']==''\n"
                            "assert float(b['elapsed_s'])-float(a['elapsed_s'])==1.0\n"
                            "t=datetime.datetime.fromisoformat(a['time_utc']+'+00:00').timestamp()\n"
                            "assert abs(t-float(a['unix_time_s']))<0.0005\n"),
             file});
        QVERIFY(python.waitForFinished(20'000));
        QVERIFY2(python.exitCode() == 0, python.readAllStandardError().constData());
    }

    void aDescriptionFileIsWritten()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("s.csv"));
        QCOMPARE(writeSampleCsv(file, CsvProfile::Plain, {sample()}), QString());
        QFile meta(file + QStringLiteral(".meta.json"));
        QVERIFY(meta.open(QIODevice::ReadOnly));
        const auto document = QJsonDocument::fromJson(meta.readAll());
        QCOMPARE(document[QStringLiteral("rows")].toInt(), 1);
    }

    void anUnwritableFileIsReportedAndLeavesNoFile()
    {
        const QTemporaryDir folder;
        QVERIFY(!writeSampleCsv(folder.filePath(QStringLiteral("no/such/folder.csv")), CsvProfile::Plain,
                                {sample()})
                     .isEmpty());
        QVERIFY(!writeSampleCsv(QStringLiteral("/dev/full/x"), CsvProfile::Plain, {sample()}).isEmpty());
        QVERIFY(QDir(folder.path()).isEmpty());
    }
};

MANOMETER_TEST(Core, TestSampleCsv)
#include "tst_sample_csv.moc"
