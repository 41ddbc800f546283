### Les questions propres à chaque besoin, et ce qui pourrait aider.

## Travail

emploi_but = Pour le travail, qu'est-ce qui t'aiderait le plus ?
    .offre = Trouver une offre
    .cv = Faire mon CV
    .entretien = Préparer un entretien
    .alternance = Une alternance
    .idee = Savoir quoi faire
emploi_frein = Qu'est-ce qui te bloque le plus ?
    .rien = Rien de spécial
    .transport = Le transport
    .garde = Garder un enfant
    .experience = Pas d'expérience
    .sante = Ma santé
emploi_venir = Tu peux venir jusqu'à un rendez-vous ?
    .oui = Oui
    .non = Non, c'est compliqué
tip-emploi = Travail : tu pourrais voir les offres près de chez toi avec ton conseiller ou ta conseillère.
tip-cv = CV : tu pourrais le faire en une séance, avec quelqu'un à côté de toi.
tip-entretien = Entretien : tu pourrais t'entraîner pour de vrai, avec quelqu'un.
tip-alternance = Alternance : tu pourrais avoir une liste d'employeurs qui cherchent près d'ici.
tip-projet = Ton idée : tu pourrais essayer des métiers quelques jours avant de choisir.
tip-transport = Transport : une aide existe parfois, ta conseillère ou ton conseiller vérifie.
tip-garde = Enfant : une solution de garde est parfois possible, on regarde avec toi.
tip-immersion = Expérience : tu pourrais faire quelques jours en entreprise pour essayer.

## Logement

logement_ce_soir = Où dors-tu ce soir ?
    .chez_moi = Chez moi
    .parents = Chez ma famille
    .depanne = On me dépanne
    .foyer = En foyer, à l'hôtel
    .dehors = Dehors, dans une voiture
logement_but = Pour le logement, tu cherches quoi ?
    .partir = Un endroit à moi
    .loyer = Payer mon loyer
    .garant = Un garant
    .conflit = Ça se passe mal
logement_depuis = Tu peux rester là combien de temps ?
    .jours = Quelques jours
    .semaines = Quelques semaines
    .sais_pas = Je ne sais pas
tip-logement = Logement : tu pourrais demander un foyer de jeunes ou un logement social, on monte le dossier avec toi.
tip-depanne = Logement : tu pourrais voir quelqu'un vite pour ne pas te retrouver sans rien.
tip-partir = Logement : tu pourrais demander un foyer de jeunes ou un logement social.
tip-loyer = Loyer : une aide existe parfois, ta conseillère ou ton conseiller vérifie.
tip-garant = Garant : une garantie gratuite de l'État existe (Visale). On la demande avec toi.
tip-conflit = À la maison : tu pourrais en parler avec quelqu'un, sans que ça sorte.

## Santé

sante_but = Pour la santé, tu cherches quoi ?
    .carte = Carte Vitale, mutuelle
    .docteur = Voir un docteur
    .moral = Parler, le moral
    .autre = Autre chose
sante_comment = Tu préfères en parler comment ?
    .place = Sur place
    .phone = Par téléphone
tip-sante = Santé : tu pourrais faire le point avec quelqu'un, sans dossier ici.
tip-carte = Santé : tu pourrais avoir une mutuelle gratuite ou peu chère, on vérifie avec toi.
tip-docteur = Santé : on peut t'aider à trouver un docteur qui prend de nouveaux patients.
tip-moral = Le moral : Fil Santé Jeunes écoute gratuitement, { LINE("fil_sante_jeunes") }.

## Se déplacer

mobilite_venir = Comment peux-tu venir à un rendez-vous ?
    .pied = À pied, à vélo
    .bus = En bus, en train
    .emmene = On m'emmène
    .impossible = Je ne peux pas venir
mobilite_but = Pour te déplacer, tu cherches quoi ?
    .permis = Passer le permis
    .trajet = Payer mes trajets
    .vehicule = Un scooter, une voiture
    .sais_pas = Je ne sais pas
tip-mobilite = Transport : une aide existe parfois, ta conseillère ou ton conseiller vérifie.
tip-permis = Permis : une aide existe parfois, ta conseillère ou ton conseiller vérifie.
tip-trajet = Trajets : tu pourrais avoir un tarif réduit ou un coup de pouce, on vérifie avec toi.
tip-vehicule = Véhicule : tu pourrais en louer un à petit prix pour un travail ou une formation.

## Formation

formation_but = Pour la formation, tu cherches quoi ?
    .metier = Apprendre un métier
    .alternance = Une alternance
    .reprendre = Reprendre mes études
    .francais = Apprendre le français
tip-formation = Formation : tu pourrais trouver une formation gratuite près d'ici.
tip-reprendre = Études : tu pourrais reprendre là où tu en étais, à ton rythme.
tip-francais = Français : tu pourrais suivre des cours, souvent gratuits.

## Trouver sa voie

orientation_ou = Où en es-tu ?
    .aucune = Aucune idée
    .hesite = J'hésite
    .essayer = Je voudrais essayer
tip-orientation = Ta voie : tu pourrais essayer des métiers quelques jours avant de choisir.

## Argent

argent_but = Pour l'argent, qu'est-ce qui presse ?
    .manger = Manger
    .revenu = Avoir un revenu
    .dette = Une dette
    .droits = Connaître mes aides
tip-argent = Argent : tu pourrais avoir droit à une aide, ta conseillère ou ton conseiller vérifie.
tip-manger = Manger : on peut te dire où avoir un repas ou un colis cette semaine.
tip-revenu = Revenu : tu pourrais entrer dans un parcours avec une allocation, on vérifie avec toi.
tip-dette = Dette : tu pourrais demander un délai, on t'aide à écrire.
tip-droits-aides = Aides : on fait la liste avec toi de ce que tu pourrais demander.

## Papiers et droits

droits_but = Pour les papiers, tu cherches quoi ?
    .identite = Carte d'identité
    .sejour = Titre de séjour
    .adresse = Une adresse
    .discrimination = On m'a refusé à tort
tip-droits = Papiers : tu peux venir avec ce que tu as, même si rien n'est en règle.
tip-identite = Carte d'identité : on t'aide à prendre le rendez-vous en mairie.
tip-sejour = Séjour : tu peux venir avec ce que tu as, même si rien n'est en règle.
tip-adresse = Adresse : tu pourrais recevoir ton courrier à la mairie ou dans une association.
tip-discrimination = Refus injuste : le { LINE("antidiscriminations") } écoute et conseille.

## Famille

famille_but = Pour la famille, tu cherches quoi ?
    .enfant = Garder mon enfant
    .enceinte = Une grossesse
    .conflit = Ça se passe mal
    .aidant = J'aide un proche
tip-famille = Famille : tu pourrais en parler avec quelqu'un qui connaît les bonnes portes.
tip-enceinte = Grossesse : la PMI reçoit gratuitement, on te donne la plus proche.

## Numérique

numerique_but = Pour le numérique, tu cherches quoi ?
    .materiel = Un téléphone, un PC
    .demarche = Faire une démarche
    .apprendre = Apprendre
tip-numerique = Numérique : tu pourrais te faire aider sur place, sans jugement.
tip-materiel = Matériel : tu pourrais en avoir un d'occasion à petit prix.
tip-demarche = Démarche : France Services t'aide sur place, gratuitement.

## Sport, culture, engagement

loisirs_but = Qu'est-ce qui te tente ?
    .sport = Du sport
    .culture = De la culture
    .civique = Un service civique
    .bafa = Le BAFA
tip-loisirs = Sortir : tu pourrais avoir des réductions pour le sport et la culture.
tip-sport = Sport : tu pourrais avoir une aide pour la licence, on vérifie avec toi.
tip-culture = Culture : le pass Culture ou la région aident parfois.
tip-civique = Service civique : tu pourrais faire une mission indemnisée de quelques mois.
tip-bafa = BAFA : une aide existe souvent, on vérifie avec toi.

## École

decrochage_ou = Tu en es où avec l'école ?
    .inscrit = J'y vais encore un peu
    .arrete = J'ai arrêté
    .retour = Je veux y retourner
tip-decrochage = École : il y a plusieurs façons de continuer, on cherche la tienne.
tip-inscrit = École : tu pourrais changer de voie sans tout arrêter.
tip-arrete = École : tu pourrais essayer autre chose, à ton rythme.
tip-retour = École : tu pourrais reprendre, même en cours d'année.
