### D'autres adresses utiles près de chez toi.

no_partner = Je n'ai pas d'autre adresse près de chez toi. Une personne peut chercher avec toi. Appuie sur «Parler à une personne».

# Un partenaire : qui, où, pour quoi, comment, d'après qui.
partner-facts =
    { $name }, { $commune }{ $km ->
        [none] {" "}(à distance)
        [0] , à moins de 1 km
       *[other] , à { $km } km en ligne droite
    }.
    Pour : { $needs }.{ $phone ->
        [none] {""}
       *[other] {" "}Appelle avant d'y aller : { $phone }.
    }
    Adresse donnée par : { $source }{ $updated ->
        [none] {""}
       *[other] , { $updated }
    }.
