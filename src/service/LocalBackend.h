// SPDX-License-Identifier: GPL-3.0-or-later
//
// The backend of this machine: creates and connects settings, cache, monitor, scan and recorder, and exposes
// them as views. Created, used and destroyed in one thread with an event loop (the GUI's); the work runs in
// threads of its own. The destructor stops scan, monitor and relief, then flushes the cache and the recorder.
#pragma once

#include "answers/AnswerStore.h"
#include "cache/Cache.h"
#include "expected/Expected.h"
#include "pressure/rehearsal/Curve.h"
#include "views/Backend.h"
#include "views/EntryAccess.h"
#include "views/Event.h"

#include <QByteArray>
#include <QString>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace manometer::service {

// What is played instead of the machine's memory use.
struct Rehearsal
{
    std::shared_ptr<const pressure::Curve> curve{};
    double speed = 1;   // the control loop's durations are as much shorter (pressure/rehearsal/TimeLapse.h)
    std::string name{}; // of the curve, or its file
};

struct BackendSetup
{
    QByteArray cacheDirectory; // raw bytes: a folder's name need not be UTF-8
    QString stateDirectory;    // journal, history and event log
    QString settingsFile;
    std::string procRoot = "/proc";
    std::string sysRoot = "/sys"; // empty: no control groups
    // In place of both: there are no processes, stalls and control groups.
    std::optional<Rehearsal> rehearsal{};
    // Overrides of the loaded settings: in effect until the operator applies others, and never written to the
    // file.
    std::function<views::Settings(views::Settings)> overrideSettings{};
    QString overridePreset{}; // the preset they come from; empty: the stored one
    // A file is read for the cache only after its last change is this old; see ScanSetup::settleTime.
    std::chrono::milliseconds settleTime{2000};
    // Gets every event of the backend's life, in the order of ids, in the thread that reports it; must
    // neither block nor report. The event log, which lives in the backend's thread, misses those of its
    // destruction.
    std::function<void(const views::Event &)> receiveEvent{};
};

// Why there is no backend.
struct OpenFailure
{
    cache::OpenError cache;
    // What was wrong with the settings file. A backend that opens reports it as an event.
    std::optional<views::SettingsFileEvent> settings;
};

class LocalBackend final : public views::Backend
{
    Q_OBJECT
public:
    // Loads the settings, opens the cache and creates the services: blocks on disk. While another process
    // holds the cache, `tryAgain` decides whether to retry.
    static Expected<std::unique_ptr<LocalBackend>, OpenFailure>
    open(const BackendSetup &setup, const std::function<bool()> &tryAgain = {});
    ~LocalBackend() override;

    views::Views views() override;
    // Connected, from the start to the end.
    views::Connection connection() const override { return m_connection; }

    // For a front-end that serves other programs; lives as long as the backend. Any thread.
    views::EntryAccess &entryAccess();
    answers::AnswerStore &answerStore();
    // Reports what a client did to the event log. Any thread.
    void report(const views::ClientActionEvent &action);

    // Starts sampling; the first sample is taken at once.
    void start();

private:
    struct Services;

    explicit LocalBackend(std::unique_ptr<Services> services);

    const views::Connection m_connection;
    const std::unique_ptr<Services> m_services;
};

} // namespace manometer::service
