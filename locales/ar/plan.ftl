# مخطط سداسيات الدفعة.

plan-title = مخطط { $promotion }
plan-promotion = العودة إلى الدفعة
    .short = العودة إلى الدفعة
plan-back = العودة إلى المخطط
plan-text = لم تعد الوثيقة الرسمية تذكر سداسي كل كتلة. هذا المخطط للمؤسسة، وهي تؤكده.
plan-open =
    { $n ->
        [zero] لكل الكتل سداسي.
        [one] كتلة واحدة ليس لها سداسي بعد.
        [two] كتلتان ليس لهما سداسي بعد.
        [few] { $n } كتل ليس لها سداسي بعد.
        [many] { $n } كتلة ليس لها سداسي بعد.
       *[other] { $n } كتلة ليس لها سداسي بعد.
    }
plan-not-yet = المخطط ليس صحيحا بعد:
plan-suggest = إكمال المخطط
plan-know = للعلم
plan-know-text = تبدأ هذه الوحدات قبل وحدات تستند إليها. المصفوفة تنتظر التأكيد: لا شيء ممنوع.
plan-early = يبدأ { $module } في السداسي { $semester }؛ وتأتي بعده أو بلا سداسي: { $later }.
plan-move = نقل الكتل
plan-block = الكتلة
    .label = الكتلة
plan-place = وضع الكتل
plan-placed = وضعت الكتل.
plan-a-week = في الأسبوع
plan-semester-empty = لا كتلة في هذا السداسي.
plan-hours = ساعات كل وحدة
plan-hours-text = لا تحسب أي ساعة منجزة: جدول التوقيت ليس بعد في البرنامج.
plan-hours-caption = الواجبة والموضوعة والمنجزة:
    .short = ساعات كل وحدة
plan-due = الواجبة
plan-in-semesters = الموضوعة
plan-done = المنجزة
plan-semesters = السداسيات
plan-suggestion = إكمال المخطط
plan-suggestion-text = هذا ما سيوضع. لا تتحرك الكتل الموضوعة، ويصبح لكل سداسي ساعاته.
plan-as-proposed = { $module }، الكتلة { $block }: السداسي { $semester }، كما يقترح البرنامج.
plan-otherwise = { $module }، الكتلة { $block }: السداسي { $semester } لا { $proposed }، ليكون لكل سداسي ساعاته.
plan-take = الوضع هكذا
plan-filled = أكمل المخطط.
plan-nothing-open = لكل الكتل سداسي. لا شيء للإكمال.
plan-impossible = لا توجد طريقة لوضع الكتل الباقية تعطي كل سداسي ساعاته. أخرجوا بعض الكتل الموضوعة ثم أعيدوا.
plan-impossible-order = كتل { $module } ليست متتابعة. صححوها أولا.
plan-impossible-full = في السداسي { $semester } ساعات أكثر من اللازم. أخرجوا منه كتلة ثم أعيدوا.
plan-impossible-stuck = لا تترك الكتل الموضوعة طريقة للإكمال. إخراج كتل إحدى هذه الوحدات يفتح طريقة: { $modules }.
plan-changed = تغير المخطط منذ هذه الصفحة. لم يوضع شيء: افتحوا الصفحة من جديد.
plan-error-order = من كتلة إلى التي تليها يجب أن يزيد السداسي. اختاروا سداسيا لاحقا أو انقلوا الكتلة السابقة.
plan-error-stale = نقل شخص آخر كتل للتو. المخطط المعروض مخططه؛ راجعوا اختياراتكم ثم ضعوا من جديد.
