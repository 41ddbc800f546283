### Quand on écrit avec ses mots, à n'importe quelle question ; et les suites d'un danger.

off-topic = Ça, je ne sais pas faire. Je peux vous aider pour un rendez-vous, une adresse, ou vous trouver une personne.
hello-again = Bonjour ! On en est ici :
thanks = Avec plaisir. Si vous avez besoin, écrivez-moi ici.
thanks-and-on = Avec plaisir. Ma question au-dessus vous attend, quand vous voulez.
calm = Je comprends que ça énerve, et je fais de mon mieux. Une personne peut vous répondre : «Parler à quelqu'un».
guessed = Vous parlez de quoi ?
guess-again = D'accord. Dites-le avec d'autres mots, ou choisissez ici :
none_within = Vous n'avez pas encore de rendez-vous. On le cherche ensemble, juste ici :
none_alone = Vous n'avez pas encore de rendez-vous. On en cherche un ?
no_place_yet = Vous n'avez pas encore de rendez-vous. Je vous donne l'adresse dès qu'il y en a un.

call-noted = C'est noté : l'équipe peut vous appeler au { $phone }.
no_call = Je ne peux pas garder votre numéro. Une personne peut vous répondre ici.

danger-seen = La personne qui vous répond ici voit votre message.
danger-erase-how = Appuyez longtemps sur un message, puis «Supprimer». Pour toute la discussion : appuyez longtemps dessus dans votre liste, puis «Supprimer». Pensez aussi au journal d'appels.{ $bill ->
        [yes] {" "}Le { LINE("3919") } n'apparaît pas sur la facture.
       *[no] {""}
    }
danger-fine = D'accord. L'équipe sait que ça va. Si ça change, écrivez-moi ou tapez /humain.
danger-fine-waiting = D'accord, c'est noté. Une personne va vous répondre ici, comme prévu.
human-sees = La personne qui vous répond le voit.
