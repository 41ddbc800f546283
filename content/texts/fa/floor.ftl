### When someone else speaks, and when there is danger.

human-called = انجام شد، یک نفر از تیم{ $until ->
        [none] {""}
       *[other] {" "}تا { $until }
    } همین‌جا جوابت را می‌دهد. از همین حالا می‌توانی بنویسی چه شده.
human-called-later = انجام شد. تا { $reads_at } کسی پیام‌ها را نمی‌خواند.{ $until ->
        [none] {""}
       *[other] {" "}جواب تا { $until } می‌رسد.
    } از همین حالا می‌توانی بنویسی، پیامت خوانده می‌شود.
human-already-called = به یک نفر خبر داده شده و او{ $until ->
        [none] {""}
       *[other] {" "}تا { $until }
    } همین‌جا جوابت را می‌دهد. می‌توانی بنویسی.
human-already-here = یک نفر همین حالا اینجا جوابت را می‌دهد. می‌توانی به او بنویسی.
human-has-floor = یک نفر جوابت را می‌دهد. سؤال‌ها منتظر می‌مانند.
still-stopped = همان‌طور که خواستی، دیگر برایت نمی‌نویسم. برای شروع دوباره: /start
start-human = چیزی گم نشده. یک نفر{ $until ->
        [none] {" "}همین‌جا جوابت را می‌دهد یا خواهد داد
       *[other] {" "}تا { $until } همین‌جا جوابت را می‌دهد
    }. قرارت: /rdv
human-here = { $name } کار را ادامه می‌دهد و همین‌جا جوابت را می‌دهد.
human-gave-back = { $name } کار را به من برگرداند. ادامه بدهیم.
human-closed = کار { $name } تمام شد. اگر لازم شد، بنویس: /humain. از اینجا من ادامه می‌دهم.
human-hands-to = { $name } کار را به { $to } می‌سپارد که همین‌جا جوابت را می‌دهد.{ $until ->
        [none] {""}
       *[other] {" "}جواب تا { $until } می‌رسد.
    }
human-hands-to-team = { $name } کار را به تیم دیگری می‌سپارد: { $team }. آن‌ها همین‌جا جوابت را می‌دهند.{ $until ->
        [none] {""}
       *[other] {" "}جواب تا { $until } می‌رسد.
    }
human-releases = کار { $name } اینجا تمام می‌شود. یک نفر دیگر از تیم همین‌جا جوابت را می‌دهد.{ $until ->
        [none] {""}
       *[other] {" "}جواب تا { $until } می‌رسد.
    }
human-takes-over = { $name } به جای { $former } ادامه می‌دهد و همین‌جا جوابت را می‌دهد.
human-stops = { $name } این گفتگو را اینجا تمام می‌کند. من برای قرارهایت هستم: /rdv
human-stops-until = { $name } این گفتگو را تمام می‌کند. تیم تا { $until } اینجا جواب نمی‌دهد. من هستم: /rdv. اگر در خطری، به { LINE("samu") } یا { LINE("112") } زنگ بزن.
human-paused = تیم تا { $until } اینجا جواب نمی‌دهد. من هستم: /rdv. اگر در خطری، به { LINE("samu") } یا { LINE("112") } زنگ بزن.
human-unpaused = تیم دوباره می‌تواند اینجا جوابت را بدهد. اگر خواستی: /humain

resume_with = می‌خواهی با { $name } ادامه بدهی؟
    .guide = ادامه همین‌جا
resume-with = ادامه با { $name }

danger-suicide = آنچه بر تو می‌گذرد مهم است. همین حالا زنگ بزن، رایگان است، شب و روز:
danger-violence-conjugale = مجبور نیستی این را تحمل کنی. همین حالا زنگ بزن، رایگان است، شب و روز:
danger-violence-familiale = مجبور نیستی این را تحمل کنی. همین حالا زنگ بزن، رایگان است، شب و روز:
danger-violence-sexuelle = تقصیر تو نیست. همین حالا زنگ بزن، رایگان است، شب و روز:
danger-enfance-danger = یک کودک باید در امان باشد. همین حالا زنگ بزن، رایگان است، شب و روز:
danger-sans-abri-ce-soir = نباید مجبور باشی بیرون بمانی. همین حالا زنگ بزن، رایگان است، شب و روز:
danger-urgence-medicale = این وضعیت عاجل و اضطراری است. همین حالا زنگ بزن، رایگان است، شب و روز:
danger-overdose = این وضعیت عاجل و اضطراری است. همین حالا زنگ بزن، رایگان است، شب و روز:
danger-harcelement-cyber = این آزار می‌تواند تمام شود. زنگ بزن، رایگان است:
danger-traite-exploitation = هیچ‌کس حق ندارد مجبورت کند. زنگ بزن، رایگان است:
danger-numbers = { $intro }
    { $numbers }
danger-number = { $number } – { $name }{ $sms ->
        [yes] {" "}(با پیام SMS)
       *[no] {""}
    }
danger-human = به یک نفر خبر داده شده و او هم{ $until ->
        [none] {""}
       *[other] {" "}تا { $until }
    } همین‌جا جوابت را می‌دهد.
danger-human-later = تا { $reads_at } کسی اینجا را نمی‌خواند.{ $until ->
        [none] {""}
       *[other] {" "}جواب تا { $until } می‌رسد.
    } همین حالا، شمارهٔ کمک: { $numbers }.
danger-the = { $number }
danger-or = { $some } یا { $last }
