### Herkesin her an okuyabileceği metinler.

language-name = Türkçe

## Tarihlerin sözleri (Babel kalıpları)

# Ek almadan okunur: «en geç Salı 14:00», «24 Kasım Salı 14:00».
pattern-day = d MMMM EEEE
pattern-first-day = d MMMM EEEE
pattern-hour = H:mm
pattern-hour-minutes = H:mm
pattern-dated = d MMMM y
pattern-month = LLLL y
pattern-short-day = d MMM EEE
date-moment = { $day } { $hour }
pattern-weekday = EEEE
date-weekday = { $day } { $hour }
list-more = { $some }, { $next }
list-and = { $some } ve { $last }
ticked = ✓ { $label }

## Yeri hiç değişmeyen butonlar

control-back = Geri
control-human = Biriyle konuş
page-earlier = ← Daha erken
page-later = Daha geç →
control-skip = Söylemesem daha iyi
control-position = 📍 Konumumu paylaş
link-call = Ara: { $name }
link-write = SMS yaz: { $name }
link-map = Haritada gör
link-directory = Siteyi aç
link-national = Mission locale rehberi

## Birbirimizi anlamadığımızda

please-choose = Anlayamadım. Bir butona basabilir veya numarasını yazabilirsin (1, 2, 3…).
please-write = Bana yazılı bir şey gelmedi. Bir daha dener misin?
too-long = Bu benim için biraz uzun. Birkaç kelimeyle cevap ver (en fazla { $limit } harf).
no-position-now = Konum için teşekkürler. Şimdi bana başka bir cevap lazım.
human-can-help = Bunu çözemedim. Biri sana yardım edebilir: “Biriyle konuş” butonuna bas. Ya da buradan bir cevap seç.
too-late = Bu buton eski bir soruya ait. Hiçbir şey değişmedi. Şimdi buradayız:
button-gone = Bu buton artık çalışmıyor, hiçbir şey değişmedi. Randevun: /rdv. Başka bir istek: /start
already-noted = Zaten not ettim.
nothing-before = Burası başlangıç, öncesi yok.
cannot-read-file = Gönderdiğin geldi ama ben okuyamıyorum. Bir insan okuyabilir: “Biriyle konuş”.
cannot-read-voice = Sesli mesajın geldi. Onu dinleyebilecek bir insan için saklıyorum. Ben dinleyemem.
cannot-read-sticker = Güzelmiş! Devam etmek için bana bir yazı veya buton lazım.
edit-seen = Bir mesajını düzenlediğini gördüm. Cevabını değiştirmek için “Geri” butonuna bas.
unknown-command = Bu komutu bilmiyorum. Neler yapabildiğimi /aide gösterir.
group-only-private = Ben sadece özelden konuşurum. Bana doğrudan yaz, görüşmek üzere.
apology = Mesajın geldi ama onu işleyemedim. Biriyle konuşmak için /humain yaz.
not-so-fast = Çok hızlı yazıyorsun! Hepsini sakladım ama bir dakika cevap vermeyeceğim. Sonra önemli olanı yine yaz. Acil: /humain

## Komutlar

aide =
    Yakınında doğru kapıyı ve bir randevu bulmana yardım ederim.
    /start başla veya devam et
    /rdv gör, değiştir, iptal et
    /humain biriyle konuş
    /langue dili değiştir
    /discret gizli hatırlatmalar
    /vieprivee verilerin, her şeyi sil
    /stop artık mesaj gelmesin
vieprivee = Bilgilerinden mission locale'in sorumlu: bu onun kamu yararına görevi. Cevaplarını, mesajlarını ve randevularını son temastan sonra en çok { $contact } gün saklarım. Sana yardım eden ekip bunları okur. Hepsini almak: /mesdonnees. Her şeyi hemen silmek: /supprimer
erased = Tamam: her şey silindi, randevuların da. Kalanlar: adsız sayılar ve { $audit } gün boyunca, adın olmadan, ekibin yaptıkları. Bu sohbeti Telegram'da da silmeyi unutma. Bir gün geri dönersen /start yaz.

command-start = Başla veya devam et
command-rdv = Randevum
command-humain = Biriyle konuş
command-aide = Neler yapabilirim
command-langue = Dili değiştir
command-stop = Artık mesaj gelmesin
bot-description = Passerelle, yakınındaki mission locale'de randevu bulmana yardım eder. Ücretsiz, hesap yok, form yok.
bot-short-description = Yakınındaki mission locale'de bir randevu. Ücretsiz.
