### Yakındaki başka faydalı adresler.


addresses =
    .near = Başka faydalı adresler
partner_0 = { partner-facts }
partner_1 = { partner-facts }
partner_2 = { partner-facts }
no_partner = Bunun için yakınında başka bir adres bilmiyorum. Biri seninle birlikte arayabilir: “Biriyle konuş”.

# Bir kurum: kim, nerede, ne için, nasıl, kim söylüyor.
partner-facts =
    { $name }, { $commune }{ $km ->
        [none] {" "}(uzaktan)
        [0] , 1 km'den yakın
       *[other] , kuş uçuşu { $km } km
    }.
    Konu: { $needs }.{ $phone ->
        [none] {""}
       *[other] {" "}Gitmeden önce ara: { $phone }.
    }
    Kaynak: { $source }{ $updated ->
        [none] {""}
       *[other] , { $updated }
    }.
