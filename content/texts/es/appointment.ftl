### La cita: ver, confirmar, cambiar, cancelar, recordar.

no_appointment = No tienes ninguna cita pendiente.
which_appointment = Tienes varias citas. ¿Cuál?
one-appointment = { $short }, { $advisor }
wish =
    Tu cita: { $starts_at }, { $mode }, con { $advisor }.{ $place ->
        [none] {""}
       *[other] {" "}{ place-said }.
    }
    { $limits ->
        [move-cancel] Puedes cambiarla hasta { $move_until } y cancelarla hasta { $cancel_until }.
        [cancel] Puedes cancelarla hasta { $cancel_until }.
        [move] Puedes cambiarla hasta { $move_until }.
       *[none] Ya es tarde para cambiarla o cancelarla aquí. { call-or-talk }
    }
    .fine = Me va bien
    .present = Allí estaré
    .move = Cambiarla
    .cancel = Cancelar
    .wait = Avisarme si hay una cita antes
    .late = Llego tarde
    .lost = No lo encuentro
    .company = Voy con alguien
    .take = La quiero
    .keep = Dejo la mía
    .pass = Esa no
    .unwait = No avisarme más
call-or-talk = { $call ->
        [none] Habla con alguien.
       *[other] Llama al { $call } o habla con alguien.
    }
move_late = Ya es tarde para cambiarla aquí. Tu cita sigue igual. { call-or-talk }
cancel_late = Ya es tarde para cancelarla aquí. Si no puedes venir, avisa igualmente, eso ayuda. { call-or-talk }
all_good = Perfecto, todo sigue igual. ¡Hasta pronto!
reminder-day = Recordatorio: cita { $starts_at }, { $mode }, con { $advisor }.{ $place ->
        [none] {""}
       *[other] {" "}{ place-said }.
    }
reminder-hours = Ya casi: { $starts_at }, { $mode }, con { $advisor }.{ $place ->
        [none] {""}
       *[other] {" "}{ place-said }.
    }
reminder-discreet =
    Recordatorio: { $days ->
        [0] hoy a { $hour }
        [1] mañana a { $hour }
       *[other] { $starts_at }
    }.
present-gone = Esta cita ya no existe. Tus citas: /rdv
presence_noted = Gracias, anotado. Hasta pronto con { $advisor }, { $starts_at }.
sure = ¿Cancelar esta cita? Podrás pedir otra.
    .yes = Sí, cancelar
    .no = No, dejarla
cancelled-gone = Esta cita ya no existe. Tus citas: /rdv
cancel_noted = Cita cancelada: { $starts_at }. Para pedir otra: /start
cancelled-late = Ya es tarde para cancelar aquí. Tu cita sigue igual. Una persona puede ayudarte: /humain
cancelled_file = Para quitarla de tu calendario.
kept_as_is = De acuerdo, se queda como está.
slots-gone = Esta cita ya no existe. Tus citas: /rdv
slots-late = Ya es tarde para cambiarla aquí. Tu cita sigue igual. Una persona puede ayudarte: /humain
slots-none = No tengo otra hora libre. Tu cita sigue igual. Una persona puede buscar contigo: /humain
moved-gone = Esta cita ya no existe. Tus citas: /rdv
moved-late = Ya es tarde para cambiarla aquí. Tu cita sigue igual. Una persona puede ayudarte: /humain
moved-taken = Alguien acaba de pedir esa hora. Aquí tienes otras. Tu cita de antes sigue guardada.
move_noted = Cita cambiada: { $starts_at }, { $mode }, con { $advisor }.{ $place ->
        [none] {""}
       *[other] {" "}{ place-said }.
    }
moved_file = Para tu calendario, en lugar de la anterior.
appointment-cancelled = La mission locale ha cancelado tu cita: { $starts_at }. ¿Buscamos otra? /start
appointment-moved =
    { $same ->
        [yes] Tu cita sigue a la misma hora, { $was }, pero con { $advisor }, { $mode }.
       *[no] La mission locale ha tenido que cambiar tu cita. Antes: { $was }. Ahora: { $starts_at }, { $mode }, con { $advisor }.
    }{ $place ->
        [none] {""}
       *[other] {" "}{ place-said }.
    } ¿Te va bien?
appointment-joined =
    Ya estamos en contacto. Tu cita: { $starts_at }, { $mode }, con { $advisor }.{ $place ->
        [none] {""}
       *[other] {" "}{ place-said }.
    } Te la recordaré aquí.
link-joined = Ya estamos en contacto. No tienes ninguna cita pendiente.
link-gone = Este enlace ya no funciona: sirve una sola vez, durante dos semanas. En recepción pueden darte otro. Ya podemos hablar aquí.
series-booked =
    { $count ->
        [one] Tienes una cita nueva
       *[other] Tienes { $count } citas nuevas
    } con { $advisor }, { $mode }. Las primeras: { $dates }. Todas tus citas: /rdv
series-cancelled =
    La mission locale ha cancelado { $count ->
        [one] tu cita: { $starts_at }
       *[other] tus { $count } citas desde { $starts_at }
    }. Tus citas: /rdv

## Volver, parar

resume = Nos quedamos a medias. ¿Seguimos?
    .continue = Seguir
    .restart = Empezar de nuevo
    .booked = Mi cita
menu = ¿Qué quieres hacer?
    .again = Otra petición
keep_reminder = De acuerdo, ya no te escribo. ¿Te sigo recordando tu cita?
    .yes = Sí, por favor
    .no = No, nada
stopped = Anotado, ya no te escribo más. Para volver: /start
pick = ¿Qué idioma?
    .one = { $name }
    .on = Más →
    .back = ← Volver
language_set = Anotado.
language-heard = Seguimos en español. Para cambiar: /langue
