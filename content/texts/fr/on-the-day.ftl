### Le jour même, attendre une place, un téléphone partagé.

## Le jour même

late_told-gone = Ce rendez-vous n'existe plus. Tes rendez-vous : /rdv
late_told-early = Ce rendez-vous n'est pas aujourd'hui. Pour le décaler : /rdv
late_noted = Merci de prévenir, c'est noté pour { $advisor }. Viens quand même.{ $call ->
        [none] {""}
       *[other] {" "}Si c'est long, appelle le { $call }.
    }
find_place =
    { place-said }.{ $access ->
        [none] {""}
       *[other] {" "}{ $access }.
    }
    { $hours ->
        [none] {""}
       *[other] Ouvert : { $hours }.
    }{ $call ->
        [none] {""}
       *[other] {" "}Téléphone : { $call }.
    }
find_venue = { $site }
find_call = Ton rendez-vous est { $mode } : tu n'as pas à te déplacer.{ $call ->
        [none] {""}
       *[other] {" "}Un souci ? Appelle le { $call }.
    }
find_gone = Ce rendez-vous n'existe plus. Tes rendez-vous : /rdv
company_fine = Bien sûr ! Viens avec la personne de ton choix.

## Attendre une place

waits-gone = Ce rendez-vous n'existe plus. Tes rendez-vous : /rdv
waits-soon = Ton rendez-vous est déjà bientôt, je ne cherche pas plus tôt. Il ne change pas.
waits_noted = C'est noté. Je t'écris si une place se libère plus tôt, trois fois au plus. Ton rendez-vous ne change pas.
earlier-freed =
    Une place se libère plus tôt : { $starts_at }, { $mode }, avec { $advisor }.{ $place ->
        [none] {""}
       *[other] {" "}{ place-said }.
    }
    La première personne qui répond la prend. Le tien : { $had }.
slot-freed =
    Une place s'ouvre : { $starts_at }, { $mode }, avec { $advisor }.{ $place ->
        [none] {""}
       *[other] {" "}{ place-said }.
    }
    La première personne qui répond la prend.
taken-gone = Cette attente est finie, rien n'a changé. Tes rendez-vous : /rdv
taken-taken = Cette place vient juste d'être prise, désolé. Tu restes sur la liste, et rien d'autre n'a changé.
taken_noted = C'est pour toi : { $starts_at }, { $mode }, avec { $advisor }.{ $place ->
        [none] {""}
       *[other] {" "}{ place-said }.
    } Pour décaler ou annuler : /rdv
taken_file = À ajouter à ton agenda.
kept_waiting = D'accord, rien ne change. Tu restes sur la liste.
left_list-gone = C'est déjà fini, je ne cherche plus.
left_list_noted = D'accord, je ne cherche plus. Tes rendez-vous : /rdv

## Un téléphone partagé

discreet = Mode discret : mes rappels ne disent ni le lieu ni la raison. Utile si quelqu'un d'autre lit ton téléphone.
    .on = Rappels discrets
    .off = Rappels complets
discreet_on = C'est noté, mes rappels resteront discrets. Pour changer : /discret
discreet_off = C'est noté, mes rappels disent tout. Pour changer : /discret
