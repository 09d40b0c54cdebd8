// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/settings/SettingsStore.h"

#include "pressure/control/ControlNumbers.h"
#include "service/recording/EventSink.h"
#include "service/settings/SettingsFile.h"
#include "service/settings/SettingsWorker.h"
#include "views/BuiltInPresets.h"
#include "views/SettingsRules.h"

#include <algorithm>
#include <utility>

namespace manometer::service {

using namespace views;

namespace {

QString joined(const QStringList &problems)
{
    constexpr qsizetype most = 10; // a file may contain any number of them
    const QString more = problems.size() > most ? QStringLiteral("; and more") : QString();
    return problems.mid(0, most).join(QLatin1StringView("; ")) + more;
}

Capacity capacityOf(const Settings &settings)
{
    return {.memoryEntries = settings.memory.entries,
            .memoryBytes = settings.memory.bytes,
            .diskBytes = settings.diskCapBytes,
            .expirySeconds = settings.timeToLive ? settings.timeToLive->count() : 0,
            .adapting = settings.adapting,
            .basis = settings.control.basis};
}

QList<NumberChange> changesOf(const pressure::ControlTuning &before, const pressure::ControlTuning &after)
{
    QList<NumberChange> changes;
    for (const pressure::ControlNumber &number : pressure::controlNumbers())
        if (number.get(before) != number.get(after))
            changes.append({.name = number.key, .before = number.get(before), .after = number.get(after)});
    return changes;
}

} // namespace

SettingsStore::SettingsStore(const QString &file, EventSink &events, QObject *parent)
    : SettingsView(parent)
    , m_events(events)
    , m_base(builtInPresets().front().name)
    , m_stored{.chosen = {.base = m_base}}
    , m_file(file)
    , m_worker(new SettingsWorker(file))
{
    m_thread.setObjectName(QStringLiteral("settings"));
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    connect(m_worker, &SettingsWorker::fileRead, this, &SettingsStore::mergeFromFile);
    connect(m_worker, &SettingsWorker::saveFailed, this, [this](const QString &reason) {
        m_events.report(RecordingEvent{.file = m_file, .detail = reason});
        emit saveFailed(m_file, reason);
    });
    connect(m_worker, &SettingsWorker::unusable, this,
            [this](const SettingsFileEvent &event) { m_events.report(event); });
    m_thread.start();
}

SettingsStore::~SettingsStore()
{
    // Queued after the pending writes.
    QMetaObject::invokeMethod(m_worker, [this] { m_thread.quit(); });
    m_thread.wait();
}

std::optional<SettingsFileEvent> SettingsStore::load()
{
    const SettingsFile::ReadOrQuarantined file = SettingsFile(m_file).readOrQuarantine();
    QMetaObject::invokeMethod(m_worker,
                              [worker = m_worker, known = file.reading.problem] { worker->watch(known); });
    using State = SettingsFile::State;
    if (file.reading.state == State::Missing)
        return std::nullopt;
    if (file.reading.state != State::Good)
        return SettingsFileEvent{.file = m_file, .keptAs = file.keptAs, .detail = file.reading.problem};
    const StoredRead read = storedFrom(file.reading.document);
    m_stored = read.stored;
    m_settings = m_stored.chosen.settings;
    m_base = m_stored.chosen.base;
    m_problems = read.problems;
    if (m_problems.isEmpty())
        return std::nullopt;
    return SettingsFileEvent{
        .file = m_file, .detail = joined(m_problems), .outcome = SettingsFileEvent::Outcome::PartlyUsed};
}

void SettingsStore::overrideWith(const Settings &settings, const QString &base)
{
    m_settings = settings;
    if (findPreset(base))
        m_base = base;
    m_override = {.overriding = {.settings = m_settings, .base = m_base}, .overridden = m_stored.chosen};
}

QList<Preset> SettingsStore::presets() const
{
    return QList<Preset>(builtInPresets().begin(), builtInPresets().end()) + m_stored.presets;
}

bool SettingsStore::applyThresholds(const pressure::Thresholds &thresholds)
{
    if (pressure::findProblem(thresholds))
        return false;
    if (thresholds == m_settings.thresholds)
        return true;
    Settings settings = m_settings;
    settings.thresholds = thresholds;
    return applySettings(settings, m_base);
}

bool SettingsStore::applySettings(const Settings &settings, const QString &base)
{
    if (!findProblem(settings).isEmpty() || !findPreset(base))
        return false;
    const ChosenSettings was{.settings = m_settings, .base = m_base};
    const StoredSettings storedBefore = m_stored;
    m_settings = settings;
    m_base = base;
    updateStored(was);
    emitChanges(was.settings, base != was.base);
    save(storedBefore);
    return true;
}

void SettingsStore::emitChanges(const Settings &before, bool isOtherBase)
{
    const Settings now = m_settings;
    const QString preset = now == findPreset(m_base)->settings ? m_base : QString();
    if (before != now || isOtherBase)
        emit changed(now);
    if (before.thresholds != now.thresholds)
        m_events.report(ThresholdsEvent{.before = before.thresholds, .after = now.thresholds});
    const QList<NumberChange> numbers = changesOf(before.control, now.control);
    if (capacityOf(before) != capacityOf(now) || !numbers.isEmpty() || isOtherBase)
        m_events.report(SettingsAppliedEvent{
            .preset = preset, .before = capacityOf(before), .after = capacityOf(now), .numbers = numbers});
}

bool SettingsStore::savePreset(const QString &name, const Settings &settings)
{
    if (!isPresetName(name) || !findProblem(settings).isEmpty())
        return false;
    const StoredSettings before = m_stored;
    const Preset preset{.name = name, .settings = settings};
    QList<Preset> &own = m_stored.presets;
    const auto same =
        std::find_if(own.begin(), own.end(), [&name](const Preset &each) { return each.name == name; });
    if (same != own.end())
        *same = preset;
    else if (own.size() < maxOwnPresets)
        own += preset;
    else
        return false;
    // If the saved settings are those in effect, this preset becomes their base.
    if (settings == m_settings)
        m_base = name;
    if (settings == m_settings && settings == m_stored.chosen.settings)
        m_stored.chosen.base = name;
    emit presetsChanged();
    save(before);
    return true;
}

bool SettingsStore::removePreset(const QString &name)
{
    const StoredSettings before = m_stored;
    if (m_stored.presets.removeIf([&name](const Preset &each) { return each.name == name; }) == 0)
        return false;
    if (m_base == name)
        m_base = builtInPresets().front().name;
    if (m_stored.chosen.base == name)
        m_stored.chosen.base = builtInPresets().front().name;
    if (m_override && m_override->overridden.base == name)
        m_override->overridden.base = builtInPresets().front().name;
    emit presetsChanged();
    save(before);
    return true;
}

void SettingsStore::updateStored(const ChosenSettings &before)
{
    const ChosenSettings now{.settings = m_settings, .base = m_base};
    const bool isOverride =
        m_override && m_settings == m_override->overriding.settings && m_base == m_override->overriding.base;
    // Choosing a preset chooses all its values, including those equal to the override.
    const bool isPreset = m_base != before.base && m_settings == findPreset(m_base)->settings;
    m_stored.chosen = m_override && (isOverride || !isPreset)
                          ? m_override->valuesToStore(m_stored.chosen, before, now)
                          : now;
}

void SettingsStore::save(const StoredSettings &before)
{
    const SettingsChange change = changeBetween(before, m_stored);
    if (change.isEmpty())
        return;
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, change, all = m_stored, number = ++m_changes] {
        worker->write(change, all, number);
    });
}

void SettingsStore::mergeFromFile(const StoredRead &now, quint64 number)
{
    // It does not contain the latest changes made here; the worker's answer to those will.
    if (number != m_changes)
        return;
    const auto report = [this](SettingsFileEvent::Outcome outcome, const QString &detail) {
        m_events.report(SettingsFileEvent{.file = m_file, .detail = detail, .outcome = outcome});
    };
    if (const QStringList old = std::exchange(m_problems, now.problems);
        m_problems != old && !m_problems.isEmpty())
        report(SettingsFileEvent::Outcome::PartlyUsed, joined(m_problems));
    if (now.stored == m_stored)
        return;
    const StoredSettings was = std::exchange(m_stored, now.stored);
    const Settings before = m_settings;
    const QString baseBefore = m_base;
    const auto follow = [&was, &now](Settings &settings, QString &base) {
        settings = followed(settings, was.chosen.settings, now.stored.chosen.settings);
        if (base == was.chosen.base)
            base = now.stored.chosen.base;
    };
    follow(m_settings, m_base);
    if (!findPreset(m_base))
        m_base = m_stored.chosen.base;
    // The override stays in effect; update the values beneath it.
    if (m_override) {
        follow(m_override->overriding.settings, m_override->overriding.base);
        follow(m_override->overridden.settings, m_override->overridden.base);
    }
    if (was.presets != m_stored.presets)
        emit presetsChanged();
    report(SettingsFileEvent::Outcome::ChangedElsewhere, {});
    emitChanges(before, m_base != baseBefore);
    emit changedElsewhere();
}

} // namespace manometer::service
