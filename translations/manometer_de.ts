<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en_GB">
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
        <source>Nothing was recorded in this time.</source>
        <translation>In dieser Zeit wurde nichts aufgezeichnet.</translation>
    </message>
    <message>
        <source>Memory used</source>
        <translation>Belegter Speicher</translation>
    </message>
    <message>
        <source>This program&apos;s RSS</source>
        <translation>RSS dieses Programms</translation>
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
        <source>This program&apos;s RSS %1</source>
        <translation>RSS dieses Programms %1</translation>
    </message>
    <message>
        <source>min %1 · mean %2 · p95 %3 · max %4</source>
        <translation>Min %1 · Mittel %2 · p95 %3 · Max %4</translation>
    </message>
    <message numerus="yes">
        <source>%1 draft %2: exceeded for %3 of the time in view, entered %Ln times</source>
        <translation>
            <numerusform>Entwurf %1 %2: %3 der sichtbaren Zeit darüber, %Ln-mal erreicht</numerusform>
            <numerusform>Entwurf %1 %2: %3 der sichtbaren Zeit darüber, %Ln-mal erreicht</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 draft %2</source>
        <translation>Entwurf %1 %2</translation>
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
        <source>Watches how much memory this machine has left and keeps a cache of file metadata that gives way when memory runs short.</source>
        <translation>Überwacht, wie viel Speicher auf diesem Rechner noch frei ist, und hält einen Cache von Dateimetadaten, der nachgibt, wenn der Speicher knapp wird.</translation>
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
        <source>Read the metadata of all files in DIR at the start.</source>
        <translation>Beim Start die Metadaten aller Dateien in DIR einlesen.</translation>
    </message>
    <message>
        <source>On leaving, write the samples to FILE as CSV.</source>
        <translation>Beim Beenden die Messungen als CSV in FILE schreiben.</translation>
    </message>
    <message>
        <source>Leave after SECONDS.</source>
        <translation>Nach SECONDS Sekunden beenden.</translation>
    </message>
    <message>
        <source>Unexpected argument &apos;%1&apos;. A folder to read is given with --scan.</source>
        <translation>Was ist „%1“? Ein Ordner zum Einlesen wird mit --scan angegeben.</translation>
    </message>
    <message>
        <source>There is no preset &apos;%1&apos;.</source>
        <translation>Es gibt keine Vorgabe „%1“.</translation>
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
        <source>On leaving, save a picture of the window to FILE (.png, .jpg …).</source>
        <translation>Beim Beenden ein Bild des Fensters in FILE speichern (.png, .jpg …).</translation>
    </message>
    <message>
        <source>--screenshot and --export-samples cannot both be written to %1.</source>
        <translation>--screenshot und --export-samples können nicht beide nach %1 geschrieben werden.</translation>
    </message>
    <message>
        <source>Read control groups from DIR in place of /sys. With --proc-root alone none are read.</source>
        <translation>Kontrollgruppen aus DIR statt aus /sys lesen. Mit --proc-root allein werden keine gelesen.</translation>
    </message>
    <message>
        <source>Begin with the limits of NAME, whatever the settings say:</source>
        <translation>Mit den Grenzen von NAME beginnen, unabhängig von den Einstellungen:</translation>
    </message>
    <message>
        <source>There is no translation &apos;%1&apos;, only these: %2.</source>
        <translation>Es gibt keine Übersetzung „%1“, nur diese: %2.</translation>
    </message>
    <message>
        <source>Speak this language, whatever the settings and the system say:</source>
        <translation>Diese Sprache verwenden, was auch immer Einstellungen und System sagen:</translation>
    </message>
    <message>
        <source>Read DIR in place of /proc, to rehearse: with a cache and a history of its own.</source>
        <translation>DIR statt /proc lesen, zum Proben: mit eigenem Cache und eigenem Verlauf.</translation>
    </message>
    <message>
        <source>Let --export-samples replace a file that is there.</source>
        <translation>Mit --export-samples eine vorhandene Datei ersetzen.</translation>
    </message>
    <message>
        <source>--%1: %2 cannot be read: %3.</source>
        <translation>--%1: %2 kann nicht gelesen werden: %3.</translation>
    </message>
    <message>
        <source>--%1: %2 is, or would be, one of Manometer&apos;s own files. Choose another place.</source>
        <translation>--%1: %2 gehört zu Manometers eigenen Dateien oder würde eine davon. Einen anderen Ort wählen.</translation>
    </message>
    <message>
        <source>--%1: %2 exists already. Add --%3 to replace it.</source>
        <translation>--%1: %2 gibt es schon. Mit --%3 wird die Datei ersetzt.</translation>
    </message>
</context>
<context>
    <name>ControlText</name>
    <message>
        <source>Waiting is counted over</source>
        <translation>Wartezeit wird gezählt über</translation>
    </message>
    <message>
        <source>How long the kernel&apos;s count of waiting tasks is watched at a time.</source>
        <translation>Wie lange die Zählung wartender Prozesse im Kernel jeweils beobachtet wird.</translation>
    </message>
    <message>
        <source>Tasks have to wait</source>
        <translation>Prozesse warten mindestens</translation>
    </message>
    <message>
        <source>Tasks that waited for memory this long within that time ask for one level more.</source>
        <translation>Prozesse, die in dieser Zeit so lange auf Speicher gewartet haben, verlangen eine Stufe mehr.</translation>
    </message>
    <message>
        <source>Only with memory in use from</source>
        <translation>Nur ab belegtem Speicher von</translation>
    </message>
    <message>
        <source>Below it, waiting counts only while the kernel reclaims memory.</source>
        <translation>Darunter zählt Warten nur, während der Kernel Speicher zurückgewinnt.</translation>
    </message>
    <message>
        <source>A level&apos;s return is too soon within</source>
        <translation>Eine Stufe ist zu früh zurück binnen</translation>
    </message>
    <message>
        <source>A level that comes back this soon after it was left is held twice as long.</source>
        <translation>Eine Stufe, die so kurz nach ihrem Ende wiederkehrt, wird doppelt so lange gehalten.</translation>
    </message>
    <message>
        <source>A level is held at most</source>
        <translation>Eine Stufe wird höchstens gehalten</translation>
    </message>
    <message>
        <source>However often its hold was doubled.</source>
        <translation>Auch wenn die Haltezeit öfter verdoppelt wurde.</translation>
    </message>
    <message>
        <source>Looks back</source>
        <translation>Blickt zurück</translation>
    </message>
    <message>
        <source>The slope is taken from the samples of this time.</source>
        <translation>Die Steigung wird aus den Messungen dieser Zeit bestimmt.</translation>
    </message>
    <message>
        <source>A point every</source>
        <translation>Ein Punkt alle</translation>
    </message>
    <message>
        <source>Samples that lie nearer together tell nothing new.</source>
        <translation>Dichter liegende Messungen sagen nichts Neues.</translation>
    </message>
    <message>
        <source>Needs samples of</source>
        <translation>Braucht Messungen über</translation>
    </message>
    <message>
        <source>From less than this nothing is forecast.</source>
        <translation>Aus weniger wird nichts vorhergesagt.</translation>
    </message>
    <message>
        <source>Rising from Kendall&apos;s tau of</source>
        <translation>Steigend ab Kendalls Tau von</translation>
    </message>
    <message>
        <source>The share of pairs of samples that rise less the share that fall: 1 is all of them.</source>
        <translation>Anteil der steigenden Paare von Messungen abzüglich der fallenden: 1 heißt, alle steigen.</translation>
    </message>
    <message>
        <source>Warns when a level is nearer than</source>
        <translation>Warnt, wenn eine Stufe näher ist als</translation>
    </message>
    <message>
        <source>A warning is an event, and a notification if those are wanted.</source>
        <translation>Eine Warnung ist ein Ereignis und, wenn gewünscht, eine Benachrichtigung.</translation>
    </message>
    <message>
        <source>Waits after a cut</source>
        <translation>Wartet nach einer Senkung</translation>
    </message>
    <message>
        <source>What was cut is not taken back before the cut could show.</source>
        <translation>Eine Senkung wird nicht zurückgenommen, ehe sich ihre Wirkung zeigen konnte.</translation>
    </message>
    <message>
        <source>Pressure&apos;s return is too soon within</source>
        <translation>Der Druck ist zu früh zurück binnen</translation>
    </message>
    <message>
        <source>Pressure that comes back this soon after a fall doubles the wait.</source>
        <translation>Druck, der so kurz nach einem Rückgang wiederkehrt, verdoppelt die Wartezeit.</translation>
    </message>
    <message>
        <source>Waits at most</source>
        <translation>Wartet höchstens</translation>
    </message>
    <message>
        <source>However often the wait was doubled.</source>
        <translation>Auch wenn die Wartezeit öfter verdoppelt wurde.</translation>
    </message>
    <message>
        <source>A step every</source>
        <translation>Ein Schritt alle</translation>
    </message>
    <message>
        <source>The limit grows in steps, so that each can show in memory use.</source>
        <translation>Die Grenze wächst in Schritten, damit sich jeder in der Speicherbelegung zeigen kann.</translation>
    </message>
    <message>
        <source>A step is</source>
        <translation>Ein Schritt ist</translation>
    </message>
    <message>
        <source>Share of the configured limit.</source>
        <translation>Anteil an der eingestellten Grenze.</translation>
    </message>
    <message>
        <source>Not when a level is nearer than</source>
        <translation>Nicht, wenn eine Stufe näher ist als</translation>
    </message>
    <message>
        <source>The limit does not grow while the next level would begin this soon.</source>
        <translation>Die Grenze wächst nicht, solange die nächste Stufe so bald beginnen würde.</translation>
    </message>
    <message>
        <source>At CRITICAL at most every</source>
        <translation>Bei KRITISCH höchstens alle</translation>
    </message>
    <message>
        <source>The disk store is cleaned up on entering HIGH, and this often while CRITICAL lasts.</source>
        <translation>Die Ablage auf dem Datenträger wird beim Erreichen von HOCH bereinigt und, solange KRITISCH gilt, in diesem Abstand.</translation>
    </message>
    <message>
        <source>Evictions are judged from</source>
        <translation>Beurteilt werden Verdrängungen ab</translation>
    </message>
    <message>
        <source>Below this size the figures of memory in use say nothing about an eviction.</source>
        <translation>Unter dieser Größe sagt der belegte Speicher nichts über eine Verdrängung.</translation>
    </message>
    <message>
        <source>Poor if less comes back than</source>
        <translation>Schwach, wenn weniger zurückkommt als</translation>
    </message>
    <message>
        <source>The share of the evicted bytes that the system has back within 2 s.</source>
        <translation>Anteil der verdrängten Bytes, die das System binnen 2&#xa0;s zurückbekommt.</translation>
    </message>
    <message>
        <source>Futile after this many poor ones in a row</source>
        <translation>Vergeblich nach so vielen schwachen in Folge</translation>
    </message>
    <message>
        <source>Waiting tasks</source>
        <translation>Wartende Prozesse</translation>
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
        <source>Then the disk store is not cleaned up again and the limit does not grow before NORMAL. Cuts go on.</source>
        <translation>Dann wird die Ablage nicht noch einmal bereinigt, und die Grenze wächst nicht vor NORMAL. Gesenkt wird weiterhin.</translation>
    </message>
    <message>
        <source>%1&#xa0;s</source>
        <translation>%1&#xa0;s</translation>
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
        <translation>keines</translation>
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
        <source>Hits are compared with a number, for example hits&lt;2; &apos;%1&apos; is not a number.</source>
        <translation>Treffer werden mit einer Zahl verglichen, zum Beispiel hits&lt;2; „%1“ ist keine.</translation>
    </message>
    <message>
        <source>A size is a number and k, M, G or nothing, for example size&gt;64k; &apos;%1&apos; is not a size.</source>
        <translation>Eine Größe ist eine Zahl und k, M, G oder nichts, zum Beispiel size&gt;64k; „%1“ ist keine.</translation>
    </message>
    <message>
        <source>An age is a number and s, min, h, d or w, for example age&gt;2h; &apos;%1&apos; is not an age.</source>
        <translation>Ein Alter ist eine Zahl und s, min, h, d oder w, zum Beispiel age&gt;2h; „%1“ ist keines.</translation>
    </message>
    <message>
        <source>No age is met exactly: write age with &lt; or &gt;, for example age&gt;2h.</source>
        <translation>Ein Alter trifft nie genau zu: age mit &lt; oder &gt; schreiben, zum Beispiel age&gt;2h.</translation>
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
        <source>There is no term &apos;%1&apos;. There are size, hits, age, tier and pinned. To look for this text in paths, put it in quotes.</source>
        <translation>Einen Ausdruck „%1“ gibt es nicht, nur size, hits, age, tier und pinned. Um diesen Text in Pfaden zu suchen, ihn in Anführungszeichen setzen.</translation>
    </message>
    <message>
        <source>A part of the path, and terms; all of them have to hold.
size&gt;64k size&lt;1M: of the metadata
hits&lt;2 hits&gt;=10: how often it was asked for
age&gt;2h age&lt;3d: since it was read and stored
tier:memory tier:disk: where it is; tier:disk-only: and nowhere else
pinned:yes pinned:no
&quot;size&gt;64k&quot;: in quotes, this text in the path</source>
        <translation>Ein Teil des Pfades und Ausdrücke; alle müssen zutreffen.
size&gt;64k size&lt;1M: der Metadaten
hits&lt;2 hits&gt;=10: wie oft danach gefragt wurde
age&gt;2h age&lt;3d: seit sie gelesen und abgelegt wurden
tier:memory tier:disk: wo sie sind; tier:disk-only: und nirgends sonst
pinned:yes pinned:no
&quot;size&gt;64k&quot;: in Anführungszeichen, dieser Text im Pfad</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>%1 holds no usable figures: %2</source>
        <translation>%1 enthält keine brauchbaren Zahlen: %2</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 ist nicht lesbar: %2</translation>
    </message>
    <message>
        <source>%1: one of the values is not a number.</source>
        <translation>%1: Einer der Werte ist keine Zahl.</translation>
    </message>
    <message>
        <source>%1: every percentage must lie between 0 and 100.</source>
        <translation>%1: Jeder Prozentwert muss zwischen 0 und 100 liegen.</translation>
    </message>
    <message>
        <source>%1 must be left below the value it begins at, or it would flap.</source>
        <translation>%1 muss unter dem Wert enden, bei dem die Stufe beginnt, sonst würde sie ständig wechseln.</translation>
    </message>
    <message>
        <source>%1 must begin at least %2 below %3.</source>
        <translation>%1 muss mindestens %2 unter %3 beginnen.</translation>
    </message>
    <message>
        <source>%1 must not be left below the value at which %2 is left.</source>
        <translation>%1 darf nicht unter dem Wert enden, bei dem %2 endet.</translation>
    </message>
    <message>
        <source>%1: the hold must lie between 0 s and 1 hour.</source>
        <translation>%1: Die Haltezeit muss zwischen 0&#xa0;s und 1&#xa0;Stunde liegen.</translation>
    </message>
    <message>
        <source>%1: the target must lie below the value at which the level begins.</source>
        <translation>%1: Das Ziel muss unter dem Wert liegen, bei dem die Stufe beginnt.</translation>
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
        <source>The file changed while it was read; the next scan tries again.</source>
        <translation>Die Datei hat sich beim Lesen geändert; das nächste Einlesen versucht es erneut.</translation>
    </message>
    <message>
        <source>The metadata reader gave no usable answer for this file.</source>
        <translation>Der Metadatenleser gab zu dieser Datei keine brauchbare Antwort.</translation>
    </message>
    <message>
        <source>The metadata reader took too long over this file and was stopped.</source>
        <translation>Der Metadatenleser brauchte für diese Datei zu lange und wurde abgebrochen.</translation>
    </message>
    <message>
        <source>The metadata of this file is larger than what is accepted.</source>
        <translation>Die Metadaten dieser Datei sind größer als zugelassen.</translation>
    </message>
    <message>
        <source>The metadata was read, but neither memory nor disk had room for it.</source>
        <translation>Die Metadaten wurden gelesen, aber weder im Speicher noch auf dem Datenträger war Platz dafür.</translation>
    </message>
    <message>
        <source>The disk is full: the cache goes on in memory only. Free some space; it tries again.</source>
        <translation>Der Datenträger ist voll: Der Cache arbeitet nur noch im Speicher. Bitte Platz schaffen; er versucht es weiter.</translation>
    </message>
    <message>
        <source>The cache directory is read-only: the cache goes on in memory only.</source>
        <translation>Das Cache-Verzeichnis ist schreibgeschützt: Der Cache arbeitet nur noch im Speicher.</translation>
    </message>
    <message>
        <source>The cache&apos;s store is locked by another program: the cache goes on in memory only.</source>
        <translation>Die Ablage des Caches ist von einem anderen Programm gesperrt: Der Cache arbeitet nur noch im Speicher.</translation>
    </message>
    <message>
        <source>The disk reports errors: the cache goes on in memory only. Check the disk.</source>
        <translation>Der Datenträger meldet Fehler: Der Cache arbeitet nur noch im Speicher. Bitte den Datenträger prüfen.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln damaged part(s) of the store set aside and made anew; the newest lies at %1.</source>
        <translation>
            <numerusform>%Ln beschädigter Teil der Ablage wurde beiseitegelegt und neu angelegt; er liegt unter %1.</numerusform>
            <numerusform>%Ln beschädigte Teile der Ablage wurden beiseitegelegt und neu angelegt; der neueste liegt unter %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Written to %1</source>
        <translation>Nach %1 geschrieben</translation>
    </message>
    <message>
        <source>Not written to %1: %2</source>
        <translation>Nicht nach %1 geschrieben: %2</translation>
    </message>
    <message>
        <source>The metadata reader exiftool does not start: %1</source>
        <translation>Der Metadatenleser exiftool startet nicht: %1</translation>
    </message>
    <message>
        <source>The reader does not understand its contents: %1</source>
        <translation>Der Leser versteht den Inhalt nicht: %1</translation>
    </message>
    <message>
        <source>%1 It is not tried again until the file changes; &apos;Read again now&apos;, in the menu of its cache entry, tries it.</source>
        <translation>%1 Ein neuer Versuch folgt erst, wenn die Datei sich ändert; „Jetzt neu lesen“ im Menü ihres Eintrags versucht es gleich.</translation>
    </message>
</context>
<context>
    <name>Events</name>
    <message numerus="yes">
        <source>Limit cut under %1 from %2 to %3 entries: %Ln evicted (%4), RSS %5, in %6</source>
        <translation>
            <numerusform>Grenze bei %1 von %2 auf %3 Einträge gesenkt: %Ln verdrängt (%4), RSS %5, in %6</numerusform>
            <numerusform>Grenze bei %1 von %2 auf %3 Einträge gesenkt: %Ln verdrängt (%4), RSS %5, in %6</numerusform>
        </translation>
    </message>
    <message>
        <source>Limit grown at %1 from %2 to %3 entries</source>
        <translation>Grenze bei %1 von %2 auf %3 Einträge gewachsen</translation>
    </message>
    <message numerus="yes">
        <source>Limit set from %1 to %2 entries: %Ln evicted, RSS %3</source>
        <translation>
            <numerusform>Grenze von %1 auf %2 Einträge gesetzt: %Ln verdrängt, RSS %3</numerusform>
            <numerusform>Grenze von %1 auf %2 Einträge gesetzt: %Ln verdrängt, RSS %3</numerusform>
        </translation>
    </message>
    <message>
        <source>Disk store cleaned up under %1: %2 expired, %3 more removed, %4 → %5, in %6</source>
        <translation>Ablage auf dem Datenträger bei %1 bereinigt: %2 verfallen, %3 weitere entfernt, %4 → %5, in %6</translation>
    </message>
    <message>
        <source>%1 begins at %2 → %3</source>
        <translation>%1 beginnt bei %2 → %3</translation>
    </message>
    <message>
        <source>%1 left under %2 → %3</source>
        <translation>%1 endet unter %2 → %3</translation>
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
        <source>Thresholds applied, none differs</source>
        <translation>Schwellen angewendet, keine verändert</translation>
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
        <source>Signal lost, the level is kept: %1</source>
        <translation>Signal verloren, die Stufe bleibt: %1</translation>
    </message>
    <message>
        <source>The signal is back</source>
        <translation>Das Signal ist wieder da</translation>
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
        <source>The settings in %1 cannot be used: defaults count</source>
        <translation>Die Einstellungen in %1 sind unbrauchbar: Es gelten die Standardwerte</translation>
    </message>
    <message>
        <source>The settings in %1 cannot be used: defaults count, the file was kept as %2</source>
        <translation>Die Einstellungen in %1 sind unbrauchbar: Es gelten die Standardwerte, die Datei wurde als %2 aufbewahrt</translation>
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
        <source>%1 → %2: %3 %4 in two samples in a row</source>
        <translation>%1 → %2: %3 %4 in zwei Messungen in Folge</translation>
    </message>
    <message>
        <source>%1 → %2: %3 %4, applied at once</source>
        <translation>%1 → %2: %3 %4, sofort wirksam</translation>
    </message>
    <message>
        <source>%1 → %2: %3, and %4</source>
        <translation>%1 → %2: %3, und %4</translation>
    </message>
    <message>
        <source>%1 → %2: %3, under %4 for the whole hold</source>
        <translation>%1 → %2: %3, die ganze Haltezeit unter %4</translation>
    </message>
    <message>
        <source>%1 → %2: %3</source>
        <translation>%1 → %2: %3</translation>
    </message>
    <message>
        <source>%1 expected in about %2: %3, rising %4 a minute</source>
        <translation>%1 in etwa %2 zu erwarten: %3, steigt um %4 je Minute</translation>
    </message>
    <message>
        <source>%1 (process %2) holds %3</source>
        <translation>%1 (Prozess %2) mit %3</translation>
    </message>
    <message>
        <source>Action %1, receipt: %2 evicted; RSS %3 at once, %4 after 250&#xa0;ms, %5 after 2&#xa0;s; pressure %6 → %7</source>
        <translation>Eingriff %1, Beleg: %2 verdrängt; RSS %3 sofort, %4 nach 250&#xa0;ms, %5 nach 2&#xa0;s; Druck %6 → %7</translation>
    </message>
    <message>
        <source>%1 came back soon after it was left: it is now held for %2</source>
        <translation>%1 kam kurz nach dem Ende wieder: Die Stufe wird jetzt %2 gehalten</translation>
    </message>
    <message>
        <source>%1 came back soon after a fall: the limit now waits %2 before it grows</source>
        <translation>%1 kam kurz nach einem Rückgang wieder: Die Grenze wartet jetzt %2, ehe sie wächst</translation>
    </message>
    <message>
        <source>Eviction does not help: of %1 evicted only %2 came back to the system; the limit will not grow before NORMAL</source>
        <translation>Verdrängen hilft nicht: Von verdrängten %1 kamen nur %2 zum System zurück; die Grenze wächst erst bei NORMAL wieder</translation>
    </message>
    <message>
        <source>%1. Most memory: %2</source>
        <translation>%1. Größter Verbraucher: %2</translation>
    </message>
    <message>
        <source>The limit follows pressure again</source>
        <translation>Die Grenze folgt wieder dem Druck</translation>
    </message>
    <message>
        <source>The limit is held at %1 of the configured one until %2</source>
        <translation>Die Grenze wird bis %2 bei %1 der eingestellten gehalten</translation>
    </message>
    <message>
        <source>The machine slept for %1</source>
        <translation>Der Rechner schlief %1</translation>
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
        <source>Recording to %1 works again</source>
        <translation>Die Aufzeichnung in %1 funktioniert wieder</translation>
    </message>
    <message>
        <source>Nothing can be recorded in %1: %2. The monitor goes on.</source>
        <translation>In %1 lässt sich nichts aufzeichnen: %2. Die Überwachung läuft weiter.</translation>
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
        <source>%1; %2 of it go back when their last reader is done</source>
        <translation>%1; %2 davon werden frei, wenn ihr letzter Leser fertig ist</translation>
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
        <source>%1 → %2 of disk from the next start</source>
        <translation>%1 → %2 auf dem Datenträger ab dem nächsten Start</translation>
    </message>
    <message>
        <source>entries expire after %1 from the next start</source>
        <translation>Einträge verfallen ab dem nächsten Start nach %1</translation>
    </message>
    <message>
        <source>entries never expire from the next start</source>
        <translation>Einträge verfallen ab dem nächsten Start nie</translation>
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
        <source>limits and basis stay</source>
        <translation>Grenzen und Basis bleiben</translation>
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
    <message>
        <source>Preset %1 is in force: %2</source>
        <translation>Vorgabe %1 gilt: %2</translation>
    </message>
    <message>
        <source>under %1</source>
        <translation>unter %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln files, %1 from the cache, %2 read, %3 failed, %4 not understood, %5 vanished</source>
        <translation>
            <numerusform>%Ln Datei, %1 aus dem Cache, %2 gelesen, %3 fehlgeschlagen, %4 nicht verstanden, %5 verschwunden</numerusform>
            <numerusform>%Ln Dateien, %1 aus dem Cache, %2 gelesen, %3 fehlgeschlagen, %4 nicht verstanden, %5 verschwunden</numerusform>
        </translation>
    </message>
    <message>
        <source>The settings in %1 were not understood in part, where defaults apply: %2</source>
        <translation>Die Einstellungen in %1 wurden teils nicht verstanden, dort gelten die Standardwerte: %2</translation>
    </message>
    <message>
        <source>The settings in %1 were changed elsewhere and apply here too</source>
        <translation>Die Einstellungen in %1 wurden anderswo geändert und gelten auch hier</translation>
    </message>
    <message>
        <source>The settings in %1 can no longer be used: the present ones still apply</source>
        <translation>Die Einstellungen in %1 sind unbrauchbar geworden: Die bisherigen gelten weiter</translation>
    </message>
    <message>
        <source>The settings in %1 could no longer be used: the file was kept as %2, the present ones still apply</source>
        <translation>Die Einstellungen in %1 waren unbrauchbar geworden: Die Datei wurde als %2 aufbewahrt, die bisherigen gelten weiter</translation>
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
        <source>What they do</source>
        <translation>Was sie tun</translation>
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
        <source>Watches how much memory this machine has left, and keeps a cache of file metadata that yields when memory runs short.

Free software under the GNU General Public License, version 3 or later. Built with Qt %1.</source>
        <translation>Überwacht, wie viel Speicher auf diesem Rechner noch frei ist, und hält einen Cache von Dateimetadaten, der nachgibt, wenn der Speicher knapp wird.

Freie Software unter der GNU General Public License, Version 3 oder neuer. Gebaut mit Qt %1.</translation>
    </message>
    <message>
        <source>Left, Right</source>
        <translation>Pfeil links, Pfeil rechts</translation>
    </message>
    <message>
        <source>Move the crosshair, with Ctrl ten times as far</source>
        <translation>Fadenkreuz bewegen, mit Strg zehnmal so weit</translation>
    </message>
    <message>
        <source>Home, End</source>
        <translation>Pos1, Ende</translation>
    </message>
    <message>
        <source>Crosshair at the first or the last moment in view</source>
        <translation>Fadenkreuz am ersten oder letzten sichtbaren Zeitpunkt</translation>
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
        <source>Cancel a drag, hide the crosshair</source>
        <translation>Ziehen abbrechen, Fadenkreuz ausblenden</translation>
    </message>
    <message>
        <source>Drag in the chart</source>
        <translation>Im Diagramm ziehen</translation>
    </message>
    <message>
        <source>Zoom into a stretch of time; double click goes back</source>
        <translation>In einen Zeitabschnitt hineinzoomen; Doppelklick geht zurück</translation>
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
        <source>The blue line is the share of memory in use, the purple one what this program itself holds. Below them: the level that applied, what the cache held, and all that is recorded.</source>
        <translation>Die blaue Linie ist der Anteil des belegten Speichers, die violette, was dieses Programm selbst belegt. Darunter: die Stufe, die galt, was der Cache enthielt, und alles Aufgezeichnete.</translation>
    </message>
    <message>
        <source>Drag across a stretch of time to zoom into it, turn the wheel to zoom, double-click to go back. Space pauses the picture, never the recording; L shows the present again.</source>
        <translation>Ziehen über einen Zeitabschnitt zoomt hinein, das Mausrad zoomt, ein Doppelklick geht zurück. Die Leertaste hält das Bild an, nie die Aufzeichnung; L zeigt wieder die Gegenwart.</translation>
    </message>
    <message>
        <source>The arrow keys move a crosshair that reads every line at its time. N and P go from event to event, M puts a note at the crosshair.</source>
        <translation>Die Pfeiltasten bewegen ein Fadenkreuz, das jede Linie an seiner Stelle abliest. N und P gehen von Ereignis zu Ereignis, M setzt eine Notiz ans Fadenkreuz.</translation>
    </message>
    <message>
        <source>A gap means that nothing was measured: the machine slept, the program was not running, or the signal was lost.</source>
        <translation>Eine Lücke heißt, dass nichts gemessen wurde: Der Rechner schlief, das Programm lief nicht, oder das Signal fehlte.</translation>
    </message>
    <message>
        <source>Thresholds</source>
        <translation>Schwellen</translation>
    </message>
    <message>
        <source>A level begins when two samples in a row reach its value; for CRITICAL one is enough. It is left one step at a time, once memory use has stayed under the second value for the time given.</source>
        <translation>Eine Stufe beginnt, wenn zwei Messungen in Folge ihren Wert erreichen; bei KRITISCH genügt eine. Abwärts geht es Stufe um Stufe, sobald die Speicherbelegung so lange wie angegeben unter dem zweiten Wert geblieben ist.</translation>
    </message>
    <message>
        <source>Drag a handle of the chart, or type a value. Nothing counts before it is applied (Ctrl+Enter), and what was applied can be taken back for a minute.</source>
        <translation>Einen Griff des Diagramms ziehen oder einen Wert eintippen. Nichts gilt, ehe es angewendet ist (Strg+Eingabe), und was angewendet wurde, kann eine Minute lang zurückgenommen werden.</translation>
    </message>
    <message>
        <source>A value that makes no sense beside the others is not taken, and the page says why.</source>
        <translation>Ein Wert, der neben den anderen keinen Sinn ergibt, wird nicht angenommen, und die Seite sagt, warum.</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Every change of the level, of the cache&apos;s limit and of the settings, with the figures that it was decided on.</source>
        <translation>Jede Änderung der Stufe, der Cache-Grenze und der Einstellungen, mit den Zahlen, nach denen entschieden wurde.</translation>
    </message>
    <message>
        <source>After each cut a receipt says what was evicted, and how much of it the system had back two seconds later.</source>
        <translation>Nach jeder Senkung sagt ein Beleg, was verdrängt wurde und wie viel davon das System zwei Sekunden später zurückhatte.</translation>
    </message>
    <message>
        <source>Filter by text, kind and level, or show only what lies in the chart&apos;s view. An event and its mark on the chart select each other; Enter goes to its moment.</source>
        <translation>Gefiltert wird nach Text, Art und Stufe oder nach der Zeit, die das Diagramm zeigt. Ein Ereignis und seine Marke im Diagramm wählen einander aus; Eingabe geht zu seinem Zeitpunkt.</translation>
    </message>
    <message>
        <source>Cache entries</source>
        <translation>Cache-Einträge</translation>
    </message>
    <message>
        <source>An entry is the metadata of one file, in memory, on disk or in both. Filter by a part of the path and by terms such as size&gt;64k, hits&lt;2, age&gt;2h, tier:disk or pinned:yes.</source>
        <translation>Ein Eintrag sind die Metadaten einer Datei, im Speicher, auf dem Datenträger oder in beiden. Gefiltert wird nach einem Teil des Pfades und nach Ausdrücken wie size&gt;64k, hits&lt;2, age&gt;2h, tier:disk oder pinned:yes.</translation>
    </message>
    <message>
        <source>Pinned entries stay when others are evicted, as long as they are no more than half of the limit. Deleting drops the cached metadata, never the file, and can be taken back for 30 seconds.</source>
        <translation>Angeheftete Einträge bleiben, wenn andere verdrängt werden, solange sie nicht mehr als die Hälfte der Grenze ausmachen. Löschen entfernt die zwischengespeicherten Metadaten, nie die Datei, und kann 30 Sekunden lang zurückgenommen werden.</translation>
    </message>
    <message>
        <source>While &apos;Read-only&apos; in the menu &apos;Cache&apos; is ticked, nothing can be changed by accident.</source>
        <translation>Solange „Schreibschutz“ im Menü „Cache“ angehakt ist, kann nichts versehentlich geändert werden.</translation>
    </message>
    <message>
        <source>Memory holders</source>
        <translation>Speicherverbraucher</translation>
    </message>
    <message>
        <source>Who holds this machine&apos;s memory, largest first. &apos;Resident&apos; counts shared pages in full, &apos;Own share&apos; divides them among those who share them.</source>
        <translation>Wer den Speicher dieses Rechners belegt, die größten zuerst. „Resident“ zählt gemeinsam genutzte Seiten ganz, „Eigener Anteil“ verteilt sie auf alle, die sie nutzen.</translation>
    </message>
    <message>
        <source>The line above the table says what the cache holds of it: whether evicting it could help at all.</source>
        <translation>Die Zeile über der Tabelle sagt, wie viel davon der Cache belegt: ob Verdrängen überhaupt helfen könnte.</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>Which signals of memory pressure work on this machine, how soon each tells, and why others do not work.</source>
        <translation>Welche Signale für Speicherdruck auf diesem Rechner funktionieren, wie schnell jedes etwas meldet und warum andere nicht funktionieren.</translation>
    </message>
    <message>
        <source>Where the kernel does not count waiting tasks (PSI), the share of memory in use decides alone.</source>
        <translation>Wo der Kernel wartende Prozesse nicht zählt (PSI), entscheidet allein der Anteil des belegten Speichers.</translation>
    </message>
    <message>
        <source>Scan</source>
        <translation>Einlesen</translation>
    </message>
    <message>
        <source>&apos;Add folder&apos; reads the metadata of all files below a folder into the cache. A file that is there already and has not changed is not read again.</source>
        <translation>„Ordner hinzufügen“ liest die Metadaten aller Dateien unterhalb eines Ordners in den Cache ein. Eine Datei, die schon da ist und sich nicht geändert hat, wird nicht noch einmal gelesen.</translation>
    </message>
    <message>
        <source>Files are read by a process of its own and for a limited time: one that makes the reader hang or crash costs that file alone, and is listed with the reason.</source>
        <translation>Dateien werden von einem eigenen Prozess und nur begrenzte Zeit gelesen: Lässt eine den Leser hängen oder abstürzen, fehlt nur diese Datei und wird mit dem Grund aufgeführt.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>A preset is a whole set of thresholds, limits and numbers of the control loop. A star beside its name says that what counts differs from it.</source>
        <translation>Eine Vorgabe ist ein ganzer Satz von Schwellen, Grenzen und Zahlen der Regelung. Ein Stern neben ihrem Namen heißt, dass die geltenden Einstellungen davon abweichen.</translation>
    </message>
    <message>
        <source>The basis is whose memory is judged: the machine&apos;s, what the control group may use, or the fuller of both.</source>
        <translation>Die Basis ist, wessen Speicher beurteilt wird: der des Rechners, der einer Kontrollgruppe oder der vollere von beiden.</translation>
    </message>
    <message>
        <source>The dialog &apos;Settings&apos; (Ctrl+,) has what the cache may use, when entries expire, and the numbers of the control loop; each field says its default.</source>
        <translation>Der Dialog „Einstellungen“ (Strg+,) enthält, was der Cache belegen darf, wann Einträge verfallen, und die Zahlen der Regelung; jedes Feld nennt seinen Standardwert.</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Überblick</translation>
    </message>
    <message>
        <source>Manometer watches how much memory this machine has left, and keeps a cache of file metadata that gives way when memory runs short and comes back when it does not.</source>
        <translation>Manometer überwacht, wie viel Speicher auf diesem Rechner noch frei ist, und hält einen Cache von Dateimetadaten, der nachgibt, wenn der Speicher knapp wird, und wieder wächst, wenn er es nicht mehr ist.</translation>
    </message>
    <message>
        <source>The top of the window says which level applies, why, and how far the next one is; then what the cache&apos;s limit is and what changes it next.</source>
        <translation>Oben im Fenster steht, welche Stufe gilt, warum, und wie weit die nächste entfernt ist; dann, wo die Cache-Grenze liegt und was sie als Nächstes ändert.</translation>
    </message>
    <message>
        <source>There are four levels: NORMAL, ELEVATED, HIGH and CRITICAL. The cache may keep all of its limit, 75 %, 50 %, and at most 50 entries. What was cut comes back in steps once the level has fallen.</source>
        <translation>Es gibt vier Stufen: NORMAL, ERHÖHT, HOCH und KRITISCH. Der Cache darf dabei seine ganze Grenze, 75&#xa0;%, 50&#xa0;% und höchstens 50&#xa0;Einträge behalten. Ist die Stufe gefallen, wächst die Grenze in Schritten wieder.</translation>
    </message>
    <message>
        <source>Shift+F1</source>
        <translation>Umschalt+F1</translation>
    </message>
    <message>
        <source>Explain the field that has the focus</source>
        <translation>Das Feld erklären, das den Fokus hat</translation>
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
        <source>&gt; %1</source>
        <translation>&gt; %1</translation>
    </message>
    <message>
        <source>≥ %1</source>
        <translation>≥ %1</translation>
    </message>
    <message>
        <source>host %1</source>
        <translation>Rechner %1</translation>
    </message>
    <message>
        <source>control group %1</source>
        <translation>Kontrollgruppe %1</translation>
    </message>
    <message>
        <source>tasks wait for memory</source>
        <translation>Prozesse warten auf Speicher</translation>
    </message>
    <message>
        <source>tasks of our control group wait for memory</source>
        <translation>Prozesse unserer Kontrollgruppe warten auf Speicher</translation>
    </message>
    <message>
        <source>the service manager reports memory pressure</source>
        <translation>der Diensteverwalter meldet Speicherdruck</translation>
    </message>
    <message>
        <source>the kernel ran out of memory</source>
        <translation>dem Kernel ging der Speicher aus</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Another Manometer uses the cache in %1. Close it, or give this one a cache of its own with --cache-dir.</source>
        <translation>Ein anderes Manometer benutzt den Cache in %1. Jenes schließen oder diesem mit --cache-dir einen eigenen Cache geben.</translation>
    </message>
    <message>
        <source>%1 is not a folder, so no cache can be kept there. Choose another place with --cache-dir.</source>
        <translation>%1 ist kein Ordner, dort kann kein Cache liegen. Mit --cache-dir einen anderen Ort angeben.</translation>
    </message>
    <message>
        <source>The cache in %1 was written by a later version of Manometer. It was left as it is; choose another place with --cache-dir.</source>
        <translation>Der Cache in %1 wurde von einer späteren Version von Manometer geschrieben. Er wurde nicht verändert; mit --cache-dir einen anderen Ort angeben.</translation>
    </message>
    <message>
        <source>The cache in %1 cannot be opened: %2. Choose another place with --cache-dir.</source>
        <translation>Der Cache in %1 lässt sich nicht öffnen: %2. Mit --cache-dir einen anderen Ort angeben.</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 ließ sich nicht schreiben: %2</translation>
    </message>
    <message>
        <source>--screenshot: no picture of the kind that %1 names can be written; a name that ends in .png can.</source>
        <translation>--screenshot: Das Bildformat von %1 lässt sich nicht schreiben; ein Name mit der Endung .png geht immer.</translation>
    </message>
    <message>
        <source>Manometer runs already, and its window was brought forward. What else the options ask for was not done: close it first, or give this one a cache of its own with --cache-dir.</source>
        <translation>Manometer läuft bereits, sein Fenster wurde nach vorn geholt. Was die Optionen sonst verlangen, wurde nicht getan: Jenes zuerst schließen oder diesem mit --cache-dir einen eigenen Cache geben.</translation>
    </message>
    <message>
        <source>The scan of %1 was not finished: %2 of its files were looked at.</source>
        <translation>Das Einlesen von %1 wurde nicht fertig: %2 der Dateien wurden angesehen.</translation>
    </message>
    <message>
        <source>There is no display to show the window on. On a machine without one, begin with QT_QPA_PLATFORM=offscreen manometer …</source>
        <translation>Es gibt keine Anzeige für das Fenster. Auf einem Rechner ohne Anzeige so beginnen: QT_QPA_PLATFORM=offscreen manometer …</translation>
    </message>
    <message>
        <source>Rehearsal</source>
        <comment>title of the window that shows a pretended machine</comment>
        <translation>Probe</translation>
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
</context>
<context>
    <name>OverviewItem</name>
    <message>
        <source>All</source>
        <translation>Alles</translation>
    </message>
</context>
<context>
    <name>Picture</name>
    <message>
        <source>pictures of the kind &apos;%1&apos; cannot be written; .png can</source>
        <translation>das Bildformat „%1“ lässt sich nicht schreiben; .png geht immer</translation>
    </message>
</context>
<context>
    <name>PlotItem</name>
    <message>
        <source>no signal</source>
        <translation>kein Signal</translation>
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
        <source>%1 entries, %2 of memory, %3 of disk, measuring only</source>
        <translation>%1 Einträge, %2 im Speicher, %3 auf dem Datenträger, nur Messung</translation>
    </message>
    <message>
        <source>the machine&apos;s memory is judged</source>
        <translation>beurteilt wird der Speicher des Rechners</translation>
    </message>
    <message>
        <source>the control group&apos;s memory is judged</source>
        <translation>beurteilt wird der Speicher der Kontrollgruppe</translation>
    </message>
    <message>
        <source>the fuller of machine and control group is judged</source>
        <translation>beurteilt wird, was voller ist: Rechner oder Kontrollgruppe</translation>
    </message>
</context>
<context>
    <name>Sources</name>
    <message>
        <source>This kernel has no pressure stall information, or it is switched off (the kernel option psi=1 switches it on).</source>
        <translation>Dieser Kernel liefert keine Angaben über Wartezeiten (PSI), oder sie sind abgeschaltet (psi=1 schaltet sie ein).</translation>
    </message>
    <message>
        <source>Only control groups of version 2 have it, below their root.</source>
        <translation>Nur Kontrollgruppen der Version 2 bieten es, unterhalb ihrer Wurzel.</translation>
    </message>
    <message>
        <source>No control group counts this program&apos;s memory: the host&apos;s memory decides alone.</source>
        <translation>Keine Kontrollgruppe zählt den Speicher dieses Programms: Der Speicher des Rechners entscheidet allein.</translation>
    </message>
    <message>
        <source>This kernel does not have it.</source>
        <translation>Dieser Kernel bietet es nicht.</translation>
    </message>
    <message>
        <source>%1: %2. Without the right CAP_SYS_RESOURCE kernels before 6.4 refuse it; the counters are polled instead.</source>
        <translation>%1: %2. Ohne das Recht CAP_SYS_RESOURCE lehnen Kernel vor 6.4 es ab; stattdessen werden die Zähler abgefragt.</translation>
    </message>
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
        <source>not there</source>
        <translation>nicht vorhanden</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>keine Grenze</translation>
    </message>
    <message>
        <source>not asked for</source>
        <translation>nicht angefordert</translation>
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
        <source>No group from %1 up has a limit: the host&apos;s memory decides alone.</source>
        <translation>Keine Gruppe von %1 aufwärts hat eine Grenze: Der Speicher des Rechners entscheidet allein.</translation>
    </message>
    <message>
        <source>MEMORY_PRESSURE_WATCH is not set; systemd sets it for services with MemoryPressureWatch=.</source>
        <translation>MEMORY_PRESSURE_WATCH ist nicht gesetzt; systemd setzt es für Dienste mit MemoryPressureWatch=.</translation>
    </message>
    <message>
        <source>MEMORY_PRESSURE_WATCH or MEMORY_PRESSURE_WRITE makes no sense: %1</source>
        <translation>MEMORY_PRESSURE_WATCH oder MEMORY_PRESSURE_WRITE ergibt keinen Sinn: %1</translation>
    </message>
    <message>
        <source>%1 holds no usable figures.</source>
        <translation>%1 enthält keine brauchbaren Zahlen.</translation>
    </message>
    <message>
        <source>Not examined yet.</source>
        <translation>Noch nicht geprüft.</translation>
    </message>
    <message>
        <source>The tightest limit above this program is %1, of which %2 is used; the larger of it and the host&apos;s memory use counts.</source>
        <translation>Die engste Grenze über diesem Programm ist %1, davon sind %2 belegt; es zählt diese Belegung oder die des Rechners, je nachdem, welche größer ist.</translation>
    </message>
    <message>
        <source>No limit of a control group counts: the host&apos;s memory use decides alone.</source>
        <translation>Keine Grenze einer Kontrollgruppe zählt: Die Speicherbelegung des Rechners entscheidet allein.</translation>
    </message>
    <message>
        <source>%1 This program takes %2 (PSS), %3 of it private and dirty.</source>
        <translation>%1 Dieses Programm belegt %2 (PSS), davon %3 privat und verändert.</translation>
    </message>
    <message>
        <source>%1 is not there.</source>
        <translation>%1 ist nicht vorhanden.</translation>
    </message>
    <message>
        <source>It is not there: without it nothing can be judged. Is /proc mounted?</source>
        <translation>Es fehlt: Ohne es lässt sich nichts beurteilen. Ist /proc eingehängt?</translation>
    </message>
    <message>
        <source>estimated</source>
        <translation>geschätzt</translation>
    </message>
    <message>
        <source>%1 has no MemAvailable (Linux before 3.14, WSL1): it is estimated from free memory, page cache, reclaimable slabs and watermarks, as the kernel does.</source>
        <translation>%1 hat kein MemAvailable (Linux vor 3.14, WSL1): Es wird aus freiem Speicher, Seitencache, freigebbarem Slab-Speicher und Wasserständen geschätzt, wie es der Kernel tut.</translation>
    </message>
    <message>
        <source>The tightest limit above this program is %1, and %2 are used: over a limit the kernel reclaims memory and slows the group down. It is judged as 100 % used.</source>
        <translation>Die engste Grenze über diesem Programm ist %1, belegt sind %2: Über einer Grenze fordert der Kernel Speicher zurück und bremst die Gruppe. Sie gilt als zu 100 % belegt.</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>No reading of this machine&apos;s memory yet.</source>
        <translation>Noch keine Messung des Speichers dieses Rechners.</translation>
    </message>
    <message>
        <source>Waiting for the first sample.</source>
        <translation>Warten auf die erste Messung.</translation>
    </message>
    <message>
        <source>Host %1 %2</source>
        <translation>Rechner %1 %2</translation>
    </message>
    <message>
        <source>%1; CRITICAL is the highest level.</source>
        <translation>%1; KRITISCH ist die höchste Stufe.</translation>
    </message>
    <message>
        <source>%1, margin to %2 %3</source>
        <translation>%1, Abstand bis %2 %3</translation>
    </message>
    <message>
        <source>Raised to %1: two samples in a row agree.</source>
        <translation>Auf %1 gestiegen: Zwei Messungen in Folge stimmen überein.</translation>
    </message>
    <message>
        <source>Raised to %1 at once: one such sample is enough.</source>
        <translation>Sofort auf %1 gestiegen: Eine solche Messung genügt.</translation>
    </message>
    <message>
        <source>Measured %1; %2 still applies, the next sample decides.</source>
        <translation>Gemessen: %1; noch gilt %2, die nächste Messung entscheidet.</translation>
    </message>
    <message>
        <source>Fell to %1: the hold of the level above is over.</source>
        <translation>Auf %1 gefallen: Die Haltezeit der höheren Stufe ist abgelaufen.</translation>
    </message>
    <message>
        <source>%1 stays until memory use is under %2.</source>
        <translation>%1 bleibt, bis die Speicherbelegung unter %2 liegt.</translation>
    </message>
    <message>
        <source>%1 is held.</source>
        <translation>%1 wird gehalten.</translation>
    </message>
    <message>
        <source>%1 held %2 more: under %3 for %4.</source>
        <translation>%1 noch %2 gehalten: seit %4 unter %3.</translation>
    </message>
    <message>
        <source>The newest read failed; %1 is kept.</source>
        <translation>Die letzte Messung schlug fehl; %1 bleibt.</translation>
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
        <source>The limit stays at %1 entries: adaptation is off, memory is only measured.</source>
        <translation>Die Grenze bleibt bei %1 Einträgen: Die Anpassung ist aus, der Speicher wird nur gemessen.</translation>
    </message>
    <message>
        <source>The limit is the full %1 entries; ELEVATED would cut it to %2.</source>
        <translation>Die Grenze liegt bei vollen %1 Einträgen; ERHÖHT würde sie auf %2 senken.</translation>
    </message>
    <message>
        <source>The limit is %1 of %2 entries, the least there is, because CRITICAL applies; it may grow once the level falls.</source>
        <translation>Die Grenze liegt bei %1 von %2 Einträgen, dem Mindesten, weil KRITISCH gilt; sie kann wachsen, sobald die Stufe fällt.</translation>
    </message>
    <message>
        <source>The limit is %1 of %2 entries because %3 applies; it may grow once the level falls.</source>
        <translation>Die Grenze liegt bei %1 von %2 Einträgen, weil %3 gilt; sie kann wachsen, sobald die Stufe fällt.</translation>
    </message>
    <message>
        <source>The limit stays at %1 of %2 entries for %3 more after the last cut, then grows to %4.</source>
        <translation>Die Grenze bleibt nach der letzten Senkung noch %3 bei %1 von %2 Einträgen, dann wächst sie auf %4.</translation>
    </message>
    <message>
        <source>The limit of %1 entries grows to %2, by %3 of %4 every %5; next step in %6.</source>
        <translation>Die Grenze von %1 Einträgen wächst auf %2, alle %5 um %3 von %4; nächster Schritt in %6.</translation>
    </message>
    <message>
        <source>The limit stays at %1 of %2 entries: nothing grows while memory cannot be read.</source>
        <translation>Die Grenze bleibt bei %1 von %2 Einträgen: Nichts wächst, solange der Speicher nicht messbar ist.</translation>
    </message>
    <message>
        <source>Cache %1 entries</source>
        <translation>Cache: %1 Einträge</translation>
    </message>
    <message>
        <source>Cache %1 of %2 entries</source>
        <translation>Cache: %1 von %2 Einträgen</translation>
    </message>
    <message>
        <source>Cache %1 of %2 entries, limit %3 (−%4)</source>
        <translation>Cache: %1 von %2 Einträgen, Grenze %3 (−%4)</translation>
    </message>
    <message>
        <source>No requests yet</source>
        <translation>Noch keine Anfragen</translation>
    </message>
    <message>
        <source>Hit ratio %1</source>
        <translation>Trefferquote %1</translation>
    </message>
    <message>
        <source>&lt; %1</source>
        <translation>&lt; %1</translation>
    </message>
    <message>
        <source>Control group %1 %2</source>
        <translation>Kontrollgruppe %1 %2</translation>
    </message>
    <message>
        <source>%1, margin to %2 %3, about %4 at this rate</source>
        <translation>%1, Abstand bis %2 %3, bei diesem Tempo etwa %4</translation>
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
        <source>The limit stays at %1 of %2 entries for %3 more: pressure came back soon after it had fallen, so growth waits longer.</source>
        <translation>Die Grenze bleibt noch %3 bei %1 von %2 Einträgen: Der Druck kam kurz nach einem Rückgang wieder, darum wächst sie später.</translation>
    </message>
    <message>
        <source>The limit stays at %1 of %2 entries: at this rate %3 begins in %4.</source>
        <translation>Die Grenze bleibt bei %1 von %2 Einträgen: Bei diesem Tempo beginnt %3 in %4.</translation>
    </message>
    <message>
        <source>a moment</source>
        <translation>Kürze</translation>
    </message>
    <message>
        <source>The limit stays at %1 of %2 entries until NORMAL: what was evicted did not come back to the system.</source>
        <translation>Die Grenze bleibt bis NORMAL bei %1 von %2 Einträgen: Was verdrängt wurde, kam nicht zum System zurück.</translation>
    </message>
    <message>
        <source>The limit is held at %1 of %2 entries for %3 more, as you asked; only CRITICAL cuts it before.</source>
        <translation>Die Grenze wird wie gewünscht noch %3 bei %1 von %2 Einträgen gehalten; nur KRITISCH senkt sie vorher.</translation>
    </message>
    <message>
        <source>A full cache of %1 entries is about %2, under %3 of this machine&apos;s memory: its eviction cannot move the machine&apos;s pressure. At %4 an entry, about %5 entries would be %6 of it.</source>
        <translation>Ein voller Cache mit %1 Einträgen ist etwa %2 groß, unter %3 des Speichers dieses Rechners: Seine Verdrängung kann den Druck auf den Rechner nicht senken. Bei %4 je Eintrag wären etwa %5 Einträge %6 davon.</translation>
    </message>
    <message>
        <source>Warning: %1 is near.</source>
        <translation>Warnung: %1 steht bevor.</translation>
    </message>
    <message>
        <source>%1 So far %3 of %2 such warnings came true.</source>
        <translation>%1 Eingetroffen sind bisher %3 von %2 solchen Warnungen.</translation>
    </message>
    <message>
        <source>The limit is the full %1 entries: so few stay even at CRITICAL.</source>
        <translation>Die Grenze liegt bei vollen %1 Einträgen: So wenige bleiben selbst bei KRITISCH.</translation>
    </message>
    <message>
        <source>The limit of %1 grows to %2, by %3 of %4 every %5; next step in %6.</source>
        <translation>Die Grenze von %1 wächst auf %2, alle %5 um %3 von %4; nächster Schritt in %6.</translation>
    </message>
    <message>
        <source>%1, %2 on disk</source>
        <comment>what the cache holds in memory, a number of entries</comment>
        <translation>%1, %2 auf dem Datenträger</translation>
    </message>
    <message numerus="yes">
        <source>Last cut: evicted %Ln entries, RSS %1 after 2 s</source>
        <translation>
            <numerusform>Zuletzt: %Ln Eintrag verdrängt, RSS %1 nach 2&#xa0;s</numerusform>
            <numerusform>Zuletzt: %Ln Einträge verdrängt, RSS %1 nach 2&#xa0;s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Last cut: evicted %Ln entries, RSS %1 at once</source>
        <translation>
            <numerusform>Zuletzt: %Ln Eintrag verdrängt, RSS %1 sofort</numerusform>
            <numerusform>Zuletzt: %Ln Einträge verdrängt, RSS %1 sofort</numerusform>
        </translation>
    </message>
    <message>
        <source>Host about %1 %2</source>
        <comment>the kernel gives no exact figure</comment>
        <translation>Rechner etwa %1 %2</translation>
    </message>
    <message>
        <source>Control group over its limit, %1 used of %2</source>
        <translation>Kontrollgruppe über ihrer Grenze, %1 von %2 belegt</translation>
    </message>
</context>
<context>
    <name>Times</name>
    <message>
        <source>ddd d MMM</source>
        <comment>a day on a time axis, as in &apos;Tue 24 Nov&apos;</comment>
        <translation>ddd d. MMM</translation>
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
        <source>The fuller of machine and control group is judged</source>
        <translation>Beurteilt wird, was voller ist: Rechner oder Kontrollgruppe</translation>
    </message>
    <message>
        <source>&amp;Host</source>
        <translation>&amp;Rechner</translation>
    </message>
    <message>
        <source>The machine&apos;s memory is judged, whatever the control group may use</source>
        <translation>Beurteilt wird der Speicher des Rechners, gleich wie viel die Kontrollgruppe belegen darf</translation>
    </message>
    <message>
        <source>&amp;Control group</source>
        <translation>&amp;Kontrollgruppe</translation>
    </message>
    <message>
        <source>What the control group may use is judged, however full the machine is</source>
        <translation>Beurteilt wird, was die Kontrollgruppe belegen darf, gleich wie voll der Rechner ist</translation>
    </message>
    <message>
        <source>No limit of a control group counts here</source>
        <translation>Hier gilt keine Grenze einer Kontrollgruppe</translation>
    </message>
</context>
<context>
    <name>manometer::gui::CachePage</name>
    <message>
        <source>Cache entries</source>
        <translation>Cache-Einträge</translation>
    </message>
    <message>
        <source>How many entries are shown</source>
        <translation>Wie viele Einträge zu sehen sind</translation>
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
        <source>Note on the size of the cache</source>
        <translation>Hinweis zur Größe des Caches</translation>
    </message>
    <message>
        <source>Listing…</source>
        <translation>Wird aufgelistet…</translation>
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
        <source>The cache is empty. Use &apos;Add folder&apos; to read the metadata of the files in a folder.</source>
        <translation>Der Cache ist leer. „Ordner hinzufügen“ liest die Metadaten der Dateien eines Ordners ein.</translation>
    </message>
    <message>
        <source>No entries, as of %1</source>
        <translation>Keine Einträge, Stand %1</translation>
    </message>
    <message>
        <source>Show only entries whose path contains this text and that meet these terms</source>
        <translation>Nur Einträge zeigen, deren Pfad diesen Text enthält und die diese Ausdrücke erfüllen</translation>
    </message>
    <message>
        <source>Filter, for example: wfc3 size&gt;64k hits&lt;2 tier:disk</source>
        <translation>Filter, zum Beispiel: wfc3 size&gt;64k hits&lt;2 tier:disk</translation>
    </message>
    <message>
        <source>What to do with the selected entry</source>
        <translation>Befehle für den ausgewählten Eintrag</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>What is wrong with the filter</source>
        <translation>Was am Filter nicht stimmt</translation>
    </message>
    <message>
        <source>What is being done</source>
        <translation>Was gerade geschieht</translation>
    </message>
    <message>
        <source>How much of it is done</source>
        <translation>Wie viel davon erledigt ist</translation>
    </message>
    <message>
        <source>Stop it</source>
        <translation>Stoppen</translation>
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
    <message>
        <source>The cache&apos;s files cannot be written to: entries can be looked at, but neither pinned nor deleted.</source>
        <translation>Die Dateien des Caches sind nicht beschreibbar: Einträge können angesehen, aber weder angeheftet noch gelöscht werden.</translation>
    </message>
    <message>
        <source>%1 of %2 entries changed: the others are gone, or not on disk; only entries on disk can be pinned.</source>
        <translation>%1 von %2 Einträgen geändert: Die anderen sind nicht mehr da oder nicht auf dem Datenträger, und nur dort lassen sie sich anheften.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries pinned: they stay until they are unpinned.</source>
        <translation>
            <numerusform>%Ln Eintrag angeheftet: Er bleibt, bis er gelöst wird.</numerusform>
            <numerusform>%Ln Einträge angeheftet: Sie bleiben, bis sie gelöst werden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries unpinned.</source>
        <translation>
            <numerusform>%Ln Eintrag gelöst.</numerusform>
            <numerusform>%Ln Einträge gelöst.</numerusform>
        </translation>
    </message>
    <message>
        <source>No entry meets this filter. Clear the filter to see all entries.</source>
        <translation>Kein Eintrag erfüllt diesen Filter. Ohne Filter sind alle Einträge zu sehen.</translation>
    </message>
    <message>
        <source>Read-only: choose Cache &gt; Read-only to change entries again.</source>
        <translation>Schreibgeschützt: „Cache &gt; Schreibschutz“ ausschalten, um Einträge wieder zu ändern.</translation>
    </message>
    <message>
        <source>Read-only. %1</source>
        <translation>Schreibgeschützt. %1</translation>
    </message>
    <message>
        <source>A part of the path, and terms: size&gt;64k, hits&lt;2, age&gt;2h, tier:memory or tier:disk, pinned:yes. An entry is shown when all of them hold.</source>
        <translation>Ein Teil des Pfads und Bedingungen: size&gt;64k, hits&lt;2, age&gt;2h, tier:memory oder tier:disk, pinned:yes. Ein Eintrag erscheint, wenn alle zutreffen.</translation>
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
        <source>per cent</source>
        <translation>Prozent</translation>
    </message>
    <message>
        <source>a share, 1 is all</source>
        <translation>ein Anteil, 1 ist alles</translation>
    </message>
    <message>
        <source>a count</source>
        <translation>eine Anzahl</translation>
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
        <source>One archive for a bug report: the versions of the program and the system, which signals work here, the settings, the cache&apos;s figures, and the samples and events of the last day. Nothing is sent anywhere.</source>
        <translation>Ein Archiv für einen Fehlerbericht: die Versionen von Programm und System, welche Signale hier funktionieren, die Einstellungen, die Zahlen des Caches sowie die Messungen und Ereignisse des letzten Tages. Es wird nichts verschickt.</translation>
    </message>
    <message>
        <source>What the archive holds</source>
        <translation>Was das Archiv enthält</translation>
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
        <source>Without it names are replaced by numbers. Look through the archive before you send it.</source>
        <translation>Ohne dies stehen Nummern an der Stelle der Namen. Das Archiv vor dem Versenden durchsehen.</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
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
        <source>Path copied as it is shown: it has characters in it that are no plain text.</source>
        <translation>Pfad kopiert, wie er angezeigt wird: Er enthält Zeichen, die kein reiner Text sind.</translation>
    </message>
    <message>
        <source>Metadata copied.</source>
        <translation>Metadaten kopiert.</translation>
    </message>
    <message>
        <source>The folder&apos;s name is no text: it cannot be opened from here.</source>
        <translation>Der Name des Ordners ist kein Text: Er lässt sich von hier nicht öffnen.</translation>
    </message>
    <message>
        <source>No program could open the folder %1.</source>
        <translation>Kein Programm konnte den Ordner %1 öffnen.</translation>
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
        <source>%1 is gone; its entry was dropped.</source>
        <translation>%1 gibt es nicht mehr; der Eintrag wurde entfernt.</translation>
    </message>
    <message>
        <source>Not read again: the entry was dropped meanwhile.</source>
        <translation>Nicht neu gelesen: Der Eintrag wurde inzwischen entfernt.</translation>
    </message>
    <message>
        <source>%1 was read again.</source>
        <translation>%1 wurde neu gelesen.</translation>
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
        <source>nowhere any more</source>
        <translation>nirgends mehr</translation>
    </message>
    <message>
        <source>Fact</source>
        <translation>Angabe</translation>
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
        <source>This entry was dropped meanwhile.</source>
        <translation>Dieser Eintrag wurde inzwischen entfernt.</translation>
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
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Size of the file</source>
        <translation>Größe der Datei</translation>
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
        <source>Read and stored</source>
        <translation>Gelesen und abgelegt</translation>
    </message>
    <message>
        <source>Reading took</source>
        <translation>Lesedauer</translation>
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
        <source>yes: it stays until it is unpinned</source>
        <translation>ja: Er bleibt, bis er gelöst wird</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
</context>
<context>
    <name>manometer::gui::EntryModel</name>
    <message>
        <source>(dropped meanwhile)</source>
        <translation>(inzwischen entfernt)</translation>
    </message>
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
        <source>Reading took</source>
        <translation>Lesedauer</translation>
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
        <source>nowhere</source>
        <translation>nirgends</translation>
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
        <source>Of the metadata that is cached; the file itself may be of any size.</source>
        <translation>Der zwischengespeicherten Metadaten; die Datei selbst kann beliebig groß sein.</translation>
    </message>
</context>
<context>
    <name>manometer::gui::EntryRemoval</name>
    <message>
        <source>Counting what would be deleted…</source>
        <translation>Zu Löschendes wird gezählt…</translation>
    </message>
    <message>
        <source>What was selected is gone already.</source>
        <translation>Was ausgewählt war, ist nicht mehr da.</translation>
    </message>
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
        <source>%1 of %2 entries deleted; the others were gone already.</source>
        <translation>%1 von %2 Einträgen gelöscht; die anderen waren nicht mehr da.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries are back.</source>
        <translation>
            <numerusform>%Ln Eintrag ist zurück.</numerusform>
            <numerusform>%Ln Einträge sind zurück.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 entries are back; the others were read anew or found no room.</source>
        <translation>%1 von %2 Einträgen sind zurück; die anderen wurden neu gelesen oder fanden keinen Platz.</translation>
    </message>
    <message>
        <source>Memory is short: what was deleted was freed first and cannot be taken back any more.</source>
        <translation>Der Speicher ist knapp: Das Gelöschte wurde zuerst freigegeben und kann nicht mehr zurückgeholt werden.</translation>
    </message>
    <message>
        <source>delete entries</source>
        <comment>a step that can be undone</comment>
        <translation>Einträge löschen</translation>
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
        <source>What happened</source>
        <translation>Was geschah</translation>
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
        <source>Nothing happened yet. Changes of the level, of the cache&apos;s limit and of the thresholds appear here.</source>
        <translation>Noch ist nichts geschehen. Änderungen der Stufe, der Cache-Grenze und der Schwellen erscheinen hier.</translation>
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
        <source>Show only events of the time that the chart shows</source>
        <translation>Nur Ereignisse aus der Zeit zeigen, die das Diagramm zeigt</translation>
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
        <source>Only events whose sentence contains this text are shown.</source>
        <translation>Nur Ereignisse, deren Satz diesen Text enthält, werden gezeigt.</translation>
    </message>
    <message>
        <source>Only events of this kind are shown: changes of the level, actions of the cache, scans, notes and others.</source>
        <translation>Nur Ereignisse dieser Art werden gezeigt: Stufenwechsel, Vorgänge des Caches, Einlesen, Notizen und andere.</translation>
    </message>
    <message>
        <source>Only events of this level and above are shown.</source>
        <translation>Nur Ereignisse dieser Stufe und darüber werden gezeigt.</translation>
    </message>
    <message>
        <source>Only events of the time that the chart shows are listed.</source>
        <translation>Nur Ereignisse der Zeit, die das Diagramm zeigt, werden aufgeführt.</translation>
    </message>
    <message>
        <source>The newest event stays in view. Scrolling up ends it; a button then says how many are new.</source>
        <translation>Das neueste Ereignis bleibt im Blick. Zurückblättern beendet es; eine Schaltfläche sagt dann, wie viele neu sind.</translation>
    </message>
</context>
<context>
    <name>manometer::gui::ExportProgress</name>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>How far the export is</source>
        <translation>Fortschritt des Exports</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel the export</source>
        <translation>Den Export abbrechen</translation>
    </message>
</context>
<context>
    <name>manometer::gui::FailureModel</name>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
</context>
<context>
    <name>manometer::gui::FileCommands</name>
    <message>
        <source>Add folder</source>
        <translation>Ordner hinzufügen</translation>
    </message>
    <message>
        <source>Export the samples that the chart shows</source>
        <translation>Die Messungen exportieren, die das Diagramm zeigt</translation>
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
        <source>Picture written to %1</source>
        <translation>Bild nach %1 geschrieben</translation>
    </message>
    <message>
        <source>Picture not written to %1: %2</source>
        <translation>Bild nicht nach %1 geschrieben: %2</translation>
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
        <source>Export the events of the time that the chart shows</source>
        <translation>Die Ereignisse aus der Zeit exportieren, die das Diagramm zeigt</translation>
    </message>
    <message>
        <source>Export all events</source>
        <translation>Alle Ereignisse exportieren</translation>
    </message>
    <message>
        <source>Export the cache entries that are listed</source>
        <translation>Die aufgelisteten Cache-Einträge exportieren</translation>
    </message>
    <message>
        <source>Record samples to</source>
        <translation>Messungen aufzeichnen in</translation>
    </message>
    <message>
        <source>For spreadsheets: &apos;;&apos; between, &apos;,&apos; in decimals (*.csv)</source>
        <translation>Für Tabellenprogramme: „;“ als Trenner, Dezimalkomma (*.csv)</translation>
    </message>
</context>
<context>
    <name>manometer::gui::HandleColumn</name>
    <message>
        <source>Drag to change where %1 begins; it snaps to percentiles, not with Alt. Nothing counts before Apply.</source>
        <translation>Ziehen ändert, wo %1 beginnt; rastet bei Perzentilen ein, mit Alt nicht. Vor „Anwenden“ gilt nichts davon.</translation>
    </message>
</context>
<context>
    <name>manometer::gui::HolderModel</name>
    <message>
        <source>%1 (this program)</source>
        <translation>%1 (dieses Programm)</translation>
    </message>
    <message>
        <source>not allowed</source>
        <translation>nicht erlaubt</translation>
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
        <source>Of the machine</source>
        <translation>Anteil am Rechner</translation>
    </message>
</context>
<context>
    <name>manometer::gui::HoldersPage</name>
    <message>
        <source>Memory holders</source>
        <translation>Speicherverbraucher</translation>
    </message>
    <message>
        <source>Share of the cache in the machine&apos;s memory</source>
        <translation>Anteil des Caches am Speicher des Rechners</translation>
    </message>
    <message>
        <source>Processes that hold most memory, largest first</source>
        <translation>Prozesse, die am meisten Speicher belegen, die größten zuerst</translation>
    </message>
    <message>
        <source>Resident: all pages in memory, shared ones in full. Own share: shared pages divided by who shares them; what ending the process would free.</source>
        <translation>Resident: alle Seiten im Speicher, gemeinsam genutzte ganz. Eigener Anteil: gemeinsam genutzte Seiten auf ihre Nutzer verteilt; was frei würde, wenn der Prozess endet.</translation>
    </message>
    <message>
        <source>Columns of the processes</source>
        <translation>Spalten der Prozesse</translation>
    </message>
    <message>
        <source>The processes of this machine cannot be read.</source>
        <translation>Die Prozesse dieses Rechners können nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Our cache holds %1, which is %2 of this machine&apos;s memory.</source>
        <comment>the size of the cache</comment>
        <translation>Unser Cache belegt %1, das sind %2 des Speichers dieses Rechners.</translation>
    </message>
    <message>
        <source>under %1</source>
        <translation>unter %1</translation>
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
        <source>Time range of the chart</source>
        <translation>Zeitraum des Diagramms</translation>
    </message>
    <message>
        <source>Time range of the chart (+ and −)</source>
        <translation>Zeitraum des Diagramms (+ und −)</translation>
    </message>
    <message>
        <source>Not applied: see the reason beside the thresholds.</source>
        <translation>Nicht angewendet: Der Grund steht bei den Schwellen.</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>Memory holders</source>
        <translation>Speicherverbraucher</translation>
    </message>
    <message>
        <source>Export cancelled; %1 was not written.</source>
        <translation>Export abgebrochen; %1 wurde nicht geschrieben.</translation>
    </message>
    <message>
        <source>Other thresholds count now, and the level changes by two or more. They are taken back unless they are kept.</source>
        <translation>Jetzt gelten andere Schwellen, und die Stufe ändert sich um zwei oder mehr. Ohne „Behalten“ werden sie zurückgenommen.</translation>
    </message>
    <message>
        <source>Other thresholds count now.</source>
        <translation>Jetzt gelten andere Schwellen.</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>How much time the chart shows, from a minute to a week.</source>
        <translation>Wie viel Zeit das Diagramm zeigt, von einer Minute bis zu einer Woche.</translation>
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
        <source>A sentence for whoever looks at this time later. It stands among the events and on the chart.</source>
        <translation>Ein Satz für alle, die diese Zeit später betrachten. Er steht bei den Ereignissen und im Diagramm.</translation>
    </message>
    <message>
        <source>Something went wrong for its users at this moment. Incidents have a mark of their own.</source>
        <translation>In diesem Augenblick lief für die Nutzer etwas schief. Vorfälle haben ein eigenes Zeichen.</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
</context>
<context>
    <name>manometer::gui::NoticeBar</name>
    <message>
        <source>What was just done</source>
        <translation>Was gerade geschah</translation>
    </message>
    <message>
        <source>Time left to take it back</source>
        <translation>Zeit, die zum Zurücknehmen bleibt</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Taken back in %1</source>
        <translation>Zurückgenommen in %1</translation>
    </message>
    <message>
        <source>Kept in %1</source>
        <translation>Behalten in %1</translation>
    </message>
</context>
<context>
    <name>manometer::gui::Notifier</name>
    <message>
        <source>Notifi&amp;cations</source>
        <translation>Benachrichtig&amp;ungen</translation>
    </message>
    <message>
        <source>Manometer</source>
        <translation>Manometer</translation>
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
        <source>This desktop shows no notifications</source>
        <translation>Diese Arbeitsumgebung zeigt keine Meldungen von Programmen</translation>
    </message>
    <message>
        <source>Memory pressure: %1</source>
        <translation>Speicherdruck: %1</translation>
    </message>
</context>
<context>
    <name>manometer::gui::PresetCommands</name>
    <message>
        <source>The preset %1 counts now, its thresholds too: %2.</source>
        <translation>Jetzt gilt die Vorgabe %1, auch ihre Schwellen: %2.</translation>
    </message>
    <message>
        <source>Nothing changes: these settings count already.</source>
        <translation>Es ändert sich nichts: Diese Einstellungen gelten schon.</translation>
    </message>
    <message>
        <source>Not applied: these settings are out of range.</source>
        <translation>Nicht angewendet: Diese Einstellungen liegen außerhalb der erlaubten Werte.</translation>
    </message>
    <message>
        <source>%1 The level changes by two or more: it is taken back unless it is kept.</source>
        <translation>%1 Die Stufe ändert sich um zwei oder mehr: Ohne „Behalten“ wird das zurückgenommen.</translation>
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
        <source>Name of the preset; one of that name is overwritten:</source>
        <translation>Name der Vorgabe; eine gleichnamige wird überschrieben:</translation>
    </message>
    <message>
        <source>Preset %1 saved.</source>
        <translation>Vorgabe %1 gespeichert.</translation>
    </message>
    <message>
        <source>Preset %1 removed; what counts stays.</source>
        <translation>Vorgabe %1 entfernt; was gilt, bleibt.</translation>
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
        <source>Preset %1 imported. It counts once it is chosen.</source>
        <translation>Vorgabe %1 importiert. Sie gilt, sobald sie gewählt wird.</translation>
    </message>
    <message>
        <source>The preset in %1 cannot be kept: its name is too long or there are too many.</source>
        <translation>Die Vorgabe in %1 kann nicht behalten werden: Ihr Name ist zu lang, oder es gibt zu viele.</translation>
    </message>
    <message>
        <source>Export as preset</source>
        <translation>Als Vorgabe exportieren</translation>
    </message>
    <message>
        <source>From now on: %1.</source>
        <translation>Von jetzt an: %1.</translation>
    </message>
    <message>
        <source>Other settings count now: %1.</source>
        <translation>Jetzt gelten andere Einstellungen: %1.</translation>
    </message>
    <message>
        <source>The window speaks another language from the next start.</source>
        <translation>Das Fenster spricht vom nächsten Start an eine andere Sprache.</translation>
    </message>
    <message>
        <source>Not saved: the name “%1” is too long or one of the program&apos;s own, or there are too many presets.</source>
        <translation>Nicht gespeichert: Der Name „%1“ ist zu lang oder einer des Programms, oder es gibt zu viele Vorgaben.</translation>
    </message>
    <message>
        <source>The settings were changed elsewhere, by another Manometer or an editor. They apply here too.</source>
        <translation>Die Einstellungen wurden anderswo geändert, von einem anderen Manometer oder einem Editor. Sie gelten auch hier.</translation>
    </message>
    <message>
        <source>Preset %1 imported; not understood, so defaults apply: %2</source>
        <translation>Vorgabe %1 importiert; nicht verstanden, daher gelten Standardwerte: %2</translation>
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
    <message>
        <source>The metadata is %1, which takes %2 on disk.</source>
        <translation>Ihre Metadaten sind %1 groß und belegen %2 auf dem Datenträger.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them are pinned.</source>
        <translation>
            <numerusform>%Ln davon ist angeheftet.</numerusform>
            <numerusform>%Ln davon sind angeheftet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Only the cached metadata goes, from memory and from disk. The files stay as they are; their metadata is read again when it is next asked for.</source>
        <translation>Gelöscht werden nur die zwischengespeicherten Metadaten, im Speicher und auf dem Datenträger. Die Dateien bleiben, wie sie sind; ihre Metadaten werden neu gelesen, wenn sie wieder gebraucht werden.</translation>
    </message>
    <message>
        <source>It can be taken back for 30 seconds, unless memory gets short.</source>
        <translation>Das kann 30 Sekunden lang zurückgenommen werden, sofern der Speicher nicht knapp wird.</translation>
    </message>
    <message>
        <source>It cannot be taken back: this is too much to hold aside, or memory is short.</source>
        <translation>Das kann nicht zurückgenommen werden: Es ist zu viel, um es beiseitezulegen, oder der Speicher ist knapp.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>To delete so many, type their number: %1</source>
        <translation>Um so viele zu löschen, ihre Anzahl eintippen: %1</translation>
    </message>
    <message>
        <source>So many entries are not deleted by a slip of the hand.</source>
        <translation>So viele Einträge soll kein Versehen löschen.</translation>
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
        <source>Counts of the scan</source>
        <translation>Zahlen zum Einlesen</translation>
    </message>
    <message>
        <source>File being read</source>
        <translation>Datei, die gerade gelesen wird</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Was zu tun ist</translation>
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
        <source>&apos;Add folder&apos; reads the metadata of all files in a folder into the cache. The files themselves are not changed.</source>
        <translation>„Ordner hinzufügen“ liest die Metadaten aller Dateien eines Ordners in den Cache ein. Die Dateien selbst werden nicht verändert.</translation>
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
        <source>The limit &amp;gives way when memory runs short</source>
        <translation>Die Grenze gibt &amp;nach, wenn der Speicher knapp wird</translation>
    </message>
    <message>
        <source>The limit gives way when memory runs short</source>
        <translation>Die Grenze gibt nach, wenn der Speicher knapp wird</translation>
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
        <source>Put the default into each field of this page; nothing changes until Apply</source>
        <translation>Jedes Feld dieser Seite auf den Standardwert setzen; bis „Anwenden“ ändert sich nichts</translation>
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
        <source>How many entries the cache may hold in memory while there is no pressure.</source>
        <translation>Wie viele Einträge der Cache im Speicher halten darf, solange kein Druck herrscht.</translation>
    </message>
    <message>
        <source>entries</source>
        <translation>Einträge</translation>
    </message>
    <message>
        <source>How much memory these entries may take. Whichever of the two is reached first counts.</source>
        <translation>Wie viel Speicher diese Einträge belegen dürfen. Es gilt, was zuerst erreicht ist.</translation>
    </message>
    <message>
        <source>How much the store on disk may take. Beyond it, the entries that were used least recently go.</source>
        <translation>Wie viel die Ablage auf dem Datenträger belegen darf. Darüber gehen die am längsten nicht benutzten Einträge.</translation>
    </message>
    <message>
        <source>An entry that is older is read anew, even where its file looks unchanged. Pinned entries do not expire.</source>
        <translation>Ein älterer Eintrag wird neu gelesen, auch wenn seine Datei unverändert aussieht. Angeheftete Einträge verfallen nicht.</translation>
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
        <source>Without it pressure is only measured: the limit stays as configured, whatever the level.</source>
        <translation>Ohne dies wird Druck nur gemessen: Die Grenze bleibt wie eingestellt, auf jeder Stufe.</translation>
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
        <source>The system&apos;s</source>
        <translation>Die des Systems</translation>
    </message>
    <message>
        <source>The language of the window, and the form of its numbers and times.</source>
        <translation>Die Sprache des Fensters und die Form seiner Zahlen und Zeiten.</translation>
    </message>
    <message>
        <source>the system&apos;s</source>
        <translation>die des Systems</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>The language counts from the next start.</source>
        <translation>Die Sprache gilt vom nächsten Start an.</translation>
    </message>
    <message>
        <source>Entries, memory and giving way count at once: the limit is cut to less at once and grows to more step by step. Disk and expiry count from the next start.</source>
        <translation>Einträge, Speicher und Nachgeben gelten sofort: Die Grenze wird sofort gesenkt und wächst schrittweise. Datenträger und Verfall gelten ab dem nächsten Start.</translation>
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
        <source>&amp;Follow pressure again</source>
        <translation>Wieder dem Druck &amp;folgen</translation>
    </message>
    <message>
        <source>%1 for %2</source>
        <translation>%1 für %2</translation>
    </message>
    <message>
        <source>CRITICAL cuts the limit all the same</source>
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
        <source>Where from, or why not</source>
        <translation>Woher, oder warum nicht</translation>
    </message>
</context>
<context>
    <name>manometer::gui::SourcesPage</name>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>What counts on this machine</source>
        <translation>Was auf diesem Rechner zählt</translation>
    </message>
    <message>
        <source>Examine the sources again</source>
        <translation>Die Quellen erneut prüfen</translation>
    </message>
    <message>
        <source>E&amp;xamine again</source>
        <translation>Erneut &amp;prüfen</translation>
    </message>
    <message>
        <source>Signals of memory pressure</source>
        <translation>Signale des Speicherdrucks</translation>
    </message>
    <message>
        <source>Columns of the signals</source>
        <translation>Spalten der Signale</translation>
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
        <source>The settings are not saved: %1: %2</source>
        <translation>Die Einstellungen sind nicht gespeichert: %1: %2</translation>
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
    <message>
        <source>no problems</source>
        <translation>keine Probleme</translation>
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
        <source>The recording to %1 has ended: %2</source>
        <translation>Die Aufzeichnung in %1 ist beendet: %2</translation>
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
        <source>memory not known</source>
        <translation>Speicher nicht bekannt</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Werte</translation>
    </message>
</context>
<context>
    <name>manometer::gui::StatusPage</name>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Icon of the applied level</source>
        <translation>Symbol der geltenden Stufe</translation>
    </message>
    <message>
        <source>Applied level</source>
        <translation>Geltende Stufe</translation>
    </message>
    <message>
        <source>How long this level applies</source>
        <translation>Seit wann diese Stufe gilt</translation>
    </message>
    <message>
        <source>Why this level applies</source>
        <translation>Warum diese Stufe gilt</translation>
    </message>
    <message>
        <source>What holds the level, or why readings are missing</source>
        <translation>Was die Stufe hält oder warum Messungen fehlen</translation>
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
        <source>How full the cache is</source>
        <translation>Wie voll der Cache ist</translation>
    </message>
    <message>
        <source>Hit ratio of the cache</source>
        <translation>Trefferquote des Caches</translation>
    </message>
    <message>
        <source>What the last cut of the limit did</source>
        <translation>Was die letzte Senkung der Grenze bewirkte</translation>
    </message>
    <message>
        <source>Why the limit of the cache is what it is</source>
        <translation>Warum die Grenze des Caches ist, wie sie ist</translation>
    </message>
    <message>
        <source>LIVE</source>
        <translation>LIVE</translation>
    </message>
    <message>
        <source>PAUSED</source>
        <translation>ANGEHALTEN</translation>
    </message>
    <message>
        <source>no sample yet</source>
        <translation>noch keine Messung</translation>
    </message>
    <message>
        <source>newest sample %1 old</source>
        <translation>letzte Messung %1 alt</translation>
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
        <source>Nothing evicted under pressure yet</source>
        <translation>Noch nichts unter Druck verdrängt</translation>
    </message>
    <message>
        <source>STALE</source>
        <translation>VERALTET</translation>
    </message>
    <message>
        <source>WAITING</source>
        <translation>WARTET</translation>
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
        <source>Left under</source>
        <translation>Endet unter</translation>
    </message>
    <message>
        <source>Value under which ELEVATED is left</source>
        <translation>Wert, unter dem ERHÖHT endet</translation>
    </message>
    <message>
        <source>Value under which HIGH is left</source>
        <translation>Wert, unter dem HOCH endet</translation>
    </message>
    <message>
        <source>Value under which CRITICAL is left</source>
        <translation>Wert, unter dem KRITISCH endet</translation>
    </message>
    <message>
        <source>after</source>
        <translation>nach</translation>
    </message>
    <message>
        <source>Time that ELEVATED is held</source>
        <translation>Haltezeit von ERHÖHT</translation>
    </message>
    <message>
        <source>Time that HIGH is held</source>
        <translation>Haltezeit von HOCH</translation>
    </message>
    <message>
        <source>Time that CRITICAL is held</source>
        <translation>Haltezeit von KRITISCH</translation>
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
        <source>What the cache keeps at ELEVATED</source>
        <translation>Was der Cache bei ERHÖHT behält</translation>
    </message>
    <message>
        <source>What the cache keeps at HIGH</source>
        <translation>Was der Cache bei HOCH behält</translation>
    </message>
    <message>
        <source>What the cache keeps at CRITICAL</source>
        <translation>Was der Cache bei KRITISCH behält</translation>
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
        <source>Give the draft up</source>
        <translation>Den Entwurf verwerfen</translation>
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
        <source>A level begins when two samples in a row reach its value (CRITICAL: one sample above it). It is left one step at a time, once memory use stays under its second value for the time given. A handle moves all percentages of its level together.</source>
        <translation>Eine Stufe beginnt, wenn zwei Messungen in Folge ihren Wert erreichen (KRITISCH: eine darüber). Abwärts geht es Stufe um Stufe, sobald die Speicherbelegung so lange wie angegeben unter dem zweiten Wert der Stufe bleibt. Ein Griff verschiebt alle Prozentwerte seiner Stufe gemeinsam.</translation>
    </message>
    <message>
        <source>Draft; %1 counts now</source>
        <translation>Entwurf; jetzt gilt %1</translation>
    </message>
    <message>
        <source>Cannot be applied: %1</source>
        <translation>Nicht anwendbar: %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) in the draft. Nothing counts before Apply.</source>
        <translation>
            <numerusform>%Ln Änderung im Entwurf. Vor „Anwenden“ gilt nichts davon.</numerusform>
            <numerusform>%Ln Änderungen im Entwurf. Vor „Anwenden“ gilt nichts davon.</numerusform>
        </translation>
    </message>
    <message>
        <source>These thresholds count now. Drag a handle or type a value to draft others.</source>
        <translation>Diese Schwellen gelten jetzt. Einen Griff ziehen oder einen Wert eintippen, um andere zu entwerfen.</translation>
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
        <source>Figures of the levels</source>
        <translation>Werte der Stufen</translation>
    </message>
    <message>
        <source>per cent of memory in use</source>
        <translation>Prozent des Speichers, die belegt sind</translation>
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
        <source>%1 is left once memory use has stayed under this value for the time below.</source>
        <translation>%1 endet, sobald die Speicherbelegung für die unten genannte Zeit unter diesem Wert geblieben ist.</translation>
    </message>
    <message>
        <source>How long memory use has to stay under the value above before %1 is left.</source>
        <translation>Wie lange die Speicherbelegung unter dem oben genannten Wert bleiben muss, bis %1 endet.</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>Sekunden</translation>
    </message>
    <message>
        <source>How much to evict at %1 is reckoned so that memory use would come down to this value. It informs; the cache&apos;s limit follows the level.</source>
        <translation>Was bei %1 zu verdrängen ist, wird so berechnet, dass die Speicherbelegung auf diesen Wert sinken würde. Das dient der Auskunft; die Grenze des Caches folgt der Stufe.</translation>
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
        <source>PAUSED at %1; recording goes on</source>
        <translation>ANGEHALTEN um %1; die Aufzeichnung läuft weiter</translation>
    </message>
    <message>
        <source>STALE</source>
        <translation>VERALTET</translation>
    </message>
</context>
<context>
    <name>manometer::gui::WelcomeCards</name>
    <message>
        <source>Is memory all right?</source>
        <translation>Ist der Speicher in Ordnung?</translation>
    </message>
    <message>
        <source>The word at the top is the level that applies: NORMAL, ELEVATED, HIGH or CRITICAL. Beside it stands why, and how far the next one is. The chart shows the same over time.</source>
        <translation>Das Wort ganz oben ist die Stufe, die gilt: NORMAL, ERHÖHT, HOCH oder KRITISCH. Daneben steht, warum, und wie weit die nächste entfernt ist. Das Diagramm zeigt dasselbe über die Zeit.</translation>
    </message>
    <message>
        <source>A cache that gives way</source>
        <translation>Ein Cache, der nachgibt</translation>
    </message>
    <message>
        <source>When memory runs short, the cache is cut at once, and what was evicted really goes back to the system. When there is room again, it grows back in steps. &apos;Events&apos; has a receipt for each cut.</source>
        <translation>Wird der Speicher knapp, so wird der Cache sofort gesenkt, und was verdrängt wurde, geht wirklich an das System zurück. Ist wieder Platz, so wächst er schrittweise nach. Unter „Ereignisse“ steht für jede Senkung ein Beleg.</translation>
    </message>
    <message>
        <source>Fill the cache</source>
        <translation>Den Cache füllen</translation>
    </message>
    <message>
        <source>Add a folder: the metadata of its files is read once and then answered from the cache. The files themselves are never changed.</source>
        <translation>Einen Ordner hinzufügen: Die Metadaten seiner Dateien werden einmal gelesen und dann aus dem Cache beantwortet. Die Dateien selbst werden nie verändert.</translation>
    </message>
    <message>
        <source>Tune it</source>
        <translation>Einstellen</translation>
    </message>
    <message>
        <source>Drag a threshold in the chart: nothing counts before &apos;Apply&apos;, and that can be undone. F1 explains the page you are on, Shift+F1 the field, Ctrl+? lists all keys.</source>
        <translation>Eine Schwelle im Diagramm ziehen: Nichts gilt vor „Anwenden“, und auch das lässt sich rückgängig machen. F1 erklärt die Seite, Umschalt+F1 das Feld, Strg+? nennt alle Tasten.</translation>
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
        <source>Stop the picture, not the recording (Space)</source>
        <translation>Das Bild anhalten, nicht die Aufzeichnung (Leertaste)</translation>
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
        <source>Read the metadata of the files in a folder into the cache (Ctrl+O)</source>
        <translation>Die Metadaten der Dateien eines Ordners in den Cache einlesen (Strg+O)</translation>
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
        <source>Show the present again and follow it (L)</source>
        <translation>Wieder die Gegenwart zeigen und ihr folgen (L)</translation>
    </message>
    <message>
        <source>View &amp;before</source>
        <translation>&amp;Vorige Ansicht</translation>
    </message>
    <message>
        <source>View &amp;after</source>
        <translation>&amp;Nächste Ansicht</translation>
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
        <source>Which settings count; * where they differ from the preset</source>
        <translation>Welche Einstellungen gelten; * wo sie von der Vorgabe abweichen</translation>
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
        <source>What the cache may use, whether it gives way, and when (Ctrl+,)</source>
        <translation>Was der Cache belegen darf, ob er nachgibt und wann (Strg+,)</translation>
    </message>
    <message>
        <source>Read-on&amp;ly</source>
        <translation>&amp;Schreibschutz</translation>
    </message>
    <message>
        <source>Entries can be looked at, but neither pinned, deleted, read again nor added</source>
        <translation>Einträge können angesehen, aber weder angeheftet, gelöscht, neu gelesen noch hinzugefügt werden</translation>
    </message>
    <message>
        <source>Whose memory is judged</source>
        <translation>Wessen Speicher beurteilt wird</translation>
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
        <source>Whose memory is judged: the machine&apos;s, what the control group may use of its limit, or, by itself, the fuller of both. Default: Auto.</source>
        <translation>Wessen Speicher beurteilt wird: der des Rechners, das, was die Kontrollgruppe von ihrer Grenze belegt, oder selbsttätig der vollere von beiden. Standard: Automatisch.</translation>
    </message>
    <message>
        <source>A preset is a whole set of thresholds, limits and numbers of the control loop. Choosing one counts at once and can be taken back for a minute.</source>
        <translation>Eine Vorgabe ist ein ganzer Satz von Schwellen, Grenzen und Zahlen der Regelung. Eine Auswahl gilt sofort und lässt sich eine Minute lang zurücknehmen.</translation>
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
</context>
<context>
    <name>manometer::service::Exports</name>
    <message>
        <source>the disk is too slow for it</source>
        <translation>der Datenträger ist zu langsam dafür</translation>
    </message>
</context>
</TS>
