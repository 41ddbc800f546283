### Depois de uma pessoa: se ajudou, guardar a conversa, e poder receber chamadas.

face = { $rated_name } ajudou-te? A tua resposta ajuda a equipa a fazer melhor. Também podes não responder.
    .good = 🙂 Sim, ajudou
    .fair = 😐 Um pouco
    .bad = 🙁 Não
unrated = Está bem.
rated-gone = Já passou muito tempo, mas obrigado mesmo assim.
word = Está anotado. Queres acrescentar alguma coisa? A equipa vai ler.
worded-gone = Já passou muito tempo, mas obrigado mesmo assim.
rated_thanks = Obrigado por me dizeres. Se precisares de alguém: /humain
rated_sorry = Obrigado por me dizeres. Outra pessoa pode ajudar-te.

keep-talk = Guardar a conversa
kept_talk-gone = Não encontro aqui nenhuma conversa com uma pessoa.
talk_file = Aqui está a vossa conversa. Num telefone partilhado, não te esqueças de a apagar.
transcript-title = A tua conversa na Passerelle
transcript-you = Tu
transcript-guide = Passerelle
transcript-human = Alguém da equipa
transcript-photo = [foto]
transcript-video = [vídeo]
transcript-voice = [mensagem de voz]
transcript-sticker = [sticker]
transcript-contact = [contacto]
transcript-position = [localização]
transcript-edited = [mensagem mudada]
transcript-tap = [botão]
transcript-file = [ficheiro]
transcript-end = Este texto é teu. Para apagar tudo do nosso lado: /supprimer na conversa.

reach = Se te perdermos aqui, podemos ligar-te? Só para retomar o contacto, três chamadas no máximo.
    .yes = Sim, podem ligar-me
    .no = Prefiro que não
reach_yes = Está anotado: se te perdermos aqui, ligamos para o { $phone }. Podes mudar de ideias: /vieprivee
reach_no = Está bem, ninguém te vai ligar. Podes mudar de ideias: /vieprivee
reach-on = Ligar-me se me perderem
reach-off = Não me ligar mais
unreach_noted = Está anotado, ninguém te vai ligar se te perdermos aqui.
