### On the day, waiting for a place, a shared phone.

## On the day

late_told-gone = دا ملاقات نور نشته. ستا ملاقاتونه: /rdv
late_told-early = دا ملاقات د نن لپاره نه دی. د وخت بدلولو لپاره: /rdv
late_noted = مننه چې خبر دې راکړ، { $advisor } ته به وویل شي. بیا هم راشه.{ $call ->
        [none] {""}
       *[other] {" "}که ډېر ناوخته شو، { $call } ته زنګ ووهه.
    }
find_place =
    { place-said }.{ $access ->
        [none] {""}
       *[other] {" "}{ $access }.
    }
    { $hours ->
        [none] {""}
       *[other] د کار وختونه: { $hours }.
    }{ $call ->
        [none] {""}
       *[other] {" "}ټیلیفون: { $call }.
    }
find_venue = { $site }
find_call = ستا ملاقات { $mode } دی: چېرته تګ ته اړتیا نشته.{ $call ->
        [none] {""}
       *[other] {" "}ستونزه شته؟ { $call } ته زنګ ووهه.
    }
find_gone = دا ملاقات نور نشته. ستا ملاقاتونه: /rdv
company_fine = هو، ولې نه! له هر چا سره چې غواړې، راشه.

## Waiting for a place

waits-gone = دا ملاقات نور نشته. ستا ملاقاتونه: /rdv
waits-soon = ستا ملاقات ډېر نږدې دی، تر دې مخکې وخت نه لټوم. ملاقات دې نه بدلېږي.
waits_noted = سمه ده. که مخکې ځای خالي شو، درته لیکم، تر درې ځله پورې. ستا ملاقات نه بدلېږي.
earlier-freed =
    مخکې یو ځای خالي شو: { $starts_at } بجې، { $mode }، له { $advisor } سره.{ $place ->
        [none] {""}
       *[other] {" "}{ place-said }.
    }
    چې هر څوک لومړی ځواب ورکړي، هغه یې اخلي. ستا ملاقات: { $had } بجې.
slot-freed =
    یو ځای خالي شو: { $starts_at } بجې، { $mode }، له { $advisor } سره.{ $place ->
        [none] {""}
       *[other] {" "}{ place-said }.
    }
    چې هر څوک لومړی ځواب ورکړي، هغه یې اخلي.
taken-gone = دا انتظار پای ته رسېدلی، هېڅ نه دي بدل شوي. ستا ملاقاتونه: /rdv
taken-taken = همدا اوس بل چا دا ځای واخیست، بښنه. ستا نوم په لړلیک کې پاتې دی، بل هېڅ نه دي بدل شوي.
taken_noted = ستا شو: { $starts_at } بجې، { $mode }، له { $advisor } سره.{ $place ->
        [none] {""}
       *[other] {" "}{ place-said }.
    } د بدلولو یا لغوه کولو لپاره: /rdv
taken_file = ستا د تقویم لپاره.
kept_waiting = سمه ده، هېڅ نه بدلېږي. ستا نوم په لړلیک کې پاتې دی.
left_list-gone = دا پای ته رسېدلي، نور یې نه لټوم.
left_list_noted = سمه ده، نور یې نه لټوم. ستا ملاقاتونه: /rdv

## A shared phone

discreet = د جزییاتو پټول: زما یادونې نه ځای وايي، نه دلیل. ښه ده، که بل څوک هم ستا ټیلیفون ګوري.
    .on = بې جزییاتو
    .off = له جزییاتو سره
discreet_on = سمه ده، زما یادونې به جزییات نه وايي. د بدلولو لپاره: /discret
discreet_off = سمه ده، زما یادونې به هر څه وايي. د بدلولو لپاره: /discret
