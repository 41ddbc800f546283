### Words at any question, and what follows danger.

off-topic = Isso não sei fazer. Posso ajudar-te com uma marcação, um endereço, ou a encontrar uma pessoa.
hello-again = Olá! Estamos aqui:
thanks = De nada. Se precisares, escreve-me aqui.
thanks-and-on = De nada. A minha pergunta acima espera por ti, quando quiseres.
calm = Entendo que isto irrite, e faço o melhor que posso. Uma pessoa pode responder-te: “Falar com alguém”.
guessed = É sobre o quê?
    .other = Outra coisa
guess-again = Está bem. Diz com outras palavras, ou escolhe aqui:
needs-noted = Anotado: { $needs }.
also =
    .undo = Tirar: { $need }
none_within = Ainda não tens marcação. Vamos procurar uma contigo, aqui:
none_alone = Ainda não tens marcação. Procuramos uma?
no_place_yet = Ainda não tens marcação. Dou-te o endereço logo que haja uma.

call-me = Prefiro que me liguem
call-noted = Anotado: a equipa pode ligar-te para o { $phone }.
no_call = Não posso guardar o teu número. Uma pessoa pode responder-te aqui.

danger =
    .fine = Estou bem, vamos continuar
    .erase = Apagar estas mensagens
danger-seen = A pessoa que te responde aqui vê a tua mensagem.
danger-erase-how = Mantém o dedo numa mensagem, depois toca em “Apagar”. Para toda a conversa: mantém o dedo nela na tua lista, depois “Apagar”. Pensa também na lista de chamadas.{ $bill ->
        [yes] {" "}O { LINE("3919") } não aparece na fatura.
       *[no] {""}
    }
danger-fine = Está bem. A equipa sabe que estás bem. Se isso mudar, escreve-me ou escreve /humain.
danger-fine-waiting = Está bem, anotado. Uma pessoa vai responder-te aqui, como previsto.
human-sees = A pessoa que te responde está a ver.
