### Après une personne : si elle a aidé, garder la discussion, et pouvoir être appelé.

face = Est-ce que l'aide de { $rated_name } était utile ? Ta réponse aide l'équipe. Tu peux aussi ne pas répondre.
rated-gone = C'est trop tard maintenant. Merci quand même.
word = C'est noté. Tu veux ajouter un message ? L'équipe lira ton message.
worded-gone = C'est trop tard maintenant. Merci quand même.
rated_thanks = Merci pour ta réponse. Pour parler à une personne : /humain
rated_sorry = Merci pour ta réponse. Une autre personne peut t'aider.

keep-talk = Garder la discussion
kept_talk-gone = Je ne trouve pas de discussion avec une personne ici.
talk_file = Voici la discussion. Quelqu'un d'autre utilise ton téléphone ? Pense à effacer ce fichier.
transcript-title = Ta discussion sur Passerelle
transcript-end = Ce texte est à toi. Pour tout effacer chez nous : /supprimer dans la discussion.

reach = Si on perd le contact ici, l'équipe peut t'appeler ? Les appels servent seulement à retrouver le contact. Il y a 3 appels au maximum.
reach_yes = C'est noté. Si on perd le contact ici, l'équipe t'appelle au { $phone }. Tu peux changer d'avis : /vieprivee
reach_no = D'accord, l'équipe ne t'appellera pas. Tu peux changer d'avis : /vieprivee
reach-on = M'appeler si on perd le contact
unreach_noted = C'est noté. L'équipe ne t'appellera pas si on perd le contact.
