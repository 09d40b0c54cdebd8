<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en_GB">
<context>
    <name>ApiStart</name>
    <message>
        <source>Programs cannot be served: %1.</source>
        <translation>لا يمكن خدمة البرامج: %1.</translation>
    </message>
</context>
<context>
    <name>BackendStart</name>
    <message>
        <source>Another Manometer is using the cache in %1. Close it, or choose another folder with --cache-dir.</source>
        <translation>يستخدم Manometer آخر الخبيئة في %1. أغلقه، أو استعمل الخيار --cache-dir لاختيار مجلد آخر.</translation>
    </message>
    <message>
        <source>%1 is not a folder, so it cannot hold the cache. Choose another folder with --cache-dir.</source>
        <translation>ليس %1 مجلدًا، فلا يمكن أن يحوي الخبيئة. استعمل الخيار --cache-dir لاختيار مجلد آخر.</translation>
    </message>
    <message>
        <source>The cache in %1 was written by a newer version of Manometer and was not changed. Choose another folder with --cache-dir.</source>
        <translation>كُتبت الخبيئة في %1 بإصدار أحدث من Manometer ولم تُغيَّر. استعمل الخيار --cache-dir لاختيار مجلد آخر.</translation>
    </message>
    <message>
        <source>The cache in %1 cannot be opened: %2. Choose another folder with --cache-dir.</source>
        <translation>تعذّر فتح الخبيئة في %1: %2. استعمل الخيار --cache-dir لاختيار مجلد آخر.</translation>
    </message>
</context>
<context>
    <name>ChartPicture</name>
    <message>
        <source>%1 of %2</source>
        <comment>entries that are cached, and at most</comment>
        <translation>%1 من %2</translation>
    </message>
    <message>
        <source>hit %1</source>
        <translation>إصابة %1</translation>
    </message>
    <message>
        <source>Waiting for the first sample.</source>
        <translation>في انتظار أول عينة.</translation>
    </message>
    <message>
        <source>Memory used</source>
        <translation>الذاكرة المستخدمة</translation>
    </message>
    <message>
        <source>Memory used %1</source>
        <translation>الذاكرة المستخدمة %1</translation>
    </message>
    <message>
        <source>Control group used %1</source>
        <translation>استخدام مجموعة التحكم %1</translation>
    </message>
    <message>
        <source>min %1 · mean %2 · p95 %3 · max %4</source>
        <translation>الأدنى %1 · المتوسط %2 · p95 عند %3 · الأقصى %4</translation>
    </message>
    <message>
        <source>%1 draft %2</source>
        <translation>مسودة «%1» %2</translation>
    </message>
    <message>
        <source>No samples were recorded in this period.</source>
        <translation>لم يُسجَّل شيء في هذه المدة.</translation>
    </message>
    <message>
        <source>%1 (%2 – %3)</source>
        <comment>a value, and the scale of its axis</comment>
        <translation>%1 (%2 – %3)</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>مستخدمة</translation>
    </message>
    <message>
        <source>in use %1</source>
        <translation>مستخدمة %1</translation>
    </message>
    <message>
        <source>buffers</source>
        <translation>مخازن مؤقتة</translation>
    </message>
    <message>
        <source>buffers %1</source>
        <translation>مخازن مؤقتة %1</translation>
    </message>
    <message>
        <source>kernel cache</source>
        <translation>خبيئة النواة</translation>
    </message>
    <message>
        <source>kernel cache %1</source>
        <translation>خبيئة النواة %1</translation>
    </message>
    <message>
        <source>free</source>
        <comment>memory</comment>
        <translation>حرة</translation>
    </message>
    <message>
        <source>free %1</source>
        <comment>memory</comment>
        <translation>حرة %1</translation>
    </message>
    <message>
        <source>%1 used</source>
        <comment>of the swap, in percent</comment>
        <translation>المستخدم %1</translation>
    </message>
    <message>
        <source>no swap</source>
        <translation>لا ذاكرة تبديل</translation>
    </message>
    <message>
        <source>not measured</source>
        <comment>stalls</comment>
        <translation>لا تُقاس</translation>
    </message>
    <message>
        <source>limit %1</source>
        <comment>of the cache, in entries</comment>
        <translation>الحد %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 draft %2: exceeded for %3 of the visible time, crossed %Ln times in view</source>
        <translation>
            <numerusform>مسودة «%1» %2: فوقها %3 من الوقت المعروض، ولا عبور في المعروض</numerusform>
            <numerusform>مسودة «%1» %2: فوقها %3 من الوقت المعروض، وعُبرت مرة واحدة في المعروض</numerusform>
            <numerusform>مسودة «%1» %2: فوقها %3 من الوقت المعروض، وعُبرت مرتين في المعروض</numerusform>
            <numerusform>مسودة «%1» %2: فوقها %3 من الوقت المعروض، وعُبرت %Ln مرات في المعروض</numerusform>
            <numerusform>مسودة «%1» %2: فوقها %3 من الوقت المعروض، وعُبرت %Ln مرة في المعروض</numerusform>
            <numerusform>مسودة «%1» %2: فوقها %3 من الوقت المعروض، وعُبرت %Ln مرة في المعروض</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>500 entries, 200 MiB of disk</source>
        <translation>500 مدخل، و200 MiB من القرص</translation>
    </message>
    <message>
        <source>2000 entries, 1000 MiB: over 32 GiB of memory</source>
        <translation>2000 مدخل، و1000 MiB: لذاكرة تزيد على 32 GiB</translation>
    </message>
    <message>
        <source>100 entries, 50 MiB: under 4 GiB of memory</source>
        <translation>100 مدخل، و50 MiB: لذاكرة تقل عن 4 GiB</translation>
    </message>
    <message>
        <source>measure only: the limit stays as configured</source>
        <translation>القياس فقط: يبقى الحد كما ضُبط</translation>
    </message>
    <message>
        <source>1000000 entries, 1 GiB of memory, 8 GiB of disk</source>
        <translation>مليون مدخل، و1 GiB من الذاكرة، و8 GiB من القرص</translation>
    </message>
    <message>
        <source>Show this help.</source>
        <translation>اعرض هذه المساعدة.</translation>
    </message>
    <message>
        <source>Show the version.</source>
        <translation>اعرض رقم الإصدار.</translation>
    </message>
    <message>
        <source>Keep the cache in DIR.</source>
        <translation>احتفظ بالخبيئة في DIR.</translation>
    </message>
    <message>
        <source>Keep at most N entries in memory.</source>
        <translation>احتفظ بما لا يزيد على N من المدخلات في الذاكرة.</translation>
    </message>
    <message>
        <source>Use at most N MiB of disk.</source>
        <translation>استخدم ما لا يزيد على N MiB من القرص.</translation>
    </message>
    <message>
        <source>--max-entries needs a whole number from 1 to 1000000000.</source>
        <translation>يتطلب الخيار --max-entries عددًا صحيحًا من 1 إلى 1000000000.</translation>
    </message>
    <message>
        <source>--max-disk-mb needs a whole number from 1 to 16777216.</source>
        <translation>يتطلب الخيار --max-disk-mb عددًا صحيحًا من 1 إلى 16777216.</translation>
    </message>
    <message>
        <source>--exit-after needs a number of seconds from 0 to 1000000.</source>
        <translation>يتطلب الخيار --exit-after عددًا من الثواني من 0 إلى 1000000.</translation>
    </message>
    <message>
        <source>--%1 needs a name.</source>
        <translation>يتطلب الخيار --%1 اسمًا.</translation>
    </message>
    <message>
        <source>--%1: %2 cannot be read: %3.</source>
        <translation>--%1: تعذّرت قراءة %2: %3.</translation>
    </message>
    <message>
        <source>Unexpected argument &apos;%1&apos;. To read a folder, use --scan.</source>
        <translation>وسيط غير متوقع «%1». استعمل الخيار --scan لتحديد مجلد يُقرأ.</translation>
    </message>
    <message>
        <source>Unknown preset &apos;%1&apos;.</source>
        <translation>لا يوجد إعداد مسبق باسم «%1».</translation>
    </message>
    <message>
        <source>There is no translation &apos;%1&apos;. Available: %2.</source>
        <translation>لا توجد ترجمة «%1». المتاح: %2.</translation>
    </message>
    <message>
        <source>--screenshot and --export-samples cannot both write to %1.</source>
        <translation>لا يمكن كتابة ناتج --screenshot وناتج --export-samples كليهما في %1.</translation>
    </message>
    <message>
        <source>Rehearse: read DIR instead of /proc, with a separate cache and history.</source>
        <translation>للتدريب: اقرأ DIR بدلًا من /proc، بخبيئة وسجل منفصلين.</translation>
    </message>
    <message>
        <source>Read control groups from DIR instead of /sys. With --proc-root alone, none are read.</source>
        <translation>اقرأ مجموعات التحكم من DIR بدلًا من /sys. ومع --proc-root وحده لا تُقرأ أي مجموعة.</translation>
    </message>
    <message>
        <source>Start with the limits of preset NAME, overriding the settings:</source>
        <translation>ابدأ بحدود الإعداد المسبق NAME بدلًا من حدود الإعدادات:</translation>
    </message>
    <message>
        <source>Use this language instead of that of the settings and the system:</source>
        <translation>استخدم هذه اللغة بدلًا من لغة الإعدادات والنظام:</translation>
    </message>
    <message>
        <source>At start, read the metadata of all files in DIR.</source>
        <translation>اقرأ البيانات الوصفية لكل الملفات في DIR عند البدء.</translation>
    </message>
    <message>
        <source>On exit, write the samples to FILE as CSV.</source>
        <translation>عند الخروج، اكتب العينات في FILE بصيغة CSV.</translation>
    </message>
    <message>
        <source>On exit, save a picture of the window to FILE (.png, .jpg …).</source>
        <translation>عند الخروج، احفظ صورة للنافذة في FILE (بامتداد .png أو .jpg …).</translation>
    </message>
    <message>
        <source>Monitors the memory pressure of this machine and keeps a cache of file metadata that shrinks when memory runs short.</source>
        <translation>يراقب ضغط الذاكرة على هذا الجهاز، ويحتفظ بخبيئة لبيانات الملفات الوصفية تتقلّص عند شحّ الذاكرة.</translation>
    </message>
    <message>
        <source>--%1: %2 is reserved for Manometer&apos;s own files. Choose another file.</source>
        <translation>--%1: ‏%2 محجوز لملفات Manometer نفسه. اختر ملفًا آخر.</translation>
    </message>
    <message>
        <source>--%1: %2 already exists. Add --%3 to replace it.</source>
        <translation>--%1: الملف %2 موجود بالفعل. أضف --%3 لاستبداله.</translation>
    </message>
    <message>
        <source>Append each event to FILE as a line of JSON; - is the standard output.</source>
        <translation>إلحاق كل حدث بالملف FILE سطرًا بصيغة JSON؛ والعلامة - هي الخرج القياسي.</translation>
    </message>
    <message>
        <source>Monitors the memory pressure of this machine and keeps a cache of file metadata that shrinks when memory runs short, without a window.</source>
        <translation>يراقب ضغط الذاكرة على هذا الجهاز، ويحتفظ بخبيئة لبيانات الملفات الوصفية تتقلّص عند شحّ الذاكرة، من دون نافذة.</translation>
    </message>
    <message>
        <source>--listen serves this machine only: 127.0.0.1 or [::1]. To reach it from another one, forward its socket: ssh -L LOCAL.sock:SOCKET HOST.</source>
        <translation>يخدم --listen هذا الجهاز فقط: 127.0.0.1 أو [::1]. للوصول إليه من جهاز آخر، أعد توجيه المقبس: ssh -L LOCAL.sock:SOCKET HOST.</translation>
    </message>
    <message>
        <source>--listen needs an address and a port, for instance 127.0.0.1:8080.</source>
        <translation>يحتاج --listen إلى عنوان ومنفذ، مثلاً 127.0.0.1:8080.</translation>
    </message>
    <message>
        <source>--listen and --no-api contradict each other.</source>
        <translation>يتعارض --listen مع --no-api.</translation>
    </message>
    <message>
        <source>Serve programs on a TCP port of this machine, too, for instance 127.0.0.1:8080; they need a token. Port 0 takes a free one.</source>
        <translation>خدمة البرامج أيضاً عبر منفذ TCP على هذا الجهاز، مثلاً 127.0.0.1:8080؛ تحتاج البرامج إلى رمز وصول. المنفذ 0 يختار منفذاً حراً.</translation>
    </message>
    <message>
        <source>Do not serve programs: open no socket.</source>
        <translation>عدم خدمة البرامج: لا يُفتح أي مقبس.</translation>
    </message>
    <message>
        <source>--connect needs unix:SOCKET or http://127.0.0.1:PORT.</source>
        <translation>يحتاج --connect إلى unix:SOCKET أو http://127.0.0.1:PORT.</translation>
    </message>
    <message>
        <source>--connect to a port needs --token-file.</source>
        <translation>يحتاج --connect إلى منفذ مع --token-file.</translation>
    </message>
    <message>
        <source>--connect shows another Manometer: limits and ports are its own.</source>
        <translation>يعرض --connect نسخة Manometer أخرى: الحدود والمنافذ خاصة بها.</translation>
    </message>
    <message>
        <source>--token-file and --control need --connect.</source>
        <translation>يحتاج --token-file و--control إلى --connect.</translation>
    </message>
    <message>
        <source>Show the Manometer behind unix:SOCKET or http://127.0.0.1:PORT, for instance one that ssh forwards, without changing it.</source>
        <translation>عرض Manometer عبر unix:SOCKET أو http://127.0.0.1:PORT، مثلاً ما يعيد ssh توجيهه، دون تغييره.</translation>
    </message>
    <message>
        <source>With --connect http://…: the token is in FILE.</source>
        <translation>مع --connect http://…: رمز الوصول في FILE.</translation>
    </message>
    <message>
        <source>With --connect: allow changes.</source>
        <translation>مع --connect: السماح بالتغييرات.</translation>
    </message>
    <message>
        <source>There is no appearance &apos;%1&apos;. Available: %2.</source>
        <translation>لا يوجد مظهر «%1». المتاح: %2.</translation>
    </message>
    <message>
        <source>--exit-when-scanned needs --scan.</source>
        <translation>يتطلب الخيار --exit-when-scanned الخيار --scan.</translation>
    </message>
    <message>
        <source>as the desktop has them</source>
        <translation>كما في سطح المكتب</translation>
    </message>
    <message>
        <source>dark text on light</source>
        <translation>نص داكن على خلفية فاتحة</translation>
    </message>
    <message>
        <source>light text on dark</source>
        <translation>نص فاتح على خلفية داكنة</translation>
    </message>
    <message>
        <source>high contrast: white and yellow on black</source>
        <translation>تباين قوي: أبيض وأصفر على أسود</translation>
    </message>
    <message>
        <source>Use these colours instead of those chosen in the window:</source>
        <translation>استعمل هذه الألوان بدلًا من المختارة في النافذة:</translation>
    </message>
    <message>
        <source>Start without showing the window, as an icon in the desktop&apos;s tray.</source>
        <translation>ابدأ دون إظهار النافذة، كأيقونة في علبة النظام.</translation>
    </message>
    <message>
        <source>With --scan: exit when the scan has ended. The exit status is 0 if all files were read, otherwise 1.</source>
        <translation>مع --scan: اخرج عند انتهاء الفحص. حالة الخروج 0 إن قُرئت كل الملفات، وإلا 1.</translation>
    </message>
    <message>
        <source>Exit after SECONDS. A scan that has not finished is an error only with --exit-when-scanned.</source>
        <translation>اخرج بعد SECONDS من الثواني. الفحص غير المنتهي خطأ مع --exit-when-scanned فقط.</translation>
    </message>
    <message>
        <source>Show this recording instead of a machine.</source>
        <translation>اعرض هذا التسجيل بدلًا من جهاز.</translation>
    </message>
    <message>
        <source>--rehearse-speed needs a number from 0.1 to 100.</source>
        <translation>يتطلّب ‎--rehearse-speed عددًا من 0.1 إلى 100.</translation>
    </message>
    <message>
        <source>--rehearse-speed needs --rehearse.</source>
        <translation>يتطلّب ‎--rehearse-speed الخيار ‎--rehearse.</translation>
    </message>
    <message>
        <source>--rehearse has its own memory figures and its own cache: leave out --%1.</source>
        <translation>لـ ‎--rehearse أرقام ذاكرة وخبيئة خاصة به: احذف ‎--%1.</translation>
    </message>
    <message>
        <source>A recording has no machine and no cache: --%1 cannot be used with it.</source>
        <translation>ليس للتسجيل جهاز ولا خبيئة: لا يمكن استخدام --%1 معه.</translation>
    </message>
    <message>
        <source>--%1 and --%2 cannot both write to %3.</source>
        <translation>لا يمكن لـ --%1 و--%2 أن يكتبا كلاهما إلى %3.</translation>
    </message>
    <message>
        <source>up to 97 % of memory and back, in two minutes</source>
        <translation>حتى 97 % من الذاكرة ثم رجوعًا، في دقيقتين</translation>
    </message>
    <message>
        <source>short peaks, one every 30 s</source>
        <translation>ذُرى قصيرة، واحدة كل 30 ث</translation>
    </message>
    <message>
        <source>a leak: slowly up to 94 %, down at once</source>
        <translation>تسرّب: صعود بطيء حتى 94 % ثم هبوط دفعة واحدة</translation>
    </message>
    <message>
        <source>a random walk around 70 %</source>
        <translation>حركة عشوائية حول 70 %</translation>
    </message>
    <message>
        <source>Rehearse: play CURVE instead of reading the memory use, with a cache, a history and settings that last until the program ends. A CSV file of exported samples, or:</source>
        <translation>للتدريب: شغّل CURVE بدلًا من قراءة استخدام الذاكرة، بخبيئة وسجل وإعدادات تدوم حتى نهاية البرنامج. ملف CSV لعينات مصدَّرة، أو:</translation>
    </message>
    <message>
        <source>With --rehearse: play N times as fast, from 0.1 to 100; holds and intervals are as much shorter.</source>
        <translation>مع ‎--rehearse: شغّل أسرع N مرة، من 0.1 إلى 100؛ ومدد الإبقاء والفواصل أقصر بالقدر نفسه.</translation>
    </message>
    <message>
        <source>On exit, save what is recorded, a day at most, as a recording that manometer FILE shows elsewhere.</source>
        <translation>عند الخروج، احفظ ما سُجّل، يومًا على الأكثر، تسجيلًا يعرضه manometer FILE في مكان آخر.</translation>
    </message>
    <message>
        <source>Let --export-samples, --save-recording and --screenshot replace an existing file.</source>
        <translation>اسمح لـ --export-samples و--save-recording و--screenshot باستبدال ملف موجود.</translation>
    </message>
</context>
<context>
    <name>CompositionItem</name>
    <message>
        <source>Swap</source>
        <translation>التبديل</translation>
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
        <translation>جارٍ الاتصال بـ %1…</translation>
    </message>
    <message>
        <source>%1 runs version %2; this window is version %3. What only one of them knows is not shown.</source>
        <translation>يعمل %1 بالإصدار %2، وهذه النافذة بالإصدار %3. ما لا يعرفه إلا أحدهما لا يُعرض.</translation>
    </message>
    <message>
        <source>CONNECTING</source>
        <translation>جارٍ الاتصال</translation>
    </message>
    <message>
        <source>LOST SINCE %1</source>
        <comment>the connection, and a time</comment>
        <translation>مقطوع منذ %1</translation>
    </message>
    <message>
        <source>Connected to %1 again after %2</source>
        <translation>أُعيد الاتصال بـ %1 بعد %2</translation>
    </message>
    <message>
        <source>Figures from %1: the connection is lost.</source>
        <translation>أرقام من %1: الاتصال مقطوع.</translation>
    </message>
    <message>
        <source>No figures yet: connecting.</source>
        <translation>لا أرقام بعد: جارٍ الاتصال.</translation>
    </message>
    <message>
        <source>%1 cannot be reached: %2. Manometer tries again.</source>
        <translation>يتعذر الوصول إلى %1: %2. يعيد Manometer المحاولة.</translation>
    </message>
    <message>
        <source>NOT CONNECTED</source>
        <translation>غير متصل</translation>
    </message>
    <message>
        <source>No figures: there is no connection.</source>
        <translation>لا أرقام: لا يوجد اتصال.</translation>
    </message>
    <message>
        <source>The connection to %1 has been lost since %2: %3. Manometer tries again.</source>
        <translation>الاتصال بـ %1 مقطوع منذ %2: %3. يعيد Manometer المحاولة.</translation>
    </message>
</context>
<context>
    <name>ControlText</name>
    <message>
        <source>Share of the configured limit.</source>
        <translation>من الحد المضبوط.</translation>
    </message>
    <message>
        <source>Levels</source>
        <translation>المستويات</translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation>التوقّع</translation>
    </message>
    <message>
        <source>Growth of the limit</source>
        <translation>نمو الحد</translation>
    </message>
    <message>
        <source>Disk clean-up</source>
        <translation>تنظيف القرص</translation>
    </message>
    <message>
        <source>Futile evictions</source>
        <translation>الإخلاء بلا جدوى</translation>
    </message>
    <message>
        <source>%1&#xa0;s</source>
        <translation>%1&#xa0;ث</translation>
    </message>
    <message>
        <source>Stall window</source>
        <translation>نافذة احتساب الانتظار</translation>
    </message>
    <message>
        <source>Period over which stall time is added up.</source>
        <translation>المدة التي يُجمَع خلالها زمن الانتظار.</translation>
    </message>
    <message>
        <source>Stall time</source>
        <translation>زمن الانتظار</translation>
    </message>
    <message>
        <source>Tasks that wait for memory this long within the window raise the level by one.</source>
        <translation>إذا انتظرت المهام الذاكرة هذه المدة خلال النافذة ارتفع المستوى درجة.</translation>
    </message>
    <message>
        <source>Minimum memory in use</source>
        <translation>أقل استخدام للذاكرة</translation>
    </message>
    <message>
        <source>Below this value, stalls are considered only while the kernel reclaims memory.</source>
        <translation>دون هذه النسبة لا يُحتسب الانتظار إلا حين تستعيد النواة الذاكرة.</translation>
    </message>
    <message>
        <source>Treat as a relapse within</source>
        <translation>تُعدّ العودة انتكاسة خلال</translation>
    </message>
    <message>
        <source>A level that returns within this time after it ended is held twice as long.</source>
        <translation>المستوى الذي يعود خلال هذه المدة بعد انتهائه تُضاعَف مدة إبقائه.</translation>
    </message>
    <message>
        <source>Longest hold</source>
        <translation>أطول مدة إبقاء</translation>
    </message>
    <message>
        <source>Upper limit of the doubled hold.</source>
        <translation>الحد الأعلى لمدة الإبقاء المضاعفة.</translation>
    </message>
    <message>
        <source>Forecast window</source>
        <translation>نافذة التوقّع</translation>
    </message>
    <message>
        <source>The slope is computed from the samples of this period.</source>
        <translation>يُحسب الميل من عينات هذه المدة.</translation>
    </message>
    <message>
        <source>Point spacing</source>
        <translation>المدة بين النقاط</translation>
    </message>
    <message>
        <source>Samples closer together add no information.</source>
        <translation>العينات الأكثر تقاربًا من ذلك لا تضيف معلومات.</translation>
    </message>
    <message>
        <source>Shortest sampled period</source>
        <translation>أقصر مدة لازمة من العينات</translation>
    </message>
    <message>
        <source>Nothing is forecast from a shorter period.</source>
        <translation>لا يُبنى توقّع على مدة أقصر.</translation>
    </message>
    <message>
        <source>Rising at a Kendall&apos;s tau of</source>
        <translation>صعود بدءًا من معامل تاو لكندال</translation>
    </message>
    <message>
        <source>Share of rising pairs of samples minus the share of falling pairs; at 1 all pairs rise.</source>
        <translation>نسبة أزواج العينات الصاعدة مطروحًا منها نسبة الهابطة: والقيمة 1 تعني أنها كلها صاعدة.</translation>
    </message>
    <message>
        <source>Warn when a level is closer than</source>
        <translation>تحذير إذا كان المستوى أقرب من</translation>
    </message>
    <message>
        <source>A warning is an event, and a notification if notifications are on.</source>
        <translation>التحذير حدث يُدوَّن، وإشعار أيضًا إن كانت الإشعارات مفعّلة.</translation>
    </message>
    <message>
        <source>Wait after a cut</source>
        <translation>انتظار بعد الخفض</translation>
    </message>
    <message>
        <source>The limit does not grow back before the effect of the cut can be measured.</source>
        <translation>لا ينمو الحد من جديد قبل أن يمكن قياس أثر الخفض.</translation>
    </message>
    <message>
        <source>Treat pressure as a relapse within</source>
        <translation>تُعدّ عودة الضغط انتكاسة خلال</translation>
    </message>
    <message>
        <source>Pressure that returns within this time after a fall doubles the wait.</source>
        <translation>الضغط الذي يعود خلال هذه المدة بعد انخفاضه يضاعف الانتظار.</translation>
    </message>
    <message>
        <source>Longest wait</source>
        <translation>أطول انتظار</translation>
    </message>
    <message>
        <source>Upper limit of the doubled wait.</source>
        <translation>الحد الأعلى للانتظار المضاعف.</translation>
    </message>
    <message>
        <source>Step interval</source>
        <translation>المدة بين الخطوات</translation>
    </message>
    <message>
        <source>The limit grows in steps, so that the effect of each can be measured.</source>
        <translation>ينمو الحد على خطوات ليمكن قياس أثر كل منها.</translation>
    </message>
    <message>
        <source>Step size</source>
        <translation>مقدار الخطوة</translation>
    </message>
    <message>
        <source>No growth when a level is closer than</source>
        <translation>لا نمو إذا كان المستوى أقرب من</translation>
    </message>
    <message>
        <source>The limit does not grow while the next level is expected within this time.</source>
        <translation>لا ينمو الحد ما دام المستوى التالي متوقّعًا خلال هذه المدة.</translation>
    </message>
    <message>
        <source>Interval at CRITICAL</source>
        <translation>المدة بين مرات التنظيف في «حرج»</translation>
    </message>
    <message>
        <source>The disk store is cleaned up when HIGH begins, then at this interval while CRITICAL lasts.</source>
        <translation>يُنظَّف مخزن القرص حين يبدأ «شديد»، ثم كل هذه المدة ما دام «حرج» ساريًا.</translation>
    </message>
    <message>
        <source>Smallest eviction judged</source>
        <translation>أصغر إخلاء يُقيَّم</translation>
    </message>
    <message>
        <source>The effect of a smaller eviction cannot be seen in memory use.</source>
        <translation>لا يظهر أثر إخلاء أصغر من ذلك في استخدام الذاكرة.</translation>
    </message>
    <message>
        <source>Ineffective below</source>
        <translation>غير فعّال دون</translation>
    </message>
    <message>
        <source>Share of the evicted bytes that are free again after 2 s.</source>
        <translation>نسبة البايتات المُخلاة التي تصير حرّة بعد ثانيتين.</translation>
    </message>
    <message>
        <source>Futile after this many in a row</source>
        <translation>بلا جدوى بعد هذا العدد على التوالي</translation>
    </message>
    <message>
        <source>After that, the disk store is not cleaned up and the limit does not grow until NORMAL. Cuts continue.</source>
        <translation>بعدها لا يُنظّف مخزن القرص ولا ينمو الحد حتى «طبيعي»، أما الخفض فيستمر.</translation>
    </message>
    <message>
        <source>Stalls</source>
        <translation>التوقفات</translation>
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
        <translation>، </translation>
    </message>
    <message>
        <source>%1 (%2 ago)</source>
        <translation>%1 (قبل %2)</translation>
    </message>
    <message>
        <source>Signal</source>
        <translation>الإشارة</translation>
    </message>
    <message>
        <source>none</source>
        <translation>لا شيء</translation>
    </message>
    <message>
        <source>%1 (%2 to %3)</source>
        <translation>%1 (من %2 إلى %3)</translation>
    </message>
    <message>
        <source>Memory used</source>
        <translation>الذاكرة المستخدمة</translation>
    </message>
    <message>
        <source>Control group used</source>
        <translation>استخدام مجموعة التحكم</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>المستوى</translation>
    </message>
    <message>
        <source>This program&apos;s RSS</source>
        <translation>ذاكرة هذا البرنامج (RSS)</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>الخبيئة</translation>
    </message>
    <message>
        <source>%1 of %2 entries</source>
        <translation>%1 من أصل %2 من المدخلات</translation>
    </message>
    <message>
        <source>Hit ratio</source>
        <translation>نسبة الإصابة</translation>
    </message>
    <message>
        <source>none: not running</source>
        <comment>the signal, because of this program</comment>
        <translation>لا شيء: البرنامج متوقف</translation>
    </message>
    <message>
        <source>none: suspended</source>
        <comment>the signal, because of this machine</comment>
        <translation>لا شيء: الجهاز في سكون</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>المستخدمة</translation>
    </message>
    <message>
        <source>Buffers</source>
        <translation>المخازن المؤقتة</translation>
    </message>
    <message>
        <source>Kernel cache</source>
        <translation>خبيئة النواة</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>الحرة</translation>
    </message>
    <message>
        <source>Swap used</source>
        <translation>ذاكرة التبديل المستخدمة</translation>
    </message>
    <message>
        <source>Stalls (PSI)</source>
        <translation>التوقفات (PSI)</translation>
    </message>
    <message>
        <source>Cache limit</source>
        <translation>حد الخبيئة</translation>
    </message>
    <message>
        <source>%1 entries</source>
        <translation>%1 من المدخلات</translation>
    </message>
</context>
<context>
    <name>CsvRecording</name>
    <message>
        <source>not a regular file</source>
        <translation>ليس ملفًا عاديًا</translation>
    </message>
    <message>
        <source>another program records to it</source>
        <translation>برنامج آخر يسجّل فيه</translation>
    </message>
    <message>
        <source>it is there already and is no recording of samples</source>
        <translation>الملف موجود بالفعل وليس تسجيلًا لعينات</translation>
    </message>
</context>
<context>
    <name>EntryFilter</name>
    <message>
        <source>Write %1 with &lt;, &lt;=, &gt;, &gt;= or =, for example %2.</source>
        <translation>اكتب %1 مع ‎&lt;، &lt;=، &gt;، &gt;=‎ أو =، مثل %2.</translation>
    </message>
    <message>
        <source>Write pinned:yes or pinned:no.</source>
        <translation>اكتب pinned:yes أو pinned:no.</translation>
    </message>
    <message>
        <source>Write tier:memory, tier:disk, tier:memory-only or tier:disk-only.</source>
        <translation>اكتب tier:memory أو tier:disk أو tier:memory-only أو tier:disk-only.</translation>
    </message>
    <message>
        <source>Compare hits with a number, for example hits&lt;2; &apos;%1&apos; is not a number.</source>
        <translation>تُقارَن الإصابات بعدد، مثل hits&lt;2، و«%1» ليس عددًا.</translation>
    </message>
    <message>
        <source>Write a size as a number and k, M, G or no unit, for example size&gt;64k; &apos;%1&apos; is not a size.</source>
        <translation>الحجم عدد يليه k أو M أو G أو لا شيء، مثل size&gt;64k، و«%1» ليس كذلك.</translation>
    </message>
    <message>
        <source>Write an age as a number and s, min, h, d or w, for example age&gt;2h; &apos;%1&apos; is not an age.</source>
        <translation>العمر عدد يليه s أو min أو h أو d أو w، مثل age&gt;2h، و«%1» ليس كذلك.</translation>
    </message>
    <message>
        <source>An age never matches exactly. Write age with &lt; or &gt;, for example age&gt;2h.</source>
        <translation>لا يتطابق عمر مع لحظة بعينها: اكتب age مع ‎&lt;‎ أو ‎&gt;‎، مثل age&gt;2h.</translation>
    </message>
    <message>
        <source>Write a folder with its whole path, for example folder:/data, and in quotes if it has spaces: folder:&quot;/my data&quot;.</source>
        <translation>اكتب مسار المجلد كاملًا، مثل folder:/data، وبين علامتي اقتباس إن كانت فيه مسافات: folder:&quot;/my data&quot;.</translation>
    </message>
    <message>
        <source>Write error:yes or error:no.</source>
        <translation>اكتب error:yes أو error:no.</translation>
    </message>
    <message>
        <source>Unknown term &apos;%1&apos;. Available: size, hits, age, tier, pinned, error and folder. To search paths for this text, put it in quotes.</source>
        <translation>لا يوجد تعبير باسم «%1». المتاح size أو hits أو age أو tier أو pinned أو error أو folder. وللبحث عن هذا النص في المسارات ضعه بين علامتي اقتباس.</translation>
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
        <translation>جزء من المسار وتعابير، ويجب أن تتحقق كلها.
حجم البيانات الوصفية: size&gt;64k size&lt;1M
عدد مرات طلب المدخل: hits&lt;2 hits&gt;=10
المدة منذ قراءته وتخزينه: age&gt;2h age&lt;3d
مكانه: tier:memory tier:disk، وهناك دون سواه: tier:disk-only
التثبيت: pinned:yes pinned:no
لم يفهم قارئ البيانات الوصفية الملف، أو فهمه: error:yes error:no
ما تحت هذا المجلد: folder:/data
هذا النص نفسه في المسار، بين علامتي اقتباس: &quot;size&gt;64k&quot;</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>تعذّرت قراءة %1: %2</translation>
    </message>
    <message>
        <source>%1: one of the values is not a number.</source>
        <translation>«%1»: إحدى القيم ليست عددًا.</translation>
    </message>
    <message>
        <source>%1 must begin at least %2 below %3.</source>
        <translation>يجب أن يبدأ المستوى «%1» قبل «%3» بما لا يقل عن %2.</translation>
    </message>
    <message>
        <source>The metadata reader exiftool is missing. Install it (Debian, Ubuntu: package libimage-exiftool-perl; Fedora: perl-Image-ExifTool), then scan again.</source>
        <translation>قارئ البيانات الوصفية exiftool مفقود. نصّبه (الحزمة libimage-exiftool-perl في Debian وفي Ubuntu، والحزمة perl-Image-ExifTool في Fedora) ثم أعد الفحص.</translation>
    </message>
    <message>
        <source>The folder cannot be listed: %1</source>
        <translation>تعذّر سرد محتويات المجلد: %1</translation>
    </message>
    <message>
        <source>The file cannot be read: %1</source>
        <translation>تعذّرت قراءة الملف: %1</translation>
    </message>
    <message>
        <source>The metadata reader exiftool does not start: %1</source>
        <translation>قارئ البيانات الوصفية exiftool لا يبدأ: %1</translation>
    </message>
    <message>
        <source>%1 contains no usable values: %2</source>
        <translation>لا قيم صالحة في %1: %2</translation>
    </message>
    <message>
        <source>%1: every percentage must be between 0 and 100.</source>
        <translation>«%1»: يجب أن تقع كل نسبة مئوية بين 0 و100.</translation>
    </message>
    <message>
        <source>%1 must end below the value at which it begins; otherwise it would flap.</source>
        <translation>يجب أن ينتهي المستوى «%1» عند قيمة أدنى من قيمة بدايته، وإلا تذبذب.</translation>
    </message>
    <message>
        <source>%1 must not end below the value at which %2 ends.</source>
        <translation>يجب ألا ينتهي المستوى «%1» عند قيمة أدنى من التي ينتهي عندها «%2».</translation>
    </message>
    <message>
        <source>%1: the hold must be between 0 s and 1 hour.</source>
        <translation>«%1»: يجب أن تقع مدة الإبقاء بين صفر وساعة واحدة.</translation>
    </message>
    <message>
        <source>%1: the target must be below the value at which the level begins.</source>
        <translation>«%1»: يجب أن يكون الهدف أدنى من القيمة التي يبدأ عندها المستوى.</translation>
    </message>
    <message>
        <source>The file changed while it was read. The next scan reads it again.</source>
        <translation>تغيّر الملف أثناء قراءته. وسيقرؤه الفحص التالي من جديد.</translation>
    </message>
    <message>
        <source>The metadata reader returned no usable result for this file.</source>
        <translation>لم يُعطِ قارئ البيانات الوصفية نتيجة صالحة لهذا الملف.</translation>
    </message>
    <message>
        <source>The metadata reader took too long for this file and was stopped.</source>
        <translation>استغرق قارئ البيانات الوصفية وقتًا أطول من اللازم مع هذا الملف فأُوقف.</translation>
    </message>
    <message>
        <source>The metadata of this file exceeds the size limit.</source>
        <translation>بيانات هذا الملف الوصفية تتجاوز الحجم المسموح.</translation>
    </message>
    <message>
        <source>The metadata reader cannot interpret this file: %1</source>
        <translation>لا يستطيع قارئ البيانات الوصفية تفسير هذا الملف: %1</translation>
    </message>
    <message>
        <source>The metadata was read but not cached: neither memory nor disk has room for it.</source>
        <translation>قُرئت البيانات الوصفية، لكن لم يتّسع لها مكان في الذاكرة ولا على القرص.</translation>
    </message>
    <message>
        <source>%1 It is read again when the file changes, or with &apos;Read again now&apos; in the menu of its cache entry.</source>
        <translation>%1 يُقرأ من جديد حين يتغيّر الملف، أو بالأمر «أعد القراءة الآن» في قائمة مدخله.</translation>
    </message>
    <message>
        <source>The disk is full; the cache continues in memory only. Free some space; the cache then uses the disk again.</source>
        <translation>القرص ممتلئ؛ تواصل الخبيئة عملها في الذاكرة فقط. أفرغ بعض المساحة لتعود إلى استخدام القرص.</translation>
    </message>
    <message>
        <source>The cache folder is read-only; the cache continues in memory only. Make the folder writable.</source>
        <translation>مجلد الخبيئة للقراءة فقط؛ تواصل الخبيئة عملها في الذاكرة فقط. اجعل المجلد قابلًا للكتابة.</translation>
    </message>
    <message>
        <source>Another program has locked the disk store; the cache continues in memory only. Close that program.</source>
        <translation>أقفل برنامج آخر مخزن القرص؛ تواصل الخبيئة عملها في الذاكرة فقط. أغلق ذلك البرنامج.</translation>
    </message>
    <message>
        <source>The disk reports errors; the cache continues in memory only. Check the disk.</source>
        <translation>يبلّغ القرص عن أخطاء: تواصل الخبيئة عملها في الذاكرة فقط. تحقق من القرص.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln damaged part(s) of the disk store moved aside and replaced; the newest is at %1.</source>
        <translation>
            <numerusform>لم يُعزل أي جزء تالف من المخزن؛ وأحدث المعزول في %1.</numerusform>
            <numerusform>عُزل جزء تالف واحد من المخزن وأُنشئ من جديد، وهو في %1.</numerusform>
            <numerusform>عُزل جزءان تالفان من المخزن وأُنشئا من جديد، وأحدثهما في %1.</numerusform>
            <numerusform>عُزلت %Ln أجزاء تالفة من المخزن وأُنشئت من جديد، وأحدثها في %1.</numerusform>
            <numerusform>عُزل %Ln جزءًا تالفًا من المخزن وأُنشئت من جديد، وأحدثها في %1.</numerusform>
            <numerusform>عُزل %Ln جزء تالف من المخزن وأُنشئت من جديد، وأحدثها في %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved to %1</source>
        <translation>حُفظ في %1</translation>
    </message>
    <message>
        <source>Not saved to %1: %2</source>
        <translation>لم يُحفظ في %1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln damaged part(s) of the disk store moved aside and replaced.</source>
        <translation>
            <numerusform>لم يُعزل أي جزء تالف من المخزن.</numerusform>
            <numerusform>عُزل جزء تالف واحد من المخزن وأُنشئ من جديد.</numerusform>
            <numerusform>عُزل جزءان تالفان من المخزن وأُنشئا من جديد.</numerusform>
            <numerusform>عُزلت %Ln أجزاء تالفة من المخزن وأُنشئت من جديد.</numerusform>
            <numerusform>عُزل %Ln جزءًا تالفًا من المخزن وأُنشئت من جديد.</numerusform>
            <numerusform>عُزل %Ln جزء تالف من المخزن وأُنشئت من جديد.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Events</name>
    <message numerus="yes">
        <source>Limit set from %1 to %2 entries: %Ln evicted, RSS %3</source>
        <translation>
            <numerusform>غُيّر حد المدخلات من %1 إلى %2: لم يُخلَ أي مدخل، وتغيّر RSS بمقدار %3</numerusform>
            <numerusform>غُيّر حد المدخلات من %1 إلى %2: أُخلي مدخل واحد، وتغيّر RSS بمقدار %3</numerusform>
            <numerusform>غُيّر حد المدخلات من %1 إلى %2: أُخلي مدخلان، وتغيّر RSS بمقدار %3</numerusform>
            <numerusform>غُيّر حد المدخلات من %1 إلى %2: أُخليت %Ln مدخلات، وتغيّر RSS بمقدار %3</numerusform>
            <numerusform>غُيّر حد المدخلات من %1 إلى %2: أُخلي %Ln مدخلًا، وتغيّر RSS بمقدار %3</numerusform>
            <numerusform>غُيّر حد المدخلات من %1 إلى %2: أُخلي %Ln مدخل، وتغيّر RSS بمقدار %3</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 begins at %2 → %3</source>
        <translation>بداية «%1» %2 ← %3</translation>
    </message>
    <message>
        <source>%1 hold %2 → %3</source>
        <translation>مدة إبقاء «%1» %2 ← %3</translation>
    </message>
    <message>
        <source>%1 target %2 → %3</source>
        <translation>هدف «%1» %2 ← %3</translation>
    </message>
    <message>
        <source>Thresholds applied: %1</source>
        <translation>طُبّقت العتبات: %1</translation>
    </message>
    <message>
        <source>; </source>
        <translation>؛ </translation>
    </message>
    <message>
        <source>The disk store works again</source>
        <translation>عاد مخزن القرص إلى العمل</translation>
    </message>
    <message>
        <source>Scan of %1 cancelled after %2: %3</source>
        <translation>أُلغي فحص %1 بعد %2: %3</translation>
    </message>
    <message>
        <source>Scan of %1 finished in %2: %3</source>
        <translation>انتهى فحص %1 خلال %2: %3</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>المستوى</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>الخبيئة</translation>
    </message>
    <message>
        <source>Thresholds</source>
        <translation>العتبات</translation>
    </message>
    <message>
        <source>Signal</source>
        <translation>الإشارة</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>المخزن</translation>
    </message>
    <message>
        <source>Scan</source>
        <translation>الفحص</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>%1 → %2: %3, and %4</source>
        <translation>%1 ← %2: %3، و%4</translation>
    </message>
    <message>
        <source>%1 → %2: %3</source>
        <translation>%1 ← %2: %3</translation>
    </message>
    <message>
        <source>The clock was set back by %1</source>
        <translation>أُخّرت الساعة بمقدار %1</translation>
    </message>
    <message>
        <source>The clock was set forward by %1</source>
        <translation>قُدّمت الساعة بمقدار %1</translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation>التوقّع</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>الساعة</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>التسجيل</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>the time a note is about, and its text</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>حادثة</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>%1 → %2 entries</source>
        <translation>المدخلات %1 ← %2</translation>
    </message>
    <message>
        <source>%1 → %2 of memory</source>
        <translation>الذاكرة من %1 إلى %2</translation>
    </message>
    <message>
        <source>the limit adapts again</source>
        <translation>عاد الحد إلى التكيّف</translation>
    </message>
    <message>
        <source>the limit no longer adapts</source>
        <translation>لم يعد الحد يتكيّف</translation>
    </message>
    <message>
        <source>Settings applied: %1</source>
        <translation>طُبّقت الإعدادات: %1</translation>
    </message>
    <message>
        <source>%1, %2: %3 → %4</source>
        <comment>a group of settings, a setting in it, was, is</comment>
        <translation>%1، %2: %3 ← %4</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>ولا شيء غيرها</numerusform>
            <numerusform>وإعداد واحد آخر</numerusform>
            <numerusform>وإعدادان آخران</numerusform>
            <numerusform>و%Ln إعدادات أخرى</numerusform>
            <numerusform>و%Ln إعدادًا آخر</numerusform>
            <numerusform>و%Ln إعداد آخر</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln files, %1 from the cache, %2 read, %3 failed, %4 not understood, %5 vanished</source>
        <translation>
            <numerusform>لا ملفات، من الخبيئة %1، وقُرئ %2، وفشل %3، ولم يُفهم %4، واختفى %5</numerusform>
            <numerusform>ملف واحد، من الخبيئة %1، وقُرئ %2، وفشل %3، ولم يُفهم %4، واختفى %5</numerusform>
            <numerusform>ملفان، من الخبيئة %1، وقُرئ %2، وفشل %3، ولم يُفهم %4، واختفى %5</numerusform>
            <numerusform>%Ln ملفات، من الخبيئة %1، وقُرئ %2، وفشل %3، ولم يُفهم %4، واختفى %5</numerusform>
            <numerusform>%Ln ملفًا، من الخبيئة %1، وقُرئ %2، وفشل %3، ولم يُفهم %4، واختفى %5</numerusform>
            <numerusform>%Ln ملف، من الخبيئة %1، وقُرئ %2، وفشل %3، ولم يُفهم %4، واختفى %5</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 → %2: %3; two samples reached %4</source>
        <translation>%1 ← %2: %3؛ بلغت عينتان %4</translation>
    </message>
    <message>
        <source>%1 → %2: %3; one sample above %4 is enough</source>
        <translation>%1 ← %2: %3؛ تكفي عينة واحدة فوق %4</translation>
    </message>
    <message>
        <source>%1 → %2: %3, below %4 for the whole hold</source>
        <translation>%1 ← %2: %3، دون %4 طوال مدة الإبقاء</translation>
    </message>
    <message>
        <source>%1 expected in about %2: %3, rising by %4 per minute</source>
        <translation>يُتوقّع «%1» بعد نحو %2: %3، بصعود %4 في الدقيقة</translation>
    </message>
    <message numerus="yes">
        <source>Limit cut at %1 from %2 to %3 entries: %Ln evicted (%4), RSS %5, in %6</source>
        <translation>
            <numerusform>خُفض حد المدخلات عند «%1» من %2 إلى %3: لم يُخلَ أي مدخل (%4)، وتغيّر RSS بمقدار %5، خلال %6</numerusform>
            <numerusform>خُفض حد المدخلات عند «%1» من %2 إلى %3: أُخلي مدخل واحد (%4)، وتغيّر RSS بمقدار %5، خلال %6</numerusform>
            <numerusform>خُفض حد المدخلات عند «%1» من %2 إلى %3: أُخلي مدخلان (%4)، وتغيّر RSS بمقدار %5، خلال %6</numerusform>
            <numerusform>خُفض حد المدخلات عند «%1» من %2 إلى %3: أُخليت %Ln مدخلات (%4)، وتغيّر RSS بمقدار %5، خلال %6</numerusform>
            <numerusform>خُفض حد المدخلات عند «%1» من %2 إلى %3: أُخلي %Ln مدخلًا (%4)، وتغيّر RSS بمقدار %5، خلال %6</numerusform>
            <numerusform>خُفض حد المدخلات عند «%1» من %2 إلى %3: أُخلي %Ln مدخل (%4)، وتغيّر RSS بمقدار %5، خلال %6</numerusform>
        </translation>
    </message>
    <message>
        <source>%1; %2 of it will be freed when the last reader finishes</source>
        <translation>%1؛ ويعود من المُخلى %2 حين ينتهي آخر قارئ له</translation>
    </message>
    <message>
        <source>Limit raised at %1 from %2 to %3 entries</source>
        <translation>رُفع حد المدخلات عند «%1» من %2 إلى %3</translation>
    </message>
    <message>
        <source>%1 (process %2) uses %3</source>
        <translation>%1 (العملية %2) تشغل %3</translation>
    </message>
    <message>
        <source>Effect of action %1: %2 evicted; RSS %3 at once, %4 after 250&#xa0;ms, %5 after 2&#xa0;s; memory in use %6 → %7</source>
        <translation>أثر الإجراء %1: أُخلي %2؛ وتغيّر RSS بمقدار %3 فورًا، و%4 بعد 250 ملي ث، و%5 بعد ثانيتين؛ والذاكرة المستخدمة %6 ← %7</translation>
    </message>
    <message>
        <source>%1 returned soon after it ended; it is now held for %2</source>
        <translation>عاد «%1» بُعيد انتهائه؛ صارت مدة إبقائه %2</translation>
    </message>
    <message>
        <source>%1 returned soon after pressure fell; the limit now waits %2 before it grows</source>
        <translation>عاد «%1» بُعيد انخفاض الضغط؛ صار الحد ينتظر %2 قبل أن ينمو</translation>
    </message>
    <message>
        <source>Eviction does not help: the system got back only %2 of %1 evicted; the limit will not grow until NORMAL</source>
        <translation>الإخلاء لا يفيد: لم يعد إلى النظام من أصل %1 مُخلاة سوى %2؛ ولن ينمو الحد قبل «طبيعي»</translation>
    </message>
    <message>
        <source>%1. Largest process: %2</source>
        <translation>%1. أكبر عملية: %2</translation>
    </message>
    <message>
        <source>The limit adapts to pressure again</source>
        <translation>عاد الحد إلى التكيّف مع الضغط</translation>
    </message>
    <message>
        <source>The limit is held at %1 of the configured limit until %2</source>
        <translation>الحد مجمَّد عند %1 من الحد المضبوط حتى %2</translation>
    </message>
    <message>
        <source>The machine was suspended for %1</source>
        <translation>كان الجهاز في وضع السكون مدة %1</translation>
    </message>
    <message>
        <source>Recording to %1 continues</source>
        <translation>استؤنف التسجيل في %1</translation>
    </message>
    <message>
        <source>Recording to %1 failed: %2. Monitoring continues.</source>
        <translation>فشل التسجيل في %1: %2. وتستمر المراقبة.</translation>
    </message>
    <message>
        <source>Disk store compacted from %1 to %2; no entry removed</source>
        <translation>قُلّص مخزن القرص من %1 إلى %2؛ ولم يُزَل أي مدخل</translation>
    </message>
    <message numerus="yes">
        <source>Disk store compacted from %1 to %2; %Ln entries removed, %3 of them expired</source>
        <translation>
            <numerusform>قُلّص مخزن القرص من %1 إلى %2؛ ولم يُزَل أي مدخل (المنتهي منها %3)</numerusform>
            <numerusform>قُلّص مخزن القرص من %1 إلى %2؛ وأُزيل مدخل واحد، والمنتهي الصلاحية %3</numerusform>
            <numerusform>قُلّص مخزن القرص من %1 إلى %2؛ وأُزيل مدخلان، والمنتهي الصلاحية منهما %3</numerusform>
            <numerusform>قُلّص مخزن القرص من %1 إلى %2؛ وأُزيلت %Ln مدخلات، والمنتهي الصلاحية منها %3</numerusform>
            <numerusform>قُلّص مخزن القرص من %1 إلى %2؛ وأُزيل %Ln مدخلًا، والمنتهي الصلاحية منها %3</numerusform>
            <numerusform>قُلّص مخزن القرص من %1 إلى %2؛ وأُزيل %Ln مدخل، والمنتهي الصلاحية منها %3</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 ends below %2 → %3</source>
        <translation>نهاية «%1» دون %2 ← %3</translation>
    </message>
    <message>
        <source>Thresholds applied; none changed</source>
        <translation>طُبّقت العتبات دون أي اختلاف</translation>
    </message>
    <message>
        <source>%1 → %2 of disk after a restart</source>
        <translation>القرص من %1 إلى %2 بعد إعادة التشغيل</translation>
    </message>
    <message>
        <source>entries expire after %1, in effect after a restart</source>
        <translation>تنتهي صلاحية المدخلات بعد %1، ويسري ذلك بعد إعادة التشغيل</translation>
    </message>
    <message>
        <source>entries never expire, in effect after a restart</source>
        <translation>لا تنتهي صلاحية المدخلات أبدًا، ويسري ذلك بعد إعادة التشغيل</translation>
    </message>
    <message>
        <source>limits and basis unchanged</source>
        <translation>الحدود والأساس دون تغيير</translation>
    </message>
    <message>
        <source>Preset %1 applied: %2</source>
        <translation>طُبّق الإعداد المسبق «%1»: %2</translation>
    </message>
    <message>
        <source>Signal lost: %1. The level stays as it is.</source>
        <translation>فُقدت الإشارة: %1. ويبقى المستوى على حاله.</translation>
    </message>
    <message>
        <source>Signal restored</source>
        <translation>عادت الإشارة</translation>
    </message>
    <message>
        <source>Some settings in %1 are invalid; their defaults apply: %2</source>
        <translation>بعض الإعدادات في %1 غير صالح؛ وتسري مكانه القيم الافتراضية: %2</translation>
    </message>
    <message>
        <source>The settings in %1 were changed by another program and are now in effect</source>
        <translation>غيّر برنامج آخر الإعدادات في %1، وهي سارية الآن</translation>
    </message>
    <message>
        <source>The settings in %1 can no longer be used; the current settings stay in effect</source>
        <translation>لم تعد الإعدادات في %1 صالحة: يستمر سريان الإعدادات الحالية</translation>
    </message>
    <message>
        <source>The settings in %1 can no longer be used; the current settings stay in effect. The file was kept as %2</source>
        <translation>لم تعد الإعدادات في %1 صالحة؛ يستمر سريان الإعدادات الحالية. وحُفظ الملف باسم %2</translation>
    </message>
    <message>
        <source>The settings in %1 cannot be used; the defaults apply</source>
        <translation>الإعدادات في %1 غير صالحة: تسري القيم الافتراضية</translation>
    </message>
    <message>
        <source>The settings in %1 cannot be used; the defaults apply. The file was kept as %2</source>
        <translation>الإعدادات في %1 غير صالحة: تسري القيم الافتراضية، وحُفظ الملف باسم %2</translation>
    </message>
    <message>
        <source>less than %1</source>
        <translation>أقل من %1</translation>
    </message>
    <message numerus="yes">
        <source>the cache was cleared: %Ln entries</source>
        <translation>
            <numerusform>أُفرغت الذاكرة المخبأة: %Ln إدخال</numerusform>
            <numerusform>أُفرغت الذاكرة المخبأة: إدخال واحد</numerusform>
            <numerusform>أُفرغت الذاكرة المخبأة: إدخالان</numerusform>
            <numerusform>أُفرغت الذاكرة المخبأة: %Ln إدخالات</numerusform>
            <numerusform>أُفرغت الذاكرة المخبأة: %Ln إدخالاً</numerusform>
            <numerusform>أُفرغت الذاكرة المخبأة: %Ln إدخال</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries stored</source>
        <translation>
            <numerusform>خُزّن %Ln إدخال</numerusform>
            <numerusform>خُزّن إدخال واحد</numerusform>
            <numerusform>خُزّن إدخالان</numerusform>
            <numerusform>خُزّنت %Ln إدخالات</numerusform>
            <numerusform>خُزّن %Ln إدخالاً</numerusform>
            <numerusform>خُزّن %Ln إدخال</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries deleted</source>
        <translation>
            <numerusform>حُذف %Ln إدخال</numerusform>
            <numerusform>حُذف إدخال واحد</numerusform>
            <numerusform>حُذف إدخالان</numerusform>
            <numerusform>حُذفت %Ln إدخالات</numerusform>
            <numerusform>حُذف %Ln إدخالاً</numerusform>
            <numerusform>حُذف %Ln إدخال</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries restored</source>
        <translation>
            <numerusform>استُعيد %Ln إدخال</numerusform>
            <numerusform>استُعيد إدخال واحد</numerusform>
            <numerusform>استُعيد إدخالان</numerusform>
            <numerusform>استُعيدت %Ln إدخالات</numerusform>
            <numerusform>استُعيد %Ln إدخالاً</numerusform>
            <numerusform>استُعيد %Ln إدخال</numerusform>
        </translation>
    </message>
    <message>
        <source>a deletion was made final</source>
        <translation>جُعل حذفٌ نهائياً</translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries pinned</source>
        <translation>
            <numerusform>ثُبّت %Ln إدخال</numerusform>
            <numerusform>ثُبّت إدخال واحد</numerusform>
            <numerusform>ثُبّت إدخالان</numerusform>
            <numerusform>ثُبّتت %Ln إدخالات</numerusform>
            <numerusform>ثُبّت %Ln إدخالاً</numerusform>
            <numerusform>ثُبّت %Ln إدخال</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries unpinned</source>
        <translation>
            <numerusform>أُلغي تثبيت %Ln إدخال</numerusform>
            <numerusform>أُلغي تثبيت إدخال واحد</numerusform>
            <numerusform>أُلغي تثبيت إدخالين</numerusform>
            <numerusform>أُلغي تثبيت %Ln إدخالات</numerusform>
            <numerusform>أُلغي تثبيت %Ln إدخالاً</numerusform>
            <numerusform>أُلغي تثبيت %Ln إدخال</numerusform>
        </translation>
    </message>
    <message>
        <source>the settings were changed</source>
        <translation>غُيّرت الإعدادات</translation>
    </message>
    <message>
        <source>preset %1 was saved</source>
        <translation>حُفظ الإعداد المسبق %1</translation>
    </message>
    <message>
        <source>preset %1 was deleted</source>
        <translation>حُذف الإعداد المسبق %1</translation>
    </message>
    <message>
        <source>a scan of %1 was started</source>
        <translation>بدأ فحص %1</translation>
    </message>
    <message>
        <source>the scan was cancelled</source>
        <translation>أُلغي الفحص</translation>
    </message>
    <message>
        <source>the limit&apos;s snooze was changed</source>
        <translation>غُيّر تأجيل الحد</translation>
    </message>
    <message>
        <source>the access tokens were replaced</source>
        <translation>استُبدلت رموز الوصول</translation>
    </message>
    <message>
        <source>Through the API (%1): %2</source>
        <comment>who did it, and what was done</comment>
        <translation>عبر واجهة البرمجة (%1): %2</translation>
    </message>
    <message>
        <source>API</source>
        <translation>واجهة البرمجة</translation>
    </message>
    <message>
        <source>%1: %2 (through the API, %3)</source>
        <comment>the time a note is about, its text, and who wrote it</comment>
        <translation>%1: %2 (عبر واجهة البرمجة، %3)</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>العمليات</translation>
    </message>
    <message>
        <source>this program</source>
        <translation>هذا البرنامج</translation>
    </message>
    <message>
        <source>%1 %2 (%3 of it in swap)</source>
        <comment>a program and its memory</comment>
        <translation>%1 %2 (منها %3 في ذاكرة التبديل)</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a program and its memory</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Most memory at that moment: %1</source>
        <translation>الأكثر استخدامًا للذاكرة في تلك اللحظة: %1</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between programs</comment>
        <translation>، </translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <comment>a level and the next one</comment>
        <translation>%1 ← %2</translation>
    </message>
    <message numerus="yes">
        <source>%1, limit cut to %Ln entries</source>
        <comment>a level</comment>
        <translation>
            <numerusform>«%1»، خُفض الحد إلى %Ln مدخل</numerusform>
            <numerusform>«%1»، خُفض الحد إلى مدخل واحد</numerusform>
            <numerusform>«%1»، خُفض الحد إلى مدخلين</numerusform>
            <numerusform>«%1»، خُفض الحد إلى %Ln مدخلات</numerusform>
            <numerusform>«%1»، خُفض الحد إلى %Ln مدخلًا</numerusform>
            <numerusform>«%1»، خُفض الحد إلى %Ln مدخل</numerusform>
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
            <numerusform>%Ln أخرى</numerusform>
            <numerusform>و%Ln آخر</numerusform>
            <numerusform>و%Ln آخران</numerusform>
            <numerusform>و%Ln أخرى</numerusform>
            <numerusform>و%Ln آخر</numerusform>
            <numerusform>و%Ln آخر</numerusform>
        </translation>
    </message>
    <message>
        <source>What if</source>
        <translation>ماذا لو</translation>
    </message>
    <message>
        <source>the whole curve was played</source>
        <comment>why a rehearsal ended</comment>
        <translation>شُغّل المنحنى كله</translation>
    </message>
    <message>
        <source>it was stopped</source>
        <comment>why a rehearsal ended</comment>
        <translation>أُوقف</translation>
    </message>
    <message>
        <source>it was stopped through the API, %1</source>
        <comment>why a rehearsal ended</comment>
        <translation>أُوقف عبر واجهة البرمجة، %1</translation>
    </message>
    <message>
        <source>the machine itself reached %1</source>
        <comment>why a rehearsal ended; a level</comment>
        <translation>بلغ الجهاز نفسه «%1»</translation>
    </message>
    <message>
        <source>the limit was set not to adapt</source>
        <comment>why a rehearsal ended</comment>
        <translation>ضُبط الحد على عدم التكيّف</translation>
    </message>
    <message>
        <source>the program ended</source>
        <comment>why a rehearsal ended</comment>
        <translation>انتهى البرنامج</translation>
    </message>
    <message>
        <source>Rehearsal on this cache began: %1</source>
        <comment>a curve and its speed</comment>
        <translation>بدأ التدريب على هذه الخبيئة: %1</translation>
    </message>
    <message>
        <source>Rehearsal on this cache began through the API (%2): %1</source>
        <comment>a curve and its speed; who did it</comment>
        <translation>بدأ التدريب على هذه الخبيئة عبر واجهة البرمجة (%2): %1</translation>
    </message>
    <message>
        <source>Rehearsal</source>
        <translation>تدريب</translation>
    </message>
    <message>
        <source>Rehearsal at %1: limit raised from %2 to %3 entries</source>
        <translation>تدريب عند «%1»: رُفع حد المدخلات من %2 إلى %3</translation>
    </message>
    <message numerus="yes">
        <source>Rehearsal at %1: limit cut from %2 to %3 entries; %Ln evicted (%4), RSS %5, in %6</source>
        <translation>
            <numerusform>تدريب عند «%1»: خُفض حد المدخلات من %2 إلى %3؛ لم يُخلَ أي مدخل (%4)، وتغيّر RSS بمقدار %5، خلال %6</numerusform>
            <numerusform>تدريب عند «%1»: خُفض حد المدخلات من %2 إلى %3؛ أُخلي مدخل واحد (%4)، وتغيّر RSS بمقدار %5، خلال %6</numerusform>
            <numerusform>تدريب عند «%1»: خُفض حد المدخلات من %2 إلى %3؛ أُخلي مدخلان (%4)، وتغيّر RSS بمقدار %5، خلال %6</numerusform>
            <numerusform>تدريب عند «%1»: خُفض حد المدخلات من %2 إلى %3؛ أُخليت %Ln مدخلات (%4)، وتغيّر RSS بمقدار %5، خلال %6</numerusform>
            <numerusform>تدريب عند «%1»: خُفض حد المدخلات من %2 إلى %3؛ أُخلي %Ln مدخلًا (%4)، وتغيّر RSS بمقدار %5، خلال %6</numerusform>
            <numerusform>تدريب عند «%1»: خُفض حد المدخلات من %2 إلى %3؛ أُخلي %Ln مدخل (%4)، وتغيّر RSS بمقدار %5، خلال %6</numerusform>
        </translation>
    </message>
    <message>
        <source>Rehearsal, effect of action %1: %2 evicted; RSS %3 at once, %4 after 250&#xa0;ms, %5 after 2&#xa0;s</source>
        <translation>تدريب، أثر الإجراء %1: أُخلي %2؛ وتغيّر RSS بمقدار %3 فورًا، و%4 بعد 250 ملي ث، و%5 بعد ثانيتين</translation>
    </message>
    <message>
        <source>a program</source>
        <comment>whose name is left out</comment>
        <translation>برنامج بلا اسم</translation>
    </message>
    <message>
        <source>Some settings in %1 are invalid; their defaults apply</source>
        <translation>بعض الإعدادات في %1 غير صالح؛ وتسري مكانه القيم الافتراضية</translation>
    </message>
    <message>
        <source>a note</source>
        <comment>whose text is left out</comment>
        <translation>ملاحظة بلا نص</translation>
    </message>
    <message>
        <source>a preset was saved</source>
        <comment>whose name is left out</comment>
        <translation>حُفظ إعداد مسبق</translation>
    </message>
    <message>
        <source>a preset was deleted</source>
        <comment>whose name is left out</comment>
        <translation>حُذف إعداد مسبق</translation>
    </message>
    <message>
        <source>Through the API: %1</source>
        <comment>what was done</comment>
        <translation>عبر واجهة البرمجة: %1</translation>
    </message>
    <message numerus="yes">
        <source>Rehearsal on this cache ended after %1, %2: its cuts evicted %Ln entries (%3); the limit is %4 again</source>
        <comment>a duration, why, a size, a number of entries</comment>
        <translation>
            <numerusform>انتهى التدريب على هذه الخبيئة بعد %1، %2: لم تُخلِ تخفيضاته أي مدخل (%3)؛ وعاد الحد إلى %4</numerusform>
            <numerusform>انتهى التدريب على هذه الخبيئة بعد %1، %2: أخلت تخفيضاته مدخلًا واحدًا (%3)؛ وعاد الحد إلى %4</numerusform>
            <numerusform>انتهى التدريب على هذه الخبيئة بعد %1، %2: أخلت تخفيضاته مدخلين (%3)؛ وعاد الحد إلى %4</numerusform>
            <numerusform>انتهى التدريب على هذه الخبيئة بعد %1، %2: أخلت تخفيضاته %Ln مدخلات (%3)؛ وعاد الحد إلى %4</numerusform>
            <numerusform>انتهى التدريب على هذه الخبيئة بعد %1، %2: أخلت تخفيضاته %Ln مدخلًا (%3)؛ وعاد الحد إلى %4</numerusform>
            <numerusform>انتهى التدريب على هذه الخبيئة بعد %1، %2: أخلت تخفيضاته %Ln مدخل (%3)؛ وعاد الحد إلى %4</numerusform>
        </translation>
    </message>
    <message>
        <source>%1; of those not understood %2 empty; %3 of unknown type</source>
        <translation>%1؛ ومما لم يُفهم %2 فارغ؛ و%3 من نوع غير معروف</translation>
    </message>
</context>
<context>
    <name>Evidence</name>
    <message>
        <source>Requests that would find their entry in memory if the cache always had the limit of %1: %2 (standard error %3). With the configured limit: %4. Estimated from %5 requests since %6.</source>
        <translation>الطلبات التي كانت ستجد مدخلها في الذاكرة لو كان للخبيئة دائمًا حد %1: %2 (الخطأ المعياري %3). ومع الحد المضبوط: %4. التقدير من %5 من الطلبات منذ %6.</translation>
    </message>
    <message>
        <source>Hits are not estimated: the estimate for the limits that applied, %1, is off the measured %2 by more than 3 points.</source>
        <translation>لم تُقدَّر الإصابات: التقدير للحدود التي كانت سارية، %1، يبعد عن المقيس %2 بأكثر من 3 نقاط.</translation>
    </message>
    <message>
        <source>Beside that it costs %1 of reading files an hour.</source>
        <translation>وفوق ذلك يكلّف %1 من قراءة الملفات في الساعة.</translation>
    </message>
    <message>
        <source>%1 %2 → %3</source>
        <comment>a figure, before and after</comment>
        <translation>%1 %2 ← %3</translation>
    </message>
    <message>
        <source>%1 entered</source>
        <comment>a level; how often</comment>
        <translation>دخول «%1»</translation>
    </message>
    <message>
        <source>time in %1 or above</source>
        <translation>الوقت في «%1» أو أعلى</translation>
    </message>
    <message>
        <source>stays under 30 s</source>
        <translation>مكوث دون 30 ث</translation>
    </message>
    <message>
        <source>cuts of the cache</source>
        <translation>مرات خفض الخبيئة</translation>
    </message>
    <message>
        <source>incidents warned of</source>
        <translation>حوادث سبقها إنذار</translation>
    </message>
    <message>
        <source>hits in memory</source>
        <translation>إصابات الذاكرة</translation>
    </message>
    <message>
        <source>With these thresholds the last %1 would have been the same.</source>
        <comment>a length of time</comment>
        <translation>بهذه العتبات كان آخر %1 سيبقى كما هو.</translation>
    </message>
    <message>
        <source>With these thresholds the last %1 would have differed: %2</source>
        <comment>a length of time</comment>
        <translation>بهذه العتبات كان آخر %1 سيختلف: %2</translation>
    </message>
    <message>
        <source>Hits are not estimated yet: no program has asked the cache since the start.</source>
        <translation>لم تُقدَّر الإصابات بعد: لم يسأل أي برنامج الخبيئة منذ البدء.</translation>
    </message>
    <message>
        <source>Hits are not estimated yet: the figures began again at %1, as they do at a start and when the configured limit changes, and the next %2 requests are not counted.</source>
        <comment>a time, a number</comment>
        <translation>لم تُقدَّر الإصابات بعد: بدأت الأرقام من جديد في %1، كما يحدث عند البدء وعند تغيّر الحد المضبوط، ولا تُحسب الطلبات الـ%2 التالية.</translation>
    </message>
    <message>
        <source>Hits are not estimated yet: %1 of the %2 sampled requests that this needs, counted since %3.</source>
        <translation>لم تُقدَّر الإصابات بعد: %1 من %2 من طلبات العيّنة اللازمة لذلك، محسوبةً منذ %3.</translation>
    </message>
    <message>
        <source>Time in %1 or above</source>
        <translation>الوقت في «%1» أو أعلى</translation>
    </message>
    <message>
        <source>Stays under 30 s</source>
        <translation>مكوث دون 30 ث</translation>
    </message>
    <message>
        <source>Cuts of the cache</source>
        <translation>مرات خفض الخبيئة</translation>
    </message>
    <message>
        <source>Incidents warned of</source>
        <translation>حوادث سبقها إنذار</translation>
    </message>
    <message>
        <source>Hits in memory</source>
        <translation>إصابات الذاكرة</translation>
    </message>
    <message>
        <source>There is no answer: %1</source>
        <translation>لا جواب: %1</translation>
    </message>
    <message>
        <source>%1 instead of %2 with the former settings.</source>
        <comment>levels</comment>
        <translation>%1 بدلاً من %2 مع الإعدادات السابقة.</translation>
    </message>
    <message>
        <source>%1 instead of %2 with the former settings; cuts of the cache: %3 instead of %4.</source>
        <translation>%1 بدلاً من %2 مع الإعدادات السابقة؛ مرات خفض الخبيئة: %3 بدلاً من %4.</translation>
    </message>
    <message>
        <source>Cuts of the cache: %1 instead of %2 with the former settings.</source>
        <translation>مرات خفض الخبيئة: %1 بدلاً من %2 مع الإعدادات السابقة.</translation>
    </message>
    <message>
        <source>The same so far with the former settings.</source>
        <translation>النتيجة نفسها حتى الآن مع الإعدادات السابقة.</translation>
    </message>
    <message>
        <source>The same now with the former settings; the level differed for a time.</source>
        <translation>النتيجة نفسها الآن مع الإعدادات السابقة، وقد اختلف المستوى لبعض الوقت.</translation>
    </message>
</context>
<context>
    <name>ExiftoolAnswer</name>
    <message>
        <source>exiftool answer</source>
        <comment>a kind of cache entry</comment>
        <translation>إجابة exiftool</translation>
    </message>
    <message>
        <source>Error output:</source>
        <translation>خرج الأخطاء:</translation>
    </message>
</context>
<context>
    <name>FieldHelp</name>
    <message>
        <source>Unit: %1.</source>
        <translation>الوحدة: %1.</translation>
    </message>
    <message>
        <source>Default: %1.</source>
        <translation>الافتراضي: %1.</translation>
    </message>
</context>
<context>
    <name>Forecasts</name>
    <message>
        <source>It typically began within %1 of the forecast time.</source>
        <comment>a level, a duration</comment>
        <translation>بدأ غالبًا ضمن %1 من الوقت المتوقّع.</translation>
    </message>
    <message>
        <source>It typically began more than %1 earlier than forecast.</source>
        <comment>a level</comment>
        <translation>بدأ غالبًا أبكر من المتوقّع بأكثر من %1.</translation>
    </message>
    <message>
        <source>It typically began more than %1 later than forecast.</source>
        <comment>a level</comment>
        <translation>بدأ غالبًا بعد المتوقّع بأكثر من %1.</translation>
    </message>
    <message>
        <source>It typically began %1 to %2 earlier than forecast.</source>
        <comment>a level</comment>
        <translation>بدأ غالبًا أبكر من المتوقّع بما بين %1 و%2.</translation>
    </message>
    <message>
        <source>It typically began %1 to %2 later than forecast.</source>
        <comment>a level</comment>
        <translation>بدأ غالبًا بعد المتوقّع بما بين %1 و%2.</translation>
    </message>
    <message numerus="yes">
        <source>Of %Ln forecasts of %1, %2 came true.</source>
        <comment>%1 is a level, %2 a number</comment>
        <translation>
            <numerusform>صحّ %2 من %Ln توقّع للمستوى «%1».</numerusform>
            <numerusform>صحّ %2 من توقّع واحد للمستوى «%1».</numerusform>
            <numerusform>صحّ %2 من توقّعين للمستوى «%1».</numerusform>
            <numerusform>صحّ %2 من %Ln توقعات للمستوى «%1».</numerusform>
            <numerusform>صحّ %2 من %Ln توقّعًا للمستوى «%1».</numerusform>
            <numerusform>صحّ %2 من %Ln توقّع للمستوى «%1».</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 began %Ln times without a forecast.</source>
        <comment>a level</comment>
        <translation>
            <numerusform>لم يبدأ «%1» دون توقّع قط.</numerusform>
            <numerusform>بدأ «%1» مرة واحدة دون توقّع.</numerusform>
            <numerusform>بدأ «%1» مرتين دون توقّع.</numerusform>
            <numerusform>بدأ «%1» %Ln مرات دون توقّع.</numerusform>
            <numerusform>بدأ «%1» %Ln مرة دون توقّع.</numerusform>
            <numerusform>بدأ «%1» %Ln مرة دون توقّع.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>اختصارات لوحة المفاتيح</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>المفاتيح</translation>
    </message>
    <message>
        <source>Up, Down</source>
        <translation>Up أو Down</translation>
    </message>
    <message>
        <source>Move the selected handle by 0.1 points</source>
        <translation>حرّك المقبض المحدد بمقدار 0.1 نقطة</translation>
    </message>
    <message>
        <source>Page Up, Page Down</source>
        <translation>Page Up أو Page Down</translation>
    </message>
    <message>
        <source>Move the selected handle by 1 point</source>
        <translation>حرّك المقبض المحدد بمقدار نقطة واحدة</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Type the selected handle&apos;s value</source>
        <translation>اكتب قيمة المقبض المحدد</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Buttons</source>
        <translation>الأزرار</translation>
    </message>
    <message>
        <source>About Manometer</source>
        <translation>عن Manometer</translation>
    </message>
    <message>
        <source>Manometer %1</source>
        <translation>Manometer %1</translation>
    </message>
    <message>
        <source>Left, Right</source>
        <translation>Left أو Right</translation>
    </message>
    <message>
        <source>Home, End</source>
        <translation>Home أو End</translation>
    </message>
    <message>
        <source>Ctrl+C</source>
        <translation>Ctrl+C</translation>
    </message>
    <message>
        <source>Copy the selected rows of a table</source>
        <translation>انسخ صفوف الجدول المحددة</translation>
    </message>
    <message>
        <source>Drag in the chart</source>
        <translation>السحب في الرسم البياني</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>عجلة الفأرة</translation>
    </message>
    <message>
        <source>Zoom around the pointer; with Shift, move through time</source>
        <translation>كبّر أو صغّر حول المؤشر، ومع Shift تحرّك عبر الزمن</translation>
    </message>
    <message>
        <source>Shift and drag</source>
        <translation>السحب مع Shift</translation>
    </message>
    <message>
        <source>Move through time</source>
        <translation>تحرّك عبر الزمن</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>المساعدة</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>المواضيع</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>الرسم البياني</translation>
    </message>
    <message>
        <source>Thresholds</source>
        <translation>العتبات</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>الأحداث</translation>
    </message>
    <message>
        <source>Cache entries</source>
        <translation>مدخلات الخبيئة</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>المصادر</translation>
    </message>
    <message>
        <source>Scan</source>
        <translation>الفحص</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>نظرة عامة</translation>
    </message>
    <message>
        <source>Shift+F1</source>
        <translation>Shift+F1</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>وظيفتها</translation>
    </message>
    <message>
        <source>Explain the focused field</source>
        <translation>اشرح الحقل الذي عليه التركيز</translation>
    </message>
    <message>
        <source>Move the crosshair; with Ctrl, ten times as far</source>
        <translation>حرّك خط القراءة، ومع Ctrl عشرة أضعاف المسافة</translation>
    </message>
    <message>
        <source>Move the crosshair to the first or last visible time</source>
        <translation>حرّك خط القراءة إلى أول لحظة معروضة أو آخرها</translation>
    </message>
    <message>
        <source>Zoom into a period; double-click to go back</source>
        <translation>كبّر مدة من الزمن، والنقر المزدوج يعيد العرض السابق</translation>
    </message>
    <message>
        <source>Monitors the memory pressure of this machine and keeps a cache of file metadata that shrinks when memory runs short.

Free software under the GNU General Public License, version 3 or later. Built with Qt %1.</source>
        <translation>يراقب ضغط الذاكرة على هذا الجهاز، ويحتفظ بخبيئة لبيانات الملفات الوصفية تتقلّص عند شحّ الذاكرة.

برنامج حر وفق رخصة GNU General Public License، الإصدار 3 أو ما بعده. بُني باستعمال Qt %1.</translation>
    </message>
    <message>
        <source>The blue line is the share of memory in use. The purple line is the memory of this program. Below them are the applied level, the cache size and an overview of the whole recording.</source>
        <translation>الخط الأزرق نسبة الذاكرة المستخدمة. والخط البنفسجي ذاكرة هذا البرنامج. وتحتهما المستوى الساري وحجم الخبيئة ونظرة عامة على التسجيل كله.</translation>
    </message>
    <message>
        <source>Drag across a period to zoom into it, turn the wheel to zoom, double-click to go back. Space pauses the display; recording continues. L returns to live data.</source>
        <translation>اسحب عبر مدة من الزمن لتكبيرها، وأدر عجلة الفأرة لتغيير التكبير، وانقر نقرًا مزدوجًا للعودة. المفتاح Space يوقف العرض مؤقتًا ويستمر التسجيل. والمفتاح L يعود إلى البيانات المباشرة.</translation>
    </message>
    <message>
        <source>The arrow keys move a crosshair that shows the value of every line at that time. N and P move to the next and previous event. M adds a note at the crosshair.</source>
        <translation>تحرّك مفاتيح الأسهم خط القراءة الذي يبيّن قيمة كل خط في تلك اللحظة. وينتقل المفتاح N إلى الحدث التالي والمفتاح P إلى السابق. ويضيف المفتاح M ملاحظة عند خط القراءة.</translation>
    </message>
    <message>
        <source>A gap means that nothing was measured: the machine was suspended, the program was not running, or the signal was lost.</source>
        <translation>الفجوة تعني أنه لم يُقَس شيء: كان الجهاز في وضع السكون، أو لم يكن البرنامج يعمل، أو فُقدت الإشارة.</translation>
    </message>
    <message>
        <source>A level begins when two samples in a row reach its value; for CRITICAL, one sample is enough. It ends when memory use has stayed below the second value for the hold time. Levels fall one at a time.</source>
        <translation>يبدأ المستوى حين تبلغ عينتان متتاليتان قيمته، وتكفي للمستوى «حرج» عينة واحدة. وينتهي حين يبقى استخدام الذاكرة دون القيمة الثانية طوال مدة الإبقاء. وتنخفض المستويات درجةً درجة.</translation>
    </message>
    <message>
        <source>A value that conflicts with the others is rejected, and the page says why.</source>
        <translation>القيمة التي تتعارض مع سائر القيم تُرفض، وتبيّن الصفحة السبب.</translation>
    </message>
    <message>
        <source>Every change of the level, the cache limit and the settings, with the figures behind it.</source>
        <translation>كل تغيّر في المستوى وفي حد الخبيئة وفي الإعدادات، مع الأرقام التي بُني عليها.</translation>
    </message>
    <message>
        <source>Two seconds after each cut, an event says how much was evicted and how much of it the system got back.</source>
        <translation>بعد كل خفض بثانيتين يبيّن حدثٌ مقدارَ ما أُخلي وما استعاده النظام منه.</translation>
    </message>
    <message>
        <source>Filter by text, kind and level, or show only events in the visible time range. Selecting an event also selects its mark in the chart. Enter moves the chart to its time.</source>
        <translation>رشّح بالنص والنوع والمستوى، أو اعرض أحداث النطاق الزمني المعروض فقط. تحديد الحدث يحدد علامته في الرسم البياني أيضًا. ومفتاح Enter ينقل الرسم البياني إلى وقته.</translation>
    </message>
    <message>
        <source>An entry is the metadata of one file, in memory, on disk or both. Filter by part of the path and by terms such as size&gt;64k, hits&lt;2, age&gt;2h, tier:disk or pinned:yes.</source>
        <translation>المدخل هو البيانات الوصفية لملف واحد، في الذاكرة أو على القرص أو في كليهما. رشّح بجزء من المسار وبتعابير مثل size&gt;64k أو hits&lt;2 أو age&gt;2h أو tier:disk أو pinned:yes.</translation>
    </message>
    <message>
        <source>Pinned entries are not evicted as long as they take no more than half of the limit. Deleting removes the cached metadata, never the file. You can undo it for 30 seconds.</source>
        <translation>لا تُخلى المدخلات المثبّتة ما دامت لا تزيد على نصف الحد. والحذف يزيل البيانات الوصفية المخبّأة ولا يمس الملف أبدًا. ويمكنك التراجع عنه خلال 30 ثانية.</translation>
    </message>
    <message>
        <source>While &apos;Read-only&apos; in the &apos;Cache&apos; menu is checked, entries cannot be changed.</source>
        <translation>ما دام «للقراءة فقط» مؤشَّرًا في قائمة «الخبيئة»، لا يمكن تغيير المدخلات.</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>العمليات</translation>
    </message>
    <message>
        <source>The processes that use most memory, largest first. &apos;Resident&apos; includes shared pages in full. &apos;Own share&apos; (PSS) divides them among the processes that share them.</source>
        <translation>العمليات الأكثر استخدامًا للذاكرة، الأكبر أولًا. يشمل عمود «المقيمة» الصفحات المشتركة كاملة. ويقسمها عمود «الحصة الخاصة» (PSS) على العمليات المشتركة فيها.</translation>
    </message>
    <message>
        <source>The line above the table says how much memory the cache uses, and so how much evicting it could free.</source>
        <translation>يبيّن السطر الذي فوق الجدول ما تستخدمه الخبيئة من الذاكرة، أي ما يمكن أن يُفرغه إخلاؤها.</translation>
    </message>
    <message>
        <source>Which signals of memory pressure work on this machine, how quickly each one responds, and why others do not work.</source>
        <translation>أيّ إشارات ضغط الذاكرة تعمل على هذا الجهاز، وما سرعة استجابة كل منها، ولماذا لا تعمل غيرها.</translation>
    </message>
    <message>
        <source>If the kernel does not measure stalls (PSI), the level depends only on the share of memory in use.</source>
        <translation>إذا لم تقس النواة التوقفات (PSI)، اعتمد المستوى على نسبة الذاكرة المستخدمة وحدها.</translation>
    </message>
    <message>
        <source>&apos;Add folder&apos; reads the metadata of all files below a folder into the cache. A file that is already cached and unchanged is not read again.</source>
        <translation>يقرأ «أضف مجلدًا» البيانات الوصفية لكل الملفات داخل مجلد ويضعها في الخبيئة. ولا يُقرأ مجددًا ملف موجود فيها لم يتغيّر.</translation>
    </message>
    <message>
        <source>A separate process reads the files, with a time limit for each. If it hangs or crashes on a file, only that file fails, and it is listed with the reason.</source>
        <translation>تقرأ الملفاتِ عمليةٌ منفصلة، ولكل ملف مهلة. فإن علّقت أو تعطّلت عند ملف، فشل ذلك الملف وحده وأُدرج مع السبب.</translation>
    </message>
    <message>
        <source>A preset is a complete set of thresholds, limits and control loop values. A star beside its name means that the settings in effect differ from it.</source>
        <translation>الإعداد المسبق مجموعة كاملة من العتبات والحدود وقيم حلقة التحكم. والنجمة بجوار اسمه تعني أن الإعدادات السارية تختلف عنه.</translation>
    </message>
    <message>
        <source>The basis is the memory that decides the level: the machine&apos;s, the control group&apos;s, or whichever is fuller.</source>
        <translation>الأساس هو الذاكرة التي تحدد المستوى: ذاكرة الجهاز، أو ذاكرة مجموعة التحكم، أو الأكثر امتلاءً منهما.</translation>
    </message>
    <message>
        <source>The &apos;Settings&apos; dialog (Ctrl+,) sets how much the cache may use, when entries expire, and the values of the control loop. The help of each field gives its default.</source>
        <translation>يضبط مربع حوار «الإعدادات» (Ctrl+,‎) مقدار ما يجوز للخبيئة استخدامه، ومتى تنتهي صلاحية المدخلات، وقيم حلقة التحكم. وتذكر مساعدة كل حقل قيمته الافتراضية.</translation>
    </message>
    <message>
        <source>Manometer monitors the memory pressure of this machine. Its cache of file metadata shrinks when memory runs short and grows back afterwards.</source>
        <translation>يراقب Manometer ضغط الذاكرة على هذا الجهاز. وتتقلّص خبيئة البيانات الوصفية للملفات عند شحّ الذاكرة ثم تنمو من جديد.</translation>
    </message>
    <message>
        <source>The top of the window shows the level that applies, the reason, and where the next level begins. Next to it are the cache limit and what will change it next.</source>
        <translation>يبيّن أعلى النافذة المستوى الساري وسببه وأين يبدأ المستوى التالي. وبجواره حد الخبيئة وما سيغيّره بعد ذلك.</translation>
    </message>
    <message>
        <source>There are four levels: NORMAL, ELEVATED, HIGH and CRITICAL. The cache may keep 100 %, 75 % and 50 % of its limit, and at most 50 entries at CRITICAL. The limit grows back in steps once the level has fallen.</source>
        <translation>المستويات أربعة: «طبيعي» و«مرتفع» و«شديد» و«حرج». ويجوز للخبيئة أن تحتفظ على الترتيب بنسبة 100 ٪ و75 ٪ و50 ٪ من حدها، وبما لا يزيد على 50 مدخلًا في «حرج». وينمو الحد من جديد على خطوات متى انخفض المستوى.</translation>
    </message>
    <message>
        <source>&apos;Programs&apos; (Ctrl+5) lists the programs that get the answers of exiftool from this cache, and how much time that saved.</source>
        <translation>يعرض «البرامج» (Ctrl+5) البرامج التي تحصل على إجابات exiftool من هذه الخبيئة والوقت الذي وفّره ذلك.</translation>
    </message>
    <message>
        <source>The largest processes are recorded when the level changes or the cache&apos;s limit is cut. Choose such a moment above the table, or press Enter on its event.</source>
        <translation>تُسجَّل أكبر العمليات حين يتغيّر المستوى أو يُخفض حد الخبيئة. اختر لحظة منها فوق الجدول، أو اضغط مفتاح الإدخال على حدثها.</translation>
    </message>
    <message>
        <source>By program or by control group, such as a service or a user&apos;s session, their own shares and swap are added up.</source>
        <translation>عند الجمع حسب البرنامج أو حسب مجموعة التحكم، مثل خدمة أو جلسة مستخدم، تُجمع الحصص الخاصة وذاكرة التبديل.</translation>
    </message>
    <message>
        <source>&apos;Composition of memory&apos; in the &apos;View&apos; menu (C) shows below the line what the memory is used for: what is in use, and the buffers and the cache of the kernel, most of which it can give back. Two lanes show how much of the swap is used, and for how much of the time programs waited for memory (PSI).</source>
        <translation>يعرض «مكونات الذاكرة» في قائمة «عرض» (C) تحت الخط فيم تُستخدم الذاكرة: المستخدمة، والمخازن المؤقتة وخبيئة النواة التي يمكنها إعادة معظمها. ويبيّن شريطان مقدار المستخدم من ذاكرة التبديل، ونسبة الوقت الذي انتظرت فيه البرامج الذاكرة (PSI).</translation>
    </message>
    <message>
        <source>Cancel a drag, hide the crosshair, deselect a handle; then discard the draft</source>
        <translation>ألغِ السحب، أو أخفِ خط القراءة، أو ألغِ تحديد المقبض؛ ثم تجاهل المسودة</translation>
    </message>
    <message>
        <source>&apos;Folders&apos; (Ctrl+6) shows how many entries each folder has and how much memory and disk they take. Enter lists the entries of a folder.</source>
        <translation>يعرض «المجلدات» (Ctrl+6) عدد مدخلات كل مجلد وما تشغله في الذاكرة وعلى القرص. ويسرد المفتاح Enter مدخلات المجلد.</translation>
    </message>
    <message>
        <source>&apos;Eviction target&apos; is for information: to what memory use would have to fall at a level. It is a percentage of memory, not of the cache, and the cache&apos;s limit does not depend on it. The status (&apos;Copy status as JSON&apos;, manometerctl, /metrics) has how much memory would have to become free for it. You can leave the default.</source>
        <translation>«هدف الإخلاء» للعلم: ما ينبغي أن ينخفض إليه استخدام الذاكرة عند مستوى ما. وهو نسبة من الذاكرة لا من الخبيئة، ولا يتوقف عليه حدّ الخبيئة. وتبيّن الحالة («نسخ الحالة بصيغة JSON» وmanometerctl و/metrics) مقدار الذاكرة التي ينبغي أن تتحرر لأجله. ويمكنك ترك القيمة الافتراضية.</translation>
    </message>
    <message>
        <source>&apos;Cache keeps&apos; is the most entries the cache may keep in memory at a level. An empty cache has the same limit. If it is too small for your work, raise the cache&apos;s limit in the &apos;Settings&apos; dialog (Ctrl+,).</source>
        <translation>«ما تُبقيه الخبيئة» هو أقصى عدد من المدخلات يجوز للخبيئة إبقاؤه في الذاكرة عند مستوى ما. وللخبيئة الفارغة الحد نفسه. إن كان أصغر مما يحتاجه عملك فارفع حد الخبيئة في مربع «الإعدادات» (Ctrl+,).</translation>
    </message>
    <message>
        <source>&apos;Hits in memory&apos; is an estimate: the share of requests that would find their entry in memory if the cache always had the limit of that level. If a level would cost many hits, let it begin later, or raise the cache&apos;s limit. The row is missing until there are enough requests for an estimate.</source>
        <translation>«إصابات الذاكرة» تقدير: نسبة الطلبات التي كانت ستجد مدخلها في الذاكرة لو كان للخبيئة دائمًا حد ذلك المستوى. إن كان مستوى ما سيكلّف إصابات كثيرة فاجعله يبدأ لاحقًا، أو ارفع حد الخبيئة. ويغيب السطر إلى أن تتوفر طلبات تكفي للتقدير.</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>ماذا لو</translation>
    </message>
    <message>
        <source>The recorded memory use of the last day is replayed with the thresholds that were in effect and with the draft: how often each level begins, how long it lasts, and what that does to the cache. The table follows a handle while you drag it.</source>
        <translation>يُعاد تشغيل استخدام الذاكرة المسجَّل لليوم الأخير بالعتبات التي كانت سارية وبالمسودة: كم مرة يبدأ كل مستوى، وكم يدوم، وما أثر ذلك في الخبيئة. يتبع الجدول المقبض أثناء سحبه.</translation>
    </message>
    <message>
        <source>Below the chart a second ribbon shows the levels of the draft. Where they differ from those in effect it is hatched; a click there zooms to the difference.</source>
        <translation>تحت الرسم البياني شريط ثانٍ يعرض مستويات المسودة. وحيث تختلف عن السارية يكون مخطَّطًا، والنقر هناك يكبّر موضع الاختلاف.</translation>
    </message>
    <message>
        <source>The replay assumes that the machine&apos;s pressure would have been the same: it does not know what a larger or smaller cache would have changed for other programs.</source>
        <translation>تفترض إعادة التشغيل أن ضغط الجهاز كان سيبقى نفسه: فهي لا تعلم ما كانت خبيئة أكبر أو أصغر ستغيّره للبرامج الأخرى.</translation>
    </message>
    <message>
        <source>Mark notes about bad moments as incidents (M): the table then says which thresholds would have warned of them, and &apos;Suggest&apos; searches thresholds that do.</source>
        <translation>علّم الملاحظات عن اللحظات السيئة كحوادث (M): عندئذ يقول الجدول أي العتبات كانت ستنذر بها، ويبحث «اقترح» عن عتبات تفعل ذلك.</translation>
    </message>
    <message>
        <source>The curve shows which share of the requests misses at the cache limit of each level, estimated from a sample of the requests.</source>
        <translation>يعرض المنحنى نسبة الطلبات التي تخطئ عند حد الخبيئة لكل مستوى، مقدَّرةً من عيّنة من الطلبات.</translation>
    </message>
    <message>
        <source>Drag a handle in the chart or type a value. A draft is not in effect until you apply it (Ctrl+Enter). You can undo this for one minute. Its note in the chart counts how often memory use in view crossed the value; &apos;What if&apos; counts how often the level is entered, with its hold time.</source>
        <translation>اسحب مقبضًا في الرسم البياني أو اكتب قيمة. لا تسري المسودة حتى تطبّقها (Ctrl+Enter). ويمكنك التراجع عن ذلك خلال دقيقة. وتعدّ ملاحظتها في الرسم البياني مرات عبور استخدام الذاكرة المعروض للقيمة، أما «ماذا لو» فتعدّ مرات دخول المستوى بمدة إبقائه.</translation>
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
        <translation>الساري</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>الخبيئة</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>الأحداث</translation>
    </message>
    <message>
        <source>RSS</source>
        <comment>this program&apos;s resident memory</comment>
        <translation>RSS</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>المسودة</translation>
    </message>
</context>
<context>
    <name>Levels</name>
    <message>
        <source>NORMAL</source>
        <translation>طبيعي</translation>
    </message>
    <message>
        <source>ELEVATED</source>
        <translation>مرتفع</translation>
    </message>
    <message>
        <source>HIGH</source>
        <translation>شديد</translation>
    </message>
    <message>
        <source>CRITICAL</source>
        <translation>حرج</translation>
    </message>
    <message>
        <source>tasks wait for memory</source>
        <translation>مهام تنتظر الذاكرة</translation>
    </message>
    <message>
        <source>the service manager reports memory pressure</source>
        <translation>مدير الخدمات يبلّغ عن ضغط الذاكرة</translation>
    </message>
    <message>
        <source>the kernel ran out of memory</source>
        <translation>نفدت الذاكرة لدى النواة</translation>
    </message>
    <message>
        <source>%1 of memory in use</source>
        <translation>الذاكرة المستخدمة %1</translation>
    </message>
    <message>
        <source>%1 of the control group&apos;s memory in use</source>
        <translation>ذاكرة مجموعة التحكم المستخدمة %1</translation>
    </message>
    <message>
        <source>tasks of the control group wait for memory</source>
        <translation>مهام من مجموعة التحكم تنتظر الذاكرة</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>تعذّرت كتابة %1: %2</translation>
    </message>
    <message>
        <source>Rehearsal</source>
        <comment>title of the window that shows a pretended machine</comment>
        <translation>تدريب</translation>
    </message>
    <message>
        <source>Manometer is already running; its window was raised. The other options were ignored. Close it first, or choose another cache folder with --cache-dir.</source>
        <translation>يعمل Manometer بالفعل، وقد أُظهرت نافذته. وتُجوهلت الخيارات الأخرى. أغلقه أولًا، أو استعمل الخيار --cache-dir لاختيار مجلد آخر للخبيئة.</translation>
    </message>
    <message>
        <source>The scan of %1 did not finish: %2 of its files were examined.</source>
        <translation>لم يكتمل فحص %1: عدد ما فُحص من ملفاته %2.</translation>
    </message>
    <message>
        <source>--screenshot: the picture format of %1 is not supported. Use a name that ends in .png.</source>
        <translation>الخيار --screenshot: صيغة الصورة %1 غير مدعومة. استعمل اسمًا ينتهي بالامتداد .png.</translation>
    </message>
    <message>
        <source>No display is available for the window. Without a display, start with QT_QPA_PLATFORM=offscreen manometer …</source>
        <translation>لا تتوفر شاشة لعرض النافذة. من دون شاشة ابدأ هكذا: QT_QPA_PLATFORM=offscreen manometer …</translation>
    </message>
    <message>
        <source>manometerd is using this cache, so that the limits and ports are its own. Stop it first, or leave these options out.</source>
        <translation>يستخدم manometerd هذه الذاكرة المخبأة، فالحدود والمنافذ خاصة به. أوقفه أولاً أو احذف هذه الخيارات.</translation>
    </message>
    <message>
        <source>--connect: %1</source>
        <translation>--connect: %1</translation>
    </message>
    <message>
        <source>%1 is not connected: %2</source>
        <translation>%1 غير متصل: %2</translation>
    </message>
    <message>
        <source>Manometer is already running; its window was raised.</source>
        <translation>يعمل Manometer بالفعل، وقد أُظهرت نافذته.</translation>
    </message>
    <message>
        <source>Manometer is already running.</source>
        <translation>يعمل Manometer بالفعل.</translation>
    </message>
    <message>
        <source>The window is shown because this desktop has no tray.</source>
        <translation>تظهر النافذة لأن سطح المكتب هذا لا يحتوي على علبة نظام.</translation>
    </message>
    <message>
        <source>It is larger than any recording.</source>
        <translation>وهو أكبر من أي تسجيل.</translation>
    </message>
    <message>
        <source>It is not a recording of Manometer.</source>
        <translation>وهو ليس تسجيلًا لـ Manometer.</translation>
    </message>
    <message>
        <source>It was made by a later version of Manometer (format %1, this version reads format %2). Install that version to see it.</source>
        <translation>أنشأه إصدار أحدث من Manometer (الصيغة %1، وهذا الإصدار يقرأ الصيغة %2). ثبّت ذلك الإصدار لرؤيته.</translation>
    </message>
    <message>
        <source>It is damaged: %1. Ask for the file again.</source>
        <translation>وهو تالف: %1. اطلب الملف مرة أخرى.</translation>
    </message>
    <message>
        <source>%1 cannot be shown. %2</source>
        <translation>لا يمكن عرض %1. %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s) of a later version of Manometer are not shown.</source>
        <translation>
            <numerusform>لا يُعرض %Ln حدث من إصدار أحدث من Manometer.</numerusform>
            <numerusform>لا يُعرض حدث واحد من إصدار أحدث من Manometer.</numerusform>
            <numerusform>لا يُعرض حدثان من إصدار أحدث من Manometer.</numerusform>
            <numerusform>لا تُعرض %Ln أحداث من إصدار أحدث من Manometer.</numerusform>
            <numerusform>لا يُعرض %Ln حدثًا من إصدار أحدث من Manometer.</numerusform>
            <numerusform>لا يُعرض %Ln حدث من إصدار أحدث من Manometer.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Numbers</name>
    <message>
        <source>%1&#xa0;%</source>
        <translation>%1&#xa0;٪</translation>
    </message>
    <message>
        <source>%1&#xa0;points</source>
        <translation>%1&#xa0;نقطة</translation>
    </message>
    <message>
        <source>%1 d %2</source>
        <translation>%1 ي %2</translation>
    </message>
    <message>
        <source>%1&#xa0;ms</source>
        <translation>%1&#xa0;ملي&#xa0;ث</translation>
    </message>
    <message>
        <source>%1&#xa0;s</source>
        <translation>%1&#xa0;ث</translation>
    </message>
    <message>
        <source>%1&#xa0;min</source>
        <translation>%1&#xa0;د</translation>
    </message>
    <message>
        <source>%1&#xa0;min %2&#xa0;s</source>
        <translation>%1&#xa0;د %2&#xa0;ث</translation>
    </message>
    <message>
        <source>%1&#xa0;h</source>
        <translation>%1&#xa0;س</translation>
    </message>
    <message>
        <source>%1&#xa0;h %2&#xa0;min</source>
        <translation>%1&#xa0;س %2&#xa0;د</translation>
    </message>
    <message>
        <source>%1&#xa0;d</source>
        <translation>%1&#xa0;ي</translation>
    </message>
    <message>
        <source>%1&#xa0;d %2&#xa0;h</source>
        <translation>%1&#xa0;ي %2&#xa0;س</translation>
    </message>
</context>
<context>
    <name>OverviewItem</name>
    <message>
        <source>All</source>
        <translation>الكل</translation>
    </message>
</context>
<context>
    <name>Paths</name>
    <message>
        <source>a folder</source>
        <comment>whose name is left out</comment>
        <translation>مجلد بلا اسم</translation>
    </message>
    <message>
        <source>a file</source>
        <comment>whose name is left out</comment>
        <translation>ملف بلا اسم</translation>
    </message>
</context>
<context>
    <name>Picture</name>
    <message>
        <source>the picture format &apos;%1&apos; is not supported; use .png</source>
        <translation>صيغة الصورة «%1» غير مدعومة؛ استعمل .png</translation>
    </message>
</context>
<context>
    <name>PlotItem</name>
    <message>
        <source>no signal</source>
        <translation>لا إشارة</translation>
    </message>
    <message>
        <source>not running</source>
        <comment>this program, in a time range of the chart</comment>
        <translation>البرنامج متوقف</translation>
    </message>
    <message>
        <source>suspended</source>
        <comment>this machine, in a time range of the chart</comment>
        <translation>الجهاز في سكون</translation>
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
        <translation>الافتراضي</translation>
    </message>
    <message>
        <source>Large host</source>
        <translation>مضيف كبير</translation>
    </message>
    <message>
        <source>Small host</source>
        <translation>مضيف صغير</translation>
    </message>
    <message>
        <source>Adaptation off</source>
        <translation>بلا تكيّف</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>خادم</translation>
    </message>
    <message>
        <source>%1 entries, %2 of memory, %3 of disk, adapting</source>
        <translation>المدخلات %1، والذاكرة %2، والقرص %3، مع التكيّف</translation>
    </message>
    <message>
        <source>the level follows the machine&apos;s memory</source>
        <translation>المستوى يتبع ذاكرة الجهاز</translation>
    </message>
    <message>
        <source>the level follows the control group&apos;s memory</source>
        <translation>المستوى يتبع ذاكرة مجموعة التحكم</translation>
    </message>
    <message>
        <source>the level follows the fuller of machine and control group</source>
        <translation>المستوى يتبع أكثر الاثنين امتلاءً: الجهاز ومجموعة التحكم</translation>
    </message>
    <message>
        <source>%1 entries, %2 of memory, %3 of disk, measure only</source>
        <translation>المدخلات %1، والذاكرة %2، والقرص %3، قياس فقط</translation>
    </message>
</context>
<context>
    <name>Rehearsal</name>
    <message>
        <source>ramp</source>
        <comment>a curve of memory use</comment>
        <translation>منحدر</translation>
    </message>
    <message>
        <source>burst</source>
        <comment>a curve of memory use</comment>
        <translation>ذُرى</translation>
    </message>
    <message>
        <source>sawtooth</source>
        <comment>a curve of memory use</comment>
        <translation>سن منشار</translation>
    </message>
    <message>
        <source>noise</source>
        <comment>a curve of memory use</comment>
        <translation>ضجيج</translation>
    </message>
    <message>
        <source>%1, %2 times as fast</source>
        <comment>%1: a curve or a file</comment>
        <translation>%1، أسرع %2 مرة</translation>
    </message>
    <message>
        <source>Rehearsal: %1. Memory figures are played; nothing on this machine is cut.</source>
        <comment>%1: a curve or a file, and its speed</comment>
        <translation>تدريب: %1. أرقام الذاكرة مشغَّلة؛ ولا تُخفَض خبيئة هذا الجهاز.</translation>
    </message>
    <message>
        <source>Rehearsal, nothing is cut: %1</source>
        <comment>%1: a curve or a file, and its speed</comment>
        <translation>تدريب بلا خفض: %1</translation>
    </message>
    <message>
        <source>line %1: %2</source>
        <comment>%2: what is wrong in it</comment>
        <translation>السطر %1: %2</translation>
    </message>
    <message>
        <source>it is not a regular file</source>
        <translation>ليس ملفًا عاديًا</translation>
    </message>
    <message>
        <source>a line is longer than 64 KiB</source>
        <translation>سطر أطول من 64 KiB</translation>
    </message>
    <message>
        <source>there are neither the columns elapsed_s (or unix_time_s) and system_used_percent nor two columns, seconds and percent</source>
        <translation>لا يوجد العمودان elapsed_s (أو unix_time_s) و system_used_percent ولا عمودان للثواني والنسبة</translation>
    </message>
    <message>
        <source>the time or the percent is not a number</source>
        <translation>الوقت أو النسبة ليس عددًا</translation>
    </message>
    <message>
        <source>the percent is not within 0 to 100</source>
        <translation>النسبة ليست بين 0 و100</translation>
    </message>
    <message>
        <source>the time is earlier than in the row before</source>
        <translation>الوقت أسبق منه في الصف السابق</translation>
    </message>
    <message>
        <source>it needs two rows with a percent, at different times</source>
        <translation>يلزم صفّان فيهما نسبة، في وقتين مختلفين</translation>
    </message>
    <message>
        <source>it has more than 2,000,000 rows</source>
        <translation>فيه أكثر من 2,000,000 صف</translation>
    </message>
    <message>
        <source>it is longer than 31 days</source>
        <translation>أطول من 31 يومًا</translation>
    </message>
    <message>
        <source>--rehearse: %1 cannot be played: %2.</source>
        <translation>‎--rehearse: لا يمكن تشغيل %1: %2.</translation>
    </message>
    <message numerus="yes">
        <source>This cache has %1 entries in memory. The curve reaches %2, where the limit is %3 entries: up to %Ln entries are evicted. They come back only as their files are asked for again.</source>
        <comment>two numbers of entries, with a level between them</comment>
        <translation>
            <numerusform>في هذه الخبيئة %1 من المدخلات في الذاكرة. يبلغ المنحنى «%2»، وحد المدخلات عنده %3: لا يُخلى أي مدخل.</numerusform>
            <numerusform>في هذه الخبيئة %1 من المدخلات في الذاكرة. يبلغ المنحنى «%2»، وحد المدخلات عنده %3: يُخلى مدخل واحد على الأكثر، ولا يعود إلا حين يُطلب ملفه من جديد.</numerusform>
            <numerusform>في هذه الخبيئة %1 من المدخلات في الذاكرة. يبلغ المنحنى «%2»، وحد المدخلات عنده %3: يُخلى مدخلان على الأكثر، ولا يعودان إلا حين يُطلب ملفاهما من جديد.</numerusform>
            <numerusform>في هذه الخبيئة %1 من المدخلات في الذاكرة. يبلغ المنحنى «%2»، وحد المدخلات عنده %3: تُخلى %Ln مدخلات على الأكثر، ولا تعود إلا حين تُطلب ملفاتها من جديد.</numerusform>
            <numerusform>في هذه الخبيئة %1 من المدخلات في الذاكرة. يبلغ المنحنى «%2»، وحد المدخلات عنده %3: يُخلى %Ln مدخلًا على الأكثر، ولا تعود إلا حين تُطلب ملفاتها من جديد.</numerusform>
            <numerusform>في هذه الخبيئة %1 من المدخلات في الذاكرة. يبلغ المنحنى «%2»، وحد المدخلات عنده %3: يُخلى %Ln مدخل على الأكثر، ولا تعود إلا حين تُطلب ملفاتها من جديد.</numerusform>
        </translation>
    </message>
    <message>
        <source>It takes %1 and can be stopped at any time. The limit is restored at the end, and at once if the machine itself reaches %2.</source>
        <comment>a duration, a level</comment>
        <translation>يستغرق %1 ويمكن إيقافه في أي وقت. ويُستعاد الحد عند النهاية، وفورًا إن بلغ الجهاز نفسه «%2».</translation>
    </message>
    <message>
        <source>Rehearsal on this cache: %1, plays %2 of memory, %3, %4 left. The machine itself is at %5.</source>
        <comment>a curve, memory in use, a level, a duration, a level</comment>
        <translation>تدريب على هذه الخبيئة: %1، يشغّل %2 من الذاكرة، «%3»، بقي %4. والجهاز نفسه عند «%5».</translation>
    </message>
    <message>
        <source>Rehearsal: %1, %2 left; the machine is at %3</source>
        <comment>a level, a duration, a level</comment>
        <translation>تدريب: «%1»، بقي %2؛ والجهاز عند «%3»</translation>
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
        <translation>ذاكرة المضيف</translation>
    </message>
    <message>
        <source>Control group limit</source>
        <translation>حد مجموعة التحكم</translation>
    </message>
    <message>
        <source>Host stalls, polled</source>
        <translation>توقفات المضيف، بالاستطلاع</translation>
    </message>
    <message>
        <source>Control group stalls, polled</source>
        <translation>توقفات مجموعة التحكم، بالاستطلاع</translation>
    </message>
    <message>
        <source>Host stalls, wake-up</source>
        <translation>توقفات المضيف، بالإيقاظ</translation>
    </message>
    <message>
        <source>Control group stalls, wake-up</source>
        <translation>توقفات مجموعة التحكم، بالإيقاظ</translation>
    </message>
    <message>
        <source>Out-of-memory kills</source>
        <translation>إنهاء العمليات لنفاد الذاكرة</translation>
    </message>
    <message>
        <source>Reclaim and swap-in</source>
        <translation>الاستعادة والجلب من ذاكرة التبديل</translation>
    </message>
    <message>
        <source>Service manager&apos;s notice</source>
        <translation>بلاغ مدير الخدمات</translation>
    </message>
    <message>
        <source>This program&apos;s RSS</source>
        <translation>ذاكرة هذا البرنامج (RSS)</translation>
    </message>
    <message>
        <source>This program&apos;s PSS</source>
        <translation>ذاكرة هذا البرنامج (PSS)</translation>
    </message>
    <message>
        <source>works</source>
        <translation>تعمل</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>بلا حد</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>مرفوضة</translation>
    </message>
    <message>
        <source>unusable</source>
        <translation>غير صالحة</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>فورًا</translation>
    </message>
    <message>
        <source>≤ %1</source>
        <translation>≤ %1</translation>
    </message>
    <message>
        <source>MEMORY_PRESSURE_WATCH is not set; systemd sets it for services with MemoryPressureWatch=.</source>
        <translation>المتغير MEMORY_PRESSURE_WATCH غير مضبوط؛ ويضبطه systemd للخدمات التي يرد MemoryPressureWatch= في تعريفها.</translation>
    </message>
    <message>
        <source>estimated</source>
        <translation>مقدَّر</translation>
    </message>
    <message>
        <source>%1 does not exist.</source>
        <translation>%1 غير موجود.</translation>
    </message>
    <message>
        <source>It is missing. Without it the level cannot be determined. Check that /proc is mounted.</source>
        <translation>غير موجود. ومن دونه لا يمكن تحديد المستوى. تحقق من أن ‎/proc‎ موصول.</translation>
    </message>
    <message>
        <source>This kernel has no pressure stall information (PSI), or PSI is off. The kernel option psi=1 turns it on.</source>
        <translation>لا توفر هذه النواة معلومات التوقف بسبب الضغط (PSI)، أو أنها معطّلة. يفعّلها معامل النواة psi=1.</translation>
    </message>
    <message>
        <source>Only version 2 control groups below the root provide it.</source>
        <translation>لا تتوفر إلا في مجموعات الإصدار الثاني، تحت جذرها.</translation>
    </message>
    <message>
        <source>No control group accounts for this program&apos;s memory. The level depends only on the host&apos;s memory.</source>
        <translation>لا تحسب أي مجموعة تحكم ذاكرة هذا البرنامج. يعتمد المستوى على ذاكرة المضيف وحدها.</translation>
    </message>
    <message>
        <source>This kernel does not provide it.</source>
        <translation>لا توفرها هذه النواة.</translation>
    </message>
    <message>
        <source>%1: %2. Kernels before 6.4 refuse it without CAP_SYS_RESOURCE; the counters are polled instead.</source>
        <translation>%1: %2. ترفضها النوى الأقدم من 6.4 لمن ليست له الصلاحية CAP_SYS_RESOURCE؛ فتُستطلع العدّادات بدلًا منها.</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>غير موجودة</translation>
    </message>
    <message>
        <source>not requested</source>
        <translation>غير مطلوبة</translation>
    </message>
    <message>
        <source>%1 has no MemAvailable (Linux before 3.14, WSL1). It is estimated like in the kernel, from free memory, page cache, reclaimable slabs and watermarks.</source>
        <translation>لا يوجد MemAvailable في %1 (لينكس قبل 3.14 أو WSL1): فيُقدَّر من الذاكرة الحرة وخبيئة الصفحات والألواح القابلة للاسترداد والعلامات المائية، كما تفعل النواة.</translation>
    </message>
    <message>
        <source>No control group from %1 upwards has a limit. The level depends only on the host&apos;s memory.</source>
        <translation>لا حد لأي مجموعة تحكم من %1 فما فوقها. يعتمد المستوى على ذاكرة المضيف وحدها.</translation>
    </message>
    <message>
        <source>MEMORY_PRESSURE_WATCH or MEMORY_PRESSURE_WRITE is invalid: %1</source>
        <translation>قيمة MEMORY_PRESSURE_WATCH أو MEMORY_PRESSURE_WRITE غير صالحة: %1</translation>
    </message>
    <message>
        <source>%1 contains no usable values.</source>
        <translation>لا قيم صالحة في %1.</translation>
    </message>
    <message>
        <source>Not checked yet.</source>
        <translation>لم تُعايَن بعد.</translation>
    </message>
    <message>
        <source>The tightest limit above this program is %1, and %2 are in use. Over the limit the kernel reclaims memory and slows the group down. This is treated as 100 % in use.</source>
        <translation>أضيق حد يسري على هذا البرنامج هو %1، والمستخدم %2. فوق الحد تسترد النواة الذاكرة وتُبطئ المجموعة. ويُعدّ ذلك استخدامًا بنسبة 100 %.</translation>
    </message>
    <message>
        <source>The tightest limit above this program is %1; %2 of it is in use. The level follows this or the host&apos;s memory use, whichever is larger.</source>
        <translation>أضيق حد يسري على هذا البرنامج هو %1؛ والمستخدم منه %2. يتبع المستوى الأكبر من هذه النسبة ومن استخدام ذاكرة المضيف.</translation>
    </message>
    <message>
        <source>No control group limit applies. The level depends only on the host&apos;s memory use.</source>
        <translation>لا يسري حد لأي مجموعة تحكم. يعتمد المستوى على استخدام ذاكرة المضيف وحده.</translation>
    </message>
    <message>
        <source>%1 This program uses %2 (PSS), %3 of it private and dirty.</source>
        <translation>%1 يشغل هذا البرنامج %2 (PSS)، منها %3 خاصة به ومعدّلة.</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>Waiting for the first sample.</source>
        <translation>في انتظار أول عينة.</translation>
    </message>
    <message>
        <source>%1 is held.</source>
        <translation>يُبقى على «%1».</translation>
    </message>
    <message>
        <source>no samples arrive</source>
        <translation>لا تصل عينات</translation>
    </message>
    <message>
        <source>STALE, no sample yet: %1</source>
        <translation>بيانات قديمة، ولا عينة بعد: %1</translation>
    </message>
    <message>
        <source>STALE for %1: %2</source>
        <translation>بيانات قديمة منذ %1: %2</translation>
    </message>
    <message>
        <source>Raised to %1: %2.</source>
        <translation>رُفع إلى «%1»: %2.</translation>
    </message>
    <message>
        <source>%1 stays: %2.</source>
        <translation>يبقى «%1»: %2.</translation>
    </message>
    <message>
        <source>a moment</source>
        <translation>لحظات</translation>
    </message>
    <message>
        <source>Control group over its limit, %1 used of %2</source>
        <translation>مجموعة التحكم فوق حدّها، المستخدم %1 من %2</translation>
    </message>
    <message>
        <source>About %1 of memory in use</source>
        <comment>the kernel gives no exact figure</comment>
        <translation>الذاكرة المستخدمة نحو %1</translation>
    </message>
    <message>
        <source>This machine&apos;s memory has not been read yet.</source>
        <translation>لم تُقرأ ذاكرة هذا الجهاز بعد.</translation>
    </message>
    <message>
        <source>Raised to %1: two samples in a row reached it.</source>
        <translation>رُفع إلى «%1»: بلغته عينتان متتاليتان.</translation>
    </message>
    <message>
        <source>Raised to %1 at once: one sample is enough.</source>
        <translation>رُفع إلى «%1» فورًا: تكفي عينة واحدة.</translation>
    </message>
    <message>
        <source>Measured %1; %2 still applies. The next sample decides.</source>
        <translation>المقيس «%1»، وما زال «%2» ساريًا؛ والعينة التالية تحسم.</translation>
    </message>
    <message>
        <source>Fell to %1: the hold of the higher level has ended.</source>
        <translation>انخفض إلى «%1»: انتهت مدة إبقاء المستوى الأعلى.</translation>
    </message>
    <message>
        <source>%1 stays until memory use is below %2.</source>
        <translation>يبقى «%1» حتى يصير استخدام الذاكرة دون %2.</translation>
    </message>
    <message>
        <source>Below %1 for %2; %3 is held for %4.</source>
        <translation>الاستخدام دون %1 منذ %2؛ ويُبقى على «%3» مدة %4.</translation>
    </message>
    <message>
        <source>The newest read failed; %1 stays in effect.</source>
        <translation>فشلت أحدث قراءة؛ ويبقى «%1».</translation>
    </message>
    <message>
        <source>Since the start: requests %1 · hits %2 (%3) · time saved %4</source>
        <comment>%4 is a sum of times</comment>
        <translation>منذ البدء: الطلبات %1 · الإصابات %2 (%3) · الوقت الموفَّر %4</translation>
    </message>
    <message>
        <source>Stays at its size: adaptation is off.</source>
        <comment>the cache&apos;s limit</comment>
        <translation>يبقى كما هو: التكيّف متوقف.</translation>
    </message>
    <message>
        <source>Grows again once the level falls.</source>
        <comment>the cache&apos;s limit</comment>
        <translation>ينمو متى انخفض المستوى.</translation>
    </message>
    <message>
        <source>Held: %1 is expected in %2.</source>
        <comment>the cache&apos;s limit</comment>
        <translation>يبقى كما هو: يُتوقّع «%1» بعد %2.</translation>
    </message>
    <message>
        <source>Held while memory cannot be read.</source>
        <comment>the cache&apos;s limit</comment>
        <translation>يبقى كما هو ما دامت قراءة الذاكرة متعذّرة.</translation>
    </message>
    <message>
        <source>Limit %1 (−%2). %3</source>
        <comment>of the cache; %3 is a sentence: why</comment>
        <translation>الحد %1 (−%2). %3</translation>
    </message>
    <message>
        <source>entries</source>
        <comment>after a number of entries: 200 entries</comment>
        <translation>مدخلات</translation>
    </message>
    <message>
        <source>of %1 entries</source>
        <comment>after a number of entries: 200 of 500 entries</comment>
        <translation>من أصل %1 مدخل</translation>
    </message>
    <message>
        <source>Cache · %1 · %2 on disk</source>
        <comment>%1 is the hit ratio, %2 a number of entries</comment>
        <translation>الخبيئة · %1 · %2 على القرص</translation>
    </message>
    <message>
        <source>Cache · %1</source>
        <comment>%1 is the hit ratio</comment>
        <translation>الخبيئة · %1</translation>
    </message>
    <message>
        <source>no requests yet</source>
        <translation>لا طلبات بعد</translation>
    </message>
    <message>
        <source>hit ratio %1</source>
        <translation>نسبة الإصابة %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a program, its share</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>others</source>
        <comment>programs</comment>
        <translation>برامج أخرى</translation>
    </message>
    <message>
        <source> · </source>
        <comment>between facts</comment>
        <translation> · </translation>
    </message>
    <message>
        <source>The minimum until the level falls.</source>
        <comment>the cache&apos;s limit</comment>
        <translation>الحد الأدنى حتى ينخفض المستوى.</translation>
    </message>
    <message>
        <source>Held for %1, then grows to %2.</source>
        <comment>the cache&apos;s limit</comment>
        <translation>يبقى مدة %1، ثم ينمو إلى %2.</translation>
    </message>
    <message>
        <source>Held for %1: pressure came back.</source>
        <comment>the cache&apos;s limit</comment>
        <translation>يبقى مدة %1: عاد الضغط.</translation>
    </message>
    <message>
        <source>Held until NORMAL: cuts do not help.</source>
        <comment>the cache&apos;s limit</comment>
        <translation>يبقى حتى «طبيعي»: الخفض لا يفيد.</translation>
    </message>
    <message>
        <source>Held for %1, as requested.</source>
        <comment>the cache&apos;s limit</comment>
        <translation>مجمَّد مدة %1 كما طلبت.</translation>
    </message>
    <message>
        <source>Grows to %1, by %2 every %3.</source>
        <comment>the cache&apos;s limit</comment>
        <translation>ينمو إلى %1، بمقدار %2 كل %3.</translation>
    </message>
    <message>
        <source>%1 is held.</source>
        <comment>a level</comment>
        <translation>يُبقى على «%1».</translation>
    </message>
    <message>
        <source>%1 ends in %2.</source>
        <comment>a level, a duration</comment>
        <translation>ينتهي «%1» بعد %2.</translation>
    </message>
    <message>
        <source>CRITICAL ends below %1.</source>
        <translation>ينتهي «حرج» دون %1.</translation>
    </message>
    <message>
        <source>%1 begins at %2, expected in about %3.</source>
        <comment>a level</comment>
        <translation>يبدأ «%1» عند %2، ويُتوقّع بعد نحو %3.</translation>
    </message>
    <message>
        <source>CRITICAL begins above %1.</source>
        <translation>يبدأ «حرج» فوق %1.</translation>
    </message>
    <message>
        <source>%1 begins at %2.</source>
        <comment>a level</comment>
        <translation>يبدأ «%1» عند %2.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln hits</source>
        <translation>
            <numerusform>لا إصابات</numerusform>
            <numerusform>إصابة واحدة</numerusform>
            <numerusform>إصابتان</numerusform>
            <numerusform>%Ln إصابات</numerusform>
            <numerusform>%Ln إصابة</numerusform>
            <numerusform>%Ln إصابة</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 ago</source>
        <comment>a measurement, a duration</comment>
        <translation>%1، قبل %2</translation>
    </message>
    <message>
        <source>%1 expected in about %2</source>
        <comment>a level, a duration</comment>
        <translation>يُتوقّع «%1» بعد نحو %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%2 of %Ln forecasts right)</source>
        <translation>
            <numerusform>%1 (صحّ %2 من %Ln توقّع)</numerusform>
            <numerusform>%1 (صحّ %2 من توقّع واحد)</numerusform>
            <numerusform>%1 (صحّ %2 من توقّعين)</numerusform>
            <numerusform>%1 (صحّ %2 من %Ln توقعات)</numerusform>
            <numerusform>%1 (صحّ %2 من %Ln توقّعًا)</numerusform>
            <numerusform>%1 (صحّ %2 من %Ln توقّع)</numerusform>
        </translation>
    </message>
    <message>
        <source>A full cache of %1 entries takes about %2, less than %3 of this machine&apos;s memory. A cut returns that much at most, however well it works. At %4 per entry, about %5 entries would take %6.</source>
        <translation>خبيئة ممتلئة فيها %1 من المدخلات تشغل نحو %2، أي أقل من %3 من ذاكرة هذا الجهاز. ولا يعيد التقليص أكثر من ذلك مهما نجح. وبحجم %4 للمدخل الواحد يشغل نحو %5 من المدخلات %6 منها.</translation>
    </message>
    <message>
        <source>Limit not cut. It stays the same even at CRITICAL.</source>
        <comment>of the cache</comment>
        <translation>الحد غير مخفوض. ويبقى كما هو حتى في «حرج».</translation>
    </message>
    <message>
        <source>Limit not cut. ELEVATED would cut it to %1.</source>
        <comment>of the cache</comment>
        <translation>الحد غير مخفوض؛ والمستوى «مرتفع» يخفضه إلى %1.</translation>
    </message>
    <message>
        <source>Cut to %1 by the rehearsal; afterwards %2 again.</source>
        <comment>the cache&apos;s limit</comment>
        <translation>خفّضها التدريب إلى %1، وبعده %2 من جديد.</translation>
    </message>
</context>
<context>
    <name>SuggestDialog</name>
    <message>
        <source>%1 begins %2 times a day at least.</source>
        <translation>يبدأ «%1» %2 مرة في اليوم على الأقل.</translation>
    </message>
    <message>
        <source>At least one incident comes without %1.</source>
        <translation>يقع حادث واحد على الأقل دون «%1».</translation>
    </message>
    <message>
        <source>%1 begins %2 before each incident at best.</source>
        <translation>يبدأ «%1» قبل كل حادث بمقدار %2 على أحسن تقدير.</translation>
    </message>
    <message>
        <source>The hit ratio is lower by %1 at least.</source>
        <translation>نسبة الإصابة أدنى بمقدار %1 على الأقل.</translation>
    </message>
    <message>
        <source>Nothing is recorded of this time.</source>
        <translation>لم يُسجَّل شيء من هذا الوقت.</translation>
    </message>
    <message>
        <source>The search was cancelled.</source>
        <translation>أُلغي البحث.</translation>
    </message>
    <message>
        <source>No thresholds keep this:</source>
        <translation>لا توجد عتبات تحقق هذا:</translation>
    </message>
    <message>
        <source>%1 begins at %2, ends below %3, held for %4</source>
        <translation>يبدأ «%1» عند %2، وينتهي دون %3، ويُبقى %4</translation>
    </message>
    <message numerus="yes">
        <source>%Ln choice(s), of which none is better in all respects.</source>
        <translation>
            <numerusform>%Ln اقتراحات.</numerusform>
            <numerusform>اقتراح واحد.</numerusform>
            <numerusform>اقتراحان، لا يفضل أحدهما الآخر في كل شيء.</numerusform>
            <numerusform>%Ln اقتراحات، لا يفضل أحدها غيره في كل شيء.</numerusform>
            <numerusform>%Ln اقتراحًا، لا يفضل أحدها غيره في كل شيء.</numerusform>
            <numerusform>%Ln اقتراح، لا يفضل أحدها غيره في كل شيء.</numerusform>
        </translation>
    </message>
    <message>
        <source>how often %1 begins</source>
        <translation>عدد مرات بدء «%1»</translation>
    </message>
    <message>
        <source>the warning before each incident</source>
        <translation>الإنذار قبل كل حادث</translation>
    </message>
    <message>
        <source>the hit ratio</source>
        <translation>نسبة الإصابة</translation>
    </message>
    <message>
        <source>The thresholds in effect keep what you require.</source>
        <translation>العتبات السارية تحقق ما تطلبه.</translation>
    </message>
    <message>
        <source>The thresholds in effect do not keep this: %1.</source>
        <extracomment>A list of requirements follows</extracomment>
        <translation>العتبات السارية لا تحقق هذا: %1.</translation>
    </message>
    <message>
        <source>Warning: only %1 of memory use is recorded, which says little about a day. Figures a day are those of this time.</source>
        <comment>a length of time</comment>
        <translation>تحذير: لم يُسجَّل من استخدام الذاكرة إلا %1، وهذا لا يدل إلا قليلًا على يوم كامل. وأرقام اليوم هي أرقام هذا الوقت.</translation>
    </message>
    <message>
        <source>%1 of memory use is recorded, less than a day: figures a day are those of this time.</source>
        <comment>a length of time</comment>
        <translation>سُجّل من استخدام الذاكرة %1، وهو أقل من يوم: وأرقام اليوم هي أرقام هذا الوقت.</translation>
    </message>
    <message>
        <source>No thresholds keep these together. Each at its best while the others are kept:</source>
        <translation>لا توجد عتبات تحقق هذه معًا. أفضل ما يبلغه كل منها حين تتحقق البقية:</translation>
    </message>
    <message>
        <source>It hardly watches: %1 or %2 would never have begun, and did with the thresholds in effect.</source>
        <comment>two levels</comment>
        <translation>لا يكاد يراقب: ما كان %1 أو %2 ليبدأ قط، وقد بدأ مع العتبات السارية.</translation>
    </message>
    <message>
        <source>It warns nearly always: %1 or above for %2 of the time.</source>
        <comment>a level, a percentage</comment>
        <translation>يحذّر دائمًا تقريبًا: %1 أو أعلى خلال %2 من الوقت.</translation>
    </message>
</context>
<context>
    <name>Times</name>
    <message>
        <source>ddd d MMM</source>
        <comment>a day on a time axis, as in &apos;Tue 24 Nov&apos;</comment>
        <translation>ddd d MMM</translation>
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
        <translation>يجري قياس الأثر…</translation>
    </message>
    <message>
        <source>Too small to matter</source>
        <translation>أصغر من أن يؤثر</translation>
    </message>
    <message>
        <source>Helped: %1 returned</source>
        <comment>memory, to the system</comment>
        <translation>أفاد: أُعيد %1</translation>
    </message>
    <message>
        <source>No visible effect</source>
        <translation>لا أثر ظاهر</translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries evicted (%1)</source>
        <translation>
            <numerusform>لم يُخلَ أي مدخل (%1)</numerusform>
            <numerusform>أُخلي مدخل واحد (%1)</numerusform>
            <numerusform>أُخلي مدخلان (%1)</numerusform>
            <numerusform>أُخليت %Ln مدخلات (%1)</numerusform>
            <numerusform>أُخلي %Ln مدخلًا (%1)</numerusform>
            <numerusform>أُخلي %Ln مدخل (%1)</numerusform>
        </translation>
    </message>
    <message>
        <source>%1; memory in use %2 → %3</source>
        <translation>%1؛ الذاكرة المستخدمة من %2 إلى %3</translation>
    </message>
    <message>
        <source>Nothing to evict</source>
        <translation>لا شيء للإخلاء</translation>
    </message>
    <message>
        <source>No visible effect: this cache is %1 of what is used</source>
        <comment>memory</comment>
        <translation>لا أثر ظاهر: هذه الخبيئة %1 مما هو مستخدم</translation>
    </message>
    <message numerus="yes">
        <source>Cost so far: ≈&#xa0;%Ln reads again</source>
        <comment>an estimate</comment>
        <translation>
            <numerusform>الكلفة حتى الآن: ≈&#xa0;%Ln قراءة مكررة</numerusform>
            <numerusform>الكلفة حتى الآن: ≈&#xa0;%Ln قراءة مكررة</numerusform>
            <numerusform>الكلفة حتى الآن: ≈&#xa0;%Ln قراءة مكررة</numerusform>
            <numerusform>الكلفة حتى الآن: ≈&#xa0;%Ln قراءة مكررة</numerusform>
            <numerusform>الكلفة حتى الآن: ≈&#xa0;%Ln قراءة مكررة</numerusform>
            <numerusform>الكلفة حتى الآن: ≈&#xa0;%Ln قراءة مكررة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cost so far: %Ln reads again</source>
        <comment>of a cut of the cache&apos;s limit</comment>
        <translation>
            <numerusform>الكلفة حتى الآن: لا قراءات من جديد</numerusform>
            <numerusform>الكلفة حتى الآن: قراءة واحدة من جديد</numerusform>
            <numerusform>الكلفة حتى الآن: قراءتان من جديد</numerusform>
            <numerusform>الكلفة حتى الآن: %Ln قراءات من جديد</numerusform>
            <numerusform>الكلفة حتى الآن: %Ln قراءة من جديد</numerusform>
            <numerusform>الكلفة حتى الآن: %Ln قراءة من جديد</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>reads, how long those of files took</comment>
        <translation>%1، %2</translation>
    </message>
    <message>
        <source>Cost so far: none</source>
        <comment>of a cut of the cache&apos;s limit</comment>
        <translation>الكلفة حتى الآن: لا شيء</translation>
    </message>
    <message numerus="yes">
        <source>≈&#xa0;%Ln disk reads</source>
        <comment>an estimate</comment>
        <translation>
            <numerusform>≈&#xa0;%Ln قراءة من القرص</numerusform>
            <numerusform>≈&#xa0;%Ln قراءة من القرص</numerusform>
            <numerusform>≈&#xa0;%Ln قراءة من القرص</numerusform>
            <numerusform>≈&#xa0;%Ln قراءات من القرص</numerusform>
            <numerusform>≈&#xa0;%Ln قراءة من القرص</numerusform>
            <numerusform>≈&#xa0;%Ln قراءة من القرص</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln disk reads</source>
        <translation>
            <numerusform>لا قراءات من القرص</numerusform>
            <numerusform>قراءة واحدة من القرص</numerusform>
            <numerusform>قراءتان من القرص</numerusform>
            <numerusform>%Ln قراءات من القرص</numerusform>
            <numerusform>%Ln قراءة من القرص</numerusform>
            <numerusform>%Ln قراءة من القرص</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>≈&#xa0;%Ln files read again in %1</source>
        <comment>an estimate; a duration</comment>
        <translation>
            <numerusform>≈&#xa0;%Ln ملف قُرئ من جديد خلال %1</numerusform>
            <numerusform>≈&#xa0;%Ln ملف قُرئ من جديد خلال %1</numerusform>
            <numerusform>≈&#xa0;%Ln ملف قُرئ من جديد خلال %1</numerusform>
            <numerusform>≈&#xa0;%Ln ملفات قُرئت من جديد خلال %1</numerusform>
            <numerusform>≈&#xa0;%Ln ملفًا قُرئ من جديد خلال %1</numerusform>
            <numerusform>≈&#xa0;%Ln ملف قُرئ من جديد خلال %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln files read again in %1</source>
        <comment>a duration</comment>
        <translation>
            <numerusform>لم يُقرأ أي ملف من جديد (%1)</numerusform>
            <numerusform>قُرئ ملف واحد من جديد خلال %1</numerusform>
            <numerusform>قُرئ ملفان من جديد خلال %1</numerusform>
            <numerusform>قُرئت %Ln ملفات من جديد خلال %1</numerusform>
            <numerusform>قُرئ %Ln ملفًا من جديد خلال %1</numerusform>
            <numerusform>قُرئ %Ln ملف من جديد خلال %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Cost so far: %1</source>
        <comment>of a cut of the cache&apos;s limit</comment>
        <translation>الكلفة حتى الآن: %1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
    <message>
        <source>This cache is %1 of what is used. %2</source>
        <comment>memory; figures of a cut</comment>
        <translation>هذه الخبيئة %1 مما هو مستخدم. %2</translation>
    </message>
</context>
<context>
    <name>manometer::exports::Exports</name>
    <message>
        <source>the disk is too slow for it</source>
        <translation>القرص أبطأ من أن يجاري التسجيل</translation>
    </message>
</context>
<context>
    <name>manometer::gui::AppearanceMenu</name>
    <message>
        <source>Appearance</source>
        <translation>المظهر</translation>
    </message>
    <message>
        <source>&amp;System</source>
        <translation>ال&amp;نظام</translation>
    </message>
    <message>
        <source>Follow the desktop&apos;s colours; texts that are hard to read are corrected</source>
        <translation>اتبع ألوان سطح المكتب؛ تُصحَّح النصوص صعبة القراءة</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;فاتح</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;داكن</translation>
    </message>
    <message>
        <source>&amp;High contrast</source>
        <translation>&amp;تباين قوي</translation>
    </message>
</context>
<context>
    <name>manometer::gui::BasisMenu</name>
    <message>
        <source>&amp;Basis</source>
        <translation>الأ&amp;ساس</translation>
    </message>
    <message>
        <source>Basis</source>
        <translation>الأساس</translation>
    </message>
    <message>
        <source>&amp;Auto</source>
        <translation>&amp;تلقائي</translation>
    </message>
    <message>
        <source>&amp;Host</source>
        <translation>ال&amp;مضيف</translation>
    </message>
    <message>
        <source>&amp;Control group</source>
        <translation>مجموعة الت&amp;حكم</translation>
    </message>
    <message>
        <source>The level follows the fuller of machine and control group</source>
        <translation>يتبع المستوى أكثر الاثنين امتلاءً: الجهاز ومجموعة التحكم</translation>
    </message>
    <message>
        <source>The level follows the machine&apos;s memory and ignores the control group</source>
        <translation>يتبع المستوى ذاكرة الجهاز ويتجاهل مجموعة التحكم</translation>
    </message>
    <message>
        <source>The level follows the control group&apos;s memory and ignores the machine</source>
        <translation>يتبع المستوى ذاكرة مجموعة التحكم ويتجاهل الجهاز</translation>
    </message>
    <message>
        <source>No control group limit applies here</source>
        <translation>لا يسري هنا حد لأي مجموعة تحكم</translation>
    </message>
</context>
<context>
    <name>manometer::gui::CacheCard</name>
    <message>
        <source>Cache</source>
        <translation>الخبيئة</translation>
    </message>
    <message>
        <source>Hit ratio of the cache</source>
        <translation>نسبة الإصابة في الخبيئة</translation>
    </message>
    <message>
        <source>Cached entries</source>
        <translation>المدخلات في الخبيئة</translation>
    </message>
    <message>
        <source>Size of the cache</source>
        <translation>حجم الخبيئة</translation>
    </message>
    <message>
        <source>How full the cache is</source>
        <translation>مدى امتلاء الخبيئة</translation>
    </message>
    <message>
        <source>Reason for the cache limit</source>
        <translation>سبب حد الخبيئة</translation>
    </message>
</context>
<context>
    <name>manometer::gui::CachePage</name>
    <message>
        <source>Cache entries</source>
        <translation>مدخلات الخبيئة</translation>
    </message>
    <message>
        <source>Add folder</source>
        <translation>أضف مجلدًا</translation>
    </message>
    <message>
        <source>Delete the selected entries</source>
        <translation>احذف المدخلات المحددة</translation>
    </message>
    <message>
        <source>List of cache entries</source>
        <translation>قائمة مدخلات الخبيئة</translation>
    </message>
    <message>
        <source>Cache entries and their details</source>
        <translation>مدخلات الخبيئة وتفاصيلها</translation>
    </message>
    <message>
        <source>Details of the selected entry</source>
        <translation>تفاصيل المدخل المحدد</translation>
    </message>
    <message>
        <source>Metadata as a tree</source>
        <translation>البيانات الوصفية على هيئة شجرة</translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation>البيانات الوصفية</translation>
    </message>
    <message>
        <source>Metadata as text</source>
        <translation>البيانات الوصفية على هيئة نص</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>خام</translation>
    </message>
    <message>
        <source>About the entry</source>
        <translation>عن المدخل</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>المدخل</translation>
    </message>
    <message>
        <source>No entries</source>
        <translation>لا مدخلات</translation>
    </message>
    <message>
        <source>All %1, as of %2</source>
        <translation>الكل (%1)، حتى %2</translation>
    </message>
    <message>
        <source>%1 of %2, as of %3</source>
        <translation>%1 من أصل %2، حتى %3</translation>
    </message>
    <message>
        <source>%1; %2 selected</source>
        <translation>%1؛ المحدد %2</translation>
    </message>
    <message>
        <source>No entries, as of %1</source>
        <translation>لا مدخلات، حتى %1</translation>
    </message>
    <message>
        <source>Filter, for example: wfc3 size&gt;64k hits&lt;2 tier:disk</source>
        <translation>المرشّح، مثل: wfc3 size&gt;64k hits&lt;2 tier:disk</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>الأعمدة</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>أوقف</translation>
    </message>
    <message>
        <source>Metadata as bytes</source>
        <translation>البيانات الوصفية على هيئة بايتات</translation>
    </message>
    <message>
        <source>Hex</source>
        <translation>ست عشري</translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries unpinned.</source>
        <translation>
            <numerusform>لم يُلغَ تثبيت أي مدخل.</numerusform>
            <numerusform>أُلغي تثبيت مدخل واحد.</numerusform>
            <numerusform>أُلغي تثبيت مدخلين.</numerusform>
            <numerusform>أُلغي تثبيت %Ln مدخلات.</numerusform>
            <numerusform>أُلغي تثبيت %Ln مدخلًا.</numerusform>
            <numerusform>أُلغي تثبيت %Ln مدخل.</numerusform>
        </translation>
    </message>
    <message>
        <source>Read-only. %1</source>
        <translation>للقراءة فقط. %1</translation>
    </message>
    <message>
        <source>Show only entries whose path contains this text and that match these terms</source>
        <translation>اعرض فقط المدخلات التي يحوي مسارها هذا النص وتستوفي هذه التعابير</translation>
    </message>
    <message>
        <source>Number of entries shown</source>
        <translation>عدد المدخلات المعروضة</translation>
    </message>
    <message>
        <source>Commands for the selected entry</source>
        <translation>أوامر المدخل المحدد</translation>
    </message>
    <message>
        <source>Error in the filter</source>
        <translation>الخطأ في المرشّح</translation>
    </message>
    <message>
        <source>Operation in progress</source>
        <translation>العملية الجارية</translation>
    </message>
    <message>
        <source>Progress of the operation</source>
        <translation>تقدّم العملية</translation>
    </message>
    <message>
        <source>Stop the operation</source>
        <translation>أوقف العملية</translation>
    </message>
    <message>
        <source>Note on the cache size</source>
        <translation>ملاحظة عن حجم الخبيئة</translation>
    </message>
    <message>
        <source>The cache files are not writable. Entries can be viewed, but not pinned or deleted.</source>
        <translation>ملفات الخبيئة غير قابلة للكتابة. يمكن الاطلاع على المدخلات دون تثبيتها أو حذفها.</translation>
    </message>
    <message>
        <source>Read-only. To change entries, turn off Cache &gt; Read-only.</source>
        <translation>للقراءة فقط. لتغيير المدخلات عطّل «الخبيئة &gt; للقراءة فقط».</translation>
    </message>
    <message>
        <source>%1 of %2 entries changed. The others no longer exist or are not on disk; only entries on disk can be pinned.</source>
        <translation>تغيّر %1 من أصل %2 من المدخلات: أما البقية فزالت، أو ليست على القرص الذي لا يمكن التثبيت إلا فيه.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries pinned; they stay until unpinned.</source>
        <translation>
            <numerusform>لم يُثبَّت أي مدخل.</numerusform>
            <numerusform>ثُبّت مدخل واحد، ويبقى حتى يُلغى تثبيته.</numerusform>
            <numerusform>ثُبّت مدخلان، ويبقيان حتى يُلغى تثبيتهما.</numerusform>
            <numerusform>ثُبّتت %Ln مدخلات، وتبقى حتى يُلغى تثبيتها.</numerusform>
            <numerusform>ثُبّت %Ln مدخلًا، وتبقى حتى يُلغى تثبيتها.</numerusform>
            <numerusform>ثُبّت %Ln مدخل، وتبقى حتى يُلغى تثبيتها.</numerusform>
        </translation>
    </message>
    <message>
        <source>Loading the list…</source>
        <translation>يجري تحميل القائمة…</translation>
    </message>
    <message>
        <source>The cache is empty. Use &apos;Add folder&apos; to read the metadata of a folder&apos;s files.</source>
        <translation>الخبيئة فارغة. استعمل «أضف مجلدًا» لقراءة البيانات الوصفية لملفات مجلد.</translation>
    </message>
    <message>
        <source>No entry matches the filter. Clear it to see all entries.</source>
        <translation>لا مدخل يطابق المرشّح. أفرغه لرؤية كل المدخلات.</translation>
    </message>
    <message>
        <source>The entries cannot be changed: %1</source>
        <translation>لا يمكن تغيير الإدخالات: %1</translation>
    </message>
    <message>
        <source>Show the programs that use exiftool</source>
        <translation>إظهار البرامج التي تستخدم exiftool</translation>
    </message>
    <message>
        <source>Programs</source>
        <comment>button that shows which programs use exiftool</comment>
        <translation>البرامج</translation>
    </message>
    <message>
        <source>%1 Until then, all entries are listed.</source>
        <comment>what is wrong with the filter</comment>
        <translation>%1 وتُسرد جميع المدخلات إلى حين ذلك.</translation>
    </message>
    <message>
        <source>%1 Until then, the list is that of %2.</source>
        <comment>what is wrong with the filter, the last one</comment>
        <translation>%1 وتبقى قائمة %2 إلى حين ذلك.</translation>
    </message>
    <message>
        <source>Cache entries, folders or programs</source>
        <translation>مدخلات الخبيئة أو المجلدات أو البرامج</translation>
    </message>
    <message>
        <source>Show the size of each folder</source>
        <translation>إظهار حجم كل مجلد</translation>
    </message>
    <message>
        <source>Folders</source>
        <comment>button that shows the size of each folder</comment>
        <translation>المجلدات</translation>
    </message>
    <message>
        <source>This is a recording. It has no cache entries.</source>
        <translation>هذا تسجيل، وليست فيه مدخلات خبيئة.</translation>
    </message>
    <message>
        <source>Part of the path, and terms: size&gt;64k, hits&lt;2, age&gt;2h, tier:memory or tier:disk, pinned:yes, error:yes, folder:/data. An entry is shown if all of them match.</source>
        <translation>جزء من المسار وتعابير مثل size&gt;64k و hits&lt;2 و age&gt;2h و tier:memory أو tier:disk و pinned:yes و error:yes و folder:/data؛ ويُعرض المدخل إذا تحققت كلها.</translation>
    </message>
</context>
<context>
    <name>manometer::gui::CacheRehearsalBar</name>
    <message>
        <source>Rehearsal on this cache</source>
        <translation>تدريب على هذه الخبيئة</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>إيقاف</translation>
    </message>
    <message>
        <source>Stop the rehearsal</source>
        <translation>إيقاف التدريب</translation>
    </message>
    <message>
        <source>The limit is that of the machine&apos;s own level again at once</source>
        <translation>يعود الحد فورًا إلى حد مستوى الجهاز نفسه</translation>
    </message>
</context>
<context>
    <name>manometer::gui::ConnectDialog</name>
    <message>
        <source>Choose…</source>
        <translation>اختيار…</translation>
    </message>
    <message>
        <source>&amp;Allow changes</source>
        <translation>ال&amp;سماح بالتغييرات</translation>
    </message>
    <message>
        <source>Connect to another Manometer</source>
        <translation>الاتصال بـ Manometer آخر</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>Token file</source>
        <translation>ملف رمز الوصول</translation>
    </message>
    <message>
        <source>Choose the token file</source>
        <translation>اختيار ملف رمز الوصول</translation>
    </message>
    <message>
        <source>A window of its own shows it. For a Manometer on another machine, forward its socket first, for instance:
ssh -N -L /tmp/far.sock:/run/user/1000/manometer/api.sock HOST</source>
        <translation>يُعرض في نافذة خاصة به. لعرض Manometer على جهاز آخر، أعد توجيه مقبسه أولاً، مثلاً:
ssh -N -L /tmp/far.sock:/run/user/1000/manometer/api.sock HOST</translation>
    </message>
    <message>
        <source>A&amp;ddress</source>
        <translation>الع&amp;نوان</translation>
    </message>
    <message>
        <source>&amp;Token file</source>
        <translation>&amp;ملف رمز الوصول</translation>
    </message>
    <message>
        <source>&amp;Connect</source>
        <translation>ا&amp;تصال</translation>
    </message>
</context>
<context>
    <name>manometer::gui::ConnectionBar</name>
    <message>
        <source>Connection</source>
        <translation>الاتصال</translation>
    </message>
</context>
<context>
    <name>manometer::gui::ControlFields</name>
    <message>
        <source> s</source>
        <translation> ث</translation>
    </message>
    <message>
        <source> MiB</source>
        <translation> MiB</translation>
    </message>
    <message>
        <source> %</source>
        <translation> ٪</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>الثواني</translation>
    </message>
    <message>
        <source>mebibytes</source>
        <translation>ميبيبايت</translation>
    </message>
    <message>
        <source>a count</source>
        <translation>عدد</translation>
    </message>
    <message>
        <source>percent</source>
        <translation>نسبة مئوية</translation>
    </message>
    <message>
        <source>a share; 1 is all</source>
        <translation>حصة، والواحد هو الكل</translation>
    </message>
</context>
<context>
    <name>manometer::gui::CopyRows</name>
    <message>
        <source>Commands for the row</source>
        <translation>أوامر الصف</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;نسخ</translation>
    </message>
    <message>
        <source>Copy c&amp;ell</source>
        <comment>of a table</comment>
        <translation>نسخ ال&amp;خلية</translation>
    </message>
</context>
<context>
    <name>manometer::gui::CutCard</name>
    <message>
        <source>Last cut</source>
        <translation>آخر خفض</translation>
    </message>
    <message>
        <source>Time of the last cut</source>
        <translation>وقت آخر خفض</translation>
    </message>
    <message>
        <source>Effect of the last cut</source>
        <translation>أثر آخر خفض</translation>
    </message>
    <message>
        <source>Details of the last cut</source>
        <translation>تفاصيل آخر خفض</translation>
    </message>
    <message>
        <source>Raise limit…</source>
        <translation>رفع الحد…</translation>
    </message>
    <message>
        <source>Raise the limit of the cache</source>
        <translation>رفع حد الخبيئة</translation>
    </message>
    <message>
        <source>A larger cache has more to give back. Opens the settings.</source>
        <translation>للخبيئة الأكبر ما تعيده أكثر. يفتح الإعدادات.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>لا شيء</translation>
    </message>
    <message>
        <source>Memory pressure has not cut the cache&apos;s limit yet.</source>
        <translation>لم يخفض ضغط الذاكرة حد الخبيئة بعد.</translation>
    </message>
    <message>
        <source>Last cache cut</source>
        <translation>آخر خفض للخبيئة</translation>
    </message>
    <message>
        <source>Last cache cut, %1</source>
        <comment>a time</comment>
        <translation>آخر خفض للخبيئة، %1</translation>
    </message>
    <message>
        <source>Show the entries that are on disk only</source>
        <translation>إظهار المدخلات الموجودة على القرص فقط</translation>
    </message>
    <message>
        <source>Lists the entries that are on disk, but not in memory: those that cuts evicted, and those that were never in memory since the start.</source>
        <translation>يسرد المدخلات الموجودة على القرص دون الذاكرة: تلك التي أخلاها الخفض، وتلك التي لم تكن في الذاكرة منذ البدء.</translation>
    </message>
    <message>
        <source>List…</source>
        <comment>button: show the entries that are not in memory</comment>
        <translation>قائمة…</translation>
    </message>
    <message>
        <source>Cost of the last cut</source>
        <translation>كلفة آخر خفض</translation>
    </message>
</context>
<context>
    <name>manometer::gui::DayDelegate</name>
    <message>
        <source>Today</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>أمس</translation>
    </message>
</context>
<context>
    <name>manometer::gui::DiagnosticsDialog</name>
    <message>
        <source>Include the names of files, folders and programs, and my &amp;notes</source>
        <translation>ضمّن أسماء الملفات والمجلدات والبرامج، و&amp;ملاحظاتي</translation>
    </message>
    <message>
        <source>Save diagnostics</source>
        <translation>احفظ بيانات التشخيص</translation>
    </message>
    <message>
        <source>Buttons</source>
        <translation>الأزرار</translation>
    </message>
    <message>
        <source>Archives (*.tar.gz)</source>
        <translation>أرشيفات (*.tar.gz)</translation>
    </message>
    <message>
        <source>off</source>
        <translation>معطّل</translation>
    </message>
    <message>
        <source>Creates one archive for a bug report: the versions of the program and the system, the available signals, the settings, the cache statistics, and the samples and events of the last day. Nothing is sent.</source>
        <translation>يُنشئ أرشيفًا واحدًا لبلاغ عن علة: إصدارا البرنامج والنظام، والإشارات المتاحة، والإعدادات، وأرقام الخبيئة، وعينات اليوم الأخير وأحداثه. لا يُرسَل شيء.</translation>
    </message>
    <message>
        <source>Contents of the archive</source>
        <translation>محتوى الأرشيف</translation>
    </message>
    <message>
        <source>If off, names are replaced by numbers. Check the archive before you send it.</source>
        <translation>إذا عُطّل استُبدلت الأسماء بأرقام. راجع الأرشيف قبل إرساله.</translation>
    </message>
</context>
<context>
    <name>manometer::gui::DockTitles</name>
    <message>
        <source>&amp;Open in a window of its own</source>
        <translation>فتح في نافذة م&amp;ستقلة</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>إ&amp;غلاق</translation>
    </message>
</context>
<context>
    <name>manometer::gui::DraftBar</name>
    <message>
        <source>State of the draft</source>
        <translation>حالة المسودة</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>تطبيق</translation>
    </message>
    <message>
        <source>Draft of the thresholds</source>
        <translation>مسودة العتبات</translation>
    </message>
    <message>
        <source>Revert the draft</source>
        <translation>التراجع عن المسودة</translation>
    </message>
    <message>
        <source>Apply the draft</source>
        <translation>تطبيق المسودة</translation>
    </message>
    <message>
        <source>Put the draft into effect (Ctrl+Enter)</source>
        <translation>إنفاذ المسودة (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a level, where it begins</comment>
        <translation>«%1» %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s), not in effect until you apply</source>
        <translation>
            <numerusform>لا تغييرات</numerusform>
            <numerusform>تغيير واحد، لا يسري قبل تطبيقه</numerusform>
            <numerusform>تغييران، لا يسريان قبل تطبيقهما</numerusform>
            <numerusform>%Ln تغييرات، لا تسري قبل تطبيقها</numerusform>
            <numerusform>%Ln تغييرًا، لا تسري قبل تطبيقها</numerusform>
            <numerusform>%Ln تغيير، لا تسري قبل تطبيقها</numerusform>
        </translation>
    </message>
    <message>
        <source>In effect: %1</source>
        <translation>الساري: %1</translation>
    </message>
    <message>
        <source> · </source>
        <comment>between the levels</comment>
        <translation> · </translation>
    </message>
    <message>
        <source>Apply mine</source>
        <extracomment>Of a draft, although others have applied something else</extracomment>
        <translation>طبّق مسودتي</translation>
    </message>
    <message>
        <source>Put the draft into effect, on top of what was changed elsewhere (Ctrl+Enter)</source>
        <translation>إنفاذ المسودة فوق ما غُيّر في مكان آخر (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <extracomment>Discard a draft for what others have applied</extracomment>
        <translation>اعتمد تغييرهم</translation>
    </message>
    <message>
        <source>Discard the draft and keep what is in effect (Esc)</source>
        <translation>تجاهل المسودة والإبقاء على القيم السارية (Esc)</translation>
    </message>
    <message>
        <source>Discard the draft (Esc)</source>
        <translation>تجاهل المسودة (Esc)</translation>
    </message>
    <message>
        <source>%1. Changed elsewhere meanwhile: %2</source>
        <extracomment>%1 is the number of changes in the draft, as a sentence; %2 a list of changes by others</extracomment>
        <translation>%1. غُيّر في مكان آخر أثناء ذلك: %2</translation>
    </message>
    <message>
        <source>Cannot be applied: %1</source>
        <translation>لا يمكن التطبيق: %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s): What if shows what they would have done</source>
        <translation>
            <numerusform>لا تغييرات</numerusform>
            <numerusform>تغيير واحد: تعرض «ماذا لو» ما كان سيفعله</numerusform>
            <numerusform>تغييران: تعرض «ماذا لو» ما كانا سيفعلانه</numerusform>
            <numerusform>%Ln تغييرات: تعرض «ماذا لو» ما كانت ستفعله</numerusform>
            <numerusform>%Ln تغييرًا: تعرض «ماذا لو» ما كانت ستفعله</numerusform>
            <numerusform>%Ln تغيير: تعرض «ماذا لو» ما كانت ستفعله</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>manometer::gui::DraftKeeper</name>
    <message>
        <source>restore the draft</source>
        <translation>استعادة المسودة</translation>
    </message>
</context>
<context>
    <name>manometer::gui::EntryColumns</name>
    <message>
        <source>Columns</source>
        <translation>الأعمدة</translation>
    </message>
    <message>
        <source>&amp;Default columns</source>
        <translation>الأعمدة الا&amp;فتراضية</translation>
    </message>
    <message>
        <source>Move this column towards the &amp;start</source>
        <translation>انقل هذا العمود نحو ال&amp;بداية</translation>
    </message>
    <message>
        <source>Move this column towards the &amp;end</source>
        <translation>انقل هذا العمود نحو ال&amp;نهاية</translation>
    </message>
</context>
<context>
    <name>manometer::gui::EntryCommands</name>
    <message>
        <source>Cop&amp;y path</source>
        <translation>انسخ ال&amp;مسار</translation>
    </message>
    <message>
        <source>Copy metadata as &amp;JSON</source>
        <translation>ا&amp;نسخ البيانات الوصفية بصيغة JSON</translation>
    </message>
    <message>
        <source>Open &amp;folder</source>
        <translation>ا&amp;فتح المجلد</translation>
    </message>
    <message>
        <source>Path copied.</source>
        <translation>نُسخ المسار.</translation>
    </message>
    <message>
        <source>Metadata copied.</source>
        <translation>نُسخت البيانات الوصفية.</translation>
    </message>
    <message>
        <source>&amp;Read again now</source>
        <translation>أعد ال&amp;قراءة الآن</translation>
    </message>
    <message>
        <source>Not read again: cancelled.</source>
        <translation>لم تُعَد القراءة: أُلغيت.</translation>
    </message>
    <message>
        <source>Not read again: %1</source>
        <translation>لم تُعَد القراءة: %1</translation>
    </message>
    <message>
        <source>%1 was read again.</source>
        <translation>أُعيدت قراءة %1.</translation>
    </message>
    <message>
        <source>%1 no longer exists; its entry was removed.</source>
        <translation>لم يعد %1 موجودًا؛ وأُسقط مدخله.</translation>
    </message>
    <message>
        <source>Not read again: the entry has been removed.</source>
        <translation>لم تُعَد القراءة: أُزيل المدخل.</translation>
    </message>
    <message>
        <source>Path copied as displayed: it contains characters that are not plain text.</source>
        <translation>نُسخ المسار كما يُعرض: ففيه محارف ليست نصًا صرفًا.</translation>
    </message>
    <message>
        <source>The folder cannot be opened from here: its name is not valid text.</source>
        <translation>لا يمكن فتح المجلد من هنا: اسمه ليس نصًا صالحًا.</translation>
    </message>
    <message>
        <source>No program could open folder %1. Set a file manager as the desktop&apos;s default.</source>
        <translation>لم يتمكن أي برنامج من فتح المجلد %1. عيّن مدير ملفات افتراضيًا لسطح المكتب.</translation>
    </message>
</context>
<context>
    <name>manometer::gui::EntryDetails</name>
    <message>
        <source>in memory and on disk</source>
        <translation>في الذاكرة وعلى القرص</translation>
    </message>
    <message>
        <source>in memory</source>
        <translation>في الذاكرة</translation>
    </message>
    <message>
        <source>on disk</source>
        <translation>على القرص</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>القيمة</translation>
    </message>
    <message>
        <source>Select an entry to see its metadata.</source>
        <translation>حدد مدخلًا لرؤية بياناته الوصفية.</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>المسار</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>العمق</translation>
    </message>
    <message>
        <source>File changed</source>
        <translation>آخر تعديل للملف</translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation>البيانات الوصفية</translation>
    </message>
    <message>
        <source>Size on disk, compressed</source>
        <translation>على القرص، مضغوطة</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>الإصابات</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>آخر استخدام</translation>
    </message>
    <message>
        <source>%1 more bytes are not shown.</source>
        <translation>بايتات أخرى غير معروضة: %1.</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>مثبّت</translation>
    </message>
    <message>
        <source>no</source>
        <translation>لا</translation>
    </message>
    <message>
        <source>no longer cached</source>
        <translation>لم يعد في الخبيئة</translation>
    </message>
    <message>
        <source>Property</source>
        <translation>الخاصية</translation>
    </message>
    <message>
        <source>This entry has been removed.</source>
        <translation>أُزيل هذا المدخل.</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>المكان</translation>
    </message>
    <message>
        <source>yes, until unpinned</source>
        <translation>نعم، حتى يُلغى تثبيته</translation>
    </message>
    <message>
        <source>File size</source>
        <translation>حجم الملف</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>وقت التخزين</translation>
    </message>
    <message>
        <source>Read time</source>
        <translation>مدة القراءة</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>الخيارات</translation>
    </message>
    <message>
        <source>Exit status</source>
        <translation>حالة الخروج</translation>
    </message>
    <message>
        <source>damaged, or not what they begin as</source>
        <translation>تالف، أو يخالف ما يبدأ به</translation>
    </message>
    <message>
        <source>of a type that the metadata reader does not know</source>
        <translation>من نوع لا يعرفه قارئ البيانات الوصفية</translation>
    </message>
    <message>
        <source>none: the file is empty</source>
        <translation>لا محتوى: الملف فارغ</translation>
    </message>
    <message>
        <source>the metadata reader failed</source>
        <translation>فشل قارئ البيانات الوصفية</translation>
    </message>
    <message>
        <source>understood by the metadata reader</source>
        <translation>فهمه قارئ البيانات الوصفية</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>المحتوى</translation>
    </message>
</context>
<context>
    <name>manometer::gui::EntryModel</name>
    <message>
        <source>Path</source>
        <translation>المسار</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>الحجم</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>الإصابات</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>آخر استخدام</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>وقت التخزين</translation>
    </message>
    <message>
        <source>both</source>
        <translation>كلاهما</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>الذاكرة</translation>
    </message>
    <message>
        <source>disk</source>
        <translation>القرص</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>مثبّت</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>الطبقة</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>مثبّت</translation>
    </message>
    <message>
        <source>File changed</source>
        <translation>آخر تعديل للملف</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>العمق</translation>
    </message>
    <message>
        <source>none</source>
        <translation>لا شيء</translation>
    </message>
    <message>
        <source>(removed)</source>
        <translation>(أُزيل)</translation>
    </message>
    <message>
        <source>Size of the cached metadata, not of the file.</source>
        <translation>حجم البيانات الوصفية المخبّأة، لا حجم الملف.</translation>
    </message>
    <message>
        <source>Read time</source>
        <translation>مدة القراءة</translation>
    </message>
</context>
<context>
    <name>manometer::gui::EntryRemoval</name>
    <message>
        <source>Deleting…</source>
        <translation>يجري الحذف…</translation>
    </message>
    <message>
        <source>Stopped: %1 of %2 entries deleted.</source>
        <translation>أُوقف: حُذف %1 من أصل %2 من المدخلات.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries deleted.</source>
        <translation>
            <numerusform>لم يُحذف أي مدخل.</numerusform>
            <numerusform>حُذف مدخل واحد.</numerusform>
            <numerusform>حُذف مدخلان.</numerusform>
            <numerusform>حُذفت %Ln مدخلات.</numerusform>
            <numerusform>حُذف %Ln مدخلًا.</numerusform>
            <numerusform>حُذف %Ln مدخل.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>أغلق</translation>
    </message>
    <message>
        <source>delete entries</source>
        <comment>a step that can be undone</comment>
        <translation>حذف مدخلات</translation>
    </message>
    <message>
        <source>Counting the entries to delete…</source>
        <translation>يجري عدّ المدخلات التي ستُحذف…</translation>
    </message>
    <message>
        <source>The selected entries no longer exist.</source>
        <translation>لم تعد المدخلات المحددة موجودة.</translation>
    </message>
    <message>
        <source>%1 of %2 entries deleted; the others no longer existed.</source>
        <translation>حُذف %1 من أصل %2 من المدخلات؛ ولم تعد البقية موجودة.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries restored.</source>
        <translation>
            <numerusform>لم يُستعد أي مدخل.</numerusform>
            <numerusform>استُعيد مدخل واحد.</numerusform>
            <numerusform>استُعيد مدخلان.</numerusform>
            <numerusform>استُعيدت %Ln مدخلات.</numerusform>
            <numerusform>استُعيد %Ln مدخلًا.</numerusform>
            <numerusform>استُعيد %Ln مدخل.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 entries restored; the others were read again or did not fit.</source>
        <translation>استُعيد %1 من أصل %2 من المدخلات؛ والبقية قُرئت من جديد أو لم يتّسع لها المكان.</translation>
    </message>
    <message>
        <source>The deletion can no longer be undone: memory ran short, and the deleted entries were freed.</source>
        <translation>لم يعد التراجع عن الحذف ممكنًا: شحّت الذاكرة فأُفرغت المدخلات المحذوفة.</translation>
    </message>
    <message>
        <source>The entries cannot be deleted: %1</source>
        <translation>لا يمكن حذف الإدخالات: %1</translation>
    </message>
    <message>
        <source>The entries cannot be restored: %1</source>
        <translation>لا يمكن استعادة الإدخالات: %1</translation>
    </message>
</context>
<context>
    <name>manometer::gui::EventModel</name>
    <message>
        <source>Time</source>
        <translation>الوقت</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>الوصف</translation>
    </message>
</context>
<context>
    <name>manometer::gui::EventPage</name>
    <message>
        <source>Events</source>
        <translation>الأحداث</translation>
    </message>
    <message>
        <source>Show only events that contain this text</source>
        <translation>اعرض فقط الأحداث التي تحوي هذا النص</translation>
    </message>
    <message>
        <source>Filter events by text</source>
        <translation>رشّح الأحداث بالنص</translation>
    </message>
    <message>
        <source>Show only events of this kind</source>
        <translation>اعرض فقط الأحداث من هذا النوع</translation>
    </message>
    <message>
        <source>Follow: keep the newest event in view</source>
        <translation>تتبّع: أبقِ أحدث حدث ظاهرًا</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>تتبّع</translation>
    </message>
    <message>
        <source>Go to the newest event</source>
        <translation>انتقل إلى أحدث حدث</translation>
    </message>
    <message>
        <source>List of events</source>
        <translation>قائمة الأحداث</translation>
    </message>
    <message>
        <source>Events, oldest first</source>
        <translation>الأحداث، الأقدم أولًا</translation>
    </message>
    <message>
        <source>No events</source>
        <translation>لا أحداث</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>كل الأنواع</translation>
    </message>
    <message>
        <source>Cache and store</source>
        <translation>الخبيئة والمخزن</translation>
    </message>
    <message>
        <source>Thresholds and settings</source>
        <translation>العتبات والإعدادات</translation>
    </message>
    <message>
        <source>Scans</source>
        <translation>عمليات الفحص</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new</source>
        <translation>
            <numerusform>لا جديد</numerusform>
            <numerusform>حدث جديد</numerusform>
            <numerusform>حدثان جديدان</numerusform>
            <numerusform>%Ln أحداث جديدة</numerusform>
            <numerusform>%Ln حدثًا جديدًا</numerusform>
            <numerusform>%Ln حدث جديد</numerusform>
        </translation>
    </message>
    <message>
        <source>No event matches the filter. Clear it to see all %1.</source>
        <translation>لا حدث يطابق المرشّح. أفرغه لرؤية الأحداث كلها (%1).</translation>
    </message>
    <message>
        <source>Levels and forecasts</source>
        <translation>المستويات والتوقّعات</translation>
    </message>
    <message>
        <source>Signal, clock and recording</source>
        <translation>الإشارة والساعة والتسجيل</translation>
    </message>
    <message>
        <source>Show only events of this level</source>
        <translation>اعرض فقط أحداث هذا المستوى</translation>
    </message>
    <message>
        <source>In view</source>
        <translation>المعروض</translation>
    </message>
    <message>
        <source>All levels</source>
        <translation>كل المستويات</translation>
    </message>
    <message>
        <source>%1 and above</source>
        <translation>%1 فما فوق</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>الملاحظات</translation>
    </message>
    <message>
        <source>Shows only events whose description contains this text.</source>
        <translation>يعرض فقط الأحداث التي يرد هذا النص في وصفها.</translation>
    </message>
    <message>
        <source>Shows only events of this kind: level changes, cache actions, scans, notes and others.</source>
        <translation>يعرض فقط الأحداث من هذا النوع: تغيّر المستوى وإجراءات الخبيئة والفحص والملاحظات وغيرها.</translation>
    </message>
    <message>
        <source>Shows only events of this level and above.</source>
        <translation>يعرض فقط أحداث هذا المستوى وما فوقه.</translation>
    </message>
    <message>
        <source>Shows only events in the visible time range of the chart.</source>
        <translation>يعرض فقط أحداث النطاق الزمني المعروض في الرسم البياني.</translation>
    </message>
    <message>
        <source>Show only events in the visible time range of the chart</source>
        <translation>اعرض فقط أحداث النطاق الزمني المعروض في الرسم البياني</translation>
    </message>
    <message>
        <source>Keeps the newest event in view. Scrolling up turns this off; a button then shows the number of new events.</source>
        <translation>يُبقي أحدث حدث ظاهرًا. التمرير إلى أعلى يعطّل ذلك، ثم يعرض زر عدد الأحداث الجديدة.</translation>
    </message>
    <message>
        <source>No events yet. Changes of the level, the cache limit and the thresholds appear here.</source>
        <translation>لا أحداث بعد. هنا تظهر تغيّرات المستوى وحد الخبيئة والعتبات.</translation>
    </message>
    <message>
        <source>API</source>
        <translation>واجهة البرمجة</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>العمليات</translation>
    </message>
    <message>
        <source>&amp;Show on the chart</source>
        <translation>إ&amp;ظهار على المخطط</translation>
    </message>
</context>
<context>
    <name>manometer::gui::ExportProgress</name>
    <message>
        <source>Export</source>
        <translation>التصدير</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>ألغِ</translation>
    </message>
    <message>
        <source>Cancel the export</source>
        <translation>ألغِ التصدير</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>تقدّم التصدير</translation>
    </message>
</context>
<context>
    <name>manometer::gui::FailureModel</name>
    <message>
        <source>File</source>
        <translation>الملف</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
</context>
<context>
    <name>manometer::gui::FileCommands</name>
    <message>
        <source>Add folder</source>
        <translation>أضف مجلدًا</translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation>قيم مفصولة بفواصل (*.csv)</translation>
    </message>
    <message>
        <source>Save picture of the chart</source>
        <translation>احفظ صورة الرسم البياني</translation>
    </message>
    <message>
        <source>PNG pictures (*.png)</source>
        <translation>صور PNG (*.png)</translation>
    </message>
    <message>
        <source>Status copied</source>
        <translation>نُسخت الحالة</translation>
    </message>
    <message>
        <source>Export all samples</source>
        <translation>صدّر كل العينات</translation>
    </message>
    <message>
        <source>Export all events</source>
        <translation>صدّر كل الأحداث</translation>
    </message>
    <message>
        <source>For spreadsheets: &apos;;&apos; separator, &apos;,&apos; decimal point (*.csv)</source>
        <translation>لبرامج الجداول: الفاصل «;» والفاصلة العشرية «,» (*.csv)</translation>
    </message>
    <message>
        <source>Export samples in view</source>
        <translation>صدّر العينات المعروضة</translation>
    </message>
    <message>
        <source>Export events in view</source>
        <translation>صدّر الأحداث المعروضة</translation>
    </message>
    <message>
        <source>Export listed cache entries</source>
        <translation>صدّر مدخلات الخبيئة المعروضة في القائمة</translation>
    </message>
    <message>
        <source>Record samples</source>
        <translation>سجّل العينات</translation>
    </message>
    <message>
        <source>Picture saved to %1</source>
        <translation>حُفظت الصورة في %1</translation>
    </message>
    <message>
        <source>Picture not saved to %1: %2</source>
        <translation>لم تُحفظ الصورة في %1: %2</translation>
    </message>
    <message>
        <source>The folder is not scanned: %1</source>
        <translation>لا يُقرأ المجلد: %1</translation>
    </message>
    <message>
        <source>Recordings without names of files and folders (*.manometer)</source>
        <translation>تسجيلات بلا أسماء ملفات ومجلدات (*.manometer)</translation>
    </message>
    <message>
        <source>Recordings with names of files and folders (*.manometer)</source>
        <translation>تسجيلات مع أسماء الملفات والمجلدات (*.manometer)</translation>
    </message>
    <message>
        <source>Recordings (*.manometer)</source>
        <translation>تسجيلات (*.manometer)</translation>
    </message>
    <message>
        <source>Save recording of the time in view</source>
        <translation>حفظ تسجيل المدة المعروضة</translation>
    </message>
    <message>
        <source>Save whole recording</source>
        <translation>حفظ التسجيل كاملًا</translation>
    </message>
</context>
<context>
    <name>manometer::gui::FolderModel</name>
    <message>
        <source>(directly in this folder)</source>
        <translation>(في هذا المجلد مباشرة)</translation>
    </message>
    <message numerus="yes">
        <source>(directly in this folder and in %Ln small ones)</source>
        <translation>
            <numerusform>(في هذا المجلد مباشرة وفي %Ln مجلد صغير)</numerusform>
            <numerusform>(في هذا المجلد مباشرة وفي مجلد صغير واحد)</numerusform>
            <numerusform>(في هذا المجلد مباشرة وفي مجلدين صغيرين)</numerusform>
            <numerusform>(في هذا المجلد مباشرة وفي %Ln مجلدات صغيرة)</numerusform>
            <numerusform>(في هذا المجلد مباشرة وفي %Ln مجلدًا صغيرًا)</numerusform>
            <numerusform>(في هذا المجلد مباشرة وفي %Ln مجلد صغير)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln small folders below it are not listed; their entries are counted here.</source>
        <translation>
            <numerusform>%Ln مجلد صغير تحته غير مسرود؛ ومدخلاته محسوبة هنا.</numerusform>
            <numerusform>تحته مجلد صغير واحد غير مسرود؛ ومدخلاته محسوبة هنا.</numerusform>
            <numerusform>تحته مجلدان صغيران غير مسرودين؛ ومدخلاتهما محسوبة هنا.</numerusform>
            <numerusform>تحته %Ln مجلدات صغيرة غير مسرودة؛ ومدخلاتها محسوبة هنا.</numerusform>
            <numerusform>تحته %Ln مجلدًا صغيرًا غير مسرودة؛ ومدخلاتها محسوبة هنا.</numerusform>
            <numerusform>تحته %Ln مجلد صغير غير مسرودة؛ ومدخلاتها محسوبة هنا.</numerusform>
        </translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>المجلد</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>المدخلات</translation>
    </message>
    <message>
        <source>In memory</source>
        <translation>في الذاكرة</translation>
    </message>
    <message>
        <source>On disk</source>
        <translation>على القرص</translation>
    </message>
    <message>
        <source>Share of entries</source>
        <translation>الحصة من المدخلات</translation>
    </message>
    <message>
        <source>Share in memory</source>
        <translation>الحصة في الذاكرة</translation>
    </message>
    <message>
        <source>Share on disk</source>
        <translation>الحصة على القرص</translation>
    </message>
    <message>
        <source>Size of the cached metadata in memory. Neither your files nor what the cache needs besides is counted.</source>
        <translation>حجم البيانات الوصفية المخبّأة في الذاكرة. لا تُحسب ملفاتك ولا ما تحتاجه الخبيئة سوى ذلك.</translation>
    </message>
    <message>
        <source>Size of the cached metadata on disk, compressed. Neither your files nor what the cache&apos;s files hold besides is counted.</source>
        <translation>حجم البيانات الوصفية المخبّأة على القرص وهي مضغوطة. لا تُحسب ملفاتك ولا ما تضمه ملفات الخبيئة سوى ذلك.</translation>
    </message>
</context>
<context>
    <name>manometer::gui::FoldersPanel</name>
    <message>
        <source>Sizes by folder</source>
        <translation>الأحجام بحسب المجلد</translation>
    </message>
    <message>
        <source>List the entries of the selected folder</source>
        <translation>اسرد مدخلات المجلد المحدد</translation>
    </message>
    <message>
        <source>Count the folders again</source>
        <translation>عُدّ المجلدات من جديد</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>حدّث</translation>
    </message>
    <message>
        <source>Back to the cache entries</source>
        <translation>العودة إلى مدخلات الخبيئة</translation>
    </message>
    <message>
        <source>Entries</source>
        <comment>button that shows the list of cache entries</comment>
        <translation>المدخلات</translation>
    </message>
    <message>
        <source>Counting in progress</source>
        <translation>العدّ جارٍ</translation>
    </message>
    <message>
        <source>Progress of counting</source>
        <translation>تقدّم العدّ</translation>
    </message>
    <message>
        <source>Cancel counting</source>
        <translation>ألغِ العدّ</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>ألغِ</translation>
    </message>
    <message>
        <source>Folders of the cache entries and their sizes</source>
        <translation>مجلدات مدخلات الخبيئة وأحجامها</translation>
    </message>
    <message>
        <source>No folders</source>
        <translation>لا مجلدات</translation>
    </message>
    <message>
        <source>What was counted, and when</source>
        <translation>ما عُدّ ومتى</translation>
    </message>
    <message>
        <source>&amp;Filter by this folder</source>
        <translation>ر&amp;شّح بهذا المجلد</translation>
    </message>
    <message>
        <source>Cop&amp;y path</source>
        <translation>انسخ ال&amp;مسار</translation>
    </message>
    <message>
        <source>Counting was cancelled.</source>
        <translation>أُلغي العدّ.</translation>
    </message>
    <message>
        <source>Not counted: %1</source>
        <translation>لم يجرِ العدّ: %1</translation>
    </message>
    <message>
        <source>Columns of the folders</source>
        <translation>أعمدة المجلدات</translation>
    </message>
    <message>
        <source>Filter by folder</source>
        <translation>رشّح بالمجلد</translation>
    </message>
    <message>
        <source>Listing the entries…</source>
        <translation>تُسرد المدخلات…</translation>
    </message>
    <message>
        <source>Counting: %1 of %2 entries</source>
        <translation>العدّ: %1 من أصل %2 من المدخلات</translation>
    </message>
    <message>
        <source>Path copied.</source>
        <translation>نُسخ المسار.</translation>
    </message>
    <message>
        <source>Path copied as displayed: it contains characters that are not plain text.</source>
        <translation>نُسخ المسار كما يُعرض: ففيه محارف ليست نصًا صرفًا.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries</source>
        <translation>
            <numerusform>%Ln مدخل</numerusform>
            <numerusform>مدخل واحد</numerusform>
            <numerusform>مدخلان</numerusform>
            <numerusform>%Ln مدخلات</numerusform>
            <numerusform>%Ln مدخلًا</numerusform>
            <numerusform>%Ln مدخل</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 that match %2</source>
        <comment>a number of entries, the filter</comment>
        <translation>%1 تطابق %2</translation>
    </message>
    <message>
        <source>%1 in %2, as of %3</source>
        <comment>entries, folders, a time</comment>
        <translation>%1 في %2، حتى %3</translation>
    </message>
    <message numerus="yes">
        <source>%Ln folders</source>
        <comment>after: entries in</comment>
        <translation>
            <numerusform>%Ln مجلد</numerusform>
            <numerusform>مجلد واحد</numerusform>
            <numerusform>مجلدين</numerusform>
            <numerusform>%Ln مجلدات</numerusform>
            <numerusform>%Ln مجلدًا</numerusform>
            <numerusform>%Ln مجلد</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1; %Ln small folders are counted in the ones above them</source>
        <comment>what was counted</comment>
        <translation>
            <numerusform>%1؛ و%Ln مجلد صغير محسوب في المجلد الذي فوقه</numerusform>
            <numerusform>%1؛ ومجلد صغير واحد محسوب في المجلد الذي فوقه</numerusform>
            <numerusform>%1؛ ومجلدان صغيران محسوبان في المجلدات التي فوقهما</numerusform>
            <numerusform>%1؛ و%Ln مجلدات صغيرة محسوبة في المجلدات التي فوقها</numerusform>
            <numerusform>%1؛ و%Ln مجلدًا صغيرًا محسوبة في المجلدات التي فوقها</numerusform>
            <numerusform>%1؛ و%Ln مجلد صغير محسوبة في المجلدات التي فوقها</numerusform>
        </translation>
    </message>
    <message>
        <source>Counting the entries of each folder…</source>
        <translation>تُعدّ مدخلات كل مجلد…</translation>
    </message>
    <message>
        <source>%1 Press &apos;Refresh&apos; to count the folders.</source>
        <comment>why there is no count</comment>
        <translation>%1 يعدّ «حدّث» المجلدات.</translation>
    </message>
    <message>
        <source>The cache is empty. Use &apos;Add folder&apos; to read the metadata of a folder&apos;s files.</source>
        <translation>الخبيئة فارغة. استعمل «أضف مجلدًا» لقراءة البيانات الوصفية لملفات مجلد.</translation>
    </message>
    <message>
        <source>No entry matches the filter %1. Clear it to see all folders.</source>
        <translation>لا مدخل يطابق المرشّح %1. أفرغه لرؤية كل المجلدات.</translation>
    </message>
    <message>
        <source>What the sizes are</source>
        <translation>ما تعنيه الأحجام</translation>
    </message>
    <message>
        <source>What of the filter is not in effect here</source>
        <translation>ما لا يسري هنا من المرشّح</translation>
    </message>
    <message>
        <source>Sizes of the cached metadata alone. The cache&apos;s files are larger: they also hold keys, indexes and free space.</source>
        <translation>أحجام البيانات الوصفية المخبّأة وحدها. وملفات الخبيئة أكبر، فهي تضم أيضًا المفاتيح والفهارس والمساحة الفارغة.</translation>
    </message>
    <message>
        <source>%1 Until then, all entries are counted.</source>
        <comment>what is wrong with the filter</comment>
        <translation>%1 وتُعدّ جميع المدخلات إلى حين ذلك.</translation>
    </message>
    <message>
        <source>%1 Until then, what matches %2 is counted.</source>
        <comment>what is wrong with the filter, the last one</comment>
        <translation>%1 ويُعدّ ما يطابق %2 إلى حين ذلك.</translation>
    </message>
    <message>
        <source>The folder in the filter is not in effect here: all folders are counted.</source>
        <translation>لا يسري هنا المجلد الوارد في المرشّح: تُعدّ جميع المجلدات.</translation>
    </message>
</context>
<context>
    <name>manometer::gui::HandleColumn</name>
    <message>
        <source>Drag to change where %1 begins. Snaps to percentiles; hold Alt to prevent it. Not in effect until you apply.</source>
        <translation>اسحب لتغيير بداية «%1». ينجذب المقبض إلى المئينات إلا مع Alt. لا يسري التغيير حتى تطبّقه.</translation>
    </message>
</context>
<context>
    <name>manometer::gui::HitCurve</name>
    <message>
        <source>Misses over the cache&apos;s limit</source>
        <translation>الإخفاقات بحسب حد الخبيئة</translation>
    </message>
    <message>
        <source>%1: %2 of the requests miss with %3 entries</source>
        <comment>a level</comment>
        <translation>«%1»: %2 من الطلبات تخطئ بعدد مدخلات %3</translation>
    </message>
    <message>
        <source>misses, over the cache&apos;s limit</source>
        <translation>الإخفاقات بحسب حد الخبيئة</translation>
    </message>
    <message>
        <source>%1 entries</source>
        <translation>مدخلات: %1</translation>
    </message>
</context>
<context>
    <name>manometer::gui::HolderModel</name>
    <message>
        <source>%1 (this program)</source>
        <translation>%1 (هذا البرنامج)</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>البرنامج</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>العملية</translation>
    </message>
    <message>
        <source>Resident</source>
        <translation>المقيمة</translation>
    </message>
    <message>
        <source>Own share</source>
        <translation>الحصة الخاصة</translation>
    </message>
    <message>
        <source>no permission</source>
        <translation>لا صلاحية</translation>
    </message>
    <message>
        <source>Share of machine</source>
        <translation>من ذاكرة الجهاز</translation>
    </message>
    <message>
        <source>at most %1</source>
        <comment>memory</comment>
        <translation>%1 على الأكثر</translation>
    </message>
    <message>
        <source>Swap</source>
        <translation>ذاكرة التبديل</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>العمليات</translation>
    </message>
    <message>
        <source>Control group</source>
        <translation>مجموعة التحكم</translation>
    </message>
    <message>
        <source>unknown control group</source>
        <translation>مجموعة تحكم غير معروفة</translation>
    </message>
    <message>
        <source>%1 (with this program)</source>
        <translation>%1 (فيها هذا البرنامج)</translation>
    </message>
    <message>
        <source>Control group: %1</source>
        <translation>مجموعة التحكم: %1</translation>
    </message>
</context>
<context>
    <name>manometer::gui::HoldersPage</name>
    <message>
        <source>Columns of the processes</source>
        <translation>أعمدة العمليات</translation>
    </message>
    <message>
        <source>The processes of this machine cannot be read.</source>
        <translation>تتعذّر قراءة عمليات هذا الجهاز.</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>العمليات</translation>
    </message>
    <message>
        <source>Processes that use most memory, largest first</source>
        <translation>العمليات الأكثر استهلاكًا للذاكرة، الأكبر أولًا</translation>
    </message>
    <message>
        <source>The cache uses %1, which is %2 of this machine&apos;s memory.</source>
        <comment>the size of the cache</comment>
        <translation>تستخدم الخبيئة %1، أي %2 من ذاكرة هذا الجهاز.</translation>
    </message>
    <message>
        <source>less than %1</source>
        <translation>أقل من %1</translation>
    </message>
    <message>
        <source>Shows the processes of now, or those that used most memory when the level changed or the cache&apos;s limit was cut.</source>
        <translation>يعرض العمليات الحالية، أو الأكثر استخدامًا للذاكرة حين تغيّر المستوى أو خُفض حد الخبيئة.</translation>
    </message>
    <message>
        <source>Moment whose processes are shown</source>
        <translation>اللحظة التي تُعرض عملياتها</translation>
    </message>
    <message>
        <source>Shows each process, or adds up the processes of a program or of a control group, such as a service or a user&apos;s session.</source>
        <translation>يعرض كل عملية، أو يجمع عمليات البرنامج الواحد أو مجموعة التحكم الواحدة، مثل خدمة أو جلسة مستخدم.</translation>
    </message>
    <message>
        <source>Group the processes</source>
        <translation>تجميع العمليات</translation>
    </message>
    <message>
        <source>What the list shows</source>
        <translation>ما تعرضه القائمة</translation>
    </message>
    <message>
        <source>Resident: all pages in memory, shared pages in full. Own share (PSS): shared pages are divided among the processes that share them. Largest first, by own share and swap together.</source>
        <translation>المقيمة: كل الصفحات الموجودة في الذاكرة، مع احتساب المشتركة كاملة. الحصة الخاصة (PSS): الصفحات المشتركة مقسومة على العمليات المشتركة فيها. الأكبر أولًا، بمجموع الحصة الخاصة وذاكرة التبديل.</translation>
    </message>
    <message>
        <source>Each process</source>
        <translation>كل عملية</translation>
    </message>
    <message>
        <source>By program</source>
        <translation>حسب البرنامج</translation>
    </message>
    <message>
        <source>By control group</source>
        <translation>حسب مجموعة التحكم</translation>
    </message>
    <message>
        <source>This is a rehearsal with figures from %1: it has no processes.</source>
        <comment>a folder</comment>
        <translation>هذا تدريب بأرقام من %1، ولا عمليات فيه.</translation>
    </message>
    <message numerus="yes">
        <source>The %Ln processes that used most memory then: %1, and %2 in swap.</source>
        <translation>
            <numerusform>العمليات الأكثر استخدامًا للذاكرة حينها (%Ln): %1، و%2 في ذاكرة التبديل.</numerusform>
            <numerusform>العملية الأكثر استخدامًا للذاكرة حينها: %1، و%2 في ذاكرة التبديل.</numerusform>
            <numerusform>العمليتان الأكثر استخدامًا للذاكرة حينها: %1، و%2 في ذاكرة التبديل.</numerusform>
            <numerusform>العمليات الـ%Ln الأكثر استخدامًا للذاكرة حينها: %1، و%2 في ذاكرة التبديل.</numerusform>
            <numerusform>العمليات الـ%Ln الأكثر استخدامًا للذاكرة حينها: %1، و%2 في ذاكرة التبديل.</numerusform>
            <numerusform>العمليات الـ%Ln الأكثر استخدامًا للذاكرة حينها: %1، و%2 في ذاكرة التبديل.</numerusform>
        </translation>
    </message>
    <message>
        <source>at most %1</source>
        <comment>memory</comment>
        <translation>%1 على الأكثر</translation>
    </message>
</context>
<context>
    <name>manometer::gui::JsonModel</name>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>القيمة</translation>
    </message>
</context>
<context>
    <name>manometer::gui::LevelCard</name>
    <message>
        <source>Memory pressure</source>
        <translation>ضغط الذاكرة</translation>
    </message>
    <message>
        <source>Applied level</source>
        <translation>المستوى الساري</translation>
    </message>
    <message>
        <source>Time since this level applies</source>
        <translation>مدة سريان هذا المستوى</translation>
    </message>
    <message>
        <source>Live or paused</source>
        <translation>مباشر أو موقوف مؤقتًا</translation>
    </message>
    <message>
        <source>Age of the newest sample</source>
        <translation>عمر أحدث عينة</translation>
    </message>
    <message>
        <source>Memory used, with the thresholds</source>
        <translation>الذاكرة المستخدمة مع العتبات</translation>
    </message>
    <message>
        <source>Icon of the applied level</source>
        <translation>أيقونة المستوى الساري</translation>
    </message>
    <message>
        <source>Who uses it</source>
        <comment>the memory: button that shows the processes</comment>
        <translation>من يستخدمها</translation>
    </message>
    <message>
        <source>Show the processes that use most memory</source>
        <translation>إظهار العمليات الأكثر استخدامًا للذاكرة</translation>
    </message>
    <message>
        <source>NO DATA</source>
        <translation>لا بيانات</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>منذ %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a level, its share of the time</comment>
        <translation>«%1» %2</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the levels</comment>
        <translation>، </translation>
    </message>
    <message>
        <source>PAUSED</source>
        <translation>موقوف مؤقتًا</translation>
    </message>
    <message>
        <source>STALE</source>
        <translation>بيانات قديمة</translation>
    </message>
    <message>
        <source>WAITING</source>
        <translation>في الانتظار</translation>
    </message>
    <message>
        <source>LIVE</source>
        <translation>مباشر</translation>
    </message>
    <message>
        <source>no sample yet</source>
        <translation>لا عينة بعد</translation>
    </message>
    <message>
        <source>Memory in use</source>
        <translation>الذاكرة المستخدمة</translation>
    </message>
    <message>
        <source>Why this level applies and what changes it, or why samples are missing</source>
        <translation>سبب سريان هذا المستوى وما يغيّره، أو سبب غياب العينات</translation>
    </message>
    <message>
        <source>Now: %1. In view: %2 to %3 in use, p95 %4</source>
        <translation>الآن: «%1». المعروض: المستخدم من %2 إلى %3، p95 %4</translation>
    </message>
    <message>
        <source>highest, %1 – %2</source>
        <comment>level between two times</comment>
        <translation>الأعلى، %1 – %2</translation>
    </message>
    <message>
        <source>now; no samples in view</source>
        <comment>the level</comment>
        <translation>الآن؛ لا عينات معروضة</translation>
    </message>
    <message>
        <source>%1 all the time</source>
        <comment>a level</comment>
        <translation>«%1» طوال الوقت</translation>
    </message>
    <message>
        <source>%1 %2 of the time</source>
        <comment>a level, its share of the time</comment>
        <translation>«%1» %2 من الوقت</translation>
    </message>
    <message>
        <source>At the end: %1. In view: %2 to %3 in use, p95 %4</source>
        <translation>في النهاية: %1. المعروض: من %2 إلى %3 مستخدمة، p95 ‏%4</translation>
    </message>
    <message>
        <source>RECORDING</source>
        <translation>تسجيل</translation>
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
        <translation>الضغط</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Thresholds</source>
        <translation>العتبات</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>الأحداث</translation>
    </message>
    <message>
        <source>Cache entries</source>
        <translation>مدخلات الخبيئة</translation>
    </message>
    <message>
        <source>Scan</source>
        <translation>الفحص</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>المصادر</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>العمليات</translation>
    </message>
    <message>
        <source>Not applied. See the reason on the Thresholds page.</source>
        <translation>لم تُطبَّق. السبب مبيّن في صفحة «العتبات».</translation>
    </message>
    <message>
        <source>Export cancelled; %1 was not saved.</source>
        <translation>أُلغي التصدير؛ ولم يُحفظ %1.</translation>
    </message>
    <message>
        <source>New thresholds are in effect. The level changes by two or more, so they revert unless you keep them.</source>
        <translation>عتبات جديدة سارية. يتغيّر المستوى درجتين أو أكثر، فسيُتراجع عنها ما لم تُبقِ عليها.</translation>
    </message>
    <message>
        <source>New thresholds are in effect.</source>
        <translation>عتبات جديدة سارية.</translation>
    </message>
    <message>
        <source>The note is not saved: %1</source>
        <translation>لم تُحفظ الملاحظة: %1</translation>
    </message>
    <message>
        <source>Manometer – %1 (read-only)</source>
        <translation>Manometer – %1 (للقراءة فقط)</translation>
    </message>
    <message>
        <source>Manometer – %1</source>
        <translation>Manometer – %1</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>المخطط</translation>
    </message>
    <message>
        <source>Nothing is undone or redone: other thresholds have come into effect since this step, and stay.</source>
        <translation>لم يُتراجع عن شيء ولم يُعد شيء: سرت عتبات أخرى بعد هذه الخطوة، وهي باقية.</translation>
    </message>
    <message>
        <source>Changed elsewhere meanwhile, in effect now: %1. The change made here can no longer be reverted.</source>
        <translation>غُيّر في مكان آخر أثناء ذلك، ويسري الآن: %1. لم يعد التراجع عن التغيير الذي جرى هنا ممكنًا.</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>موافق</translation>
    </message>
    <message>
        <source>The new thresholds are not in effect: %1</source>
        <translation>العتبات الجديدة غير سارية: %1</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>ماذا لو</translation>
    </message>
    <message>
        <source>The draft of the last session is dropped: other thresholds are in effect than when it was made.</source>
        <translation>أُسقطت مسودة الجلسة السابقة: تسري عتبات غير التي كانت سارية حين أُعدّت.</translation>
    </message>
    <message>
        <source>use a suggestion</source>
        <translation>استخدام اقتراح</translation>
    </message>
    <message>
        <source>Not applied: a recording cannot be changed. The draft shows what it would have done.</source>
        <translation>لم تُطبَّق: لا يمكن تغيير تسجيل. تبيّن المسودة ما كانت ستفعله.</translation>
    </message>
    <message>
        <source>Recording, %1 – Manometer</source>
        <comment>a time range</comment>
        <translation>تسجيل، %1 – Manometer</translation>
    </message>
    <message>
        <source>Manometer – rehearsal: %1</source>
        <comment>%1: a curve or a file, and its speed</comment>
        <translation>Manometer – تدريب: %1</translation>
    </message>
    <message>
        <source>The rehearsal starts in a window of its own.</source>
        <translation>يبدأ التدريب في نافذة مستقلة.</translation>
    </message>
    <message>
        <source>The rehearsal cannot be started: %1</source>
        <translation>لا يمكن بدء التدريب: %1</translation>
    </message>
    <message>
        <source>The rehearsal was stopped; the limit is restored.</source>
        <translation>أُوقف التدريب واستُعيد الحد.</translation>
    </message>
    <message>
        <source>The rehearsal cannot be stopped: %1</source>
        <translation>لا يمكن إيقاف التدريب: %1</translation>
    </message>
    <message>
        <source>Rehearse on this cache</source>
        <translation>تدريب على هذه الخبيئة</translation>
    </message>
    <message>
        <source>Cut this cache as if memory ran short?</source>
        <translation>أتُخفَض هذه الخبيئة كما لو شحّت الذاكرة؟</translation>
    </message>
    <message>
        <source>&amp;Cut and rehearse</source>
        <translation>&amp;خفض وتدريب</translation>
    </message>
    <message>
        <source>The rehearsal on this cache has begun.</source>
        <translation>بدأ التدريب على هذه الخبيئة.</translation>
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
        <translation>الآن</translation>
    </message>
</context>
<context>
    <name>manometer::gui::NoteDialog</name>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>What happened at %1?</source>
        <translation>ماذا حدث في %1؟</translation>
    </message>
    <message>
        <source>This was an &amp;incident</source>
        <translation>كانت هذه حا&amp;دثة</translation>
    </message>
    <message>
        <source>This was an incident</source>
        <translation>كانت هذه حادثة</translation>
    </message>
    <message>
        <source>off</source>
        <translation>معطّل</translation>
    </message>
    <message>
        <source>A note for later readers. It appears in the events list and on the chart.</source>
        <translation>ملاحظة لمن يقرأ لاحقًا. تظهر في قائمة الأحداث وعلى الرسم البياني.</translation>
    </message>
    <message>
        <source>Users were affected by a problem at this time. Incidents have a separate mark.</source>
        <translation>أثّرت مشكلة في المستخدمين في هذا الوقت. للحوادث علامة خاصة بها.</translation>
    </message>
</context>
<context>
    <name>manometer::gui::NoticeBar</name>
    <message>
        <source>Keep</source>
        <translation>أبقِ</translation>
    </message>
    <message>
        <source>Last action</source>
        <translation>آخر إجراء</translation>
    </message>
    <message>
        <source>Time left to undo</source>
        <translation>الوقت المتبقي للتراجع</translation>
    </message>
    <message>
        <source>Undo the action</source>
        <translation>تراجع عن الإجراء</translation>
    </message>
    <message>
        <source>Keep the change</source>
        <translation>أبقِ على التغيير</translation>
    </message>
    <message>
        <source>Reverts in %1</source>
        <translation>يُتراجع عنه بعد %1</translation>
    </message>
    <message>
        <source>Kept after %1</source>
        <translation>يُبقى عليه بعد %1</translation>
    </message>
</context>
<context>
    <name>manometer::gui::Notifier</name>
    <message>
        <source>Notifi&amp;cations</source>
        <translation>الإش&amp;عارات</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>الإشعارات</translation>
    </message>
    <message>
        <source>&amp;Off</source>
        <translation>م&amp;عطّلة</translation>
    </message>
    <message>
        <source>%1 and above</source>
        <translation>%1 فما فوق</translation>
    </message>
    <message>
        <source>Memory pressure: %1</source>
        <translation>ضغط الذاكرة: %1</translation>
    </message>
    <message>
        <source>This desktop does not support notifications</source>
        <translation>سطح المكتب هذا لا يدعم الإشعارات</translation>
    </message>
</context>
<context>
    <name>manometer::gui::PresetCommands</name>
    <message>
        <source>Not applied: these settings are out of range.</source>
        <translation>لم تُطبَّق: هذه الإعدادات خارج النطاق المسموح.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>Save as preset</source>
        <translation>احفظ كإعداد مسبق</translation>
    </message>
    <message>
        <source>Preset %1 saved.</source>
        <translation>حُفظ الإعداد المسبق «%1».</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>حسنًا</translation>
    </message>
    <message>
        <source>Import preset</source>
        <translation>استورد إعدادًا مسبقًا</translation>
    </message>
    <message>
        <source>Presets (*.json)</source>
        <translation>إعدادات مسبقة (*.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>كل الملفات (*)</translation>
    </message>
    <message>
        <source>No preset in %1: %2</source>
        <translation>لا إعداد مسبق في %1: %2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a preset&apos;s name and a number</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Export as preset</source>
        <translation>صدّر كإعداد مسبق</translation>
    </message>
    <message>
        <source>The settings were changed by another program and are now in effect.</source>
        <translation>غيّر برنامج آخر الإعدادات، وهي سارية الآن.</translation>
    </message>
    <message>
        <source>Preset %1 is in effect, including its thresholds: %2.</source>
        <translation>يسري الآن الإعداد المسبق «%1» بما فيه عتباته: %2.</translation>
    </message>
    <message>
        <source>No change: these settings are already in effect.</source>
        <translation>لا شيء يتغيّر: هذه الإعدادات سارية بالفعل.</translation>
    </message>
    <message>
        <source>%1 The level changes by two or more, so this reverts unless you keep it.</source>
        <translation>%1 يتغيّر المستوى درجتين أو أكثر: سيُتراجع عن ذلك ما لم تُبقِ عليه.</translation>
    </message>
    <message>
        <source>New basis: %1.</source>
        <translation>الأساس الجديد: %1.</translation>
    </message>
    <message>
        <source>The new language takes effect after a restart.</source>
        <translation>تسري اللغة الجديدة بعد إعادة التشغيل.</translation>
    </message>
    <message>
        <source>New settings are in effect: %1.</source>
        <translation>إعدادات جديدة سارية: %1.</translation>
    </message>
    <message>
        <source>Name of the preset (an existing one is replaced):</source>
        <translation>اسم الإعداد المسبق (يُستبدل الموجود بالاسم نفسه):</translation>
    </message>
    <message>
        <source>Not saved: the name “%1” is too long or reserved, or there are too many presets.</source>
        <translation>لم يُحفظ: الاسم «%1» طويل جدًا أو محجوز، أو بلغت الإعدادات المسبقة أقصى عدد.</translation>
    </message>
    <message>
        <source>Preset %1 removed. The settings in effect do not change.</source>
        <translation>أُزيل الإعداد المسبق «%1». ولا تتغيّر الإعدادات السارية.</translation>
    </message>
    <message>
        <source>The preset in %1 cannot be saved: its name is too long, or there are too many presets.</source>
        <translation>لا يمكن حفظ الإعداد المسبق الذي في %1: اسمه طويل جدًا، أو بلغت الإعدادات المسبقة أقصى عدد.</translation>
    </message>
    <message>
        <source>Preset %1 imported. Choose it to put it into effect.</source>
        <translation>استُورد الإعداد المسبق «%1». اختره ليسري.</translation>
    </message>
    <message>
        <source>Preset %1 imported. Some values are invalid; their defaults apply: %2</source>
        <translation>استُورد الإعداد المسبق «%1». بعض القيم غير صالح؛ وتسري مكانها القيم الافتراضية: %2</translation>
    </message>
    <message>
        <source>The change is not in effect: %1</source>
        <translation>التغيير غير سارٍ: %1</translation>
    </message>
    <message>
        <source>%1 Changed elsewhere meanwhile; Undo does not undo those changes.</source>
        <translation>%1 غُيّرت الإعدادات في مكان آخر أثناء ذلك؛ لا يشمل التراجع تلك التغييرات.</translation>
    </message>
    <message>
        <source>The settings were changed elsewhere meanwhile. The change made here can no longer be undone.</source>
        <translation>غُيّرت الإعدادات في مكان آخر أثناء ذلك. لم يعد التراجع عن التغيير الذي جرى هنا ممكنًا.</translation>
    </message>
</context>
<context>
    <name>manometer::gui::PresetMenu</name>
    <message>
        <source>Prese&amp;ts</source>
        <translation>الإعدادات ال&amp;مسبقة</translation>
    </message>
    <message>
        <source>&amp;Remove preset</source>
        <translation>أ&amp;زل إعدادًا مسبقًا</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>الإعدادات المسبقة</translation>
    </message>
    <message>
        <source>Remove preset</source>
        <translation>أزل إعدادًا مسبقًا</translation>
    </message>
    <message>
        <source>Sa&amp;ve as preset…</source>
        <translation>ا&amp;حفظ كإعداد مسبق…</translation>
    </message>
    <message>
        <source>&amp;Import preset…</source>
        <translation>ا&amp;ستورد إعدادًا مسبقًا…</translation>
    </message>
    <message>
        <source>&amp;Export as preset…</source>
        <translation>&amp;صدّر كإعداد مسبق…</translation>
    </message>
</context>
<context>
    <name>manometer::gui::ProgramModel</name>
    <message>
        <source>Program</source>
        <translation>البرنامج</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>الطلبات</translation>
    </message>
    <message>
        <source>Files that the program asked exiftool for.</source>
        <translation>الملفات التي سأل البرنامج exiftool عنها.</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>الإصابات</translation>
    </message>
    <message>
        <source>Requests that were answered from the cache.</source>
        <translation>الطلبات التي أُجيب عنها من الخبيئة.</translation>
    </message>
    <message>
        <source>Hit ratio</source>
        <translation>نسبة الإصابة</translation>
    </message>
    <message>
        <source>Time saved</source>
        <translation>الوقت الموفَّر</translation>
    </message>
    <message>
        <source>The time that exiftool had taken for these answers.</source>
        <translation>الوقت الذي كان exiftool قد استغرقه لهذه الإجابات.</translation>
    </message>
    <message>
        <source>Last request</source>
        <translation>آخر طلب</translation>
    </message>
    <message>
        <source>(other programs)</source>
        <translation>(برامج أخرى)</translation>
    </message>
</context>
<context>
    <name>manometer::gui::ProgramsPanel</name>
    <message>
        <source>Programs that use exiftool</source>
        <translation>البرامج التي تستخدم exiftool</translation>
    </message>
    <message>
        <source>Requests, hits and time saved of all programs</source>
        <translation>طلبات البرامج كلها وإصاباتها والوقت الموفَّر</translation>
    </message>
    <message>
        <source>Back to the cache entries</source>
        <translation>العودة إلى مدخلات الخبيئة</translation>
    </message>
    <message>
        <source>Entries</source>
        <comment>button that shows the list of cache entries</comment>
        <translation>المدخلات</translation>
    </message>
    <message>
        <source>Programs that use exiftool, by requests</source>
        <translation>البرامج التي تستخدم exiftool مرتبة حسب الطلبات</translation>
    </message>
    <message>
        <source>How to connect a program</source>
        <translation>كيفية ربط برنامج</translation>
    </message>
    <message>
        <source>Columns of the programs</source>
        <translation>أعمدة البرامج</translation>
    </message>
    <message>
        <source>No program has used exiftool with this cache yet. To connect one, put %1 before the folder of the real exiftool on its PATH; the README has examples.</source>
        <translation>لم يستخدم أي برنامج exiftool مع هذه الخبيئة بعد. لربط برنامج، ضع %1 في متغير PATH الخاص به قبل مجلد exiftool الأصلي؛ وفي README أمثلة.</translation>
    </message>
</context>
<context>
    <name>manometer::gui::RangeChooser</name>
    <message>
        <source>Time range of the chart</source>
        <translation>المدى الزمني للمخطط</translation>
    </message>
    <message>
        <source>Time range of the chart (+ and −)</source>
        <translation>المدى الزمني للمخطط (+ و−)</translation>
    </message>
    <message>
        <source>Length of the visible time range, from one minute to one week, or a range of the past.</source>
        <translation>طول المدى الزمني المعروض، من دقيقة إلى أسبوع، أو مدى ماضٍ.</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>أمس</translation>
    </message>
    <message>
        <source>Last night</source>
        <translation>الليلة الماضية</translation>
    </message>
    <message>
        <source>From – to…</source>
        <translation>من – إلى…</translation>
    </message>
</context>
<context>
    <name>manometer::gui::RangeDialog</name>
    <message>
        <source>Begin of the time range</source>
        <translation>بداية المدى الزمني</translation>
    </message>
    <message>
        <source>End of the time range</source>
        <translation>نهاية المدى الزمني</translation>
    </message>
    <message>
        <source>Time range</source>
        <translation>المدى الزمني</translation>
    </message>
    <message>
        <source>Problem with the time range</source>
        <translation>مشكلة في المدى الزمني</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>م&amp;ن</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>إ&amp;لى</translation>
    </message>
    <message>
        <source>&amp;Show</source>
        <translation>إ&amp;ظهار</translation>
    </message>
    <message>
        <source>The range ends before it begins.</source>
        <translation>ينتهي المدى قبل أن يبدأ.</translation>
    </message>
    <message>
        <source>The chart shows at most %1.</source>
        <translation>يعرض المخطط %1 على الأكثر.</translation>
    </message>
</context>
<context>
    <name>manometer::gui::RehearsalBar</name>
    <message>
        <source>Rehearsal</source>
        <translation>تدريب</translation>
    </message>
</context>
<context>
    <name>manometer::gui::RehearsalDialog</name>
    <message>
        <source>Choose…</source>
        <translation>اختر…</translation>
    </message>
    <message>
        <source>Rehearse</source>
        <translation>تدريب</translation>
    </message>
    <message>
        <source>A window of its own plays this memory use through the same control loop, with a copy of your settings and an empty cache. Nothing on this machine is changed or cut.</source>
        <translation>تشغّل نافذة مستقلة استخدام الذاكرة هذا عبر حلقة التحكم نفسها، بنسخة من إعداداتك وبخبيئة فارغة. لا يتغير شيء على هذا الجهاز ولا تُخفَض خبيئته.</translation>
    </message>
    <message>
        <source>Curve</source>
        <translation>المنحنى</translation>
    </message>
    <message>
        <source>Ramp: up to 97 % of memory and back, in two minutes</source>
        <translation>منحدر: حتى 97 % من الذاكرة ثم رجوعًا، في دقيقتين</translation>
    </message>
    <message>
        <source>Burst: short peaks, one every 30 s</source>
        <translation>ذُرى: قصيرة، واحدة كل 30 ث</translation>
    </message>
    <message>
        <source>Sawtooth: a leak, slowly up to 94 % and down at once</source>
        <translation>سن منشار: تسرّب، صعود بطيء حتى 94 % ثم هبوط دفعة واحدة</translation>
    </message>
    <message>
        <source>Noise: a random walk around 70 %</source>
        <translation>ضجيج: حركة عشوائية حول 70 %</translation>
    </message>
    <message>
        <source>A recorded time: a CSV file</source>
        <translation>وقت مسجَّل: ملف CSV</translation>
    </message>
    <message>
        <source>File</source>
        <translation>الملف</translation>
    </message>
    <message>
        <source>Exported samples, or two columns: seconds and percent</source>
        <translation>عينات مصدَّرة، أو عمودان: الثواني والنسبة</translation>
    </message>
    <message>
        <source>Choose the file</source>
        <translation>اختر الملف</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>السرعة</translation>
    </message>
    <message>
        <source> times as fast</source>
        <comment>after a number</comment>
        <translation> مرة أسرع</translation>
    </message>
    <message>
        <source>Holds and intervals of the control loop are as much shorter</source>
        <translation>مدد الإبقاء والفواصل في حلقة التحكم أقصر بالقدر نفسه</translation>
    </message>
    <message>
        <source>&amp;Curve</source>
        <translation>ال&amp;منحنى</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>المل&amp;ف</translation>
    </message>
    <message>
        <source>&amp;Speed</source>
        <translation>ال&amp;سرعة</translation>
    </message>
    <message>
        <source>&amp;Rehearse</source>
        <translation>ت&amp;دريب</translation>
    </message>
    <message>
        <source>Samples to rehearse</source>
        <translation>عينات للتدريب</translation>
    </message>
    <message>
        <source>CSV files (*.csv);;All files (*)</source>
        <translation>ملفات CSV ‏(*.csv);;كل الملفات (*)</translation>
    </message>
    <message>
        <source>On a c&amp;opy (nothing of yours is touched)</source>
        <translation>على &amp;نسخة (لا يُمس شيء مما لديك)</translation>
    </message>
    <message>
        <source>On &amp;this cache</source>
        <translation>على &amp;هذه الخبيئة</translation>
    </message>
    <message>
        <source>On a copy</source>
        <translation>على نسخة</translation>
    </message>
    <message>
        <source>On this cache</source>
        <translation>على هذه الخبيئة</translation>
    </message>
    <message>
        <source>Entries are evicted; you are asked before it begins</source>
        <translation>تُخلى مدخلات؛ وتُسأل قبل البدء</translation>
    </message>
    <message>
        <source>This memory use is played through the same control loop, with your settings, and the cache is cut as if memory ran short. The machine&apos;s own level still applies: the smaller limit does. Only built-in curves can be played, in ten minutes at most.</source>
        <translation>يُشغَّل استخدام الذاكرة هذا عبر حلقة التحكم نفسها بإعداداتك، وتُخفَض الخبيئة كما لو شحّت الذاكرة. ويبقى مستوى الجهاز نفسه ساريًا: يُطبَّق الحد الأصغر. ولا تُشغَّل إلا المنحنيات المضمَّنة، وفي عشر دقائق على الأكثر.</translation>
    </message>
</context>
<context>
    <name>manometer::gui::RemovalQuestion</name>
    <message>
        <source>Delete entries</source>
        <translation>احذف المدخلات</translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln entries from the cache?</source>
        <translation>
            <numerusform>لا مدخلات لحذفها من الخبيئة.</numerusform>
            <numerusform>أتريد حذف مدخل واحد من الخبيئة؟</numerusform>
            <numerusform>أتريد حذف مدخلين من الخبيئة؟</numerusform>
            <numerusform>أتريد حذف %Ln مدخلات من الخبيئة؟</numerusform>
            <numerusform>أتريد حذف %Ln مدخلًا من الخبيئة؟</numerusform>
            <numerusform>أتريد حذف %Ln مدخل من الخبيئة؟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them are pinned.</source>
        <translation>
            <numerusform>لا شيء منها مثبّت.</numerusform>
            <numerusform>واحد منها مثبّت.</numerusform>
            <numerusform>اثنان منها مثبّتان.</numerusform>
            <numerusform>%Ln منها مثبّتة.</numerusform>
            <numerusform>%Ln منها مثبّتة.</numerusform>
            <numerusform>%Ln منها مثبّتة.</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>احذف</translation>
    </message>
    <message>
        <source>Their metadata is %1 and takes %2 on disk.</source>
        <translation>حجم البيانات الوصفية %1، وتشغل %2 على القرص.</translation>
    </message>
    <message>
        <source>Only the cached metadata is deleted, from memory and disk. The files do not change. Their metadata is read again at the next request.</source>
        <translation>لا تُحذف إلا البيانات الوصفية المخبّأة، من الذاكرة ومن القرص. ولا تتغيّر الملفات. وتُقرأ بياناتها الوصفية من جديد عند الطلب التالي.</translation>
    </message>
    <message>
        <source>You can undo this for 30 seconds, unless memory runs short.</source>
        <translation>يمكنك التراجع عن ذلك خلال 30 ثانية، ما لم تشحّ الذاكرة.</translation>
    </message>
    <message>
        <source>You cannot undo this: the entries are too large to keep for undo, or memory is short.</source>
        <translation>لا يمكنك التراجع عن ذلك: المدخلات أكبر من أن تُحفظ للتراجع، أو الذاكرة شحيحة.</translation>
    </message>
    <message>
        <source>To confirm, type the number of entries: %1</source>
        <translation>للتأكيد اكتب عدد المدخلات: %1</translation>
    </message>
    <message>
        <source>Protects against deleting many entries by accident.</source>
        <translation>يحمي من حذف مدخلات كثيرة سهوًا.</translation>
    </message>
</context>
<context>
    <name>manometer::gui::SavedCard</name>
    <message>
        <source>Time saved</source>
        <translation>الوقت الموفَّر</translation>
    </message>
    <message>
        <source>Time that answers of exiftool from the cache saved</source>
        <translation>الوقت الذي وفّرته إجابات exiftool من الخبيئة</translation>
    </message>
    <message>
        <source>Answers from the cache</source>
        <translation>إجابات من الخبيئة</translation>
    </message>
    <message>
        <source>Programs that gained most</source>
        <translation>البرامج الأكثر استفادة</translation>
    </message>
    <message>
        <source>none yet</source>
        <comment>time saved</comment>
        <translation>لا شيء بعد</translation>
    </message>
    <message>
        <source>for programs that call manometer-exiftool</source>
        <translation>للبرامج التي تستدعي manometer-exiftool</translation>
    </message>
    <message>
        <source>Time saved today</source>
        <translation>الوقت الموفّر اليوم</translation>
    </message>
    <message>
        <source>The shares of the programs are since the start. Click to show all of them (Ctrl+5)</source>
        <translation>حصص البرامج محسوبة منذ البدء. انقر لعرضها كلها (Ctrl+5)</translation>
    </message>
</context>
<context>
    <name>manometer::gui::ScanPage</name>
    <message>
        <source>Scan</source>
        <translation>الفحص</translation>
    </message>
    <message>
        <source>State of the scan</source>
        <translation>حالة الفحص</translation>
    </message>
    <message>
        <source>Add folder</source>
        <translation>أضف مجلدًا</translation>
    </message>
    <message>
        <source>Cancel the scan</source>
        <translation>ألغِ الفحص</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>ألغِ</translation>
    </message>
    <message>
        <source>Progress of the scan</source>
        <translation>تقدّم الفحص</translation>
    </message>
    <message>
        <source>File being read</source>
        <translation>الملف الذي يُقرأ الآن</translation>
    </message>
    <message>
        <source>Number of failures</source>
        <translation>عدد حالات الفشل</translation>
    </message>
    <message>
        <source>Files that could not be read</source>
        <translation>الملفات التي تعذّرت قراءتها</translation>
    </message>
    <message>
        <source>Scanning %1</source>
        <translation>يجري فحص %1</translation>
    </message>
    <message>
        <source>No scan yet</source>
        <translation>لا فحص بعد</translation>
    </message>
    <message>
        <source>Scan of %1 cancelled after %2</source>
        <translation>أُلغي فحص %1 بعد %2</translation>
    </message>
    <message>
        <source>Scan of %1 finished in %2</source>
        <translation>انتهى فحص %1 خلال %2</translation>
    </message>
    <message>
        <source>%1 of at least %2 files</source>
        <translation>الملفات: %1 من أصل %2 على الأقل</translation>
    </message>
    <message>
        <source>%1 of %2 files</source>
        <translation>الملفات: %1 من أصل %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) could not be read or understood:</source>
        <translation>
            <numerusform>لم تتعذّر قراءة أي ملف أو فهمه:</numerusform>
            <numerusform>تعذّرت قراءة ملف واحد أو فهمه:</numerusform>
            <numerusform>تعذّرت قراءة ملفين أو فهمهما:</numerusform>
            <numerusform>تعذّرت قراءة %Ln ملفات أو فهمها:</numerusform>
            <numerusform>تعذّرت قراءة %Ln ملفًا أو فهمها:</numerusform>
            <numerusform>تعذّرت قراءة %Ln ملف أو فهمها:</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2 read · %3 from the cache · %4 failed · %5 not understood · %6 vanished · %7 skipped · %8 files/s</source>
        <translation>%1 · قُرئ %2 · من الخبيئة %3 · فشل %4 · لم يُفهم %5 · اختفى %6 · تُخُطّي %7 · السرعة %8 ملف/ث</translation>
    </message>
    <message>
        <source>Scan statistics</source>
        <translation>أعداد الفحص</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>الخطوة التالية</translation>
    </message>
    <message>
        <source>&apos;Add folder&apos; reads the metadata of all files in a folder into the cache. The files do not change.</source>
        <translation>يقرأ «أضف مجلدًا» البيانات الوصفية لكل ملفات مجلد ويضعها في الخبيئة. ولا تتغيّر الملفات نفسها.</translation>
    </message>
    <message>
        <source>damaged %1</source>
        <translation>تالف %1</translation>
    </message>
    <message>
        <source>empty %1</source>
        <translation>فارغ %1</translation>
    </message>
    <message>
        <source>unknown type %1</source>
        <translation>نوع غير معروف %1</translation>
    </message>
    <message>
        <source>links %1</source>
        <translation>روابط %1</translation>
    </message>
    <message>
        <source>FIFOs and sockets %1</source>
        <translation>أنابيب ومقابس %1</translation>
    </message>
    <message>
        <source>devices %1</source>
        <translation>أجهزة %1</translation>
    </message>
    <message>
        <source>kernel file systems %1</source>
        <translation>أنظمة ملفات النواة %1</translation>
    </message>
    <message>
        <source>no permission %1</source>
        <translation>لا صلاحية %1</translation>
    </message>
    <message>
        <source>changed while read %1</source>
        <translation>تغيّر أثناء القراءة %1</translation>
    </message>
    <message>
        <source>took too long %1</source>
        <translation>استغرق أطول من اللازم %1</translation>
    </message>
    <message>
        <source>too much metadata %1</source>
        <translation>بيانات وصفية أكثر من اللازم %1</translation>
    </message>
    <message>
        <source>Contents: %1</source>
        <translation>المحتوى: %1</translation>
    </message>
    <message>
        <source>Skipped: %1</source>
        <translation>تُخُطّي: %1</translation>
    </message>
    <message>
        <source>Failed: %1</source>
        <translation>فشل: %1</translation>
    </message>
</context>
<context>
    <name>manometer::gui::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>Limi&amp;ts</source>
        <translation>الح&amp;دود</translation>
    </message>
    <message>
        <source>C&amp;ontrol loop</source>
        <translation>ح&amp;لقة التحكم</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>الحدود</translation>
    </message>
    <message>
        <source>&amp;Entries in memory</source>
        <translation>ال&amp;مدخلات في الذاكرة</translation>
    </message>
    <message>
        <source>&amp;Memory</source>
        <translation>ال&amp;ذاكرة</translation>
    </message>
    <message>
        <source> MiB</source>
        <translation> MiB</translation>
    </message>
    <message>
        <source>&amp;Disk</source>
        <translation>ال&amp;قرص</translation>
    </message>
    <message>
        <source>Entries e&amp;xpire after</source>
        <translation>تنتهي &amp;صلاحية المدخلات بعد</translation>
    </message>
    <message>
        <source>Entries expire</source>
        <translation>تنتهي صلاحية المدخلات</translation>
    </message>
    <message>
        <source>Entries expire after</source>
        <translation>تنتهي صلاحية المدخلات بعد</translation>
    </message>
    <message>
        <source> h</source>
        <translation> س</translation>
    </message>
    <message>
        <source>Control loop</source>
        <translation>حلقة التحكم</translation>
    </message>
    <message>
        <source>Show &amp;defaults</source>
        <translation>ا&amp;عرض القيم الافتراضية</translation>
    </message>
    <message>
        <source>Show defaults</source>
        <translation>اعرض القيم الافتراضية</translation>
    </message>
    <message>
        <source>&amp;Window</source>
        <translation>ال&amp;نافذة</translation>
    </message>
    <message>
        <source>mebibytes</source>
        <translation>ميبيبايت</translation>
    </message>
    <message>
        <source>%1 MiB</source>
        <translation>%1 MiB</translation>
    </message>
    <message>
        <source>entries</source>
        <translation>مدخلات</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>الساعات</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 س</translation>
    </message>
    <message>
        <source>on</source>
        <translation>مفعّل</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>النافذة</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>اللغ&amp;ة</translation>
    </message>
    <message>
        <source>Maximum number of entries in memory at NORMAL.</source>
        <translation>أقصى عدد للمدخلات في الذاكرة عند «طبيعي».</translation>
    </message>
    <message>
        <source>Maximum memory for these entries. The limit that is reached first applies.</source>
        <translation>أقصى ذاكرة لهذه المدخلات. ويسري الحد الذي يُبلغ أولًا.</translation>
    </message>
    <message>
        <source>Maximum size of the disk store. Above it, the least recently used entries are removed.</source>
        <translation>أقصى حجم لمخزن القرص. وما زاد عليه يُزال منه الأقدم استخدامًا.</translation>
    </message>
    <message>
        <source>An older entry is read again, even if its file looks unchanged. Pinned entries do not expire.</source>
        <translation>المدخل الأقدم من ذلك يُقرأ من جديد وإن بدا ملفه دون تغيير. المدخلات المثبّتة لا تنتهي صلاحيتها.</translation>
    </message>
    <message>
        <source>&amp;Reduce the limit when memory runs short</source>
        <translation>ي&amp;تقلّص الحد عند شحّ الذاكرة</translation>
    </message>
    <message>
        <source>Reduce the limit when memory runs short</source>
        <translation>يتقلّص الحد عند شحّ الذاكرة</translation>
    </message>
    <message>
        <source>If off, pressure is only measured, and the limit stays as configured at every level.</source>
        <translation>إذا عُطّل قيس الضغط فقط، وبقي الحد كما ضُبط في كل المستويات.</translation>
    </message>
    <message>
        <source>Set each field of this page to its default. Not in effect until you apply.</source>
        <translation>اضبط كل حقل في هذه الصفحة على قيمته الافتراضية. لا يسري ذلك حتى تطبّقه.</translation>
    </message>
    <message>
        <source>System language</source>
        <translation>لغة النظام</translation>
    </message>
    <message>
        <source>The language of the window and the format of its numbers and times.</source>
        <translation>لغة النافذة وصيغة أرقامها وأوقاتها.</translation>
    </message>
    <message>
        <source>system language</source>
        <translation>لغة النظام</translation>
    </message>
    <message>
        <source>Takes effect after a restart.</source>
        <translation>يسري بعد إعادة التشغيل.</translation>
    </message>
    <message>
        <source>Entries, memory and the reduction take effect without a restart: a lower limit at once, a higher limit step by step. Disk and expiry take effect after a restart.</source>
        <translation>تسري المدخلات والذاكرة والتقلّص دون إعادة التشغيل: الحد الأخفض فورًا والأعلى خطوة خطوة. ويسري القرص وانتهاء الصلاحية بعد إعادة التشغيل.</translation>
    </message>
</context>
<context>
    <name>manometer::gui::SnoozeMenu</name>
    <message>
        <source>&amp;Hold the limit</source>
        <translation>جمّ&amp;د الحد</translation>
    </message>
    <message>
        <source>Hold the limit</source>
        <translation>جمّد الحد</translation>
    </message>
    <message>
        <source>%1 for %2</source>
        <translation>%1 لمدة %2</translation>
    </message>
    <message>
        <source>Resume &amp;adaptation</source>
        <translation>اس&amp;تأنف التكيّف</translation>
    </message>
    <message>
        <source>CRITICAL still cuts the limit</source>
        <translation>يخفض «حرج» الحد رغم ذلك</translation>
    </message>
</context>
<context>
    <name>manometer::gui::SourceModel</name>
    <message>
        <source>Signal</source>
        <translation>الإشارة</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Delay</source>
        <translation>التأخّر</translation>
    </message>
    <message>
        <source>Source or reason</source>
        <translation>المصدر أو السبب</translation>
    </message>
</context>
<context>
    <name>manometer::gui::SourcesPage</name>
    <message>
        <source>Sources</source>
        <translation>المصادر</translation>
    </message>
    <message>
        <source>Signals of memory pressure</source>
        <translation>إشارات ضغط الذاكرة</translation>
    </message>
    <message>
        <source>Columns of the signals</source>
        <translation>أعمدة الإشارات</translation>
    </message>
    <message>
        <source>Basis of the level on this machine</source>
        <translation>أساس المستوى على هذا الجهاز</translation>
    </message>
    <message>
        <source>Check the sources again</source>
        <translation>أعد معاينة المصادر</translation>
    </message>
    <message>
        <source>Chec&amp;k again</source>
        <translation>أعد ال&amp;معاينة</translation>
    </message>
    <message>
        <source>The sources cannot be examined: %1</source>
        <translation>لا يمكن فحص المصادر: %1</translation>
    </message>
</context>
<context>
    <name>manometer::gui::StatusLine</name>
    <message>
        <source>State of the signal</source>
        <translation>حالة الإشارة</translation>
    </message>
    <message>
        <source>Memory of this machine and this program</source>
        <translation>ذاكرة هذا الجهاز وهذا البرنامج</translation>
    </message>
    <message>
        <source>State of the draft</source>
        <translation>حالة المسودة</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>المشكلات</translation>
    </message>
    <message>
        <source>Status line</source>
        <translation>سطر الحالة</translation>
    </message>
    <message>
        <source>waiting for samples</source>
        <translation>في انتظار العينات</translation>
    </message>
    <message numerus="yes">
        <source>%Ln draft change(s)</source>
        <translation>
            <numerusform>لا تغييرات في المسودة</numerusform>
            <numerusform>تغيير واحد في المسودة</numerusform>
            <numerusform>تغييران في المسودة</numerusform>
            <numerusform>%Ln تغييرات في المسودة</numerusform>
            <numerusform>%Ln تغييرًا في المسودة</numerusform>
            <numerusform>%Ln تغيير في المسودة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln problems: %1</source>
        <translation>
            <numerusform>لا مشكلات: %1</numerusform>
            <numerusform>مشكلة واحدة: %1</numerusform>
            <numerusform>مشكلتان: %1</numerusform>
            <numerusform>%Ln مشكلات: %1</numerusform>
            <numerusform>%Ln مشكلة: %1</numerusform>
            <numerusform>%Ln مشكلة: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>stale, %1 old</source>
        <translation>قديمة، عمرها %1</translation>
    </message>
    <message>
        <source>live, %1 old</source>
        <translation>مباشرة، عمرها %1</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>التسجيل</translation>
    </message>
    <message>
        <source>this program %1 CPU, %2</source>
        <comment>its share of a processor, its memory</comment>
        <translation>هذا البرنامج: المعالج %1، والذاكرة %2</translation>
    </message>
    <message>
        <source>this program %1</source>
        <translation>هذا البرنامج: الذاكرة %1</translation>
    </message>
    <message>
        <source>%1 of %2 available · %3</source>
        <translation>المتاح %1 من أصل %2 · %3</translation>
    </message>
    <message>
        <source>recording</source>
        <translation>يجري التسجيل</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>القيم</translation>
    </message>
    <message>
        <source>Settings not saved to %1: %2</source>
        <translation>لم تُحفظ الإعدادات في %1: %2</translation>
    </message>
    <message>
        <source>Recording to %1 stopped: %2</source>
        <translation>توقف التسجيل في %1: %2</translation>
    </message>
    <message>
        <source>memory unknown</source>
        <translation>ذاكرته غير معروفة</translation>
    </message>
    <message>
        <source>not connected, %1 old</source>
        <translation>غير متصل، عمره %1</translation>
    </message>
    <message>
        <source>no errors</source>
        <translation>لا أخطاء</translation>
    </message>
    <message>
        <source>Where the figures come from</source>
        <translation>مصدر الأرقام</translation>
    </message>
    <message>
        <source>attached, read-only</source>
        <comment>the window, to another process</comment>
        <translation>متصلة، للقراءة فقط</translation>
    </message>
    <message>
        <source>attached</source>
        <comment>the window, to another process</comment>
        <translation>متصلة</translation>
    </message>
    <message>
        <source>This window shows the figures and the cache of %1. It cannot change them.</source>
        <translation>تعرض هذه النافذة أرقام %1 وخبيئته، ولا يمكنها تغييرها.</translation>
    </message>
    <message>
        <source>This window shows the figures and the cache of %1. What you change takes effect there.</source>
        <translation>تعرض هذه النافذة أرقام %1 وخبيئته، وما تغيّره يسري هناك.</translation>
    </message>
    <message>
        <source>Recording, %1</source>
        <comment>a time range</comment>
        <translation>تسجيل، %1</translation>
    </message>
</context>
<context>
    <name>manometer::gui::StatusPage</name>
    <message>
        <source>Status</source>
        <translation>الحالة</translation>
    </message>
</context>
<context>
    <name>manometer::gui::SuggestDialog</name>
    <message>
        <source>&amp;Search</source>
        <translation>&amp;ابحث</translation>
    </message>
    <message>
        <source>&amp;Use as draft</source>
        <translation>&amp;استخدم كمسودة</translation>
    </message>
    <message>
        <source>Suggest thresholds</source>
        <translation>اقتراح عتبات</translation>
    </message>
    <message>
        <source>%1 begins at most</source>
        <translation>يبدأ «%1» على الأكثر</translation>
    </message>
    <message>
        <source> times a day</source>
        <translation> مرة في اليوم</translation>
    </message>
    <message>
        <source>Before each incident, %1 lasts at least</source>
        <translation>قبل كل حادث يدوم «%1» على الأقل</translation>
    </message>
    <message>
        <source> s</source>
        <translation> ث</translation>
    </message>
    <message>
        <source>The hit ratio is lower by at most</source>
        <translation>نسبة الإصابة أدنى بما لا يزيد على</translation>
    </message>
    <message>
        <source> points</source>
        <translation> نقطة</translation>
    </message>
    <message>
        <source>An incident is a note (M) that is marked as one.</source>
        <translation>الحادث ملاحظة (M) عُلّمت كحادث.</translation>
    </message>
    <message>
        <source>Progress of the search</source>
        <translation>تقدم البحث</translation>
    </message>
    <message>
        <source>Result of the search</source>
        <translation>نتيجة البحث</translation>
    </message>
    <message>
        <source>Suggested thresholds</source>
        <translation>العتبات المقترحة</translation>
    </message>
    <message>
        <source>Columns of the suggestions</source>
        <translation>أعمدة الاقتراحات</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>أ&amp;وقف</translation>
    </message>
    <message>
        <source>No incident is marked in this time: the warning before incidents tests nothing. To mark one, press M at its moment in the chart and check &apos;This was an incident&apos;.</source>
        <translation>لم يُعلَّم أي حادث في هذا الوقت: فالإنذار قبل الحوادث لا يختبر شيئًا. لتعليم حادث اضغط M عند لحظته في الرسم البياني واختر «كانت هذه حادثة».</translation>
    </message>
    <message>
        <source>Hits are not estimated yet: the limit of lost hits tests nothing.</source>
        <translation>لم تُقدَّر الإصابات بعد: حدّ الإصابات المفقودة لا يختبر شيئًا.</translation>
    </message>
    <message>
        <source>Replays the recorded memory use, of the last day at most, with other thresholds, and shows those that would have kept what you require. A choice becomes a draft; nothing else changes.</source>
        <translation>يعيد استخدام الذاكرة المسجَّل، لليوم الأخير على الأكثر، بعتبات أخرى، ويعرض ما كان منها سيحقق ما تطلبه. يصبح المقترح مسودة؛ ولا يتغير شيء آخر.</translation>
    </message>
    <message>
        <source>Choices that hardly watch or warn nearly always stand last; their tool tips say why.</source>
        <translation>تأتي أخيرًا المقترحات التي لا تكاد تراقب أو تحذّر دائمًا تقريبًا؛ وتلميحاتها تبيّن السبب.</translation>
    </message>
</context>
<context>
    <name>manometer::gui::SuggestionModel</name>
    <message>
        <source>Levels begin at</source>
        <translation>تبدأ المستويات عند</translation>
    </message>
    <message>
        <source>ELEVATED, HIGH and CRITICAL, in percent of memory in use; the tool tip of a row has all values.</source>
        <translation>«مرتفع» و«شديد» و«حرج» بالنسبة المئوية من الذاكرة المستخدمة؛ وفي تلميح الصف كل القيم.</translation>
    </message>
    <message>
        <source>How often the level rises.</source>
        <translation>كم مرة يرتفع المستوى.</translation>
    </message>
    <message>
        <source>How long before an incident HIGH was in effect, at least.</source>
        <translation>كم كان «شديد» ساريًا قبل الحادث على الأقل.</translation>
    </message>
    <message>
        <source>Percentage points of hit ratio, beside the configured limit all the time.</source>
        <translation>نقاط مئوية من نسبة الإصابة، مقارنةً بالحد المضبوط طوال الوقت.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln missed</source>
        <comment>incidents</comment>
        <translation>
            <numerusform>فات %Ln</numerusform>
            <numerusform>فات %Ln</numerusform>
            <numerusform>فات %Ln</numerusform>
            <numerusform>فات %Ln</numerusform>
            <numerusform>فات %Ln</numerusform>
            <numerusform>فات %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>Held for</source>
        <translation>مدة الإبقاء</translation>
    </message>
    <message>
        <source>The hold times of ELEVATED, HIGH and CRITICAL, where they differ from those in effect.</source>
        <translation>مدد الإبقاء للمستويات «مرتفع» و«شديد» و«حرج»، حيث تختلف عن السارية.</translation>
    </message>
    <message>
        <source>The share of the recorded time at HIGH or above.</source>
        <translation>نسبة الوقت المسجَّل في «شديد» أو أعلى.</translation>
    </message>
    <message>
        <source>%1 (in effect)</source>
        <comment>three percentages</comment>
        <translation>%1 (السارية)</translation>
    </message>
    <message>
        <source>as in effect</source>
        <comment>hold times</comment>
        <translation>كالسارية</translation>
    </message>
    <message>
        <source>CRITICAL
a day</source>
        <translation>«حرج»
في اليوم</translation>
    </message>
    <message>
        <source>Rises
a day</source>
        <translation>ارتفاعات
في اليوم</translation>
    </message>
    <message>
        <source>Time in
HIGH</source>
        <translation>الوقت في
«شديد»</translation>
    </message>
    <message>
        <source>Shortest
warning</source>
        <translation>أقصر
إنذار</translation>
    </message>
    <message>
        <source>Hits
lost</source>
        <translation>إصابات
مفقودة</translation>
    </message>
    <message>
        <source>%1 (hardly watches)</source>
        <comment>three percentages</comment>
        <translation>%1 (لا يكاد يراقب)</translation>
    </message>
    <message>
        <source>%1 (warns nearly always)</source>
        <comment>three percentages</comment>
        <translation>%1 (يحذّر دائمًا تقريبًا)</translation>
    </message>
</context>
<context>
    <name>manometer::gui::ThresholdModel</name>
    <message>
        <source>change %1</source>
        <translation>تغيير «%1»</translation>
    </message>
    <message>
        <source>move %1</source>
        <translation>تحريك «%1»</translation>
    </message>
    <message>
        <source>revert</source>
        <translation>تجاهل المسودة</translation>
    </message>
    <message>
        <source>apply</source>
        <translation>تطبيق المسودة</translation>
    </message>
</context>
<context>
    <name>manometer::gui::ThresholdPage</name>
    <message>
        <source>Thresholds</source>
        <translation>العتبات</translation>
    </message>
    <message>
        <source>ELEVATED</source>
        <translation>مرتفع</translation>
    </message>
    <message>
        <source>HIGH</source>
        <translation>شديد</translation>
    </message>
    <message>
        <source>CRITICAL</source>
        <translation>حرج</translation>
    </message>
    <message>
        <source>Begins at</source>
        <translation>يبدأ عند</translation>
    </message>
    <message>
        <source>Value at which ELEVATED begins</source>
        <translation>القيمة التي يبدأ عندها «مرتفع»</translation>
    </message>
    <message>
        <source>Value at which HIGH begins</source>
        <translation>القيمة التي يبدأ عندها «شديد»</translation>
    </message>
    <message>
        <source>Value at which CRITICAL begins</source>
        <translation>القيمة التي يبدأ عندها «حرج»</translation>
    </message>
    <message>
        <source>Eviction target</source>
        <translation>هدف الإخلاء</translation>
    </message>
    <message>
        <source>Eviction target of ELEVATED</source>
        <translation>هدف الإخلاء في «مرتفع»</translation>
    </message>
    <message>
        <source>Eviction target of HIGH</source>
        <translation>هدف الإخلاء في «شديد»</translation>
    </message>
    <message>
        <source>Eviction target of CRITICAL</source>
        <translation>هدف الإخلاء في «حرج»</translation>
    </message>
    <message>
        <source>Cache keeps</source>
        <translation>ما تُبقيه الخبيئة</translation>
    </message>
    <message>
        <source>Why the draft cannot be applied</source>
        <translation>سبب تعذّر تطبيق المسودة</translation>
    </message>
    <message>
        <source>Apply the draft</source>
        <translation>طبّق المسودة</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>طبّق</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>تجاهل</translation>
    </message>
    <message>
        <source>How levels begin and end</source>
        <translation>كيف تبدأ المستويات وتنتهي</translation>
    </message>
    <message>
        <source> s</source>
        <extracomment>After a number of seconds, with its space</extracomment>
        <translation> ث</translation>
    </message>
    <message>
        <source> %</source>
        <translation> ٪</translation>
    </message>
    <message>
        <source>Type where %1 begins</source>
        <translation>اكتب بداية «%1»</translation>
    </message>
    <message>
        <source>Cannot be applied: %1</source>
        <translation>لا يمكن التطبيق: %1</translation>
    </message>
    <message>
        <source>%1 entries</source>
        <extracomment>A number of cache entries, short: it stands in a narrow column</extracomment>
        <translation>مدخلات: %1</translation>
    </message>
    <message>
        <source>Type the value of ELEVATED</source>
        <translation>اكتب قيمة «مرتفع»</translation>
    </message>
    <message>
        <source>Type the value of HIGH</source>
        <translation>اكتب قيمة «شديد»</translation>
    </message>
    <message>
        <source>Type the value of CRITICAL</source>
        <translation>اكتب قيمة «حرج»</translation>
    </message>
    <message>
        <source>%1 begins as soon as a sample is above this value.</source>
        <translation>يبدأ «%1» فور تجاوز عينة هذه القيمة.</translation>
    </message>
    <message>
        <source>%1 begins when two samples in a row reach this value.</source>
        <translation>يبدأ «%1» حين تبلغ عينتان متتاليتان هذه القيمة.</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>الثواني</translation>
    </message>
    <message>
        <source>Threshold values</source>
        <translation>قيم العتبات</translation>
    </message>
    <message>
        <source>Ends below</source>
        <translation>ينتهي دون</translation>
    </message>
    <message>
        <source>Value below which ELEVATED ends</source>
        <translation>القيمة التي ينتهي «مرتفع» دونها</translation>
    </message>
    <message>
        <source>Value below which HIGH ends</source>
        <translation>القيمة التي ينتهي «شديد» دونها</translation>
    </message>
    <message>
        <source>Value below which CRITICAL ends</source>
        <translation>القيمة التي ينتهي «حرج» دونها</translation>
    </message>
    <message>
        <source>held for</source>
        <translation>يُبقى مدة</translation>
    </message>
    <message>
        <source>Hold time of ELEVATED</source>
        <translation>مدة إبقاء «مرتفع»</translation>
    </message>
    <message>
        <source>Hold time of HIGH</source>
        <translation>مدة إبقاء «شديد»</translation>
    </message>
    <message>
        <source>Hold time of CRITICAL</source>
        <translation>مدة إبقاء «حرج»</translation>
    </message>
    <message>
        <source>Share the cache keeps at ELEVATED</source>
        <translation>ما تُبقيه الخبيئة في «مرتفع»</translation>
    </message>
    <message>
        <source>Share the cache keeps at HIGH</source>
        <translation>ما تُبقيه الخبيئة في «شديد»</translation>
    </message>
    <message>
        <source>Entries the cache keeps at CRITICAL</source>
        <translation>ما تُبقيه الخبيئة في «حرج»</translation>
    </message>
    <message>
        <source>Discard the draft</source>
        <translation>تجاهل المسودة</translation>
    </message>
    <message>
        <source>percent of memory in use</source>
        <translation>النسبة المئوية للذاكرة المستخدمة</translation>
    </message>
    <message>
        <source>%1 ends when memory use has stayed below this value for the hold time below.</source>
        <translation>ينتهي «%1» متى بقي استخدام الذاكرة دون هذه القيمة طوال مدة الإبقاء المذكورة أدناه.</translation>
    </message>
    <message>
        <source>How long memory use must stay below the value above before %1 ends.</source>
        <translation>المدة التي يجب أن يبقى فيها استخدام الذاكرة دون القيمة المذكورة أعلاه قبل انتهاء «%1».</translation>
    </message>
    <message>
        <source>The amount to evict at %1 is calculated to bring memory use down to this value. For information only: the cache limit follows the level.</source>
        <translation>يُحسب مقدار الإخلاء عند «%1» بحيث ينخفض استخدام الذاكرة إلى هذه القيمة. وهي للعلم فقط، فحدّ الخبيئة يتبع المستوى.</translation>
    </message>
    <message>
        <source>A level begins when two samples in a row reach its value (CRITICAL: one sample above it). It ends when memory use stays below its second value for the hold time. Levels fall one at a time. A handle moves all percentages of its level together.</source>
        <translation>يبدأ المستوى حين تبلغ عينتان متتاليتان قيمته (و«حرج» حين تتجاوزها عينة واحدة). وينتهي حين يبقى استخدام الذاكرة دون قيمته الثانية طوال مدة الإبقاء. وتنخفض المستويات درجةً درجة. ويحرّك المقبض كل النسب المئوية لمستواه معًا.</translation>
    </message>
    <message>
        <source>Draft; %1 is in effect</source>
        <translation>مسودة؛ الساري الآن %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) in the draft. Not in effect until you apply.</source>
        <translation>
            <numerusform>لا تغييرات في المسودة.</numerusform>
            <numerusform>تغيير واحد في المسودة. لا يسري حتى تطبّقه.</numerusform>
            <numerusform>تغييران في المسودة. لا يسريان حتى تطبّقهما.</numerusform>
            <numerusform>%Ln تغييرات في المسودة. لا تسري حتى تطبّقها.</numerusform>
            <numerusform>%Ln تغييرًا في المسودة. لا تسري حتى تطبّقها.</numerusform>
            <numerusform>%Ln تغيير في المسودة. لا تسري حتى تطبّقها.</numerusform>
        </translation>
    </message>
    <message>
        <source>These thresholds are in effect. To change them, drag a handle or type a value.</source>
        <translation>هذه العتبات سارية. لتغييرها اسحب مقبضًا أو اكتب قيمة.</translation>
    </message>
    <message>
        <source>Changed elsewhere meanwhile, in effect now: %1. Revert discards the draft and keeps these values.</source>
        <translation>غُيّر في مكان آخر أثناء ذلك، ويسري الآن: %1. يتجاهل «تجاهل» المسودة ويبقي هذه القيم.</translation>
    </message>
    <message>
        <source>Hits in memory</source>
        <translation>إصابات الذاكرة</translation>
    </message>
    <message>
        <source>Estimated hits in memory at ELEVATED</source>
        <translation>الإصابات المقدرة في الذاكرة عند «مرتفع»</translation>
    </message>
    <message>
        <source>Estimated hits in memory at HIGH</source>
        <translation>الإصابات المقدرة في الذاكرة عند «شديد»</translation>
    </message>
    <message>
        <source>Estimated hits in memory at CRITICAL</source>
        <translation>الإصابات المقدرة في الذاكرة عند «حرج»</translation>
    </message>
    <message>
        <source>Memory use at which the level begins.</source>
        <translation>استخدام الذاكرة الذي يبدأ عنده المستوى.</translation>
    </message>
    <message>
        <source>Memory use below which the level may end.</source>
        <translation>استخدام الذاكرة الذي قد ينتهي المستوى دونه.</translation>
    </message>
    <message>
        <source>How long memory use must stay below that before the level ends.</source>
        <translation>المدة التي يجب أن يبقى فيها استخدام الذاكرة دون ذلك قبل أن ينتهي المستوى.</translation>
    </message>
    <message>
        <source>For information: to what memory use would have to fall. It is a percentage of memory, not of the cache, and the cache&apos;s limit does not depend on it. &apos;Copy status as JSON&apos; has the amount in megabytes.</source>
        <translation>للعلم: ما ينبغي أن ينخفض إليه استخدام الذاكرة. وهو نسبة من الذاكرة لا من الخبيئة، ولا يتوقف عليه حدّ الخبيئة. ويتضمن «نسخ الحالة بصيغة JSON» المقدار بالميغابايت.</translation>
    </message>
    <message>
        <source>The most entries the cache may keep in memory at this level, not what it has now. Entries beyond that are evicted; those on disk stay there.</source>
        <translation>أقصى عدد من المدخلات يجوز للخبيئة إبقاؤه في الذاكرة عند هذا المستوى، لا ما فيها الآن. يُخلى ما زاد على ذلك، ويبقى ما على القرص مكانه.</translation>
    </message>
    <message>
        <source>Estimate: the share of requests that would find their entry in memory if the cache always had the limit of this level.</source>
        <translation>تقدير: نسبة الطلبات التي كانت ستجد مدخلها في الذاكرة لو كان للخبيئة دائمًا حد هذا المستوى.</translation>
    </message>
    <message>
        <source>Draft; %1 was in effect</source>
        <translation>مسودة؛ كان الساري %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) in the draft. What if shows what they would have done.</source>
        <translation>
            <numerusform>لا تغييرات في المسودة.</numerusform>
            <numerusform>تغيير واحد في المسودة. تعرض «ماذا لو» ما كان سيفعله.</numerusform>
            <numerusform>تغييران في المسودة. تعرض «ماذا لو» ما كانا سيفعلانه.</numerusform>
            <numerusform>%Ln تغييرات في المسودة. تعرض «ماذا لو» ما كانت ستفعله.</numerusform>
            <numerusform>%Ln تغييرًا في المسودة. تعرض «ماذا لو» ما كانت ستفعله.</numerusform>
            <numerusform>%Ln تغيير في المسودة. تعرض «ماذا لو» ما كانت ستفعله.</numerusform>
        </translation>
    </message>
    <message>
        <source>These thresholds were in effect. To see what others would have done, drag a handle or type a value.</source>
        <translation>كانت هذه العتبات سارية. لترى ما كانت عتبات أخرى ستفعله اسحب مقبضًا أو اكتب قيمة.</translation>
    </message>
</context>
<context>
    <name>manometer::gui::TimeChart</name>
    <message>
        <source>Chart of memory pressure</source>
        <translation>رسم بياني لضغط الذاكرة</translation>
    </message>
    <message>
        <source>Selected: the threshold of %1</source>
        <translation>المحدد: عتبة «%1»</translation>
    </message>
    <message>
        <source>STALE</source>
        <translation>بيانات قديمة</translation>
    </message>
    <message>
        <source>PAUSED at %1; recording continues</source>
        <translation>موقوف مؤقتًا عند %1؛ والتسجيل مستمر</translation>
    </message>
    <message>
        <source>RECORDING</source>
        <translation>تسجيل</translation>
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
        <translation>أ&amp;ظهر النافذة</translation>
    </message>
    <message>
        <source>&amp;Hide window</source>
        <translation>أ&amp;خفِ النافذة</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a level and the measured value</comment>
        <translation>%1، %2</translation>
    </message>
    <message>
        <source>No signal</source>
        <translation>لا توجد إشارة</translation>
    </message>
</context>
<context>
    <name>manometer::gui::WelcomeCards</name>
    <message>
        <source>Fill the cache</source>
        <translation>املأ الخبيئة</translation>
    </message>
    <message>
        <source>S&amp;kip</source>
        <translation>ت&amp;خطَّ</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>ال&amp;سابق</translation>
    </message>
    <message>
        <source>Introduction</source>
        <translation>مقدمة</translation>
    </message>
    <message>
        <source>Picture of the card</source>
        <translation>صورة البطاقة</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 من %2</translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation>&amp;تمّ</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>التا&amp;لي</translation>
    </message>
    <message>
        <source>Check the memory</source>
        <translation>تحقق من الذاكرة</translation>
    </message>
    <message>
        <source>The word at the top is the current level: NORMAL, ELEVATED, HIGH or CRITICAL. Beside it are the reason and where the next level begins. The chart shows the same over time.</source>
        <translation>الكلمة في الأعلى هي المستوى الساري: «طبيعي» أو «مرتفع» أو «شديد» أو «حرج». وبجانبها السبب وأين يبدأ المستوى التالي. ويعرض الرسم البياني ذلك عبر الزمن.</translation>
    </message>
    <message>
        <source>A cache that adapts</source>
        <translation>خبيئة تتكيّف</translation>
    </message>
    <message>
        <source>When memory runs short, the cache limit is cut at once and the freed memory returns to the system. Afterwards it grows back in steps. &apos;Events&apos; shows the effect of each cut.</source>
        <translation>حين تشحّ الذاكرة يُخفض حد الخبيئة فورًا وتعود الذاكرة المُفرغة إلى النظام. ثم ينمو من جديد خطوة خطوة. وتبيّن «الأحداث» أثر كل خفض.</translation>
    </message>
    <message>
        <source>Add a folder: the metadata of its files is read once and then served from the cache. The files are never changed.</source>
        <translation>أضف مجلدًا: تُقرأ البيانات الوصفية لملفاته مرة واحدة ثم تُقدَّم من الخبيئة. ولا تُغيّر الملفات أبدًا.</translation>
    </message>
    <message>
        <source>Tune the thresholds</source>
        <translation>اضبط العتبات</translation>
    </message>
    <message>
        <source>Drag a threshold in the chart. It is not in effect until you apply it, and you can undo that. F1 explains the page, Shift+F1 the field, Ctrl+? lists all keys.</source>
        <translation>اسحب عتبة في الرسم البياني. لا تسري حتى تطبّقها، ويمكن التراجع عن ذلك. يشرح F1 الصفحة الحالية، ويشرح Shift+F1 الحقل، ويسرد Ctrl+? كل المفاتيح.</translation>
    </message>
    <message>
        <source>&amp;Show me</source>
        <translation>أ&amp;رني</translation>
    </message>
    <message>
        <source>Play two minutes of memory pressure in twenty seconds, in a window of its own. Nothing on this machine is cut.</source>
        <translation>شغّل دقيقتين من ضغط الذاكرة في عشرين ثانية، في نافذة مستقلة. لا تُخفَض خبيئة هذا الجهاز.</translation>
    </message>
</context>
<context>
    <name>manometer::gui::WhatIfModel</name>
    <message>
        <source>How often the level rose to %1, or past it.</source>
        <translation>كم مرة ارتفع المستوى إلى «%1» أو تجاوزه.</translation>
    </message>
    <message>
        <source>The share of the recorded time at these levels.</source>
        <translation>نسبة الوقت المسجَّل في هذين المستويين.</translation>
    </message>
    <message>
        <source>Longest of these</source>
        <translation>أطولها</translation>
    </message>
    <message>
        <source>The longest time in one piece at %1 or above.</source>
        <translation>أطول وقت متصل في «%1» أو أعلى.</translation>
    </message>
    <message>
        <source>Levels that ended within half a minute: the thresholds are close to where memory use varies, or the hold time is short.</source>
        <translation>مستويات انتهت خلال نصف دقيقة: العتبات قريبة من موضع تذبذب الاستخدام، أو مدة الإبقاء قصيرة.</translation>
    </message>
    <message>
        <source>How often the cache&apos;s limit was cut. Of a full cache, these cuts evict %1 and %2 entries at most.</source>
        <comment>in effect, and in the draft</comment>
        <translation>كم مرة خُفض حد الخبيئة. من خبيئة ممتلئة تُخلي هذه المرات %1 و%2 مدخلًا على الأكثر.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>incidents</comment>
        <translation>%1 من %2</translation>
    </message>
    <message>
        <source>Incidents at which the level was %1 or above. An incident is a note (M) that is marked as one.</source>
        <translation>حوادث كان المستوى عندها «%1» أو أعلى. الحادث ملاحظة (M) عُلّمت كحادث.</translation>
    </message>
    <message>
        <source>Shortest warning</source>
        <translation>أقصر إنذار</translation>
    </message>
    <message>
        <source>For how long the level had been %1 or above when such an incident came, at least.</source>
        <translation>كم كان المستوى «%1» أو أعلى عندما وقع حادث كهذا، على الأقل.</translation>
    </message>
    <message>
        <source>The share of requests that find their entry in memory, estimated for the limits that the levels allow (standard error %1).</source>
        <translation>نسبة الطلبات التي تجد مدخلها في الذاكرة، مقدَّرةً للحدود التي تسمح بها المستويات (الخطأ المعياري %1).</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>القيمة</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>المسودة</translation>
    </message>
    <message>
        <source>What the draft would have done.</source>
        <translation>ما كانت المسودة ستفعله.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>التغيّر</translation>
    </message>
    <message>
        <source>Files read again for</source>
        <translation>مدة إعادة قراءة الملفات</translation>
    </message>
    <message>
        <source>How long files are read that a full cache would still have, by what such requests took so far.</source>
        <translation>كم تُقرأ ملفات كانت خبيئة كاملة ستبقيها، بحسب ما استغرقته طلبات كهذه حتى الآن.</translation>
    </message>
    <message>
        <source>Happened</source>
        <translation>ما حدث</translation>
    </message>
    <message>
        <source>What the thresholds did that were in effect at the time.</source>
        <translation>ما فعلته العتبات التي كانت سارية آنذاك.</translation>
    </message>
</context>
<context>
    <name>manometer::gui::WhatIfPanel</name>
    <message>
        <source>Suggest…</source>
        <translation>اقترح…</translation>
    </message>
    <message>
        <source>Zoom to difference</source>
        <translation>كبّر الاختلاف</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>ماذا لو</translation>
    </message>
    <message>
        <source>Time of the figures</source>
        <translation>وقت الأرقام</translation>
    </message>
    <message>
        <source>all recorded</source>
        <translation>كل المسجَّل</translation>
    </message>
    <message>
        <source>in view</source>
        <translation>المعروض</translation>
    </message>
    <message>
        <source>The figures are of the last day at most, as far as it is recorded, or of the part of it that the chart shows.</source>
        <translation>الأرقام لليوم الأخير على الأكثر، بقدر ما سُجّل منه، أو للجزء الذي يعرضه الرسم البياني.</translation>
    </message>
    <message>
        <source>Figures of the thresholds in effect and of the draft</source>
        <translation>أرقام العتبات السارية والمسودة</translation>
    </message>
    <message>
        <source>Columns of the figures</source>
        <translation>أعمدة الأرقام</translation>
    </message>
    <message>
        <source>What the figures assume</source>
        <translation>ما تفترضه الأرقام</translation>
    </message>
    <message>
        <source>Suggest thresholds</source>
        <translation>اقتراح عتبات</translation>
    </message>
    <message>
        <source>Searches thresholds that would have kept what you require.</source>
        <translation>يبحث عن عتبات كانت ستحقق ما تطلبه.</translation>
    </message>
    <message>
        <source>Show in the chart where the draft differs</source>
        <translation>عرض موضع اختلاف المسودة في الرسم البياني</translation>
    </message>
    <message>
        <source>Shows the longest time in view at which the draft&apos;s level is another than the one in effect. Alt+Left returns.</source>
        <translation>يعرض أطول وقت ظاهر يختلف فيه مستوى المسودة عن الساري. ويعود Alt+يسار.</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>الأرقام</translation>
    </message>
    <message>
        <source>Nothing is recorded of this time.</source>
        <translation>لم يُسجَّل شيء من هذا الوقت.</translation>
    </message>
    <message>
        <source>From %1 of recorded memory use.</source>
        <comment>a length of time</comment>
        <translation>من %1 من استخدام الذاكرة المسجَّل.</translation>
    </message>
    <message>
        <source>Assumes that the machine&apos;s pressure would have been the same.</source>
        <translation>يفترض أن ضغط الجهاز كان سيبقى نفسه.</translation>
    </message>
    <message>
        <source>Change a threshold to see beside it what that would have done.</source>
        <translation>غيّر عتبة لترى إلى جانبها ما كان ذلك سيفعله.</translation>
    </message>
    <message>
        <source>Near the draft&apos;s thresholds the recording is coarse: %1 of %2 rises may be late, by %3 at most.</source>
        <translation>قرب عتبات المسودة التسجيل خشن: قد يتأخر %1 من %2 من الارتفاعات، بما لا يزيد على %3.</translation>
    </message>
    <message>
        <source>Shows what a draft that keeps the rules would have done with the recorded memory use.</source>
        <translation>يعرض ما كانت مسودة تراعي القواعد ستفعله باستخدام الذاكرة المسجَّل.</translation>
    </message>
    <message>
        <source>Of the draft&apos;s %1 rises, %2 are above what memory use alone gives: stalls, a notice or missing memory raised the level.</source>
        <comment>two numbers</comment>
        <translation>من ارتفاعات المسودة البالغة %1 يتجاوز %2 ما يعطيه استخدام الذاكرة وحده: رفع المستوى انتظارُ الذاكرة أو إشعارٌ أو نقصُ الذاكرة.</translation>
    </message>
</context>
<context>
    <name>manometer::gui::WindowActions</name>
    <message>
        <source>Export…</source>
        <translation>صدّر…</translation>
    </message>
    <message>
        <source>Save &amp;picture of the chart…</source>
        <translation>احفظ &amp;صورة الرسم البياني…</translation>
    </message>
    <message>
        <source>Picture…</source>
        <translation>صورة…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>أ&amp;نهِ</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;تراجع</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>أ&amp;عد</translation>
    </message>
    <message>
        <source>&amp;Filter</source>
        <translation>&amp;رشّح</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>أوقف &amp;مؤقتًا</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>&amp;كبّر</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>&amp;صغّر</translation>
    </message>
    <message>
        <source>&amp;Default range</source>
        <translation>ال&amp;نطاق الزمني الافتراضي</translation>
    </message>
    <message>
        <source>Ne&amp;xt pane</source>
        <translation>اللوحة التال&amp;ية</translation>
    </message>
    <message>
        <source>Restore de&amp;fault layout</source>
        <translation>ا&amp;ستعد التخطيط الافتراضي</translation>
    </message>
    <message>
        <source>&amp;Next handle</source>
        <translation>المقبض ال&amp;تالي</translation>
    </message>
    <message>
        <source>&amp;Apply draft</source>
        <translation>&amp;طبّق المسودة</translation>
    </message>
    <message>
        <source>&amp;Revert draft</source>
        <translation>ت&amp;جاهل المسودة</translation>
    </message>
    <message>
        <source>&amp;Add folder…</source>
        <translation>أضف م&amp;جلدًا…</translation>
    </message>
    <message>
        <source>&amp;Cancel scan</source>
        <translation>ألغِ ال&amp;فحص</translation>
    </message>
    <message>
        <source>&amp;Delete entries…</source>
        <translation>ا&amp;حذف المدخلات…</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>اخ&amp;تصارات لوحة المفاتيح</translation>
    </message>
    <message>
        <source>&amp;About Manometer</source>
        <translation>&amp;عن Manometer</translation>
    </message>
    <message>
        <source>Menus</source>
        <translation>القوائم</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;ملف</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;تحرير</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;عرض</translation>
    </message>
    <message>
        <source>&amp;Thresholds</source>
        <translation>العت&amp;بات</translation>
    </message>
    <message>
        <source>&amp;Cache</source>
        <translation>ال&amp;خبيئة</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>م&amp;ساعدة</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>الأدوات</translation>
    </message>
    <message>
        <source>&amp;Copy status as JSON</source>
        <translation>ا&amp;نسخ الحالة بصيغة JSON</translation>
    </message>
    <message>
        <source>Export &amp;samples in view…</source>
        <translation>صدّر ال&amp;عينات المعروضة…</translation>
    </message>
    <message>
        <source>Export &amp;all samples…</source>
        <translation>صدّر &amp;كل العينات…</translation>
    </message>
    <message>
        <source>Export &amp;events in view…</source>
        <translation>صدّر الأ&amp;حداث المعروضة…</translation>
    </message>
    <message>
        <source>Export all e&amp;vents…</source>
        <translation>صدّر كل الأح&amp;داث…</translation>
    </message>
    <message>
        <source>Export cache en&amp;tries…</source>
        <translation>صدّر مدخلات ال&amp;خبيئة…</translation>
    </message>
    <message>
        <source>&amp;Record samples…</source>
        <translation>&amp;سجّل العينات…</translation>
    </message>
    <message>
        <source>Record…</source>
        <translation>سجّل…</translation>
    </message>
    <message>
        <source>Append every sample to a file (Ctrl+Shift+R)</source>
        <translation>ألحق كل عينة بملف (Ctrl+Shift+R)</translation>
    </message>
    <message>
        <source>&amp;Earlier</source>
        <translation>إلى الأ&amp;قدم</translation>
    </message>
    <message>
        <source>&amp;Later</source>
        <translation>إلى الأ&amp;حدث</translation>
    </message>
    <message>
        <source>&amp;Go live</source>
        <translation>العرض المبا&amp;شر</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>مباشر</translation>
    </message>
    <message>
        <source>&amp;Next event</source>
        <translation>الحد&amp;ث التالي</translation>
    </message>
    <message>
        <source>Pre&amp;vious event</source>
        <translation>الح&amp;دث السابق</translation>
    </message>
    <message>
        <source>Add &amp;note…</source>
        <translation>أضف &amp;ملاحظة…</translation>
    </message>
    <message>
        <source>Layout &amp;Monitor</source>
        <translation>تخطيط الم&amp;راقبة</translation>
    </message>
    <message>
        <source>Layout &amp;Tune</source>
        <translation>تخطيط ال&amp;ضبط</translation>
    </message>
    <message>
        <source>Layout Bro&amp;wse</source>
        <translation>تخطيط التص&amp;فح</translation>
    </message>
    <message>
        <source>Layout &amp;Review</source>
        <translation>تخطيط المرا&amp;جعة</translation>
    </message>
    <message>
        <source>Save &amp;diagnostics…</source>
        <translation>احفظ بيانات الت&amp;شخيص…</translation>
    </message>
    <message>
        <source>&amp;Pin entries</source>
        <translation>&amp;ثبّت المدخلات</translation>
    </message>
    <message>
        <source>Preset: %1</source>
        <translation>الإعداد المسبق: %1</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>الإع&amp;دادات…</translation>
    </message>
    <message>
        <source>Read-on&amp;ly</source>
        <translation>لل&amp;قراءة فقط</translation>
    </message>
    <message>
        <source>Basis: %1</source>
        <translation>الأساس: %1</translation>
    </message>
    <message>
        <source>&amp;What&apos;s this?</source>
        <translation>&amp;ما هذا؟</translation>
    </message>
    <message>
        <source>&amp;Introduction</source>
        <translation>م&amp;قدمة</translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <comment>a step, such as: move HIGH</comment>
        <translation>&amp;تراجع (%1)</translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <comment>a step, such as: move HIGH</comment>
        <translation>أ&amp;عد (%1)</translation>
    </message>
    <message>
        <source>Pause the display; recording continues (Space)</source>
        <translation>أوقف العرض مؤقتًا؛ ويستمر التسجيل (Space)</translation>
    </message>
    <message>
        <source>Return to live data and follow it (L)</source>
        <translation>عُد إلى البيانات المباشرة وتتبّعها (L)</translation>
    </message>
    <message>
        <source>Zoom &amp;back</source>
        <translation>العرض السا&amp;بق</translation>
    </message>
    <message>
        <source>Zoom forw&amp;ard</source>
        <translation>العرض التا&amp;لي</translation>
    </message>
    <message>
        <source>Set limits, control loop and language (Ctrl+,)</source>
        <translation>اضبط الحدود وحلقة التحكم واللغة (Ctrl+,‎)</translation>
    </message>
    <message>
        <source>Read the metadata of a folder&apos;s files into the cache (Ctrl+O)</source>
        <translation>اقرأ البيانات الوصفية لملفات مجلد وضعها في الخبيئة (Ctrl+O)</translation>
    </message>
    <message>
        <source>View entries without pinning, deleting, re-reading or adding any</source>
        <translation>اطّلع على المدخلات دون تثبيتها أو حذفها أو إعادة قراءتها أو الإضافة إليها</translation>
    </message>
    <message>
        <source>Memory that decides the level</source>
        <translation>الذاكرة التي تحدد المستوى</translation>
    </message>
    <message>
        <source>The memory that decides the level: the machine&apos;s, the control group&apos;s share of its limit, or (Auto) whichever is fuller. Default: Auto.</source>
        <translation>الذاكرة التي تحدد المستوى: ذاكرة الجهاز، أو حصة مجموعة التحكم من حدّها، أو (تلقائي) الأكثر امتلاءً منهما. الافتراضي: تلقائي.</translation>
    </message>
    <message>
        <source>Settings in effect; * means that they differ from the preset</source>
        <translation>الإعدادات السارية؛ والعلامة * تعني أنها تختلف عن الإعداد المسبق</translation>
    </message>
    <message>
        <source>A preset is a complete set of thresholds, limits and control loop values. Choosing one takes effect at once. You can undo it for one minute.</source>
        <translation>الإعداد المسبق مجموعة كاملة من العتبات والحدود وقيم حلقة التحكم. اختيار واحد منها يسري فورًا. ويمكن التراجع عنه خلال دقيقة.</translation>
    </message>
    <message>
        <source>C&amp;onnect to another Manometer…</source>
        <translation>الاتصا&amp;ل بـ Manometer آخر…</translation>
    </message>
    <message>
        <source>Programs that use &amp;exiftool</source>
        <translation>البرامج التي تستخدم &amp;exiftool</translation>
    </message>
    <message>
        <source>&amp;Keep running in the tray when the window is closed</source>
        <translation>استمر &amp;في العمل في علبة النظام عند إغلاق النافذة</translation>
    </message>
    <message>
        <source>Compo&amp;sition of memory</source>
        <translation>مك&amp;ونات الذاكرة</translation>
    </message>
    <message>
        <source>Show in the chart what the machine&apos;s memory is used for (C)</source>
        <translation>عرض فيم تُستخدم ذاكرة الجهاز في المخطط (C)</translation>
    </message>
    <message>
        <source>Sizes by &amp;folder</source>
        <translation>الأحجام &amp;بحسب المجلد</translation>
    </message>
    <message>
        <source>&amp;Suggest thresholds…</source>
        <translation>ا&amp;قترح عتبات…</translation>
    </message>
    <message>
        <source>Save recordin&amp;g of the time in view…</source>
        <translation>احفظ تس&amp;جيل المدة المعروضة…</translation>
    </message>
    <message>
        <source>Save &amp;whole recording…</source>
        <translation>احفظ ال&amp;تسجيل كاملًا…</translation>
    </message>
    <message>
        <source>Re&amp;hearse…</source>
        <translation>ت&amp;دريب…</translation>
    </message>
    <message>
        <source>Play a curve of memory use, in a window of its own or on this cache</source>
        <translation>تشغيل منحنى لاستخدام الذاكرة، في نافذة مستقلة أو على هذه الخبيئة</translation>
    </message>
</context>
</TS>
