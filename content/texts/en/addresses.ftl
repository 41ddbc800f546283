### Other useful addresses near you.


addresses =
    .near = Other useful addresses
partner_0 = { partner-facts }
partner_1 = { partner-facts }
partner_2 = { partner-facts }
no_partner = I have no other address near you for this. A person can look with you: “Talk to someone”.

# A partner: who, where, what for, how, and who says so.
partner-facts =
    { $name }, { $commune }{ $km ->
        [none] {" "}(at a distance)
        [0] , less than 1 km away
       *[other] , { $km } km away as the crow flies
    }.
    For: { $needs }.{ $phone ->
        [none] {""}
       *[other] {" "}Call before you go: { $phone }.
    }
    Says { $source }{ $updated ->
        [none] {""}
       *[other] , { $updated }
    }.
