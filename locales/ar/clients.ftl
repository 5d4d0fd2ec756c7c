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
clients-search-hint = رقم كامل، أو أرقامه الثلاثة الأخيرة أو خمسة من وسطه، أو اسم بالحروف اللاتينية أو العربية، أو عنوان بريد إلكتروني، أو مرجع.
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
clients-found-part = البطاقات { $from } إلى { $to }
clients-found-cut = هذه أقرب { $most } بطاقة. إن لم تجدوا ما تبحثون عنه فأضيفوا كلمة أو رقما أو تصفية.
clients-found-none = لا توجد بطاقة تطابق «{ $query }». تحققوا من الرقم، أو اكتبوا اللقب وحده، أو أنشئوا البطاقة.
clients-none = لا توجد أي بطاقة بعد. سيظهر الزبائن هنا عندما تنشئون أول بطاقة.
clients-found-number = الرقم نفسه
clients-found-end = نهاية الرقم
clients-found-start = بداية الرقم
clients-found-middle = وسط الرقم
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
clients-history-before = قبل
clients-history-after = بعد
clients-history-silent = مُحيت معطيات شخص: لم يعد هذا السجل يُظهر القيم.
clients-put-back = إرجاع القيمة السابقة
    .short = إرجاع
clients-put-back-all = إرجاع القيم السابقة
    .short = إرجاع الكل
clients-put-back-told = أُخذ من السجل: { $fields }. لم يُحفظ شيء بعد. راجعوا ثم احفظوا البطاقة.
clients-put-back-none = لم يؤخذ شيء من السجل: البطاقة تحتوي أصلا على هذه القيم، أو لم تعد الاستمارة تقبلها.
clients-put-back-masked = هذه القيمة محجوبة عنكم. افتحوا سجل البطاقة واضغطوا «إظهار المعطيات»، ثم أرجعوها.
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

## المؤسسات ومعلومات الاتصال الأخرى وحقول المركز

clients-organisation = المؤسسة
    .label = المؤسسة
clients-organisation-latin = المؤسسة (بالحروف اللاتينية)
    .short = المؤسسة باللاتينية
    .label = مؤسسة لات.
clients-organisation-arabic = المؤسسة (بالحروف العربية)
    .short = المؤسسة بالعربية
    .label = مؤسسة عرب.
clients-registration = رقم التعريف الجبائي أو السجل التجاري
    .short = الجبائي أو السجل
    .label = جبائي/سجل
clients-phone3 = الهاتف الثالث
    .label = الهاتف 3
clients-phone4 = الهاتف الرابع
    .label = الهاتف 4
clients-email2 = بريد إلكتروني آخر
    .label = بريد 2
clients-address2 = عنوان آخر
    .label = عنوان 2
clients-street2 = الشارع والرقم في العنوان الآخر
    .short = شارع العنوان الآخر
    .label = الشارع 2
clients-wilaya2 = ولاية العنوان الآخر
    .short = ولاية العنوان الآخر
    .label = الولاية 2
clients-commune2 = بلدية العنوان الآخر
    .short = بلدية العنوان الآخر
    .label = البلدية 2
clients-script = الكتابة المفضلة
    .label = الكتابة
clients-script-latin = حروف لاتينية
clients-script-arabic = حروف عربية
clients-channel = الوسيلة المفضلة
    .label = الوسيلة
clients-channel-phone = بالهاتف
clients-channel-sms = برسالة قصيرة
clients-channel-email = بالبريد الإلكتروني
clients-channel-post = بالبريد
clients-reference = المرجع
    .label = المرجع
clients-own-field = حقل خاص بالمركز
    .label = حقل المركز
clients-no-preference = بدون تفضيل
clients-choose = اختيار
clients-yes = نعم
clients-no = لا
clients-further = المؤسسة ومعلومات اتصال أخرى
    .short = المؤسسة وغيرها
clients-hint-organisation = رب عمل الزبون، أو المؤسسة نفسها: في هذه الحالة اتركوا الاسم واللقب فارغين.
clients-hint-registration = للمؤسسة: رقم التعريف الجبائي أو رقم السجل التجاري.
clients-hint-reference = رقم هذه البطاقة في نظامكم السابق، إن وجد.
clients-error-organisation-latin = اكتبوا هنا الاسم بالحروف اللاتينية، والاسم العربي في الحقل الموالي.
clients-error-organisation-arabic = اكتبوا هنا الاسم بالحروف العربية، والاسم اللاتيني في الحقل السابق.
clients-error-status-prospect = سبق لهذا الزبون أن اشترى: لا يمكن أن يصبح زبونا محتملا من جديد. اختاروا حالة أخرى.
clients-error-status-new = لا يكون الزبون جديدا إلا مرة واحدة. اختاروا «زبون نشط» أو حالة أخرى.
clients-error-status-dormant = الزبون المحتمل لم يشتر شيئا بعد: لا يمكن أن يكون خاملا. اختاروا «زبون مفقود» إذا لم يعد يريد الاتصال به.
clients-error-own-required = هذا الحقل إجباري في مركزكم. املأوه لحفظ البطاقة.
clients-error-own-shape = هذه القيمة ليست على الشكل المنتظر: { $shape }، حيث A حرف و9 رقم.
clients-error-own-number = هذا ليس عددا. اكتبوا أرقاما فقط، مثل 12 أو 12,5.
clients-found-reference = المرجع نفسه
clients-found-own = حقل خاص بالمركز
clients-found-organisation = المؤسسة
clients-fields-title = حقول المركز
clients-fields-text = تضاف هذه الحقول إلى جميع بطاقات المركز: في الاستمارة والبحث والاستيراد والتصدير والكشوف.
clients-fields-none = لم يضف أي حقل بعد. سيظهر هنا أول حقل تنشئونه.
clients-field-new-title = إضافة حقل
clients-field-edit-title = تعديل الحقل
clients-field-save = حفظ الحقل
clients-field-fr = الاسم بالفرنسية
    .label = فرنسية
clients-field-ar = الاسم بالعربية
    .label = عربية
clients-field-en = الاسم بالإنجليزية
    .label = إنجليزية
clients-field-name-hint = الاسم القصير أسرع قراءة على سطر البرايل.
clients-field-en-hint = اتركوه فارغا ليؤخذ الاسم الفرنسي.
clients-field-kind = محتوى الحقل
    .short = المحتوى
    .label = المحتوى
clients-field-kind-hint = لا يتغير هذا الاختيار بعد إنشاء الحقل.
clients-kind-text = نص
clients-kind-number = عدد
clients-kind-date = تاريخ
clients-kind-choice = قائمة اختيارات
clients-kind-yes-no = نعم أو لا
clients-field-options = اختيارات القائمة
    .label = الاختيارات
clients-field-options-hint = للقائمة فقط. اختيار في كل سطر: فرنسية ؛ عربية ؛ إنجليزية. يمكن ترك العربية والإنجليزية.
clients-field-shape = شكل النص
    .label = الشكل
clients-field-shape-hint = للنص فقط. A لحرف و9 لرقم. مثال: AA-9999.
clients-field-required = إجباري
    .label = إجباري
clients-field-required-hint = لا تحفظ البطاقة بدون هذا الحقل.
clients-field-searchable = يجده البحث
    .short = في البحث
    .label = البحث
clients-field-help-fr = مساعدة بالفرنسية
    .label = مساعدة فر.
clients-field-help-ar = مساعدة بالعربية
    .label = مساعدة عر.
clients-field-help-en = مساعدة بالإنجليزية
    .label = مساعدة إن.
clients-field-defined = أضيف الحقل.
clients-field-redefined = عدل الحقل.
clients-field-moved = نقل الحقل.
clients-field-put-away = وضع الحقل جانبا. قيم البطاقات محفوظة.
    .short = وضع جانبا
clients-field-taken-out = عاد الحقل مطلوبا.
    .short = عاد الحقل
clients-field-away = موضوع جانبا
clients-field-up = رفع
clients-field-put = وضع جانبا
clients-field-take = إعادة
clients-error-field-name = اكتبوا اسم الحقل بهذه اللغة.
clients-error-field-shape = الشكل للنص فقط. أفرغوا هذا الحقل أو اختاروا «نص».
clients-error-field-options = في القائمة اختياران على الأقل. اكتبوا اختيارا في كل سطر.
clients-error-field-options-many = في القائمة مئة اختيار على الأكثر. احذفوا ما يقل استعماله.
clients-error-field-options-twice = يوجد اختيار مكتوب مرتين أو بدون اسم فرنسي. صححوا هذا السطر.
clients-error-field-options-kind = للقائمة وحدها اختيارات. أفرغوا هذا الحقل أو اختاروا «قائمة اختيارات».
clients-error-field-stale = عدل شخص آخر هذا الحقل بينما كنتم تكتبون. تحققوا من قيمكم ثم احفظوا من جديد.

# البطاقات المحذوفة.
clients-delete = حذف البطاقة
clients-deletion-title = هل تحذفون هذه البطاقة؟
    .short = حذف البطاقة؟
clients-deletion-text = لن تظهر البطاقة بعد ذلك في القوائم ولا في البحث. ويمكن إعادة إنشائها خلال ثلاثين يوما من صفحة «البطاقات المحذوفة».
clients-deletion-changed = عدّل شخص آخر هذه البطاقة في هذه الأثناء. أعيدوا قراءتها قبل حذفها.
clients-keep = الإبقاء على البطاقة
clients-deleted = حُذفت البطاقة
clients-deleted-title = البطاقات المحذوفة
clients-deleted-text = البطاقات التي حُذفت خلال الثلاثين يوما الأخيرة. إعادة إنشاء بطاقة تفتح الاستمارة بما كانت تحتويه؛ ولا يُحفظ شيء قبل أن تحفظوه.
clients-deleted-none = لم تُحذف أي بطاقة خلال الثلاثين يوما الأخيرة.
clients-again = إعادة إنشاء البطاقة
clients-history-deleted = حُذفت البطاقة
clients-held-text = لا يمكن حذف هذه البطاقة، لأن لها:
clients-held-advice = إذا كانت مكررة فادمجوها. وإذا طلب الشخص محو معطياته فسجلوا طلبه. وإلا فأعطوها حالة «زبون مفقود».
clients-held-calls = مكالمات
clients-held-links = روابط مع بطاقات أخرى
    .short = روابط
clients-held-merges = دمجا، أو قرارا بشأن تكرار
    .short = دمجا أو تكرارا
clients-held-validation = تقديما أو مصادقة
    .short = مصادقة
clients-held-portfolio = إسنادا إلى محفظة
    .short = إسنادا
clients-held-law = موافقات أو إشعارا مبلّغا أو طلبات أو معطيات أُظهرت
    .short = حقوق الزبون
