// SPDX-License-Identifier: GPL-3.0-or-later
//
// The backend records events while its front-end's thread hangs or ends.
#include "service/LocalBackend.h"
#include "support/Eventually.h"
#include "support/FakeProc.h"
#include "support/Files.h"
#include "support/TestMain.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTest>

using namespace manometer;

namespace {

struct BackendFixture
{
    test::FakeProc proc;
    test::Folder folder;
    std::unique_ptr<service::LocalBackend> backend;

    bool open()
    {
        auto opened = service::LocalBackend::open(
            service::BackendSetup{.cacheDirectory = folder.path().toUtf8() + "/cache",
                                  .stateDirectory = folder.path() + QStringLiteral("/state"),
                                  .settingsFile = folder.path() + QStringLiteral("/config/settings.json"),
                                  .procRoot = proc.root(),
                                  .sysRoot = {}});
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
            {.text = QStringLiteral("seen"), .atWallMs = 1, .incident = false});
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
