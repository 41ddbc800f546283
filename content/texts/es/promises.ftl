### Lo que se dice cuando una respuesta prometida llega tarde.

promise-moved = Te prometimos una respuesta para { $before }. No vamos a llegar, perdona. { $until ->
        [none] Tendrás una respuesta lo antes posible.
       *[other] Tendrás una respuesta para { $until }.
    }{ $numbers ->
        [none] {""}
       *[other] {" "}Si no puede esperar, tienes { $numbers }.
    }
promise-missed = Te prometimos una respuesta para { $before }, y nadie pudo responderte. Perdona. { $until ->
        [none] Tendrás una respuesta lo antes posible.
       *[other] Tendrás una respuesta para { $until }.
    }{ $numbers ->
        [none] {""}
       *[other] {" "}Si no puede esperar, tienes { $numbers }.
    }
promise-over = Te prometimos una respuesta para { $before }, y no conseguimos responderte. Perdona. Tu petición sigue abierta.{ $phone ->
        [none] {""}
       *[other] {" "}Lo más seguro: llama a la mission locale al { $phone }.
    }{ $numbers ->
        [none] {""}
       *[other] {" "}Si no puede esperar, tienes { $numbers }.
    }
