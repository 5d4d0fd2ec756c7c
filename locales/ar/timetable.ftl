# جدول التوقيت: الأسبوع وأيام العطل والحصص.

timetable-title = جدول التوقيت
timetable-week-title = { $who }، أسبوع { $day }
timetable-hours = { $n } سا
timetable-weeks = الأسابيع
timetable-previous = الأسبوع السابق
timetable-next = الأسبوع الموالي
timetable-day-0 = الأحد
timetable-day-1 = الاثنين
timetable-day-2 = الثلاثاء
timetable-day-3 = الأربعاء
timetable-day-4 = الخميس
timetable-day-5 = الجمعة
timetable-day-6 = السبت
timetable-day-empty = لا حصة.
timetable-off = يوم عطلة
timetable-none = لا جدول توقيت لكم: لستم في أي فوج. اسألوا رئيس مصلحة التكوين.
timetable-none-keep = لا فوج. أنشئوا دفعة وفوجا في السنة التكوينية ثم ضعوا الحصص.
timetable-other = أسبوع آخر
timetable-of = جدول من
    .label = جدول من
timetable-week = أسبوع يوم
    .label = أسبوع يوم
timetable-show = إظهار

## حصة

timetable-lesson-title = { $module }، { $day }
timetable-place = وضع حصة
timetable-move = تعديل الحصة
timetable-section = الفوج
    .label = الفوج
timetable-module = الوحدة
    .label = الوحدة
timetable-day = اليوم
    .label = اليوم
timetable-first = البداية
    .label = البداية
timetable-length = المدة
    .label = المدة
timetable-trainer = المكوّن
    .label = المكوّن
timetable-room = القاعة
    .label = القاعة
timetable-teaching = تحسب
    .label = تحسب
timetable-lecture = درس
timetable-practical = تطبيق
timetable-kind = نوع الحصة
    .label = النوع
timetable-kind-hint = الأنواع الواردة في توصيات البرنامج.
timetable-kind-exposition = عرض قصير
timetable-kind-exercise = تمرين
timetable-kind-role-play = وضعية مهنية
timetable-kind-evaluation = تقييم
timetable-kind-feedback = عرض النتائج
timetable-weeks-repeated = عدد الأسابيع
    .label = الأسابيع
timetable-weeks-hint = 1 لهذا الأسبوع فقط. تترك أيام العطلة.
timetable-scope = أي حصص
    .label = أي حصص
timetable-scope-one = هذه الحصة فقط
timetable-scope-following = هذه وما يليها من السلسلة
    .short = هذه وما يليها
timetable-know = للتحقق:
timetable-anyway-title = الوضع رغم ذلك
    .label = رغم ذلك
timetable-anyway = نعم، تحققت
timetable-placed =
    { $n ->
        [zero] لم توضع أي حصة.
        [one] وضعت حصة واحدة.
        [two] وضعت حصتان.
        [few] وضعت { $n } حصص.
        [many] وضعت { $n } حصة.
       *[other] وضعت { $n } حصة.
    }
timetable-left-out =
    { $n ->
        [zero] لم يترك أي أسبوع.
        [one] ترك أسبوع واحد: يوم عطلة.
        [two] ترك أسبوعان: يوما عطلة.
        [few] تركت { $n } أسابيع: أيام عطلة.
        [many] ترك { $n } أسبوعا: أيام عطلة.
       *[other] ترك { $n } أسبوع: أيام عطلة.
    }
timetable-did-move =
    { $n ->
        [zero] لم تعدل أي حصة.
        [one] عدلت حصة واحدة.
        [two] عدلت حصتان.
        [few] عدلت { $n } حصص.
        [many] عدلت { $n } حصة.
       *[other] عدلت { $n } حصة.
    }
timetable-substitution = استخلاف
timetable-substitute = مكوّن آخر
    .label = المستخلف
timetable-substitute-save = استخلاف المكوّن
    .short = استخلاف
timetable-substituted = استخلاف
timetable-replaces = يستخلف
timetable-why = السبب
    .label = السبب
timetable-did-substitute = استخلف المكوّن في هذه الحصة.
timetable-cancel = إلغاء الحصة
    .short = إلغاء الحصة
timetable-cancel-hint = تبقى الحصة الملغاة ظاهرة مع سببها، ولا تحسب ساعاتها.
timetable-cancelled = ملغاة
timetable-cancelled-text = لا تجرى هذه الحصة.
timetable-did-cancel = ألغيت الحصة.
timetable-remove = سحب الحصة
    .short = سحب الحصة
timetable-remove-hint = تختفي الحصة المسحوبة من جدول التوقيت. يمكنكم التراجع من صفحة الأسبوع.
timetable-did-remove =
    { $n ->
        [zero] لم تسحب أي حصة.
        [one] سحبت حصة واحدة.
        [two] سحبت حصتان.
        [few] سحبت { $n } حصص.
        [many] سحبت { $n } حصة.
       *[other] سحبت { $n } حصة.
    }

## التراجع

timetable-undo-placed =
    { $n ->
        [zero] تراجع: لا حصة
        [one] تراجع: حصة واحدة (وضع)
        [two] تراجع: حصتان (وضع)
        [few] تراجع: { $n } حصص (وضع)
        [many] تراجع: { $n } حصة (وضع)
       *[other] تراجع: { $n } حصة (وضع)
    }
    .short = تراجع
timetable-undo-moved =
    { $n ->
        [zero] تراجع: لا حصة
        [one] تراجع: حصة واحدة (تعديل)
        [two] تراجع: حصتان (تعديل)
        [few] تراجع: { $n } حصص (تعديل)
        [many] تراجع: { $n } حصة (تعديل)
       *[other] تراجع: { $n } حصة (تعديل)
    }
    .short = تراجع
timetable-undo-substituted =
    { $n ->
        [zero] تراجع: لا حصة
        [one] تراجع: حصة واحدة (استخلاف)
        [two] تراجع: حصتان (استخلاف)
        [few] تراجع: { $n } حصص (استخلاف)
        [many] تراجع: { $n } حصة (استخلاف)
       *[other] تراجع: { $n } حصة (استخلاف)
    }
    .short = تراجع
timetable-undo-cancelled =
    { $n ->
        [zero] تراجع: لا حصة
        [one] تراجع: حصة واحدة (إلغاء)
        [two] تراجع: حصتان (إلغاء)
        [few] تراجع: { $n } حصص (إلغاء)
        [many] تراجع: { $n } حصة (إلغاء)
       *[other] تراجع: { $n } حصة (إلغاء)
    }
    .short = تراجع
timetable-undo-removed =
    { $n ->
        [zero] تراجع: لا حصة
        [one] تراجع: حصة واحدة (سحب)
        [two] تراجع: حصتان (سحب)
        [few] تراجع: { $n } حصص (سحب)
        [many] تراجع: { $n } حصة (سحب)
       *[other] تراجع: { $n } حصة (سحب)
    }
    .short = تراجع
timetable-undo-generated =
    { $n ->
        [zero] تراجع: لا حصة
        [one] تراجع: حصة واحدة (اقتراح)
        [two] تراجع: حصتان (اقتراح)
        [few] تراجع: { $n } حصص (اقتراح)
        [many] تراجع: { $n } حصة (اقتراح)
       *[other] تراجع: { $n } حصة (اقتراح)
    }
    .short = تراجع
timetable-undone =
    { $n ->
        [zero] تم التراجع.
        [one] تم التراجع: عادت حصة واحدة كما كانت.
        [two] تم التراجع: عادت حصتان كما كانتا.
        [few] تم التراجع: عادت { $n } حصص كما كانت.
        [many] تم التراجع: عادت { $n } حصة كما كانت.
       *[other] تم التراجع: عادت { $n } حصة كما كانت.
    }
timetable-undo-changed = تغيرت إحدى هذه الحصص منذ ذلك، أو تم التراجع من قبل. لم يمس شيء: انظروا إلى الأسبوع ثم صححوا الحصة نفسها.
timetable-undo-clash = لم يتم التراجع.

## ما يمنع

timetable-conflict-slots = لا تكفي ساعات اليوم بعد البداية. ابدؤوا أبكر أو قصّروا الحصة.
timetable-conflict-free = لا تدرّس المؤسسة في هذا اليوم من الأسبوع ({ $day }). اختاروا يوما آخر.
timetable-conflict-off = { $day } يوم عطلة: { $name }. اختاروا يوما آخر.
timetable-conflict-trainer = لدى { $who } { $module } مع الفوج { $section } يوم { $day }، { $hours }. اختاروا ساعة أخرى أو مكوّنا آخر.
timetable-conflict-room = القاعة { $room } مشغولة يوم { $day }، { $hours }: { $module }، الفوج { $section }. اختاروا ساعة أخرى أو قاعة أخرى.
timetable-conflict-section = لدى الفوج { $module } يوم { $day }، { $hours }. اختاروا ساعة أخرى.
timetable-error-dates =
    { $n ->
        [zero] كل التواريخ تناسب، ابتداء من { $day }.
        [one] تاريخ واحد لا يناسب، ابتداء من { $day }. لم يوضع شيء: غيروا الساعة أو ضعوا أسابيع أقل.
        [two] تاريخان لا يناسبان، ابتداء من { $day }. لم يوضع شيء: غيروا الساعة أو ضعوا أسابيع أقل.
        [few] { $n } تواريخ لا تناسب، ابتداء من { $day }. لم يوضع شيء: غيروا الساعة أو ضعوا أسابيع أقل.
        [many] { $n } تاريخا لا يناسب، ابتداء من { $day }. لم يوضع شيء: غيروا الساعة أو ضعوا أسابيع أقل.
       *[other] { $n } تاريخ لا يناسب، ابتداء من { $day }. لم يوضع شيء: غيروا الساعة أو ضعوا أسابيع أقل.
    }
timetable-error-day = اكتبوا يوما، مثلا 29/11/2026.
timetable-error-weeks = اكتبوا عدد الأسابيع، من 1 إلى { $most }.
timetable-error-anyway = هناك ما يجب التحقق منه: اقرؤوا القائمة فوق الاستمارة ثم ضعوا علامة في الخانة للمتابعة.
timetable-error-why = اكتبوا السبب في بضع كلمات.
timetable-error-which = اختاروا الحصص التي تسحب.
timetable-error-stale = غيّر شخص آخر إحدى هذه الحصص للتو. المعروض محدّث؛ راجعوا اختياراتكم ثم أعيدوا.
timetable-warning-small = في القاعة { $seats } مكان و{ $people } متربص.
timetable-warning-trainer = { $module } ليس من وحدات هذا المكوّن.
timetable-warning-full = يصبح للفوج { $hours } سا في الأسبوع، والبرنامج ينص على { $most }.
timetable-warning-plan = لا يدرّس المخطط { $module } في السداسي { $semester }.
timetable-placed-visits = حصص تُركت للزيارات: { $n }.
timetable-warning-visit = الفوج في زيارة يوم { $day }، { $hours }: { $subject }.
timetable-warning-semester = هذا اليوم ليس في أي سداسي من سداسيات الدفعة.

## الرزنامة

timetable-calendar = الرزنامة
timetable-offs = أيام العطل
timetable-offs-text = الأعياد الوطنية الثابتة التاريخ مقترحة. الأعياد الدينية تتبع رؤية الهلال: أضيفوها عند الإعلان عنها. كل يوم تؤكده المؤسسة.
timetable-offs-none = لا يوم عطلة. أضيفوا الأول أدناه.
timetable-yearly = كل سنة
timetable-moon-short = حسب الهلال
timetable-moon-title = التاريخ حسب الهلال
    .label = الهلال
timetable-moon = نعم، قد يتغير بيوم
    .short = نعم
timetable-confirm = تأكيد
timetable-confirm-one = تأكيد { $name }
timetable-confirmed = مؤكد
timetable-off-add = إضافة يوم عطلة
    .short = إضافة
timetable-off-name-fr = الاسم بالفرنسية
    .label = بالفرنسية
timetable-off-name-ar = الاسم بالعربية
    .label = بالعربية
timetable-off-name-hint = يكفي اسم واحد.
timetable-off-from = أول يوم
    .label = أول يوم
timetable-off-until = آخر يوم
    .label = آخر يوم
timetable-off-hint = مع السنة لمرة واحدة (10/03/2027)، وبدون السنة لكل سنة (05/07).
timetable-off-until-hint = يترك فارغا ليوم واحد.
timetable-off-added = أضيف يوم العطلة. الحصص الموضوعة في ذلك اليوم تبقى: راجعوها.
timetable-off-confirmed = أكد يوم العطلة.
timetable-off-remove = سحب
timetable-off-remove-one = سحب { $name }
timetable-off-remove-text = يمكن من جديد وضع حصص في ذلك اليوم.
timetable-off-removed = سحب يوم العطلة.
timetable-error-off-name = أعطوا يوم العطلة اسما بالفرنسية أو بالعربية.
timetable-error-off-until = آخر يوم قبل الأول، أو لواحد منهما فقط سنة. صححوه.
timetable-error-off-twice = يوجد هذا اليوم بهذا الاسم. غيروا الاسم أو اليوم.
timetable-week-title-edit = الأسبوع
timetable-days = أيام التكوين
    .label = الأيام
timetable-slots = ساعات اليوم
    .label = الساعات
timetable-slots-hint = سطر لكل ساعة تكوين، مثلا 08:00-09:00. كل سطر يحسب ساعة.
timetable-week-save = حفظ الأسبوع
    .short = حفظ
timetable-week-saved = حفظ الأسبوع.
timetable-error-days = اختاروا يوم تكوين واحدا على الأقل.
timetable-error-slot = السطر { $line } ليس بداية ونهاية. اكتبوه هكذا: 08:00-09:00.
timetable-error-slot-order = السطر { $line } ينتهي قبل أن يبدأ، أو يبدأ قبل نهاية السطر السابق. صححوه.
timetable-error-slot-number = اكتبوا ساعة واحدة على الأقل، و{ $most } على الأكثر.
timetable-error-slot-taken = هناك حصص في آخر ساعات اليوم. انقلوها أولا أو أبقوا هذه الساعات.
timetable-error-week-stale = غيّر شخص آخر الأسبوع للتو. راجعوا اختياراتكم ثم احفظوا من جديد.

## ساعات فوج

timetable-done-title = الساعات المنجزة
timetable-done-of = ساعات الفوج { $section }، { $promotion }
    .short = { $section } { $promotion }
timetable-done-text = الحصة التي مضت ولم تلغ تحسب منجزة.
timetable-done-caption = الساعات الواجبة والموضوعة والمنجزة:
    .short = ساعات كل وحدة
timetable-shares = أنواع الحصص
timetable-share = { $kind } { $percent } %

## اقتراح أسبوع

timetable-generation = اقتراح أسبوع
timetable-generation-text = يقترح أسبوع حسب المخطط: ساعات كل وحدة ومكوّنوها والقاعات. ما وضع من قبل يبقى. لا يكتب شيء قبل أن تقبلوه.
timetable-sections = الأفواج
    .label = الأفواج
timetable-from = أول يوم
    .label = أول يوم
timetable-until = آخر يوم
    .label = آخر يوم
timetable-until-hint = يتكرر الأسبوع إلى هذا اليوم، وتترك أيام العطلة.
timetable-seed = الصيغة
    .label = الصيغة
timetable-seed-hint = عدد. العدد نفسه يعطي الأسبوع نفسه، وعدد آخر يبحث عن أسبوع آخر.
timetable-generate = البحث عن أسبوع
timetable-proposal = الأسبوع المقترح
timetable-proposal-text =
    { $n ->
        [zero] لا حصة، من { $from } إلى { $until }، الصيغة { $seed }.
        [one] حصة واحدة في الأسبوع، من { $from } إلى { $until }، الصيغة { $seed }.
        [two] حصتان في الأسبوع، من { $from } إلى { $until }، الصيغة { $seed }.
        [few] { $n } حصص في الأسبوع، من { $from } إلى { $until }، الصيغة { $seed }.
        [many] { $n } حصة في الأسبوع، من { $from } إلى { $until }، الصيغة { $seed }.
       *[other] { $n } حصة في الأسبوع، من { $from } إلى { $until }، الصيغة { $seed }.
    }
timetable-proposal-take = وضع هذه الحصص
timetable-proposal-taken = وضع هذا الاقتراح في جدول التوقيت.
timetable-proposal-late = تغير جدول التوقيت منذ هذا الاقتراح. لم يوضع شيء: ابحثوا عن أسبوع جديد.
timetable-left = ما ليس له مكان:
timetable-left-trainer = { $section }، { $module }، { $hours } سا، { $teaching }: لا مكوّن يدرّس هذه الوحدة. أضيفوها إلى وحدات مكوّن.
timetable-left-room = { $section }، { $module }، { $hours } سا، { $teaching }: لا قاعة تكفي. أعطوا الفوج قاعة.
timetable-left-hours = { $section }، { $module }، { $hours } سا، { $teaching }: أسبوع الفوج ممتلئ. اسحبوا حصصا أو أضيفوا ساعات إلى اليوم.
timetable-left-beside = { $section }، { $module }، { $hours } سا، { $teaching }: لا يكون الفوج ومكوّن وقاعة أحرارا معا بسبب { $modules }. أضيفوا مكوّنا أو قاعة.
timetable-left-time = { $section }، { $module }، { $hours } سا، { $teaching }: لم يوجد مكان في الوقت المحدد. جربوا صيغة أخرى أو أفواجا أقل.
timetable-error-sections = اختاروا فوجا على الأقل، و{ $most } على الأكثر.
timetable-error-until = آخر يوم قبل الأول، أو بعده بأكثر من { $most } أسبوعا. صححوه.
timetable-error-seed = اكتبوا عددا صحيحا، مثلا 1.
timetable-error-no-semester = هذا اليوم ليس في أي سداسي من سداسيات { $section }. حددوا تواريخ سداسيات الدفعة أو اختاروا يوما آخر.
timetable-error-no-plan = لا يضع المخطط أي وحدة في هذا السداسي لـ{ $section }. أكملوا المخطط أولا.

## الرزنامة على جهاز

timetable-feed = رزنامتي
timetable-feed-text = رابط سري يعطي حصصكم لرزنامة هاتفكم أو حاسوبكم دون كلمة سر. لا يذكر أي شخص. احتفظوا به لأنفسكم.
timetable-feed-once = هذا رابطكم. انسخوه الآن: لن يظهر مرة أخرى.
timetable-feed-link = الرابط
timetable-feed-none = لا حصة لكم: لستم مكوّنا ولا في فوج. اسألوا رئيس مصلحة التكوين.
timetable-feed-open = رابط مفتوح منذ:
timetable-feed-renew-text = رابط جديد يحل محل القديم، ولا يعمل القديم بعده.
timetable-feed-renew = تغيير الرابط
timetable-feed-make = إنشاء الرابط
timetable-feed-close = إغلاق الرابط
timetable-feed-closed = أغلق الرابط: لم يعد يعمل.
timetable-feed-section = الفوج { $section }
