### L'histoire principale : du premier mot au rendez-vous.

hello =
    Bonjour ! Je suis Passerelle. Je t'aide à trouver un rendez-vous près de chez toi. C'est gratuit. Tu arrêtes quand tu veux.
    Telegram n'est pas fait pour ton dossier. N'écris rien sur ta santé. N'envoie pas tes papiers. Pour connaître tes droits : /vieprivee
    .go = Commencer
forgotten-booked = Tu as un rendez-vous à venir. Alors je n'efface rien. Si tu as moins de 16 ans, lis /vieprivee pour tout effacer.
minors =
    Merci pour ton message. Tu as moins de 16 ans. Alors je ne garde rien.
    Pour parler, appelle Fil Santé Jeunes : { LINE("fil_sante_jeunes") }. Si quelqu'un te fait du mal, appelle le { LINE("119") }. Pour l'école, va au CIO. C'est un centre gratuit de conseils. Parle aussi à un adulte en qui tu as confiance.
elders =
    À partir de 26 ans, France Travail et ton Département peuvent t'aider.
    Avec un handicap reconnu, la mission locale aide parfois jusqu'à 29 ans. Une personne peut te répondre. Appuie sur «Parler à une personne».
commune = Tu habites dans quelle commune ? Une commune est une ville ou un village. Écris son nom ou son code postal. Ou envoie ta position.
place-unknown = Je n'ai pas trouvé cette commune. Écris son code postal, ou juste son nom.
place-divided = Dans cette ville, il y a des arrondissements. J'ai besoin de ton arrondissement pour trouver ta mission locale. Écris par exemple «Paris 11». Ou écris ton code postal.
which = Il y a plusieurs communes possibles. Choisis ta commune.
probably_served = { $others ->
        [none] { $commune } : je pense que ta mission locale est la { $name } ({ $example ->
            [yes] exemple
           *[no] à vérifier
        }).
       *[other] { $commune } : plusieurs missions locales s'occupent de ta commune. Il y a la { $name }, et aussi : { $others } (à vérifier). On commence avec la première.
    }
elsewhere = { $certain ->
        [yes] { $commune } : ta mission locale est : { $name }.{ $address ->
            [none] {""}
           *[other] {" "}{ $address }.
        } Je ne peux pas encore prendre un rendez-vous là-bas pour toi. Contacte directement cette mission locale.
       *[no] { $name ->
            [none] { $commune } : je ne connais pas ta mission locale. Regarde la liste des missions locales. Pour parler maintenant, appelle Fil Santé Jeunes : { LINE("fil_sante_jeunes") }. C'est gratuit.
           *[other] { $lines ->
                [none] { $commune } : je pense que ta mission locale est la { $name } (à vérifier). Je ne peux pas encore prendre un rendez-vous là-bas. Pour vérifier, regarde la liste des missions locales.
               *[other] { $commune } : { $shared ->
                    [yes] plusieurs missions locales s'occupent de ta commune
                   *[no] je pense que ta mission locale est une de celles-ci
                } (à vérifier).
                    { $lines }
                    Je ne peux pas encore prendre un rendez-vous là-bas. Pour vérifier, regarde la liste des missions locales.
            }
        }
    }

## Besoins

needs = De quoi as-tu besoin ? Tu peux choisir plusieurs réponses. Tu peux aussi écrire avec tes mots.
    .argent = Argent
    .orientation = Choix du métier
    .numerique = Internet
    .less = Premiers choix
urgent_school = À 16 ou 17 ans, une personne peut te répondre en premier. C'est toi qui décides. Appuie sur «Parler à une personne».

## Propositions

# La distance, et dans combien de jours.
offer-far =
    { $km ->
        [0] dans ta commune
       *[other] { $km } km en ligne droite
    }
# Ce qui est dit de chaque lieu proposé.
offer-facts =
    Ouvert : { $hours }{ $example ->
        [yes] {" "}(exemple).
       *[no] .{ $checked ->
            [none] {""}
           *[other] {" "}Vérifié le { $checked }.
        }
    }
    Premier rendez-vous libre : { $starts_at }.
offer_remote = Tu peux rester chez toi : rendez-vous { $mode } avec { $advisor }, { $starts_at }.
walk_in =
    { $why ->
        [visit] Dans ta commune
       *[near] Encore plus près
    }, sans rendez-vous : { $place } ({ offer-far }).
    Ouvert : { $hours }{ $example ->
        [yes] {" "}(exemple)
       *[no] {""}
    }.
proposal = Choisis un rendez-vous.
    .offer_near = Plus près : { $short }
    .offer_soon = Plus tôt : { $short }
    .offer_visit = Ta commune : { $short }
    .other = Autres dates
no_slot =
    Je n'ai pas trouvé de rendez-vous libre. { $site } : { $hours }{ $walk_in ->
        [yes] , sans rendez-vous
       *[no] {""}
    }{ $example ->
        [yes] {" "}(exemple)
       *[no] {""}
    }.{ $phone ->
        [none] {""}
       *[other] {" "}Téléphone : { $phone }.
    }
    Une personne peut chercher pour toi. Appuie sur «Parler à une personne».
    .wait = Me prévenir d'une date libre
call_me_on = Écris ton numéro de téléphone. Ta mission locale l'utilise pour t'appeler. Elle seule verra ton numéro.
call_me_on-unclear = Je crois que ton numéro n'est pas complet. Écris les 10 chiffres. Pour un autre pays : écris + et le code du pays.
on_list_noted = C'est noté. Je t'écris dès qu'une date est libre. J'ai aussi prévenu ta mission locale. Une personne peut déjà t'aider.

# Un conseiller ou une conseillère en particulier.
advisor-word = Écrire un message à { $name }
advisor-first = D'accord. On cherche avec ton conseiller ou ta conseillère.
which_advisor = Qui est ton conseiller ou ta conseillère ?
none_with = { $name } n'a pas de rendez-vous libre. Tu peux laisser un message. Tu peux aussi voir quelqu'un d'autre.
word-left = Écris ici ton message pour { $name }. L'équipe lui donnera ton message.
slots-full = Ici, il n'y a plus de date libre. Voici les autres dates.
hold-taken = Quelqu'un d'autre vient de prendre ce rendez-vous. Voici d'autres rendez-vous.
phone = Écris ton numéro de téléphone. Ta mission locale l'utilise pour t'appeler. Elle seule verra ton numéro.
phone-unclear = Je crois que ton numéro n'est pas complet. Écris les 10 chiffres. Pour un autre pays : écris + et le code du pays.
first_name = Quel est ton prénom ? Tu peux aussi choisir un autre nom.
confirm =
    Vérifie tes réponses : { $first_name }, { $bracket }, { $commune }.
    Pour : { $needs }.
    Rendez-vous : { $starts_at }, { $mode }{ $phone ->
        [none] {""}
       *[other] {" "}au { $phone }
    }, avec { $advisor } ({ $minutes } minutes).{ $place ->
        [none] {""}
       *[other] {" "}Lieu : { place-said }.
    }
    Je te garde ce rendez-vous pendant 10 minutes.
    .correct = Changer
correct = Qu'est-ce que tu veux changer ?
booking-taken = Quelqu'un d'autre vient de prendre ce rendez-vous. Voici d'autres rendez-vous.
booked =
    C'est confirmé : { $starts_at }. C'est { $mode }, avec { $advisor }.{ $place ->
        [none] {""}
       *[other] {" "}Lieu : { place-said }.
    }
    { $bring ->
        [none] {""}
       *[other] À apporter : { $bring }{" "}
    }Pour changer la date ou annuler : /rdv
booked_file = Ajoute ce fichier à ton agenda.

mode-visio = en vidéo

# Un lieu, avec ce qui est inventé dit comme tel.
place-said = { $place }{ $example ->
        [yes] {" "}(exemple)
       *[no] {""}
    }
