### Bir insanla konuştuktan sonra: yardımı oldu mu, konuşmayı saklamak, aranmak.

face = { $rated_name } sana yardımcı oldu mu? Cevabın ekibin daha iyi olmasını sağlar. İstersen geçebilirsin.
    .good = 🙂 Evet, sağ olsun
    .fair = 😐 Biraz
    .bad = 🙁 Hayır
unrated = Tamam.
rated-gone = Üzerinden çok zaman geçti, yine de teşekkürler.
word = Not ettim. Eklemek istediğin bir şey var mı? Ekip okuyacak.
worded-gone = Üzerinden çok zaman geçti, yine de teşekkürler.
rated_thanks = Söylediğin için teşekkürler. Birine ihtiyacın olursa: /humain
rated_sorry = Söylediğin için teşekkürler. Başka biri sana yardım edebilir.

keep-talk = Konuşmayı kaydet
kept_talk-gone = Burada bir insanla yaptığın bir konuşma bulamıyorum.
talk_file = İşte konuşmanız. Telefonu paylaşıyorsan sonra silmeyi unutma.
transcript-title = Passerelle'deki konuşman
transcript-you = Sen
transcript-guide = Passerelle
transcript-human = Ekipten biri
transcript-photo = [fotoğraf]
transcript-video = [video]
transcript-voice = [sesli mesaj]
transcript-sticker = [çıkartma]
transcript-contact = [kişi]
transcript-position = [konum]
transcript-edited = [düzenlenmiş mesaj]
transcript-tap = [buton]
transcript-file = [dosya]
transcript-end = Bu metin senin. Bizdeki her şeyi silmek için: konuşmada /supprimer

reach = Seni burada kaybedersek arayabilir miyiz? Sadece yeniden ulaşmak için, en fazla üç kez.
    .yes = Evet, arayın
    .no = Hayır, sağ olun
reach_yes = Not ettim: seni burada kaybedersek şu numaradan ararız: { $phone }. Fikrini değiştirebilirsin: /vieprivee
reach_no = Tamam, kimse seni aramayacak. Fikrini değiştirebilirsin: /vieprivee
reach-on = Kaybolursam beni arayın
reach-off = Artık beni aramayın
unreach_noted = Not ettim, seni burada kaybedersek kimse aramayacak.
