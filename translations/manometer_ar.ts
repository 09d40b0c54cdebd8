<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en_GB">
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
        <source>Nothing was recorded in this time.</source>
        <translation>لم يُسجَّل شيء في هذه المدة.</translation>
    </message>
    <message>
        <source>Memory used</source>
        <translation>الذاكرة المستخدمة</translation>
    </message>
    <message>
        <source>This program&apos;s RSS</source>
        <translation>ذاكرة هذا البرنامج (RSS)</translation>
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
        <source>This program&apos;s RSS %1</source>
        <translation>ذاكرة هذا البرنامج (RSS): %1</translation>
    </message>
    <message>
        <source>min %1 · mean %2 · p95 %3 · max %4</source>
        <translation>الأدنى %1 · المتوسط %2 · p95 عند %3 · الأقصى %4</translation>
    </message>
    <message numerus="yes">
        <source>%1 draft %2: exceeded for %3 of the time in view, entered %Ln times</source>
        <translation>
            <numerusform>مسودة «%1» %2: فوقها %3 من الوقت المعروض، ولا دخول للمستوى</numerusform>
            <numerusform>مسودة «%1» %2: فوقها %3 من الوقت المعروض، ودخول المستوى مرة واحدة</numerusform>
            <numerusform>مسودة «%1» %2: فوقها %3 من الوقت المعروض، ودخول المستوى مرتين</numerusform>
            <numerusform>مسودة «%1» %2: فوقها %3 من الوقت المعروض، ودخول المستوى %Ln مرات</numerusform>
            <numerusform>مسودة «%1» %2: فوقها %3 من الوقت المعروض، ودخول المستوى %Ln مرة</numerusform>
            <numerusform>مسودة «%1» %2: فوقها %3 من الوقت المعروض، ودخول المستوى %Ln مرة</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 draft %2</source>
        <translation>مسودة «%1» %2</translation>
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
        <source>Watches how much memory this machine has left and keeps a cache of file metadata that gives way when memory runs short.</source>
        <translation>يراقب ما تبقّى من ذاكرة هذا الجهاز، ويحتفظ بخبيئة لبيانات الملفات الوصفية تفسح المجال عند شحّ الذاكرة.</translation>
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
        <source>Read the metadata of all files in DIR at the start.</source>
        <translation>اقرأ البيانات الوصفية لكل الملفات في DIR عند البدء.</translation>
    </message>
    <message>
        <source>On leaving, write the samples to FILE as CSV.</source>
        <translation>عند الخروج، اكتب العينات في FILE بصيغة CSV.</translation>
    </message>
    <message>
        <source>Leave after SECONDS.</source>
        <translation>اخرج بعد SECONDS من الثواني.</translation>
    </message>
    <message>
        <source>Unexpected argument &apos;%1&apos;. A folder to read is given with --scan.</source>
        <translation>ما «%1»؟ استعمل الخيار --scan لتحديد مجلد يُقرأ.</translation>
    </message>
    <message>
        <source>There is no preset &apos;%1&apos;.</source>
        <translation>لا يوجد إعداد مسبق باسم «%1».</translation>
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
        <source>On leaving, save a picture of the window to FILE (.png, .jpg …).</source>
        <translation>عند الخروج، احفظ صورة للنافذة في FILE (بامتداد .png أو .jpg …).</translation>
    </message>
    <message>
        <source>--screenshot and --export-samples cannot both be written to %1.</source>
        <translation>لا يمكن كتابة ناتج --screenshot وناتج --export-samples كليهما في %1.</translation>
    </message>
    <message>
        <source>Read control groups from DIR in place of /sys. With --proc-root alone none are read.</source>
        <translation>اقرأ مجموعات التحكم من DIR بدلًا من /sys. ومع --proc-root وحده لا تُقرأ أي مجموعة.</translation>
    </message>
    <message>
        <source>Begin with the limits of NAME, whatever the settings say:</source>
        <translation>ابدأ بحدود NAME أيًّا كان ما في الإعدادات:</translation>
    </message>
    <message>
        <source>There is no translation &apos;%1&apos;, only these: %2.</source>
        <translation>لا توجد ترجمة «%1»، والمتاح هو: %2.</translation>
    </message>
    <message>
        <source>Speak this language, whatever the settings and the system say:</source>
        <translation>استخدم هذه اللغة أيًّا كانت الإعدادات ولغة النظام:</translation>
    </message>
    <message>
        <source>Read DIR in place of /proc, to rehearse: with a cache and a history of its own.</source>
        <translation>اقرأ DIR بدلًا من /proc للتدريب، بخبيئة وسجل خاصين به.</translation>
    </message>
    <message>
        <source>Let --export-samples replace a file that is there.</source>
        <translation>اسمح لـ --export-samples باستبدال ملف موجود.</translation>
    </message>
    <message>
        <source>--%1: %2 cannot be read: %3.</source>
        <translation>--%1: تعذّرت قراءة %2: %3.</translation>
    </message>
    <message>
        <source>--%1: %2 is, or would be, one of Manometer&apos;s own files. Choose another place.</source>
        <translation>--%1: ‏%2 من ملفات Manometer نفسه أو سيصير منها. اختر مكانًا آخر.</translation>
    </message>
    <message>
        <source>--%1: %2 exists already. Add --%3 to replace it.</source>
        <translation>--%1: الملف %2 موجود بالفعل. أضف --%3 لاستبداله.</translation>
    </message>
</context>
<context>
    <name>ControlText</name>
    <message>
        <source>Waiting is counted over</source>
        <translation>نافذة احتساب الانتظار</translation>
    </message>
    <message>
        <source>How long the kernel&apos;s count of waiting tasks is watched at a time.</source>
        <translation>المدة التي يُراقَب خلالها في كل مرة عدّاد النواة للمهام المنتظِرة.</translation>
    </message>
    <message>
        <source>Tasks have to wait</source>
        <translation>أقل انتظار للمهام</translation>
    </message>
    <message>
        <source>Tasks that waited for memory this long within that time ask for one level more.</source>
        <translation>إذا انتظرت المهام الذاكرة هذه المدة خلال تلك النافذة استدعت رفع المستوى درجة.</translation>
    </message>
    <message>
        <source>Only with memory in use from</source>
        <translation>فقط مع استخدام ذاكرة لا يقل عن</translation>
    </message>
    <message>
        <source>Below it, waiting counts only while the kernel reclaims memory.</source>
        <translation>دون هذه النسبة لا يُحتسب الانتظار إلا حين تستعيد النواة الذاكرة.</translation>
    </message>
    <message>
        <source>A level&apos;s return is too soon within</source>
        <translation>عودة مبكرة للمستوى خلال</translation>
    </message>
    <message>
        <source>A level that comes back this soon after it was left is held twice as long.</source>
        <translation>المستوى الذي يعود بهذه السرعة بعد مغادرته تُضاعَف مدة إبقائه.</translation>
    </message>
    <message>
        <source>A level is held at most</source>
        <translation>أقصى مدة إبقاء للمستوى</translation>
    </message>
    <message>
        <source>However often its hold was doubled.</source>
        <translation>مهما تكررت مضاعفة مدة الإبقاء.</translation>
    </message>
    <message>
        <source>Looks back</source>
        <translation>مدى النظر إلى الوراء</translation>
    </message>
    <message>
        <source>The slope is taken from the samples of this time.</source>
        <translation>يُحسب الميل من عينات هذه المدة.</translation>
    </message>
    <message>
        <source>A point every</source>
        <translation>نقطة كل</translation>
    </message>
    <message>
        <source>Samples that lie nearer together tell nothing new.</source>
        <translation>العينات الأكثر تقاربًا من ذلك لا تأتي بجديد.</translation>
    </message>
    <message>
        <source>Needs samples of</source>
        <translation>أقصر مدة لازمة من العينات</translation>
    </message>
    <message>
        <source>From less than this nothing is forecast.</source>
        <translation>لا يُبنى توقّع على مدة أقصر.</translation>
    </message>
    <message>
        <source>Rising from Kendall&apos;s tau of</source>
        <translation>صعود بدءًا من معامل تاو لكندال</translation>
    </message>
    <message>
        <source>The share of pairs of samples that rise less the share that fall: 1 is all of them.</source>
        <translation>نسبة أزواج العينات الصاعدة مطروحًا منها نسبة الهابطة: والقيمة 1 تعني أنها كلها صاعدة.</translation>
    </message>
    <message>
        <source>Warns when a level is nearer than</source>
        <translation>تحذير إذا كان المستوى أقرب من</translation>
    </message>
    <message>
        <source>A warning is an event, and a notification if those are wanted.</source>
        <translation>التحذير حدث يُدوَّن، وإشعار أيضًا إن كانت الإشعارات مطلوبة.</translation>
    </message>
    <message>
        <source>Waits after a cut</source>
        <translation>انتظار بعد الخفض</translation>
    </message>
    <message>
        <source>What was cut is not taken back before the cut could show.</source>
        <translation>لا يُستعاد ما خُفض قبل أن يتسنى ظهور أثر الخفض.</translation>
    </message>
    <message>
        <source>Pressure&apos;s return is too soon within</source>
        <translation>عودة مبكرة للضغط خلال</translation>
    </message>
    <message>
        <source>Pressure that comes back this soon after a fall doubles the wait.</source>
        <translation>الضغط الذي يعود بهذه السرعة بعد انخفاضه يضاعف الانتظار.</translation>
    </message>
    <message>
        <source>Waits at most</source>
        <translation>أقصى انتظار</translation>
    </message>
    <message>
        <source>However often the wait was doubled.</source>
        <translation>مهما تكررت مضاعفة الانتظار.</translation>
    </message>
    <message>
        <source>A step every</source>
        <translation>خطوة كل</translation>
    </message>
    <message>
        <source>The limit grows in steps, so that each can show in memory use.</source>
        <translation>ينمو الحد على خطوات ليظهر أثر كل منها في استخدام الذاكرة.</translation>
    </message>
    <message>
        <source>A step is</source>
        <translation>مقدار الخطوة</translation>
    </message>
    <message>
        <source>Share of the configured limit.</source>
        <translation>من الحد المضبوط.</translation>
    </message>
    <message>
        <source>Not when a level is nearer than</source>
        <translation>لا نمو إذا كان المستوى أقرب من</translation>
    </message>
    <message>
        <source>The limit does not grow while the next level would begin this soon.</source>
        <translation>لا ينمو الحد ما دام المستوى التالي سيبدأ خلال هذه المدة.</translation>
    </message>
    <message>
        <source>At CRITICAL at most every</source>
        <translation>في «حرج» مرة على الأكثر كل</translation>
    </message>
    <message>
        <source>The disk store is cleaned up on entering HIGH, and this often while CRITICAL lasts.</source>
        <translation>يُنظَّف مخزن القرص عند دخول المستوى «شديد»، ثم بهذا التكرار ما دام المستوى «حرج» ساريًا.</translation>
    </message>
    <message>
        <source>Evictions are judged from</source>
        <translation>يُقيَّم الإخلاء بدءًا من</translation>
    </message>
    <message>
        <source>Below this size the figures of memory in use say nothing about an eviction.</source>
        <translation>دون هذا الحجم لا تدل أرقام الذاكرة المستخدمة على أثر الإخلاء.</translation>
    </message>
    <message>
        <source>Poor if less comes back than</source>
        <translation>يُعدّ ضعيفًا إذا عاد أقل من</translation>
    </message>
    <message>
        <source>The share of the evicted bytes that the system has back within 2 s.</source>
        <translation>نسبة ما يستعيده النظام خلال ثانيتين من البايتات المُخلاة.</translation>
    </message>
    <message>
        <source>Futile after this many poor ones in a row</source>
        <translation>بلا جدوى بعد مرات ضعيفة متتالية</translation>
    </message>
    <message>
        <source>Waiting tasks</source>
        <translation>المهام المنتظِرة</translation>
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
        <source>Then the disk store is not cleaned up again and the limit does not grow before NORMAL. Cuts go on.</source>
        <translation>عندئذ لا يُنظّف مخزن القرص مرة أخرى ولا ينمو الحد قبل «طبيعي»، أما الخفض فيستمر.</translation>
    </message>
    <message>
        <source>%1&#xa0;s</source>
        <translation>%1&#xa0;ث</translation>
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
        <translation>لا توجد</translation>
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
        <source>Hits are compared with a number, for example hits&lt;2; &apos;%1&apos; is not a number.</source>
        <translation>تُقارَن الإصابات بعدد، مثل hits&lt;2، و«%1» ليس عددًا.</translation>
    </message>
    <message>
        <source>A size is a number and k, M, G or nothing, for example size&gt;64k; &apos;%1&apos; is not a size.</source>
        <translation>الحجم عدد يليه k أو M أو G أو لا شيء، مثل size&gt;64k، و«%1» ليس كذلك.</translation>
    </message>
    <message>
        <source>An age is a number and s, min, h, d or w, for example age&gt;2h; &apos;%1&apos; is not an age.</source>
        <translation>العمر عدد يليه s أو min أو h أو d أو w، مثل age&gt;2h، و«%1» ليس كذلك.</translation>
    </message>
    <message>
        <source>No age is met exactly: write age with &lt; or &gt;, for example age&gt;2h.</source>
        <translation>لا يتطابق عمر مع لحظة بعينها: اكتب age مع ‎&lt;‎ أو ‎&gt;‎، مثل age&gt;2h.</translation>
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
        <source>There is no term &apos;%1&apos;. There are size, hits, age, tier and pinned. To look for this text in paths, put it in quotes.</source>
        <translation>لا يوجد تعبير باسم «%1». المتاح size أو hits أو age أو tier أو pinned. وللبحث عن هذا النص في المسارات ضعه بين علامتي اقتباس.</translation>
    </message>
    <message>
        <source>A part of the path, and terms; all of them have to hold.
size&gt;64k size&lt;1M: of the metadata
hits&lt;2 hits&gt;=10: how often it was asked for
age&gt;2h age&lt;3d: since it was read and stored
tier:memory tier:disk: where it is; tier:disk-only: and nowhere else
pinned:yes pinned:no
&quot;size&gt;64k&quot;: in quotes, this text in the path</source>
        <translation>جزء من المسار وتعابير، ويجب أن تتحقق كلها.
حجم البيانات الوصفية: size&gt;64k size&lt;1M
عدد مرات طلب المدخل: hits&lt;2 hits&gt;=10
المدة منذ قراءته وتخزينه: age&gt;2h age&lt;3d
مكانه: tier:memory tier:disk، وهناك دون سواه: tier:disk-only
التثبيت: pinned:yes pinned:no
هذا النص نفسه في المسار، بين علامتي اقتباس: &quot;size&gt;64k&quot;</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>%1 holds no usable figures: %2</source>
        <translation>لا أرقام صالحة في %1: %2</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>تعذّرت قراءة %1: %2</translation>
    </message>
    <message>
        <source>%1: one of the values is not a number.</source>
        <translation>«%1»: إحدى القيم ليست عددًا.</translation>
    </message>
    <message>
        <source>%1: every percentage must lie between 0 and 100.</source>
        <translation>«%1»: يجب أن تقع كل نسبة مئوية بين 0 و100.</translation>
    </message>
    <message>
        <source>%1 must be left below the value it begins at, or it would flap.</source>
        <translation>يجب أن يُغادَر المستوى «%1» عند قيمة أدنى من قيمة بدايته، وإلا تذبذب.</translation>
    </message>
    <message>
        <source>%1 must begin at least %2 below %3.</source>
        <translation>يجب أن يبدأ المستوى «%1» قبل «%3» بما لا يقل عن %2.</translation>
    </message>
    <message>
        <source>%1 must not be left below the value at which %2 is left.</source>
        <translation>يجب ألا يُغادَر المستوى «%1» عند قيمة أدنى من التي يُغادَر عندها «%2».</translation>
    </message>
    <message>
        <source>%1: the hold must lie between 0 s and 1 hour.</source>
        <translation>«%1»: يجب أن تقع مدة الإبقاء بين صفر وساعة واحدة.</translation>
    </message>
    <message>
        <source>%1: the target must lie below the value at which the level begins.</source>
        <translation>«%1»: يجب أن يكون الهدف أدنى من القيمة التي يبدأ عندها المستوى.</translation>
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
        <source>The file changed while it was read; the next scan tries again.</source>
        <translation>تغيّر الملف أثناء قراءته؛ وسيحاول الفحص التالي من جديد.</translation>
    </message>
    <message>
        <source>The metadata reader gave no usable answer for this file.</source>
        <translation>لم يعطِ قارئ البيانات الوصفية جوابًا صالحًا لهذا الملف.</translation>
    </message>
    <message>
        <source>The metadata reader took too long over this file and was stopped.</source>
        <translation>استغرق قارئ البيانات الوصفية وقتًا أطول من اللازم مع هذا الملف فأُوقف.</translation>
    </message>
    <message>
        <source>The metadata of this file is larger than what is accepted.</source>
        <translation>بيانات هذا الملف الوصفية أكبر من المسموح.</translation>
    </message>
    <message>
        <source>The metadata was read, but neither memory nor disk had room for it.</source>
        <translation>قُرئت البيانات الوصفية، لكن لم يتّسع لها مكان في الذاكرة ولا على القرص.</translation>
    </message>
    <message>
        <source>The disk is full: the cache goes on in memory only. Free some space; it tries again.</source>
        <translation>القرص ممتلئ: تواصل الخبيئة عملها في الذاكرة فقط. أفرغ بعض المساحة، وستعيد المحاولة تلقائيًا.</translation>
    </message>
    <message>
        <source>The cache directory is read-only: the cache goes on in memory only.</source>
        <translation>مجلد الخبيئة للقراءة فقط: تواصل الخبيئة عملها في الذاكرة فقط.</translation>
    </message>
    <message>
        <source>The cache&apos;s store is locked by another program: the cache goes on in memory only.</source>
        <translation>أقفل برنامج آخر مخزن الخبيئة: تواصل الخبيئة عملها في الذاكرة فقط.</translation>
    </message>
    <message>
        <source>The disk reports errors: the cache goes on in memory only. Check the disk.</source>
        <translation>يبلّغ القرص عن أخطاء: تواصل الخبيئة عملها في الذاكرة فقط. تحقق من القرص.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln damaged part(s) of the store set aside and made anew; the newest lies at %1.</source>
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
        <source>Written to %1</source>
        <translation>كُتب في %1</translation>
    </message>
    <message>
        <source>Not written to %1: %2</source>
        <translation>لم يُكتب في %1: %2</translation>
    </message>
    <message>
        <source>The metadata reader exiftool does not start: %1</source>
        <translation>قارئ البيانات الوصفية exiftool لا يبدأ: %1</translation>
    </message>
    <message>
        <source>The reader does not understand its contents: %1</source>
        <translation>لا يفهم القارئ محتوى الملف: %1</translation>
    </message>
    <message>
        <source>%1 It is not tried again until the file changes; &apos;Read again now&apos;, in the menu of its cache entry, tries it.</source>
        <translation>%1 لا تُعاد المحاولة قبل أن يتغيّر الملف؛ «أعد القراءة الآن» في قائمة مدخله يعيدها.</translation>
    </message>
</context>
<context>
    <name>Events</name>
    <message numerus="yes">
        <source>Limit cut under %1 from %2 to %3 entries: %Ln evicted (%4), RSS %5, in %6</source>
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
        <source>Limit grown at %1 from %2 to %3 entries</source>
        <translation>نما حد المدخلات عند «%1» من %2 إلى %3</translation>
    </message>
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
        <source>Disk store cleaned up under %1: %2 expired, %3 more removed, %4 → %5, in %6</source>
        <translation>نُظّف مخزن القرص عند «%1»: انتهت صلاحية %2 من المدخلات، وأُزيل %3 غيرها، والحجم من %4 إلى %5، خلال %6</translation>
    </message>
    <message>
        <source>%1 begins at %2 → %3</source>
        <translation>بداية «%1» %2 ← %3</translation>
    </message>
    <message>
        <source>%1 left under %2 → %3</source>
        <translation>مغادرة «%1» دون %2 ← %3</translation>
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
        <source>Thresholds applied, none differs</source>
        <translation>طُبّقت العتبات دون أي اختلاف</translation>
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
        <source>Signal lost, the level is kept: %1</source>
        <translation>فُقدت الإشارة، ويبقى المستوى على حاله: %1</translation>
    </message>
    <message>
        <source>The signal is back</source>
        <translation>عادت الإشارة</translation>
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
        <source>The settings in %1 cannot be used: defaults count</source>
        <translation>الإعدادات في %1 غير صالحة: تسري القيم الافتراضية</translation>
    </message>
    <message>
        <source>The settings in %1 cannot be used: defaults count, the file was kept as %2</source>
        <translation>الإعدادات في %1 غير صالحة: تسري القيم الافتراضية، وحُفظ الملف باسم %2</translation>
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
        <source>%1 → %2: %3 %4 in two samples in a row</source>
        <translation>%1 ← %2: %3 %4 في عينتين متتاليتين</translation>
    </message>
    <message>
        <source>%1 → %2: %3 %4, applied at once</source>
        <translation>%1 ← %2: %3 %4، طُبّق فورًا</translation>
    </message>
    <message>
        <source>%1 → %2: %3, and %4</source>
        <translation>%1 ← %2: %3، و%4</translation>
    </message>
    <message>
        <source>%1 → %2: %3, under %4 for the whole hold</source>
        <translation>%1 ← %2: %3، دون %4 طوال مدة الإبقاء</translation>
    </message>
    <message>
        <source>%1 → %2: %3</source>
        <translation>%1 ← %2: %3</translation>
    </message>
    <message>
        <source>%1 expected in about %2: %3, rising %4 a minute</source>
        <translation>يُتوقّع «%1» بعد نحو %2: %3، بصعود %4 في الدقيقة</translation>
    </message>
    <message>
        <source>%1 (process %2) holds %3</source>
        <translation>%1 (العملية %2) تشغل %3</translation>
    </message>
    <message>
        <source>Action %1, receipt: %2 evicted; RSS %3 at once, %4 after 250&#xa0;ms, %5 after 2&#xa0;s; pressure %6 → %7</source>
        <translation>إيصال الإجراء %1: أُخلي %2؛ وتغيّر RSS بمقدار %3 فورًا، و%4 بعد 250&#xa0;ملي&#xa0;ث، و%5 بعد ثانيتين؛ والضغط %6 ← %7</translation>
    </message>
    <message>
        <source>%1 came back soon after it was left: it is now held for %2</source>
        <translation>عاد «%1» بُعيد مغادرته: صارت مدة إبقائه %2</translation>
    </message>
    <message>
        <source>%1 came back soon after a fall: the limit now waits %2 before it grows</source>
        <translation>عاد «%1» بُعيد انخفاض: صار الحد ينتظر %2 قبل أن ينمو</translation>
    </message>
    <message>
        <source>Eviction does not help: of %1 evicted only %2 came back to the system; the limit will not grow before NORMAL</source>
        <translation>الإخلاء لا يفيد: لم يعد إلى النظام من أصل %1 مُخلاة سوى %2؛ ولن ينمو الحد قبل «طبيعي»</translation>
    </message>
    <message>
        <source>%1. Most memory: %2</source>
        <translation>%1. الأكثر استهلاكًا للذاكرة: %2</translation>
    </message>
    <message>
        <source>The limit follows pressure again</source>
        <translation>عاد الحد يتبع الضغط</translation>
    </message>
    <message>
        <source>The limit is held at %1 of the configured one until %2</source>
        <translation>الحد مجمَّد عند %1 من الحد المضبوط حتى %2</translation>
    </message>
    <message>
        <source>The machine slept for %1</source>
        <translation>كان الجهاز في وضع السكون مدة %1</translation>
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
        <source>Recording to %1 works again</source>
        <translation>عاد التسجيل في %1 إلى العمل</translation>
    </message>
    <message>
        <source>Nothing can be recorded in %1: %2. The monitor goes on.</source>
        <translation>يتعذّر التسجيل في %1: %2. وتستمر المراقبة.</translation>
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
        <source>%1; %2 of it go back when their last reader is done</source>
        <translation>%1؛ ويعود من المُخلى %2 حين ينتهي آخر قارئ له</translation>
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
        <source>%1 → %2 of disk from the next start</source>
        <translation>القرص من %1 إلى %2 بدءًا من التشغيل القادم</translation>
    </message>
    <message>
        <source>entries expire after %1 from the next start</source>
        <translation>تنتهي صلاحية المدخلات بعد %1، بدءًا من التشغيل القادم</translation>
    </message>
    <message>
        <source>entries never expire from the next start</source>
        <translation>لا تنتهي صلاحية المدخلات أبدًا، بدءًا من التشغيل القادم</translation>
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
        <source>limits and basis stay</source>
        <translation>تبقى الحدود والأساس كما هي</translation>
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
    <message>
        <source>Preset %1 is in force: %2</source>
        <translation>يسري الإعداد المسبق «%1»: %2</translation>
    </message>
    <message>
        <source>under %1</source>
        <translation>أقل من %1</translation>
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
        <source>The settings in %1 were not understood in part, where defaults apply: %2</source>
        <translation>لم يُفهم بعض الإعدادات في %1، وتسري مكانه القيم الافتراضية: %2</translation>
    </message>
    <message>
        <source>The settings in %1 were changed elsewhere and apply here too</source>
        <translation>غُيّرت الإعدادات في %1 من مكان آخر، وتسري هنا أيضًا</translation>
    </message>
    <message>
        <source>The settings in %1 can no longer be used: the present ones still apply</source>
        <translation>لم تعد الإعدادات في %1 صالحة: يستمر سريان الإعدادات الحالية</translation>
    </message>
    <message>
        <source>The settings in %1 could no longer be used: the file was kept as %2, the present ones still apply</source>
        <translation>لم تعد الإعدادات في %1 صالحة: حُفظ الملف باسم %2، ويستمر سريان الإعدادات الحالية</translation>
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
        <source>What they do</source>
        <translation>وظيفتها</translation>
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
        <source>Watches how much memory this machine has left, and keeps a cache of file metadata that yields when memory runs short.

Free software under the GNU General Public License, version 3 or later. Built with Qt %1.</source>
        <translation>يراقب ما تبقّى من ذاكرة هذا الجهاز، ويحتفظ بخبيئة لبيانات الملفات الوصفية تفسح المجال عند شحّ الذاكرة.

برنامج حر وفق رخصة GNU General Public License، الإصدار 3 أو ما بعده. بُني باستعمال Qt %1.</translation>
    </message>
    <message>
        <source>Left, Right</source>
        <translation>Left أو Right</translation>
    </message>
    <message>
        <source>Move the crosshair, with Ctrl ten times as far</source>
        <translation>حرّك خط القراءة، ومع Ctrl عشرة أضعاف المسافة</translation>
    </message>
    <message>
        <source>Home, End</source>
        <translation>Home أو End</translation>
    </message>
    <message>
        <source>Crosshair at the first or the last moment in view</source>
        <translation>خط القراءة عند أول لحظة معروضة أو آخرها</translation>
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
        <source>Cancel a drag, hide the crosshair</source>
        <translation>ألغِ السحب أو أخفِ خط القراءة</translation>
    </message>
    <message>
        <source>Drag in the chart</source>
        <translation>السحب في الرسم البياني</translation>
    </message>
    <message>
        <source>Zoom into a stretch of time; double click goes back</source>
        <translation>كبّر مدة من الزمن، والنقر المزدوج يعيد العرض السابق</translation>
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
        <source>The blue line is the share of memory in use, the purple one what this program itself holds. Below them: the level that applied, what the cache held, and all that is recorded.</source>
        <translation>الخط الأزرق نسبة الذاكرة المستخدمة، والبنفسجي ما يشغله هذا البرنامج نفسه. وتحتهما: المستوى الذي كان ساريًا، وما احتوته الخبيئة، وكل ما سُجّل.</translation>
    </message>
    <message>
        <source>Drag across a stretch of time to zoom into it, turn the wheel to zoom, double-click to go back. Space pauses the picture, never the recording; L shows the present again.</source>
        <translation>اسحب عبر مدة من الزمن لتكبيرها، وأدر عجلة الفأرة لتغيير التكبير، وانقر نقرًا مزدوجًا للعودة. المفتاح Space يوقف الصورة مؤقتًا ولا يوقف التسجيل أبدًا، والمفتاح L يعرض الحاضر من جديد.</translation>
    </message>
    <message>
        <source>The arrow keys move a crosshair that reads every line at its time. N and P go from event to event, M puts a note at the crosshair.</source>
        <translation>تحرّك مفاتيح الأسهم خط القراءة الذي يبيّن قيمة كل خط في لحظته. وينتقل المفتاح N إلى الحدث التالي والمفتاح P إلى السابق، ويضع المفتاح M ملاحظة عند خط القراءة.</translation>
    </message>
    <message>
        <source>A gap means that nothing was measured: the machine slept, the program was not running, or the signal was lost.</source>
        <translation>الفجوة تعني أنه لم يُقَس شيء: كان الجهاز في وضع السكون، أو لم يكن البرنامج يعمل، أو فُقدت الإشارة.</translation>
    </message>
    <message>
        <source>Thresholds</source>
        <translation>العتبات</translation>
    </message>
    <message>
        <source>A level begins when two samples in a row reach its value; for CRITICAL one is enough. It is left one step at a time, once memory use has stayed under the second value for the time given.</source>
        <translation>يبدأ المستوى حين تبلغ عينتان متتاليتان قيمته، وتكفي للمستوى «حرج» عينة واحدة. ويُغادَر درجةً درجةً متى بقي استخدام الذاكرة دون القيمة الثانية طوال المدة المحددة.</translation>
    </message>
    <message>
        <source>Drag a handle of the chart, or type a value. Nothing counts before it is applied (Ctrl+Enter), and what was applied can be taken back for a minute.</source>
        <translation>اسحب مقبضًا في الرسم البياني أو اكتب قيمة. لا يسري شيء قبل تطبيقه (Ctrl+Enter)، ويمكن التراجع عما طُبّق خلال دقيقة.</translation>
    </message>
    <message>
        <source>A value that makes no sense beside the others is not taken, and the page says why.</source>
        <translation>القيمة التي لا تستقيم مع سائر القيم لا تُقبل، وتبيّن الصفحة السبب.</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>الأحداث</translation>
    </message>
    <message>
        <source>Every change of the level, of the cache&apos;s limit and of the settings, with the figures that it was decided on.</source>
        <translation>كل تغيّر في المستوى وفي حد الخبيئة وفي الإعدادات، مع الأرقام التي بُني عليها القرار.</translation>
    </message>
    <message>
        <source>After each cut a receipt says what was evicted, and how much of it the system had back two seconds later.</source>
        <translation>بعد كل خفض يبيّن إيصال ما أُخلي، وكم استعاد النظام منه بعد ثانيتين.</translation>
    </message>
    <message>
        <source>Filter by text, kind and level, or show only what lies in the chart&apos;s view. An event and its mark on the chart select each other; Enter goes to its moment.</source>
        <translation>رشّح بالنص والنوع والمستوى، أو اعرض ما يقع في مجال الرسم البياني فقط. تحديد الحدث يحدد علامته في الرسم البياني والعكس، ومفتاح Enter ينتقل إلى لحظته.</translation>
    </message>
    <message>
        <source>Cache entries</source>
        <translation>مدخلات الخبيئة</translation>
    </message>
    <message>
        <source>An entry is the metadata of one file, in memory, on disk or in both. Filter by a part of the path and by terms such as size&gt;64k, hits&lt;2, age&gt;2h, tier:disk or pinned:yes.</source>
        <translation>المدخل هو البيانات الوصفية لملف واحد، في الذاكرة أو على القرص أو في كليهما. رشّح بجزء من المسار وبتعابير مثل size&gt;64k أو hits&lt;2 أو age&gt;2h أو tier:disk أو pinned:yes.</translation>
    </message>
    <message>
        <source>Pinned entries stay when others are evicted, as long as they are no more than half of the limit. Deleting drops the cached metadata, never the file, and can be taken back for 30 seconds.</source>
        <translation>تبقى المدخلات المثبّتة حين يُخلى غيرها، ما دامت لا تزيد على نصف الحد. والحذف يُسقط البيانات الوصفية المخبّأة ولا يمس الملف أبدًا، ويمكن التراجع عنه خلال 30 ثانية.</translation>
    </message>
    <message>
        <source>While &apos;Read-only&apos; in the menu &apos;Cache&apos; is ticked, nothing can be changed by accident.</source>
        <translation>ما دام «للقراءة فقط» مؤشَّرًا في قائمة «الخبيئة»، لا يمكن تغيير شيء سهوًا.</translation>
    </message>
    <message>
        <source>Memory holders</source>
        <translation>مستهلكو الذاكرة</translation>
    </message>
    <message>
        <source>Who holds this machine&apos;s memory, largest first. &apos;Resident&apos; counts shared pages in full, &apos;Own share&apos; divides them among those who share them.</source>
        <translation>من يشغل ذاكرة هذا الجهاز، الأكبر أولًا. يحسب عمود «المقيمة» الصفحات المشتركة كاملة، ويقسمها عمود «الحصة الخاصة» على المشتركين فيها.</translation>
    </message>
    <message>
        <source>The line above the table says what the cache holds of it: whether evicting it could help at all.</source>
        <translation>يبيّن السطر الذي فوق الجدول ما تشغله الخبيئة منها: أي هل يمكن أن يفيد إخلاؤها أصلًا.</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>المصادر</translation>
    </message>
    <message>
        <source>Which signals of memory pressure work on this machine, how soon each tells, and why others do not work.</source>
        <translation>أيّ إشارات ضغط الذاكرة تعمل على هذا الجهاز، وما سرعة إبلاغ كل منها، ولماذا لا تعمل غيرها.</translation>
    </message>
    <message>
        <source>Where the kernel does not count waiting tasks (PSI), the share of memory in use decides alone.</source>
        <translation>حيث لا تَعدّ النواة المهام المنتظِرة (PSI)، تُحدِّد نسبة الذاكرة المستخدمة المستوى وحدها.</translation>
    </message>
    <message>
        <source>Scan</source>
        <translation>الفحص</translation>
    </message>
    <message>
        <source>&apos;Add folder&apos; reads the metadata of all files below a folder into the cache. A file that is there already and has not changed is not read again.</source>
        <translation>يقرأ «أضف مجلدًا» البيانات الوصفية لكل الملفات داخل مجلد ويضعها في الخبيئة. ولا يُقرأ مجددًا ملف موجود فيها لم يتغيّر.</translation>
    </message>
    <message>
        <source>Files are read by a process of its own and for a limited time: one that makes the reader hang or crash costs that file alone, and is listed with the reason.</source>
        <translation>تُقرأ الملفات بعملية مستقلة ولمدة محدودة: فإن علّق ملفٌ القارئَ أو عطّله خُسر ذلك الملف وحده، وأُدرج مع السبب.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>A preset is a whole set of thresholds, limits and numbers of the control loop. A star beside its name says that what counts differs from it.</source>
        <translation>الإعداد المسبق مجموعة كاملة من العتبات والحدود وأرقام حلقة التحكم. والنجمة بجوار اسمه تعني أن الساري يختلف عنه.</translation>
    </message>
    <message>
        <source>The basis is whose memory is judged: the machine&apos;s, what the control group may use, or the fuller of both.</source>
        <translation>الأساس هو الذاكرة التي تكون العبرة بها: ذاكرة الجهاز، أو ما يجوز لمجموعة التحكم استخدامه، أو أكثر الاثنين امتلاءً.</translation>
    </message>
    <message>
        <source>The dialog &apos;Settings&apos; (Ctrl+,) has what the cache may use, when entries expire, and the numbers of the control loop; each field says its default.</source>
        <translation>في مربع حوار «الإعدادات» (Ctrl+,‎) ما يجوز للخبيئة استخدامه، ومتى تنتهي صلاحية المدخلات، وأرقام حلقة التحكم؛ ويذكر كل حقل قيمته الافتراضية.</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>نظرة عامة</translation>
    </message>
    <message>
        <source>Manometer watches how much memory this machine has left, and keeps a cache of file metadata that gives way when memory runs short and comes back when it does not.</source>
        <translation>يراقب Manometer ما تبقّى من ذاكرة هذا الجهاز، ويحتفظ بخبيئة لبيانات الملفات الوصفية تفسح المجال عند شحّ الذاكرة وتعود حين يزول الشحّ.</translation>
    </message>
    <message>
        <source>The top of the window says which level applies, why, and how far the next one is; then what the cache&apos;s limit is and what changes it next.</source>
        <translation>يبيّن أعلى النافذة المستوى الساري وسببه وبُعد المستوى التالي؛ ثم حد الخبيئة الحالي وما سيغيّره بعد ذلك.</translation>
    </message>
    <message>
        <source>There are four levels: NORMAL, ELEVATED, HIGH and CRITICAL. The cache may keep all of its limit, 75 %, 50 %, and at most 50 entries. What was cut comes back in steps once the level has fallen.</source>
        <translation>المستويات أربعة: «طبيعي» و«مرتفع» و«شديد» و«حرج». ويجوز للخبيئة أن تحتفظ فيها على الترتيب بحدها كاملًا، و75&#xa0;٪ منه، و50&#xa0;٪ منه، و50 مدخلًا على الأكثر. ويعود ما خُفض على خطوات متى انخفض المستوى.</translation>
    </message>
    <message>
        <source>Shift+F1</source>
        <translation>Shift+F1</translation>
    </message>
    <message>
        <source>Explain the field that has the focus</source>
        <translation>اشرح الحقل الذي عليه التركيز</translation>
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
        <translation>الساري</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>الخبيئة</translation>
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
        <source>&gt; %1</source>
        <translation>&gt; %1</translation>
    </message>
    <message>
        <source>≥ %1</source>
        <translation>≥ %1</translation>
    </message>
    <message>
        <source>host %1</source>
        <translation>المضيف %1</translation>
    </message>
    <message>
        <source>control group %1</source>
        <translation>مجموعة التحكم %1</translation>
    </message>
    <message>
        <source>tasks wait for memory</source>
        <translation>مهام تنتظر الذاكرة</translation>
    </message>
    <message>
        <source>tasks of our control group wait for memory</source>
        <translation>مهام من مجموعة تحكمنا تنتظر الذاكرة</translation>
    </message>
    <message>
        <source>the service manager reports memory pressure</source>
        <translation>مدير الخدمات يبلّغ عن ضغط الذاكرة</translation>
    </message>
    <message>
        <source>the kernel ran out of memory</source>
        <translation>نفدت الذاكرة لدى النواة</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Another Manometer uses the cache in %1. Close it, or give this one a cache of its own with --cache-dir.</source>
        <translation>يستخدم Manometer آخر الخبيئة في %1. أغلقه، أو استعمل الخيار --cache-dir لتمنح هذا خبيئة خاصة به.</translation>
    </message>
    <message>
        <source>%1 is not a folder, so no cache can be kept there. Choose another place with --cache-dir.</source>
        <translation>ليس %1 مجلدًا، فلا يمكن الاحتفاظ بخبيئة فيه. استعمل الخيار --cache-dir لاختيار مكان آخر.</translation>
    </message>
    <message>
        <source>The cache in %1 was written by a later version of Manometer. It was left as it is; choose another place with --cache-dir.</source>
        <translation>كُتبت الخبيئة في %1 بإصدار أحدث من Manometer، فتُركت كما هي. استعمل الخيار --cache-dir لاختيار مكان آخر.</translation>
    </message>
    <message>
        <source>The cache in %1 cannot be opened: %2. Choose another place with --cache-dir.</source>
        <translation>تعذّر فتح الخبيئة في %1: %2. استعمل الخيار --cache-dir لاختيار مكان آخر.</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>تعذّرت كتابة %1: %2</translation>
    </message>
    <message>
        <source>--screenshot: no picture of the kind that %1 names can be written; a name that ends in .png can.</source>
        <translation>الخيار --screenshot: لا يمكن كتابة صورة من النوع الذي يدل عليه %1؛ أما الاسم المنتهي بالامتداد .png فيصلح.</translation>
    </message>
    <message>
        <source>Manometer runs already, and its window was brought forward. What else the options ask for was not done: close it first, or give this one a cache of its own with --cache-dir.</source>
        <translation>يعمل Manometer بالفعل، وقد أُظهرت نافذته. لم يُنفّذ ما تطلبه الخيارات غير ذلك: أغلقه أولًا، أو استعمل الخيار --cache-dir لتمنح هذا خبيئة خاصة به.</translation>
    </message>
    <message>
        <source>The scan of %1 was not finished: %2 of its files were looked at.</source>
        <translation>لم يكتمل فحص %1: عدد ما فُحص من ملفاته %2.</translation>
    </message>
    <message>
        <source>There is no display to show the window on. On a machine without one, begin with QT_QPA_PLATFORM=offscreen manometer …</source>
        <translation>لا توجد شاشة لعرض النافذة. على جهاز بلا شاشة ابدأ هكذا: QT_QPA_PLATFORM=offscreen manometer …</translation>
    </message>
    <message>
        <source>Rehearsal</source>
        <comment>title of the window that shows a pretended machine</comment>
        <translation>تدريب</translation>
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
</context>
<context>
    <name>OverviewItem</name>
    <message>
        <source>All</source>
        <translation>الكل</translation>
    </message>
</context>
<context>
    <name>Picture</name>
    <message>
        <source>pictures of the kind &apos;%1&apos; cannot be written; .png can</source>
        <translation>لا يمكن كتابة صور من النوع «%1»؛ أما .png فيصلح</translation>
    </message>
</context>
<context>
    <name>PlotItem</name>
    <message>
        <source>no signal</source>
        <translation>لا إشارة</translation>
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
        <source>%1 entries, %2 of memory, %3 of disk, measuring only</source>
        <translation>المدخلات %1، والذاكرة %2، والقرص %3، قياس فقط</translation>
    </message>
    <message>
        <source>the machine&apos;s memory is judged</source>
        <translation>العبرة بذاكرة الجهاز</translation>
    </message>
    <message>
        <source>the control group&apos;s memory is judged</source>
        <translation>العبرة بذاكرة مجموعة التحكم</translation>
    </message>
    <message>
        <source>the fuller of machine and control group is judged</source>
        <translation>العبرة بأكثر الاثنين امتلاءً: الجهاز ومجموعة التحكم</translation>
    </message>
</context>
<context>
    <name>Sources</name>
    <message>
        <source>This kernel has no pressure stall information, or it is switched off (the kernel option psi=1 switches it on).</source>
        <translation>لا توفر هذه النواة معلومات التوقف بسبب الضغط (PSI)، أو أنها معطّلة (يفعّلها المعامل psi=1).</translation>
    </message>
    <message>
        <source>Only control groups of version 2 have it, below their root.</source>
        <translation>لا تتوفر إلا في مجموعات الإصدار الثاني، تحت جذرها.</translation>
    </message>
    <message>
        <source>No control group counts this program&apos;s memory: the host&apos;s memory decides alone.</source>
        <translation>لا تحسب أي مجموعة تحكم ذاكرة هذا البرنامج: العبرة بذاكرة المضيف وحدها.</translation>
    </message>
    <message>
        <source>This kernel does not have it.</source>
        <translation>لا توفرها هذه النواة.</translation>
    </message>
    <message>
        <source>%1: %2. Without the right CAP_SYS_RESOURCE kernels before 6.4 refuse it; the counters are polled instead.</source>
        <translation>%1: %2. ترفضها النوى الأقدم من 6.4 لمن ليست له الصلاحية CAP_SYS_RESOURCE؛ فتُستطلع العدّادات بدلًا منها.</translation>
    </message>
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
        <source>not there</source>
        <translation>غير موجودة</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>بلا حد</translation>
    </message>
    <message>
        <source>not asked for</source>
        <translation>غير مطلوبة</translation>
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
        <source>No group from %1 up has a limit: the host&apos;s memory decides alone.</source>
        <translation>لا حد لأي مجموعة من %1 فما فوقها: العبرة بذاكرة المضيف وحدها.</translation>
    </message>
    <message>
        <source>MEMORY_PRESSURE_WATCH is not set; systemd sets it for services with MemoryPressureWatch=.</source>
        <translation>المتغير MEMORY_PRESSURE_WATCH غير مضبوط؛ ويضبطه systemd للخدمات التي يرد MemoryPressureWatch= في تعريفها.</translation>
    </message>
    <message>
        <source>MEMORY_PRESSURE_WATCH or MEMORY_PRESSURE_WRITE makes no sense: %1</source>
        <translation>لا معنى لقيمة MEMORY_PRESSURE_WATCH أو MEMORY_PRESSURE_WRITE: %1</translation>
    </message>
    <message>
        <source>%1 holds no usable figures.</source>
        <translation>لا أرقام صالحة في %1.</translation>
    </message>
    <message>
        <source>Not examined yet.</source>
        <translation>لم تُعايَن بعد.</translation>
    </message>
    <message>
        <source>The tightest limit above this program is %1, of which %2 is used; the larger of it and the host&apos;s memory use counts.</source>
        <translation>أضيق حد يسري على هذا البرنامج هو %1، والمستخدم منه %2؛ والعبرة بالأكبر منه ومن استخدام ذاكرة المضيف.</translation>
    </message>
    <message>
        <source>No limit of a control group counts: the host&apos;s memory use decides alone.</source>
        <translation>لا يسري حد لأي مجموعة تحكم: العبرة باستخدام ذاكرة المضيف وحده.</translation>
    </message>
    <message>
        <source>%1 This program takes %2 (PSS), %3 of it private and dirty.</source>
        <translation>%1 يشغل هذا البرنامج %2 (PSS)، منها %3 خاصة به ومعدّلة.</translation>
    </message>
    <message>
        <source>%1 is not there.</source>
        <translation>%1 غير موجود.</translation>
    </message>
    <message>
        <source>It is not there: without it nothing can be judged. Is /proc mounted?</source>
        <translation>غير موجود: ومن دونه لا يمكن الحكم على شيء. هل ‎/proc‎ موصول؟</translation>
    </message>
    <message>
        <source>estimated</source>
        <translation>مقدَّر</translation>
    </message>
    <message>
        <source>%1 has no MemAvailable (Linux before 3.14, WSL1): it is estimated from free memory, page cache, reclaimable slabs and watermarks, as the kernel does.</source>
        <translation>لا يوجد MemAvailable في %1 (لينكس قبل 3.14 أو WSL1): فيُقدَّر من الذاكرة الحرة وخبيئة الصفحات والألواح القابلة للاسترداد والعلامات المائية، كما تفعل النواة.</translation>
    </message>
    <message>
        <source>The tightest limit above this program is %1, and %2 are used: over a limit the kernel reclaims memory and slows the group down. It is judged as 100 % used.</source>
        <translation>أضيق حد يسري على هذا البرنامج هو %1، والمستخدم %2: فوق الحد تسترد النواة الذاكرة وتُبطئ المجموعة. ويُعدّ مستخدمًا بنسبة 100 %.</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>No reading of this machine&apos;s memory yet.</source>
        <translation>لا قراءة لذاكرة هذا الجهاز بعد.</translation>
    </message>
    <message>
        <source>Waiting for the first sample.</source>
        <translation>في انتظار أول عينة.</translation>
    </message>
    <message>
        <source>Host %1 %2</source>
        <translation>المضيف %1 %2</translation>
    </message>
    <message>
        <source>%1; CRITICAL is the highest level.</source>
        <translation>%1؛ و«حرج» أعلى المستويات.</translation>
    </message>
    <message>
        <source>%1, margin to %2 %3</source>
        <translation>%1، والهامش إلى «%2» %3</translation>
    </message>
    <message>
        <source>Raised to %1: two samples in a row agree.</source>
        <translation>رُفع إلى «%1»: اتفقت عينتان متتاليتان.</translation>
    </message>
    <message>
        <source>Raised to %1 at once: one such sample is enough.</source>
        <translation>رُفع إلى «%1» فورًا: تكفي عينة واحدة كهذه.</translation>
    </message>
    <message>
        <source>Measured %1; %2 still applies, the next sample decides.</source>
        <translation>المقيس «%1»، وما زال «%2» ساريًا؛ والعينة التالية تحسم.</translation>
    </message>
    <message>
        <source>Fell to %1: the hold of the level above is over.</source>
        <translation>انخفض إلى «%1»: انتهت مدة إبقاء المستوى الأعلى.</translation>
    </message>
    <message>
        <source>%1 stays until memory use is under %2.</source>
        <translation>يبقى «%1» حتى يصير استخدام الذاكرة دون %2.</translation>
    </message>
    <message>
        <source>%1 is held.</source>
        <translation>يُبقى على «%1».</translation>
    </message>
    <message>
        <source>%1 held %2 more: under %3 for %4.</source>
        <translation>يُبقى على «%1» مدة %2 أخرى: الاستخدام دون %3 منذ %4.</translation>
    </message>
    <message>
        <source>The newest read failed; %1 is kept.</source>
        <translation>فشلت أحدث قراءة؛ ويبقى «%1».</translation>
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
        <source>The limit stays at %1 entries: adaptation is off, memory is only measured.</source>
        <translation>يبقى حد المدخلات عند %1: التكيّف متوقف، والذاكرة تُقاس فقط.</translation>
    </message>
    <message>
        <source>The limit is the full %1 entries; ELEVATED would cut it to %2.</source>
        <translation>حد المدخلات كامل عند %1؛ والمستوى «مرتفع» يخفضه إلى %2.</translation>
    </message>
    <message>
        <source>The limit is %1 of %2 entries, the least there is, because CRITICAL applies; it may grow once the level falls.</source>
        <translation>حد المدخلات %1 من أصل %2، وهو أقل ما يكون، لأن «حرج» هو الساري؛ وقد ينمو متى انخفض المستوى.</translation>
    </message>
    <message>
        <source>The limit is %1 of %2 entries because %3 applies; it may grow once the level falls.</source>
        <translation>حد المدخلات %1 من أصل %2 لأن «%3» هو الساري؛ وقد ينمو متى انخفض المستوى.</translation>
    </message>
    <message>
        <source>The limit stays at %1 of %2 entries for %3 more after the last cut, then grows to %4.</source>
        <translation>يبقى حد المدخلات عند %1 من أصل %2 مدة %3 أخرى بعد آخر خفض، ثم ينمو إلى %4.</translation>
    </message>
    <message>
        <source>The limit of %1 entries grows to %2, by %3 of %4 every %5; next step in %6.</source>
        <translation>ينمو حد المدخلات من %1 إلى %2، بمقدار %3 من %4 كل %5؛ والخطوة التالية بعد %6.</translation>
    </message>
    <message>
        <source>The limit stays at %1 of %2 entries: nothing grows while memory cannot be read.</source>
        <translation>يبقى حد المدخلات عند %1 من أصل %2: لا ينمو شيء ما دامت قراءة الذاكرة متعذّرة.</translation>
    </message>
    <message>
        <source>Cache %1 entries</source>
        <translation>مدخلات الخبيئة: %1</translation>
    </message>
    <message>
        <source>Cache %1 of %2 entries</source>
        <translation>مدخلات الخبيئة: %1 من أصل %2</translation>
    </message>
    <message>
        <source>Cache %1 of %2 entries, limit %3 (−%4)</source>
        <translation>مدخلات الخبيئة: %1 من أصل %2، والحد %3 (−%4)</translation>
    </message>
    <message>
        <source>No requests yet</source>
        <translation>لا طلبات بعد</translation>
    </message>
    <message>
        <source>Hit ratio %1</source>
        <translation>نسبة الإصابة %1</translation>
    </message>
    <message>
        <source>&lt; %1</source>
        <translation>&lt; %1</translation>
    </message>
    <message>
        <source>Control group %1 %2</source>
        <translation>مجموعة التحكم %1 %2</translation>
    </message>
    <message>
        <source>%1, margin to %2 %3, about %4 at this rate</source>
        <translation>%1، والهامش إلى «%2» %3، أي نحو %4 بهذا المعدل</translation>
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
        <source>The limit stays at %1 of %2 entries for %3 more: pressure came back soon after it had fallen, so growth waits longer.</source>
        <translation>يبقى حد المدخلات عند %1 من أصل %2 مدة %3 أخرى: عاد الضغط بُعيد انخفاضه، فطال انتظار النمو.</translation>
    </message>
    <message>
        <source>The limit stays at %1 of %2 entries: at this rate %3 begins in %4.</source>
        <translation>يبقى حد المدخلات عند %1 من أصل %2: بهذا المعدل يبدأ «%3» بعد %4.</translation>
    </message>
    <message>
        <source>a moment</source>
        <translation>لحظات</translation>
    </message>
    <message>
        <source>The limit stays at %1 of %2 entries until NORMAL: what was evicted did not come back to the system.</source>
        <translation>يبقى حد المدخلات عند %1 من أصل %2 حتى «طبيعي»: ما أُخلي لم يعد إلى النظام.</translation>
    </message>
    <message>
        <source>The limit is held at %1 of %2 entries for %3 more, as you asked; only CRITICAL cuts it before.</source>
        <translation>حد المدخلات مجمَّد عند %1 من أصل %2 مدة %3 أخرى كما طلبت؛ ولا يخفضه قبل ذلك إلا «حرج».</translation>
    </message>
    <message>
        <source>A full cache of %1 entries is about %2, under %3 of this machine&apos;s memory: its eviction cannot move the machine&apos;s pressure. At %4 an entry, about %5 entries would be %6 of it.</source>
        <translation>خبيئة ممتلئة فيها %1 من المدخلات حجمها نحو %2، أي أقل من %3 من ذاكرة هذا الجهاز: فلا يغيّر إخلاؤها ضغط الجهاز. وبحجم %4 للمدخل الواحد، يعادل نحو %5 من المدخلات %6 من هذه الذاكرة.</translation>
    </message>
    <message>
        <source>Warning: %1 is near.</source>
        <translation>تحذير: المستوى «%1» قريب.</translation>
    </message>
    <message>
        <source>%1 So far %3 of %2 such warnings came true.</source>
        <translation>%1 صدق %3 من أصل %2 من هذه التحذيرات.</translation>
    </message>
    <message>
        <source>The limit is the full %1 entries: so few stay even at CRITICAL.</source>
        <translation>حد المدخلات كامل عند %1: وهذا العدد القليل يبقى حتى عند المستوى «حرج».</translation>
    </message>
    <message>
        <source>The limit of %1 grows to %2, by %3 of %4 every %5; next step in %6.</source>
        <translation>ينمو الحد من %1 إلى %2، بمقدار %3 من %4 كل %5؛ والخطوة التالية بعد %6.</translation>
    </message>
    <message>
        <source>%1, %2 on disk</source>
        <comment>what the cache holds in memory, a number of entries</comment>
        <translation>%1، وعلى القرص %2</translation>
    </message>
    <message numerus="yes">
        <source>Last cut: evicted %Ln entries, RSS %1 after 2 s</source>
        <translation>
            <numerusform>آخر خفض: لم يُخلَ أي مدخل، وتغيّر RSS بمقدار %1 بعد ثانيتين</numerusform>
            <numerusform>آخر خفض: أُخلي مدخل واحد، وتغيّر RSS بمقدار %1 بعد ثانيتين</numerusform>
            <numerusform>آخر خفض: أُخلي مدخلان، وتغيّر RSS بمقدار %1 بعد ثانيتين</numerusform>
            <numerusform>آخر خفض: أُخليت %Ln مدخلات، وتغيّر RSS بمقدار %1 بعد ثانيتين</numerusform>
            <numerusform>آخر خفض: أُخلي %Ln مدخلًا، وتغيّر RSS بمقدار %1 بعد ثانيتين</numerusform>
            <numerusform>آخر خفض: أُخلي %Ln مدخل، وتغيّر RSS بمقدار %1 بعد ثانيتين</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Last cut: evicted %Ln entries, RSS %1 at once</source>
        <translation>
            <numerusform>آخر خفض: لم يُخلَ أي مدخل، وتغيّر RSS بمقدار %1 فورًا</numerusform>
            <numerusform>آخر خفض: أُخلي مدخل واحد، وتغيّر RSS بمقدار %1 فورًا</numerusform>
            <numerusform>آخر خفض: أُخلي مدخلان، وتغيّر RSS بمقدار %1 فورًا</numerusform>
            <numerusform>آخر خفض: أُخليت %Ln مدخلات، وتغيّر RSS بمقدار %1 فورًا</numerusform>
            <numerusform>آخر خفض: أُخلي %Ln مدخلًا، وتغيّر RSS بمقدار %1 فورًا</numerusform>
            <numerusform>آخر خفض: أُخلي %Ln مدخل، وتغيّر RSS بمقدار %1 فورًا</numerusform>
        </translation>
    </message>
    <message>
        <source>Host about %1 %2</source>
        <comment>the kernel gives no exact figure</comment>
        <translation>المضيف نحو %1 %2</translation>
    </message>
    <message>
        <source>Control group over its limit, %1 used of %2</source>
        <translation>مجموعة التحكم فوق حدّها، المستخدم %1 من %2</translation>
    </message>
</context>
<context>
    <name>Times</name>
    <message>
        <source>ddd d MMM</source>
        <comment>a day on a time axis, as in &apos;Tue 24 Nov&apos;</comment>
        <translation>ddd d MMM</translation>
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
        <source>The fuller of machine and control group is judged</source>
        <translation>العبرة بأكثر الاثنين امتلاءً: الجهاز ومجموعة التحكم</translation>
    </message>
    <message>
        <source>&amp;Host</source>
        <translation>ال&amp;مضيف</translation>
    </message>
    <message>
        <source>The machine&apos;s memory is judged, whatever the control group may use</source>
        <translation>العبرة بذاكرة الجهاز، أيًّا كان ما يجوز لمجموعة التحكم استخدامه</translation>
    </message>
    <message>
        <source>&amp;Control group</source>
        <translation>مجموعة الت&amp;حكم</translation>
    </message>
    <message>
        <source>What the control group may use is judged, however full the machine is</source>
        <translation>العبرة بما يجوز لمجموعة التحكم استخدامه، مهما بلغ امتلاء الجهاز</translation>
    </message>
    <message>
        <source>No limit of a control group counts here</source>
        <translation>لا يسري هنا حد لأي مجموعة تحكم</translation>
    </message>
</context>
<context>
    <name>manometer::gui::CachePage</name>
    <message>
        <source>Cache entries</source>
        <translation>مدخلات الخبيئة</translation>
    </message>
    <message>
        <source>How many entries are shown</source>
        <translation>عدد المدخلات المعروضة</translation>
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
        <source>Note on the size of the cache</source>
        <translation>ملاحظة عن حجم الخبيئة</translation>
    </message>
    <message>
        <source>Listing…</source>
        <translation>يجري السرد…</translation>
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
        <source>The cache is empty. Use &apos;Add folder&apos; to read the metadata of the files in a folder.</source>
        <translation>الخبيئة فارغة. استعمل «أضف مجلدًا» لقراءة البيانات الوصفية لملفات مجلد.</translation>
    </message>
    <message>
        <source>No entries, as of %1</source>
        <translation>لا مدخلات، حتى %1</translation>
    </message>
    <message>
        <source>Show only entries whose path contains this text and that meet these terms</source>
        <translation>اعرض فقط المدخلات التي يحوي مسارها هذا النص وتستوفي هذه التعابير</translation>
    </message>
    <message>
        <source>Filter, for example: wfc3 size&gt;64k hits&lt;2 tier:disk</source>
        <translation>المرشّح، مثل: wfc3 size&gt;64k hits&lt;2 tier:disk</translation>
    </message>
    <message>
        <source>What to do with the selected entry</source>
        <translation>أوامر المدخل المحدد</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>الأعمدة</translation>
    </message>
    <message>
        <source>What is wrong with the filter</source>
        <translation>الخطأ في المرشّح</translation>
    </message>
    <message>
        <source>What is being done</source>
        <translation>ما يجري الآن</translation>
    </message>
    <message>
        <source>How much of it is done</source>
        <translation>مقدار ما أُنجز منه</translation>
    </message>
    <message>
        <source>Stop it</source>
        <translation>أوقفه</translation>
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
    <message>
        <source>The cache&apos;s files cannot be written to: entries can be looked at, but neither pinned nor deleted.</source>
        <translation>لا يمكن الكتابة في ملفات الخبيئة: يمكن الاطلاع على المدخلات دون تثبيتها أو حذفها.</translation>
    </message>
    <message>
        <source>%1 of %2 entries changed: the others are gone, or not on disk; only entries on disk can be pinned.</source>
        <translation>تغيّر %1 من أصل %2 من المدخلات: أما البقية فزالت، أو ليست على القرص الذي لا يمكن التثبيت إلا فيه.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries pinned: they stay until they are unpinned.</source>
        <translation>
            <numerusform>لم يُثبَّت أي مدخل.</numerusform>
            <numerusform>ثُبّت مدخل واحد، ويبقى حتى يُلغى تثبيته.</numerusform>
            <numerusform>ثُبّت مدخلان، ويبقيان حتى يُلغى تثبيتهما.</numerusform>
            <numerusform>ثُبّتت %Ln مدخلات، وتبقى حتى يُلغى تثبيتها.</numerusform>
            <numerusform>ثُبّت %Ln مدخلًا، وتبقى حتى يُلغى تثبيتها.</numerusform>
            <numerusform>ثُبّت %Ln مدخل، وتبقى حتى يُلغى تثبيتها.</numerusform>
        </translation>
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
        <source>No entry meets this filter. Clear the filter to see all entries.</source>
        <translation>لا مدخل يستوفي هذا المرشّح. أفرغ المرشّح لرؤية كل المدخلات.</translation>
    </message>
    <message>
        <source>Read-only: choose Cache &gt; Read-only to change entries again.</source>
        <translation>للقراءة فقط: اختر «الخبيئة &gt; للقراءة فقط» لتغيير المدخلات من جديد.</translation>
    </message>
    <message>
        <source>Read-only. %1</source>
        <translation>للقراءة فقط. %1</translation>
    </message>
    <message>
        <source>A part of the path, and terms: size&gt;64k, hits&lt;2, age&gt;2h, tier:memory or tier:disk, pinned:yes. An entry is shown when all of them hold.</source>
        <translation>جزء من المسار وتعابير مثل size&gt;64k و hits&lt;2 و age&gt;2h و tier:memory أو tier:disk و pinned:yes؛ ويُعرض المدخل إذا تحققت كلها.</translation>
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
        <source>per cent</source>
        <translation>نسبة مئوية</translation>
    </message>
    <message>
        <source>a share, 1 is all</source>
        <translation>حصة، والواحد هو الكل</translation>
    </message>
    <message>
        <source>a count</source>
        <translation>عدد</translation>
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
        <source>One archive for a bug report: the versions of the program and the system, which signals work here, the settings, the cache&apos;s figures, and the samples and events of the last day. Nothing is sent anywhere.</source>
        <translation>أرشيف واحد لبلاغ عن علة: إصدارا البرنامج والنظام، والإشارات التي تعمل هنا، والإعدادات، وأرقام الخبيئة، وعينات اليوم الأخير وأحداثه. لا يُرسَل شيء إلى أي مكان.</translation>
    </message>
    <message>
        <source>What the archive holds</source>
        <translation>محتوى الأرشيف</translation>
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
        <source>Without it names are replaced by numbers. Look through the archive before you send it.</source>
        <translation>من دونه تُستبدل الأسماء بأرقام. راجع الأرشيف قبل إرساله.</translation>
    </message>
    <message>
        <source>off</source>
        <translation>معطّل</translation>
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
        <source>Path copied as it is shown: it has characters in it that are no plain text.</source>
        <translation>نُسخ المسار كما يُعرض: ففيه محارف ليست نصًا صرفًا.</translation>
    </message>
    <message>
        <source>Metadata copied.</source>
        <translation>نُسخت البيانات الوصفية.</translation>
    </message>
    <message>
        <source>The folder&apos;s name is no text: it cannot be opened from here.</source>
        <translation>اسم المجلد ليس نصًا: لا يمكن فتحه من هنا.</translation>
    </message>
    <message>
        <source>No program could open the folder %1.</source>
        <translation>لم يقبل أي برنامج فتح المجلد %1.</translation>
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
        <source>%1 is gone; its entry was dropped.</source>
        <translation>لم يعد %1 موجودًا؛ وأُسقط مدخله.</translation>
    </message>
    <message>
        <source>Not read again: the entry was dropped meanwhile.</source>
        <translation>لم تُعَد القراءة: أُسقط المدخل في هذه الأثناء.</translation>
    </message>
    <message>
        <source>%1 was read again.</source>
        <translation>أُعيدت قراءة %1.</translation>
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
        <source>nowhere any more</source>
        <translation>لم يعد في أي مكان</translation>
    </message>
    <message>
        <source>Fact</source>
        <translation>المعلومة</translation>
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
        <source>This entry was dropped meanwhile.</source>
        <translation>أُسقط هذا المدخل في هذه الأثناء.</translation>
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
        <source>Where</source>
        <translation>المكان</translation>
    </message>
    <message>
        <source>Size of the file</source>
        <translation>حجم الملف</translation>
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
        <source>Read and stored</source>
        <translation>وقت القراءة والتخزين</translation>
    </message>
    <message>
        <source>Reading took</source>
        <translation>مدة القراءة</translation>
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
        <source>yes: it stays until it is unpinned</source>
        <translation>نعم: يبقى حتى يُلغى تثبيته</translation>
    </message>
    <message>
        <source>no</source>
        <translation>لا</translation>
    </message>
</context>
<context>
    <name>manometer::gui::EntryModel</name>
    <message>
        <source>(dropped meanwhile)</source>
        <translation>(أُسقط في هذه الأثناء)</translation>
    </message>
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
        <source>Reading took</source>
        <translation>مدة القراءة</translation>
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
        <source>nowhere</source>
        <translation>لا مكان</translation>
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
        <source>Of the metadata that is cached; the file itself may be of any size.</source>
        <translation>حجم البيانات الوصفية المخبّأة؛ أما الملف نفسه فقد يكون بأي حجم.</translation>
    </message>
</context>
<context>
    <name>manometer::gui::EntryRemoval</name>
    <message>
        <source>Counting what would be deleted…</source>
        <translation>يجري عدّ ما سيُحذف…</translation>
    </message>
    <message>
        <source>What was selected is gone already.</source>
        <translation>ما حُدد زال بالفعل.</translation>
    </message>
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
        <source>%1 of %2 entries deleted; the others were gone already.</source>
        <translation>حُذف %1 من أصل %2 من المدخلات؛ وكانت البقية قد زالت.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>أغلق</translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries are back.</source>
        <translation>
            <numerusform>لم يعد أي مدخل.</numerusform>
            <numerusform>عاد مدخل واحد.</numerusform>
            <numerusform>عاد مدخلان.</numerusform>
            <numerusform>عادت %Ln مدخلات.</numerusform>
            <numerusform>عاد %Ln مدخلًا.</numerusform>
            <numerusform>عاد %Ln مدخل.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 entries are back; the others were read anew or found no room.</source>
        <translation>عاد %1 من أصل %2 من المدخلات؛ والبقية قُرئت من جديد أو لم تجد مكانًا.</translation>
    </message>
    <message>
        <source>Memory is short: what was deleted was freed first and cannot be taken back any more.</source>
        <translation>الذاكرة شحيحة: أُفرغ المحذوف أولًا ولم يعد التراجع عن حذفه ممكنًا.</translation>
    </message>
    <message>
        <source>delete entries</source>
        <comment>a step that can be undone</comment>
        <translation>حذف مدخلات</translation>
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
        <source>What happened</source>
        <translation>ما حدث</translation>
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
        <source>Nothing happened yet. Changes of the level, of the cache&apos;s limit and of the thresholds appear here.</source>
        <translation>لم يحدث شيء بعد. هنا تظهر تغيّرات المستوى وحد الخبيئة والعتبات.</translation>
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
        <source>Show only events of the time that the chart shows</source>
        <translation>اعرض فقط أحداث المدة التي يعرضها الرسم البياني</translation>
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
        <source>Only events whose sentence contains this text are shown.</source>
        <translation>لا تُعرض إلا الأحداث التي يرد هذا النص في جملتها.</translation>
    </message>
    <message>
        <source>Only events of this kind are shown: changes of the level, actions of the cache, scans, notes and others.</source>
        <translation>لا تُعرض إلا الأحداث من هذا النوع: تغيّر المستوى وإجراءات الخبيئة والفحص والملاحظات وغيرها.</translation>
    </message>
    <message>
        <source>Only events of this level and above are shown.</source>
        <translation>لا تُعرض إلا أحداث هذا المستوى وما فوقه.</translation>
    </message>
    <message>
        <source>Only events of the time that the chart shows are listed.</source>
        <translation>لا تُسرد إلا أحداث الوقت المعروض في الرسم البياني.</translation>
    </message>
    <message>
        <source>The newest event stays in view. Scrolling up ends it; a button then says how many are new.</source>
        <translation>يبقى أحدث حدث ظاهرًا. التمرير إلى أعلى ينهي ذلك، ثم يبيّن زر عدد الأحداث الجديدة.</translation>
    </message>
</context>
<context>
    <name>manometer::gui::ExportProgress</name>
    <message>
        <source>Export</source>
        <translation>التصدير</translation>
    </message>
    <message>
        <source>How far the export is</source>
        <translation>تقدّم التصدير</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>ألغِ</translation>
    </message>
    <message>
        <source>Cancel the export</source>
        <translation>ألغِ التصدير</translation>
    </message>
</context>
<context>
    <name>manometer::gui::FailureModel</name>
    <message>
        <source>File</source>
        <translation>الملف</translation>
    </message>
    <message>
        <source>Why</source>
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
        <source>Export the samples that the chart shows</source>
        <translation>صدّر العينات التي يعرضها الرسم البياني</translation>
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
        <source>Picture written to %1</source>
        <translation>كُتبت الصورة في %1</translation>
    </message>
    <message>
        <source>Picture not written to %1: %2</source>
        <translation>لم تُكتب الصورة في %1: %2</translation>
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
        <source>Export the events of the time that the chart shows</source>
        <translation>صدّر أحداث المدة التي يعرضها الرسم البياني</translation>
    </message>
    <message>
        <source>Export all events</source>
        <translation>صدّر كل الأحداث</translation>
    </message>
    <message>
        <source>Export the cache entries that are listed</source>
        <translation>صدّر مدخلات الخبيئة المعروضة في القائمة</translation>
    </message>
    <message>
        <source>Record samples to</source>
        <translation>سجّل العينات في</translation>
    </message>
    <message>
        <source>For spreadsheets: &apos;;&apos; between, &apos;,&apos; in decimals (*.csv)</source>
        <translation>لبرامج الجداول: الفاصل «;» والفاصلة العشرية «,» (*.csv)</translation>
    </message>
</context>
<context>
    <name>manometer::gui::HandleColumn</name>
    <message>
        <source>Drag to change where %1 begins; it snaps to percentiles, not with Alt. Nothing counts before Apply.</source>
        <translation>اسحب لتغيير بداية «%1»؛ ينجذب المقبض إلى المئينات إلا مع Alt. لا يسري شيء قبل «طبّق».</translation>
    </message>
</context>
<context>
    <name>manometer::gui::HolderModel</name>
    <message>
        <source>%1 (this program)</source>
        <translation>%1 (هذا البرنامج)</translation>
    </message>
    <message>
        <source>not allowed</source>
        <translation>غير مسموح</translation>
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
        <source>Of the machine</source>
        <translation>من ذاكرة الجهاز</translation>
    </message>
</context>
<context>
    <name>manometer::gui::HoldersPage</name>
    <message>
        <source>Memory holders</source>
        <translation>مستهلكو الذاكرة</translation>
    </message>
    <message>
        <source>Share of the cache in the machine&apos;s memory</source>
        <translation>حصة الخبيئة من ذاكرة الجهاز</translation>
    </message>
    <message>
        <source>Processes that hold most memory, largest first</source>
        <translation>العمليات الأكثر استهلاكًا للذاكرة، الأكبر أولًا</translation>
    </message>
    <message>
        <source>Resident: all pages in memory, shared ones in full. Own share: shared pages divided by who shares them; what ending the process would free.</source>
        <translation>المقيمة: كل الصفحات الموجودة في الذاكرة، مع احتساب المشتركة كاملة. الحصة الخاصة: الصفحات المشتركة مقسومة على المشتركين فيها، أي ما يُفرغه إنهاء العملية.</translation>
    </message>
    <message>
        <source>Columns of the processes</source>
        <translation>أعمدة العمليات</translation>
    </message>
    <message>
        <source>The processes of this machine cannot be read.</source>
        <translation>تتعذّر قراءة عمليات هذا الجهاز.</translation>
    </message>
    <message>
        <source>Our cache holds %1, which is %2 of this machine&apos;s memory.</source>
        <comment>the size of the cache</comment>
        <translation>تشغل خبيئتنا %1، أي %2 من ذاكرة هذا الجهاز.</translation>
    </message>
    <message>
        <source>under %1</source>
        <translation>أقل من %1</translation>
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
        <source>Time range of the chart</source>
        <translation>النطاق الزمني للرسم البياني</translation>
    </message>
    <message>
        <source>Time range of the chart (+ and −)</source>
        <translation>النطاق الزمني للرسم البياني (+ و −)</translation>
    </message>
    <message>
        <source>Not applied: see the reason beside the thresholds.</source>
        <translation>لم تُطبَّق: انظر السبب بجوار العتبات.</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>المصادر</translation>
    </message>
    <message>
        <source>Memory holders</source>
        <translation>مستهلكو الذاكرة</translation>
    </message>
    <message>
        <source>Export cancelled; %1 was not written.</source>
        <translation>أُلغي التصدير؛ ولم يُكتب %1.</translation>
    </message>
    <message>
        <source>Other thresholds count now, and the level changes by two or more. They are taken back unless they are kept.</source>
        <translation>تسري الآن عتبات أخرى، ويتغيّر المستوى درجتين أو أكثر. سيُتراجع عنها ما لم تُبقِ عليها.</translation>
    </message>
    <message>
        <source>Other thresholds count now.</source>
        <translation>تسري الآن عتبات أخرى.</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>How much time the chart shows, from a minute to a week.</source>
        <translation>مقدار الوقت المعروض في الرسم البياني، من دقيقة إلى أسبوع.</translation>
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
        <source>A sentence for whoever looks at this time later. It stands among the events and on the chart.</source>
        <translation>جملة لمن ينظر إلى هذا الوقت لاحقًا. تظهر بين الأحداث وعلى الرسم البياني.</translation>
    </message>
    <message>
        <source>Something went wrong for its users at this moment. Incidents have a mark of their own.</source>
        <translation>حدث خلل للمستخدمين في هذه اللحظة. للحوادث علامة خاصة بها.</translation>
    </message>
    <message>
        <source>off</source>
        <translation>معطّل</translation>
    </message>
</context>
<context>
    <name>manometer::gui::NoticeBar</name>
    <message>
        <source>What was just done</source>
        <translation>ما أُنجز للتو</translation>
    </message>
    <message>
        <source>Time left to take it back</source>
        <translation>الوقت المتبقي للتراجع</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>تراجع عنه</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>أبقِ عليه</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>أبقِ</translation>
    </message>
    <message>
        <source>Taken back in %1</source>
        <translation>يُتراجع عنه بعد %1</translation>
    </message>
    <message>
        <source>Kept in %1</source>
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
        <source>Manometer</source>
        <translation>Manometer</translation>
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
        <source>This desktop shows no notifications</source>
        <translation>لا يعرض سطح المكتب هذا رسائل البرامج</translation>
    </message>
    <message>
        <source>Memory pressure: %1</source>
        <translation>ضغط الذاكرة: %1</translation>
    </message>
</context>
<context>
    <name>manometer::gui::PresetCommands</name>
    <message>
        <source>The preset %1 counts now, its thresholds too: %2.</source>
        <translation>يسري الآن الإعداد المسبق «%1» بما فيه عتباته: %2.</translation>
    </message>
    <message>
        <source>Nothing changes: these settings count already.</source>
        <translation>لا شيء يتغيّر: هذه الإعدادات سارية بالفعل.</translation>
    </message>
    <message>
        <source>Not applied: these settings are out of range.</source>
        <translation>لم تُطبَّق: هذه الإعدادات خارج النطاق المسموح.</translation>
    </message>
    <message>
        <source>%1 The level changes by two or more: it is taken back unless it is kept.</source>
        <translation>%1 يتغيّر المستوى درجتين أو أكثر: سيُتراجع عن ذلك ما لم تُبقِ عليه.</translation>
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
        <source>Name of the preset; one of that name is overwritten:</source>
        <translation>اسم الإعداد المسبق؛ ويُستبدل ما يحمل الاسم نفسه:</translation>
    </message>
    <message>
        <source>Preset %1 saved.</source>
        <translation>حُفظ الإعداد المسبق «%1».</translation>
    </message>
    <message>
        <source>Preset %1 removed; what counts stays.</source>
        <translation>أُزيل الإعداد المسبق «%1»؛ ويبقى ما هو سارٍ.</translation>
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
        <source>Preset %1 imported. It counts once it is chosen.</source>
        <translation>استُورد الإعداد المسبق «%1». ويسري متى اختير.</translation>
    </message>
    <message>
        <source>The preset in %1 cannot be kept: its name is too long or there are too many.</source>
        <translation>لا يمكن الاحتفاظ بالإعداد المسبق الذي في %1: اسمه طويل جدًا أو بلغت الإعدادات المسبقة أقصى عدد.</translation>
    </message>
    <message>
        <source>Export as preset</source>
        <translation>صدّر كإعداد مسبق</translation>
    </message>
    <message>
        <source>From now on: %1.</source>
        <translation>من الآن فصاعدًا: %1.</translation>
    </message>
    <message>
        <source>Other settings count now: %1.</source>
        <translation>تسري الآن إعدادات أخرى: %1.</translation>
    </message>
    <message>
        <source>The window speaks another language from the next start.</source>
        <translation>تُعرض النافذة بلغة أخرى بدءًا من التشغيل القادم.</translation>
    </message>
    <message>
        <source>Not saved: the name “%1” is too long or one of the program&apos;s own, or there are too many presets.</source>
        <translation>لم يُحفظ: الاسم «%1» طويل جدًا، أو من أسماء البرنامج نفسه، أو بلغت الإعدادات المسبقة أقصى عدد.</translation>
    </message>
    <message>
        <source>The settings were changed elsewhere, by another Manometer or an editor. They apply here too.</source>
        <translation>غُيّرت الإعدادات من مكان آخر، من Manometer آخر أو محرّر نصوص. وتسري هنا أيضًا.</translation>
    </message>
    <message>
        <source>Preset %1 imported; not understood, so defaults apply: %2</source>
        <translation>استُورد الإعداد المسبق «%1»؛ لم يُفهم ما يلي فتسري القيم الافتراضية: %2</translation>
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
    <message>
        <source>The metadata is %1, which takes %2 on disk.</source>
        <translation>حجم البيانات الوصفية %1، وتشغل %2 على القرص.</translation>
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
        <source>Only the cached metadata goes, from memory and from disk. The files stay as they are; their metadata is read again when it is next asked for.</source>
        <translation>لا تزول إلا البيانات الوصفية المخبّأة، من الذاكرة ومن القرص. وتبقى الملفات كما هي، وتُقرأ بياناتها الوصفية من جديد حين تُطلب.</translation>
    </message>
    <message>
        <source>It can be taken back for 30 seconds, unless memory gets short.</source>
        <translation>يمكن التراجع عن ذلك خلال 30 ثانية، ما لم تشحّ الذاكرة.</translation>
    </message>
    <message>
        <source>It cannot be taken back: this is too much to hold aside, or memory is short.</source>
        <translation>لا يمكن التراجع عن ذلك: فهذا أكثر مما يمكن الاحتفاظ به جانبًا، أو الذاكرة شحيحة.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>احذف</translation>
    </message>
    <message>
        <source>To delete so many, type their number: %1</source>
        <translation>لحذف كل هذا العدد، اكتبه: %1</translation>
    </message>
    <message>
        <source>So many entries are not deleted by a slip of the hand.</source>
        <translation>حتى لا يُحذف هذا العدد من المدخلات سهوًا.</translation>
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
        <source>Counts of the scan</source>
        <translation>أعداد الفحص</translation>
    </message>
    <message>
        <source>File being read</source>
        <translation>الملف الذي يُقرأ الآن</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>ما ينبغي فعله</translation>
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
        <source>&apos;Add folder&apos; reads the metadata of all files in a folder into the cache. The files themselves are not changed.</source>
        <translation>يقرأ «أضف مجلدًا» البيانات الوصفية لكل ملفات مجلد ويضعها في الخبيئة. ولا تتغيّر الملفات نفسها.</translation>
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
        <source>The limit &amp;gives way when memory runs short</source>
        <translation>ي&amp;تقلّص الحد عند شحّ الذاكرة</translation>
    </message>
    <message>
        <source>The limit gives way when memory runs short</source>
        <translation>يتقلّص الحد عند شحّ الذاكرة</translation>
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
        <source>Put the default into each field of this page; nothing changes until Apply</source>
        <translation>ضع القيمة الافتراضية في كل حقل من هذه الصفحة؛ ولا يتغيّر شيء قبل «طبّق»</translation>
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
        <source>How many entries the cache may hold in memory while there is no pressure.</source>
        <translation>عدد المدخلات التي يجوز للخبيئة أن تُبقيها في الذاكرة ما لم يكن هناك ضغط.</translation>
    </message>
    <message>
        <source>entries</source>
        <translation>مدخلات</translation>
    </message>
    <message>
        <source>How much memory these entries may take. Whichever of the two is reached first counts.</source>
        <translation>مقدار الذاكرة التي يجوز أن تشغلها هذه المدخلات. والعبرة بأول الحدّين بلوغًا.</translation>
    </message>
    <message>
        <source>How much the store on disk may take. Beyond it, the entries that were used least recently go.</source>
        <translation>المساحة التي يجوز أن يشغلها مخزن القرص. وما زاد عليها يُزال منه الأقدم استخدامًا.</translation>
    </message>
    <message>
        <source>An entry that is older is read anew, even where its file looks unchanged. Pinned entries do not expire.</source>
        <translation>المدخل الأقدم من ذلك يُقرأ من جديد وإن بدا ملفه دون تغيير. المدخلات المثبّتة لا تنتهي صلاحيتها.</translation>
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
        <source>Without it pressure is only measured: the limit stays as configured, whatever the level.</source>
        <translation>من دونه يُقاس الضغط فقط: يبقى الحد كما ضُبط أيًّا كان المستوى.</translation>
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
        <source>The system&apos;s</source>
        <translation>لغة النظام</translation>
    </message>
    <message>
        <source>The language of the window, and the form of its numbers and times.</source>
        <translation>لغة النافذة وصيغة أرقامها وأوقاتها.</translation>
    </message>
    <message>
        <source>the system&apos;s</source>
        <translation>لغة النظام</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>اللغ&amp;ة</translation>
    </message>
    <message>
        <source>The language counts from the next start.</source>
        <translation>تسري اللغة بدءًا من التشغيل القادم.</translation>
    </message>
    <message>
        <source>Entries, memory and giving way count at once: the limit is cut to less at once and grows to more step by step. Disk and expiry count from the next start.</source>
        <translation>تسري المدخلات والذاكرة والتقلّص فورًا: يُخفض الحد فورًا وينمو خطوة خطوة. ويسري القرص وانتهاء الصلاحية بدءًا من التشغيل القادم.</translation>
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
        <source>&amp;Follow pressure again</source>
        <translation>ات&amp;بع الضغط من جديد</translation>
    </message>
    <message>
        <source>%1 for %2</source>
        <translation>%1 لمدة %2</translation>
    </message>
    <message>
        <source>CRITICAL cuts the limit all the same</source>
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
        <source>Where from, or why not</source>
        <translation>المصدر، أو سبب تعذّره</translation>
    </message>
</context>
<context>
    <name>manometer::gui::SourcesPage</name>
    <message>
        <source>Sources</source>
        <translation>المصادر</translation>
    </message>
    <message>
        <source>What counts on this machine</source>
        <translation>ما يسري على هذا الجهاز</translation>
    </message>
    <message>
        <source>Examine the sources again</source>
        <translation>أعد معاينة المصادر</translation>
    </message>
    <message>
        <source>E&amp;xamine again</source>
        <translation>أعد ال&amp;معاينة</translation>
    </message>
    <message>
        <source>Signals of memory pressure</source>
        <translation>إشارات ضغط الذاكرة</translation>
    </message>
    <message>
        <source>Columns of the signals</source>
        <translation>أعمدة الإشارات</translation>
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
        <source>The settings are not saved: %1: %2</source>
        <translation>لم تُحفظ الإعدادات: %1: %2</translation>
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
    <message>
        <source>no problems</source>
        <translation>لا مشكلات</translation>
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
        <source>The recording to %1 has ended: %2</source>
        <translation>انتهى التسجيل في %1: %2</translation>
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
        <source>memory not known</source>
        <translation>ذاكرته غير معروفة</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>القيم</translation>
    </message>
</context>
<context>
    <name>manometer::gui::StatusPage</name>
    <message>
        <source>Status</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Icon of the applied level</source>
        <translation>أيقونة المستوى الساري</translation>
    </message>
    <message>
        <source>Applied level</source>
        <translation>المستوى الساري</translation>
    </message>
    <message>
        <source>How long this level applies</source>
        <translation>مدة سريان هذا المستوى</translation>
    </message>
    <message>
        <source>Why this level applies</source>
        <translation>سبب سريان هذا المستوى</translation>
    </message>
    <message>
        <source>What holds the level, or why readings are missing</source>
        <translation>ما يُبقي المستوى، أو سبب غياب القراءات</translation>
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
        <source>How full the cache is</source>
        <translation>مدى امتلاء الخبيئة</translation>
    </message>
    <message>
        <source>Hit ratio of the cache</source>
        <translation>نسبة الإصابة في الخبيئة</translation>
    </message>
    <message>
        <source>What the last cut of the limit did</source>
        <translation>أثر آخر خفض للحد</translation>
    </message>
    <message>
        <source>Why the limit of the cache is what it is</source>
        <translation>سبب القيمة الحالية لحد الخبيئة</translation>
    </message>
    <message>
        <source>LIVE</source>
        <translation>مباشر</translation>
    </message>
    <message>
        <source>PAUSED</source>
        <translation>موقوف مؤقتًا</translation>
    </message>
    <message>
        <source>no sample yet</source>
        <translation>لا عينة بعد</translation>
    </message>
    <message>
        <source>newest sample %1 old</source>
        <translation>عمر أحدث عينة %1</translation>
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
        <source>Nothing evicted under pressure yet</source>
        <translation>لم يُخلَ شيء تحت الضغط بعد</translation>
    </message>
    <message>
        <source>STALE</source>
        <translation>بيانات قديمة</translation>
    </message>
    <message>
        <source>WAITING</source>
        <translation>في الانتظار</translation>
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
        <source>Left under</source>
        <translation>يُغادَر دون</translation>
    </message>
    <message>
        <source>Value under which ELEVATED is left</source>
        <translation>القيمة التي يُغادَر «مرتفع» دونها</translation>
    </message>
    <message>
        <source>Value under which HIGH is left</source>
        <translation>القيمة التي يُغادَر «شديد» دونها</translation>
    </message>
    <message>
        <source>Value under which CRITICAL is left</source>
        <translation>القيمة التي يُغادَر «حرج» دونها</translation>
    </message>
    <message>
        <source>after</source>
        <translation>بعد</translation>
    </message>
    <message>
        <source>Time that ELEVATED is held</source>
        <translation>مدة إبقاء «مرتفع»</translation>
    </message>
    <message>
        <source>Time that HIGH is held</source>
        <translation>مدة إبقاء «شديد»</translation>
    </message>
    <message>
        <source>Time that CRITICAL is held</source>
        <translation>مدة إبقاء «حرج»</translation>
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
        <source>What the cache keeps at ELEVATED</source>
        <translation>ما تُبقيه الخبيئة في «مرتفع»</translation>
    </message>
    <message>
        <source>What the cache keeps at HIGH</source>
        <translation>ما تُبقيه الخبيئة في «شديد»</translation>
    </message>
    <message>
        <source>What the cache keeps at CRITICAL</source>
        <translation>ما تُبقيه الخبيئة في «حرج»</translation>
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
        <source>Give the draft up</source>
        <translation>تجاهل المسودة</translation>
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
        <source>A level begins when two samples in a row reach its value (CRITICAL: one sample above it). It is left one step at a time, once memory use stays under its second value for the time given. A handle moves all percentages of its level together.</source>
        <translation>يبدأ المستوى حين تبلغ عينتان متتاليتان قيمته (و«حرج» حين تتجاوزها عينة واحدة). ويُغادَر درجةً درجةً متى بقي استخدام الذاكرة دون قيمته الثانية طوال المدة المحددة. ويحرّك المقبض كل النسب المئوية لمستواه معًا.</translation>
    </message>
    <message>
        <source>Draft; %1 counts now</source>
        <translation>مسودة؛ الساري الآن %1</translation>
    </message>
    <message>
        <source>Cannot be applied: %1</source>
        <translation>لا يمكن التطبيق: %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) in the draft. Nothing counts before Apply.</source>
        <translation>
            <numerusform>لا تغييرات في المسودة. لا يسري شيء قبل «طبّق».</numerusform>
            <numerusform>تغيير واحد في المسودة. لا يسري شيء قبل «طبّق».</numerusform>
            <numerusform>تغييران في المسودة. لا يسري شيء قبل «طبّق».</numerusform>
            <numerusform>%Ln تغييرات في المسودة. لا يسري شيء قبل «طبّق».</numerusform>
            <numerusform>%Ln تغييرًا في المسودة. لا يسري شيء قبل «طبّق».</numerusform>
            <numerusform>%Ln تغيير في المسودة. لا يسري شيء قبل «طبّق».</numerusform>
        </translation>
    </message>
    <message>
        <source>These thresholds count now. Drag a handle or type a value to draft others.</source>
        <translation>هذه العتبات سارية الآن. اسحب مقبضًا أو اكتب قيمة لإعداد مسودة غيرها.</translation>
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
        <source>Figures of the levels</source>
        <translation>أرقام المستويات</translation>
    </message>
    <message>
        <source>per cent of memory in use</source>
        <translation>النسبة المئوية للذاكرة المستخدمة</translation>
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
        <source>%1 is left once memory use has stayed under this value for the time below.</source>
        <translation>يُغادَر «%1» متى بقي استخدام الذاكرة دون هذه القيمة طوال المدة المذكورة أدناه.</translation>
    </message>
    <message>
        <source>How long memory use has to stay under the value above before %1 is left.</source>
        <translation>المدة التي يجب أن يبقى فيها استخدام الذاكرة دون القيمة المذكورة أعلاه قبل مغادرة «%1».</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>الثواني</translation>
    </message>
    <message>
        <source>How much to evict at %1 is reckoned so that memory use would come down to this value. It informs; the cache&apos;s limit follows the level.</source>
        <translation>يُحسب مقدار الإخلاء عند «%1» بحيث ينخفض استخدام الذاكرة إلى هذه القيمة. وهي للعلم فقط، فحدّ الخبيئة يتبع المستوى.</translation>
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
        <source>PAUSED at %1; recording goes on</source>
        <translation>موقوف مؤقتًا عند %1؛ والتسجيل مستمر</translation>
    </message>
    <message>
        <source>STALE</source>
        <translation>بيانات قديمة</translation>
    </message>
</context>
<context>
    <name>manometer::gui::WelcomeCards</name>
    <message>
        <source>Is memory all right?</source>
        <translation>هل الذاكرة بخير؟</translation>
    </message>
    <message>
        <source>The word at the top is the level that applies: NORMAL, ELEVATED, HIGH or CRITICAL. Beside it stands why, and how far the next one is. The chart shows the same over time.</source>
        <translation>الكلمة في الأعلى هي المستوى الساري: «طبيعي» أو «مرتفع» أو «شديد» أو «حرج». وبجانبها السبب وبُعد المستوى التالي. ويعرض الرسم البياني ذلك عبر الزمن.</translation>
    </message>
    <message>
        <source>A cache that gives way</source>
        <translation>خبيئة تفسح المجال</translation>
    </message>
    <message>
        <source>When memory runs short, the cache is cut at once, and what was evicted really goes back to the system. When there is room again, it grows back in steps. &apos;Events&apos; has a receipt for each cut.</source>
        <translation>حين تشحّ الذاكرة تُخفض الخبيئة فورًا، وما أُخلي يعود حقًّا إلى النظام. وحين يتوفر المكان تنمو من جديد خطوة خطوة. وفي «الأحداث» إيصال لكل خفض.</translation>
    </message>
    <message>
        <source>Fill the cache</source>
        <translation>املأ الخبيئة</translation>
    </message>
    <message>
        <source>Add a folder: the metadata of its files is read once and then answered from the cache. The files themselves are never changed.</source>
        <translation>أضف مجلدًا: تُقرأ البيانات الوصفية لملفاته مرة واحدة ثم تُجاب من الخبيئة. أما الملفات نفسها فلا تُغيّر أبدًا.</translation>
    </message>
    <message>
        <source>Tune it</source>
        <translation>اضبطها</translation>
    </message>
    <message>
        <source>Drag a threshold in the chart: nothing counts before &apos;Apply&apos;, and that can be undone. F1 explains the page you are on, Shift+F1 the field, Ctrl+? lists all keys.</source>
        <translation>اسحب عتبة في الرسم البياني: لا يسري شيء قبل «طبّق»، ويمكن التراجع عنه. يشرح F1 الصفحة الحالية، ويشرح Shift+F1 الحقل، ويسرد Ctrl+? كل المفاتيح.</translation>
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
        <source>Stop the picture, not the recording (Space)</source>
        <translation>أوقف الصورة لا التسجيل (Space)</translation>
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
        <source>Read the metadata of the files in a folder into the cache (Ctrl+O)</source>
        <translation>اقرأ البيانات الوصفية لملفات مجلد وضعها في الخبيئة (Ctrl+O)</translation>
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
        <source>Show the present again and follow it (L)</source>
        <translation>اعرض الحاضر من جديد وتتبّعه (L)</translation>
    </message>
    <message>
        <source>View &amp;before</source>
        <translation>العرض السا&amp;بق</translation>
    </message>
    <message>
        <source>View &amp;after</source>
        <translation>العرض التا&amp;لي</translation>
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
        <source>Which settings count; * where they differ from the preset</source>
        <translation>الإعدادات السارية؛ والعلامة * إذا اختلفت عن الإعداد المسبق</translation>
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
        <source>What the cache may use, whether it gives way, and when (Ctrl+,)</source>
        <translation>ما يجوز للخبيئة استخدامه، وهل تفسح المجال، ومتى (Ctrl+,‎)</translation>
    </message>
    <message>
        <source>Read-on&amp;ly</source>
        <translation>لل&amp;قراءة فقط</translation>
    </message>
    <message>
        <source>Entries can be looked at, but neither pinned, deleted, read again nor added</source>
        <translation>يمكن الاطلاع على المدخلات دون تثبيتها أو حذفها أو إعادة قراءتها أو الإضافة إليها</translation>
    </message>
    <message>
        <source>Whose memory is judged</source>
        <translation>الذاكرة التي تكون العبرة بها</translation>
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
        <source>Whose memory is judged: the machine&apos;s, what the control group may use of its limit, or, by itself, the fuller of both. Default: Auto.</source>
        <translation>الذاكرة التي تكون العبرة بها: ذاكرة الجهاز، أو ما تستخدمه مجموعة التحكم من حدّها، أو تلقائيًّا الأكثر امتلاءً منهما. الافتراضي: تلقائي.</translation>
    </message>
    <message>
        <source>A preset is a whole set of thresholds, limits and numbers of the control loop. Choosing one counts at once and can be taken back for a minute.</source>
        <translation>الإعداد المسبق مجموعة كاملة من العتبات والحدود وأرقام حلقة التحكم. اختيار واحد منها يسري فورًا ويمكن التراجع عنه خلال دقيقة.</translation>
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
</context>
<context>
    <name>manometer::service::Exports</name>
    <message>
        <source>the disk is too slow for it</source>
        <translation>القرص أبطأ من أن يجاري التسجيل</translation>
    </message>
</context>
</TS>
