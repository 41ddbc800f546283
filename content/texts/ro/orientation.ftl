### Povestea principală: de la primul cuvânt la programare.

hello =
    Bună! Aici e Passerelle. Te ajut să găsești o programare aproape de tine. E gratuit și te oprești când vrei.
    Telegram nu e un loc pentru dosarul tău: nu scrie nimic medical și nu trimite acte aici. Drepturile tale: /vieprivee
    .go = Hai să începem
    .english = English
    .french = Français
bracket = Câți ani ai?
    .under_16 = Sub 16 ani
    .from_16 = 16 sau 17 ani
    .from_18 = 18–25 de ani
    .from_26 = De la 26 de ani
forgotten-booked = Ai o programare, așa că nu șterg nimic. Dacă ai sub 16 ani: /vieprivee îți spune cum ștergi tot.
minors =
    Mersi că ai scris. Ai sub 16 ani, așa că nu păstrez nimic din ce mi-ai spus.
    Ca să vorbești: Fil Santé Jeunes, { LINE("fil_sante_jeunes") }, sau { LINE("119") } dacă cineva îți face rău. Pentru școală: CIO, un centru de sfaturi gratuit. Și un adult în care ai încredere.
elders =
    De la 26 de ani te pot ajuta France Travail și departamentul tău (Département).
    Cu o dizabilitate recunoscută, mission locale e uneori posibilă până la 29 de ani. O persoană îți poate răspunde: „Vorbește cu cineva”.
    .younger = Am sub 26 de ani
commune = Unde locuiești? Scrie localitatea sau codul poștal ori trimite locația.
place-unknown = Nu am găsit localitatea asta. Încearcă codul poștal sau doar numele.
place-abroad = Locul acesta nu e în Franța. Scrie numele localității tale sau codul poștal.
place-divided = În orașul ăsta, mission locale depinde de sector (arrondissement). Scrie-l („Paris 11”) sau codul tău poștal.
other-commune = Altă localitate
which = Sunt mai multe. Care e a ta?
which-one = { $name } ({ $departement })
served = { $commune }: mission locale pentru tine e { $name }.
probably_served = { $others ->
        [none] { $commune }: mission locale pentru tine e probabil { $name } ({ $example ->
            [yes] date de exemplu
           *[no] de verificat
        }).
       *[other] { $commune }: aici sunt mai multe missions locales: { $name } și încă: { $others } (de verificat). Începem cu prima.
    }
elsewhere = { $certain ->
        [yes] { $commune }: mission locale pentru tine: { $name }.{ $address ->
            [none] {""}
           *[other] {" "}{ $address }.
        } Încă nu pot lua programare acolo pentru tine. Ia legătura direct cu ei.
       *[no] { $name ->
            [none] { $commune }: nu știu care mission locale e pentru tine. Lista ți-o arată imediat. Ca să vorbești cu cineva acum, gratuit (în franceză): Fil Santé Jeunes, { LINE("fil_sante_jeunes") }.
           *[other] { $lines ->
                [none] { $commune }: mission locale pentru tine e probabil { $name } (de verificat). Încă nu pot lua programare acolo. Poți verifica în listă.
               *[other] { $commune }: { $shared ->
                    [yes] aici sunt mai multe missions locales
                   *[no] mission locale pentru tine e probabil una din acestea
                } (de verificat).
                    { $lines }
                    Încă nu pot lua programare acolo. Poți verifica în listă.
            }
        }
    }

## Nevoi

needs = De ce ai nevoie? Poți alege mai multe sau poți scrie cu cuvintele tale.
    .emploi = Loc de muncă
    .formation = Cursuri
    .logement = Locuință
    .sante = Sănătate
    .mobilite = Transport
    .argent = Bani, ajutoare
    .orientation = Drumul meu
    .droits = Acte, drepturi
    .famille = Familie
    .numerique = Internet, PC
    .loisirs = Sport, cultură
    .decrochage = Școală
    .more = Altceva
    .less = Primele
    .done = Asta e tot
urgent_school = La 16 sau 17 ani, cineva îți poate răspunde cu prioritate. Tu decizi: „Vorbește cu cineva”.
tips = { $tips }

## Propuneri

# Distanța și peste câte zile.
offer-far =
    { $km ->
        [0] în localitatea ta
       *[other] la { $km } km în linie dreaptă
    }
offer-days =
    { $days ->
        [0] azi
        [1] mâine
        [2] poimâine
        [one] peste { $days } zi
        [few] peste { $days } zile
       *[other] peste { $days } de zile
    }
# Ce se spune despre fiecare loc propus.
offer-facts =
    Program: { $hours }{ $example ->
        [yes] {" "}(date de exemplu).
       *[no] .{ $checked ->
            [none] {""}
           *[other] {" "}Verificat pe { $checked }.
        }
    }
    Prima programare: { $starts_at }.
offer_near =
    Cel mai aproape de tine: { offer-far }.
    { $place }
    { offer-facts }
offer_soon =
    Cel mai repede: { offer-days }{ $km ->
        [none] {""}
       *[other] {" "}({ offer-far })
    }.
    { $place }
    { offer-facts }
offer_both =
    Cel mai aproape și cel mai repede: { offer-far }, { offer-days }.
    { $place }
    { offer-facts }
offer_remote = Fără să te deplasezi: { $mode } cu { $advisor }, { $starts_at }.
offer_visit =
    Sau foarte aproape, în localitatea ta: { $place }
    { offer-facts }
walk_in =
    { $why ->
        [visit] În localitatea ta
       *[near] Și mai aproape
    }, fără programare: { $place } ({ offer-far }).
    Program: { $hours }{ $example ->
        [yes] {" "}(date de exemplu)
       *[no] {""}
    }.
proposal = Ce ți se potrivește?
    .offer_near = Aproape: { $short }
    .offer_soon = Mai repede: { $short }
    .offer_both = { $short }
    .remote = Nu pot veni
    .in_person = Pot veni
    .offer_remote = { $short }
    .offer_visit = În localitate: { $short }
    .other = Alte ore
no_slot =
    Nu am găsit nicio programare liberă. { $site }: { $hours }{ $walk_in ->
        [yes] , fără programare
       *[no] {""}
    }{ $example ->
        [yes] {" "}(date de exemplu)
       *[no] {""}
    }.{ $phone ->
        [none] {""}
       *[other] {" "}Telefon: { $phone }.
    }
    O persoană poate căuta una pentru tine: „Vorbește cu cineva”.
    .wait = Anunță-mă când apare un loc
call_me_on = La ce număr te sunăm? Îl vede doar mission locale din zona ta.
call_me_on-unclear = Numărul nu pare complet. Scrie toate cele zece cifre sau + și codul țării.
on_list_noted = Am notat, îți scriu imediat ce apare un loc. Am anunțat și mission locale. O persoană te poate ajuta deja.

# Un consilier sau o consilieră anume.
advisor-mine = Am deja un consilier
advisor-other = Altcineva
advisor-word = Lasă un mesaj: { $name }
advisor-first = Bine, căutăm la persoana care te ajută deja.
which_advisor = Cine te ajută?
    .unknown = Nu mai știu
one-advisor = { $name }
with_advisor = Uite programările cu { $name }.
none_with = { $name } nu are nicio programare liberă. Poți lăsa un mesaj sau poți vedea pe altcineva.
word-left = Scrie aici mesajul pentru { $name }: echipa îl dă mai departe.
other_site = În ce loc?
one-site = { $site }{ $km ->
        [none] {""}
        [0] {" "}(localitatea ta)
       *[other] {" "}({ $km } km)
    }
day = În ce zi?
one-day = { $day }
hour = La ce oră?
one-hour = { $hour }
slots-full = Aici nu mai e nimic liber. Uite ce a rămas.
hold-taken = Programarea asta tocmai s-a ocupat. Uite altele.
phone = La ce număr te sunăm? Îl vede doar mission locale din zona ta.
phone-unclear = Numărul nu pare complet. Scrie toate cele zece cifre sau + și codul țării.
first_name = Ce prenume notez? Merge și o poreclă.
confirm =
    Verificăm? { $first_name }, { $bracket }, { $commune }.
    Pentru: { $needs }.
    Programare { $starts_at }, { $mode }{ $phone ->
        [none] {""}
       *[other] {" "}({ $phone })
    }, cu { $advisor } ({ $minutes } min).{ $place ->
        [none] {""}
       *[other] {" "}{ place-said }.
    }
    Îți păstrez programarea 10 minute.
    .ok = Confirm
    .correct = Corectez
correct = Ce corectăm?
    .bracket = Vârsta mea
    .commune = Localitatea
    .needs = Nevoile mele
    .proposal = Programarea
    .first_name = Prenumele
    .phone = Numărul meu
booking-taken = Programarea asta tocmai s-a ocupat. Uite altele.
booked =
    Confirmat: { $starts_at }, { $mode }, cu { $advisor }.{ $place ->
        [none] {""}
       *[other] {" "}{ place-said }.
    }
    { $bring ->
        [none] {""}
       *[other] De adus: { $bring }{" "}
    }Ca să muți sau să anulezi: /rdv
booked_place = { $site }
booked_file = Pentru calendarul tău.

mode-place = față în față
mode-phone = la telefon
mode-visio = prin video
mode-home = la tine acasă

# Un loc și dacă e inventat.
place-said = { $place }{ $example ->
        [yes] {" "}(date de exemplu)
       *[no] {""}
    }
