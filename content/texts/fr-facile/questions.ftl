### Les questions propres à chaque besoin, et ce qui pourrait aider.

## Travail

emploi_but = Pour le travail, tu as besoin de quoi ?
    .offre = Trouver un travail
    .alternance = Alternance : école et travail
emploi_frein = Qu'est-ce qui est difficile pour toi ?
emploi_venir = Tu peux venir à un rendez-vous ?
    .non = Non, c'est difficile
tip-emploi = Travail : il y a peut-être du travail près de chez toi. Ton conseiller ou ta conseillère cherche avec toi.
tip-cv = CV : un CV dit ce que tu sais faire. Tu peux le faire avec une personne, en 1 fois.
tip-entretien = Entretien : un employeur te pose des questions. Tu peux t'entraîner avant, avec une personne.
tip-alternance = Alternance : tu vas à l'école et tu travailles. Tu peux avoir une liste d'employeurs près d'ici.
tip-projet = Métier : tu peux essayer des métiers quelques jours. Tu choisis après.
tip-transport = Transport : une aide existe parfois. Ton conseiller ou ta conseillère vérifie.
tip-garde = Enfant : il y a parfois une garde possible. L'équipe regarde avec toi.
tip-immersion = Expérience : tu peux peut-être essayer quelques jours dans une entreprise.

## Logement

logement_ce_soir =
    .depanne = Chez quelqu'un
logement_depuis = Combien de temps tu peux rester là ?
tip-logement = Logement : tu peux demander un foyer de jeunes ou un logement social. L'équipe fait le dossier avec toi.
tip-depanne = Logement : tu peux vite parler à une personne. Elle peut chercher un logement avec toi.
tip-partir = Logement : tu peux demander un foyer de jeunes ou un logement social.
tip-loyer = Loyer : une aide existe parfois. Ton conseiller ou ta conseillère vérifie.
tip-garant = Garant : un garant paie le loyer si tu ne peux pas. Visale est un garant gratuit. L'équipe demande Visale avec toi.
tip-conflit = À la maison : tu peux en parler avec une personne. Cela reste entre vous.

## Santé

sante_but =
    .moral = Parler, ça ne va pas bien
sante_comment = Comment tu préfères en parler ?
tip-sante = Santé : tu peux parler de ta santé avec une personne. Ici, il n'y a pas de dossier.
tip-carte = Santé : une mutuelle aide à payer le docteur. Elle est parfois gratuite ou pas chère. L'équipe vérifie avec toi.
tip-docteur = Santé : l'équipe peut t'aider à trouver un docteur. Ce docteur prend de nouveaux patients.
tip-moral = Moral : tu peux parler avec Fil Santé Jeunes. C'est gratuit : { LINE("fil_sante_jeunes") }.

## Se déplacer

mobilite_venir = Comment tu peux venir à un rendez-vous ?
    .emmene = Quelqu'un m'emmène
tip-mobilite = Transport : une aide existe parfois. Ton conseiller ou ta conseillère vérifie.
tip-permis = Permis : une aide existe parfois. Ton conseiller ou ta conseillère vérifie.
tip-trajet = Trajets : tu peux peut-être payer moins cher. Tu peux peut-être avoir une aide. L'équipe vérifie avec toi.
tip-vehicule = Véhicule : tu peux peut-être en louer un, pas cher. C'est pour un travail ou une formation.

## Formation

formation_but =
    .alternance = Alternance : école et travail
    .reprendre = Recommencer mes études
tip-formation = Formation : tu peux peut-être trouver une formation gratuite près d'ici.
tip-reprendre = Études : tu peux recommencer là où tu as arrêté. Tu prends ton temps.
tip-francais = Français : tu peux suivre des cours. Ils sont souvent gratuits.

## Trouver sa voie

orientation_ou = Tu as une idée de métier ?
    .aucune = Non, aucune idée
    .hesite = Oui, mais j'hésite
    .essayer = Je veux essayer
tip-orientation = Métier : tu peux essayer des métiers quelques jours. Tu choisis après.

## Argent

argent_but = Pour l'argent, qu'est-ce qui est urgent ?
    .revenu = Avoir de l'argent
    .dette = Payer une dette
tip-argent = Argent : tu as peut-être droit à une aide. Ton conseiller ou ta conseillère vérifie.
tip-manger = Manger : tu as besoin d'un repas ou d'un colis cette semaine ? L'équipe peut te dire où aller.
tip-revenu = Argent : tu peux peut-être recevoir de l'argent et de l'aide pour le travail. L'équipe vérifie avec toi.
tip-dette = Dette : tu peux demander de payer plus tard. L'équipe t'aide à écrire.
tip-droits-aides = Aides : l'équipe fait une liste avec toi. La liste dit les aides que tu peux demander.

## Papiers et droits

droits_but =
    .discrimination = Un refus injuste
tip-droits = Papiers : tu peux venir avec les papiers que tu as. Tu peux venir même sans papiers en règle.
tip-identite = Carte d'identité : l'équipe t'aide à prendre un rendez-vous à la mairie.
tip-sejour = Séjour : tu peux venir avec les papiers que tu as. Tu peux venir même sans papiers en règle.
tip-adresse = Adresse : une mairie ou une association peut parfois recevoir ton courrier.
tip-discrimination = Refus injuste : appelle le { LINE("antidiscriminations") }. Ce service t'écoute et te conseille.

## Famille

tip-famille = Famille : tu peux en parler avec une personne. Elle sait qui peut t'aider.
tip-enceinte = Grossesse : la PMI aide les femmes enceintes. C'est gratuit. L'équipe te donne la PMI la plus proche.

## Numérique

numerique_but = Pour internet, tu cherches quoi ?
    .materiel = Un téléphone, un ordinateur
    .demarche = Une demande sur internet
tip-numerique = Internet : une personne peut t'aider sur place, sans te juger.
tip-materiel = Matériel : tu peux peut-être acheter un appareil déjà utilisé, pas cher.
tip-demarche = Demande sur internet : France Services t'aide sur place. C'est gratuit.

## Sport, culture, engagement

loisirs_but = Qu'est-ce que tu veux faire ?
tip-loisirs = Sport et culture : tu peux peut-être payer moins cher.
tip-sport = Sport : tu peux peut-être avoir une aide pour payer le club. L'équipe vérifie avec toi.
tip-culture = Culture : le pass Culture ou la région aident parfois à payer.
tip-civique = Service civique : c'est une mission utile de quelques mois. Tu reçois de l'argent.
tip-bafa = BAFA : c'est un diplôme pour s'occuper d'enfants en vacances. Une aide existe souvent. L'équipe vérifie avec toi.

## École

decrochage_ou = Tu vas encore à l'école ?
    .inscrit = Oui, un peu
    .arrete = Non, j'ai arrêté
tip-decrochage = École : il y a plusieurs façons de continuer. L'équipe cherche avec toi.
tip-inscrit = École : tu peux changer de formation sans tout arrêter.
tip-arrete = École : tu peux essayer autre chose. Tu prends ton temps.
tip-retour = École : tu peux y retourner, même pendant l'année.
