### Quand la parole change de main, et quand il y a danger.

human-called = C'est fait. Une personne va te répondre ici{ $until ->
        [none] {""}
       *[other] {" "}avant { $until }
    }. Tu peux déjà écrire ce qui se passe.
human-called-later = C'est fait. Personne ne lit les messages avant { $reads_at }.{ $until ->
        [none] {""}
       *[other] {" "}Tu auras une réponse avant { $until }.
    } Tu peux déjà écrire. L'équipe lira ton message.
human-already-called = L'équipe sait que tu attends. Une personne va te répondre ici{ $until ->
        [none] {""}
       *[other] {" "}avant { $until }
    }. Tu peux écrire.
human-has-floor = Une personne te répond maintenant. Mes questions viendront après.
still-stopped = Tu as demandé de ne plus recevoir de messages. Pour continuer : /start
start-human = Tout est gardé. Une personne te répond ou va te répondre ici{ $until ->
        [none] {""}
       *[other] {" "}avant { $until }
    }. Pour voir ton rendez-vous : /rdv
human-here = Maintenant, { $name } te répond ici.
human-gave-back = { $name } a fini. Maintenant, c'est moi qui te réponds. On continue.
human-closed = { $name } a fini. Maintenant, c'est moi qui te réponds. Pour parler à une personne, écris /humain.
human-hands-to = { $name } ne répond plus ici. Maintenant, { $to } va te répondre.{ $until ->
        [none] {""}
       *[other] {" "}Tu auras une réponse avant { $until }.
    }
human-hands-to-team = { $name } ne répond plus ici. Une autre équipe va te répondre : { $team }.{ $until ->
        [none] {""}
       *[other] {" "}Tu auras une réponse avant { $until }.
    }
human-releases = { $name } ne répond plus ici. Une autre personne de l'équipe va te répondre.{ $until ->
        [none] {""}
       *[other] {" "}Tu auras une réponse avant { $until }.
    }
human-takes-over = { $former } ne répond plus ici. Maintenant, { $name } te répond.
human-stops = { $name } arrête cette discussion. Moi, je reste ici pour tes rendez-vous : /rdv
human-stops-until = { $name } arrête cette discussion. L'équipe ne répond plus ici avant { $until }. Moi, je reste ici : /rdv. Si tu es en danger, appelle le { LINE("samu") } ou le { LINE("112") }.
human-paused = L'équipe ne répond plus ici avant { $until }. Moi, je reste ici : /rdv. Si tu es en danger, appelle le { LINE("samu") } ou le { LINE("112") }.
human-unpaused = L'équipe peut te répondre ici à nouveau. Pour parler à une personne : /humain

resume_with = Tu veux encore parler avec { $name } ?
resume-with = Parler avec { $name }

danger-suicide = Ce que tu vis est important. Appelle maintenant. C'est gratuit, le jour et la nuit :
danger-violence-conjugale = Tu as le droit d'être en sécurité. Appelle maintenant. C'est gratuit, le jour et la nuit :
danger-violence-familiale = Tu as le droit d'être en sécurité. Appelle maintenant. C'est gratuit, le jour et la nuit :
danger-violence-sexuelle = Ce n'est pas ta faute. Appelle maintenant. C'est gratuit, le jour et la nuit :
danger-enfance-danger = Il faut protéger les enfants. Appelle maintenant. C'est gratuit, le jour et la nuit :
danger-sans-abri-ce-soir = Il ne faut pas rester dehors. Appelle maintenant. C'est gratuit, le jour et la nuit :
danger-urgence-medicale = C'est une urgence. Appelle maintenant. C'est gratuit, le jour et la nuit :
danger-overdose = C'est une urgence. Appelle maintenant. C'est gratuit, le jour et la nuit :
danger-harcelement-cyber = Cela peut s'arrêter. Appelle. C'est gratuit :
danger-traite-exploitation = Personne n'a le droit de te forcer. Appelle. C'est gratuit :
danger-number = { $number } – { $name }{ $sms ->
        [yes] {" "}(écris un SMS)
       *[no] {""}
    }
danger-human = L'équipe sait que tu as besoin d'aide. Une personne va aussi te répondre ici{ $until ->
        [none] {""}
       *[other] {" "}avant { $until }
    }.
danger-human-later = Personne ne lit les messages ici avant { $reads_at }.{ $until ->
        [none] {""}
       *[other] {" "}Tu auras une réponse avant { $until }.
    } Maintenant, contacte { $numbers }.
