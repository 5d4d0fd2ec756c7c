# What a person chooses for themselves.

preferences-title = التفضيلات
preferences-save = حفظ التفضيلات
    .short = حفظ
preferences-saved = تم حفظ تفضيلاتكم.
    .short = تم حفظ التفضيلات
preferences-language = لغة الصفحات
    .short = لغة الصفحات
    .label = اللغة
preferences-options = خيارات
    .label = خيارات
preferences-options-hint = تتسع النصوص القصيرة في سطر برايل من 20 خلية. تدل الأصوات القصيرة على أن شيئا حُفظ أو يحتاج إلى تصحيح أو انتهى. مفاتيح الاختصار هي F2 وF4 وF8 وF9، وحدها أو مع Shift، وCtrl+Enter.
preferences-short-texts = نصوص قصيرة
preferences-more-contrast = تباين أقوى
preferences-voice = سماع صوت زبون المحاكاة
    .short = صوت الزبون
preferences-shortcuts = مفاتيح الاختصار
preferences-script = عرض الأسماء أولا بالحروف
    .short = الأسماء أولا بالحروف
    .label = حروف الاسم
preferences-script-latin = اللاتينية
preferences-script-arabic = العربية
preferences-theme = ألوان الشاشة
    .label = الألوان
preferences-theme-system = ألوان النظام
preferences-theme-light = خلفية فاتحة
preferences-theme-dark = خلفية داكنة
preferences-text-size = حجم النص
    .label = الحجم
preferences-ear = جهة سماع الزبون
    .short = جهة سماع الزبون
    .label = السماع
preferences-ear-both = الأذنان معا
preferences-ear-left = الأذن اليسرى
preferences-ear-right = الأذن اليمنى
preferences-ear-hint = مع السماعات، يمكنكم سماع الزبون من جهة وضبط قارئ الشاشة على الجهة الأخرى.
preferences-time-factor = الوقت الممنوح
    .label = الوقت
preferences-time-factor-hint = كل مدة ممنوحة تضرب في هذا العدد. وتسجل المدة الحقيقية إلى جانبها كما هي.
preferences-means = وسائل القراءة
    .label = الوسائل
preferences-means-speech = قارئ شاشة ناطق
preferences-means-braille = سطر برايل
preferences-means-magnifier = مكبر الشاشة
preferences-means-hint = تسجل هذه الوسائل إلى جانب مددكم حتى يكون الحكم عليها عادلا. يمكنكم ألا تختاروا شيئا.
preferences-earcons = أصوات قصيرة
preferences-milestones = الإعلام بالوقت
    .label = الوقت
preferences-milestones-none = أبدا
preferences-milestones-every = { $minutes ->
    [zero] دون إعلام
    [one] كل دقيقة
    [two] كل دقيقتين
    [few] كل { $minutes } دقائق
    [many] كل { $minutes } دقيقة
   *[other] كل { $minutes } دقيقة
}
    .short = { $minutes } د
preferences-milestones-hint = أثناء المكالمة تُقال مدتها في هذه الأوقات، مرة واحدة كل مرة. والمفتاح F2 يقولها في أي وقت.
preferences-ring = الرنين على هذا الحاسوب
    .short = الرنين هنا
preferences-ring-text = تبقى هذه الإعدادات على هذا الحاسوب. يمكن أن يصدر الرنين من مكبر الصوت وتبقى المكالمة في السماعة.
preferences-ring-device = جهاز الرنين
    .short = الجهاز
    .label = الجهاز
preferences-ring-usual = جهاز النظام
preferences-ring-volume = قوة صوت الرنين
    .short = القوة
    .label = القوة
preferences-ring-try = تجربة الرنين
    .short = تجربة
preferences-ring-find = البحث عن الأجهزة
    .short = البحث
preferences-ring-found = الأجهزة التي عُثر عليها موجودة في القائمة.
preferences-ring-none = لم يُعثر على جهاز آخر. أوصلوا الجهاز، واسمحوا باستعمال الميكروفون إن طلب المتصفح ذلك، ثم أعيدوا البحث.

## Braille files
preferences-braille-fr = برايل الفرنسية
    .label = الفرنسية
preferences-braille-ar = برايل العربية
    .label = العربية
preferences-braille-en = برايل الإنجليزية
    .label = الإنجليزية
preferences-braille-hint = هذه الاختيارات لملفات برايل ومعاينتها. كل الطابعات تكتب 6 نقاط. أما 8 نقاط فتقرأ على سطر برايل ولا تكتب إلا في ملف PEF.
preferences-braille-cells = عدد الخلايا في السطر
    .short = خلايا السطر
    .label = الخلايا
preferences-braille-cells-hint = من 12 إلى 60. تتسع ورقة A4 لـ 30 خلية.
preferences-braille-lines = عدد الأسطر في الصفحة
    .short = أسطر الصفحة
    .label = الأسطر
preferences-braille-lines-hint = من 10 إلى 40. تتسع ورقة A4 لـ 28 سطرا.
preferences-error-cells = عدد الخلايا من { $least } إلى { $most }. اكتبوا عددا صحيحا بينهما.
preferences-error-lines = عدد الأسطر من { $least } إلى { $most }. اكتبوا عددا صحيحا بينهما.
