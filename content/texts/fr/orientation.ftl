### L'histoire principale : du premier mot au rendez-vous.

hello =
    Salut ! Ici Passerelle. Je t'aide à trouver un rendez-vous près de chez toi. C'est gratuit et tu arrêtes quand tu veux.
    Telegram n'est pas un endroit pour ton dossier : n'écris rien de médical ni de papiers ici. Tes droits : /vieprivee
    .go = C'est parti
    .english = English
    .french = Français
bracket = Tu as quel âge ?
    .under_16 = Moins de 16 ans
    .from_16 = 16 ou 17 ans
    .from_18 = 18 à 25 ans
    .from_26 = 26 ans ou plus
forgotten-booked = Tu as un rendez-vous à venir, alors je n'efface rien. Si tu as moins de 16 ans : /vieprivee te dit comment tout effacer.
minors =
    Merci d'avoir écrit. Tu as moins de 16 ans, alors je ne garde rien de ce que tu m'as dit.
    Pour parler : Fil Santé Jeunes, { LINE("fil_sante_jeunes") }, ou le { LINE("119") } si quelqu'un te fait du mal. Pour l'école : le CIO. Et un adulte en qui tu as confiance.
elders =
    À partir de 26 ans, c'est France Travail et ton Département qui peuvent t'aider.
    Avec une reconnaissance de handicap, la mission locale reste parfois possible jusqu'à 29 ans. Une personne peut te répondre : «Parler à quelqu'un».
    .younger = J'ai moins de 26 ans
commune = Tu habites où ? Écris ta commune ou ton code postal, ou partage ta position.
place-unknown = Je n'ai pas trouvé cette commune. Essaie avec le code postal, ou juste le nom.
place-abroad = Cette position n'est pas en France. Écris le nom de ta commune ou son code postal.
place-divided = Dans cette ville, la mission locale dépend de l'arrondissement. Écris-le («Paris 11»), ou ton code postal.
other-commune = Changer de commune
which = Il y en a plusieurs. C'est laquelle ?
which-one = { $name } ({ $departement })
served = { $commune } : ta mission locale est la { $name }.
probably_served = { $others ->
        [none] { $commune } : ta mission locale est probablement la { $name } ({ $example ->
            [yes] donnée d'exemple
           *[no] à vérifier
        }).
       *[other] { $commune } : plusieurs missions locales se partagent ta commune : la { $name }, et aussi : { $others } (à vérifier). On commence avec la première.
    }
elsewhere = { $certain ->
        [yes] { $commune } : ta mission locale, c'est : { $name }.{ $address ->
            [none] {""}
           *[other] {" "}{ $address }.
        } Je ne peux pas encore y prendre rendez-vous pour toi. Contacte-la directement.
       *[no] { $name ->
            [none] { $commune } : je ne connais pas ta mission locale. L'annuaire te la donne en un instant. Pour parler à quelqu'un tout de suite, c'est gratuit : Fil Santé Jeunes, { LINE("fil_sante_jeunes") }.
           *[other] { $lines ->
                [none] { $commune } : ta mission locale est probablement la { $name } (à vérifier). Je ne peux pas encore y prendre rendez-vous. L'annuaire te le confirme.
               *[other] { $commune } : { $shared ->
                    [yes] plusieurs missions locales se partagent ta commune
                   *[no] ta mission locale est probablement une de celles-ci
                } (à vérifier).
                    { $lines }
                    Je ne peux pas encore y prendre rendez-vous. L'annuaire te le confirme.
            }
        }
    }

## Besoins

needs = De quoi as-tu besoin ? Tu peux en choisir plusieurs, ou l'écrire avec tes mots.
    .emploi = Travail
    .formation = Formation
    .logement = Logement
    .sante = Santé
    .mobilite = Me déplacer
    .argent = Argent, aides
    .orientation = Trouver ma voie
    .droits = Papiers, droits
    .famille = Famille
    .numerique = Numérique
    .loisirs = Sport, culture
    .decrochage = École
    .more = Autre chose
    .less = Les premiers
    .done = C'est tout
urgent_school = À 16 ou 17 ans, quelqu'un peut te répondre en priorité. C'est toi qui décides : «Parler à quelqu'un».
tips = { $tips }

## Propositions

# La distance, et dans combien de jours.
offer-far =
    { $km ->
        [0] dans ta commune
       *[other] { $km } km à vol d'oiseau
    }
offer-days =
    { $days ->
        [0] aujourd'hui
        [1] demain
        [2] après-demain
       *[other] dans { $days } jours
    }
# Ce qui est dit de chaque lieu proposé.
offer-facts =
    Ouvert : { $hours }{ $example ->
        [yes] {" "}(donnée d'exemple).
       *[no] .{ $checked ->
            [none] {""}
           *[other] {" "}Vérifié le { $checked }.
        }
    }
    Premier rendez-vous : { $starts_at }.
offer_near =
    Le plus près de chez toi : { offer-far }.
    { $place }
    { offer-facts }
offer_soon =
    Le plus tôt : { offer-days }{ $km ->
        [none] {""}
       *[other] {" "}({ offer-far })
    }.
    { $place }
    { offer-facts }
offer_both =
    Le plus près et le plus tôt : { offer-far }, { offer-days }.
    { $place }
    { offer-facts }
offer_remote = Sans te déplacer : { $mode } avec { $advisor }, { $starts_at }.
offer_visit =
    Ou tout près de toi, dans ta commune : { $place }
    { offer-facts }
walk_in =
    { $why ->
        [visit] Dans ta commune
       *[near] Encore plus près
    }, sans rendez-vous : { $place } ({ offer-far }).
    Ouvert : { $hours }{ $example ->
        [yes] {" "}(donnée d'exemple)
       *[no] {""}
    }.
proposal = Lequel te va ?
    .offer_near = Le plus près : { $short }
    .offer_soon = Le plus tôt : { $short }
    .offer_both = { $short }
    .remote = Je ne peux pas venir
    .in_person = Je peux venir
    .offer_remote = { $short }
    .offer_visit = Dans ta commune : { $short }
    .other = Autres horaires
no_slot =
    Je n'ai pas trouvé de rendez-vous libre. { $site } : { $hours }{ $walk_in ->
        [yes] , sans rendez-vous
       *[no] {""}
    }{ $example ->
        [yes] {" "}(donnée d'exemple)
       *[no] {""}
    }.{ $phone ->
        [none] {""}
       *[other] {" "}Téléphone : { $phone }.
    }
    Une personne peut en chercher un pour toi : «Parler à quelqu'un».
    .wait = Me prévenir dès qu'une place s'ouvre
call_me_on = Sur quel numéro t'appeler ? Seule ta mission locale le verra.
call_me_on-unclear = Ce numéro ne me semble pas complet. Écris-le avec ses dix chiffres, ou avec + et l'indicatif.
on_list_noted = C'est noté, je t'écris dès qu'une place s'ouvre. J'ai aussi prévenu ta mission locale. Une personne peut déjà t'aider.

# Un conseiller ou une conseillère en particulier.
advisor-mine = J'ai déjà un conseiller
advisor-other = Quelqu'un d'autre
advisor-word = Laisser un mot à { $name }
advisor-first = D'accord, on cherche avec la personne qui te suit.
which_advisor = Qui te suit ?
    .unknown = Je ne sais plus
one-advisor = { $name }
with_advisor = Voici les rendez-vous avec { $name }.
none_with = { $name } n'a pas de rendez-vous libre. Tu peux laisser un mot, ou voir quelqu'un d'autre.
word-left = Écris ton mot pour { $name } ici : l'équipe le lui transmet.
other_site = Dans quel lieu ?
one-site = { $site }{ $km ->
        [none] {""}
        [0] {" "}(ta commune)
       *[other] {" "}({ $km } km)
    }
day = Quel jour ?
one-day = { $day }
hour = À quelle heure ?
one-hour = { $hour }
slots-full = Il n'y a plus rien de libre ici. Voici ce qui reste.
hold-taken = Ce rendez-vous vient d'être pris. En voici d'autres.
phone = Sur quel numéro t'appeler ? Seule ta mission locale le verra.
phone-unclear = Ce numéro ne me semble pas complet. Écris-le avec ses dix chiffres, ou avec + et l'indicatif.
first_name = Quel prénom je note ? Un pseudo suffit.
confirm =
    On relit ? { $first_name }, { $bracket }, { $commune }.
    Pour : { $needs }.
    Rendez-vous { $starts_at }, { $mode }{ $phone ->
        [none] {""}
       *[other] {" "}au { $phone }
    }, avec { $advisor } ({ $minutes } minutes).{ $place ->
        [none] {""}
       *[other] {" "}{ place-said }.
    }
    Je te garde ce rendez-vous 10 minutes.
    .ok = Confirmer
    .correct = Corriger
correct = Qu'est-ce qu'on corrige ?
    .bracket = Mon âge
    .commune = Ma commune
    .needs = Mes besoins
    .proposal = Le rendez-vous
    .first_name = Mon prénom
    .phone = Mon numéro
booking-taken = Ce rendez-vous vient d'être pris. En voici d'autres.
booked =
    C'est confirmé : { $starts_at }, { $mode }, avec { $advisor }.{ $place ->
        [none] {""}
       *[other] {" "}{ place-said }.
    }
    { $bring ->
        [none] {""}
       *[other] À apporter : { $bring }{" "}
    }Pour décaler ou annuler : /rdv
booked_place = { $site }
booked_file = À ajouter à ton agenda.

mode-place = sur place
mode-phone = par téléphone
mode-visio = en visio
mode-home = chez toi

# Un lieu, avec ce qui est inventé dit comme tel.
place-said = { $place }{ $example ->
        [yes] {" "}(donnée d'exemple)
       *[no] {""}
    }
