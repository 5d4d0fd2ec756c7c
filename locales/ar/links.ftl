# روابط البطاقة مع بطاقات أخرى.

links-title = الروابط مع بطاقات أخرى
    .short = الروابط
links-none = هذه البطاقة غير مرتبطة بأي بطاقة أخرى.
links-new = إضافة رابط
links-all = كل الروابط
links-ended = انتهى
links-since-day = منذ
links-until-day = إلى غاية
links-take = إزالة
links-remove-one = إزالة الرابط مع { $name }
    .short = إزالة: { $name }
links-remove = إزالة الرابط
links-remove-text = يختفي الرابط من البطاقتين. ويبقى في سجل كل منهما أنه كان موجودا.
links-keep = إبقاء الرابط
links-removed = تمت إزالة الرابط.
links-added = تمت إضافة الرابط.
links-save = حفظ الرابط
links-own = البطاقة المفتوحة
    .label = المفتوحة
links-linked = البطاقة المرتبطة
    .label = المرتبطة
links-choose-other = اختيار بطاقة أخرى
    .short = بطاقة أخرى
links-search-hint = البطاقة المراد ربطها: رقم، اسم بالحروف اللاتينية أو العربية، عنوان بريد إلكتروني أو مرجع.
links-found-none = لا توجد بطاقة أخرى تطابق «{ $query }». تحققوا من الرقم أو المرجع، أو اكتبوا اللقب وحده.
links-history-added = أضيف رابط
links-history-removed = أزيل رابط

## ما تمثله البطاقة الأخرى لهذه البطاقة

links-household = الأسرة نفسها
    .label = الأسرة نفسها
links-employer = صاحب العمل
    .label = صاحب العمل
links-employee = موظف
    .label = موظف
links-contact = جهة الاتصال
    .label = جهة الاتصال
links-contact-of = جهة الاتصال لدى
    .short = جهة الاتصال لدى
    .label = اتصال لدى
links-other = رابط آخر
    .label = رابط آخر

## الاستمارة

links-relation = البطاقة الأخرى هي
    .label = الأخرى هي
links-choice-household = شخص من الأسرة نفسها
    .short = الأسرة نفسها
links-choice-employer = صاحب عمل هذا الشخص
    .short = صاحب العمل
links-choice-employee = شخص يعمل هنا
    .short = موظف
links-choice-contact = جهة الاتصال في هذه المؤسسة
    .short = جهة الاتصال
links-choice-contact-of = المؤسسة التي يمثلها هذا الشخص في الاتصالات
    .short = جهة الاتصال لدى
links-choice-other = شيء آخر يجب توضيحه
    .short = رابط آخر
links-word = نوع الرابط
    .label = نوع الرابط
links-hint-word = للرابط الآخر فقط، بكلمة أو كلمتين. مثال: جار، شريك.
links-since = منذ
    .label = منذ
links-hint-since = اختياري. اليوم والشهر والسنة. مثال: 23/11/2026.
links-until = إلى غاية
    .label = إلى غاية
links-hint-until = اختياري. الرابط المنتهي يبقى مكتوبا في البطاقتين.
links-note = ملاحظة
    .label = ملاحظة
links-error-relation = اختاروا ما تمثله البطاقة الأخرى لهذه البطاقة.
links-error-word = اكتبوا نوع الرابط بكلمة أو كلمتين، أو اختاروا رابطا آخر.
links-error-known = هذا الرابط موجود بين البطاقتين. اختاروا رابطا آخر، أو أزيلوا الموجود أولا.
links-refused-itself = لا ترتبط البطاقة بنفسها. ابحثوا عن بطاقة أخرى.
