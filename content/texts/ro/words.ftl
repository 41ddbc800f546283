### Words at any question, and what follows danger.

off-topic = Asta nu știu să fac. Te pot ajuta cu o programare, o adresă sau să găsești o persoană.
hello-again = Salut! Aici am rămas:
thanks = Cu plăcere. Dacă ai nevoie, scrie-mi aici.
thanks-and-on = Cu plăcere. Întrebarea mea de mai sus te așteaptă, când vrei.
calm = Înțeleg că e enervant și fac tot ce pot. Îți poate răspunde o persoană: „Vorbește cu cineva”.
guessed = Despre ce e vorba?
    .other = Altceva
guess-again = Bine. Spune cu alte cuvinte sau alege aici:
needs-noted = Am notat: { $needs }.
also =
    .undo = Scoate: { $need }
none_within = Încă nu ai programare. O căutăm împreună, chiar aici:
none_alone = Încă nu ai programare. Căutăm una?
no_place_yet = Încă nu ai programare. Îți dau adresa de îndată ce există una.

call-me = Prefer un apel
call-noted = Am notat: echipa te poate suna la { $phone }.
no_call = Nu pot păstra numărul tău. O persoană îți poate răspunde aici.

danger =
    .fine = Sunt bine, continuăm
    .erase = Șterge aceste mesaje
danger-seen = Persoana care îți răspunde aici vede mesajul tău.
danger-erase-how = Apasă lung pe un mesaj, apoi „Șterge”. Pentru toată discuția: apasă lung pe ea în lista ta, apoi „Șterge”. Gândește-te și la jurnalul de apeluri.{ $bill ->
        [yes] {" "}{ LINE("3919") } nu apare pe factură.
       *[no] {""}
    }
danger-fine = Bine. Echipa știe că ești bine. Dacă se schimbă ceva, scrie-mi sau scrie /humain.
danger-fine-waiting = Bine, am notat. O persoană îți va răspunde aici, cum era prevăzut.
human-sees = Persoana care îți răspunde vede asta.
