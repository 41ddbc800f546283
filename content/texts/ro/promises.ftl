### Ce se spune când un răspuns promis întârzie.

promise-moved = Ți-am promis un răspuns înainte de { $before }. Nu reușim, ne pare rău. { $until ->
        [none] Primești un răspuns cât de repede putem.
       *[other] Primești un răspuns înainte de { $until }.
    }{ $numbers ->
        [none] {""}
       *[other] {" "}Dacă nu poate aștepta, ajutorul e la { $numbers }.
    }
promise-missed = Ți-am promis un răspuns înainte de { $before } și nimeni nu ți-a putut răspunde. Ne pare rău. { $until ->
        [none] Primești un răspuns cât de repede putem.
       *[other] Primești un răspuns înainte de { $until }.
    }{ $numbers ->
        [none] {""}
       *[other] {" "}Dacă nu poate aștepta, ajutorul e la { $numbers }.
    }
promise-over = Ți-am promis un răspuns înainte de { $before } și nu reușim să-ți răspundem. Ne pare rău. Cererea ta rămâne deschisă.{ $phone ->
        [none] {""}
       *[other] {" "}Cel mai sigur: sună la mission locale, { $phone }.
    }{ $numbers ->
        [none] {""}
       *[other] {" "}Dacă nu poate aștepta, ajutorul e la { $numbers }.
    }
