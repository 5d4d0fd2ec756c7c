# المعطيات الشخصية: القانون في مركز العمل.
law-title = المعطيات الشخصية
law-intro = تمسك هذه الصفحات ما يطلبه قانون المعطيات الشخصية. الآجال والمواد والمدد معطيات تخص المؤسسة: تحقق منها قبل الاعتماد عليها.
law-to-confirm = المواد والمدد المقترحة تؤكدها المؤسسة.
law-yes = نعم
law-no = لا
law-choose = اختر
law-file-title = حقوق الزبون
law-day-hint = اليوم والشهر والسنة. مثال: 23/11/2026.

## الأغراض

law-purposes-title = أغراض المعالجة
law-purposes-hint = لماذا يستعمل المركز المعطيات، وبأي موافقة، وكم من الوقت.
law-purposes-new = غرض جديد
law-purposes-edit = تعديل الغرض
law-purposes-add = إضافة غرض
law-purposes-none = لا يوجد أي غرض بعد. أضف الأول، أو انطلق من القائمة المقترحة.
law-purposes-propose = أخذ القائمة المقترحة
    .short = القائمة المقترحة
law-purposes-proposed = أُخذت القائمة المقترحة. تحقق من كل غرض.
    .short = أُخذت القائمة
law-purposes-save = حفظ
law-purposes-saved = حُفظ الغرض.
    .short = حُفظ الغرض
law-purposes-caption = أغراض المركز
    .short = أغراض المركز
law-purpose = الغرض
    .label = الغرض
law-code = الكلمة القصيرة
    .label = كلمة قصيرة
law-code-hint = الاسم الذي تستعمله أجزاء البرنامج الأخرى: حروف لاتينية صغيرة، مثل: sms_ad.
law-name-fr = الاسم بالفرنسية
    .label = بالفرنسية
law-name-ar = الاسم بالعربية
    .label = بالعربية
law-name-en = الاسم بالإنجليزية
    .label = بالإنجليزية
law-name-hint = 20 حرفا على الأكثر، لسطر برايل واحد.
law-needs-consent = الموافقة لازمة
    .label = الموافقة
law-prospecting = التسويق المباشر
    .label = تسويق
law-prospecting-hint = ينتهي باعتراض الزبون.
law-basis = الأساس القانوني
    .label = الأساس
law-basis-consent = الموافقة
law-basis-contract = العقد
law-basis-duty = التزام قانوني
law-basis-interest = مصلحة مشروعة
law-article = المصدر
    .label = المصدر
law-article-hint = النص والمادة، مثلا: القانون 18-07، المادة 37.
law-since = سارٍ منذ
    .label = منذ
law-until = سارٍ إلى
    .label = إلى
law-until-hint = يبقى فارغا ما دام الغرض ساريا.
law-months = أشهر الحفظ
    .label = الأشهر
law-months-hint = عدد الأشهر بعد آخر نشاط للزبون. يبقى فارغا إن لم توجد قاعدة بعد.
law-error-name = اكتب اسم الغرض بهذه اللغة.
law-error-name-long = يتجاوز هذا الاسم 20 حرفا. اختصره ليسعه سطر برايل.
law-error-prospecting = التسويق المباشر يتطلب موافقة الزبون. اختر «نعم».
law-error-article = اكتب النص والمادة اللذين يقوم عليهما هذا الغرض.
law-error-day = هذا التاريخ غير مقروء أو غير موجود. اكتبه هكذا: 23/11/2026.
law-error-until = هذا التاريخ يسبق تاريخ البداية. صحح أحدهما.
law-error-months = اكتب عدد أشهر صحيحا، من 0 إلى 1200.
law-error-code = اكتب من 1 إلى 30 حرفا لاتينيا صغيرا. يمكن الفصل بينها بالشرطة السفلية «_».
law-error-code-taken = هذه الكلمة لغرض آخر. اختر كلمة أخرى.
law-error-overtaken = عدّل شخص آخر هذا الغرض وأنت تكتب. تحقق مما كتبته ثم احفظ من جديد.

## إشعارات الإعلام

law-notices-title = إشعارات الإعلام
    .short = إشعارات الإعلام
law-notices-hint = ما يقال للزبون قبل تسجيل معطياته، نسخة بنسخة.
law-notices-none = لم يُنشر أي إشعار. ينشر مندوب حماية المعطيات أو أحد المشرفين الإشعار الأول.
law-notice = إشعار الإعلام
    .short = إشعار الإعلام
law-notice-new = نشر نسخة
law-notice-version = الإشعار، النسخة { $version }
    .short = الإشعار { $version }
law-notice-fr = النص بالفرنسية
    .label = بالفرنسية
law-notice-ar = النص بالعربية
    .label = بالعربية
law-notice-en = النص بالإنجليزية
    .label = بالإنجليزية
law-notice-hint = النسخة المنشورة لا تتغير. كل تصحيح نسخة جديدة.
law-notice-publish = نشر الإشعار
law-notice-published = نُشر الإشعار.
    .short = نُشر الإشعار
law-notice-told-version = بُلّغ الزبون بالنسخة { $version }
    .short = بُلّغ بالنسخة { $version }
law-notice-tell = تسجيل أن الإشعار بُلّغ
    .short = تم تبليغ الإشعار
law-notice-told = سُجّل أن الزبون تلقى الإشعار.
    .short = سُجّل التبليغ
law-error-notice = اكتب نص الإشعار بهذه اللغة.

## الموافقات

law-consents-title = الموافقات
law-consents-none = لم يُسجل شيء لهذا الزبون بعد. بلا موافقة مسجلة لا يُتصل به للتسويق.
law-consents-all = كل القرارات
law-holding = الساري اليوم
    .short = الساري اليوم
law-holding-caption = آخر قرار لكل غرض وقناة
    .short = آخر القرارات
law-consent-new = تسجيل قرار
law-consent-save = تسجيل القرار
law-consent-saved = سُجّل القرار.
    .short = سُجّل القرار
law-consent-ended = لم تعد هذه الموافقة سارية: حلّ محلها قرار أحدث. ارجع إلى صفحة الموافقات.
law-channel = القناة
    .label = القناة
law-channel-phone = الهاتف
law-channel-sms = رسالة SMS
law-channel-email = البريد الإلكتروني
law-channel-post = البريد
law-decision = القرار
    .label = القرار
law-decision-given = موافق
law-decision-refused = رفض
law-decision-withdrawn = موافقة مسحوبة
law-source = كيف
    .label = كيف
law-source-call = خلال مكالمة
law-source-form = على استمارة
law-source-letter = برسالة
law-source-web = على موقع
law-source-opposition = باعتراض
law-said-on = تاريخ القرار
    .label = التاريخ
law-proof = الإثبات
    .label = الإثبات
law-proof-hint = مرجع الاستمارة أو الرسالة، أو كلام الزبون. لا يلزم خلال مكالمة مع هذا الزبون.
law-withdrawal = السحب
    .label = السحب
law-withdraw-link = سحب
law-withdraw-title = سحب الموافقة
law-withdraw-text = بعد هذا السحب لا يُتصل بالزبون عبر هذه القناة لهذا الغرض. تبقى الموافقة السابقة في السجل.
law-withdraw = سحب الموافقة
law-withdrawn = سُحبت الموافقة.
    .short = سُحبت الموافقة
law-error-purpose = اختر الغرض من القائمة.
law-error-channel = ضع علامة على قناة واحدة على الأقل.
law-error-decision = اختر ما قرره الزبون.
law-error-future = لم يحن هذا التاريخ بعد. تحقق منه.
law-error-before = هذا التاريخ يسبق تاريخ الموافقة. تحقق منه.
law-error-proof = اكتب ما يثبت القرار: مرجع الاستمارة أو الرسالة أو المكالمة، أو كلام الزبون.
law-contact-purpose = هذا الغرض غير موجود أو لم يعد ساريا. راجع مندوب حماية المعطيات.
law-contact-refused = رفض الزبون هذا الاتصال. لا تتصل به عبر هذه القناة.
law-contact-withdrawn = سحب الزبون موافقته. لا تتصل به عبر هذه القناة.
law-contact-none = لم يعط الزبون موافقته على هذه القناة. اطلبها أولا.
law-history-consent = قرار مسجل
law-history-withdrawn = موافقة مسحوبة
law-history-notice = إشعار مبلّغ

## الاطلاع على البطاقات

law-accesses-title = من فتح البطاقة
    .short = من فتح البطاقة
law-accesses-all = فتح البطاقات
law-accesses-hint = من فتح أي بطاقة، ومتى، ولماذا.
law-accesses-none = لا يوجد فتح مطابق. غيّر الشخص أو البطاقة أو التواريخ.
law-accesses-caption = عمليات الفتح من الأحدث إلى الأقدم
    .short = آخر عمليات الفتح
law-access-who = من
    .label = من
law-access-role = الدور
    .label = الدور
law-access-when = متى
    .label = متى
law-access-why = لماذا
    .label = لماذا
law-access-file = رقم البطاقة
    .label = البطاقة
law-access-file-hint = العدد الذي ينتهي به عنوان البطاقة.
law-access-person = معرّف الشخص
    .short = معرّف الشخص
    .label = الشخص
law-access-person-hint = ما يكتبه الشخص لتسجيل الدخول.
law-access-from = من يوم
    .label = من يوم
law-access-to = إلى يوم
    .label = إلى يوم
law-access-filter = البحث عن الفتح
law-access-call = خلال مكالمة
law-access-search = خارج أي مكالمة
law-access-data = معطيات مسلّمة
law-access-nobody = البرنامج
law-error-person = لا يوجد حساب بهذا المعرّف. تحقق منه.
law-error-file = اكتب رقم البطاقة فقط، بالأرقام.

## المعطيات المحجوبة

law-masked = محجوب
law-masked-phone = ينتهي بـ { $end }
law-mask-title = المعطيات المحجوبة
law-mask-hint = ما لا يراه عمال الهاتف خارج المكالمات.
law-mask-text = هذه المعطيات محجوبة خارج مكالمة مع الزبون. يراها الشخص بعد ذكر سبب، ويحفظه السجل.
law-mask-fields = معطيات تُحجب
    .label = تُحجب
law-mask-phones = أرقام الهاتف
law-mask-email = البريد الإلكتروني
law-mask-birth = تاريخ الميلاد
law-mask-street = الشارع والرقم
law-mask-save = حفظ
law-mask-saved = حُفظ اختيار المعطيات المحجوبة.
    .short = حُفظ الاختيار
law-unmask = إظهار المعطيات
law-unmask-text = اختر لماذا تحتاج إلى رؤية المعطيات المحجوبة لهذا الزبون. ستراها إلى نهاية اليوم أو نهاية جلستك، ويبقى اسمك في السجل مع السبب.
law-unmask-reason = السبب
    .label = السبب
law-unmask-request = طلب من الزبون
law-unmask-correction = تحيين البطاقة
law-unmask-contact = الاتصال بالزبون
law-unmask-duplicate = مقارنة بطاقات
law-unmask-control = مراقبة العمل
law-unmasked = معطيات هذه البطاقة ظاهرة.
    .short = المعطيات ظاهرة
law-error-reason = اختر أحد الأسباب.
law-access-unmasked = معطيات أُظهرت

## الطلبات

law-requests-title = طلبات للمعالجة
law-requests-closed = طلبات مغلقة
law-requests-file = طلبات الزبون
law-requests-hint = الاطلاع والتصحيح والاعتراض والمحو، الأكثر استعجالا أولا.
law-requests-none = لا توجد طلبات هنا. يُسجل الطلب من بطاقة الزبون.
law-requests-file-none = لم يطلب هذا الزبون شيئا. سجل هنا ما يطلبه بشأن معطياته.
law-requests-caption = الطلبات حسب الأجل
    .short = حسب الأجل
law-request-new = تسجيل طلب
law-request-save = تسجيل الطلب
law-request-saved = سُجّل الطلب مع أجله.
    .short = سُجّل الطلب
law-request-closed = هذا الطلب مغلق. افتح قائمة الطلبات المغلقة.
law-request-unchecked = لم يتم التحقق من هوية الشخص. تحقق منها أولا في صفحة الطلب.
law-client = الزبون
    .label = الزبون
law-kind = الطلب
    .label = الطلب
law-kind-access = الاطلاع على المعطيات
    .short = اطلاع
law-kind-rectification = تصحيح
law-kind-opposition = اعتراض
law-kind-erasure = محو
law-asked-by = مقدّم الطلب
    .label = من
law-way = وصل
    .label = وصل
law-way-call = خلال مكالمة
law-way-letter = برسالة
law-way-email = بالبريد الإلكتروني
law-way-visit = في الشباك
law-received-on = تاريخ الوصول
    .label = الوصول
law-due = آخر أجل للرد
    .label = الأجل
law-overdue = متأخر
law-identity = التحقق من الهوية
    .label = الهوية
law-identity-none = ليس بعد
law-identity-document = وثيقة هوية
law-identity-answers = أجوبة صحيحة
law-identity-callback = اتصال بالرقم المسجل
law-identity-mandate = وكالة مكتوبة
law-wanted = المطلوب
    .label = المطلوب
law-state = الحالة
    .label = الحالة
law-state-received = وارد
law-state-to-check = هوية يُتحقق منها
law-state-in-hand = قيد المعالجة
law-state-answered = تم الرد
law-state-refused = مرفوض
law-step-check = التحقق من الهوية
law-step-take = التكفل بالطلب
law-step-answer = الرد
law-step-refuse = رفض الطلب
law-step-done = حُيّن الطلب.
    .short = حُيّن الطلب
law-outcome = الرد المقدّم
    .label = الرد
law-outcome-hint = ما تم فعله وكيف علم به الزبون.
law-outcome-opposition = بهذا الرد لا يُتصل بالزبون للتسويق عبر أي قناة.
law-refusal = سبب الرفض
    .short = سبب الرفض
    .label = السبب
law-error-kind = اختر ما يطلبه الشخص.
law-error-asked-by = اكتب من يقدم الطلب.
law-error-no-delay = ليس للمركز أجل لهذا الطلب في هذا التاريخ. يضيفه مندوب حماية المعطيات في صفحة الآجال، ثم أعد الإرسال.
law-error-outcome = اكتب ما تم فعله.
law-error-refusal = اكتب لماذا رُفض الطلب.
law-error-step-overtaken = عالج شخص آخر هذا الطلب في هذه الأثناء. أعد قراءته ثم كرر إن لزم.
law-erase = محو الشخص
law-erasure-first = يُغلق طلب المحو بالمحو أو بالرفض. افتح صفحة الطلب.
law-erasure-text = سيُمحى الاسم والأرقام والبريد والعنوان وتاريخ الميلاد والحاجات والملاحظات والإثباتات وما قيل في المكالمات. لن يمكن العثور على البطاقة بالاسم ولا بالرقم. لا يمكن التراجع عن ذلك.
law-erasure-journal = تبقى التواريخ والقرارات دون إثباتاتها ورموز المكالمات وهذا الطلب، وهي تبيّن أن القانون اتُّبع.
law-erasure-sure = التأكيد
    .label = التأكيد
law-erasure-yes = تحققت: هذا هو الشخص المعني.
    .short = هو الشخص المعني
law-erasure-done = مُحيت معطيات الشخص.
    .short = مُحيت المعطيات
law-error-sure = ضع العلامة للتأكيد، أو ارجع إلى الطلب.
law-erased = مُحي هذا الشخص: لم تعد بطاقته تتغير.
law-erased-name = محذوف
law-contact-erased = طلب هذا الشخص محو معطياته. لا تتصل به.
law-history-request = طلب وارد
law-history-request-step = متابعة طلب
law-history-answered = رد على طلب
law-history-refused = طلب مرفوض
law-history-erased = معطيات ممحوة

## الآجال

law-delays-title = الآجال والعطل
law-delays = آجال الرد
law-delays-hint = في كم يوم عمل يُردّ على الطلب.
law-delays-none = لا توجد آجال بعد: لا يمكن تسجيل أي طلب. أضف الآجال، أو خذ القائمة المقترحة.
law-delays-caption = الآجال من الأحدث إلى الأقدم
    .short = الآجال
law-delays-proposed = أُخذت الآجال والعطل المقترحة. تحقق منها.
    .short = أُخذت الآجال
law-delay-add = إضافة الأجل
law-delay-added = أُضيف الأجل.
    .short = أُضيف الأجل
law-working-days = أيام العمل
    .label = الأيام
law-working-days-hint = دون الجمعة والسبت وأيام العطل.
law-holidays = أيام العطل
law-holidays-none = لا توجد أيام عطل. أضفها لتكون الآجال صحيحة.
law-holiday-day = يوم العطلة
    .label = اليوم
law-holiday-hint = اليوم والشهر لكل سنة: 05/07. مع السنة لمرة واحدة: 20/03/2027.
law-holiday-name = اسم العطلة
    .label = الاسم
law-holiday-add = إضافة اليوم
law-holiday-added = أُضيف يوم العطلة.
    .short = أُضيف اليوم
law-holiday-remove = حذف
law-holiday-removed = حُذف يوم العطلة. لا تتغير الآجال المحددة سابقا.
    .short = حُذف اليوم
law-error-working-days = اكتب عدد أيام صحيحا، من 1 إلى 365.
law-error-holiday = اكتب اليوم هكذا: 05/07 أو 20/03/2027.
law-error-holiday-name = اكتب اسم هذا اليوم.
law-error-holiday-twice = هذا اليوم موجود في القائمة.

## كل ما هو معروف عن شخص

law-data-title = كل معطياته
law-data-json = تنزيل بصيغة JSON
law-data-none = لا شيء مسجل.
law-data-merged = البطاقات المدمجة في هذه البطاقة
    .short = البطاقات المدمجة
law-data-file = البطاقة { $number }
law-data-calls = المكالمات

## الحفظ

law-retention-title = مدد الحفظ
law-retention-hint = ما حُفظ مدة أطول مما يجب، يُعاين قبل أي إجراء.
law-retention-text = تُضبط المدد في صفحة الأغراض. لا يُمحى شيء دون أن يطلبه شخص.
law-retention-none = لا يوجد غرض سارٍ. أضف الأغراض أولا في صفحتها.
law-retention-erases = يُمحى الأشخاص الذين لا نشاط لهم منذ هذه المدة.
law-retention-withdraws = تُسحب موافقات الزبائن الذين لا نشاط لهم منذ هذه المدة.
law-retention-no-rule = ليس لهذا الغرض مدة. اكتبها في صفحة الأغراض.
law-retention-longer = غرض آخر يحفظ البطاقة مدة أطول: هذه المدة لا تمحو شيئا.
law-retention-since = بلا نشاط منذ
    .short = بلا نشاط منذ
    .label = منذ
law-retention-count = { $n ->
        [zero] لا بطاقة معنية
        [one] بطاقة واحدة معنية
        [two] بطاقتان معنيتان
        [few] { $n } بطاقات معنية
        [many] { $n } بطاقة معنية
       *[other] { $n } بطاقة معنية
    }
law-retention-more = أكثر من { $n } بطاقة
law-retention-empty = لا توجد بطاقة محفوظة مدة أطول مما يجب لهذا الغرض.
law-retention-yes = راجعت القائمة.
law-retention-run = تطبيق المدة
law-retention-done = { $n ->
        [zero] لم تعالج أي بطاقة
        [one] عولجت بطاقة واحدة
        [two] عولجت بطاقتان
        [few] عولجت { $n } بطاقات
        [many] عولجت { $n } بطاقة
       *[other] عولجت { $n } بطاقة
    }
law-source-retention = انتهاء المدة

## سجل المعالجات

law-register-title = سجل المعالجات
law-register-hint = ما يفعله المركز بالمعطيات: للقراءة والطباعة والتسليم.
law-register-none = السجل فارغ. أضف المعالجة الأولى، مثلا ملف الزبائن.
law-register-add = إضافة معالجة
    .short = إضافة معالجة
law-register-csv = ملف للجدول
law-register-new = معالجة جديدة
law-register-edit = تعديل المعالجة
law-register-save = حفظ
law-register-saved = حُفظت المعالجة.
    .short = حُفظت المعالجة
law-register-name = المعالجة
    .label = المعالجة
law-register-purpose = الغرض
    .label = الغرض
law-register-people = الأشخاص
    .label = الأشخاص
law-register-categories = المعطيات
    .label = المعطيات
law-register-recipients = المرسل إليهم
    .label = إلى
law-register-retention = مدة الحفظ
    .label = المدة
law-register-security = الأمن
    .label = الأمن
law-error-register = املأ هذه الخانة: السجل يتطلبها.
law-error-register-overtaken = عدّل شخص آخر هذه المعالجة وأنت تكتب. تحقق مما كتبته ثم احفظ من جديد.
