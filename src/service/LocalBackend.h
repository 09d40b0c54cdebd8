// SPDX-License-Identifier: GPL-3.0-or-later
//
// The backend of this machine: creates and connects settings, cache, monitor, scan and recorder, and exposes
// them as views. Created, used and destroyed in one thread with an event loop (the GUI's); the work runs in
// threads of its own. The destructor stops scan, monitor and relief, then flushes the cache and the recorder.
#pragma once

#include "cache/Cache.h"
#include "expected/Expected.h"
#include "views/Backend.h"
#include "views/Event.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace manometer::service {

class EventLog;
class SettingsStore;

struct BackendSetup
{
    QByteArray cacheDirectory; // raw bytes: a folder's name need not be UTF-8
    QString stateDirectory;    // journal, history and event log
    QString settingsFile;
    std::string procRoot = "/proc";
    std::string sysRoot = "/sys"; // empty: no control groups
    // Overrides of the loaded settings: in effect until the operator applies others, and never written to the
    // file.
    std::function<views::Settings(views::Settings)> overrideSettings{};
    QString overridePreset{}; // the preset they come from; empty: the stored one
};

class LocalBackend final : public views::Backend
{
    Q_OBJECT
public:
    // Loads the settings: blocks on disk.
    explicit LocalBackend(BackendSetup setup);
    ~LocalBackend() override;

    // Before open(), only `events`, `settings` and `language` are set.
    views::Views views() override;
    views::Connection connection() const override { return m_connection; }

    // Opens the cache and creates the services: blocks on disk. While another process holds the cache,
    // `tryAgain` decides whether to retry. After an error no service runs, and open() may be called again.
    Expected<void, cache::OpenError> open(const std::function<bool()> &tryAgain = {});
    // What was wrong with the settings file when it was loaded. open() adds it to the event log.
    const std::optional<views::SettingsFileEvent> &settingsProblem() const { return m_settingsProblem; }

    // Starts sampling; the first sample is taken at once.
    void start();

private:
    struct Services;

    const BackendSetup m_setup;
    views::Connection m_connection;
    std::optional<views::SettingsFileEvent> m_settingsProblem;
    std::unique_ptr<EventLog> m_events; // outlives what reports events
    std::unique_ptr<SettingsStore> m_settings;
    std::unique_ptr<Services> m_services;
};

} // namespace manometer::service
