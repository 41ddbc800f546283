### Depois da marcação: se ajudou, como vão as coisas, e outro momento para quem não pôde vir.

helped =
    { $discreet ->
        [yes] Isto ajudou-te?
       *[no] A tua marcação com { $advisor }: ajudou-te?
    }{ $bring_after ->
        [none] {""}
       *[other] {" "}Para o que vem a seguir: { $bring_after }
    }
    .yes = Sim
    .some = Um pouco
    .no = Não
helped_yes = Que bom! Obrigado por me dizeres.
helped_some = Obrigado por me dizeres. Se falta alguma coisa, uma pessoa pode ajudar-te.
helped_no = Obrigado por me dizeres. Podemos procurar outra coisa contigo.
missed =
    Não conseguimos ver-te { $days ->
        [0] hoje
        [-1] ontem
       *[other] { $day }
    }. Acontece. Procuramos outro momento?
    .take = Procurar outro momento
how_now = Passaram alguns dias. Como vão as coisas?
    .take = Fazer outra marcação
    .fine = Está tudo bem
all_well = Ainda bem! Se precisares de mim, escreve-me aqui.
before-gone = Já não encontro esta marcação. Para fazer uma: /start
