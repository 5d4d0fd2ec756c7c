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
clients-search-button = ابحث
clients-status-any = كل الحالات
clients-new = إنشاء بطاقة
clients-newest = أحدث البطاقات
clients-found =
    { $n ->
        [zero] لا توجد أي بطاقة
        [one] بطاقة واحدة
        [two] بطاقتان
        [few] { $n } بطاقات
        [many] { $n } بطاقة
       *[other] { $n } بطاقة
    }
clients-found-none = لا توجد بطاقة تطابق «{ $query }». تحقق من الرقم، أو اكتب اللقب وحده، أو أنشئ البطاقة.
clients-none = لا توجد أي بطاقة بعد. سيظهر الزبائن هنا عند إنشاء أول بطاقة.
clients-none-status = لا توجد بطاقة بهذه الحالة. اختر حالة أخرى.
clients-found-number = الرقم نفسه
clients-found-end = نهاية الرقم
clients-found-start = بداية الرقم
clients-found-name = الاسم نفسه
clients-found-alike = اسم قريب
clients-found-email = البريد نفسه
clients-found-email-alike = بريد قريب

## الخانات

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
    .label = اللقب عربي
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
clients-wilaya-none = اختر الولاية

clients-hint-latin = الاسم واللقب مطلوبان بإحدى الكتابتين على الأقل، اللاتينية أو العربية.
clients-hint-arabic = كما في شهادة الميلاد، إن أعطاها الزبون.
clients-hint-birth = اليوم والشهر والسنة. مثال: 23/11/1985.
clients-hint-phone = مثال: 0550 12 34 56 أو ‎+213 550 12 34 56.
clients-hint-commune = اسم البلدية بالحروف اللاتينية أو العربية.
clients-save = حفظ البطاقة
clients-saved = حفظت البطاقة.
    .short = حفظت البطاقة

## أخطاء الخانات

clients-error-given = اكتب الاسم، أو اكتب الاسم واللقب معا بالكتابة الأخرى.
clients-error-family = اكتب اللقب، أو اكتب الاسم واللقب معا بالكتابة الأخرى.
clients-error-latin = هذه الخانة تقبل الحروف اللاتينية فقط. اكتب العربية في الخانة الموالية.
clients-error-arabic = هذه الخانة تقبل الحروف العربية فقط. اكتب اللاتينية في الخانة السابقة.
clients-error-birth = لا يمكن قراءة هذا التاريخ. اكتب اليوم والشهر والسنة هكذا: 23/11/1985.
clients-error-birth-impossible = هذا اليوم غير موجود في التقويم. تحقق من اليوم والشهر.
clients-error-birth-future = هذا التاريخ لم يحن بعد. تحقق من السنة.
clients-error-birth-old = هذا التاريخ قبل سنة 1900. تحقق من السنة.
clients-error-phone = هذا الرقم لا يتبع أي متعامل. تحقق من الأرقام الأولى.
clients-error-phone-letters = رقم الهاتف لا يحتوي على حروف. اكتب الأرقام فقط.
clients-error-phone-short = هذا الرقم ناقص. مثال كامل: 0550 12 34 56.
clients-error-phone-long = في هذا الرقم أرقام زائدة. مثال كامل: 0550 12 34 56.
clients-error-phone-service = هذا رقم مختصر لخدمة. اكتب رقم الزبون الشخصي.
clients-error-phone-twice = هذا هو الرقم الأول نفسه. اكتب رقما آخر أو أفرغ هذه الخانة.
clients-error-email-at = تنقص العلامة @. اكتب العنوان هكذا: nom@exemple.dz.
clients-error-email = عنوان البريد الإلكتروني غير كامل. اكتبه هكذا: nom@exemple.dz.
clients-error-wilaya = هذه الولاية غير موجودة. اختر ولاية من القائمة.
clients-error-wilaya-first = اختر ولاية هذه البلدية.
clients-error-commune = لا توجد بلدية بهذا الاسم في هذه الولاية. تحقق من الاسم أو من الولاية.
clients-error-commune-near = لا توجد بلدية بهذا الاسم في هذه الولاية. أقرب الأسماء: { $names }.
clients-error-commune-elsewhere = هذه البلدية في ولاية { $wilaya }. صحح البلدية أو الولاية.

## البطاقة

clients-missing = ما ينقص البطاقة
clients-edit = تعديل البطاقة
clients-back = العودة إلى المكتب
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
clients-stale-text = حفظها شخص آخر بينما كنت تكتب. لم يضع شيء مما كتبته. قارن القيم، وصحح ما يلزم، ثم احفظ من جديد.
clients-stale-theirs = في البطاقة
    .label = البطاقة
clients-stale-mine = في صفحتك
    .label = أنت
clients-stale-by = غيرها
    .label = غيرها
clients-stale-empty = فارغ
clients-stale-taken = أخذت القيمة الجديدة في الاستمارة
    .short = أخذت القيمة الجديدة
clients-stale-kept = قيمتك محفوظة في الاستمارة
    .short = قيمتك محفوظة
