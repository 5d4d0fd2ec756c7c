# الكشوف.

reports-title = الكشوف
    .short = الكشوف
reports-ready = كشوف جاهزة
reports-files = البطاقات حسب الحالة
    .short = حسب الحالة
reports-files-wilaya = البطاقات حسب الولاية
    .short = حسب الولاية
reports-files-portfolio = البطاقات حسب المحفظة
    .short = حسب المحفظة
reports-completeness = اكتمال البطاقات
    .short = الاكتمال
reports-updates = الإنشاء والتحديث
    .short = التحديثات
reports-activity = نشاط المكالمات
reports-own = كشوف محفوظة
reports-own-none = لا توجد كشوف محفوظة. افتحوا كشفا واضبطوه ثم احفظوه باسم.
reports-delete = حذف
reports-delete-one = حذف { $name }
reports-deletion = حذف الكشف
reports-deletion-text = يختفي هذا الكشف من المركز كله. لا تعدل أي بطاقة.
reports-leave = إبقاء الكشف
reports-deleted = تم حذف الكشف.
    .short = تم حذف الكشف
reports-counted-at = تاريخ العد
reports-csv = تنزيل بصيغة CSV
reports-xlsx = تنزيل بصيغة XLSX
reports-change = ضبط هذا الكشف
reports-ask = عرض الكشف
reports-keep-title = حفظ هذا الكشف
reports-keep = حفظ
reports-kept = تم حفظ الكشف.
    .short = تم حفظ الكشف
reports-name = الاسم
    .label = الاسم
reports-hint-name = اسم يفهمه زملاؤكم. مثال: الاكتمال، وهران.
reports-error-name = أعطوا الكشف اسما.
reports-error-taken = هذا الاسم مستعمل في هذا المركز. اختاروا اسما آخر.
reports-error-full = في المركز 200 كشف محفوظ. احذفوا واحدا قبل حفظ آخر.
reports-error-own = حقول المركز في الأعمدة كثيرة. احتفظوا بـ { $most } منها على الأكثر.
reports-none = لا شيء يُعد: لا يوجد سطر يستوفي هذا الطلب. أزيلوا شرطا أو غيّروا التواريخ.
reports-total = المجموع

## السطور

reports-group = السطور
    .label = السطور
reports-columns = الأعمدة
    .label = الأعمدة
reports-from = ابتداء من
    .label = من
reports-to = إلى غاية
    .label = إلى
reports-period = من { $from } إلى { $to }
reports-group-month = الشهر
reports-group-part = العنصر
reports-group-agent = العون
reports-group-outcome = نتيجة المكالمة
reports-no-agent = استيراد أو برنامج
reports-age-under = أقل من { $n } سنة
reports-age-over = { $n } سنة فأكثر
reports-age-band = { $from } إلى { $to } سنة

## الأعمدة

reports-column-files = البطاقات
reports-column-share = النسبة
reports-column-complete = كاملة
reports-column-no-phone = دون هاتف
reports-column-no-email = دون بريد
reports-column-stale = دون تحديث 180 يوما
reports-own-sum = مجموع { $field }
reports-own-yes = { $field }: نعم
reports-own-filled = { $field } مملوء
reports-others = قيم أخرى
reports-column-held = مذكور
reports-column-lacking = ناقص
reports-column-created = منشأة
reports-column-updated = محدّثة
reports-column-calls = المكالمات
reports-column-answered = المرفوعة
reports-column-talk = متوسط المدة
reports-column-satisfaction = الرضا
reports-percent = { $n } %
reports-mean = { $n }

## العناوين

reports-files-by = البطاقات حسب { $group }
reports-completeness-of = الاكتمال، عدد البطاقات: { $n }
    .short = الاكتمال: { $n }
reports-updates-by = الإنشاء والتحديث حسب { $group }
    .short = حسب { $group }
reports-activity-by = المكالمات حسب { $group }
reports-chart-text = أعمدة أفقية، واحد لكل سطر من الجدول، { $n } على الأكثر. يعطي الجدول الأرقام نفسها.
reports-consents = الموافقات
reports-consents-of =
    { $n ->
        [zero] لا توجد أجوبة
        [one] أجوبة بطاقة واحدة حسب الغرض والوسيلة
        [two] أجوبة بطاقتين حسب الغرض والوسيلة
        [few] أجوبة { $n } بطاقات حسب الغرض والوسيلة
        [many] أجوبة { $n } بطاقة حسب الغرض والوسيلة
       *[other] أجوبة { $n } بطاقة حسب الغرض والوسيلة
    }
    .short = الأجوبة: { $n }
reports-group-consent = الوسيلة والغرض
reports-consent-line = { $channel }: { $purpose }
reports-column-given = موافقة
reports-column-refused = رفض
reports-column-withdrawn = موافقة مسحوبة
reports-column-undecided = دون جواب
