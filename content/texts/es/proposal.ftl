### Lo que una persona del equipo propone en la conversación: un lugar, una cita, un taller.

proposal-place =
    { $who } te propone este lugar{ $km ->
        [none] {""}
       *[other] {" "}({ offer-far })
    }: { place-said }.
    { $hours ->
        [none] {""}
       *[other] Abierto: { $hours }.{" "}
    }{ $walk_in ->
        [yes] Puedes ir sin cita.
       *[no] Se va con cita.
    }{ $access ->
        [none] {""}
       *[other] {" "}Cómo llegar: { $access }.
    }
proposal-slot =
    { $who } te propone una cita: { $starts_at }, { $mode }, con { $advisor }.{ $place ->
        [none] {""}
       *[other] {" "}{ place-said }.
    } ¿Te va bien?
proposal-workshop =
    { $who } te propone el taller «{ $title }»: { $starts_at }. { place-said }. ¿Quieres venir?
proposed =
    .take-place = De acuerdo, iré
    .take-slot = Sí, la quiero
    .take-workshop = Sí, voy
    .pass = No, otra cosa
    .other-slot = { $short }, { $advisor }
    .other-workshop = { $short }, { $title }
place_noted = Anotado. ¡Que vaya bien!
seat_noted = Te guardamos el sitio: «{ $title }», { $starts_at }. { place-said }. Si al final no puedes venir, dilo aquí.
pass_noted = De acuerdo. Escribe aquí qué te iría mejor.
pass_noted_alone = De acuerdo, anotado. Si quieres otra cosa, una persona puede ayudarte.
others_free = Alguien acaba de pedir esta. Aquí tienes otras:
no_other = Alguien acaba de pedir esta, y no veo otra. Escribe aquí y buscamos contigo.
no_other_alone = Alguien acaba de pedir esta, y no veo otra. Una persona puede buscar contigo.
booking-gone = Esta propuesta ya no existe. Tus citas: /rdv. Hablar con alguien: /humain
booking-done = Ya está anotado. Tus citas: /rdv
booking-minor = Con menos de 16 años, no reservo nada. La persona que te responde aquí puede decirte quién ayuda: /humain
passed-gone = Esta propuesta ya no existe. No ha cambiado nada.
passed-done = Ya está anotado para ti. Para cambiar o cancelar una cita: /rdv
