### Après le rendez-vous : si ça a aidé, où on en est, et un autre moment pour qui n'a pas pu venir.

helped =
    { $discreet ->
        [yes] Ça vous a été utile ?
       *[no] Votre rendez-vous avec { $advisor } : ça vous a été utile ?
    }{ $bring_after ->
        [none] {""}
       *[other] {" "}Pour la suite : { $bring_after }
    }
helped_some = Merci de me l'avoir dit. S'il manque quelque chose, une personne peut vous aider.
helped_no = Merci de me l'avoir dit. On peut chercher autre chose avec vous.
missed =
    On s'est manqués { $days ->
        [0] aujourd'hui
        [-1] hier
       *[other] { $day }
    }. Ça arrive. On retrouve un moment ?
how_now = Quelques jours ont passé. Où en êtes-vous ?
all_well = Tant mieux. Si vous avez besoin de moi, écrivez-moi ici.
