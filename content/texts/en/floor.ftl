### When someone else speaks, and when there is danger.

human-called = Done, a person from the team will answer you here{ $until ->
        [none] {""}
       *[other] {" "}before { $until }
    }. You can already write what is going on.
human-called-later = Done. Nobody will read before { $reads_at }.{ $until ->
        [none] {""}
       *[other] {" "}An answer before { $until }.
    } You can already write, your message will be read.
human-already-called = Someone has been told and will answer you here{ $until ->
        [none] {""}
       *[other] {" "}before { $until }
    }. You can write.
human-already-here = A person is already answering you here. You can write to them.
human-has-floor = A person is answering you. The questions can wait.
still-stopped = I do not write to you any more, as you asked. To come back: /start
start-human = Nothing is lost. A person is answering you here, or will{ $until ->
        [none] {""}
       *[other] {" "}before { $until }
    }. Your appointment: /rdv
human-here = { $name } takes over and answers you here.
human-gave-back = { $name } hands back to me. Let’s go on.
human-closed = { $name } has finished. If you need someone, type /humain. I take it from here.
human-hands-to = { $name } hands over to { $to }, who will answer you here.{ $until ->
        [none] {""}
       *[other] {" "}An answer before { $until }.
    }
human-hands-to-team = { $name } hands over to another team, { $team }. They will answer you here.{ $until ->
        [none] {""}
       *[other] {" "}An answer before { $until }.
    }
human-releases = { $name } has to stop here. Someone else from the team will answer you here.{ $until ->
        [none] {""}
       *[other] {" "}An answer before { $until }.
    }
human-takes-over = { $name } takes over from { $former } and answers you here.
human-stops = { $name } ends this talk here. I am still there for your appointments: /rdv
human-stops-until = { $name } ends this talk here. The team will not answer here before { $until }. I am still there: /rdv. In danger, call { LINE("samu") } or { LINE("112") }.
human-paused = The team does not answer here before { $until }. I am still there: /rdv. In danger, call { LINE("samu") } or { LINE("112") }.
human-unpaused = The team can answer you here again. If you wish: /humain

resume_with = Would you like to go on with { $name }?
    .guide = Go on here
resume-with = Go on with { $name }

danger-suicide = What you are going through matters. Call now, it is free, day and night:
danger-violence-conjugale = You do not have to live with this. Call now, it is free, day and night:
danger-violence-familiale = You do not have to live with this. Call now, it is free, day and night:
danger-violence-sexuelle = It is not your fault. Call now, it is free, day and night:
danger-enfance-danger = A child must be protected. Call now, it is free, day and night:
danger-sans-abri-ce-soir = You should not have to stay outside. Call now, it is free, day and night:
danger-urgence-medicale = This is an emergency. Call now, it is free, day and night:
danger-overdose = This is an emergency. Call now, it is free, day and night:
danger-harcelement-cyber = This can stop. Call, it is free:
danger-traite-exploitation = Nobody has the right to force you. Call, it is free:
danger-numbers = { $intro }
    { $numbers }
danger-number = { $number } – { $name }{ $sms ->
        [yes] {" "}(text message)
       *[no] {""}
    }
danger-human = A person has been told and will answer you here too{ $until ->
        [none] {""}
       *[other] {" "}before { $until }
    }.
danger-human-later = Nobody will read here before { $reads_at }.{ $until ->
        [none] {""}
       *[other] {" "}An answer before { $until }.
    } Right now, it is { $numbers }.
danger-the = { $number }
danger-or = { $some } or { $last }
