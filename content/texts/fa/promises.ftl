### What is said when an answer that was promised is late.

promise-moved = گفته بودیم تا { $before }. به آن وقت نمی‌رسیم، ببخش. { $until ->
        [none] هر چه زودتر جواب می‌گیری.
       *[other] تا { $until } جواب می‌گیری.
    }{ $numbers ->
        [none] {""}
       *[other] {" "}اگر نمی‌شود صبر کرد، شمارهٔ کمک: { $numbers }.
    }
promise-missed = گفته بودیم تا { $before }، و کسی نتوانست جوابت را بدهد. ببخش. { $until ->
        [none] هر چه زودتر جواب می‌گیری.
       *[other] تا { $until } جواب می‌گیری.
    }{ $numbers ->
        [none] {""}
       *[other] {" "}اگر نمی‌شود صبر کرد، شمارهٔ کمک: { $numbers }.
    }
promise-over = گفته بودیم تا { $before }، و هنوز نمی‌توانیم جوابت را بدهیم. ببخش. درخواستت باز می‌ماند.{ $phone ->
        [none] {""}
       *[other] {" "}مطمئن‌ترین راه: به mission locale زنگ بزن، { $phone }.
    }{ $numbers ->
        [none] {""}
       *[other] {" "}اگر نمی‌شود صبر کرد، شمارهٔ کمک: { $numbers }.
    }
