### El mismo día, esperar una cita, un teléfono compartido.

## El mismo día

late_told-gone = Esta cita ya no existe. Tus citas: /rdv
late_told-early = Esta cita no es hoy. Para cambiarla: /rdv
late_noted = Gracias por avisar, se lo decimos a { $advisor }. Ven de todos modos.{ $call ->
        [none] {""}
       *[other] {" "}Si vas a tardar mucho, llama al { $call }.
    }
find_place =
    { place-said }.{ $access ->
        [none] {""}
       *[other] {" "}{ $access }.
    }
    { $hours ->
        [none] {""}
       *[other] Abierto: { $hours }.
    }{ $call ->
        [none] {""}
       *[other] {" "}Teléfono: { $call }.
    }
find_venue = { $site }
find_call = Tu cita es { $mode }: no tienes que ir a ningún sitio.{ $call ->
        [none] {""}
       *[other] {" "}¿Algún problema? Llama al { $call }.
    }
find_gone = Esta cita ya no existe. Tus citas: /rdv
company_fine = ¡Claro! Ven con quien quieras.

## Esperar una cita

waits-gone = Esta cita ya no existe. Tus citas: /rdv
waits-soon = Tu cita ya es pronto, no busco nada antes. Sigue igual.
waits_noted = Anotado. Te escribo si se libera una cita antes, tres veces como mucho. Tu cita sigue igual.
earlier-freed =
    Se libera una cita antes: { $starts_at }, { $mode }, con { $advisor }.{ $place ->
        [none] {""}
       *[other] {" "}{ place-said }.
    }
    Es para la primera persona que responda. Tu cita actual: { $had }.
slot-freed =
    Hay una cita libre: { $starts_at }, { $mode }, con { $advisor }.{ $place ->
        [none] {""}
       *[other] {" "}{ place-said }.
    }
    Es para la primera persona que responda.
taken-gone = Esta espera ya terminó, no ha cambiado nada. Tus citas: /rdv
taken-taken = Alguien acaba de pedir esta cita, lo siento. Sigues en la lista, y nada más ha cambiado.
taken_noted = Es para ti: { $starts_at }, { $mode }, con { $advisor }.{ $place ->
        [none] {""}
       *[other] {" "}{ place-said }.
    } Para cambiarla o cancelarla: /rdv
taken_file = Para tu calendario.
kept_waiting = De acuerdo, todo sigue igual. Sigues en la lista.
left_list-gone = Ya está, no busco más.
left_list_noted = De acuerdo, no busco más. Tus citas: /rdv

## Un teléfono compartido

discreet = Modo discreto: mis recordatorios no dicen ni el lugar ni el motivo. Útil si alguien más lee tu teléfono.
    .on = Avisos discretos
    .off = Avisos completos
discreet_on = Anotado, mis recordatorios serán discretos. Para cambiar: /discret
discreet_off = Anotado, mis recordatorios lo dicen todo. Para cambiar: /discret
