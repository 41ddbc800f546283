### D'autres adresses utiles près de chez vous.

no_partner = Je n'ai pas d'autre adresse près de chez vous pour ça. Une personne peut chercher avec vous : «Parler à quelqu'un».

# Un partenaire : qui, où, pour quoi, comment, d'après qui.
partner-facts =
    { $name }, { $commune }{ $km ->
        [none] {" "}(à distance)
        [0] , à moins de 1 km
       *[other] , à { $km } km à vol d'oiseau
    }.
    Pour : { $needs }.{ $phone ->
        [none] {""}
       *[other] {" "}Appelez avant d'y aller : { $phone }.
    }
    D'après { $source }{ $updated ->
        [none] {""}
       *[other] , { $updated }
    }.
