### عناوين أخرى مفيدة قريبة منك.


addresses =
    .near = عناوين أخرى مفيدة
partner_0 = { partner-facts }
partner_1 = { partner-facts }
partner_2 = { partner-facts }
no_partner = ليس لديّ عنوان آخر قريب منك لهذا الطلب. يمكن لشخص البحث معك: «التحدث مع شخص».

# جهة أخرى: من، أين، لأي غرض، كيف، وحسب من.
partner-facts =
    { $name }، { $commune }{ $km ->
        [none] {" "}(عن بُعد)
        [0] ، على بُعد أقل من 1 كم
       *[other] ، على بُعد { $km } كم بخط مستقيم
    }.
    الغرض: { $needs }.{ $phone ->
        [none] {""}
       *[other] {" "}من الأفضل الاتصال قبل الذهاب: { $phone }.
    }
    حسب { $source }{ $updated ->
        [none] {""}
       *[other] ، { $updated }
    }.
