### After a human: whether they helped, keeping what was said, and being called.

face = آیا { $rated_name } کمکت کرد؟ جوابت به تیم کمک می‌کند بهتر کار کند. می‌توانی جواب ندهی.
    .good = 🙂 بله، ممنون
    .fair = 😐 کمی
    .bad = 🙁 نه
unrated = باشد.
rated-gone = از آن وقت خیلی گذشته، ولی باز هم ممنون.
word = یادداشت شد. چیزی هست که اضافه کنی؟ تیم آن را می‌خواند.
worded-gone = از آن وقت خیلی گذشته، ولی باز هم ممنون.
rated_thanks = ممنون که گفتی. اگر به کسی نیاز داشتی: /humain
rated_sorry = ممنون که گفتی. یک نفر دیگر می‌تواند کمکت کند.

keep-talk = نگه داشتن گفتگو
kept_talk-gone = اینجا گفتگویی با یک نفر پیدا نمی‌کنم.
talk_file = این گفتگوی شماست. اگر گوشی مشترک است، یادت باشد آن را پاک کنی.
transcript-title = گفتگویت در Passerelle
transcript-you = تو
transcript-guide = Passerelle
transcript-human = یک نفر از تیم
transcript-photo = [عکس]
transcript-video = [ویدیو]
transcript-voice = [پیام صوتی]
transcript-sticker = [استیکر]
transcript-contact = [شمارهٔ مخاطب]
transcript-position = [موقعیت]
transcript-edited = [پیام تغییر کرده]
transcript-tap = [دکمه]
transcript-file = [فایل]
transcript-end = این متن مال توست. برای پاک کردن همه‌چیز از طرف ما، در گفتگو بنویس: /supprimer

reach = اگر ارتباطمان اینجا قطع شد، می‌توانیم به تو زنگ بزنیم؟ فقط برای اینکه دوباره در تماس باشیم، حداکثر سه بار.
    .yes = بله، می‌توانید
    .no = نه، ممنون
reach_yes = باشد: اگر ارتباطمان اینجا قطع شد، به { $phone } زنگ می‌زنیم. اگر نظرت عوض شد: /vieprivee
reach_no = باشد، کسی به تو زنگ نمی‌زند. اگر نظرت عوض شد: /vieprivee
reach-on = اگر ارتباط قطع شد، زنگ بزنید
reach-off = دیگر به من زنگ نزنید
unreach_noted = باشد، اگر ارتباطمان اینجا قطع شد، کسی زنگ نمی‌زند.
