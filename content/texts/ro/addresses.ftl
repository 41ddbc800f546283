### Alte adrese utile aproape de tine.


addresses =
    .near = Alte adrese utile
partner_0 = { partner-facts }
partner_1 = { partner-facts }
partner_2 = { partner-facts }
no_partner = Nu am altă adresă aproape de tine pentru asta. O persoană poate căuta cu tine: „Vorbește cu cineva”.

# Un partener: cine, unde, pentru ce, cum, de unde știm.
partner-facts =
    { $name }, { $commune }{ $km ->
        [none] {" "}(la distanță)
        [0] , la mai puțin de 1 km
       *[other] , la { $km } km în linie dreaptă
    }.
    Pentru: { $needs }.{ $phone ->
        [none] {""}
       *[other] {" "}Sună înainte să mergi: { $phone }.
    }
    Sursa: { $source }{ $updated ->
        [none] {""}
       *[other] , { $updated }
    }.
