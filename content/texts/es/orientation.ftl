### La historia principal: de la primera palabra a la cita.

hello =
    ¡Hola! Soy Passerelle. Te ayudo a encontrar una cita cerca de ti. Es gratis y paras cuando quieras.
    Telegram no es sitio para tu expediente: aquí no escribas nada médico ni mandes papeles. Tus derechos: /vieprivee
    .go = ¡Vamos!
    .english = English
    .french = Français
bracket = ¿Qué edad tienes?
    .under_16 = Menos de 16 años
    .from_16 = 16 o 17 años
    .from_18 = 18 a 25 años
    .from_26 = 26 años o más
forgotten-booked = Tienes una cita pendiente, así que no borro nada. Si tienes menos de 16 años: /vieprivee te dice cómo borrarlo todo.
minors =
    Gracias por escribir. Tienes menos de 16 años, así que no guardo nada de lo que me has dicho.
    Para hablar: Fil Santé Jeunes, { LINE("fil_sante_jeunes") }, o el { LINE("119") } si alguien te hace daño. Para los estudios: el CIO, un servicio gratuito. Y una persona adulta de confianza.
elders =
    A partir de los 26 años, pueden ayudarte France Travail y tu Département.
    Con una discapacidad reconocida, la mission locale a veces es posible hasta los 29. Una persona puede responderte: «Hablar con alguien».
    .younger = Tengo menos de 26
commune = ¿Dónde vives? Escribe tu municipio o tu código postal, o comparte tu ubicación.
place-unknown = No he encontrado ese municipio. Prueba con el código postal, o solo con el nombre.
place-abroad = Esa ubicación no está en Francia. Escribe el nombre de tu municipio o su código postal.
place-divided = En esta ciudad, la mission locale depende del distrito (arrondissement). Escríbelo («Paris 11»), o tu código postal.
other-commune = Otro municipio
which = Hay varios. ¿Cuál es?
which-one = { $name } ({ $departement })
served = { $commune }: tu mission locale es la { $name }.
probably_served = { $others ->
        [none] { $commune }: tu mission locale es probablemente la { $name } ({ $example ->
            [yes] dato de ejemplo
           *[no] por comprobar
        }).
       *[other] { $commune }: varias missions locales se reparten tu municipio: la { $name }, y también: { $others } (por comprobar). Empezamos con la primera.
    }
elsewhere = { $certain ->
        [yes] { $commune }: tu mission locale es: { $name }.{ $address ->
            [none] {""}
           *[other] {" "}{ $address }.
        } Todavía no puedo pedirte cita allí. Contacta directamente.
       *[no] { $name ->
            [none] { $commune }: no conozco tu mission locale. La lista te la da en un momento. Para hablar con alguien ya, gratis (en francés): Fil Santé Jeunes, { LINE("fil_sante_jeunes") }.
           *[other] { $lines ->
                [none] { $commune }: tu mission locale es probablemente la { $name } (por comprobar). Todavía no puedo pedirte cita allí. La lista te lo confirma.
               *[other] { $commune }: { $shared ->
                    [yes] varias missions locales se reparten tu municipio
                   *[no] tu mission locale es probablemente una de estas
                } (por comprobar).
                    { $lines }
                    Todavía no puedo pedirte cita allí. La lista te lo confirma.
            }
        }
    }

## Necesidades

needs = ¿Qué necesitas? Puedes elegir varias cosas, o decirlo con tus palabras.
    .emploi = Trabajo
    .formation = Formación
    .logement = Vivienda
    .sante = Salud
    .mobilite = Transporte
    .argent = Dinero, ayudas
    .orientation = Encontrar rumbo
    .droits = Papeles legales
    .famille = Familia
    .numerique = Internet
    .loisirs = Deporte, cultura
    .decrochage = Escuela
    .more = Otra cosa
    .less = Los primeros
    .done = Eso es todo
urgent_school = Con 16 o 17 años, alguien puede responderte antes. Tú decides: «Hablar con alguien».
tips = { $tips }

## Propuestas

# La distancia, y dentro de cuántos días.
offer-far =
    { $km ->
        [0] en tu municipio
       *[other] a { $km } km en línea recta
    }
offer-days =
    { $days ->
        [0] hoy
        [1] mañana
        [2] pasado mañana
       *[other] dentro de { $days } días
    }
# Lo que se dice de cada lugar propuesto.
offer-facts =
    Abierto: { $hours }{ $example ->
        [yes] {" "}(dato de ejemplo).
       *[no] .{ $checked ->
            [none] {""}
           *[other] {" "}Comprobado el { $checked }.
        }
    }
    Primera cita: { $starts_at }.
offer_near =
    Lo más cerca de ti: { offer-far }.
    { $place }
    { offer-facts }
offer_soon =
    Lo más pronto: { offer-days }{ $km ->
        [none] {""}
       *[other] {" "}({ offer-far })
    }.
    { $place }
    { offer-facts }
offer_both =
    Lo más cerca y lo más pronto: { offer-far }, { offer-days }.
    { $place }
    { offer-facts }
offer_remote = Sin desplazarte: { $mode } con { $advisor }, { $starts_at }.
offer_visit =
    O muy cerca, en tu municipio: { $place }
    { offer-facts }
walk_in =
    { $why ->
        [visit] En tu municipio
       *[near] Todavía más cerca
    }, sin cita: { $place } ({ offer-far }).
    Abierto: { $hours }{ $example ->
        [yes] {" "}(dato de ejemplo)
       *[no] {""}
    }.
proposal = ¿Cuál te va bien?
    .offer_near = Más cerca: { $short }
    .offer_soon = Más pronto: { $short }
    .offer_both = { $short }
    .remote = No puedo ir
    .in_person = Puedo ir
    .offer_remote = { $short }
    .offer_visit = En tu municipio: { $short }
    .other = Otros horarios
no_slot =
    No he encontrado ninguna cita libre. { $site }: { $hours }{ $walk_in ->
        [yes] , sin cita
       *[no] {""}
    }{ $example ->
        [yes] {" "}(dato de ejemplo)
       *[no] {""}
    }.{ $phone ->
        [none] {""}
       *[other] {" "}Teléfono: { $phone }.
    }
    Una persona puede buscarte una: «Hablar con alguien».
    .wait = Avisarme si hay una cita libre
call_me_on = ¿A qué número te llamamos? Solo lo verá tu mission locale.
call_me_on-unclear = Ese número no parece completo. Escríbelo con sus diez cifras, o con + y el código del país.
on_list_noted = Anotado, te escribo en cuanto haya una cita libre. También he avisado a tu mission locale. Una persona ya puede ayudarte.

# Una persona en particular.
advisor-mine = Ya me acompaña alguien
advisor-other = Otra persona
advisor-word = Dejar un mensaje a { $name }
advisor-first = De acuerdo, buscamos con la persona que te acompaña.
which_advisor = ¿Quién te acompaña?
    .unknown = No me acuerdo
one-advisor = { $name }
with_advisor = Estas son las citas con { $name }.
none_with = { $name } no tiene citas libres. Puedes dejar un mensaje, o ver a otra persona.
word-left = Escribe aquí tu mensaje para { $name }: el equipo se lo pasa.
other_site = ¿En qué lugar?
one-site = { $site }{ $km ->
        [none] {""}
        [0] {" "}(tu municipio)
       *[other] {" "}({ $km } km)
    }
day = ¿Qué día?
one-day = { $day }
hour = ¿A qué hora?
one-hour = { $hour }
slots-full = Aquí ya no queda nada libre. Esto es lo que queda.
hold-taken = Alguien acaba de pedir esta cita. Aquí tienes otras.
phone = ¿A qué número te llamamos? Solo lo verá tu mission locale.
phone-unclear = Ese número no parece completo. Escríbelo con sus diez cifras, o con + y el código del país.
first_name = ¿Qué nombre anoto? Vale un apodo.
confirm =
    ¿Lo repasamos? { $first_name }, { $bracket }, { $commune }.
    Para: { $needs }.
    Cita { $starts_at }, { $mode }{ $phone ->
        [none] {""}
       *[other] {" "}al { $phone }
    }, con { $advisor } ({ $minutes ->
        [one] { $minutes } minuto
       *[other] { $minutes } minutos
    }).{ $place ->
        [none] {""}
       *[other] {" "}{ place-said }.
    }
    Te guardo esta cita 10 minutos.
    .ok = Confirmar
    .correct = Corregir
correct = ¿Qué corregimos?
    .bracket = Mi edad
    .commune = Mi municipio
    .needs = Qué necesito
    .proposal = La cita
    .first_name = Mi nombre
    .phone = Mi número
booking-taken = Alguien acaba de pedir esta cita. Aquí tienes otras.
booked =
    Confirmada: { $starts_at }, { $mode }, con { $advisor }.{ $place ->
        [none] {""}
       *[other] {" "}{ place-said }.
    }
    { $bring ->
        [none] {""}
       *[other] Qué llevar: { $bring }{" "}
    }Para cambiarla o cancelarla: /rdv
booked_place = { $site }
booked_file = Para tu calendario.

mode-place = en persona
mode-phone = por teléfono
mode-visio = por videollamada
mode-home = en tu casa

# Un lugar, y si es inventado.
place-said = { $place }{ $example ->
        [yes] {" "}(dato de ejemplo)
       *[no] {""}
    }
