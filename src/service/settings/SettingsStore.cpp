// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/settings/SettingsStore.h"

#include "service/Clock.h"
#include "service/ControlNumbers.h"
#include "service/OutputFile.h"
#include "service/OwnFile.h"
#include "service/SettingsJson.h"
#include "service/settings/Presets.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtConcurrent>

#include <algorithm>
#include <cstdio>

namespace manometer::service {

namespace {

// More own presets than a menu can show are a mistake.
constexpr qsizetype mostOwnPresets = 50;

struct Stored
{
    Settings settings;
    QString base;
    QList<Preset> presets{};
    QString language{};
};

QString words(OwnFileError::Kind kind)
{
    switch (kind) {
    case OwnFileError::Kind::TooLarge:
        return QStringLiteral("too large for settings");
    case OwnFileError::Kind::Missing:
        return QStringLiteral("there is no such file");
    default:
        return QStringLiteral("not a regular file");
    }
}

Expected<Stored, QString> parse(const QByteArray &text)
{
    QJsonParseError error{};
    const auto document = QJsonDocument::fromJson(text, &error);
    if (error.error != QJsonParseError::NoError)
        return Unexpected<QString>(QStringLiteral("not JSON: %1").arg(error.errorString()));
    if (!document.isObject())
        return Unexpected<QString>(QStringLiteral("JSON, but not an object"));
    const int version = document[QLatin1StringView("version")].toInt();
    if (version != SettingsStore::formatVersion)
        return Unexpected<QString>(
            QStringLiteral("version %1, expected %2").arg(version).arg(SettingsStore::formatVersion));
    const auto settings = settingsFromJson(document.object());
    if (!settings)
        return Unexpected<QString>(settings.error());
    Stored stored{.settings = *settings, .base = document[QLatin1StringView("preset")].toString()};
    if (const QJsonValue language = document[QLatin1StringView("language")]; language.isString())
        stored.language = language.toString();
    else if (!language.isUndefined())
        return Unexpected<QString>(QStringLiteral("language: not a text"));
    if (const QJsonValue own = document[QLatin1StringView("presets")]; !own.isUndefined() && !own.isArray())
        return Unexpected<QString>(QStringLiteral("presets: not a list"));
    const QJsonArray presets = document[QLatin1StringView("presets")].toArray();
    if (presets.size() > mostOwnPresets)
        return Unexpected<QString>(QStringLiteral("presets: more than %1").arg(mostOwnPresets));
    for (const auto &each : presets) {
        const auto preset = presetFromJson(each.toObject());
        if (!preset)
            return Unexpected<QString>(QStringLiteral("presets: %1").arg(preset.error()));
        stored.presets += *preset;
    }
    return stored;
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

QList<NumberChange> changesOf(const pressure::ControlConfig &before, const pressure::ControlConfig &after)
{
    QList<NumberChange> changes;
    for (const ControlNumber &number : controlNumbers())
        if (number.get(before) != number.get(after))
            changes.append({.name = number.key, .before = number.get(before), .after = number.get(after)});
    return changes;
}

} // namespace

SettingsStore::SettingsStore(const QString &file, QObject *parent)
    : SettingsView(parent)
    , m_base(builtInPresets().front().name)
    , m_stored{.base = m_base}
    , m_file(file)
{
    m_pool.setMaxThreadCount(1);
}

SettingsStore::~SettingsStore()
{
    m_pool.waitForDone();
}

std::optional<SettingsFileEvent> SettingsStore::load()
{
    const auto text = readOwnFile(m_file);
    if (!text && text.error().kind == OwnFileError::Kind::Missing)
        return std::nullopt;
    // Where it may not even be read, it is not ours to move.
    if (!text && text.error().kind == OwnFileError::Kind::Unreadable)
        return SettingsFileEvent{.file = m_file, .detail = qt_error_string(text.error().systemError)};
    const auto result = text ? parse(*text) : Unexpected<QString>(words(text.error().kind));
    if (result) {
        m_settings = m_stored.settings = result->settings;
        m_ownPresets = result->presets;
        m_language = result->language;
        if (findPreset(result->base))
            m_base = m_stored.base = result->base;
        return std::nullopt;
    }
    const QString aside =
        m_file + QStringLiteral(".unusable-") + QString::number(toMs(std::chrono::system_clock::now()));
    // Not QFile's, which would copy, and so read, what it cannot rename.
    const bool kept =
        std::rename(QFile::encodeName(m_file).constData(), QFile::encodeName(aside).constData()) == 0;
    return SettingsFileEvent{.file = m_file, .keptAs = kept ? aside : QString(), .detail = result.error()};
}

void SettingsStore::overrideWith(const Settings &settings, const QString &base)
{
    m_settings = settings;
    if (findPreset(base))
        m_base = base;
    m_commandLine = {.asked = {.settings = m_settings, .base = m_base}, .hidden = m_stored};
}

QList<Preset> SettingsStore::presets() const
{
    return QList<Preset>(builtInPresets().begin(), builtInPresets().end()) + m_ownPresets;
}

bool SettingsStore::applyThresholds(const pressure::Thresholds &thresholds)
{
    if (pressure::findProblem(thresholds))
        return false;
    if (thresholds == m_settings.thresholds)
        return true;
    const ThresholdsEvent event{.before = m_settings.thresholds, .after = thresholds};
    const ChosenSettings before{.settings = m_settings, .base = m_base};
    m_settings.thresholds = thresholds;
    remember(before);
    emit changed(m_settings);
    emit happened(eventNow(event));
    save();
    return true;
}

bool SettingsStore::applySettings(const Settings &settings, const QString &base)
{
    if (!findProblem(settings).isEmpty() || !findPreset(base))
        return false;
    const ChosenSettings was{.settings = m_settings, .base = m_base};
    const Settings &before = was.settings;
    const bool isOtherBase = base != m_base;
    m_settings = settings;
    m_base = base;
    remember(was);
    if (before != settings || isOtherBase)
        emit changed(m_settings);
    if (before.thresholds != settings.thresholds)
        emit happened(eventNow(ThresholdsEvent{.before = before.thresholds, .after = settings.thresholds}));
    const QList<NumberChange> numbers = changesOf(before.control, settings.control);
    if (capacityOf(before) != capacityOf(settings) || !numbers.isEmpty() || isOtherBase)
        emit happened(
            eventNow(SettingsAppliedEvent{.preset = settings == findPreset(base)->settings ? base : QString(),
                                          .before = capacityOf(before),
                                          .after = capacityOf(settings),
                                          .numbers = numbers}));
    save();
    return true;
}

bool SettingsStore::savePreset(const QString &name, const Settings &settings)
{
    if (!isPresetName(name) || !findProblem(settings).isEmpty())
        return false;
    const Preset preset{.name = name, .settings = settings};
    const auto same = std::find_if(m_ownPresets.begin(), m_ownPresets.end(),
                                   [&name](const Preset &each) { return each.name == name; });
    if (same != m_ownPresets.end())
        *same = preset;
    else if (m_ownPresets.size() < mostOwnPresets)
        m_ownPresets += preset;
    else
        return false;
    // What counts is this preset from now on, if it is what was saved.
    if (settings == m_settings)
        m_base = name;
    if (settings == m_settings && settings == m_stored.settings)
        m_stored.base = name;
    emit presetsChanged();
    save();
    return true;
}

bool SettingsStore::removePreset(const QString &name)
{
    if (m_ownPresets.removeIf([&name](const Preset &each) { return each.name == name; }) == 0)
        return false;
    if (m_base == name)
        m_base = builtInPresets().front().name;
    if (m_stored.base == name)
        m_stored.base = builtInPresets().front().name;
    if (m_commandLine && m_commandLine->hidden.base == name)
        m_commandLine->hidden.base = builtInPresets().front().name;
    emit presetsChanged();
    save();
    return true;
}

QFuture<PresetRead> SettingsStore::readPreset(const QString &file)
{
    return QtConcurrent::run(&m_pool, [file]() -> PresetRead {
        const auto text = readOwnFile(file);
        if (!text) {
            const bool unread = text.error().systemError != 0;
            return {.preset = {},
                    .error = unread ? qt_error_string(text.error().systemError) : words(text.error().kind)};
        }
        const auto preset = parsePreset(*text);
        return preset ? PresetRead{.preset = *preset, .error = {}}
                      : PresetRead{.preset = {}, .error = preset.error()};
    });
}

QFuture<QString> SettingsStore::writePreset(const QString &file, const QString &name,
                                            const Settings &settings)
{
    return QtConcurrent::run(&m_pool, [file, preset = Preset{.name = name, .settings = settings}] {
        return writeOutput(file, presetFile(preset));
    });
}

void SettingsStore::setLanguage(const QString &code)
{
    if (code == m_language)
        return;
    m_language = code;
    save();
}

void SettingsStore::remember(const ChosenSettings &before)
{
    const ChosenSettings now{.settings = m_settings, .base = m_base};
    const bool isCommandLines =
        m_commandLine && m_settings == m_commandLine->asked.settings && m_base == m_commandLine->asked.base;
    // Who chooses a preset chooses all of it, also where the command line said the same.
    const bool isPreset = m_base != before.base && m_settings == findPreset(m_base)->settings;
    m_stored = m_commandLine && (isCommandLines || !isPreset)
                   ? m_commandLine->remembered(m_stored, before, now)
                   : now;
}

void SettingsStore::save()
{
    QJsonArray presets;
    for (const Preset &each : m_ownPresets)
        presets += toJson(each);
    QJsonObject object = toJson(m_stored.settings);
    object[QStringLiteral("version")] = formatVersion;
    object[QStringLiteral("preset")] = m_stored.base;
    object[QStringLiteral("presets")] = presets;
    if (!m_language.isEmpty())
        object[QStringLiteral("language")] = m_language;
    QtConcurrent::run(&m_pool, [file = m_file, text = QJsonDocument(object).toJson()] {
        return writeOwnFile(file, text);
    }).then(this, [this](const QString &error) {
        if (!error.isEmpty())
            emit saveFailed(m_file, error);
    });
}

} // namespace manometer::service
