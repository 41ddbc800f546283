### When someone else speaks, and when there is danger.

human-called = وشو، د ټیم یو کس به{ $until ->
        [none] {""}
       *[other] {" "}تر { $until } بجو پورې
    } دلته ځواب درکړي. له همدا اوسه لیکلای شې چې څه شوي دي.
human-called-later = وشو. تر { $reads_at } بجو پورې به یې څوک ونه لولي.{ $until ->
        [none] {""}
       *[other] {" "}ځواب به تر { $until } بجو پورې راشي.
    } له همدا اوسه لیکلای شې، پیغام به دې ولوستل شي.
human-already-called = یو کس ته خبر ورکړل شوی دی. هغه به{ $until ->
        [none] {""}
       *[other] {" "}تر { $until } بجو پورې
    } دلته ځواب درکړي. لیکلای شې.
human-already-here = یو کس همدا اوس دلته ځواب درکوي. ورته لیکلای شې.
human-has-floor = یو کس ځواب درکوي. پوښتنې به وروسته وي.
still-stopped = لکه څنګه چې دې وغوښتل، نور درته نه لیکم. د بیا پیل لپاره: /start
start-human = هېڅ نه دي ورک شوي. یو کس{ $until ->
        [none] {" "}دلته ځواب درکوي یا به یې درکړي
       *[other] {" "}به تر { $until } بجو پورې دلته ځواب درکړي
    }. ستا ملاقات: /rdv
human-here = { $name } کار پر مخ وړي او دلته ځواب درکوي.
human-gave-back = { $name } کار بېرته ما ته راسپاري. دوام ورکړو.
human-closed = د { $name } کار پای ته ورسېد. که اړتیا وي، ولیکه: /humain. له دې ځایه زه دوام ورکوم.
human-hands-to = { $name } کار { $to } ته سپاري، چې دلته به ځواب درکړي.{ $until ->
        [none] {""}
       *[other] {" "}ځواب به تر { $until } بجو پورې راشي.
    }
human-hands-to-team = { $name } کار بل ټیم ته سپاري: { $team }. هغوی به دلته ځواب درکړي.{ $until ->
        [none] {""}
       *[other] {" "}ځواب به تر { $until } بجو پورې راشي.
    }
human-releases = د { $name } کار دلته پای ته رسېږي. د ټیم بل کس به دلته ځواب درکړي.{ $until ->
        [none] {""}
       *[other] {" "}ځواب به تر { $until } بجو پورې راشي.
    }
human-takes-over = { $name } د { $former } پر ځای دوام ورکوي او دلته ځواب درکوي.
human-stops = { $name } دا خبرې دلته پای ته رسوي. زه ستا د ملاقاتونو لپاره دلته یم: /rdv
human-stops-until = { $name } دا خبرې پای ته رسوي. ټیم تر { $until } بجو پورې دلته ځواب نه ورکوي. زه دلته یم: /rdv. که په خطر کې یې، { LINE("samu") } یا { LINE("112") } ته زنګ ووهه.
human-paused = ټیم تر { $until } بجو پورې دلته ځواب نه ورکوي. زه دلته یم: /rdv. که په خطر کې یې، { LINE("samu") } یا { LINE("112") } ته زنګ ووهه.
human-unpaused = ټیم بیا دلته ځواب درکولای شي. که غواړې: /humain

resume_with = غواړې له { $name } سره دوام ورکړې؟
    .guide = دلته دوام
resume-with = له { $name } سره دوام

danger-suicide = هغه څه چې پر تا تېرېږي، مهم دي. همدا اوس زنګ ووهه، وړیا دی، شپه او ورځ:
danger-violence-conjugale = داسې چلند باید درسره ونه شي. همدا اوس زنګ ووهه، وړیا دی، شپه او ورځ:
danger-violence-familiale = داسې چلند باید درسره ونه شي. همدا اوس زنګ ووهه، وړیا دی، شپه او ورځ:
danger-violence-sexuelle = دا ستا ګناه نه ده. همدا اوس زنګ ووهه، وړیا دی، شپه او ورځ:
danger-enfance-danger = یو ماشوم باید خوندي وي. همدا اوس زنګ ووهه، وړیا دی، شپه او ورځ:
danger-sans-abri-ce-soir = باید بهر پاتې نه شې. همدا اوس زنګ ووهه، وړیا دی، شپه او ورځ:
danger-urgence-medicale = دا بېړنی حالت دی. همدا اوس زنګ ووهه، وړیا دی، شپه او ورځ:
danger-overdose = دا بېړنی حالت دی. همدا اوس زنګ ووهه، وړیا دی، شپه او ورځ:
danger-harcelement-cyber = دا ځورول بندېدای شي. زنګ ووهه، وړیا دی:
danger-traite-exploitation = هېڅوک حق نه لري په زور څه درباندې وکړي. زنګ ووهه، وړیا دی:
danger-numbers = { $intro }
    { $numbers }
danger-number = { $number } – { $name }{ $sms ->
        [yes] {" "}(په SMS پیغام)
       *[no] {""}
    }
danger-human = یو کس ته خبر ورکړل شوی دی. هغه به هم{ $until ->
        [none] {""}
       *[other] {" "}تر { $until } بجو پورې
    } دلته ځواب درکړي.
danger-human-later = تر { $reads_at } بجو پورې به دلته څوک ونه لولي.{ $until ->
        [none] {""}
       *[other] {" "}ځواب به تر { $until } بجو پورې راشي.
    } همدا اوس، د مرستې شمېره: { $numbers }.
danger-the = { $number }
danger-or = { $some } یا { $last }
