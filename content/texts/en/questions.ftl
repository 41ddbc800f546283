### The questions of each need, and what could help.

## Work

emploi_but = For work, what would help you most?
    .offre = Finding a job offer
    .cv = Making my CV
    .entretien = Preparing an interview
    .alternance = An apprenticeship
    .idee = Knowing what to do
emploi_frein = What holds you back most?
    .rien = Nothing special
    .transport = Transport
    .garde = Looking after a child
    .experience = No experience
    .sante = My health
emploi_venir = Can you come to an appointment?
    .oui = Yes
    .non = No, it is difficult
tip-emploi = Work: you could look at offers near you with your adviser.
tip-cv = CV: you could make it in one session, with someone beside you.
tip-entretien = Interview: you could practise for real, with someone.
tip-alternance = Apprenticeship: you could get a list of employers looking near here.
tip-projet = Your idea: you could try jobs for a few days before choosing.
tip-transport = Transport: there is sometimes help, your adviser checks.
tip-garde = Child: childcare is sometimes possible, we look with you.
tip-immersion = Experience: you could spend a few days in a company to try.

## Housing

logement_ce_soir = Where do you sleep tonight?
    .chez_moi = At my place
    .parents = With my family
    .depanne = At a friend’s
    .foyer = Hostel or hotel
    .dehors = Outside, in a car
logement_but = For housing, what are you looking for?
    .partir = A place of my own
    .loyer = Paying my rent
    .garant = A guarantor
    .conflit = Things go badly
logement_depuis = How long can you stay there?
    .jours = A few days
    .semaines = A few weeks
    .sais_pas = I do not know
tip-logement = Housing: you could ask for a youth residence or social housing, we fill in the forms with you.
tip-depanne = Housing: you could see someone quickly so as not to end up with nothing.
tip-partir = Housing: you could ask for a youth residence or social housing.
tip-loyer = Rent: there is sometimes help, your adviser checks.
tip-garant = Guarantor: Visale can stand as guarantor, it is free. We ask for it with you.
tip-conflit = At home: you could talk about it with someone, and it stays between you.

## Health

sante_but = For health, what are you looking for?
    .carte = Health insurance
    .docteur = Seeing a doctor
    .moral = Talking, low spirits
    .autre = Something else
sante_comment = How would you rather talk about it?
    .place = On site
    .phone = By phone
tip-sante = Health: you could talk it over with someone, with no file here.
tip-carte = Health: you could have free or cheap cover, we check with you.
tip-docteur = Health: we can help you find a doctor who takes new patients.
tip-moral = Low spirits: Fil Santé Jeunes listens for free, { LINE("fil_sante_jeunes") }.

## Getting around

mobilite_venir = How can you come to an appointment?
    .pied = On foot, by bike
    .bus = By bus, by train
    .emmene = Someone drives me
    .impossible = I cannot come
mobilite_but = To get around, what are you looking for?
    .permis = A driving licence
    .trajet = Paying for my trips
    .vehicule = A scooter, a car
    .sais_pas = I do not know
tip-mobilite = Transport: there is sometimes help, your adviser checks.
tip-permis = Driving licence: there is sometimes help, your adviser checks.
tip-trajet = Trips: you could get a lower fare or some help, we check with you.
tip-vehicule = Vehicle: you could rent one cheaply for a job or a course.

## Training

formation_but = For training, what are you looking for?
    .metier = Learning a trade
    .alternance = An apprenticeship
    .reprendre = Studying again
    .francais = Learning French
tip-formation = Training: you could find a free course near here.
tip-reprendre = Studies: you could go on from where you were, at your own pace.
tip-francais = French: you could take lessons, often free.

## Finding one's way

orientation_ou = Where are you now?
    .aucune = No idea
    .hesite = I hesitate
    .essayer = I would like to try
tip-orientation = Your way: you could try jobs for a few days before choosing.

## Money

argent_but = For money, what is urgent?
    .manger = Eating
    .revenu = Having an income
    .dette = A debt
    .droits = Knowing my benefits
tip-argent = Money: you could be entitled to help, your adviser checks.
tip-manger = Food: we can tell you where to get a meal or a parcel this week.
tip-revenu = Income: you could join a programme with an allowance, we check with you.
tip-dette = Debt: you could ask for more time, we help you write.
tip-droits-aides = Benefits: we list with you what you could ask for.

## Papers and rights

droits_but = For papers, what are you looking for?
    .identite = Identity card
    .sejour = Residence permit
    .adresse = An address
    .discrimination = I was refused unfairly
tip-droits = Papers: you can come with what you have, even if nothing is in order.
tip-identite = Identity card: we help you book at the town hall.
tip-sejour = Residence: you can come with what you have, even if nothing is in order.
tip-adresse = Address: you could receive your mail at the town hall or with a charity.
tip-discrimination = Unfair refusal: { LINE("antidiscriminations") } listens and advises.

## Family

famille_but = For family, it is rather about?
    .enfant = Childcare
    .enceinte = A pregnancy
    .conflit = Things go badly
    .aidant = I care for someone
tip-famille = Family: you could talk with someone who knows the right doors.
tip-enceinte = Pregnancy: the PMI, a free public clinic, can see you. We tell you the nearest.

## Digital

numerique_but = For digital things, what are you looking for?
    .materiel = A phone, a PC
    .demarche = An online form
    .apprendre = Learning
tip-numerique = Digital: you could get help on site, nobody judges.
tip-materiel = Equipment: you could get a second-hand one cheaply.
tip-demarche = Online forms: France Services helps you on site, for free.

## Sport, culture, civic service

loisirs_but = What tempts you?
    .sport = Sport
    .culture = Culture
    .civique = A civic service
    .bafa = The BAFA
tip-loisirs = Going out: you could get lower prices for sport and culture.
tip-sport = Sport: you could get help for the membership, we check with you.
tip-culture = Culture: the pass Culture or the region sometimes help.
tip-civique = Civic service: you could do a paid mission of a few months.
tip-bafa = BAFA (youth leader certificate): there is often help, we check with you.

## School

decrochage_ou = Where are you with school?
    .inscrit = I still go a little
    .arrete = I have stopped
    .retour = I want to go back
tip-decrochage = School: there are several ways to go on, we look for yours.
tip-inscrit = School: you could change course without stopping everything.
tip-arrete = School: you could try something else, at your own pace.
tip-retour = School: you could start again, even during the year.
