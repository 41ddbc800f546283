### Ce qu'on dit quand une réponse promise n'arrive pas à l'heure.

promise-moved = Tu devais avoir une réponse avant { $before }. L'équipe sera en retard. Pardon. { $until ->
        [none] Tu auras une réponse dès que possible.
       *[other] Tu auras une réponse avant { $until }.
    }{ $numbers ->
        [none] {""}
       *[other] {" "}Si c'est urgent, contacte { $numbers }.
    }
promise-missed = Tu devais avoir une réponse avant { $before }. Personne n'a pu te répondre. Pardon. { $until ->
        [none] Tu auras une réponse dès que possible.
       *[other] Tu auras une réponse avant { $until }.
    }{ $numbers ->
        [none] {""}
       *[other] {" "}Si c'est urgent, contacte { $numbers }.
    }
promise-over = Tu devais avoir une réponse avant { $before }. L'équipe n'arrive pas à te répondre. Pardon. L'équipe garde ta demande.{ $phone ->
        [none] {""}
       *[other] {" "}Le plus sûr : appelle la mission locale au { $phone }.
    }{ $numbers ->
        [none] {""}
       *[other] {" "}Si c'est urgent, contacte { $numbers }.
    }
