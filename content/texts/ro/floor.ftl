### Când vorbește altcineva și când e pericol.

human-called = Gata, o persoană din echipă îți răspunde aici{ $until ->
        [none] {""}
       *[other] {" "}înainte de { $until }
    }. Poți scrie deja ce se întâmplă.
human-called-later = Gata. Nimeni nu citește înainte de { $reads_at }.{ $until ->
        [none] {""}
       *[other] {" "}Răspuns înainte de { $until }.
    } Poți scrie deja, mesajul tău va fi citit.
human-already-called = Echipa știe deja și îți răspunde aici{ $until ->
        [none] {""}
       *[other] {" "}înainte de { $until }
    }. Poți scrie.
human-already-here = O persoană îți răspunde deja aici. Îi poți scrie.
human-has-floor = Îți răspunde o persoană. Întrebările mele așteaptă.
still-stopped = Nu-ți mai scriu, așa cum ai cerut. Ca să revii: /start
start-human = Nu s-a pierdut nimic. O persoană îți răspunde sau îți va răspunde aici{ $until ->
        [none] {""}
       *[other] {" "}înainte de { $until }
    }. Programarea ta: /rdv
human-here = { $name } preia conversația și îți răspunde aici.
human-gave-back = { $name } îmi predă conversația. Continuăm.
human-closed = { $name } a terminat. Dacă ai nevoie de cineva, scrie /humain. De aici continui eu.
human-hands-to = { $name } dă conversația mai departe: { $to } îți va răspunde aici.{ $until ->
        [none] {""}
       *[other] {" "}Răspuns înainte de { $until }.
    }
human-hands-to-team = { $name } dă conversația altei echipe, { $team }. Ea îți va răspunde aici.{ $until ->
        [none] {""}
       *[other] {" "}Răspuns înainte de { $until }.
    }
human-releases = { $name } se oprește aici. Altcineva din echipă îți va răspunde aici.{ $until ->
        [none] {""}
       *[other] {" "}Răspuns înainte de { $until }.
    }
human-takes-over = { $name } preia conversația de la { $former } și îți răspunde aici.
human-stops = { $name } încheie aici conversația. Eu rămân pentru programările tale: /rdv
human-stops-until = { $name } încheie conversația. Echipa nu mai răspunde aici până { $until }. Eu rămân: /rdv. În pericol, sună la { LINE("samu") } sau { LINE("112") }.
human-paused = Echipa nu răspunde aici până { $until }. Eu rămân: /rdv. În pericol, sună la { LINE("samu") } sau { LINE("112") }.
human-unpaused = Echipa îți poate răspunde din nou aici. Dacă vrei: /humain

resume_with = Vrei să continui cu { $name }?
    .guide = Continuă aici
resume-with = Continuă cu { $name }

danger-suicide = Ce trăiești contează. Sună acum, e gratuit, zi și noapte:
danger-violence-conjugale = Nu trebuie să înduri asta. Sună acum, e gratuit, zi și noapte:
danger-violence-familiale = Nu trebuie să înduri asta. Sună acum, e gratuit, zi și noapte:
danger-violence-sexuelle = Nu e vina ta. Sună acum, e gratuit, zi și noapte:
danger-enfance-danger = Un copil trebuie protejat. Sună acum, e gratuit, zi și noapte:
danger-sans-abri-ce-soir = Nimeni nu ar trebui să rămână afară. Sună acum, e gratuit, zi și noapte:
danger-urgence-medicale = E o urgență. Sună acum, e gratuit, zi și noapte:
danger-overdose = E o urgență. Sună acum, e gratuit, zi și noapte:
danger-harcelement-cyber = Asta se poate opri. Sună, e gratuit:
danger-traite-exploitation = Nimeni nu are dreptul să te oblige. Sună, e gratuit:
danger-numbers = { $intro }
    { $numbers }
danger-number = { $number } – { $name }{ $sms ->
        [yes] {" "}(prin SMS)
       *[no] {""}
    }
danger-human = O persoană știe deja și îți va răspunde și ea aici{ $until ->
        [none] {""}
       *[other] {" "}înainte de { $until }
    }.
danger-human-later = Nimeni nu citește aici înainte de { $reads_at }.{ $until ->
        [none] {""}
       *[other] {" "}Răspuns înainte de { $until }.
    } Acum, ajutorul e la { $numbers }.
danger-the = { $number }
danger-or = { $some } sau { $last }
