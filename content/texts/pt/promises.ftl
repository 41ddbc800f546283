### O que se diz quando uma resposta prometida se atrasa.

promise-moved = Tínhamos dito até { $before }. Não vamos conseguir, desculpa. { $until ->
        [none] Terás resposta logo que possível.
       *[other] Terás resposta até { $until }.
    }{ $numbers ->
        [none] {""}
       *[other] {" "}Se não pode esperar, contacta { $numbers }.
    }
promise-missed = Tínhamos dito até { $before }, e ninguém conseguiu responder-te. Desculpa. { $until ->
        [none] Terás resposta logo que possível.
       *[other] Terás resposta até { $until }.
    }{ $numbers ->
        [none] {""}
       *[other] {" "}Se não pode esperar, contacta { $numbers }.
    }
promise-over = Tínhamos dito até { $before }, e não conseguimos responder-te. Desculpa. O teu pedido continua aberto.{ $phone ->
        [none] {""}
       *[other] {" "}O mais seguro: liga para a mission locale, { $phone }.
    }{ $numbers ->
        [none] {""}
       *[other] {" "}Se não pode esperar, contacta { $numbers }.
    }
