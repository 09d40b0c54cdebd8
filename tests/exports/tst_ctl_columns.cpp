// SPDX-License-Identifier: GPL-3.0-or-later
//
// manometerctl makes its CSV of the API's JSON, the window of the views' values: the rows are the same.
#include "ctl/Csv.h"
#include "exports/EntryCsv.h"
#include "exports/EventCsv.h"
#include "exports/SampleCsv.h"
#include "support/EveryEvent.h"
#include "support/TestMain.h"
#include "wire/EventLine.h"
#include "wire/ViewJson.h"

#include <QTest>

#include <functional>

using namespace manometer;
using namespace manometer::exports;
using namespace manometer::views;

namespace {

json::Value parsedJson(const QByteArray &text)
{
    auto value = json::Value::parse(text.toStdString());
    if (!value)
        qFatal("%s: %s", text.constData(), value.error().reason.c_str());
    return std::move(*value);
}

QByteArray windowsCsv(const std::function<void(CsvWriter &)> &write)
{
    CsvWriter csv(CsvProfile::Plain);
    write(csv);
    return csv.take();
}

QByteArray ctlCsv(const std::string &row)
{
    return QByteArray::fromStdString(row);
}

} // namespace

Q_DECLARE_METATYPE(EntryRow)

class TestCtlColumns : public QObject
{
    Q_OBJECT
private slots:
    void theHeadersAreTheSame()
    {
        QCOMPARE(ctlCsv(ctl::sampleHeader()),
                 windowsCsv([](CsvWriter &csv) { csv.header(sampleColumns()); }));
        QCOMPARE(ctlCsv(ctl::eventHeader()), windowsCsv([](CsvWriter &csv) { csv.header(eventColumns()); }));
        QCOMPARE(ctlCsv(ctl::entryHeader()), windowsCsv([](CsvWriter &csv) { csv.header(entryColumns()); }));
    }

    void theSamplesAreTheSame_data()
    {
        QTest::addColumn<SampleRecord>("sample");
        SampleRecord sample;
        sample.wallMs = 1'795'420'797'123;
        sample.monotonicMs = -250;
        sample.systemUsedPercent = 72.4;
        sample.systemAvailableBytes = std::numeric_limits<quint64>::max();
        sample.composition = {.freeBytes = 1000, .buffersBytes = 200, .cacheBytes = 30};
        sample.processRssBytes = 52'000'768;
        sample.psiSomeAvg10Percent = 1e-7;
        sample.cgroupUsedPercent = 100.0 / 3;
        sample.applied = Level::Elevated;
        sample.cacheEntries = 375;
        sample.cacheLimitEntries = 376;
        sample.cacheHitsTotal = 1250;
        QTest::newRow("a sample") << sample;
        QTest::newRow("an empty one") << SampleRecord();
        sample.gap = true;
        QTest::newRow("a gap") << sample;
    }
    void theSamplesAreTheSame()
    {
        QFETCH(SampleRecord, sample);
        QCOMPARE(ctlCsv(ctl::sampleRow(parsedJson(wire::toText(sample)), 1000)),
                 windowsCsv([&sample](CsvWriter &csv) { writeSample(csv, sample, 1000); }));
    }

    void theEventsAreTheSame()
    {
        for (const Event &event : test::everyKindOfEvent("=a \\ \"b\",\n\xff", "d"))
            QCOMPARE(ctlCsv(ctl::eventRow(parsedJson(wire::toLine(event)))),
                     windowsCsv([&event](CsvWriter &csv) { writeEvent(csv, event); }));
    }

    void theEntriesAreTheSame_data()
    {
        QTest::addColumn<EntryRow>("entry");
        QTest::newRow("an empty one") << EntryRow();
        EntryRow entry;
        entry.path = "/a \\b,\"c\"/=d\xff\n";
        entry.depth = "full";
        entry.sourceBytes = 5;
        entry.valueBytes = std::numeric_limits<quint64>::max();
        entry.modifiedWallMs = -1500;
        entry.storedWallMs = 1'795'420'797'123;
        entry.lastUsedWallMs = 1;
        entry.inMemory = entry.isKept = true;
        entry.contents = cache::Contents::UnknownType;
        QTest::newRow("an odd one") << entry;
    }
    void theEntriesAreTheSame()
    {
        QFETCH(EntryRow, entry);
        QCOMPARE(ctlCsv(ctl::entryRow(parsedJson(wire::toText(entry)))),
                 windowsCsv([&entry](CsvWriter &csv) { writeEntry(csv, entry); }));
    }
};

MANOMETER_TEST(Core, TestCtlColumns)
#include "tst_ctl_columns.moc"
