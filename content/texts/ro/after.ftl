### După programare: dacă a ajutat, cum merge și alt moment pentru cine nu a putut veni.

helped =
    { $discreet ->
        [yes] Te-a ajutat?
       *[no] Programarea ta cu { $advisor }: te-a ajutat?
    }{ $bring_after ->
        [none] {""}
       *[other] {" "}Ce urmează: { $bring_after }
    }
    .yes = Da
    .some = Puțin
    .no = Nu
helped_yes = Super, mersi că mi-ai spus.
helped_some = Mersi că mi-ai spus. Dacă lipsește ceva, o persoană te poate ajuta.
helped_no = Mersi că mi-ai spus. Putem căuta altceva împreună.
missed =
    Nu ne-am întâlnit { $days ->
        [0] azi
        [-1] ieri
       *[other] { $day }
    }. Se întâmplă. Găsim alt moment?
    .take = Găsim alt moment
how_now = Au trecut câteva zile. Cum merge?
    .take = Altă programare
    .fine = Totul e bine
all_well = Mă bucur. Dacă ai nevoie de mine, scrie-mi aici.
before-gone = Nu mai găsesc programarea asta. Ca să iei una: /start
