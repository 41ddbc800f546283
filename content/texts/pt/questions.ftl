### As perguntas de cada necessidade, e o que poderia ajudar.

## Trabalho

emploi_but = Para o trabalho, o que te ajudaria mais?
    .offre = Encontrar emprego
    .cv = Fazer o meu CV
    .entretien = Preparar a entrevista
    .alternance = Trabalhar e estudar
    .idee = Saber o que fazer
emploi_frein = O que te dificulta mais?
    .rien = Nada de especial
    .transport = O transporte
    .garde = Cuidar de filhos
    .experience = Sem experiência
    .sante = A minha saúde
emploi_venir = Podes vir a um atendimento?
    .oui = Sim
    .non = Não, é difícil
tip-emploi = Trabalho: poderias ver ofertas perto de ti com o teu conselheiro ou conselheira.
tip-cv = CV: poderias fazê-lo numa sessão, com alguém ao teu lado.
tip-entretien = Entrevista: poderias treinar a sério, com alguém.
tip-alternance = Trabalhar e estudar (alternance): poderias ter uma lista de empresas que procuram gente por aqui.
tip-projet = A tua ideia: poderias experimentar profissões uns dias antes de escolher.
tip-transport = Transporte: às vezes há uma ajuda, o teu conselheiro ou conselheira confirma.
tip-garde = Filhos: às vezes há uma solução para quem cuide deles, vemos contigo.
tip-immersion = Experiência: poderias passar uns dias numa empresa para experimentar.

## Casa

logement_ce_soir = Onde dormes esta noite?
    .chez_moi = Em minha casa
    .parents = Com a família
    .depanne = Em casa de alguém
    .foyer = Albergue ou hotel
    .dehors = Na rua, num carro
logement_but = Para a casa, o que procuras?
    .partir = Um lugar só meu
    .loyer = Pagar o aluguer
    .garant = Um fiador
    .conflit = As coisas vão mal
logement_depuis = Quanto tempo podes ficar aí?
    .jours = Alguns dias
    .semaines = Algumas semanas
    .sais_pas = Não sei
tip-logement = Casa: poderias pedir uma residência de jovens ou uma casa social, tratamos dos papéis contigo.
tip-depanne = Casa: poderias ver alguém em breve para não ficares sem nada.
tip-partir = Casa: poderias pedir uma residência de jovens ou uma casa social.
tip-loyer = Aluguer: às vezes há uma ajuda, o teu conselheiro ou conselheira confirma.
tip-garant = Fiador: a Visale pode servir de fiador, é grátis. Pedimos contigo.
tip-conflit = Em casa: poderias falar disso com alguém, e fica entre vocês.

## Saúde

sante_but = Para a saúde, o que procuras?
    .carte = Seguro de saúde
    .docteur = Ir ao médico
    .moral = Falar, desabafar
    .autre = Outra coisa
sante_comment = Como preferes falar disso?
    .place = Pessoalmente
    .phone = Por telefone
tip-sante = Saúde: poderias falar disso com alguém, sem dossier aqui.
tip-carte = Saúde: poderias ter um seguro grátis ou barato, vemos contigo.
tip-docteur = Saúde: podemos ajudar-te a encontrar um médico que aceite novos pacientes.
tip-moral = Desabafar: a Fil Santé Jeunes ouve-te grátis, { LINE("fil_sante_jeunes") }.

## Transportes

mobilite_venir = Como podes vir a um atendimento?
    .pied = A pé, de bicicleta
    .bus = De bus ou comboio
    .emmene = Alguém me leva
    .impossible = Não posso ir
mobilite_but = Para te deslocares, o que procuras?
    .permis = Tirar a carta
    .trajet = Pagar as viagens
    .vehicule = Uma moto, um carro
    .sais_pas = Não sei
tip-mobilite = Transporte: às vezes há uma ajuda, o teu conselheiro ou conselheira confirma.
tip-permis = Carta de condução: às vezes há uma ajuda, o teu conselheiro ou conselheira confirma.
tip-trajet = Viagens: poderias ter um preço mais baixo ou uma ajuda, vemos contigo.
tip-vehicule = Veículo: poderias alugar um barato para um trabalho ou um curso.

## Formação

formation_but = Para a formação, o que procuras?
    .metier = Aprender um ofício
    .alternance = Trabalhar e estudar
    .reprendre = Voltar a estudar
    .francais = Aprender francês
tip-formation = Formação: poderias encontrar um curso grátis por aqui.
tip-reprendre = Estudos: poderias continuar de onde paraste, ao teu ritmo.
tip-francais = Francês: poderias ter aulas, muitas vezes grátis.

## Encontrar o caminho

orientation_ou = Em que ponto estás?
    .aucune = Não faço ideia
    .hesite = Tenho dúvidas
    .essayer = Queria experimentar
tip-orientation = O teu caminho: poderias experimentar profissões uns dias antes de escolher.

## Dinheiro

argent_but = Com o dinheiro, o que é urgente?
    .manger = Comer
    .revenu = Ter um rendimento
    .dette = Uma dívida
    .droits = Saber que ajudas há
tip-argent = Dinheiro: poderias ter direito a uma ajuda, o teu conselheiro ou conselheira confirma.
tip-manger = Comer: podemos dizer-te onde há uma refeição ou comida grátis esta semana.
tip-revenu = Rendimento: poderias entrar num programa com um apoio em dinheiro, vemos contigo.
tip-dette = Dívida: poderias pedir mais tempo, ajudamos-te a escrever.
tip-droits-aides = Ajudas: fazemos contigo a lista do que poderias pedir.

## Papéis e direitos

droits_but = Para os papéis, o que procuras?
    .identite = Carta de identidade
    .sejour = Título de residência
    .adresse = Um endereço
    .discrimination = Uma recusa injusta
tip-droits = Papéis: podes vir com o que tens, mesmo que nada esteja em ordem.
tip-identite = Carta de identidade: ajudamos-te a marcar na mairie (câmara municipal).
tip-sejour = Residência: podes vir com o que tens, mesmo que nada esteja em ordem.
tip-adresse = Endereço: poderias receber o teu correio na mairie ou numa associação.
tip-discrimination = Recusa injusta: o { LINE("antidiscriminations") } ouve e aconselha.

## Família

famille_but = Para a família, o que procuras?
    .enfant = Cuidar de filhos
    .enceinte = Uma gravidez
    .conflit = As coisas vão mal
    .aidant = Cuido de alguém
tip-famille = Família: poderias falar com alguém que conhece as portas certas.
tip-enceinte = Gravidez: a PMI, um centro público de saúde, atende grátis. Dizemos-te qual é a mais perto.

## Internet

numerique_but = Com a internet e o digital, o que procuras?
    .materiel = Um telefone, um PC
    .demarche = Um pedido online
    .apprendre = Aprender
tip-numerique = Internet: poderias ter ajuda no local, sem ninguém te julgar.
tip-materiel = Equipamento: poderias ter um em segunda mão, barato.
tip-demarche = Pedidos online: a France Services ajuda-te no local, grátis.

## Desporto, cultura, serviço cívico

loisirs_but = O que te interessa?
    .sport = Desporto
    .culture = Cultura
    .civique = Um serviço cívico
    .bafa = O BAFA
tip-loisirs = Sair: poderias ter descontos para desporto e cultura.
tip-sport = Desporto: poderias ter uma ajuda para a inscrição, vemos contigo.
tip-culture = Cultura: o pass Culture ou a região às vezes ajudam.
tip-civique = Serviço cívico: poderias fazer uma missão paga de alguns meses.
tip-bafa = BAFA (diploma de monitor): muitas vezes há uma ajuda, vemos contigo.

## Escola

decrochage_ou = Como estás com a escola?
    .inscrit = Ainda vou um pouco
    .arrete = Deixei de ir
    .retour = Quero voltar
tip-decrochage = Escola: há várias maneiras de continuar, procuramos a tua.
tip-inscrit = Escola: poderias mudar de caminho sem parar tudo.
tip-arrete = Escola: poderias experimentar outra coisa, ao teu ritmo.
tip-retour = Escola: poderias recomeçar, mesmo a meio do ano.
