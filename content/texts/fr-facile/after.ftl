### Après le rendez-vous : si ça a aidé, où on en est, et un autre moment pour qui n'a pas pu venir.

helped =
    { $discreet ->
        [yes] Est-ce que c'était utile pour toi ?
       *[no] Est-ce que ton rendez-vous avec { $advisor } était utile ?
    }{ $bring_after ->
        [none] {""}
       *[other] {" "}Pour la suite : { $bring_after }
    }
helped_yes = Super. Merci pour ta réponse.
helped_some = Merci pour ta réponse. Tu as encore besoin d'aide ? Une personne peut t'aider.
helped_no = Merci pour ta réponse. L'équipe peut chercher autre chose avec toi.
missed =
    Le rendez-vous { $days ->
        [0] d'aujourd'hui
        [-1] d'hier
       *[other] de { $day }
    } n'a pas eu lieu. Ça arrive. Tu veux un autre rendez-vous ?
    .take = Prendre un autre rendez-vous
how_now = Quelques jours ont passé. Comment ça va pour toi ?
    .fine = Ça va
all_well = Très bien. Écris-moi ici si tu as besoin de moi.
before-gone = Je ne trouve plus ce rendez-vous. Pour prendre un autre rendez-vous : /start
