// SPDX-License-Identifier: GPL-3.0-or-later
//
// The settings and presets as front-ends see them. Lives in the thread that creates it; signals arrive there.
// Nothing blocks. Applied settings take effect at once, with two exceptions: the cache's limit grows to a
// higher one in steps, and the disk store's size and the expiry take effect after a restart. The settings
// file is written asynchronously; saveFailed reports an error.
#pragma once

#include "cache/Limits.h"
#include "pressure/control/Control.h"

#include <QList>
#include <QObject>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

namespace manometer::views {

struct Settings
{
    pressure::Thresholds thresholds{};
    pressure::ControlTuning control{};
    cache::Limits memory{.entries = 500, .bytes = 64u << 20};
    quint64 diskCapBytes = 200u << 20;
    std::optional<std::chrono::seconds> timeToLive = std::chrono::hours(24);
    bool adapting = true; // false: measure only, the limit stays as configured

    friend bool operator==(const Settings &, const Settings &) = default;
};

// Valid ranges; values outside are refused.
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
    QString name; // a built-in one has a key such as "large-host"
    Settings settings{};
    bool builtIn = false;

    friend bool operator==(const Preset &, const Preset &) = default;
};

// A preset file that was read.
struct PresetRead
{
    std::optional<Preset> preset{};
    QString error{};       // what is wrong with the file, not translated
    QStringList ignored{}; // fields that were not understood and keep their defaults, not translated
};

class SettingsView : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    virtual Settings settings() const = 0;
    // The functions below judge by the rules (SettingsRules.h) and the values last published: false means
    // that the rules refuse the change, and nothing is sent. A change that does not come into effect although
    // true was returned is reported by changeFailed().

    // False if pressure::findProblem() finds a problem.
    virtual bool applyThresholds(const pressure::Thresholds &thresholds) = 0;
    // `base` is the preset they are based on; they may differ from it. False if a value is out of range or
    // the preset does not exist.
    virtual bool applySettings(const Settings &settings, const QString &base) = 0;

    // The built-in ones, then the operator's in order of creation.
    virtual QList<Preset> presets() const = 0;
    virtual QString basePreset() const = 0; // the one chosen last
    // Overwrites a preset of the operator's with the same name. False for an invalid name, invalid settings
    // or too many presets.
    virtual bool savePreset(const QString &name, const Settings &settings) = 0;
    virtual bool removePreset(const QString &name) = 0;

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
    // Another program, or an editor, changed the settings file and the change was applied; emitted after
    // changed() and presetsChanged().
    void changedElsewhere();
    // The backend did not take a change; the values published before remain in effect.
    void changeFailed(const QString &reason);
    // The change is in effect, but the settings file could not be written.
    void saveFailed(const QString &file, const QString &reason);
};

} // namespace manometer::views

Q_DECLARE_METATYPE(manometer::views::Settings)
