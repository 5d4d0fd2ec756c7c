# الغيابات: الأوراق والتبريرات والعتبات.

attendance-title = غيابات الفوج
    .short = الغيابات
attendance-absences = الغيابات
attendance-section = الفوج
attendance-sheet = ورقة الحضور
attendance-sheet-title = الحضور: { $module }، الفوج { $section }، { $day }
    .short = { $module } { $section } { $day }
attendance-sheet-text = الجميع حاضر في البداية. غيروا من ليس كذلك، يكفي حرف، ثم احفظوا.
attendance-presence = الحضور
    .label = الحضور
attendance-present = حاضر
attendance-absent = غائب
attendance-late = متأخر
attendance-left = انصراف مبكر
attendance-keep = حفظ
attendance-kept =
    { $n ->
        [zero] حفظت الورقة: لم يتغير شيء.
        [one] حفظت الورقة: تغير سطر واحد.
        [two] حفظت الورقة: تغير سطران.
        [few] حفظت الورقة: تغيرت { $n } أسطر.
        [many] حفظت الورقة: تغير { $n } سطرا.
       *[other] حفظت الورقة: تغير { $n } سطر.
    }
attendance-cancelled = ألغيت هذه الحصة: ليست لها ورقة. لم يحفظ شيء.
attendance-to-come = هذه الحصة قادمة. تفتح الورقة في يومها، ويمكنكم طباعتها.
attendance-nobody = لم يكن أحد في الفوج في ذلك اليوم.
attendance-paper = للطباعة والإمضاء:
    .short = للإمضاء:
attendance-name = الاسم
attendance-number = الرقم
attendance-signature = الإمضاء
attendance-error-conflict = كتب { $who } للتو: { $state }. احتفظوا باختياركم بالحفظ من جديد أو غيروه.

## فوج

attendance-section-title = غيابات الفوج { $section }، { $promotion }
    .short = { $section } { $promotion }
attendance-period = السداسي { $semester }.
attendance-period-all = كل التواريخ: ليس للسداسيات تواريخ بعد.
attendance-caption = ساعات الغياب، الأكثر أولا:
    .short = ساعات الغياب
attendance-standing = العتبة
attendance-over = فوق العتبة
attendance-warned = للإنذار
attendance-fine = لا شيء
attendance-counted = المحسوبة
attendance-unjustified = غير مبررة
attendance-justified = مبررة
attendance-lates = التأخرات
attendance-rule-said = الإنذار عند { $warn } سا غياب غير مبرر، والعتبة { $most } سا، و{ $lates } تأخرات أو انصرافات تحسب ساعة.
attendance-rule-said-plain = الإنذار عند { $warn } سا غياب غير مبرر، والعتبة { $most } سا، ولا تحسب التأخرات.

## متربص

attendance-trainee-title = { $name }: الغيابات
attendance-record = بطاقة المتربص
    .short = البطاقة
attendance-none = لا غياب في هذا السداسي.
attendance-by-module = حسب الوحدة
attendance-by-session = حسب الحصة
attendance-is-justified = مبرر
attendance-justifications = التبريرات
attendance-justifications-none = لا تبرير.
attendance-justify = تبرير الغيابات
    .short = تبرير
attendance-from = أول يوم
    .label = أول يوم
attendance-until = آخر يوم
    .label = آخر يوم
attendance-until-hint = يترك فارغا ليوم واحد.
attendance-reason = السبب
    .label = السبب
attendance-reason-hint = ما يكفي للتبرير دون تفاصيل صحية. مثال: شهادة مقدمة يوم 12/11.
attendance-did-justify = بررت غيابات هذه الأيام.
attendance-take-back = سحب
attendance-take-back-one = سحب تبرير { $days }
    .short = سحب { $days }
attendance-take-back-text = لن تبقى غيابات هذه الأيام مبررة.
attendance-did-take-back = سحب التبرير.
attendance-error-day = اكتبوا يوما، مثلا 29/11/2026.
attendance-error-until = آخر يوم قبل الأول. صححوه.
attendance-error-reason = اكتبوا السبب في بضع كلمات.

## العتبات

attendance-rules = عتبات الغياب
attendance-rules-text = لا يذكر البرنامج الرسمي شيئا عن الغيابات. هذه العتبات للمؤسسة، وهي تؤكدها، وتحسب في كل سداسي.
attendance-rule-versions = العتبات المتتالية
attendance-rule-set = تحديد العتبات
attendance-rule-from = ابتداء من
    .label = ابتداء من
attendance-rule-warn = ساعات قبل الإنذار
    .short = الإنذار (سا)
    .label = الإنذار
attendance-rule-most = ساعات العتبة
    .short = العتبة (سا)
    .label = العتبة
attendance-rule-lates = تأخرات تحسب ساعة
    .short = تأخرات الساعة
    .label = التأخرات
attendance-rule-lates-hint = 0 إذا كانت التأخرات لا تحسب.
attendance-rule-did-set = حددت العتبات. السابقة تبقى للقراءة.
attendance-error-number = اكتبوا عددا صحيحا، من 0 إلى { $most }.
attendance-error-most = العتبة قبل الإنذار. صححوا أحدهما.
attendance-error-rule-reason = اكتبوا لماذا تحدد هذه العتبات، مثلا: النظام الداخلي.
attendance-error-twice = تبدأ عتبات في ذلك اليوم من قبل. اختاروا يوما آخر.
