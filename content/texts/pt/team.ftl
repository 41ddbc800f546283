### O que a equipa lê no Telegram. Nunca uma palavra da pessoa jovem, nem a idade, nem o número.

team-opened = Alguém pede para falar com uma pessoa.
team-urgent = Urgente: alguém precisa de uma pessoa agora.
team-handed-on = Foi-lhe passada uma conversa.
team-taken-over = Outra pessoa da equipa ficou com uma das suas conversas: já não precisa de responder.
team-resumed = Alguém voltou e gostaria de continuar consigo.
team-taken-back = A pessoa diz que está bem. O pedido continua aberto: cabe-vos decidir.
team-promise-near = A hora prometida aproxima-se: espera-se uma resposta.
team-promise-missed = A hora prometida passou, sem resposta.
team-nobody-on-duty = Alguém está à espera, e não há ninguém de serviço.
team-nobody-urgent = Urgente: alguém está à espera, e não há ninguém de serviço.

team-who = Quem: { $name }
team-where = Onde: { $where }
team-what = Para: { $needs }
team-since = À espera desde { $since }.

team-take = Ficar com ela
team-open = Abrir a conversa
team-console = Abrir a Passerelle
team-unlink = Não me avisar mais aqui

team-yours = É sua. A resposta escreve-se na Passerelle.
team-taken = { $name } está a tratar disto.
team-over = Terminou, não há mais nada a fazer.
team-settled = A resposta já foi enviada, ou já não é esperada.
team-erased = Este pedido já não existe.

team-toast-yours = É sua.
team-toast-taken = { $name } já está a tratar disto.
team-toast-gone = Já não está disponível.
team-toast-silent = Não se lhe pode dizer nada: a pessoa parou a conversa.
team-toast-outside = Outra equipa está a tratar disto.

team-linked = Conta ligada, { $name }. Os pedidos da sua equipa vão chegar aqui, com um botão para ficar com eles. Aqui, ninguém lê o que escreve.
team-linked-instead = Esta conta Telegram avisava { $former }. Agora avisa { $name }.
team-words = Aqui, só os botões contam: ninguém lê o que escreve. As respostas escrevem-se na Passerelle.
team-unlinked = Conta desligada: os pedidos já não chegam aqui, mas por e-mail. Para ligar de novo: página “Mon compte” da Passerelle.
team-link-gone = Este link já não serve: vale 30 minutos e uma só vez. Crie outro na página “Mon compte” da Passerelle.
team-link-youth = Esta conta Telegram já fala com a Passerelle como jovem: ligá-la misturaria as duas coisas. Use outra conta. Ou apague essa conversa com /supprimer e abra o link de novo.
