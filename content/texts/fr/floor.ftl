### Quand la parole change de main, et quand il y a danger.

human-called = C'est fait, un médiateur ou une médiatrice va te répondre ici{ $until ->
        [none] {""}
       *[other] {" "}avant { $until }
    }. Tu peux déjà écrire ce qui se passe.
human-called-later = C'est fait. Personne ne lira avant { $reads_at }.{ $until ->
        [none] {""}
       *[other] {" "}Réponse avant { $until }.
    } Tu peux déjà écrire, ton message sera lu.
human-already-called = Quelqu'un est déjà prévenu et va te répondre ici{ $until ->
        [none] {""}
       *[other] {" "}avant { $until }
    }. Tu peux écrire.
human-already-here = Une personne te répond déjà ici. Tu peux lui écrire.
human-has-floor = Une personne te répond. Le questionnaire attend.
still-stopped = Je ne t'écris plus, comme tu l'as demandé. Pour reprendre : /start
start-human = Rien n'est perdu. Une personne te répond ou va te répondre ici{ $until ->
        [none] {""}
       *[other] {" "}avant { $until }
    }. Ton rendez-vous : /rdv
human-here = { $name } prend la suite et te répond ici.
human-gave-back = { $name } me repasse la main. On reprend.
human-closed = { $name } a terminé. Si besoin, écris /humain. Je reprends la suite.
human-hands-to = { $name } passe la suite à { $to }, qui va te répondre ici.{ $until ->
        [none] {""}
       *[other] {" "}Réponse avant { $until }.
    }
human-hands-to-team = { $name } passe la suite à une autre équipe, { $team }. Elle va te répondre ici.{ $until ->
        [none] {""}
       *[other] {" "}Réponse avant { $until }.
    }
human-releases = { $name } s'arrête là. Une autre personne de l'équipe va te répondre ici.{ $until ->
        [none] {""}
       *[other] {" "}Réponse avant { $until }.
    }
human-takes-over = { $name } prend la suite de { $former } et te répond ici.
human-stops = { $name } arrête là cette discussion. Je reste là pour tes rendez-vous : /rdv
human-stops-until = { $name } arrête là. L'équipe ne répondra plus ici avant { $until }. Je reste là : /rdv. En danger, appelle le { LINE("samu") } ou le { LINE("112") }.
human-paused = L'équipe ne répond plus ici avant { $until }. Je reste là : /rdv. En danger, appelle le { LINE("samu") } ou le { LINE("112") }.
human-unpaused = L'équipe peut de nouveau te répondre ici. Si tu veux : /humain

resume_with = Tu veux reprendre avec { $name } ?
    .guide = Continuer ici
resume-with = Reprendre avec { $name }

danger-suicide = Ce que tu vis compte. Appelle maintenant, c'est gratuit, jour et nuit :
danger-violence-conjugale = Tu n'as pas à vivre ça. Appelle maintenant, c'est gratuit, jour et nuit :
danger-violence-familiale = Tu n'as pas à vivre ça. Appelle maintenant, c'est gratuit, jour et nuit :
danger-violence-sexuelle = Ce n'est pas ta faute. Appelle maintenant, c'est gratuit, jour et nuit :
danger-enfance-danger = Un enfant doit être protégé. Appelle maintenant, c'est gratuit, jour et nuit :
danger-sans-abri-ce-soir = Tu ne dois pas rester dehors. Appelle maintenant, c'est gratuit, jour et nuit :
danger-urgence-medicale = C'est une urgence. Appelle maintenant, c'est gratuit, jour et nuit :
danger-overdose = C'est une urgence. Appelle maintenant, c'est gratuit, jour et nuit :
danger-harcelement-cyber = Ça peut s'arrêter. Appelle, c'est gratuit :
danger-traite-exploitation = Personne n'a le droit de t'y forcer. Appelle, c'est gratuit :
danger-numbers = { $intro }
    { $numbers }
danger-number = { $number } – { $name }{ $sms ->
        [yes] {" "}(par SMS)
       *[no] {""}
    }
danger-human = Une personne est prévenue et va aussi te répondre ici{ $until ->
        [none] {""}
       *[other] {" "}avant { $until }
    }.
danger-human-later = Personne ne lira ici avant { $reads_at }.{ $until ->
        [none] {""}
       *[other] {" "}Réponse avant { $until }.
    } Maintenant, c'est { $numbers }.
danger-the = le { $number }
danger-or = { $some } ou { $last }
