### The main story: from a first word to an appointment.

hello =
    سلام! اینجا Passerelle است. کمکت می‌کنم نزدیک خانه‌ات قرار ملاقات بگیری. رایگان است و هر وقت خواستی می‌توانی تمامش کنی.
    تلگرام جای پروندهٔ تو نیست: اینجا چیزی از بیماری یا مدارکت ننویس. حق‌هایت: /vieprivee
    .go = شروع کنیم
    .english = English
    .french = Français
bracket = چند ساله‌ای؟
    .under_16 = کمتر از 16 سال
    .from_16 = 16 یا 17 سال
    .from_18 = 18 تا 25 سال
    .from_26 = 26 سال یا بیشتر
forgotten-booked = یک قرار در پیش داری، پس چیزی را پاک نمی‌کنم. اگر کمتر از 16 سال داری: /vieprivee نشان می‌دهد چطور همه‌چیز را پاک کنی.
minors =
    ممنون که نوشتی. کمتر از 16 سال داری، پس من چیزی از حرف‌هایت را نگه نمی‌دارم.
    برای صحبت: Fil Santé Jeunes، شمارهٔ { LINE("fil_sante_jeunes") }، یا { LINE("119") } اگر کسی آزارت می‌دهد. برای مدرسه: CIO، مرکز راهنمایی رایگان. و یک بزرگ‌تر که به او اعتماد داری.
elders =
    از 26 سالگی، France Travail و Département تو می‌توانند کمکت کنند.
    اگر معلولیت ثبت‌شده داری، mission locale گاهی تا 29 سالگی هم ممکن است. یک نفر می‌تواند جوابت را بدهد: «صحبت با یک نفر».
    .younger = کمتر از 26 سال دارم
commune = کجا زندگی می‌کنی؟ نام شهر یا روستا، یا کد پستی را بنویس. یا موقعیتت را بفرست.
place-unknown = این شهر یا روستا را پیدا نکردم. کد پستی را بنویس، یا فقط نامش را.
place-abroad = این موقعیت در فرانسه نیست. نام شهر یا روستایت، یا کد پستی را بنویس.
place-divided = در این شهر، mission locale به ناحیه (arrondissement) بستگی دارد. آن را بنویس («Paris 11»)، یا کد پستی‌ات را.
other-commune = شهر یا روستای دیگر
which = چند تا هست. کدام است؟
which-one = { $name } ({ $departement })
served = { $commune }: برای تو mission locale این است: { $name }.
probably_served = { $others ->
        [none] { $commune }: احتمالاً mission locale تو این است: { $name } ({ $example ->
            [yes] فقط نمونه
           *[no] باید بررسی شود
        }).
       *[other] { $commune }: شهر تو چند mission locale دارد: { $name }، و همچنین: { $others } (باید بررسی شود). با اولی شروع می‌کنیم.
    }
elsewhere = { $certain ->
        [yes] { $commune }: برای تو mission locale این است: { $name }.{ $address ->
            [none] {""}
           *[other] {" "}{ $address }.
        } هنوز نمی‌توانم آنجا برایت قرار بگیرم. خودت با آن‌ها تماس بگیر.
       *[no] { $name ->
            [none] { $commune }: نمی‌دانم mission locale تو کدام است. فهرست آن را زود نشان می‌دهد. برای صحبت با یک نفر، همین حالا و رایگان (به فرانسوی): Fil Santé Jeunes، شمارهٔ { LINE("fil_sante_jeunes") }.
           *[other] { $lines ->
                [none] { $commune }: احتمالاً mission locale تو این است: { $name } (باید بررسی شود). هنوز نمی‌توانم آنجا قرار بگیرم. فهرست آن را تأیید می‌کند.
               *[other] { $commune }: { $shared ->
                    [yes] شهر تو چند mission locale دارد
                   *[no] احتمالاً mission locale تو یکی از این‌هاست
                } (باید بررسی شود).
                    { $lines }
                    هنوز نمی‌توانم آنجا قرار بگیرم. فهرست آن را تأیید می‌کند.
            }
        }
    }

## Needs

needs = به چه چیزی نیاز داری؟ می‌توانی چند تا انتخاب کنی، یا با حرف خودت بنویسی.
    .emploi = کار
    .formation = آموزش حرفه‌ای
    .logement = خانه
    .sante = سلامتی (صحت)
    .mobilite = رفت‌وآمد
    .argent = پول و کمک
    .orientation = پیدا کردن راهم
    .droits = مدارک و حقوق
    .famille = خانواده
    .numerique = موبایل و اینترنت
    .loisirs = ورزش و فرهنگ
    .decrochage = مدرسه (مکتب)
    .more = چیز دیگر
    .less = اولی‌ها
    .done = همین، تمام
urgent_school = در 16 یا 17 سالگی، می‌توانند زودتر جوابت را بدهند. تصمیم با توست: «صحبت با یک نفر».
tips = { $tips }

## Proposals

# The distance, and in how many days.
offer-far =
    { $km ->
        [0] در شهر تو
       *[other] { $km } کیلومتر به خط مستقیم
    }
offer-days =
    { $days ->
        [0] امروز
        [1] فردا
        [2] پس‌فردا
       *[other] { $days } روز دیگر
    }
# What is said of every place proposed.
offer-facts =
    ساعت کار: { $hours }{ $example ->
        [yes] {" "}(فقط نمونه).
       *[no] .{ $checked ->
            [none] {""}
           *[other] {" "}بررسی‌شده در { $checked }.
        }
    }
    اولین وقت: { $starts_at }.
offer_near =
    نزدیک‌ترین جا: { offer-far }.
    { $place }
    { offer-facts }
offer_soon =
    زودترین وقت: { offer-days }{ $km ->
        [none] {""}
       *[other] {" "}({ offer-far })
    }.
    { $place }
    { offer-facts }
offer_both =
    نزدیک‌ترین جا و زودترین وقت: { offer-far }، { offer-days }.
    { $place }
    { offer-facts }
offer_remote = بدون رفت‌وآمد: { $mode } با { $advisor }، { $starts_at }.
offer_visit =
    یا خیلی نزدیک، در شهر خودت: { $place }
    { offer-facts }
walk_in =
    { $why ->
        [visit] در شهر خودت
       *[near] از این هم نزدیک‌تر
    }، بدون قرار قبلی: { $place } ({ offer-far }).
    ساعت کار: { $hours }{ $example ->
        [yes] {" "}(فقط نمونه)
       *[no] {""}
    }.
proposal = کدام برایت خوب است؟
    .offer_near = نزدیک‌تر: { $short }
    .offer_soon = زودتر: { $short }
    .offer_both = { $short }
    .remote = نمی‌توانم بیایم
    .in_person = می‌توانم بیایم
    .offer_remote = { $short }
    .offer_visit = در شهر خودت: { $short }
    .other = وقت‌های دیگر
no_slot =
    وقت خالی پیدا نکردم. { $site }: { $hours }{ $walk_in ->
        [yes] {" "}(بدون قرار قبلی)
       *[no] {""}
    }{ $example ->
        [yes] {" "}(فقط نمونه)
       *[no] {""}
    }.{ $phone ->
        [none] {""}
       *[other] {" "}تلفن: { $phone }.
    }
    یک نفر می‌تواند برایت بگردد: «صحبت با یک نفر».
    .wait = تا جایی خالی شد، خبرم کن
call_me_on = به کدام شماره زنگ بزنیم؟ فقط mission locale تو آن را می‌بیند.
call_me_on-unclear = این شماره کامل به نظر نمی‌آید. هر ده رقم را بنویس، یا + و کد کشور را هم بگذار.
on_list_noted = باشد، تا جایی خالی شد برایت می‌نویسم. به mission locale تو هم خبر دادم. یک نفر از همین حالا می‌تواند کمکت کند.

# One advisor in particular.
advisor-mine = از قبل یک مشاور دارم
advisor-other = یک نفر دیگر
advisor-word = پیام برای { $name }
advisor-first = باشد، با همان کسی که کمکت می‌کند می‌گردیم.
which_advisor = چه کسی کمکت می‌کند؟
    .unknown = یادم نیست
one-advisor = { $name }
with_advisor = این‌ها وقت‌های { $name } است.
none_with = { $name } وقت خالی ندارد. می‌توانی پیام بگذاری، یا پیش یک نفر دیگر بروی.
word-left = پیامت برای { $name } را اینجا بنویس: تیم آن را می‌رساند.
other_site = در کدام جا؟
one-site = { $site }{ $km ->
        [none] {""}
        [0] {" "}(شهر تو)
       *[other] {" "}({ $km } کیلومتر)
    }
day = کدام روز؟
one-day = { $day }
hour = چه ساعتی؟
one-hour = { $hour }
slots-full = اینجا دیگر وقت خالی نیست. این‌ها مانده است.
hold-taken = همین حالا کسی این قرار را گرفت. این هم قرارهای دیگر.
phone = به کدام شماره زنگ بزنیم؟ فقط mission locale تو آن را می‌بیند.
phone-unclear = این شماره کامل به نظر نمی‌آید. هر ده رقم را بنویس، یا + و کد کشور را هم بگذار.
first_name = چه نامی بنویسم؟ نام مستعار هم کافی است.
confirm =
    یک بار مرور کنیم؟ { $first_name }، { $bracket }، { $commune }.
    برای: { $needs }.
    قرار ملاقات { $starts_at }، { $mode }{ $phone ->
        [none] {""}
       *[other] {" "}به شمارهٔ { $phone }
    }، با { $advisor } ({ $minutes } دقیقه).{ $place ->
        [none] {""}
       *[other] {" "}{ place-said }.
    }
    این قرار را 10 دقیقه برایت نگه می‌دارم.
    .ok = تأیید
    .correct = اصلاح
correct = چه چیزی را درست کنیم؟
    .bracket = سنم
    .commune = شهر یا روستایم
    .needs = نیازهایم
    .proposal = قرار ملاقات
    .first_name = نامم
    .phone = شماره‌ام
booking-taken = همین حالا کسی این قرار را گرفت. این هم قرارهای دیگر.
booked =
    قطعی شد: { $starts_at }، { $mode }، با { $advisor }.{ $place ->
        [none] {""}
       *[other] {" "}{ place-said }.
    }
    { $bring ->
        [none] {""}
       *[other] همراهت بیاور: { $bring }{" "}
    }برای تغییر یا لغو: /rdv
booked_place = { $site }
booked_file = برای تقویمت.

mode-place = حضوری
mode-phone = تلفنی
mode-visio = تصویری
mode-home = در خانهٔ تو

# A place, and whether it is made up.
place-said = { $place }{ $example ->
        [yes] {" "}(فقط نمونه)
       *[no] {""}
    }
