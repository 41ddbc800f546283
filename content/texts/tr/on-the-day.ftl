### Randevu günü, yer beklemek, paylaşılan telefon.

## Randevu günü

late_told-gone = Bu randevu artık yok. Randevuların: /rdv
late_told-early = Bu randevu bugün değil. Değiştirmek için: /rdv
late_noted = Haber verdiğin için teşekkürler, { $advisor } bunu görecek. Yine de gel.{ $call ->
        [none] {""}
       *[other] {" "}Çok gecikeceksen { $call } numarasını ara.
    }
find_place =
    { place-said }.{ $access ->
        [none] {""}
       *[other] {" "}{ $access }.
    }
    { $hours ->
        [none] {""}
       *[other] Açık: { $hours }.
    }{ $call ->
        [none] {""}
       *[other] {" "}Telefon: { $call }.
    }
find_venue = { $site }
find_call = Randevun { $mode }: bir yere gitmen gerekmiyor.{ $call ->
        [none] {""}
       *[other] {" "}Bir sorun mu var? { $call } numarasını ara.
    }
find_gone = Bu randevu artık yok. Randevuların: /rdv
company_fine = Tabii ki! İstediğin kişiyle gel.

## Yer beklemek

waits-gone = Bu randevu artık yok. Randevuların: /rdv
waits-soon = Randevuna zaten az kaldı, daha erkenini aramıyorum. Randevun aynı kalıyor.
waits_noted = Not ettim. Daha erken bir yer açılırsa sana yazarım, en fazla üç kez. Randevun aynı kalıyor.
earlier-freed =
    Daha erken bir yer açıldı: { $starts_at }, { $mode }, { $advisor } ile.{ $place ->
        [none] {""}
       *[other] {" "}{ place-said }.
    }
    İlk cevap veren alır. Seninki: { $had }.
slot-freed =
    Bir yer açıldı: { $starts_at }, { $mode }, { $advisor } ile.{ $place ->
        [none] {""}
       *[other] {" "}{ place-said }.
    }
    İlk cevap veren alır.
taken-gone = Bu bekleme bitti, hiçbir şey değişmedi. Randevuların: /rdv
taken-taken = Üzgünüm, bu yeri az önce biri aldı. Listede kalıyorsun, başka hiçbir şey değişmedi.
taken_noted = Bu yer senin: { $starts_at }, { $mode }, { $advisor } ile.{ $place ->
        [none] {""}
       *[other] {" "}{ place-said }.
    } Değiştirmek veya iptal etmek için: /rdv
taken_file = Takvimin için.
kept_waiting = Tamam, hiçbir şey değişmiyor. Listede kalıyorsun.
left_list-gone = Bu zaten bitti, artık aramıyorum.
left_list_noted = Tamam, artık aramıyorum. Randevuların: /rdv

## Paylaşılan telefon

discreet = Gizli mod: hatırlatmalarım ne yeri ne de sebebi söyler. Telefonunu başkası da okuyorsa işine yarar.
    .on = Gizli hatırlatma
    .off = Tam hatırlatma
discreet_on = Not ettim, hatırlatmalarım gizli kalacak. Değiştirmek için: /discret
discreet_off = Not ettim, hatırlatmalarım her şeyi söyleyecek. Değiştirmek için: /discret
