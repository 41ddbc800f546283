### الموعد: عرضه، تأكيده، تغييره، إلغاؤه، التذكير به.

no_appointment = ليس لديك موعد قادم.
which_appointment = لديك عدة مواعيد. أي موعد؟
one-appointment = { $short }، { $advisor }
wish =
    موعدك: { $starts_at }، { $mode }، مع { $advisor }.{ $place ->
        [none] {""}
       *[other] {" "}{ place-said }.
    }
    { $limits ->
        [move-cancel] يمكنك تغييره حتى { $move_until }، وإلغاؤه حتى { $cancel_until }.
        [cancel] يمكنك إلغاؤه حتى { $cancel_until }.
        [move] يمكنك تغييره حتى { $move_until }.
       *[none] فات وقت التغيير أو الإلغاء هنا. { call-or-talk }
    }
    .fine = يناسبني
    .present = سأحضر
    .move = تغييره
    .cancel = إلغاؤه
    .wait = إخباري إن توفر موعد أبكر
    .late = سأتأخر
    .lost = لا أجد المكان
    .company = سآتي مع شخص
    .take = أريده
    .keep = أُبقي موعدي
    .pass = ليس هذا
    .unwait = لا داعي لإخباري
call-or-talk = { $call ->
        [none] يمكنك التحدث مع شخص.
       *[other] يمكنك الاتصال بالرقم { $call } أو التحدث مع شخص.
    }
move_late = فات وقت التغيير هنا. موعدك لا يتغير. { call-or-talk }
cancel_late = فات وقت الإلغاء هنا. إن تعذّر حضورك، فإخبارنا يساعد. { call-or-talk }
all_good = ممتاز، لا شيء يتغير. إلى اللقاء قريبًا.
reminder-day = تذكير: موعد { $starts_at }، { $mode }، مع { $advisor }.{ $place ->
        [none] {""}
       *[other] {" "}{ place-said }.
    }
reminder-hours = موعدك قريب: { $starts_at }، { $mode }، مع { $advisor }.{ $place ->
        [none] {""}
       *[other] {" "}{ place-said }.
    }
reminder-discreet =
    تذكير: { $days ->
        [0] اليوم { $hour }
        [1] غدًا { $hour }
       *[other] { $starts_at }
    }.
present-gone = هذا الموعد لم يعد موجودًا. مواعيدك: /rdv
presence_noted = شكرًا، سجّلت ذلك. إلى اللقاء مع { $advisor }، { $starts_at }.
sure = هل نلغي هذا الموعد؟ يمكنك حجز موعد آخر بعد ذلك.
    .yes = نعم، إلغاؤه
    .no = لا، إبقاؤه
cancelled-gone = هذا الموعد لم يعد موجودًا. مواعيدك: /rdv
cancel_noted = أُلغي الموعد: { $starts_at }. لحجز موعد آخر: /start
cancelled-late = فات وقت الإلغاء هنا. موعدك لا يتغير. يمكن لشخص مساعدتك: /humain
cancelled_file = لحذفه من تقويمك.
kept_as_is = حسنًا، يبقى الموعد.
slots-gone = هذا الموعد لم يعد موجودًا. مواعيدك: /rdv
slots-late = فات وقت التغيير هنا. موعدك لا يتغير. يمكن لشخص مساعدتك: /humain
slots-none = ليس لديّ وقت آخر متاح. موعدك لا يتغير. يمكن لشخص البحث معك: /humain
moved-gone = هذا الموعد لم يعد موجودًا. مواعيدك: /rdv
moved-late = فات وقت التغيير هنا. موعدك لا يتغير. يمكن لشخص مساعدتك: /humain
moved-taken = حُجز هذا الوقت قبل لحظة. إليك أوقاتًا أخرى. موعدك السابق محفوظ.
move_noted = تم التغيير: { $starts_at }، { $mode }، مع { $advisor }.{ $place ->
        [none] {""}
       *[other] {" "}{ place-said }.
    }
moved_file = لتقويمك، بدل الموعد القديم.
appointment-cancelled = ألغت mission locale موعدك يوم { $starts_at }. هل نجد موعدًا آخر؟ /start
appointment-moved =
    { $same ->
        [yes] موعدك يوم { $was } يبقى في نفس الوقت، لكن مع { $advisor }، { $mode }.
       *[no] اضطرت mission locale إلى تغيير موعدك يوم { $was }. الموعد الجديد: { $starts_at }، { $mode }، مع { $advisor }.
    }{ $place ->
        [none] {""}
       *[other] {" "}{ place-said }.
    } هل يناسبك؟
appointment-joined =
    تم الربط. موعدك: { $starts_at }، { $mode }، مع { $advisor }.{ $place ->
        [none] {""}
       *[other] {" "}{ place-said }.
    } سأذكّرك به هنا.
link-joined = تم الربط. ليس لديك موعد قادم.
link-gone = هذا الرابط لم يعد يعمل: يصلح مرة واحدة، خلال أسبوعين. يمكن لمكتب الاستقبال إعطاؤك رابطًا آخر. يمكننا التحدث هنا من الآن.
series-booked =
    { $count ->
        [one] حُجز لك موعد جديد
        [two] حُجز لك موعدان
        [few] حُجزت لك { $count } مواعيد
        [many] حُجز لك { $count } موعدًا
       *[other] حُجز لك { $count } موعد
    } مع { $advisor }، { $mode }. أول التواريخ: { $dates }. كل مواعيدك: /rdv
series-cancelled =
    ألغت mission locale { $count ->
        [one] موعدك يوم { $starts_at }
        [two] موعدين لك، ابتداءً من { $starts_at }
        [few] { $count } مواعيد لك، ابتداءً من { $starts_at }
        [many] { $count } موعدًا لك، ابتداءً من { $starts_at }
       *[other] { $count } موعد لك، ابتداءً من { $starts_at }
    }. مواعيدك: /rdv

## العودة، التوقف

resume = توقفنا في منتصف الطريق. هل نكمل؟
    .continue = نكمل
    .restart = من البداية
    .booked = موعدي
menu = كيف أساعدك؟
    .again = طلب جديد
keep_reminder = حسنًا، لن أكتب لك. هل أُبقي التذكير بموعدك؟
    .yes = نعم، أريده
    .no = لا، بلا تذكير
stopped = حسنًا، لن أكتب لك بعد الآن. للعودة: /start
pick = أي لغة؟
    .one = { $name }
    .on = المزيد ←
    .back = → رجوع
language_set = تم.
language-heard = نكمل بالعربية. لتغيير اللغة: /langue
