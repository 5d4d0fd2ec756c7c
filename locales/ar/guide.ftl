# الدليل، يُقرأ داخل البرنامج. صفحاته في docs/guide/ar.

guide-title = الدليل
guide-text = كيف تعملون في Plateau بقارئ شاشة أو سطر برايل أو مكبر. تُقرأ كل صفحة وحدها، وبالترتيب الذي تريدونه.
guide-pages = صفحات الدليل
guide-search = البحث في الدليل
    .short = بحث
    .label = بحث
guide-search-hint = كلمة أو عدة كلمات، بالحروف العربية أو اللاتينية، بالتشكيل أو من دونه.
guide-find = بحث
guide-error-empty = ينقص ما تبحثون عنه. اكتبوا كلمة في هذا الحقل، مثل اسم زر أو مفتاح.
guide-found =
    { $n ->
        [zero] لم يوجد أي مقطع
        [one] وُجد مقطع واحد
        [two] وُجد مقطعان
        [few] وُجدت { $n } مقاطع
        [many] وُجد { $n } مقطعا
       *[other] وُجد { $n } مقطع
    }
guide-found-none = لا شيء في الدليل يجمع كل هذه الكلمات: «{ $question }». جربوا كلمة واحدة، أو اختاروا صفحة من القائمة الموالية.
guide-comma = { "، " }
guide-pager = صفحات الدليل
guide-before = السابقة:
guide-after = الموالية:
guide-contents = كل الصفحات
