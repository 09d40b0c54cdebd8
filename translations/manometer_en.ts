<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en_GB">
<context>
    <name>ChartPicture</name>
    <message numerus="yes">
        <source>%1 draft %2: exceeded for %3 of the visible time, crossed %Ln times in view</source>
        <translation>
            <numerusform>%1 draft %2: exceeded for %3 of the visible time, crossed once in view</numerusform>
            <numerusform>%1 draft %2: exceeded for %3 of the visible time, crossed %Ln times in view</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message numerus="yes">
        <source>%Ln damaged part(s) of the disk store moved aside and replaced; the newest is at %1.</source>
        <translation>
            <numerusform>%Ln damaged part of the disk store moved aside and replaced; it is at %1.</numerusform>
            <numerusform>%Ln damaged parts of the disk store moved aside and replaced; the newest is at %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln damaged part(s) of the disk store moved aside and replaced.</source>
        <translation>
            <numerusform>%Ln damaged part of the disk store moved aside and replaced.</numerusform>
            <numerusform>%Ln damaged parts of the disk store moved aside and replaced.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Events</name>
    <message numerus="yes">
        <source>Limit set from %1 to %2 entries: %Ln evicted, RSS %3</source>
        <translation>
            <numerusform>Limit set from %1 to %2 entries: %Ln evicted, RSS %3</numerusform>
            <numerusform>Limit set from %1 to %2 entries: %Ln evicted, RSS %3</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln files, %1 from the cache, %2 read, %3 failed, %4 not understood, %5 vanished</source>
        <translation>
            <numerusform>%Ln file, %1 from the cache, %2 read, %3 failed, %4 not understood, %5 vanished</numerusform>
            <numerusform>%Ln files, %1 from the cache, %2 read, %3 failed, %4 not understood, %5 vanished</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Limit cut at %1 from %2 to %3 entries: %Ln evicted (%4), RSS %5, in %6</source>
        <translation>
            <numerusform>Limit cut at %1 from %2 to %3 entries: %Ln evicted (%4), RSS %5, in %6</numerusform>
            <numerusform>Limit cut at %1 from %2 to %3 entries: %Ln evicted (%4), RSS %5, in %6</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Disk store compacted from %1 to %2; %Ln entries removed, %3 of them expired</source>
        <translation>
            <numerusform>Disk store compacted from %1 to %2; %Ln entry removed, %3 of them expired</numerusform>
            <numerusform>Disk store compacted from %1 to %2; %Ln entries removed, %3 of them expired</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the cache was cleared: %Ln entries</source>
        <translation>
            <numerusform>the cache was cleared: %Ln entry</numerusform>
            <numerusform>the cache was cleared: %Ln entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries stored</source>
        <translation>
            <numerusform>%Ln entry stored</numerusform>
            <numerusform>%Ln entries stored</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries deleted</source>
        <translation>
            <numerusform>%Ln entry deleted</numerusform>
            <numerusform>%Ln entries deleted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries restored</source>
        <translation>
            <numerusform>%Ln entry restored</numerusform>
            <numerusform>%Ln entries restored</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries pinned</source>
        <translation>
            <numerusform>%Ln entry pinned</numerusform>
            <numerusform>%Ln entries pinned</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries unpinned</source>
        <translation>
            <numerusform>%Ln entry unpinned</numerusform>
            <numerusform>%Ln entries unpinned</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, limit cut to %Ln entries</source>
        <comment>a level</comment>
        <translation>
            <numerusform>%1, limit cut to %Ln entry</numerusform>
            <numerusform>%1, limit cut to %Ln entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more</source>
        <extracomment>More changes, at the end of a list of some</extracomment>
        <translation>
            <numerusform>%Ln more</numerusform>
            <numerusform>%Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Rehearsal at %1: limit cut from %2 to %3 entries; %Ln evicted (%4), RSS %5, in %6</source>
        <translation>
            <numerusform>Rehearsal at %1: limit cut from %2 to %3 entries; %Ln evicted (%4), RSS %5, in %6</numerusform>
            <numerusform>Rehearsal at %1: limit cut from %2 to %3 entries; %Ln evicted (%4), RSS %5, in %6</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Rehearsal on this cache ended after %1, %2: its cuts evicted %Ln entries (%3); the limit is %4 again</source>
        <comment>a duration, why, a size, a number of entries</comment>
        <translation>
            <numerusform>Rehearsal on this cache ended after %1, %2: its cuts evicted %Ln entry (%3); the limit is %4 again</numerusform>
            <numerusform>Rehearsal on this cache ended after %1, %2: its cuts evicted %Ln entries (%3); the limit is %4 again</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Forecasts</name>
    <message numerus="yes">
        <source>Of %Ln forecasts of %1, %2 came true.</source>
        <comment>%1 is a level, %2 a number</comment>
        <translation>
            <numerusform>Of %Ln forecast of %1, %2 came true.</numerusform>
            <numerusform>Of %Ln forecasts of %1, %2 came true.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 began %Ln times without a forecast.</source>
        <comment>a level</comment>
        <translation>
            <numerusform>%1 began %Ln time without a forecast.</numerusform>
            <numerusform>%1 began %Ln times without a forecast.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message numerus="yes">
        <source>%Ln event(s) of a later version of Manometer are not shown.</source>
        <translation>
            <numerusform>%Ln event of a later version of Manometer is not shown.</numerusform>
            <numerusform>%Ln events of a later version of Manometer are not shown.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Rehearsal</name>
    <message numerus="yes">
        <source>This cache has %1 entries in memory. The curve reaches %2, where the limit is %3 entries: up to %Ln entries are evicted. They come back only as their files are asked for again.</source>
        <comment>two numbers of entries, with a level between them</comment>
        <translation>
            <numerusform>This cache has %1 entries in memory. The curve reaches %2, where the limit is %3 entries: up to %Ln entry is evicted. It comes back only as its file is asked for again.</numerusform>
            <numerusform>This cache has %1 entries in memory. The curve reaches %2, where the limit is %3 entries: up to %Ln entries are evicted. They come back only as their files are asked for again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message numerus="yes">
        <source>%Ln hits</source>
        <translation>
            <numerusform>%Ln hit</numerusform>
            <numerusform>%Ln hits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 (%2 of %Ln forecasts right)</source>
        <translation>
            <numerusform>%1 (%2 of %Ln forecast right)</numerusform>
            <numerusform>%1 (%2 of %Ln forecasts right)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SuggestDialog</name>
    <message numerus="yes">
        <source>%Ln choice(s), of which none is better in all respects.</source>
        <translation>
            <numerusform>One choice.</numerusform>
            <numerusform>%Ln choices, of which none is better in all respects.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Verdict</name>
    <message numerus="yes">
        <source>%Ln entries evicted (%1)</source>
        <translation>
            <numerusform>%Ln entry evicted (%1)</numerusform>
            <numerusform>%Ln entries evicted (%1)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cost so far: ≈&#xa0;%Ln reads again</source>
        <comment>an estimate</comment>
        <translation>
            <numerusform>Cost so far: ≈&#xa0;%Ln read again</numerusform>
            <numerusform>Cost so far: ≈&#xa0;%Ln reads again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cost so far: %Ln reads again</source>
        <comment>of a cut of the cache&apos;s limit</comment>
        <translation>
            <numerusform>Cost so far: %Ln read again</numerusform>
            <numerusform>Cost so far: %Ln reads again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>≈&#xa0;%Ln disk reads</source>
        <comment>an estimate</comment>
        <translation>
            <numerusform>≈&#xa0;%Ln disk read</numerusform>
            <numerusform>≈&#xa0;%Ln disk reads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln disk reads</source>
        <translation>
            <numerusform>%Ln disk read</numerusform>
            <numerusform>%Ln disk reads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>≈&#xa0;%Ln files read again in %1</source>
        <comment>an estimate; a duration</comment>
        <translation>
            <numerusform>≈&#xa0;%Ln file read again in %1</numerusform>
            <numerusform>≈&#xa0;%Ln files read again in %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln files read again in %1</source>
        <comment>a duration</comment>
        <translation>
            <numerusform>%Ln file read again in %1</numerusform>
            <numerusform>%Ln files read again in %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>manometer::gui::CachePage</name>
    <message numerus="yes">
        <source>%Ln entries unpinned.</source>
        <translation>
            <numerusform>%Ln entry unpinned.</numerusform>
            <numerusform>%Ln entries unpinned.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries pinned; they stay until unpinned.</source>
        <translation>
            <numerusform>%Ln entry pinned; it stays until unpinned.</numerusform>
            <numerusform>%Ln entries pinned; they stay until unpinned.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>manometer::gui::DraftBar</name>
    <message numerus="yes">
        <source>%Ln change(s), not in effect until you apply</source>
        <translation>
            <numerusform>%Ln change, not in effect until you apply</numerusform>
            <numerusform>%Ln changes, not in effect until you apply</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s): What if shows what they would have done</source>
        <translation>
            <numerusform>%Ln change: What if shows what they would have done</numerusform>
            <numerusform>%Ln changes: What if shows what they would have done</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>manometer::gui::EntryRemoval</name>
    <message numerus="yes">
        <source>%Ln entries deleted.</source>
        <translation>
            <numerusform>%Ln entry deleted.</numerusform>
            <numerusform>%Ln entries deleted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries restored.</source>
        <translation>
            <numerusform>%Ln entry restored.</numerusform>
            <numerusform>%Ln entries restored.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>manometer::gui::EventPage</name>
    <message numerus="yes">
        <source>%Ln new</source>
        <translation>
            <numerusform>%Ln new</numerusform>
            <numerusform>%Ln new</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>manometer::gui::FolderModel</name>
    <message numerus="yes">
        <source>(directly in this folder and in %Ln small ones)</source>
        <translation>
            <numerusform>(directly in this folder and in %Ln small one)</numerusform>
            <numerusform>(directly in this folder and in %Ln small ones)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln small folders below it are not listed; their entries are counted here.</source>
        <translation>
            <numerusform>%Ln small folder below it is not listed; its entries are counted here.</numerusform>
            <numerusform>%Ln small folders below it are not listed; their entries are counted here.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>manometer::gui::FoldersPanel</name>
    <message numerus="yes">
        <source>%Ln entries</source>
        <translation>
            <numerusform>%Ln entry</numerusform>
            <numerusform>%Ln entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln folders</source>
        <comment>after: entries in</comment>
        <translation>
            <numerusform>%Ln folder</numerusform>
            <numerusform>%Ln folders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1; %Ln small folders are counted in the ones above them</source>
        <comment>what was counted</comment>
        <translation>
            <numerusform>%1; %Ln small folder is counted in the one above it</numerusform>
            <numerusform>%1; %Ln small folders are counted in the ones above them</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>manometer::gui::HoldersPage</name>
    <message numerus="yes">
        <source>The %Ln processes that used most memory then: %1, and %2 in swap.</source>
        <translation>
            <numerusform>The process that used most memory then: %1, and %2 in swap.</numerusform>
            <numerusform>The %Ln processes that used most memory then: %1, and %2 in swap.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>manometer::gui::RemovalQuestion</name>
    <message numerus="yes">
        <source>Delete %Ln entries from the cache?</source>
        <translation>
            <numerusform>Delete %Ln entry from the cache?</numerusform>
            <numerusform>Delete %Ln entries from the cache?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them are pinned.</source>
        <translation>
            <numerusform>%Ln of them is pinned.</numerusform>
            <numerusform>%Ln of them are pinned.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>manometer::gui::ScanPage</name>
    <message numerus="yes">
        <source>%Ln file(s) could not be read or understood:</source>
        <translation>
            <numerusform>%Ln file could not be read or understood:</numerusform>
            <numerusform>%Ln files could not be read or understood:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>manometer::gui::StatusLine</name>
    <message numerus="yes">
        <source>%Ln draft change(s)</source>
        <translation>
            <numerusform>%Ln draft change</numerusform>
            <numerusform>%Ln draft changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln problems: %1</source>
        <translation>
            <numerusform>%Ln problem: %1</numerusform>
            <numerusform>%Ln problems: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>manometer::gui::SuggestionModel</name>
    <message numerus="yes">
        <source>%Ln missed</source>
        <comment>incidents</comment>
        <translation>
            <numerusform>%Ln missed</numerusform>
            <numerusform>%Ln missed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>manometer::gui::ThresholdPage</name>
    <message numerus="yes">
        <source>%Ln change(s) in the draft. Not in effect until you apply.</source>
        <translation>
            <numerusform>%Ln change in the draft. Not in effect until you apply.</numerusform>
            <numerusform>%Ln changes in the draft. Not in effect until you apply.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) in the draft. What if shows what they would have done.</source>
        <translation>
            <numerusform>%Ln change in the draft. What if shows what it would have done.</numerusform>
            <numerusform>%Ln changes in the draft. What if shows what they would have done.</numerusform>
        </translation>
    </message>
</context>
</TS>
