### Words at any question, and what follows danger.

off-topic = Bunu yapamam. Randevu, adres ya da konuşacak birini bulma konusunda yardım edebilirim.
hello-again = Selam! Şurada kalmıştık:
thanks = Rica ederim. Bir şeye ihtiyacın olursa buraya yaz.
thanks-and-on = Rica ederim. Yukarıdaki sorum seni bekliyor, ne zaman istersen.
calm = Bunun can sıkıcı olduğunu anlıyorum, elimden geleni yapıyorum. Bir insan sana cevap verebilir: “Biriyle konuş”.
guessed = Konu hangisi?
    .other = Başka bir şey
guess-again = Tamam. Başka kelimelerle söyle ya da buradan seç:
needs-noted = Not ettim: { $needs }.
also =
    .undo = Çıkar: { $need }
none_within = Henüz randevun yok. Birlikte arıyoruz, buradan devam:
none_alone = Henüz randevun yok. Bir tane arayalım mı?
no_place_yet = Henüz randevun yok. Randevun olunca adresi hemen veririm.

call-me = Aranmayı tercih ederim
call-noted = Not ettim: ekip seni şu numaradan arayabilir: { $phone }.
no_call = Numaranı saklayamam. Bir insan sana buradan cevap verebilir.

danger =
    .fine = İyiyim, devam edelim
    .erase = Bu mesajları sil
danger-seen = Sana buradan cevap veren kişi mesajını görüyor.
danger-erase-how = Bir mesaja uzun bas, sonra “Sil”. Bütün sohbet için: listende sohbete uzun bas, sonra “Sil”. Arama kayıtlarını da unutma.{ $bill ->
        [yes] {" "}{ LINE("3919") } faturada görünmez.
       *[no] {""}
    }
danger-fine = Tamam. Ekip iyi olduğunu biliyor. Bir şey değişirse bana yaz ya da /humain yaz.
danger-fine-waiting = Tamam, not ettim. Söylendiği gibi, bir insan sana buradan cevap verecek.
human-sees = Sana cevap veren kişi bunu görüyor.
