### Después de una persona: si ayudó, guardar la conversación, y poder recibir llamadas.

face = ¿Te ha ayudado { $rated_name }? Tu respuesta ayuda al equipo a mejorar. También puedes no responder.
    .good = 🙂 Sí, gracias
    .fair = 😐 Un poco
    .bad = 🙁 No
unrated = De acuerdo.
rated-gone = Ya ha pasado mucho tiempo, pero gracias de todos modos.
word = Anotado. ¿Quieres añadir algo? El equipo lo leerá.
worded-gone = Ya ha pasado mucho tiempo, pero gracias de todos modos.
rated_thanks = Gracias por contármelo. Si necesitas a alguien: /humain
rated_sorry = Gracias por contármelo. Otra persona puede ayudarte.

keep-talk = Guardar la charla
kept_talk-gone = No encuentro aquí ninguna conversación con una persona.
talk_file = Aquí tienes la conversación. En un teléfono compartido, acuérdate de borrarla.
transcript-title = Tu conversación en Passerelle
transcript-you = Tú
transcript-guide = Passerelle
transcript-human = Alguien del equipo
transcript-photo = [foto]
transcript-video = [vídeo]
transcript-voice = [mensaje de voz]
transcript-sticker = [sticker]
transcript-contact = [contacto]
transcript-position = [ubicación]
transcript-edited = [mensaje modificado]
transcript-tap = [botón]
transcript-file = [archivo]
transcript-end = Este texto es tuyo. Para borrar todo por nuestra parte: /supprimer en la conversación.

reach = Si te perdemos aquí, ¿podemos llamarte? Solo para recuperar el contacto, tres llamadas como mucho.
    .yes = Sí, me pueden llamar
    .no = No, gracias
reach_yes = Anotado: si te perdemos aquí, te llamamos al { $phone }. Puedes cambiar de opinión: /vieprivee
reach_no = De acuerdo, nadie te llamará. Puedes cambiar de opinión: /vieprivee
reach-on = Llamarme si me pierden
reach-off = No llamarme más
unreach_noted = Anotado, nadie te llamará si te perdemos aquí.
