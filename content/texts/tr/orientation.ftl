### Ana hikâye: ilk sözden randevuya.

hello =
    Selam! Ben Passerelle. Yakınında bir randevu bulmana yardım ederim. Ücretsiz, istediğin zaman bırakırsın.
    Telegram dosyanın yeri değil: buraya sağlık bilgisi veya belge yazma. Hakların: /vieprivee
    .go = Başlayalım
    .english = English
    .french = Français
bracket = Kaç yaşındasın?
    .under_16 = 16 yaş altı
    .from_16 = 16 veya 17 yaş
    .from_18 = 18 – 25 yaş
    .from_26 = 26 yaş veya üstü
forgotten-booked = Yaklaşan bir randevun var, o yüzden hiçbir şey silmiyorum. 16 yaşından küçüksen: her şeyi nasıl sileceğini /vieprivee anlatır.
minors =
    Yazdığın için teşekkürler. 16 yaşından küçüksün, o yüzden söylediklerini saklamıyorum.
    Konuşmak için: Fil Santé Jeunes, { LINE("fil_sante_jeunes") }. Biri sana zarar veriyorsa: { LINE("119") }. Okul için: CIO, ücretsiz bir danışma merkezi. Bir de güvendiğin bir yetişkin.
elders =
    26 yaşından itibaren sana France Travail ve Département yardım edebilir.
    Engelin resmî olarak tanındıysa, mission locale'e bazen 29 yaşına kadar gidilebilir. Biri sana cevap verebilir: “Biriyle konuş”.
    .younger = 26 yaşından küçüğüm
commune = Nerede oturuyorsun? Yaşadığın yerin adını veya posta kodunu yaz ya da konumunu paylaş.
place-unknown = Bu yeri bulamadım. Posta kodunu veya sadece yerin adını dene.
place-abroad = Bu konum Fransa'da değil. Yaşadığın yerin adını veya posta kodunu yaz.
place-divided = Bu şehirde mission locale, oturduğun bölgeye (arrondissement) göre değişir. Bölgeni (“Paris 11”) veya posta kodunu yaz.
other-commune = Başka bir yer
which = Birkaç tane var. Hangisi?
which-one = { $name } ({ $departement })
served = { $commune }: senin mission locale'in: { $name }.
probably_served = { $others ->
        [none] { $commune }: senin mission locale'in büyük ihtimalle { $name } ({ $example ->
            [yes] örnek veri
           *[no] kontrol edilmeli
        }).
       *[other] { $commune }: burası birkaç mission locale'e bağlı: { $name }, ayrıca: { $others } (kontrol edilmeli). İlkiyle başlıyoruz.
    }
elsewhere = { $certain ->
        [yes] { $commune }: senin mission locale'in: { $name }.{ $address ->
            [none] {""}
           *[other] {" "}{ $address }.
        } Orada senin için henüz randevu alamıyorum. Onlara doğrudan ulaş.
       *[no] { $name ->
            [none] { $commune }: senin mission locale'ini bilmiyorum. Rehber onu hemen gösterir. Şimdi biriyle ücretsiz konuşmak için (Fransızca): Fil Santé Jeunes, { LINE("fil_sante_jeunes") }.
           *[other] { $lines ->
                [none] { $commune }: senin mission locale'in büyük ihtimalle { $name } (kontrol edilmeli). Orada henüz randevu alamıyorum. Rehber sana doğrusunu gösterir.
               *[other] { $commune }: { $shared ->
                    [yes] burası birkaç mission locale'e bağlı
                   *[no] senin mission locale'in büyük ihtimalle bunlardan biri
                } (kontrol edilmeli).
                    { $lines }
                    Orada henüz randevu alamıyorum. Rehber sana doğrusunu gösterir.
            }
        }
    }

## İhtiyaçlar

needs = Neye ihtiyacın var? Birkaç tane seçebilir veya kendi kelimelerinle yazabilirsin.
    .emploi = İş
    .formation = Meslek eğitimi
    .logement = Ev, barınma
    .sante = Sağlık
    .mobilite = Ulaşım
    .argent = Para, yardım
    .orientation = Yolumu bulmak
    .droits = Belgeler, haklar
    .famille = Aile
    .numerique = Dijital işler
    .loisirs = Spor, kültür
    .decrochage = Okul
    .more = Başka bir şey
    .less = İlk seçenekler
    .done = Hepsi bu
urgent_school = 16 veya 17 yaşındaysan biri sana öncelikle cevap verebilir. Karar senin: “Biriyle konuş”.
tips = { $tips }

## Öneriler

# Uzaklık ve kaç gün sonra.
offer-far =
    { $km ->
        [0] oturduğun yerde
       *[other] kuş uçuşu { $km } km
    }
offer-days =
    { $days ->
        [0] bugün
        [1] yarın
        [2] öbür gün
       *[other] { $days } gün sonra
    }
# Önerilen her yer için söylenen.
offer-facts =
    Açık: { $hours }{ $example ->
        [yes] {" "}(örnek veri).
       *[no] .{ $checked ->
            [none] {""}
           *[other] {" "}Son kontrol: { $checked }.
        }
    }
    İlk randevu: { $starts_at }.
offer_near =
    Sana en yakın: { offer-far }.
    { $place }
    { offer-facts }
offer_soon =
    En erken: { offer-days }{ $km ->
        [none] {""}
       *[other] {" "}({ offer-far })
    }.
    { $place }
    { offer-facts }
offer_both =
    Hem en yakın hem en erken: { offer-far }, { offer-days }.
    { $place }
    { offer-facts }
offer_remote = Yola çıkmadan: { $mode }, { $advisor } ile, { $starts_at }.
offer_visit =
    Ya da çok yakınında, oturduğun yerde: { $place }
    { offer-facts }
walk_in =
    { $why ->
        [visit] Oturduğun yerde
       *[near] Daha da yakın
    }, randevusuz: { $place } ({ offer-far }).
    Açık: { $hours }{ $example ->
        [yes] {" "}(örnek veri)
       *[no] {""}
    }.
proposal = Hangisi sana uyar?
    .offer_near = En yakın: { $short }
    .offer_soon = En erken: { $short }
    .offer_both = { $short }
    .remote = Gelemem
    .in_person = Gelebilirim
    .offer_remote = { $short }
    .offer_visit = Oturduğun yerde: { $short }
    .other = Başka saatler
no_slot =
    Boş randevu bulamadım. { $site }: { $hours }{ $walk_in ->
        [yes] , randevusuz
       *[no] {""}
    }{ $example ->
        [yes] {" "}(örnek veri)
       *[no] {""}
    }.{ $phone ->
        [none] {""}
       *[other] {" "}Telefon: { $phone }.
    }
    Biri senin için arayabilir: “Biriyle konuş”.
    .wait = Yer açılınca haber ver
call_me_on = Seni hangi numaradan arayalım? Onu sadece senin mission locale'in görecek.
call_me_on-unclear = Bu numara eksik görünüyor. On rakamını da yaz ya da + ve ülke koduyla yaz.
on_list_noted = Not ettim, yer açılınca sana yazarım. Mission locale'ine de haber verdim. Biri sana şimdiden yardım edebilir.

# Belirli bir danışman.
advisor-mine = Zaten danışmanım var
advisor-other = Başka biri
advisor-word = Not bırak: { $name }
advisor-first = Tamam, seninle ilgilenen kişiye bakıyoruz.
which_advisor = Seninle kim ilgileniyor?
    .unknown = Hatırlamıyorum
one-advisor = { $name }
with_advisor = { $name } ile boş randevular burada.
none_with = { $name } ile boş randevu yok. Not bırakabilir veya başka biriyle görüşebilirsin.
word-left = { $name } için notunu buraya yaz: ekip ona iletir.
other_site = Hangi yerde?
one-site = { $site }{ $km ->
        [none] {""}
        [0] {" "}(oturduğun yer)
       *[other] {" "}({ $km } km)
    }
day = Hangi gün?
one-day = { $day }
hour = Saat kaçta?
one-hour = { $hour }
slots-full = Burada boş yer kalmadı. Kalanlar bunlar.
hold-taken = Bu randevuyu az önce biri aldı. İşte başkaları.
phone = Seni hangi numaradan arayalım? Onu sadece senin mission locale'in görecek.
phone-unclear = Bu numara eksik görünüyor. On rakamını da yaz ya da + ve ülke koduyla yaz.
first_name = Hangi adı not edeyim? Takma ad da olur.
confirm =
    Bir kez daha bakalım mı? { $first_name }, { $bracket }, { $commune }.
    Konu: { $needs }.
    Randevu: { $starts_at }, { $mode }{ $phone ->
        [none] {""}
       *[other] {" "}({ $phone })
    }, { $advisor } ile ({ $minutes } dakika).{ $place ->
        [none] {""}
       *[other] {" "}{ place-said }.
    }
    Bu randevuyu 10 dakika senin için tutuyorum.
    .ok = Onayla
    .correct = Düzelt
correct = Neyi düzeltelim?
    .bracket = Yaşım
    .commune = Oturduğum yer
    .needs = İhtiyaçlarım
    .proposal = Randevu
    .first_name = Adım
    .phone = Numaram
booking-taken = Bu randevuyu az önce biri aldı. İşte başkaları.
booked =
    Onaylandı: { $starts_at }, { $mode }, { $advisor } ile.{ $place ->
        [none] {""}
       *[other] {" "}{ place-said }.
    }
    { $bring ->
        [none] {""}
       *[other] Yanında getir: { $bring }{" "}
    }Değiştirmek veya iptal etmek için: /rdv
booked_place = { $site }
booked_file = Takvimin için.

mode-place = yüz yüze
mode-phone = telefonla
mode-visio = görüntülü görüşmeyle
mode-home = evinde

# Bir yer ve uydurma olup olmadığı.
place-said = { $place }{ $example ->
        [yes] {" "}(örnek veri)
       *[no] {""}
    }
