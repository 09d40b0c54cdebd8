// SPDX-License-Identifier: GPL-3.0-or-later
//
// Several programs with one settings file: none loses another's changes, and each applies them.
#include "OtherSettings.h"
#include "files/FileLock.h"
#include "support/Eventually.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

#include <csignal>
#include <cstdio>
#include <memory>
#include <unistd.h>

using namespace manometer;
using namespace manometer::service;
using namespace manometer::views;
using namespace Qt::StringLiterals;

namespace {

constexpr int writesPerProgram = 20; // one preset each

Settings withEntries(Settings settings, quint64 entries)
{
    settings.memory.entries = entries;
    return settings;
}

bool setEntries(SettingsStore &store, quint64 entries)
{
    return store.applySettings(withEntries(store.settings(), entries), store.basePreset());
}

bool setGrowthHold(SettingsStore &store, std::chrono::milliseconds hold)
{
    Settings settings = store.settings();
    settings.control.limit.growthHold = hold;
    return store.applySettings(settings, store.basePreset());
}

QJsonObject documentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

QString presetName(const QString &writer, int number)
{
    return u"%1 %2"_s.arg(writer).arg(number);
}

// Changes a number of its own and saves a preset, over and over.
int writeRepeatedly(const QString &path, const QString &writer)
{
    EventSink events;
    SettingsStore store(path, events);
    store.load();
    for (int i = 1; i <= writesPerProgram; ++i) {
        const bool done = writer == u"a"_s ? setEntries(store, quint64(1000 + i))
                                           : setGrowthHold(store, std::chrono::milliseconds(1000 + i));
        if (!done || !store.savePreset(presetName(writer, i), store.settings()))
            return 1;
        QCoreApplication::processEvents();
    }
    return 0;
}

// Holds the lock until it is killed.
int holdLock(const QString &path)
{
    const auto lock = files::FileLock::acquire((path + u".lock"_s).toStdString(), std::chrono::seconds(10));
    if (!lock)
        return 1;
    std::puts("held");
    std::fflush(stdout);
    for (;;)
        ::pause();
}

class HelperProcess : public QProcess
{
public:
    HelperProcess(const QString &role, const QString &path, const QString &writer = {})
    {
        start(QCoreApplication::applicationFilePath(), {role, path, writer});
    }
    ~HelperProcess() override
    {
        kill();
        waitForFinished();
    }
};

} // namespace

class TestSharedSettings : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(u"settings.json"_s);
    }

    void changesByAnotherProgramAreAppliedAndReported()
    {
        EventSink oneEvents;
        SettingsStore one(m_path, oneEvents);
        EventSink events;
        SettingsStore other(m_path, events);
        QVERIFY(!one.load() && !other.load());
        QSignalSpy changed(&other, &SettingsView::changed);
        QSignalSpy elsewhere(&other, &SettingsView::changedElsewhere);
        QSignalSpy happened(&events, &EventSink::reported);
        QVERIFY(one.applySettings(otherSettings(), u"server"_s));
        COMPARE_EVENTUALLY(other.settings(), otherSettings());
        QCOMPARE(other.basePreset(), u"server"_s);
        QVERIFY(changed.size() >= 1 && elsewhere.size() >= 1);
        const auto event = happened.constFirst().constFirst().value<Event>();
        const auto *file = std::get_if<SettingsFileEvent>(&event.what);
        QVERIFY(file);
        QCOMPARE(file->outcome, SettingsFileEvent::Outcome::ChangedElsewhere);
        // And the same events as for a local change.
        const auto kinds = [&happened] {
            QList<std::size_t> all;
            for (const auto &each : happened)
                all += each.constFirst().value<Event>().what.index();
            return all;
        }();
        QVERIFY(kinds.contains(std::size_t(kindOf<ThresholdsEvent>())));
        QVERIFY(kinds.contains(std::size_t(kindOf<SettingsAppliedEvent>())));
        // The first program's settings are unchanged.
        QCOMPARE(one.settings(), otherSettings());
    }

    void eachProgramWritesOnlyItsOwnChanges()
    {
        EventSink oneEvents;
        SettingsStore one(m_path, oneEvents);
        EventSink events;
        SettingsStore other(m_path, events); // neither has loaded the file
        QVERIFY(setEntries(one, 777));
        QVERIFY(one.savePreset(u"night"_s, one.settings()));
        VERIFY_EVENTUALLY(documentOf(m_path)[QLatin1StringView("presets")].toArray().size() == 1);
        QVERIFY(setGrowthHold(other, std::chrono::seconds(20)));
        QVERIFY(other.savePreset(u"day"_s, other.settings()));
        VERIFY_EVENTUALLY(documentOf(m_path)[QLatin1StringView("presets")].toArray().size() == 2);
        EventSink readerEvents;
        SettingsStore reader(m_path, readerEvents);
        QVERIFY(!reader.load());
        Settings expected = withEntries({}, 777);
        expected.control.limit.growthHold = std::chrono::seconds(20);
        QCOMPARE(reader.settings(), expected);
        QVERIFY(reader.findPreset(u"night"_s) && reader.findPreset(u"day"_s));
        // The other's changes are applied with the answer to the own change.
        COMPARE_EVENTUALLY(other.settings(), expected);
    }

    void theLaterChangeOfAFieldWins()
    {
        EventSink oneEvents;
        SettingsStore one(m_path, oneEvents);
        EventSink events;
        SettingsStore other(m_path, events);
        QVERIFY(!one.load() && !other.load());
        QVERIFY(setEntries(one, 777));
        COMPARE_EVENTUALLY(other.settings().memory.entries, std::uint64_t(777));
        QVERIFY(setEntries(other, 888));
        COMPARE_EVENTUALLY(one.settings().memory.entries, std::uint64_t(888));
        QCOMPARE(other.settings().memory.entries, std::uint64_t(888));
    }

    void ofConflictingThresholdsTheLaterOnesWin()
    {
        EventSink oneEvents;
        SettingsStore one(m_path, oneEvents);
        EventSink events;
        SettingsStore other(m_path, events); // neither loads
        pressure::Thresholds raised;         // HIGH just below CRITICAL …
        raised.high.enterPercent = 88;
        QVERIFY(one.applyThresholds(raised));
        VERIFY_EVENTUALLY(QFile::exists(m_path));
        pressure::Thresholds lowered; // … and CRITICAL lowered below it
        lowered.critical.enterPercent = 87;
        QVERIFY(other.applyThresholds(lowered));
        VERIFY_EVENTUALLY(documentOf(m_path)[QLatin1StringView("thresholds")][QLatin1StringView("critical")]
                                            [QLatin1StringView("enter_percent")]
                                                .toDouble() == 87);
        EventSink readerEvents;
        SettingsStore reader(m_path, readerEvents);
        QVERIFY(!reader.load());
        QCOMPARE(reader.settings().thresholds, lowered);
    }

    void presetsAreMergedByName_data()
    {
        QTest::addColumn<bool>("removes");
        QTest::newRow("one program removes a preset that the other does not change") << true;
        QTest::newRow("one program overwrites a preset that the other does not change") << false;
    }
    void presetsAreMergedByName()
    {
        QFETCH(bool, removes);
        EventSink oneEvents;
        SettingsStore one(m_path, oneEvents);
        EventSink events;
        SettingsStore other(m_path, events);
        QVERIFY(!one.load() && !other.load());
        QVERIFY(one.savePreset(u"night"_s, {}) && one.savePreset(u"day"_s, {}));
        VERIFY_EVENTUALLY(other.findPreset(u"night"_s) && other.findPreset(u"day"_s));
        QSignalSpy presets(&one, &SettingsView::presetsChanged);
        QVERIFY(removes ? other.removePreset(u"night"_s) : other.savePreset(u"night"_s, otherSettings()));
        QVERIFY(one.savePreset(u"noon"_s, {}));
        const auto good = [removes](const SettingsStore &store) {
            const auto night = store.findPreset(u"night"_s);
            return store.findPreset(u"noon"_s) && store.findPreset(u"day"_s) &&
                   (removes ? !night : night && night->settings == otherSettings());
        };
        VERIFY_EVENTUALLY(good(one) && good(other));
        QVERIFY(presets.size() >= 2);
    }

    void removingAPresetKeepsItsSettingsElsewhere()
    {
        EventSink oneEvents;
        SettingsStore one(m_path, oneEvents);
        EventSink events;
        SettingsStore other(m_path, events);
        QVERIFY(!one.load() && !other.load());
        QVERIFY(one.savePreset(u"night"_s, otherSettings()) &&
                one.applySettings(otherSettings(), u"night"_s));
        COMPARE_EVENTUALLY(other.basePreset(), u"night"_s);
        QVERIFY(one.removePreset(u"night"_s));
        COMPARE_EVENTUALLY(other.basePreset(), u"default"_s);
        QCOMPARE(other.settings(), otherSettings());
    }

    void anOverrideStaysWhenAnotherProgramChangesTheFile()
    {
        EventSink oneEvents;
        SettingsStore one(m_path, oneEvents);
        EventSink events;
        SettingsStore other(m_path, events);
        QVERIFY(!one.load() && !other.load());
        other.overrideWith(withEntries(other.settings(), 123), {});
        QVERIFY(one.applySettings(otherSettings(), u"server"_s));
        COMPARE_EVENTUALLY(other.basePreset(), u"server"_s);
        QCOMPARE(other.settings(), withEntries(otherSettings(), 123));
        // And it is not written together with another change.
        QVERIFY(setGrowthHold(other, std::chrono::seconds(20)));
        COMPARE_EVENTUALLY(one.settings().control.limit.growthHold, std::chrono::milliseconds(20'000));
        QCOMPARE(one.settings().memory.entries, otherSettings().memory.entries);
    }

    void fieldsOfALaterVersionSurviveASave()
    {
        const QByteArray text = R"({"version":1,"api":{"port":8080},
            "control":{"oracle":[1,2],"basis":"swap"},"limits":{"gpu_bytes":9007199254740993},
            "thresholds":{"high":{"colour":"red"}},
            "presets":[{"manometer_preset":1,"name":"night","network":{"on":true}},
                       {"manometer_preset":2,"name":"of tomorrow"}, "x"]})";
        m_path = writeSettings(*m_folder, text);
        {
            EventSink events;
            SettingsStore store(m_path, events);
            QVERIFY(store.load());
            QVERIFY(setEntries(store, 777));
            QVERIFY(store.savePreset(u"night"_s, otherSettings()));
            QVERIFY(store.savePreset(u"day"_s, {}));
        }
        const QJsonObject now = documentOf(m_path);
        const QJsonObject before = QJsonDocument::fromJson(text).object();
        QCOMPARE(now[QLatin1StringView("api")], before[QLatin1StringView("api")]);
        QCOMPARE(now[QLatin1StringView("control")][QLatin1StringView("oracle")],
                 before[QLatin1StringView("control")][QLatin1StringView("oracle")]);
        QCOMPARE(now[QLatin1StringView("control")][QLatin1StringView("basis")].toString(), u"swap"_s);
        QCOMPARE(now[QLatin1StringView("limits")][QLatin1StringView("gpu_bytes")].toInteger(),
                 9'007'199'254'740'993);
        QCOMPARE(now[QLatin1StringView("limits")][QLatin1StringView("memory_entries")].toInteger(), 777);
        QCOMPARE(now[QLatin1StringView("thresholds")][QLatin1StringView("high")][QLatin1StringView("colour")]
                     .toString(),
                 u"red"_s);
        const QJsonArray presets = now[QLatin1StringView("presets")].toArray();
        QCOMPARE(presets.size(), 4);
        QCOMPARE(presets[0][QLatin1StringView("network")][QLatin1StringView("on")].toBool(), true);
        QCOMPARE(presets[0][QLatin1StringView("limits")][QLatin1StringView("memory_entries")].toInteger(),
                 7000);
        QCOMPARE(presets[1], before[QLatin1StringView("presets")].toArray()[1]);
        QCOMPARE(presets[2].toString(), u"x"_s);
    }

    void anEditorsChangeIsApplied_data()
    {
        QTest::addColumn<bool>("replaced");
        QTest::addColumn<bool>("linked");
        QTest::newRow("written in place") << false << false;
        QTest::newRow("replaced as a whole") << true << false;
        QTest::newRow("replaced at a link's target") << true << true;
    }
    void anEditorsChangeIsApplied()
    {
        QFETCH(bool, replaced);
        QFETCH(bool, linked);
        const QTemporaryDir elsewhere;
        const QString real = linked ? elsewhere.filePath(u"dotfile"_s) : m_path;
        const auto edit = [&real, replaced](const QByteArray &text) {
            QFile file(replaced ? real + u".new"_s : real);
            return file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(text) == text.size() &&
                   (file.close(), true) &&
                   (!replaced || ::rename(qPrintable(file.fileName()), qPrintable(real)) == 0);
        };
        if (linked)
            QVERIFY(QFile::link(real, m_path));
        QVERIFY(edit(R"({"version":1})"));
        EventSink events;
        SettingsStore store(m_path, events);
        QVERIFY(!store.load());
        for (const quint64 entries : {777u, 888u}) { // twice: the watch continues
            QVERIFY(edit(R"({"version":1,"limits":{"memory_entries":)" + QByteArray::number(entries) + "}}"));
            COMPARE_EVENTUALLY(store.settings().memory.entries, std::uint64_t(entries));
        }
    }

    void aFolderCreatedLaterIsWatched()
    {
        m_path = m_folder->filePath(u"config/manometer/settings.json"_s);
        EventSink earlyEvents;
        SettingsStore early(m_path, earlyEvents);
        QVERIFY(!early.load());
        EventSink lateEvents;
        SettingsStore late(m_path, lateEvents);
        QVERIFY(setEntries(late, 777));
        COMPARE_EVENTUALLY(early.settings().memory.entries, std::uint64_t(777));
    }

    void aTornFileIsReportedAndNotApplied()
    {
        EventSink events;
        SettingsStore store(m_path, events);
        QVERIFY(!store.load());
        QVERIFY(setEntries(store, 777));
        VERIFY_EVENTUALLY(QFile::exists(m_path));
        QSignalSpy happened(&events, &EventSink::reported);
        QCOMPARE(writeSettings(*m_folder, "{\"version\":1,\"thresh"), m_path);
        COMPARE_EVENTUALLY(happened.size(), 1);
        const auto event = happened.takeFirst().constFirst().value<Event>();
        const auto &said = std::get<SettingsFileEvent>(event.what);
        QCOMPARE(said.outcome, SettingsFileEvent::Outcome::NotAdopted);
        QCOMPARE(said.keptAs, QString());
        QCOMPARE(store.settings().memory.entries, std::uint64_t(777));
        // The next save renames it and writes all settings.
        QVERIFY(setGrowthHold(store, std::chrono::seconds(20)));
        COMPARE_EVENTUALLY(
            documentOf(m_path)[QLatin1StringView("limits")][QLatin1StringView("memory_entries")].toInteger(),
            777);
        QCOMPARE(QDir(m_folder->path()).entryList({u"settings.json.unusable-*"_s}).size(), 1);
    }

    void aDeletedFileIsWrittenWholeWithTheNextChange()
    {
        EventSink events;
        SettingsStore store(m_path, events);
        QVERIFY(!store.load());
        QVERIFY(setEntries(store, 777));
        QVERIFY(store.savePreset(u"night"_s, {}));
        VERIFY_EVENTUALLY(documentOf(m_path)[QLatin1StringView("presets")].toArray().size() == 1);
        QVERIFY(QFile::remove(m_path));
        QVERIFY(setGrowthHold(store, std::chrono::seconds(20)));
        VERIFY_EVENTUALLY(QFile::exists(m_path));
        EventSink readerEvents;
        SettingsStore reader(m_path, readerEvents);
        QVERIFY(!reader.load());
        QCOMPARE(reader.settings(), store.settings());
        QVERIFY(reader.findPreset(u"night"_s));
    }

    void aFailedSaveIsRetriedWithTheNextChange()
    {
        // Not writable even for root: the parent is a file.
        m_path = m_folder->filePath(u"file/settings.json"_s);
        QFile obstacle(m_folder->filePath(u"file"_s));
        QVERIFY(obstacle.open(QIODevice::WriteOnly));
        EventSink events;
        SettingsStore store(m_path, events);
        QVERIFY(store.load()); // unreadable: the parent is a file
        QSignalSpy failed(&store, &SettingsView::saveFailed);
        QVERIFY(setEntries(store, 777));
        COMPARE_EVENTUALLY(failed.size(), 1);
        QCOMPARE(store.settings().memory.entries, std::uint64_t(777)); // in effect nevertheless
        // A change by another program triggers a retry; the same error is not reported again.
        QVERIFY(QFile(m_folder->filePath(u"other"_s)).open(QIODevice::WriteOnly));
        QVERIFY(obstacle.remove());
        QVERIFY(setGrowthHold(store, std::chrono::seconds(20)));
        COMPARE_EVENTUALLY(
            documentOf(m_path)[QLatin1StringView("limits")][QLatin1StringView("memory_entries")].toInteger(),
            777);
    }

    void concurrentWritersLoseNothing()
    {
        HelperProcess a(u"--write-repeatedly"_s, m_path, u"a"_s);
        HelperProcess b(u"--write-repeatedly"_s, m_path, u"b"_s);
        QVERIFY(a.waitForFinished(60'000) && b.waitForFinished(60'000));
        QCOMPARE(a.exitCode(), 0);
        QCOMPARE(b.exitCode(), 0);
        EventSink readerEvents;
        SettingsStore reader(m_path, readerEvents);
        QVERIFY(!reader.load());
        QCOMPARE(reader.settings().memory.entries, std::uint64_t(1000 + writesPerProgram));
        QCOMPARE(reader.settings().control.limit.growthHold,
                 std::chrono::milliseconds(1000 + writesPerProgram));
        for (int i = 1; i <= writesPerProgram; ++i)
            QVERIFY2(reader.findPreset(presetName(u"a"_s, i)) && reader.findPreset(presetName(u"b"_s, i)),
                     qPrintable(QString::number(i)));
        QVERIFY(QDir(m_folder->path()).entryList({u"settings.json.unusable-*"_s}).isEmpty());
    }

    void theLockOfAKilledHolderIsReleased()
    {
        HelperProcess holder(u"--hold"_s, m_path);
        QVERIFY(holder.waitForReadyRead(20'000));
        EventSink events;
        SettingsStore store(m_path, events);
        QSignalSpy failed(&store, &SettingsView::saveFailed);
        QVERIFY(setEntries(store, 777));
        QVERIFY(!QFile::exists(m_path)); // it waits for the lock
        QCOMPARE(::kill(pid_t(holder.processId()), SIGKILL), 0);
        COMPARE_EVENTUALLY(
            documentOf(m_path)[QLatin1StringView("limits")][QLatin1StringView("memory_entries")].toInteger(),
            777);
        QCOMPARE(failed.size(), 0);
    }

    void aHungLockHolderIsNotWaitedForForever()
    {
        HelperProcess holder(u"--hold"_s, m_path);
        QVERIFY(holder.waitForReadyRead(20'000));
        EventSink events;
        SettingsStore store(m_path, events);
        QSignalSpy failed(&store, &SettingsView::saveFailed);
        QVERIFY(setEntries(store, 777));
        COMPARE_EVENTUALLY(failed.size(), 1);
        QVERIFY(failed.constFirst().at(1).toString().contains(u"settings.json.lock"_s));
        QVERIFY(!QFile::exists(m_path));
        QCOMPARE(::kill(pid_t(holder.processId()), SIGKILL), 0);
        QVERIFY(setGrowthHold(store, std::chrono::seconds(20)));
        COMPARE_EVENTUALLY(
            documentOf(m_path)[QLatin1StringView("limits")][QLatin1StringView("memory_entries")].toInteger(),
            777);
    }

    void aRemovedLockFileIsRecreated()
    {
        const std::string lock = (m_path + u".lock"_s).toStdString();
        const auto first = files::FileLock::acquire(lock, {});
        QVERIFY(first);
        QVERIFY(!files::FileLock::acquire(lock, {}));
        QVERIFY(std::remove(lock.c_str()) == 0);
        const auto second = files::FileLock::acquire(lock, {});
        QVERIFY(second);
        QVERIFY(!files::FileLock::acquire(lock, {}));
    }
};

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"--write-repeatedly"_s)
        return writeRepeatedly(arguments.value(2), arguments.value(3));
    if (arguments.value(1) == u"--hold"_s)
        return holdLock(arguments.value(2));
    TestSharedSettings test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_shared_settings.moc"
