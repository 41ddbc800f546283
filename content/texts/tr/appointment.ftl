### Randevu: göster, onayla, değiştir, iptal et, hatırlat.

no_appointment = Yaklaşan bir randevun yok.
which_appointment = Birkaç randevun var. Hangisi?
one-appointment = { $short }, { $advisor }
wish =
    Randevun: { $starts_at }, { $mode }, { $advisor } ile.{ $place ->
        [none] {""}
       *[other] {" "}{ place-said }.
    }
    { $limits ->
        [move-cancel] Değiştirmek için son zaman: { $move_until }. İptal için son zaman: { $cancel_until }.
        [cancel] İptal için son zaman: { $cancel_until }.
        [move] Değiştirmek için son zaman: { $move_until }.
       *[none] Buradan değiştirmek veya iptal etmek için artık geç. { call-or-talk }
    }
    .fine = Bana uyar
    .present = Geleceğim
    .move = Değiştir
    .cancel = İptal et
    .wait = Daha erken yer açılırsa haber ver
    .late = Geç kalıyorum
    .lost = Yeri bulamıyorum
    .company = Biriyle geliyorum
    .take = Bunu alıyorum
    .keep = Benimki kalsın
    .pass = Bu olmasın
    .unwait = Artık haber verme
call-or-talk = { $call ->
        [none] Biriyle konuş.
       *[other] { $call } numarasını ara veya biriyle konuş.
    }
move_late = Buradan değiştirmek için artık geç. Randevun aynı kalıyor. { call-or-talk }
cancel_late = Buradan iptal etmek için artık geç. Gelemiyorsan yine de haber ver, faydası olur. { call-or-talk }
all_good = Süper, her şey aynı kalıyor. Görüşmek üzere.
reminder-day = Hatırlatma: randevun { $starts_at }, { $mode }, { $advisor } ile.{ $place ->
        [none] {""}
       *[other] {" "}{ place-said }.
    }
reminder-hours = Az kaldı: { $starts_at }, { $mode }, { $advisor } ile.{ $place ->
        [none] {""}
       *[other] {" "}{ place-said }.
    }
reminder-discreet =
    Hatırlatma: { $days ->
        [0] bugün { $hour }
        [1] yarın { $hour }
       *[other] { $starts_at }
    }.
present-gone = Bu randevu artık yok. Randevuların: /rdv
presence_noted = Teşekkürler, not ettim. { $advisor } ile görüşmek üzere: { $starts_at }.
sure = Bu randevu iptal edilsin mi? Sonra yenisini alabilirsin.
    .yes = Evet, iptal et
    .no = Hayır, kalsın
cancelled-gone = Bu randevu artık yok. Randevuların: /rdv
cancel_noted = İptal edildi: { $starts_at }. Yenisini almak için: /start
cancelled-late = Buradan iptal etmek için artık geç. Randevun aynı kalıyor. Biri sana yardım edebilir: /humain
cancelled_file = Takviminden silmek için.
kept_as_is = Tamam, randevun kalıyor.
slots-gone = Bu randevu artık yok. Randevuların: /rdv
slots-late = Buradan değiştirmek için artık geç. Randevun aynı kalıyor. Biri sana yardım edebilir: /humain
slots-none = Başka boş saat yok. Randevun aynı kalıyor. Biri seninle birlikte arayabilir: /humain
moved-gone = Bu randevu artık yok. Randevuların: /rdv
moved-late = Buradan değiştirmek için artık geç. Randevun aynı kalıyor. Biri sana yardım edebilir: /humain
moved-taken = Bu saati az önce biri aldı. İşte başka saatler. Eski randevun duruyor.
move_noted = Değiştirildi: { $starts_at }, { $mode }, { $advisor } ile.{ $place ->
        [none] {""}
       *[other] {" "}{ place-said }.
    }
moved_file = Takvimin için, eskisinin yerine.
appointment-cancelled = Mission locale randevunu iptal etti: { $starts_at }. Yenisini bulalım mı? /start
appointment-moved =
    { $same ->
        [yes] Randevunun saati aynı: { $was }. Ama artık { $advisor } ile, { $mode }.
       *[no] Mission locale randevunu değiştirmek zorunda kaldı. Eskisi: { $was }. Yenisi: { $starts_at }, { $mode }, { $advisor } ile.
    }{ $place ->
        [none] {""}
       *[other] {" "}{ place-said }.
    } Sana uyar mı?
appointment-joined =
    Bağlantı kuruldu. Randevun: { $starts_at }, { $mode }, { $advisor } ile.{ $place ->
        [none] {""}
       *[other] {" "}{ place-said }.
    } Sana buradan hatırlatırım.
link-joined = Bağlantı kuruldu. Yaklaşan bir randevun yok.
link-gone = Bu bağlantı artık çalışmıyor: iki hafta geçerli ve sadece bir kez kullanılır. Karşılama masası sana yenisini verebilir. Şimdiden burada konuşabiliriz.
series-booked =
    { $count ->
        [one] Yeni bir randevun var
       *[other] { $count } yeni randevun var
    }: { $advisor } ile, { $mode }. İlkleri: { $dates }. Bütün randevuların: /rdv
series-cancelled =
    Mission locale { $count ->
        [one] randevunu iptal etti: { $starts_at }
       *[other] { $count } randevunu iptal etti. İlki: { $starts_at }
    }. Randevuların: /rdv

## Geri dönmek, durmak

resume = Yarıda kalmıştık. Devam edelim mi?
    .continue = Devam et
    .restart = Baştan başla
    .booked = Randevum
menu = Ne yapmak istersin?
    .again = Yeni bir istek
keep_reminder = Tamam, artık yazmıyorum. Randevunu yine de hatırlatayım mı?
    .yes = Evet, hatırlat
    .no = Hayır, hatırlatma
stopped = Tamam, artık sana yazmıyorum. Yeniden başlamak için: /start
pick = Hangi dil?
    .one = { $name }
    .on = Devamı →
    .back = ← Geri
language_set = Not ettim.
language-heard = Türkçe devam ediyoruz. Değiştirmek için: /langue
