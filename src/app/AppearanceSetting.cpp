// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/AppearanceSetting.h"

#include <array>

namespace manometer::app {

using views::Appearance;

namespace {

struct NamedAppearance
{
    Appearance appearance{};
    QLatin1StringView word{};
};

constexpr std::array namedAppearances{
    NamedAppearance{Appearance::System, QLatin1StringView("system")},
    NamedAppearance{Appearance::Light, QLatin1StringView("light")},
    NamedAppearance{Appearance::Dark, QLatin1StringView("dark")},
    NamedAppearance{Appearance::HighContrast, QLatin1StringView("contrast")}};

} // namespace

std::optional<Appearance> appearanceNamed(QStringView word)
{
    for (const NamedAppearance &each : namedAppearances)
        if (word == each.word)
            return each.appearance;
    return std::nullopt;
}

QString wordOf(Appearance appearance)
{
    for (const NamedAppearance &each : namedAppearances)
        if (each.appearance == appearance)
            return each.word;
    return {};
}

AppearanceSetting::AppearanceSetting(const QString &file, std::optional<Appearance> override)
    : m_file(file)
{
    const Appearance saved = appearanceNamed(m_file.text().value_or(QString())).value_or(Appearance::System);
    m_appearance = override.value_or(saved);
    connect(&m_file, &ChoiceFile::failed, this, &views::AppearanceView::saveFailed);
}

void AppearanceSetting::setAppearance(Appearance appearance)
{
    // Also if it is in effect already: then it may be the command line's.
    m_file.write(wordOf(appearance));
    if (appearance == m_appearance)
        return;
    m_appearance = appearance;
    emit changed(appearance);
}

} // namespace manometer::app
