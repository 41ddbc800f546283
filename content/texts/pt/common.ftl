### O que qualquer pessoa pode ler a qualquer momento.

language-name = Português

## As palavras das datas (modelos Babel)

# «às 14:00»: o «às» está no modelo da hora, e as frases contam com ele («até às 14:00», «hoje às 14:00»).
pattern-day = EEEE, d 'de' MMMM
pattern-first-day = EEEE, d 'de' MMMM
pattern-hour = 'às' H:mm
pattern-hour-minutes = 'às' H:mm
pattern-dated = d 'de' MMMM 'de' y
pattern-month = LLLL 'de' y
pattern-short-day = EEE d MMM
date-moment = { $day } { $hour }
pattern-weekday = EEEE
date-weekday = { $day } { $hour }
list-more = { $some }, { $next }
list-and = { $some } e { $last }
ticked = ✓ { $label }

## Os botões que nunca mudam de lugar

control-back = Voltar
control-human = Falar com alguém
page-earlier = ← Mais cedo
page-later = Mais tarde →
control-skip = Prefiro não responder
control-position = 📍 Enviar localização
link-call = Ligar: { $name }
link-write = Enviar SMS: { $name }
link-map = Ver no mapa
link-directory = Ver o site
link-national = Lista das missions locales

## Quando não nos entendemos

please-choose = Não entendi. Podes tocar num botão ou escrever o número dele (1, 2, 3…).
please-write = Não recebi nada escrito. Podes tentar outra vez?
too-long =
    É um pouco longo para mim. Responde em poucas palavras ({ $limit ->
        [one] { $limit } letra
       *[other] { $limit } letras
    } no máximo).
no-position-now = Obrigado pela localização. Aqui, preciso de outra resposta.
human-can-help = Não consigo. Uma pessoa pode ajudar-te: toca em “Falar com alguém”. Ou escolhe uma resposta aqui.
too-late = Este botão é de uma pergunta anterior. Nada mudou. Estamos aqui:
button-gone = Este botão já não serve, e nada mudou. A tua marcação: /rdv. Outro pedido: /start
already-noted = Já está anotado.
nothing-before = Este é o início, não há nada antes.
cannot-read-file = Recebi o que enviaste, mas não sei ler isso. Uma pessoa sabe: “Falar com alguém”.
cannot-read-voice = Recebi a tua mensagem de voz. Guardo-a para uma pessoa, que a poderá ouvir. Eu não posso.
cannot-read-sticker = Boa! Para continuar, preciso de palavras ou de um botão.
edit-seen = Vi que mudaste uma mensagem. Para mudar uma resposta, toca em “Voltar”.
unknown-command = Não conheço esse comando. /aide mostra o que sei fazer.
group-only-private = Só falo em privado. Escreve-me diretamente, até breve.
apology = A tua mensagem chegou, mas não consegui tratar dela. Escreve /humain para falar com alguém.
not-so-fast = Vais muito depressa! Guardei tudo, mas não respondo durante um minuto. Depois, diz-me outra vez o essencial. Urgente: /humain

## Os comandos

aide =
    Ajudo-te a encontrar a porta certa perto de ti, e uma marcação.
    /start começar ou continuar
    /rdv ver, mudar, cancelar
    /humain falar com alguém
    /langue mudar de língua
    /discret lembretes discretos
    /vieprivee os teus dados, apagar tudo
    /stop não receber mais mensagens
vieprivee = A tua mission locale responde pelas tuas informações: é a sua missão de interesse público. Guardo as tuas respostas, mensagens e marcações, no máximo { $contact } dias depois do último contacto. A equipa que te ajuda lê-as. Receber tudo: /mesdonnees. Apagar tudo, agora mesmo: /supprimer
erased = Feito: está tudo apagado, as tuas marcações também. Ficam números sem nome e, { $audit } dias, o que a equipa fez, sem o teu nome. Lembra-te de apagar também esta conversa no Telegram. Se um dia voltares, escreve /start.

command-start = Começar ou continuar
command-rdv = A minha marcação
command-humain = Falar com alguém
command-aide = O que sei fazer
command-langue = Mudar de língua
command-stop = Não receber mais mensagens
bot-description = Passerelle ajuda-te a marcar um atendimento na mission locale, perto de ti. É grátis, sem conta e sem formulários.
bot-short-description = Marca um atendimento na mission locale, perto de ti. Grátis.
