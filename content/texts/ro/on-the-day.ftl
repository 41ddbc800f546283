### În ziua programării, așteptarea unui loc, un telefon folosit de mai mulți.

## În ziua programării

late_told-gone = Programarea asta nu mai există. Programările tale: /rdv
late_told-early = Programarea asta nu e azi. Ca să o muți: /rdv
late_noted = Mersi că anunți, { $advisor } va ști. Vino oricum.{ $call ->
        [none] {""}
       *[other] {" "}Dacă durează mult, sună la { $call }.
    }
find_place =
    { place-said }.{ $access ->
        [none] {""}
       *[other] {" "}{ $access }.
    }
    { $hours ->
        [none] {""}
       *[other] Program: { $hours }.
    }{ $call ->
        [none] {""}
       *[other] {" "}Telefon: { $call }.
    }
find_venue = { $site }
find_call = Programarea ta e { $mode }: nu trebuie să mergi nicăieri.{ $call ->
        [none] {""}
       *[other] {" "}O problemă? Sună la { $call }.
    }
find_gone = Programarea asta nu mai există. Programările tale: /rdv
company_fine = Sigur! Vino cu cine vrei.

## Așteptarea unui loc

waits-gone = Programarea asta nu mai există. Programările tale: /rdv
waits-soon = Programarea ta e deja în curând, nu caut mai devreme. Ea nu se schimbă.
waits_noted = Am notat. Îți scriu dacă se eliberează un loc mai devreme, de cel mult trei ori. Programarea ta nu se schimbă.
earlier-freed =
    E un loc liber mai devreme: { $starts_at }, { $mode }, cu { $advisor }.{ $place ->
        [none] {""}
       *[other] {" "}{ place-said }.
    }
    Prima persoană care răspunde îl ia. Al tău: { $had }.
slot-freed =
    E un loc liber: { $starts_at }, { $mode }, cu { $advisor }.{ $place ->
        [none] {""}
       *[other] {" "}{ place-said }.
    }
    Prima persoană care răspunde îl ia.
taken-gone = Așteptarea asta s-a încheiat, nu s-a schimbat nimic. Programările tale: /rdv
taken-taken = Locul tocmai s-a ocupat, îmi pare rău. Rămâi pe listă și nu s-a schimbat nimic altceva.
taken_noted = E al tău: { $starts_at }, { $mode }, cu { $advisor }.{ $place ->
        [none] {""}
       *[other] {" "}{ place-said }.
    } Ca să muți sau să anulezi: /rdv
taken_file = Pentru calendarul tău.
kept_waiting = Bine, nu se schimbă nimic. Rămâi pe listă.
left_list-gone = S-a încheiat deja, nu mai caut.
left_list_noted = Bine, nu mai caut. Programările tale: /rdv

## Un telefon folosit de mai mulți

discreet = Mod discret: când îți amintesc, nu scriu nici locul, nici motivul. Util dacă altcineva îți citește telefonul.
    .on = Mesaje discrete
    .off = Mesaje complete
discreet_on = Am notat, mesajele rămân discrete. Ca să schimbi: /discret
discreet_off = Am notat, mesajele spun tot. Ca să schimbi: /discret
