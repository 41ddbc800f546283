### No próprio dia, esperar uma vaga, um telefone partilhado.

## No próprio dia

late_told-gone = Esta marcação já não existe. As tuas marcações: /rdv
late_told-early = Esta marcação não é hoje. Para mudar: /rdv
late_noted = Obrigado por avisares, fica anotado para { $advisor }. Vem mesmo assim.{ $call ->
        [none] {""}
       *[other] {" "}Se vais demorar muito, liga para o { $call }.
    }
find_place =
    { place-said }.{ $access ->
        [none] {""}
       *[other] {" "}{ $access }.
    }
    { $hours ->
        [none] {""}
       *[other] Aberto: { $hours }.
    }{ $call ->
        [none] {""}
       *[other] {" "}Telefone: { $call }.
    }
find_venue = { $site }
find_call = A tua marcação é { $mode }: não precisas de ir a nenhum lugar.{ $call ->
        [none] {""}
       *[other] {" "}Algum problema? Liga para o { $call }.
    }
find_gone = Esta marcação já não existe. As tuas marcações: /rdv
company_fine = Claro! Vem com quem quiseres.

## Esperar uma vaga

waits-gone = Esta marcação já não existe. As tuas marcações: /rdv
waits-soon = A tua marcação já é em breve, não procuro mais cedo. Fica igual.
waits_noted = Está anotado. Escrevo-te se houver vaga mais cedo, três vezes no máximo. A tua marcação fica igual.
earlier-freed =
    Há uma vaga mais cedo: { $starts_at }, { $mode }, com { $advisor }.{ $place ->
        [none] {""}
       *[other] {" "}{ place-said }.
    }
    A primeira pessoa que responder fica com ela. A tua: { $had }.
slot-freed =
    Há uma vaga: { $starts_at }, { $mode }, com { $advisor }.{ $place ->
        [none] {""}
       *[other] {" "}{ place-said }.
    }
    A primeira pessoa que responder fica com ela.
taken-gone = Esta espera acabou, nada mudou. As tuas marcações: /rdv
taken-taken = Alguém acabou de ficar com esta vaga, desculpa. Continuas na lista, e nada mais mudou.
taken_noted = É tua: { $starts_at }, { $mode }, com { $advisor }.{ $place ->
        [none] {""}
       *[other] {" "}{ place-said }.
    } Para mudar ou cancelar: /rdv
taken_file = Para o teu calendário.
kept_waiting = Está bem, nada muda. Continuas na lista.
left_list-gone = Já acabou, já não procuro.
left_list_noted = Está bem, já não procuro. As tuas marcações: /rdv

## Um telefone partilhado

discreet = Modo discreto: os meus lembretes não dizem o lugar nem o motivo. É útil se outra pessoa lê o teu telefone.
    .on = Lembretes discretos
    .off = Lembretes completos
discreet_on = Está anotado, os meus lembretes vão ser discretos. Para mudar: /discret
discreet_off = Está anotado, os meus lembretes dizem tudo. Para mudar: /discret
