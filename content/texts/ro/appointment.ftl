### Programarea: o vezi, o confirmi, o muți, o anulezi, îți amintesc.

no_appointment = Nu ai nicio programare.
which_appointment = Ai mai multe programări. Care?
one-appointment = { $short }, { $advisor }
wish =
    Programarea ta: { $starts_at }, { $mode }, cu { $advisor }.{ $place ->
        [none] {""}
       *[other] {" "}{ place-said }.
    }
    { $limits ->
        [move-cancel] O poți muta până { $move_until }, o poți anula până { $cancel_until }.
        [cancel] O poți anula până { $cancel_until }.
        [move] O poți muta până { $move_until }.
       *[none] E prea târziu ca să o muți sau să o anulezi aici. { call-or-talk }
    }
    .fine = E bine pentru mine
    .present = O să fiu acolo
    .move = Mută
    .cancel = Anulează
    .wait = Anunță-mă dacă e loc mai devreme
    .late = Întârzii
    .lost = Nu găsesc locul
    .company = Vin cu cineva
    .take = Îl iau
    .keep = Rămân la al meu
    .pass = Nu acesta
    .unwait = Nu mai căuta
call-or-talk = { $call ->
        [none] Vorbește cu cineva.
       *[other] Sună la { $call } sau vorbește cu cineva.
    }
move_late = E prea târziu ca să muți programarea aici. Rămâne cum era. { call-or-talk }
cancel_late = E prea târziu ca să anulezi aici. Dacă nu poți veni, spune-ne oricum, ne ajută. { call-or-talk }
all_good = Perfect, nu se schimbă nimic. Pe curând!
reminder-day = Îți amintesc: programare { $starts_at }, { $mode }, cu { $advisor }.{ $place ->
        [none] {""}
       *[other] {" "}{ place-said }.
    }
reminder-hours = În curând: { $starts_at }, { $mode }, cu { $advisor }.{ $place ->
        [none] {""}
       *[other] {" "}{ place-said }.
    }
reminder-discreet =
    Îți amintesc: { $days ->
        [0] azi la { $hour }
        [1] mâine la { $hour }
       *[other] { $starts_at }
    }.
present-gone = Programarea asta nu mai există. Programările tale: /rdv
presence_noted = Mersi, am notat. Pe curând cu { $advisor }, { $starts_at }.
sure = Anulezi programarea asta? Poți lua alta după.
    .yes = Da, anulez
    .no = Nu, o păstrez
cancelled-gone = Programarea asta nu mai există. Programările tale: /rdv
cancel_noted = Am anulat: { $starts_at }. Ca să iei alta: /start
cancelled-late = E prea târziu ca să anulezi aici. Programarea ta nu se schimbă. O persoană te poate ajuta: /humain
cancelled_file = Ca să o scoți din calendar.
kept_as_is = Bine, o păstrăm.
slots-gone = Programarea asta nu mai există. Programările tale: /rdv
slots-late = E prea târziu ca să o muți aici. Programarea ta nu se schimbă. O persoană te poate ajuta: /humain
slots-none = Nu am altă oră liberă. Programarea ta nu se schimbă. O persoană poate căuta cu tine: /humain
moved-gone = Programarea asta nu mai există. Programările tale: /rdv
moved-late = E prea târziu ca să o muți aici. Programarea ta nu se schimbă. O persoană te poate ajuta: /humain
moved-taken = Ora asta tocmai s-a ocupat. Uite altele. Programarea ta de dinainte rămâne.
move_noted = Am mutat: { $starts_at }, { $mode }, cu { $advisor }.{ $place ->
        [none] {""}
       *[other] {" "}{ place-said }.
    }
moved_file = Pentru calendarul tău, în locul celei vechi.
appointment-cancelled = Mission locale ți-a anulat programarea de { $starts_at }. Găsim alta? /start
appointment-moved =
    { $same ->
        [yes] Programarea ta de { $was } rămâne la aceeași oră, dar cu { $advisor }, { $mode }.
       *[no] Mission locale a trebuit să mute programarea ta de { $was }. Cea nouă: { $starts_at }, { $mode }, cu { $advisor }.
    }{ $place ->
        [none] {""}
       *[other] {" "}{ place-said }.
    } E bine pentru tine?
appointment-joined =
    Gata, legătura e făcută. Programarea ta: { $starts_at }, { $mode }, cu { $advisor }.{ $place ->
        [none] {""}
       *[other] {" "}{ place-said }.
    } Ți-o amintesc aici.
link-joined = Gata, legătura e făcută. Nu ai nicio programare.
link-gone = Linkul nu mai merge: se folosește o singură dată, timp de două săptămâni. La recepție îți pot da altul. Aici putem vorbi deja.
series-booked =
    { $count ->
        [one] Ai o programare nouă
        [few] Ai { $count } programări
       *[other] Ai { $count } de programări
    } cu { $advisor }, { $mode }. Primele: { $dates }. Toate programările tale: /rdv
series-cancelled =
    Mission locale a anulat { $count ->
        [one] programarea de { $starts_at }
        [few] { $count } programări, începând cu { $starts_at }
       *[other] { $count } de programări, începând cu { $starts_at }
    }. Programările tale: /rdv

## Când revii, când te oprești

resume = Am rămas la jumătate. Continuăm?
    .continue = Continuă
    .restart = De la început
    .booked = Programarea mea
menu = Ce vrei să faci?
    .again = O cerere nouă
keep_reminder = Bine, nu mai scriu. Îți mai amintesc de programare?
    .yes = Da, amintește-mi
    .no = Nu, deloc
stopped = Am notat, nu-ți mai scriu. Ca să revii: /start
pick = Ce limbă?
    .one = { $name }
    .on = Mai multe →
    .back = ← Înapoi
language_set = Am notat.
language-heard = Continuăm în română. Ca să schimbi: /langue
