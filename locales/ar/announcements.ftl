# The announcement log.

announcements-title = التنبيهات
announcements-empty = لا يوجد أي تنبيه حتى الآن. ستُحفظ هنا الرسائل القصيرة، مثل رنين مكالمة، لتقرؤوها من جديد. لرؤية أول رسالة، احفظوا تفضيلاتكم.
