### Ce qu'on dit quand une réponse promise n'arrive pas à l'heure.

promise-moved = On vous avait dit avant { $before }. On n'y arrivera pas, pardon. { $until ->
        [none] Vous aurez une réponse dès que possible.
       *[other] Vous aurez une réponse avant { $until }.
    }{ $numbers ->
        [none] {""}
       *[other] {" "}Si ça ne peut pas attendre, c'est { $numbers }.
    }
promise-missed = On vous avait dit avant { $before }, et personne n'a pu vous répondre. Pardon. { $until ->
        [none] Vous aurez une réponse dès que possible.
       *[other] Vous aurez une réponse avant { $until }.
    }{ $numbers ->
        [none] {""}
       *[other] {" "}Si ça ne peut pas attendre, c'est { $numbers }.
    }
promise-over = On vous avait dit avant { $before }, et on n'arrive pas à vous répondre. Pardon. Votre demande reste ouverte.{ $phone ->
        [none] {""}
       *[other] {" "}Le plus sûr : appelez la mission locale au { $phone }.
    }{ $numbers ->
        [none] {""}
       *[other] {" "}Si ça ne peut pas attendre, c'est { $numbers }.
    }
