### What a mediator proposes in the conversation: a place, a slot, a workshop.

proposal-place =
    { $who } این جا را پیشنهاد می‌کند{ $km ->
        [none] {""}
       *[other] {" "}({ offer-far })
    }: { place-said }.
    { $hours ->
        [none] {""}
       *[other] ساعت کار: { $hours }.{" "}
    }{ $walk_in ->
        [yes] بدون قرار قبلی هم بیا.
       *[no] برای آنجا قرار قبلی لازم است.
    }{ $access ->
        [none] {""}
       *[other] {" "}راه رسیدن: { $access }.
    }
proposal-slot =
    { $who } یک قرار ملاقات پیشنهاد می‌کند: { $starts_at }، { $mode }، با { $advisor }.{ $place ->
        [none] {""}
       *[other] {" "}{ place-said }.
    } برایت خوب است؟
proposal-workshop =
    { $who } کارگاه «{ $title }» را پیشنهاد می‌کند: { $starts_at }. { place-said }. می‌خواهی بیایی؟
proposed =
    .take-place = باشد، می‌روم
    .take-slot = بله، می‌گیرم
    .take-workshop = بله، می‌آیم
    .pass = نه، چیز دیگر
    .other-slot = { $short }، { $advisor }
    .other-workshop = { $short }، { $title }
place_noted = یادداشت شد. به سلامت!
seat_noted = جایت محفوظ است: «{ $title }»، { $starts_at }. { place-said }. اگر نتوانستی بیایی، همین‌جا بگو.
pass_noted = باشد. همین‌جا بنویس چه چیزی برایت بهتر است.
pass_noted_alone = باشد. اگر چیز دیگری می‌خواهی، یک نفر می‌تواند کمکت کند.
others_free = همین حالا کسی این جا را گرفت. این هم جاهای دیگر:
no_other = همین حالا کسی این جا را گرفت و جای دیگری نمی‌بینم. اینجا بنویس، با هم می‌گردیم.
no_other_alone = همین حالا کسی این جا را گرفت و جای دیگری نمی‌بینم. یک نفر می‌تواند با تو بگردد.
booking-gone = این پیشنهاد دیگر وجود ندارد. قرارهایت: /rdv. صحبت با یک نفر: /humain
booking-done = قبلاً یادداشت شده. قرارهایت: /rdv
booking-minor = برای کمتر از 16 سال، من قرار نمی‌گیرم. کسی که اینجا جوابت را می‌دهد می‌گوید چه کسی کمک می‌کند: /humain
passed-gone = این پیشنهاد دیگر وجود ندارد. چیزی عوض نشد.
passed-done = برایت قبلاً یادداشت شده. برای تغییر یا لغو قرار: /rdv
