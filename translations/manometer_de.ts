<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en_GB">
<context>
    <name>ApiStart</name>
    <message>
        <source>Programs cannot be served: %1.</source>
        <translation>Programme können nicht bedient werden: %1.</translation>
    </message>
</context>
<context>
    <name>BackendStart</name>
    <message>
        <source>Another Manometer is using the cache in %1. Close it, or choose another folder with --cache-dir.</source>
        <translation>Ein anderes Manometer benutzt den Cache in %1. Jenes schließen oder mit --cache-dir einen anderen Ordner angeben.</translation>
    </message>
    <message>
        <source>%1 is not a folder, so it cannot hold the cache. Choose another folder with --cache-dir.</source>
        <translation>%1 ist kein Ordner und kann den Cache nicht aufnehmen. Mit --cache-dir einen anderen Ordner angeben.</translation>
    </message>
    <message>
        <source>The cache in %1 was written by a newer version of Manometer and was not changed. Choose another folder with --cache-dir.</source>
        <translation>Der Cache in %1 wurde von einer neueren Version von Manometer geschrieben und nicht verändert. Mit --cache-dir einen anderen Ordner angeben.</translation>
    </message>
    <message>
        <source>The cache in %1 cannot be opened: %2. Choose another folder with --cache-dir.</source>
        <translation>Der Cache in %1 lässt sich nicht öffnen: %2. Mit --cache-dir einen anderen Ordner angeben.</translation>
    </message>
</context>
<context>
    <name>ChartPicture</name>
    <message>
        <source>%1 of %2</source>
        <comment>entries that are cached, and at most</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>hit %1</source>
        <translation>Treffer %1</translation>
    </message>
    <message>
        <source>Waiting for the first sample.</source>
        <translation>Warten auf die erste Messung.</translation>
    </message>
    <message>
        <source>Memory used</source>
        <translation>Belegter Speicher</translation>
    </message>
    <message>
        <source>Memory used %1</source>
        <translation>Belegter Speicher %1</translation>
    </message>
    <message>
        <source>Control group used %1</source>
        <translation>Kontrollgruppe belegt %1</translation>
    </message>
    <message>
        <source>min %1 · mean %2 · p95 %3 · max %4</source>
        <translation>Min %1 · Mittel %2 · p95 %3 · Max %4</translation>
    </message>
    <message>
        <source>%1 draft %2</source>
        <translation>Entwurf %1 %2</translation>
    </message>
    <message>
        <source>No samples were recorded in this period.</source>
        <translation>In dieser Zeit wurde nichts aufgezeichnet.</translation>
    </message>
    <message>
        <source>%1 (%2 – %3)</source>
        <comment>a value, and the scale of its axis</comment>
        <translation>%1 (%2 – %3)</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>belegt</translation>
    </message>
    <message>
        <source>in use %1</source>
        <translation>belegt %1</translation>
    </message>
    <message>
        <source>buffers</source>
        <translation>Puffer</translation>
    </message>
    <message>
        <source>buffers %1</source>
        <translation>Puffer %1</translation>
    </message>
    <message>
        <source>kernel cache</source>
        <translation>Kernel-Cache</translation>
    </message>
    <message>
        <source>kernel cache %1</source>
        <translation>Kernel-Cache %1</translation>
    </message>
    <message>
        <source>free</source>
        <comment>memory</comment>
        <translation>frei</translation>
    </message>
    <message>
        <source>free %1</source>
        <comment>memory</comment>
        <translation>frei %1</translation>
    </message>
    <message>
        <source>%1 used</source>
        <comment>of the swap, in percent</comment>
        <translation>%1 belegt</translation>
    </message>
    <message>
        <source>no swap</source>
        <translation>kein Auslagerungsspeicher</translation>
    </message>
    <message>
        <source>not measured</source>
        <comment>stalls</comment>
        <translation>nicht gemessen</translation>
    </message>
    <message>
        <source>limit %1</source>
        <comment>of the cache, in entries</comment>
        <translation>Grenze %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 draft %2: exceeded for %3 of the visible time, crossed %Ln times in view</source>
        <translation>
            <numerusform>Entwurf %1 %2: %3 der sichtbaren Zeit darüber, im Bild %Ln-mal gekreuzt</numerusform>
            <numerusform>Entwurf %1 %2: %3 der sichtbaren Zeit darüber, im Bild %Ln-mal gekreuzt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>500 entries, 200 MiB of disk</source>
        <translation>500 Einträge, 200 MiB auf dem Datenträger</translation>
    </message>
    <message>
        <source>2000 entries, 1000 MiB: over 32 GiB of memory</source>
        <translation>2000 Einträge, 1000 MiB: bei über 32 GiB Speicher</translation>
    </message>
    <message>
        <source>100 entries, 50 MiB: under 4 GiB of memory</source>
        <translation>100 Einträge, 50 MiB: bei unter 4 GiB Speicher</translation>
    </message>
    <message>
        <source>measure only: the limit stays as configured</source>
        <translation>nur messen: Die Grenze bleibt, wie sie eingestellt ist</translation>
    </message>
    <message>
        <source>1000000 entries, 1 GiB of memory, 8 GiB of disk</source>
        <translation>1.000.000 Einträge, 1 GiB im Speicher, 8 GiB auf dem Datenträger</translation>
    </message>
    <message>
        <source>Show this help.</source>
        <translation>Diese Hilfe anzeigen.</translation>
    </message>
    <message>
        <source>Show the version.</source>
        <translation>Die Version anzeigen.</translation>
    </message>
    <message>
        <source>Keep the cache in DIR.</source>
        <translation>Den Cache in DIR ablegen.</translation>
    </message>
    <message>
        <source>Keep at most N entries in memory.</source>
        <translation>Höchstens N Einträge im Speicher halten.</translation>
    </message>
    <message>
        <source>Use at most N MiB of disk.</source>
        <translation>Höchstens N MiB auf dem Datenträger belegen.</translation>
    </message>
    <message>
        <source>--max-entries needs a whole number from 1 to 1000000000.</source>
        <translation>--max-entries erwartet eine ganze Zahl von 1 bis 1000000000.</translation>
    </message>
    <message>
        <source>--max-disk-mb needs a whole number from 1 to 16777216.</source>
        <translation>--max-disk-mb erwartet eine ganze Zahl von 1 bis 16777216.</translation>
    </message>
    <message>
        <source>--exit-after needs a number of seconds from 0 to 1000000.</source>
        <translation>--exit-after erwartet eine Anzahl Sekunden von 0 bis 1000000.</translation>
    </message>
    <message>
        <source>--%1 needs a name.</source>
        <translation>--%1 erwartet einen Namen.</translation>
    </message>
    <message>
        <source>--%1: %2 cannot be read: %3.</source>
        <translation>--%1: %2 kann nicht gelesen werden: %3.</translation>
    </message>
    <message>
        <source>Unexpected argument &apos;%1&apos;. To read a folder, use --scan.</source>
        <translation>Unerwartetes Argument „%1“. Ein Ordner zum Einlesen wird mit --scan angegeben.</translation>
    </message>
    <message>
        <source>Unknown preset &apos;%1&apos;.</source>
        <translation>Unbekannte Vorgabe „%1“.</translation>
    </message>
    <message>
        <source>There is no translation &apos;%1&apos;. Available: %2.</source>
        <translation>Es gibt keine Übersetzung „%1“. Verfügbar: %2.</translation>
    </message>
    <message>
        <source>--screenshot and --export-samples cannot both write to %1.</source>
        <translation>--screenshot und --export-samples können nicht beide nach %1 geschrieben werden.</translation>
    </message>
    <message>
        <source>Rehearse: read DIR instead of /proc, with a separate cache and history.</source>
        <translation>Proben: DIR statt /proc lesen, mit eigenem Cache und eigenem Verlauf.</translation>
    </message>
    <message>
        <source>Read control groups from DIR instead of /sys. With --proc-root alone, none are read.</source>
        <translation>Kontrollgruppen aus DIR statt aus /sys lesen. Mit --proc-root allein werden keine gelesen.</translation>
    </message>
    <message>
        <source>Start with the limits of preset NAME, overriding the settings:</source>
        <translation>Mit den Grenzen der Vorgabe NAME starten, statt mit denen der Einstellungen:</translation>
    </message>
    <message>
        <source>Use this language instead of that of the settings and the system:</source>
        <translation>Diese Sprache statt jener der Einstellungen und des Systems verwenden:</translation>
    </message>
    <message>
        <source>At start, read the metadata of all files in DIR.</source>
        <translation>Beim Start die Metadaten aller Dateien in DIR einlesen.</translation>
    </message>
    <message>
        <source>On exit, write the samples to FILE as CSV.</source>
        <translation>Beim Beenden die Messungen als CSV in FILE schreiben.</translation>
    </message>
    <message>
        <source>On exit, save a picture of the window to FILE (.png, .jpg …).</source>
        <translation>Beim Beenden ein Bild des Fensters in FILE speichern (.png, .jpg …).</translation>
    </message>
    <message>
        <source>Monitors the memory pressure of this machine and keeps a cache of file metadata that shrinks when memory runs short.</source>
        <translation>Überwacht den Speicherdruck auf diesem Rechner und hält einen Cache von Dateimetadaten, der schrumpft, wenn der Speicher knapp wird.</translation>
    </message>
    <message>
        <source>--%1: %2 is reserved for Manometer&apos;s own files. Choose another file.</source>
        <translation>--%1: %2 ist Manometers eigenen Dateien vorbehalten. Eine andere Datei wählen.</translation>
    </message>
    <message>
        <source>--%1: %2 already exists. Add --%3 to replace it.</source>
        <translation>--%1: %2 gibt es schon. Mit --%3 wird die Datei ersetzt.</translation>
    </message>
    <message>
        <source>Append each event to FILE as a line of JSON; - is the standard output.</source>
        <translation>Jedes Ereignis als JSON-Zeile an FILE anhängen; - ist die Standardausgabe.</translation>
    </message>
    <message>
        <source>Monitors the memory pressure of this machine and keeps a cache of file metadata that shrinks when memory runs short, without a window.</source>
        <translation>Überwacht den Speicherdruck auf diesem Rechner und hält einen Cache von Dateimetadaten, der schrumpft, wenn der Speicher knapp wird; ohne Fenster.</translation>
    </message>
    <message>
        <source>--listen serves this machine only: 127.0.0.1 or [::1]. To reach it from another one, forward its socket: ssh -L LOCAL.sock:SOCKET HOST.</source>
        <translation>--listen bedient nur diesen Rechner: 127.0.0.1 oder [::1]. Um ihn von einem anderen zu erreichen, leiten Sie seinen Socket weiter: ssh -L LOCAL.sock:SOCKET HOST.</translation>
    </message>
    <message>
        <source>--listen needs an address and a port, for instance 127.0.0.1:8080.</source>
        <translation>--listen braucht eine Adresse und einen Port, zum Beispiel 127.0.0.1:8080.</translation>
    </message>
    <message>
        <source>--listen and --no-api contradict each other.</source>
        <translation>--listen und --no-api widersprechen einander.</translation>
    </message>
    <message>
        <source>Serve programs on a TCP port of this machine, too, for instance 127.0.0.1:8080; they need a token. Port 0 takes a free one.</source>
        <translation>Programme auch über einen TCP-Port dieses Rechners bedienen, zum Beispiel 127.0.0.1:8080; sie brauchen ein Token. Port 0 nimmt einen freien.</translation>
    </message>
    <message>
        <source>Do not serve programs: open no socket.</source>
        <translation>Keine Programme bedienen: keinen Socket öffnen.</translation>
    </message>
    <message>
        <source>--connect needs unix:SOCKET or http://127.0.0.1:PORT.</source>
        <translation>--connect braucht unix:SOCKET oder http://127.0.0.1:PORT.</translation>
    </message>
    <message>
        <source>--connect to a port needs --token-file.</source>
        <translation>--connect zu einem Port braucht --token-file.</translation>
    </message>
    <message>
        <source>--connect shows another Manometer: limits and ports are its own.</source>
        <translation>--connect zeigt ein anderes Manometer: Grenzen und Ports sind dessen eigene.</translation>
    </message>
    <message>
        <source>--token-file and --control need --connect.</source>
        <translation>--token-file und --control brauchen --connect.</translation>
    </message>
    <message>
        <source>Show the Manometer behind unix:SOCKET or http://127.0.0.1:PORT, for instance one that ssh forwards, without changing it.</source>
        <translation>Das Manometer hinter unix:SOCKET oder http://127.0.0.1:PORT zeigen, zum Beispiel eines, das ssh weiterleitet, ohne es zu ändern.</translation>
    </message>
    <message>
        <source>With --connect http://…: the token is in FILE.</source>
        <translation>Mit --connect http://…: Das Token steht in FILE.</translation>
    </message>
    <message>
        <source>With --connect: allow changes.</source>
        <translation>Mit --connect: Änderungen erlauben.</translation>
    </message>
    <message>
        <source>There is no appearance &apos;%1&apos;. Available: %2.</source>
        <translation>Eine Darstellung „%1“ gibt es nicht. Verfügbar: %2.</translation>
    </message>
    <message>
        <source>--exit-when-scanned needs --scan.</source>
        <translation>--exit-when-scanned erwartet ein Einlesen mit --scan.</translation>
    </message>
    <message>
        <source>as the desktop has them</source>
        <translation>wie die Arbeitsumgebung</translation>
    </message>
    <message>
        <source>dark text on light</source>
        <translation>dunkler Text auf hellem Grund</translation>
    </message>
    <message>
        <source>light text on dark</source>
        <translation>heller Text auf dunklem Grund</translation>
    </message>
    <message>
        <source>high contrast: white and yellow on black</source>
        <translation>hoher Kontrast: Weiß und Gelb auf Schwarz</translation>
    </message>
    <message>
        <source>Use these colours instead of those chosen in the window:</source>
        <translation>Diese Farben statt der im Fenster gewählten verwenden:</translation>
    </message>
    <message>
        <source>Start without showing the window, as an icon in the desktop&apos;s tray.</source>
        <translation>Ohne Fenster starten, als Symbol im Systemabschnitt der Arbeitsumgebung.</translation>
    </message>
    <message>
        <source>With --scan: exit when the scan has ended. The exit status is 0 if all files were read, otherwise 1.</source>
        <translation>Mit --scan: beenden, wenn das Einlesen zu Ende ist. Der Exit-Status ist 0, wenn alle Dateien gelesen wurden, sonst 1.</translation>
    </message>
    <message>
        <source>Exit after SECONDS. A scan that has not finished is an error only with --exit-when-scanned.</source>
        <translation>Nach SECONDS Sekunden beenden. Ein nicht beendetes Einlesen ist nur mit --exit-when-scanned ein Fehler.</translation>
    </message>
    <message>
        <source>Show this recording instead of a machine.</source>
        <translation>Diese Aufzeichnung statt einer Maschine anzeigen.</translation>
    </message>
    <message>
        <source>--rehearse-speed needs a number from 0.1 to 100.</source>
        <translation>--rehearse-speed braucht eine Zahl von 0.1 bis 100.</translation>
    </message>
    <message>
        <source>--rehearse-speed needs --rehearse.</source>
        <translation>--rehearse-speed braucht --rehearse.</translation>
    </message>
    <message>
        <source>--rehearse has its own memory figures and its own cache: leave out --%1.</source>
        <translation>--rehearse hat eigene Speicherwerte und einen eigenen Cache: --%1 weglassen.</translation>
    </message>
    <message>
        <source>A recording has no machine and no cache: --%1 cannot be used with it.</source>
        <translation>Eine Aufzeichnung hat keine Maschine und keinen Cache: --%1 kann nicht mit ihr verwendet werden.</translation>
    </message>
    <message>
        <source>--%1 and --%2 cannot both write to %3.</source>
        <translation>--%1 und --%2 können nicht beide nach %3 schreiben.</translation>
    </message>
    <message>
        <source>up to 97 % of memory and back, in two minutes</source>
        <translation>bis 97 % des Speichers und zurück, in zwei Minuten</translation>
    </message>
    <message>
        <source>short peaks, one every 30 s</source>
        <translation>kurze Spitzen, alle 30 s eine</translation>
    </message>
    <message>
        <source>a leak: slowly up to 94 %, down at once</source>
        <translation>ein Leck: langsam bis 94 %, auf einmal hinunter</translation>
    </message>
    <message>
        <source>a random walk around 70 %</source>
        <translation>eine Zufallsbewegung um 70 %</translation>
    </message>
    <message>
        <source>Rehearse: play CURVE instead of reading the memory use, with a cache, a history and settings that last until the program ends. A CSV file of exported samples, or:</source>
        <translation>Proben: CURVE abspielen, statt die Speichernutzung zu lesen, mit Cache, Verlauf und Einstellungen, die bis zum Ende des Programms bestehen. Eine CSV-Datei exportierter Messungen, oder:</translation>
    </message>
    <message>
        <source>With --rehearse: play N times as fast, from 0.1 to 100; holds and intervals are as much shorter.</source>
        <translation>Mit --rehearse: N-mal so schnell abspielen, von 0.1 bis 100; Haltezeiten und Abstände sind entsprechend kürzer.</translation>
    </message>
    <message>
        <source>On exit, save what is recorded, a day at most, as a recording that manometer FILE shows elsewhere.</source>
        <translation>Beim Beenden das Aufgezeichnete, höchstens einen Tag, als Aufzeichnung speichern, die manometer DATEI anderswo anzeigt.</translation>
    </message>
    <message>
        <source>Let --export-samples, --save-recording and --screenshot replace an existing file.</source>
        <translation>Erlauben, dass --export-samples, --save-recording und --screenshot eine vorhandene Datei ersetzen.</translation>
    </message>
</context>
<context>
    <name>CompositionItem</name>
    <message>
        <source>Swap</source>
        <translation>Swap</translation>
    </message>
    <message>
        <source>PSI</source>
        <comment>pressure stall information</comment>
        <translation>PSI</translation>
    </message>
</context>
<context>
    <name>Connection</name>
    <message>
        <source>Connecting to %1…</source>
        <translation>Verbindung mit %1 wird hergestellt …</translation>
    </message>
    <message>
        <source>%1 runs version %2; this window is version %3. What only one of them knows is not shown.</source>
        <translation>%1 hat die Version %2, dieses Fenster die Version %3. Was nur eines von beiden kennt, wird nicht gezeigt.</translation>
    </message>
    <message>
        <source>CONNECTING</source>
        <translation>VERBINDET</translation>
    </message>
    <message>
        <source>LOST SINCE %1</source>
        <comment>the connection, and a time</comment>
        <translation>GETRENNT SEIT %1</translation>
    </message>
    <message>
        <source>Connected to %1 again after %2</source>
        <translation>Nach %2 wieder mit %1 verbunden</translation>
    </message>
    <message>
        <source>Figures from %1: the connection is lost.</source>
        <translation>Werte von %1: Die Verbindung ist unterbrochen.</translation>
    </message>
    <message>
        <source>No figures yet: connecting.</source>
        <translation>Noch keine Werte: Verbindung wird hergestellt.</translation>
    </message>
    <message>
        <source>%1 cannot be reached: %2. Manometer tries again.</source>
        <translation>%1 ist nicht erreichbar: %2. Manometer versucht es weiter.</translation>
    </message>
    <message>
        <source>NOT CONNECTED</source>
        <translation>NICHT VERBUNDEN</translation>
    </message>
    <message>
        <source>No figures: there is no connection.</source>
        <translation>Keine Werte: Es gibt keine Verbindung.</translation>
    </message>
    <message>
        <source>The connection to %1 has been lost since %2: %3. Manometer tries again.</source>
        <translation>Die Verbindung zu %1 ist seit %2 unterbrochen: %3. Manometer versucht es weiter.</translation>
    </message>
</context>
<context>
    <name>ControlText</name>
    <message>
        <source>Share of the configured limit.</source>
        <translation>Anteil an der eingestellten Grenze.</translation>
    </message>
    <message>
        <source>Levels</source>
        <translation>Stufen</translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation>Vorhersage</translation>
    </message>
    <message>
        <source>Growth of the limit</source>
        <translation>Wachstum der Grenze</translation>
    </message>
    <message>
        <source>Disk clean-up</source>
        <translation>Bereinigung der Ablage</translation>
    </message>
    <message>
        <source>Futile evictions</source>
        <translation>Vergebliche Verdrängungen</translation>
    </message>
    <message>
        <source>%1&#xa0;s</source>
        <translation>%1&#xa0;s</translation>
    </message>
    <message>
        <source>Stall window</source>
        <translation>Messfenster der Wartezeit</translation>
    </message>
    <message>
        <source>Period over which stall time is added up.</source>
        <translation>Zeitraum, über den die Wartezeit summiert wird.</translation>
    </message>
    <message>
        <source>Stall time</source>
        <translation>Wartezeit</translation>
    </message>
    <message>
        <source>Tasks that wait for memory this long within the window raise the level by one.</source>
        <translation>Warten Prozesse im Messfenster so lange auf Speicher, steigt die Stufe um eine.</translation>
    </message>
    <message>
        <source>Minimum memory in use</source>
        <translation>Mindestens belegter Speicher</translation>
    </message>
    <message>
        <source>Below this value, stalls are considered only while the kernel reclaims memory.</source>
        <translation>Darunter wird Wartezeit nur berücksichtigt, während der Kernel Speicher zurückgewinnt.</translation>
    </message>
    <message>
        <source>Treat as a relapse within</source>
        <translation>Als Rückfall gilt eine Rückkehr binnen</translation>
    </message>
    <message>
        <source>A level that returns within this time after it ended is held twice as long.</source>
        <translation>Eine Stufe, die binnen dieser Zeit nach ihrem Ende wiederkehrt, wird doppelt so lange gehalten.</translation>
    </message>
    <message>
        <source>Longest hold</source>
        <translation>Längste Haltezeit</translation>
    </message>
    <message>
        <source>Upper limit of the doubled hold.</source>
        <translation>Obergrenze der verdoppelten Haltezeit.</translation>
    </message>
    <message>
        <source>Forecast window</source>
        <translation>Zeitfenster der Vorhersage</translation>
    </message>
    <message>
        <source>The slope is computed from the samples of this period.</source>
        <translation>Die Steigung wird aus den Messungen dieser Zeit bestimmt.</translation>
    </message>
    <message>
        <source>Point spacing</source>
        <translation>Abstand der Punkte</translation>
    </message>
    <message>
        <source>Samples closer together add no information.</source>
        <translation>Dichter liegende Messungen enthalten keine neue Information.</translation>
    </message>
    <message>
        <source>Shortest sampled period</source>
        <translation>Kürzester gemessener Zeitraum</translation>
    </message>
    <message>
        <source>Nothing is forecast from a shorter period.</source>
        <translation>Aus einem kürzeren Zeitraum wird nichts vorhergesagt.</translation>
    </message>
    <message>
        <source>Rising at a Kendall&apos;s tau of</source>
        <translation>Steigend ab Kendalls Tau von</translation>
    </message>
    <message>
        <source>Share of rising pairs of samples minus the share of falling pairs; at 1 all pairs rise.</source>
        <translation>Anteil der steigenden Paare von Messungen minus Anteil der fallenden; bei 1 steigen alle.</translation>
    </message>
    <message>
        <source>Warn when a level is closer than</source>
        <translation>Warnt, wenn eine Stufe näher ist als</translation>
    </message>
    <message>
        <source>A warning is an event, and a notification if notifications are on.</source>
        <translation>Eine Warnung ist ein Ereignis und, wenn Benachrichtigungen an sind, auch eine Benachrichtigung.</translation>
    </message>
    <message>
        <source>Wait after a cut</source>
        <translation>Wartet nach einer Senkung</translation>
    </message>
    <message>
        <source>The limit does not grow back before the effect of the cut can be measured.</source>
        <translation>Die Grenze wächst nicht nach, ehe die Wirkung der Senkung messbar ist.</translation>
    </message>
    <message>
        <source>Treat pressure as a relapse within</source>
        <translation>Als Rückfall gilt neuer Druck binnen</translation>
    </message>
    <message>
        <source>Pressure that returns within this time after a fall doubles the wait.</source>
        <translation>Druck, der binnen dieser Zeit nach einem Rückgang wiederkehrt, verdoppelt die Wartezeit.</translation>
    </message>
    <message>
        <source>Longest wait</source>
        <translation>Längste Wartezeit</translation>
    </message>
    <message>
        <source>Upper limit of the doubled wait.</source>
        <translation>Obergrenze der verdoppelten Wartezeit.</translation>
    </message>
    <message>
        <source>Step interval</source>
        <translation>Abstand der Schritte</translation>
    </message>
    <message>
        <source>The limit grows in steps, so that the effect of each can be measured.</source>
        <translation>Die Grenze wächst in Schritten, damit die Wirkung jedes Schritts messbar ist.</translation>
    </message>
    <message>
        <source>Step size</source>
        <translation>Größe eines Schritts</translation>
    </message>
    <message>
        <source>No growth when a level is closer than</source>
        <translation>Kein Wachstum, wenn eine Stufe näher ist als</translation>
    </message>
    <message>
        <source>The limit does not grow while the next level is expected within this time.</source>
        <translation>Die Grenze wächst nicht, solange die nächste Stufe binnen dieser Zeit zu erwarten ist.</translation>
    </message>
    <message>
        <source>Interval at CRITICAL</source>
        <translation>Abstand bei KRITISCH</translation>
    </message>
    <message>
        <source>The disk store is cleaned up when HIGH begins, then at this interval while CRITICAL lasts.</source>
        <translation>Die Ablage auf dem Datenträger wird bereinigt, wenn HOCH beginnt, und danach in diesem Abstand, solange KRITISCH gilt.</translation>
    </message>
    <message>
        <source>Smallest eviction judged</source>
        <translation>Kleinste beurteilte Verdrängung</translation>
    </message>
    <message>
        <source>The effect of a smaller eviction cannot be seen in memory use.</source>
        <translation>Die Wirkung einer kleineren Verdrängung ist in der Speicherbelegung nicht zu sehen.</translation>
    </message>
    <message>
        <source>Ineffective below</source>
        <translation>Unwirksam unter</translation>
    </message>
    <message>
        <source>Share of the evicted bytes that are free again after 2 s.</source>
        <translation>Anteil der verdrängten Bytes, die nach 2 s wieder frei sind.</translation>
    </message>
    <message>
        <source>Futile after this many in a row</source>
        <translation>Vergeblich nach so vielen unwirksamen in Folge</translation>
    </message>
    <message>
        <source>After that, the disk store is not cleaned up and the limit does not grow until NORMAL. Cuts continue.</source>
        <translation>Danach wird die Ablage nicht bereinigt, und die Grenze wächst nicht, bis NORMAL gilt. Gesenkt wird weiterhin.</translation>
    </message>
    <message>
        <source>Stalls</source>
        <translation>Wartezeiten</translation>
    </message>
</context>
<context>
    <name>Crosshair</name>
    <message>
        <source>%1: %2</source>
        <comment>series and its value</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the parts of a sentence that is read out</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>%1 (%2 ago)</source>
        <translation>%1 (vor %2)</translation>
    </message>
    <message>
        <source>Signal</source>
        <translation>Signal</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>%1 (%2 to %3)</source>
        <translation>%1 (%2 bis %3)</translation>
    </message>
    <message>
        <source>Memory used</source>
        <translation>Belegter Speicher</translation>
    </message>
    <message>
        <source>Control group used</source>
        <translation>Kontrollgruppe belegt</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>This program&apos;s RSS</source>
        <translation>RSS dieses Programms</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>Cache</translation>
    </message>
    <message>
        <source>%1 of %2 entries</source>
        <translation>%1 von %2 Einträgen</translation>
    </message>
    <message>
        <source>Hit ratio</source>
        <translation>Trefferquote</translation>
    </message>
    <message>
        <source>none: not running</source>
        <comment>the signal, because of this program</comment>
        <translation>keines: nicht gestartet</translation>
    </message>
    <message>
        <source>none: suspended</source>
        <comment>the signal, because of this machine</comment>
        <translation>keines: Ruhezustand</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>Belegt</translation>
    </message>
    <message>
        <source>Buffers</source>
        <translation>Puffer</translation>
    </message>
    <message>
        <source>Kernel cache</source>
        <translation>Kernel-Cache</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Frei</translation>
    </message>
    <message>
        <source>Swap used</source>
        <translation>Ausgelagert</translation>
    </message>
    <message>
        <source>Stalls (PSI)</source>
        <translation>Wartezeit (PSI)</translation>
    </message>
    <message>
        <source>Cache limit</source>
        <translation>Cache-Grenze</translation>
    </message>
    <message>
        <source>%1 entries</source>
        <translation>%1 Einträge</translation>
    </message>
</context>
<context>
    <name>CsvRecording</name>
    <message>
        <source>not a regular file</source>
        <translation>keine reguläre Datei</translation>
    </message>
    <message>
        <source>another program records to it</source>
        <translation>ein anderes Programm zeichnet bereits dort auf</translation>
    </message>
    <message>
        <source>it is there already and is no recording of samples</source>
        <translation>die Datei ist schon vorhanden und keine Aufzeichnung von Messungen</translation>
    </message>
</context>
<context>
    <name>EntryFilter</name>
    <message>
        <source>Write %1 with &lt;, &lt;=, &gt;, &gt;= or =, for example %2.</source>
        <translation>%1 mit &lt;, &lt;=, &gt;, &gt;= oder = schreiben, zum Beispiel %2.</translation>
    </message>
    <message>
        <source>Write pinned:yes or pinned:no.</source>
        <translation>pinned:yes oder pinned:no schreiben.</translation>
    </message>
    <message>
        <source>Write tier:memory, tier:disk, tier:memory-only or tier:disk-only.</source>
        <translation>tier:memory, tier:disk, tier:memory-only oder tier:disk-only schreiben.</translation>
    </message>
    <message>
        <source>Compare hits with a number, for example hits&lt;2; &apos;%1&apos; is not a number.</source>
        <translation>Treffer werden mit einer Zahl verglichen, zum Beispiel hits&lt;2; „%1“ ist keine.</translation>
    </message>
    <message>
        <source>Write a size as a number and k, M, G or no unit, for example size&gt;64k; &apos;%1&apos; is not a size.</source>
        <translation>Eine Größe als Zahl mit k, M, G oder ohne Einheit schreiben, zum Beispiel size&gt;64k; „%1“ ist keine.</translation>
    </message>
    <message>
        <source>Write an age as a number and s, min, h, d or w, for example age&gt;2h; &apos;%1&apos; is not an age.</source>
        <translation>Ein Alter als Zahl mit s, min, h, d oder w schreiben, zum Beispiel age&gt;2h; „%1“ ist keines.</translation>
    </message>
    <message>
        <source>An age never matches exactly. Write age with &lt; or &gt;, for example age&gt;2h.</source>
        <translation>Ein Alter trifft nie genau zu: age mit &lt; oder &gt; schreiben, zum Beispiel age&gt;2h.</translation>
    </message>
    <message>
        <source>Write a folder with its whole path, for example folder:/data, and in quotes if it has spaces: folder:&quot;/my data&quot;.</source>
        <translation>Einen Ordner mit dem ganzen Pfad angeben, zum Beispiel folder:/data, und mit Leerzeichen in Anführungszeichen: folder:&quot;/my data&quot;.</translation>
    </message>
    <message>
        <source>Write error:yes or error:no.</source>
        <translation>error:yes oder error:no schreiben.</translation>
    </message>
    <message>
        <source>Unknown term &apos;%1&apos;. Available: size, hits, age, tier, pinned, error and folder. To search paths for this text, put it in quotes.</source>
        <translation>Unbekannter Ausdruck „%1“. Verfügbar: size, hits, age, tier, pinned, error und folder. Um diesen Text in Pfaden zu suchen, ihn in Anführungszeichen setzen.</translation>
    </message>
    <message>
        <source>Part of the path, and terms; all of them must match.
size&gt;64k size&lt;1M: size of the metadata
hits&lt;2 hits&gt;=10: number of requests
age&gt;2h age&lt;3d: time since it was read and stored
tier:memory tier:disk: where it is; tier:disk-only: only there
pinned:yes pinned:no
error:yes error:no: the metadata reader did not understand the file, or did
folder:/data: below this folder
&quot;size&gt;64k&quot;: in quotes, this text in the path</source>
        <translation>Ein Teil des Pfades und Ausdrücke; alle müssen zutreffen.
size&gt;64k size&lt;1M: Größe der Metadaten
hits&lt;2 hits&gt;=10: Anzahl der Anfragen
age&gt;2h age&lt;3d: Zeit, seit sie gelesen und abgelegt wurden
tier:memory tier:disk: wo sie sind; tier:disk-only: nur dort
pinned:yes pinned:no
error:yes error:no: der Metadatenleser hat die Datei nicht verstanden, oder verstanden
folder:/data: unterhalb dieses Ordners
&quot;size&gt;64k&quot;: in Anführungszeichen, dieser Text im Pfad</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 ist nicht lesbar: %2</translation>
    </message>
    <message>
        <source>%1: one of the values is not a number.</source>
        <translation>%1: Einer der Werte ist keine Zahl.</translation>
    </message>
    <message>
        <source>%1 must begin at least %2 below %3.</source>
        <translation>%1 muss mindestens %2 unter %3 beginnen.</translation>
    </message>
    <message>
        <source>The metadata reader exiftool is missing. Install it (Debian, Ubuntu: package libimage-exiftool-perl; Fedora: perl-Image-ExifTool), then scan again.</source>
        <translation>Der Metadatenleser exiftool fehlt. Ihn installieren (Debian, Ubuntu: Paket libimage-exiftool-perl; Fedora: perl-Image-ExifTool) und den Ordner dann erneut einlesen.</translation>
    </message>
    <message>
        <source>The folder cannot be listed: %1</source>
        <translation>Der Ordner lässt sich nicht auflisten: %1</translation>
    </message>
    <message>
        <source>The file cannot be read: %1</source>
        <translation>Die Datei ist nicht lesbar: %1</translation>
    </message>
    <message>
        <source>The metadata reader exiftool does not start: %1</source>
        <translation>Der Metadatenleser exiftool startet nicht: %1</translation>
    </message>
    <message>
        <source>%1 contains no usable values: %2</source>
        <translation>%1 enthält keine brauchbaren Werte: %2</translation>
    </message>
    <message>
        <source>%1: every percentage must be between 0 and 100.</source>
        <translation>%1: Jeder Prozentwert muss zwischen 0 und 100 liegen.</translation>
    </message>
    <message>
        <source>%1 must end below the value at which it begins; otherwise it would flap.</source>
        <translation>%1 muss unter dem Wert enden, bei dem die Stufe beginnt, sonst würde sie ständig wechseln.</translation>
    </message>
    <message>
        <source>%1 must not end below the value at which %2 ends.</source>
        <translation>%1 darf nicht unter dem Wert enden, bei dem %2 endet.</translation>
    </message>
    <message>
        <source>%1: the hold must be between 0 s and 1 hour.</source>
        <translation>%1: Die Haltezeit muss zwischen 0&#xa0;s und 1&#xa0;Stunde liegen.</translation>
    </message>
    <message>
        <source>%1: the target must be below the value at which the level begins.</source>
        <translation>%1: Das Ziel muss unter dem Wert liegen, bei dem die Stufe beginnt.</translation>
    </message>
    <message>
        <source>The file changed while it was read. The next scan reads it again.</source>
        <translation>Die Datei hat sich beim Lesen geändert. Das nächste Einlesen liest sie erneut.</translation>
    </message>
    <message>
        <source>The metadata reader returned no usable result for this file.</source>
        <translation>Der Metadatenleser lieferte für diese Datei kein brauchbares Ergebnis.</translation>
    </message>
    <message>
        <source>The metadata reader took too long for this file and was stopped.</source>
        <translation>Der Metadatenleser brauchte für diese Datei zu lange und wurde abgebrochen.</translation>
    </message>
    <message>
        <source>The metadata of this file exceeds the size limit.</source>
        <translation>Die Metadaten dieser Datei überschreiten die zulässige Größe.</translation>
    </message>
    <message>
        <source>The metadata reader cannot interpret this file: %1</source>
        <translation>Der Metadatenleser kann diese Datei nicht auswerten: %1</translation>
    </message>
    <message>
        <source>The metadata was read but not cached: neither memory nor disk has room for it.</source>
        <translation>Die Metadaten wurden gelesen, aber nicht abgelegt: Weder im Speicher noch auf dem Datenträger ist Platz dafür.</translation>
    </message>
    <message>
        <source>%1 It is read again when the file changes, or with &apos;Read again now&apos; in the menu of its cache entry.</source>
        <translation>%1 Neu gelesen wird, wenn die Datei sich ändert oder mit „Jetzt neu lesen“ im Menü ihres Cache-Eintrags.</translation>
    </message>
    <message>
        <source>The disk is full; the cache continues in memory only. Free some space; the cache then uses the disk again.</source>
        <translation>Der Datenträger ist voll; der Cache arbeitet nur noch im Speicher. Platz schaffen, dann nutzt der Cache den Datenträger wieder.</translation>
    </message>
    <message>
        <source>The cache folder is read-only; the cache continues in memory only. Make the folder writable.</source>
        <translation>Der Cache-Ordner ist schreibgeschützt; der Cache arbeitet nur noch im Speicher. Den Ordner beschreibbar machen.</translation>
    </message>
    <message>
        <source>Another program has locked the disk store; the cache continues in memory only. Close that program.</source>
        <translation>Ein anderes Programm hat die Ablage gesperrt; der Cache arbeitet nur noch im Speicher. Jenes Programm schließen.</translation>
    </message>
    <message>
        <source>The disk reports errors; the cache continues in memory only. Check the disk.</source>
        <translation>Der Datenträger meldet Fehler: Der Cache arbeitet nur noch im Speicher. Bitte den Datenträger prüfen.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln damaged part(s) of the disk store moved aside and replaced; the newest is at %1.</source>
        <translation>
            <numerusform>%Ln beschädigter Teil der Ablage wurde beiseitegelegt und ersetzt; er liegt unter %1.</numerusform>
            <numerusform>%Ln beschädigte Teile der Ablage wurden beiseitegelegt und ersetzt; der neueste liegt unter %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved to %1</source>
        <translation>In %1 gespeichert</translation>
    </message>
    <message>
        <source>Not saved to %1: %2</source>
        <translation>Nicht in %1 gespeichert: %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln damaged part(s) of the disk store moved aside and replaced.</source>
        <translation>
            <numerusform>%Ln beschädigter Teil der Ablage wurde beiseitegelegt und ersetzt.</numerusform>
            <numerusform>%Ln beschädigte Teile der Ablage wurden beiseitegelegt und ersetzt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Events</name>
    <message numerus="yes">
        <source>Limit set from %1 to %2 entries: %Ln evicted, RSS %3</source>
        <translation>
            <numerusform>Grenze von %1 auf %2 Einträge gesetzt: %Ln verdrängt, RSS %3</numerusform>
            <numerusform>Grenze von %1 auf %2 Einträge gesetzt: %Ln verdrängt, RSS %3</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 begins at %2 → %3</source>
        <translation>%1 beginnt bei %2 → %3</translation>
    </message>
    <message>
        <source>%1 hold %2 → %3</source>
        <translation>%1 Haltezeit %2 → %3</translation>
    </message>
    <message>
        <source>%1 target %2 → %3</source>
        <translation>%1 Ziel %2 → %3</translation>
    </message>
    <message>
        <source>Thresholds applied: %1</source>
        <translation>Schwellen angewendet: %1</translation>
    </message>
    <message>
        <source>; </source>
        <translation>; </translation>
    </message>
    <message>
        <source>The disk store works again</source>
        <translation>Die Ablage auf dem Datenträger arbeitet wieder</translation>
    </message>
    <message>
        <source>Scan of %1 cancelled after %2: %3</source>
        <translation>Einlesen von %1 nach %2 abgebrochen: %3</translation>
    </message>
    <message>
        <source>Scan of %1 finished in %2: %3</source>
        <translation>Einlesen von %1 in %2 abgeschlossen: %3</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>Cache</translation>
    </message>
    <message>
        <source>Thresholds</source>
        <translation>Schwellen</translation>
    </message>
    <message>
        <source>Signal</source>
        <translation>Signal</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>Ablage</translation>
    </message>
    <message>
        <source>Scan</source>
        <translation>Einlesen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>%1 → %2: %3, and %4</source>
        <translation>%1 → %2: %3, und %4</translation>
    </message>
    <message>
        <source>%1 → %2: %3</source>
        <translation>%1 → %2: %3</translation>
    </message>
    <message>
        <source>The clock was set back by %1</source>
        <translation>Die Uhr wurde um %1 zurückgestellt</translation>
    </message>
    <message>
        <source>The clock was set forward by %1</source>
        <translation>Die Uhr wurde um %1 vorgestellt</translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation>Vorhersage</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Uhr</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Aufzeichnung</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>the time a note is about, and its text</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>Vorfall</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>%1 → %2 entries</source>
        <translation>%1 → %2 Einträge</translation>
    </message>
    <message>
        <source>%1 → %2 of memory</source>
        <translation>%1 → %2 im Speicher</translation>
    </message>
    <message>
        <source>the limit adapts again</source>
        <translation>die Grenze passt sich wieder an</translation>
    </message>
    <message>
        <source>the limit no longer adapts</source>
        <translation>die Grenze passt sich nicht mehr an</translation>
    </message>
    <message>
        <source>Settings applied: %1</source>
        <translation>Einstellungen angewendet: %1</translation>
    </message>
    <message>
        <source>%1, %2: %3 → %4</source>
        <comment>a group of settings, a setting in it, was, is</comment>
        <translation>%1, %2: %3 → %4</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>und %Ln weitere</numerusform>
            <numerusform>und %Ln weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln files, %1 from the cache, %2 read, %3 failed, %4 not understood, %5 vanished</source>
        <translation>
            <numerusform>%Ln Datei, %1 aus dem Cache, %2 gelesen, %3 fehlgeschlagen, %4 nicht verstanden, %5 verschwunden</numerusform>
            <numerusform>%Ln Dateien, %1 aus dem Cache, %2 gelesen, %3 fehlgeschlagen, %4 nicht verstanden, %5 verschwunden</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 → %2: %3; two samples reached %4</source>
        <translation>%1 → %2: %3; zwei Messungen erreichten %4</translation>
    </message>
    <message>
        <source>%1 → %2: %3; one sample above %4 is enough</source>
        <translation>%1 → %2: %3; eine Messung über %4 genügt</translation>
    </message>
    <message>
        <source>%1 → %2: %3, below %4 for the whole hold</source>
        <translation>%1 → %2: %3, die ganze Haltezeit unter %4</translation>
    </message>
    <message>
        <source>%1 expected in about %2: %3, rising by %4 per minute</source>
        <translation>%1 in etwa %2 zu erwarten: %3, steigt um %4 je Minute</translation>
    </message>
    <message numerus="yes">
        <source>Limit cut at %1 from %2 to %3 entries: %Ln evicted (%4), RSS %5, in %6</source>
        <translation>
            <numerusform>Grenze bei %1 von %2 auf %3 Einträge gesenkt: %Ln verdrängt (%4), RSS %5, in %6</numerusform>
            <numerusform>Grenze bei %1 von %2 auf %3 Einträge gesenkt: %Ln verdrängt (%4), RSS %5, in %6</numerusform>
        </translation>
    </message>
    <message>
        <source>%1; %2 of it will be freed when the last reader finishes</source>
        <translation>%1; %2 davon werden frei, wenn ihr letzter Leser fertig ist</translation>
    </message>
    <message>
        <source>Limit raised at %1 from %2 to %3 entries</source>
        <translation>Grenze bei %1 von %2 auf %3 Einträge erhöht</translation>
    </message>
    <message>
        <source>%1 (process %2) uses %3</source>
        <translation>%1 (Prozess %2) mit %3</translation>
    </message>
    <message>
        <source>Effect of action %1: %2 evicted; RSS %3 at once, %4 after 250&#xa0;ms, %5 after 2&#xa0;s; memory in use %6 → %7</source>
        <translation>Wirkung von Eingriff %1: %2 verdrängt; RSS %3 sofort, %4 nach 250&#xa0;ms, %5 nach 2&#xa0;s; belegter Speicher %6 → %7</translation>
    </message>
    <message>
        <source>%1 returned soon after it ended; it is now held for %2</source>
        <translation>%1 kehrte kurz nach ihrem Ende zurück; die Stufe wird jetzt %2 gehalten</translation>
    </message>
    <message>
        <source>%1 returned soon after pressure fell; the limit now waits %2 before it grows</source>
        <translation>%1 kehrte kurz nach einem Rückgang zurück; die Grenze wartet jetzt %2, ehe sie wächst</translation>
    </message>
    <message>
        <source>Eviction does not help: the system got back only %2 of %1 evicted; the limit will not grow until NORMAL</source>
        <translation>Verdrängen hilft nicht: Von verdrängten %1 bekam das System nur %2 zurück; die Grenze wächst erst bei NORMAL wieder</translation>
    </message>
    <message>
        <source>%1. Largest process: %2</source>
        <translation>%1. Größter Prozess: %2</translation>
    </message>
    <message>
        <source>The limit adapts to pressure again</source>
        <translation>Die Grenze passt sich wieder dem Druck an</translation>
    </message>
    <message>
        <source>The limit is held at %1 of the configured limit until %2</source>
        <translation>Die Grenze wird bis %2 bei %1 der eingestellten Grenze gehalten</translation>
    </message>
    <message>
        <source>The machine was suspended for %1</source>
        <translation>Der Rechner war %1 im Ruhezustand</translation>
    </message>
    <message>
        <source>Recording to %1 continues</source>
        <translation>Die Aufzeichnung in %1 läuft wieder</translation>
    </message>
    <message>
        <source>Recording to %1 failed: %2. Monitoring continues.</source>
        <translation>Die Aufzeichnung in %1 schlug fehl: %2. Die Überwachung läuft weiter.</translation>
    </message>
    <message>
        <source>Disk store compacted from %1 to %2; no entry removed</source>
        <translation>Ablage auf dem Datenträger von %1 auf %2 verkleinert; kein Eintrag entfernt</translation>
    </message>
    <message numerus="yes">
        <source>Disk store compacted from %1 to %2; %Ln entries removed, %3 of them expired</source>
        <translation>
            <numerusform>Ablage auf dem Datenträger von %1 auf %2 verkleinert; %Ln Eintrag entfernt, davon %3 verfallen</numerusform>
            <numerusform>Ablage auf dem Datenträger von %1 auf %2 verkleinert; %Ln Einträge entfernt, davon %3 verfallen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 ends below %2 → %3</source>
        <translation>%1 endet unter %2 → %3</translation>
    </message>
    <message>
        <source>Thresholds applied; none changed</source>
        <translation>Schwellen angewendet, keine verändert</translation>
    </message>
    <message>
        <source>%1 → %2 of disk after a restart</source>
        <translation>%1 → %2 auf dem Datenträger nach einem Neustart</translation>
    </message>
    <message>
        <source>entries expire after %1, in effect after a restart</source>
        <translation>Einträge verfallen nach %1, wirksam nach einem Neustart</translation>
    </message>
    <message>
        <source>entries never expire, in effect after a restart</source>
        <translation>Einträge verfallen nie, wirksam nach einem Neustart</translation>
    </message>
    <message>
        <source>limits and basis unchanged</source>
        <translation>Grenzen und Basis unverändert</translation>
    </message>
    <message>
        <source>Preset %1 applied: %2</source>
        <translation>Vorgabe %1 angewendet: %2</translation>
    </message>
    <message>
        <source>Signal lost: %1. The level stays as it is.</source>
        <translation>Signal verloren: %1. Die Stufe bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>Signal restored</source>
        <translation>Signal wiederhergestellt</translation>
    </message>
    <message>
        <source>Some settings in %1 are invalid; their defaults apply: %2</source>
        <translation>Einige Einstellungen in %1 sind ungültig; dort gelten die Standardwerte: %2</translation>
    </message>
    <message>
        <source>The settings in %1 were changed by another program and are now in effect</source>
        <translation>Die Einstellungen in %1 wurden von einem anderen Programm geändert und gelten jetzt</translation>
    </message>
    <message>
        <source>The settings in %1 can no longer be used; the current settings stay in effect</source>
        <translation>Die Einstellungen in %1 sind unbrauchbar geworden; die bisherigen gelten weiter</translation>
    </message>
    <message>
        <source>The settings in %1 can no longer be used; the current settings stay in effect. The file was kept as %2</source>
        <translation>Die Einstellungen in %1 sind unbrauchbar geworden; die bisherigen gelten weiter. Die Datei wurde als %2 aufbewahrt</translation>
    </message>
    <message>
        <source>The settings in %1 cannot be used; the defaults apply</source>
        <translation>Die Einstellungen in %1 sind unbrauchbar; es gelten die Standardwerte</translation>
    </message>
    <message>
        <source>The settings in %1 cannot be used; the defaults apply. The file was kept as %2</source>
        <translation>Die Einstellungen in %1 sind unbrauchbar; es gelten die Standardwerte. Die Datei wurde als %2 aufbewahrt</translation>
    </message>
    <message>
        <source>less than %1</source>
        <translation>unter %1</translation>
    </message>
    <message numerus="yes">
        <source>the cache was cleared: %Ln entries</source>
        <translation>
            <numerusform>alle Einträge wurden gelöscht: %Ln Eintrag</numerusform>
            <numerusform>alle Einträge wurden gelöscht: %Ln Einträge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries stored</source>
        <translation>
            <numerusform>%Ln Eintrag gespeichert</numerusform>
            <numerusform>%Ln Einträge gespeichert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries deleted</source>
        <translation>
            <numerusform>%Ln Eintrag gelöscht</numerusform>
            <numerusform>%Ln Einträge gelöscht</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries restored</source>
        <translation>
            <numerusform>%Ln Eintrag wiederhergestellt</numerusform>
            <numerusform>%Ln Einträge wiederhergestellt</numerusform>
        </translation>
    </message>
    <message>
        <source>a deletion was made final</source>
        <translation>eine Löschung wurde endgültig gemacht</translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries pinned</source>
        <translation>
            <numerusform>%Ln Eintrag angeheftet</numerusform>
            <numerusform>%Ln Einträge angeheftet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries unpinned</source>
        <translation>
            <numerusform>%Ln Eintrag losgelöst</numerusform>
            <numerusform>%Ln Einträge losgelöst</numerusform>
        </translation>
    </message>
    <message>
        <source>the settings were changed</source>
        <translation>die Einstellungen wurden geändert</translation>
    </message>
    <message>
        <source>preset %1 was saved</source>
        <translation>Vorgabe %1 wurde gespeichert</translation>
    </message>
    <message>
        <source>preset %1 was deleted</source>
        <translation>Vorgabe %1 wurde gelöscht</translation>
    </message>
    <message>
        <source>a scan of %1 was started</source>
        <translation>das Einlesen von %1 wurde begonnen</translation>
    </message>
    <message>
        <source>the scan was cancelled</source>
        <translation>das Einlesen wurde abgebrochen</translation>
    </message>
    <message>
        <source>the limit&apos;s snooze was changed</source>
        <translation>das Aussetzen der Grenze wurde geändert</translation>
    </message>
    <message>
        <source>the access tokens were replaced</source>
        <translation>die Zugriffstoken wurden ersetzt</translation>
    </message>
    <message>
        <source>Through the API (%1): %2</source>
        <comment>who did it, and what was done</comment>
        <translation>Über die API (%1): %2</translation>
    </message>
    <message>
        <source>API</source>
        <translation>API</translation>
    </message>
    <message>
        <source>%1: %2 (through the API, %3)</source>
        <comment>the time a note is about, its text, and who wrote it</comment>
        <translation>%1: %2 (über die API, %3)</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>Prozesse</translation>
    </message>
    <message>
        <source>this program</source>
        <translation>dieses Programm</translation>
    </message>
    <message>
        <source>%1 %2 (%3 of it in swap)</source>
        <comment>a program and its memory</comment>
        <translation>%1 %2 (davon %3 ausgelagert)</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a program and its memory</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Most memory at that moment: %1</source>
        <translation>Am meisten Speicher in diesem Moment: %1</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between programs</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <comment>a level and the next one</comment>
        <translation>%1 → %2</translation>
    </message>
    <message numerus="yes">
        <source>%1, limit cut to %Ln entries</source>
        <comment>a level</comment>
        <translation>
            <numerusform>%1, Grenze auf %Ln Eintrag gesenkt</numerusform>
            <numerusform>%1, Grenze auf %Ln Einträge gesenkt</numerusform>
        </translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>whether a cut helped, and its figures</comment>
        <translation>%1. %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more</source>
        <extracomment>More changes, at the end of a list of some</extracomment>
        <translation>
            <numerusform>%Ln weitere</numerusform>
            <numerusform>%Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>What if</source>
        <translation>Was wäre wenn</translation>
    </message>
    <message>
        <source>the whole curve was played</source>
        <comment>why a rehearsal ended</comment>
        <translation>die ganze Kurve wurde abgespielt</translation>
    </message>
    <message>
        <source>it was stopped</source>
        <comment>why a rehearsal ended</comment>
        <translation>sie wurde beendet</translation>
    </message>
    <message>
        <source>it was stopped through the API, %1</source>
        <comment>why a rehearsal ended</comment>
        <translation>sie wurde über die API beendet, %1</translation>
    </message>
    <message>
        <source>the machine itself reached %1</source>
        <comment>why a rehearsal ended; a level</comment>
        <translation>der Rechner selbst hat %1 erreicht</translation>
    </message>
    <message>
        <source>the limit was set not to adapt</source>
        <comment>why a rehearsal ended</comment>
        <translation>die Grenze wurde auf „nicht anpassen“ gestellt</translation>
    </message>
    <message>
        <source>the program ended</source>
        <comment>why a rehearsal ended</comment>
        <translation>das Programm wurde beendet</translation>
    </message>
    <message>
        <source>Rehearsal on this cache began: %1</source>
        <comment>a curve and its speed</comment>
        <translation>Probe an diesem Cache begonnen: %1</translation>
    </message>
    <message>
        <source>Rehearsal on this cache began through the API (%2): %1</source>
        <comment>a curve and its speed; who did it</comment>
        <translation>Probe an diesem Cache über die API begonnen (%2): %1</translation>
    </message>
    <message>
        <source>Rehearsal</source>
        <translation>Probe</translation>
    </message>
    <message>
        <source>Rehearsal at %1: limit raised from %2 to %3 entries</source>
        <translation>Probe bei %1: Grenze von %2 auf %3 Einträge erhöht</translation>
    </message>
    <message numerus="yes">
        <source>Rehearsal at %1: limit cut from %2 to %3 entries; %Ln evicted (%4), RSS %5, in %6</source>
        <translation>
            <numerusform>Probe bei %1: Grenze von %2 auf %3 Einträge gesenkt; %Ln verdrängt (%4), RSS %5, in %6</numerusform>
            <numerusform>Probe bei %1: Grenze von %2 auf %3 Einträge gesenkt; %Ln verdrängt (%4), RSS %5, in %6</numerusform>
        </translation>
    </message>
    <message>
        <source>Rehearsal, effect of action %1: %2 evicted; RSS %3 at once, %4 after 250&#xa0;ms, %5 after 2&#xa0;s</source>
        <translation>Probe, Wirkung von Eingriff %1: %2 verdrängt; RSS %3 sofort, %4 nach 250&#xa0;ms, %5 nach 2&#xa0;s</translation>
    </message>
    <message>
        <source>a program</source>
        <comment>whose name is left out</comment>
        <translation>Programm ohne Namen</translation>
    </message>
    <message>
        <source>Some settings in %1 are invalid; their defaults apply</source>
        <translation>Einige Einstellungen in %1 sind ungültig; dort gelten die Standardwerte</translation>
    </message>
    <message>
        <source>a note</source>
        <comment>whose text is left out</comment>
        <translation>Notiz ohne Text</translation>
    </message>
    <message>
        <source>a preset was saved</source>
        <comment>whose name is left out</comment>
        <translation>eine Vorgabe wurde gespeichert</translation>
    </message>
    <message>
        <source>a preset was deleted</source>
        <comment>whose name is left out</comment>
        <translation>eine Vorgabe wurde gelöscht</translation>
    </message>
    <message>
        <source>Through the API: %1</source>
        <comment>what was done</comment>
        <translation>Über die API: %1</translation>
    </message>
    <message numerus="yes">
        <source>Rehearsal on this cache ended after %1, %2: its cuts evicted %Ln entries (%3); the limit is %4 again</source>
        <comment>a duration, why, a size, a number of entries</comment>
        <translation>
            <numerusform>Probe an diesem Cache nach %1 zu Ende, %2: ihre Senkungen haben %Ln Eintrag verdrängt (%3); die Grenze ist wieder %4</numerusform>
            <numerusform>Probe an diesem Cache nach %1 zu Ende, %2: ihre Senkungen haben %Ln Einträge verdrängt (%3); die Grenze ist wieder %4</numerusform>
        </translation>
    </message>
    <message>
        <source>%1; of those not understood %2 empty; %3 of unknown type</source>
        <translation>%1; von den nicht verstandenen %2 leer; %3 von unbekanntem Typ</translation>
    </message>
</context>
<context>
    <name>Evidence</name>
    <message>
        <source>Requests that would find their entry in memory if the cache always had the limit of %1: %2 (standard error %3). With the configured limit: %4. Estimated from %5 requests since %6.</source>
        <translation>Anfragen, die ihren Eintrag im Speicher fänden, wenn der Cache immer die Grenze von %1 hätte: %2 (Standardfehler %3). Mit der eingestellten Grenze: %4. Geschätzt aus %5 Anfragen seit %6.</translation>
    </message>
    <message>
        <source>Hits are not estimated: the estimate for the limits that applied, %1, is off the measured %2 by more than 3 points.</source>
        <translation>Treffer sind nicht geschätzt: Die Schätzung für die geltenden Grenzen, %1, weicht von den gemessenen %2 um mehr als 3 Punkte ab.</translation>
    </message>
    <message>
        <source>Beside that it costs %1 of reading files an hour.</source>
        <translation>Außerdem kostet das %1 Lesen von Dateien je Stunde.</translation>
    </message>
    <message>
        <source>%1 %2 → %3</source>
        <comment>a figure, before and after</comment>
        <translation>%1 %2 → %3</translation>
    </message>
    <message>
        <source>%1 entered</source>
        <comment>a level; how often</comment>
        <translation>%1 erreicht</translation>
    </message>
    <message>
        <source>time in %1 or above</source>
        <translation>Zeit in %1 oder höher</translation>
    </message>
    <message>
        <source>stays under 30 s</source>
        <translation>Aufenthalte unter 30 s</translation>
    </message>
    <message>
        <source>cuts of the cache</source>
        <translation>Senkungen der Cache-Grenze</translation>
    </message>
    <message>
        <source>incidents warned of</source>
        <translation>angekündigte Vorfälle</translation>
    </message>
    <message>
        <source>hits in memory</source>
        <translation>Speichertreffer</translation>
    </message>
    <message>
        <source>With these thresholds the last %1 would have been the same.</source>
        <comment>a length of time</comment>
        <translation>Mit diesen Schwellen wären die letzten %1 gleich verlaufen.</translation>
    </message>
    <message>
        <source>With these thresholds the last %1 would have differed: %2</source>
        <comment>a length of time</comment>
        <translation>Mit diesen Schwellen wären die letzten %1 anders verlaufen: %2</translation>
    </message>
    <message>
        <source>Hits are not estimated yet: no program has asked the cache since the start.</source>
        <translation>Treffer sind noch nicht geschätzt: Seit dem Start hat kein Programm den Cache gefragt.</translation>
    </message>
    <message>
        <source>Hits are not estimated yet: the figures began again at %1, as they do at a start and when the configured limit changes, and the next %2 requests are not counted.</source>
        <comment>a time, a number</comment>
        <translation>Treffer sind noch nicht geschätzt: Die Zahlen haben um %1 neu begonnen, wie bei jedem Start und jeder Änderung der eingestellten Grenze, und die nächsten %2 Anfragen werden nicht gezählt.</translation>
    </message>
    <message>
        <source>Hits are not estimated yet: %1 of the %2 sampled requests that this needs, counted since %3.</source>
        <translation>Treffer sind noch nicht geschätzt: %1 von %2 nötigen Anfragen der Stichprobe, gezählt seit %3.</translation>
    </message>
    <message>
        <source>Time in %1 or above</source>
        <translation>Zeit in %1 oder höher</translation>
    </message>
    <message>
        <source>Stays under 30 s</source>
        <translation>Aufenthalte unter 30 s</translation>
    </message>
    <message>
        <source>Cuts of the cache</source>
        <translation>Senkungen der Cache-Grenze</translation>
    </message>
    <message>
        <source>Incidents warned of</source>
        <translation>Angekündigte Vorfälle</translation>
    </message>
    <message>
        <source>Hits in memory</source>
        <translation>Speichertreffer</translation>
    </message>
    <message>
        <source>There is no answer: %1</source>
        <translation>Es gibt keine Antwort: %1</translation>
    </message>
    <message>
        <source>%1 instead of %2 with the former settings.</source>
        <comment>levels</comment>
        <translation>%1 statt %2 mit den vorigen Einstellungen.</translation>
    </message>
    <message>
        <source>%1 instead of %2 with the former settings; cuts of the cache: %3 instead of %4.</source>
        <translation>%1 statt %2 mit den vorigen Einstellungen; Senkungen der Cache-Grenze: %3 statt %4.</translation>
    </message>
    <message>
        <source>Cuts of the cache: %1 instead of %2 with the former settings.</source>
        <translation>Senkungen der Cache-Grenze: %1 statt %2 mit den vorigen Einstellungen.</translation>
    </message>
    <message>
        <source>The same so far with the former settings.</source>
        <translation>Bisher dasselbe mit den vorigen Einstellungen.</translation>
    </message>
    <message>
        <source>The same now with the former settings; the level differed for a time.</source>
        <translation>Jetzt dasselbe mit den vorigen Einstellungen; die Stufe war eine Zeit lang anders.</translation>
    </message>
</context>
<context>
    <name>ExiftoolAnswer</name>
    <message>
        <source>exiftool answer</source>
        <comment>a kind of cache entry</comment>
        <translation>exiftool-Antwort</translation>
    </message>
    <message>
        <source>Error output:</source>
        <translation>Fehlerausgabe:</translation>
    </message>
</context>
<context>
    <name>FieldHelp</name>
    <message>
        <source>Unit: %1.</source>
        <translation>Einheit: %1.</translation>
    </message>
    <message>
        <source>Default: %1.</source>
        <translation>Standard: %1.</translation>
    </message>
</context>
<context>
    <name>Forecasts</name>
    <message>
        <source>It typically began within %1 of the forecast time.</source>
        <comment>a level, a duration</comment>
        <translation>Sie begann meist höchstens %1 vor oder nach der vorhergesagten Zeit.</translation>
    </message>
    <message>
        <source>It typically began more than %1 earlier than forecast.</source>
        <comment>a level</comment>
        <translation>Sie begann meist mehr als %1 früher als vorhergesagt.</translation>
    </message>
    <message>
        <source>It typically began more than %1 later than forecast.</source>
        <comment>a level</comment>
        <translation>Sie begann meist mehr als %1 später als vorhergesagt.</translation>
    </message>
    <message>
        <source>It typically began %1 to %2 earlier than forecast.</source>
        <comment>a level</comment>
        <translation>Sie begann meist %1 bis %2 früher als vorhergesagt.</translation>
    </message>
    <message>
        <source>It typically began %1 to %2 later than forecast.</source>
        <comment>a level</comment>
        <translation>Sie begann meist %1 bis %2 später als vorhergesagt.</translation>
    </message>
    <message numerus="yes">
        <source>Of %Ln forecasts of %1, %2 came true.</source>
        <comment>%1 is a level, %2 a number</comment>
        <translation>
            <numerusform>Von %Ln Vorhersage der Stufe %1 traf %2 ein.</numerusform>
            <numerusform>Von %Ln Vorhersagen der Stufe %1 trafen %2 ein.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 began %Ln times without a forecast.</source>
        <comment>a level</comment>
        <translation>
            <numerusform>%1 begann %Ln Mal ohne Vorhersage.</numerusform>
            <numerusform>%1 begann %Ln Mal ohne Vorhersage.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Up, Down</source>
        <translation>Pfeil auf, Pfeil ab</translation>
    </message>
    <message>
        <source>Move the selected handle by 0.1 points</source>
        <translation>Den ausgewählten Griff um 0,1&#xa0;Punkte verschieben</translation>
    </message>
    <message>
        <source>Page Up, Page Down</source>
        <translation>Bild auf, Bild ab</translation>
    </message>
    <message>
        <source>Move the selected handle by 1 point</source>
        <translation>Den ausgewählten Griff um 1&#xa0;Punkt verschieben</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Type the selected handle&apos;s value</source>
        <translation>Den Wert des ausgewählten Griffs eintippen</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Buttons</source>
        <translation>Schaltflächen</translation>
    </message>
    <message>
        <source>About Manometer</source>
        <translation>Über Manometer</translation>
    </message>
    <message>
        <source>Manometer %1</source>
        <translation>Manometer %1</translation>
    </message>
    <message>
        <source>Left, Right</source>
        <translation>Pfeil links, Pfeil rechts</translation>
    </message>
    <message>
        <source>Home, End</source>
        <translation>Pos1, Ende</translation>
    </message>
    <message>
        <source>Ctrl+C</source>
        <translation>Strg+C</translation>
    </message>
    <message>
        <source>Copy the selected rows of a table</source>
        <translation>Die ausgewählten Zeilen einer Tabelle kopieren</translation>
    </message>
    <message>
        <source>Drag in the chart</source>
        <translation>Im Diagramm ziehen</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>Mausrad</translation>
    </message>
    <message>
        <source>Zoom around the pointer; with Shift, move through time</source>
        <translation>Um den Zeiger zoomen; mit Umschalt durch die Zeit bewegen</translation>
    </message>
    <message>
        <source>Shift and drag</source>
        <translation>Umschalt und Ziehen</translation>
    </message>
    <message>
        <source>Move through time</source>
        <translation>Durch die Zeit bewegen</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>Themen</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>Diagramm</translation>
    </message>
    <message>
        <source>Thresholds</source>
        <translation>Schwellen</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Cache entries</source>
        <translation>Cache-Einträge</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>Scan</source>
        <translation>Einlesen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Überblick</translation>
    </message>
    <message>
        <source>Shift+F1</source>
        <translation>Umschalt+F1</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Explain the focused field</source>
        <translation>Das Feld erklären, das den Fokus hat</translation>
    </message>
    <message>
        <source>Move the crosshair; with Ctrl, ten times as far</source>
        <translation>Fadenkreuz bewegen, mit Strg zehnmal so weit</translation>
    </message>
    <message>
        <source>Move the crosshair to the first or last visible time</source>
        <translation>Fadenkreuz zum ersten oder letzten sichtbaren Zeitpunkt bewegen</translation>
    </message>
    <message>
        <source>Zoom into a period; double-click to go back</source>
        <translation>In einen Zeitabschnitt hineinzoomen; Doppelklick geht zurück</translation>
    </message>
    <message>
        <source>Monitors the memory pressure of this machine and keeps a cache of file metadata that shrinks when memory runs short.

Free software under the GNU General Public License, version 3 or later. Built with Qt %1.</source>
        <translation>Überwacht den Speicherdruck auf diesem Rechner und hält einen Cache von Dateimetadaten, der schrumpft, wenn der Speicher knapp wird.

Freie Software unter der GNU General Public License, Version 3 oder neuer. Gebaut mit Qt %1.</translation>
    </message>
    <message>
        <source>The blue line is the share of memory in use. The purple line is the memory of this program. Below them are the applied level, the cache size and an overview of the whole recording.</source>
        <translation>Die blaue Linie ist der Anteil des belegten Speichers. Die violette Linie ist der Speicher dieses Programms. Darunter stehen die geltende Stufe, die Größe des Caches und ein Überblick über die ganze Aufzeichnung.</translation>
    </message>
    <message>
        <source>Drag across a period to zoom into it, turn the wheel to zoom, double-click to go back. Space pauses the display; recording continues. L returns to live data.</source>
        <translation>Ziehen über einen Zeitabschnitt zoomt hinein, das Mausrad zoomt, ein Doppelklick geht zurück. Die Leertaste hält die Anzeige an; die Aufzeichnung läuft weiter. L kehrt zur Gegenwart zurück.</translation>
    </message>
    <message>
        <source>The arrow keys move a crosshair that shows the value of every line at that time. N and P move to the next and previous event. M adds a note at the crosshair.</source>
        <translation>Die Pfeiltasten bewegen ein Fadenkreuz, das den Wert jeder Linie zu dieser Zeit zeigt. N und P gehen zum nächsten und vorigen Ereignis. M legt eine Notiz am Fadenkreuz an.</translation>
    </message>
    <message>
        <source>A gap means that nothing was measured: the machine was suspended, the program was not running, or the signal was lost.</source>
        <translation>Eine Lücke heißt, dass nichts gemessen wurde: Der Rechner war im Ruhezustand, das Programm lief nicht, oder das Signal fehlte.</translation>
    </message>
    <message>
        <source>A level begins when two samples in a row reach its value; for CRITICAL, one sample is enough. It ends when memory use has stayed below the second value for the hold time. Levels fall one at a time.</source>
        <translation>Eine Stufe beginnt, wenn zwei Messungen in Folge ihren Wert erreichen; bei KRITISCH genügt eine. Sie endet, wenn die Speicherbelegung für die Haltezeit unter dem zweiten Wert geblieben ist. Stufen fallen einzeln.</translation>
    </message>
    <message>
        <source>A value that conflicts with the others is rejected, and the page says why.</source>
        <translation>Ein Wert, der den anderen widerspricht, wird abgelehnt, und die Seite sagt, warum.</translation>
    </message>
    <message>
        <source>Every change of the level, the cache limit and the settings, with the figures behind it.</source>
        <translation>Jede Änderung der Stufe, der Cache-Grenze und der Einstellungen, mit den zugrunde liegenden Zahlen.</translation>
    </message>
    <message>
        <source>Two seconds after each cut, an event says how much was evicted and how much of it the system got back.</source>
        <translation>Zwei Sekunden nach jeder Senkung sagt ein Ereignis, wie viel verdrängt wurde und wie viel davon das System zurückbekam.</translation>
    </message>
    <message>
        <source>Filter by text, kind and level, or show only events in the visible time range. Selecting an event also selects its mark in the chart. Enter moves the chart to its time.</source>
        <translation>Gefiltert wird nach Text, Art und Stufe oder nach dem sichtbaren Zeitraum. Wer ein Ereignis auswählt, wählt auch seine Marke im Diagramm aus. Eingabe bewegt das Diagramm zu seiner Zeit.</translation>
    </message>
    <message>
        <source>An entry is the metadata of one file, in memory, on disk or both. Filter by part of the path and by terms such as size&gt;64k, hits&lt;2, age&gt;2h, tier:disk or pinned:yes.</source>
        <translation>Ein Eintrag sind die Metadaten einer Datei, im Speicher, auf dem Datenträger oder in beiden. Gefiltert wird nach einem Teil des Pfades und nach Ausdrücken wie size&gt;64k, hits&lt;2, age&gt;2h, tier:disk oder pinned:yes.</translation>
    </message>
    <message>
        <source>Pinned entries are not evicted as long as they take no more than half of the limit. Deleting removes the cached metadata, never the file. You can undo it for 30 seconds.</source>
        <translation>Angeheftete Einträge werden nicht verdrängt, solange sie höchstens die Hälfte der Grenze ausmachen. Löschen entfernt die zwischengespeicherten Metadaten, nie die Datei. Das lässt sich 30 Sekunden lang rückgängig machen.</translation>
    </message>
    <message>
        <source>While &apos;Read-only&apos; in the &apos;Cache&apos; menu is checked, entries cannot be changed.</source>
        <translation>Solange „Schreibschutz“ im Menü „Cache“ angehakt ist, lassen sich Einträge nicht ändern.</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>Prozesse</translation>
    </message>
    <message>
        <source>The processes that use most memory, largest first. &apos;Resident&apos; includes shared pages in full. &apos;Own share&apos; (PSS) divides them among the processes that share them.</source>
        <translation>Die Prozesse mit dem größten Speicherverbrauch, die größten zuerst. „Resident“ enthält gemeinsam genutzte Seiten ganz. „Eigener Anteil“ (PSS) verteilt sie auf die Prozesse, die sie nutzen.</translation>
    </message>
    <message>
        <source>The line above the table says how much memory the cache uses, and so how much evicting it could free.</source>
        <translation>Die Zeile über der Tabelle sagt, wie viel Speicher der Cache belegt, also wie viel Verdrängen freigeben könnte.</translation>
    </message>
    <message>
        <source>Which signals of memory pressure work on this machine, how quickly each one responds, and why others do not work.</source>
        <translation>Welche Signale für Speicherdruck auf diesem Rechner funktionieren, wie schnell jedes reagiert und warum andere nicht funktionieren.</translation>
    </message>
    <message>
        <source>If the kernel does not measure stalls (PSI), the level depends only on the share of memory in use.</source>
        <translation>Wenn der Kernel Wartezeiten nicht misst (PSI), hängt die Stufe nur vom Anteil des belegten Speichers ab.</translation>
    </message>
    <message>
        <source>&apos;Add folder&apos; reads the metadata of all files below a folder into the cache. A file that is already cached and unchanged is not read again.</source>
        <translation>„Ordner hinzufügen“ liest die Metadaten aller Dateien unterhalb eines Ordners in den Cache ein. Eine Datei, die schon im Cache und unverändert ist, wird nicht noch einmal gelesen.</translation>
    </message>
    <message>
        <source>A separate process reads the files, with a time limit for each. If it hangs or crashes on a file, only that file fails, and it is listed with the reason.</source>
        <translation>Ein eigener Prozess liest die Dateien, mit einer Zeitgrenze für jede. Hängt er bei einer Datei oder stürzt er ab, schlägt nur diese Datei fehl und wird mit dem Grund aufgeführt.</translation>
    </message>
    <message>
        <source>A preset is a complete set of thresholds, limits and control loop values. A star beside its name means that the settings in effect differ from it.</source>
        <translation>Eine Vorgabe ist ein ganzer Satz von Schwellen, Grenzen und Werten der Regelung. Ein Stern neben ihrem Namen heißt, dass die geltenden Einstellungen davon abweichen.</translation>
    </message>
    <message>
        <source>The basis is the memory that decides the level: the machine&apos;s, the control group&apos;s, or whichever is fuller.</source>
        <translation>Die Basis ist der Speicher, der die Stufe bestimmt: der des Rechners, der der Kontrollgruppe oder der vollere von beiden.</translation>
    </message>
    <message>
        <source>The &apos;Settings&apos; dialog (Ctrl+,) sets how much the cache may use, when entries expire, and the values of the control loop. The help of each field gives its default.</source>
        <translation>Der Dialog „Einstellungen“ (Strg+,) legt fest, wie viel der Cache belegen darf, wann Einträge verfallen, und die Werte der Regelung. Die Hilfe jedes Feldes nennt seinen Standardwert.</translation>
    </message>
    <message>
        <source>Manometer monitors the memory pressure of this machine. Its cache of file metadata shrinks when memory runs short and grows back afterwards.</source>
        <translation>Manometer überwacht den Speicherdruck auf diesem Rechner. Sein Cache von Dateimetadaten schrumpft, wenn der Speicher knapp wird, und wächst danach wieder.</translation>
    </message>
    <message>
        <source>The top of the window shows the level that applies, the reason, and where the next level begins. Next to it are the cache limit and what will change it next.</source>
        <translation>Oben im Fenster stehen die geltende Stufe, der Grund und wo die nächste Stufe beginnt. Daneben stehen die Cache-Grenze und was sie als Nächstes ändert.</translation>
    </message>
    <message>
        <source>There are four levels: NORMAL, ELEVATED, HIGH and CRITICAL. The cache may keep 100 %, 75 % and 50 % of its limit, and at most 50 entries at CRITICAL. The limit grows back in steps once the level has fallen.</source>
        <translation>Es gibt vier Stufen: NORMAL, ERHÖHT, HOCH und KRITISCH. Der Cache darf 100 %, 75 % und 50 % seiner Grenze behalten, bei KRITISCH höchstens 50 Einträge. Ist die Stufe gefallen, wächst die Grenze in Schritten wieder.</translation>
    </message>
    <message>
        <source>&apos;Programs&apos; (Ctrl+5) lists the programs that get the answers of exiftool from this cache, and how much time that saved.</source>
        <translation>„Programme“ (Strg+5) zeigt, welche Programme die Antworten von exiftool aus diesem Cache bekommen und wie viel Zeit das gespart hat.</translation>
    </message>
    <message>
        <source>The largest processes are recorded when the level changes or the cache&apos;s limit is cut. Choose such a moment above the table, or press Enter on its event.</source>
        <translation>Die größten Prozesse werden aufgezeichnet, wenn die Stufe wechselt oder die Grenze des Caches gesenkt wird. Einen solchen Moment über der Tabelle wählen oder bei seinem Ereignis die Eingabetaste drücken.</translation>
    </message>
    <message>
        <source>By program or by control group, such as a service or a user&apos;s session, their own shares and swap are added up.</source>
        <translation>Nach Programm oder nach Kontrollgruppe, etwa einem Dienst oder der Sitzung eines Benutzers, werden eigene Anteile und Ausgelagertes zusammengezählt.</translation>
    </message>
    <message>
        <source>&apos;Composition of memory&apos; in the &apos;View&apos; menu (C) shows below the line what the memory is used for: what is in use, and the buffers and the cache of the kernel, most of which it can give back. Two lanes show how much of the swap is used, and for how much of the time programs waited for memory (PSI).</source>
        <translation>„Zusammensetzung des Speichers“ im Menü „Ansicht“ (C) zeigt unter der Linie, wofür der Speicher benutzt wird: was belegt ist, und die Puffer und den Cache des Kernels, deren größten Teil er zurückgeben kann. Zwei Streifen zeigen, wie viel des Auslagerungsspeichers belegt ist, und wie viel der Zeit Programme auf Speicher warteten (PSI).</translation>
    </message>
    <message>
        <source>Cancel a drag, hide the crosshair, deselect a handle; then discard the draft</source>
        <translation>Ziehen abbrechen, Fadenkreuz ausblenden, Griff abwählen; dann den Entwurf verwerfen</translation>
    </message>
    <message>
        <source>&apos;Folders&apos; (Ctrl+6) shows how many entries each folder has and how much memory and disk they take. Enter lists the entries of a folder.</source>
        <translation>„Ordner“ (Strg+6) zeigt, wie viele Einträge jeder Ordner hat und wie viel sie im Speicher und auf dem Datenträger belegen. Eingabe listet die Einträge eines Ordners auf.</translation>
    </message>
    <message>
        <source>&apos;Eviction target&apos; is for information: to what memory use would have to fall at a level. It is a percentage of memory, not of the cache, and the cache&apos;s limit does not depend on it. The status (&apos;Copy status as JSON&apos;, manometerctl, /metrics) has how much memory would have to become free for it. You can leave the default.</source>
        <translation>„Verdrängungsziel“ dient der Information: worauf die Speicherbelegung bei einer Stufe sinken müsste. Es ist ein Prozentwert des Speichers, nicht des Caches, und die Cache-Grenze hängt nicht davon ab. Der Status („Status als JSON kopieren“, manometerctl, /metrics) nennt, wie viel Speicher dafür frei werden müsste. Der Standard kann bleiben.</translation>
    </message>
    <message>
        <source>&apos;Cache keeps&apos; is the most entries the cache may keep in memory at a level. An empty cache has the same limit. If it is too small for your work, raise the cache&apos;s limit in the &apos;Settings&apos; dialog (Ctrl+,).</source>
        <translation>„Cache behält“ sind die Einträge, die der Cache bei einer Stufe höchstens im Speicher behalten darf. Ein leerer Cache hat dieselbe Grenze. Ist sie für die Arbeit zu klein, lässt sich die Cache-Grenze im Dialog „Einstellungen“ (Strg+,) erhöhen.</translation>
    </message>
    <message>
        <source>&apos;Hits in memory&apos; is an estimate: the share of requests that would find their entry in memory if the cache always had the limit of that level. If a level would cost many hits, let it begin later, or raise the cache&apos;s limit. The row is missing until there are enough requests for an estimate.</source>
        <translation>„Speichertreffer“ ist eine Schätzung: der Anteil der Anfragen, die ihren Eintrag im Speicher fänden, wenn der Cache immer die Grenze dieser Stufe hätte. Würde eine Stufe viele Treffer kosten, sie später beginnen lassen oder die Cache-Grenze erhöhen. Die Zeile fehlt, bis es genug Anfragen für eine Schätzung gibt.</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>Was wäre wenn</translation>
    </message>
    <message>
        <source>The recorded memory use of the last day is replayed with the thresholds that were in effect and with the draft: how often each level begins, how long it lasts, and what that does to the cache. The table follows a handle while you drag it.</source>
        <translation>Die aufgezeichnete Speicherbelegung des letzten Tages wird mit den Schwellen durchgespielt, die galten, und mit dem Entwurf: wie oft jede Stufe beginnt, wie lange sie dauert und was das mit dem Cache macht. Die Tabelle folgt einem Griff, während man ihn zieht.</translation>
    </message>
    <message>
        <source>Below the chart a second ribbon shows the levels of the draft. Where they differ from those in effect it is hatched; a click there zooms to the difference.</source>
        <translation>Unter dem Diagramm zeigt ein zweites Band die Stufen des Entwurfs. Wo sie von den geltenden abweichen, ist es schraffiert; ein Klick dort vergrößert den Unterschied.</translation>
    </message>
    <message>
        <source>The replay assumes that the machine&apos;s pressure would have been the same: it does not know what a larger or smaller cache would have changed for other programs.</source>
        <translation>Das Durchspielen nimmt an, dass der Druck auf dem Rechner derselbe gewesen wäre: Es weiß nicht, was ein größerer oder kleinerer Cache für andere Programme geändert hätte.</translation>
    </message>
    <message>
        <source>Mark notes about bad moments as incidents (M): the table then says which thresholds would have warned of them, and &apos;Suggest&apos; searches thresholds that do.</source>
        <translation>Notizen zu schlechten Momenten als Vorfall markieren (M): Die Tabelle sagt dann, welche Schwellen davor gewarnt hätten, und „Vorschlagen“ sucht Schwellen, die es tun.</translation>
    </message>
    <message>
        <source>The curve shows which share of the requests misses at the cache limit of each level, estimated from a sample of the requests.</source>
        <translation>Die Kurve zeigt, welcher Anteil der Anfragen bei der Cache-Grenze jeder Stufe ohne Treffer bleibt, geschätzt aus einer Stichprobe der Anfragen.</translation>
    </message>
    <message>
        <source>Drag a handle in the chart or type a value. A draft is not in effect until you apply it (Ctrl+Enter). You can undo this for one minute. Its note in the chart counts how often memory use in view crossed the value; &apos;What if&apos; counts how often the level is entered, with its hold time.</source>
        <translation>Einen Griff im Diagramm ziehen oder einen Wert eintippen. Ein Entwurf gilt erst, wenn er angewendet ist (Strg+Eingabe). Das lässt sich eine Minute lang rückgängig machen. Seine Notiz im Diagramm zählt, wie oft die Speicherbelegung im Bild den Wert gekreuzt hat; „Was wäre wenn“ zählt, wie oft die Stufe erreicht wird, mit ihrer Haltezeit.</translation>
    </message>
</context>
<context>
    <name>HistogramItem</name>
    <message>
        <source>p50</source>
        <translation>p50</translation>
    </message>
    <message>
        <source>p95</source>
        <translation>p95</translation>
    </message>
    <message>
        <source>p99</source>
        <translation>p99</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a percentile and its value</comment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>LanesItem</name>
    <message>
        <source>Applied</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>Cache</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>RSS</source>
        <comment>this program&apos;s resident memory</comment>
        <translation>RSS</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
</context>
<context>
    <name>Levels</name>
    <message>
        <source>NORMAL</source>
        <translation>NORMAL</translation>
    </message>
    <message>
        <source>ELEVATED</source>
        <translation>ERHÖHT</translation>
    </message>
    <message>
        <source>HIGH</source>
        <translation>HOCH</translation>
    </message>
    <message>
        <source>CRITICAL</source>
        <translation>KRITISCH</translation>
    </message>
    <message>
        <source>tasks wait for memory</source>
        <translation>Prozesse warten auf Speicher</translation>
    </message>
    <message>
        <source>the service manager reports memory pressure</source>
        <translation>der Diensteverwalter meldet Speicherdruck</translation>
    </message>
    <message>
        <source>the kernel ran out of memory</source>
        <translation>dem Kernel ging der Speicher aus</translation>
    </message>
    <message>
        <source>%1 of memory in use</source>
        <translation>%1 des Speichers belegt</translation>
    </message>
    <message>
        <source>%1 of the control group&apos;s memory in use</source>
        <translation>%1 des Speichers der Kontrollgruppe belegt</translation>
    </message>
    <message>
        <source>tasks of the control group wait for memory</source>
        <translation>Prozesse der Kontrollgruppe warten auf Speicher</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 ließ sich nicht schreiben: %2</translation>
    </message>
    <message>
        <source>Rehearsal</source>
        <comment>title of the window that shows a pretended machine</comment>
        <translation>Probe</translation>
    </message>
    <message>
        <source>Manometer is already running; its window was raised. The other options were ignored. Close it first, or choose another cache folder with --cache-dir.</source>
        <translation>Manometer läuft bereits; sein Fenster wurde nach vorn geholt. Die übrigen Optionen wurden nicht beachtet. Jenes zuerst schließen oder mit --cache-dir einen anderen Cache-Ordner angeben.</translation>
    </message>
    <message>
        <source>The scan of %1 did not finish: %2 of its files were examined.</source>
        <translation>Das Einlesen von %1 wurde nicht fertig: %2 der Dateien wurden geprüft.</translation>
    </message>
    <message>
        <source>--screenshot: the picture format of %1 is not supported. Use a name that ends in .png.</source>
        <translation>--screenshot: Das Bildformat von %1 wird nicht unterstützt. Einen Namen mit der Endung .png verwenden.</translation>
    </message>
    <message>
        <source>No display is available for the window. Without a display, start with QT_QPA_PLATFORM=offscreen manometer …</source>
        <translation>Keine Anzeige für das Fenster verfügbar. Ohne Anzeige so starten: QT_QPA_PLATFORM=offscreen manometer …</translation>
    </message>
    <message>
        <source>manometerd is using this cache, so that the limits and ports are its own. Stop it first, or leave these options out.</source>
        <translation>manometerd verwendet diesen Cache; Grenzen und Ports sind seine. Beenden Sie es zuerst oder lassen Sie diese Optionen weg.</translation>
    </message>
    <message>
        <source>--connect: %1</source>
        <translation>--connect: %1</translation>
    </message>
    <message>
        <source>%1 is not connected: %2</source>
        <translation>%1 ist nicht verbunden: %2</translation>
    </message>
    <message>
        <source>Manometer is already running; its window was raised.</source>
        <translation>Manometer läuft bereits; sein Fenster wurde nach vorn geholt.</translation>
    </message>
    <message>
        <source>Manometer is already running.</source>
        <translation>Manometer läuft bereits.</translation>
    </message>
    <message>
        <source>The window is shown because this desktop has no tray.</source>
        <translation>Das Fenster wird gezeigt, weil diese Arbeitsumgebung keinen Systemabschnitt hat.</translation>
    </message>
    <message>
        <source>It is larger than any recording.</source>
        <translation>Sie ist größer als jede Aufzeichnung.</translation>
    </message>
    <message>
        <source>It is not a recording of Manometer.</source>
        <translation>Sie ist keine Aufzeichnung von Manometer.</translation>
    </message>
    <message>
        <source>It was made by a later version of Manometer (format %1, this version reads format %2). Install that version to see it.</source>
        <translation>Sie stammt von einer späteren Version von Manometer (Format %1, diese Version liest Format %2). Installieren Sie jene, um sie zu sehen.</translation>
    </message>
    <message>
        <source>It is damaged: %1. Ask for the file again.</source>
        <translation>Sie ist beschädigt: %1. Bitten Sie erneut um die Datei.</translation>
    </message>
    <message>
        <source>%1 cannot be shown. %2</source>
        <translation>%1 kann nicht angezeigt werden. %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s) of a later version of Manometer are not shown.</source>
        <translation>
            <numerusform>%Ln Ereignis einer späteren Version von Manometer wird nicht angezeigt.</numerusform>
            <numerusform>%Ln Ereignisse einer späteren Version von Manometer werden nicht angezeigt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Numbers</name>
    <message>
        <source>%1&#xa0;%</source>
        <translation>%1&#xa0;%</translation>
    </message>
    <message>
        <source>%1&#xa0;points</source>
        <translation>%1&#xa0;Punkte</translation>
    </message>
    <message>
        <source>%1 d %2</source>
        <translation>%1&#xa0;d %2</translation>
    </message>
    <message>
        <source>%1&#xa0;ms</source>
        <translation>%1&#xa0;ms</translation>
    </message>
    <message>
        <source>%1&#xa0;s</source>
        <translation>%1&#xa0;s</translation>
    </message>
    <message>
        <source>%1&#xa0;min</source>
        <translation>%1&#xa0;min</translation>
    </message>
    <message>
        <source>%1&#xa0;min %2&#xa0;s</source>
        <translation>%1&#xa0;min %2&#xa0;s</translation>
    </message>
    <message>
        <source>%1&#xa0;h</source>
        <translation>%1&#xa0;h</translation>
    </message>
    <message>
        <source>%1&#xa0;h %2&#xa0;min</source>
        <translation>%1&#xa0;h %2&#xa0;min</translation>
    </message>
    <message>
        <source>%1&#xa0;d</source>
        <translation>%1&#xa0;d</translation>
    </message>
    <message>
        <source>%1&#xa0;d %2&#xa0;h</source>
        <translation>%1&#xa0;d %2&#xa0;h</translation>
    </message>
</context>
<context>
    <name>OverviewItem</name>
    <message>
        <source>All</source>
        <translation>Alles</translation>
    </message>
</context>
<context>
    <name>Paths</name>
    <message>
        <source>a folder</source>
        <comment>whose name is left out</comment>
        <translation>Ordner ohne Namen</translation>
    </message>
    <message>
        <source>a file</source>
        <comment>whose name is left out</comment>
        <translation>Datei ohne Namen</translation>
    </message>
</context>
<context>
    <name>Picture</name>
    <message>
        <source>the picture format &apos;%1&apos; is not supported; use .png</source>
        <translation>das Bildformat „%1“ wird nicht unterstützt; .png verwenden</translation>
    </message>
</context>
<context>
    <name>PlotItem</name>
    <message>
        <source>no signal</source>
        <translation>kein Signal</translation>
    </message>
    <message>
        <source>not running</source>
        <comment>this program, in a time range of the chart</comment>
        <translation>nicht gestartet</translation>
    </message>
    <message>
        <source>suspended</source>
        <comment>this machine, in a time range of the chart</comment>
        <translation>Ruhezustand</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a level and where it begins</comment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>PresetText</name>
    <message>
        <source>Default</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>Large host</source>
        <translation>Großer Rechner</translation>
    </message>
    <message>
        <source>Small host</source>
        <translation>Kleiner Rechner</translation>
    </message>
    <message>
        <source>Adaptation off</source>
        <translation>Ohne Anpassung</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>%1 entries, %2 of memory, %3 of disk, adapting</source>
        <translation>%1 Einträge, %2 im Speicher, %3 auf dem Datenträger, mit Anpassung</translation>
    </message>
    <message>
        <source>the level follows the machine&apos;s memory</source>
        <translation>die Stufe folgt dem Speicher des Rechners</translation>
    </message>
    <message>
        <source>the level follows the control group&apos;s memory</source>
        <translation>die Stufe folgt dem Speicher der Kontrollgruppe</translation>
    </message>
    <message>
        <source>the level follows the fuller of machine and control group</source>
        <translation>die Stufe folgt dem, was voller ist: Rechner oder Kontrollgruppe</translation>
    </message>
    <message>
        <source>%1 entries, %2 of memory, %3 of disk, measure only</source>
        <translation>%1 Einträge, %2 im Speicher, %3 auf dem Datenträger, nur Messung</translation>
    </message>
</context>
<context>
    <name>Rehearsal</name>
    <message>
        <source>ramp</source>
        <comment>a curve of memory use</comment>
        <translation>Rampe</translation>
    </message>
    <message>
        <source>burst</source>
        <comment>a curve of memory use</comment>
        <translation>Spitzen</translation>
    </message>
    <message>
        <source>sawtooth</source>
        <comment>a curve of memory use</comment>
        <translation>Sägezahn</translation>
    </message>
    <message>
        <source>noise</source>
        <comment>a curve of memory use</comment>
        <translation>Rauschen</translation>
    </message>
    <message>
        <source>%1, %2 times as fast</source>
        <comment>%1: a curve or a file</comment>
        <translation>%1, %2-mal so schnell</translation>
    </message>
    <message>
        <source>Rehearsal: %1. Memory figures are played; nothing on this machine is cut.</source>
        <comment>%1: a curve or a file, and its speed</comment>
        <translation>Probe: %1. Die Speicherwerte werden abgespielt; der Cache dieses Rechners wird nicht verkleinert.</translation>
    </message>
    <message>
        <source>Rehearsal, nothing is cut: %1</source>
        <comment>%1: a curve or a file, and its speed</comment>
        <translation>Probe, kein Cache wird verkleinert: %1</translation>
    </message>
    <message>
        <source>line %1: %2</source>
        <comment>%2: what is wrong in it</comment>
        <translation>Zeile %1: %2</translation>
    </message>
    <message>
        <source>it is not a regular file</source>
        <translation>sie ist keine gewöhnliche Datei</translation>
    </message>
    <message>
        <source>a line is longer than 64 KiB</source>
        <translation>eine Zeile ist länger als 64 KiB</translation>
    </message>
    <message>
        <source>there are neither the columns elapsed_s (or unix_time_s) and system_used_percent nor two columns, seconds and percent</source>
        <translation>es gibt weder die Spalten elapsed_s (oder unix_time_s) und system_used_percent noch zwei Spalten, Sekunden und Prozent</translation>
    </message>
    <message>
        <source>the time or the percent is not a number</source>
        <translation>die Zeit oder der Prozentwert ist keine Zahl</translation>
    </message>
    <message>
        <source>the percent is not within 0 to 100</source>
        <translation>der Prozentwert liegt nicht zwischen 0 und 100</translation>
    </message>
    <message>
        <source>the time is earlier than in the row before</source>
        <translation>die Zeit liegt vor der der vorigen Zeile</translation>
    </message>
    <message>
        <source>it needs two rows with a percent, at different times</source>
        <translation>sie braucht zwei Zeilen mit einem Prozentwert zu verschiedenen Zeiten</translation>
    </message>
    <message>
        <source>it has more than 2,000,000 rows</source>
        <translation>sie hat mehr als 2.000.000 Zeilen</translation>
    </message>
    <message>
        <source>it is longer than 31 days</source>
        <translation>sie ist länger als 31 Tage</translation>
    </message>
    <message>
        <source>--rehearse: %1 cannot be played: %2.</source>
        <translation>--rehearse: %1 kann nicht abgespielt werden: %2.</translation>
    </message>
    <message numerus="yes">
        <source>This cache has %1 entries in memory. The curve reaches %2, where the limit is %3 entries: up to %Ln entries are evicted. They come back only as their files are asked for again.</source>
        <comment>two numbers of entries, with a level between them</comment>
        <translation>
            <numerusform>Dieser Cache hat %1 Einträge im Speicher. Die Kurve erreicht %2, wo die Grenze bei %3 Einträgen liegt: Bis zu %Ln Eintrag wird verdrängt. Er kommt erst zurück, wenn seine Datei wieder angefragt wird.</numerusform>
            <numerusform>Dieser Cache hat %1 Einträge im Speicher. Die Kurve erreicht %2, wo die Grenze bei %3 Einträgen liegt: Bis zu %Ln Einträge werden verdrängt. Sie kommen erst zurück, wenn ihre Dateien wieder angefragt werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>It takes %1 and can be stopped at any time. The limit is restored at the end, and at once if the machine itself reaches %2.</source>
        <comment>a duration, a level</comment>
        <translation>Sie dauert %1 und lässt sich jederzeit beenden. Die Grenze wird am Ende wiederhergestellt, und sofort, wenn der Rechner selbst %2 erreicht.</translation>
    </message>
    <message>
        <source>Rehearsal on this cache: %1, plays %2 of memory, %3, %4 left. The machine itself is at %5.</source>
        <comment>a curve, memory in use, a level, a duration, a level</comment>
        <translation>Probe an diesem Cache: %1, spielt %2 des Speichers, %3, noch %4. Der Rechner selbst ist bei %5.</translation>
    </message>
    <message>
        <source>Rehearsal: %1, %2 left; the machine is at %3</source>
        <comment>a level, a duration, a level</comment>
        <translation>Probe: %1, noch %2; der Rechner ist bei %3</translation>
    </message>
</context>
<context>
    <name>Sources</name>
    <message>
        <source>%1: %2.</source>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>Host memory</source>
        <translation>Speicher des Rechners</translation>
    </message>
    <message>
        <source>Control group limit</source>
        <translation>Grenze der Kontrollgruppe</translation>
    </message>
    <message>
        <source>Host stalls, polled</source>
        <translation>Wartezeiten des Rechners, abgefragt</translation>
    </message>
    <message>
        <source>Control group stalls, polled</source>
        <translation>Wartezeiten der Kontrollgruppe, abgefragt</translation>
    </message>
    <message>
        <source>Host stalls, wake-up</source>
        <translation>Wartezeiten des Rechners, gemeldet</translation>
    </message>
    <message>
        <source>Control group stalls, wake-up</source>
        <translation>Wartezeiten der Kontrollgruppe, gemeldet</translation>
    </message>
    <message>
        <source>Out-of-memory kills</source>
        <translation>Prozessabbrüche bei Speichermangel</translation>
    </message>
    <message>
        <source>Reclaim and swap-in</source>
        <translation>Rückgewinnung und Einlagerung</translation>
    </message>
    <message>
        <source>Service manager&apos;s notice</source>
        <translation>Meldung des Diensteverwalters</translation>
    </message>
    <message>
        <source>This program&apos;s RSS</source>
        <translation>RSS dieses Programms</translation>
    </message>
    <message>
        <source>This program&apos;s PSS</source>
        <translation>PSS dieses Programms</translation>
    </message>
    <message>
        <source>works</source>
        <translation>funktioniert</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>keine Grenze</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>verweigert</translation>
    </message>
    <message>
        <source>unusable</source>
        <translation>unbrauchbar</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>sofort</translation>
    </message>
    <message>
        <source>≤ %1</source>
        <translation>≤ %1</translation>
    </message>
    <message>
        <source>MEMORY_PRESSURE_WATCH is not set; systemd sets it for services with MemoryPressureWatch=.</source>
        <translation>MEMORY_PRESSURE_WATCH ist nicht gesetzt; systemd setzt es für Dienste mit MemoryPressureWatch=.</translation>
    </message>
    <message>
        <source>estimated</source>
        <translation>geschätzt</translation>
    </message>
    <message>
        <source>%1 does not exist.</source>
        <translation>%1 ist nicht vorhanden.</translation>
    </message>
    <message>
        <source>It is missing. Without it the level cannot be determined. Check that /proc is mounted.</source>
        <translation>Es fehlt. Ohne es lässt sich die Stufe nicht bestimmen. Prüfen, ob /proc eingehängt ist.</translation>
    </message>
    <message>
        <source>This kernel has no pressure stall information (PSI), or PSI is off. The kernel option psi=1 turns it on.</source>
        <translation>Dieser Kernel hat keine Angaben über Wartezeiten (PSI), oder PSI ist aus. Die Kernel-Option psi=1 schaltet es ein.</translation>
    </message>
    <message>
        <source>Only version 2 control groups below the root provide it.</source>
        <translation>Nur Kontrollgruppen der Version 2 unterhalb der Wurzel bieten es.</translation>
    </message>
    <message>
        <source>No control group accounts for this program&apos;s memory. The level depends only on the host&apos;s memory.</source>
        <translation>Keine Kontrollgruppe erfasst den Speicher dieses Programms. Die Stufe hängt nur vom Speicher des Rechners ab.</translation>
    </message>
    <message>
        <source>This kernel does not provide it.</source>
        <translation>Dieser Kernel bietet es nicht.</translation>
    </message>
    <message>
        <source>%1: %2. Kernels before 6.4 refuse it without CAP_SYS_RESOURCE; the counters are polled instead.</source>
        <translation>%1: %2. Ohne das Recht CAP_SYS_RESOURCE lehnen Kernel vor 6.4 es ab; stattdessen werden die Zähler abgefragt.</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>not requested</source>
        <translation>nicht angefordert</translation>
    </message>
    <message>
        <source>%1 has no MemAvailable (Linux before 3.14, WSL1). It is estimated like in the kernel, from free memory, page cache, reclaimable slabs and watermarks.</source>
        <translation>%1 hat kein MemAvailable (Linux vor 3.14, WSL1). Es wird wie im Kernel geschätzt, aus freiem Speicher, Seitencache, freigebbarem Slab-Speicher und Wasserständen.</translation>
    </message>
    <message>
        <source>No control group from %1 upwards has a limit. The level depends only on the host&apos;s memory.</source>
        <translation>Keine Kontrollgruppe von %1 aufwärts hat eine Grenze. Die Stufe hängt nur vom Speicher des Rechners ab.</translation>
    </message>
    <message>
        <source>MEMORY_PRESSURE_WATCH or MEMORY_PRESSURE_WRITE is invalid: %1</source>
        <translation>MEMORY_PRESSURE_WATCH oder MEMORY_PRESSURE_WRITE ist ungültig: %1</translation>
    </message>
    <message>
        <source>%1 contains no usable values.</source>
        <translation>%1 enthält keine brauchbaren Werte.</translation>
    </message>
    <message>
        <source>Not checked yet.</source>
        <translation>Noch nicht geprüft.</translation>
    </message>
    <message>
        <source>The tightest limit above this program is %1, and %2 are in use. Over the limit the kernel reclaims memory and slows the group down. This is treated as 100 % in use.</source>
        <translation>Die engste Grenze über diesem Programm ist %1, belegt sind %2. Über der Grenze fordert der Kernel Speicher zurück und bremst die Gruppe. Das gilt als zu 100 % belegt.</translation>
    </message>
    <message>
        <source>The tightest limit above this program is %1; %2 of it is in use. The level follows this or the host&apos;s memory use, whichever is larger.</source>
        <translation>Die engste Grenze über diesem Programm ist %1; davon sind %2 belegt. Die Stufe folgt diesem Anteil oder der Speicherbelegung des Rechners, je nachdem, was größer ist.</translation>
    </message>
    <message>
        <source>No control group limit applies. The level depends only on the host&apos;s memory use.</source>
        <translation>Keine Grenze einer Kontrollgruppe gilt. Die Stufe hängt nur von der Speicherbelegung des Rechners ab.</translation>
    </message>
    <message>
        <source>%1 This program uses %2 (PSS), %3 of it private and dirty.</source>
        <translation>%1 Dieses Programm belegt %2 (PSS), davon %3 privat und verändert.</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>Waiting for the first sample.</source>
        <translation>Warten auf die erste Messung.</translation>
    </message>
    <message>
        <source>%1 is held.</source>
        <translation>%1 wird gehalten.</translation>
    </message>
    <message>
        <source>no samples arrive</source>
        <translation>es kommen keine Messungen an</translation>
    </message>
    <message>
        <source>STALE, no sample yet: %1</source>
        <translation>VERALTET, noch keine Messung: %1</translation>
    </message>
    <message>
        <source>STALE for %1: %2</source>
        <translation>VERALTET seit %1: %2</translation>
    </message>
    <message>
        <source>Raised to %1: %2.</source>
        <translation>Auf %1 gestiegen: %2.</translation>
    </message>
    <message>
        <source>%1 stays: %2.</source>
        <translation>%1 bleibt: %2.</translation>
    </message>
    <message>
        <source>a moment</source>
        <translation>Kürze</translation>
    </message>
    <message>
        <source>Control group over its limit, %1 used of %2</source>
        <translation>Kontrollgruppe über ihrer Grenze, %1 von %2 belegt</translation>
    </message>
    <message>
        <source>About %1 of memory in use</source>
        <comment>the kernel gives no exact figure</comment>
        <translation>Etwa %1 des Speichers belegt</translation>
    </message>
    <message>
        <source>This machine&apos;s memory has not been read yet.</source>
        <translation>Der Speicher dieses Rechners wurde noch nicht gemessen.</translation>
    </message>
    <message>
        <source>Raised to %1: two samples in a row reached it.</source>
        <translation>Auf %1 gestiegen: Zwei Messungen in Folge erreichten diese Stufe.</translation>
    </message>
    <message>
        <source>Raised to %1 at once: one sample is enough.</source>
        <translation>Sofort auf %1 gestiegen: Eine Messung genügt.</translation>
    </message>
    <message>
        <source>Measured %1; %2 still applies. The next sample decides.</source>
        <translation>Gemessen: %1; noch gilt %2, die nächste Messung entscheidet.</translation>
    </message>
    <message>
        <source>Fell to %1: the hold of the higher level has ended.</source>
        <translation>Auf %1 gefallen: Die Haltezeit der höheren Stufe ist abgelaufen.</translation>
    </message>
    <message>
        <source>%1 stays until memory use is below %2.</source>
        <translation>%1 bleibt, bis die Speicherbelegung unter %2 liegt.</translation>
    </message>
    <message>
        <source>Below %1 for %2; %3 is held for %4.</source>
        <translation>Seit %2 unter %1; %3 wird %4 gehalten.</translation>
    </message>
    <message>
        <source>The newest read failed; %1 stays in effect.</source>
        <translation>Die letzte Messung schlug fehl; %1 gilt weiter.</translation>
    </message>
    <message>
        <source>Since the start: requests %1 · hits %2 (%3) · time saved %4</source>
        <comment>%4 is a sum of times</comment>
        <translation>Seit dem Start: Anfragen %1 · Treffer %2 (%3) · gesparte Zeit %4</translation>
    </message>
    <message>
        <source>Stays at its size: adaptation is off.</source>
        <comment>the cache&apos;s limit</comment>
        <translation>Bleibt, wie sie ist: Die Anpassung ist aus.</translation>
    </message>
    <message>
        <source>Grows again once the level falls.</source>
        <comment>the cache&apos;s limit</comment>
        <translation>Wächst wieder, sobald die Stufe fällt.</translation>
    </message>
    <message>
        <source>Held: %1 is expected in %2.</source>
        <comment>the cache&apos;s limit</comment>
        <translation>Gehalten: %1 wird in %2 erwartet.</translation>
    </message>
    <message>
        <source>Held while memory cannot be read.</source>
        <comment>the cache&apos;s limit</comment>
        <translation>Gehalten, solange der Speicher nicht lesbar ist.</translation>
    </message>
    <message>
        <source>Limit %1 (−%2). %3</source>
        <comment>of the cache; %3 is a sentence: why</comment>
        <translation>Grenze %1 (−%2). %3</translation>
    </message>
    <message>
        <source>entries</source>
        <comment>after a number of entries: 200 entries</comment>
        <translation>Einträge</translation>
    </message>
    <message>
        <source>of %1 entries</source>
        <comment>after a number of entries: 200 of 500 entries</comment>
        <translation>von %1 Einträgen</translation>
    </message>
    <message>
        <source>Cache · %1 · %2 on disk</source>
        <comment>%1 is the hit ratio, %2 a number of entries</comment>
        <translation>Cache · %1 · %2 auf dem Datenträger</translation>
    </message>
    <message>
        <source>Cache · %1</source>
        <comment>%1 is the hit ratio</comment>
        <translation>Cache · %1</translation>
    </message>
    <message>
        <source>no requests yet</source>
        <translation>noch keine Anfragen</translation>
    </message>
    <message>
        <source>hit ratio %1</source>
        <translation>Trefferquote %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a program, its share</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>others</source>
        <comment>programs</comment>
        <translation>andere</translation>
    </message>
    <message>
        <source> · </source>
        <comment>between facts</comment>
        <translation> · </translation>
    </message>
    <message>
        <source>The minimum until the level falls.</source>
        <comment>the cache&apos;s limit</comment>
        <translation>Mindestwert, bis die Stufe fällt.</translation>
    </message>
    <message>
        <source>Held for %1, then grows to %2.</source>
        <comment>the cache&apos;s limit</comment>
        <translation>Noch %1 gehalten, wächst dann auf %2.</translation>
    </message>
    <message>
        <source>Held for %1: pressure came back.</source>
        <comment>the cache&apos;s limit</comment>
        <translation>Noch %1 gehalten: Der Druck kam zurück.</translation>
    </message>
    <message>
        <source>Held until NORMAL: cuts do not help.</source>
        <comment>the cache&apos;s limit</comment>
        <translation>Gehalten bis NORMAL: hilft nicht.</translation>
    </message>
    <message>
        <source>Held for %1, as requested.</source>
        <comment>the cache&apos;s limit</comment>
        <translation>Wie gewünscht noch %1 gehalten.</translation>
    </message>
    <message>
        <source>Grows to %1, by %2 every %3.</source>
        <comment>the cache&apos;s limit</comment>
        <translation>Wächst auf %1, alle %3 um %2.</translation>
    </message>
    <message>
        <source>%1 is held.</source>
        <comment>a level</comment>
        <translation>%1 wird gehalten.</translation>
    </message>
    <message>
        <source>%1 ends in %2.</source>
        <comment>a level, a duration</comment>
        <translation>%1 endet in %2.</translation>
    </message>
    <message>
        <source>CRITICAL ends below %1.</source>
        <translation>KRITISCH endet unter %1.</translation>
    </message>
    <message>
        <source>%1 begins at %2, expected in about %3.</source>
        <comment>a level</comment>
        <translation>%1 beginnt bei %2, erwartet in etwa %3.</translation>
    </message>
    <message>
        <source>CRITICAL begins above %1.</source>
        <translation>KRITISCH beginnt über %1.</translation>
    </message>
    <message>
        <source>%1 begins at %2.</source>
        <comment>a level</comment>
        <translation>%1 beginnt bei %2.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln hits</source>
        <translation>
            <numerusform>%Ln Treffer</numerusform>
            <numerusform>%Ln Treffer</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 ago</source>
        <comment>a measurement, a duration</comment>
        <translation>%1, vor %2</translation>
    </message>
    <message>
        <source>%1 expected in about %2</source>
        <comment>a level, a duration</comment>
        <translation>%1 in etwa %2 erwartet</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%2 of %Ln forecasts right)</source>
        <translation>
            <numerusform>%1 (%2 von %Ln Prognose richtig)</numerusform>
            <numerusform>%1 (%2 von %Ln Prognosen richtig)</numerusform>
        </translation>
    </message>
    <message>
        <source>A full cache of %1 entries takes about %2, less than %3 of this machine&apos;s memory. A cut returns that much at most, however well it works. At %4 per entry, about %5 entries would take %6.</source>
        <translation>Ein voller Cache mit %1 Einträgen belegt etwa %2, weniger als %3 des Speichers dieses Rechners. Eine Kürzung gibt höchstens so viel zurück, so gut sie auch wirkt. Bei %4 je Eintrag würden etwa %5 Einträge %6 belegen.</translation>
    </message>
    <message>
        <source>Limit not cut. It stays the same even at CRITICAL.</source>
        <comment>of the cache</comment>
        <translation>Grenze nicht gesenkt. Bleibt auch bei KRITISCH gleich.</translation>
    </message>
    <message>
        <source>Limit not cut. ELEVATED would cut it to %1.</source>
        <comment>of the cache</comment>
        <translation>Grenze nicht gesenkt. ERHÖHT würde sie auf %1 senken.</translation>
    </message>
    <message>
        <source>Cut to %1 by the rehearsal; afterwards %2 again.</source>
        <comment>the cache&apos;s limit</comment>
        <translation>Von der Probe auf %1 gesenkt; danach wieder %2.</translation>
    </message>
</context>
<context>
    <name>SuggestDialog</name>
    <message>
        <source>%1 begins %2 times a day at least.</source>
        <translation>%1 beginnt mindestens %2-mal am Tag.</translation>
    </message>
    <message>
        <source>At least one incident comes without %1.</source>
        <translation>Mindestens ein Vorfall kommt ohne %1.</translation>
    </message>
    <message>
        <source>%1 begins %2 before each incident at best.</source>
        <translation>%1 beginnt bestenfalls %2 vor jedem Vorfall.</translation>
    </message>
    <message>
        <source>The hit ratio is lower by %1 at least.</source>
        <translation>Die Trefferquote ist mindestens um %1 niedriger.</translation>
    </message>
    <message>
        <source>Nothing is recorded of this time.</source>
        <translation>Von dieser Zeit ist nichts aufgezeichnet.</translation>
    </message>
    <message>
        <source>The search was cancelled.</source>
        <translation>Die Suche wurde abgebrochen.</translation>
    </message>
    <message>
        <source>No thresholds keep this:</source>
        <translation>Keine Schwellen halten das ein:</translation>
    </message>
    <message>
        <source>%1 begins at %2, ends below %3, held for %4</source>
        <translation>%1 beginnt bei %2, endet unter %3, gehalten %4</translation>
    </message>
    <message numerus="yes">
        <source>%Ln choice(s), of which none is better in all respects.</source>
        <translation>
            <numerusform>%Ln Vorschlag.</numerusform>
            <numerusform>%Ln Vorschläge, von denen keiner in allem besser ist.</numerusform>
        </translation>
    </message>
    <message>
        <source>how often %1 begins</source>
        <translation>wie oft %1 beginnt</translation>
    </message>
    <message>
        <source>the warning before each incident</source>
        <translation>die Warnung vor jedem Vorfall</translation>
    </message>
    <message>
        <source>the hit ratio</source>
        <translation>die Trefferquote</translation>
    </message>
    <message>
        <source>The thresholds in effect keep what you require.</source>
        <translation>Die geltenden Schwellen halten das Verlangte ein.</translation>
    </message>
    <message>
        <source>The thresholds in effect do not keep this: %1.</source>
        <extracomment>A list of requirements follows</extracomment>
        <translation>Die geltenden Schwellen halten dies nicht ein: %1.</translation>
    </message>
    <message>
        <source>Warning: only %1 of memory use is recorded, which says little about a day. Figures a day are those of this time.</source>
        <comment>a length of time</comment>
        <translation>Warnung: Nur %1 Speicherbelegung sind aufgezeichnet, was wenig über einen Tag sagt. Zahlen am Tag sind die dieser Zeit.</translation>
    </message>
    <message>
        <source>%1 of memory use is recorded, less than a day: figures a day are those of this time.</source>
        <comment>a length of time</comment>
        <translation>%1 Speicherbelegung sind aufgezeichnet, weniger als ein Tag: Zahlen am Tag sind die dieser Zeit.</translation>
    </message>
    <message>
        <source>No thresholds keep these together. Each at its best while the others are kept:</source>
        <translation>Keine Schwellen halten das zusammen ein. Jede für sich am besten, wenn die anderen eingehalten werden:</translation>
    </message>
    <message>
        <source>It hardly watches: %1 or %2 would never have begun, and did with the thresholds in effect.</source>
        <comment>two levels</comment>
        <translation>Überwacht kaum: %1 oder %2 hätte nie begonnen, mit den geltenden Schwellen aber schon.</translation>
    </message>
    <message>
        <source>It warns nearly always: %1 or above for %2 of the time.</source>
        <comment>a level, a percentage</comment>
        <translation>Warnt fast immer: %1 oder höher während %2 der Zeit.</translation>
    </message>
</context>
<context>
    <name>Times</name>
    <message>
        <source>ddd d MMM</source>
        <comment>a day on a time axis, as in &apos;Tue 24 Nov&apos;</comment>
        <translation>ddd d. MMM</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <extracomment>A time range: from, to</extracomment>
        <translation>%1 – %2</translation>
    </message>
</context>
<context>
    <name>Verdict</name>
    <message>
        <source>Measuring the effect…</source>
        <translation>Wirkung wird gemessen …</translation>
    </message>
    <message>
        <source>Too small to matter</source>
        <translation>Zu klein</translation>
    </message>
    <message>
        <source>Helped: %1 returned</source>
        <comment>memory, to the system</comment>
        <translation>Half: %1 zurückgegeben</translation>
    </message>
    <message>
        <source>No visible effect</source>
        <translation>Ohne Wirkung</translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries evicted (%1)</source>
        <translation>
            <numerusform>%Ln Eintrag verdrängt (%1)</numerusform>
            <numerusform>%Ln Einträge verdrängt (%1)</numerusform>
        </translation>
    </message>
    <message>
        <source>%1; memory in use %2 → %3</source>
        <translation>%1; Speicher belegt %2 → %3</translation>
    </message>
    <message>
        <source>Nothing to evict</source>
        <translation>Nichts zu verdrängen</translation>
    </message>
    <message>
        <source>No visible effect: this cache is %1 of what is used</source>
        <comment>memory</comment>
        <translation>Ohne Wirkung: Dieser Cache ist %1 dessen, was belegt ist</translation>
    </message>
    <message numerus="yes">
        <source>Cost so far: ≈&#xa0;%Ln reads again</source>
        <comment>an estimate</comment>
        <translation>
            <numerusform>Kosten bisher: ≈&#xa0;%Ln erneutes Lesen</numerusform>
            <numerusform>Kosten bisher: ≈&#xa0;%Ln-mal erneut gelesen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cost so far: %Ln reads again</source>
        <comment>of a cut of the cache&apos;s limit</comment>
        <translation>
            <numerusform>Kosten bisher: %Ln Mal neu gelesen</numerusform>
            <numerusform>Kosten bisher: %Ln Mal neu gelesen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>reads, how long those of files took</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Cost so far: none</source>
        <comment>of a cut of the cache&apos;s limit</comment>
        <translation>Kosten bisher: keine</translation>
    </message>
    <message numerus="yes">
        <source>≈&#xa0;%Ln disk reads</source>
        <comment>an estimate</comment>
        <translation>
            <numerusform>≈&#xa0;%Ln Mal vom Datenträger gelesen</numerusform>
            <numerusform>≈&#xa0;%Ln Mal vom Datenträger gelesen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln disk reads</source>
        <translation>
            <numerusform>%Ln Mal vom Datenträger gelesen</numerusform>
            <numerusform>%Ln Mal vom Datenträger gelesen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>≈&#xa0;%Ln files read again in %1</source>
        <comment>an estimate; a duration</comment>
        <translation>
            <numerusform>≈&#xa0;%Ln Datei in %1 neu gelesen</numerusform>
            <numerusform>≈&#xa0;%Ln Dateien in %1 neu gelesen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln files read again in %1</source>
        <comment>a duration</comment>
        <translation>
            <numerusform>%Ln Datei in %1 neu gelesen</numerusform>
            <numerusform>%Ln Dateien in %1 neu gelesen</numerusform>
        </translation>
    </message>
    <message>
        <source>Cost so far: %1</source>
        <comment>of a cut of the cache&apos;s limit</comment>
        <translation>Kosten bisher: %1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>This cache is %1 of what is used. %2</source>
        <comment>memory; figures of a cut</comment>
        <translation>Dieser Cache ist %1 dessen, was belegt ist. %2</translation>
    </message>
</context>
<context>
    <name>manometer::exports::Exports</name>
    <message>
        <source>the disk is too slow for it</source>
        <translation>der Datenträger ist zu langsam dafür</translation>
    </message>
</context>
<context>
    <name>manometer::gui::AppearanceMenu</name>
    <message>
        <source>Appearance</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <source>&amp;System</source>
        <translation>&amp;System</translation>
    </message>
    <message>
        <source>Follow the desktop&apos;s colours; texts that are hard to read are corrected</source>
        <translation>Den Farben der Arbeitsumgebung folgen; schlecht lesbare Texte werden korrigiert</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>D&amp;unkel</translation>
    </message>
    <message>
        <source>&amp;High contrast</source>
        <translation>Hoher &amp;Kontrast</translation>
    </message>
</context>
<context>
    <name>manometer::gui::BasisMenu</name>
    <message>
        <source>&amp;Basis</source>
        <translation>&amp;Basis</translation>
    </message>
    <message>
        <source>Basis</source>
        <translation>Basis</translation>
    </message>
    <message>
        <source>&amp;Auto</source>
        <translation>&amp;Automatisch</translation>
    </message>
    <message>
        <source>&amp;Host</source>
        <translation>&amp;Rechner</translation>
    </message>
    <message>
        <source>&amp;Control group</source>
        <translation>&amp;Kontrollgruppe</translation>
    </message>
    <message>
        <source>The level follows the fuller of machine and control group</source>
        <translation>Die Stufe folgt dem, was voller ist: Rechner oder Kontrollgruppe</translation>
    </message>
    <message>
        <source>The level follows the machine&apos;s memory and ignores the control group</source>
        <translation>Die Stufe folgt dem Speicher des Rechners; die Kontrollgruppe spielt keine Rolle</translation>
    </message>
    <message>
        <source>The level follows the control group&apos;s memory and ignores the machine</source>
        <translation>Die Stufe folgt dem Speicher der Kontrollgruppe; der Rechner spielt keine Rolle</translation>
    </message>
    <message>
        <source>No control group limit applies here</source>
        <translation>Hier gilt keine Grenze einer Kontrollgruppe</translation>
    </message>
</context>
<context>
    <name>manometer::gui::CacheCard</name>
    <message>
        <source>Cache</source>
        <translation>Cache</translation>
    </message>
    <message>
        <source>Hit ratio of the cache</source>
        <translation>Trefferquote des Caches</translation>
    </message>
    <message>
        <source>Cached entries</source>
        <translation>Einträge im Cache</translation>
    </message>
    <message>
        <source>Size of the cache</source>
        <translation>Größe des Caches</translation>
    </message>
    <message>
        <source>How full the cache is</source>
        <translation>Wie voll der Cache ist</translation>
    </message>
    <message>
        <source>Reason for the cache limit</source>
        <translation>Grund der Cache-Grenze</translation>
    </message>
</context>
<context>
    <name>manometer::gui::CachePage</name>
    <message>
        <source>Cache entries</source>
        <translation>Cache-Einträge</translation>
    </message>
    <message>
        <source>Add folder</source>
        <translation>Ordner hinzufügen</translation>
    </message>
    <message>
        <source>Delete the selected entries</source>
        <translation>Die ausgewählten Einträge löschen</translation>
    </message>
    <message>
        <source>List of cache entries</source>
        <translation>Liste der Cache-Einträge</translation>
    </message>
    <message>
        <source>Cache entries and their details</source>
        <translation>Cache-Einträge und ihre Einzelheiten</translation>
    </message>
    <message>
        <source>Details of the selected entry</source>
        <translation>Einzelheiten des ausgewählten Eintrags</translation>
    </message>
    <message>
        <source>Metadata as a tree</source>
        <translation>Metadaten als Baum</translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation>Metadaten</translation>
    </message>
    <message>
        <source>Metadata as text</source>
        <translation>Metadaten als Text</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>Rohdaten</translation>
    </message>
    <message>
        <source>About the entry</source>
        <translation>Über den Eintrag</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Eintrag</translation>
    </message>
    <message>
        <source>No entries</source>
        <translation>Keine Einträge</translation>
    </message>
    <message>
        <source>All %1, as of %2</source>
        <translation>Alle %1, Stand %2</translation>
    </message>
    <message>
        <source>%1 of %2, as of %3</source>
        <translation>%1 von %2, Stand %3</translation>
    </message>
    <message>
        <source>%1; %2 selected</source>
        <translation>%1; %2 ausgewählt</translation>
    </message>
    <message>
        <source>No entries, as of %1</source>
        <translation>Keine Einträge, Stand %1</translation>
    </message>
    <message>
        <source>Filter, for example: wfc3 size&gt;64k hits&lt;2 tier:disk</source>
        <translation>Filter, etwa: wfc3 size&gt;64k hits&lt;2 tier:disk</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Metadata as bytes</source>
        <translation>Metadaten als Bytes</translation>
    </message>
    <message>
        <source>Hex</source>
        <translation>Hex</translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries unpinned.</source>
        <translation>
            <numerusform>%Ln Eintrag gelöst.</numerusform>
            <numerusform>%Ln Einträge gelöst.</numerusform>
        </translation>
    </message>
    <message>
        <source>Read-only. %1</source>
        <translation>Schreibgeschützt. %1</translation>
    </message>
    <message>
        <source>Show only entries whose path contains this text and that match these terms</source>
        <translation>Nur Einträge zeigen, deren Pfad diesen Text enthält und die diese Ausdrücke erfüllen</translation>
    </message>
    <message>
        <source>Number of entries shown</source>
        <translation>Anzahl der gezeigten Einträge</translation>
    </message>
    <message>
        <source>Commands for the selected entry</source>
        <translation>Befehle für den ausgewählten Eintrag</translation>
    </message>
    <message>
        <source>Error in the filter</source>
        <translation>Fehler im Filter</translation>
    </message>
    <message>
        <source>Operation in progress</source>
        <translation>Laufender Vorgang</translation>
    </message>
    <message>
        <source>Progress of the operation</source>
        <translation>Fortschritt des Vorgangs</translation>
    </message>
    <message>
        <source>Stop the operation</source>
        <translation>Den Vorgang stoppen</translation>
    </message>
    <message>
        <source>Note on the cache size</source>
        <translation>Hinweis zur Größe des Caches</translation>
    </message>
    <message>
        <source>The cache files are not writable. Entries can be viewed, but not pinned or deleted.</source>
        <translation>Die Cache-Dateien sind nicht beschreibbar. Einträge können angesehen, aber nicht angeheftet oder gelöscht werden.</translation>
    </message>
    <message>
        <source>Read-only. To change entries, turn off Cache &gt; Read-only.</source>
        <translation>Schreibgeschützt. Um Einträge zu ändern, „Cache &gt; Schreibschutz“ ausschalten.</translation>
    </message>
    <message>
        <source>%1 of %2 entries changed. The others no longer exist or are not on disk; only entries on disk can be pinned.</source>
        <translation>%1 von %2 Einträgen geändert. Die anderen gibt es nicht mehr, oder sie sind nicht auf dem Datenträger; nur dort lassen sie sich anheften.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries pinned; they stay until unpinned.</source>
        <translation>
            <numerusform>%Ln Eintrag angeheftet: Er bleibt, bis er gelöst wird.</numerusform>
            <numerusform>%Ln Einträge angeheftet: Sie bleiben, bis sie gelöst werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Loading the list…</source>
        <translation>Liste wird geladen…</translation>
    </message>
    <message>
        <source>The cache is empty. Use &apos;Add folder&apos; to read the metadata of a folder&apos;s files.</source>
        <translation>Der Cache ist leer. „Ordner hinzufügen“ liest die Metadaten der Dateien eines Ordners ein.</translation>
    </message>
    <message>
        <source>No entry matches the filter. Clear it to see all entries.</source>
        <translation>Kein Eintrag passt zum Filter. Ohne Filter sind alle Einträge zu sehen.</translation>
    </message>
    <message>
        <source>The entries cannot be changed: %1</source>
        <translation>Die Einträge können nicht geändert werden: %1</translation>
    </message>
    <message>
        <source>Show the programs that use exiftool</source>
        <translation>Die Programme zeigen, die exiftool nutzen</translation>
    </message>
    <message>
        <source>Programs</source>
        <comment>button that shows which programs use exiftool</comment>
        <translation>Programme</translation>
    </message>
    <message>
        <source>%1 Until then, all entries are listed.</source>
        <comment>what is wrong with the filter</comment>
        <translation>%1 Bis dahin sind alle Einträge aufgelistet.</translation>
    </message>
    <message>
        <source>%1 Until then, the list is that of %2.</source>
        <comment>what is wrong with the filter, the last one</comment>
        <translation>%1 Bis dahin gilt die Liste für %2.</translation>
    </message>
    <message>
        <source>Cache entries, folders or programs</source>
        <translation>Cache-Einträge, Ordner oder Programme</translation>
    </message>
    <message>
        <source>Show the size of each folder</source>
        <translation>Die Größe jedes Ordners zeigen</translation>
    </message>
    <message>
        <source>Folders</source>
        <comment>button that shows the size of each folder</comment>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>This is a recording. It has no cache entries.</source>
        <translation>Dies ist eine Aufzeichnung. Sie hat keine Cache-Einträge.</translation>
    </message>
    <message>
        <source>Part of the path, and terms: size&gt;64k, hits&lt;2, age&gt;2h, tier:memory or tier:disk, pinned:yes, error:yes, folder:/data. An entry is shown if all of them match.</source>
        <translation>Ein Teil des Pfads und Bedingungen: size&gt;64k, hits&lt;2, age&gt;2h, tier:memory oder tier:disk, pinned:yes, error:yes, folder:/data. Ein Eintrag erscheint, wenn alle zutreffen.</translation>
    </message>
</context>
<context>
    <name>manometer::gui::CacheRehearsalBar</name>
    <message>
        <source>Rehearsal on this cache</source>
        <translation>Probe an diesem Cache</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Stop the rehearsal</source>
        <translation>Probe beenden</translation>
    </message>
    <message>
        <source>The limit is that of the machine&apos;s own level again at once</source>
        <translation>Die Grenze ist sofort wieder die der eigenen Stufe des Rechners</translation>
    </message>
</context>
<context>
    <name>manometer::gui::ConnectDialog</name>
    <message>
        <source>Choose…</source>
        <translation>Auswählen …</translation>
    </message>
    <message>
        <source>&amp;Allow changes</source>
        <translation>Änderungen &amp;erlauben</translation>
    </message>
    <message>
        <source>Connect to another Manometer</source>
        <translation>Mit anderem Manometer verbinden</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Token file</source>
        <translation>Token-Datei</translation>
    </message>
    <message>
        <source>Choose the token file</source>
        <translation>Token-Datei auswählen</translation>
    </message>
    <message>
        <source>A window of its own shows it. For a Manometer on another machine, forward its socket first, for instance:
ssh -N -L /tmp/far.sock:/run/user/1000/manometer/api.sock HOST</source>
        <translation>Es wird in einem eigenen Fenster gezeigt. Für ein Manometer auf einem anderen Rechner leiten Sie zuerst seinen Socket weiter, zum Beispiel:
ssh -N -L /tmp/far.sock:/run/user/1000/manometer/api.sock HOST</translation>
    </message>
    <message>
        <source>A&amp;ddress</source>
        <translation>A&amp;dresse</translation>
    </message>
    <message>
        <source>&amp;Token file</source>
        <translation>&amp;Token-Datei</translation>
    </message>
    <message>
        <source>&amp;Connect</source>
        <translation>&amp;Verbinden</translation>
    </message>
</context>
<context>
    <name>manometer::gui::ConnectionBar</name>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
</context>
<context>
    <name>manometer::gui::ControlFields</name>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source> MiB</source>
        <translation> MiB</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>Sekunden</translation>
    </message>
    <message>
        <source>mebibytes</source>
        <translation>Mebibyte</translation>
    </message>
    <message>
        <source>a count</source>
        <translation>eine Anzahl</translation>
    </message>
    <message>
        <source>percent</source>
        <translation>Prozent</translation>
    </message>
    <message>
        <source>a share; 1 is all</source>
        <translation>ein Anteil, 1 ist alles</translation>
    </message>
</context>
<context>
    <name>manometer::gui::CopyRows</name>
    <message>
        <source>Commands for the row</source>
        <translation>Befehle für die Zeile</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copy c&amp;ell</source>
        <comment>of a table</comment>
        <translation>&amp;Zelle kopieren</translation>
    </message>
</context>
<context>
    <name>manometer::gui::CutCard</name>
    <message>
        <source>Last cut</source>
        <translation>Letzte Senkung</translation>
    </message>
    <message>
        <source>Time of the last cut</source>
        <translation>Zeit der letzten Senkung</translation>
    </message>
    <message>
        <source>Effect of the last cut</source>
        <translation>Wirkung der letzten Senkung</translation>
    </message>
    <message>
        <source>Details of the last cut</source>
        <translation>Einzelheiten der letzten Senkung</translation>
    </message>
    <message>
        <source>Raise limit…</source>
        <translation>Grenze erhöhen …</translation>
    </message>
    <message>
        <source>Raise the limit of the cache</source>
        <translation>Die Grenze des Caches erhöhen</translation>
    </message>
    <message>
        <source>A larger cache has more to give back. Opens the settings.</source>
        <translation>Ein größerer Cache kann mehr zurückgeben. Öffnet die Einstellungen.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Memory pressure has not cut the cache&apos;s limit yet.</source>
        <translation>Speicherdruck hat die Cache-Grenze noch nicht gesenkt.</translation>
    </message>
    <message>
        <source>Last cache cut</source>
        <translation>Letzte Cache-Senkung</translation>
    </message>
    <message>
        <source>Last cache cut, %1</source>
        <comment>a time</comment>
        <translation>Letzte Cache-Senkung, %1</translation>
    </message>
    <message>
        <source>Show the entries that are on disk only</source>
        <translation>Einträge zeigen, die nur auf dem Datenträger sind</translation>
    </message>
    <message>
        <source>Lists the entries that are on disk, but not in memory: those that cuts evicted, and those that were never in memory since the start.</source>
        <translation>Zeigt die Einträge, die auf dem Datenträger, aber nicht im Speicher sind: die bei Senkungen verdrängten und die seit dem Start nie im Speicher waren.</translation>
    </message>
    <message>
        <source>List…</source>
        <comment>button: show the entries that are not in memory</comment>
        <translation>Liste …</translation>
    </message>
    <message>
        <source>Cost of the last cut</source>
        <translation>Kosten der letzten Senkung</translation>
    </message>
</context>
<context>
    <name>manometer::gui::DayDelegate</name>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
</context>
<context>
    <name>manometer::gui::DiagnosticsDialog</name>
    <message>
        <source>Include the names of files, folders and programs, and my &amp;notes</source>
        <translation>Namen von Dateien, Ordnern und Programmen sowie meine &amp;Notizen einschließen</translation>
    </message>
    <message>
        <source>Save diagnostics</source>
        <translation>Diagnosedaten speichern</translation>
    </message>
    <message>
        <source>Buttons</source>
        <translation>Schaltflächen</translation>
    </message>
    <message>
        <source>Archives (*.tar.gz)</source>
        <translation>Archive (*.tar.gz)</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>Creates one archive for a bug report: the versions of the program and the system, the available signals, the settings, the cache statistics, and the samples and events of the last day. Nothing is sent.</source>
        <translation>Erzeugt ein Archiv für einen Fehlerbericht: die Versionen von Programm und System, die verfügbaren Signale, die Einstellungen, die Zahlen des Caches sowie die Messungen und Ereignisse des letzten Tages. Es wird nichts verschickt.</translation>
    </message>
    <message>
        <source>Contents of the archive</source>
        <translation>Inhalt des Archivs</translation>
    </message>
    <message>
        <source>If off, names are replaced by numbers. Check the archive before you send it.</source>
        <translation>Wenn aus, werden Namen durch Nummern ersetzt. Das Archiv vor dem Versenden prüfen.</translation>
    </message>
</context>
<context>
    <name>manometer::gui::DockTitles</name>
    <message>
        <source>&amp;Open in a window of its own</source>
        <translation>In einem &amp;eigenen Fenster öffnen</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Schließen</translation>
    </message>
</context>
<context>
    <name>manometer::gui::DraftBar</name>
    <message>
        <source>State of the draft</source>
        <translation>Stand des Entwurfs</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>Draft of the thresholds</source>
        <translation>Entwurf der Schwellen</translation>
    </message>
    <message>
        <source>Revert the draft</source>
        <translation>Den Entwurf verwerfen</translation>
    </message>
    <message>
        <source>Apply the draft</source>
        <translation>Den Entwurf anwenden</translation>
    </message>
    <message>
        <source>Put the draft into effect (Ctrl+Enter)</source>
        <translation>Den Entwurf in Kraft setzen (Strg+Eingabe)</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a level, where it begins</comment>
        <translation>%1 %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s), not in effect until you apply</source>
        <translation>
            <numerusform>%Ln Änderung, gilt erst nach dem Anwenden</numerusform>
            <numerusform>%Ln Änderungen, gelten erst nach dem Anwenden</numerusform>
        </translation>
    </message>
    <message>
        <source>In effect: %1</source>
        <translation>In Kraft: %1</translation>
    </message>
    <message>
        <source> · </source>
        <comment>between the levels</comment>
        <translation> · </translation>
    </message>
    <message>
        <source>Apply mine</source>
        <extracomment>Of a draft, although others have applied something else</extracomment>
        <translation>Meinen anwenden</translation>
    </message>
    <message>
        <source>Put the draft into effect, on top of what was changed elsewhere (Ctrl+Enter)</source>
        <translation>Den Entwurf in Kraft setzen, zusätzlich zu dem, was anderswo geändert wurde (Strg+Eingabe)</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <extracomment>Discard a draft for what others have applied</extracomment>
        <translation>Fremde übernehmen</translation>
    </message>
    <message>
        <source>Discard the draft and keep what is in effect (Esc)</source>
        <translation>Den Entwurf verwerfen und behalten, was gilt (Esc)</translation>
    </message>
    <message>
        <source>Discard the draft (Esc)</source>
        <translation>Den Entwurf verwerfen (Esc)</translation>
    </message>
    <message>
        <source>%1. Changed elsewhere meanwhile: %2</source>
        <extracomment>%1 is the number of changes in the draft, as a sentence; %2 a list of changes by others</extracomment>
        <translation>%1. Inzwischen anderswo geändert: %2</translation>
    </message>
    <message>
        <source>Cannot be applied: %1</source>
        <translation>Nicht anwendbar: %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s): What if shows what they would have done</source>
        <translation>
            <numerusform>%Ln Änderung: „Was wäre wenn“ zeigt, was sie getan hätte</numerusform>
            <numerusform>%Ln Änderungen: „Was wäre wenn“ zeigt, was sie getan hätten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>manometer::gui::DraftKeeper</name>
    <message>
        <source>restore the draft</source>
        <translation>Entwurf wiederherstellen</translation>
    </message>
</context>
<context>
    <name>manometer::gui::EntryColumns</name>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>&amp;Default columns</source>
        <translation>&amp;Standardspalten</translation>
    </message>
    <message>
        <source>Move this column towards the &amp;start</source>
        <translation>Diese Spalte zum &amp;Anfang verschieben</translation>
    </message>
    <message>
        <source>Move this column towards the &amp;end</source>
        <translation>Diese Spalte zum &amp;Ende verschieben</translation>
    </message>
</context>
<context>
    <name>manometer::gui::EntryCommands</name>
    <message>
        <source>Cop&amp;y path</source>
        <translation>&amp;Pfad kopieren</translation>
    </message>
    <message>
        <source>Copy metadata as &amp;JSON</source>
        <translation>Metadaten als &amp;JSON kopieren</translation>
    </message>
    <message>
        <source>Open &amp;folder</source>
        <translation>&amp;Ordner öffnen</translation>
    </message>
    <message>
        <source>Path copied.</source>
        <translation>Pfad kopiert.</translation>
    </message>
    <message>
        <source>Metadata copied.</source>
        <translation>Metadaten kopiert.</translation>
    </message>
    <message>
        <source>&amp;Read again now</source>
        <translation>Jetzt &amp;neu lesen</translation>
    </message>
    <message>
        <source>Not read again: cancelled.</source>
        <translation>Nicht neu gelesen: abgebrochen.</translation>
    </message>
    <message>
        <source>Not read again: %1</source>
        <translation>Nicht neu gelesen: %1</translation>
    </message>
    <message>
        <source>%1 was read again.</source>
        <translation>%1 wurde neu gelesen.</translation>
    </message>
    <message>
        <source>%1 no longer exists; its entry was removed.</source>
        <translation>%1 gibt es nicht mehr; der Eintrag wurde entfernt.</translation>
    </message>
    <message>
        <source>Not read again: the entry has been removed.</source>
        <translation>Nicht neu gelesen: Der Eintrag wurde entfernt.</translation>
    </message>
    <message>
        <source>Path copied as displayed: it contains characters that are not plain text.</source>
        <translation>Pfad kopiert, wie er angezeigt wird: Er enthält Zeichen, die kein reiner Text sind.</translation>
    </message>
    <message>
        <source>The folder cannot be opened from here: its name is not valid text.</source>
        <translation>Der Ordner lässt sich von hier nicht öffnen: Sein Name ist kein gültiger Text.</translation>
    </message>
    <message>
        <source>No program could open folder %1. Set a file manager as the desktop&apos;s default.</source>
        <translation>Kein Programm konnte den Ordner %1 öffnen. In der Arbeitsumgebung eine Dateiverwaltung als Standard festlegen.</translation>
    </message>
</context>
<context>
    <name>manometer::gui::EntryDetails</name>
    <message>
        <source>in memory and on disk</source>
        <translation>im Speicher und auf dem Datenträger</translation>
    </message>
    <message>
        <source>in memory</source>
        <translation>im Speicher</translation>
    </message>
    <message>
        <source>on disk</source>
        <translation>auf dem Datenträger</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Select an entry to see its metadata.</source>
        <translation>Einen Eintrag auswählen, um seine Metadaten zu sehen.</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>Tiefe</translation>
    </message>
    <message>
        <source>File changed</source>
        <translation>Datei geändert</translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation>Metadaten</translation>
    </message>
    <message>
        <source>Size on disk, compressed</source>
        <translation>Komprimiert abgelegt</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>Treffer</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Zuletzt benutzt</translation>
    </message>
    <message>
        <source>%1 more bytes are not shown.</source>
        <translation>%1 weitere Bytes werden nicht gezeigt.</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>Angeheftet</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>no longer cached</source>
        <translation>nicht mehr im Cache</translation>
    </message>
    <message>
        <source>Property</source>
        <translation>Eigenschaft</translation>
    </message>
    <message>
        <source>This entry has been removed.</source>
        <translation>Dieser Eintrag wurde entfernt.</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>yes, until unpinned</source>
        <translation>ja, bis er gelöst wird</translation>
    </message>
    <message>
        <source>File size</source>
        <translation>Dateigröße</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>Abgelegt</translation>
    </message>
    <message>
        <source>Read time</source>
        <translation>Lesedauer</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Optionen</translation>
    </message>
    <message>
        <source>Exit status</source>
        <translation>Rückgabewert</translation>
    </message>
    <message>
        <source>damaged, or not what they begin as</source>
        <translation>beschädigt, oder nicht das, als was er beginnt</translation>
    </message>
    <message>
        <source>of a type that the metadata reader does not know</source>
        <translation>von einem Typ, den der Metadatenleser nicht kennt</translation>
    </message>
    <message>
        <source>none: the file is empty</source>
        <translation>keiner: die Datei ist leer</translation>
    </message>
    <message>
        <source>the metadata reader failed</source>
        <translation>der Metadatenleser ist daran gescheitert</translation>
    </message>
    <message>
        <source>understood by the metadata reader</source>
        <translation>vom Metadatenleser verstanden</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Inhalt</translation>
    </message>
</context>
<context>
    <name>manometer::gui::EntryModel</name>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>Treffer</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Zuletzt benutzt</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>Abgelegt</translation>
    </message>
    <message>
        <source>both</source>
        <translation>beides</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>disk</source>
        <translation>Datenträger</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>angeheftet</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>Angeheftet</translation>
    </message>
    <message>
        <source>File changed</source>
        <translation>Datei geändert</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>Tiefe</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>(removed)</source>
        <translation>(entfernt)</translation>
    </message>
    <message>
        <source>Size of the cached metadata, not of the file.</source>
        <translation>Größe der zwischengespeicherten Metadaten, nicht der Datei.</translation>
    </message>
    <message>
        <source>Read time</source>
        <translation>Lesedauer</translation>
    </message>
</context>
<context>
    <name>manometer::gui::EntryRemoval</name>
    <message>
        <source>Deleting…</source>
        <translation>Wird gelöscht…</translation>
    </message>
    <message>
        <source>Stopped: %1 of %2 entries deleted.</source>
        <translation>Gestoppt: %1 von %2 Einträgen gelöscht.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries deleted.</source>
        <translation>
            <numerusform>%Ln Eintrag gelöscht.</numerusform>
            <numerusform>%Ln Einträge gelöscht.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>delete entries</source>
        <comment>a step that can be undone</comment>
        <translation>Einträge löschen</translation>
    </message>
    <message>
        <source>Counting the entries to delete…</source>
        <translation>Zu löschende Einträge werden gezählt…</translation>
    </message>
    <message>
        <source>The selected entries no longer exist.</source>
        <translation>Die ausgewählten Einträge gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>%1 of %2 entries deleted; the others no longer existed.</source>
        <translation>%1 von %2 Einträgen gelöscht; die anderen gab es nicht mehr.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries restored.</source>
        <translation>
            <numerusform>%Ln Eintrag wiederhergestellt.</numerusform>
            <numerusform>%Ln Einträge wiederhergestellt.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 entries restored; the others were read again or did not fit.</source>
        <translation>%1 von %2 Einträgen wiederhergestellt; die anderen wurden neu gelesen oder passten nicht mehr.</translation>
    </message>
    <message>
        <source>The deletion can no longer be undone: memory ran short, and the deleted entries were freed.</source>
        <translation>Das Löschen lässt sich nicht mehr rückgängig machen: Der Speicher wurde knapp, und die gelöschten Einträge wurden freigegeben.</translation>
    </message>
    <message>
        <source>The entries cannot be deleted: %1</source>
        <translation>Die Einträge können nicht gelöscht werden: %1</translation>
    </message>
    <message>
        <source>The entries cannot be restored: %1</source>
        <translation>Die Einträge können nicht wiederhergestellt werden: %1</translation>
    </message>
</context>
<context>
    <name>manometer::gui::EventModel</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
</context>
<context>
    <name>manometer::gui::EventPage</name>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Show only events that contain this text</source>
        <translation>Nur Ereignisse zeigen, die diesen Text enthalten</translation>
    </message>
    <message>
        <source>Filter events by text</source>
        <translation>Ereignisse nach Text filtern</translation>
    </message>
    <message>
        <source>Show only events of this kind</source>
        <translation>Nur Ereignisse dieser Art zeigen</translation>
    </message>
    <message>
        <source>Follow: keep the newest event in view</source>
        <translation>Folgen: das neueste Ereignis im Blick behalten</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Folgen</translation>
    </message>
    <message>
        <source>Go to the newest event</source>
        <translation>Zum neuesten Ereignis</translation>
    </message>
    <message>
        <source>List of events</source>
        <translation>Liste der Ereignisse</translation>
    </message>
    <message>
        <source>Events, oldest first</source>
        <translation>Ereignisse, das älteste zuerst</translation>
    </message>
    <message>
        <source>No events</source>
        <translation>Keine Ereignisse</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>Alle Arten</translation>
    </message>
    <message>
        <source>Cache and store</source>
        <translation>Cache und Ablage</translation>
    </message>
    <message>
        <source>Thresholds and settings</source>
        <translation>Schwellen und Einstellungen</translation>
    </message>
    <message>
        <source>Scans</source>
        <translation>Einlesen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new</source>
        <translation>
            <numerusform>%Ln neues</numerusform>
            <numerusform>%Ln neue</numerusform>
        </translation>
    </message>
    <message>
        <source>No event matches the filter. Clear it to see all %1.</source>
        <translation>Kein Ereignis passt zum Filter. Ohne Filter sind alle %1 zu sehen.</translation>
    </message>
    <message>
        <source>Levels and forecasts</source>
        <translation>Stufen und Vorhersagen</translation>
    </message>
    <message>
        <source>Signal, clock and recording</source>
        <translation>Signal, Uhr und Aufzeichnung</translation>
    </message>
    <message>
        <source>Show only events of this level</source>
        <translation>Nur Ereignisse dieser Stufe zeigen</translation>
    </message>
    <message>
        <source>In view</source>
        <translation>Im Diagramm</translation>
    </message>
    <message>
        <source>All levels</source>
        <translation>Alle Stufen</translation>
    </message>
    <message>
        <source>%1 and above</source>
        <translation>%1 und höher</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Shows only events whose description contains this text.</source>
        <translation>Zeigt nur Ereignisse, deren Beschreibung diesen Text enthält.</translation>
    </message>
    <message>
        <source>Shows only events of this kind: level changes, cache actions, scans, notes and others.</source>
        <translation>Zeigt nur Ereignisse dieser Art: Stufenwechsel, Vorgänge des Caches, Einlesen, Notizen und andere.</translation>
    </message>
    <message>
        <source>Shows only events of this level and above.</source>
        <translation>Zeigt nur Ereignisse dieser Stufe und darüber.</translation>
    </message>
    <message>
        <source>Shows only events in the visible time range of the chart.</source>
        <translation>Zeigt nur Ereignisse im sichtbaren Zeitraum des Diagramms.</translation>
    </message>
    <message>
        <source>Show only events in the visible time range of the chart</source>
        <translation>Nur Ereignisse im sichtbaren Zeitraum des Diagramms zeigen</translation>
    </message>
    <message>
        <source>Keeps the newest event in view. Scrolling up turns this off; a button then shows the number of new events.</source>
        <translation>Behält das neueste Ereignis im Blick. Zurückblättern schaltet das aus; eine Schaltfläche zeigt dann die Anzahl der neuen Ereignisse.</translation>
    </message>
    <message>
        <source>No events yet. Changes of the level, the cache limit and the thresholds appear here.</source>
        <translation>Noch keine Ereignisse. Änderungen der Stufe, der Cache-Grenze und der Schwellen erscheinen hier.</translation>
    </message>
    <message>
        <source>API</source>
        <translation>API</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>Prozesse</translation>
    </message>
    <message>
        <source>&amp;Show on the chart</source>
        <translation>Im Diagramm &amp;zeigen</translation>
    </message>
</context>
<context>
    <name>manometer::gui::ExportProgress</name>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel the export</source>
        <translation>Den Export abbrechen</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>Fortschritt des Exports</translation>
    </message>
</context>
<context>
    <name>manometer::gui::FailureModel</name>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
</context>
<context>
    <name>manometer::gui::FileCommands</name>
    <message>
        <source>Add folder</source>
        <translation>Ordner hinzufügen</translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation>Kommagetrennte Werte (*.csv)</translation>
    </message>
    <message>
        <source>Save picture of the chart</source>
        <translation>Bild des Diagramms speichern</translation>
    </message>
    <message>
        <source>PNG pictures (*.png)</source>
        <translation>PNG-Bilder (*.png)</translation>
    </message>
    <message>
        <source>Status copied</source>
        <translation>Status kopiert</translation>
    </message>
    <message>
        <source>Export all samples</source>
        <translation>Alle Messungen exportieren</translation>
    </message>
    <message>
        <source>Export all events</source>
        <translation>Alle Ereignisse exportieren</translation>
    </message>
    <message>
        <source>For spreadsheets: &apos;;&apos; separator, &apos;,&apos; decimal point (*.csv)</source>
        <translation>Für Tabellenprogramme: „;“ als Trenner, Dezimalkomma (*.csv)</translation>
    </message>
    <message>
        <source>Export samples in view</source>
        <translation>Sichtbare Messungen exportieren</translation>
    </message>
    <message>
        <source>Export events in view</source>
        <translation>Sichtbare Ereignisse exportieren</translation>
    </message>
    <message>
        <source>Export listed cache entries</source>
        <translation>Aufgelistete Cache-Einträge exportieren</translation>
    </message>
    <message>
        <source>Record samples</source>
        <translation>Messungen aufzeichnen</translation>
    </message>
    <message>
        <source>Picture saved to %1</source>
        <translation>Bild in %1 gespeichert</translation>
    </message>
    <message>
        <source>Picture not saved to %1: %2</source>
        <translation>Bild nicht in %1 gespeichert: %2</translation>
    </message>
    <message>
        <source>The folder is not scanned: %1</source>
        <translation>Der Ordner wird nicht eingelesen: %1</translation>
    </message>
    <message>
        <source>Recordings without names of files and folders (*.manometer)</source>
        <translation>Aufzeichnungen ohne Namen von Dateien und Ordnern (*.manometer)</translation>
    </message>
    <message>
        <source>Recordings with names of files and folders (*.manometer)</source>
        <translation>Aufzeichnungen mit Namen von Dateien und Ordnern (*.manometer)</translation>
    </message>
    <message>
        <source>Recordings (*.manometer)</source>
        <translation>Aufzeichnungen (*.manometer)</translation>
    </message>
    <message>
        <source>Save recording of the time in view</source>
        <translation>Aufzeichnung des sichtbaren Zeitraums speichern</translation>
    </message>
    <message>
        <source>Save whole recording</source>
        <translation>Ganze Aufzeichnung speichern</translation>
    </message>
</context>
<context>
    <name>manometer::gui::FolderModel</name>
    <message>
        <source>(directly in this folder)</source>
        <translation>(direkt in diesem Ordner)</translation>
    </message>
    <message numerus="yes">
        <source>(directly in this folder and in %Ln small ones)</source>
        <translation>
            <numerusform>(direkt in diesem Ordner und in %Ln kleinen)</numerusform>
            <numerusform>(direkt in diesem Ordner und in %Ln kleinen)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln small folders below it are not listed; their entries are counted here.</source>
        <translation>
            <numerusform>%Ln kleiner Ordner darunter ist nicht aufgeführt; seine Einträge sind hier mitgezählt.</numerusform>
            <numerusform>%Ln kleine Ordner darunter sind nicht aufgeführt; ihre Einträge sind hier mitgezählt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>Einträge</translation>
    </message>
    <message>
        <source>In memory</source>
        <translation>Im Speicher</translation>
    </message>
    <message>
        <source>On disk</source>
        <translation>Datenträger</translation>
    </message>
    <message>
        <source>Share of entries</source>
        <translation>Anteil an Einträgen</translation>
    </message>
    <message>
        <source>Share in memory</source>
        <translation>Anteil im Speicher</translation>
    </message>
    <message>
        <source>Share on disk</source>
        <translation>Anteil am Datenträger</translation>
    </message>
    <message>
        <source>Size of the cached metadata in memory. Neither your files nor what the cache needs besides is counted.</source>
        <translation>Größe der zwischengespeicherten Metadaten im Speicher. Weder die Dateien noch was der Cache sonst braucht ist mitgezählt.</translation>
    </message>
    <message>
        <source>Size of the cached metadata on disk, compressed. Neither your files nor what the cache&apos;s files hold besides is counted.</source>
        <translation>Größe der zwischengespeicherten Metadaten auf dem Datenträger, komprimiert. Weder die Dateien noch was die Dateien des Caches sonst enthalten ist mitgezählt.</translation>
    </message>
</context>
<context>
    <name>manometer::gui::FoldersPanel</name>
    <message>
        <source>Sizes by folder</source>
        <translation>Größen nach Ordnern</translation>
    </message>
    <message>
        <source>List the entries of the selected folder</source>
        <translation>Die Einträge des gewählten Ordners auflisten</translation>
    </message>
    <message>
        <source>Count the folders again</source>
        <translation>Die Ordner noch einmal zählen</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>Back to the cache entries</source>
        <translation>Zurück zu den Cache-Einträgen</translation>
    </message>
    <message>
        <source>Entries</source>
        <comment>button that shows the list of cache entries</comment>
        <translation>Einträge</translation>
    </message>
    <message>
        <source>Counting in progress</source>
        <translation>Laufende Zählung</translation>
    </message>
    <message>
        <source>Progress of counting</source>
        <translation>Fortschritt der Zählung</translation>
    </message>
    <message>
        <source>Cancel counting</source>
        <translation>Die Zählung abbrechen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Folders of the cache entries and their sizes</source>
        <translation>Ordner der Cache-Einträge und ihre Größen</translation>
    </message>
    <message>
        <source>No folders</source>
        <translation>Keine Ordner</translation>
    </message>
    <message>
        <source>What was counted, and when</source>
        <translation>Was gezählt wurde und wann</translation>
    </message>
    <message>
        <source>&amp;Filter by this folder</source>
        <translation>Nach diesem Ordner &amp;filtern</translation>
    </message>
    <message>
        <source>Cop&amp;y path</source>
        <translation>&amp;Pfad kopieren</translation>
    </message>
    <message>
        <source>Counting was cancelled.</source>
        <translation>Die Zählung wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Not counted: %1</source>
        <translation>Nicht gezählt: %1</translation>
    </message>
    <message>
        <source>Columns of the folders</source>
        <translation>Spalten der Ordner</translation>
    </message>
    <message>
        <source>Filter by folder</source>
        <translation>Nach Ordner filtern</translation>
    </message>
    <message>
        <source>Listing the entries…</source>
        <translation>Einträge werden aufgelistet…</translation>
    </message>
    <message>
        <source>Counting: %1 of %2 entries</source>
        <translation>Zählung: %1 von %2 Einträgen</translation>
    </message>
    <message>
        <source>Path copied.</source>
        <translation>Pfad kopiert.</translation>
    </message>
    <message>
        <source>Path copied as displayed: it contains characters that are not plain text.</source>
        <translation>Pfad kopiert, wie er angezeigt wird: Er enthält Zeichen, die kein reiner Text sind.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries</source>
        <translation>
            <numerusform>%Ln Eintrag</numerusform>
            <numerusform>%Ln Einträge</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 that match %2</source>
        <comment>a number of entries, the filter</comment>
        <translation>%1 zum Filter %2</translation>
    </message>
    <message>
        <source>%1 in %2, as of %3</source>
        <comment>entries, folders, a time</comment>
        <translation>%1 in %2, Stand %3</translation>
    </message>
    <message numerus="yes">
        <source>%Ln folders</source>
        <comment>after: entries in</comment>
        <translation>
            <numerusform>%Ln Ordner</numerusform>
            <numerusform>%Ln Ordnern</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1; %Ln small folders are counted in the ones above them</source>
        <comment>what was counted</comment>
        <translation>
            <numerusform>%1; %Ln kleiner Ordner ist im Ordner darüber mitgezählt</numerusform>
            <numerusform>%1; %Ln kleine Ordner sind in den Ordnern darüber mitgezählt</numerusform>
        </translation>
    </message>
    <message>
        <source>Counting the entries of each folder…</source>
        <translation>Die Einträge jedes Ordners werden gezählt…</translation>
    </message>
    <message>
        <source>%1 Press &apos;Refresh&apos; to count the folders.</source>
        <comment>why there is no count</comment>
        <translation>%1 „Aktualisieren“ zählt die Ordner.</translation>
    </message>
    <message>
        <source>The cache is empty. Use &apos;Add folder&apos; to read the metadata of a folder&apos;s files.</source>
        <translation>Der Cache ist leer. „Ordner hinzufügen“ liest die Metadaten der Dateien eines Ordners ein.</translation>
    </message>
    <message>
        <source>No entry matches the filter %1. Clear it to see all folders.</source>
        <translation>Kein Eintrag passt zum Filter %1. Ohne Filter sind alle Ordner zu sehen.</translation>
    </message>
    <message>
        <source>What the sizes are</source>
        <translation>Was die Größen sind</translation>
    </message>
    <message>
        <source>What of the filter is not in effect here</source>
        <translation>Was vom Filter hier nicht gilt</translation>
    </message>
    <message>
        <source>Sizes of the cached metadata alone. The cache&apos;s files are larger: they also hold keys, indexes and free space.</source>
        <translation>Größen nur der zwischengespeicherten Metadaten. Die Dateien des Caches sind größer: Sie enthalten auch Schlüssel, Indizes und freien Platz.</translation>
    </message>
    <message>
        <source>%1 Until then, all entries are counted.</source>
        <comment>what is wrong with the filter</comment>
        <translation>%1 Bis dahin werden alle Einträge gezählt.</translation>
    </message>
    <message>
        <source>%1 Until then, what matches %2 is counted.</source>
        <comment>what is wrong with the filter, the last one</comment>
        <translation>%1 Bis dahin wird gezählt, was zu %2 passt.</translation>
    </message>
    <message>
        <source>The folder in the filter is not in effect here: all folders are counted.</source>
        <translation>Der Ordner im Filter gilt hier nicht: Alle Ordner werden gezählt.</translation>
    </message>
</context>
<context>
    <name>manometer::gui::HandleColumn</name>
    <message>
        <source>Drag to change where %1 begins. Snaps to percentiles; hold Alt to prevent it. Not in effect until you apply.</source>
        <translation>Ziehen ändert, wo %1 beginnt. Rastet bei Perzentilen ein, mit Alt nicht. Gilt erst nach „Anwenden“.</translation>
    </message>
</context>
<context>
    <name>manometer::gui::HitCurve</name>
    <message>
        <source>Misses over the cache&apos;s limit</source>
        <translation>ohne Treffer, über der Cache-Grenze</translation>
    </message>
    <message>
        <source>%1: %2 of the requests miss with %3 entries</source>
        <comment>a level</comment>
        <translation>%1: %2 der Anfragen ohne Treffer bei %3 Einträgen</translation>
    </message>
    <message>
        <source>misses, over the cache&apos;s limit</source>
        <translation>ohne Treffer, über der Cache-Grenze</translation>
    </message>
    <message>
        <source>%1 entries</source>
        <translation>%1 Einträge</translation>
    </message>
</context>
<context>
    <name>manometer::gui::HolderModel</name>
    <message>
        <source>%1 (this program)</source>
        <translation>%1 (dieses Programm)</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>Prozess</translation>
    </message>
    <message>
        <source>Resident</source>
        <translation>Resident</translation>
    </message>
    <message>
        <source>Own share</source>
        <translation>Eigener Anteil</translation>
    </message>
    <message>
        <source>no permission</source>
        <translation>keine Berechtigung</translation>
    </message>
    <message>
        <source>Share of machine</source>
        <translation>Anteil am Rechner</translation>
    </message>
    <message>
        <source>at most %1</source>
        <comment>memory</comment>
        <translation>höchstens %1</translation>
    </message>
    <message>
        <source>Swap</source>
        <translation>Ausgelagert</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>Prozesse</translation>
    </message>
    <message>
        <source>Control group</source>
        <translation>Kontrollgruppe</translation>
    </message>
    <message>
        <source>unknown control group</source>
        <translation>Kontrollgruppe unbekannt</translation>
    </message>
    <message>
        <source>%1 (with this program)</source>
        <translation>%1 (mit diesem Programm)</translation>
    </message>
    <message>
        <source>Control group: %1</source>
        <translation>Kontrollgruppe: %1</translation>
    </message>
</context>
<context>
    <name>manometer::gui::HoldersPage</name>
    <message>
        <source>Columns of the processes</source>
        <translation>Spalten der Prozesse</translation>
    </message>
    <message>
        <source>The processes of this machine cannot be read.</source>
        <translation>Die Prozesse dieses Rechners können nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>Prozesse</translation>
    </message>
    <message>
        <source>Processes that use most memory, largest first</source>
        <translation>Prozesse, die am meisten Speicher belegen, die größten zuerst</translation>
    </message>
    <message>
        <source>The cache uses %1, which is %2 of this machine&apos;s memory.</source>
        <comment>the size of the cache</comment>
        <translation>Der Cache belegt %1, das sind %2 des Speichers dieses Rechners.</translation>
    </message>
    <message>
        <source>less than %1</source>
        <translation>unter %1</translation>
    </message>
    <message>
        <source>Shows the processes of now, or those that used most memory when the level changed or the cache&apos;s limit was cut.</source>
        <translation>Zeigt die Prozesse von jetzt oder die, die am meisten Speicher belegten, als die Stufe wechselte oder die Grenze des Caches gesenkt wurde.</translation>
    </message>
    <message>
        <source>Moment whose processes are shown</source>
        <translation>Moment, dessen Prozesse gezeigt werden</translation>
    </message>
    <message>
        <source>Shows each process, or adds up the processes of a program or of a control group, such as a service or a user&apos;s session.</source>
        <translation>Zeigt jeden Prozess, oder zählt die Prozesse eines Programms oder einer Kontrollgruppe zusammen, etwa eines Dienstes oder der Sitzung eines Benutzers.</translation>
    </message>
    <message>
        <source>Group the processes</source>
        <translation>Prozesse zusammenfassen</translation>
    </message>
    <message>
        <source>What the list shows</source>
        <translation>Was die Liste zeigt</translation>
    </message>
    <message>
        <source>Resident: all pages in memory, shared pages in full. Own share (PSS): shared pages are divided among the processes that share them. Largest first, by own share and swap together.</source>
        <translation>Resident: alle Seiten im Speicher, gemeinsam genutzte ganz. Eigener Anteil (PSS): Gemeinsam genutzte Seiten werden auf die Prozesse verteilt, die sie nutzen. Die größten zuerst, nach eigenem Anteil und Ausgelagertem zusammen.</translation>
    </message>
    <message>
        <source>Each process</source>
        <translation>Jeder Prozess</translation>
    </message>
    <message>
        <source>By program</source>
        <translation>Nach Programm</translation>
    </message>
    <message>
        <source>By control group</source>
        <translation>Nach Kontrollgruppe</translation>
    </message>
    <message>
        <source>This is a rehearsal with figures from %1: it has no processes.</source>
        <comment>a folder</comment>
        <translation>Dies ist eine Probe mit Werten aus %1: Sie hat keine Prozesse.</translation>
    </message>
    <message numerus="yes">
        <source>The %Ln processes that used most memory then: %1, and %2 in swap.</source>
        <translation>
            <numerusform>Der Prozess, der da am meisten Speicher belegte: %1, dazu %2 ausgelagert.</numerusform>
            <numerusform>Die %Ln Prozesse, die da am meisten Speicher belegten: %1, dazu %2 ausgelagert.</numerusform>
        </translation>
    </message>
    <message>
        <source>at most %1</source>
        <comment>memory</comment>
        <translation>höchstens %1</translation>
    </message>
</context>
<context>
    <name>manometer::gui::JsonModel</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
</context>
<context>
    <name>manometer::gui::LevelCard</name>
    <message>
        <source>Memory pressure</source>
        <translation>Speicherdruck</translation>
    </message>
    <message>
        <source>Applied level</source>
        <translation>Geltende Stufe</translation>
    </message>
    <message>
        <source>Time since this level applies</source>
        <translation>Seit wann diese Stufe gilt</translation>
    </message>
    <message>
        <source>Live or paused</source>
        <translation>Live oder angehalten</translation>
    </message>
    <message>
        <source>Age of the newest sample</source>
        <translation>Alter der letzten Messung</translation>
    </message>
    <message>
        <source>Memory used, with the thresholds</source>
        <translation>Belegter Speicher mit den Schwellen</translation>
    </message>
    <message>
        <source>Icon of the applied level</source>
        <translation>Symbol der geltenden Stufe</translation>
    </message>
    <message>
        <source>Who uses it</source>
        <comment>the memory: button that shows the processes</comment>
        <translation>Wer belegt ihn</translation>
    </message>
    <message>
        <source>Show the processes that use most memory</source>
        <translation>Prozesse zeigen, die am meisten Speicher belegen</translation>
    </message>
    <message>
        <source>NO DATA</source>
        <translation>KEINE DATEN</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a level, its share of the time</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the levels</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>PAUSED</source>
        <translation>ANGEHALTEN</translation>
    </message>
    <message>
        <source>STALE</source>
        <translation>VERALTET</translation>
    </message>
    <message>
        <source>WAITING</source>
        <translation>WARTET</translation>
    </message>
    <message>
        <source>LIVE</source>
        <translation>LIVE</translation>
    </message>
    <message>
        <source>no sample yet</source>
        <translation>noch keine Messung</translation>
    </message>
    <message>
        <source>Memory in use</source>
        <translation>Belegter Speicher</translation>
    </message>
    <message>
        <source>Why this level applies and what changes it, or why samples are missing</source>
        <translation>Warum diese Stufe gilt und was sie ändert oder warum Messungen fehlen</translation>
    </message>
    <message>
        <source>Now: %1. In view: %2 to %3 in use, p95 %4</source>
        <translation>Jetzt: %1. Im Blick: %2 bis %3 belegt, p95 %4</translation>
    </message>
    <message>
        <source>highest, %1 – %2</source>
        <comment>level between two times</comment>
        <translation>höchste, %1 – %2</translation>
    </message>
    <message>
        <source>now; no samples in view</source>
        <comment>the level</comment>
        <translation>jetzt; keine Messungen im Blick</translation>
    </message>
    <message>
        <source>%1 all the time</source>
        <comment>a level</comment>
        <translation>%1 die ganze Zeit</translation>
    </message>
    <message>
        <source>%1 %2 of the time</source>
        <comment>a level, its share of the time</comment>
        <translation>%1 %2 der Zeit</translation>
    </message>
    <message>
        <source>At the end: %1. In view: %2 to %3 in use, p95 %4</source>
        <translation>Am Ende: %1. Sichtbar: %2 bis %3 belegt, p95 %4</translation>
    </message>
    <message>
        <source>RECORDING</source>
        <translation>AUFZEICHNUNG</translation>
    </message>
</context>
<context>
    <name>manometer::gui::MainWindow</name>
    <message>
        <source>Manometer</source>
        <translation>Manometer</translation>
    </message>
    <message>
        <source>Pressure</source>
        <translation>Druck</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Thresholds</source>
        <translation>Schwellen</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Cache entries</source>
        <translation>Cache-Einträge</translation>
    </message>
    <message>
        <source>Scan</source>
        <translation>Einlesen</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>Prozesse</translation>
    </message>
    <message>
        <source>Not applied. See the reason on the Thresholds page.</source>
        <translation>Nicht angewendet. Der Grund steht auf der Seite „Schwellen“.</translation>
    </message>
    <message>
        <source>Export cancelled; %1 was not saved.</source>
        <translation>Export abgebrochen; %1 wurde nicht gespeichert.</translation>
    </message>
    <message>
        <source>New thresholds are in effect. The level changes by two or more, so they revert unless you keep them.</source>
        <translation>Neue Schwellen gelten. Die Stufe ändert sich um zwei oder mehr; ohne „Behalten“ werden sie zurückgenommen.</translation>
    </message>
    <message>
        <source>New thresholds are in effect.</source>
        <translation>Neue Schwellen gelten.</translation>
    </message>
    <message>
        <source>The note is not saved: %1</source>
        <translation>Die Notiz ist nicht gespeichert: %1</translation>
    </message>
    <message>
        <source>Manometer – %1 (read-only)</source>
        <translation>Manometer – %1 (schreibgeschützt)</translation>
    </message>
    <message>
        <source>Manometer – %1</source>
        <translation>Manometer – %1</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>Diagramm</translation>
    </message>
    <message>
        <source>Nothing is undone or redone: other thresholds have come into effect since this step, and stay.</source>
        <translation>Nichts wird zurückgenommen oder wiederholt: Seit diesem Schritt gelten andere Schwellen, und sie bleiben.</translation>
    </message>
    <message>
        <source>Changed elsewhere meanwhile, in effect now: %1. The change made here can no longer be reverted.</source>
        <translation>Inzwischen anderswo geändert und jetzt gültig: %1. Die Änderung von hier lässt sich nicht mehr zurücknehmen.</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>The new thresholds are not in effect: %1</source>
        <translation>Die neuen Schwellen gelten nicht: %1</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>Was wäre wenn</translation>
    </message>
    <message>
        <source>The draft of the last session is dropped: other thresholds are in effect than when it was made.</source>
        <translation>Der Entwurf der letzten Sitzung entfällt: Es gelten andere Schwellen als bei seiner Entstehung.</translation>
    </message>
    <message>
        <source>use a suggestion</source>
        <translation>Vorschlag verwenden</translation>
    </message>
    <message>
        <source>Not applied: a recording cannot be changed. The draft shows what it would have done.</source>
        <translation>Nicht angewendet: Eine Aufzeichnung kann nicht geändert werden. Der Entwurf zeigt, was er bewirkt hätte.</translation>
    </message>
    <message>
        <source>Recording, %1 – Manometer</source>
        <comment>a time range</comment>
        <translation>Aufzeichnung, %1 – Manometer</translation>
    </message>
    <message>
        <source>Manometer – rehearsal: %1</source>
        <comment>%1: a curve or a file, and its speed</comment>
        <translation>Manometer – Probe: %1</translation>
    </message>
    <message>
        <source>The rehearsal starts in a window of its own.</source>
        <translation>Die Probe beginnt in einem eigenen Fenster.</translation>
    </message>
    <message>
        <source>The rehearsal cannot be started: %1</source>
        <translation>Die Probe kann nicht gestartet werden: %1</translation>
    </message>
    <message>
        <source>The rehearsal was stopped; the limit is restored.</source>
        <translation>Die Probe wurde beendet; die Grenze ist wiederhergestellt.</translation>
    </message>
    <message>
        <source>The rehearsal cannot be stopped: %1</source>
        <translation>Die Probe kann nicht beendet werden: %1</translation>
    </message>
    <message>
        <source>Rehearse on this cache</source>
        <translation>An diesem Cache proben</translation>
    </message>
    <message>
        <source>Cut this cache as if memory ran short?</source>
        <translation>Diesen Cache verkleinern, als würde der Speicher knapp?</translation>
    </message>
    <message>
        <source>&amp;Cut and rehearse</source>
        <translation>&amp;Verkleinern und proben</translation>
    </message>
    <message>
        <source>The rehearsal on this cache has begun.</source>
        <translation>Die Probe an diesem Cache hat begonnen.</translation>
    </message>
</context>
<context>
    <name>manometer::gui::MomentChooser</name>
    <message>
        <source>%1  %2</source>
        <comment>a time, and what happened then</comment>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
</context>
<context>
    <name>manometer::gui::NoteDialog</name>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>What happened at %1?</source>
        <translation>Was geschah um %1?</translation>
    </message>
    <message>
        <source>This was an &amp;incident</source>
        <translation>Das war ein &amp;Vorfall</translation>
    </message>
    <message>
        <source>This was an incident</source>
        <translation>Das war ein Vorfall</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>A note for later readers. It appears in the events list and on the chart.</source>
        <translation>Eine Notiz für spätere Leser. Sie erscheint in den Ereignissen und im Diagramm.</translation>
    </message>
    <message>
        <source>Users were affected by a problem at this time. Incidents have a separate mark.</source>
        <translation>Zu dieser Zeit waren Nutzer von einem Problem betroffen. Vorfälle haben ein eigenes Zeichen.</translation>
    </message>
</context>
<context>
    <name>manometer::gui::NoticeBar</name>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Last action</source>
        <translation>Letzte Aktion</translation>
    </message>
    <message>
        <source>Time left to undo</source>
        <translation>Zeit zum Rückgängigmachen</translation>
    </message>
    <message>
        <source>Undo the action</source>
        <translation>Rückgängig machen</translation>
    </message>
    <message>
        <source>Keep the change</source>
        <translation>Die Änderung behalten</translation>
    </message>
    <message>
        <source>Reverts in %1</source>
        <translation>Zurücknahme in %1</translation>
    </message>
    <message>
        <source>Kept after %1</source>
        <translation>Bleibt nach %1</translation>
    </message>
</context>
<context>
    <name>manometer::gui::Notifier</name>
    <message>
        <source>Notifi&amp;cations</source>
        <translation>Benachrichtig&amp;ungen</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Benachrichtigungen</translation>
    </message>
    <message>
        <source>&amp;Off</source>
        <translation>&amp;Aus</translation>
    </message>
    <message>
        <source>%1 and above</source>
        <translation>%1 und höher</translation>
    </message>
    <message>
        <source>Memory pressure: %1</source>
        <translation>Speicherdruck: %1</translation>
    </message>
    <message>
        <source>This desktop does not support notifications</source>
        <translation>Diese Arbeitsumgebung unterstützt keine Benachrichtigungen</translation>
    </message>
</context>
<context>
    <name>manometer::gui::PresetCommands</name>
    <message>
        <source>Not applied: these settings are out of range.</source>
        <translation>Nicht angewendet: Diese Einstellungen liegen außerhalb der erlaubten Werte.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Save as preset</source>
        <translation>Als Vorgabe speichern</translation>
    </message>
    <message>
        <source>Preset %1 saved.</source>
        <translation>Vorgabe %1 gespeichert.</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Import preset</source>
        <translation>Vorgabe importieren</translation>
    </message>
    <message>
        <source>Presets (*.json)</source>
        <translation>Vorgaben (*.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>No preset in %1: %2</source>
        <translation>Keine Vorgabe in %1: %2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a preset&apos;s name and a number</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Export as preset</source>
        <translation>Als Vorgabe exportieren</translation>
    </message>
    <message>
        <source>The settings were changed by another program and are now in effect.</source>
        <translation>Die Einstellungen wurden von einem anderen Programm geändert und gelten jetzt.</translation>
    </message>
    <message>
        <source>Preset %1 is in effect, including its thresholds: %2.</source>
        <translation>Vorgabe %1 gilt, samt ihren Schwellen: %2.</translation>
    </message>
    <message>
        <source>No change: these settings are already in effect.</source>
        <translation>Keine Änderung: Diese Einstellungen gelten bereits.</translation>
    </message>
    <message>
        <source>%1 The level changes by two or more, so this reverts unless you keep it.</source>
        <translation>%1 Die Stufe ändert sich um zwei oder mehr: Ohne „Behalten“ wird das zurückgenommen.</translation>
    </message>
    <message>
        <source>New basis: %1.</source>
        <translation>Neue Basis: %1.</translation>
    </message>
    <message>
        <source>The new language takes effect after a restart.</source>
        <translation>Die neue Sprache gilt nach einem Neustart.</translation>
    </message>
    <message>
        <source>New settings are in effect: %1.</source>
        <translation>Neue Einstellungen gelten: %1.</translation>
    </message>
    <message>
        <source>Name of the preset (an existing one is replaced):</source>
        <translation>Name der Vorgabe (eine gleichnamige wird ersetzt):</translation>
    </message>
    <message>
        <source>Not saved: the name “%1” is too long or reserved, or there are too many presets.</source>
        <translation>Nicht gespeichert: Der Name „%1“ ist zu lang oder vorbehalten, oder es gibt zu viele Vorgaben.</translation>
    </message>
    <message>
        <source>Preset %1 removed. The settings in effect do not change.</source>
        <translation>Vorgabe %1 entfernt. Die geltenden Einstellungen ändern sich nicht.</translation>
    </message>
    <message>
        <source>The preset in %1 cannot be saved: its name is too long, or there are too many presets.</source>
        <translation>Die Vorgabe in %1 kann nicht gespeichert werden: Ihr Name ist zu lang, oder es gibt zu viele Vorgaben.</translation>
    </message>
    <message>
        <source>Preset %1 imported. Choose it to put it into effect.</source>
        <translation>Vorgabe %1 importiert. Um sie anzuwenden, sie auswählen.</translation>
    </message>
    <message>
        <source>Preset %1 imported. Some values are invalid; their defaults apply: %2</source>
        <translation>Vorgabe %1 importiert. Einige Werte sind ungültig; dort gelten die Standardwerte: %2</translation>
    </message>
    <message>
        <source>The change is not in effect: %1</source>
        <translation>Die Änderung gilt nicht: %1</translation>
    </message>
    <message>
        <source>%1 Changed elsewhere meanwhile; Undo does not undo those changes.</source>
        <translation>%1 Inzwischen anderswo geändert; „Rückgängig“ lässt jene Änderungen bestehen.</translation>
    </message>
    <message>
        <source>The settings were changed elsewhere meanwhile. The change made here can no longer be undone.</source>
        <translation>Die Einstellungen wurden inzwischen anderswo geändert. Die Änderung von hier lässt sich nicht mehr rückgängig machen.</translation>
    </message>
</context>
<context>
    <name>manometer::gui::PresetMenu</name>
    <message>
        <source>Prese&amp;ts</source>
        <translation>&amp;Vorgaben</translation>
    </message>
    <message>
        <source>&amp;Remove preset</source>
        <translation>Vorgabe ent&amp;fernen</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>Vorgaben</translation>
    </message>
    <message>
        <source>Remove preset</source>
        <translation>Vorgabe entfernen</translation>
    </message>
    <message>
        <source>Sa&amp;ve as preset…</source>
        <translation>Als Vorgabe &amp;speichern…</translation>
    </message>
    <message>
        <source>&amp;Import preset…</source>
        <translation>Vorgabe &amp;importieren…</translation>
    </message>
    <message>
        <source>&amp;Export as preset…</source>
        <translation>Als Vorgabe e&amp;xportieren…</translation>
    </message>
</context>
<context>
    <name>manometer::gui::ProgramModel</name>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Files that the program asked exiftool for.</source>
        <translation>Dateien, nach denen das Programm exiftool gefragt hat.</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>Treffer</translation>
    </message>
    <message>
        <source>Requests that were answered from the cache.</source>
        <translation>Anfragen, die aus dem Cache beantwortet wurden.</translation>
    </message>
    <message>
        <source>Hit ratio</source>
        <translation>Trefferquote</translation>
    </message>
    <message>
        <source>Time saved</source>
        <translation>Gesparte Zeit</translation>
    </message>
    <message>
        <source>The time that exiftool had taken for these answers.</source>
        <translation>Die Zeit, die exiftool für diese Antworten gebraucht hatte.</translation>
    </message>
    <message>
        <source>Last request</source>
        <translation>Letzte Anfrage</translation>
    </message>
    <message>
        <source>(other programs)</source>
        <translation>(andere Programme)</translation>
    </message>
</context>
<context>
    <name>manometer::gui::ProgramsPanel</name>
    <message>
        <source>Programs that use exiftool</source>
        <translation>Programme, die exiftool nutzen</translation>
    </message>
    <message>
        <source>Requests, hits and time saved of all programs</source>
        <translation>Anfragen, Treffer und gesparte Zeit aller Programme</translation>
    </message>
    <message>
        <source>Back to the cache entries</source>
        <translation>Zurück zu den Cache-Einträgen</translation>
    </message>
    <message>
        <source>Entries</source>
        <comment>button that shows the list of cache entries</comment>
        <translation>Einträge</translation>
    </message>
    <message>
        <source>Programs that use exiftool, by requests</source>
        <translation>Programme, die exiftool nutzen, nach Anfragen</translation>
    </message>
    <message>
        <source>How to connect a program</source>
        <translation>So wird ein Programm angeschlossen</translation>
    </message>
    <message>
        <source>Columns of the programs</source>
        <translation>Spalten der Programme</translation>
    </message>
    <message>
        <source>No program has used exiftool with this cache yet. To connect one, put %1 before the folder of the real exiftool on its PATH; the README has examples.</source>
        <translation>Noch hat kein Programm exiftool mit diesem Cache genutzt. Um eines anzuschließen, in seinem PATH %1 vor den Ordner des echten exiftool setzen; die README hat Beispiele.</translation>
    </message>
</context>
<context>
    <name>manometer::gui::RangeChooser</name>
    <message>
        <source>Time range of the chart</source>
        <translation>Zeitbereich des Diagramms</translation>
    </message>
    <message>
        <source>Time range of the chart (+ and −)</source>
        <translation>Zeitbereich des Diagramms (+ und −)</translation>
    </message>
    <message>
        <source>Length of the visible time range, from one minute to one week, or a range of the past.</source>
        <translation>Länge des sichtbaren Zeitbereichs, von einer Minute bis zu einer Woche, oder ein vergangener Bereich.</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
    <message>
        <source>Last night</source>
        <translation>Letzte Nacht</translation>
    </message>
    <message>
        <source>From – to…</source>
        <translation>Von – bis …</translation>
    </message>
</context>
<context>
    <name>manometer::gui::RangeDialog</name>
    <message>
        <source>Begin of the time range</source>
        <translation>Beginn des Zeitbereichs</translation>
    </message>
    <message>
        <source>End of the time range</source>
        <translation>Ende des Zeitbereichs</translation>
    </message>
    <message>
        <source>Time range</source>
        <translation>Zeitbereich</translation>
    </message>
    <message>
        <source>Problem with the time range</source>
        <translation>Problem mit dem Zeitbereich</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>&amp;Von</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>&amp;Bis</translation>
    </message>
    <message>
        <source>&amp;Show</source>
        <translation>&amp;Zeigen</translation>
    </message>
    <message>
        <source>The range ends before it begins.</source>
        <translation>Der Bereich endet, ehe er beginnt.</translation>
    </message>
    <message>
        <source>The chart shows at most %1.</source>
        <translation>Das Diagramm zeigt höchstens %1.</translation>
    </message>
</context>
<context>
    <name>manometer::gui::RehearsalBar</name>
    <message>
        <source>Rehearsal</source>
        <translation>Probe</translation>
    </message>
</context>
<context>
    <name>manometer::gui::RehearsalDialog</name>
    <message>
        <source>Choose…</source>
        <translation>Auswählen …</translation>
    </message>
    <message>
        <source>Rehearse</source>
        <translation>Proben</translation>
    </message>
    <message>
        <source>A window of its own plays this memory use through the same control loop, with a copy of your settings and an empty cache. Nothing on this machine is changed or cut.</source>
        <translation>Ein eigenes Fenster spielt diese Speichernutzung durch dieselbe Regelung ab, mit einer Kopie Ihrer Einstellungen und einem leeren Cache. Auf diesem Rechner ändert sich nichts, und sein Cache wird nicht verkleinert.</translation>
    </message>
    <message>
        <source>Curve</source>
        <translation>Kurve</translation>
    </message>
    <message>
        <source>Ramp: up to 97 % of memory and back, in two minutes</source>
        <translation>Rampe: bis 97 % des Speichers und zurück, in zwei Minuten</translation>
    </message>
    <message>
        <source>Burst: short peaks, one every 30 s</source>
        <translation>Spitzen: kurz, alle 30 s eine</translation>
    </message>
    <message>
        <source>Sawtooth: a leak, slowly up to 94 % and down at once</source>
        <translation>Sägezahn: ein Leck, langsam bis 94 % und auf einmal hinunter</translation>
    </message>
    <message>
        <source>Noise: a random walk around 70 %</source>
        <translation>Rauschen: eine Zufallsbewegung um 70 %</translation>
    </message>
    <message>
        <source>A recorded time: a CSV file</source>
        <translation>Eine aufgezeichnete Zeit: eine CSV-Datei</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Exported samples, or two columns: seconds and percent</source>
        <translation>Exportierte Messungen, oder zwei Spalten: Sekunden und Prozent</translation>
    </message>
    <message>
        <source>Choose the file</source>
        <translation>Datei auswählen</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Geschwindigkeit</translation>
    </message>
    <message>
        <source> times as fast</source>
        <comment>after a number</comment>
        <translation> mal so schnell</translation>
    </message>
    <message>
        <source>Holds and intervals of the control loop are as much shorter</source>
        <translation>Haltezeiten und Abstände der Regelung sind entsprechend kürzer</translation>
    </message>
    <message>
        <source>&amp;Curve</source>
        <translation>&amp;Kurve</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Speed</source>
        <translation>&amp;Geschwindigkeit</translation>
    </message>
    <message>
        <source>&amp;Rehearse</source>
        <translation>&amp;Proben</translation>
    </message>
    <message>
        <source>Samples to rehearse</source>
        <translation>Messungen für die Probe</translation>
    </message>
    <message>
        <source>CSV files (*.csv);;All files (*)</source>
        <translation>CSV-Dateien (*.csv);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>On a c&amp;opy (nothing of yours is touched)</source>
        <translation>An einer K&amp;opie (nichts Eigenes wird berührt)</translation>
    </message>
    <message>
        <source>On &amp;this cache</source>
        <translation>An diesem C&amp;ache</translation>
    </message>
    <message>
        <source>On a copy</source>
        <translation>An einer Kopie</translation>
    </message>
    <message>
        <source>On this cache</source>
        <translation>An diesem Cache</translation>
    </message>
    <message>
        <source>Entries are evicted; you are asked before it begins</source>
        <translation>Einträge werden verdrängt; vor dem Beginn wird gefragt</translation>
    </message>
    <message>
        <source>This memory use is played through the same control loop, with your settings, and the cache is cut as if memory ran short. The machine&apos;s own level still applies: the smaller limit does. Only built-in curves can be played, in ten minutes at most.</source>
        <translation>Diese Speichernutzung wird durch denselben Regelkreis gespielt, mit den eigenen Einstellungen, und der Cache wird verkleinert, als würde der Speicher knapp. Die eigene Stufe des Rechners gilt weiter: Wirksam ist die kleinere Grenze. Nur eingebaute Kurven können abgespielt werden, in höchstens zehn Minuten.</translation>
    </message>
</context>
<context>
    <name>manometer::gui::RemovalQuestion</name>
    <message>
        <source>Delete entries</source>
        <translation>Einträge löschen</translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln entries from the cache?</source>
        <translation>
            <numerusform>%Ln Eintrag aus dem Cache löschen?</numerusform>
            <numerusform>%Ln Einträge aus dem Cache löschen?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them are pinned.</source>
        <translation>
            <numerusform>%Ln davon ist angeheftet.</numerusform>
            <numerusform>%Ln davon sind angeheftet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Their metadata is %1 and takes %2 on disk.</source>
        <translation>Ihre Metadaten sind %1 groß und belegen %2 auf dem Datenträger.</translation>
    </message>
    <message>
        <source>Only the cached metadata is deleted, from memory and disk. The files do not change. Their metadata is read again at the next request.</source>
        <translation>Gelöscht werden nur die zwischengespeicherten Metadaten, im Speicher und auf dem Datenträger. Die Dateien ändern sich nicht. Ihre Metadaten werden bei der nächsten Anfrage neu gelesen.</translation>
    </message>
    <message>
        <source>You can undo this for 30 seconds, unless memory runs short.</source>
        <translation>Das lässt sich 30 Sekunden lang rückgängig machen, sofern der Speicher nicht knapp wird.</translation>
    </message>
    <message>
        <source>You cannot undo this: the entries are too large to keep for undo, or memory is short.</source>
        <translation>Das lässt sich nicht rückgängig machen: Die Einträge sind zu groß zum Aufheben, oder der Speicher ist knapp.</translation>
    </message>
    <message>
        <source>To confirm, type the number of entries: %1</source>
        <translation>Zum Bestätigen die Anzahl der Einträge eintippen: %1</translation>
    </message>
    <message>
        <source>Protects against deleting many entries by accident.</source>
        <translation>Schützt davor, versehentlich viele Einträge zu löschen.</translation>
    </message>
</context>
<context>
    <name>manometer::gui::SavedCard</name>
    <message>
        <source>Time saved</source>
        <translation>Gesparte Zeit</translation>
    </message>
    <message>
        <source>Time that answers of exiftool from the cache saved</source>
        <translation>Zeit, die Antworten von exiftool aus dem Cache gespart haben</translation>
    </message>
    <message>
        <source>Answers from the cache</source>
        <translation>Antworten aus dem Cache</translation>
    </message>
    <message>
        <source>Programs that gained most</source>
        <translation>Programme mit dem größten Gewinn</translation>
    </message>
    <message>
        <source>none yet</source>
        <comment>time saved</comment>
        <translation>noch keine</translation>
    </message>
    <message>
        <source>for programs that call manometer-exiftool</source>
        <translation>für Programme, die manometer-exiftool aufrufen</translation>
    </message>
    <message>
        <source>Time saved today</source>
        <translation>Heute gesparte Zeit</translation>
    </message>
    <message>
        <source>The shares of the programs are since the start. Click to show all of them (Ctrl+5)</source>
        <translation>Die Anteile der Programme gelten seit dem Start. Ein Klick zeigt alle (Strg+5)</translation>
    </message>
</context>
<context>
    <name>manometer::gui::ScanPage</name>
    <message>
        <source>Scan</source>
        <translation>Einlesen</translation>
    </message>
    <message>
        <source>State of the scan</source>
        <translation>Stand des Einlesens</translation>
    </message>
    <message>
        <source>Add folder</source>
        <translation>Ordner hinzufügen</translation>
    </message>
    <message>
        <source>Cancel the scan</source>
        <translation>Das Einlesen abbrechen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Progress of the scan</source>
        <translation>Fortschritt des Einlesens</translation>
    </message>
    <message>
        <source>File being read</source>
        <translation>Datei, die gerade gelesen wird</translation>
    </message>
    <message>
        <source>Number of failures</source>
        <translation>Anzahl der Fehler</translation>
    </message>
    <message>
        <source>Files that could not be read</source>
        <translation>Dateien, die nicht lesbar waren</translation>
    </message>
    <message>
        <source>Scanning %1</source>
        <translation>%1 wird eingelesen</translation>
    </message>
    <message>
        <source>No scan yet</source>
        <translation>Noch nichts eingelesen</translation>
    </message>
    <message>
        <source>Scan of %1 cancelled after %2</source>
        <translation>Einlesen von %1 nach %2 abgebrochen</translation>
    </message>
    <message>
        <source>Scan of %1 finished in %2</source>
        <translation>Einlesen von %1 in %2 abgeschlossen</translation>
    </message>
    <message>
        <source>%1 of at least %2 files</source>
        <translation>%1 von mindestens %2 Dateien</translation>
    </message>
    <message>
        <source>%1 of %2 files</source>
        <translation>%1 von %2 Dateien</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) could not be read or understood:</source>
        <translation>
            <numerusform>%Ln Datei war nicht lesbar oder nicht zu verstehen:</numerusform>
            <numerusform>%Ln Dateien waren nicht lesbar oder nicht zu verstehen:</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2 read · %3 from the cache · %4 failed · %5 not understood · %6 vanished · %7 skipped · %8 files/s</source>
        <translation>%1 · %2 gelesen · %3 aus dem Cache · %4 fehlgeschlagen · %5 nicht verstanden · %6 verschwunden · %7 übersprungen · %8 Dateien/s</translation>
    </message>
    <message>
        <source>Scan statistics</source>
        <translation>Zahlen zum Einlesen</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Nächster Schritt</translation>
    </message>
    <message>
        <source>&apos;Add folder&apos; reads the metadata of all files in a folder into the cache. The files do not change.</source>
        <translation>„Ordner hinzufügen“ liest die Metadaten aller Dateien eines Ordners in den Cache ein. Die Dateien selbst werden nicht verändert.</translation>
    </message>
    <message>
        <source>damaged %1</source>
        <translation>beschädigt %1</translation>
    </message>
    <message>
        <source>empty %1</source>
        <translation>leer %1</translation>
    </message>
    <message>
        <source>unknown type %1</source>
        <translation>unbekannter Typ %1</translation>
    </message>
    <message>
        <source>links %1</source>
        <translation>Verknüpfungen %1</translation>
    </message>
    <message>
        <source>FIFOs and sockets %1</source>
        <translation>FIFOs und Sockets %1</translation>
    </message>
    <message>
        <source>devices %1</source>
        <translation>Geräte %1</translation>
    </message>
    <message>
        <source>kernel file systems %1</source>
        <translation>Dateisysteme des Kernels %1</translation>
    </message>
    <message>
        <source>no permission %1</source>
        <translation>keine Berechtigung %1</translation>
    </message>
    <message>
        <source>changed while read %1</source>
        <translation>beim Lesen geändert %1</translation>
    </message>
    <message>
        <source>took too long %1</source>
        <translation>zu lange gedauert %1</translation>
    </message>
    <message>
        <source>too much metadata %1</source>
        <translation>zu viele Metadaten %1</translation>
    </message>
    <message>
        <source>Contents: %1</source>
        <translation>Inhalt: %1</translation>
    </message>
    <message>
        <source>Skipped: %1</source>
        <translation>Übersprungen: %1</translation>
    </message>
    <message>
        <source>Failed: %1</source>
        <translation>Fehlgeschlagen: %1</translation>
    </message>
</context>
<context>
    <name>manometer::gui::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Limi&amp;ts</source>
        <translation>&amp;Grenzen</translation>
    </message>
    <message>
        <source>C&amp;ontrol loop</source>
        <translation>&amp;Regelung</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Grenzen</translation>
    </message>
    <message>
        <source>&amp;Entries in memory</source>
        <translation>&amp;Einträge im Speicher</translation>
    </message>
    <message>
        <source>&amp;Memory</source>
        <translation>&amp;Speicher</translation>
    </message>
    <message>
        <source> MiB</source>
        <translation> MiB</translation>
    </message>
    <message>
        <source>&amp;Disk</source>
        <translation>&amp;Datenträger</translation>
    </message>
    <message>
        <source>Entries e&amp;xpire after</source>
        <translation>Einträge &amp;verfallen nach</translation>
    </message>
    <message>
        <source>Entries expire</source>
        <translation>Einträge verfallen</translation>
    </message>
    <message>
        <source>Entries expire after</source>
        <translation>Einträge verfallen nach</translation>
    </message>
    <message>
        <source> h</source>
        <translation> h</translation>
    </message>
    <message>
        <source>Control loop</source>
        <translation>Regelung</translation>
    </message>
    <message>
        <source>Show &amp;defaults</source>
        <translation>Standardwerte &amp;zeigen</translation>
    </message>
    <message>
        <source>Show defaults</source>
        <translation>Standardwerte zeigen</translation>
    </message>
    <message>
        <source>&amp;Window</source>
        <translation>&amp;Fenster</translation>
    </message>
    <message>
        <source>mebibytes</source>
        <translation>Mebibyte</translation>
    </message>
    <message>
        <source>%1 MiB</source>
        <translation>%1&#xa0;MiB</translation>
    </message>
    <message>
        <source>entries</source>
        <translation>Einträge</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>Stunden</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1&#xa0;h</translation>
    </message>
    <message>
        <source>on</source>
        <translation>an</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>Maximum number of entries in memory at NORMAL.</source>
        <translation>Höchstzahl der Einträge im Speicher bei NORMAL.</translation>
    </message>
    <message>
        <source>Maximum memory for these entries. The limit that is reached first applies.</source>
        <translation>Höchstens belegter Speicher für diese Einträge. Es gilt die Grenze, die zuerst erreicht ist.</translation>
    </message>
    <message>
        <source>Maximum size of the disk store. Above it, the least recently used entries are removed.</source>
        <translation>Höchstgröße der Ablage auf dem Datenträger. Darüber werden die am längsten nicht benutzten Einträge entfernt.</translation>
    </message>
    <message>
        <source>An older entry is read again, even if its file looks unchanged. Pinned entries do not expire.</source>
        <translation>Ein älterer Eintrag wird neu gelesen, auch wenn seine Datei unverändert aussieht. Angeheftete Einträge verfallen nicht.</translation>
    </message>
    <message>
        <source>&amp;Reduce the limit when memory runs short</source>
        <translation>Die Grenze se&amp;nken, wenn der Speicher knapp wird</translation>
    </message>
    <message>
        <source>Reduce the limit when memory runs short</source>
        <translation>Die Grenze senken, wenn der Speicher knapp wird</translation>
    </message>
    <message>
        <source>If off, pressure is only measured, and the limit stays as configured at every level.</source>
        <translation>Wenn aus, wird Druck nur gemessen, und die Grenze bleibt auf jeder Stufe wie eingestellt.</translation>
    </message>
    <message>
        <source>Set each field of this page to its default. Not in effect until you apply.</source>
        <translation>Jedes Feld dieser Seite auf den Standardwert setzen. Gilt erst nach „Anwenden“.</translation>
    </message>
    <message>
        <source>System language</source>
        <translation>Sprache des Systems</translation>
    </message>
    <message>
        <source>The language of the window and the format of its numbers and times.</source>
        <translation>Die Sprache des Fensters und das Format seiner Zahlen und Zeiten.</translation>
    </message>
    <message>
        <source>system language</source>
        <translation>Sprache des Systems</translation>
    </message>
    <message>
        <source>Takes effect after a restart.</source>
        <translation>Gilt nach einem Neustart.</translation>
    </message>
    <message>
        <source>Entries, memory and the reduction take effect without a restart: a lower limit at once, a higher limit step by step. Disk and expiry take effect after a restart.</source>
        <translation>Einträge, Speicher und Senkung gelten ohne Neustart: eine niedrigere Grenze sofort, eine höhere schrittweise. Datenträger und Verfall gelten nach einem Neustart.</translation>
    </message>
</context>
<context>
    <name>manometer::gui::SnoozeMenu</name>
    <message>
        <source>&amp;Hold the limit</source>
        <translation>&amp;Grenze halten</translation>
    </message>
    <message>
        <source>Hold the limit</source>
        <translation>Grenze halten</translation>
    </message>
    <message>
        <source>%1 for %2</source>
        <translation>%1 für %2</translation>
    </message>
    <message>
        <source>Resume &amp;adaptation</source>
        <translation>Anpassung &amp;fortsetzen</translation>
    </message>
    <message>
        <source>CRITICAL still cuts the limit</source>
        <translation>KRITISCH senkt die Grenze trotzdem</translation>
    </message>
</context>
<context>
    <name>manometer::gui::SourceModel</name>
    <message>
        <source>Signal</source>
        <translation>Signal</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Delay</source>
        <translation>Verzögerung</translation>
    </message>
    <message>
        <source>Source or reason</source>
        <translation>Quelle oder Grund</translation>
    </message>
</context>
<context>
    <name>manometer::gui::SourcesPage</name>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>Signals of memory pressure</source>
        <translation>Signale des Speicherdrucks</translation>
    </message>
    <message>
        <source>Columns of the signals</source>
        <translation>Spalten der Signale</translation>
    </message>
    <message>
        <source>Basis of the level on this machine</source>
        <translation>Grundlage der Stufe auf diesem Rechner</translation>
    </message>
    <message>
        <source>Check the sources again</source>
        <translation>Die Quellen erneut prüfen</translation>
    </message>
    <message>
        <source>Chec&amp;k again</source>
        <translation>Erneut &amp;prüfen</translation>
    </message>
    <message>
        <source>The sources cannot be examined: %1</source>
        <translation>Die Quellen können nicht untersucht werden: %1</translation>
    </message>
</context>
<context>
    <name>manometer::gui::StatusLine</name>
    <message>
        <source>State of the signal</source>
        <translation>Zustand des Signals</translation>
    </message>
    <message>
        <source>Memory of this machine and this program</source>
        <translation>Speicher dieses Rechners und dieses Programms</translation>
    </message>
    <message>
        <source>State of the draft</source>
        <translation>Zustand des Entwurfs</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Status line</source>
        <translation>Statuszeile</translation>
    </message>
    <message>
        <source>waiting for samples</source>
        <translation>wartet auf Messungen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln draft change(s)</source>
        <translation>
            <numerusform>%Ln Änderung im Entwurf</numerusform>
            <numerusform>%Ln Änderungen im Entwurf</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln problems: %1</source>
        <translation>
            <numerusform>%Ln Problem: %1</numerusform>
            <numerusform>%Ln Probleme: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>stale, %1 old</source>
        <translation>veraltet, %1 alt</translation>
    </message>
    <message>
        <source>live, %1 old</source>
        <translation>live, %1 alt</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Aufzeichnung</translation>
    </message>
    <message>
        <source>this program %1 CPU, %2</source>
        <comment>its share of a processor, its memory</comment>
        <translation>dieses Programm %1 CPU, %2</translation>
    </message>
    <message>
        <source>this program %1</source>
        <translation>dieses Programm %1</translation>
    </message>
    <message>
        <source>%1 of %2 available · %3</source>
        <translation>%1 von %2 verfügbar · %3</translation>
    </message>
    <message>
        <source>recording</source>
        <translation>zeichnet auf</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>Settings not saved to %1: %2</source>
        <translation>Einstellungen nicht in %1 gespeichert: %2</translation>
    </message>
    <message>
        <source>Recording to %1 stopped: %2</source>
        <translation>Aufzeichnung in %1 beendet: %2</translation>
    </message>
    <message>
        <source>memory unknown</source>
        <translation>Speicher unbekannt</translation>
    </message>
    <message>
        <source>not connected, %1 old</source>
        <translation>nicht verbunden, %1 alt</translation>
    </message>
    <message>
        <source>no errors</source>
        <translation>keine Fehler</translation>
    </message>
    <message>
        <source>Where the figures come from</source>
        <translation>Woher die Werte kommen</translation>
    </message>
    <message>
        <source>attached, read-only</source>
        <comment>the window, to another process</comment>
        <translation>verbunden, schreibgeschützt</translation>
    </message>
    <message>
        <source>attached</source>
        <comment>the window, to another process</comment>
        <translation>verbunden</translation>
    </message>
    <message>
        <source>This window shows the figures and the cache of %1. It cannot change them.</source>
        <translation>Dieses Fenster zeigt die Werte und den Cache von %1. Es kann sie nicht ändern.</translation>
    </message>
    <message>
        <source>This window shows the figures and the cache of %1. What you change takes effect there.</source>
        <translation>Dieses Fenster zeigt die Werte und den Cache von %1. Änderungen gelten dort.</translation>
    </message>
    <message>
        <source>Recording, %1</source>
        <comment>a time range</comment>
        <translation>Aufzeichnung, %1</translation>
    </message>
</context>
<context>
    <name>manometer::gui::StatusPage</name>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
</context>
<context>
    <name>manometer::gui::SuggestDialog</name>
    <message>
        <source>&amp;Search</source>
        <translation>&amp;Suchen</translation>
    </message>
    <message>
        <source>&amp;Use as draft</source>
        <translation>Als &amp;Entwurf verwenden</translation>
    </message>
    <message>
        <source>Suggest thresholds</source>
        <translation>Schwellen vorschlagen</translation>
    </message>
    <message>
        <source>%1 begins at most</source>
        <translation>%1 beginnt höchstens</translation>
    </message>
    <message>
        <source> times a day</source>
        <translation> mal am Tag</translation>
    </message>
    <message>
        <source>Before each incident, %1 lasts at least</source>
        <translation>Vor jedem Vorfall gilt %1 mindestens</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>The hit ratio is lower by at most</source>
        <translation>Die Trefferquote ist höchstens niedriger um</translation>
    </message>
    <message>
        <source> points</source>
        <translation> Punkte</translation>
    </message>
    <message>
        <source>An incident is a note (M) that is marked as one.</source>
        <translation>Ein Vorfall ist eine Notiz (M), die als solcher markiert ist.</translation>
    </message>
    <message>
        <source>Progress of the search</source>
        <translation>Fortschritt der Suche</translation>
    </message>
    <message>
        <source>Result of the search</source>
        <translation>Ergebnis der Suche</translation>
    </message>
    <message>
        <source>Suggested thresholds</source>
        <translation>Vorgeschlagene Schwellen</translation>
    </message>
    <message>
        <source>Columns of the suggestions</source>
        <translation>Spalten der Vorschläge</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>An&amp;halten</translation>
    </message>
    <message>
        <source>No incident is marked in this time: the warning before incidents tests nothing. To mark one, press M at its moment in the chart and check &apos;This was an incident&apos;.</source>
        <translation>In dieser Zeit ist kein Vorfall markiert: Die Warnung vor Vorfällen prüft nichts. Um einen zu markieren, im Diagramm zu seiner Zeit M drücken und „Das war ein Vorfall“ ankreuzen.</translation>
    </message>
    <message>
        <source>Hits are not estimated yet: the limit of lost hits tests nothing.</source>
        <translation>Treffer sind noch nicht geschätzt: Die Grenze der verlorenen Treffer prüft nichts.</translation>
    </message>
    <message>
        <source>Replays the recorded memory use, of the last day at most, with other thresholds, and shows those that would have kept what you require. A choice becomes a draft; nothing else changes.</source>
        <translation>Spielt die aufgezeichnete Speicherbelegung, höchstens des letzten Tages, mit anderen Schwellen durch und zeigt jene, die das Verlangte eingehalten hätten. Ein Vorschlag wird zum Entwurf; sonst ändert sich nichts.</translation>
    </message>
    <message>
        <source>Choices that hardly watch or warn nearly always stand last; their tool tips say why.</source>
        <translation>Vorschläge, die kaum überwachen oder fast immer warnen, stehen zuletzt; ihre Tooltips sagen, warum.</translation>
    </message>
</context>
<context>
    <name>manometer::gui::SuggestionModel</name>
    <message>
        <source>Levels begin at</source>
        <translation>Stufen beginnen bei</translation>
    </message>
    <message>
        <source>ELEVATED, HIGH and CRITICAL, in percent of memory in use; the tool tip of a row has all values.</source>
        <translation>ERHÖHT, HOCH und KRITISCH in Prozent des belegten Speichers; der Tooltip einer Zeile hat alle Werte.</translation>
    </message>
    <message>
        <source>How often the level rises.</source>
        <translation>Wie oft die Stufe steigt.</translation>
    </message>
    <message>
        <source>How long before an incident HIGH was in effect, at least.</source>
        <translation>Wie lange vor einem Vorfall HOCH mindestens galt.</translation>
    </message>
    <message>
        <source>Percentage points of hit ratio, beside the configured limit all the time.</source>
        <translation>Prozentpunkte der Trefferquote, gegenüber der eingestellten Grenze die ganze Zeit.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln missed</source>
        <comment>incidents</comment>
        <translation>
            <numerusform>%Ln verpasst</numerusform>
            <numerusform>%Ln verpasst</numerusform>
        </translation>
    </message>
    <message>
        <source>Held for</source>
        <translation>Gehalten</translation>
    </message>
    <message>
        <source>The hold times of ELEVATED, HIGH and CRITICAL, where they differ from those in effect.</source>
        <translation>Die Haltezeiten von ERHÖHT, HOCH und KRITISCH, wo sie von den geltenden abweichen.</translation>
    </message>
    <message>
        <source>The share of the recorded time at HIGH or above.</source>
        <translation>Der Anteil der aufgezeichneten Zeit in HOCH oder höher.</translation>
    </message>
    <message>
        <source>%1 (in effect)</source>
        <comment>three percentages</comment>
        <translation>%1 (geltend)</translation>
    </message>
    <message>
        <source>as in effect</source>
        <comment>hold times</comment>
        <translation>wie geltend</translation>
    </message>
    <message>
        <source>CRITICAL
a day</source>
        <translation>KRITISCH
am Tag</translation>
    </message>
    <message>
        <source>Rises
a day</source>
        <translation>Anstiege
am Tag</translation>
    </message>
    <message>
        <source>Time in
HIGH</source>
        <translation>Zeit in
HOCH</translation>
    </message>
    <message>
        <source>Shortest
warning</source>
        <translation>Kürzeste
Warnung</translation>
    </message>
    <message>
        <source>Hits
lost</source>
        <translation>Treffer
verloren</translation>
    </message>
    <message>
        <source>%1 (hardly watches)</source>
        <comment>three percentages</comment>
        <translation>%1 (überwacht kaum)</translation>
    </message>
    <message>
        <source>%1 (warns nearly always)</source>
        <comment>three percentages</comment>
        <translation>%1 (warnt fast immer)</translation>
    </message>
</context>
<context>
    <name>manometer::gui::ThresholdModel</name>
    <message>
        <source>change %1</source>
        <translation>%1 ändern</translation>
    </message>
    <message>
        <source>move %1</source>
        <translation>%1 verschieben</translation>
    </message>
    <message>
        <source>revert</source>
        <translation>Entwurf verwerfen</translation>
    </message>
    <message>
        <source>apply</source>
        <translation>Entwurf anwenden</translation>
    </message>
</context>
<context>
    <name>manometer::gui::ThresholdPage</name>
    <message>
        <source>Thresholds</source>
        <translation>Schwellen</translation>
    </message>
    <message>
        <source>ELEVATED</source>
        <translation>ERHÖHT</translation>
    </message>
    <message>
        <source>HIGH</source>
        <translation>HOCH</translation>
    </message>
    <message>
        <source>CRITICAL</source>
        <translation>KRITISCH</translation>
    </message>
    <message>
        <source>Begins at</source>
        <translation>Beginnt bei</translation>
    </message>
    <message>
        <source>Value at which ELEVATED begins</source>
        <translation>Wert, bei dem ERHÖHT beginnt</translation>
    </message>
    <message>
        <source>Value at which HIGH begins</source>
        <translation>Wert, bei dem HOCH beginnt</translation>
    </message>
    <message>
        <source>Value at which CRITICAL begins</source>
        <translation>Wert, bei dem KRITISCH beginnt</translation>
    </message>
    <message>
        <source>Eviction target</source>
        <translation>Verdrängungsziel</translation>
    </message>
    <message>
        <source>Eviction target of ELEVATED</source>
        <translation>Verdrängungsziel von ERHÖHT</translation>
    </message>
    <message>
        <source>Eviction target of HIGH</source>
        <translation>Verdrängungsziel von HOCH</translation>
    </message>
    <message>
        <source>Eviction target of CRITICAL</source>
        <translation>Verdrängungsziel von KRITISCH</translation>
    </message>
    <message>
        <source>Cache keeps</source>
        <translation>Cache behält</translation>
    </message>
    <message>
        <source>Why the draft cannot be applied</source>
        <translation>Warum der Entwurf nicht angewendet werden kann</translation>
    </message>
    <message>
        <source>Apply the draft</source>
        <translation>Den Entwurf anwenden</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>How levels begin and end</source>
        <translation>Wie Stufen beginnen und enden</translation>
    </message>
    <message>
        <source> s</source>
        <extracomment>After a number of seconds, with its space</extracomment>
        <translation> s</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Type where %1 begins</source>
        <translation>Eintippen, wo %1 beginnt</translation>
    </message>
    <message>
        <source>Cannot be applied: %1</source>
        <translation>Nicht anwendbar: %1</translation>
    </message>
    <message>
        <source>%1 entries</source>
        <extracomment>A number of cache entries, short: it stands in a narrow column</extracomment>
        <translation>%1 Einträge</translation>
    </message>
    <message>
        <source>Type the value of ELEVATED</source>
        <translation>Den Wert von ERHÖHT eintippen</translation>
    </message>
    <message>
        <source>Type the value of HIGH</source>
        <translation>Den Wert von HOCH eintippen</translation>
    </message>
    <message>
        <source>Type the value of CRITICAL</source>
        <translation>Den Wert von KRITISCH eintippen</translation>
    </message>
    <message>
        <source>%1 begins as soon as a sample is above this value.</source>
        <translation>%1 beginnt, sobald eine Messung über diesem Wert liegt.</translation>
    </message>
    <message>
        <source>%1 begins when two samples in a row reach this value.</source>
        <translation>%1 beginnt, wenn zwei Messungen in Folge diesen Wert erreichen.</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>Sekunden</translation>
    </message>
    <message>
        <source>Threshold values</source>
        <translation>Werte der Schwellen</translation>
    </message>
    <message>
        <source>Ends below</source>
        <translation>Endet unter</translation>
    </message>
    <message>
        <source>Value below which ELEVATED ends</source>
        <translation>Wert, unter dem ERHÖHT endet</translation>
    </message>
    <message>
        <source>Value below which HIGH ends</source>
        <translation>Wert, unter dem HOCH endet</translation>
    </message>
    <message>
        <source>Value below which CRITICAL ends</source>
        <translation>Wert, unter dem KRITISCH endet</translation>
    </message>
    <message>
        <source>held for</source>
        <translation>gehalten</translation>
    </message>
    <message>
        <source>Hold time of ELEVATED</source>
        <translation>Haltezeit von ERHÖHT</translation>
    </message>
    <message>
        <source>Hold time of HIGH</source>
        <translation>Haltezeit von HOCH</translation>
    </message>
    <message>
        <source>Hold time of CRITICAL</source>
        <translation>Haltezeit von KRITISCH</translation>
    </message>
    <message>
        <source>Share the cache keeps at ELEVATED</source>
        <translation>Was der Cache bei ERHÖHT behält</translation>
    </message>
    <message>
        <source>Share the cache keeps at HIGH</source>
        <translation>Was der Cache bei HOCH behält</translation>
    </message>
    <message>
        <source>Entries the cache keeps at CRITICAL</source>
        <translation>Was der Cache bei KRITISCH behält</translation>
    </message>
    <message>
        <source>Discard the draft</source>
        <translation>Den Entwurf verwerfen</translation>
    </message>
    <message>
        <source>percent of memory in use</source>
        <translation>Prozent des Speichers, die belegt sind</translation>
    </message>
    <message>
        <source>%1 ends when memory use has stayed below this value for the hold time below.</source>
        <translation>%1 endet, wenn die Speicherbelegung für die unten genannte Haltezeit unter diesem Wert geblieben ist.</translation>
    </message>
    <message>
        <source>How long memory use must stay below the value above before %1 ends.</source>
        <translation>Wie lange die Speicherbelegung unter dem oben genannten Wert bleiben muss, bis %1 endet.</translation>
    </message>
    <message>
        <source>The amount to evict at %1 is calculated to bring memory use down to this value. For information only: the cache limit follows the level.</source>
        <translation>Die bei %1 zu verdrängende Menge wird so berechnet, dass die Speicherbelegung auf diesen Wert sinkt. Nur zur Information: Die Cache-Grenze folgt der Stufe.</translation>
    </message>
    <message>
        <source>A level begins when two samples in a row reach its value (CRITICAL: one sample above it). It ends when memory use stays below its second value for the hold time. Levels fall one at a time. A handle moves all percentages of its level together.</source>
        <translation>Eine Stufe beginnt, wenn zwei Messungen in Folge ihren Wert erreichen (KRITISCH: eine darüber). Sie endet, wenn die Speicherbelegung für die Haltezeit unter ihrem zweiten Wert bleibt. Stufen fallen einzeln. Ein Griff verschiebt alle Prozentwerte seiner Stufe gemeinsam.</translation>
    </message>
    <message>
        <source>Draft; %1 is in effect</source>
        <translation>Entwurf; es gilt %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) in the draft. Not in effect until you apply.</source>
        <translation>
            <numerusform>%Ln Änderung im Entwurf. Gilt erst nach „Anwenden“.</numerusform>
            <numerusform>%Ln Änderungen im Entwurf. Gelten erst nach „Anwenden“.</numerusform>
        </translation>
    </message>
    <message>
        <source>These thresholds are in effect. To change them, drag a handle or type a value.</source>
        <translation>Diese Schwellen gelten. Um sie zu ändern, einen Griff ziehen oder einen Wert eintippen.</translation>
    </message>
    <message>
        <source>Changed elsewhere meanwhile, in effect now: %1. Revert discards the draft and keeps these values.</source>
        <translation>Inzwischen anderswo geändert und jetzt gültig: %1. „Verwerfen“ verwirft den Entwurf und behält diese Werte.</translation>
    </message>
    <message>
        <source>Hits in memory</source>
        <translation>Speichertreffer</translation>
    </message>
    <message>
        <source>Estimated hits in memory at ELEVATED</source>
        <translation>Geschätzte Treffer im Speicher bei ERHÖHT</translation>
    </message>
    <message>
        <source>Estimated hits in memory at HIGH</source>
        <translation>Geschätzte Treffer im Speicher bei HOCH</translation>
    </message>
    <message>
        <source>Estimated hits in memory at CRITICAL</source>
        <translation>Geschätzte Treffer im Speicher bei KRITISCH</translation>
    </message>
    <message>
        <source>Memory use at which the level begins.</source>
        <translation>Speicherbelegung, bei der die Stufe beginnt.</translation>
    </message>
    <message>
        <source>Memory use below which the level may end.</source>
        <translation>Speicherbelegung, unter der die Stufe enden kann.</translation>
    </message>
    <message>
        <source>How long memory use must stay below that before the level ends.</source>
        <translation>Wie lange die Speicherbelegung darunter bleiben muss, bevor die Stufe endet.</translation>
    </message>
    <message>
        <source>For information: to what memory use would have to fall. It is a percentage of memory, not of the cache, and the cache&apos;s limit does not depend on it. &apos;Copy status as JSON&apos; has the amount in megabytes.</source>
        <translation>Zur Information: worauf die Speicherbelegung sinken müsste. Ein Prozentwert des Speichers, nicht des Caches; die Cache-Grenze hängt nicht davon ab. „Status als JSON kopieren“ nennt die Menge in Megabyte.</translation>
    </message>
    <message>
        <source>The most entries the cache may keep in memory at this level, not what it has now. Entries beyond that are evicted; those on disk stay there.</source>
        <translation>So viele Einträge darf der Cache bei dieser Stufe höchstens im Speicher behalten, nicht, was er jetzt hat. Was darüber ist, wird verdrängt; was auf dem Datenträger ist, bleibt dort.</translation>
    </message>
    <message>
        <source>Estimate: the share of requests that would find their entry in memory if the cache always had the limit of this level.</source>
        <translation>Schätzung: der Anteil der Anfragen, die ihren Eintrag im Speicher fänden, wenn der Cache immer die Grenze dieser Stufe hätte.</translation>
    </message>
    <message>
        <source>Draft; %1 was in effect</source>
        <translation>Entwurf; es galt %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) in the draft. What if shows what they would have done.</source>
        <translation>
            <numerusform>%Ln Änderung im Entwurf. „Was wäre wenn“ zeigt, was sie getan hätte.</numerusform>
            <numerusform>%Ln Änderungen im Entwurf. „Was wäre wenn“ zeigt, was sie getan hätten.</numerusform>
        </translation>
    </message>
    <message>
        <source>These thresholds were in effect. To see what others would have done, drag a handle or type a value.</source>
        <translation>Diese Schwellen galten. Um zu sehen, was andere getan hätten, einen Griff ziehen oder einen Wert eintippen.</translation>
    </message>
</context>
<context>
    <name>manometer::gui::TimeChart</name>
    <message>
        <source>Chart of memory pressure</source>
        <translation>Diagramm des Speicherdrucks</translation>
    </message>
    <message>
        <source>Selected: the threshold of %1</source>
        <translation>Ausgewählt: die Schwelle von %1</translation>
    </message>
    <message>
        <source>STALE</source>
        <translation>VERALTET</translation>
    </message>
    <message>
        <source>PAUSED at %1; recording continues</source>
        <translation>ANGEHALTEN um %1; die Aufzeichnung läuft weiter</translation>
    </message>
    <message>
        <source>RECORDING</source>
        <translation>AUFZEICHNUNG</translation>
    </message>
</context>
<context>
    <name>manometer::gui::TrayIcon</name>
    <message>
        <source>Manometer</source>
        <translation>Manometer</translation>
    </message>
    <message>
        <source>&amp;Show window</source>
        <translation>Fenster &amp;anzeigen</translation>
    </message>
    <message>
        <source>&amp;Hide window</source>
        <translation>Fenster &amp;ausblenden</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a level and the measured value</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>No signal</source>
        <translation>Kein Signal</translation>
    </message>
</context>
<context>
    <name>manometer::gui::WelcomeCards</name>
    <message>
        <source>Fill the cache</source>
        <translation>Den Cache füllen</translation>
    </message>
    <message>
        <source>S&amp;kip</source>
        <translation>Ü&amp;berspringen</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>Introduction</source>
        <translation>Einführung</translation>
    </message>
    <message>
        <source>Picture of the card</source>
        <translation>Bild der Karte</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation>&amp;Fertig</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>Check the memory</source>
        <translation>Speicher prüfen</translation>
    </message>
    <message>
        <source>The word at the top is the current level: NORMAL, ELEVATED, HIGH or CRITICAL. Beside it are the reason and where the next level begins. The chart shows the same over time.</source>
        <translation>Das Wort ganz oben ist die geltende Stufe: NORMAL, ERHÖHT, HOCH oder KRITISCH. Daneben stehen der Grund und wo die nächste Stufe beginnt. Das Diagramm zeigt dasselbe über die Zeit.</translation>
    </message>
    <message>
        <source>A cache that adapts</source>
        <translation>Ein Cache, der sich anpasst</translation>
    </message>
    <message>
        <source>When memory runs short, the cache limit is cut at once and the freed memory returns to the system. Afterwards it grows back in steps. &apos;Events&apos; shows the effect of each cut.</source>
        <translation>Wird der Speicher knapp, wird die Cache-Grenze sofort gesenkt, und der freie Speicher geht an das System zurück. Danach wächst sie schrittweise wieder. „Ereignisse“ zeigt die Wirkung jeder Senkung.</translation>
    </message>
    <message>
        <source>Add a folder: the metadata of its files is read once and then served from the cache. The files are never changed.</source>
        <translation>Einen Ordner hinzufügen: Die Metadaten seiner Dateien werden einmal gelesen und kommen dann aus dem Cache. Die Dateien werden nie verändert.</translation>
    </message>
    <message>
        <source>Tune the thresholds</source>
        <translation>Schwellen einstellen</translation>
    </message>
    <message>
        <source>Drag a threshold in the chart. It is not in effect until you apply it, and you can undo that. F1 explains the page, Shift+F1 the field, Ctrl+? lists all keys.</source>
        <translation>Eine Schwelle im Diagramm ziehen. Sie gilt erst, wenn sie angewendet ist, und das lässt sich rückgängig machen. F1 erklärt die Seite, Umschalt+F1 das Feld, Strg+? nennt alle Tasten.</translation>
    </message>
    <message>
        <source>&amp;Show me</source>
        <translation>&amp;Vorführen</translation>
    </message>
    <message>
        <source>Play two minutes of memory pressure in twenty seconds, in a window of its own. Nothing on this machine is cut.</source>
        <translation>Zwei Minuten Speicherdruck in zwanzig Sekunden abspielen, in einem eigenen Fenster. Der Cache dieses Rechners wird nicht verkleinert.</translation>
    </message>
</context>
<context>
    <name>manometer::gui::WhatIfModel</name>
    <message>
        <source>How often the level rose to %1, or past it.</source>
        <translation>Wie oft die Stufe auf %1 stieg oder darüber hinweg.</translation>
    </message>
    <message>
        <source>The share of the recorded time at these levels.</source>
        <translation>Der Anteil der aufgezeichneten Zeit in diesen Stufen.</translation>
    </message>
    <message>
        <source>Longest of these</source>
        <translation>Längste davon</translation>
    </message>
    <message>
        <source>The longest time in one piece at %1 or above.</source>
        <translation>Die längste Zeit am Stück in %1 oder höher.</translation>
    </message>
    <message>
        <source>Levels that ended within half a minute: the thresholds are close to where memory use varies, or the hold time is short.</source>
        <translation>Stufen, die binnen einer halben Minute endeten: Die Schwellen liegen nahe bei der schwankenden Belegung, oder die Haltezeit ist kurz.</translation>
    </message>
    <message>
        <source>How often the cache&apos;s limit was cut. Of a full cache, these cuts evict %1 and %2 entries at most.</source>
        <comment>in effect, and in the draft</comment>
        <translation>Wie oft die Grenze des Caches gesenkt wurde. Aus einem vollen Cache verdrängen diese Senkungen höchstens %1 und %2 Einträge.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>incidents</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Incidents at which the level was %1 or above. An incident is a note (M) that is marked as one.</source>
        <translation>Vorfälle, bei denen die Stufe %1 oder höher war. Ein Vorfall ist eine Notiz (M), die als solcher markiert ist.</translation>
    </message>
    <message>
        <source>Shortest warning</source>
        <translation>Kürzeste Warnung</translation>
    </message>
    <message>
        <source>For how long the level had been %1 or above when such an incident came, at least.</source>
        <translation>Wie lange die Stufe mindestens schon %1 oder höher war, als ein solcher Vorfall kam.</translation>
    </message>
    <message>
        <source>The share of requests that find their entry in memory, estimated for the limits that the levels allow (standard error %1).</source>
        <translation>Der Anteil der Anfragen, die ihren Eintrag im Speicher finden, geschätzt für die Grenzen, die die Stufen erlauben (Standardfehler %1).</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>What the draft would have done.</source>
        <translation>Was der Entwurf getan hätte.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Files read again for</source>
        <translation>Dateien erneut gelesen</translation>
    </message>
    <message>
        <source>How long files are read that a full cache would still have, by what such requests took so far.</source>
        <translation>Wie lange Dateien gelesen werden, die ein voller Cache noch hätte, nach dem, was solche Anfragen bisher brauchten.</translation>
    </message>
    <message>
        <source>Happened</source>
        <translation>Geschehen</translation>
    </message>
    <message>
        <source>What the thresholds did that were in effect at the time.</source>
        <translation>Was die Schwellen taten, die damals galten.</translation>
    </message>
</context>
<context>
    <name>manometer::gui::WhatIfPanel</name>
    <message>
        <source>Suggest…</source>
        <translation>Vorschlagen…</translation>
    </message>
    <message>
        <source>Zoom to difference</source>
        <translation>Unterschied zeigen</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>Was wäre wenn</translation>
    </message>
    <message>
        <source>Time of the figures</source>
        <translation>Zeitraum der Zahlen</translation>
    </message>
    <message>
        <source>all recorded</source>
        <translation>alles Aufgezeichnete</translation>
    </message>
    <message>
        <source>in view</source>
        <translation>im Bild</translation>
    </message>
    <message>
        <source>The figures are of the last day at most, as far as it is recorded, or of the part of it that the chart shows.</source>
        <translation>Die Zahlen gelten für höchstens den letzten Tag, soweit er aufgezeichnet ist, oder für den Teil davon, den das Diagramm zeigt.</translation>
    </message>
    <message>
        <source>Figures of the thresholds in effect and of the draft</source>
        <translation>Zahlen der geltenden Schwellen und des Entwurfs</translation>
    </message>
    <message>
        <source>Columns of the figures</source>
        <translation>Spalten der Zahlen</translation>
    </message>
    <message>
        <source>What the figures assume</source>
        <translation>Was die Zahlen annehmen</translation>
    </message>
    <message>
        <source>Suggest thresholds</source>
        <translation>Schwellen vorschlagen</translation>
    </message>
    <message>
        <source>Searches thresholds that would have kept what you require.</source>
        <translation>Sucht Schwellen, die das Verlangte eingehalten hätten.</translation>
    </message>
    <message>
        <source>Show in the chart where the draft differs</source>
        <translation>Im Diagramm zeigen, wo der Entwurf abweicht</translation>
    </message>
    <message>
        <source>Shows the longest time in view at which the draft&apos;s level is another than the one in effect. Alt+Left returns.</source>
        <translation>Zeigt die längste sichtbare Zeit, in der die Stufe des Entwurfs eine andere ist als die geltende. Alt+Links kehrt zurück.</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>Nothing is recorded of this time.</source>
        <translation>Von dieser Zeit ist nichts aufgezeichnet.</translation>
    </message>
    <message>
        <source>From %1 of recorded memory use.</source>
        <comment>a length of time</comment>
        <translation>Aus %1 aufgezeichneter Speicherbelegung.</translation>
    </message>
    <message>
        <source>Assumes that the machine&apos;s pressure would have been the same.</source>
        <translation>Nimmt an, dass der Druck auf dem Rechner derselbe gewesen wäre.</translation>
    </message>
    <message>
        <source>Change a threshold to see beside it what that would have done.</source>
        <translation>Eine Schwelle ändern, um daneben zu sehen, was das getan hätte.</translation>
    </message>
    <message>
        <source>Near the draft&apos;s thresholds the recording is coarse: %1 of %2 rises may be late, by %3 at most.</source>
        <translation>Nahe den Schwellen des Entwurfs ist die Aufzeichnung grob: %1 von %2 Anstiegen kommen vielleicht zu spät, höchstens um %3.</translation>
    </message>
    <message>
        <source>Shows what a draft that keeps the rules would have done with the recorded memory use.</source>
        <translation>Zeigt, was ein Entwurf, der die Regeln einhält, mit der aufgezeichneten Speicherbelegung getan hätte.</translation>
    </message>
    <message>
        <source>Of the draft&apos;s %1 rises, %2 are above what memory use alone gives: stalls, a notice or missing memory raised the level.</source>
        <comment>two numbers</comment>
        <translation>Von %1 Anstiegen des Entwurfs gehen %2 über das hinaus, was die Speicherbelegung allein ergibt: Warten auf Speicher, eine Meldung oder fehlender Speicher hat die Stufe angehoben.</translation>
    </message>
</context>
<context>
    <name>manometer::gui::WindowActions</name>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Save &amp;picture of the chart…</source>
        <translation>Bild des &amp;Diagramms speichern…</translation>
    </message>
    <message>
        <source>Picture…</source>
        <translation>Bild…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>&amp;Filter</source>
        <translation>&amp;Filtern</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>An&amp;halten</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>Ver&amp;größern</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>Ver&amp;kleinern</translation>
    </message>
    <message>
        <source>&amp;Default range</source>
        <translation>Standard&amp;zeitraum</translation>
    </message>
    <message>
        <source>Ne&amp;xt pane</source>
        <translation>Nächster &amp;Bereich</translation>
    </message>
    <message>
        <source>Restore de&amp;fault layout</source>
        <translation>Standard&amp;anordnung wiederherstellen</translation>
    </message>
    <message>
        <source>&amp;Next handle</source>
        <translation>&amp;Nächster Griff</translation>
    </message>
    <message>
        <source>&amp;Apply draft</source>
        <translation>Entwurf &amp;anwenden</translation>
    </message>
    <message>
        <source>&amp;Revert draft</source>
        <translation>Entwurf &amp;verwerfen</translation>
    </message>
    <message>
        <source>&amp;Add folder…</source>
        <translation>&amp;Ordner hinzufügen…</translation>
    </message>
    <message>
        <source>&amp;Cancel scan</source>
        <translation>Einlesen &amp;abbrechen</translation>
    </message>
    <message>
        <source>&amp;Delete entries…</source>
        <translation>Einträge &amp;löschen…</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>&amp;About Manometer</source>
        <translation>Über &amp;Manometer</translation>
    </message>
    <message>
        <source>Menus</source>
        <translation>Menüs</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Thresholds</source>
        <translation>&amp;Schwellen</translation>
    </message>
    <message>
        <source>&amp;Cache</source>
        <translation>&amp;Cache</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>&amp;Copy status as JSON</source>
        <translation>Status als JSON &amp;kopieren</translation>
    </message>
    <message>
        <source>Export &amp;samples in view…</source>
        <translation>&amp;Sichtbare Messungen exportieren…</translation>
    </message>
    <message>
        <source>Export &amp;all samples…</source>
        <translation>&amp;Alle Messungen exportieren…</translation>
    </message>
    <message>
        <source>Export &amp;events in view…</source>
        <translation>Sichtbare &amp;Ereignisse exportieren…</translation>
    </message>
    <message>
        <source>Export all e&amp;vents…</source>
        <translation>Alle E&amp;reignisse exportieren…</translation>
    </message>
    <message>
        <source>Export cache en&amp;tries…</source>
        <translation>&amp;Cache-Einträge exportieren…</translation>
    </message>
    <message>
        <source>&amp;Record samples…</source>
        <translation>Messungen au&amp;fzeichnen…</translation>
    </message>
    <message>
        <source>Record…</source>
        <translation>Aufzeichnen…</translation>
    </message>
    <message>
        <source>Append every sample to a file (Ctrl+Shift+R)</source>
        <translation>Jede Messung an eine Datei anhängen (Strg+Umschalt+R)</translation>
    </message>
    <message>
        <source>&amp;Earlier</source>
        <translation>&amp;Früher</translation>
    </message>
    <message>
        <source>&amp;Later</source>
        <translation>&amp;Später</translation>
    </message>
    <message>
        <source>&amp;Go live</source>
        <translation>Zur Gegenwar&amp;t</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>&amp;Next event</source>
        <translation>Nä&amp;chstes Ereignis</translation>
    </message>
    <message>
        <source>Pre&amp;vious event</source>
        <translation>V&amp;origes Ereignis</translation>
    </message>
    <message>
        <source>Add &amp;note…</source>
        <translation>&amp;Notiz anlegen…</translation>
    </message>
    <message>
        <source>Layout &amp;Monitor</source>
        <translation>Anordnung: Über&amp;wachen</translation>
    </message>
    <message>
        <source>Layout &amp;Tune</source>
        <translation>Anordnung: &amp;Einstellen</translation>
    </message>
    <message>
        <source>Layout Bro&amp;wse</source>
        <translation>Anordnung: &amp;Durchsehen</translation>
    </message>
    <message>
        <source>Layout &amp;Review</source>
        <translation>Anordnung: &amp;Rückblick</translation>
    </message>
    <message>
        <source>Save &amp;diagnostics…</source>
        <translation>&amp;Diagnosedaten speichern…</translation>
    </message>
    <message>
        <source>&amp;Pin entries</source>
        <translation>Einträge an&amp;heften</translation>
    </message>
    <message>
        <source>Preset: %1</source>
        <translation>Vorgabe: %1</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>&amp;Einstellungen…</translation>
    </message>
    <message>
        <source>Read-on&amp;ly</source>
        <translation>&amp;Schreibschutz</translation>
    </message>
    <message>
        <source>Basis: %1</source>
        <translation>Basis: %1</translation>
    </message>
    <message>
        <source>&amp;What&apos;s this?</source>
        <translation>&amp;Was ist das?</translation>
    </message>
    <message>
        <source>&amp;Introduction</source>
        <translation>&amp;Einführung</translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <comment>a step, such as: move HIGH</comment>
        <translation>&amp;Rückgängig: %1</translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <comment>a step, such as: move HIGH</comment>
        <translation>&amp;Wiederholen: %1</translation>
    </message>
    <message>
        <source>Pause the display; recording continues (Space)</source>
        <translation>Die Anzeige anhalten; die Aufzeichnung läuft weiter (Leertaste)</translation>
    </message>
    <message>
        <source>Return to live data and follow it (L)</source>
        <translation>Zur Gegenwart zurückkehren und ihr folgen (L)</translation>
    </message>
    <message>
        <source>Zoom &amp;back</source>
        <translation>&amp;Vorige Ansicht</translation>
    </message>
    <message>
        <source>Zoom forw&amp;ard</source>
        <translation>&amp;Nächste Ansicht</translation>
    </message>
    <message>
        <source>Set limits, control loop and language (Ctrl+,)</source>
        <translation>Grenzen, Regelung und Sprache einstellen (Strg+,)</translation>
    </message>
    <message>
        <source>Read the metadata of a folder&apos;s files into the cache (Ctrl+O)</source>
        <translation>Die Metadaten der Dateien eines Ordners in den Cache einlesen (Strg+O)</translation>
    </message>
    <message>
        <source>View entries without pinning, deleting, re-reading or adding any</source>
        <translation>Einträge nur ansehen, ohne welche anzuheften, zu löschen, neu zu lesen oder hinzuzufügen</translation>
    </message>
    <message>
        <source>Memory that decides the level</source>
        <translation>Speicher, der die Stufe bestimmt</translation>
    </message>
    <message>
        <source>The memory that decides the level: the machine&apos;s, the control group&apos;s share of its limit, or (Auto) whichever is fuller. Default: Auto.</source>
        <translation>Der Speicher, der die Stufe bestimmt: der des Rechners, der Anteil der Kontrollgruppe an ihrer Grenze oder (Automatisch) der vollere von beiden. Standard: Automatisch.</translation>
    </message>
    <message>
        <source>Settings in effect; * means that they differ from the preset</source>
        <translation>Geltende Einstellungen; * heißt, dass sie von der Vorgabe abweichen</translation>
    </message>
    <message>
        <source>A preset is a complete set of thresholds, limits and control loop values. Choosing one takes effect at once. You can undo it for one minute.</source>
        <translation>Eine Vorgabe ist ein ganzer Satz von Schwellen, Grenzen und Werten der Regelung. Eine Auswahl gilt sofort. Sie lässt sich eine Minute lang rückgängig machen.</translation>
    </message>
    <message>
        <source>C&amp;onnect to another Manometer…</source>
        <translation>Mit anderem Manometer &amp;verbinden …</translation>
    </message>
    <message>
        <source>Programs that use &amp;exiftool</source>
        <translation>Programme, die &amp;exiftool nutzen</translation>
    </message>
    <message>
        <source>&amp;Keep running in the tray when the window is closed</source>
        <translation>Nach dem Schließen im Systemabschnitt &amp;weiterlaufen</translation>
    </message>
    <message>
        <source>Compo&amp;sition of memory</source>
        <translation>Zusa&amp;mmensetzung des Speichers</translation>
    </message>
    <message>
        <source>Show in the chart what the machine&apos;s memory is used for (C)</source>
        <translation>Im Diagramm zeigen, wofür der Speicher des Rechners benutzt wird (C)</translation>
    </message>
    <message>
        <source>Sizes by &amp;folder</source>
        <translation>G&amp;rößen nach Ordnern</translation>
    </message>
    <message>
        <source>&amp;Suggest thresholds…</source>
        <translation>Schwellen vor&amp;schlagen…</translation>
    </message>
    <message>
        <source>Save recordin&amp;g of the time in view…</source>
        <translation>Auf&amp;zeichnung des sichtbaren Zeitraums speichern…</translation>
    </message>
    <message>
        <source>Save &amp;whole recording…</source>
        <translation>&amp;Ganze Aufzeichnung speichern…</translation>
    </message>
    <message>
        <source>Re&amp;hearse…</source>
        <translation>&amp;Proben …</translation>
    </message>
    <message>
        <source>Play a curve of memory use, in a window of its own or on this cache</source>
        <translation>Eine Kurve der Speichernutzung abspielen, in einem eigenen Fenster oder an diesem Cache</translation>
    </message>
</context>
</TS>
