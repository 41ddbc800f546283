### A história principal: da primeira palavra à marcação.

hello =
    Olá! Aqui é a Passerelle. Ajudo-te a marcar um atendimento perto de ti. É grátis e paras quando quiseres.
    O Telegram não é lugar para o teu dossier: não escrevas aqui nada médico nem documentos. Os teus direitos: /vieprivee
    .go = Vamos lá
    .english = English
    .french = Français
bracket = Que idade tens?
    .under_16 = Menos de 16 anos
    .from_16 = 16 ou 17 anos
    .from_18 = 18 a 25 anos
    .from_26 = 26 anos ou mais
forgotten-booked = Tens uma marcação prevista, por isso não apago nada. Se tens menos de 16 anos: /vieprivee diz-te como apagar tudo.
minors =
    Obrigado por escreveres. Tens menos de 16 anos, por isso não guardo nada do que me disseste.
    Para falar: Fil Santé Jeunes, { LINE("fil_sante_jeunes") }, ou o { LINE("119") } se alguém te faz mal. Para a escola: o CIO, um centro de orientação gratuito. E um adulto em quem confias.
elders =
    A partir dos 26 anos, quem te pode ajudar é a France Travail e o teu Département.
    Com uma deficiência reconhecida, a mission locale às vezes é possível até aos 29 anos. Uma pessoa pode responder-te: “Falar com alguém”.
    .younger = Tenho menos de 26 anos
commune = Onde moras? Escreve o nome da tua localidade ou o código postal, ou envia a tua localização.
place-unknown = Não encontrei essa localidade. Tenta com o código postal, ou só com o nome.
place-abroad = Essa localização não é em França. Escreve o nome da tua localidade ou o código postal.
place-divided = Nesta cidade, a mission locale depende do bairro (arrondissement). Escreve o teu (“Paris 11”) ou o código postal.
other-commune = Outra localidade
which = Há várias. Qual é?
which-one = { $name } ({ $departement })
served = { $commune }: a tua mission locale é a { $name }.
probably_served = { $others ->
        [none] { $commune }: a tua mission locale é provavelmente a { $name } ({ $example ->
            [yes] dado de exemplo
           *[no] a confirmar
        }).
       *[other] { $commune }: há várias missions locales na tua localidade: { $name }, e também: { $others } (a confirmar). Começamos pela primeira.
    }
elsewhere = { $certain ->
        [yes] { $commune }: a tua mission locale é: { $name }.{ $address ->
            [none] {""}
           *[other] {" "}{ $address }.
        } Ainda não posso fazer marcações lá por ti. Contacta-a diretamente.
       *[no] { $name ->
            [none] { $commune }: não conheço a tua mission locale. A lista mostra-a num instante. Para falar já com alguém, grátis (em francês): Fil Santé Jeunes, { LINE("fil_sante_jeunes") }.
           *[other] { $lines ->
                [none] { $commune }: a tua mission locale é provavelmente a { $name } (a confirmar). Ainda não posso fazer marcações lá. A lista confirma-te qual é.
               *[other] { $commune }: { $shared ->
                    [yes] há várias missions locales na tua localidade
                   *[no] a tua mission locale é provavelmente uma destas
                } (a confirmar).
                    { $lines }
                    Ainda não posso fazer marcações lá. A lista confirma-te qual é.
            }
        }
    }

## Necessidades

needs = De que precisas? Podes escolher várias coisas, ou escrever por palavras tuas.
    .emploi = Trabalho
    .formation = Formação
    .logement = Casa
    .sante = Saúde
    .mobilite = Transportes
    .argent = Dinheiro, ajudas
    .orientation = O meu caminho
    .droits = Papéis, direitos
    .famille = Família
    .numerique = Internet
    .loisirs = Desporto, lazer
    .decrochage = Escola
    .more = Outra coisa
    .less = As primeiras
    .done = É tudo
urgent_school = Com 16 ou 17 anos, alguém pode responder-te com prioridade. Tu decides: “Falar com alguém”.
tips = { $tips }

## Propostas

# A distância, e daqui a quantos dias.
offer-far =
    { $km ->
        [0] na tua localidade
       *[other] a { $km } km em linha reta
    }
offer-days =
    { $days ->
        [0] hoje
        [1] amanhã
        [2] depois de amanhã
       *[other] daqui a { $days } dias
    }
# O que se diz de cada lugar proposto.
offer-facts =
    Aberto: { $hours }{ $example ->
        [yes] {" "}(dado de exemplo).
       *[no] .{ $checked ->
            [none] {""}
           *[other] {" "}Verificado a { $checked }.
        }
    }
    Primeira vaga: { $starts_at }.
offer_near =
    O mais perto de ti: { offer-far }.
    { $place }
    { offer-facts }
offer_soon =
    O mais cedo: { offer-days }{ $km ->
        [none] {""}
       *[other] {" "}({ offer-far })
    }.
    { $place }
    { offer-facts }
offer_both =
    O mais perto e o mais cedo: { offer-far }, { offer-days }.
    { $place }
    { offer-facts }
offer_remote = Sem sair de casa: { $mode } com { $advisor }, { $starts_at }.
offer_visit =
    Ou muito perto, na tua localidade: { $place }
    { offer-facts }
walk_in =
    { $why ->
        [visit] Na tua localidade
       *[near] Ainda mais perto
    }, sem marcação: { $place } ({ offer-far }).
    Aberto: { $hours }{ $example ->
        [yes] {" "}(dado de exemplo)
       *[no] {""}
    }.
proposal = Qual é melhor para ti?
    .offer_near = Mais perto: { $short }
    .offer_soon = Mais cedo: { $short }
    .offer_both = { $short }
    .remote = Não posso ir
    .in_person = Posso ir
    .offer_remote = { $short }
    .offer_visit = Na tua localidade: { $short }
    .other = Outras horas
no_slot =
    Não encontrei nenhuma vaga. { $site }: { $hours }{ $walk_in ->
        [yes] , sem marcação
       *[no] {""}
    }{ $example ->
        [yes] {" "}(dado de exemplo)
       *[no] {""}
    }.{ $phone ->
        [none] {""}
       *[other] {" "}Telefone: { $phone }.
    }
    Uma pessoa pode procurar por ti: “Falar com alguém”.
    .wait = Avisar quando houver vaga
call_me_on = Para que número te ligamos? Só a tua mission locale o vai ver.
call_me_on-unclear = Este número não parece completo. Escreve os dez dígitos, ou + e o código do país.
on_list_noted = Está anotado, escrevo-te quando houver vaga. Também avisei a tua mission locale. Uma pessoa já pode ajudar-te.

# Um conselheiro ou uma conselheira em particular.
advisor-mine = Já tenho conselheiro
advisor-other = Outra pessoa
advisor-word = Deixar recado a { $name }
advisor-first = Está bem, procuramos com a pessoa que te acompanha.
which_advisor = Quem te acompanha?
    .unknown = Já não sei
one-advisor = { $name }
with_advisor = Aqui estão as vagas com { $name }.
none_with = { $name } não tem vagas. Podes deixar um recado, ou falar com outra pessoa.
word-left = Escreve aqui o teu recado para { $name }: a equipa entrega.
other_site = Em que lugar?
one-site = { $site }{ $km ->
        [none] {""}
        [0] {" "}(a tua localidade)
       *[other] {" "}({ $km } km)
    }
day = Que dia?
one-day = { $day }
hour = A que horas?
one-hour = { $hour }
slots-full = Já não há nada livre aqui. Isto é o que resta.
hold-taken = Alguém acabou de ficar com esta marcação. Aqui tens outras.
phone = Para que número te ligamos? Só a tua mission locale o vai ver.
phone-unclear = Este número não parece completo. Escreve os dez dígitos, ou + e o código do país.
first_name = Que nome anoto? Pode ser um nome inventado.
confirm =
    Vamos rever? { $first_name }, { $bracket }, { $commune }.
    Para: { $needs }.
    Marcação: { $starts_at }, { $mode }{ $phone ->
        [none] {""}
       *[other] {" "}para o { $phone }
    }, com { $advisor } ({ $minutes ->
        [one] { $minutes } minuto
       *[other] { $minutes } minutos
    }).{ $place ->
        [none] {""}
       *[other] {" "}{ place-said }.
    }
    Guardo-te esta marcação durante 10 minutos.
    .ok = Confirmar
    .correct = Corrigir
correct = O que corrigimos?
    .bracket = A minha idade
    .commune = Onde moro
    .needs = Do que preciso
    .proposal = A marcação
    .first_name = O meu nome
    .phone = O meu número
booking-taken = Alguém acabou de ficar com esta marcação. Aqui tens outras.
booked =
    Confirmado: { $starts_at }, { $mode }, com { $advisor }.{ $place ->
        [none] {""}
       *[other] {" "}{ place-said }.
    }
    { $bring ->
        [none] {""}
       *[other] Leva contigo: { $bring }{" "}
    }Para mudar ou cancelar: /rdv
booked_place = { $site }
booked_file = Para o teu calendário.

mode-place = presencialmente
mode-phone = por telefone
mode-visio = por vídeo
mode-home = em tua casa

# Um lugar, e se é inventado.
place-said = { $place }{ $example ->
        [yes] {" "}(dado de exemplo)
       *[no] {""}
    }
