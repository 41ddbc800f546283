### Words at any question, and what follows danger.

off-topic = Eso no sé hacerlo. Puedo ayudarte con una cita, una dirección o a encontrar a una persona.
hello-again = ¡Hola! Estamos aquí:
thanks = De nada. Si necesitas algo, escríbeme aquí.
thanks-and-on = De nada. Mi pregunta de arriba te espera, cuando quieras.
calm = Entiendo que esto moleste, y hago lo que puedo. Una persona puede responderte: «Hablar con alguien».
guessed = ¿De qué se trata?
    .other = Otra cosa
guess-again = De acuerdo. Dilo con otras palabras, o elige aquí:
needs-noted = Anotado: { $needs }.
also =
    .undo = Quitar: { $need }
none_within = Todavía no tienes cita. La buscamos juntos, aquí mismo:
none_alone = Todavía no tienes cita. ¿Buscamos una?
no_place_yet = Todavía no tienes cita. Te doy la dirección en cuanto haya una.

call-me = Prefiero que me llamen
call-noted = Anotado: el equipo puede llamarte al { $phone }.
no_call = No puedo guardar tu número. Una persona puede responderte aquí.

danger =
    .fine = Estoy bien, seguimos
    .erase = Borrar estos mensajes
danger-seen = La persona que te responde aquí ve tu mensaje.
danger-erase-how = Mantén pulsado un mensaje y luego «Eliminar». Para todo el chat: mantenlo pulsado en tu lista y luego «Eliminar». Piensa también en el registro de llamadas.{ $bill ->
        [yes] {" "}El { LINE("3919") } no aparece en la factura.
       *[no] {""}
    }
danger-fine = De acuerdo. El equipo sabe que estás bien. Si eso cambia, escríbeme o escribe /humain.
danger-fine-waiting = De acuerdo, anotado. Una persona te va a responder aquí, como estaba previsto.
human-sees = La persona que te responde lo ve.
