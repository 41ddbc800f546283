### Le rendez-vous pris : montrer, confirmer, changer la date, annuler, rappeler.

no_appointment = Tu n'as pas de rendez-vous pour le moment.
which_appointment = Tu as plusieurs rendez-vous. Choisis un rendez-vous.
wish =
    Tu as rendez-vous { $starts_at }. C'est { $mode }, avec { $advisor }.{ $place ->
        [none] {""}
       *[other] {" "}Lieu : { place-said }.
    }
    { $limits ->
        [move-cancel] Tu peux changer la date jusqu'à { $move_until }. Tu peux annuler jusqu'à { $cancel_until }.
        [cancel] Tu peux annuler jusqu'à { $cancel_until }.
        [move] Tu peux changer la date jusqu'à { $move_until }.
       *[none] C'est trop tard pour changer la date ou annuler ici. { call-or-talk }
    }
    .present = Je serai là
    .move = Changer la date
    .wait = Me prévenir d'une date plus tôt
    .late = Je suis en retard
    .lost = Je ne trouve pas le lieu
    .take = Prendre ce rendez-vous
    .keep = Garder mon rendez-vous
    .pass = Non, pas cette date
call-or-talk = { $call ->
        [none] Parle à une personne.
       *[other] Appelle le { $call } ou parle à une personne.
    }
move_late = C'est trop tard pour changer la date ici. Ton rendez-vous reste le même. { call-or-talk }
cancel_late = C'est trop tard pour annuler ici. Si tu ne peux pas venir, préviens quand même. { call-or-talk }
all_good = Très bien. Ton rendez-vous reste le même. À bientôt.
reminder-day = Rappel : tu as rendez-vous { $starts_at }. C'est { $mode }, avec { $advisor }.{ $place ->
        [none] {""}
       *[other] {" "}Lieu : { place-said }.
    }
reminder-hours = Tu as bientôt rendez-vous : { $starts_at }. C'est { $mode }, avec { $advisor }.{ $place ->
        [none] {""}
       *[other] {" "}Lieu : { place-said }.
    }
present-gone = Ce rendez-vous est passé ou annulé. Pour voir tes rendez-vous : /rdv
presence_noted = Merci, c'est noté. Ton rendez-vous avec { $advisor } : { $starts_at }. À bientôt.
sure = Tu veux annuler ce rendez-vous ? Tu pourras prendre un autre rendez-vous.
cancelled-gone = Ce rendez-vous est passé ou annulé. Pour voir tes rendez-vous : /rdv
cancel_noted = C'est annulé : { $starts_at }. Pour prendre un autre rendez-vous : /start
cancelled-late = C'est trop tard pour annuler ici. Ton rendez-vous reste le même. Une personne peut t'aider : /humain
cancelled_file = Ouvre ce fichier pour enlever le rendez-vous de ton agenda.
kept_as_is = D'accord. Tu gardes ton rendez-vous.
slots-gone = Ce rendez-vous est passé ou annulé. Pour voir tes rendez-vous : /rdv
slots-late = C'est trop tard pour changer la date ici. Ton rendez-vous reste le même. Une personne peut t'aider : /humain
slots-none = Je n'ai pas d'autre date libre. Ton rendez-vous reste le même. Une personne peut chercher avec toi : /humain
moved-gone = Ce rendez-vous est passé ou annulé. Pour voir tes rendez-vous : /rdv
moved-late = C'est trop tard pour changer la date ici. Ton rendez-vous reste le même. Une personne peut t'aider : /humain
moved-taken = Quelqu'un d'autre vient de prendre cette date. Voici d'autres dates libres. Tu gardes ton rendez-vous d'avant.
move_noted = C'est fait. Ton nouveau rendez-vous : { $starts_at }. C'est { $mode }, avec { $advisor }.{ $place ->
        [none] {""}
       *[other] {" "}Lieu : { place-said }.
    }
moved_file = Ajoute ce fichier à ton agenda. Il remplace l'ancien rendez-vous.
appointment-cancelled = La mission locale a annulé ton rendez-vous de { $starts_at }. Tu veux un autre rendez-vous ? /start
appointment-moved =
    { $same ->
        [yes] Ton rendez-vous de { $was } reste à la même heure. Il sera avec { $advisor }, { $mode }.
       *[no] La mission locale a changé la date de ton rendez-vous. Avant : { $was }. Maintenant : { $starts_at }. C'est { $mode }, avec { $advisor }.
    }{ $place ->
        [none] {""}
       *[other] {" "}Lieu : { place-said }.
    } Ça te va ?
appointment-joined =
    C'est fait. Tu as rendez-vous { $starts_at }. C'est { $mode }, avec { $advisor }.{ $place ->
        [none] {""}
       *[other] {" "}Lieu : { place-said }.
    } Je t'enverrai un rappel ici.
link-joined = C'est fait. Ta mission locale peut t'écrire ici. Tu n'as pas de rendez-vous pour le moment.
link-gone = Ce lien ne marche plus. Un lien marche 1 seule fois, pendant 2 semaines. L'accueil peut te donner un autre lien. Tu peux déjà m'écrire ici.
series-booked =
    { $count ->
        [one] Tu as un nouveau rendez-vous
       *[other] Tu as { $count } nouveaux rendez-vous
    } avec { $advisor }, { $mode }. Les premiers : { $dates }. Pour voir tous tes rendez-vous : /rdv
series-cancelled =
    La mission locale a annulé { $count ->
        [one] ton rendez-vous de { $starts_at }
       *[other] tes { $count } rendez-vous, à partir de { $starts_at }
    }. Pour voir tes rendez-vous : /rdv

## Revenir, s'arrêter

resume = Tu as déjà commencé une demande. Tu veux continuer ?
keep_reminder = D'accord, je ne t'écris plus. Tu veux quand même le rappel de ton rendez-vous ?
    .yes = Oui, je veux le rappel
stopped = C'est noté. Je ne t'écris plus. Pour continuer plus tard : /start
language-heard = Je continue en français facile. Pour changer de langue : /langue
