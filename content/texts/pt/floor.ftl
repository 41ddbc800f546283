### Quando outra pessoa fala, e quando há perigo.

human-called = Feito, alguém da equipa vai responder-te aqui{ $until ->
        [none] {""}
       *[other] {" "}até { $until }
    }. Já podes escrever o que se passa.
human-called-later = Feito. Ninguém vai ler até { $reads_at }.{ $until ->
        [none] {""}
       *[other] {" "}Terás resposta até { $until }.
    } Já podes escrever, a tua mensagem vai ser lida.
human-already-called = Já avisámos alguém, que vai responder-te aqui{ $until ->
        [none] {""}
       *[other] {" "}até { $until }
    }. Podes escrever.
human-already-here = Uma pessoa já está a responder-te aqui. Podes escrever-lhe.
human-has-floor = Uma pessoa está a responder-te. As perguntas podem esperar.
still-stopped = Já não te escrevo, como pediste. Para voltar: /start
start-human = Nada se perdeu. Uma pessoa está a responder-te aqui, ou vai responder{ $until ->
        [none] {""}
       *[other] {" "}até { $until }
    }. A tua marcação: /rdv
human-here = Agora é { $name } que te responde aqui.
human-gave-back = { $name } devolve-me a palavra. Continuamos.
human-closed = { $name } terminou. Se precisares de alguém, escreve /humain. Agora continuo eu.
human-hands-to = { $name } passa a conversa a { $to }, que vai responder-te aqui.{ $until ->
        [none] {""}
       *[other] {" "}Terás resposta até { $until }.
    }
human-hands-to-team = { $name } passa a conversa a outra equipa, { $team }. Vão responder-te aqui.{ $until ->
        [none] {""}
       *[other] {" "}Terás resposta até { $until }.
    }
human-releases = { $name } fica por aqui. Outra pessoa da equipa vai responder-te aqui.{ $until ->
        [none] {""}
       *[other] {" "}Terás resposta até { $until }.
    }
human-takes-over = { $name } continua no lugar de { $former } e responde-te aqui.
human-stops = { $name } termina aqui esta conversa. Continuo aqui para as tuas marcações: /rdv
human-stops-until = { $name } termina aqui. A equipa não vai responder aqui até { $until }. Eu continuo aqui: /rdv. Em perigo, liga para o { LINE("samu") } ou o { LINE("112") }.
human-paused = A equipa não responde aqui até { $until }. Eu continuo aqui: /rdv. Em perigo, liga para o { LINE("samu") } ou o { LINE("112") }.
human-unpaused = A equipa já pode voltar a responder-te aqui. Se quiseres: /humain

resume_with = Queres continuar com { $name }?
    .guide = Continuar aqui
resume-with = Continuar com { $name }

danger-suicide = O que estás a viver importa. Liga agora, é grátis, dia e noite:
danger-violence-conjugale = Não tens de viver isto. Liga agora, é grátis, dia e noite:
danger-violence-familiale = Não tens de viver isto. Liga agora, é grátis, dia e noite:
danger-violence-sexuelle = A culpa não é tua. Liga agora, é grátis, dia e noite:
danger-enfance-danger = Uma criança tem de ser protegida. Liga agora, é grátis, dia e noite:
danger-sans-abri-ce-soir = Não tens de ficar na rua. Liga agora, é grátis, dia e noite:
danger-urgence-medicale = É uma emergência. Liga agora, é grátis, dia e noite:
danger-overdose = É uma emergência. Liga agora, é grátis, dia e noite:
danger-harcelement-cyber = Isto pode parar. Liga, é grátis:
danger-traite-exploitation = Ninguém tem o direito de te obrigar. Liga, é grátis:
danger-numbers = { $intro }
    { $numbers }
danger-number = { $number } – { $name }{ $sms ->
        [yes] {" "}(por SMS)
       *[no] {""}
    }
danger-human = Uma pessoa foi avisada e também vai responder-te aqui{ $until ->
        [none] {""}
       *[other] {" "}até { $until }
    }.
danger-human-later = Ninguém vai ler aqui até { $reads_at }.{ $until ->
        [none] {""}
       *[other] {" "}Terás resposta até { $until }.
    } Agora mesmo, contacta { $numbers }.
danger-the = o { $number }
danger-or = { $some } ou { $last }
