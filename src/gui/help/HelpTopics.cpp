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
            {Tr::tr("The blue line is the share of memory in use. The purple line is the memory of this "
                    "program. Below them are the applied level, the cache size and an overview of the "
                    "whole recording."),
             Tr::tr("Drag across a period to zoom into it, turn the wheel to zoom, double-click to go "
                    "back. Space pauses the display; recording continues. L returns to live data."),
             Tr::tr("The arrow keys move a crosshair that shows the value of every line at that time. N "
                    "and P move to the next and previous event. M adds a note at the crosshair."),
             Tr::tr("'Composition of memory' in the 'View' menu (C) shows below the line what the memory is "
                    "used for: what is in use, and the buffers and the cache of the kernel, most of which "
                    "it can give back. Two lanes show how much of the swap is used, and for how much of "
                    "the time programs waited for memory (PSI)."),
             Tr::tr("A gap means that nothing was measured: the machine was suspended, the program was "
                    "not running, or the signal was lost.")}};
    case HelpTopic::Thresholds:
        return {
            Tr::tr("Thresholds"),
            {Tr::tr("A level begins when two samples in a row reach its value; for CRITICAL, one sample "
                    "is enough. It ends when memory use has stayed below the second value for the hold "
                    "time. Levels fall one at a time."),
             Tr::tr("Drag a handle in the chart or type a value. A draft is not in effect until you "
                    "apply it (Ctrl+Enter). You can undo this for one minute. Its note in the chart counts "
                    "how often memory use in view crossed the value; 'What if' counts how often the level "
                    "is entered, with its hold time."),
             Tr::tr("A value that conflicts with the others is rejected, and the page says why."),
             Tr::tr("'Eviction target' is for information: to what memory use would have to fall at a level. "
                    "It is a percentage of memory, not of the cache, and the cache's limit does not "
                    "depend on it. The status ('Copy status as JSON', manometerctl, /metrics) has how "
                    "much memory would have to become free for it. You can leave the default."),
             Tr::tr("'Cache keeps' is the most entries the cache may keep in memory at a level. An empty "
                    "cache has the same limit. If it is too small for your work, raise the cache's limit "
                    "in the 'Settings' dialog (Ctrl+,)."),
             Tr::tr("'Hits in memory' is an estimate: the share of requests that would find their entry "
                    "in memory if the cache always had the limit of that level. If a level would cost "
                    "many hits, let it begin later, or raise the cache's limit. The row is missing until "
                    "there are enough requests for an estimate.")}};
    case HelpTopic::WhatIf:
        return {
            Tr::tr("What if"),
            {Tr::tr(
                 "The recorded memory use of the last day is replayed with the thresholds that were in "
                 "effect "
                 "and with the draft: how often each level begins, how long it lasts, and what that does to "
                 "the cache. The table follows a handle while you drag it."),
             Tr::tr("Below the chart a second ribbon shows the levels of the draft. Where they differ from "
                    "those in effect it is hatched; a click there zooms to the difference."),
             Tr::tr("The replay assumes that the machine's pressure would have been the same: it does not "
                    "know what a larger or smaller cache would have changed for other programs."),
             Tr::tr("Mark notes about bad moments as incidents (M): the table then says which thresholds "
                    "would have warned of them, and 'Suggest' searches thresholds that do."),
             Tr::tr("The curve shows which share of the requests misses at the cache limit of each level, "
                    "estimated from a sample of the requests.")}};
    case HelpTopic::Events:
        return {
            Tr::tr("Events"),
            {Tr::tr(
                 "Every change of the level, the cache limit and the settings, with the figures behind it."),
             Tr::tr("Two seconds after each cut, an event says how much was evicted and how much of it the "
                    "system got back."),
             Tr::tr(
                 "Filter by text, kind and level, or show only events in the visible time range. Selecting "
                 "an event also selects its mark in the chart. Enter moves the chart to its time.")}};
    case HelpTopic::Entries:
        return {
            Tr::tr("Cache entries"),
            {Tr::tr("An entry is the metadata of one file, in memory, on disk or both. Filter by part of the "
                    "path and by terms such as size>64k, hits<2, age>2h, tier:disk or pinned:yes."),
             Tr::tr("Pinned entries are not evicted as long as they take no more than half of the limit. "
                    "Deleting removes the cached metadata, never the file. You can undo it for 30 seconds."),
             Tr::tr("While 'Read-only' in the 'Cache' menu is checked, entries cannot be changed."),
             Tr::tr("'Folders' (Ctrl+6) shows how many entries each folder has and how much memory and disk "
                    "they take. Enter lists the entries of a folder."),
             Tr::tr(
                 "'Programs' (Ctrl+5) lists the programs that get the answers of exiftool from this cache, "
                 "and how much time that saved.")}};
    case HelpTopic::Holders:
        return {Tr::tr("Processes"),
                {Tr::tr("The processes that use most memory, largest first. 'Resident' includes shared pages "
                        "in full. 'Own share' (PSS) divides them among the processes that share them."),
                 Tr::tr("The line above the table says how much memory the cache uses, and so how much "
                        "evicting it could free."),
                 Tr::tr("The largest processes are recorded when the level changes or the cache's limit is "
                        "cut. Choose such a moment above the table, or press Enter on its event."),
                 Tr::tr("By program or by control group, such as a service or a user's session, their own "
                        "shares and swap are added up.")}};
    case HelpTopic::Sources:
        return {Tr::tr("Sources"),
                {Tr::tr("Which signals of memory pressure work on this machine, how quickly each one "
                        "responds, and why others do not work."),
                 Tr::tr("If the kernel does not measure stalls (PSI), the level depends only on the share of "
                        "memory in use.")}};
    case HelpTopic::Scan:
        return {Tr::tr("Scan"),
                {Tr::tr("'Add folder' reads the metadata of all files below a folder into the cache. A file "
                        "that is already cached and unchanged is not read again."),
                 Tr::tr("A separate process reads the files, with a time limit for each. If it hangs or "
                        "crashes on a file, only that file fails, and it is listed with the reason.")}};
    case HelpTopic::Settings:
        return {
            Tr::tr("Settings"),
            {Tr::tr("A preset is a complete set of thresholds, limits and control loop values. A star beside "
                    "its name means that the settings in effect differ from it."),
             Tr::tr("The basis is the memory that decides the level: the machine's, the control group's, or "
                    "whichever is fuller."),
             Tr::tr("The 'Settings' dialog (Ctrl+,) sets how much the cache may use, when entries expire, "
                    "and the values of the control loop. The help of each field gives its default.")}};
    case HelpTopic::Overview:
        break;
    }
    return {Tr::tr("Overview"),
            {Tr::tr("Manometer monitors the memory pressure of this machine. Its cache of file metadata "
                    "shrinks when memory runs short and grows back afterwards."),
             Tr::tr("The top of the window shows the level that applies, the reason, and where the next "
                    "level begins. Next to it are the cache limit and what will change it next."),
             Tr::tr("There are four levels: NORMAL, ELEVATED, HIGH and CRITICAL. The cache may keep 100 %, "
                    "75 % and 50 % of its limit, and at most 50 entries at CRITICAL. The limit grows back in "
                    "steps once the level has fallen.")}};
}

} // namespace manometer::gui
