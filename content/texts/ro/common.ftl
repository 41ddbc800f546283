### Ce poate citi oricine, oricând.

language-name = Română

## Cuvintele datelor (modele Babel)

# «Înainte de» și «până» se potrivesc cu toate: «înainte de 14:00», «până marți, 24 noiembrie la 14:00».
pattern-day = EEEE, d MMMM
pattern-first-day = EEEE, d MMMM
pattern-hour = H:mm
pattern-hour-minutes = H:mm
pattern-dated = d MMMM y
pattern-month = LLLL y
# Ziua întreagă și luna în cifre: «mar.» ar fi și marți, și martie.
pattern-short-day = EEEE d.MM
date-moment = { $day } la { $hour }
pattern-weekday = EEEE
date-weekday = { $day } la { $hour }
list-more = { $some }, { $next }
list-and = { $some } și { $last }
ticked = ✓ { $label }

## Butoanele care nu se mută niciodată

control-back = Înapoi
control-human = Vorbește cu cineva
page-earlier = ← Mai devreme
page-later = Mai târziu →
control-skip = Prefer să nu răspund
control-position = 📍 Trimite locația
link-call = Sună: { $name }
link-write = Scrie SMS: { $name }
link-map = Vezi pe hartă
link-directory = Vezi site-ul
link-national = Lista missions locales

## Când nu ne-am înțeles

please-choose = Nu am înțeles. Apasă un buton sau scrie numărul lui (1, 2, 3…).
please-write = Nu am primit niciun text. Mai încerci o dată?
too-long =
    E cam lung pentru mine. Răspunde în câteva cuvinte (cel mult { $limit ->
        [one] { $limit } literă
        [few] { $limit } litere
       *[other] { $limit } de litere
    }).
no-position-now = Mersi pentru locație. Aici am nevoie de alt răspuns.
human-can-help = Nu reușesc. O persoană te poate ajuta: apasă „Vorbește cu cineva”. Sau alege un răspuns aici.
too-late = Butonul e de la o întrebare mai veche. Nu s-a schimbat nimic. Suntem aici:
button-gone = Butonul nu mai merge, nu s-a schimbat nimic. Programarea ta: /rdv. Altceva: /start
already-noted = E deja notat.
nothing-before = Acesta e începutul, înainte nu e nimic.
cannot-read-file = L-am primit, dar nu știu să-l citesc. O persoană poate: „Vorbește cu cineva”.
cannot-read-voice = Am primit mesajul tău vocal. Îl păstrez pentru o persoană, care îl va putea asculta. Eu nu pot.
cannot-read-sticker = Drăguț! Ca să continuăm, am nevoie de cuvinte sau de un buton.
edit-seen = Am văzut că ai schimbat un mesaj. Ca să schimbi un răspuns, apasă „Înapoi”.
unknown-command = Nu cunosc comanda asta. /aide îți arată ce știu să fac.
group-only-private = Vorbesc doar în privat. Scrie-mi direct, pe curând!
apology = Mesajul tău a ajuns, dar ceva nu a mers. Scrie /humain ca să vorbești cu cineva.
not-so-fast = Scrii foarte repede! Am păstrat tot, dar nu răspund timp de un minut. Apoi spune-mi din nou ce e important. Urgent: /humain

## Comenzile

aide =
    Te ajut să găsești ușa potrivită aproape de tine și o programare.
    /start începi sau continui
    /rdv vezi, muți, anulezi
    /humain vorbești cu cineva
    /langue schimbi limba
    /discret mesaje discrete
    /vieprivee datele tale, ștergi tot
    /stop fără alte mesaje
vieprivee = Mission locale răspunde de informațiile tale: e misiunea ei de interes public. Păstrez răspunsurile, mesajele și programările tale, cel mult { $contact } de zile după ultimul contact. Echipa care te ajută le citește. Primești tot: /mesdonnees. Ștergi tot, acum: /supprimer
erased = Gata: totul e șters, și programările. Rămân cifre fără nume și, { $audit } de zile, ce a făcut echipa, fără numele tău. Nu uita să ștergi și discuția din Telegram. Dacă revii într-o zi, scrie /start.

command-start = Începi sau continui
command-rdv = Programarea mea
command-humain = Vorbește cu cineva
command-aide = Ce știu să fac
command-langue = Schimbă limba
command-stop = Fără alte mesaje
bot-description = Passerelle te ajută să găsești o programare la mission locale, aproape de tine. Gratuit, fără cont și fără formulare.
bot-short-description = O programare la mission locale, aproape de tine. Gratuit.
