### On the day, waiting for a place, a shared phone.

## On the day

late_told-gone = این قرار دیگر وجود ندارد. قرارهایت: /rdv
late_told-early = این قرار برای امروز نیست. برای تغییر وقت: /rdv
late_noted = ممنون که خبر دادی، به { $advisor } گفته می‌شود. با این حال بیا.{ $call ->
        [none] {""}
       *[other] {" "}اگر خیلی دیر شد، به { $call } زنگ بزن.
    }
find_place =
    { place-said }.{ $access ->
        [none] {""}
       *[other] {" "}{ $access }.
    }
    { $hours ->
        [none] {""}
       *[other] ساعت کار: { $hours }.
    }{ $call ->
        [none] {""}
       *[other] {" "}تلفن: { $call }.
    }
find_venue = { $site }
find_call = قرارت { $mode } است: لازم نیست جایی بروی.{ $call ->
        [none] {""}
       *[other] {" "}مشکلی هست؟ به { $call } زنگ بزن.
    }
find_gone = این قرار دیگر وجود ندارد. قرارهایت: /rdv
company_fine = البته! با هر کسی که دوست داری بیا.

## Waiting for a place

waits-gone = این قرار دیگر وجود ندارد. قرارهایت: /rdv
waits-soon = قرارت خیلی نزدیک است، دنبال وقت زودتر نمی‌گردم. قرارت سر جایش است.
waits_noted = باشد. اگر زودتر جایی خالی شد برایت می‌نویسم، حداکثر سه بار. قرارت سر جایش است.
earlier-freed =
    یک جای زودتر خالی شد: { $starts_at }، { $mode }، با { $advisor }.{ $place ->
        [none] {""}
       *[other] {" "}{ place-said }.
    }
    هر کسی اول جواب بدهد، آن را می‌گیرد. قرار تو: { $had }.
slot-freed =
    یک جا خالی شد: { $starts_at }، { $mode }، با { $advisor }.{ $place ->
        [none] {""}
       *[other] {" "}{ place-said }.
    }
    هر کسی اول جواب بدهد، آن را می‌گیرد.
taken-gone = این انتظار تمام شده، چیزی عوض نشد. قرارهایت: /rdv
taken-taken = همین حالا کسی این جا را گرفت، ببخش. تو در فهرست می‌مانی و چیز دیگری عوض نشد.
taken_noted = مال تو شد: { $starts_at }، { $mode }، با { $advisor }.{ $place ->
        [none] {""}
       *[other] {" "}{ place-said }.
    } برای تغییر یا لغو: /rdv
taken_file = برای تقویمت.
kept_waiting = باشد، چیزی عوض نمی‌شود. در فهرست می‌مانی.
left_list-gone = دیگر تمام شده، من نمی‌گردم.
left_list_noted = باشد، دیگر نمی‌گردم. قرارهایت: /rdv

## A shared phone

discreet = حالت بدون جزئیات: یادآوری‌های من نه جا را می‌گویند، نه دلیل را. خوب است اگر کس دیگری هم گوشی تو را می‌بیند.
    .on = بدون جزئیات
    .off = با جزئیات
discreet_on = باشد، یادآوری‌هایم بدون جزئیات می‌مانند. برای تغییر: /discret
discreet_off = باشد، یادآوری‌هایم همه‌چیز را می‌گویند. برای تغییر: /discret
