### Après une personne : si elle a aidé, garder l'échange, et pouvoir être appelé.

face = L'aide de { $rated_name } vous a été utile ? Votre réponse aide l'équipe à faire mieux. Vous pouvez aussi passer.
rated_sorry = Merci de me l'avoir dit. Une autre personne peut vous aider.

talk_file = Voici votre échange. Sur un téléphone partagé, pensez à l'effacer.
transcript-title = Votre échange sur Passerelle
transcript-you = Vous
transcript-end = Ce texte est à vous. Tout effacer de notre côté : /supprimer dans la discussion.

reach = Si on vous perd ici, on peut vous appeler ? Seulement pour reprendre contact, trois appels au plus.
reach_yes = C'est noté : si on vous perd ici, on vous appelle au { $phone }. Vous pouvez changer d'avis : /vieprivee
reach_no = D'accord, personne ne vous appellera. Vous pouvez changer d'avis : /vieprivee
unreach_noted = C'est noté, personne ne vous appellera si on vous perd ici.

gathered-shared = Quelqu'un d'autre lit peut-être ce téléphone. Je n'envoie donc pas ce fichier ici. Votre mission locale peut vous le donner en main propre : /humain
gathered-lately = Je viens de l'envoyer : regardez un peu plus haut.
mine_text = Voici ce que Passerelle garde de vous. Sur un téléphone partagé, pensez à effacer ce fichier.
