// SPDX-License-Identifier: GPL-3.0-or-later
#include "pressure/control/ControlNumbers.h"
#include "service/recording/events/EventFile.h"
#include "support/TestMain.h"
#include "wire/Bytes.h"
#include "wire/EventFields.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <cerrno>
#include <csignal>
#include <sys/resource.h>
#include <sys/stat.h>

using namespace manometer;
using namespace manometer::service;
using namespace manometer::views;

namespace {

using wire::describe;

// Gives every field a different value, so that confused fields are detected.
struct Filler
{
    std::string_view prefix;
    int next = 1;
    template<typename Item>
    void operator()(std::string_view, QList<Item> &into)
    {
        for (int i = 0; i < 2; ++i)
            describe(*this, into.emplace_back());
    }
    template<typename Value>
    void operator()(std::string_view, Value &into)
    {
        const int number = next++;
        if constexpr (std::is_enum_v<Value>)
            into = static_cast<Value>(1 + std::size_t(number) % (wire::wordsOf<Value>().size() - 1));
        else if constexpr (std::is_same_v<Value, bool>)
            into = true;
        else if constexpr (std::is_integral_v<Value>)
            into = static_cast<Value>(number * 1'000'003);
        else if constexpr (std::is_same_v<Value, double>)
            into = number / 3.0;
        else if constexpr (std::is_same_v<Value, QByteArray>)
            into = "/data/\\xFF\\\\ \xff\xc3\x28 \n\x01\"" + QByteArray::number(number);
        else if constexpr (std::is_same_v<Value, std::string>)
            into = "/proc/caf\xc3\xa9/\xed\xa0\x80" + std::to_string(number);
        else if constexpr (std::is_same_v<Value, QString>)
            into = QStringLiteral("C:\\état ") + QString::number(number);
        else
            into = Value(number * 7);
    }
    void changes(QList<NumberChange> &into)
    {
        for (const pressure::ControlNumber &number : pressure::controlNumbers())
            into.append({.name = number.key, .before = next++ / 3.0, .after = absent});
    }
    template<typename Value>
    bool present(std::string_view, std::optional<Value> &into)
    {
        into.emplace();
        return true;
    }
};

template<std::size_t Index = 0>
void addKinds(QList<EventKinds> &kinds)
{
    if constexpr (Index < std::variant_size_v<EventKinds>) {
        EventKinds filled(std::in_place_index<Index>);
        Filler filler;
        wire::describeEvent(filler, std::get<Index>(filled));
        kinds << EventKinds(std::in_place_index<Index>) << filled;
        addKinds<Index + 1>(kinds);
    }
}

Event eventOf(const EventKinds &what, qint64 wallMs = 1'795'420'797'123)
{
    return {.run = "r1", .id = 12, .wallMs = wallMs, .monotonicMs = 5'000'250, .what = what};
}

QByteArray pathOf(const QTemporaryDir &folder, const char *name)
{
    return folder.filePath(QString::fromLatin1(name)).toUtf8();
}

} // namespace

Q_DECLARE_METATYPE(EventKinds)

class TestRecordingEvents : public QObject
{
    Q_OBJECT
private slots:
    void everyKindRoundTrips_data()
    {
        QTest::addColumn<EventKinds>("what");
        QList<EventKinds> kinds;
        addKinds(kinds);
        for (qsizetype i = 0; i < kinds.size(); ++i)
            QTest::addRow("%s, %s", wire::kindWords[kinds[i].index()].data(),
                          i % 2 == 0 ? "defaults" : "all set")
                << kinds[i];
    }
    void everyKindRoundTrips()
    {
        QFETCH(EventKinds, what);
        const Event event = eventOf(what);
        const QByteArray line = wire::toLine(event);
        QVERIFY(line.endsWith('\n'));
        QCOMPARE(line.count('\n'), 1);
        QJsonParseError error{};
        const QJsonObject object = QJsonDocument::fromJson(line, &error).object();
        QVERIFY2(!object.isEmpty(), qPrintable(error.errorString()));
        qsizetype keys = object.size();
        for (const QJsonValue &value : object) {
            QVERIFY(!value.isObject());
            for (const QJsonValue &item : value.toArray()) {
                for (const QJsonValue &part : item.toObject())
                    QVERIFY(!part.isObject() && !part.isArray());
                keys += item.toObject().size();
            }
        }
        // No duplicate key: the parser would keep only one of them.
        QCOMPARE(QByteArray(line).replace("\\\"", "").count("\":"), keys);
        const auto read = wire::fromLine(line);
        QVERIFY(read);
        QCOMPARE(read->what.index(), event.what.index());
        QCOMPARE(read->wallMs, event.wallMs);
        QCOMPARE(read->monotonicMs, event.monotonicMs);
        QCOMPARE(read->run, event.run);
        QCOMPARE(read->id, event.id);
        QCOMPARE(wire::toLine(*read), line);
    }

    void onlyChangedNumbersAreWritten()
    {
        const QList<NumberChange> numbers{{.name = "growth_hold_ms", .before = 15'000, .after = 20'250}};
        const QByteArray line = wire::toLine(eventOf(SettingsAppliedEvent{.numbers = numbers}));
        QVERIFY2(line.contains("\"before_growth_hold_ms\":15000,\"after_growth_hold_ms\":20250}"),
                 line.constData());
        QVERIFY(!line.contains("stall_window_ms"));
        QCOMPARE(std::get<SettingsAppliedEvent>(wire::fromLine(line)->what).numbers, numbers);
    }

    void theFormerKindIsStillRead()
    {
        const auto read =
            wire::fromLine("{\"unix_ms\":1,\"kind\":\"capacity\",\"after_memory_entries\":7}\n");
        QVERIFY(read);
        QCOMPARE(std::get<SettingsAppliedEvent>(read->what).after.memoryEntries, quint64(7));
        QVERIFY(wire::toLine(*read).contains("\"kind\":\"settings_applied\""));
    }

    void aLineConsistsOfTheseBytes()
    {
        QCOMPARE(wire::toLine(eventOf(LevelEvent{.from = Level::Normal,
                                                 .to = Level::Critical,
                                                 .reason = pressure::GovernorReason::RaisedAtOnce,
                                                 .percent = 93.5,
                                                 .thresholdPercent = 90,
                                                 .basis = pressure::Basis::Cgroup})),
                 QByteArray(
                     "{\"time_utc\":\"2026-11-23T07:59:57.123Z\",\"unix_ms\":1795420797123,"
                     "\"monotonic_ms\":5000250,\"run\":\"r1\",\"id\":12,\"kind\":\"level\","
                     "\"level_from\":\"NORMAL\",\"level_to\":\"CRITICAL\",\"reason\":\"raised_at_once\","
                     "\"percent\":93.5,\"threshold_percent\":90,\"basis\":\"cgroup\",\"vote\":\"none\"}\n"));
    }

    void bytesThatAreNotTextAreEscaped_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("text");
        const auto row = [](const char *name, QByteArray bytes, QByteArray text) {
            QTest::newRow(name) << bytes << text;
        };
        row("plain text is unchanged", "/data/a b.fits", "/data/a b.fits");
        row("UTF-8 is unchanged", "/data/caf\xc3\xa9\xf0\x9f\x98\x80", "/data/caf\xc3\xa9\xf0\x9f\x98\x80");
        row("Latin 1 is escaped", "caf\xe9", "caf\\xE9");
        row("a backslash is doubled", "a\\xE9", "a\\\\xE9");
        row("an overlong form is not UTF-8", "\xc0\xaf", "\\xC0\\xAF");
        row("a surrogate is not UTF-8", "\xed\xa0\x80", "\\xED\\xA0\\x80");
        row("a truncated character", "a\xe2\x82", "a\\xE2\\x82");
        row("above U+10FFFF", "\xf4\x90\x80\x80", "\\xF4\\x90\\x80\\x80");
        row("an empty text", "", "");
    }
    void bytesThatAreNotTextAreEscaped()
    {
        QFETCH(QByteArray, bytes);
        QTEST(wire::escapedBytes(bytes), "text");
        QCOMPARE(wire::unescapedBytes(wire::escapedBytes(bytes)), bytes);
    }

    void anyBytesRoundTrip()
    {
        const quint32 seed = QRandomGenerator::global()->generate();
        qInfo("seed %u", seed);
        QRandomGenerator random(seed);
        for (int round = 0; round < 5000; ++round) {
            QByteArray bytes(random.bounded(12), '\0');
            for (char &c : bytes)
                c = random.bounded(2) == 0 ? char(random.bounded(256)) : "\\x0A\xc3\xa9/"[random.bounded(7)];
            QCOMPARE(wire::unescapedBytes(wire::escapedBytes(bytes)), bytes);
            const auto read = wire::fromLine(wire::toLine(eventOf(ScanEvent{.folder = bytes})));
            QCOMPARE(std::get<ScanEvent>(read->what).folder, bytes);
        }
    }

    void aLineThatIsNotAnEventIsSkippedAndCounted_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("not JSON") << QByteArray("hello");
        QTest::newRow("a truncated line") << wire::toLine(eventOf(SuspendEvent{})).chopped(5);
        QTest::newRow("a kind of a later version") << QByteArray("{\"unix_ms\":1,\"kind\":\"teleport\"}");
        QTest::newRow("a missing time") << QByteArray("{\"kind\":\"suspend\",\"duration_ms\":1}");
        QTest::newRow("a number for a word")
            << QByteArray("{\"unix_ms\":1,\"kind\":\"hold\",\"level\":3,\"hold_ms\":1}");
        QTest::newRow("an unknown word")
            << QByteArray("{\"unix_ms\":1,\"kind\":\"hold\",\"level\":\"WORSE\",\"hold_ms\":1}");
        QTest::newRow("a text for a number")
            << QByteArray("{\"unix_ms\":1,\"kind\":\"suspend\",\"duration_ms\":\"1\"}");
        QTest::newRow("an array") << QByteArray("[1,2]");
        QTest::newRow("nested too deeply") << QByteArray(5000, '[');
    }
    void aLineThatIsNotAnEventIsSkippedAndCounted()
    {
        QFETCH(QByteArray, line);
        QVERIFY(!wire::fromLine(line));
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("events.jsonl")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(wire::toLine(eventOf(SuspendEvent{.durationMs = 1})) + line + '\n' +
                   wire::toLine(eventOf(SuspendEvent{.durationMs = 2})));
        file.close();
        const auto loaded = EventFile(folder.path().toStdString()).load(100);
        QCOMPARE(loaded.events.size(), 2);
        QCOMPARE(loaded.unreadable, 1);
        QCOMPARE(std::get<SuspendEvent>(loaded.events.back().what).durationMs, qint64(2));
    }

    void aMissingFieldKeepsItsDefault()
    {
        const auto event = wire::fromLine("{\"unix_ms\":1,\"kind\":\"level\",\"level_to\":\"HIGH\"}");
        QVERIFY(event);
        QCOMPARE(std::get<LevelEvent>(event->what).to, Level::High);
        QVERIFY(std::isnan(std::get<LevelEvent>(event->what).percent));
    }

    void filesAreRotatedAndTheNewestEventsAreLoaded()
    {
        const QTemporaryDir folder;
        EventFile file(folder.path().toStdString(), 10'000);
        for (int i = 0; i < 1000; ++i)
            QVERIFY(file.append(wire::toLine(eventOf(SuspendEvent{.durationMs = i}, i))));
        qint64 total = 0;
        for (const char *name : {"events.jsonl", "events.1.jsonl", "events.2.jsonl", "events.3.jsonl"}) {
            struct stat status = {};
            QCOMPARE(::stat(pathOf(folder, name).constData(), &status), 0);
            QCOMPARE(status.st_mode & 0777, mode_t(0600));
            QVERIFY(status.st_size <= 10'000);
            total += status.st_size;
        }
        QVERIFY(!QFile::exists(folder.filePath(QStringLiteral("events.4.jsonl"))));
        QVERIFY(total > 30'000);
        const auto all = EventFile(folder.path().toStdString(), 10'000).load(100'000).events;
        QVERIFY(all.size() > 200);
        for (qsizetype i = 0; i < all.size(); ++i)
            QCOMPARE(all[i].wallMs, qint64(1000 - all.size() + i));
        const auto some = EventFile(folder.path().toStdString(), 10'000).load(7).events;
        QCOMPARE(some.size(), 7);
        QCOMPARE(some.back().wallMs, qint64(999));
    }

    void runsWithASingleEventRotateToo()
    {
        const QTemporaryDir folder;
        for (int i = 0; i < 300; ++i)
            QVERIFY(EventFile(folder.path().toStdString(), 10'000)
                        .append(wire::toLine(eventOf(SuspendEvent{.durationMs = i}, i))));
        struct stat status = {};
        QCOMPARE(::stat(pathOf(folder, "events.jsonl").constData(), &status), 0);
        QVERIFY2(status.st_size <= 10'000, qPrintable(QString::number(status.st_size)));
        QVERIFY(QFile::exists(folder.filePath(QStringLiteral("events.1.jsonl"))));
    }

    void aTornLineIsCutOffOrCompleted_data()
    {
        QTest::addColumn<QByteArray>("before"); // the file after a crash
        QTest::addColumn<QByteArray>("kept");
        const QByteArray first = wire::toLine(eventOf(SuspendEvent{.durationMs = 1}));
        const QByteArray second = wire::toLine(eventOf(SuspendEvent{.durationMs = 2}));
        QTest::newRow("torn in the middle") << first + second.chopped(9) << first;
        QTest::newRow("torn after its first byte") << first + "{" << first;
        QTest::newRow("only the newline is missing") << first + second.chopped(1) << first + second;
        QTest::newRow("nothing but a torn line") << first.chopped(9) << QByteArray();
        QTest::newRow("zeros after a power cut")
            << first + second.chopped(9) + QByteArray(4096, '\0') << first;
        QTest::newRow("a complete line of a later version without its newline")
            << first + "{\"kind\":\"teleport\"}" << first + "{\"kind\":\"teleport\"}\n";
        QTest::newRow("complete lines") << first + second << first + second;
    }
    void aTornLineIsCutOffOrCompleted()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, kept);
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("events.jsonl")));
        QVERIFY(file.open(QIODevice::ReadWrite | QIODevice::Unbuffered) &&
                file.write(before) == before.size());
        const QByteArray next = wire::toLine(eventOf(SuspendEvent{.durationMs = 3}));
        QVERIFY(EventFile(folder.path().toStdString()).append(next));
        QVERIFY(file.seek(0));
        QCOMPARE(file.readAll(), kept + next);
    }

    void aFullDiskLeavesNoTornLine_data()
    {
        QTest::addColumn<int>("fits"); // bytes of the second line that fit
        QTest::newRow("nothing of it fits") << 0;
        QTest::newRow("a byte of it fits") << 1;
        QTest::newRow("half of it fits") << 60;
    }
    void aFullDiskLeavesNoTornLine()
    {
        QFETCH(int, fits);
        const QTemporaryDir folder;
        const QByteArray first = wire::toLine(eventOf(SuspendEvent{.durationMs = 1}));
        const QByteArray second = wire::toLine(eventOf(SuspendEvent{.durationMs = 2}));
        EventFile events(folder.path().toStdString());
        QVERIFY(events.append(first));
        rlimit before{};
        QCOMPARE(::getrlimit(RLIMIT_FSIZE, &before), 0);
        ::signal(SIGXFSZ, SIG_IGN); // a write beyond the limit fails with EFBIG
        const rlimit full{.rlim_cur = rlim_t(first.size() + fits), .rlim_max = before.rlim_max};
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &full), 0);
        const auto room = qScopeGuard([&before] { ::setrlimit(RLIMIT_FSIZE, &before); });
        for (int attempt = 0; attempt < 3; ++attempt) {
            const auto written = events.append(second);
            QVERIFY(!written);
            QCOMPARE(written.error().systemError, EFBIG);
        }
        QFile file(folder.filePath(QStringLiteral("events.jsonl")));
        QVERIFY(file.open(QIODevice::ReadOnly | QIODevice::Unbuffered));
        QCOMPARE(file.readAll(), first);
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &before), 0);
        QVERIFY(events.append(second));
        QVERIFY(file.seek(0));
        QCOMPARE(file.readAll(), first + second);
    }
};

MANOMETER_TEST(Core, TestRecordingEvents)
#include "tst_recording_events.moc"
