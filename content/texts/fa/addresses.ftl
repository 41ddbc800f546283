### Other useful addresses near you.


addresses =
    .near = آدرس‌های مفید دیگر
partner_0 = { partner-facts }
partner_1 = { partner-facts }
partner_2 = { partner-facts }
no_partner = برای این کار، آدرس دیگری نزدیک تو ندارم. یک نفر می‌تواند با تو بگردد: «صحبت با یک نفر».

# A partner: who, where, what for, how, and who says so.
partner-facts =
    { $name }، { $commune }{ $km ->
        [none] {" "}(از راه دور)
        [0] ، کمتر از 1 کیلومتر
       *[other] ، { $km } کیلومتر به خط مستقیم
    }.
    برای: { $needs }.{ $phone ->
        [none] {""}
       *[other] {" "}پیش از رفتن زنگ بزن: { $phone }.
    }
    به گفتهٔ { $source }{ $updated ->
        [none] {""}
       *[other] ، { $updated }
    }.
