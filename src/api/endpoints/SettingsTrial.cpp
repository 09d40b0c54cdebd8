// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/endpoints/SettingsTrial.h"

#include <QDateTime>

#include <utility>

namespace manometer::api {

SettingsTrial::SettingsTrial(views::SettingsView *settings)
    : m_settings(settings)
{
    m_timer.setSingleShot(true);
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] {
        if (const auto before = std::exchange(m_before, std::nullopt))
            m_settings->applySettings(before->settings, before->base);
    });
    QObject::connect(settings, &views::SettingsView::changed, &m_timer, [this] {
        if (!m_isApplying)
            confirm();
    });
}

bool SettingsTrial::apply(const views::Settings &settings, const QString &base,
                          std::optional<std::chrono::milliseconds> revertAfter)
{
    const Before before{.settings = m_settings->settings(), .base = m_settings->basePreset()};
    m_isApplying = revertAfter.has_value();
    const bool isApplied = m_settings->applySettings(settings, base);
    m_isApplying = false;
    if (isApplied && revertAfter) {
        m_before = m_before.value_or(before);
        m_revertsAtWallMs = QDateTime::currentMSecsSinceEpoch() + revertAfter->count();
        m_timer.start(*revertAfter);
    }
    return isApplied;
}

bool SettingsTrial::confirm()
{
    m_timer.stop();
    return std::exchange(m_before, std::nullopt).has_value();
}

std::optional<qint64> SettingsTrial::revertsAtWallMs() const
{
    return m_before ? std::optional(m_revertsAtWallMs) : std::nullopt;
}

} // namespace manometer::api
