### A marcação: mostrar, confirmar, mudar, cancelar, lembrar.

no_appointment = Não tens nenhuma marcação prevista.
which_appointment = Tens várias marcações. Qual?
one-appointment = { $short }, { $advisor }
wish =
    A tua marcação: { $starts_at }, { $mode }, com { $advisor }.{ $place ->
        [none] {""}
       *[other] {" "}{ place-said }.
    }
    { $limits ->
        [move-cancel] Podes mudar até { $move_until } e cancelar até { $cancel_until }.
        [cancel] Podes cancelar até { $cancel_until }.
        [move] Podes mudar até { $move_until }.
       *[none] Já é tarde para mudar ou cancelar aqui. { call-or-talk }
    }
    .fine = Está bem para mim
    .present = Vou lá estar
    .move = Mudar
    .cancel = Cancelar
    .wait = Avisar se houver vaga mais cedo
    .late = Vou chegar tarde
    .lost = Não encontro
    .company = Vou com alguém
    .take = Quero esta
    .keep = Fico com a minha
    .pass = Esta não
    .unwait = Não me avisar mais
call-or-talk = { $call ->
        [none] Fala com alguém.
       *[other] Liga para o { $call } ou fala com alguém.
    }
move_late = Já é tarde para mudar aqui. A tua marcação fica igual. { call-or-talk }
cancel_late = Já é tarde para cancelar aqui. Se não podes vir, avisa mesmo assim, isso ajuda. { call-or-talk }
all_good = Perfeito, fica tudo igual. Até breve.
reminder-day = Lembrete: tens marcação { $starts_at }, { $mode }, com { $advisor }.{ $place ->
        [none] {""}
       *[other] {" "}{ place-said }.
    }
reminder-hours = Falta pouco: { $starts_at }, { $mode }, com { $advisor }.{ $place ->
        [none] {""}
       *[other] {" "}{ place-said }.
    }
reminder-discreet =
    Lembrete: { $days ->
        [0] hoje { $hour }
        [1] amanhã { $hour }
       *[other] { $starts_at }
    }.
present-gone = Esta marcação já não existe. As tuas marcações: /rdv
presence_noted = Obrigado, está anotado. Até breve com { $advisor }, { $starts_at }.
sure = Cancelar esta marcação? Podes fazer outra.
    .yes = Sim, cancelar
    .no = Não, manter
cancelled-gone = Esta marcação já não existe. As tuas marcações: /rdv
cancel_noted = Marcação cancelada: { $starts_at }. Para fazer outra: /start
cancelled-late = Já é tarde para cancelar aqui. A tua marcação fica igual. Uma pessoa pode ajudar-te: /humain
cancelled_file = Para a tirar do teu calendário.
kept_as_is = Está bem, fica como está.
slots-gone = Esta marcação já não existe. As tuas marcações: /rdv
slots-late = Já é tarde para mudar aqui. A tua marcação fica igual. Uma pessoa pode ajudar-te: /humain
slots-none = Não tenho outra hora livre. A tua marcação fica igual. Uma pessoa pode procurar contigo: /humain
moved-gone = Esta marcação já não existe. As tuas marcações: /rdv
moved-late = Já é tarde para mudar aqui. A tua marcação fica igual. Uma pessoa pode ajudar-te: /humain
moved-taken = Alguém acabou de ficar com essa hora. Aqui tens outras. A tua marcação anterior está guardada.
move_noted = Marcação mudada: { $starts_at }, { $mode }, com { $advisor }.{ $place ->
        [none] {""}
       *[other] {" "}{ place-said }.
    }
moved_file = Para o teu calendário, no lugar da anterior.
appointment-cancelled = A mission locale cancelou a tua marcação: { $starts_at }. Procuramos outra? /start
appointment-moved =
    { $same ->
        [yes] A tua marcação fica à mesma hora, { $was }, mas com { $advisor }, { $mode }.
       *[no] A mission locale teve de mudar a tua marcação. Antes: { $was }. Agora: { $starts_at }, { $mode }, com { $advisor }.
    }{ $place ->
        [none] {""}
       *[other] {" "}{ place-said }.
    } Está bem para ti?
appointment-joined =
    Ligação feita. A tua marcação: { $starts_at }, { $mode }, com { $advisor }.{ $place ->
        [none] {""}
       *[other] {" "}{ place-said }.
    } Vou lembrar-te aqui.
link-joined = Ligação feita. Não tens nenhuma marcação prevista.
link-gone = Este link já não funciona: serve uma só vez, durante duas semanas. Na receção podem dar-te outro. Já podemos falar aqui.
series-booked =
    { $count ->
        [one] Tens uma nova marcação
       *[other] Tens { $count } novas marcações
    } com { $advisor }, { $mode }. As primeiras: { $dates }. Todas as tuas marcações: /rdv
series-cancelled =
    A mission locale cancelou { $count ->
        [one] a tua marcação: { $starts_at }
       *[other] { $count } marcações tuas. A primeira: { $starts_at }
    }. As tuas marcações: /rdv

## Voltar, parar

resume = Ficámos a meio. Continuamos?
    .continue = Continuar
    .restart = Recomeçar
    .booked = A minha marcação
menu = O que queres fazer?
    .again = Um novo pedido
keep_reminder = Está bem, já não escrevo. Queres manter o lembrete da tua marcação?
    .yes = Sim, manter
    .no = Não, nenhum
stopped = Está anotado, já não te escrevo. Para voltar: /start
pick = Que língua?
    .one = { $name }
    .on = Mais →
    .back = ← Voltar
language_set = Está anotado.
language-heard = Continuamos em português. Para mudar: /langue
