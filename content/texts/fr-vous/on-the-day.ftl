### Le jour même, attendre une place, un téléphone partagé.

## Le jour même

late_told-gone = Ce rendez-vous n'existe plus. Vos rendez-vous : /rdv
late_noted = Merci de prévenir, c'est noté pour { $advisor }. Venez quand même.{ $call ->
        [none] {""}
       *[other] {" "}Si c'est long, appelez le { $call }.
    }
find_call = Votre rendez-vous est { $mode } : vous n'avez pas à vous déplacer.{ $call ->
        [none] {""}
       *[other] {" "}Un souci ? Appelez le { $call }.
    }
find_gone = Ce rendez-vous n'existe plus. Vos rendez-vous : /rdv
company_fine = Bien sûr ! Venez avec la personne de votre choix.

## Attendre une place

waits-gone = Ce rendez-vous n'existe plus. Vos rendez-vous : /rdv
waits-soon = Votre rendez-vous est déjà bientôt, je ne cherche pas plus tôt. Il ne change pas.
waits_noted = C'est noté. Je vous écris si une place se libère plus tôt, trois fois au plus. Votre rendez-vous ne change pas.
earlier-freed =
    Une place se libère plus tôt : { $starts_at }, { $mode }, avec { $advisor }.{ $place ->
        [none] {""}
       *[other] {" "}{ place-said }.
    }
    La première personne qui répond la prend. Le vôtre : { $had }.
taken-gone = Cette attente est finie, rien n'a changé. Vos rendez-vous : /rdv
taken-taken = Cette place vient juste d'être prise, désolé. Vous restez sur la liste, et rien d'autre n'a changé.
taken_noted = C'est pour vous : { $starts_at }, { $mode }, avec { $advisor }.{ $place ->
        [none] {""}
       *[other] {" "}{ place-said }.
    } Pour décaler ou annuler : /rdv
taken_file = À ajouter à votre agenda.
kept_waiting = D'accord, rien ne change. Vous restez sur la liste.
left_list_noted = D'accord, je ne cherche plus. Vos rendez-vous : /rdv

## Un téléphone partagé

discreet = Mode discret : mes rappels ne disent ni le lieu ni la raison. Utile si quelqu'un d'autre lit votre téléphone.
