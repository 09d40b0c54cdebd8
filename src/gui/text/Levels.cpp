// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/text/Levels.h"

#include "gui/text/Numbers.h"

#include <QCoreApplication>

namespace manometer::gui::text {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Levels)
};

} // namespace

QString levelWord(pressure::Level level)
{
    switch (level) {
    case pressure::Level::Normal:
        return Tr::tr("NORMAL");
    case pressure::Level::Elevated:
        return Tr::tr("ELEVATED");
    case pressure::Level::High:
        return Tr::tr("HIGH");
    case pressure::Level::Critical:
        break;
    }
    return Tr::tr("CRITICAL");
}

QString levelBegins(pressure::Level level, double enterPercent)
{
    return level == pressure::Level::Critical ? Tr::tr("> %1").arg(threshold(enterPercent))
                                              : Tr::tr("≥ %1").arg(threshold(enterPercent));
}

} // namespace manometer::gui::text
