// SPDX-License-Identifier: GPL-3.0-or-later
//
// The backend records events while its front-end's thread hangs or ends.
#include "service/LocalBackend.h"
#include "support/Eventually.h"
#include "support/FakeProc.h"
#include "support/Files.h"
#include "support/TestMain.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace manometer;

namespace {

struct BackendFixture
{
    test::FakeProc proc;
    test::Folder folder;
    std::unique_ptr<service::LocalBackend> backend;

    bool open(const std::optional<service::Rehearsal> &rehearsal = {})
    {
        auto opened = service::LocalBackend::open(
            service::BackendSetup{.cacheDirectory = folder.path().toUtf8() + "/cache",
                                  .stateDirectory = folder.path() + QStringLiteral("/state"),
                                  .settingsFile = folder.path() + QStringLiteral("/config/settings.json"),
                                  .procRoot = proc.root(),
                                  .sysRoot = {},
                                  .rehearsal = rehearsal});
        if (!opened)
            return false;
        backend = std::move(*opened);
        backend->start();
        return true;
    }
    // The recorded events of this kind, read from disk.
    QList<QJsonObject> recorded(const char *kind) const
    {
        QFile file(folder.path() + QStringLiteral("/state/events.jsonl"));
        QList<QJsonObject> found;
        if (!file.open(QIODevice::ReadOnly))
            return found;
        for (const QByteArray &line : file.readAll().split('\n'))
            if (const QJsonObject object = QJsonDocument::fromJson(line).object();
                object.value(QLatin1StringView("kind")).toString() == QLatin1StringView(kind))
                found.append(object);
        return found;
    }
};

QStringList wordsOf(const QList<QJsonObject> &events, const char *field)
{
    QStringList words;
    for (const QJsonObject &event : events)
        words += event.value(QLatin1StringView(field)).toVariant().toString();
    return words;
}

} // namespace

class TestLocalBackend : public QObject
{
    Q_OBJECT
private slots:
    void theProcessesAtAChangeOfTheLevelAreOnDisk()
    {
        BackendFixture fixture;
        fixture.proc.addProcess(7, {.name = "java", .rssKiB = 100});
        QVERIFY(fixture.proc.setUsed(42));
        QVERIFY(fixture.open());
        VERIFY_EVENTUALLY(fixture.backend->views().monitor->status().latest.wallMs != 0);
        QVERIFY(fixture.proc.setUsed(95));
        VERIFY_EVENTUALLY(!fixture.recorded("processes").isEmpty());
        const QJsonObject moment = fixture.recorded("processes").constFirst();
        QCOMPARE(moment[QLatin1StringView("level_before")].toString(), QStringLiteral("NORMAL"));
        const auto process = moment[QLatin1StringView("processes")].toArray().at(0).toObject();
        QCOMPARE(process[QLatin1StringView("name")].toString(), QStringLiteral("java"));
    }

    void aRehearsalPlaysItsCurve()
    {
        BackendFixture fixture;
        fixture.proc.addProcess(7, {.name = "java", .rssKiB = 100});
        QVERIFY(fixture.proc.setUsed(42));
        // 95 % at once and for a second, then 30 %, a hundred times as fast.
        const auto curve = std::make_shared<pressure::Curve>(
            std::vector<pressure::CurvePoint>{{0, 95}, {100, 95}, {100, 30}}, pressure::Curve::End::Holds);
        QVERIFY(fixture.open(service::Rehearsal{.curve = curve, .speed = 100, .name = "/data/a day.csv"}));
        const views::Views views = fixture.backend->views();
        VERIFY_EVENTUALLY(views.monitor->status().applied == pressure::Level::Critical);
        // The holds of 10 s are 0.1 s.
        QCOMPARE(views.monitor->status().thresholds.high.hold, std::chrono::milliseconds(100));
        QCOMPARE(views.settings->settings().thresholds, pressure::Thresholds());
        VERIFY_EVENTUALLY(views.monitor->status().applied == pressure::Level::Normal);
        QCOMPARE(int(std::lround(views.monitor->status().percent)), 30);
        // The machine's processes have nothing to do with it.
        const views::MemoryHolding holding = views.monitor->holders().result();
        QVERIFY(holding.processes.isEmpty());
        QCOMPARE(holding.rehearsalFolder, QByteArray("/data/a day.csv"));
        const auto sources = views.monitor->sources().result();
        QCOMPARE(sources.rows.front().signal, pressure::Signal::HostMemory);
        QCOMPARE(sources.rows.front().state, pressure::SignalState::Works);
        QCOMPARE(sources.rows.front().path, std::string("/data/a day.csv"));
        QVERIFY(std::none_of(sources.rows.begin(), sources.rows.end(), [](const pressure::SignalRow &row) {
            return row.signal == pressure::Signal::HostStall || row.signal == pressure::Signal::CgroupLimit;
        }));
        VERIFY_EVENTUALLY(fixture.recorded("level").size() >= 4);
        QVERIFY(fixture.recorded("processes").isEmpty());
        // A new setting is in effect as much faster.
        pressure::Thresholds thresholds;
        thresholds.high.hold = std::chrono::seconds(20);
        QVERIFY(views.settings->applyThresholds(thresholds));
        VERIFY_EVENTUALLY(views.monitor->status().thresholds.high.hold == std::chrono::milliseconds(200));
    }

    void aHungWindowCannotDelayPersistence()
    {
        BackendFixture fixture;
        QVERIFY(fixture.proc.setUsed(42));
        QVERIFY(fixture.open());
        VERIFY_EVENTUALLY(fixture.backend->views().monitor->status().latest.wallMs != 0);
        // From here on this thread runs no event loop.
        QVERIFY(fixture.proc.setUsed(95));
        const QDeadlineTimer deadline(20'000);
        while ((fixture.recorded("level").isEmpty() || fixture.recorded("limit").isEmpty()) &&
               !deadline.hasExpired())
            QThread::yieldCurrentThread();
        QCOMPARE(wordsOf(fixture.recorded("level"), "level_to"), QStringList{QStringLiteral("CRITICAL")});
        QCOMPARE(wordsOf(fixture.recorded("limit"), "limit_after_entries"),
                 QStringList{QStringLiteral("50")});
    }

    void eventsDuringShutdownAreRecorded()
    {
        BackendFixture fixture;
        QVERIFY(fixture.proc.setUsed(42));
        const QByteArray files = fixture.folder.path().toUtf8() + "/files";
        QVERIFY(QDir().mkpath(QFile::decodeName(files)));
        QVERIFY(test::writeFile(files + "/a.txt", "some text"));
        QVERIFY(fixture.open());
        fixture.backend->views().scan->start(files);
        fixture.backend.reset(); // cancels the scan
        QCOMPARE(wordsOf(fixture.recorded("scan"), "cancelled"), QStringList{QStringLiteral("true")});
    }

    void eachEventIsRecordedOnceAndShownOnce()
    {
        BackendFixture fixture;
        QVERIFY(fixture.proc.setUsed(85));
        QVERIFY(fixture.open());
        COMPARE_EVENTUALLY(fixture.backend->views().monitor->status().applied, views::Level::High);
        fixture.backend->views().events->note(
            {.text = QStringLiteral("seen"), .atWallMs = QDateTime::currentMSecsSinceEpoch()});
        auto thresholds = fixture.backend->views().settings->settings().thresholds;
        thresholds.high.targetPercent -= 1;
        QVERIFY(fixture.backend->views().settings->applyThresholds(thresholds));
        // Wait for the queued signals of other threads.
        const auto shown = [&fixture] {
            QStringList kinds;
            for (const views::Event &event : fixture.backend->views().events->events(1, 1000).result())
                kinds += QString::number(event.what.index());
            return kinds;
        };
        const auto kind = [](int index) { return QString::number(index); };
        for (const int index : {views::kindOf<views::NoteEvent>(), views::kindOf<views::ThresholdsEvent>(),
                                views::kindOf<views::LevelEvent>(), views::kindOf<views::LimitEvent>(),
                                views::kindOf<views::CleanUpEvent>()}) {
            VERIFY_EVENTUALLY(shown().contains(kind(index)));
            QCOMPARE(shown().count(kind(index)), 1);
        }
        QStringList shownIds;
        for (const views::Event &event : fixture.backend->views().events->events(1, 1000).result())
            shownIds += QString::number(event.id);
        fixture.backend.reset();
        QStringList ids;
        for (const char *word : {"note", "thresholds", "level", "limit", "clean_up"}) {
            QCOMPARE(fixture.recorded(word).size(), 1);
            ids += wordsOf(fixture.recorded(word), "id");
        }
        QVERIFY(!ids.contains(QStringLiteral("0")));
        QCOMPARE(ids.removeDuplicates(), 0);
        // The log and its file have the same numbers.
        QVERIFY(
            QSet<QString>(shownIds.begin(), shownIds.end()).contains(QSet<QString>(ids.begin(), ids.end())));
    }
};

MANOMETER_TEST(Core, TestLocalBackend)
#include "tst_local_backend.moc"
