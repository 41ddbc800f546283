### Le jour même, attendre une date plus tôt, un téléphone partagé.

## Le jour même

late_told-gone = Ce rendez-vous est passé ou annulé. Pour voir tes rendez-vous : /rdv
late_told-early = Ce rendez-vous n'est pas aujourd'hui. Pour changer la date : /rdv
late_noted = Merci. C'est noté pour { $advisor }. Viens quand même.{ $call ->
        [none] {""}
       *[other] {" "}Si ton retard est long, appelle le { $call }.
    }
find_place =
    Lieu : { place-said }.{ $access ->
        [none] {""}
       *[other] {" "}Pour venir : { $access }.
    }
    { $hours ->
        [none] {""}
       *[other] Ouvert : { $hours }.
    }{ $call ->
        [none] {""}
       *[other] {" "}Téléphone : { $call }.
    }
find_call = Ton rendez-vous est { $mode }. Tu peux rester chez toi.{ $call ->
        [none] {""}
       *[other] {" "}Tu as un problème ? Appelle le { $call }.
    }
find_gone = Ce rendez-vous est passé ou annulé. Pour voir tes rendez-vous : /rdv
company_fine = Bien sûr ! Tu peux choisir qui vient avec toi.

## Attendre une date plus tôt

waits-gone = Ce rendez-vous est passé ou annulé. Pour voir tes rendez-vous : /rdv
waits-soon = Ton rendez-vous est déjà bientôt. Je ne cherche pas plus tôt. Ton rendez-vous reste le même.
waits_noted = C'est noté. Je t'écris si une date plus tôt est libre. Je t'écris 3 fois au maximum. Ton rendez-vous reste le même.
earlier-freed =
    Une date plus tôt est libre : { $starts_at }. C'est { $mode }, avec { $advisor }.{ $place ->
        [none] {""}
       *[other] {" "}Lieu : { place-said }.
    }
    La première réponse prend cette date. Ton rendez-vous actuel : { $had }.
slot-freed =
    Une date est libre : { $starts_at }. C'est { $mode }, avec { $advisor }.{ $place ->
        [none] {""}
       *[other] {" "}Lieu : { place-said }.
    }
    La première réponse prend cette date.
taken-gone = Cette attente est finie. Rien n'a changé. Pour voir tes rendez-vous : /rdv
taken-taken = Pardon, quelqu'un d'autre vient de prendre cette date. Je continue à chercher pour toi. Rien d'autre n'a changé.
taken_noted = C'est fait. Tu as rendez-vous { $starts_at }. C'est { $mode }, avec { $advisor }.{ $place ->
        [none] {""}
       *[other] {" "}Lieu : { place-said }.
    } Pour changer la date ou annuler : /rdv
taken_file = Ajoute ce fichier à ton agenda.
kept_waiting = D'accord. Rien ne change. Je continue à chercher pour toi.
left_list-gone = C'est déjà fini. Je ne cherche plus.
left_list_noted = D'accord. Je ne cherche plus. Pour voir tes rendez-vous : /rdv

## Un téléphone partagé

discreet = Un rappel discret ne dit pas le lieu. Il ne dit pas la raison. C'est utile si quelqu'un d'autre lit ton téléphone.
discreet_on = C'est noté. Mes rappels seront discrets. Pour changer : /discret
discreet_off = C'est noté. Mes rappels disent tout. Pour changer : /discret
