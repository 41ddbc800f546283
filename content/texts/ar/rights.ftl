### بعد شخص من الفريق: هل ساعد، حفظ المحادثة، وإمكانية الاتصال.

face = هل أفادتك المحادثة مع { $rated_name }؟ جوابك يساعد الفريق على التحسن. يمكنك أيضًا عدم الإجابة.
    .good = 🙂 نعم، شكرًا
    .fair = 😐 قليلًا
    .bad = 🙁 لا
unrated = حسنًا.
rated-gone = مرّ وقت طويل على ذلك، لكن شكرًا على كل حال.
word = تم. هل هناك كلمة تضاف؟ الفريق سيقرؤها.
worded-gone = مرّ وقت طويل على ذلك، لكن شكرًا على كل حال.
rated_thanks = شكرًا على إخباري. عند الحاجة إلى شخص: /humain
rated_sorry = شكرًا على إخباري. يمكن لشخص آخر مساعدتك.

keep-talk = حفظ المحادثة
kept_talk-gone = لا أجد هنا محادثة مع شخص.
talk_file = هذه محادثتك. إن كان الهاتف مشتركًا، من الأفضل حذفها منه.
transcript-title = محادثتك على Passerelle
transcript-you = أنت
transcript-guide = Passerelle
transcript-human = شخص من الفريق
transcript-photo = [صورة]
transcript-video = [فيديو]
transcript-voice = [رسالة صوتية]
transcript-sticker = [ملصق]
transcript-contact = [جهة اتصال]
transcript-position = [موقع]
transcript-edited = [رسالة معدّلة]
transcript-tap = [زر]
transcript-file = [ملف]
transcript-end = هذا النص لك. لمسح كل شيء من جهتنا، في المحادثة: /supprimer

reach = إن انقطع التواصل هنا، هل يمكننا الاتصال بك؟ فقط لنعود إلى التواصل، ثلاث مكالمات على الأكثر.
    .yes = نعم، يمكنكم الاتصال
    .no = لا، شكرًا
reach_yes = حسنًا: إن انقطع التواصل هنا، نتصل بك على الرقم { $phone }. يمكنك تغيير رأيك: /vieprivee
reach_no = حسنًا، لن يتصل بك أحد. يمكنك تغيير رأيك: /vieprivee
reach-on = الاتصال بي عند الانقطاع
reach-off = عدم الاتصال بي
unreach_noted = حسنًا، لن يتصل بك أحد إن انقطع التواصل هنا.
