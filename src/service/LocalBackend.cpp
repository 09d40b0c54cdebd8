// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/LocalBackend.h"

#include "extract/ExifToolExtractor.h"
#include "service/Clock.h"
#include "service/entries/LocalCache.h"
#include "service/exports/Exports.h"
#include "service/monitor/LocalMonitor.h"
#include "service/monitor/Relief.h"
#include "service/recording/EventLog.h"
#include "service/recording/Recorder.h"
#include "service/scan/Scan.h"
#include "service/settings/SettingsStore.h"
#include "views/SettingsRules.h"

#include <utility>

namespace manometer::service {

using namespace views;

// In order of construction. Destruction in reverse order loses nothing: exports, scan, monitor and relief end
// before the cache and the recorder flush their queues.
struct LocalBackend::Services
{
    std::unique_ptr<Recorder> recorder;
    std::unique_ptr<LocalCache> cache;
    std::unique_ptr<Relief> relief;
    std::unique_ptr<LocalMonitor> monitor;
    std::unique_ptr<Scan> scan;
    std::unique_ptr<Exports> exports;

    Services(const BackendSetup &setup, std::unique_ptr<cache::Cache> engine, EventLog &events,
             SettingsStore &settings, const std::optional<SettingsFileEvent> &settingsProblem);

private:
    // The recorder gets the event first and by a direct connection: the event log lives in the front-end's
    // thread, and a hung window cannot delay persistence.
    template<typename Sender, typename Signal>
    void record(const Sender *sender, Signal signal, EventLog &events) const
    {
        QObject::connect(sender, signal, recorder.get(), &Recorder::append, Qt::DirectConnection);
        QObject::connect(sender, signal, &events, &EventLog::append);
    }
};

LocalBackend::Services::Services(const BackendSetup &setup, std::unique_ptr<cache::Cache> engine,
                                 EventLog &events, SettingsStore &settings,
                                 const std::optional<SettingsFileEvent> &settingsProblem)
{
    RecorderSetup recording;
    recording.directory = setup.stateDirectory;
    const auto history = std::make_shared<History>();
    recorder = std::make_unique<Recorder>(recording, history);
    events.beginLoading();
    QObject::connect(recorder.get(), &Recorder::eventsLoaded, &events, &EventLog::loadSaved);
    record(recorder.get(), &Recorder::happened, events);
    QObject::connect(&events, &EventLog::noted, recorder.get(),
                     &Recorder::append); // EventLog shows its notes itself
    recorder->start();

    record(&settings, &SettingsStore::happened, events);
    if (settingsProblem) {
        const Event event = eventNow(*settingsProblem);
        recorder->append(event);
        events.append(event);
    }

    cache = std::make_unique<LocalCache>(std::move(engine), settings.settings().memory);
    record(cache.get(), &LocalCache::happened, events);

    relief = std::make_unique<Relief>(cache->engine(), setup.procRoot);
    record(relief.get(), &Relief::acted, events);
    QObject::connect(relief.get(), &Relief::acted, cache.get(), &LocalCache::countAction);

    const auto watchSetting = pressure::PressureWatchSetting::fromEnvironment();
    monitor = std::make_unique<LocalMonitor>(
        std::make_unique<pressure::KernelMemorySource>(setup.procRoot, setup.sysRoot),
        controlConfigOf(settings.settings()),
        MonitorPeers{
            .cacheFigures = [cache = cache.get()] { return cache->figures(); },
            .postRelief = [relief = relief.get()](const ReliefOrder &order) { relief->post(order); },
            .history = history,
            .recorder = recorder.get(),
            .trigger = std::make_shared<pressure::PressureTrigger>(
                setup.procRoot, pressure::findCgroupPlace(setup.procRoot, setup.sysRoot), watchSetting),
            .examineSources =
                [procRoot = setup.procRoot, sysRoot = setup.sysRoot, watchSetting] {
                    return pressure::examineSources(procRoot, sysRoot, watchSetting);
                },
            .procRoot = setup.procRoot});
    record(monitor.get(), &LocalMonitor::happened, events);
    monitor->connectReceipts(*relief);
    QObject::connect(monitor.get(), &MonitorView::levelEntered, cache.get(), &LocalCache::countLevel);
    QObject::connect(&settings, &SettingsView::changed, monitor.get(), [this](const Settings &changed) {
        cache->setConfigured(changed.memory);
        monitor->setConfig(controlConfigOf(changed));
    });

    scan = std::make_unique<Scan>(
        cache->engine(),
        ScanSetup{.makeExtractor =
                      [] {
                          return std::make_unique<extract::ExifToolExtractor>(
                              extract::ExifToolExtractor::Options{});
                      },
                  .contentsChanged = [cache = cache.get()] { cache->markContentsChanged(); }});
    record(scan.get(), &Scan::happened, events);
    exports = std::make_unique<Exports>(monitor.get(), &events, &cache->engine());
}

LocalBackend::LocalBackend(BackendSetup setup)
    : m_setup(std::move(setup))
    , m_events(std::make_unique<EventLog>())
    , m_settings(std::make_unique<SettingsStore>(m_setup.settingsFile))
{
    m_connection.sinceWallMs = toMs(std::chrono::system_clock::now());
    m_settingsProblem = m_settings->load();
}

LocalBackend::~LocalBackend() = default;

Views LocalBackend::views()
{
    Views views{.events = m_events.get(), .settings = m_settings.get(), .language = m_settings.get()};
    if (m_services) {
        views.monitor = m_services->monitor.get();
        views.cache = m_services->cache.get();
        views.scan = m_services->scan.get();
        views.exports = m_services->exports.get();
    }
    return views;
}

Expected<void, cache::OpenError> LocalBackend::open(const std::function<bool()> &tryAgain)
{
    if (m_setup.overrideSettings)
        m_settings->overrideWith(m_setup.overrideSettings(m_settings->settings()), m_setup.overridePreset);
    const Settings settings = m_settings->settings();
    cache::Options options;
    options.directory = m_setup.cacheDirectory.toStdString();
    options.memory = settings.memory;
    options.diskCapBytes = settings.diskCapBytes;
    options.timeToLive = settings.timeToLive;
    auto engine = cache::Cache::open(options);
    while (!engine && engine.error().kind == cache::OpenError::Kind::InUse && tryAgain && tryAgain())
        engine = cache::Cache::open(options);
    if (!engine)
        return Unexpected<cache::OpenError>(engine.error());
    m_services =
        std::make_unique<Services>(m_setup, std::move(*engine), *m_events, *m_settings, m_settingsProblem);
    m_connection = {.state = Connection::State::Connected,
                    .sinceWallMs = toMs(std::chrono::system_clock::now())};
    emit connectionChanged(m_connection);
    return {};
}

void LocalBackend::start()
{
    m_services->monitor->start();
}

} // namespace manometer::service
