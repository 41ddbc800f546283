### Le rendez-vous pris : montrer, confirmer, décaler, annuler, rappeler.

no_appointment = Vous n'avez pas de rendez-vous à venir.
which_appointment = Vous avez plusieurs rendez-vous. Lequel ?
wish =
    Votre rendez-vous : { $starts_at }, { $mode }, avec { $advisor }.{ $place ->
        [none] {""}
       *[other] {" "}{ place-said }.
    }
    { $limits ->
        [move-cancel] Vous pouvez décaler jusqu'à { $move_until }, annuler jusqu'à { $cancel_until }.
        [cancel] Vous pouvez annuler jusqu'à { $cancel_until }.
        [move] Vous pouvez décaler jusqu'à { $move_until }.
       *[none] C'est trop tard pour décaler ou annuler ici. { call-or-talk }
    }
call-or-talk = { $call ->
        [none] Parlez à quelqu'un.
       *[other] Appelez le { $call } ou parlez à quelqu'un.
    }
move_late = C'est trop tard pour décaler ici. Votre rendez-vous ne change pas. { call-or-talk }
cancel_late = C'est trop tard pour annuler ici. Si vous ne pouvez pas venir, dites-le quand même, ça aide. { call-or-talk }
present-gone = Ce rendez-vous n'existe plus. Vos rendez-vous : /rdv
sure = Annuler ce rendez-vous ? Vous pourrez en reprendre un autre.
cancelled-gone = Ce rendez-vous n'existe plus. Vos rendez-vous : /rdv
cancelled-late = C'est trop tard pour annuler ici. Votre rendez-vous ne change pas. Une personne peut vous aider : /humain
cancelled_file = Pour l'enlever de votre agenda.
slots-gone = Ce rendez-vous n'existe plus. Vos rendez-vous : /rdv
slots-late = C'est trop tard pour décaler ici. Votre rendez-vous ne change pas. Une personne peut vous aider : /humain
slots-none = Je n'ai pas d'autre horaire libre. Votre rendez-vous ne change pas. Une personne peut chercher avec vous : /humain
moved-gone = Ce rendez-vous n'existe plus. Vos rendez-vous : /rdv
moved-late = C'est trop tard pour décaler ici. Votre rendez-vous ne change pas. Une personne peut vous aider : /humain
moved-taken = Cet horaire vient d'être pris. En voici d'autres. Votre rendez-vous d'avant est gardé.
moved_file = À ajouter à votre agenda, à la place de l'ancien.
appointment-cancelled = Votre rendez-vous de { $starts_at } est annulé par la mission locale. On en retrouve un autre ? /start
appointment-moved =
    { $same ->
        [yes] Votre rendez-vous de { $was } a bien lieu à la même heure, mais avec { $advisor }, { $mode }.
       *[no] La mission locale a dû déplacer votre rendez-vous de { $was }. Le nouveau : { $starts_at }, { $mode }, avec { $advisor }.
    }{ $place ->
        [none] {""}
       *[other] {" "}{ place-said }.
    } Ça vous va ?
appointment-joined =
    C'est relié. Votre rendez-vous : { $starts_at }, { $mode }, avec { $advisor }.{ $place ->
        [none] {""}
       *[other] {" "}{ place-said }.
    } Je vous le rappellerai ici.
link-joined = C'est relié. Vous n'avez pas de rendez-vous à venir.
link-gone = Ce lien ne marche plus : il sert une seule fois, pendant deux semaines. L'accueil peut vous en donner un autre. On peut déjà se parler ici.
series-booked =
    { $count ->
        [one] Un nouveau rendez-vous est pris
       *[other] { $count } rendez-vous sont pris
    } avec { $advisor }, { $mode }. Les premiers : { $dates }. Tous vos rendez-vous : /rdv
series-cancelled =
    { $count ->
        [one] Le rendez-vous de { $starts_at } est annulé
       *[other] Les { $count } rendez-vous à partir de { $starts_at } sont annulés
    } par la mission locale. Vos rendez-vous : /rdv

## Revenir, s'arrêter

menu = Qu'est-ce que vous voulez faire ?
keep_reminder = D'accord, je n'écris plus. Je garde le rappel de votre rendez-vous ?
    .yes = Oui, gardez-le
stopped = C'est noté, je ne vous écris plus. Pour reprendre : /start
