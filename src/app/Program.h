// SPDX-License-Identifier: GPL-3.0-or-later
//
// Everything behind the window, joined: which service hears which. Made and used in the GUI thread.
// Destroyed in the order that loses nothing: scan, monitor, relief, then the cache and the recorder, which
// write what is queued.
#pragma once

#include "app/Options.h"
#include "cache/Cache.h"
#include "service/entries/CacheService.h"
#include "service/exports/Exports.h"
#include "service/monitor/MonitorService.h"
#include "service/monitor/Relief.h"
#include "service/recording/EventLog.h"
#include "service/recording/Recorder.h"
#include "service/scan/Scan.h"
#include "service/settings/SettingsStore.h"

#include <cstdint>
#include <functional>
#include <memory>

namespace manometer::app {

class Program : public QObject
{
    Q_OBJECT
public:
    // Blocks on opening the cache; as long as another program has it, `tryAgain` is asked whether to.
    // `settings` have been loaded, and outlive the program. A problem of theirs is reported where it opens.
    static Expected<std::unique_ptr<Program>, cache::OpenError>
    open(const Options &options, service::SettingsStore &settings,
         const std::optional<service::SettingsFileEvent> &settingsProblem,
         const std::function<bool()> &tryAgain = {});

    // The monitor's first sample, and the scan that was asked for.
    void start();

    service::MonitorView &monitor() { return *m_monitor; }
    service::CacheView &cache() { return *m_cache; }
    service::EventView &events() { return m_events; }
    service::ScanView &scan() { return *m_scan; }
    service::SettingsView &settings() { return m_settings; }
    // How far the scan is that start() began. Impossible: the folder is not there or not readable, there is
    // no reader for its files, or none of them could be read.
    enum class AskedScan : std::uint8_t { None, Running, Over, Impossible };
    AskedScan askedScan() const { return m_askedScan; }
    service::ExportView &exports() { return *m_exports; }

private:
    Program(const Options &options, service::SettingsStore &settings);
    // What the signal tells goes onto the disk, from the thread that tells it, and into the event log.
    template<typename Sender, typename Signal>
    void hear(const Sender *sender, Signal signal);
    void build(std::unique_ptr<cache::Cache> cache,
               const std::optional<service::SettingsFileEvent> &settingsProblem);

    Options m_options;
    void hearScanFailure(const service::ScanFailure &failure);

    AskedScan m_askedScan = AskedScan::None;
    int m_failuresLogged = 0; // of this scan
    service::EventLog m_events;
    service::SettingsStore &m_settings;
    std::unique_ptr<service::Recorder> m_recorder;
    std::unique_ptr<service::CacheService> m_cache;
    std::unique_ptr<service::Relief> m_relief;
    std::unique_ptr<service::MonitorService> m_monitor;
    std::unique_ptr<service::Scan> m_scan;
    std::unique_ptr<service::Exports> m_exports;
};

} // namespace manometer::app
