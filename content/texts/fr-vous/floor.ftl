### Quand la parole change de main, et quand il y a danger.

human-called = C'est fait, un médiateur ou une médiatrice va vous répondre ici{ $until ->
        [none] {""}
       *[other] {" "}avant { $until }
    }. Vous pouvez déjà écrire ce qui se passe.
human-called-later = C'est fait. Personne ne lira avant { $reads_at }.{ $until ->
        [none] {""}
       *[other] {" "}Réponse avant { $until }.
    } Vous pouvez déjà écrire, votre message sera lu.
human-already-called = Quelqu'un est déjà prévenu et va vous répondre ici{ $until ->
        [none] {""}
       *[other] {" "}avant { $until }
    }. Vous pouvez écrire.
human-already-here = Une personne vous répond déjà ici. Vous pouvez lui écrire.
human-has-floor = Une personne vous répond. Le questionnaire attend.
still-stopped = Je ne vous écris plus, comme vous l'avez demandé. Pour reprendre : /start
start-human = Rien n'est perdu. Une personne vous répond ou va vous répondre ici{ $until ->
        [none] {""}
       *[other] {" "}avant { $until }
    }. Votre rendez-vous : /rdv
human-here = { $name } prend la suite et vous répond ici.
human-closed = { $name } a terminé. Si besoin, écrivez /humain. Je reprends la suite.
human-hands-to = { $name } passe la suite à { $to }, qui va vous répondre ici.{ $until ->
        [none] {""}
       *[other] {" "}Réponse avant { $until }.
    }
human-hands-to-team = { $name } passe la suite à une autre équipe, { $team }. Elle va vous répondre ici.{ $until ->
        [none] {""}
       *[other] {" "}Réponse avant { $until }.
    }
human-releases = { $name } s'arrête là. Une autre personne de l'équipe va vous répondre ici.{ $until ->
        [none] {""}
       *[other] {" "}Réponse avant { $until }.
    }
human-takes-over = { $name } prend la suite de { $former } et vous répond ici.
human-stops = { $name } arrête là cette discussion. Je reste là pour vos rendez-vous : /rdv
human-stops-until = { $name } arrête là. L'équipe ne répondra plus ici avant { $until }. Je reste là : /rdv. En danger, appelez le { LINE("samu") } ou le { LINE("112") }.
human-paused = L'équipe ne répond plus ici avant { $until }. Je reste là : /rdv. En danger, appelez le { LINE("samu") } ou le { LINE("112") }.
human-unpaused = L'équipe peut de nouveau vous répondre ici. Si vous voulez : /humain

resume_with = Vous voulez reprendre avec { $name } ?

danger-suicide = Ce que vous vivez compte. Appelez maintenant, c'est gratuit, jour et nuit :
danger-violence-conjugale = Vous n'avez pas à vivre ça. Appelez maintenant, c'est gratuit, jour et nuit :
danger-violence-familiale = Vous n'avez pas à vivre ça. Appelez maintenant, c'est gratuit, jour et nuit :
danger-violence-sexuelle = Ce n'est pas votre faute. Appelez maintenant, c'est gratuit, jour et nuit :
danger-enfance-danger = Un enfant doit être protégé. Appelez maintenant, c'est gratuit, jour et nuit :
danger-sans-abri-ce-soir = Vous ne devez pas rester dehors. Appelez maintenant, c'est gratuit, jour et nuit :
danger-urgence-medicale = C'est une urgence. Appelez maintenant, c'est gratuit, jour et nuit :
danger-overdose = C'est une urgence. Appelez maintenant, c'est gratuit, jour et nuit :
danger-harcelement-cyber = Ça peut s'arrêter. Appelez, c'est gratuit :
danger-traite-exploitation = Personne n'a le droit de vous y forcer. Appelez, c'est gratuit :
danger-human = Une personne est prévenue et va aussi vous répondre ici{ $until ->
        [none] {""}
       *[other] {" "}avant { $until }
    }.
