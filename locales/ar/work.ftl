# Desk work without a call: documents, tasks, questions, hand-over.

work-kind = عمل على البطاقات دون مكالمة
    .short = بطاقات دون مكالمة
work-time-allowed = { $minutes } دقيقة × الوقت الممنوح { $factor }
    .short = { $minutes } د × { $factor }
work-time-until = إلى غاية { $hour } ({ $minutes } دقيقة × الوقت الممنوح { $factor }). لا يُقطع شيء عند هذه الساعة.
work-time-over = انقضى الوقت المقرر على { $hour } ({ $minutes } دقيقة × الوقت الممنوح { $factor }). يمكنكم الإتمام: لا يُقطع شيء، وتُسجَّل المدة.
work-status = التمرين { $code } جارٍ: العودة إلى الوثائق والمهام
    .short = التمرين جارٍ
work-tasks = المطلوب
work-documents = الوثائق
work-questions = الأسئلة
work-answer = الجواب
    .label = الجواب
work-answer-n = الجواب { $n }
work-no-answer = دون جواب
work-save-answers = حفظ أجوبتي
work-saved = حُفظت أجوبتكم. يمكنكم تغييرها بعد.
    .short = حُفظت الأجوبة
work-end = نهاية العمل
work-end-text = اعملوا في مكتب العمل بالروابط أعلاه. وعندما يتم كل شيء سلّموا العمل: عندئذ تسجل البرمجية حالة البطاقات.
work-handover = تسليم العمل
work-handover-title = تسليم العمل؟
work-handover-text = بعد التسليم يُغلق التمرين ولا يمكنكم تغيير شيء فيه. تظهر النتيجة فورا.
work-handover-exam = بعد التسليم يُغلق التقييم ولا يمكنكم تغيير شيء فيه. سيفتح مكوّنكم النتيجة.
work-handover-sure = نعم، تسليم
work-back = العودة إلى العمل
work-unsaved = هناك أجوبة مكتوبة لم تُحفظ بعد: لن تُحسب.
work-unanswered = أسئلة دون جواب محفوظ: { $n }.
work-handed-over = تم تسليم العمل.
work-over = سبق تسليم هذا العمل أو التخلي عنه: لم يتغير شيء. عودوا إلى التمارين.
work-error-number = اكتبوا عددا صحيحا بالأرقام، مثلا 12.
work-error-wilaya = هذه الولاية غير معروفة. اكتبوا رقمها أو اسمها.
work-error-day = اكتبوا يوما موجودا، مثلا 05/12/2026.

## What is counted
work-new-file = بطاقة جديدة
work-particular-client = الشخص المعني
work-parameter-about = موضوع الكشف
work-parameter-group = أسطر الكشف
work-parameter-filter = مصفاة الكشف
work-parameter-columns = أعمدة الكشف

## Time line
work-line-answered = جواب محفوظ: { $what }.
work-line-handed-over = سُلّم العمل.
work-line-refused = رُفض الدخول إلى { $place }: { $reason }
work-line-submitted = بطاقة مقدمة إلى المشرف:
    .short = بطاقة مقدمة:
work-line-merged = دُمجت بطاقتان، والباقية:
    .short = دمج، الباقية:
work-line-unmerged = أُلغي الدمج.
work-line-distinct = أُعلن أن البطاقتين لشخصين.
    .short = بطاقتان لشخصين
work-line-report-kept = كشف محفوظ: { $what }.
work-line-report-taken = كشف مأخوذ في ملف.
work-line-segment = شريحة منشأة: { $what }.
work-line-segment-changed = شريحة معدلة.
work-line-segment-deleted = شريحة محذوفة: { $what }.
work-line-request = طلب مسجل لفائدة:
work-line-assigned = إسناد بطاقات إلى محفظة.
    .short = إسناد بطاقات
