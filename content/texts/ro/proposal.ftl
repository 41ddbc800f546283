### Ce propune cineva din echipă în conversație: un loc, o oră, un atelier.

proposal-place =
    { $who } îți propune acest loc{ $km ->
        [none] {""}
       *[other] {" "}({ offer-far })
    }: { place-said }.
    { $hours ->
        [none] {""}
       *[other] Program: { $hours }.{" "}
    }{ $walk_in ->
        [yes] Poți veni fără programare.
       *[no] Se merge doar cu programare.
    }{ $access ->
        [none] {""}
       *[other] {" "}Acces: { $access }.
    }
proposal-slot =
    { $who } îți propune o programare: { $starts_at }, { $mode }, cu { $advisor }.{ $place ->
        [none] {""}
       *[other] {" "}{ place-said }.
    } E bine pentru tine?
proposal-workshop =
    { $who } îți propune atelierul „{ $title }”: { $starts_at }. { place-said }. Vrei să vii?
proposed =
    .take-place = Bine, merg
    .take-slot = Da, o iau
    .take-workshop = Da, vin
    .pass = Nu, altceva
    .other-slot = { $short }, { $advisor }
    .other-workshop = { $short }, { $title }
place_noted = Am notat. Drum bun!
seat_noted = Ai locul tău: „{ $title }”, { $starts_at }. { place-said }. Dacă nu mai poți veni, spune aici.
pass_noted = Bine, am transmis. Scrie aici ce ți s-ar potrivi mai bine.
pass_noted_alone = Bine, am notat. Dacă vrei altceva, o persoană te poate ajuta.
others_free = Locul ăsta tocmai s-a ocupat. Uite altele:
no_other = Locul ăsta tocmai s-a ocupat și nu văd altul. Scrie aici, căutăm împreună.
no_other_alone = Locul ăsta tocmai s-a ocupat și nu văd altul. O persoană poate căuta cu tine.
booking-gone = Propunerea asta nu mai există. Programările tale: /rdv. Vorbește cu cineva: /humain
booking-done = E deja notat. Programările tale: /rdv
booking-minor = Sub 16 ani nu fac programări. Persoana care îți răspunde aici îți poate spune cine te ajută: /humain
passed-gone = Propunerea asta nu mai există. Nu s-a schimbat nimic.
passed-done = E deja notat pentru tine. Ca să muți sau să anulezi o programare: /rdv
