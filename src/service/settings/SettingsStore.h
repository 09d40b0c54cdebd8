// SPDX-License-Identifier: GPL-3.0-or-later
//
// The settings in force and the file that keeps the operator's own: JSON, versioned, validated on load. A
// file that cannot be used is kept aside, never overwritten. Made and used in one thread; load() blocks on
// the disk and is for the start, saving happens on a thread of its own.
#pragma once

#include "service/Event.h"
#include "service/SettingsView.h"
#include "service/settings/CommandLineWord.h"

#include <QThreadPool>

#include <optional>

namespace manometer::service {

class SettingsStore final : public SettingsView
{
    Q_OBJECT
public:
    static constexpr int formatVersion = 1;

    explicit SettingsStore(const QString &file, QObject *parent = nullptr);
    ~SettingsStore() override;

    // Takes what the file says, if there is one, in place of the defaults. What was wrong with it, empty if
    // nothing.
    std::optional<SettingsFileEvent> load();
    // The command line's word: it counts until the operator applies something else in its place, and is not
    // written, whatever is applied beside it.
    void overrideWith(const Settings &settings, const QString &base);

    Settings settings() const override { return m_settings; }
    QString basePreset() const override { return m_base; }
    QList<Preset> presets() const override;
    bool applyThresholds(const pressure::Thresholds &thresholds) override;
    bool applySettings(const Settings &settings, const QString &base) override;
    bool savePreset(const QString &name, const Settings &settings) override;
    bool removePreset(const QString &name) override;
    QFuture<PresetRead> readPreset(const QString &file) override;
    QFuture<QString> writePreset(const QString &file, const QString &name, const Settings &settings) override;
    QString language() const override { return m_language; }
    void setLanguage(const QString &code) override;

signals:
    void happened(const manometer::service::Event &event);

private:
    void remember(const ChosenSettings &before);
    void save();

    Settings m_settings; // in force
    QString m_base;
    ChosenSettings m_stored; // what the file says
    std::optional<CommandLineWord> m_commandLine;
    QList<Preset> m_ownPresets;
    QString m_language;
    QString m_file;
    QThreadPool m_pool; // one thread: saves in order
};

} // namespace manometer::service
