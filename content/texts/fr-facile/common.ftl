### Ce que tout le monde peut lire à tout moment.

language-name = Français facile

## Les mots des dates : jours en entier, même sur les boutons

pattern-short-day = EEEE d MMM

## Les boutons qui ne changent jamais de place

control-human = Parler à une personne
control-position = 📍 Envoyer ma position
link-national = Liste des missions locales

## Quand on ne s'est pas compris

please-choose = Je n'ai pas compris. Appuie sur un bouton. Ou écris le numéro du bouton (1, 2, 3…).
please-write = Je n'ai pas reçu de mots. Écris ta réponse avec des mots.
too-long = Ton message est trop long pour moi. Écris une réponse plus courte : { $limit } lettres au maximum.
no-position-now = Merci pour ta position. Ici, j'ai besoin d'une autre réponse.
human-can-help = Je n'ai pas compris. Une personne peut t'aider. Appuie sur «Parler à une personne». Ou choisis une réponse ici.
too-late = Ce bouton est trop ancien. Tes réponses restent les mêmes. Voici la suite :
button-gone = Ce bouton ne marche plus. Rien n'a changé. Pour voir ton rendez-vous : /rdv. Pour une autre demande : /start
nothing-before = Tu es au début. Il n'y a rien avant.
cannot-read-file = J'ai bien reçu ton envoi. Moi, je ne sais pas le lire. Une personne peut le lire. Appuie sur «Parler à une personne».
cannot-read-voice = J'ai bien reçu ton message vocal. Moi, je ne peux pas l'écouter. Je le garde pour une personne. Elle pourra l'écouter.
cannot-read-sticker = Sympa ! Pour continuer, écris une réponse ou appuie sur un bouton.
edit-seen = Tu as changé un message. Je l'ai vu. Pour changer une réponse, appuie sur «Retour».
unknown-command = Je ne connais pas cette commande. Pour voir ce que je sais faire : /aide
group-only-private = Je ne parle pas dans un groupe. Écris-moi directement. À bientôt.
apology = J'ai bien reçu ton message. Mais j'ai eu un problème. Écris /humain pour parler à une personne.
not-so-fast = Tu écris très vite. J'ai gardé tes messages. Attends une minute. Ensuite, écris-moi encore. C'est urgent ? Écris /humain.

## Les commandes

aide =
    Je cherche une aide et un rendez-vous près de chez toi.
    /start commencer ou continuer
    /rdv voir, changer la date, annuler
    /humain parler à une personne
    /langue changer de langue
    /discret rappels discrets
    /vieprivee tes informations, tout effacer
    /stop ne plus recevoir de messages
vieprivee = Ta mission locale est responsable de tes informations. C'est sa mission d'intérêt public. Je garde tes réponses, tes messages et tes rendez-vous. Je les garde { $contact } jours après le dernier contact. L'équipe qui t'aide les lit. Tout recevoir : /mesdonnees. Tout effacer maintenant : /supprimer
erased = C'est fait. J'ai tout effacé, tes rendez-vous aussi. Il reste des nombres, sans ton nom. Les actions de l'équipe restent { $audit } jours, sans ton nom. Efface aussi cette discussion dans Telegram. Si tu reviens un jour, écris /start.

command-start = Commencer ou continuer
command-humain = Parler à une personne
bot-description = Passerelle t'aide à trouver un rendez-vous à la mission locale. C'est près de chez toi. C'est gratuit. Tu n'as pas besoin de compte. Tu n'as pas de formulaire à remplir.
bot-short-description = Un rendez-vous à la mission locale, près de chez toi. C'est gratuit.
