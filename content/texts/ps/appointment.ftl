### The appointment: show, confirm, move, cancel, remind.

no_appointment = راتلونکی ملاقات نه لرې.
which_appointment = څو ملاقاتونه لرې. کوم یو؟
one-appointment = { $short }، { $advisor }
wish =
    ستا ملاقات: { $starts_at } بجې، { $mode }، له { $advisor } سره.{ $place ->
        [none] {""}
       *[other] {" "}{ place-said }.
    }
    { $limits ->
        [move-cancel] تر { $move_until } بجو پورې یې وخت بدلولای شې، تر { $cancel_until } بجو پورې یې لغوه کولای شې.
        [cancel] تر { $cancel_until } بجو پورې یې لغوه کولای شې.
        [move] تر { $move_until } بجو پورې یې وخت بدلولای شې.
       *[none] دلته د بدلولو یا لغوه کولو وخت تېر شوی. { call-or-talk }
    }
    .fine = راته سم دی
    .present = زه راځم
    .move = وخت بدلول
    .cancel = لغوه کول
    .wait = که مخکې ځای خالي شو، خبر راکړه
    .late = ناوخته رسېږم
    .lost = ځای نه پیدا کوم
    .company = له چا سره راځم
    .take = اخلم یې
    .keep = خپل ملاقات ساتم
    .pass = دا نه
    .unwait = نور خبر مه راکوه
call-or-talk = { $call ->
        [none] له چا سره خبرې وکړه.
       *[other] { $call } ته زنګ ووهه یا له چا سره خبرې وکړه.
    }
move_late = دلته د وخت بدلولو موده تېره شوې. ستا ملاقات نه بدلېږي. { call-or-talk }
cancel_late = دلته د لغوه کولو موده تېره شوې. که نه شې راتلای، بیا هم خبر راکړه، مرسته کوي. { call-or-talk }
all_good = ډېر ښه، هېڅ نه بدلېږي. تر بیا لیدو.
reminder-day = یادونه: ملاقات { $starts_at } بجې، { $mode }، له { $advisor } سره.{ $place ->
        [none] {""}
       *[other] {" "}{ place-said }.
    }
reminder-hours = ډېر نږدې دی: { $starts_at } بجې، { $mode }، له { $advisor } سره.{ $place ->
        [none] {""}
       *[other] {" "}{ place-said }.
    }
reminder-discreet =
    یادونه: { $days ->
        [0] نن { $hour } بجې
        [1] سبا { $hour } بجې
       *[other] { $starts_at } بجې
    }.
present-gone = دا ملاقات نور نشته. ستا ملاقاتونه: /rdv
presence_noted = مننه، ومې لیکل. له { $advisor } سره لیدنه: { $starts_at } بجې.
sure = دا ملاقات لغوه کړم؟ بیا بل اخیستلای شې.
    .yes = هو، لغوه یې کړه
    .no = نه، ویې ساته
cancelled-gone = دا ملاقات نور نشته. ستا ملاقاتونه: /rdv
cancel_noted = لغوه شو: { $starts_at } بجې. د بل اخیستلو لپاره: /start
cancelled-late = دلته د لغوه کولو موده تېره شوې. ستا ملاقات نه بدلېږي. یو کس درسره مرسته کولای شي: /humain
cancelled_file = له تقویم څخه د ملاقات لرې کولو لپاره.
kept_as_is = سمه ده، ساتو یې.
slots-gone = دا ملاقات نور نشته. ستا ملاقاتونه: /rdv
slots-late = دلته د وخت بدلولو موده تېره شوې. ستا ملاقات نه بدلېږي. یو کس درسره مرسته کولای شي: /humain
slots-none = بل خالي وخت نه لرم. ستا ملاقات نه بدلېږي. یو کس درسره لټولای شي: /humain
moved-gone = دا ملاقات نور نشته. ستا ملاقاتونه: /rdv
moved-late = دلته د وخت بدلولو موده تېره شوې. ستا ملاقات نه بدلېږي. یو کس درسره مرسته کولای شي: /humain
moved-taken = همدا اوس بل چا دا وخت واخیست. دا نور وختونه دي. ستا مخکینی ملاقات پر ځای دی.
move_noted = وخت بدل شو: { $starts_at } بجې، { $mode }، له { $advisor } سره.{ $place ->
        [none] {""}
       *[other] {" "}{ place-said }.
    }
moved_file = ستا د تقویم لپاره، د پخواني ملاقات پر ځای.
appointment-cancelled = ستا د { $starts_at } بجو ملاقات د mission locale له خوا لغوه شو. بل پیدا کړو؟ /start
appointment-moved =
    { $same ->
        [yes] ستا د { $was } بجو ملاقات په هماغه وخت دی، خو له { $advisor } سره، { $mode }.
       *[no] ستا د { $was } بجو ملاقات وخت د mission locale له خوا بدل شو. نوی ملاقات: { $starts_at } بجې، { $mode }، له { $advisor } سره.
    }{ $place ->
        [none] {""}
       *[other] {" "}{ place-said }.
    } درته سم دی؟
appointment-joined =
    اړیکه جوړه شوه. ستا ملاقات: { $starts_at } بجې، { $mode }، له { $advisor } سره.{ $place ->
        [none] {""}
       *[other] {" "}{ place-said }.
    } دلته به یې دریادوم.
link-joined = اړیکه جوړه شوه. راتلونکی ملاقات نه لرې.
link-gone = دا لېنک نور کار نه کوي: یوازې یو ځل او تر دوو اونیو کارېږي. د هرکلي مېز بل لېنک درکولای شي. موږ له همدا اوسه دلته خبرې کولای شو.
series-booked =
    { $count ->
        [one] یو نوی ملاقات وټاکل شو
       *[other] { $count } ملاقاتونه وټاکل شول
    }: له { $advisor } سره، { $mode }. لومړي: { $dates }. ستا ټول ملاقاتونه: /rdv
series-cancelled =
    { $count ->
        [one] د { $starts_at } بجو ملاقات د mission locale له خوا لغوه شو
       *[other] د { $starts_at } بجو او تر هغې وروسته { $count } ملاقاتونه د mission locale له خوا لغوه شول
    }. ستا ملاقاتونه: /rdv

## Coming back, stopping

resume = بیا ښه راغلې. په نیمه لار کې وو. دوام ورکړو؟
    .continue = دوام
    .restart = له سره
    .booked = زما ملاقات
menu = څه کول غواړې؟
    .again = نوې غوښتنه
keep_reminder = سمه ده، نور نه لیکم. ستا د ملاقات یادونه وساتم؟
    .yes = هو، ویې ساته
    .no = نه، یادونه مه کوه
stopped = سمه ده، نور درته نه لیکم. د بیا پیل لپاره: /start
pick = کومه ژبه؟
    .one = { $name }
    .on = نور ←
    .back = → شاته
language_set = سمه ده، بدله شوه.
language-heard = په پښتو دوام ورکوو. د ژبې بدلول: /langue
