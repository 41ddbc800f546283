### După o persoană: dacă a ajutat, păstrarea conversației și dacă te putem suna.

face = Te-a ajutat { $rated_name }? Răspunsul tău ajută echipa să lucreze mai bine. Poți și să treci peste.
    .good = 🙂 Da, mersi
    .fair = 😐 Puțin
    .bad = 🙁 Nu
unrated = Bine.
rated-gone = A trecut prea mult timp, dar mersi oricum.
word = Am notat. Mai vrei să adaugi ceva? Echipa va citi.
worded-gone = A trecut prea mult timp, dar mersi oricum.
rated_thanks = Mersi că mi-ai spus. Dacă ai nevoie de cineva: /humain
rated_sorry = Mersi că mi-ai spus. Te poate ajuta altă persoană.

keep-talk = Păstrez conversația
kept_talk-gone = Nu găsesc aici o conversație cu o persoană.
talk_file = Uite conversația. Dacă telefonul e și al altora, nu uita să o ștergi.
transcript-title = Conversația ta pe Passerelle
transcript-you = Tu
transcript-guide = Passerelle
transcript-human = Cineva din echipă
transcript-photo = [poză]
transcript-video = [video]
transcript-voice = [mesaj vocal]
transcript-sticker = [sticker]
transcript-contact = [contact]
transcript-position = [locație]
transcript-edited = [mesaj modificat]
transcript-tap = [buton]
transcript-file = [fișier]
transcript-end = Textul acesta e al tău. Ca să ștergi tot de la noi: /supprimer în conversație.

reach = Dacă te pierdem aici, te putem suna? Doar ca să reluăm legătura, de cel mult trei ori.
    .yes = Da, mă puteți suna
    .no = Nu, mersi
reach_yes = Am notat: dacă te pierdem aici, te sunăm la { $phone }. Te poți răzgândi: /vieprivee
reach_no = Bine, nu te sună nimeni. Te poți răzgândi: /vieprivee
reach-on = Sunați-mă dacă dispar
reach-off = Nu mă mai sunați
unreach_noted = Am notat, nu te sună nimeni dacă te pierdem aici.
