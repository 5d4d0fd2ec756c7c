# بطاقات الزبائن.

clients-title = بطاقات الزبائن
clients-new-title = بطاقة زبون جديدة
    .short = بطاقة جديدة
clients-edit-title = تعديل البطاقة
clients-history-title = سجل البطاقة
    .short = السجل

## القائمة والبحث

clients-search = رقم أو اسم أو بريد إلكتروني
    .short = البحث عن زبون
    .label = بحث
clients-search-hint = رقم كامل أو أرقامه الأربعة الأخيرة، اسم بالحروف اللاتينية أو العربية، عنوان بريد إلكتروني.
clients-search-button = بحث
clients-new = إنشاء بطاقة
clients-found =
    { $n ->
        [zero] لا توجد أي بطاقة
        [one] بطاقة واحدة
        [two] بطاقتان
        [few] { $n } بطاقات
        [many] { $n } بطاقة
       *[other] { $n } بطاقة
    }
clients-found-none = لا توجد بطاقة تطابق «{ $query }». تحققوا من الرقم، أو اكتبوا اللقب وحده، أو أنشئوا البطاقة.
clients-none = لا توجد أي بطاقة بعد. سيظهر الزبائن هنا عندما تنشئون أول بطاقة.
clients-found-number = الرقم نفسه
clients-found-end = نهاية الرقم
clients-found-start = بداية الرقم
clients-found-name = الاسم نفسه
clients-found-alike = اسم قريب
clients-found-email = البريد نفسه
clients-found-email-alike = بريد قريب

## الحقول

clients-name = الاسم
    .label = الاسم
clients-name-latin = الاسم بالحروف اللاتينية
    .short = الاسم اللاتيني
    .label = اسم لاتيني
clients-name-arabic = الاسم بالحروف العربية
    .short = الاسم العربي
    .label = الاسم العربي
clients-given-latin = الاسم (بالحروف اللاتينية)
    .short = الاسم باللاتينية
    .label = اسم لاتيني
clients-family-latin = اللقب (بالحروف اللاتينية)
    .short = اللقب باللاتينية
    .label = لقب لاتيني
clients-given-arabic = الاسم (بالحروف العربية)
    .short = الاسم بالعربية
    .label = الاسم العربي
clients-family-arabic = اللقب (بالحروف العربية)
    .short = اللقب بالعربية
    .label = اللقب العربي
clients-birth-date = تاريخ الميلاد
    .label = الميلاد
clients-phone = الهاتف
    .label = الهاتف
clients-phone2 = هاتف آخر
    .label = هاتف 2
clients-email = البريد الإلكتروني
    .label = البريد
clients-address = العنوان
    .label = العنوان
clients-street = الشارع والرقم
    .label = الشارع
clients-wilaya = الولاية
    .label = الولاية
clients-commune = البلدية
    .label = البلدية
clients-language = اللغة المفضلة
    .label = اللغة
clients-status = الحالة
    .label = الحالة
clients-needs = الحاجات
    .label = الحاجات
clients-motivations = الدوافع
    .label = الدوافع
clients-notes = ملاحظات
    .label = ملاحظات

clients-status-prospect = زبون محتمل
clients-status-new = زبون جديد
clients-status-active = زبون نشط
clients-status-dormant = زبون خامل
clients-status-difficult = زبون صعب
clients-status-lost = زبون مفقود
clients-language-fr = الفرنسية
clients-language-ar = العربية
clients-language-en = الإنجليزية
clients-wilaya-none = اختيار الولاية

clients-hint-latin = الاسم واللقب مطلوبان بإحدى الكتابتين على الأقل، اللاتينية أو العربية.
clients-hint-arabic = كما في شهادة الميلاد، إن أعطاها الزبون.
clients-hint-birth = اليوم والشهر والسنة. مثال: 23/11/1985.
clients-hint-phone = مثال: 0550 12 34 56 أو 00213 550 12 34 56.
clients-hint-commune = اسم البلدية بالحروف اللاتينية أو العربية.
clients-save = حفظ البطاقة
clients-saved = تم حفظ البطاقة.
    .short = تم حفظ البطاقة

## أخطاء الحقول

clients-error-given = اكتبوا الاسم، أو اكتبوا الاسم واللقب معا بالكتابة الأخرى.
clients-error-family = اكتبوا اللقب، أو اكتبوا الاسم واللقب معا بالكتابة الأخرى.
clients-error-latin = هذا الحقل يقبل الحروف اللاتينية فقط. اكتبوا الحروف العربية في الحقل الموالي.
clients-error-arabic = هذا الحقل يقبل الحروف العربية فقط. اكتبوا الحروف اللاتينية في الحقل السابق.
clients-error-birth = لا يمكن قراءة هذا التاريخ. اكتبوا اليوم والشهر والسنة هكذا: 23/11/1985.
clients-error-birth-impossible = هذا اليوم غير موجود في التقويم. تحققوا من اليوم والشهر.
clients-error-birth-future = هذا التاريخ لم يحن بعد. تحققوا من السنة.
clients-error-birth-old = هذا التاريخ قبل سنة 1900. تحققوا من السنة.
clients-error-phone = هذا الرقم لا يتبع أي متعامل. تحققوا من الأرقام الأولى.
clients-error-phone-letters = رقم الهاتف لا يحتوي على حروف. اكتبوا الأرقام فقط.
clients-error-phone-short = هذا الرقم ناقص. مثال كامل: 0550 12 34 56.
clients-error-phone-long = في هذا الرقم أرقام زائدة. مثال كامل: 0550 12 34 56.
clients-error-phone-service = هذا رقم مختصر لخدمة. اكتبوا رقم الزبون الشخصي.
clients-error-phone-twice = هذا هو الرقم الأول نفسه. اكتبوا رقما آخر أو أفرغوا هذا الحقل.
clients-error-email-at = تنقص العلامة @. اكتبوا العنوان هكذا: nom@exemple.dz.
clients-error-email = عنوان البريد الإلكتروني غير كامل. اكتبوه هكذا: nom@exemple.dz.
clients-error-wilaya = هذه الولاية غير موجودة. اختاروا ولاية من القائمة.
clients-error-wilaya-first = اختاروا ولاية هذه البلدية.
clients-error-commune = لا توجد بلدية بهذا الاسم في هذه الولاية. تحققوا من الاسم أو من الولاية.
clients-error-commune-near = لا توجد بلدية بهذا الاسم في هذه الولاية. جرّبوا أحد هذه الأسماء القريبة: { $names }.
clients-error-commune-elsewhere = هذه البلدية في ولاية { $wilaya }. صححوا البلدية أو الولاية.

## البطاقة

clients-missing = ما ينقص البطاقة
clients-edit = تعديل البطاقة
clients-back = رجوع إلى مكتب العمل
clients-facts = محتوى البطاقة
clients-created-at = أنشئت البطاقة في
    .label = أنشئت في
clients-history-created = أنشئت البطاقة
clients-history-updated = تعديل: { $fields }
clients-history-same = حفظت دون أي تغيير
    .short = دون تغيير
clients-history-other = حدث آخر
clients-history-none = لم يتغير شيء منذ إنشاء هذه البطاقة.
clients-history-all = السجل كاملا
clients-separator = { "، " }

## شخصان على بطاقة واحدة

clients-stale-title = تغيرت البطاقة
clients-stale-text = حفظها شخص آخر بينما كنتم تكتبون. لم يضع شيء مما كتبتموه. قارنوا القيم، وصححوا ما يلزم، ثم احفظوا من جديد.
clients-stale-theirs = في البطاقة
    .label = البطاقة
clients-stale-mine = في صفحتكم
    .label = أنتم
clients-stale-by = صاحب التغيير
    .label = صاحب التغيير
clients-stale-empty = فارغ
clients-stale-taken = أُدرجت القيمة الجديدة في الاستمارة
    .short = أُدرجت القيمة
clients-stale-kept = قيمتكم محفوظة في الاستمارة
    .short = قيمتكم محفوظة
