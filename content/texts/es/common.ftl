### Lo que cualquiera puede leer en cualquier momento.

language-name = Español

## Las palabras de las fechas (modelos de Babel)

# «el martes 24 de noviembre», «las 14:00»: el artículo va en el modelo, y las frases lo esperan.
pattern-day = 'el' EEEE d 'de' MMMM
pattern-first-day = 'el' EEEE d 'de' MMMM
pattern-hour = 'las' H:mm
pattern-hour-minutes = 'las' H:mm
pattern-dated = d MMM y
pattern-month = LLLL y
pattern-short-day = EEE d MMM
date-moment = { $day } a { $hour }
pattern-weekday = EEEE
date-weekday = el { $day } a { $hour }
list-more = { $some }, { $next }
list-and = { $some } y { $last }
ticked = ✓ { $label }

## Los botones que nunca cambian de sitio

control-back = Volver
control-human = Hablar con alguien
page-earlier = ← Antes
page-later = Después →
control-skip = Prefiero no responder
control-position = 📍 Compartir ubicación
link-call = Llamar: { $name }
link-write = Escribir al { $name }
link-map = Ver en el mapa
link-directory = Ver la web
link-national = Lista de missions locales

## Cuando no nos hemos entendido

please-choose = No te he entendido. Puedes tocar un botón o escribir su número (1, 2, 3…).
please-write = No me ha llegado ningún texto. ¿Lo intentas otra vez?
too-long =
    Es un poco largo para mí. Responde en pocas palabras ({ $limit ->
        [one] { $limit } letra
       *[other] { $limit } letras
    } como mucho).
no-position-now = Gracias por la ubicación. Ahora necesito otra respuesta.
human-can-help = No lo consigo. Una persona puede ayudarte: toca «Hablar con alguien». O elige una respuesta aquí.
too-late = Este botón es de una pregunta anterior. No ha cambiado nada. Estamos aquí:
button-gone = Este botón ya no sirve, y no ha cambiado nada. Tu cita: /rdv. Otra petición: /start
already-noted = Ya está anotado.
nothing-before = Esto es el principio, no hay nada antes.
cannot-read-file = Me ha llegado, pero no sé leerlo. Una persona sí puede: «Hablar con alguien».
cannot-read-voice = Me ha llegado tu mensaje de voz. Lo guardo para una persona, que podrá escucharlo. Yo no puedo.
cannot-read-sticker = ¡Qué bueno! Para seguir, necesito palabras o un botón.
edit-seen = He visto que has cambiado un mensaje. Para cambiar una respuesta, toca «Volver».
unknown-command = No conozco ese comando. /aide te muestra lo que sé hacer.
group-only-private = Solo hablo en privado. Escríbeme directamente, ¡hasta pronto!
apology = Tu mensaje ha llegado, pero no he sabido tratarlo. Escribe /humain para hablar con alguien.
not-so-fast = ¡Vas muy rápido! Lo he guardado todo, pero no respondo durante un minuto. Después, repíteme lo más importante. Urgente: /humain

## Los comandos

aide =
    Te ayudo a encontrar la puerta adecuada cerca de ti, y una cita.
    /start empezar o seguir
    /rdv ver, cambiar, cancelar
    /humain hablar con alguien
    /langue cambiar de idioma
    /discret recordatorios discretos
    /vieprivee tus datos, borrar todo
    /stop no recibir más mensajes
vieprivee = Tu mission locale responde de tu información: es su misión de interés público. Guardo tus respuestas, mensajes y citas, { $contact } días como máximo después del último contacto. El equipo que te ayuda los lee. Recibir todo: /mesdonnees. Borrar todo, ahora mismo: /supprimer
erased = Hecho: todo está borrado, también tus citas. Quedan cifras sin nombre y, { $audit } días, lo que hizo el equipo, sin tu nombre. Acuérdate de borrar también esta conversación en Telegram. Si vuelves un día, escribe /start.

command-start = Empezar o seguir
command-rdv = Mi cita
command-humain = Hablar con alguien
command-aide = Lo que sé hacer
command-langue = Cambiar de idioma
command-stop = No recibir más mensajes
bot-description = Passerelle te ayuda a encontrar una cita en la mission locale, cerca de ti. Gratis, sin cuenta y sin formularios.
bot-short-description = Una cita en la mission locale, cerca de ti. Gratis.
