### Söz başkasına geçtiğinde ve tehlike olduğunda.

human-called = Tamam, ekipten biri sana buradan cevap verecek{ $until ->
        [none] {""}
       *[other] {" "}(en geç { $until })
    }. Ne olduğunu şimdiden yazabilirsin.
human-called-later = Tamam. Mesajını { $reads_at } öncesinde kimse okumayacak.{ $until ->
        [none] {""}
       *[other] {" "}Cevap: en geç { $until }.
    } Şimdiden yazabilirsin, mesajın okunacak.
human-already-called = Birine zaten haber verdik, sana buradan cevap verecek{ $until ->
        [none] {""}
       *[other] {" "}(en geç { $until })
    }. Yazabilirsin.
human-already-here = Biri sana burada zaten cevap veriyor. Ona yazabilirsin.
human-has-floor = Biri sana cevap veriyor. Sorular bekleyebilir.
still-stopped = İstediğin gibi artık sana yazmıyorum. Geri dönmek için: /start
start-human = Hiçbir şey kaybolmadı. Biri sana burada cevap veriyor ya da verecek{ $until ->
        [none] {""}
       *[other] {" "}(en geç { $until })
    }. Randevun: /rdv
human-here = Bundan sonra seninle { $name } ilgileniyor. Sana buradan cevap verecek.
human-gave-back = { $name } sözü yine bana bıraktı. Devam edelim.
human-closed = { $name } bitirdi. Birine ihtiyacın olursa /humain yaz. Şimdi ben devam ediyorum.
human-hands-to = Bundan sonra seninle { $name } yerine { $to } ilgileniyor. Sana buradan cevap verecek.{ $until ->
        [none] {""}
       *[other] {" "}Cevap: en geç { $until }.
    }
human-hands-to-team = Bundan sonra seninle { $name } yerine başka bir ekip ilgileniyor: { $team }. Sana buradan cevap verecekler.{ $until ->
        [none] {""}
       *[other] {" "}Cevap: en geç { $until }.
    }
human-releases = { $name } burada bırakıyor. Ekipten başka biri sana buradan cevap verecek.{ $until ->
        [none] {""}
       *[other] {" "}Cevap: en geç { $until }.
    }
human-takes-over = Bundan sonra seninle { $former } yerine { $name } ilgileniyor. Sana buradan cevap verecek.
human-stops = { $name } bu konuşmayı burada bitiriyor. Randevuların için ben buradayım: /rdv
human-stops-until = { $name } burada bitiriyor. Ekip { $until } öncesinde buradan cevap vermeyecek. Ben buradayım: /rdv. Tehlikedeysen hemen ara: { LINE("samu") } veya { LINE("112") }.
human-paused = Ekip { $until } öncesinde buradan cevap vermiyor. Ben buradayım: /rdv. Tehlikedeysen hemen ara: { LINE("samu") } veya { LINE("112") }.
human-unpaused = Ekip sana yeniden buradan cevap verebilir. İstersen: /humain

resume_with = { $name } ile devam etmek ister misin?
    .guide = Burada devam et
resume-with = { $name } ile devam et

danger-suicide = Yaşadıkların önemli. Hemen ara. Ücretsiz, gece gündüz açık:
danger-violence-conjugale = Bunu yaşamak zorunda değilsin. Hemen ara. Ücretsiz, gece gündüz açık:
danger-violence-familiale = Bunu yaşamak zorunda değilsin. Hemen ara. Ücretsiz, gece gündüz açık:
danger-violence-sexuelle = Bu senin suçun değil. Hemen ara. Ücretsiz, gece gündüz açık:
danger-enfance-danger = Bir çocuk korunmalı. Hemen ara. Ücretsiz, gece gündüz açık:
danger-sans-abri-ce-soir = Dışarıda kalmak zorunda değilsin. Hemen ara. Ücretsiz, gece gündüz açık:
danger-urgence-medicale = Bu acil bir durum. Hemen ara. Ücretsiz, gece gündüz açık:
danger-overdose = Bu acil bir durum. Hemen ara. Ücretsiz, gece gündüz açık:
danger-harcelement-cyber = Bu durdurulabilir. Ara, ücretsiz:
danger-traite-exploitation = Kimsenin seni buna zorlamaya hakkı yok. Ara, ücretsiz:
danger-numbers = { $intro }
    { $numbers }
danger-number = { $number } – { $name }{ $sms ->
        [yes] {" "}(SMS ile)
       *[no] {""}
    }
danger-human = Birine de haber verdik, o da sana buradan cevap verecek{ $until ->
        [none] {""}
       *[other] {" "}(en geç { $until })
    }.
danger-human-later = Burayı { $reads_at } öncesinde kimse okumayacak.{ $until ->
        [none] {""}
       *[other] {" "}Cevap: en geç { $until }.
    } Şimdi şu numaraya ulaş: { $numbers }.
danger-the = { $number }
danger-or = { $some } veya { $last }
