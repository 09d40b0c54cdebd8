// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/text/Levels.h"

#include "gui/text/Numbers.h"
#include "views/ShownPercent.h"

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

QString measured(pressure::Basis basis, double percent)
{
    const QString value = text::percent(percent);
    return basis == pressure::Basis::Host ? Tr::tr("%1 of memory in use").arg(value)
                                          : Tr::tr("%1 of the control group's memory in use").arg(value);
}

QString percentBeside(double percent, const pressure::Thresholds &thresholds)
{
    return text::percent(views::shownPercent(percent, thresholds));
}

QString voteReason(pressure::Vote vote)
{
    switch (vote) {
    case pressure::Vote::None:
        break;
    case pressure::Vote::HostStall:
        return Tr::tr("tasks wait for memory");
    case pressure::Vote::CgroupStall:
        return Tr::tr("tasks of the control group wait for memory");
    case pressure::Vote::Notice:
        return Tr::tr("the service manager reports memory pressure");
    case pressure::Vote::OutOfMemory:
        return Tr::tr("the kernel ran out of memory");
    }
    return {};
}

} // namespace manometer::gui::text
