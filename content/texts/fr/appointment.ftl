### Le rendez-vous pris : montrer, confirmer, décaler, annuler, rappeler.

no_appointment = Tu n'as pas de rendez-vous à venir.
which_appointment = Tu as plusieurs rendez-vous. Lequel ?
one-appointment = { $short }, { $advisor }
wish =
    Ton rendez-vous : { $starts_at }, { $mode }, avec { $advisor }.{ $place ->
        [none] {""}
       *[other] {" "}{ place-said }.
    }
    { $limits ->
        [move-cancel] Tu peux décaler jusqu'à { $move_until }, annuler jusqu'à { $cancel_until }.
        [cancel] Tu peux annuler jusqu'à { $cancel_until }.
        [move] Tu peux décaler jusqu'à { $move_until }.
       *[none] C'est trop tard pour décaler ou annuler ici. { call-or-talk }
    }
    .fine = C'est bon pour moi
    .present = J'y serai
    .move = Décaler
    .cancel = Annuler
    .wait = Me prévenir si une place se libère plus tôt
    .late = J'ai du retard
    .lost = Je ne trouve pas
    .company = Je viens avec quelqu'un
    .take = Prendre
    .keep = Garder le mien
    .pass = Pas celle-là
    .unwait = Ne plus me prévenir
call-or-talk = { $call ->
        [none] Parle à quelqu'un.
       *[other] Appelle le { $call } ou parle à quelqu'un.
    }
move_late = C'est trop tard pour décaler ici. Ton rendez-vous ne change pas. { call-or-talk }
cancel_late = C'est trop tard pour annuler ici. Si tu ne peux pas venir, dis-le quand même, ça aide. { call-or-talk }
all_good = Parfait, rien ne change. À bientôt.
reminder-day = Rappel : rendez-vous { $starts_at }, { $mode }, avec { $advisor }.{ $place ->
        [none] {""}
       *[other] {" "}{ place-said }.
    }
reminder-hours = C'est bientôt : { $starts_at }, { $mode }, avec { $advisor }.{ $place ->
        [none] {""}
       *[other] {" "}{ place-said }.
    }
reminder-discreet =
    Rappel : { $days ->
        [0] aujourd'hui à { $hour }
        [1] demain à { $hour }
       *[other] { $starts_at }
    }.
present-gone = Ce rendez-vous n'existe plus. Tes rendez-vous : /rdv
presence_noted = Merci, c'est noté. À bientôt avec { $advisor }, { $starts_at }.
sure = Annuler ce rendez-vous ? Tu pourras en reprendre un autre.
    .yes = Oui, annuler
    .no = Non, le garder
cancelled-gone = Ce rendez-vous n'existe plus. Tes rendez-vous : /rdv
cancel_noted = C'est annulé : { $starts_at }. Pour en prendre un autre : /start
cancelled-late = C'est trop tard pour annuler ici. Ton rendez-vous ne change pas. Une personne peut t'aider : /humain
cancelled_file = Pour l'enlever de ton agenda.
kept_as_is = D'accord, on le garde.
slots-gone = Ce rendez-vous n'existe plus. Tes rendez-vous : /rdv
slots-late = C'est trop tard pour décaler ici. Ton rendez-vous ne change pas. Une personne peut t'aider : /humain
slots-none = Je n'ai pas d'autre horaire libre. Ton rendez-vous ne change pas. Une personne peut chercher avec toi : /humain
moved-gone = Ce rendez-vous n'existe plus. Tes rendez-vous : /rdv
moved-late = C'est trop tard pour décaler ici. Ton rendez-vous ne change pas. Une personne peut t'aider : /humain
moved-taken = Cet horaire vient d'être pris. En voici d'autres. Ton rendez-vous d'avant est gardé.
move_noted = C'est décalé : { $starts_at }, { $mode }, avec { $advisor }.{ $place ->
        [none] {""}
       *[other] {" "}{ place-said }.
    }
moved_file = À ajouter à ton agenda, à la place de l'ancien.
appointment-cancelled = Ton rendez-vous de { $starts_at } est annulé par la mission locale. On en retrouve un autre ? /start
appointment-moved =
    { $same ->
        [yes] Ton rendez-vous de { $was } a bien lieu à la même heure, mais avec { $advisor }, { $mode }.
       *[no] La mission locale a dû déplacer ton rendez-vous de { $was }. Le nouveau : { $starts_at }, { $mode }, avec { $advisor }.
    }{ $place ->
        [none] {""}
       *[other] {" "}{ place-said }.
    } Ça te va ?
appointment-joined =
    C'est relié. Ton rendez-vous : { $starts_at }, { $mode }, avec { $advisor }.{ $place ->
        [none] {""}
       *[other] {" "}{ place-said }.
    } Je te le rappellerai ici.
link-joined = C'est relié. Tu n'as pas de rendez-vous à venir.
link-gone = Ce lien ne marche plus : il sert une seule fois, pendant deux semaines. L'accueil peut t'en donner un autre. On peut déjà se parler ici.
series-booked =
    { $count ->
        [one] Un nouveau rendez-vous est pris
       *[other] { $count } rendez-vous sont pris
    } avec { $advisor }, { $mode }. Les premiers : { $dates }. Tous tes rendez-vous : /rdv
series-cancelled =
    { $count ->
        [one] Le rendez-vous de { $starts_at } est annulé
       *[other] Les { $count } rendez-vous à partir de { $starts_at } sont annulés
    } par la mission locale. Tes rendez-vous : /rdv

## Revenir, s'arrêter

resume = On en était au milieu. On continue ?
    .continue = Continuer
    .restart = Recommencer
    .booked = Mon rendez-vous
menu = Qu'est-ce que tu veux faire ?
    .again = Une nouvelle demande
keep_reminder = D'accord, je n'écris plus. Je garde le rappel de ton rendez-vous ?
    .yes = Oui, garde-le
    .no = Non, aucun rappel
stopped = C'est noté, je ne t'écris plus. Pour reprendre : /start
pick = Quelle langue ?
    .one = { $name }
    .on = Suite →
    .back = ← Retour
language_set = C'est noté.
language-heard = On continue en français. Pour changer : /langue
