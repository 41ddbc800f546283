### After the appointment: whether it helped, how things are, and another moment for those who could not come.

helped =
    { $discreet ->
        [yes] کمکت کرد؟
       *[no] قرارت با { $advisor }: کمکت کرد؟
    }{ $bring_after ->
        [none] {""}
       *[other] {" "}برای ادامه: { $bring_after }
    }
    .yes = بله
    .some = کمی
    .no = نه
helped_yes = چه خوب، ممنون که گفتی.
helped_some = ممنون که گفتی. اگر چیزی کم است، یک نفر می‌تواند کمکت کند.
helped_no = ممنون که گفتی. می‌توانیم با هم دنبال چیز دیگری بگردیم.
missed =
    { $days ->
        [0] امروز
        [-1] دیروز
       *[other] { $day }
    } تو را ندیدیم. پیش می‌آید. یک وقت دیگر پیدا کنیم؟
    .take = پیدا کردن وقت دیگر
how_now = چند روز گذشته. اوضاعت چطور است؟
    .take = گرفتن یک قرار دیگر
    .fine = همه‌چیز خوب است
all_well = خوشحالم. اگر به من نیاز داشتی، همین‌جا بنویس.
before-gone = این قرار را دیگر پیدا نمی‌کنم. برای گرفتن قرار: /start
