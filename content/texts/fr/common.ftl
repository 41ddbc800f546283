### Ce que tout le monde peut lire à tout moment.

language-name = Français

## Les mots des dates (modèles Babel)

pattern-day = EEEE d MMMM
pattern-first-day = EEEE '1er' MMMM
pattern-hour = H{"\u202F"}'h'
pattern-hour-minutes = H{"\u202F"}'h'{"\u202F"}mm
pattern-dated = d MMMM y
pattern-month = LLLL y
pattern-short-day = EEE d MMM
date-moment = { $day } à { $hour }
pattern-weekday = EEEE
date-weekday = { $day } { $hour }
list-more = { $some }, { $next }
list-and = { $some } et { $last }
ticked = ✓ { $label }

## Les boutons qui ne changent jamais de place

control-back = Retour
control-human = Parler à quelqu'un
page-earlier = ← Plus tôt
page-later = Plus tard →
control-skip = Je préfère ne pas répondre
control-position = 📍 Partager ma position
link-call = Appeler : { $name }
link-write = Écrire au { $name }
link-map = Voir sur la carte
link-directory = Voir le site
link-national = Annuaire des missions locales

## Quand on ne s'est pas compris

please-choose = Je n'ai pas compris. Tu peux appuyer sur un bouton, ou écrire son numéro (1, 2, 3…).
please-write = Je n'ai rien reçu d'écrit. Tu peux réessayer ?
too-long = C'est un peu long pour moi. Réponds en quelques mots ({ $limit } lettres au plus).
no-position-now = Merci pour la position. Ici, j'ai besoin d'une autre réponse.
human-can-help = Je n'y arrive pas. Une personne peut t'aider : appuie sur «Parler à quelqu'un». Ou choisis une réponse ici.
too-late = Ce bouton est d'une question passée. Rien n'a changé. On en est ici :
button-gone = Ce bouton ne sert plus, rien n'a changé. Ton rendez-vous : /rdv. Une autre demande : /start
already-noted = C'est déjà noté.
nothing-before = C'est le début, il n'y a rien avant.
cannot-read-file = J'ai bien reçu ton envoi, mais je ne sais pas le lire. Une personne le peut : «Parler à quelqu'un».
cannot-read-voice = J'ai bien reçu ton message vocal. Je le garde pour une personne, qui pourra l'écouter. Moi, je ne peux pas.
cannot-read-sticker = Sympa ! Pour avancer, j'ai besoin d'une réponse écrite ou d'un bouton.
edit-seen = J'ai vu que tu as modifié un message. Pour changer une réponse, appuie sur «Retour».
unknown-command = Je ne connais pas cette commande. /aide te montre ce que je sais faire.
group-only-private = Je parle seulement en privé. Écris-moi directement, à bientôt.
apology = Ton message est bien arrivé, mais je n'ai pas su le traiter. Écris /humain pour parler à quelqu'un.
not-so-fast = Ça va vite ! J'ai tout noté, mais je ne réponds plus pendant une minute. Ensuite, redis-moi l'essentiel. Urgent : /humain

## Les commandes

aide =
    Je t'aide à trouver la bonne porte près de chez toi, et un rendez-vous.
    /start commencer ou reprendre
    /rdv voir, décaler, annuler
    /humain parler à quelqu'un
    /langue changer de langue
    /discret rappels discrets
    /vieprivee tes données, tout effacer
    /stop ne plus recevoir de messages
vieprivee = Ta mission locale répond de tes informations : c'est sa mission d'intérêt public. Je garde tes réponses, tes messages et tes rendez-vous, { $contact } jours au plus après le dernier contact. L'équipe qui t'aide les lit. Tout recevoir : /mesdonnees. Tout effacer, tout de suite : /supprimer
erased = C'est fait : tout est effacé, tes rendez-vous aussi. Restent des chiffres sans nom et, { $audit } jours, la trace de ce que l'équipe a fait, sans ton nom. Pense à effacer aussi cette discussion dans Telegram. Si tu reviens un jour, écris /start.

command-start = Commencer ou reprendre
command-rdv = Mon rendez-vous
command-humain = Parler à quelqu'un
command-aide = Ce que je sais faire
command-langue = Changer de langue
command-stop = Ne plus recevoir de messages
bot-description = Passerelle t'aide à trouver un rendez-vous à la mission locale, près de chez toi. C'est gratuit, sans compte et sans formulaire.
bot-short-description = Un rendez-vous à la mission locale, près de chez toi. Gratuit.
