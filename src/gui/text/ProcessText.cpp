// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/text/ProcessText.h"

#include "gui/text/Levels.h"
#include "gui/text/Numbers.h"
#include "gui/text/Paths.h"

#include <QCoreApplication>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace manometer::gui::text {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Events)
};

QString used(const views::ProcessMemory &process, bool isOwn)
{
    const QString given =
        process.name.isEmpty() ? Tr::tr("a program", "whose name is left out") : pathInText(process.name);
    const QString name = isOwn ? Tr::tr("this program") : given;
    const QString memory = size(heldBytes(process));
    // Less swap than that does not explain anything.
    const bool isSwapped = process.swapBytes > heldBytes(process) / 10;
    return isSwapped ? Tr::tr("%1 %2 (%3 of it in swap)", "a program and its memory")
                           .arg(name, memory, size(process.swapBytes))
                     : Tr::tr("%1 %2", "a program and its memory").arg(name, memory);
}

} // namespace

QString mostMemory(const views::ProcessesEvent &event)
{
    QStringList named;
    for (const views::ProcessMemory &process : event.processes) {
        const bool isOwn = process.pid == event.ownPid;
        if (named.size() < qsizetype(views::ProcessesEvent::mostNamed) || isOwn)
            named += used(process, isOwn);
    }
    return Tr::tr("Most memory at that moment: %1").arg(named.join(Tr::tr(", ", "between programs")));
}

QString momentCause(const views::ProcessesEvent &event)
{
    const QString level = levelWord(event.level);
    if (event.levelBefore != event.level)
        return Tr::tr("%1 → %2", "a level and the next one").arg(levelWord(event.levelBefore), level);
    if (event.action == 0)
        return level;
    return Tr::tr("%1, limit cut to %Ln entries", "a level", static_cast<int>(event.limitEntries)).arg(level);
}

} // namespace manometer::gui::text
