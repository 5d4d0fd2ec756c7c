# أشخاص المؤسسة: المؤسسة والمكونون والدفعات والأفواج والمتربصون.

cohorts-title = السنة التكوينية
cohorts-unnamed = ليس للمؤسسة اسم بعد. اكتبوه في صفحة المؤسسة.
cohorts-none = لا توجد دفعة. أنشئوا الأولى ثم أفواجها ثم سجلوا المتربصين.
cohorts-starts = البداية:
cohorts-save = حفظ
cohorts-saved = تم الحفظ.
cohorts-edit = تعديل
cohorts-edit-one = تعديل { $name }
cohorts-so-many =
    { $n ->
        [zero] لا متربص
        [one] متربص واحد
        [two] متربصان
        [few] { $n } متربصين
        [many] { $n } متربصا
       *[other] { $n } متربص
    }

## المؤسسة

cohorts-institution = المؤسسة
cohorts-institution-text = تظهر هذه النصوص في أعلى وثائق المؤسسة بالفرنسية والعربية.
cohorts-name-fr = الاسم بالفرنسية
    .label = بالفرنسية
cohorts-name-ar = الاسم بالعربية
    .label = بالعربية
cohorts-header-fr = الترويسة بالفرنسية
    .label = ترويسة فرن.
cohorts-header-ar = الترويسة بالعربية
    .label = ترويسة عر.
cohorts-hint-header = الأسطر التي فوق الاسم، مثل الجمهورية والوزارة.
cohorts-promoter-fr = تسمية المؤطر بالفرنسية
    .short = المؤطر (فرنسية)
    .label = مؤطر فرن.
cohorts-promoter-ar = تسمية المؤطر بالعربية
    .short = المؤطر (عربية)
    .label = مؤطر عر.
cohorts-co-promoter-fr = تسمية المؤطر المشارك بالفرنسية
    .short = المشارك (فرنسية)
    .label = مشارك فرن.
cohorts-co-promoter-ar = تسمية المؤطر المشارك بالعربية
    .short = المشارك (عربية)
    .label = مشارك عر.
cohorts-hint-promoter = من يتابع التربص من جهة المؤسسة. يقول البرنامج إنه مكوّن من المؤسسة، وتفهمه مؤسسات أخرى بمعنى آخر. تؤكده المؤسسة.
cohorts-hint-co-promoter = من يتابع التربص في المؤسسة المستقبلة. تؤكده المؤسسة.

## الشعار

cohorts-logo = شعار الوثائق
cohorts-logo-now = الشعار الحالي
cohorts-logo-none = لا يوجد شعار. لا تحمل الوثائق سوى اسم المؤسسة.
cohorts-logo-file = صورة الشعار
    .label = الشعار
cohorts-logo-hint = صورة PNG أو JPEG لا يتجاوز حجمها 300 كيلوبايت ولا يتجاوز عرضها وارتفاعها 4000 بكسل. تظهر في أعلى الوثائق فوق الاسم. الصورة الجديدة تحل محل القديمة.
cohorts-logo-send = إرسال الشعار
cohorts-logo-saved = تم حفظ الشعار. يظهر الآن على الوثائق.
cohorts-logo-remove = إزالة الشعار
cohorts-logo-remove-text = يمكن أن تبقى الوثائق بلا شعار. لإعادته لاحقا يجب إرسال الصورة من جديد.
cohorts-logo-removed = أزيل الشعار من الوثائق.
cohorts-logo-missing = اختاروا صورة PNG أو JPEG ثم أرسلوا من جديد.
cohorts-logo-foreign = ليست هذه صورة PNG ولا صورة JPEG. احفظوا الشعار بأحد الشكلين ثم أرسلوا من جديد.
cohorts-logo-heavy = يتجاوز حجم الملف 300 كيلوبايت. صغروا الصورة ثم أرسلوا من جديد.
cohorts-logo-wide = يتجاوز عرض الصورة أو ارتفاعها 4000 بكسل. صغروا الصورة ثم أرسلوا من جديد.
cohorts-logo-damaged = الصورة معطوبة ولا يمكن قراءتها. احفظوها من جديد ثم أرسلوها.

## الأماكن

cohorts-places = المواقع والقاعات
cohorts-places-none = لا يوجد موقع. أضيفوا الأول ثم قاعاته.
cohorts-rooms-none = لا توجد قاعة.
cohorts-seats =
    { $n ->
        [zero] لا مقعد
        [one] مقعد واحد
        [two] مقعدان
        [few] { $n } مقاعد
        [many] { $n } مقعدا
       *[other] { $n } مقعد
    }
cohorts-campus = الموقع
    .label = الموقع
cohorts-campus-add = إضافة موقع
cohorts-campus-edit = تعديل الموقع
cohorts-room = القاعة المعتادة
    .label = القاعة
cohorts-room-none = بلا قاعة ثابتة
cohorts-room-name = اسم القاعة
    .label = القاعة
cohorts-capacity = عدد المقاعد
    .label = المقاعد
cohorts-room-add = إضافة قاعة
cohorts-room-edit = تعديل القاعة

## المكونون

cohorts-trainers = المكوّنون
cohorts-trainers-none = لا يوجد مكوّن. أضيفوا واحدا، ويلزمه حساب مكوّن.
cohorts-trainer-new = إضافة مكوّن
cohorts-trainer-edit = تعديل المكوّن
    .short = تعديل
cohorts-accounts-none = كل حسابات المكوّنين مأخوذة. اطلبوا من المسؤول إنشاء حساب.
cohorts-account = الحساب
    .label = الحساب
cohorts-account-none = بلا حساب
cohorts-hint-account = الحساب الذي يتدرب به الشخص. اختياري.
cohorts-modules = الوحدات المدرَّسة
    .label = الوحدات
cohorts-family-latin = اللقب باللاتينية
    .short = اللقب باللاتينية
    .label = لقب لاتيني
cohorts-given-latin = الاسم باللاتينية
    .short = الاسم باللاتينية
    .label = اسم لاتيني
cohorts-family-arabic = اللقب بالعربية
    .short = اللقب بالعربية
    .label = لقب عربي
cohorts-given-arabic = الاسم بالعربية
    .short = الاسم بالعربية
    .label = اسم عربي
cohorts-hint-name = تكفي كتابة واحدة، لاتينية أو عربية، ويكتب اللقب مع الاسم.

## الدفعات وأفواجها

cohorts-promotion = رمز الدفعة
    .short = رمز الدفعة
    .label = الدفعة
cohorts-promotion-new = إنشاء دفعة
cohorts-promotion-edit = تعديل الدفعة
    .short = تعديل
cohorts-promotion-about = تتبع الدفعة إلى النهاية البرنامج { $code }، طبعة { $edition }.
cohorts-hint-promotion = رمز يعرفه الجميع. مثال: 2026-2029.
cohorts-follows = البرنامج { $code }، طبعة { $edition }.
cohorts-other-edition = يحتوي هذا البرنامج الآن على طبعة أخرى من برنامج الدراسة. تحتفظ الدفعة بطبعتها: راجعوا المخطط مع الفريق البيداغوجي.
cohorts-starts-on = اليوم الأول
    .label = اليوم الأول
cohorts-hint-day = اليوم والشهر والسنة. مثال: 04/10/2026.
cohorts-semesters = السداسيات
cohorts-semesters-none = تواريخ السداسيات غير محددة.
cohorts-semester-number = السداسي { $number }
cohorts-semester-from = السداسي { $number } من
    .short = س{ $number } من
cohorts-semester-until = السداسي { $number } إلى
    .short = س{ $number } إلى
cohorts-sections = الأفواج
cohorts-sections-none = لا يوجد فوج.
cohorts-section = الفوج
    .label = الفوج
cohorts-section-title = الفوج { $code }، { $promotion }
cohorts-section-add = إضافة فوج
cohorts-section-edit = تعديل الفوج
cohorts-section-empty = لا أحد في هذا الفوج. سجلوا متربصا أو استوردوا قائمة.
cohorts-hint-section = رمز قصير. مثال: أ.
cohorts-crowded = عدد متربصي الفوج أكبر من عدد مقاعد قاعته.
cohorts-former = غادروا الفوج
    .short = غادروا الفوج

## المتربصون

cohorts-trainees = المتربصون
cohorts-trainees-none = لا يوجد متربص مسجل. افتحوا فوجا لتسجيل الأول.
cohorts-find = الاسم أو الرقم
    .label = اسم أو رقم
cohorts-find-hint = اسم بالحروف اللاتينية أو العربية كما يُسمع، أو بداية الرقم أو نهايته.
cohorts-find-button = بحث
cohorts-find-none = لا أحد يطابق. جربوا جزءا من الاسم، أو حالة أخرى.
cohorts-find-more = يظهر أقرب 50 فقط. زيدوا في الاسم.
cohorts-every-state = كل الحالات
cohorts-trainee-new = تسجيل متربص
    .short = تسجيل متربص
cohorts-trainee-edit = تعديل المتربص
    .short = تعديل المتربص
cohorts-number = رقم التسجيل
    .label = رقم التسجيل
cohorts-hint-number = رقم سجل المؤسسة، ولا يتكرر.
cohorts-birth = تاريخ الميلاد
    .label = الميلاد
cohorts-from = ابتداء من
    .label = ابتداء من
cohorts-since = منذ
cohorts-until = إلى
cohorts-state = الحالة
    .label = الحالة
cohorts-state-enrolled = مسجل
cohorts-state-suspended = موقوف
cohorts-state-dropped = متخل
cohorts-state-excluded = مفصول
cohorts-state-repeating = معيد
cohorts-state-graduated = متخرج
cohorts-state-change = تغيير الحالة
cohorts-reason = السبب
    .label = السبب
cohorts-history = الحالات المتعاقبة
cohorts-stays = الأفواج المتعاقبة
cohorts-stays-none = لم ينتسب إلى أي فوج.
cohorts-move = تغيير الفوج
cohorts-nowhere = هذا الشخص ليس في أي فوج. اختاروا فوجا أدناه.
cohorts-left = غادر هذا الشخص التكوين. غيروا حالته أولا ثم اختاروا فوجه.

## الترتيبات

cohorts-accommodation = الترتيبات
cohorts-accommodation-text = قليل من الأشخاص يفتحون هذه الصفحة، وكل فتح يسجل. لا تكتبوا فيها شيئا طبيا: اذكروا ما منح لا سببه.
cohorts-means = وسائل القراءة
    .label = الوسائل
cohorts-factor = الوقت الممنوح
    .label = الوقت
cohorts-hint-factor = يضرب في كل مدة مقيسة أو مسموح بها. وهو مقدم على ما اختاره الشخص في تفضيلاته.
cohorts-documents = الوثائق والمواضيع
    .label = الوثائق
cohorts-hint-documents = مثال: مواضيع بالبرايل، تسلم قبل ساعة.
cohorts-remark = قرار آخر
    .label = قرار آخر
cohorts-hint-remark = مثال: مكان قرب الباب، يسمح بمرافق.

## استيراد قائمة

cohorts-import = استيراد قائمة
cohorts-imports = استيراد المتربصين
cohorts-import-text = تستورد قائمة المتربصين من جدول على مرحلتين: يجرب كل سطر أولا دون كتابة شيء، ثم تسجلون.
cohorts-file = الملف
    .label = الملف
cohorts-hint-file = ملف CSV أو مصنف Excel. يسمي السطر الأول الأعمدة: الرقم واللقب والاسم (باللاتينية أو العربية) وتاريخ الميلاد.
cohorts-import-read = قراءة القائمة
cohorts-import-past = القوائم السابقة
cohorts-import-none = لم تقرأ أي قائمة.
cohorts-import-no-section = يلزم أولا دفعة فيها فوج.
cohorts-import-prepared = للتسجيل
cohorts-import-reverted = ملغاة
cohorts-import-missing = اختاروا ملف CSV أو مصنفا ثم أرسلوا من جديد.
cohorts-import-empty = ليس في الملف أسطر تحت العناوين. راجعوا الورقة الأولى ثم أرسلوا من جديد.
cohorts-import-foreign = ليس هذا ملف CSV ولا مصنفا. احفظوا القائمة بأحد الشكلين ثم أرسلوا من جديد.
cohorts-import-large = هذا المصنف كبير جدا بعد فتحه. اتركوا ورقة المتربصين وحدها ثم أرسلوا من جديد.
cohorts-import-damaged = الملف معطوب ولا يمكن قراءته. احفظوه من جديد في برنامج الجداول ثم أرسلوه.
cohorts-import-long = للقائمة { $most } سطر على الأكثر. قسموها قسمين.
cohorts-import-used = استعملت هذه القائمة من قبل. اقرؤوا الملف من جديد لتجربة أخرى.
cohorts-import-changed = تغير السجل منذ التجربة. لم يسجل أحد: راجعوا التجربة ثم سجلوا.
cohorts-trial = تجربة القائمة
cohorts-will-enrol =
    { $n ->
        [0] لن يسجل أحد.
        [zero] لن يسجل أحد.
        [one] سيسجل متربص واحد.
        [two] سيسجل متربصان.
        [few] سيسجل { $n } متربصين.
        [many] سيسجل { $n } متربصا.
       *[other] سيسجل { $n } متربص.
    }
cohorts-did-enrol =
    { $n ->
        [zero] لم تسجل هذه القائمة أحدا.
        [one] سجلت هذه القائمة متربصا واحدا.
        [two] سجلت هذه القائمة متربصين اثنين.
        [few] سجلت هذه القائمة { $n } متربصين.
        [many] سجلت هذه القائمة { $n } متربصا.
       *[other] سجلت هذه القائمة { $n } متربص.
    }
cohorts-enrol = تسجيل
cohorts-enrolled = سجل متربصو القائمة.
cohorts-aside =
    { $n ->
        [zero] لا سطر متروك
        [one] سطر واحد متروك
        [two] سطران متروكان
        [few] { $n } أسطر متروكة
        [many] { $n } سطرا متروكا
       *[other] { $n } سطر متروك
    }
cohorts-aside-text = صححوا الملف واقرؤوه من جديد، أو سجلوا البقية: هذه الأسطر لا تغير شيئا.
cohorts-known =
    { $n ->
        [zero] لا مسجل من قبل
        [one] مسجل واحد من قبل
        [two] مسجلان من قبل
        [few] { $n } مسجلين من قبل
        [many] { $n } مسجلا من قبل
       *[other] { $n } مسجل من قبل
    }
cohorts-line-number = السطر { $line }
cohorts-line-broken = السطر معطوب في الملف.
cohorts-line-same = السجل يقول الشيء نفسه.
cohorts-line-contradicts = هذا الرقم هو رقم { $name } باسم آخر أو تاريخ ميلاد آخر. تحققوا أيهما الصحيح.
cohorts-line-resembles = شخص بالاسم نفسه ولد في اليوم نفسه مسجل بالرقم { $number }. إن كان شخصا آخر فسجلوه يدويا.
cohorts-line-repeats = هذا الرقم موجود في السطر { $line } من هذه القائمة.
cohorts-columns = أعمدة الملف
cohorts-columns-set = التجربة هكذا
cohorts-column-none = لا عمود
cohorts-revert = إلغاء القائمة
cohorts-revert-not = إبقاء القائمة
cohorts-revert-text = يمكن إلغاء القائمة: يخرج من سجلتهم من السجل، ويحفظ ذلك في اليومية.
cohorts-reverted = ألغيت القائمة.
cohorts-was-reverted = ألغيت هذه القائمة: لم يبق أحد مسجلا بها.
cohorts-import-held = لم يعد ممكنا إلغاء القائمة: تغيرت بطاقات هؤلاء الأشخاص منذ ذلك.

## أخطاء

cohorts-error-day = اكتبوا يوما، مثلا 04/10/2026.
cohorts-error-day-impossible = هذا اليوم غير موجود في التقويم. راجعوا اليوم والشهر.
cohorts-error-stale = عدل شخص آخر هذه الصفحة للتو. راجعوا ما كتبتم ثم احفظوا من جديد.
cohorts-error-taken = هذا الاسم مأخوذ هنا. اختاروا غيره.
cohorts-error-institution = اكتبوا الاسم بهذه اللغة.
cohorts-error-role = اذكروا تسمية هذا الدور بهذه اللغة.
cohorts-error-room = أعطوا القاعة اسما.
cohorts-error-capacity = اكتبوا عدد مقاعد بين 1 و1000.
cohorts-error-account = هذا الحساب مأخوذ أو لم يعد موجودا. اختاروا غيره.
cohorts-error-given = اكتبوا الاسم أيضا بهذه الكتابة.
cohorts-error-family = اكتبوا اللقب أيضا بهذه الكتابة.
cohorts-error-latin = اكتبوا هذا الحقل بالحروف اللاتينية.
cohorts-error-arabic = اكتبوا هذا الحقل بالحروف العربية.
cohorts-error-number = اكتبوا رقم التسجيل.
cohorts-error-number-taken = هذا الرقم أو الحساب لمتربص آخر. راجعوا السجل.
cohorts-error-birth = يجب أن يكون تاريخ الميلاد قبل اليوم.
cohorts-error-promotion = أعطوا الدفعة رمزا.
cohorts-error-start = اكتبوا اليوم الأول للدفعة، مثلا 04/10/2026.
cohorts-error-semester-order = يبدأ هذا السداسي قبل نهاية سابقه. صححوا أحد اليومين.
cohorts-error-semester-end = يجب أن يأتي اليوم الأخير بعد الأول.
cohorts-error-semester-both = اكتبوا يومي السداسي معا أو لا شيء.
cohorts-error-section = أعطوا الفوج رمزا.
cohorts-error-choose-section = اختاروا فوجا آخر من القائمة.
cohorts-error-state = اختاروا حالة يمكن أن تلي هذه.
cohorts-error-reason = اكتبوا السبب: يبقى في السجل التاريخي.
cohorts-error-before = هذا اليوم قبل آخر تغيير. اختاروا ذلك اليوم أو يوما بعده.
cohorts-error-future = لم يأت هذا اليوم بعد. سجلوا التغيير في يومه أو بعده.
cohorts-error-factor = اختاروا الوقت الممنوح.
