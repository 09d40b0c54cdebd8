// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/presets/WindowSettings.h"

#include <algorithm>
#include <utility>

namespace manometer::gui {

using views::Settings;
using views::SettingsView;

bool WindowSettings::Asked::isFulfilledBy(const Settings &now) const
{
    return what == What::Thresholds ? now.thresholds == settings.thresholds : now == settings;
}

WindowSettings::WindowSettings(SettingsView *behind, QObject *parent)
    : SettingsView(parent)
    , m_behind(behind)
    , m_last(behind->settings())
    , m_isPublished(!behind->presets().isEmpty())
{
    connect(behind, &SettingsView::changed, this, &WindowSettings::takeChange);
    connect(behind, &SettingsView::presetsChanged, this, [this] {
        m_isPublished = true; // a remote backend publishes the presets after the settings
        m_isAnnounced = false;
        emit presetsChanged();
    });
    connect(behind, &SettingsView::changedElsewhere, this, [this] {
        if (!std::exchange(m_isAnnounced, false))
            emit changedElsewhere();
    });
    connect(behind, &SettingsView::changeFailed, this, [this](const QString &reason) {
        if (!m_asked.empty())
            m_asked.pop_front(); // changes are made in order
        emit changeFailed(reason);
    });
    connect(behind, &SettingsView::saveFailed, this, &SettingsView::saveFailed);
}

template<typename Apply>
bool WindowSettings::ask(const Settings &settings, Asked::What what, const Apply &apply)
{
    const Asked asked{.settings = settings, .what = what, .number = ++m_askedCount};
    m_asked.push_back(asked);
    const bool isAccepted = apply();
    // A backend in this process has announced it already, unless it is in effect anyway.
    if (!isAccepted || asked.isFulfilledBy(m_behind->settings()))
        std::erase_if(m_asked, [&asked](const Asked &each) { return each.number == asked.number; });
    return isAccepted;
}

bool WindowSettings::applyThresholds(const pressure::Thresholds &thresholds)
{
    Settings settings = m_behind->settings();
    settings.thresholds = thresholds;
    return ask(settings, Asked::What::Thresholds, [&] { return m_behind->applyThresholds(thresholds); });
}

bool WindowSettings::applySettings(const Settings &settings, const QString &base)
{
    return ask(settings, Asked::What::All, [&] { return m_behind->applySettings(settings, base); });
}

bool WindowSettings::isOwn(const Settings &now)
{
    const auto found = std::find_if(m_asked.begin(), m_asked.end(),
                                    [&now](const Asked &each) { return each.isFulfilledBy(now); });
    if (found == m_asked.end())
        return false;
    m_asked.erase(m_asked.begin(), found + 1);
    return true;
}

void WindowSettings::takeChange(const Settings &now)
{
    const Settings settings = now; // the reference may be to what a receiver changes
    const Settings before = std::exchange(m_last, settings);
    const bool isElsewhere = !isOwn(settings) && before != settings && m_isPublished;
    m_isAnnounced = isElsewhere;
    emit changed(settings);
    if (!isElsewhere)
        return;
    emit overtaken(before, settings);
    emit changedElsewhere();
}

} // namespace manometer::gui
