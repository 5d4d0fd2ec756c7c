# المحافظ: بطاقات مسندة إلى عون.

portfolios-title = المحافظ
portfolios-new = إنشاء محفظة
    .short = إنشاء محفظة
portfolios-edit = تعديل
portfolios-edit-one = تعديل { $name }
portfolios-delete = حذف
portfolios-delete-one = حذف { $name }
portfolios-deletion = حذف المحفظة
    .short = حذف المحفظة
portfolios-deletion-text = هذه المحفظة فارغة. ستختفي من المركز كله.
portfolios-deletion-holds = في هذه المحفظة بطاقات. أسندوها إلى محفظة أخرى قبل الحذف.
portfolios-empty-it = إسناد بطاقاتها
portfolios-keep = إبقاء المحفظة
    .short = إبقاء المحفظة
portfolios-deleted = تم حذف المحفظة.
    .short = تم الحذف
portfolios-save = حفظ
portfolios-saved = تم حفظ المحفظة.
    .short = تم الحفظ
portfolios-caption = عبء العمل لكل محفظة
    .short = عبء العمل
portfolios-by-agent = العبء لكل عون
portfolios-name = الاسم
    .label = الاسم
portfolios-hint-name = اسم يفهمه زملاؤكم. مثال: الجزائر الكبرى.
portfolios-agent = العون المكلف
    .label = العون
portfolios-nobody = لا أحد
portfolios-files = البطاقات
    .label = البطاقات
portfolios-incomplete = غير كاملة
portfolios-stale = دون تحديث 180 يوما
portfolios-none = لا توجد محافظ. أنشئوا واحدة ثم أسندوا إليها بطاقات.
portfolios-none-own = لا توجد محفظة مسندة إليكم. اطلبوا ذلك من مشرفكم.

## التحويل من عون إلى آخر

portfolios-transfer = تحويل
portfolios-transfer-text = تنتقل كل محافظ عون إلى عون آخر. تبقى البطاقات في محافظها.
portfolios-from = من العون
    .label = من العون
portfolios-to = إلى العون
    .label = إلى
portfolios-preview = عرض المعاينة
portfolios-preview-title = معاينة
portfolios-transfer-none = ليست لهذا العون أي محفظة. لا شيء للتحويل.
portfolios-transfer-do = تحويل
portfolios-transferred = تم تحويل المحافظ.
    .short = تم التحويل

## الإسناد

portfolios-moves = الإسنادات
portfolios-move = إسناد
portfolios-move-new = إسناد بطاقات
portfolios-moves-none = لا توجد إسنادات. صفّوا البطاقات ثم أسندوها إلى محفظة.
portfolios-target = إلى المحفظة
    .short = إلى المحفظة
    .label = إلى
portfolios-chosen = البطاقات المختارة
    .label = الاختيار
portfolios-when = قام به
    .label = من طرف
portfolios-one-file = بطاقة واحدة
portfolios-so-many =
    { $n ->
        [zero] لا توجد أي بطاقة
        [one] بطاقة واحدة
        [two] بطاقتان
        [few] { $n } بطاقات
        [many] { $n } بطاقة
       *[other] { $n } بطاقة
    }
portfolios-will-move =
    { $n ->
        [zero] لا توجد بطاقة للنقل: هي هناك من قبل ({ $name }).
        [one] تنتقل بطاقة واحدة إلى: { $name }.
        [two] تنتقل بطاقتان إلى: { $name }.
        [few] تنتقل { $n } بطاقات إلى: { $name }.
        [many] تنتقل { $n } بطاقة إلى: { $name }.
       *[other] تنتقل { $n } بطاقة إلى: { $name }.
    }
portfolios-leaving = تأتي من:
portfolios-too-many = ينقل الإسناد الواحد { $most } بطاقة على الأكثر. أضيفوا شرطا إلى التصفية.
portfolios-choose-others = تغيير التصفية
portfolios-assign = إسناد
portfolios-assign-one = إسناد البطاقة
portfolios-assigned = تم الإسناد. يمكن إلغاؤه في صفحة الإسنادات.
    .short = تم الإسناد
portfolios-changed = تغير عدد البطاقات منذ المعاينة. لم ينقل أي شيء. تحققوا من المعاينة الجديدة ثم أكدوا.
portfolios-undo = إلغاء الإسناد
    .short = إلغاء الإسناد
portfolios-undo-text = تعود كل بطاقة إلى مكانها السابق. لا تتحرك البطاقات التي أسندت من جديد بعد ذلك.
portfolios-undone = تم إلغاء الإسناد.
    .short = تم الإلغاء
portfolios-was-undone = ملغى
portfolios-file = محفظة البطاقة
    .short = محفظة البطاقة
portfolios-unreadable = لا يمكن قراءة هذا الإسناد. ارجعوا إلى قائمة البطاقات وصفّوها من جديد.

## الأخطاء

portfolios-error-name = أعطوا المحفظة اسما.
portfolios-error-taken = هذا الاسم مستعمل في هذا المركز. اختاروا اسما آخر.
portfolios-error-full = في المركز 200 محفظة. احذفوا واحدة قبل إنشاء أخرى.
portfolios-error-stale = عدّل شخص آخر هذه المحفظة للتو. تحققوا من قيمكم ثم احفظوا من جديد.
portfolios-error-agent = اختاروا العون الذي يسلّم محافظه.
portfolios-error-other = اختاروا عونا آخر يستلم المحافظ.
