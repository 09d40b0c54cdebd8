// SPDX-License-Identifier: GPL-3.0-or-later
//
// What every backend promises to a front-end, whatever is behind it: one suite for the fakes that the window
// is tested with, for the backend of this machine and for one that is reached through the API, so that the
// fakes cannot promise more than there is.
#include "BackendFixture.h"
#include "async/Answer.h"
#include "exports/Exports.h"
#include "support/Eventually.h"
#include "support/Files.h"
#include "support/TestMain.h"

#include <QDateTime>
#include <QSignalSpy>
#include <QTest>

#include <cmath>
#include <functional>
#include <memory>

using namespace manometer;
using namespace manometer::views;
using test::BackendFixture;
using test::FakeFixture;
using test::LocalFixture;
using test::RemoteFixture;

namespace {

using MakeFixture = std::function<std::unique_ptr<BackendFixture>()>;

// The ids of a listing by path.
QList<EntryId> listedIds(CacheView *cache)
{
    return cache->list({}).result().ids;
}

} // namespace

Q_DECLARE_METATYPE(MakeFixture)

class TestBackendContract : public QObject
{
    Q_OBJECT

    std::unique_ptr<BackendFixture> m_fixture;
    Views m_views;

private slots:
    void initTestCase_data()
    {
        QTest::addColumn<MakeFixture>("backend");
        QTest::newRow("the fakes") << MakeFixture([] { return std::make_unique<FakeFixture>(); });
        QTest::newRow("the backend of this machine")
            << MakeFixture([] { return std::make_unique<LocalFixture>(); });
        QTest::newRow("a backend behind the API")
            << MakeFixture([] { return std::make_unique<RemoteFixture>(); });
    }

    void init()
    {
        QFETCH_GLOBAL(MakeFixture, backend);
        m_fixture = backend();
        m_views = m_fixture->views();
        QVERIFY(m_views.monitor && m_views.cache && m_views.events && m_views.scan && m_views.settings);
    }

    void cleanup()
    {
        m_views = {};
        m_fixture.reset();
    }

    // Settings.

    void whatIsAppliedIsInEffectAndAnnounced()
    {
        QSignalSpy changed(m_views.settings, &SettingsView::changed);
        Settings settings = m_views.settings->settings();
        settings.memory.entries = 777;
        settings.adapting = false;
        QVERIFY(m_views.settings->applySettings(settings, m_views.settings->basePreset()));
        COMPARE_EVENTUALLY(changed.size(), 1);
        QVERIFY(m_views.settings->settings() == settings);
        QVERIFY(changed.constFirst().constFirst().value<Settings>() == settings);
    }

    void thresholdsThatAreAppliedChangeNothingElse()
    {
        const Settings before = m_views.settings->settings();
        pressure::Thresholds thresholds = before.thresholds;
        thresholds.high.targetPercent -= 1;
        QVERIFY(m_views.settings->applyThresholds(thresholds));
        Settings expected = before;
        expected.thresholds = thresholds;
        VERIFY_EVENTUALLY(m_views.settings->settings() == expected);
    }

    void invalidSettingsAreRefusedAndChangeNothing_data()
    {
        QTest::addColumn<Settings>("settings");
        Settings settings;
        settings.memory.entries = 0;
        QTest::newRow("no entries") << settings;
        settings = {};
        settings.diskCapBytes = 1;
        QTest::newRow("a disk store of a byte") << settings;
        settings = {};
        settings.timeToLive = std::chrono::seconds(1);
        QTest::newRow("an expiry of a second") << settings;
        settings = {};
        settings.thresholds.elevated.enterPercent = 99;
        QTest::newRow("thresholds out of order") << settings;
    }
    void invalidSettingsAreRefusedAndChangeNothing()
    {
        QFETCH(Settings, settings);
        QSignalSpy changed(m_views.settings, &SettingsView::changed);
        const Settings before = m_views.settings->settings();
        QVERIFY(!m_views.settings->applySettings(settings, m_views.settings->basePreset()));
        QVERIFY(!m_views.settings->savePreset(QStringLiteral("mine"), settings));
        QVERIFY(m_views.settings->settings() == before);
        QVERIFY(!m_views.settings->findPreset(QStringLiteral("mine")));
        QCOMPARE(changed.size(), 0);
    }

    void invalidThresholdsAreRefused()
    {
        pressure::Thresholds thresholds;
        thresholds.elevated.leavePercent = thresholds.elevated.enterPercent;
        QVERIFY(!m_views.settings->applyThresholds(thresholds));
        QVERIFY(m_views.settings->settings().thresholds == pressure::Thresholds{});
    }

    void settingsOfAPresetThatDoesNotExistAreRefused()
    {
        QVERIFY(!m_views.settings->applySettings({}, QStringLiteral("no such preset")));
    }

    void aPresetIsSavedOverwrittenAndRemoved()
    {
        const QString name = QStringLiteral("night");
        QSignalSpy changed(m_views.settings, &SettingsView::presetsChanged);
        Settings settings;
        settings.memory.entries = 123;
        QVERIFY(m_views.settings->savePreset(name, settings));
        settings.memory.entries = 456;
        QVERIFY(m_views.settings->savePreset(name, settings));
        const auto saved = [&] { return m_views.settings->findPreset(name).value_or(Preset()); };
        COMPARE_EVENTUALLY(saved().settings.memory.entries, quint64(456));
        QVERIFY(!saved().builtIn);
        QVERIFY(changed.size() >= 2);
        QVERIFY(m_views.settings->removePreset(name));
        VERIFY_EVENTUALLY(!m_views.settings->findPreset(name));
        QVERIFY(!m_views.settings->removePreset(name));
    }

    void aBuiltInPresetCannotBeOverwrittenOrRemoved()
    {
        const qsizetype count = m_views.settings->presets().size();
        Settings settings;
        settings.memory.entries = 123;
        QVERIFY(!m_views.settings->savePreset(QStringLiteral("default"), settings));
        QVERIFY(!m_views.settings->removePreset(QStringLiteral("default")));
        QCOMPARE(m_views.settings->presets().size(), count);
        QVERIFY(m_views.settings->findPreset(QStringLiteral("default"))->builtIn);
    }

    // Events.

    void aNoteIsAppendedOnceAndCut()
    {
        QSignalSpy appended(m_views.events, &EventView::appended);
        m_views.events->note({.text = QString(EventView::mostNoteLength + 5, u'x'),
                              .atWallMs = QDateTime::currentMSecsSinceEpoch()});
        VERIFY_EVENTUALLY(!appended.isEmpty());
        QList<QString> notes;
        const auto answer = m_views.events->events(0, 1000);
        VERIFY_EVENTUALLY(answer.isFinished());
        for (const Event &event : answer.result())
            if (const auto *note = std::get_if<NoteEvent>(&event.what))
                notes += note->text;
        QCOMPARE(notes, QList<QString>{QString(EventView::mostNoteLength, u'x')});
        QCOMPARE(appended.size(), 1);
    }

    void eventsArePagedByPositionOldestFirst()
    {
        QSignalSpy appended(m_views.events, &EventView::appended);
        for (int i = 0; i < 5; ++i)
            m_views.events->note(
                {.text = QString::number(i), .atWallMs = QDateTime::currentMSecsSinceEpoch()});
        COMPARE_EVENTUALLY(appended.size(), 5);
        const auto all = m_views.events->events(0, 1000);
        VERIFY_EVENTUALLY(all.isFinished());
        QVERIFY(all.result().size() >= 5);
        for (qsizetype i = 1; i < all.result().size(); ++i)
            QVERIFY(all.result()[i].position > all.result()[i - 1].position);
        const quint64 third = all.result()[all.result().size() - 3].position;
        const auto page = m_views.events->events(third, 2);
        VERIFY_EVENTUALLY(page.isFinished());
        QCOMPARE(page.result().size(), 2);
        QCOMPARE(page.result().constFirst().position, third);
        QVERIFY(m_views.events->events(all.result().constLast().position + 1, 10).result().isEmpty());
    }

    void anEventIsIdentifiedByItsRunAndItsIdInIt()
    {
        QSignalSpy appended(m_views.events, &EventView::appended);
        for (int i = 0; i < 2; ++i)
            m_views.events->note(
                {.text = QString::number(i), .atWallMs = QDateTime::currentMSecsSinceEpoch()});
        COMPARE_EVENTUALLY(appended.size(), 2);
        const auto first = appended.at(0).constFirst().value<Event>();
        const auto second = appended.at(1).constFirst().value<Event>();
        QVERIFY(!first.run.isEmpty());
        QCOMPARE(second.run, first.run);
        QCOMPARE(second.id, first.id + 1);
    }

    // Cache.

    void aListingIsAnOrderOfIdsWithAGenerationThatGrows()
    {
        QVERIFY(m_fixture->addEntries(5));
        const Listing first = m_views.cache->list({}).result();
        const Listing second = m_views.cache->list({.descending = true}).result();
        QCOMPARE(first.ids.size(), 5);
        QVERIFY(second.generation > first.generation);
        QList<EntryId> reversed(first.ids.rbegin(), first.ids.rend());
        QVERIFY(second.ids == reversed);
    }

    void rowsComeInTheOrderThatWasAskedForAndMissingOnesSaySo()
    {
        QVERIFY(m_fixture->addEntries(3));
        QList<EntryId> ids = listedIds(m_views.cache);
        std::swap(ids.first(), ids.last());
        ids.insert(1, EntryId(~quint64(0) >> 1));
        const QList<EntryRow> rows = m_views.cache->rows(ids).result();
        QCOMPARE(rows.size(), 4);
        for (qsizetype i = 0; i < rows.size(); ++i) {
            QCOMPARE(rows[i].exists, i != 1);
            QVERIFY(rows[i].id == ids[i]);
        }
        QVERIFY(rows.constFirst().path > rows.constLast().path);
    }

    void theDetailOfAnEntryHasItsBytesAndAMissingOneHasNone()
    {
        QVERIFY(m_fixture->addEntries(1));
        const auto detail = m_views.cache->detail(listedIds(m_views.cache).constFirst()).result();
        QVERIFY(detail.has_value());
        QVERIFY(detail->bytes.startsWith('{'));
        QVERIFY(!m_views.cache->detail(EntryId(~quint64(0) >> 1)).result().has_value());
    }

    void keptEntriesSaySo()
    {
        QVERIFY(m_fixture->addEntries(3));
        const QList<EntryId> ids = listedIds(m_views.cache).mid(0, 2);
        QCOMPARE(m_views.cache->keep(ids, true).result(), 2);
        for (const EntryRow &row : m_views.cache->rows(ids).result())
            QVERIFY(row.isKept);
        QCOMPARE(m_views.cache->weigh(ids).result().kept, 2);
        QCOMPARE(m_views.cache->keep(ids, false).result(), 2);
        QCOMPARE(m_views.cache->weigh(ids).result().kept, 0);
    }

    void weighingChangesNothingAndLeavesOutWhatIsMissing()
    {
        QVERIFY(m_fixture->addEntries(3));
        QList<EntryId> ids = listedIds(m_views.cache);
        ids += EntryId(~quint64(0) >> 1);
        const EntryWeight weight = m_views.cache->weigh(ids).result();
        QCOMPARE(weight.entries, 3);
        QVERIFY(weight.valueBytes > 0);
        QCOMPARE(listedIds(m_views.cache).size(), 3);
    }

    void whatWasRemovedComesBackOnce()
    {
        QVERIFY(m_fixture->addEntries(4));
        const QList<EntryId> ids = listedIds(m_views.cache).mid(0, 3);
        const Removal removal = m_views.cache->remove(ids, CacheView::Removed::HeldAside).answer.result();
        QCOMPARE(removal.removed, 3);
        QVERIFY(!removal.stopped);
        QVERIFY(removal.undoId != 0);
        QCOMPARE(listedIds(m_views.cache).size(), 1);
        QCOMPARE(m_views.cache->restore(removal.undoId).result(), 3);
        QCOMPARE(listedIds(m_views.cache).size(), 4);
        QCOMPARE(m_views.cache->restore(removal.undoId).result(), 0);
    }

    void whatWasRemovedForGoodOrDiscardedDoesNotComeBack()
    {
        QVERIFY(m_fixture->addEntries(4));
        const QList<EntryId> ids = listedIds(m_views.cache);
        const Removal forGood =
            m_views.cache->remove(ids.mid(0, 2), CacheView::Removed::ForGood).answer.result();
        QCOMPARE(forGood.removed, 2);
        QCOMPARE(forGood.undoId, quint64(0));
        QCOMPARE(m_views.cache->restore(0).result(), 0);
        const Removal aside =
            m_views.cache->remove(ids.mid(2), CacheView::Removed::HeldAside).answer.result();
        m_views.cache->discard(aside.undoId);
        QCOMPARE(m_views.cache->restore(aside.undoId).result(), 0);
        QVERIFY(listedIds(m_views.cache).isEmpty());
    }

    void eachDeletionIsUndoneOnItsOwn()
    {
        QVERIFY(m_fixture->addEntries(4));
        const QList<EntryId> ids = listedIds(m_views.cache);
        const Removing one = m_views.cache->remove(ids.mid(0, 1), CacheView::Removed::HeldAside);
        const Removing other = m_views.cache->remove(ids.mid(1, 2), CacheView::Removed::HeldAside);
        QVERIFY(one.id != other.id);
        QCOMPARE(m_views.cache->restore(one.answer.result().undoId).result(), 1);
        QCOMPARE(m_views.cache->restore(other.answer.result().undoId).result(), 2);
        QCOMPARE(listedIds(m_views.cache).size(), 4);
    }

    // Monitor, scan, exports.

    void theStatusHasTheNewestSampleAndThePastIsInOrder()
    {
        QSignalSpy sampled(m_views.monitor, &MonitorView::sampled);
        QSignalSpy changed(m_views.monitor, &MonitorView::statusChanged);
        QVERIFY(m_fixture->takeSample());
        QVERIFY(m_fixture->takeSample());
        VERIFY_EVENTUALLY(sampled.size() >= 2 && changed.size() >= 2);
        QVERIFY(m_views.monitor->status().latest.wallMs != 0);
        QCOMPARE(std::round(m_views.monitor->status().latest.systemUsedPercent), 42.0);
        const auto answer = m_views.monitor->samples({});
        VERIFY_EVENTUALLY(answer.isFinished());
        QVERIFY(answer.result().size() >= 2);
        for (qsizetype i = 1; i < answer.result().size(); ++i)
            QVERIFY(answer.result()[i].monotonicMs > answer.result()[i - 1].monotonicMs);
    }

    void aScanEndsOnceAndIsNoLongerRunningThen()
    {
        QSignalSpy finished(m_views.scan, &ScanView::finished);
        test::Folder empty;
        m_views.scan->start(empty.path().toUtf8());
        QVERIFY(m_fixture->endScan());
        COMPARE_EVENTUALLY(finished.size(), 1);
        QVERIFY(!m_views.scan->progress().running);
        QVERIFY(m_views.scan->failures().isEmpty());
    }

    void aSecondScanIsRefusedWithAReason()
    {
        QSignalSpy finished(m_views.scan, &ScanView::finished);
        test::Folder folder; // its file is read after it has settled: the scan takes a while
        QVERIFY(test::writeFile(folder.path().toUtf8() + "/new.txt", "text"));
        const auto first = m_views.scan->start(folder.path().toUtf8());
        const auto second = m_views.scan->start(folder.path().toUtf8());
        const auto again = m_views.scan->readAgain(EntryId(1));
        VERIFY_EVENTUALLY(first.isFinished() && second.isFinished() && again.isFinished());
        QVERIFY(!async::failureOf(first));
        QVERIFY(async::failureOf(second) && !async::failureOf(second)->isEmpty());
        QVERIFY(async::failureOf(again));
        QVERIFY(m_fixture->endScan());
        COMPARE_EVENTUALLY(finished.size(), 1);
    }

    void whatWasSampledCanBeRecorded()
    {
        QVERIFY(m_fixture->takeSample());
        // What was sampled is on disk after a second.
        QByteArray file;
        const auto isRecorded = [&] {
            auto answer = m_views.recordings->recording({}, FileNames::LeftOut);
            if (!QTest::qWaitFor([&answer] { return answer.isFinished(); }, 30'000))
                return false;
            if (!async::failureOf(answer))
                file = answer.result();
            return !file.isEmpty();
        };
        VERIFY_EVENTUALLY(isRecorded());
        QVERIFY(file.size() <= RecordingView::mostBytes);
    }

    // Of any backend: the front-end writes the file.
    void aRecordingSaysWhereItGoesUntilItIsStopped()
    {
        test::Folder folder;
        exports::Exports files(m_views);
        const QString file = folder.path() + QStringLiteral("/samples.csv");
        QSignalSpy changed(&files, &ExportView::recordingChanged);
        QCOMPARE(files.recordingFile(), QString());
        files.startRecording(file);
        COMPARE_EVENTUALLY(files.recordingFile(), file);
        files.stopRecording();
        COMPARE_EVENTUALLY(files.recordingFile(), QString());
        COMPARE_EVENTUALLY(changed.size(), 2);
    }
};

MANOMETER_TEST(Core, TestBackendContract)
#include "tst_backend_contract.moc"
