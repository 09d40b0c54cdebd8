// SPDX-License-Identifier: GPL-3.0-or-later
//
// A recording of this machine has the samples, events and settings of its time, and names nothing that was
// not asked for.
#include "async/Answer.h"
#include "recorded/RecordingFile.h"
#include "recorded/Session.h"
#include "service/LocalBackend.h"
#include "support/Eventually.h"
#include "support/FakeProc.h"
#include "support/TestMain.h"
#include "support/UnusualSettings.h"

#include <QTest>

#include <limits>

using namespace manometer;
using namespace manometer::service;
using views::FileNames;
using views::TimeRange;

namespace {

struct RecordedBackendFixture
{
    QTemporaryDir folder;
    test::FakeProc proc;
    std::unique_ptr<LocalBackend> backend;

    bool open()
    {
        if (!proc.setUsed(85))
            return false;
        auto opened =
            LocalBackend::open({.cacheDirectory = QFile::encodeName(folder.filePath(QStringLiteral("cache"))),
                                .stateDirectory = folder.filePath(QStringLiteral("state")),
                                .settingsFile = folder.filePath(QStringLiteral("config/settings.json")),
                                .procRoot = proc.root(),
                                .sysRoot = {}});
        if (!opened)
            return false;
        backend = std::move(*opened);
        backend->start();
        return true;
    }
    QFuture<QByteArray> recording(const TimeRange &range = {}, FileNames names = FileNames::LeftOut) const
    {
        auto answer = backend->views().recordings->recording(range, names);
        static_cast<void>(QTest::qWaitFor([&answer] { return answer.isFinished(); }, 30'000));
        return answer;
    }
    // Empty: there is none yet.
    std::optional<recorded::Session> session(FileNames names = FileNames::LeftOut) const
    {
        const auto answer = recording({}, names);
        if (async::failureOf(answer))
            return std::nullopt;
        const QByteArray file = answer.result();
        const auto contents = recorded::decode({file.constData(), static_cast<std::size_t>(file.size())});
        if (!contents)
            return std::nullopt;
        auto session = recorded::sessionOf(*contents);
        return session ? std::optional(*std::move(session)) : std::nullopt;
    }
};

const views::ScanEvent *scanIn(const recorded::Session &session)
{
    for (const views::Event &event : session.events)
        if (const auto *scan = std::get_if<views::ScanEvent>(&event.what))
            return scan;
    return nullptr;
}

} // namespace

class TestLocalRecordings : public QObject
{
    Q_OBJECT
private slots:
    void samplesEventsAndSettingsAreThoseOfTheMachine()
    {
        RecordedBackendFixture fixture;
        QVERIFY(fixture.open());
        const views::Views views = fixture.backend->views();
        views::Settings settings = views.settings->settings();
        settings.memory.entries = 321;
        QVERIFY(views.settings->applySettings(settings, views.settings->basePreset()));
        COMPARE_EVENTUALLY(views.monitor->status().applied, views::Level::High);
        std::optional<recorded::Session> session;
        VERIFY_EVENTUALLY((session = fixture.session()) && session->status.applied == views::Level::High);
        QVERIFY(session->settings == settings);
        QCOMPARE(qRound(session->samples.back().systemUsedPercent), 85);
        QVERIFY(std::any_of(session->events.begin(), session->events.end(), [](const views::Event &event) {
            return std::holds_alternative<views::LevelEvent>(event.what);
        }));
        QCOMPARE(session->hits.lack, views::HitEvidence::Lack::FewRequests);
    }

    void foldersAreNamedOnlyIfTheyAreWanted()
    {
        RecordedBackendFixture fixture;
        QVERIFY(fixture.open());
        const views::Views views = fixture.backend->views();
        VERIFY_EVENTUALLY(views.monitor->status().latest.wallMs != 0);
        const QByteArray folder = QFile::encodeName(fixture.folder.path()) + "/secret-folder";
        QVERIFY(QDir().mkpath(QFile::decodeName(folder)));
        views.scan->start(folder);
        std::optional<recorded::Session> session;
        // The journal's newest samples are those that the scan's event is among.
        VERIFY_EVENTUALLY((session = fixture.session()) && scanIn(*session));
        QVERIFY(scanIn(*session)->folder.isEmpty());
        session = fixture.session(FileNames::Included);
        QCOMPARE(scanIn(*session)->folder, folder);
    }

    void aTimeWithoutSamplesIsRefusedWithTheReason()
    {
        RecordedBackendFixture fixture;
        QVERIFY(fixture.open());
        const auto reason = async::failureOf(fixture.recording({.fromWallMs = 0, .toWallMs = 1'000}));
        QCOMPARE(reason.value_or(QString()), QStringLiteral("nothing is recorded in this time"));
    }
};

MANOMETER_TEST(Core, TestLocalRecordings)
#include "tst_local_recordings.moc"
