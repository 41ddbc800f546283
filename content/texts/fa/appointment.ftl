### The appointment: show, confirm, move, cancel, remind.

no_appointment = قرار ملاقاتی در پیش نداری.
which_appointment = چند قرار ملاقات داری. کدام؟
one-appointment = { $short }، { $advisor }
wish =
    قرار ملاقاتت: { $starts_at }، { $mode }، با { $advisor }.{ $place ->
        [none] {""}
       *[other] {" "}{ place-said }.
    }
    { $limits ->
        [move-cancel] تا { $move_until } می‌توانی وقتش را عوض کنی، و تا { $cancel_until } لغوش کنی.
        [cancel] تا { $cancel_until } می‌توانی لغوش کنی.
        [move] تا { $move_until } می‌توانی وقتش را عوض کنی.
       *[none] برای تغییر یا لغو از اینجا دیر شده. { call-or-talk }
    }
    .fine = برایم خوب است
    .present = می‌آیم
    .move = تغییر وقت
    .cancel = لغو
    .wait = اگر زودتر جایی خالی شد، خبرم کن
    .late = دیر می‌رسم
    .lost = پیدا نمی‌کنم
    .company = با یک نفر می‌آیم
    .take = می‌گیرم
    .keep = قرار خودم بماند
    .pass = این یکی نه
    .unwait = دیگر خبرم نکن
call-or-talk = { $call ->
        [none] با یک نفر صحبت کن.
       *[other] به { $call } زنگ بزن یا با یک نفر صحبت کن.
    }
move_late = برای تغییر وقت از اینجا دیر شده. قرارت سر جایش است. { call-or-talk }
cancel_late = برای لغو از اینجا دیر شده. اگر نمی‌توانی بیایی، با این حال خبر بده، کمک می‌کند. { call-or-talk }
all_good = عالی، چیزی عوض نمی‌شود. تا دیدار.
reminder-day = یادآوری: قرار ملاقات { $starts_at }، { $mode }، با { $advisor }.{ $place ->
        [none] {""}
       *[other] {" "}{ place-said }.
    }
reminder-hours = نزدیک است: { $starts_at }، { $mode }، با { $advisor }.{ $place ->
        [none] {""}
       *[other] {" "}{ place-said }.
    }
reminder-discreet =
    یادآوری: { $days ->
        [0] امروز { $hour }
        [1] فردا { $hour }
       *[other] { $starts_at }
    }.
present-gone = این قرار دیگر وجود ندارد. قرارهایت: /rdv
presence_noted = ممنون، یادداشت شد. دیدار با { $advisor }: { $starts_at }.
sure = این قرار را لغو کنم؟ بعد می‌توانی یکی دیگر بگیری.
    .yes = بله، لغو کن
    .no = نه، نگهش دار
cancelled-gone = این قرار دیگر وجود ندارد. قرارهایت: /rdv
cancel_noted = لغو شد: { $starts_at }. برای گرفتن قرار دیگر: /start
cancelled-late = برای لغو از اینجا دیر شده. قرارت سر جایش است. یک نفر می‌تواند کمکت کند: /humain
cancelled_file = برای برداشتن قرار از تقویمت.
kept_as_is = باشد، نگهش می‌داریم.
slots-gone = این قرار دیگر وجود ندارد. قرارهایت: /rdv
slots-late = برای تغییر وقت از اینجا دیر شده. قرارت سر جایش است. یک نفر می‌تواند کمکت کند: /humain
slots-none = وقت خالی دیگری ندارم. قرارت سر جایش است. یک نفر می‌تواند با تو بگردد: /humain
moved-gone = این قرار دیگر وجود ندارد. قرارهایت: /rdv
moved-late = برای تغییر وقت از اینجا دیر شده. قرارت سر جایش است. یک نفر می‌تواند کمکت کند: /humain
moved-taken = همین حالا کسی این وقت را گرفت. این هم وقت‌های دیگر. قرار قبلی‌ات سر جایش است.
move_noted = وقتش عوض شد: { $starts_at }، { $mode }، با { $advisor }.{ $place ->
        [none] {""}
       *[other] {" "}{ place-said }.
    }
moved_file = برای تقویمت، به جای قرار قبلی.
appointment-cancelled = قرارت برای { $starts_at } از طرف mission locale لغو شد. یکی دیگر پیدا کنیم؟ /start
appointment-moved =
    { $same ->
        [yes] قرارت برای { $was } در همان ساعت می‌ماند، ولی با { $advisor }، { $mode }.
       *[no] قرارت برای { $was } از طرف mission locale عوض شد. قرار تازه: { $starts_at }، { $mode }، با { $advisor }.
    }{ $place ->
        [none] {""}
       *[other] {" "}{ place-said }.
    } برایت خوب است؟
appointment-joined =
    وصل شدی. قرار ملاقاتت: { $starts_at }، { $mode }، با { $advisor }.{ $place ->
        [none] {""}
       *[other] {" "}{ place-said }.
    } همین‌جا به یادت می‌آورم.
link-joined = وصل شدی. قرار ملاقاتی در پیش نداری.
link-gone = این لینک دیگر کار نمی‌کند: فقط یک بار و تا دو هفته به کار می‌آید. دفتر پذیرش می‌تواند لینک دیگری به تو بدهد. ما می‌توانیم از همین حالا اینجا صحبت کنیم.
series-booked =
    { $count ->
        [one] یک قرار تازه گرفته شد
       *[other] { $count } قرار گرفته شد
    }: با { $advisor }، { $mode }. اولین‌ها: { $dates }. همهٔ قرارهایت: /rdv
series-cancelled =
    { $count ->
        [one] قرارت برای { $starts_at }
       *[other] { $count } قرار، از { $starts_at } به بعد،
    } از طرف mission locale لغو شد. قرارهایت: /rdv

## Coming back, stopping

resume = خوش برگشتی. نیمهٔ راه بودیم. ادامه بدهیم؟
    .continue = ادامه
    .restart = از نو
    .booked = قرار من
menu = چه کار می‌خواهی بکنی؟
    .again = یک درخواست تازه
keep_reminder = باشد، دیگر نمی‌نویسم. یادآوری قرارت را نگه دارم؟
    .yes = بله، نگه دار
    .no = نه، یادآوری نه
stopped = باشد، دیگر برایت نمی‌نویسم. برای شروع دوباره: /start
pick = کدام زبان؟
    .one = { $name }
    .on = بیشتر ←
    .back = → بازگشت
language_set = باشد، عوض شد.
language-heard = به فارسی ادامه می‌دهیم. تغییر زبان: /langue
