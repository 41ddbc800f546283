### Randevudan sonra: faydası oldu mu, nasıl gidiyor, gelemeyene yeni bir zaman.

helped =
    { $discreet ->
        [yes] Sana faydası oldu mu?
       *[no] { $advisor } ile randevun: sana faydası oldu mu?
    }{ $bring_after ->
        [none] {""}
       *[other] {" "}Bundan sonrası için: { $bring_after }
    }
    .yes = Evet
    .some = Biraz
    .no = Hayır
helped_yes = Harika, söylediğin için teşekkürler.
helped_some = Söylediğin için teşekkürler. Eksik bir şey varsa biri sana yardım edebilir.
helped_no = Söylediğin için teşekkürler. Birlikte başka bir şey arayabiliriz.
missed =
    { $days ->
        [0] Bugün
        [-1] Dün
       *[other] { $day } günü
    } görüşemedik. Olur böyle şeyler. Yeni bir zaman bulalım mı?
    .take = Yeni bir zaman bul
how_now = Birkaç gün geçti. Nasıl gidiyor?
    .take = Yeni randevu al
    .fine = Her şey yolunda
all_well = Ne güzel! Bana ihtiyacın olursa buraya yaz.
before-gone = Bu randevuyu artık bulamıyorum. Yeni randevu için: /start
