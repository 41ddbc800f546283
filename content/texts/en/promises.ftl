### What is said when an answer that was promised is late.

promise-moved = We said before { $before }. We will not make it, sorry. { $until ->
        [none] You will get an answer as soon as possible.
       *[other] You will get an answer before { $until }.
    }{ $numbers ->
        [none] {""}
       *[other] {" "}If it cannot wait, it is { $numbers }.
    }
promise-missed = We said before { $before }, and nobody could answer you. Sorry. { $until ->
        [none] You will get an answer as soon as possible.
       *[other] You will get an answer before { $until }.
    }{ $numbers ->
        [none] {""}
       *[other] {" "}If it cannot wait, it is { $numbers }.
    }
promise-over = We said before { $before }, and we cannot manage to answer you. Sorry. Your request stays open.{ $phone ->
        [none] {""}
       *[other] {" "}The surest way: call the mission locale at { $phone }.
    }{ $numbers ->
        [none] {""}
       *[other] {" "}If it cannot wait, it is { $numbers }.
    }
