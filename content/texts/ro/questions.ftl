### Întrebările fiecărei nevoi și ce ar putea ajuta.

## Muncă

emploi_but = Pentru muncă, ce te-ar ajuta cel mai mult?
    .offre = Să găsesc un job
    .cv = Să-mi fac CV-ul
    .entretien = Să mă pregătesc de interviu
    .alternance = O ucenicie
    .idee = Să știu ce să fac
emploi_frein = Ce te blochează cel mai mult?
    .rien = Nimic special
    .transport = Transportul
    .garde = Un copil mic
    .experience = Fără experiență
    .sante = Sănătatea
emploi_venir = Poți veni la o programare?
    .oui = Da
    .non = Nu, e complicat
tip-emploi = Muncă: ai putea vedea ofertele din zonă cu consilierul sau consiliera ta.
tip-cv = CV: l-ai putea face într-o singură întâlnire, cu cineva lângă tine.
tip-entretien = Interviu: ai putea exersa pe bune, cu cineva.
tip-alternance = Ucenicie (alternance): ai putea primi o listă de angajatori care caută în zonă.
tip-projet = Ideea ta: ai putea încerca meserii câteva zile înainte să alegi.
tip-transport = Transport: uneori există un ajutor, cineva de la mission locale verifică.
tip-garde = Copil: uneori se găsește cineva care să stea cu el, vedem împreună.
tip-immersion = Experiență: ai putea sta câteva zile într-o firmă, ca să încerci.

## Locuință

logement_ce_soir = Unde dormi în seara asta?
    .chez_moi = La mine
    .parents = La familie
    .depanne = La cineva
    .foyer = Cămin sau hotel
    .dehors = Afară, în mașină
logement_but = Pentru locuință, ce cauți?
    .partir = Un loc al meu
    .loyer = Plata chiriei
    .garant = Un garant
    .conflit = Probleme acasă
logement_depuis = Cât timp poți sta acolo?
    .jours = Câteva zile
    .semaines = Câteva săptămâni
    .sais_pas = Nu știu
tip-logement = Locuință: ai putea cere un cămin pentru tineri sau o locuință socială, facem dosarul cu tine.
tip-depanne = Locuință: ai putea vedea repede pe cineva, ca să nu rămâi fără nimic.
tip-partir = Locuință: ai putea cere un cămin pentru tineri sau o locuință socială.
tip-loyer = Chirie: uneori există un ajutor, cineva de la mission locale verifică.
tip-garant = Garant: există o garanție gratuită de la stat (Visale). O cerem cu tine.
tip-conflit = Acasă: ai putea vorbi cu cineva, și rămâne între voi.

## Sănătate

sante_but = Pentru sănătate, ce cauți?
    .carte = Asigurare
    .docteur = Un doctor
    .moral = Să vorbesc, mi-e greu
    .autre = Altceva
sante_comment = Cum preferi să vorbești despre asta?
    .place = Față în față
    .phone = La telefon
tip-sante = Sănătate: ai putea discuta cu cineva, fără dosar aici.
tip-carte = Sănătate: ai putea avea o asigurare gratuită sau ieftină, verificăm cu tine.
tip-docteur = Sănătate: te putem ajuta să găsești un doctor care ia pacienți noi.
tip-moral = Când ți-e greu: Fil Santé Jeunes te ascultă gratuit, { LINE("fil_sante_jeunes") }.

## Transport

mobilite_venir = Cum poți veni la o programare?
    .pied = Pe jos, cu bicicleta
    .bus = Cu autobuzul, trenul
    .emmene = Mă duce cineva
    .impossible = Nu pot veni
mobilite_but = Ca să te deplasezi, ce cauți?
    .permis = Permis auto
    .trajet = Bani de drum
    .vehicule = Scuter, mașină
    .sais_pas = Nu știu
tip-mobilite = Transport: uneori există un ajutor, cineva de la mission locale verifică.
tip-permis = Permis auto: uneori există un ajutor, cineva de la mission locale verifică.
tip-trajet = Drumuri: ai putea avea un preț redus sau un mic ajutor, verificăm cu tine.
tip-vehicule = Scuter sau mașină: ai putea închiria ieftin pentru un job sau un curs.

## Cursuri

formation_but = Ce ai vrea să înveți?
    .metier = O meserie
    .alternance = O ucenicie
    .reprendre = Reiau studiile
    .francais = Franceza
tip-formation = Cursuri: ai putea găsi un curs gratuit în zonă.
tip-reprendre = Studii: ai putea continua de unde ai rămas, în ritmul tău.
tip-francais = Franceză: ai putea face lecții, de multe ori gratuite.

## Drumul tău

orientation_ou = Știi ce ți-ar plăcea să faci?
    .aucune = Nicio idee
    .hesite = Ezit
    .essayer = Aș vrea să încerc
tip-orientation = Drumul tău: ai putea încerca meserii câteva zile înainte să alegi.

## Bani

argent_but = Pentru bani, ce e urgent?
    .manger = Mâncarea
    .revenu = Să am un venit
    .dette = O datorie
    .droits = Ce ajutoare am
tip-argent = Bani: ai putea avea dreptul la un ajutor, cineva de la mission locale verifică.
tip-manger = Mâncare: îți putem spune unde primești o masă sau un pachet săptămâna asta.
tip-revenu = Venit: ai putea intra într-un program cu o alocație, verificăm cu tine.
tip-dette = Datorie: ai putea cere mai mult timp, te ajutăm să scrii.
tip-droits-aides = Ajutoare: facem cu tine lista cu ce ai putea cere.

## Acte și drepturi

droits_but = Pentru acte, ce cauți?
    .identite = Carte de identitate
    .sejour = Permis de ședere
    .adresse = O adresă
    .discrimination = Un refuz nedrept
tip-droits = Acte: poți veni cu ce ai, chiar dacă nimic nu e în regulă.
tip-identite = Carte de identitate: te ajutăm să iei programare la primărie.
tip-sejour = Ședere: poți veni cu ce ai, chiar dacă nimic nu e în regulă.
tip-adresse = Adresă: ai putea primi poșta la primărie sau la o asociație.
tip-discrimination = Refuz nedrept: la { LINE("antidiscriminations") } te ascultă și te sfătuiesc.

## Familie

famille_but = Pentru familie, ce cauți?
    .enfant = Cine stă cu copilul
    .enceinte = O sarcină
    .conflit = Probleme acasă
    .aidant = Am grijă de cineva
tip-famille = Familie: ai putea vorbi cu cineva care știe unde să te trimită.
tip-enceinte = Sarcină: PMI, o clinică publică gratuită, te poate primi. Îți spunem care e cea mai apropiată.

## Internet

numerique_but = Pentru internet și aparate, ce cauți?
    .materiel = Un telefon, un PC
    .demarche = O cerere online
    .apprendre = Să învăț
tip-numerique = Internet: ai putea primi ajutor la fața locului, nimeni nu te judecă.
tip-materiel = Telefon sau PC: ai putea avea unul la mâna a doua, ieftin.
tip-demarche = Cereri online: France Services te ajută la fața locului, gratuit.

## Sport, cultură, implicare

loisirs_but = Ce te tentează?
    .sport = Sport
    .culture = Cultură
    .civique = Service civique
    .bafa = BAFA
tip-loisirs = Timp liber: ai putea avea reduceri la sport și cultură.
tip-sport = Sport: ai putea primi ajutor pentru înscrierea la club, verificăm cu tine.
tip-culture = Cultură: pass Culture sau regiunea ajută uneori.
tip-civique = Service civique: ai putea face o misiune utilă, plătită, de câteva luni.
tip-bafa = BAFA (diplomă de animator): de multe ori există un ajutor, verificăm cu tine.

## Școală

decrochage_ou = Cum stai cu școala?
    .inscrit = Mai merg puțin
    .arrete = Nu mai merg
    .retour = Vreau înapoi
tip-decrochage = Școală: poți continua în mai multe feluri, îl căutăm pe al tău.
tip-inscrit = Școală: ai putea schimba direcția fără să oprești tot.
tip-arrete = Școală: ai putea încerca altceva, în ritmul tău.
tip-retour = Școală: ai putea reîncepe, chiar și în timpul anului.
