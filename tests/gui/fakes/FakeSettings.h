// SPDX-License-Identifier: GPL-3.0-or-later
//
// Settings in memory, with two built-in presets.
#pragma once

#include "views/BuiltInPresets.h"
#include "views/SettingsRules.h"
#include "views/SettingsView.h"

#include <QList>

namespace manometer::gui {

class FakeSettings final : public views::SettingsView
{
public:
    views::Settings now;
    QList<pressure::Thresholds> applied;
    bool refuse = false;
    bool lose = false; // changes are accepted and never made; a test emits changeFailed()
    QList<views::Preset> presets_{{.name = QStringLiteral("default"), .builtIn = true},
                                  {.name = QStringLiteral("server"), .settings = large(), .builtIn = true}};
    QString base = QStringLiteral("default");

    static views::Settings large()
    {
        views::Settings settings;
        settings.memory = {.entries = 1'000'000, .bytes = 1u << 30};
        return settings;
    }
    views::Settings settings() const override { return now; }
    QList<views::Preset> presets() const override { return presets_; }
    QString basePreset() const override { return base; }
    bool applySettings(const views::Settings &settings, const QString &preset) override
    {
        if (refuse || !views::findProblem(settings).isEmpty() || !findPreset(preset))
            return false;
        if (lose)
            return true;
        now = settings;
        base = preset;
        emit changed(now);
        return true;
    }
    bool savePreset(const QString &name, const views::Settings &settings) override
    {
        if (refuse || !views::isPresetName(name) || !views::findProblem(settings).isEmpty())
            return false;
        presets_.removeIf([&](const views::Preset &each) { return each.name == name; });
        presets_ += views::Preset{.name = name, .settings = settings};
        if (settings == now)
            base = name;
        emit presetsChanged();
        return true;
    }
    bool removePreset(const QString &name) override
    {
        const bool there = presets_.removeIf([&](const views::Preset &each) {
            return each.name == name && !each.builtIn;
        }) > 0;
        emit presetsChanged();
        return there;
    }
    bool applyThresholds(const pressure::Thresholds &thresholds) override
    {
        if (refuse || pressure::findProblem(thresholds))
            return false;
        if (lose)
            return true;
        applied += thresholds;
        set(thresholds);
        return true;
    }
    // As if another program applied them.
    void set(const pressure::Thresholds &thresholds)
    {
        now.thresholds = thresholds;
        emit changed(now);
    }
};

} // namespace manometer::gui
