### O que uma pessoa da equipa propõe na conversa: um lugar, uma marcação, uma oficina.

proposal-place =
    { $who } propõe-te este lugar{ $km ->
        [none] {""}
       *[other] {" "}({ offer-far })
    }: { place-said }.
    { $hours ->
        [none] {""}
       *[other] Aberto: { $hours }.{" "}
    }{ $walk_in ->
        [yes] Podes ir sem marcação.
       *[no] É preciso marcação.
    }{ $access ->
        [none] {""}
       *[other] {" "}Como chegar: { $access }.
    }
proposal-slot =
    { $who } propõe-te uma marcação: { $starts_at }, { $mode }, com { $advisor }.{ $place ->
        [none] {""}
       *[other] {" "}{ place-said }.
    } Está bem para ti?
proposal-workshop =
    { $who } propõe-te a oficina “{ $title }”: { $starts_at }. { place-said }. Queres vir?
proposed =
    .take-place = Está bem, eu vou
    .take-slot = Sim, quero
    .take-workshop = Sim, eu vou
    .pass = Não, outra coisa
    .other-slot = { $short }, { $advisor }
    .other-workshop = { $short }, { $title }
place_noted = Está anotado. Bom caminho!
seat_noted = O teu lugar está guardado: “{ $title }”, { $starts_at }. { place-said }. Se já não puderes vir, diz aqui.
pass_noted = Está bem. Escreve aqui o que te convém mais.
pass_noted_alone = Está bem, fica anotado. Se quiseres outra coisa, uma pessoa pode ajudar-te.
others_free = Alguém acabou de ficar com esta vaga. Aqui tens outras:
no_other = Alguém acabou de ficar com esta vaga, e não vejo outra. Escreve aqui, procuramos contigo.
no_other_alone = Alguém acabou de ficar com esta vaga, e não vejo outra. Uma pessoa pode procurar contigo.
booking-gone = Esta proposta já não existe. As tuas marcações: /rdv. Falar com alguém: /humain
booking-done = Já está anotado. As tuas marcações: /rdv
booking-minor = Antes dos 16 anos, não marco nada. A pessoa que te responde aqui pode dizer-te quem ajuda: /humain
passed-gone = Esta proposta já não existe. Nada mudou.
passed-done = Já está anotado para ti. Para mudar ou cancelar uma marcação: /rdv
