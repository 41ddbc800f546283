### What the team reads on Telegram. Never a word of the young person, nor their age, nor their number.

team-opened = یک نفر می‌خواهد با کسی صحبت کند.
team-urgent = فوری: یک نفر همین حالا به کسی نیاز دارد.
team-handed-on = یک گفتگو به شما سپرده شد.
team-taken-over = یک همکار یکی از گفتگوهای شما را به عهده گرفت: دیگر لازم نیست جواب بدهید.
team-resumed = یک نفر برگشته و می‌خواهد با شما ادامه بدهد.
team-taken-back = می‌گوید حالش خوب است. درخواست باز می‌ماند: تصمیم با شماست.
team-promise-near = وقت وعده‌شده نزدیک است: منتظر جواب هستند.
team-promise-missed = وقت وعده‌شده گذشت و جوابی داده نشد.
team-nobody-on-duty = یک نفر منتظر است و هیچ‌کس در نوبت کاری نیست.
team-nobody-urgent = فوری: یک نفر منتظر است و هیچ‌کس در نوبت کاری نیست.

team-who = چه کسی: { $name }
team-where = کجا: { $where }
team-what = برای: { $needs }
team-since = منتظر از { $since }.

team-take = به عهده گرفتن
team-open = باز کردن گفتگو
team-console = باز کردن Passerelle
team-unlink = دیگر اینجا خبر نده

team-yours = با شماست. جواب را در Passerelle بنویسید.
team-taken = { $name } به آن رسیدگی می‌کند.
team-over = تمام شد، کار دیگری نمانده.
team-settled = جواب فرستاده شد، یا دیگر کسی منتظرش نیست.
team-erased = این درخواست دیگر وجود ندارد.

team-toast-yours = با شماست.
team-toast-taken = { $name } از قبل به آن رسیدگی می‌کند.
team-toast-gone = دیگر نمی‌شود آن را گرفت.
team-toast-silent = نمی‌شود چیزی گفت: آن شخص گفتگو را متوقف کرده است.
team-toast-outside = تیم دیگری به این رسیدگی می‌کند.

team-linked = وصل شد، { $name }. درخواست‌های تیم شما اینجا می‌رسد، با دکمه‌ای برای گرفتن آن. کسی آنچه را اینجا می‌نویسید نمی‌خواند.
team-linked-instead = این حساب تلگرام به { $former } خبر می‌داد. حالا به { $name } خبر می‌دهد.
team-words = اینجا فقط دکمه‌ها کار می‌کنند: کسی آنچه را می‌نویسید نمی‌خواند. جواب‌ها در Passerelle نوشته می‌شوند.
team-unlinked = اتصال قطع شد: درخواست‌ها دیگر اینجا نمی‌رسد، با ایمیل می‌آید. برای اتصال دوباره: صفحهٔ «Mon compte» در Passerelle.
team-link-gone = این لینک دیگر اعتبار ندارد: 30 دقیقه و فقط یک بار کار می‌کند. در صفحهٔ «Mon compte» در Passerelle یکی تازه بسازید.
team-link-youth = این حساب تلگرام از قبل مثل یک جوان با Passerelle صحبت می‌کند: اتصال آن، این دو را قاطی می‌کند. از حساب دیگری استفاده کنید. یا آن گفتگو را با /supprimer پاک کنید و لینک را دوباره باز کنید.
