### D'autres adresses utiles près de chez toi.


addresses =
    .near = Autres adresses utiles
partner_0 = { partner-facts }
partner_1 = { partner-facts }
partner_2 = { partner-facts }
no_partner = Je n'ai pas d'autre adresse près de chez toi pour ça. Une personne peut chercher avec toi : «Parler à quelqu'un».

# Un partenaire : qui, où, pour quoi, comment, d'après qui.
partner-facts =
    { $name }, { $commune }{ $km ->
        [none] {" "}(à distance)
        [0] , à moins de 1 km
       *[other] , à { $km } km à vol d'oiseau
    }.
    Pour : { $needs }.{ $phone ->
        [none] {""}
       *[other] {" "}Appelle avant d'y aller : { $phone }.
    }
    D'après { $source }{ $updated ->
        [none] {""}
       *[other] , { $updated }
    }.
