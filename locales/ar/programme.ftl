# The pages of the programme.

programme-title = البرنامج
programme-intro = يحضّر البرنامج { $code } (طبعة { $edition }) للمهنة التالية: { $trade }.
programme-about = يبيّن ما يتعلمه المتربص، وفي أي شروط يُقيَّم ووفق أي معايير. لكل معيار معرّف لا يتغير، وإليه تعود السيناريوهات والأدلة ومتابعة التقدم.
programme-back = العودة إلى البرنامج
programme-totals = بالأرقام
programme-hours = { $hours } سا

programme-hours-all = مجموع الساعات
    .label = المجموع
programme-hours-training = ساعات التكوين
    .label = التكوين
programme-hours-internship = ساعات التربص
    .label = التربص
programme-hours-module = ساعات الوحدة
    .label = الساعات
programme-months = المدة بالأشهر
    .label = الأشهر
programme-modules = عدد الوحدات
    .label = الوحدات
programme-semester-count = عدد السداسيات
    .label = السداسيات
programme-weeks = أسابيع السداسي
    .short = أسابيع السداسي
    .label = الأسابيع
programme-week-hours = ساعات الأسبوع
    .label = سا/أسبوع
programme-diploma = الشهادة
    .label = الشهادة
programme-institution = معدّ الوثيقة
    .label = المعدّ
programme-visa = التأشيرة
    .label = التأشيرة

programme-qualifying = الوحدات التأهيلية
programme-complementary = الوحدات التكميلية
    .short = التكميلية
programme-kind-qualifying = وحدة تأهيلية
programme-kind-complementary = وحدة تكميلية
    .short = تكميلية
programme-internship = التربص في المؤسسة
programme-recommendations = التوصيات البيداغوجية
    .short = التوصيات
programme-equipment = التجهيزات
programme-contradictions = تناقضات الوثيقة
    .short = التناقضات
programme-contradictions-about = تقول الوثيقة الرسمية أحيانا أمرين مختلفين أو تناقض نفسها. هذا ما لوحظ فيها مع ذكر المواضع. لم يُصحَّح شيء دون إعلان: القرار للفريق البيداغوجي.

# A module.
programme-module-title = { $code }: { $title }
programme-kind = نوع الوحدة
    .label = النوع
programme-semester-list = سداسيات الوحدة
    .label = السداسيات
programme-supports = تعتمد على
    .label = تعتمد على
programme-supported = تفيد
    .label = تفيد
programme-comma = ،
programme-objectives = أهداف الوحدة
programme-behaviour = السلوك المنتظر
programme-able-to = يجب أن يكون المتربص قادرا على ما يلي:
programme-conditions = شروط التقييم
    .short = الشروط
programme-from = انطلاقا من
programme-with = بالاستعانة بـ
programme-general-criteria = المعايير العامة
programme-criteria = المعايير
programme-contents = المحتويات
programme-practice = الأعمال التطبيقية
programme-neighbours = وحدات أخرى
programme-previous = الوحدة السابقة
programme-next = الوحدة التالية

# The internship.
programme-purpose = الغاية من التربص
    .short = الغاية
programme-goal = الهدف
programme-preparation = التحضير
programme-running = السير والمتابعة
programme-assessment = التقييم

# The matrix.
programme-matrix = مصفوفة الوحدات
programme-to-confirm = للتأكيد
programme-confirmed = مؤكد
programme-by-qualifying = حسب الوحدة التأهيلية
    .short = حسب التأهيلية
programme-by-complementary = حسب الوحدة التكميلية
    .short = حسب التكميلية
programme-leans-on = تعتمد { $module } على
programme-serves = تفيد { $module } في
programme-as-table = في جدول
programme-matrix-caption = الروابط بين الوحدات:
    .short = روابط الوحدات:
programme-module = الوحدة
programme-links = الروابط
programme-yes = نعم
programme-no = لا

# The semesters.
programme-semesters = مخطط السداسيات
programme-check = التحقق
programme-holds = المخطط صحيح: لكل سداسي ساعاته ولكل كتلة مكانها.
programme-broken = هذا المخطط غير صحيح:
programme-changed = ما غيّرتموه مقارنة بالاقتراح:
programme-placed = { $module }: { $semesters }
programme-undo = العودة إلى اقتراح البرنامج
    .short = إلغاء التجربة
programme-sums = مجاميع السداسيات
programme-semester = السداسي
programme-semester-number = السداسي { $number }
programme-semester-caption = ساعات السداسي:
programme-lecture = دروس
programme-practical = تطبيق
programme-weekly = في الأسبوع
programme-total = المجموع
programme-sum = الحاصل
programme-state = الحالة
programme-right = صحيح
programme-instead = بدل { $number } سا
programme-try = تجربة مخطط آخر
programme-not-saved = اختاروا وحدة، وغيّروا سداسي كتلها، ثم تحققوا. لا يُحفظ شيء: تبقى التجربة في عنوان الصفحة، ويمكنكم الاحتفاظ به أو إرساله.
programme-choose = اختيار هذه الوحدة
programme-block = الكتلة { $number }
programme-block-hours = { $lecture } سا دروس و{ $practical } سا تطبيق في الأسبوع.
programme-nowhere = دون سداسي
programme-verify = التحقق من المخطط

# What can be wrong in a programme.
programme-problem-file-missing = الملف غير موجود.
programme-problem-file-unreadable = تتعذر قراءة الملف: { $reason }.
programme-problem-syntax = هذا ليس TOML صحيحا: { $detail }.
programme-problem-format-missing = رقم الصيغة غير موجود؛ يجب أن يعلن السطر الأول من الملف الصيغة { $known }.
programme-problem-format-too-new = صيغة الملف { $found }؛ هذه البرمجية تعرف الصيغ حتى { $known }. حدّثوا البرمجية.
programme-problem-format-unknown = لا توجد صيغة { $found }؛ يجب أن يعلن السطر الأول من الملف الصيغة { $known }.
programme-problem-wrong-shape = الملف لا يتبع الصيغة: { $detail }.
programme-problem-unknown-key = المفتاح { $key } ليس من الصيغة.
programme-problem-text-missing = { $place }: النص { $lang ->
        [fr] الفرنسي
        [ar] العربي
       *[en] الإنجليزي
    } غير موجود.
programme-problem-text-script = { $place }: النص { $lang ->
        [fr] الفرنسي
        [ar] العربي
       *[en] الإنجليزي
    } غير مكتوب بحروف لغته.
programme-problem-list-empty = { $place }: القائمة فارغة.
programme-problem-id-malformed = المعرّف { $id } غير سليم؛ المنتظر { $expected }.
programme-problem-id-duplicate = ورد { $id } مرتين.
programme-problem-id-order = ورد { $id } في مكان { $expected }.
programme-problem-module-file = يحتوي الملف على الوحدة { $found }، لكن اسمه يقول { $expected }.
programme-problem-module-kind = الوحدة { $module } مصنفة { $found ->
        [qualifying] تأهيلية
       *[complementary] تكميلية
    }، لكن رمزها يقول إنها { $expected ->
        [qualifying] تأهيلية
       *[complementary] تكميلية
    }.
programme-problem-module-unlisted = للوحدة { $module } ملف، لكنها ليست في قائمة وحدات البرنامج.
programme-problem-module-unknown = ليست { $module } من وحدات البرنامج.
programme-problem-row-missing = ليس للوحدة { $module } سطر.
programme-problem-equipment-unknown = تذكر الوحدة { $module } التجهيز { $equipment } الذي لا يعرّفه البرنامج.
programme-problem-reference-duplicate = ذُكر { $id } مرتين في { $place }.
programme-problem-matrix-kind = ليست { $module } وحدة { $expected ->
        [qualifying] تأهيلية
       *[complementary] تكميلية
    }.
programme-problem-matrix-count = { $module }: عدد الوحدات المقترحة { $found }، لكن عدد الروابط في الوثيقة { $expected }.
programme-problem-block-empty = { $module }: الكتلة { $block } بلا ساعات.
programme-problem-module-hours = { $module }: تعطي الكتل { $found } سا (الساعات في الأسبوع: { $weekly }، الأسابيع: { $weeks })، لكن ساعات الوحدة { $expected } سا.
programme-problem-proposal-length = { $module }: عدد السداسيات المذكورة { $found }، وعدد الكتل { $expected }.
programme-problem-proposal-range = { $module }: لا يوجد السداسي { $found }؛ آخر سداسي هو { $semesters }.
programme-problem-proposal-order = { $module }: يجب أن يكبر رقم السداسي من كتلة إلى التي تليها (هنا { $found }).
programme-problem-semester-hours = السداسي { $semester }: { $found } سا في الأسبوع ({ $found_hours } سا) بدل { $expected } سا ({ $expected_hours } سا).
programme-problem-training-hours = مجموع الوحدات { $found } سا، لكن مجموع السداسيات { $expected } سا.
programme-problem-total-hours = مجموع التكوين والتربص { $found } سا، لكن البرنامج يعلن { $expected } سا.
programme-problem-total-months = مجموع السداسيات والتربص بالأشهر { $found }، لكن البرنامج يعلن { $expected }.
