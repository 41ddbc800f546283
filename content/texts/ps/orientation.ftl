### The main story: from a first word to an appointment.

hello =
    سلام! دا Passerelle دی. درسره مرسته کوم چې نږدې د ملاقات وخت پیدا کړې. وړیا دی، او هر وخت چې وغواړې، بندولای یې شې.
    ټیلیګرام ستا د دوسیې ځای نه دی: دلته د ناروغۍ یا اسنادو په اړه څه مه لیکه. ستا حقونه: /vieprivee
    .go = پیل کړو
    .english = English
    .french = Français
bracket = عمر دې څو کاله دی؟
    .under_16 = تر 16 کالو کم
    .from_16 = 16 یا 17 کاله
    .from_18 = له 18 تر 25 کالو
    .from_26 = 26 کاله یا زیات
forgotten-booked = یو راتلونکی ملاقات لرې، نو هېڅ نه پاکوم. که عمر دې تر 16 کالو کم وي: /vieprivee درته ښيي چې هر څه څنګه پاک کړې.
minors =
    مننه چې ودې لیکل. عمر دې تر 16 کالو کم دی، نو ستا له خبرو هېڅ نه ساتم.
    د خبرو لپاره: Fil Santé Jeunes، شمېره { LINE("fil_sante_jeunes") }، یا { LINE("119") } که څوک زیان دررسوي. د ښوونځي لپاره: CIO، د لارښوونې وړیا مرکز. او یو لوی کس چې باور پرې لرې.
elders =
    که عمر دې 26 کاله یا زیات وي، France Travail او ستا Département درسره مرسته کولای شي.
    که ثبت شوی معلولیت لرې، mission locale ځینې وخت تر 29 کلنۍ هم ممکن وي. یو کس ځواب درکولای شي: «له چا سره خبرې».
    .younger = عمر مې تر 26 کم دی
commune = چېرته اوسېږې؟ د ښار یا کلي نوم، یا پوستي کوډ ولیکه. یا خپل موقعیت راولېږه.
place-unknown = دا ښار یا کلی مې پیدا نه کړ. پوستي کوډ ولیکه، یا یوازې نوم.
place-abroad = دا موقعیت په فرانسه کې نه دی. د خپل ښار یا کلي نوم، یا پوستي کوډ ولیکه.
place-divided = په دې ښار کې هره ناحیه (arrondissement) خپل mission locale لري. ناحیه ولیکه («Paris 11»)، یا خپل پوستي کوډ.
other-commune = بل ښار یا کلی
which = څو دي. کوم یو دی؟
which-one = { $name } ({ $departement })
served = { $commune }: ستا لپاره mission locale دا دی: { $name }.
probably_served = { $others ->
        [none] { $commune }: غالباً ستا mission locale دا دی: { $name } ({ $example ->
            [yes] یوازې بېلګه
           *[no] باید وکتل شي
        }).
       *[other] { $commune }: ستا ښار څو mission locale لري: { $name }، او دا هم: { $others } (باید وکتل شي). له لومړي پیل کوو.
    }
elsewhere = { $certain ->
        [yes] { $commune }: ستا لپاره mission locale دا دی: { $name }.{ $address ->
            [none] {""}
           *[other] {" "}{ $address }.
        } تر اوسه هلته ملاقات نه شم درته اخیستلای. ته پخپله اړیکه ورسره ونیسه.
       *[no] { $name ->
            [none] { $commune }: نه پوهېږم ستا mission locale کوم یو دی. لړلیک یې ژر درښيي. له چا سره د خبرو لپاره، همدا اوس او وړیا (په فرانسوي): Fil Santé Jeunes، شمېره { LINE("fil_sante_jeunes") }.
           *[other] { $lines ->
                [none] { $commune }: غالباً ستا mission locale دا دی: { $name } (باید وکتل شي). تر اوسه هلته ملاقات نه شم اخیستلای. لړلیک یې تاییدوي.
               *[other] { $commune }: { $shared ->
                    [yes] ستا ښار څو mission locale لري
                   *[no] غالباً ستا mission locale یو له دغو څخه دی
                } (باید وکتل شي).
                    { $lines }
                    تر اوسه هلته ملاقات نه شم اخیستلای. لړلیک یې تاییدوي.
            }
        }
    }

## Needs

needs = څه ته اړتیا لرې؟ څو شیان غوره کولای شې، یا یې په خپلو خبرو ولیکه.
    .emploi = کار
    .formation = کسب زده کول
    .logement = کور
    .sante = روغتیا
    .mobilite = تګ راتګ
    .argent = پیسې او مرستې
    .orientation = خپله لار موندل
    .droits = اسناد او حقونه
    .famille = کورنۍ
    .numerique = موبایل/انټرنېټ
    .loisirs = سپورت او کلتور
    .decrochage = ښوونځی
    .more = بل شی
    .less = لومړني
    .done = همدا دي، بس
urgent_school = په 16 یا 17 کلنۍ کې، یو کس ژر ځواب درکولای شي. پرېکړه ستا ده: «له چا سره خبرې».
tips = { $tips }

## Proposals

# The distance, and in how many days.
offer-far =
    { $km ->
        [0] ستا په ښار کې
       *[other] { $km } کیلومتره په سیده کرښه
    }
offer-days =
    { $days ->
        [0] نن
        [1] سبا
        [2] بل سبا
       *[other] { $days } ورځې وروسته
    }
# What is said of every place proposed.
offer-facts =
    د کار وختونه: { $hours }{ $example ->
        [yes] {" "}(یوازې بېلګه).
       *[no] .{ $checked ->
            [none] {""}
           *[other] {" "}وروستۍ کتنه: { $checked }.
        }
    }
    لومړی وخت: { $starts_at } بجې.
offer_near =
    تر ټولو نږدې: { offer-far }.
    { $place }
    { offer-facts }
offer_soon =
    تر ټولو ژر: { offer-days }{ $km ->
        [none] {""}
       *[other] {" "}({ offer-far })
    }.
    { $place }
    { offer-facts }
offer_both =
    تر ټولو نږدې او تر ټولو ژر: { offer-far }، { offer-days }.
    { $place }
    { offer-facts }
offer_remote = له تګ پرته: { $mode } له { $advisor } سره، { $starts_at } بجې.
offer_visit =
    یا ډېر نږدې، ستا په ښار کې: { $place }
    { offer-facts }
walk_in =
    { $why ->
        [visit] ستا په ښار کې
       *[near] تر دې هم نږدې
    }، له مخکې وخت اخیستلو پرته: { $place } ({ offer-far }).
    د کار وختونه: { $hours }{ $example ->
        [yes] {" "}(یوازې بېلګه)
       *[no] {""}
    }.
proposal = کوم یو درته سم دی؟
    .offer_near = نږدې: { $short }
    .offer_soon = ژر: { $short }
    .offer_both = { $short }
    .remote = نه شم راتلای
    .in_person = راتلای شم
    .offer_remote = { $short }
    .offer_visit = ستا په ښار کې: { $short }
    .other = نور وختونه
no_slot =
    خالي وخت مې پیدا نه کړ. { $site }: { $hours }{ $walk_in ->
        [yes] {" "}(له مخکې وخت اخیستلو پرته)
       *[no] {""}
    }{ $example ->
        [yes] {" "}(یوازې بېلګه)
       *[no] {""}
    }.{ $phone ->
        [none] {""}
       *[other] {" "}ټیلیفون: { $phone }.
    }
    یو کس یې درته لټولای شي: «له چا سره خبرې».
    .wait = چې ځای خالي شي، خبر راکړه
call_me_on = په کومه شمېره زنګ درته ووهو؟ یوازې ستا mission locale به یې ویني.
call_me_on-unclear = دا شمېره بشپړه نه ښکاري. ټول لس رقمونه ولیکه، یا + او د هېواد کوډ.
on_list_noted = سمه ده، چې ځای خالي شي، درته لیکم. ستا mission locale ته مې هم خبر ورکړ. یو کس له همدا اوسه مرسته درسره کولای شي.

# One advisor in particular.
advisor-mine = له مخکې مشاور لرم
advisor-other = بل څوک
advisor-word = پیغام د { $name } لپاره
advisor-first = سمه ده، له هماغه کس سره یې ګورو چې مرسته درسره کوي.
which_advisor = څوک درسره مرسته کوي؟
    .unknown = نه مې یادېږي
one-advisor = { $name }
with_advisor = دا له { $name } سره د ملاقات وختونه دي.
none_with = { $name } خالي وخت نه لري. پیغام پرېښودای شې، یا له بل چا سره ملاقات کولای شې.
word-left = د { $name } لپاره خپل پیغام دلته ولیکه: ټیم به یې ورسوي.
other_site = په کوم ځای کې؟
one-site = { $site }{ $km ->
        [none] {""}
        [0] {" "}(ستا ښار)
       *[other] {" "}({ $km } کیلومتره)
    }
day = کومه ورځ؟
one-day = { $day }
hour = څو بجې؟
one-hour = { $hour } بجې
slots-full = دلته نور خالي وخت نشته. دا پاتې دي.
hold-taken = همدا اوس بل چا دا وخت واخیست. دا نور وختونه دي.
phone = په کومه شمېره زنګ درته ووهو؟ یوازې ستا mission locale به یې ویني.
phone-unclear = دا شمېره بشپړه نه ښکاري. ټول لس رقمونه ولیکه، یا + او د هېواد کوډ.
first_name = کوم نوم ولیکم؟ مستعار نوم هم بس دی.
confirm =
    یو ځل یې وګورو؟ { $first_name }، { $bracket }، { $commune }.
    د دې لپاره: { $needs }.
    ملاقات { $starts_at } بجې، { $mode }{ $phone ->
        [none] {""}
       *[other] {" "}شمېره { $phone }
    }، له { $advisor } سره ({ $minutes } دقیقې).{ $place ->
        [none] {""}
       *[other] {" "}{ place-said }.
    }
    دا وخت 10 دقیقې درته ساتم.
    .ok = تایید
    .correct = سمول
correct = څه شی سم کړو؟
    .bracket = زما عمر
    .commune = زما ښار یا کلی
    .needs = زما اړتیاوې
    .proposal = ملاقات
    .first_name = زما نوم
    .phone = زما شمېره
booking-taken = همدا اوس بل چا دا وخت واخیست. دا نور وختونه دي.
booked =
    تایید شو: { $starts_at } بجې، { $mode }، له { $advisor } سره.{ $place ->
        [none] {""}
       *[other] {" "}{ place-said }.
    }
    { $bring ->
        [none] {""}
       *[other] درسره راوړه: { $bring }{" "}
    }د بدلولو یا لغوه کولو لپاره: /rdv
booked_place = { $site }
booked_file = ستا د تقویم لپاره.

mode-place = حضوري
mode-phone = په ټیلیفون
mode-visio = په ویډیو
mode-home = ستا په کور کې

# A place, and whether it is made up.
place-said = { $place }{ $example ->
        [yes] {" "}(یوازې بېلګه)
       *[no] {""}
    }
