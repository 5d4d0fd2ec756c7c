# استيراد البطاقات وتصديرها.

exchange-title = استيراد البطاقات
exchange-text = يتحول ملف جدول أو دفتر عناوين إلى بطاقات. لا ينشأ شيء قبل أن تروا التقرير، ويمكن دائما التراجع عن الاستيراد.
exchange-file = الملف المراد استيراده
    .short = الملف
    .label = الملف
exchange-file-hint = CSV أو مصنف Excel (.xlsx) أو بطاقات عناوين (.vcf)، 32 ميغابايت على الأكثر. السطر الأول يعطي أسماء الأعمدة.
exchange-send = قراءة الملف
exchange-past = عمليات الاستيراد
exchange-none = لم يستورد شيء بعد في هذا المركز.
exchange-import-title = الاستيراد
exchange-plan-title = اختيار الأعمدة
exchange-plan-text = حددوا محتوى كل عمود. العمود المتروك لا يستورد. والتجربة التي تلي لا تنشئ أي بطاقة.
exchange-same = سبق استيراد هذا الملف:
exchange-sample = بداية الملف
    .short = بداية الملف
exchange-columns = محتوى الأعمدة
    .short = الأعمدة
exchange-column = العمود
    .label = العمود
exchange-column-left = ترك هذا العمود
exchange-full-name = الاسم الكامل
exchange-known = زبون موجود من قبل
    .short = زبون موجود
    .label = موجود
exchange-known-hint = المرجع نفسه، أو الهاتف أو البريد نفسه مع اسم قريب. الخلية الفارغة لا تغير شيئا.
exchange-known-skip = عدم استيراده
exchange-known-fill = إكمال بطاقته
exchange-known-replace = استبدال ما في بطاقته
    .short = استبدال
exchange-known-make = إنشاء بطاقة أخرى
    .short = بطاقة أخرى
exchange-order = ترتيب الاسم الكامل
    .short = ترتيب الاسم
    .label = الترتيب
exchange-order-hint = لا يفيد إلا إذا كان عمود يجمع الاسم واللقب.
exchange-order-family = اللقب ثم الاسم
    .short = اللقب ثم الاسم
exchange-order-given = الاسم ثم اللقب
exchange-language = اللغة إن لم تذكر
    .short = اللغة الافتراضية
    .label = اللغة
exchange-status = الحالة إن لم تذكر
    .label = الحالة
exchange-check = إجراء تجربة
exchange-checked-text = كانت هذه تجربة: لم تنشأ أي بطاقة. اقرأوا التقرير، ثم استوردوا أو صححوا الملف.
exchange-start =
    { $n ->
        [zero] لا شيء للاستيراد
        [one] استيراد بطاقة واحدة
        [two] استيراد بطاقتين
        [few] استيراد { $n } بطاقات
        [many] استيراد { $n } بطاقة
       *[other] استيراد { $n } بطاقة
    }
exchange-start-both = استيراد: { $n } للإنشاء، { $changed } للتعديل
    .short = استيراد { $n } + { $changed }
exchange-files =
    { $n ->
        [zero] بدون بطاقات
        [one] بطاقة واحدة
        [two] بطاقتان
        [few] { $n } بطاقات
        [many] { $n } بطاقة
       *[other] { $n } بطاقة
    }
exchange-progress = التقدم
exchange-refresh = تحديث
exchange-stop = إيقاف
exchange-stopped = أوقف الاستيراد. تبقى البطاقات المنشأة، ويمكنكم المواصلة أو التراجع عن الكل.
exchange-broken-off = أوقف العمل قبل نهايته. يمكنكم إعادته.
exchange-resume = المواصلة
exchange-report = التقرير
exchange-read = الأسطر المقروءة
    .label = مقروءة
exchange-made = بطاقات أنشئت أو ستنشأ
    .short = بطاقات منشأة
    .label = البطاقات
exchange-updated = بطاقات عدلت أو ستعدل
    .short = بطاقات معدلة
    .label = المعدلة
exchange-known-count = زبائن موجودون من قبل
    .short = زبائن موجودون
    .label = موجودون
exchange-alike = أنشئت رغم تشابهها مع غيرها
    .short = بطاقات متشابهة
    .label = للتحقق
exchange-refused = أسطر مرفوضة
    .label = مرفوضة
exchange-cleaned = خلايا نظفت من علامات خفية
    .short = خلايا منظفة
    .label = منظفة
exchange-known-lines = أسطر زبائن موجودين
    .short = زبائن موجودون
exchange-line-skipped = تُرك
exchange-line-twice = زبون سطر سابق نفسه
    .short = زبون مكرر
exchange-line-several = عدة بطاقات متشابهة، لا يتغير شيء
    .short = عدة بطاقات
exchange-line-same = لا شيء يتغير
exchange-line-filled = يكمل: { $fields }
exchange-line-replaced = يستبدل: { $fields }
exchange-conflicts = تعديلات باقية
    .short = تعديلات باقية
exchange-conflicts-text = تغيرت هذه الحقول مرة أخرى بعد الاستيراد، أو دُمجت بطاقتها: تبقى قيمتها الحالية. افتحوا البطاقات لاتخاذ القرار.
exchange-conflict = يبقى: { $fields }
exchange-refusals = أسطر مرفوضة
exchange-download = تحميل الأسطر المرفوضة
    .short = تحميل
exchange-line = السطر
exchange-reason = السبب
exchange-back-title = التراجع عن الاستيراد
    .short = التراجع
exchange-back-text = ستحذف البطاقات التي أنشأها هذا الاستيراد، وتستعيد البطاقات التي عدلها قيمها السابقة. أما ما غيره شخص منذ ذلك الحين أو له مكالمة فيبقى ويعرض عليكم.
exchange-back = حذف هذه البطاقات
exchange-back-not = عدم التراجع
exchange-back-begun = بدأ التراجع.
    .short = التراجع جار
exchange-kept = بطاقات باقية
exchange-kept-text = عمل عليها شخص بعد الاستيراد. افتحوها لاتخاذ القرار.
exchange-kept-file = البطاقة
exchange-state-prepared = للتحضير
exchange-state-checking = التجربة جارية
exchange-state-checked = انتهت التجربة
exchange-state-importing = الاستيراد جار
    .short = الاستيراد جار
exchange-state-imported = مستورد
exchange-state-reverting = التراجع جار
exchange-state-reverted = تم التراجع
exchange-state-stopped = متوقف
exchange-export-title = تصدير البطاقات
exchange-export-text = يحتوي الملف على معطيات شخصية: احفظوه في مكان آمن واحذفوه بعد الاستعمال. كل تصدير يسجل في السجل.
exchange-format = الصيغة
    .label = الصيغة
exchange-csv = CSV
exchange-xlsx = مصنف Excel
exchange-vcard = بطاقات (vCard)
exchange-export = تصدير
exchange-error-missing = لم يصل أي ملف. اختاروا ملفا لا يتجاوز { $most } ميغابايت؛ ويمكن لمسؤول النظام استيراد ملف أكبر.
exchange-error-empty = هذا الملف فارغ. اختاروا ملفا آخر.
exchange-error-old-excel = هذا مصنف من إصدار قديم لبرنامج Excel. افتحوه واحفظوه بصيغة .xlsx أو CSV.
exchange-error-protected = هذا المصنف محمي بكلمة سر. أزيلوها ثم أعيدوا المحاولة.
exchange-error-binary = هذا مصنف ثنائي (.xlsb). احفظوه بصيغة .xlsx أو CSV.
exchange-error-open-document = هذا مصنف LibreOffice. احفظوه بصيغة .xlsx أو CSV.
exchange-error-web-page = هذه صفحة ويب رغم اسمها. افتحوها في برنامج جداول واحفظوها بصيغة .xlsx.
exchange-error-packed = هذا ملف مضغوط. استخرجوا منه الملف ثم أعيدوا المحاولة.
exchange-error-foreign = ليس هذا ملف CSV ولا مصنف .xlsx ولا بطاقات .vcf. احفظوا ملفكم بإحدى هذه الصيغ.
exchange-error-encoding = الملف ليس بالترميز المحدد. دعوا البرنامج يخمنه أو احفظوا الملف بترميز UTF-8.
exchange-error-bomb = هذا المصنف كبير بشكل غير عادي بعد فك الضغط. احفظوه بصيغة CSV.
exchange-error-unreadable = هذا الملف تالف. افتحوه في برنامج جداول واحفظوه من جديد ثم أعيدوا المحاولة.
exchange-error-broken = توقف الاستيراد بسبب عطل. لم يكتب شيء بشكل ناقص: واصلوا أو أخبروا مسؤول النظام.
exchange-error-state = لم يعد هذا الاستيراد في المرحلة نفسها. افتحوه من جديد لمعرفة حاله.
exchange-error-twice = عمود آخر يحتوي على هذا. اختاروا شيئا آخر أو اتركوا أحدهما.
exchange-error-no-name = لا يوجد عمود يعطي الاسم. اختاروا الاسم واللقب، أو الاسم الكامل، أو المؤسسة.
exchange-fault-quote = علامة اقتباس مفتوحة في هذا السطر لم تغلق. صححوها في الملف.
exchange-fault-stray-quote = علامة اقتباس في غير مكانها. احذفوها أو ضاعفوها.
exchange-fault-cell = خلية طويلة جدا. اختصروها.
exchange-fault-row = هذا السطر طويل جدا. اختصروه.
exchange-fault-columns = في هذا السطر أعمدة كثيرة جدا. تحققوا من الفواصل.
exchange-fault-long = في هذا السطر خلايا أكثر من الأعمدة. تحققوا من الفواصل وعلامات الاقتباس.
exchange-fault-encoding = يحتوي هذا السطر على علامات غير مقروءة بهذا الترميز. احفظوا الملف بترميز UTF-8.
exchange-fault-card = هذه البطاقة غير كاملة. صدروها من جديد من دفتر العناوين.
exchange-segment = الشريحة
    .label = الشريحة
exchange-no-segment = بدون
exchange-segment-hint = شريحة محفوظة، أو التصفية أسفله.
exchange-error-both = اختاروا شريحة أو تصفية، لا الاثنتين معا. أزيلوا إحداهما.
exchange-doubt-letters =
    { $n ->
        [zero] لا شك في الترميز.
        [one] بايت واحد ليس حرفا في الترميز المعتمد. تحققوا من الأسماء أدناه؛ إن كانت مشوهة فاختاروا ترميزا آخر.
        [two] بايتان ليسا حرفين في الترميز المعتمد. تحققوا من الأسماء أدناه؛ إن كانت مشوهة فاختاروا ترميزا آخر.
        [few] { $n } بايتات ليست حروفا في الترميز المعتمد. تحققوا من الأسماء أدناه؛ إن كانت مشوهة فاختاروا ترميزا آخر.
        [many] { $n } بايتا ليست حروفا في الترميز المعتمد. تحققوا من الأسماء أدناه؛ إن كانت مشوهة فاختاروا ترميزا آخر.
       *[other] { $n } بايت ليست حروفا في الترميز المعتمد. تحققوا من الأسماء أدناه؛ إن كانت مشوهة فاختاروا ترميزا آخر.
    }
exchange-doubt-foreign = { $n } % من الحروف الخاصة ليست فرنسية ولا عربية. تحققوا من الأسماء أدناه؛ إن كانت مشوهة فاختاروا ترميزا آخر.
exchange-doubt-saved = شُوّه هذا الملف بترميز خاطئ قبل وصوله. عودوا إلى الملف الأصلي.
exchange-progress-told = { $n } %، { $read } سطر مقروء.
exchange-ended-told = { $state }. حدّثوا الصفحة للمتابعة.
exchange-forgotten = تُمحى هذه الأسطر والملف بعد
    .short = تُمحى بعد
exchange-reading = كيف يُقرأ الملف
    .short = قراءة الملف
exchange-reading-text = إن لم تكن بداية الملف أدناه صحيحة فغيروا هذه الاختيارات واضغطوا «قراءة الملف من جديد»: تُقترح أعمدته مرة أخرى.
exchange-encoding = ترميز الملف
    .label = الترميز
exchange-encoding-utf-8 = UTF-8
exchange-encoding-windows-1252 = Windows-1252 (فرنسي)
    .short = 1252 (فرنسي)
exchange-encoding-windows-1256 = Windows-1256 (عربي)
    .short = 1256 (عربي)
exchange-encoding-utf-16le = UTF-16LE
exchange-encoding-utf-16be = UTF-16BE
exchange-guess = ترك التخمين للبرنامج
exchange-delimiter = الفاصل
    .label = الفاصل
exchange-delimiter-semicolon = فاصلة منقوطة (;)
exchange-delimiter-comma = فاصلة (,)
exchange-delimiter-tab = علامة جدولة
exchange-sheet = ورقة المصنف
    .label = الورقة
exchange-reread = قراءة الملف من جديد
exchange-reread-done = قُرئ الملف من جديد. تحققوا من أعمدته.
    .short = قُرئ من جديد
exchange-error-sheet = هذه الورقة فارغة. اختاروا ورقة أخرى.
exchange-alike-lines = أسطر للتحقق
exchange-alike-text = تشبه هذه الأسطر بطاقة موجودة أو سطرا سابقا: رقم الهاتف نفسه أو البريد نفسه باسم آخر، أو اسم قريب وتاريخ الميلاد نفسه. وهي لا توقف شيئا، وكل سطر منها ينشئ بطاقة جديدة. تحققوا منها قبل الاستيراد، أو قارنوا البطاقات بعده.
exchange-alike-why = { $reasons }:
exchange-alike-gone = بطاقة لم تعد موجودة
    .short = بطاقة غير موجودة
exchange-alike-most = في ملف بهذا الطول تقارن التجربة كل سطر بكل البطاقات وبأول { $most } سطر، أما الاستيراد فيقارنه بكل الأسطر.
