### Ce que tout le monde peut lire à tout moment.

## Quand on ne s'est pas compris

please-choose = Je n'ai pas compris. Vous pouvez appuyer sur un bouton, ou écrire son numéro (1, 2, 3…).
please-write = Je n'ai rien reçu d'écrit. Vous pouvez réessayer ?
too-long = C'est un peu long pour moi. Répondez en quelques mots ({ $limit } lettres au plus).
human-can-help = Je n'y arrive pas. Une personne peut vous aider : appuyez sur «Parler à quelqu'un». Ou choisissez une réponse ici.
button-gone = Ce bouton ne sert plus, rien n'a changé. Votre rendez-vous : /rdv. Une autre demande : /start
cannot-read-file = J'ai bien reçu votre envoi, mais je ne sais pas le lire. Une personne le peut : «Parler à quelqu'un».
cannot-read-voice = J'ai bien reçu votre message vocal. Je le garde pour une personne, qui pourra l'écouter. Moi, je ne peux pas.
edit-seen = J'ai vu que vous avez modifié un message. Pour changer une réponse, appuyez sur «Retour».
unknown-command = Je ne connais pas cette commande. /aide vous montre ce que je sais faire.
group-only-private = Je parle seulement en privé. Écrivez-moi directement, à bientôt.
apology = Votre message est bien arrivé, mais je n'ai pas su le traiter. Écrivez /humain pour parler à quelqu'un.
not-so-fast = Cela va vite ! J'ai tout noté, mais je fais une pause d'une minute. Ensuite, redites-moi l'essentiel. Urgent : /humain

## Les commandes

aide =
    Je vous aide à trouver la bonne porte près de chez vous, et un rendez-vous.
    /start commencer ou reprendre
    /rdv voir, décaler, annuler
    /humain parler à quelqu'un
    /langue changer de langue
    /discret rappels discrets
    /vieprivee vos données, tout effacer
    /stop ne plus recevoir de messages
vieprivee = Votre mission locale répond de vos informations : c'est sa mission d'intérêt public. Je garde vos réponses, vos messages et vos rendez-vous, { $contact } jours au plus après le dernier contact. L'équipe qui vous aide les lit. Tout recevoir : /mesdonnees. Tout effacer, tout de suite : /supprimer
erased = C'est fait : tout est effacé, vos rendez-vous aussi. Restent des chiffres sans nom et, { $audit } jours, la trace de ce que l'équipe a fait, sans votre nom. Pensez à effacer aussi cette discussion dans Telegram. Si vous revenez un jour, écrivez /start.

bot-description = Passerelle vous aide à trouver un rendez-vous à la mission locale, près de chez vous. C'est gratuit, sans compte et sans formulaire.
bot-short-description = Un rendez-vous à la mission locale, près de chez vous. Gratuit.
