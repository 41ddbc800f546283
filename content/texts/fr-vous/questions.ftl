### Les questions propres à chaque besoin, et ce qui pourrait aider.

## Travail

emploi_but = Pour le travail, qu'est-ce qui vous aiderait le plus ?
emploi_frein = Qu'est-ce qui vous bloque le plus ?
emploi_venir = Vous pouvez venir jusqu'à un rendez-vous ?
tip-emploi = Travail : vous pourriez voir les offres près de chez vous avec votre conseiller ou votre conseillère.
tip-cv = CV : vous pourriez le faire en une séance, avec quelqu'un à côté de vous.
tip-entretien = Entretien : vous pourriez vous entraîner pour de vrai, avec quelqu'un.
tip-alternance = Alternance : vous pourriez avoir une liste d'employeurs qui cherchent près d'ici.
tip-projet = Votre idée : vous pourriez essayer des métiers quelques jours avant de choisir.
tip-transport = Transport : une aide existe parfois, votre conseillère ou votre conseiller vérifie.
tip-garde = Enfant : une solution de garde est parfois possible, on regarde avec vous.
tip-immersion = Expérience : vous pourriez faire quelques jours en entreprise pour essayer.

## Logement

logement_ce_soir = Où dormez-vous ce soir ?
logement_but = Pour le logement, vous cherchez quoi ?
logement_depuis = Vous pouvez rester là combien de temps ?
tip-logement = Logement : vous pourriez demander un foyer de jeunes ou un logement social, on monte le dossier avec vous.
tip-depanne = Logement : vous pourriez voir quelqu'un vite pour ne pas vous retrouver sans rien.
tip-partir = Logement : vous pourriez demander un foyer de jeunes ou un logement social.
tip-loyer = Loyer : une aide existe parfois, votre conseillère ou votre conseiller vérifie.
tip-garant = Garant : une garantie gratuite de l'État existe (Visale). On la demande avec vous.
tip-conflit = À la maison : vous pourriez en parler avec quelqu'un, sans que ça sorte.

## Santé

sante_but = Pour la santé, vous cherchez quoi ?
sante_comment = Vous préférez en parler comment ?
tip-sante = Santé : vous pourriez faire le point avec quelqu'un, sans dossier ici.
tip-carte = Santé : vous pourriez avoir une mutuelle gratuite ou peu chère, on vérifie avec vous.
tip-docteur = Santé : on peut vous aider à trouver un docteur qui prend de nouveaux patients.

## Se déplacer

mobilite_venir = Comment pouvez-vous venir à un rendez-vous ?
mobilite_but = Pour vous déplacer, vous cherchez quoi ?
tip-mobilite = Transport : une aide existe parfois, votre conseillère ou votre conseiller vérifie.
tip-permis = Permis : une aide existe parfois, votre conseillère ou votre conseiller vérifie.
tip-trajet = Trajets : vous pourriez avoir un tarif réduit ou un coup de pouce, on vérifie avec vous.
tip-vehicule = Véhicule : vous pourriez en louer un à petit prix pour un travail ou une formation.

## Formation

formation_but = Pour la formation, vous cherchez quoi ?
tip-formation = Formation : vous pourriez trouver une formation gratuite près d'ici.
tip-reprendre = Études : vous pourriez reprendre là où vous en étiez, à votre rythme.
tip-francais = Français : vous pourriez suivre des cours, souvent gratuits.

## Trouver sa voie

orientation_ou = Où en êtes-vous ?
tip-orientation = Votre voie : vous pourriez essayer des métiers quelques jours avant de choisir.

## Argent

tip-argent = Argent : vous pourriez avoir droit à une aide, votre conseillère ou votre conseiller vérifie.
tip-manger = Manger : on peut vous dire où avoir un repas ou un colis cette semaine.
tip-revenu = Revenu : vous pourriez entrer dans un parcours avec une allocation, on vérifie avec vous.
tip-dette = Dette : vous pourriez demander un délai, on vous aide à écrire.
tip-droits-aides = Aides : on fait la liste avec vous de ce que vous pourriez demander.

## Papiers et droits

droits_but = Pour les papiers, vous cherchez quoi ?
tip-droits = Papiers : vous pouvez venir avec ce que vous avez, même si rien n'est en règle.
tip-identite = Carte d'identité : on vous aide à prendre le rendez-vous en mairie.
tip-sejour = Séjour : vous pouvez venir avec ce que vous avez, même si rien n'est en règle.
tip-adresse = Adresse : vous pourriez recevoir votre courrier à la mairie ou dans une association.

## Famille

famille_but = Pour la famille, vous cherchez quoi ?
tip-famille = Famille : vous pourriez en parler avec quelqu'un qui connaît les bonnes portes.
tip-enceinte = Grossesse : la PMI reçoit gratuitement, on vous donne la plus proche.

## Numérique

numerique_but = Pour le numérique, vous cherchez quoi ?
tip-numerique = Numérique : vous pourriez vous faire aider sur place, sans jugement.
tip-materiel = Matériel : vous pourriez en avoir un d'occasion à petit prix.
tip-demarche = Démarche : France Services vous aide sur place, gratuitement.

## Sport, culture, engagement

loisirs_but = Qu'est-ce qui vous tente ?
tip-loisirs = Sortir : vous pourriez avoir des réductions pour le sport et la culture.
tip-sport = Sport : vous pourriez avoir une aide pour la licence, on vérifie avec vous.
tip-civique = Service civique : vous pourriez faire une mission indemnisée de quelques mois.
tip-bafa = BAFA : une aide existe souvent, on vérifie avec vous.

## École

decrochage_ou = Vous en êtes où avec l'école ?
tip-decrochage = École : il y a plusieurs façons de continuer, on cherche la vôtre.
tip-inscrit = École : vous pourriez changer de voie sans tout arrêter.
tip-arrete = École : vous pourriez essayer autre chose, à votre rythme.
tip-retour = École : vous pourriez reprendre, même en cours d'année.
