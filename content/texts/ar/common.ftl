### ما يمكن لأي شخص أن يقرأه في أي وقت.

language-name = العربية

## كلمات التاريخ (أنماط Babel)

# «الساعة» جزء من نمط الساعة: «قبل الساعة 14:00»، «الثلاثاء 24 نوفمبر الساعة 14:00».
pattern-day = EEEE d MMMM
pattern-first-day = EEEE d MMMM
pattern-hour = الساعة H:mm
pattern-hour-minutes = الساعة H:mm
pattern-dated = d MMMM y
pattern-month = LLLL y
pattern-short-day = EEE d MMM
date-moment = { $day } { $hour }
pattern-weekday = EEEE
date-weekday = { $day } { $hour }
list-more = { $some }، { $next }
list-and = { $some } و{ $last }
ticked = ✓ { $label }

## الأزرار التي لا يتغير مكانها

control-back = رجوع
control-human = التحدث مع شخص
page-earlier = السابق
page-later = التالي
control-skip = أفضّل عدم الإجابة
control-position = 📍 مشاركة موقعي
link-call = اتصال: { $name }
link-write = رسالة إلى { $name }
link-map = على الخريطة
link-directory = زيارة الموقع
link-national = دليل missions locales

## حين لا نفهم بعضنا

please-choose = لم أفهم. يمكنك الضغط على زر، أو كتابة رقمه (1، 2، 3…).
please-write = لم يصلني أي نص. هل نحاول من جديد؟
too-long =
    هذا طويل عليّ قليلًا. تكفي بضع كلمات ({ $limit ->
        [one] حرف واحد
        [two] حرفان
        [few] { $limit } أحرف
        [many] { $limit } حرفًا
       *[other] { $limit } حرف
    } على الأكثر).
no-position-now = شكرًا على الموقع. هنا، أحتاج إلى جواب آخر.
human-can-help = لم أنجح في الفهم. يمكن لشخص مساعدتك: زر «التحدث مع شخص». أو يمكنك اختيار جواب هنا.
too-late = هذا الزر لسؤال سابق. لم يتغير شيء. وصلنا إلى هنا:
button-gone = هذا الزر لم يعد يعمل، ولم يتغير شيء. موعدك: /rdv. طلب آخر: /start
already-noted = هذا مسجّل من قبل.
nothing-before = هذه هي البداية، لا شيء قبلها.
cannot-read-file = وصلني ما أرسلته، لكني لا أستطيع قراءته. شخص من الفريق يستطيع: «التحدث مع شخص».
cannot-read-voice = وصلتني رسالتك الصوتية. أحفظها لشخص من الفريق يستطيع سماعها. أنا لا أستطيع.
cannot-read-sticker = جميل! حتى نكمل، أحتاج إلى كلمات أو إلى زر.
edit-seen = رأيت تعديلًا في رسالة منك. لتغيير جواب، هناك زر «رجوع».
unknown-command = لا أعرف هذا الأمر. ما يمكنني فعله: /aide
group-only-private = أتحدث في المحادثات الخاصة فقط. يمكنك الكتابة لي مباشرة. إلى اللقاء قريبًا.
apology = وصلت رسالتك، لكني لم أستطع معالجتها. للتحدث مع شخص: /humain
not-so-fast = أنت تكتب بسرعة! حفظت كل شيء، لكني لن أجيب لمدة دقيقة. بعدها أعد كتابة الأهم. مستعجل؟ اكتب: /humain

## الأوامر

aide =
    أساعدك على إيجاد المكان المناسب قريبًا منك، وعلى حجز موعد.
    /start البدء أو المتابعة
    /rdv عرض الموعد، تغييره، إلغاؤه
    /humain التحدث مع شخص
    /langue تغيير اللغة
    /discret تذكير بلا تفاصيل
    /vieprivee بياناتك، مسح كل شيء
    /stop إيقاف الرسائل
vieprivee = mission locale الخاصة بك مسؤولة عن معلوماتك: هذه مهمتها للمصلحة العامة. أحتفظ بأجوبتك ورسائلك ومواعيدك { $contact } يومًا على الأكثر بعد آخر تواصل. يقرؤها الفريق الذي يساعدك. للحصول على كل شيء: /mesdonnees. لمسح كل شيء، الآن: /supprimer
erased = تم: مُسح كل شيء، ومواعيدك أيضًا. تبقى أرقام بلا اسم، ولمدة { $audit } يومًا ما فعله الفريق، بلا اسمك. تذكّر مسح هذه المحادثة في Telegram أيضًا. إن عدت يومًا ما: /start

command-start = البدء أو المتابعة
command-rdv = موعدي
command-humain = التحدث مع شخص
command-aide = ما يمكنني فعله
command-langue = تغيير اللغة
command-stop = إيقاف الرسائل
bot-description = يساعدك Passerelle على إيجاد موعد في mission locale قريبة منك. مجانًا، بلا حساب وبلا استمارة.
bot-short-description = موعد في mission locale قريبة منك. مجانًا.
