# The administrator's list of accounts.

accounts-title = الحسابات
accounts-caption = الحسابات النشطة من الأقدم إلى الأحدث
    .short = الحسابات النشطة
accounts-new = حساب جديد
accounts-name = الاسم واللقب
    .label = الاسم
accounts-role = الدور
    .label = الدور
accounts-login-hint = كلمة قصيرة دون فراغ، مثل k.benali. لا فرق فيها بين الحروف الكبيرة والصغيرة.
accounts-password-hint = من 8 إلى 200 حرف أو رقم أو رمز. تصلح لذلك جملة سهلة الحفظ.
accounts-create = إنشاء الحساب
accounts-created = تم إنشاء الحساب. يمكن لصاحبه تسجيل الدخول.
    .short = تم إنشاء الحساب
accounts-error-name = ينقص اسم الشخص. اكتبوه في هذا الحقل.
accounts-error-role = ينقص دور الحساب. اختاروه من القائمة.
accounts-error-taken = اسم الدخول هذا مستعمل في حساب آخر. اختاروا غيره، مثلا برقم في آخره.
accounts-error-password = يجب أن تكون كلمة السر من 8 إلى 200 حرف أو رقم أو رمز. اكتبوا كلمة سر أخرى.
