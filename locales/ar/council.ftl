# مجلس السداسي: يحضره البرنامج، ويقرر فيه الأشخاص، ويختم في محضر.

council-title = المجالس
council-text = البرنامج يحضر وأعضاء المجلس يقررون. المحضر المختوم لا يتغير؛ ويمكن أن يعوضه مجلس جديد.
council-empty = لا مجلس بعد. افتحوا الأول لفوج وسداسي.
council-line = { $section } { $promotion }، السداسي { $semester }
    .short = { $section } س{ $semester } { $promotion }
council-one-title = مجلس الفوج { $section }، السداسي { $semester }
    .short = مجلس { $section } س{ $semester }
council-open = فتح مجلس
council-opened = فتح المجلس. اكتبوا من يحضر ثم قرروا.
council-there = كان هذا المجلس مفتوحا من قبل: ها هو.
council-semester = السداسي
    .label = السداسي
council-state-open = مفتوح
council-state-sealed = مختوم
council-minutes = المحضر
council-again = مجلس جديد
council-versions = محاضر أخرى لهذا السداسي
    .short = محاضر أخرى
council-version = المجلس رقم { $version }

## قرارات المؤسسة

council-codes-title = رموز القرارات
council-codes-text = لا يقول البرنامج الرسمي شيئا عن المجالس. هذه قرارات المؤسسة بتواريخها.
council-codes-caption = القرارات الممكنة:
    .short = القرارات:
council-code = الرمز
    .label = الرمز
council-name = الاسم
council-kind = الطبيعة
    .label = الطبيعة
council-hint-kind = الطبيعة تقول ما يفعله القرار؛ وهي لا تتغير بعد ذلك.
council-until = إلى غاية
    .label = إلى غاية
council-hint-until = أول يوم لا يمكن فيه اختياره؛ فارغ إن بقي.
council-code-new = إضافة رمز
council-code-edit = تصحيح
council-kind-admitted = ناجح
council-kind-compensated = ناجح بالتعويض
    .short = بالتعويض
council-kind-resit = استدراك
council-kind-repeats = يعيد السداسي
council-kind-deferred = مؤجل
council-kind-excluded = مقصى
council-kind-graduated = متخرج
council-error-code = الرمز 12 حرفا على الأكثر دون فراغ. اكتبوا مثلا ADM.
council-error-until = يجب أن يأتي هذا اليوم بعد اليوم الأول. صححوا أحدهما.

## المجلس المفتوح

council-open-text = تأتي المعدلات من كشوف النقاط بقواعدها. يقترح البرنامج حسب هذه القواعد ولا يقرر شيئا.
council-mixed = كشوف هذا السداسي تتبع عدة صيغ من القواعد ({ $versions }). كل نقطة تتبع صيغتها؛ ويحكم على المعدل بأحدثها.
council-cases = للمناقشة
council-cases-none = لا حالة خاصة: كل اقتراح يتبع القواعد.
council-case-eliminatory = نقطة إقصائية: { $modules }.
council-case-made-up = تعويض بالمعدل: { $modules }.
council-case-failed = دون المعدل، بلا تعويض: { $modules }.
council-case-set = نقطة مثبتة يدويا: { $modules }.
council-case-missing = نقطة ناقصة: { $modules }.
council-case-below = المعدل { $mark } أقل من { $pass }.
council-case-absences =
    { $n ->
        [zero] لم يغب عن أي اختبار.
        [one] غاب عن اختبار واحد.
        [two] غاب عن اختبارين.
        [few] غاب عن { $n } اختبارات.
        [many] غاب عن { $n } اختبارا.
       *[other] غاب عن { $n } اختبار.
    }
council-case-over = غيابات غير مبررة: { $hours } سا، فوق عتبة { $threshold } سا.
council-case-warned = غيابات غير مبررة: { $hours } سا. يبدأ الإنذار من { $threshold } سا.
council-case-state = الوضعية: { $state }.
council-decisions = القرارات
council-held = تاريخ المجلس
    .label = انعقد يوم
council-president = الرئاسة
    .label = الرئاسة
council-members = الأعضاء الحاضرون
    .label = الأعضاء
council-hint-members = عضو في كل سطر مع وظيفته.
council-remarks = ملاحظات
    .label = ملاحظات
council-decision = القرار
    .label = القرار
council-reason = السبب
    .label = السبب
council-reason-of = السبب، { $name }
council-undecided = دون قرار بعد
council-average = المعدل { $mark }.
council-no-average = المعدل غير مكتمل.
council-proposed = الاقتراح: { $decision }.
council-save = حفظ المجلس
    .short = حفظ
council-saved =
    { $n ->
        [0] حفظ المجلس؛ لم يتغير أي قرار.
        [zero] حفظ المجلس؛ لم يتغير أي قرار.
        [one] حفظ المجلس بقرار واحد.
        [two] حفظ المجلس بقرارين.
        [few] حفظ المجلس بـ { $n } قرارات.
        [many] حفظ المجلس بـ { $n } قرارا.
       *[other] حفظ المجلس بـ { $n } قرار.
    }
council-error-future = لا يمكن أن ينعقد المجلس بعد اليوم. صححوا التاريخ.
council-error-sitting = غير شخص آخر الجلسة في الأثناء، والمكتوب الآن: { $stands }. احفظوا من جديد لتعويضه.
council-error-conflict = قرر { $who } في الأثناء { $decision }. احفظوا من جديد لتعويض هذا القرار.
council-error-differs = ليس هذا القرار ما تقترحه القواعد. اكتبوا السبب.
council-error-sealed = هذا المجلس مختوم أو تغير في الأثناء. افتحوا صفحته من جديد: ما كتبتموه محفوظ فيها.

## الختم

council-seal = ختم المحضر
council-seal-confirm = التأكيد
    .label = التأكيد
council-confirm = راجع المجلس كل شيء؛ ولن يتغير هذا المحضر.
council-ready = تقرر كل شيء. الختم يرقم المحضر ويجعله نهائيا ويعطي المتربصين وضعيتهم الجديدة.
council-blocked = لا يمكن ختم المحضر بعد:
council-blocks-nobody = لا متربص في الفوج.
council-blocks-sitting = اكتبوا تاريخ المجلس ومن يرأسه ومن يحضره.
council-blocks-sheet = لا كشف نقاط للوحدة { $module } في هذا السداسي. افتحوه وأدخلوا النقاط.
council-blocks-missing = { $name } دون نقطة في: { $modules }. أدخلوها، أو قرروا تأجيلا أو إقصاء مع السبب.
council-blocks-undecided = { $name }: لم يتقرر شيء.
council-blocks-overtaken = { $name }: تغيرت النقاط أو القواعد منذ القرار. راجعوه واحفظوا من جديد.
council-blocks-reason = { $name }: لم يعد القرار ما تقترحه القواعد. اكتبوا السبب.
council-blocks-withdrawn = { $name }: لا يمكن اختيار هذا القرار في هذا التاريخ. خذوا غيره.
council-blocks-state = { $name }: وضعيته الحالية لا تسمح بهذا القرار. صححوا ملفه أولا.
council-error-confirm = ضعوا علامة على التأكيد لختم المحضر.
council-not-sealed = لم يختم شيء: تغير شيء منذ قراءتكم للصفحة. راجعوها أدناه.
council-sealed-told = ختم المحضر { $number }.
council-sealed-on = ختم يوم
council-decided-caption = قرارات المجلس:
    .short = القرارات:
council-seal-title = الختم
council-agrees = النص المختوم يعطي هذه البصمة فعلا.
council-differs = النص لا يعطي هذه البصمة. لقد غير خارج البرنامج: أعلموا مسؤول النظام.
council-hash-text = تحسب البصمة على النص الحرفي أدناه. يمكن لأي شخص أن يعيد حسابها بالملف دون هذا البرنامج.
council-text-file = النص المختوم (ملف)
    .short = النص المختوم
council-canonical = النص الحرفي
council-reopen = عقد مجلس جديد
    .short = مجلس جديد
council-hint-reopen = لماذا يجب الحكم على السداسي من جديد؟ يبقى المحضر الحالي محفوظا.
council-error-reason = اكتبوا لماذا يجب عقد هذا المجلس من جديد.
council-reopened = فتح مجلس جديد بقرارات القديم. ويبقى المحضر القديم.
