# The trainer of screen-reader commands.
keys-title = مفاتيح قارئات الشاشة
    .short = المفاتيح
keys-typed = أو اكتبوا المفاتيح
    .short = مفاتيح مكتوبة
    .label = المفاتيح
keys-typed-hint = بأسمائها مع العلامة +. مثال: Ctrl+Alt+N. لا يُلتقط أي مفتاح: يبقى قارئكم حرا.
keys-answer = الإجابة
keys-right = صحيح: { $keys }. { $does }.
keys-wrong = لا: { $does } هو { $keys }.
keys-error-empty = اختاروا تركيبة مفاتيح أو اكتبوها.
keys-error-long = الإجابة أطول من اللازم أو فيها علامة غير ممكنة: { $most } حرفا على الأكثر.
keys-round = سلسلتكم
keys-sum = صحيحة من أول مرة: { $right } من { $asked }.
keys-known = معروفة جيدا: { $known } من { $all }.
keys-hand-over = تسليم هذه السلسلة
keys-too-few = أجيبوا عن 10 أسئلة على الأقل قبل تسليم سلسلة.
