# البطاقات التي قد تكون لزبون واحد.

duplicates-title = بطاقات قد تتكرر
duplicates-of-title = بطاقات قد تكرر هذه البطاقة
    .short = بطاقات مكررة
duplicates-kinds = ما تشترك فيه البطاقات
    .short = نقاط مشتركة
duplicates-kind-birth = اسم قريب وميلاد واحد
    .short = الاسم والميلاد
duplicates-same-phone = الرقم نفسه
duplicates-same-email = البريد نفسه
duplicates-same-name = الاسم نفسه
duplicates-name-alike = اسم قريب
duplicates-same-birth = يوم الميلاد نفسه
duplicates-of-none = لا توجد بطاقة أخرى تشبه هذه البطاقة.
duplicates-none = لا توجد بطاقتان تتشابهان هكذا. اختاروا نقطة مشتركة أخرى.
duplicates-none-yet = لا شيء في هذا الجزء من الملف. الصفحة التالية تواصل البحث.
duplicates-compare = مقارنة البطاقتين
duplicates-dismiss = زبونان مختلفان
    .short = زبونان مختلفان
duplicates-dismissed = سُجلت البطاقتان لزبونين مختلفين، ولن تُقترحا معا بعد الآن.
duplicates-restored = ستُقترح البطاقتان معا من جديد إذا تشابهتا.
duplicates-restore = إعادة إلى المكررات
    .short = إعادة
duplicates-distinct-title = بطاقات مسجلة على أنها مختلفة
    .short = بطاقات مختلفة
duplicates-distinct-none = لم تُستبعد أي بطاقتين. البطاقات التي تسجلونها لزبونين مختلفين ستظهر هنا.
duplicates-before-title = قد تكون لهذا الزبون بطاقة من قبل
    .short = بطاقة موجودة؟
duplicates-before-text = افتحوا إحدى هذه البطاقات للتحقق. إذا كان الزبون شخصا آخر، فأنشئوا البطاقة رغم ذلك بزر الاستمارة. لم يضع شيء مما كتبتم.
duplicates-create-anyway = إنشاء رغم ذلك
duplicates-link =
    { $n ->
        [zero] لا تكرار محتمل
        [one] تكرار محتمل واحد
        [two] تكراران محتملان
        [few] { $n } تكرارات محتملة
        [many] { $n } تكرارا محتملا
       *[other] { $n } تكرار محتمل
    }
    .short = تكرارات: { $n }
