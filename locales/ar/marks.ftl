# النقاط: القواعد والكشوف والإدخال والحساب.

marks-title = النقاط
marks-mark = النقطة
    .label = النقطة
marks-module = الوحدة
    .label = الوحدة
marks-trainee = المتربص
marks-component = الاختبار
    .label = الاختبار
marks-weight = الوزن
marks-product = النقطة × الوزن
marks-result = النتيجة
marks-standing = الوضعية
marks-missing = الناقص
marks-open = غير مكتملة
marks-exempt = معفى
marks-set = (مثبتة)
marks-resit = الاستدراك
    .label = الاستدراك
marks-reason = السبب
    .label = السبب
marks-standing-passed = ناجح
marks-standing-compensable = قابل للتعويض
marks-standing-failed = غير ناجح
marks-standing-eliminatory = إقصائية

## الفوج

marks-section-title = نقاط الفوج { $section }، السداسي { $semester }
    .short = نقاط { $section } س{ $semester }
marks-section-back = العودة إلى الفوج
marks-sheets = كشوف النقاط
marks-no-module = لا يضع المخطط أي وحدة في هذا السداسي. ضعوا كتلا أولا.
marks-done = { $done } من { $all }
marks-not-opened = لا كشف
marks-sheet-open = فتح كشف
marks-opened = فتح الكشف بقواعد اليوم.
marks-opened-all = فتحت كشوف السداسي بقواعد اليوم.
marks-module-all = كل الوحدات التي لا كشف لها
    .short = كل الوحدات
marks-averages = معدلات السداسي
marks-averages-text = لا يظهر المعدل إلا إذا كانت لكل وحدات السداسي نقطة. وهو يحضر المجلس ولا يقرر شيئا.
marks-averages-caption = المعدلات:
marks-average = المعدل

## الكشف

marks-sheet-title = { $module }، الفوج { $section }، السداسي { $semester }
    .short = { $module }، { $section }، س{ $semester }
marks-sheet-back = العودة إلى الكشف
marks-back = نقاط الفوج
marks-under = فتح هذا الكشف يوم { $day } ويتبع الصيغة { $number } من القواعد.
marks-enter = إدخال
marks-legend = غ: غائب؛ م: معفى؛ –: لا نقطة بعد.
marks-sheet-caption = نقاط الكشف:

## الإدخال

marks-entry-title = { $module }، { $component }
marks-entry-text = نقطة من 0 إلى 20، مثلا 14,5؛ غ للغائب وم للمعفى؛ وفارغ إن لم توجد نقطة بعد. ما يكتب يحتفظ به ثم يسجل دفعة واحدة.
marks-save = حفظ النقاط
    .short = حفظ النقاط
marks-saved =
    { $n ->
        [0] لم يتغير شيء.
        [zero] لم يتغير شيء.
        [one] حفظت نقطة واحدة.
        [two] حفظت نقطتان.
        [few] حفظت { $n } نقاط.
        [many] حفظت { $n } نقطة.
       *[other] حفظت { $n } نقطة.
    }
marks-so-many =
    { $n ->
        [zero] لا نقطة
        [one] نقطة واحدة
        [two] نقطتان
        [few] { $n } نقاط
        [many] { $n } نقطة
       *[other] { $n } نقطة
    }
marks-sessions = آخر الإدخالات
marks-undo = إلغاء
marks-undo-one = إلغاء إدخال { $when }
    .short = إلغاء { $when }
marks-undone =
    { $n ->
        [zero] لم ترجع أي نقطة.
        [one] رجعت نقطة واحدة إلى ما كانت عليه.
        [two] رجعت نقطتان إلى ما كانتا عليه.
        [few] رجعت { $n } نقاط إلى ما كانت عليه.
        [many] رجعت { $n } نقطة إلى ما كانت عليه.
       *[other] رجعت { $n } نقطة إلى ما كانت عليه.
    }
marks-undone-partly = النقاط التي رجعت: { $n }. النقاط التي غيرها غيركم منذ ذلك وبقيت: { $stayed }.

## الحساب

marks-computation = حساب النقطة
marks-lines-caption = الاختبارات:
marks-step-mean = المجموع { $sum } مقسوما على الأوزان ({ $weights }) ومدورا إلى { $step }: { $mark }.
marks-step-missing = لا يمكن حساب النقطة؛ ينقص: { $names }.
marks-step-exempt = الشخص معفى من كل شيء: لا تحسب الوحدة.
marks-step-best = الاستدراك { $resit }: تحسب أحسن النقطتين، { $mark }.
marks-step-replaces = الاستدراك { $resit }: يعوض النقطة، { $mark }.
marks-criteria = المعايير، على حدة
marks-criteria-text = أين وصلت معايير الوحدة. لا تدخل في أي معدل.
marks-no-account = ليس لهذا الشخص حساب: لم يلاحظ أي معيار في البرنامج.
marks-set-title = تثبيت النقطة
marks-set-mark = النقطة المثبتة
    .label = نقطة مثبتة
marks-hint-set = تأخذ مكان النقطة المحسوبة التي تبقى ظاهرة. فارغة: تحسب النقطة المحسوبة من جديد.
marks-set-save = التثبيت هكذا
marks-set-saved = حفظت النقطة المثبتة.
marks-was-set = نقطة مثبتة:
marks-was-computed = النقطة المحسوبة حينها:

## القواعد

marks-regime = قواعد التنقيط
marks-regime-title = تنقيط { $promotion }
marks-regime-text = لا يقول البرنامج الرسمي شيئا عن النقاط. هذه قواعد المؤسسة؛ وقواعد البداية اقتراح لا نص رسمي له.
marks-regime-new = صيغة جديدة
marks-regime-save = إنشاء هذه الصيغة
marks-regime-saved = حفظت صيغة القواعد الجديدة. تحتفظ الكشوف المفتوحة بصيغتها.
marks-rules = القواعد السارية
marks-versions = الصيغ
marks-versions-none = لا صيغة محفوظة: يأخذ أول كشف يفتح هذه القواعد.
marks-version = الصيغة { $number }
marks-usual = قواعد البداية
marks-sheets-under =
    { $n ->
        [zero] لا كشف مفتوح.
        [one] كشف واحد مفتوح؛ لا تغيره صيغة جديدة.
        [two] كشفان مفتوحان؛ لا تغيرهما صيغة جديدة.
        [few] { $n } كشوف مفتوحة؛ لا تغيرها صيغة جديدة.
        [many] { $n } كشفا مفتوحا؛ لا تغيرها صيغة جديدة.
       *[other] { $n } كشف مفتوح؛ لا تغيرها صيغة جديدة.
    }
marks-says-components = تتكون نقطة الوحدة من: { $parts }.
marks-says-pass = تنجح الوحدة ابتداء من { $mark } من 20؛ وتدور النقاط إلى { $step }.
marks-says-eliminatory = تحت { $mark } لا يمكن تعويض الوحدة.
marks-says-compensation = يمكن أن يعوض معدل السداسي وحدة.
marks-says-no-compensation = لا تعوض أي وحدة.
marks-says-absent-zero = يحسب الغياب صفرا.
marks-says-absent-open = يترك الغياب النقطة مفتوحة.
marks-says-resit-none = لا استدراك.
marks-says-resit-best = بعد الاستدراك تحسب أحسن نقطة.
marks-says-resit-replaces = يعوض الاستدراك النقطة.
marks-hint-from = تتبع هذه الصيغة الكشوف المفتوحة ابتداء من هذا اليوم.
marks-part-fr = الاختبار { $number } بالفرنسية
    .short = اختبار { $number } فرن.
marks-part-ar = الاختبار { $number } بالعربية
    .short = اختبار { $number } عر.
marks-part-weight = الاختبار { $number }، الوزن
    .short = الوزن { $number }
marks-pass = نقطة النجاح
    .label = النجاح
marks-eliminatory = نقطة الإقصاء
    .label = الإقصاء
marks-hint-eliminatory = اكتبوا 0 إن لم توجد.
marks-rounding = التدوير
    .label = التدوير
marks-compensation = التعويض
    .label = التعويض
marks-absent = الغياب
    .label = الغياب
marks-absent-zero = يحسب صفرا
marks-absent-open = يترك مفتوحا
marks-resit-none = بلا استدراك
marks-resit-best = أحسن نقطة
marks-resit-replaces = يعوض النقطة
marks-coefficient = المعامل
    .label = المعامل
marks-coefficient-of = معامل { $module }
    .short = معامل { $module }
marks-coefficients = المعاملات

## أخطاء

marks-error-unreadable = « { $typed } » ليست نقطة. اكتبوا مثلا 14,5؛ غ للغائب؛ م للمعفى.
marks-error-scale = « { $typed } » ليست نقطة من 0 إلى 20. صححوها.
marks-error-fine = في « { $typed } » أرقام كثيرة بعد الفاصلة. اتركوا رقمين.
marks-error-conflict = كتب { $who } { $mark } أثناء إدخالكم. أبقوا نقطته أو احفظوا من جديد لوضع نقطتكم.
marks-error-stale = ثبت شخص آخر هذه النقطة للتو. تحققوا ثم أعيدوا.
marks-error-reason = اكتبوا السبب: يبقى مع القرار.
marks-error-module = اختاروا وحدة يضعها المخطط في هذا السداسي.
marks-error-opened = لهذه الوحدة كشف في هذا السداسي. افتحوه من القائمة.
marks-error-weight = اكتبوا عددا صحيحا من 1 إلى 20.
marks-error-components = اكتبوا اختبارا واحدا على الأقل بالفرنسية والعربية مع وزنه.
marks-error-eliminatory = لا يمكن أن تتجاوز نقطة الإقصاء نقطة النجاح.
marks-error-from = تبدأ هذه الصيغة قبل سابقتها. اختاروا يوما ليس أبكر.
marks-error-version = أنشأ شخص آخر صيغة للتو. اقرؤوها ثم أنشئوا صيغتكم.
