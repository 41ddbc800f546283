### L'histoire principale : du premier mot au rendez-vous.

hello =
    Bonjour ! Ici Passerelle. Je vous aide à trouver un rendez-vous près de chez vous. C'est gratuit et vous arrêtez quand vous voulez.
    Telegram n'est pas un endroit pour votre dossier : n'écrivez rien de médical ni de papiers ici. Vos droits : /vieprivee
bracket = Quel âge avez-vous ?
forgotten-booked = Vous avez un rendez-vous à venir, alors je n'efface rien. Si vous avez moins de 16 ans : /vieprivee vous dit comment tout effacer.
minors =
    Merci d'avoir écrit. Vous avez moins de 16 ans, alors je ne garde rien de ce que vous m'avez dit.
    Pour parler : Fil Santé Jeunes, { LINE("fil_sante_jeunes") }, ou le { LINE("119") } si quelqu'un vous fait du mal. Pour l'école : le CIO. Et un adulte en qui vous avez confiance.
elders =
    À partir de 26 ans, c'est France Travail et votre Département qui peuvent vous aider.
    Avec une reconnaissance de handicap, la mission locale reste parfois possible jusqu'à 29 ans. Une personne peut vous répondre : «Parler à quelqu'un».
commune = Où habitez-vous ? Écrivez votre commune ou votre code postal, ou partagez votre position.
place-unknown = Je n'ai pas trouvé cette commune. Essayez avec le code postal, ou juste le nom.
place-abroad = Cette position n'est pas en France. Écrivez le nom de votre commune ou son code postal.
place-divided = Dans cette ville, la mission locale dépend de l'arrondissement. Écrivez-le («Paris 11»), ou votre code postal.
served = { $commune } : votre mission locale est la { $name }.
probably_served = { $others ->
        [none] { $commune } : votre mission locale est probablement la { $name } ({ $example ->
            [yes] donnée d'exemple
           *[no] à vérifier
        }).
       *[other] { $commune } : plusieurs missions locales se partagent votre commune : la { $name }, et aussi : { $others } (à vérifier). On commence avec la première.
    }
elsewhere = { $certain ->
        [yes] { $commune } : votre mission locale, c'est : { $name }.{ $address ->
            [none] {""}
           *[other] {" "}{ $address }.
        } Je ne peux pas encore y prendre rendez-vous pour vous. Contactez-la directement.
       *[no] { $name ->
            [none] { $commune } : je ne connais pas votre mission locale. L'annuaire vous la donne en un instant. Pour parler à quelqu'un tout de suite, c'est gratuit : Fil Santé Jeunes, { LINE("fil_sante_jeunes") }.
           *[other] { $lines ->
                [none] { $commune } : votre mission locale est probablement la { $name } (à vérifier). Je ne peux pas encore y prendre rendez-vous. L'annuaire vous le confirme.
               *[other] { $commune } : { $shared ->
                    [yes] plusieurs missions locales se partagent votre commune
                   *[no] votre mission locale est probablement une de celles-ci
                } (à vérifier).
                    { $lines }
                    Je ne peux pas encore y prendre rendez-vous. L'annuaire vous le confirme.
            }
        }
    }

## Besoins

needs = De quoi avez-vous besoin ? Vous pouvez en choisir plusieurs, ou l'écrire avec vos mots.
urgent_school = À 16 ou 17 ans, quelqu'un peut vous répondre en priorité. C'est vous qui décidez : «Parler à quelqu'un».

## Propositions

# La distance, et dans combien de jours.
offer-far =
    { $km ->
        [0] dans votre commune
       *[other] { $km } km à vol d'oiseau
    }
offer_near =
    Le plus près de chez vous : { offer-far }.
    { $place }
    { offer-facts }
offer_remote = Sans vous déplacer : { $mode } avec { $advisor }, { $starts_at }.
offer_visit =
    Ou tout près de vous, dans votre commune : { $place }
    { offer-facts }
walk_in =
    { $why ->
        [visit] Dans votre commune
       *[near] Encore plus près
    }, sans rendez-vous : { $place } ({ offer-far }).
    Ouvert : { $hours }{ $example ->
        [yes] {" "}(donnée d'exemple)
       *[no] {""}
    }.
proposal = Lequel vous va ?
    .offer_visit = Dans votre commune : { $short }
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
    Une personne peut en chercher un pour vous : «Parler à quelqu'un».
call_me_on = Sur quel numéro vous appeler ? Seule votre mission locale le verra.
call_me_on-unclear = Ce numéro ne me semble pas complet. Écrivez-le avec ses dix chiffres, ou avec + et l'indicatif.
on_list_noted = C'est noté, je vous écris dès qu'une place s'ouvre. J'ai aussi prévenu votre mission locale. Une personne peut déjà vous aider.

# Un conseiller ou une conseillère en particulier.
advisor-first = D'accord, on cherche avec la personne qui vous suit.
which_advisor = Qui vous suit ?
none_with = { $name } n'a pas de rendez-vous libre. Vous pouvez laisser un mot, ou voir quelqu'un d'autre.
word-left = Écrivez votre mot pour { $name } ici : l'équipe le lui transmet.
one-site = { $site }{ $km ->
        [none] {""}
        [0] {" "}(votre commune)
       *[other] {" "}({ $km } km)
    }
phone = Sur quel numéro vous appeler ? Seule votre mission locale le verra.
phone-unclear = Ce numéro ne me semble pas complet. Écrivez-le avec ses dix chiffres, ou avec + et l'indicatif.
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
    Je vous garde ce rendez-vous 10 minutes.
booked_file = À ajouter à votre agenda.

mode-home = chez vous
