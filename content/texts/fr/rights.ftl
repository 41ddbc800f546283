### Après une personne : si elle a aidé, garder l'échange, et pouvoir être appelé.

face = { $rated_name } t'a aidé ? Ta réponse aide l'équipe à faire mieux. Tu peux aussi passer.
    .good = 🙂 Oui, merci
    .fair = 😐 Un peu
    .bad = 🙁 Non
unrated = D'accord.
rated-gone = C'est trop loin maintenant, mais merci quand même.
word = C'est noté. Un mot à ajouter ? L'équipe le lira.
worded-gone = C'est trop loin maintenant, mais merci quand même.
rated_thanks = Merci de me l'avoir dit. Besoin de quelqu'un : /humain
rated_sorry = Merci de me l'avoir dit. Une autre personne peut t'aider.

keep-talk = Garder notre échange
kept_talk-gone = Je ne trouve pas d'échange avec une personne ici.
talk_file = Voici votre échange. Sur un téléphone partagé, pense à l'effacer.
transcript-title = Ton échange sur Passerelle
transcript-you = Toi
transcript-guide = Passerelle
transcript-human = Une personne de l'équipe
transcript-photo = [photo]
transcript-video = [vidéo]
transcript-voice = [message vocal]
transcript-sticker = [autocollant]
transcript-contact = [contact]
transcript-position = [position]
transcript-edited = [message modifié]
transcript-tap = [bouton]
transcript-file = [fichier]
transcript-end = Ce texte est à toi. Tout effacer de notre côté : /supprimer dans la discussion.

reach = Si on te perd ici, on peut t'appeler ? Seulement pour reprendre contact, trois appels au plus.
    .yes = Oui, on peut m'appeler
    .no = Non merci
reach_yes = C'est noté : si on te perd ici, on t'appelle au { $phone }. Tu peux changer d'avis : /vieprivee
reach_no = D'accord, personne ne t'appellera. Tu peux changer d'avis : /vieprivee
reach-on = M'appeler si on me perd ici
reach-off = Ne plus m'appeler
unreach_noted = C'est noté, personne ne t'appellera si on te perd ici.
