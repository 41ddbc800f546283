### Après le rendez-vous : si ça a aidé, où on en est, et un autre moment pour qui n'a pas pu venir.

helped =
    { $discreet ->
        [yes] Ça t'a aidé ?
       *[no] Ton rendez-vous avec { $advisor } : ça t'a aidé ?
    }{ $bring_after ->
        [none] {""}
       *[other] {" "}Pour la suite : { $bring_after }
    }
    .yes = Oui
    .some = Un peu
    .no = Non
helped_yes = Super, merci de me l'avoir dit.
helped_some = Merci de me l'avoir dit. S'il manque quelque chose, une personne peut t'aider.
helped_no = Merci de me l'avoir dit. On peut chercher autre chose avec toi.
missed =
    On t'a raté { $days ->
        [0] aujourd'hui
        [-1] hier
       *[other] { $day }
    }. Ça arrive. On retrouve un moment ?
    .take = Retrouver un moment
how_now = Quelques jours ont passé. Où en es-tu ?
    .take = Prendre un autre rendez-vous
    .fine = C'est bon
all_well = Tant mieux. Si tu as besoin de moi, écris-moi ici.
before-gone = Je ne retrouve plus ce rendez-vous. Pour en prendre un : /start
