### Words at any question, and what follows danger.

off-topic = Isso não sei fazer. Posso ajudar-te com uma marcação, uma morada, ou a encontrar uma pessoa.
hello-again = Olá! Estamos aqui:
thanks = De nada. Se precisares, escreve-me aqui.
thanks-and-on = De nada. A minha pergunta acima espera por ti, quando quiseres.
calm = Percebo que isto irrite, e faço o melhor que posso. Uma pessoa pode responder-te: «{ control-human }».
guessed = É sobre o quê?
    .other = Outra coisa
guess-again = Está bem. Diz com outras palavras, ou escolhe aqui:
needs-noted = Anotado: { $needs }.
also =
    .undo = Tirar: { $need }
none_within = Ainda não tens marcação. Vamos procurá-la aqui, em conjunto:
none_alone = Ainda não tens marcação. Procuramos uma?
no_place_yet = Ainda não tens marcação. Dou-te a morada logo que haja uma.

call-me = Prefiro que me liguem
call-noted = Anotado: a equipa pode ligar-te para o { $phone }.
no_call = Não posso guardar o teu número. Uma pessoa pode responder-te aqui.

danger =
    .fine = Estou bem, vamos continuar
    .erase = Apagar estas mensagens
danger-seen = A pessoa que te responde aqui vê a tua mensagem.
danger-erase-how = Carrega sem soltar numa mensagem, depois «Apagar». Para toda a conversa: carrega sem soltar nela na tua lista, depois «Apagar». Pensa também no registo de chamadas.{ $bill ->
        [yes] {" "}O { LINE("3919") } não aparece na fatura.
       *[no] {""}
    }
danger-fine = Está bem. A equipa sabe que estás bem. Se isso mudar, escreve-me ou escreve /humain.
danger-fine-waiting = Está bem, anotado. Uma pessoa vai responder-te aqui, como previsto.
human-sees = A pessoa que te responde está a ver.
