### Her ihtiyacın soruları ve işe yarayabilecek şeyler.

## İş

emploi_but = İş için sana en çok ne yardımcı olur?
    .offre = İş ilanı bulmak
    .cv = CV'mi yapmak
    .entretien = Mülakata hazırlık
    .alternance = İş ve okul birlikte
    .idee = Ne yapacağımı bilmek
emploi_frein = Seni en çok ne zorluyor?
    .rien = Özel bir şey yok
    .transport = Ulaşım
    .garde = Çocuk bakımı
    .experience = Deneyimim yok
    .sante = Sağlığım
emploi_venir = Bir randevuya gelebilir misin?
    .oui = Evet
    .non = Hayır, zor
tip-emploi = İş: danışmanınla birlikte yakınındaki ilanlara bakabilirsin.
tip-cv = CV: onu bir görüşmede, yanında biriyle yapabilirsin.
tip-entretien = Mülakat: biriyle gerçek gibi prova yapabilirsin.
tip-alternance = İş ve okul birlikte (alternance): yakınında eleman arayan işverenlerin listesini alabilirsin.
tip-projet = Fikrin: seçmeden önce meslekleri birkaç gün deneyebilirsin.
tip-transport = Ulaşım: bazen bir yardım var, danışmanın kontrol eder.
tip-garde = Çocuk: bazen çocuk bakımı için bir çözüm bulunur, birlikte bakarız.
tip-immersion = Deneyim: denemek için bir iş yerinde birkaç gün geçirebilirsin.

## Ev, barınma

logement_ce_soir = Bu gece nerede uyuyorsun?
    .chez_moi = Kendi evimde
    .parents = Ailemin yanında
    .depanne = Bir tanıdıkta
    .foyer = Yurtta, otelde
    .dehors = Dışarıda, arabada
logement_but = Ev konusunda neye ihtiyacın var?
    .partir = Bana ait bir yer
    .loyer = Kiramı ödemek
    .garant = Bir kefil
    .conflit = Evde sorun var
logement_depuis = Orada ne kadar kalabilirsin?
    .jours = Birkaç gün
    .semaines = Birkaç hafta
    .sais_pas = Bilmiyorum
tip-logement = Ev: gençlik yurdu veya sosyal konut isteyebilirsin, dosyayı birlikte hazırlarız.
tip-depanne = Ev: açıkta kalmamak için kısa sürede biriyle görüşebilirsin.
tip-partir = Ev: gençlik yurdu veya sosyal konut isteyebilirsin.
tip-loyer = Kira: bazen bir yardım var, danışmanın kontrol eder.
tip-garant = Kefil: Visale sana kefil olabilir, ücretsiz. Birlikte başvururuz.
tip-conflit = Evde: bunu biriyle konuşabilirsin, aranızda kalır.

## Sağlık

sante_but = Sağlık konusunda neye ihtiyacın var?
    .carte = Sağlık sigortası
    .docteur = Doktora gitmek
    .moral = Dertleşmek, moral
    .autre = Başka bir şey
sante_comment = Bunu nasıl konuşmak istersin?
    .place = Yüz yüze
    .phone = Telefonla
tip-sante = Sağlık: durumunu biriyle konuşabilirsin, burada dosya tutulmaz.
tip-carte = Sağlık: ücretsiz veya ucuz bir ek sigortan (mutuelle) olabilir, birlikte bakarız.
tip-docteur = Sağlık: yeni hasta alan bir doktor bulmana yardım edebiliriz.
tip-moral = Moral: Fil Santé Jeunes seni ücretsiz dinler, { LINE("fil_sante_jeunes") }.

## Ulaşım

mobilite_venir = Bir randevuya nasıl gelebilirsin?
    .pied = Yürüyerek, bisikletle
    .bus = Otobüsle, trenle
    .emmene = Biri beni getirir
    .impossible = Gelemem
mobilite_but = Ulaşım için neye ihtiyacın var?
    .permis = Ehliyet almak
    .trajet = Yol parası
    .vehicule = Scooter, araba
    .sais_pas = Bilmiyorum
tip-mobilite = Ulaşım: bazen bir yardım var, danışmanın kontrol eder.
tip-permis = Ehliyet: bazen bir yardım var, danışmanın kontrol eder.
tip-trajet = Yol: indirimli bilet veya küçük bir destek alabilirsin, birlikte bakarız.
tip-vehicule = Araç: iş veya eğitim için ucuza bir araç kiralayabilirsin.

## Meslek eğitimi

formation_but = Eğitim konusunda ne istiyorsun?
    .metier = Meslek öğrenmek
    .alternance = İş ve okul birlikte
    .reprendre = Okula dönmek
    .francais = Fransızca öğrenmek
tip-formation = Eğitim: yakınında ücretsiz bir eğitim bulabilirsin.
tip-reprendre = Okul: kaldığın yerden, kendi hızında devam edebilirsin.
tip-francais = Fransızca: derslere gidebilirsin, çoğu zaman ücretsiz.

## Yolunu bulmak

orientation_ou = Ne durumdasın?
    .aucune = Hiç fikrim yok
    .hesite = Kararsızım
    .essayer = Denemek istiyorum
tip-orientation = Yolun: seçmeden önce meslekleri birkaç gün deneyebilirsin.

## Para

argent_but = Para konusunda acil olan ne?
    .manger = Yemek
    .revenu = Bir gelir
    .dette = Bir borç
    .droits = Haklarımı bilmek
tip-argent = Para: bir yardım hakkın olabilir, danışmanın kontrol eder.
tip-manger = Yemek: bu hafta nerede yemek veya gıda paketi bulacağını söyleyebiliriz.
tip-revenu = Gelir: ödenek veren bir programa girebilirsin, birlikte bakarız.
tip-dette = Borç: ek süre isteyebilirsin, yazmana yardım ederiz.
tip-droits-aides = Yardımlar: isteyebileceklerinin listesini birlikte yaparız.

## Belgeler ve haklar

droits_but = Belge konusunda neye ihtiyacın var?
    .identite = Kimlik kartı
    .sejour = Oturum kartı
    .adresse = Bir adres
    .discrimination = Haksız bir ret
tip-droits = Belgeler: hiçbir belgen tam olmasa bile elindekilerle gelebilirsin.
tip-identite = Kimlik kartı: belediyeden randevu almana yardım ederiz.
tip-sejour = Oturum: hiçbir belgen tam olmasa bile elindekilerle gelebilirsin.
tip-adresse = Adres: mektuplarını belediyeden veya bir dernekten alabilirsin.
tip-discrimination = Haksız ret: { LINE("antidiscriminations") } seni dinler ve yol gösterir.

## Aile

famille_but = Aileyle ilgili konu ne?
    .enfant = Çocuğuma bakım
    .enceinte = Hamilelik
    .conflit = Ailede sorun var
    .aidant = Yakınıma bakıyorum
tip-famille = Aile: doğru kapıları bilen biriyle konuşabilirsin.
tip-enceinte = Hamilelik: PMI, ücretsiz bir devlet merkezi, seni kabul eder. En yakınını söyleriz.

## Dijital işler

numerique_but = Dijital işlerde neye ihtiyacın var?
    .materiel = Telefon, bilgisayar
    .demarche = İnternetten işlem
    .apprendre = Öğrenmek
tip-numerique = Dijital: yerinde yardım alabilirsin, kimse seni yargılamaz.
tip-materiel = Cihaz: ikinci el bir cihazı ucuza alabilirsin.
tip-demarche = İşlemler: France Services sana yerinde, ücretsiz yardım eder.

## Spor, kültür, gönüllülük

loisirs_but = Ne ilgini çekiyor?
    .sport = Spor
    .culture = Kültür
    .civique = Service civique
    .bafa = BAFA
tip-loisirs = Gezmek: spor ve kültür için indirim alabilirsin.
tip-sport = Spor: kulüp üyeliği için yardım alabilirsin, birlikte bakarız.
tip-culture = Kültür: pass Culture veya bölge bazen yardım eder.
tip-civique = Service civique: birkaç aylık, ödenekli bir görev yapabilirsin.
tip-bafa = BAFA (gençlik lideri belgesi): çoğu zaman bir yardım var, birlikte bakarız.

## Okul

decrochage_ou = Okul durumun nasıl?
    .inscrit = Ara sıra gidiyorum
    .arrete = Bıraktım
    .retour = Dönmek istiyorum
tip-decrochage = Okul: devam etmenin birkaç yolu var, seninkini arıyoruz.
tip-inscrit = Okul: her şeyi bırakmadan yolunu değiştirebilirsin.
tip-arrete = Okul: kendi hızında başka bir şey deneyebilirsin.
tip-retour = Okul: yıl ortasında bile yeniden başlayabilirsin.
