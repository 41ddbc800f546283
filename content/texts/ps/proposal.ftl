### What a mediator proposes in the conversation: a place, a slot, a workshop.

proposal-place =
    { $who } دا ځای دروړاندې کوي{ $km ->
        [none] {""}
       *[other] {" "}({ offer-far })
    }: { place-said }.
    { $hours ->
        [none] {""}
       *[other] د کار وختونه: { $hours }.{" "}
    }{ $walk_in ->
        [yes] بې وخت اخیستلو هم راتلای شې.
       *[no] هلته مخکې وخت اخیستل پکار دي.
    }{ $access ->
        [none] {""}
       *[other] {" "}لار: { $access }.
    }
proposal-slot =
    { $who } یو ملاقات دروړاندې کوي: { $starts_at } بجې، { $mode }، له { $advisor } سره.{ $place ->
        [none] {""}
       *[other] {" "}{ place-said }.
    } درته سم دی؟
proposal-workshop =
    { $who } د «{ $title }» ورکشاپ دروړاندې کوي: { $starts_at } بجې. { place-said }. غواړې راشې؟
proposed =
    .take-place = سمه ده، ځم
    .take-slot = هو، اخلم یې
    .take-workshop = هو، راځم
    .pass = نه، بل شی
    .other-slot = { $short }، { $advisor }
    .other-workshop = { $short }، { $title }
place_noted = سمه ده. سفر دې په خیر!
seat_noted = ستا ځای ساتل شوی: «{ $title }»، { $starts_at } بجې. { place-said }. که نه شې راتلای، دلته یې ووایه.
pass_noted = سمه ده. دلته ولیکه چې څه درته ښه دي.
pass_noted_alone = سمه ده. که بل څه غواړې، یو کس درسره مرسته کولای شي.
others_free = همدا اوس بل چا دا ځای واخیست. دا نور دي:
no_other = همدا اوس بل چا دا ځای واخیست، او بل نه وینم. دلته ولیکه، درسره یې لټوو.
no_other_alone = همدا اوس بل چا دا ځای واخیست، او بل نه وینم. یو کس یې درسره لټولای شي.
booking-gone = دا وړاندیز نور نشته. ستا ملاقاتونه: /rdv. له چا سره خبرې: /humain
booking-done = له مخکې لیکل شوي. ستا ملاقاتونه: /rdv
booking-minor = تر 16 کلنۍ مخکې، زه ملاقات نه اخلم. څوک چې دلته ځواب درکوي، ویلای شي چې څوک مرسته کوي: /humain
passed-gone = دا وړاندیز نور نشته. هېڅ نه دي بدل شوي.
passed-done = دا له مخکې درته لیکل شوي. د ملاقات د بدلولو یا لغوه کولو لپاره: /rdv
