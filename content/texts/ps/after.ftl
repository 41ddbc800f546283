### After the appointment: whether it helped, how things are, and another moment for those who could not come.

helped =
    { $discreet ->
        [yes] مرسته یې درسره وکړه؟
       *[no] ستا ملاقات له { $advisor } سره: مرسته یې درسره وکړه؟
    }{ $bring_after ->
        [none] {""}
       *[other] {" "}تر دې وروسته: { $bring_after }
    }
    .yes = هو
    .some = لږ
    .no = نه
helped_yes = ډېر ښه، مننه چې راته ودې ویل.
helped_some = مننه چې راته ودې ویل. که څه کم وي، یو کس درسره مرسته کولای شي.
helped_no = مننه چې راته ودې ویل. بله لار درسره لټولای شو.
missed =
    { $days ->
        [0] نن
        [-1] پرون
       *[other] { $day }
    } زموږ ملاقات ونه شو. داسې کېږي. بل وخت پیدا کړو؟
    .take = بل وخت پیدا کول
how_now = څو ورځې تېرې شوې. حال دې څنګه دی؟
    .take = بل ملاقات اخیستل
    .fine = هر څه سم دي
all_well = ډېر ښه. که ما ته اړتیا وه، دلته راته ولیکه.
before-gone = دا ملاقات نور نه پیدا کوم. د ملاقات اخیستلو لپاره: /start
