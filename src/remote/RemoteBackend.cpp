// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/RemoteBackend.h"

#include "remote/RemoteCache.h"
#include "remote/RemoteEvents.h"
#include "remote/RemoteEvidence.h"
#include "remote/RemoteMonitor.h"
#include "remote/RemoteRecordings.h"
#include "remote/RemoteScan.h"
#include "remote/RemoteSettings.h"

#include <variant>

namespace manometer::remote {

using views::Connection;

namespace {

template<typename... Functions>
struct Overloaded : Functions...
{
    using Functions::operator()...;
};
template<typename... Functions>
Overloaded(Functions...) -> Overloaded<Functions...>;

} // namespace

RemoteBackend::RemoteBackend(const RemoteSetup &setup, QObject *parent)
    : Backend(parent)
    , m_session(setup.endpoint, setup.access)
    , m_monitor(std::make_unique<RemoteMonitor>(m_session, setup.times.silentAfter))
    , m_cache(std::make_unique<RemoteCache>(m_session))
    , m_events(std::make_unique<RemoteEvents>(m_session))
    , m_scan(std::make_unique<RemoteScan>(m_session))
    , m_settings(std::make_unique<RemoteSettings>(m_session))
    , m_evidence(std::make_unique<RemoteEvidence>(m_session))
    , m_recordings(std::make_unique<RemoteRecordings>(m_session))
    , m_attachment(std::make_unique<Attachment>(m_session.client(), m_session.clock(), setup.times))
{
    m_session.setConnection(m_attachment->connection());
    connect(m_attachment.get(), &Attachment::updated, this, &RemoteBackend::take);
    connect(m_attachment.get(), &Attachment::attached, this, [this](bool isOther) {
        m_session.setConnection(m_attachment->connection());
        m_monitor->beginConnection();
        m_cache->beginConnection(isOther);
        m_events->beginConnection();
        m_scan->beginConnection();
    });
    connect(m_attachment.get(), &Attachment::interrupted, m_scan.get(), &RemoteScan::endConnection);
    connect(m_attachment.get(), &Attachment::connectionChanged, this, [this](const Connection &connection) {
        m_session.setConnection(connection);
        emit connectionChanged(connection);
    });
    connect(m_settings.get(), &RemoteSettings::trialChanged, this, &RemoteBackend::settingsTrialChanged);
}

RemoteBackend::~RemoteBackend()
{
    m_attachment->close();
    m_session.end();
}

views::Views RemoteBackend::views()
{
    return {.monitor = m_monitor.get(),
            .cache = m_cache.get(),
            .events = m_events.get(),
            .scan = m_scan.get(),
            .settings = m_settings.get(),
            .evidence = m_evidence.get(),
            .recordings = m_recordings.get()};
}

Connection RemoteBackend::connection() const
{
    return m_attachment->connection();
}

QString RemoteBackend::serverVersion() const
{
    return m_attachment->serverVersion();
}

std::optional<qint64> RemoteBackend::settingsRevertAtWallMs() const
{
    return m_settings->revertsAtWallMs();
}

QFuture<void> RemoteBackend::keepSettings()
{
    return m_settings->keep();
}

void RemoteBackend::take(const StreamUpdate &update)
{
    std::visit(Overloaded{[this](const views::SampleRecord &record) { m_monitor->take(record); },
                          [this](const views::MonitorStatus &status) { m_monitor->take(status); },
                          [this](const LevelChange &change) { m_monitor->take(change); },
                          [this](const views::CacheSummary &summary) { m_cache->take(summary); },
                          [this](const ContentsChanged &contents) { m_cache->take(contents); },
                          [this](const UndoFreed &freed) { m_cache->take(freed); },
                          [this](const ScanUpdate &scan) { m_scan->take(scan); },
                          [this](const views::ScanFailure &failure) { m_scan->take(failure); },
                          [this](const SettingsBody &settings) { m_settings->take(settings); },
                          [this](const PresetsBody &presets) { m_settings->take(presets); },
                          [this](const SettingsProblem &problem) { m_settings->take(problem); },
                          [this](const views::Event &event) { m_events->take(event); },
                          [](const auto &) {}}, // of Attachment
               update);
}

} // namespace manometer::remote
