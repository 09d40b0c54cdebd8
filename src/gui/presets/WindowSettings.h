// SPDX-License-Identifier: GPL-3.0-or-later
//
// The settings as one window uses them: passes everything on to the backend's view, and finds out which
// changes this window did not make itself (a client of the API, another window, an editor of the file).
// changedElsewhere() is emitted for all of those. GUI thread; nothing blocks.
#pragma once

#include "views/SettingsView.h"

#include <deque>

namespace manometer::gui {

class WindowSettings final : public views::SettingsView
{
    Q_OBJECT
public:
    // `behind` outlives this object.
    explicit WindowSettings(views::SettingsView *behind, QObject *parent = nullptr);

    views::Settings settings() const override { return m_behind->settings(); }
    QString basePreset() const override { return m_behind->basePreset(); }
    QList<views::Preset> presets() const override { return m_behind->presets(); }
    bool applyThresholds(const pressure::Thresholds &thresholds) override;
    bool applySettings(const views::Settings &settings, const QString &base) override;
    bool savePreset(const QString &name, const views::Settings &settings) override
    {
        return m_behind->savePreset(name, settings);
    }
    bool removePreset(const QString &name) override { return m_behind->removePreset(name); }

signals:
    // Settings that this window did not apply are in effect. Emitted between changed() and
    // changedElsewhere().
    void overtaken(const manometer::views::Settings &before, const manometer::views::Settings &now);

private:
    // A change of this window that is not announced yet: the backend may be in another process.
    struct Asked
    {
        enum class What : quint8 { Thresholds, All };
        views::Settings settings;
        What what = What::All;
        quint64 number = 0;
        bool isFulfilledBy(const views::Settings &now) const;
    };
    template<typename Apply>
    bool ask(const views::Settings &settings, Asked::What what, const Apply &apply);
    bool isOwn(const views::Settings &now);
    void takeChange(const views::Settings &now);

    views::SettingsView *m_behind;
    views::Settings m_last; // as announced
    bool m_isPublished;     // false until a remote backend has published its settings
    bool m_isAnnounced = false;
    quint64 m_askedCount = 0;
    std::deque<Asked> m_asked;
};

} // namespace manometer::gui
