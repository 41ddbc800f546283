### Cuando habla otra persona, y cuando hay peligro.

human-called = Hecho, alguien del equipo te va a responder aquí{ $until ->
        [none] {""}
       *[other] , para { $until } como tarde
    }. Ya puedes escribir lo que pasa.
human-called-later = Hecho. Nadie leerá tu mensaje hasta { $reads_at }.{ $until ->
        [none] {""}
       *[other] {" "}Tendrás respuesta para { $until }.
    } Ya puedes escribir, tu mensaje se leerá.
human-already-called = Ya hemos avisado a alguien, que te va a responder aquí{ $until ->
        [none] {""}
       *[other] , para { $until } como tarde
    }. Puedes escribir.
human-already-here = Ya hay una persona respondiéndote aquí. Puedes escribirle.
human-has-floor = Una persona te está respondiendo. Las preguntas pueden esperar.
still-stopped = Ya no te escribo, como pediste. Para volver: /start
start-human = No se ha perdido nada. Una persona te responde aquí, o lo va a hacer{ $until ->
        [none] {""}
       *[other] , para { $until } como tarde
    }. Tu cita: /rdv
human-here = Ahora sigue contigo { $name }, y te responde aquí.
human-gave-back = { $name } me devuelve la palabra. Seguimos.
human-closed = { $name } ha terminado. Si necesitas a alguien, escribe /humain. Yo sigo contigo.
human-hands-to = { $name } le pasa tu conversación a { $to }, que te va a responder aquí.{ $until ->
        [none] {""}
       *[other] {" "}Tendrás respuesta para { $until }.
    }
human-hands-to-team = { $name } le pasa tu conversación a otro equipo, { $team }. Te va a responder aquí.{ $until ->
        [none] {""}
       *[other] {" "}Tendrás respuesta para { $until }.
    }
human-releases = { $name } lo deja aquí. Otra persona del equipo te va a responder aquí.{ $until ->
        [none] {""}
       *[other] {" "}Tendrás respuesta para { $until }.
    }
human-takes-over = { $name } sigue en lugar de { $former } y te responde aquí.
human-stops = { $name } termina aquí esta conversación. Yo sigo aquí para tus citas: /rdv
human-stops-until = { $name } termina aquí. El equipo no responderá aquí hasta { $until }. Yo sigo aquí: /rdv. En peligro, llama al { LINE("samu") } o al { LINE("112") }.
human-paused = El equipo no responde aquí hasta { $until }. Yo sigo aquí: /rdv. En peligro, llama al { LINE("samu") } o al { LINE("112") }.
human-unpaused = El equipo puede volver a responderte aquí. Si quieres: /humain

resume_with = ¿Quieres seguir con { $name }?
    .guide = Seguir aquí
resume-with = Seguir con { $name }

danger-suicide = Lo que estás viviendo importa. Llama ahora, es gratis, de día y de noche:
danger-violence-conjugale = No tienes por qué vivir esto. Llama ahora, es gratis, de día y de noche:
danger-violence-familiale = No tienes por qué vivir esto. Llama ahora, es gratis, de día y de noche:
danger-violence-sexuelle = No es culpa tuya. Llama ahora, es gratis, de día y de noche:
danger-enfance-danger = Un niño o una niña necesita protección. Llama ahora, es gratis, de día y de noche:
danger-sans-abri-ce-soir = No tienes por qué quedarte en la calle. Llama ahora, es gratis, de día y de noche:
danger-urgence-medicale = Es una emergencia. Llama ahora, es gratis, de día y de noche:
danger-overdose = Es una emergencia. Llama ahora, es gratis, de día y de noche:
danger-harcelement-cyber = Esto puede parar. Llama, es gratis:
danger-traite-exploitation = Nadie tiene derecho a obligarte. Llama, es gratis:
danger-numbers = { $intro }
    { $numbers }
danger-number = { $number } – { $name }{ $sms ->
        [yes] {" "}(por SMS)
       *[no] {""}
    }
danger-human = Hemos avisado a una persona, que también te va a responder aquí{ $until ->
        [none] {""}
       *[other] , para { $until } como tarde
    }.
danger-human-later = Nadie leerá aquí hasta { $reads_at }.{ $until ->
        [none] {""}
       *[other] {" "}Tendrás respuesta para { $until }.
    } Ahora mismo tienes { $numbers }.
danger-the = el { $number }
danger-or = { $some } o { $last }
