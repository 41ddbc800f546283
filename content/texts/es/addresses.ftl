### Otras direcciones útiles cerca de ti.


addresses =
    .near = Otras direcciones
partner_0 = { partner-facts }
partner_1 = { partner-facts }
partner_2 = { partner-facts }
no_partner = No tengo otra dirección cerca de ti para esto. Una persona puede buscar contigo: «Hablar con alguien».

# Un servicio: quién, dónde, para qué, cómo, y quién lo dice.
partner-facts =
    { $name }, { $commune }{ $km ->
        [none] {" "}(a distancia)
        [0] , a menos de 1 km
       *[other] , a { $km } km en línea recta
    }.
    Para: { $needs }.{ $phone ->
        [none] {""}
       *[other] {" "}Llama antes de ir: { $phone }.
    }
    Según { $source }{ $updated ->
        [none] {""}
       *[other] , { $updated }
    }.
