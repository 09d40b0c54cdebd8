// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/EntryText.h"
#include "ctl/EventText.h"
#include "ctl/MachineText.h"
#include "ctl/Paths.h"
#include "ctl/ReasonText.h"
#include "ctl/ScanText.h"
#include "ctl/StatusText.h"
#include "ctl/TextTable.h"
#include "ctl/Texts.h"
#include "ctl/ThresholdEdit.h"
#include "ctl/Times.h"
#include "ctl/WhatIfText.h"
#include "support/TestMain.h"

#include <QTest>

#include <set>

using namespace manometer;
using namespace manometer::ctl;
using namespace std::chrono_literals;

namespace {

json::Value value(const char *document)
{
    auto parsed = json::Value::parse(document);
    if (!parsed)
        qFatal("%s: %s", document, parsed.error().reason.c_str());
    return std::move(*parsed);
}

QByteArray bytesOf(const std::string &text)
{
    return QByteArray::fromStdString(text);
}

} // namespace

class TestCtlTexts : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        qputenv("TZ", "UTC0");
        ::tzset();
    }

    void textsOfOthersCannotControlTheTerminal_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("text");
        const auto row = [](const char *name, const char *bytes, const char *text) {
            QTest::newRow(name) << QByteArray(bytes) << QByteArray(text);
        };
        row("plain text", "a b\u00e9\u20ac\U0001f600\\", "a b\u00e9\u20ac\U0001f600\\");
        row("an escape sequence", "\x1b[2J", "\\x1B[2J");
        row("line feed, return, tab", "a\nb\rc\td", "a\\x0Ab\\x0Dc\\x09d");
        row("delete", "\x7f", "\\x7F");
        row("a C1 control in UTF-8", "\u009b2J", "\\xC2\\x9B2J");
        row("a no-break space is none", "\u00a0", "\u00a0");
        row("a byte that is not UTF-8", "\x9b\xff", "\\x9B\\xFF");
        row("an override of the direction", "a\u202eb", "a\\xE2\\x80\\xAEb");
        row("an isolate", "\u2066", "\\xE2\\x81\\xA6");
        row("marks of the direction", "\u061c\u200e", "\\xD8\\x9C\\xE2\\x80\\x8E");
        row("a line separator", "\u2028", "\\xE2\\x80\\xA8");
        row("a dash is none", "\u2013", "\u2013");
    }
    void textsOfOthersCannotControlTheTerminal()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, text);
        QCOMPARE(bytesOf(shown(bytes.toStdString())), text);
    }

    void jsonForATerminalStaysTheSameJson()
    {
        QCOMPARE(bytesOf(withoutControls("{\"a\":\"\x7f\u009b\"}\n\t\x1b\x9b\xff\u00e9")),
                 QByteArray("{\"a\":\"\\u007f\\u009b\"}\n\t\\u001b\\u009b\xff\u00e9"));
    }

    void sizesHaveUnits_data()
    {
        QTest::addColumn<double>("bytes");
        QTest::addColumn<QByteArray>("text");
        const auto row = [](double bytes, const char *text) {
            QTest::newRow(qPrintable(QString::number(bytes, 'f', 0))) << bytes << QByteArray(text);
        };
        row(0, "0 bytes");
        row(1023, "1023 bytes");
        row(1024, "1.0 KiB");
        row(1536, "1.5 KiB");
        row(999.9 * 1024, "999.9 KiB");
        row(999.96 * 1024, "1.0 MiB");
        row(1000.0 * 1024, "1.0 MiB"); // 2,000 entries of 512 bytes
        row(1048575, "1.0 MiB");
        row(1000.0 * 1048576, "1.0 GiB");
        row(5e9, "4.7 GiB");
        row(-2048, "-2.0 KiB");
        row(1e18, "888.2 PiB");
    }
    void sizesHaveUnits()
    {
        QFETCH(double, bytes);
        QFETCH(QByteArray, text);
        QCOMPARE(bytesOf(bytesText(bytes)), text);
    }

    void theSizeOfASettingIsExact()
    {
        QCOMPARE(exactBytesText(1000.0 * 1048576), std::string("1000 MiB"));
        QCOMPARE(exactBytesText(1023.0 * 1024), std::string("1023 KiB"));
        QCOMPARE(exactBytesText(1000.5 * 1024), std::string("1.0 MiB"));
        QCOMPARE(exactBytesText(200.0 * 1048576), std::string("200.0 MiB"));
    }

    void durationsHaveUnits_data()
    {
        QTest::addColumn<qint64>("ms");
        QTest::addColumn<QByteArray>("text");
        const auto row = [](qint64 ms, const char *text) { QTest::newRow(text) << ms << QByteArray(text); };
        row(0, "0 ms");
        row(999, "999 ms");
        row(1500, "1.5 s");
        row(12'345, "12 s");
        row(60'000, "1 min");
        row(61'000, "1 min 1 s");
        row(7'500'000, "2 h 5 min");
        row(90'000'000, "1 d 1 h");
        row(-1500, "-1.5 s");
        row(std::numeric_limits<qint64>::min(), "-106751991167 d 7 h");
    }
    void durationsHaveUnits()
    {
        QFETCH(qint64, ms);
        QFETCH(QByteArray, text);
        QCOMPARE(bytesOf(durationText(std::chrono::milliseconds(ms))), text);
    }

    void numbersAreShort()
    {
        QCOMPARE(bytesOf(numberText(81.25)), QByteArray("81.2"));
        QCOMPARE(bytesOf(numberText(80.0)), QByteArray("80"));
        QCOMPARE(bytesOf(numberText(100.0, 0)), QByteArray("100"));
        QCOMPARE(bytesOf(numberText(-0.01)), QByteArray("0"));
        QCOMPARE(bytesOf(numberText(std::numeric_limits<double>::quiet_NaN())), QByteArray("-"));
        QCOMPARE(bytesOf(countText(0)), QByteArray("0"));
        QCOMPARE(bytesOf(countText(999)), QByteArray("999"));
        QCOMPARE(bytesOf(countText(1'234'567)), QByteArray("1,234,567"));
        QCOMPARE(bytesOf(plural(1, "file", "files")), QByteArray("1 file"));
    }

    void columnsAreAlignedByCharacters()
    {
        using Side = TextTable::Side;
        TextTable table{Side::Left, Side::Right, Side::Left};
        table.row({"NAME", "N", "X"});
        table.row({"\u00e9\u00e9", "10", ""});
        table.row({"abcdef"});
        QCOMPARE(bytesOf(table.text()), QByteArray("NAME     N  X\n\u00e9\u00e9      10\nabcdef\n"));
    }

    void aStatusIsReadable()
    {
        const json::Value status =
            value(R"({"timestamp":"2026-12-01T12:00:05.000Z","pressure_level":"HIGH","stale":false,)"
                  R"("system":{"used_mb":12902.4,"available_mb":3481.6,"total_mb":16384,"percent":78.8},)"
                  R"("process":{"rss_mb":58.5,"vms_mb":600,"percent":0.4},)"
                  R"("thresholds":{"normal":"<60%","elevated":"60%","high":"80%","critical":">90%"},)"
                  R"("eviction_target_mb":622.6,"under_pressure":true,"critical":false})");
        QCOMPARE(bytesOf(statusText(status)),
                 QByteArray("Level      HIGH\n"
                            "Memory     78.8 % in use: 12.6 GiB of 16.0 GiB, 3.4 GiB available\n"
                            "Manometer  58.5 MiB resident, 0.4 % of the memory\n"
                            "Levels     ELEVATED 60%, HIGH 80%, CRITICAL >90%\n"
                            "To free    622.6 MiB\n"
                            "Measured   2026-12-01 12:00:05\n"));
        QCOMPARE(levelOf(status), std::optional(pressure::Level::High));
    }

    void aStatusHasTheForecastAndHowEarlierOnesDid()
    {
        const QByteArray text = bytesOf(statusText(value(
            R"({"pressure_level":"ELEVATED","forecast":{"level":"HIGH","expected_in_ms":72000},)"
            R"("forecast_record":{)"
            R"("ELEVATED":{"right":1,"wrong":0,"unforeseen":0,"typical_error_seconds":{"from":-5,"to":5}},)"
            R"("HIGH":{"right":7,"wrong":2,"unforeseen":0,"typical_error_seconds":{"from":-20,"to":-10}},)"
            R"("CRITICAL":{"right":0,"wrong":0,"unforeseen":2,"typical_error_seconds":null}}})")));
        QVERIFY2(text.contains("\nForecast   HIGH is expected in 1 min 12 s\n"), text);
        QVERIFY2(text.contains("\nForecasts  of 1 forecast of ELEVATED 1 came true, typically within 5 s of "
                               "the time; of 9 forecasts of HIGH 7 came true, typically 10 to 20 s early; "
                               "CRITICAL began 2 times without a forecast\n"),
                 text);
    }

    void theErrorOfForecastsIsReadable_data()
    {
        QTest::addColumn<QByteArray>("error");
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("late") << QByteArray(R"({"from":5,"to":10})")
                              << QByteArray(", typically 5 to 10 s late");
        QTest::newRow("very late") << QByteArray(R"({"from":60,"to":null})")
                                   << QByteArray(", typically more than 60 s late");
        QTest::newRow("very early") << QByteArray(R"({"from":null,"to":-60})")
                                    << QByteArray(", typically more than 60 s early");
        QTest::newRow("unknown") << QByteArray("null") << QByteArray("");
    }
    void theErrorOfForecastsIsReadable()
    {
        QFETCH(QByteArray, error);
        QFETCH(QByteArray, text);
        const QByteArray status = R"({"forecast_record":{"HIGH":{"right":1,"wrong":0,"unforeseen":0,)"
                                  R"("typical_error_seconds":)" +
                                  error + "}}}";
        const QByteArray all = bytesOf(statusText(value(status.constData())));
        QVERIFY2(all.contains("\nForecasts  of 1 forecast of HIGH 1 came true" + text + "\n"), all);
    }

    void aStatusWithoutASampleIsReadable()
    {
        const json::Value status = value(R"({"timestamp":null,"pressure_level":"NORMAL","stale":true,)"
                                         R"("system":{"used_mb":null,"percent":null}})");
        const QByteArray text = bytesOf(statusText(status));
        QVERIFY2(text.startsWith("Level      NORMAL  (stale"), text);
        QVERIFY2(text.contains("Memory     - in use: - of -, - available\n"), text);
        QVERIFY2(text.endsWith("Measured   not yet\n"), text);
        QCOMPARE(levelOf(value("{}")), std::nullopt);
        QCOMPARE(levelOf(value(R"({"pressure_level":"high"})")), std::nullopt);
    }

    void statsAreReadable()
    {
        const json::Value stats =
            value(R"({"hits":1500,"misses":500,"memory_hits":1000,"disk_hits":500,"evictions":7,)"
                  R"("pressure_evictions":1,"total_requests":2000,"memory_pressure_events":1,)"
                  R"("adaptive_adjustments":3,"hit_rate_percent":75.0,"memory_cache_size":400,)"
                  R"("disk_cache_files":1,"memory_limit_entries":500,"memory_limit_bytes":67108864,)"
                  R"("memory_bytes":819200,"configured_limit_entries":500,"disk_bytes":2097152,)"
                  R"("disk_clean_ups":3,"disk_clean_up_removed":1200})");
        QCOMPARE(bytesOf(statsText(stats)),
                 QByteArray("Requests    2,000: 1,500 hits, 500 misses, hit rate 75 %\n"
                            "Hits        1,000 in memory, 500 on disk\n"
                            "In memory   400 of at most 500 entries, 800.0 KiB of at most 64.0 MiB\n"
                            "Configured  500 entries\n"
                            "On disk     1 entry, 2.0 MiB\n"
                            "Clean-ups   3 of the disk, 1,200 entries removed\n"
                            "Evictions   7, 1 of them for memory pressure\n"
                            "Pressure    1 event, 3 adjustments of the limit\n"));
    }

    void whatPressureCostIsInTheStatsInAllAndByCut()
    {
        const auto lost = [](const char *figures, const char *cuts) {
            const std::string text =
                std::string(R"({"pressure_lost":{)") + figures + R"(,"cuts":[)" + cuts + "]}}";
            return bytesOf(statsText(value(text.c_str())));
        };
        const QByteArray text = lost(
            R"("requests":1041,"disk_reads":1000,"file_reads":41,"file_read_seconds":3.2)",
            R"({"action":9,"requests":0,"disk_reads":0,"file_reads":0,"file_read_seconds":0,"counted_one_in":1},)"
            R"({"action":7,"requests":41,"disk_reads":0,"file_reads":41,"file_read_seconds":3.2,"counted_one_in":1},)"
            R"({"action":2,"requests":1000,"disk_reads":1000,"file_reads":0,"file_read_seconds":0,"counted_one_in":8})");
        QVERIFY2(text.endsWith("Lost hits   1,041 because of pressure: 1,000 disk reads, "
                               "41 files read again in 3.2 s\n"
                               "\n"
                               "CUT    LOST HITS  DISK READS  FILES READ AGAIN   TIME\n"
                               "  7           41           0                41  3.2 s\n"
                               "  2  about 1,000       1,000                 0   0 ms\n"),
                 text);
        const QByteArray none =
            lost(R"("requests":0,"disk_reads":0,"file_reads":0,"file_read_seconds":0)", "");
        QVERIFY2(none.endsWith("Lost hits   0 because of pressure: 0 disk reads, 0 files read again\n"),
                 none);
    }

    void theProgramsThatUseExiftoolAreATable()
    {
        const json::Value stats = value(
            R"({"total_requests":0,"exiftool":{"requests":12034,"hits":11800,"saved_seconds":4320.5,"clients":[)"
            R"({"program":"immich","requests":12000,"hits":11799,"saved_seconds":4320.1,)"
            R"("last_unix_ms":1796126405000},)"
            R"({"program":"p\u001b\\x9B\\\\","requests":33,"hits":1,"saved_seconds":0.4,)"
            R"("last_unix_ms":1796126400000},)"
            R"({"program":"","requests":1,"hits":0,"saved_seconds":0,"last_unix_ms":1796126405000}]}})");
        const QByteArray text = bytesOf(statsText(stats));
        QVERIFY2(
            text.endsWith("\nexiftool    12,034 requests, 11,800 hits (98.1 %), 1 h 12 min saved\n"
                          "\n"
                          "PROGRAM           REQUESTS    HITS  HIT RATE       SAVED  LAST REQUEST\n"
                          "immich              12,000  11,799    98.3 %  1 h 12 min  2026-12-01 12:00:05\n"
                          "p\\x1B\\x9B\\              33       1       3 %      400 ms  2026-12-01 12:00:00\n"
                          "(other programs)         1       0       0 %        0 ms  2026-12-01 12:00:05\n"),
            text);
    }

    void withoutARequestTheStatsSaySo()
    {
        const QByteArray text = bytesOf(
            statsText(value(R"({"exiftool":{"requests":0,"hits":0,"saved_seconds":0,"clients":[]}})")));
        QVERIFY2(text.endsWith("\nexiftool    no program has asked yet\n"), text);
        QVERIFY(!bytesOf(statsText(value("{}"))).contains("exiftool"));
    }

    void aHistoryIsATable()
    {
        QCOMPARE(bytesOf(historyText(value(R"({"samples":[]})"))), QByteArray("No samples.\n"));
        const QByteArray text = bytesOf(historyText(
            value(R"({"samples":[{"timestamp":"2026-12-01T12:00:05.000Z","pressure_level":"HIGH",)"
                  R"("system":{"used_mb":512,"available_mb":512,"total_mb":1024,"percent":50},)"
                  R"("process":{"rss_mb":10,"vms_mb":20,"percent":1}}]})")));
        QCOMPARE(text, QByteArray("TIME                 LEVEL  IN USE       USED  AVAILABLE  MANOMETER\n"
                                  "2026-12-01 12:00:05  HIGH     50 %  512.0 MiB  512.0 MiB   10.0 MiB\n"));
    }

    void eventsAreSentences_data()
    {
        QTest::addColumn<QByteArray>("event");
        QTest::addColumn<QByteArray>("text");
        const auto row = [](const char *event, const char *text) {
            QTest::newRow(text) << QByteArray(event) << QByteArray(text);
        };
        row(R"("kind":"level","level_from":"NORMAL","level_to":"HIGH","reason":"raised","percent":81.25)",
            "level          NORMAL -> HIGH at 81.2 % (raised)");
        row(R"("kind":"level","level_from":"HIGH","level_to":"ELEVATED","reason":"fell","percent":74.97,)"
            R"("threshold_percent":75)",
            "level          HIGH -> ELEVATED at 74.9 % (fell)");
        row(R"("kind":"level","level_from":"HIGH","level_to":"CRITICAL","reason":"raised","percent":90.02,)"
            R"("threshold_percent":90)",
            "level          HIGH -> CRITICAL at 90.1 % (raised)");
        row(R"("kind":"level","level_from":"NORMAL","level_to":"HIGH","reason":"raised","percent":80.02,)"
            R"("threshold_percent":80)",
            "level          NORMAL -> HIGH at 80 % (raised)");
        row(R"("kind":"warning","level":"HIGH","percent":75,"expected_in_ms":90000)",
            "warning        HIGH is expected in 1 min 30 s, at 75 % now");
        row(R"("kind":"limit","cause":"pressure","limit_before_entries":500,"limit_after_entries":250,)"
            R"("evicted_entries":10,"evicted_bytes":20480)",
            "limit          limit 500 -> 250 entries (pressure), evicted 10 entries, 20.0 KiB");
        row(R"("kind":"receipt","evicted_bytes":2048,"process_rss_before_bytes":10240,)"
            R"("process_rss_after_2_s_bytes":9216,"percent_before":91,"percent_after":90.5)",
            "receipt        evicted 2.0 KiB, the process returned 1.0 KiB, memory use 91 % -> 90.5 %");
        row(R"("kind":"receipt","evicted_bytes":2048,"process_rss_before_bytes":10240,)"
            R"("process_rss_after_2_s_bytes":9216,"percent_before":null,"percent_after":null,"rehearsed":true)",
            "receipt        rehearsal: evicted 2.0 KiB, the process returned 1.0 KiB");
        row(R"("kind":"rehearsal","outcome":"began","curve":"ramp","speed":2.5,"actor":"uid 1\u001b")",
            "rehearsal      ramp, 2.5 times as fast (uid 1\\x1B): began on this cache");
        row(R"("kind":"rehearsal","outcome":"critical","curve":"noise","speed":1,"actor":"",)"
            R"("duration_ms":61000,"evicted_entries":1,"evicted_bytes":2048,"limit_entries":50)",
            "rehearsal      noise: ended after 1 min 1 s, the machine itself reached CRITICAL; its cuts "
            "evicted 1 "
            "entry, "
            "2.0 KiB; the limit is 50 entries again");
        row(R"("kind":"futile","evicted_bytes":2048,"returned_bytes":0,"largest_holder_name":"ja\\x1Bva",)"
            R"("largest_holder_rss_bytes":1024)",
            "futile         evicting 2.0 KiB returned only 0 bytes to the system; most memory: ja\\x1Bva, "
            "1.0 "
            "KiB");
        row(R"("kind":"snooze","share_percent":75,"until_unix_ms":1796126405000)",
            "snooze         the limit is held at 75 % until 2026-12-01 12:00:05");
        row(R"("kind":"snooze","share_percent":null,"until_unix_ms":0)",
            "snooze         the held limit is released");
        row(R"("kind":"clean_up","expired_entries":1,"removed_entries":2,"file_bytes_before":2048,)"
            R"("file_bytes_after":1024)",
            "clean_up       removed 1 expired and 2 other entries, files 2.0 KiB -> 1.0 KiB");
        row(R"("kind":"source","error":"unreadable","file":"/proc/meminfo","detail":"No")",
            "source         /proc/meminfo: unreadable No");
        row(R"("kind":"source","error":null)", "source         the memory figures can be read again");
        row(R"("kind":"suspend","duration_ms":3600000)", "suspend        the machine slept for 1 h");
        row(R"("kind":"clock","step_ms":-5000)", "clock          the clock was set by -5 s");
        row(R"("kind":"store","state":"disk_full","detail":"")",
            "store          the disk store is disk_full");
        row(R"("kind":"scan","folder":"/a\\\\b","cancelled":true,"files":3,"from_cache":1,"read":1,)"
            R"("failed":1,"duration_ms":1500)",
            "scan           /a\\b (cancelled): 3 files, 1 from the cache, 1 read, 1 failed, in 1.5 s");
        row(R"("kind":"client_action","actor":"uid 0, pid 5","action":"started_scan","target":"/x","entries":0)",
            "client_action  uid 0, pid 5: started_scan /x");
        row(R"("kind":"hold","waits":"growth","level":"HIGH","hold_ms":30000)",
            "hold           HIGH returned soon after pressure fell; the limit now waits 30 s before it "
            "grows");
        row(R"("kind":"hold","waits":"fall","level":"CRITICAL","hold_ms":40000)",
            "hold           CRITICAL returned soon after it ended; it is now held for 40 s");
        row(R"("kind":"limit","cause":"pressure","limit_before_entries":500,"limit_before_bytes":67108864,)"
            R"("limit_after_entries":500,"limit_after_bytes":16777216,"evicted_entries":0,"evicted_bytes":0)",
            "limit          limit 500 entries, 64.0 MiB -> 16.0 MiB (pressure)");
        row(R"("kind":"receipt","evicted_bytes":2048,"process_rss_before_bytes":10240,)"
            R"("process_rss_after_2_s_bytes":20480,"percent_before":95.0000047,"percent_after":95,)"
            R"("largest_holder_name":"")",
            "receipt        evicted 2.0 KiB, the process returned nothing");
        row(R"("kind":"thresholds","before_elevated_enter_percent":66,"before_high_enter_percent":80,)"
            R"("before_high_hold_ms":10000,"after_elevated_enter_percent":66,"after_high_enter_percent":81,)"
            R"("after_high_hold_ms":20000)",
            "thresholds     HIGH begins at 80 % -> 81 %; HIGH is held for 10 s -> 20 s");
        row(R"("kind":"thresholds","before_high_enter_percent":80,"after_high_enter_percent":80)",
            "thresholds     no threshold changed");
        row(R"("kind":"settings_applied","preset":"","before_memory_entries":500,"before_memory_bytes":2048,)"
            R"("before_basis":"auto","after_memory_entries":400,"after_memory_bytes":1024,)"
            R"("after_basis":"auto")",
            "settings_applied  settings: memory_entries 500 -> 400, memory_bytes 2.0 KiB -> 1.0 KiB");
        row(R"("kind":"settings_applied","preset":"server","before_adapting":true,"after_adapting":true)",
            "settings_applied  settings of the preset server: none changed");
        row(R"("kind":"settings","file":"/s.json","kept_as":"","detail":"","outcome":"changed_elsewhere")",
            "settings       another program changed /s.json");
        row(R"("kind":"settings","file":"/s.json","kept_as":"/s.bad","detail":"no JSON")",
            "settings       /s.json is unusable: no JSON; the former file is kept as /s.bad");
        row(R"("kind":"scan","folder":"/a","cancelled":false,"files":2,"from_cache":0,"read":2,"failed":0,)"
            R"("not_understood":0,"vanished":0,"duration_ms":12000)",
            "scan           /a: 2 files, 2 read, in 12 s");
        row(R"("kind":"scan","folder":"/a","cancelled":false,"files":9,"from_cache":0,"read":9,"failed":0,)"
            R"("not_understood":3,"empty":2,"unknown_type":4,"vanished":0,"duration_ms":12000)",
            "scan           /a: 9 files, 9 read, 3 not understood (2 of them empty), 4 of unknown type, "
            "in 12 s");
        row(R"("kind":"processes","level_before":"HIGH","level":"CRITICAL","own_pid":4,"processes":[)"
            R"({"name":"a\\x1B","pid":1,"rss_bytes":9000,"pss_bytes":2048,"swap_bytes":1024},)"
            R"({"name":"b","pid":2,"rss_bytes":2048,"pss_bytes":0},{"name":"c","pid":3,"rss_bytes":1024},)"
            R"({"name":"left out","pid":5,"rss_bytes":1000},{"name":"d","pid":4,"rss_bytes":512}])",
            "processes      most memory at HIGH -> CRITICAL: a\\x1B 3.0 KiB, b 2.0 KiB, c 1.0 KiB, this "
            "Manometer 512 bytes");
        row(R"("kind":"processes","level_before":"HIGH","level":"HIGH","processes":[])",
            "processes      most memory at HIGH");
        row(R"("kind":"client_action","actor":"uid 0, pid 5","action":"cleared_cache","target":"","entries":3)",
            "client_action  uid 0, pid 5: cleared_cache (3 entries)");
        row(R"("kind":"source","error":"malformed","file":"/proc/meminfo","detail":"")",
            "source         /proc/meminfo: malformed");
        row(R"("kind":"recording","file":"/e","detail":"No space left","dropped":2)",
            "recording      recording to /e failed: No space left (2 dropped)");
        row(R"("kind":"clean_up","expired_entries":0,"removed_entries":0,"file_bytes_before":1024,)"
            R"("file_bytes_after":1024)",
            "clean_up       removed no entry, files 1.0 KiB");
        row(R"("kind":"of_another_version","x":"","y":null)", "of_another_version");
        row(R"("kind":"of_a_later_version","x":[1,{"y":null}])", "of_a_later_version  x=[1,{\"y\":null}]");
    }
    void eventsAreSentences()
    {
        QFETCH(QByteArray, event);
        QFETCH(QByteArray, text);
        const QByteArray line =
            R"({"time_utc":"x","unix_ms":1796126405000,"monotonic_ms":1,"run":"r","id":1,"position":2,)" +
            event + '}';
        QCOMPARE(bytesOf(eventText(value(line.constData()))), "2026-12-01 12:00:05  " + text);
    }

    void aCutEndsWithItsCost_data()
    {
        QTest::addColumn<QByteArray>("event");
        QTest::addColumn<QByteArray>("cost");
        const auto row = [](const char *name, const char *event, const char *cost) {
            QTest::newRow(name) << QByteArray(event) << QByteArray(cost);
        };
        const char *files = R"("kind":"limit","cause":"pressure","run":"1f","action":7)";
        row("files and disk", files, "; cost so far: 12 disk reads, 41 files read again in 3.2 s");
        row("an estimate", R"("kind":"limit","cause":"pressure","run":"1f","action":6)",
            "; cost so far: about 8 disk reads");
        row("none", R"("kind":"limit","cause":"pressure","run":"1f","action":5)", "; cost so far: none");
        row("too old", R"("kind":"limit","cause":"pressure","run":"1f","action":4)", "");
        row("of another run", R"("kind":"limit","cause":"pressure","run":"2f","action":7)", "");
        row("no cut", R"("kind":"limit","cause":"restore","run":"1f","action":7)", "");
        row("its effect", R"("kind":"receipt","run":"1f","action":7)", "");
    }
    void aCutEndsWithItsCost()
    {
        QFETCH(QByteArray, event);
        QFETCH(QByteArray, cost);
        const json::Value lost = value(
            R"({"run":"1f","cuts":[)"
            R"({"action":7,"disk_reads":12,"file_reads":41,"file_read_seconds":3.2,"counted_one_in":1},)"
            R"({"action":6,"disk_reads":8,"file_reads":0,"file_read_seconds":0,"counted_one_in":4},)"
            R"({"action":5,"disk_reads":0,"file_reads":0,"file_read_seconds":0,"counted_one_in":4}]})");
        const json::Value of = value(("{\"unix_ms\":1796126405000," + event + '}').constData());
        QCOMPARE(bytesOf(eventText(of, &lost)), bytesOf(eventText(of)) + cost);
        const json::Value older = value(R"({"cuts":[{"action":7,"disk_reads":12}]})"); // without a run
        QCOMPARE(bytesOf(eventText(of, &older)), bytesOf(eventText(of)));
    }

    void aReasonIsSaidOnce_data()
    {
        QTest::addColumn<QByteArray>("reason");
        QTest::addColumn<QByteArray>("detail");
        QTest::addColumn<QByteArray>("text");
        const auto row = [](const char *reason, const char *detail, const char *text) {
            QTest::newRow(text) << QByteArray(reason) << QByteArray(detail) << QByteArray(text);
        };
        row("no_file", "The file does not exist.", "there is no such file.");
        row("not_cached", "The cache has no entry for this version of the file.",
            "it is not in the cache; --read reads it.");
        row("memory_critical", "Memory is critical.", "it is not read while memory is critical.");
        row("unreadable", "The file could not be read.", "it cannot be read.");
        row("unreadable", "The file could not be read: Permission denied.",
            "it cannot be read: Permission denied.");
        row("unreadable", "The file cannot be examined: Too many links.",
            "it cannot be read: Too many links.");
        row("reader_failed", "The file could not be read: exit code 1..", "the reader failed: exit code 1.");
        row("of_a_later_version", "x\x1b", "of_a_later_version: x\\x1B.");
    }
    void aReasonIsSaidOnce()
    {
        QFETCH(QByteArray, reason);
        QFETCH(QByteArray, detail);
        QFETCH(QByteArray, text);
        QCOMPARE(bytesOf(reasonSentence(
                     "/nowhere", {.reason = reason.toStdString(), .detail = detail.toStdString()}, false)),
                 text);
    }

    void aNoteIsAboutItsMoment()
    {
        const json::Value note = value(
            R"({"unix_ms":5,"kind":"note","text":"a\nb","at_unix_ms":1796126405000,"incident":true,"author":"uid 1"})");
        QCOMPARE(momentOf(note), std::int64_t(1796126405000));
        QCOMPARE(bytesOf(eventText(note)),
                 QByteArray("2026-12-01 12:00:05  note           incident: a\\x0Ab (uid 1)"));
        QCOMPARE(
            bytesOf(detailsOf(note)),
            QByteArray(R"({"text":"a\u000ab","at_unix_ms":1796126405000,"incident":true,"author":"uid 1"})"));
    }

    void entriesAreATable()
    {
        std::vector<json::Value> rows;
        rows.push_back(
            value(R"({"path":"/a\u001b.jpg","value_bytes":2048,"hits":1500,)"
                  R"("last_used_unix_ms":1796126405000,"in_memory":true,"on_disk":true,"is_kept":true})"));
        rows.push_back(value(R"({"path":"/b","value_bytes":10,"hits":0,"in_memory":false,"on_disk":true})"));
        QCOMPARE(bytesOf(entriesText(rows, true)),
                 QByteArray("  METADATA       HITS  LAST USED            IN            PATH\n"
                            "   2.0 KiB      1,500  2026-12-01 12:00:05  memory+disk*  /a\\x1B.jpg\n"
                            "  10 bytes          0                       disk          /b\n"));
        QVERIFY(!bytesOf(entriesText(rows, false)).contains("PATH"));
    }

    void aDocumentIsATree()
    {
        QCOMPARE(bytesOf(documentText(
                     value(R"({"reader":{"name":"exiftool","version":12.50},"list":[1,"two"],"none":null,)"
                           R"("metadata":{"EXIF:Make":"Ca\u001bnon","deep":[{"a":1},{"b":2}]}})"))),
                 QByteArray("reader\n"
                            "  name     exiftool\n"
                            "  version  12.50\n"
                            "list  1, two\n"
                            "none  null\n"
                            "metadata\n"
                            "  EXIF:Make  Ca\\x1Bnon\n"
                            "  deep\n"
                            "    -\n"
                            "      a  1\n"
                            "    -\n"
                            "      b  2\n"));
        QCOMPARE(bytesOf(documentText(value("\"x\""))), QByteArray("x\n"));
    }

    void aScanIsReadable()
    {
        QCOMPARE(bytesOf(scanText(value(R"({"progress":{"running":false,"folder":""},"failures":[]})"))),
                 QByteArray("No scan since the start.\n"));
        QCOMPARE(bytesOf(scanText(value(
                     R"({"progress":{"running":false,"cancelled":false,"folder":"/x","done":1200,)"
                     R"("from_cache":1000,"read":199,"failed":1,"not_understood":2,"elapsed_ms":65000},)"
                     R"("failures":[{"kind":"timed_out","file":"/x/y\n","detail":"slow"}]})"))),
                 QByteArray("/x: done after 1 min 5 s, 1,200 files: 1,000 from the cache, 199 read, "
                            "2 not understood, 0 of unknown type, 1 failed\n"
                            "  /x/y\\x0A: timed_out: slow\n"));
        QCOMPARE(bytesOf(scanText(value(
                     R"({"progress":{"running":false,"cancelled":false,"folder":"/x","done":12,)"
                     R"("from_cache":0,"read":9,"failed":3,"not_understood":5,"empty":2,"unknown_type":1200,)"
                     R"("reasons":{"links":4,"devices":0,"timed_out":1,"no_permission":2},)"
                     R"("elapsed_ms":65000},"failures":[]})"))),
                 QByteArray("/x: done after 1 min 5 s, 12 files: 0 from the cache, 9 read, "
                            "5 not understood (2 of them empty), 1,200 of unknown type, 3 failed\n"
                            "Not read: links 4, no permission 2, took too long 1\n"));
    }

    void progressFitsTheTerminal()
    {
        const json::Value half = value(
            R"({"running":true,"counting":false,"found":200,"done":100,"files_per_second":12.3,"failed":2})");
        QCOMPARE(bytesOf(progressLine(half, 79)),
                 QByteArray("[##########..........] 100 of 200 files, 12/s, 2 failed"));
        QCOMPARE(bytesOf(progressLine(half, 10)), QByteArray("[#########"));
        QCOMPARE(bytesOf(progressLine(value(R"({"counting":true,"found":200,"done":100})"), 79)),
                 QByteArray("100 of 200 files or more"));
        // What cannot be: a bar stays a bar.
        QVERIFY(bytesOf(progressLine(value(R"({"found":1,"done":100})"), 79))
                    .startsWith("[####################] "));
    }

    void processesAndSourcesAreTables()
    {
        QCOMPARE(bytesOf(processesText(
                     value(R"({"processes":[{"name":"ja\u0007va","pid":12,"rss_bytes":2048,"pss_bytes":0,)"
                           R"("swap_bytes":4096,"control_group":"/a\u001b"},)"
                           R"({"name":"d","pid":3,"rss_bytes":1024,"pss_bytes":512}],"own_pid":3})"))),
                 QByteArray("PID  RESIDENT      SHARE     SWAP  NAME                 CONTROL GROUP\n"
                            " 12   2.0 KiB          -  4.0 KiB  ja\\x07va             /a\\x1B\n"
                            "  3   1.0 KiB  512 bytes        -  d  (this Manometer)\n"));
        QCOMPARE(bytesOf(processesText(value(R"({"processes":[],"rehearsal_folder":"/tmp/a\u001b"})"))),
                 QByteArray("This is a rehearsal with figures from /tmp/a\\x1B: it has no processes.\n"));
        QCOMPARE(
            bytesOf(sourcesText(value(
                R"({"signals":[{"signal":"host_memory","state":"works","file":"/proc/meminfo","delay_ms":40}],)"
                R"("cgroup":{"version":"v2","group":"/a"}})"))),
            QByteArray("SIGNAL       STATE  DELAY  FILE\n"
                       "host_memory  works  40 ms  /proc/meminfo\n"
                       "\nControl group (v2): /a\n"));
    }

    void evidenceIsATableOrSaysWhyThereIsNone()
    {
        const QByteArray figures = R"("requests":90000,"sampled_requests":8123,"needed_requests":5000,)"
                                   R"("since_unix_ms":1,"measured_percent":91.44,"simulated_percent":91.52,)";
        const auto text = [&figures](const QByteArray &rest) {
            return bytesOf(hitsText(value(QByteArray('{' + figures + rest + '}').constData())));
        };
        const QByteArray measured = "measured 91.4 %, estimated 91.5 %, of 90,000 requests since " +
                                    QByteArray::fromStdString(localTime(0)) + "\n";
        QCOMPARE(
            text(R"("lack":"few_requests","levels":[])"),
            "There is no estimate yet: 8,123 of the 5,000 sampled requests that it needs, counted since " +
                QByteArray::fromStdString(localTime(0)) + ".\n");
        QCOMPARE(
            text(R"("lack":"few_requests","warm_up_requests_left":1600,"levels":[])"),
            "There is no estimate yet: the figures began again at " +
                QByteArray::fromStdString(localTime(0)) +
                ", and the next 1,600 requests are not counted. They begin again at a start and when the "
                "configured limit changes.\n");
        QCOMPARE(bytesOf(hitsText(value(R"({"lack":"few_requests","since_unix_ms":0})"))),
                 QByteArray("There is no estimate yet: no program has asked the cache since Manometer "
                            "started.\n"));
        QVERIFY(
            text(R"("lack":"contradicts","levels":[])").startsWith("There is no estimate: at the limits"));
        QVERIFY(text(R"("lack":"contradicts","levels":[])").endsWith(measured));
        QCOMPARE(text(R"("lack":"none","levels":[{"level":"NORMAL","limit":{"entries":500,"bytes":9},)"
                      R"("hit_percent":91.5,"error_percent":0.26},{"level":"CRITICAL","limit":{"entries":50,)"
                      R"("bytes":9},"hit_percent":8.04,"error_percent":1.2,"lost_s_per_hour":75}])"),
                 QByteArray("LEVEL     LIMIT  HITS IN MEMORY  STANDARD ERROR  READING AGAIN, AN HOUR\n"
                            "NORMAL      500          91.5 %           0.3 %                       -\n"
                            "CRITICAL     50           8.0 %           1.2 %              1 min 15 s\n"
                            "\n") +
                     measured);
    }

    void namesBecomeAbsolute_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("absolute");
        const auto row = [](const char *path, const char *absolute) {
            QTest::newRow(path) << QByteArray(path) << QByteArray(absolute);
        };
        row("a", "/home/me/a");
        row("./a//b/.", "/home/me/a/b");
        row("/x/./y", "/x/y");
        row("/", "/");
        row(".", "/home/me");
        row("..", "/home");
        row("../../../../a", "/a");
        row("folder/../a", "/home/me/a");
        row("link/../a", "/home/me/link/../a");
        row("link/../../a", "/home/me/link/../../a");
        row("missing/../a", "/home/me/missing/../a");
        row("...", "/home/me/...");
    }
    void namesBecomeAbsolute()
    {
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, absolute);
        const std::set<std::string> folders{"/home", "/home/me", "/home/me/folder"};
        QCOMPARE(
            bytesOf(absolutePath(path.toStdString(), "/home/me",
                                 [&folders](const std::string &each) { return folders.contains(each); })),
            absolute);
    }

    void thresholdsAreATable()
    {
        QCOMPARE(
            bytesOf(thresholdsText(value(
                R"({"elevated":{"enter_percent":60,"leave_percent":55,"hold_ms":10000,"target_percent":55}})"))),
            QByteArray("LEVEL     ENTER  LEAVE  HOLD  TARGET\n"
                       "ELEVATED   60 %   55 %  10 s    55 %\n"));
    }

    void whatIfIsATableOfNowAndDraft()
    {
        const auto level = [](const char *name, int entries, double time, int longest, int flaps) {
            return QByteArray("{\"level\":\"") + name + "\",\"entries\":" + QByteArray::number(entries) +
                   ",\"time_percent\":" + QByteArray::number(time) +
                   ",\"longest_ms\":" + QByteArray::number(longest) +
                   ",\"flaps\":" + QByteArray::number(flaps) + '}';
        };
        const QByteArray answer =
            R"({"samples":86400,"from_unix_ms":0,"to_unix_ms":86400000,"recorded_ms":86400000,"gaps":2,)"
            R"("incidents":3,"applied":{"levels":[)" +
            level("ELEVATED", 4, 6, 600'000, 0) + ',' + level("HIGH", 4, 1.2, 90'000, 0) + ',' +
            level("CRITICAL", 0, 0, 0, 0) +
            R"(],"cuts":8,"evicted_at_most":{"entries":1000},"incidents_warned":2,"shortest_lead_ms":40000,)"
            R"("hit_percent":93.1},"draft":{"levels":[)" +
            level("ELEVATED", 4, 6, 600'000, 0) + ',' + level("HIGH", 9, 3, 100'000, 2) + ',' +
            level("CRITICAL", 0, 0, 0, 0) +
            R"(],"cuts":13,"evicted_at_most":{"entries":2250},"incidents_warned":3,"shortest_lead_ms":95000,)"
            R"("hit_percent":92.4},"draft_rises":13,"draft_coarse_rises":1,"draft_latest_by_ms":1500,)"
            R"("hit_error_points":0.3})";
        const QByteArray text = bytesOf(whatIfText(value(answer.constData()), {}));
        for (const char *line :
             {"86,400 samples over 1 d", "with 2 gaps", "HAPPENED", "HIGH entered", "  time in it",
              "Cuts of the cache", "Incidents warned of", "2 of 3, 40 s ahead", "3 of 3, 1 min 35 s ahead",
              "93.1 %", "-0.7", "1 of 13 rises of the draft may be late, by 2 s"})
            QVERIFY2(text.contains(line), line + QByteArray(" is missing in:\n") + text);
        QVERIFY(!text.contains("No hit ratio"));
        QVERIFY(!text.contains("Less is recorded"));
        const QByteArray less = "\nLess is recorded than was asked for.\n";
        const auto saysSo = [&](const TimeRange &asked) {
            return bytesOf(whatIfText(value(answer.constData()), asked)).contains(less);
        };
        QVERIFY(saysSo({.from = -21'600'000, .to = {}})); // of 30 h
        QVERIFY(saysSo({.from = {}, .to = 90'000'000}));
        QVERIFY(!saysSo({.from = -30'000, .to = 86'430'000})); // samples are apart
        QCOMPARE(bytesOf(whatIfText(value(R"({"samples":0})"), {})),
                 QByteArray("Nothing is recorded of this time.\n"));
    }

    void risesByStallsAreExplained()
    {
        const auto text = [](int stalls) {
            const std::string answer =
                R"({"samples":9,"recorded_ms":1,"draft_rises":5,"draft_stall_rises":)" +
                std::to_string(stalls) + '}';
            return bytesOf(whatIfText(value(answer.c_str()), {}));
        };
        QVERIFY2(
            text(2).endsWith("Of the draft's 5 rises, 2 are above what memory use alone gives: stalls, a "
                             "notice or missing memory raised the level.\n"),
            text(2));
        QVERIFY(!text(0).contains("stalls"));
    }

    void aReplayOfAppliedThresholdsIsASentence()
    {
        QCOMPARE(
            bytesOf(eventText(
                value(R"({"kind":"replay","unix_ms":0,"recorded_ms":7200000,"before_high_entries":4,)"
                      R"("after_high_entries":9,"before_cuts":8,"after_cuts":8,)"
                      R"("before_high_time_percent":1.2,"after_high_time_percent":3.04})"),
                nullptr)),
            QByteArray("1970-01-01 00:00:00  replay         with these thresholds the last 2 h would have "
                       "been the same but for: HIGH entered 4 -> 9; time at HIGH or above 1.2 % -> 3 %"));
    }

    void suggestionsAreATableThatBeginsWithWhatIsInEffect()
    {
        const QByteArray thresholds =
            R"("thresholds":{"elevated":{"enter_percent":60,"leave_percent":55,"hold_ms":10000},)"
            R"("high":{"enter_percent":HIGH,"leave_percent":70,"hold_ms":60000},)"
            R"("critical":{"enter_percent":90,"leave_percent":85,"hold_ms":10000}},)";
        const auto with = [&thresholds](const char *high) {
            return QByteArray(thresholds).replace("HIGH", high);
        };
        const QByteArray answer =
            R"({"end":"found","from_unix_ms":0,"to_unix_ms":360000,"recorded_ms":360000,"base":{)" +
            with("80") +
            R"("criticals_per_day":3,"rises_per_day":7,"high_time_percent":2.5,"incidents_missed":1,)"
            R"("shortest_lead_ms":null,"hit_points_lost":null},"base_breaks":["criticals","incident_lead"],)"
            R"("drafts":[{)" +
            with("74.5") +
            R"("criticals_per_day":1,"rises_per_day":4.5,"high_time_percent":11.26,"incidents_missed":0,)"
            R"("shortest_lead_ms":95000,"hit_points_lost":0.25}],"unkept":[],"incidents":3,"replays":233})";
        const QByteArray text = bytesOf(suggestText(value(answer.constData()), {}, {.incidentLead = true}));
        for (const char *part :
             {"TIME IN HIGH", "\nin effect  60 / 55 %, 10 s  80 / 70 %, 1 min", "2.5 %", "1 missed",
              "\nchoice 1   60 / 55 %, 10 s  74.5 / 70 %, 1 min", "4.5", "11.3 %", "1 min 35 s", "0.25",
              "233 drafts", "The thresholds in effect do not keep --most-criticals, --incident-lead."})
            QVERIFY2(text.contains(part), part + QByteArray(" is missing in:\n") + text);
        QVERIFY(!text.contains("tests nothing"));
        QCOMPARE(bytesOf(whyNoChoice(value(answer.constData()))), QByteArray());
        const QByteArray kept = QByteArray(answer).replace(R"(["criticals","incident_lead"])", "[]");
        QVERIFY(bytesOf(suggestText(value(kept.constData()), {}, {.incidentLead = true}))
                    .contains("The thresholds in effect keep what is required."));
    }

    void howMuchASearchIsBasedOnIsSaid()
    {
        const auto text = [](const char *recorded, const TimeRange &asked = {}) {
            const std::string answer =
                std::string(R"({"end":"found","drafts":[],"from_unix_ms":3600000,"to_unix_ms":3960000,)") +
                R"("recorded_ms":)" + recorded + '}';
            return bytesOf(suggestText(value(answer.c_str()), asked, {}));
        };
        const QByteArray six = text("360000");
        QVERIFY2(
            six.startsWith("Warning: only 6 min of memory use is recorded, which says little about a day. "
                           "Figures a day are those of this time.\nSearched in 6 min of recorded memory "
                           "use, "),
            six);
        QVERIFY(text("21599000").startsWith("Warning: only 5 h 59 min"));
        QVERIFY(
            text("21600000").contains("\nThat is less than a day: figures a day are those of this time.\n"));
        QVERIFY(!text("86400000").contains("day"));
        QVERIFY(!six.contains("Less is recorded"));
        QVERIFY(text("360000", {.from = 0, .to = {}}).contains("\nLess is recorded than was asked for"));
    }

    void aChoiceThatStandsLastSaysWhy()
    {
        const QByteArray text = bytesOf(suggestText(
            value(R"({"end":"found","recorded_ms":86400000,"drafts":[{"doubt":"none"},)"
                  R"({"doubt":"never_reached"},{"doubt":"mostly_elevated","elevated_time_percent":72.5}]})"),
            {}, {}));
        QVERIFY2(
            text.endsWith("Choice 2 hardly watches: ELEVATED or HIGH would never have begun, and did with "
                          "the thresholds in effect.\nChoice 3 warns nearly always: ELEVATED or above for "
                          "72.5 % of the time.\n"),
            text);
        QVERIFY2(!text.contains("Choice 1"), text);
    }

    void aRequiredLeadWithoutAnIncidentTestsNothing()
    {
        const auto text = [](int incidents, bool requiresLead) {
            const std::string answer =
                R"({"end":"found","recorded_ms":1,"base":{},"drafts":[],"incidents":)" +
                std::to_string(incidents) + '}';
            return bytesOf(suggestText(value(answer.c_str()), {}, {.incidentLead = requiresLead}));
        };
        QVERIFY(
            text(0, true).contains("--incident-lead tests nothing: no incident is marked in this time. "
                                   "'manometerctl note --incident TEXT' marks one, or M in the window.\n"));
        QVERIFY(!text(0, false).contains("tests nothing"));
        QVERIFY(!text(1, true).contains("tests nothing"));
    }

    void requiredHitPointsWithoutAnEstimateTestNothing()
    {
        const auto text = [](const char *lost, bool isRequired) {
            const std::string answer =
                std::string(R"({"end":"found","recorded_ms":1,"base":{"hit_points_lost":)") + lost +
                R"(},"drafts":[]})";
            return bytesOf(suggestText(value(answer.c_str()), {}, {.hitPoints = isRequired}));
        };
        QVERIFY(text("null", true).contains("--most-hit-points tests nothing: hits are not estimated"));
        QVERIFY(!text("null", false).contains("tests nothing"));
        QVERIFY(!text("0.2", true).contains("tests nothing"));
    }

    void whatCannotBeKeptIsNamedByItsOption()
    {
        QCOMPARE(
            bytesOf(whyNoChoice(
                value(R"({"end":"impossible","drafts":[],"unkept":[{"constraint":"incident_lead",)"
                      R"("nearest":5600},{"constraint":"criticals","nearest":3}]})"))),
            QByteArray("No thresholds keep what is required. --incident-lead: the shortest lead before an "
                       "incident is 1 h 33 min at most. --most-criticals: CRITICAL begins 3 times a day "
                       "at least."));
        QCOMPARE(bytesOf(whyNoChoice(value(R"({"end":"conflicting","unkept":[{"constraint":"incident_lead",)"
                                           R"("nearest":-1},{"constraint":"hit_points","nearest":0.5}]})"))),
                 QByteArray("No thresholds keep these requirements together. Each at its best while the "
                            "others are kept: --incident-lead: at least one incident comes without HIGH. "
                            "--most-hit-points: the hit ratio is lower by 0.5 "
                            "points at least."));
        QCOMPARE(bytesOf(whyNoChoice(value(R"({"end":"nothing_recorded"})"))),
                 QByteArray("Nothing is recorded of this time."));
    }

    void thresholdsAreEditedByName()
    {
        const json::Value present = value(R"({"elevated":{"enter_percent":60.0,"hold_ms":10000},)"
                                          R"("high":{"enter_percent":80}})");
        const std::vector<std::string_view> changes{"elevated.enter_percent=1", "high.enter_percent=81.50",
                                                    "elevated.enter_percent=65"};
        QCOMPARE(bytesOf(editThresholds(present, changes).value_or("")),
                 QByteArray(
                     R"({"elevated":{"enter_percent":65,"hold_ms":10000},"high":{"enter_percent":81.50}})"));
        const json::Value whole =
            value(R"({"high":{"enter_percent":80,"leave_percent":75,"target_percent":72.5}})");
        // The distances stay, but for what is given itself.
        for (const auto &[change, edited] :
             {std::pair{std::vector<std::string_view>{"high.enter=70.5"}, R"(65.5,"target_percent":63)"},
              std::pair{std::vector<std::string_view>{"high.leave=60", "high.enter=70.5"},
                        R"(60,"target_percent":63)"},
              std::pair{std::vector<std::string_view>{"high.enter_percent=70.5"},
                        R"(75,"target_percent":72.5)"}})
            QCOMPARE(bytesOf(editThresholds(whole, change).value_or("")),
                     QByteArray(R"({"high":{"enter_percent":70.5,"leave_percent":)") + edited + "}}");
        const std::vector<std::string_view> shortForms{"elevated.enter=65", "elevated.hold=2m"};
        QCOMPARE(
            bytesOf(editThresholds(present, shortForms).value_or("")),
            QByteArray(R"({"elevated":{"enter_percent":65,"hold_ms":120000},"high":{"enter_percent":80}})"));
        for (const std::string_view wrong :
             {"elevated.entry=65", "elevated=65", "enter_percent=65", "elevated.hold=20", "elevated.hold=20y",
              "elevated.enter_percent=", "elevated.enter_percent=65 p", "elevated.enter_percent=\"65\"",
              "elevated.enter_percent", "elevated.enter_percent=65,\"x\":1", "other.enter_percent=1", "=1"}) {
            const std::vector<std::string_view> one{wrong};
            const auto edited = editThresholds(present, one);
            QVERIFY2(!edited, wrong.data());
            QVERIFY(edited.error().text.find(wrong.substr(0, wrong.find('='))) != std::string::npos);
            QCOMPARE(edited.error().exitCode, usage);
        }
    }

    void aPercentageMayEndWithItsSign()
    {
        const json::Value present = value(R"({"high":{"enter_percent":80}})");
        for (const std::string_view change :
             {"high.enter=75%", "high.enter=75 %", "high.enter_percent=75%"}) {
            const std::vector<std::string_view> one{change};
            QCOMPARE(bytesOf(editThresholds(present, one).value_or("")),
                     QByteArray(R"({"high":{"enter_percent":75}})"));
        }
    }

    void aWrongChangeIsExplainedByWhatWasGiven_data()
    {
        QTest::addColumn<QByteArray>("change");
        QTest::addColumn<QByteArray>("problem");
        const auto row = [](const char *change, const char *problem) {
            QTest::newRow(change) << QByteArray(change) << QByteArray(problem);
        };
        row("high.enter=175", "'high.enter=175': a percentage is from 0 to 100.");
        row("high.enter=-1", "'high.enter=-1': a percentage is from 0 to 100.");
        row("high.target_percent=101%", "'high.target_percent=101%': a percentage is from 0 to 100.");
        row("high.enter=72,5", "'high.enter=72,5': decimals are written with a point, as in 72.5.");
        row("high.enter=72,5%", "'high.enter=72,5%': decimals are written with a point, as in 72.5.");
        row("high.enter=x", "'high.enter=x' is not a change such as elevated.enter=65 or high.hold=20s.");
        for (const char *hold : {"20", "-5s", "2,5s", "500ms", "10%"})
            row(qPrintable(QStringLiteral("high.hold=%1").arg(QLatin1StringView(hold))),
                "': a hold is a whole number from 0 on and a unit (s, m, h), as in high.hold=20s.");
        row("high.hold=2h", "'high.hold=2h': a hold is from 0 s to 1 h.");
        row("high.hold_ms=-5", "'high.hold_ms=-5': a hold is from 0 s to 1 h.");
        row("high.enter=60.5",
            "ELEVATED begins at 60 %, but HIGH at 60.5 %: a level begins at least 1 point above "
            "the one below it.");
        row("elevated.enter=3",
            "ELEVATED begins at 3 %, which moves its leave to -2 % and its target to -2 %, "
            "outside of 0 to 100: give them, too.");
        row("high.leave=80", "HIGH ends below 80 %, but begins at 80 %: leave must be lower than enter.");
        row("high.target=85",
            "HIGH begins at 80 %, but its target is 85 %: target must be lower than enter.");
        row("high.leave=50",
            "HIGH ends below 50 %, but ELEVATED below 55 %: leave must not be lower than that "
            "of the level below.");
    }

    void aWrongChangeIsExplainedByWhatWasGiven()
    {
        QFETCH(QByteArray, change);
        QFETCH(QByteArray, problem);
        const json::Value present = value(
            R"({"elevated":{"enter_percent":60,"leave_percent":55,"hold_ms":10000,"target_percent":55},)"
            R"("high":{"enter_percent":80,"leave_percent":75,"hold_ms":10000,"target_percent":75},)"
            R"("critical":{"enter_percent":90,"leave_percent":85,"hold_ms":10000,"target_percent":85}})");
        const std::vector<std::string_view> one{std::string_view(change.constData(), size_t(change.size()))};
        const auto edited = editThresholds(present, one);
        QVERIFY(!edited);
        QVERIFY2(bytesOf(edited.error().text).endsWith(problem), edited.error().text.c_str());
    }
};

MANOMETER_TEST(None, TestCtlTexts)
#include "tst_ctl_texts.moc"
