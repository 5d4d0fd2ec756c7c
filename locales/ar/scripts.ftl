# The scripts of the centre, to be read.

scripts-title = السيناريوهات
scripts-help = تُقرأ هنا سيناريوهات المكالمات. لا يُعدَّل السيناريو في هذه الصفحة: يُكتب في ملف ثم يُنشر. يضيف النشر نسخة جديدة، وتبقى النسخ القديمة لأن مكالمات جرت وفقها.
scripts-empty = ليس لهذا المركز سيناريو مكالمة بعد. سيظهر الأول هنا عند نشره.
scripts-line = النسخة { $version }، { $steps ->
        [zero] دون مراحل
        [one] مرحلة واحدة
        [two] مرحلتان
        [few] { $steps } مراحل
        [many] { $steps } مرحلة
       *[other] { $steps } مرحلة
    }
    .short = ن{ $version }، مراحل: { $steps }
scripts-back = كل السيناريوهات
scripts-script-title = { $code }، النسخة { $version }
scripts-language-fr = بالفرنسية
scripts-language-ar = بالعربية
scripts-language-en = بالإنجليزية
scripts-newest = النسخة الحالية
scripts-older = نسخة قديمة
scripts-steps = المراحل
scripts-brackets = ما بين معقوفين يُعوَّض أثناء المكالمة.
scripts-comma = ،
scripts-kind-say = للقول
scripts-kind-ask = للسؤال
scripts-kind-do = للإنجاز
scripts-required = إلزامية
scripts-optional = اختيارية
scripts-key = المفتاح
scripts-branch-to = الانتقال إلى المرحلة { $rank }:
scripts-versions = النسخ
scripts-version = النسخة { $version }
scripts-this-one = هذه النسخة

# The names of merged fields, inside the words of a script.
scripts-absent-client-name = [اسم الزبون]
scripts-absent-agent-name = [اسم المستشار]
scripts-absent-company = [المؤسسة]
scripts-absent-reason = [موضوع المكالمة]
