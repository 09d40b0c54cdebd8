// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the operator decides, as everything above service sees it. Lives in the thread that made it; signals
// arrive there. What is applied takes effect at once, but for a higher limit, which the present one grows to
// as after a cut, and the disk store's size and the expiry, which count from the next start; writing the file
// is asynchronous and told by saveFailed. Nothing here blocks.
#pragma once

#include "cache/Limits.h"
#include "pressure/control/Control.h"

#include <QFuture>
#include <QList>
#include <QObject>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

namespace manometer::views {

struct Settings
{
    pressure::Thresholds thresholds;
    // The control loop's other numbers. Its thresholds, configured limit, snooze and adaptation are not
    // asked.
    pressure::ControlConfig control;
    cache::Limits memory{.entries = 500, .bytes = 64u << 20};
    quint64 diskCapBytes = 200u << 20;
    std::optional<std::chrono::seconds> timeToLive = std::chrono::hours(24);
    bool adapting = true; // false: measure only, the limit stays as configured

    friend bool operator==(const Settings &, const Settings &) = default;
};

// What makes sense for each; what is outside is refused.
struct SettingsRange
{
    static constexpr quint64 mostEntries = 1'000'000'000; // more than any machine holds
    static constexpr quint64 leastBytes = 1u << 20;
    static constexpr quint64 mostMemoryBytes = quint64(64) << 40;
    static constexpr quint64 mostDiskBytes = quint64(16) << 40; // what SQLite's file format allows
    static constexpr std::chrono::seconds leastExpiry = std::chrono::minutes(1);
    static constexpr std::chrono::seconds mostExpiry = std::chrono::hours(24 * 3650);
};

struct Preset
{
    QString name; // of a built-in one for programs: "large-host"
    Settings settings{};
    bool builtIn = false;

    friend bool operator==(const Preset &, const Preset &) = default;
};

struct PresetRead
{
    std::optional<Preset> preset{};
    QString error{};       // what is wrong with the file, not translated
    QStringList ignored{}; // fields that were not understood and have their defaults, not translated
};

class SettingsView : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    virtual Settings settings() const = 0;
    // The caller has asked pressure::findProblem first: what breaks its rules is refused, and nothing
    // changes.
    virtual bool applyThresholds(const pressure::Thresholds &thresholds) = 0;
    // All of them; `base` is the preset they come from, which they may differ from. False, and nothing
    // changes, where one is outside of its range or there is no such preset.
    virtual bool applySettings(const Settings &settings, const QString &base) = 0;

    // The program's own, then the operator's in the order they were made.
    virtual QList<Preset> presets() const = 0;
    virtual QString basePreset() const = 0; // the one that was chosen last
    // A name that is taken is overwritten. False for a name that cannot be one, or where there are too many.
    virtual bool savePreset(const QString &name, const Settings &settings) = 0;
    virtual bool removePreset(const QString &name) = 0;
    // To and from a file of its own; reading adds nothing yet. The answer of writing is empty or says, in the
    // system's words, why nothing was written.
    virtual QFuture<PresetRead> readPreset(const QString &file) = 0;
    virtual QFuture<QString> writePreset(const QString &file, const QString &name,
                                         const Settings &settings) = 0;

    std::optional<Preset> findPreset(const QString &name) const
    {
        for (const Preset &each : presets())
            if (each.name == name)
                return each;
        return std::nullopt;
    }

signals:
    void changed(const manometer::views::Settings &settings);
    void presetsChanged();
    // What another program, or an editor, wrote into the settings file counts here now, too; changed() and
    // presetsChanged() have been emitted.
    void changedElsewhere();
    void saveFailed(const QString &file, const QString &reason);
};

} // namespace manometer::views

Q_DECLARE_METATYPE(manometer::views::Settings)
