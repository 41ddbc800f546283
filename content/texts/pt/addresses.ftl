### Outros endereços úteis perto de ti.


addresses =
    .near = Outros endereços úteis
partner_0 = { partner-facts }
partner_1 = { partner-facts }
partner_2 = { partner-facts }
no_partner = Não tenho outro endereço perto de ti para isto. Uma pessoa pode procurar contigo: “Falar com alguém”.

# Um serviço: quem, onde, para quê, como, e quem o diz.
partner-facts =
    { $name }, { $commune }{ $km ->
        [none] {" "}(à distância)
        [0] , a menos de 1 km
       *[other] , a { $km } km em linha reta
    }.
    Para: { $needs }.{ $phone ->
        [none] {""}
       *[other] {" "}Liga antes de ir: { $phone }.
    }
    Segundo { $source }{ $updated ->
        [none] {""}
       *[other] , { $updated }
    }.
