### Ce qu'on dit quand une réponse promise n'arrive pas à l'heure.

promise-moved = On t'avait dit avant { $before }. On n'y arrivera pas, pardon. { $until ->
        [none] Tu auras une réponse dès que possible.
       *[other] Tu auras une réponse avant { $until }.
    }{ $numbers ->
        [none] {""}
       *[other] {" "}Si ça ne peut pas attendre, c'est { $numbers }.
    }
promise-missed = On t'avait dit avant { $before }, et personne n'a pu te répondre. Pardon. { $until ->
        [none] Tu auras une réponse dès que possible.
       *[other] Tu auras une réponse avant { $until }.
    }{ $numbers ->
        [none] {""}
       *[other] {" "}Si ça ne peut pas attendre, c'est { $numbers }.
    }
promise-over = On t'avait dit avant { $before }, et on n'arrive pas à te répondre. Pardon. Ta demande reste ouverte.{ $phone ->
        [none] {""}
       *[other] {" "}Le plus sûr : appelle la mission locale au { $phone }.
    }{ $numbers ->
        [none] {""}
       *[other] {" "}Si ça ne peut pas attendre, c'est { $numbers }.
    }
