// SPDX-License-Identifier: GPL-3.0-or-later
//
// The backend of this machine: the settings, the cache, the monitor, the scan and the recording, joined
// behind the views. Made, used and destroyed in one thread with an event loop (the GUI's); the work happens
// in threads of its own. The destructor stops scan, monitor and relief, and then writes what cache and
// recorder have queued.
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
    QByteArray cacheDirectory; // bytes: a folder's name need not be UTF-8
    QString stateDirectory;    // journal, history and event log
    QString settingsFile;
    std::string procRoot = "/proc";
    std::string sysRoot = "/sys"; // empty: no control groups
    // Changes to the loaded settings that are in effect until the operator applies others, and are not
    // written.
    std::function<views::Settings(views::Settings)> overrideSettings{};
    QString overridePreset{}; // the preset that they come from; empty: the stored one
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

    // Blocks on opening the cache; while another process holds it, `tryAgain` decides whether to repeat the
    // attempt. After an error nothing runs, and open() may be called again.
    Expected<void, cache::OpenError> open(const std::function<bool()> &tryAgain = {});
    // What was wrong with the settings file when it was loaded. open() puts it into the event log.
    const std::optional<views::SettingsFileEvent> &settingsProblem() const { return m_settingsProblem; }

    // Takes the first sample, and samples from then on.
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
