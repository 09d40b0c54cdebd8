// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/LocalBackend.h"

#include "extract/ExifToolExtractor.h"
#include "pressure/rehearsal/CurveSource.h"
#include "pressure/rehearsal/TimeLapse.h"
#include "service/Clock.h"
#include "service/entries/FileEntries.h"
#include "service/entries/KnownAnswers.h"
#include "service/entries/LocalCache.h"
#include "service/evidence/LocalEvidence.h"
#include "service/monitor/LocalMonitor.h"
#include "service/monitor/ProcessRecorder.h"
#include "service/monitor/Relief.h"
#include "service/recording/EventLog.h"
#include "service/recording/EventSink.h"
#include "service/recording/LocalRecordings.h"
#include "service/recording/Recorder.h"
#include "service/scan/Scan.h"
#include "service/settings/SettingsStore.h"
#include "views/SettingsRules.h"

#include <utility>

namespace manometer::service {

using namespace views;

namespace {

// Where processes are read: nowhere in a rehearsal, where they have nothing to do with the figures.
std::string processRootOf(const BackendSetup &setup)
{
    return setup.rehearsal ? std::string() : setup.procRoot;
}

std::unique_ptr<pressure::MemorySource> sourceOf(const BackendSetup &setup)
{
    if (const auto &rehearsal = setup.rehearsal)
        return std::make_unique<pressure::CurveSource>(rehearsal->curve, rehearsal->speed);
    return std::make_unique<pressure::KernelMemorySource>(setup.procRoot, setup.sysRoot);
}

// Sets the peers that depend on where the figures come from.
void connectSource(MonitorPeers &peers, const BackendSetup &setup)
{
    peers.procRoot = processRootOf(setup);
    if (const auto &rehearsal = setup.rehearsal) {
        peers.rehearsed = rehearsal->name;
        peers.examineSources = [name = rehearsal->name] { return pressure::rehearsedSources(name); };
        return;
    }
    const auto watchSetting = pressure::PressureWatchSetting::fromEnvironment();
    peers.trigger = std::make_shared<pressure::PressureTrigger>(
        setup.procRoot, pressure::findCgroupPlace(setup.procRoot, setup.sysRoot), watchSetting);
    peers.examineSources = [procRoot = setup.procRoot, sysRoot = setup.sysRoot, watchSetting] {
        return pressure::examineSources(procRoot, sysRoot, watchSetting);
    };
}

} // namespace

// In order of construction. Destruction in reverse order loses nothing: scan, monitor and relief end before
// the cache and the recorder flush their queues, and all before what they report to.
struct LocalBackend::Services
{
    EventSink sink;
    // Observes what all of the following report until their own end. Its thread ends first, so that what it
    // reports reaches the recorder.
    std::unique_ptr<ProcessRecorder> processes;
    EventLog events{sink};
    SettingsStore settings;
    std::unique_ptr<Recorder> recorder;
    std::unique_ptr<LocalCache> cache;
    std::unique_ptr<LocalEvidence> evidence;
    std::unique_ptr<LocalRecordings> recordings;
    std::unique_ptr<Relief> relief;
    std::unique_ptr<LocalMonitor> monitor;
    std::unique_ptr<Scan> scan;
    std::unique_ptr<KnownAnswers> answers;
    std::unique_ptr<FileEntries> entries;

    explicit Services(const QString &settingsFile)
        : settings(settingsFile, sink)
    {}
    ~Services()
    {
        if (processes)
            processes->stop();
    }
    void create(const BackendSetup &setup, std::unique_ptr<cache::Cache> engine,
                const std::optional<SettingsFileEvent> &settingsProblem);
};

void LocalBackend::Services::create(const BackendSetup &setup, std::unique_ptr<cache::Cache> engine,
                                    const std::optional<SettingsFileEvent> &settingsProblem)
{
    RecorderSetup recording;
    recording.directory = setup.stateDirectory;
    const auto history = std::make_shared<History>();
    recorder = std::make_unique<Recorder>(recording, history, sink);
    events.beginLoading();
    // In this thread, and so after create().
    QObject::connect(recorder.get(), &Recorder::eventsLoaded, &events, [this](const QList<Event> &saved) {
        events.loadSaved(saved);
        evidence->observeAll(saved);
    });
    // The recorder first and in the reporting thread: a hung window, in whose thread the log lives, cannot
    // delay persistence.
    QObject::connect(&sink, &EventSink::reported, recorder.get(), &Recorder::append, Qt::DirectConnection);
    QObject::connect(&sink, &EventSink::reported, &events, &EventLog::append, Qt::QueuedConnection);
    if (setup.receiveEvent)
        QObject::connect(&sink, &EventSink::reported, &sink, setup.receiveEvent, Qt::DirectConnection);
    processes = std::make_unique<ProcessRecorder>(sink, processRootOf(setup));
    QObject::connect(
        &sink, &EventSink::reported, &sink,
        [processes = processes.get()](const Event &event) { processes->observe(event); },
        Qt::DirectConnection);
    recorder->start();
    if (settingsProblem)
        sink.report(*settingsProblem);

    cache = std::make_unique<LocalCache>(std::move(engine), settings.settings().memory, sink);
    QObject::connect(&sink, &EventSink::reported, cache.get(), &LocalCache::countAction,
                     Qt::QueuedConnection);
    evidence = std::make_unique<LocalEvidence>(cache->engine(), settings.settings().memory,
                                               Recorder::journalFolder(setup.stateDirectory), sink);
    QObject::connect(&events, &EventView::appended, evidence.get(), [this](const Event &event) {
        evidence->observe(event);
        if (std::holds_alternative<ThresholdsEvent>(event.what))
            evidence->reportReplay(settings.settings());
    });
    recordings = std::make_unique<LocalRecordings>(
        RecordingSources{.journalFolder = Recorder::journalFolder(setup.stateDirectory),
                         .events = &events,
                         .settings = &settings,
                         .evidence = evidence.get()});
    relief = std::make_unique<Relief>(cache->engine(), sink, processRootOf(setup));

    const auto tally = std::make_shared<AnswerTally>();
    MonitorPeers peers{
        .cacheFigures =
            [cache = cache.get(), tally] {
                CacheFigures figures = cache->figures();
                figures.answerHitsTotal = tally->hits();
                figures.savedMicrosecondsTotal = tally->savedMicroseconds();
                return figures;
            },
        .postRelief = [relief = relief.get()](const ReliefOrder &order) { relief->post(order); },
        .history = history,
        .recorder = recorder.get()};
    connectSource(peers, setup);
    const auto configOf = [speed = setup.rehearsal ? setup.rehearsal->speed : 1](const Settings &now) {
        return pressure::inTimeLapse(controlConfigOf(now), speed);
    };
    monitor = std::make_unique<LocalMonitor>(sourceOf(setup), configOf(settings.settings()), sink, peers);
    monitor->connectReceipts(*relief);
    QObject::connect(monitor.get(), &MonitorView::levelEntered, cache.get(), &LocalCache::countLevel);
    QObject::connect(&settings, &SettingsView::changed, monitor.get(),
                     [this, configOf](const Settings &changed) {
                         cache->setConfigured(changed.memory);
                         evidence->setConfigured(changed.memory);
                         monitor->setConfig(configOf(changed));
                     });

    const auto makeExtractor = [] {
        return std::make_unique<extract::ExifToolExtractor>(extract::ExifToolExtractor::Options{});
    };
    const auto contentsChanged = [cache = cache.get()] { cache->markContentsChanged(); };
    scan = std::make_unique<Scan>(cache->engine(), sink,
                                  ScanSetup{.makeExtractor = makeExtractor,
                                            .contentsChanged = contentsChanged,
                                            .settleTime = setup.settleTime});
    answers =
        std::make_unique<KnownAnswers>(cache->engine(), KnownAnswersSetup{.contentsChanged = contentsChanged,
                                                                          .tally = tally,
                                                                          .settleTime = setup.settleTime});
    cache->setAnswerUse([answers = answers.get()] { return answers->use(); });
    entries = std::make_unique<FileEntries>(cache->engine(), *answers,
                                            DemandReaderSetup{.makeExtractor = makeExtractor,
                                                              .contentsChanged = contentsChanged,
                                                              .settleTime = setup.settleTime});
}

LocalBackend::LocalBackend(std::unique_ptr<Services> services)
    : m_connection{.state = Connection::State::Connected,
                   .sinceWallMs = toMs(std::chrono::system_clock::now())}
    , m_services(std::move(services))
{}

LocalBackend::~LocalBackend() = default;

Expected<std::unique_ptr<LocalBackend>, OpenFailure> LocalBackend::open(const BackendSetup &setup,
                                                                        const std::function<bool()> &tryAgain)
{
    auto services = std::make_unique<Services>(setup.settingsFile);
    SettingsStore &store = services->settings;
    const auto settingsProblem = store.load();
    if (setup.overrideSettings)
        store.overrideWith(setup.overrideSettings(store.settings()), setup.overridePreset);
    const Settings settings = store.settings();
    cache::Options options;
    options.directory = setup.cacheDirectory.toStdString();
    options.memory = settings.memory;
    options.diskCapBytes = settings.diskCapBytes;
    options.timeToLive = settings.timeToLive;
    auto engine = cache::Cache::open(options);
    while (!engine && engine.error().kind == cache::OpenError::Kind::InUse && tryAgain && tryAgain())
        engine = cache::Cache::open(options);
    if (!engine)
        return Unexpected(OpenFailure{.cache = engine.error(), .settings = settingsProblem});
    services->create(setup, std::move(*engine), settingsProblem);
    return std::unique_ptr<LocalBackend>(new LocalBackend(std::move(services)));
}

Views LocalBackend::views()
{
    return {.monitor = m_services->monitor.get(),
            .cache = m_services->cache.get(),
            .events = &m_services->events,
            .scan = m_services->scan.get(),
            .settings = &m_services->settings,
            .evidence = m_services->evidence.get(),
            .recordings = m_services->recordings.get()};
}

EntryAccess &LocalBackend::entryAccess()
{
    return *m_services->entries;
}

answers::AnswerStore &LocalBackend::answerStore()
{
    return *m_services->answers;
}

void LocalBackend::report(const ClientActionEvent &action)
{
    m_services->sink.report(action);
}

void LocalBackend::start()
{
    m_services->monitor->start();
}

} // namespace manometer::service
