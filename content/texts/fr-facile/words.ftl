### Quand on écrit avec ses mots, à n'importe quelle question ; et les suites d'un danger.

off-topic = Je ne sais pas faire cela. Je peux t'aider pour un rendez-vous ou une adresse. Je peux aussi trouver une personne pour toi.
hello-again = Bonjour ! Voici la suite :
thanks = Avec plaisir. Écris-moi ici si tu as besoin.
thanks-and-on = Avec plaisir. Tu peux répondre à ma question au-dessus, quand tu veux.
calm = Je comprends que c'est énervant. Je fais de mon mieux. Une personne peut te répondre. Appuie sur «Parler à une personne».
guess-again = D'accord. Écris avec d'autres mots. Ou choisis ici :
none_within = Tu n'as pas encore de rendez-vous. On cherche un rendez-vous ensemble, ici :
none_alone = Tu n'as pas encore de rendez-vous. Tu veux un rendez-vous ?
no_place_yet = Tu n'as pas encore de rendez-vous. Quand tu auras un rendez-vous, je te donnerai l'adresse.

call-me = Je préfère un appel
call-noted = C'est noté. L'équipe peut t'appeler au { $phone }.

danger-erase-how = Appuie longtemps sur un message. Puis appuie sur «Supprimer». Pour toute la discussion : dans ta liste, appuie longtemps sur la discussion. Puis appuie sur «Supprimer». Efface aussi la liste de tes appels.{ $bill ->
        [yes] {" "}La facture ne montre pas le { LINE("3919") }.
       *[no] {""}
    }
danger-fine = D'accord. L'équipe sait que ça va. Si ça change, écris-moi. Ou écris /humain.
danger-fine-waiting = D'accord, c'est noté. Une personne va quand même te répondre ici.
human-sees = La personne qui te répond voit ton message.
