### Lo que el equipo lee en Telegram. Nunca una palabra de la persona joven, ni su edad, ni su número.

team-opened = Alguien pide hablar con una persona.
team-urgent = Urgente: alguien necesita a una persona ahora.
team-handed-on = Le pasan una conversación.
team-taken-over = Otra persona del equipo ha tomado una de sus conversaciones: ya no tiene que responder.
team-resumed = Alguien vuelve y quiere seguir con usted.
team-taken-back = La persona dice que está bien. El caso sigue abierto: ustedes deciden.
team-promise-near = Se acerca la hora prometida: se espera una respuesta.
team-promise-missed = La hora prometida ha pasado, sin respuesta.
team-nobody-on-duty = Alguien espera, y no hay nadie de guardia.
team-nobody-urgent = Urgente: alguien espera, y no hay nadie de guardia.

team-who = Quién: { $name }
team-where = Dónde: { $where }
team-what = Para: { $needs }
team-since = Espera desde { $since }.

team-take = Tomarla
team-open = Abrir la charla
team-console = Abrir Passerelle
team-unlink = No avisarme más aquí

team-yours = Es suya. La respuesta se escribe en Passerelle.
team-taken = { $name } se ocupa.
team-over = Ha terminado, no queda nada por hacer.
team-settled = La respuesta ya ha salido, o ya no se espera.
team-erased = Esta petición ya no existe.

team-toast-yours = Es suya.
team-toast-taken = { $name } ya se ocupa.
team-toast-gone = Ya no se puede tomar.
team-toast-silent = No se le puede decir nada: la persona ha parado la conversación.
team-toast-outside = Otro equipo se ocupa de esto.

team-linked = Cuenta vinculada, { $name }. Las peticiones de su equipo llegarán aquí, con un botón para tomarlas. Aquí nadie lee lo que usted escribe.
team-linked-instead = Esta cuenta de Telegram avisaba a { $former }. Ahora avisa a { $name }.
team-words = Aquí solo cuentan los botones: nadie lee lo que usted escribe. Las respuestas se escriben en Passerelle.
team-unlinked = Cuenta desvinculada: las peticiones ya no llegarán aquí, sino por correo electrónico. Para vincularla de nuevo: página «Mon compte» de Passerelle.
team-link-gone = Este enlace ya no sirve: dura 30 minutos y funciona una sola vez. Cree otro en la página «Mon compte» de Passerelle.
team-link-youth = Esta cuenta de Telegram ya habla con Passerelle como joven: vincularla mezclaría las dos cosas. Use otra cuenta. O borre esa conversación con /supprimer y vuelva a abrir el enlace.
