### Other useful addresses near you.


addresses =
    .near = نورې ګټورې پتې
partner_0 = { partner-facts }
partner_1 = { partner-facts }
partner_2 = { partner-facts }
no_partner = د دې کار لپاره تا ته نږدې بله پته نه لرم. یو کس درسره لټولای شي: «له چا سره خبرې».

# A partner: who, where, what for, how, and who says so.
partner-facts =
    { $name }، { $commune }{ $km ->
        [none] {" "}(له لرې)
        [0] ، تر 1 کیلومتر کم
       *[other] ، { $km } کیلومتره په سیده کرښه
    }.
    د دې لپاره: { $needs }.{ $phone ->
        [none] {""}
       *[other] {" "}له تګ مخکې زنګ ووهه: { $phone }.
    }
    د معلوماتو سرچینه: { $source }{ $updated ->
        [none] {""}
       *[other] ، { $updated }
    }.
