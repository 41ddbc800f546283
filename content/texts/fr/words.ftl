### Quand on écrit avec ses mots, à n'importe quelle question ; et les suites d'un danger.

off-topic = Ça, je ne sais pas faire. Je peux t'aider pour un rendez-vous, une adresse, ou te trouver une personne.
hello-again = Salut ! On en est ici :
thanks = Avec plaisir. Si tu as besoin, écris-moi ici.
thanks-and-on = Avec plaisir. Ma question au-dessus t'attend, quand tu veux.
calm = Je comprends que ça énerve, et je fais de mon mieux. Une personne peut te répondre : «Parler à quelqu'un».
guessed = Tu parles de quoi ?
    .other = Autre chose
guess-again = D'accord. Dis-le avec d'autres mots, ou choisis ici :
needs-noted = C'est noté : { $needs }.
also =
    .undo = Enlever : { $need }
none_within = Tu n'as pas encore de rendez-vous. On le cherche ensemble, juste ici :
none_alone = Tu n'as pas encore de rendez-vous. On en cherche un ?
no_place_yet = Tu n'as pas encore de rendez-vous. Je te donne l'adresse dès qu'il y en a un.

call-me = Je préfère qu'on m'appelle
call-noted = C'est noté : l'équipe peut t'appeler au { $phone }.
no_call = Je ne peux pas garder ton numéro. Une personne peut te répondre ici.

danger =
    .fine = Ça va, on continue
    .erase = Effacer ces messages
danger-seen = La personne qui te répond ici voit ton message.
danger-erase-how = Appuie longtemps sur un message, puis «Supprimer». Pour toute la discussion : appuie longtemps dessus dans ta liste, puis «Supprimer». Pense aussi au journal d'appels.{ $bill ->
        [yes] {" "}Le { LINE("3919") } n'apparaît pas sur la facture.
       *[no] {""}
    }
danger-fine = D'accord. L'équipe sait que ça va. Si ça change, écris-moi ou tape /humain.
danger-fine-waiting = D'accord, c'est noté. Une personne va te répondre ici, comme prévu.
human-sees = La personne qui te répond le voit.
