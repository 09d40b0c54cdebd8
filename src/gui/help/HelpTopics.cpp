// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/help/HelpTopics.h"

#include <QCoreApplication>

namespace manometer::gui {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Help)
};

} // namespace

HelpPage helpPage(HelpTopic topic)
{
    switch (topic) {
    case HelpTopic::Chart:
        return {
            Tr::tr("Chart"),
            {Tr::tr("The blue line is the share of memory in use, the purple one what this program itself "
                    "holds. Below them: the level that applied, what the cache held, and all that is "
                    "recorded."),
             Tr::tr("Drag across a stretch of time to zoom into it, turn the wheel to zoom, double-click to "
                    "go back. Space pauses the picture, never the recording; L shows the present again."),
             Tr::tr("The arrow keys move a crosshair that reads every line at its time. N and P go from "
                    "event to event, M puts a note at the crosshair."),
             Tr::tr("A gap means that nothing was measured: the machine slept, the program was not running, "
                    "or the signal was lost.")}};
    case HelpTopic::Thresholds:
        return {
            Tr::tr("Thresholds"),
            {Tr::tr("A level begins when two samples in a row reach its value; for CRITICAL one is enough. "
                    "It is left one step at a time, once memory use has stayed under the second value for "
                    "the time given."),
             Tr::tr("Drag a handle of the chart, or type a value. Nothing counts before it is applied "
                    "(Ctrl+Enter), and what was applied can be taken back for a minute."),
             Tr::tr("A value that makes no sense beside the others is not taken, and the page says why.")}};
    case HelpTopic::Events:
        return {
            Tr::tr("Events"),
            {Tr::tr("Every change of the level, of the cache's limit and of the settings, with the figures "
                    "that it was decided on."),
             Tr::tr("After each cut a receipt says what was evicted, and how much of it the system had back "
                    "two seconds later."),
             Tr::tr("Filter by text, kind and level, or show only what lies in the chart's view. An event "
                    "and its mark on the chart select each other; Enter goes to its moment.")}};
    case HelpTopic::Entries:
        return {
            Tr::tr("Cache entries"),
            {Tr::tr("An entry is the metadata of one file, in memory, on disk or in both. Filter by a part "
                    "of the path and by terms such as size>64k, hits<2, age>2h, tier:disk or pinned:yes."),
             Tr::tr("Pinned entries stay when others are evicted, as long as they are no more than half of "
                    "the limit. Deleting drops the cached metadata, never the file, and can be taken back "
                    "for 30 seconds."),
             Tr::tr("While 'Read-only' in the menu 'Cache' is ticked, nothing can be changed by accident.")}};
    case HelpTopic::Holders:
        return {
            Tr::tr("Memory holders"),
            {Tr::tr("Who holds this machine's memory, largest first. 'Resident' counts shared pages in full, "
                    "'Own share' divides them among those who share them."),
             Tr::tr("The line above the table says what the cache holds of it: whether evicting it could "
                    "help at all.")}};
    case HelpTopic::Sources:
        return {
            Tr::tr("Sources"),
            {Tr::tr("Which signals of memory pressure work on this machine, how soon each tells, and why "
                    "others do not work."),
             Tr::tr("Where the kernel does not count waiting tasks (PSI), the share of memory in use decides "
                    "alone.")}};
    case HelpTopic::Scan:
        return {
            Tr::tr("Scan"),
            {Tr::tr("'Add folder' reads the metadata of all files below a folder into the cache. A file that "
                    "is there already and has not changed is not read again."),
             Tr::tr("Files are read by a process of its own and for a limited time: one that makes the "
                    "reader hang or crash costs that file alone, and is listed with the reason.")}};
    case HelpTopic::Settings:
        return {
            Tr::tr("Settings"),
            {Tr::tr("A preset is a whole set of thresholds, limits and numbers of the control loop. A star "
                    "beside its name says that what counts differs from it."),
             Tr::tr("The basis is whose memory is judged: the machine's, what the control group may use, or "
                    "the fuller of both."),
             Tr::tr("The dialog 'Settings' (Ctrl+,) has what the cache may use, when entries expire, and the "
                    "numbers of the control loop; each field says its default.")}};
    case HelpTopic::Overview:
        break;
    }
    return {
        Tr::tr("Overview"),
        {Tr::tr("Manometer watches how much memory this machine has left, and keeps a cache of file metadata "
                "that gives way when memory runs short and comes back when it does not."),
         Tr::tr("The top of the window says which level applies, why, and how far the next one is; then what "
                "the cache's limit is and what changes it next."),
         Tr::tr("There are four levels: NORMAL, ELEVATED, HIGH and CRITICAL. The cache may keep all of its "
                "limit, 75 %, 50 %, and at most 50 entries. What was cut comes back in steps once the level "
                "has fallen.")}};
}

} // namespace manometer::gui
