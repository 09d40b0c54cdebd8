<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en_GB">
<context>
    <name>Errors</name>
    <message numerus="yes">
        <source>%n damaged part(s) of the store set aside and made anew; the newest lies at %1.</source>
        <translation>
            <numerusform>%n damaged part of the store was set aside and made anew; it lies at %1.</numerusform>
            <numerusform>%n damaged parts of the store were set aside and made anew; the newest lies at %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Events</name>
    <message numerus="yes">
        <source>Limit cut under %1 from %2 to %3 entries: %n evicted (%4), RSS %5, in %6</source>
        <translation>
            <numerusform>Limit cut under %1 from %2 to %3 entries: %n evicted (%4), RSS %5, in %6</numerusform>
            <numerusform>Limit cut under %1 from %2 to %3 entries: %n evicted (%4), RSS %5, in %6</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Limit set from %1 to %2 entries: %n evicted, RSS %3</source>
        <translation>
            <numerusform>Limit set from %1 to %2 entries: %n evicted, RSS %3</numerusform>
            <numerusform>Limit set from %1 to %2 entries: %n evicted, RSS %3</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files, %1 from the cache, %2 read, %3 failed, %4 vanished</source>
        <translation>
            <numerusform>%n file, %1 from the cache, %2 read, %3 failed, %4 vanished</numerusform>
            <numerusform>%n files, %1 from the cache, %2 read, %3 failed, %4 vanished</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message numerus="yes">
        <source>Last: evicted %n entries, RSS %1</source>
        <translation>
            <numerusform>Last: evicted %n entry, RSS %1</numerusform>
            <numerusform>Last: evicted %n entries, RSS %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>manometer::gui::CachePage</name>
    <message numerus="yes">
        <source>Delete %n entries from the cache?</source>
        <translation>
            <numerusform>Delete %n entry from the cache?</numerusform>
            <numerusform>Delete %n entries from the cache?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries deleted.</source>
        <translation>
            <numerusform>%n entry deleted.</numerusform>
            <numerusform>%n entries deleted.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>manometer::gui::EventPage</name>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>manometer::gui::ScanPage</name>
    <message numerus="yes">
        <source>%n file(s) could not be read:</source>
        <translation>
            <numerusform>%n file could not be read:</numerusform>
            <numerusform>%n files could not be read:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>manometer::gui::StatusLine</name>
    <message numerus="yes">
        <source>%n draft change(s)</source>
        <translation>
            <numerusform>%n draft change</numerusform>
            <numerusform>%n draft changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problems: %1</source>
        <translation>
            <numerusform>%n problem: %1</numerusform>
            <numerusform>%n problems: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>manometer::gui::ThresholdPage</name>
    <message numerus="yes">
        <source>%n change(s) in the draft. Nothing counts before Apply.</source>
        <translation>
            <numerusform>%n change in the draft. Nothing counts before Apply.</numerusform>
            <numerusform>%n changes in the draft. Nothing counts before Apply.</numerusform>
        </translation>
    </message>
</context>
</TS>
