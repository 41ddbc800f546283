### What is said when an answer that was promised is late.

promise-moved = ویلي مو وو، تر { $before } بجو پورې. تر هغه وخته نه رسېږو، بښنه. { $until ->
        [none] ځواب به ژر تر ژره درکړل شي.
       *[other] ځواب به تر { $until } بجو پورې درکړل شي.
    }{ $numbers ->
        [none] {""}
       *[other] {" "}که انتظار نه کېږي، د مرستې شمېره: { $numbers }.
    }
promise-missed = ویلي مو وو، تر { $before } بجو پورې، خو هېچا ځواب درنه کړ. بښنه. { $until ->
        [none] ځواب به ژر تر ژره درکړل شي.
       *[other] ځواب به تر { $until } بجو پورې درکړل شي.
    }{ $numbers ->
        [none] {""}
       *[other] {" "}که انتظار نه کېږي، د مرستې شمېره: { $numbers }.
    }
promise-over = ویلي مو وو، تر { $before } بجو پورې، خو ځواب نه شو درکولای. بښنه. ستا غوښتنه پرانیستې ده.{ $phone ->
        [none] {""}
       *[other] {" "}تر ټولو ډاډمنه لار: mission locale ته زنګ ووهه، { $phone }.
    }{ $numbers ->
        [none] {""}
       *[other] {" "}که انتظار نه کېږي، د مرستې شمېره: { $numbers }.
    }
