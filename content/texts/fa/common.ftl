### What anyone may read at any moment.

language-name = فارسی / دری

## The words of dates (Babel patterns): Babel writes Latin digits for fa; LLLL is the month without ezafe.

pattern-day = EEEE d LLLL
pattern-first-day = EEEE d LLLL
pattern-hour = 'ساعت' H:mm
pattern-hour-minutes = 'ساعت' H:mm
pattern-dated = d MMMM y
pattern-month = MMMM y
pattern-short-day = EEE d LLL
date-moment = { $day } { $hour }
pattern-weekday = EEEE
date-weekday = { $day } { $hour }
list-more = { $some }، { $next }
list-and = { $some } و { $last }
ticked = ✓ { $label }

## The buttons that never move

control-back = بازگشت
control-human = صحبت با یک نفر
page-earlier = ↑ زودتر
page-later = ↓ دیرتر
control-skip = ترجیح می‌دهم نگویم
control-position = 📍 فرستادن موقعیتم
link-call = زنگ به { $name }
link-write = نوشتن SMS به { $name }
link-map = دیدن روی نقشه
link-directory = دیدن سایت
link-national = فهرست missions locales

## When we did not understand each other

please-choose = متوجه نشدم. یک دکمه را بزن، یا شماره‌اش را بنویس (1، 2، 3…).
please-write = نوشته‌ای به من نرسید. دوباره امتحان می‌کنی؟
too-long = این برای من کمی طولانی است. در چند کلمه جواب بده (حداکثر { $limit } حرف).
no-position-now = ممنون که موقعیتت را فرستادی. اینجا جواب دیگری لازم دارم.
human-can-help = من نمی‌توانم. یک نفر می‌تواند کمکت کند: «صحبت با یک نفر» را بزن. یا همین‌جا یک جواب انتخاب کن.
too-late = این دکمه برای یک سؤال قبلی است. چیزی عوض نشد. حالا اینجاییم:
button-gone = این دکمه دیگر کار نمی‌کند، چیزی عوض نشد. قرارت: /rdv. کار دیگر: /start
already-noted = قبلاً یادداشت شده.
nothing-before = اینجا اول کار است، قبلش چیزی نیست.
cannot-read-file = چیزی که فرستادی رسید، ولی من نمی‌توانم آن را بخوانم. یک نفر می‌تواند: «صحبت با یک نفر».
cannot-read-voice = پیام صوتی‌ات رسید. آن را برای کسی نگه می‌دارم که می‌تواند گوش بدهد. من نمی‌توانم.
cannot-read-sticker = قشنگ بود! برای ادامه، یک جواب نوشتنی یا یک دکمه لازم دارم.
edit-seen = دیدم که پیامی را عوض کردی. برای تغییر یک جواب، «بازگشت» را بزن.
unknown-command = این دستور را نمی‌شناسم. با /aide می‌بینی چه کارهایی بلدم.
group-only-private = من فقط در گفتگوی خصوصی هستم. مستقیم به من بنویس، منتظرم.
apology = پیامت رسید، ولی نتوانستم به آن رسیدگی کنم. برای صحبت با یک نفر بنویس: /humain
not-so-fast = خیلی تند می‌نویسی! همه را نگه داشتم، ولی تا یک دقیقه جواب نمی‌دهم. بعد مهم‌ترین را دوباره بنویس. فوری است؟ بنویس: /humain

## Commands

aide =
    کمکت می‌کنم جای درست را نزدیک خانه‌ات پیدا کنی و قرار ملاقات بگیری.
    شروع یا ادامه: /start
    دیدن، تغییر، لغو قرار: /rdv
    صحبت با یک نفر: /humain
    تغییر زبان: /langue
    یادآوری بدون جزئیات: /discret
    اطلاعات تو، پاک کردن همه‌چیز: /vieprivee
    دیگر پیامی نیاید: /stop
vieprivee = mission locale تو مسئول اطلاعات توست: این مأموریت او برای منفعت عمومی است. پاسخ‌ها، پیام‌ها و قرارهایت را حداکثر { $contact } روز پس از آخرین تماس نگه می‌دارم. تیمی که کمکت می‌کند آن‌ها را می‌خواند. دریافت همه: /mesdonnees. پاک کردن همه‌چیز، همین حالا: /supprimer
erased = انجام شد: همه‌چیز پاک شد، قرارهایت هم. عددهای بی‌نام می‌ماند و { $audit } روز، کارهای تیم، بدون نام تو. این گفتگو را در Telegram هم پاک کن. اگر روزی برگشتی، بنویس: /start

command-start = شروع یا ادامه
command-rdv = قرار ملاقات من
command-humain = صحبت با یک نفر
command-aide = چه کارهایی بلدم
command-langue = تغییر زبان
command-stop = دیگر پیامی نیاید
bot-description = با Passerelle می‌توانی در mission locale نزدیک خانه‌ات قرار ملاقات بگیری. رایگان است، بدون حساب و بدون فرم.
bot-short-description = قرار ملاقات در mission locale نزدیک خانه‌ات. رایگان.
