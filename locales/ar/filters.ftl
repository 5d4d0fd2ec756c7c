# تصفية البطاقات.

filters-title = تصفية البطاقات
filters-active = التصفية الحالية
filters-apply = تصفية
filters-clear = إلغاء التصفية
filters-remove = إزالة: { $field }
filters-keep = حفظ هذه الشريحة
filters-assign = إسناد هذه البطاقات
filters-report = كشف هذه البطاقات
    .short = كشف هذه البطاقات
filters-export = تصدير هذه البطاقات
filters-every = كل البطاقات
filters-and = { "؛ " }
filters-or = { " أو " }
filters-comma = { "، " }
filters-none = لا توجد بطاقة تستوفي هذه التصفية. أزيلوا شرطا أو غيّروا قيمة.
filters-none-yet = لم توجد أي بطاقة في الجزء المقروء. واصلوا البحث.
filters-wrong = لم تطبق التصفية. صححوا ما هو مبيّن أعلاه.
filters-further = متابعة البحث
filters-further-text = الملف كبير: قُرئ جزء منه فقط لهذه الصفحة. قد توجد بطاقات أخرى في البقية.

## الترتيب

filters-sort = ترتيب البطاقات
    .label = الترتيب
filters-sort-newest = أحدث البطاقات
filters-sort-updated = آخر التحديثات
    .short = آخر التحديثات
filters-sort-name = ترتيب أبجدي

## الحقول

filters-portfolio = المحفظة
    .label = المحفظة
filters-portfolio-any = كل المحافظ
filters-portfolio-none = دون محفظة
filters-portfolio-gone = محفظة محذوفة
    .short = محذوفة
filters-has = فيها
    .label = فيها
filters-missing = ينقصها
    .label = ينقصها
filters-part-everything = كل ما هو أساسي
filters-part-both-names = الاسم بالكتابتين
    .short = الاسم بالكتابتين
filters-created = الإنشاء
    .label = الإنشاء
filters-created-from = أنشئت ابتداء من
    .label = أنشئت من
filters-created-to = أنشئت إلى غاية
    .label = أنشئت حتى
filters-updated = التحديث
    .label = التحديث
filters-updated-from = حُدّثت ابتداء من
    .short = حُدّثت ابتداء من
    .label = حُدّثت من
filters-updated-to = حُدّثت إلى غاية
    .short = حُدّثت إلى غاية
    .label = حُدّثت حتى
filters-idle = دون تحديث منذ (بالأيام)
    .short = دون تحديث (أيام)
    .label = دون تحديث
filters-recent = حُدّثت منذ أقل من (بالأيام)
    .short = تحديث حديث (أيام)
    .label = تحديث حديث
filters-age = السن
    .label = السن
filters-any = لا يهم
filters-consent = الموافقة
    .label = الموافقة
filters-consent-purpose = الموافقة على
    .label = الغرض
filters-consent-channel = الموافقة عبر
    .label = القناة
filters-consent-answer = قرار الزبون
    .label = القرار
filters-consent-never = لم يُسأل قط
filters-channel-any = قناة واحدة على الأقل
filters-purpose-gone = غرض غير معروف
filters-validation = المصادقة
    .label = المصادقة
filters-import = الاستيراد
    .label = الاستيراد
filters-import-named = { $name }، { $day }
filters-import-other = الرقم { $number }
filters-not-given = غير مذكور
filters-hint-wilaya = رموز أو أسماء بينها فواصل. مثال: 16، وهران.
filters-hint-commune = أسماء بينها فواصل. مثال: القبة، حيدرة.
filters-hint-day = اليوم والشهر والسنة. مثال: 23/11/2026.
filters-hint-idle = عدد الأيام. مثال: 180.
filters-hint-recent = عدد الأيام. مثال: 30.
filters-hint-age = سن واحدة أو اثنتان. أمثلة: 25، 18-30، 60-.
filters-hint-begins = تكفي بداية النص.
filters-hint-consent = اختاروا غرضا وقرارا واحدا على الأقل.

## الشروط في جمل

filters-is = { $field }: { $values }
filters-days-from = { $field } ابتداء من { $from }
filters-days-to = { $field } إلى غاية { $to }
filters-days-between = { $field } من { $from } إلى { $to }
filters-idle-for =
    { $n ->
        [zero] دون تحديث منذ اليوم
        [one] دون تحديث منذ يوم واحد
        [two] دون تحديث منذ يومين
        [few] دون تحديث منذ { $n } أيام
        [many] دون تحديث منذ { $n } يوما
       *[other] دون تحديث منذ { $n } يوم
    }
    .short = دون تحديث: { $n } ي
filters-recent-for =
    { $n ->
        [zero] حُدّثت اليوم
        [one] حُدّثت منذ أقل من يوم
        [two] حُدّثت منذ أقل من يومين
        [few] حُدّثت منذ أقل من { $n } أيام
        [many] حُدّثت منذ أقل من { $n } يوما
       *[other] حُدّثت منذ أقل من { $n } يوم
    }
    .short = تحديث: { $n } ي
filters-age-between = السن: من { $from } إلى { $to } سنة
filters-consent-said = الموافقة على { $purpose }، { $channel }: { $values }
    .short = { $purpose }، { $channel }: { $values }
filters-consent-said-any = الموافقة على { $purpose }، قناة واحدة على الأقل: { $values }
    .short = { $purpose }: { $values }
filters-begins = { $field } يبدأ بـ { $text }
filters-number-least = { $field }: { $least } أو أكثر
filters-number-most = { $field }: { $most } أو أقل
filters-number-between = { $field }: من { $least } إلى { $most }
filters-own-least = { $field } ابتداء من
filters-own-most = { $field } إلى غاية

## الأخطاء

filters-error-unknown = القيمة «{ $value }» غير موجودة في هذه التصفية. اختاروا قيمة من القائمة.
filters-error-wilaya = الولاية «{ $value }» غير موجودة. اكتبوا رمزها أو اسمها.
filters-error-commune = البلدية «{ $value }» غير موجودة. تحققوا من اسمها.
filters-error-order = النهاية تسبق البداية. غيّروا أحد التاريخين.
filters-error-days = اكتبوا عدد أيام بين 1 و{ $most }.
filters-error-age = لا يمكن قراءة هذه السن. اكتبوا سنا واحدة أو اثنتين هكذا: 18-30.
filters-error-many = في هذه التصفية قيم كثيرة، والحد هو { $most }. أزيلوا بعضها.
filters-error-one = لا يقبل هذا الحقل إلا قيمة واحدة. اتركوا واحدة فقط.
filters-error-consent-purpose = اختاروا الغرض من الموافقة، أو أزيلوا القناة والقرار.
filters-error-consent-answer = اختاروا قرارا واحدا على الأقل للزبون، أو أزيلوا الغرض.
filters-error-least = الحد الأدنى أكبر من الحد الأقصى. غيّروا أحد العددين.
