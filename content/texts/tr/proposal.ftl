### Ekipten birinin konuşmada önerdikleri: bir yer, bir saat, bir atölye.

proposal-place =
    { $who } sana bu yeri öneriyor{ $km ->
        [none] {""}
       *[other] {" "}({ offer-far })
    }: { place-said }.
    { $hours ->
        [none] {""}
       *[other] Açık: { $hours }.{" "}
    }{ $walk_in ->
        [yes] Randevusuz gidebilirsin.
       *[no] Oraya randevuyla gidilir.
    }{ $access ->
        [none] {""}
       *[other] {" "}Nasıl gidilir: { $access }.
    }
proposal-slot =
    { $who } sana bir randevu öneriyor: { $starts_at }, { $mode }, { $advisor } ile.{ $place ->
        [none] {""}
       *[other] {" "}{ place-said }.
    } Sana uyar mı?
proposal-workshop =
    { $who } sana bu atölyeyi öneriyor: “{ $title }”, { $starts_at }. { place-said }. Gelmek ister misin?
proposed =
    .take-place = Tamam, giderim
    .take-slot = Evet, alıyorum
    .take-workshop = Evet, geliyorum
    .pass = Hayır, başka şey
    .other-slot = { $short }, { $advisor }
    .other-workshop = { $short }, { $title }
place_noted = Not ettim. Yolun açık olsun!
seat_noted = Yerin ayrıldı: “{ $title }”, { $starts_at }. { place-said }. Gelemeyecek olursan buraya yaz.
pass_noted = Tamam. Sana neyin daha çok uyacağını buraya yaz.
pass_noted_alone = Tamam, not ettim. Başka bir şey istersen biri sana yardım edebilir.
others_free = Bu yeri az önce biri aldı. İşte başkaları:
no_other = Bu yeri az önce biri aldı, başka da göremiyorum. Buraya yaz, birlikte arayalım.
no_other_alone = Bu yeri az önce biri aldı, başka da göremiyorum. Biri seninle birlikte arayabilir.
booking-gone = Bu öneri artık yok. Randevuların: /rdv. Biriyle konuşmak için: /humain
booking-done = Zaten not edildi. Randevuların: /rdv
booking-minor = 16 yaşından küçükler için randevu almıyorum. Burada sana cevap veren kişi kimin yardım edeceğini söyleyebilir: /humain
passed-gone = Bu öneri artık yok. Hiçbir şey değişmedi.
passed-done = Senin için zaten not edildi. Bir randevuyu değiştirmek veya iptal etmek için: /rdv
