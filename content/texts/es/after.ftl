### Después de la cita: si ayudó, cómo van las cosas, y otro momento para quien no pudo venir.

helped =
    { $discreet ->
        [yes] ¿Te ayudó?
       *[no] Tu cita con { $advisor }: ¿te ayudó?
    }{ $bring_after ->
        [none] {""}
       *[other] {" "}Para lo que sigue: { $bring_after }
    }
    .yes = Sí
    .some = Un poco
    .no = No
helped_yes = ¡Genial! Gracias por contármelo.
helped_some = Gracias por contármelo. Si falta algo, una persona puede ayudarte.
helped_no = Gracias por contármelo. Podemos buscar otra cosa contigo.
missed =
    No pudimos vernos { $days ->
        [0] hoy
        [-1] ayer
       *[other] { $day }
    }. Son cosas que pasan. ¿Buscamos otro momento?
    .take = Buscar otro momento
how_now = Han pasado unos días. ¿Cómo te va?
    .take = Pedir otra cita
    .fine = Todo bien
all_well = ¡Me alegro! Si me necesitas, escríbeme aquí.
before-gone = Ya no encuentro esa cita. Para pedir una: /start
