### Ce qu'un médiateur propose dans la conversation : un lieu, un rendez-vous, un atelier.

proposal-place =
    { $who } te propose ce lieu{ $km ->
        [none] {""}
       *[other] {" "}({ offer-far })
    } : { place-said }.
    { $hours ->
        [none] {""}
       *[other] Ouvert : { $hours }.{" "}
    }{ $walk_in ->
        [yes] Tu peux venir sans rendez-vous.
       *[no] Il faut un rendez-vous.
    }{ $access ->
        [none] {""}
       *[other] {" "}Pour venir : { $access }.
    }
proposal-slot =
    { $who } te propose un rendez-vous : { $starts_at }. C'est { $mode }, avec { $advisor }.{ $place ->
        [none] {""}
       *[other] {" "}Lieu : { place-said }.
    } Ça te va ?
proposal-workshop =
    { $who } te propose un atelier : «{ $title }». Un atelier est une activité en groupe. Date : { $starts_at }. Lieu : { place-said }. Tu veux venir ?
place_noted = C'est noté. Bon trajet !
seat_noted = Tu as une place pour «{ $title }». Date : { $starts_at }. Lieu : { place-said }. Si tu ne peux plus venir, écris-le ici.
pass_noted = D'accord, c'est noté. Écris ici ce que tu préfères.
pass_noted_alone = D'accord, c'est noté. Tu veux autre chose ? Une personne peut t'aider.
others_free = C'est déjà pris. Voici d'autres choix :
no_other = C'est déjà pris. Je n'ai pas d'autre choix. Écris ici. L'équipe cherche avec toi.
no_other_alone = C'est déjà pris. Je n'ai pas d'autre choix. Une personne peut chercher avec toi.
booking-gone = Cette proposition est finie. Pour voir tes rendez-vous : /rdv. Pour parler à une personne : /humain
booking-done = C'est déjà noté. Pour voir tes rendez-vous : /rdv
booking-minor = Avant 16 ans, je ne prends pas de rendez-vous. Une personne peut te dire qui t'aide : /humain
passed-gone = Cette proposition est finie. Rien n'a changé.
passed-done = C'est déjà noté pour toi. Pour changer la date ou annuler : /rdv
