// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Program.h"

#include "app/EventLogging.h"
#include "app/Places.h"
#include "extract/ExifToolExtractor.h"
#include "service/Clock.h"

#include <QtConcurrent>

namespace manometer::app {

using namespace service;

namespace {

MonitorConfig monitorConfig(const Settings &settings)
{
    MonitorConfig config;
    config.control = settings.control;
    config.control.thresholds = settings.thresholds;
    config.control.limit.configured = {.entries = settings.memory.entries, .bytes = settings.memory.bytes};
    config.control.adaptation =
        settings.adapting ? pressure::Adaptation::On : pressure::Adaptation::MeasureOnly;
    return config;
}

} // namespace

Expected<std::unique_ptr<Program>, cache::OpenError>
Program::open(const Options &options, SettingsStore &store, const std::optional<SettingsFileEvent> &problem,
              const std::function<bool()> &tryAgain)
{
    std::unique_ptr<Program> program(new Program(options, store));
    store.overrideWith(options.over(store.settings()), options.preset ? options.preset->name : QString());
    const Settings settings = store.settings();
    cache::Options cacheOptions;
    cacheOptions.directory = options.cacheDirectory.toStdString();
    cacheOptions.memory = settings.memory;
    cacheOptions.diskCapBytes = settings.diskCapBytes;
    cacheOptions.timeToLive = settings.timeToLive;
    auto cache = cache::Cache::open(cacheOptions);
    while (!cache && cache.error().kind == cache::OpenError::Kind::InUse && tryAgain && tryAgain())
        cache = cache::Cache::open(cacheOptions);
    if (!cache) {
        if (problem) // no event log will tell
            logEvent(eventNow(*problem));
        return Unexpected<cache::OpenError>(cache.error());
    }
    program->build(std::move(*cache), problem);
    return program;
}

Program::Program(const Options &options, SettingsStore &settings)
    : m_options(options)
    , m_settings(settings)
{}

// The recorder hears it first and directly: the event log lives in the window's thread, which may hang, be
// swapped out or have left its event loop.
template<typename Sender, typename Signal>
void Program::hear(const Sender *sender, Signal signal)
{
    connect(sender, signal, m_recorder.get(), &Recorder::append, Qt::DirectConnection);
    connect(sender, signal, &m_events, &EventLog::append);
}

void Program::build(std::unique_ptr<cache::Cache> cache,
                    const std::optional<SettingsFileEvent> &settingsProblem)
{
    RecorderSetup recording;
    recording.directory = stateDirectory(m_options.machine);
    const auto history = std::make_shared<History>();
    m_recorder = std::make_unique<Recorder>(recording, history);
    m_events.expectPast();
    connect(m_recorder.get(), &Recorder::eventsLoaded, &m_events, &EventLog::adopt);
    hear(m_recorder.get(), &Recorder::happened);
    connect(&m_events, &EventLog::noted, m_recorder.get(), &Recorder::append); // shown already
    m_recorder->start();

    connect(&m_events, &EventView::appended, this, &logEvent);
    hear(&m_settings, &SettingsStore::happened);
    if (settingsProblem) {
        const Event event = eventNow(*settingsProblem);
        m_recorder->append(event);
        m_events.append(event);
    }

    m_cache = std::make_unique<CacheService>(std::move(cache), m_settings.settings().memory);
    hear(m_cache.get(), &CacheService::happened);

    const std::string procRoot = m_options.procRoot.toStdString();
    const std::string sysRoot = m_options.sysRoot.toStdString();
    m_relief = std::make_unique<Relief>(m_cache->engine(), procRoot);
    hear(m_relief.get(), &Relief::acted);
    connect(m_relief.get(), &Relief::acted, m_cache.get(), &CacheService::countAction);

    const auto watchSetting = pressure::PressureWatchSetting::fromEnvironment();
    m_monitor = std::make_unique<MonitorService>(
        std::make_unique<pressure::KernelMemorySource>(procRoot, sysRoot),
        monitorConfig(m_settings.settings()),
        MonitorPeers{
            .cacheFigures = [cache = m_cache.get()] { return cache->figures(); },
            .postRelief = [relief = m_relief.get()](const ReliefOrder &order) { relief->post(order); },
            .history = history,
            .recorder = m_recorder.get(),
            .trigger = std::make_shared<pressure::PressureTrigger>(
                procRoot, pressure::findCgroupPlace(procRoot, sysRoot), watchSetting),
            .examineSources =
                [procRoot, sysRoot, watchSetting] {
                    return pressure::examineSources(procRoot, sysRoot, watchSetting);
                },
            .procRoot = procRoot});
    hear(m_monitor.get(), &MonitorService::happened);
    m_monitor->hearReceiptsOf(*m_relief);
    connect(m_monitor.get(), &MonitorView::levelEntered, m_cache.get(), &CacheService::countLevel);
    connect(&m_settings, &SettingsView::changed, m_monitor.get(), [this](const Settings &settings) {
        m_cache->setConfigured(settings.memory);
        m_monitor->setConfig(monitorConfig(settings));
    });

    m_scan = std::make_unique<Scan>(
        m_cache->engine(),
        ScanSetup{.makeExtractor =
                      [] {
                          return std::make_unique<extract::ExifToolExtractor>(
                              extract::ExifToolExtractor::Options{});
                      },
                  .contentsChanged = [cache = m_cache.get()] { cache->noteContentsChanged(); }});
    hear(m_scan.get(), &Scan::happened);
    connect(m_scan.get(), &ScanView::failed, this, &Program::hearScanFailure);
    connect(m_scan.get(), &ScanView::finished, this, [this](const ScanProgress &progress) {
        m_failuresLogged = 0;
        if (m_askedScan != AskedScan::Running)
            return;
        const bool gotNothing = progress.failed > 0 && progress.read + progress.fromCache == 0;
        m_askedScan = gotNothing ? AskedScan::Impossible : AskedScan::Over;
    });
    m_exports = std::make_unique<Exports>(m_monitor.get(), &m_events, &m_cache->engine());
}

void Program::hearScanFailure(const ScanFailure &failure)
{
    // One line a file, so that a script sees which; the end of the scan says how many there are.
    constexpr int mostLogged = 100;
    using Kind = ScanFailure::Kind;
    const bool isFile = failure.kind != Kind::FolderUnreadable && failure.kind != Kind::NoReader;
    if (!isFile || m_failuresLogged < mostLogged)
        logFailure(failure);
    else if (m_failuresLogged == mostLogged)
        logFurtherFailures();
    if (isFile)
        ++m_failuresLogged;
    else if (m_askedScan == AskedScan::Running)
        m_askedScan = AskedScan::Impossible;
}

void Program::start()
{
    m_monitor->start();
    if (m_options.scanFolder.isEmpty())
        return;
    m_askedScan = AskedScan::Running;
    m_scan->start(m_options.scanFolder);
}

} // namespace manometer::app
