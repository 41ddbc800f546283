### Ce qu'un médiateur propose dans la conversation : un lieu, un créneau, un atelier.

proposal-place =
    { $who } vous propose ce lieu{ $km ->
        [none] {""}
       *[other] {" "}({ offer-far })
    } : { place-said }.
    { $hours ->
        [none] {""}
       *[other] Ouvert : { $hours }.{" "}
    }{ $walk_in ->
        [yes] Vous pouvez venir sans rendez-vous.
       *[no] On y vient sur rendez-vous.
    }{ $access ->
        [none] {""}
       *[other] {" "}Accès : { $access }.
    }
proposal-slot =
    { $who } vous propose un rendez-vous : { $starts_at }, { $mode }, avec { $advisor }.{ $place ->
        [none] {""}
       *[other] {" "}{ place-said }.
    } Ça vous va ?
proposal-workshop =
    { $who } vous propose l'atelier «{ $title }» : { $starts_at }. { place-said }. Vous voulez venir ?
seat_noted = Votre place est gardée : «{ $title }», { $starts_at }. { place-said }. Si vous ne pouvez plus venir, dites-le ici.
pass_noted = D'accord, c'est dit. Écrivez ici ce qui vous irait mieux.
pass_noted_alone = D'accord, c'est noté. Si vous voulez autre chose, une personne peut vous aider.
no_other = Cette place vient d'être prise, et je n'en vois pas d'autre. Écrivez ici, on cherche avec vous.
no_other_alone = Cette place vient d'être prise, et je n'en vois pas d'autre. Une personne peut chercher avec vous.
booking-gone = Cette proposition n'existe plus. Vos rendez-vous : /rdv. Parler à quelqu'un : /humain
booking-done = C'est déjà noté. Vos rendez-vous : /rdv
booking-minor = Avant 16 ans, je ne réserve rien. La personne qui vous répond ici peut vous dire qui vous aide : /humain
passed-done = C'est déjà noté pour vous. Pour décaler ou annuler un rendez-vous : /rdv
