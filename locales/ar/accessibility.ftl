# بيان سهولة الاستعمال للجميع، مستخرج من الفحوص.

accessibility-title = النفاذ الرقمي
accessibility-text = يكتب البرنامج هذه الصفحة انطلاقا من فحوصه: ماذا فُحص، ومتى، وعلى أي إصدارات، وما هي النتيجة. لا تُكتب هنا أي نتيجة باليد.
accessibility-aim-title = الهدف
accessibility-aim = يهدف Plateau إلى المستوى AA من قواعد WCAG 2.2. لا يتحقق الفحص الآلي إلا من جزء من هذه القواعد: فهو يكشف العيوب ولا يثبت المطابقة. لذلك لا يدّعي Plateau أنه مطابق.
accessibility-nothing = لا يوجد أي فحص مسجل في هذا الإصدار من البرنامج. لا يمكن إذن تأكيد أي شيء هنا.
accessibility-clean = لم تجد آخر الفحوص المسجلة أي عيب فيما تفحصه.
accessibility-faulty = وجدت آخر الفحوص المسجلة عيوبا. ما مسّته هذه العيوب لا يحترم كل القواعد المستهدفة، والقائمة في الأسفل.

## فحص
accessibility-browser = فحص في متصفح
    .short = فحص في متصفح
accessibility-reader = فحص بقارئ شاشة
    .short = فحص بقارئ شاشة
accessibility-date = التاريخ
    .label = التاريخ
accessibility-program = إصدار Plateau
    .short = إصدار Plateau
    .label = الإصدار
accessibility-commit = حالة الشفرة
    .label = الشفرة
accessibility-tools = الأدوات
    .label = الأدوات
accessibility-tables = جداول برايل
    .label = الجداول
accessibility-languages = اللغات
    .label = اللغات
accessibility-partial = هذا الفحص جزئي: لم يشمل إلا بعض الصفحات أو بعض اللغات.
accessibility-changed = كانت في الشفرة تغييرات لم تُسجل بعد.
accessibility-older = أُجري هذا الفحص على إصدار آخر غير الذي تستعملونه، وهو { $version }.
accessibility-sum =
    { $n ->
        [zero] لم تُفحص أي صفحة.
        [one] فُحصت صفحة واحدة.
        [two] فُحصت صفحتان.
        [few] فُحصت { $n } صفحات.
        [many] فُحصت { $n } صفحة.
       *[other] فُحصت { $n } صفحة.
    }

## جداوله
accessibility-presentations = النتيجة حسب طريقة العرض
    .short = حسب العرض
accessibility-presentation = طريقة العرض
    .label = طريقة العرض
accessibility-checks = الفحوص
    .label = الفحوص
accessibility-faults = العيوب
    .label = العيوب
accessibility-mode-structure = العناوين والمعالم واللغة والجداول
    .short = البنية
accessibility-mode-normal = ألوان فاتحة
accessibility-mode-dark = ألوان داكنة
accessibility-mode-forced = ألوان يفرضها النظام
    .short = ألوان يفرضها النظام
accessibility-mode-narrow = نافذة من 320 بكسل، مثل تكبير 400 %
    .short = تكبير 400 %
accessibility-mode-spacing = النافذة نفسها مع تباعد أكبر بين الحروف والأسطر
    .short = نص متباعد
accessibility-mode-large = نص مكبر إلى 200 %
    .short = نص بنسبة 200 %
accessibility-mode-keyboard = التنقل بلوحة المفاتيح والتركيز المرئي
    .short = بلوحة المفاتيح
accessibility-journeys = مسارات أعيدت بلوحة المفاتيح
    .short = المسارات
accessibility-journeys-heard = مسارات تمت بالصوت وبرايل
    .short = بالصوت وبرايل
accessibility-journey = المسار
    .label = المسار
accessibility-passed = مراحل ناجحة
    .label = ناجحة
accessibility-failed = مراحل فاشلة
    .label = فاشلة
accessibility-journey-signin = تسجيل الدخول والتفضيلات
    .short = تسجيل الدخول
accessibility-journey-day = يوم عمل
    .short = يوم عمل
accessibility-journey-crash = إغلاق المتصفح وتوقف الخادم
    .short = الأعطال
accessibility-journey-pages = كل الصفحات
accessibility-journey-auditor = الفاحص نفسه، على صفحات فيها عيوب
    .short = الفاحص نفسه
accessibility-journey-first = أول تشغيل
accessibility-journey-disk = امتلاء القرص
accessibility-journey-drills = تمارين الكتابة
accessibility-journey-lab = ورشة الإعلام الآلي
accessibility-journey-import = استيراد البطاقات
accessibility-journey-work = عمل دون مكالمة
accessibility-journey-year = السنة الدراسية
accessibility-journey-cells = نصوص من 20 خلية
accessibility-journey-plain = صفحات دون برامج
accessibility-journey-every = دون نسيان أي صفحة
accessibility-journey-sign-in = الدخول
accessibility-journey-client-file = بطاقة الزبون
accessibility-journey-script = سيناريو المكالمة
accessibility-journey-review = التصحيح
accessibility-journey-progress = التقدم
accessibility-journey-preferences = التفضيلات
accessibility-journey-broken = صفحات معطوبة عمدا
accessibility-journey-broken-form = استمارة معطوبة
accessibility-pages = النتيجة حسب الصفحة
    .short = حسب الصفحة
accessibility-page = الصفحة
    .label = الصفحة

## ما لا يعمل
accessibility-failures = ما لا يعمل
    .short = ما لا يعمل
accessibility-failures-none = لم تجد الفحوص المسجلة أي عيب. هذا لا يعني أنه لا توجد عيوب، فهي لا تفحص كل شيء.
accessibility-failures-text = هذه جمل الفحوص كما هي، بالإنجليزية.
accessibility-no-reader = لا يوجد في هذا الإصدار أي فحص مسجل بقارئ شاشة حقيقي.
accessibility-no-browser = لا يوجد في هذا الإصدار أي فحص مسجل في متصفح.
accessibility-no-language = لغة دون أي فحص مسجل: { $language }.

## التبليغ
accessibility-report-title = التبليغ عن عائق
    .short = التبليغ عن عائق
accessibility-report = هل أوقفكم عائق؟ أخبروا به مكوّنكم أو مسؤول النظام في مؤسستكم، وهو يبلّغه. اذكروا عنوان الصفحة، وما أردتم فعله، وما حدث، واسم قارئ الشاشة أو سطر برايل أو المكبر وإصداره. العائق عيب في البرنامج، وليس أبدا خطأ منكم.
