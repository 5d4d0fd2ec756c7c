# The braille edition of a page.

## At the end of a document
braille-brf = ملف برايل (BRF)
    .short = برايل BRF
braille-pef = ملف برايل (PEF)
    .short = برايل PEF
braille-view = معاينة برايل
braille-back = الرجوع إلى الوثيقة
braille-change = تغيير نوع برايل في التفضيلات
    .short = تغيير نوع برايل

## The codes
braille-fr6 = فرنسية كاملة، 6 نقاط
    .short = فرنسية 6 نقاط
braille-fr-contracted = فرنسية مختصرة، 6 نقاط
    .short = فرنسية مختصرة
braille-fr8 = فرنسية معلوماتية، 8 نقاط
    .short = فرنسية 8 نقاط
braille-ar6 = عربية كاملة، 6 نقاط
    .short = عربية 6 نقاط
braille-ar8 = عربية معلوماتية، 8 نقاط
    .short = عربية 8 نقاط
braille-en1 = إنجليزية UEB كاملة، 6 نقاط
    .short = إنجليزية كاملة
braille-en2 = إنجليزية UEB مختصرة، 6 نقاط
    .short = إنجليزية مختصرة

## The preview
braille-view-title = برايل: { $title }
braille-view-text = يعرض كل سطر خلاياه ثم ما تكتبه. يقرأ قارئ الشاشة النص ويتجاوز الخلايا. الأسطر مرقمة كما هي على الورق.
braille-size =
    { $cells ->
        [zero] صفحات من { $cells } خلية في { $lines } سطرا.
        [one] صفحات من { $cells } خلية في { $lines } سطرا.
        [two] صفحات من { $cells } خلية في { $lines } سطرا.
        [few] صفحات من { $cells } خلايا في { $lines } سطرا.
        [many] صفحات من { $cells } خلية في { $lines } سطرا.
       *[other] صفحات من { $cells } خلية في { $lines } سطرا.
    }
braille-pages =
    { $count ->
        [zero] لا تحتوي الوثيقة على أي صفحة.
        [one] تأخذ الوثيقة صفحة واحدة.
        [two] تأخذ الوثيقة صفحتين.
        [few] تأخذ الوثيقة { $count } صفحات.
        [many] تأخذ الوثيقة { $count } صفحة.
       *[other] تأخذ الوثيقة { $count } صفحة.
    }
braille-page = الصفحة { $number }
braille-first-only =
    { $count ->
        [zero] لا تعرض هنا أي صفحة. الملفات تحتوي على الوثيقة كلها.
        [one] تعرض هنا الصفحة الأولى فقط. الملفات تحتوي على الوثيقة كلها.
        [two] تعرض هنا الصفحتان الأوليان فقط. الملفات تحتوي على الوثيقة كلها.
        [few] تعرض هنا أول { $count } صفحات فقط. الملفات تحتوي على الوثيقة كلها.
        [many] تعرض هنا أول { $count } صفحة فقط. الملفات تحتوي على الوثيقة كلها.
       *[other] تعرض هنا أول { $count } صفحة فقط. الملفات تحتوي على الوثيقة كلها.
    }

## What has no braille
braille-lost-title = رموز بلا برايل
    .short = رموز بلا برايل
braille-lost-text = هذه الرموز غير موجودة في الجداول المختارة. لم يضع شيء: كل رمز مكتوب برقمه بين معقوفين في مكانه من النص.
braille-lost =
    { $count ->
        [zero] { $sign } { $code }، { $script }، الصفحة { $page }، السطر { $line }.
        [one] { $sign } { $code }، { $script }، الصفحة { $page }، السطر { $line }.
        [two] { $sign } { $code }، { $script }، مرتين، أولا في الصفحة { $page }، السطر { $line }.
        [few] { $sign } { $code }، { $script }، { $count } مرات، أولا في الصفحة { $page }، السطر { $line }.
        [many] { $sign } { $code }، { $script }، { $count } مرة، أولا في الصفحة { $page }، السطر { $line }.
       *[other] { $sign } { $code }، { $script }، { $count } مرة، أولا في الصفحة { $page }، السطر { $line }.
    }
braille-script-latin = حرف لاتيني
braille-script-arabic = حرف عربي
braille-script-tifinagh = تيفيناغ
braille-script-greek = يونانية
braille-script-cyrillic = سيريلية
braille-script-hebrew = عبرية
braille-script-east-asian = كتابة آسيوية
braille-script-control = رمز غير مرئي
braille-script-sign = رمز أو صورة
braille-script-other = كتابة أخرى

## What can be wrong
braille-format-title = صيغة برايل غير معروفة
    .short = صيغة غير معروفة
braille-format-text = هذه الصيغة غير موجودة هنا. اطلبوا «{ $brf }» أو «{ $pef }» أو «{ $view }» في آخر العنوان، أو اتبعوا أحد الروابط في آخر الوثيقة.
braille-absent-title = برايل غير مثبت
    .short = برايل غير مثبت
braille-absent-text = برنامج { $software } الذي يكتب برايل غير موجود على الخادم. كل ما عدا ذلك يعمل. اطلبوا من المسؤول تثبيت الحزمتين { $library } و{ $tables }، ثم أعيدوا المحاولة.
braille-table-title = جدول برايل مفقود
    .short = جدول مفقود
braille-table-text = لا يمكن قراءة الجدول { $table } على الخادم. اطلبوا من المسؤول إعادة تثبيت الحزمة { $tables }، أو اختاروا نوعا آخر من برايل في تفضيلاتكم.
braille-eight-title = صيغة BRF لها 6 نقاط فقط
    .short = BRF لها 6 نقاط
braille-eight-text = تطلب تفضيلاتكم برايل من 8 نقاط: { $grade }. ملف BRF لا يحتوي إلا على 6. اطلبوا ملف PEF، أو اختاروا برايل من 6 نقاط في تفضيلاتكم.
