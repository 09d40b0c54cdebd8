// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/text/PresetText.h"

#include "gui/text/Numbers.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace manometer::gui::text {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(PresetText)
};

} // namespace

QString presetName(const QString &name)
{
    if (name == "default"_L1)
        return Tr::tr("Default");
    if (name == "large-host"_L1)
        return Tr::tr("Large host");
    if (name == "small-host"_L1)
        return Tr::tr("Small host");
    if (name == "adaptation-off"_L1)
        return Tr::tr("Adaptation off");
    return name == "server"_L1 ? Tr::tr("Server") : name;
}

QString basis(pressure::BasisChoice choice)
{
    switch (choice) {
    case pressure::BasisChoice::Host:
        return Tr::tr("the level follows the machine's memory");
    case pressure::BasisChoice::Cgroup:
        return Tr::tr("the level follows the control group's memory");
    case pressure::BasisChoice::Auto:
        break;
    }
    return Tr::tr("the level follows the fuller of machine and control group");
}

QString capacity(const views::Settings &settings)
{
    return (settings.adapting ? Tr::tr("%1 entries, %2 of memory, %3 of disk, adapting")
                              : Tr::tr("%1 entries, %2 of memory, %3 of disk, measure only"))
        .arg(count(settings.memory.entries), exactSize(settings.memory.bytes),
             exactSize(settings.diskCapBytes));
}

} // namespace manometer::gui::text
