// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/look/Icons.h"

using namespace Qt::StringLiterals;

// Resources of a static library must be initialised explicitly, by a function outside of any namespace.
static void registerIcons()
{
    Q_INIT_RESOURCE(icons);
}

namespace manometer::gui {

QIcon actionIcon(const QString &name)
{
    [[maybe_unused]] static const bool registered = (registerIcons(), true);
    return QIcon(u":/icons/"_s + name + u".svg"_s);
}

QIcon levelIcon(pressure::Level level)
{
    switch (level) {
    case pressure::Level::Normal:
        return actionIcon(u"level-normal"_s);
    case pressure::Level::Elevated:
        return actionIcon(u"level-elevated"_s);
    case pressure::Level::High:
        return actionIcon(u"level-high"_s);
    case pressure::Level::Critical:
        break;
    }
    return actionIcon(u"level-critical"_s);
}

QIcon programIcon()
{
    return actionIcon(u"manometer"_s);
}

} // namespace manometer::gui
