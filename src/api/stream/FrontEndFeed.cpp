// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/stream/FrontEndFeed.h"

#include "api/endpoints/ScanEndpoints.h"
#include "api/endpoints/SettingsEndpoints.h"
#include "api/stream/EventJson.h"
#include "json/Json.h"
#include "wire/ViewJson.h"

#include <algorithm>
#include <utility>

namespace manometer::api {

namespace {

constexpr std::array<std::string_view, 10> words{"event",    "sample",    "status",       "cache",
                                                 "contents", "scan",      "scan_failure", "settings",
                                                 "presets",  "undo_freed"};

template<typename Value>
std::string text(const Value &value)
{
    return wire::toText(value).toStdString();
}

std::string problemText(std::string_view kind, const QString &file, const QString &reason)
{
    json::Writer json;
    json.beginObject();
    json.member("topic", "settings");
    json.member("kind", kind);
    json.member("file", file.toStdString());
    json.member("reason", reason.toStdString());
    json.endObject();
    return json.take();
}

std::string levelText(pressure::Level from, pressure::Level to)
{
    json::Writer json;
    json.beginObject();
    json.member("from", name(from));
    json.member("to", name(to));
    json.endObject();
    return json.take();
}

} // namespace

std::optional<Topics> topicsOf(std::string_view list)
{
    Topics topics;
    while (!list.empty()) {
        const std::size_t end = std::min(list.find(','), list.size());
        const auto found = std::find(words.begin(), words.end(), list.substr(0, end));
        if (found == words.end())
            return std::nullopt;
        topics.insert(static_cast<Topic>(found - words.begin()));
        list.remove_prefix(std::min(end + 1, list.size()));
    }
    return topics;
}

FrontEndFeed::FrontEndFeed(const views::Views &views)
    : m_views(views)
{
    using namespace views;
    m_statusTimer.setSingleShot(true);
    m_statusTimer.setInterval(statusInterval);
    connect(&m_statusTimer, &QTimer::timeout, this, [this] {
        if (std::exchange(m_isStatusDue, false))
            sendStatus();
    });
    connect(m_views.monitor, &MonitorView::sampled, this, [this](const SampleRecord &record) {
        if (isWanted(Topic::Sample))
            send(Topic::Sample, "sample", text(record));
    });
    connect(m_views.monitor, &MonitorView::statusChanged, this, [this] {
        m_isStatusDue = m_statusTimer.isActive();
        if (!m_isStatusDue)
            sendStatus();
    });
    connect(m_views.monitor, &MonitorView::levelChanged, this,
            [this](pressure::Level from, pressure::Level to) {
                sendStatus(); // the status first: it explains the level
                send(Topic::Status, "level", levelText(from, to));
            });
    connect(m_views.cache, &CacheView::summaryChanged, this, [this](const CacheSummary &summary) {
        if (isWanted(Topic::Cache))
            send(Topic::Cache, "cache", text(summary));
    });
    connect(m_views.cache, &CacheView::contentsChanged, this,
            [this] { send(Topic::Contents, "contents", "{}"); });
    connect(m_views.cache, &CacheView::undoFreed, this, [this](quint64 undoId) {
        send(Topic::UndoFreed, "undo_freed", "{\"undo_id\":" + std::to_string(undoId) + '}');
    });
    connect(m_views.events, &EventView::appended, this, [this](const Event &event) {
        if (isWanted(Topic::Event))
            send(Topic::Event, "event", eventJson(event));
    });
    connect(m_views.scan, &ScanView::progressed, this, [this](const ScanProgress &progress) {
        if (isWanted(Topic::Scan))
            send(Topic::Scan, "scan", scanText(progress, false));
    });
    connect(m_views.scan, &ScanView::finished, this,
            [this](const ScanProgress &progress) { send(Topic::Scan, "scan", scanText(progress, true)); });
    connect(m_views.scan, &ScanView::failed, this, [this](const ScanFailure &failure) {
        if (isWanted(Topic::ScanFailure))
            send(Topic::ScanFailure, "scan_failure", text(failure));
    });
    connect(m_views.settings, &SettingsView::changed, this, [this] { sendSettings(false); });
    connect(m_views.settings, &SettingsView::changedElsewhere, this, [this] { sendSettings(true); });
    connect(m_views.settings, &SettingsView::presetsChanged, this,
            [this] { send(Topic::Presets, "presets", presetsText(*m_views.settings)); });
    connect(m_views.settings, &SettingsView::changeFailed, this, [this](const QString &reason) {
        send(Topic::Settings, "problem", problemText("change_failed", {}, reason));
    });
    connect(m_views.settings, &SettingsView::saveFailed, this,
            [this](const QString &file, const QString &reason) {
                send(Topic::Settings, "problem", problemText("save_failed", file, reason));
            });
}

void FrontEndFeed::subscribe(const std::shared_ptr<EventStream> &stream, const Topics &topics)
{
    const auto begin = [&](Topic topic, std::string_view name, auto makeText) {
        if (topics.contains(topic))
            stream->begin(eventText(name, makeText()));
    };
    begin(Topic::Status, "status", [this] { return text(m_views.monitor->status()); });
    begin(Topic::Cache, "cache", [this] { return text(m_views.cache->summary()); });
    begin(Topic::Scan, "scan", [this] {
        const views::ScanProgress progress = m_views.scan->progress();
        return scanText(progress, !progress.running);
    });
    begin(Topic::Settings, "settings", [this] { return settingsText(*m_views.settings); });
    begin(Topic::Presets, "presets", [this] { return presetsText(*m_views.settings); });
    m_subscriptions.push_back({.stream = stream, .topics = topics});
}

bool FrontEndFeed::isWanted(Topic topic)
{
    std::erase_if(m_subscriptions, [](const Subscription &each) {
        const auto stream = each.stream.lock();
        return !stream || !stream->isOpen();
    });
    return std::any_of(m_subscriptions.begin(), m_subscriptions.end(),
                       [topic](const Subscription &each) { return each.topics.contains(topic); });
}

void FrontEndFeed::send(Topic topic, std::string_view name, const std::string &data)
{
    if (!isWanted(topic))
        return;
    const EventText event = eventText(name, data);
    for (const Subscription &each : m_subscriptions)
        if (each.topics.contains(topic))
            if (const auto stream = each.stream.lock())
                stream->push(event);
}

void FrontEndFeed::sendStatus()
{
    if (!isWanted(Topic::Status))
        return;
    m_statusTimer.start();
    send(Topic::Status, "status", text(m_views.monitor->status()));
}

void FrontEndFeed::sendSettings(bool isChangedElsewhere)
{
    if (!isWanted(Topic::Settings))
        return;
    std::string data = settingsText(*m_views.settings);
    if (isChangedElsewhere)
        data.insert(1, "\"changed_elsewhere\":true,");
    send(Topic::Settings, "settings", data);
}

} // namespace manometer::api
