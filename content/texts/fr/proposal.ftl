### Ce qu'un médiateur propose dans la conversation : un lieu, un créneau, un atelier.

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
       *[no] On y vient sur rendez-vous.
    }{ $access ->
        [none] {""}
       *[other] {" "}Accès : { $access }.
    }
proposal-slot =
    { $who } te propose un rendez-vous : { $starts_at }, { $mode }, avec { $advisor }.{ $place ->
        [none] {""}
       *[other] {" "}{ place-said }.
    } Ça te va ?
proposal-workshop =
    { $who } te propose l'atelier «{ $title }» : { $starts_at }. { place-said }. Tu veux venir ?
proposed =
    .take-place = D'accord, j'irai
    .take-slot = Oui, je prends
    .take-workshop = Oui, je viens
    .pass = Non, autre chose
    .other-slot = { $short }, { $advisor }
    .other-workshop = { $short }, { $title }
place_noted = C'est noté. Bonne route !
seat_noted = Ta place est gardée : «{ $title }», { $starts_at }. { place-said }. Si tu ne peux plus venir, dis-le ici.
pass_noted = D'accord, c'est dit. Écris ici ce qui t'irait mieux.
pass_noted_alone = D'accord, c'est noté. Si tu veux autre chose, une personne peut t'aider.
others_free = Cette place vient d'être prise. En voici d'autres :
no_other = Cette place vient d'être prise, et je n'en vois pas d'autre. Écris ici, on cherche avec toi.
no_other_alone = Cette place vient d'être prise, et je n'en vois pas d'autre. Une personne peut chercher avec toi.
booking-gone = Cette proposition n'existe plus. Tes rendez-vous : /rdv. Parler à quelqu'un : /humain
booking-done = C'est déjà noté. Tes rendez-vous : /rdv
booking-minor = Avant 16 ans, je ne réserve rien. La personne qui te répond ici peut te dire qui t'aide : /humain
passed-gone = Cette proposition n'existe plus. Rien n'a changé.
passed-done = C'est déjà noté pour toi. Pour décaler ou annuler un rendez-vous : /rdv
