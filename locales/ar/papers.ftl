# وثائق المؤسسة.

papers-title = الوثائق
papers-text = اختاروا لغة الوثيقة، ثم اطبعوا الصفحة، أو خذوها في ملف PDF أو بالبرايل.
papers-number = رقم
papers-transcript = كشف النقاط
papers-transcripts = كشوف نقاط الفوج
    .short = الكشوف
papers-minutes = محضر المجلس
    .short = المحضر
papers-school = شهادة مدرسية
    .short = شهادة مدرسية
papers-success = شهادة نجاح
    .short = شهادة نجاح
papers-grid = شبكة التقييم
papers-internship = بطاقة التربص
papers-workbook = النقاط (مصنف)
papers-meeting = تقرير أو محضر
    .short = تقرير أو محضر
papers-visit-report = تقرير زيارة ميدانية
    .short = تقرير زيارة
papers-meeting-minutes = محضر اجتماع
    .short = محضر اجتماع
papers-reporter = المقرر
papers-signature = التوقيع
papers-attendance = ورقة الحضور
papers-week = جدول توقيت الأسبوع
    .short = جدول التوقيت
papers-week-caption = الفوج { $section }، من { $from } إلى { $until }
papers-name = الاسم واللقب
papers-name-other = بالخط الآخر
    .short = بالخط الآخر
papers-register = رقم التسجيل
papers-born = تاريخ الميلاد
papers-programme = البرنامج
papers-promotion = الدفعة
papers-director = مدير المؤسسة
    .short = المدير
papers-trainer = المكون
papers-on = بتاريخ
papers-done-on = حرر في
papers-mark-of-20 = النقطة من 20
papers-marks-caption = نقاط السداسي { $semester }:
papers-nothing-sealed = لا يوجد بعد محضر مختوم يخص هذا المتربص.
papers-replaces = هذا المحضر يعوض محضرا سابقا. السبب: { $reason }.
papers-school-says = يشهد مدير المؤسسة أن { $name } مسجل(ة) في تكوين «{ $programme }» (البرنامج { $code })، الدفعة { $promotion }، الفوج { $section }، منذ { $since }.
papers-success-says = يشهد مدير المؤسسة أن { $name } قد نجح(ت) في السداسيات أدناه من تكوين «{ $programme }» (البرنامج { $code }).
papers-success-caption = السداسيات المجتازة:
papers-for-use = سلمت هذه الوثيقة للإدلاء بها عند الاقتضاء.
papers-remark = ملاحظة
papers-behaviour = السلوك المنتظر: { $text }.
papers-general = المعايير العامة:
papers-length =
    { $hours ->
        [zero] { $hours } ساعة، { $months } أشهر
        [one] ساعة واحدة ({ $hours })، { $months } أشهر
        [two] ساعتان ({ $hours })، { $months } أشهر
        [few] { $hours } ساعات، { $months } أشهر
        [many] { $hours } ساعة، { $months } أشهر
       *[other] { $hours } ساعة، { $months } أشهر
    }
    .short = { $hours } سا، { $months } أشهر
papers-internship-name = التربص
papers-duration = المدة
papers-company = المؤسسة المستقبلة
papers-purpose = موضوع التربص
papers-goal = الهدف
papers-running = السير
papers-follow-up = المتابعة
papers-report = العمل المقدم
papers-assessed = التقييم
papers-criteria = المعايير
papers-criteria-caption = معايير التقدير:
papers-error-open = لم يختم المحضر بعد. اختموا المجلس أولا.
papers-error-left = هذا الشخص ليس في أي فوج اليوم: لا دراسة تشهد عليها الوثيقة.
papers-error-week = لم تبرمج أي حصة ولا أي زيارة هذا الأسبوع. لا شيء يطبع.
papers-error-no-report = لم يكتب التقرير بعد. اكتبوه أولا في صفحة الزيارة أو الاجتماع.
papers-error-no-success = لا يقول أي محضر مختوم إن هذا الشخص اجتاز سداسيا.

## PDF
papers-pdf = ملف PDF
papers-page = الصفحة
papers-promotion-transcripts = كشوف نقاط الدفعة
    .short = كشوف الدفعة
papers-promotion-fr = الكشوف بالفرنسية (PDF)
    .short = كشوف بالفرنسية
papers-promotion-ar = الكشوف بالعربية (PDF)
    .short = كشوف بالعربية
papers-work-reading = قراءة النقاط
papers-work-setting = إعداد الصفحات
papers-work-ready = الملف جاهز
papers-work-failed = لا يوجد ملف
papers-work-kept = يبقى الملف هنا نصف ساعة.
papers-work-busy = ملفات كثيرة قيد الإعداد. انتظروا لحظة ثم أعيدوا المحاولة.
papers-work-not-ready = الملف ليس جاهزا بعد. عودوا إلى صفحة العمل.
papers-work-failed-text = توقف الإعداد. لم يتغير شيء في النقاط: أعيدوا المحاولة، أو اطبعوا الكشوف فوجا فوجا.
papers-pdf-no-font = لا يوجد في الخادم خط فيه الحروف اللاتينية والعربية. اطلبوا من مسؤول النظام تثبيت خط مناسب (سجل النظام يذكره)، أو اطبعوا الصفحة.
papers-pdf-refused = لم يستطع الخادم إعداد هذه الوثيقة. اطبعوا الصفحة، وأعطوا مسؤول النظام الساعة.
papers-pdf-sign = في الوثيقة رمز لا يوجد في أي خط من خطوط الخادم. يذكر سجل الخادم الرمز والوثيقة. صححوه، أو اطبعوا الصفحة.
papers-work-under-way = ملف قيد الإعداد لكم من قبل: هذا هو.
papers-nobody = لا أحد له وثيقة هنا. سجلوا المتربصين أولا.
