### Інші корисні адреси поруч.


addresses =
    .near = Інші корисні адреси
partner_0 = { partner-facts }
partner_1 = { partner-facts }
partner_2 = { partner-facts }
no_partner = Більше адрес для цього поруч не знаю. Людина може пошукати з тобою: «Написати людині».

# Партнер: хто, де, для чого, як, звідки це відомо.
partner-facts =
    { $name }, { $commune }{ $km ->
        [none] {" "}(дистанційно)
        [0] , менше 1 км звідси
       *[other] , { $km } км по прямій
    }.
    Для чого: { $needs }.{ $phone ->
        [none] {""}
       *[other] {" "}Спершу подзвони: { $phone }.
    }
    Джерело: { $source }{ $updated ->
        [none] {""}
       *[other] , { $updated }
    }.
