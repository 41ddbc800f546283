### What anyone may read at any moment.

language-name = پښتو

## The words of dates (Babel patterns): Babel writes Latin digits for ps. The hour is bare: texts add «بجې» or «بجو».
## Babel's names of weekdays are not the everyday ones, so the date always stands beside them.

pattern-day = EEEE d MMMM
pattern-first-day = EEEE d MMMM
pattern-hour = H:mm
pattern-hour-minutes = H:mm
pattern-dated = d MMMM y
pattern-month = LLLL y
pattern-short-day = EEE d MMM
date-moment = { $day } { $hour }
pattern-weekday = EEEE d MMMM
date-weekday = { $day } { $hour }
list-more = { $some }، { $next }
list-and = { $some } او { $last }
ticked = ✓ { $label }

## The buttons that never move

control-back = شاته
control-human = له چا سره خبرې
page-earlier = ↑ مخکې
page-later = ↓ وروسته
control-skip = نه غواړم ووایم
control-position = 📍 خپل موقعیت لېږل
link-call = زنګ: { $name }
link-write = په SMS لیکل: { $name }
link-map = پر نقشه لیدل
link-directory = وېب‌پاڼه لیدل
link-national = د missions locales لړلیک

## When we did not understand each other

please-choose = پوه نه شوم. یوه تڼۍ کېکاږه، یا یې شمېره ولیکه (1، 2، 3…).
please-write = لیکنه راته ونه رسېده. بیا هڅه کوې؟
too-long = دا زما لپاره لږ اوږد دی. په څو کلمو کې ځواب راکړه (تر { $limit } تورو پورې).
no-position-now = مننه چې موقعیت دې راولېږه. دلته بل ځواب ته اړتیا لرم.
human-can-help = زه یې نه شم کولای. یو کس درسره مرسته کولای شي: «له چا سره خبرې» کېکاږه. یا دلته یو ځواب غوره کړه.
too-late = دا تڼۍ د مخکینۍ پوښتنې ده. هېڅ نه دي بدل شوي. اوس دلته یو:
button-gone = دا تڼۍ نور کار نه کوي، هېڅ نه دي بدل شوي. ستا ملاقات: /rdv. بل کار: /start
already-noted = له مخکې لیکل شوي.
nothing-before = دا پیل دی، تر دې مخکې هېڅ نشته.
cannot-read-file = هغه څه چې تا راولېږل، راورسېدل، خو زه یې نه شم لوستلای. یو کس یې کولای شي: «له چا سره خبرې».
cannot-read-voice = ستا غږیز پیغام راورسېد. د داسې کس لپاره یې ساتم چې اورېدلای یې شي. زه یې نه شم اورېدلای.
cannot-read-sticker = ښکلی و! د دوام لپاره، لیکلي ځواب یا تڼۍ ته اړتیا لرم.
edit-seen = ومې لیدل چې یو پیغام دې بدل کړ. د ځواب بدلولو لپاره، «شاته» کېکاږه.
unknown-command = دا امر نه پېژنم. /aide درته ښيي چې زه څه کولای شم.
group-only-private = زه یوازې په خصوصي خبرو کې یم. سیده راته ولیکه، په تمه یم.
apology = پیغام دې راورسېد، خو پرې کار مې ونه شو کړای. له چا سره د خبرو لپاره ولیکه: /humain
not-so-fast = ډېر چټک لیکې! ټول مې خوندي کړل، خو تر یوې دقیقې ځواب نه درکوم. بیا مهم یې راته ولیکه. بیړنی دی؟ ولیکه: /humain

## Commands

aide =
    زه درسره مرسته کوم چې نږدې سم ځای او د ملاقات وخت پیدا کړې.
    پیل یا دوام: /start
    ملاقات لیدل، بدلول، لغوه کول: /rdv
    له چا سره خبرې: /humain
    ژبه بدلول: /langue
    یادونې بې جزییاتو: /discret
    ستا معلومات، د ټولو پاکول: /vieprivee
    نور پیغامونه نه: /stop
vieprivee = ستا mission locale ستا د معلوماتو مسوول دی: دا یې د عامه ګټې دنده ده. ستا ځوابونه، پیغامونه او ملاقاتونه له وروستۍ اړیکې وروسته تر { $contact } ورځو ساتم. هغه ټیم یې لولي چې مرسته درسره کوي. ټول ترلاسه کول: /mesdonnees. ټول پاکول، همدا اوس: /supprimer
erased = وشو: هر څه پاک شول، ستا ملاقاتونه هم. بې نومه شمېرې پاتې کېږي او { $audit } ورځې د ټیم کارونه، ستا له نومه پرته. دا خبرې په Telegram کې هم پاکې کړه. که یوه ورځ بېرته راشې، ولیکه: /start

command-start = پیل یا دوام
command-rdv = زما ملاقات
command-humain = له چا سره خبرې
command-aide = زه څه کولای شم
command-langue = ژبه بدلول
command-stop = نور پیغامونه نه
bot-description = د Passerelle په مرسته په نږدې mission locale کې د ملاقات وخت موندلای شې. وړیا دی، بې حسابه او بې فورمې.
bot-short-description = په نږدې mission locale کې ملاقات. وړیا.
