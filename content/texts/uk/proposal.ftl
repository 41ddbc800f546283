### Що людина з команди пропонує в розмові: місце, час, заняття.

proposal-place =
    { $who } пропонує тобі це місце{ $km ->
        [none] {""}
       *[other] {" "}({ offer-far })
    }: { place-said }.
    { $hours ->
        [none] {""}
       *[other] Відчинено: { $hours }.{" "}
    }{ $walk_in ->
        [yes] Можна прийти без запису.
       *[no] Туди треба записатися.
    }{ $access ->
        [none] {""}
       *[other] {" "}Як дістатися: { $access }.
    }
proposal-slot =
    { $who } пропонує тобі зустріч: { $starts_at }, { $mode }, з { $advisor }.{ $place ->
        [none] {""}
       *[other] {" "}{ place-said }.
    } Тобі підходить?
proposal-workshop =
    { $who } пропонує тобі заняття «{ $title }»: { $starts_at }. { place-said }. Хочеш прийти?
proposed =
    .take-place = Добре, піду
    .take-slot = Так, беру
    .take-workshop = Так, прийду
    .pass = Ні, щось інше
    .other-slot = { $short }, { $advisor }
    .other-workshop = { $short }, { $title }
place_noted = Записано. Гарної дороги!
seat_noted = Місце за тобою: «{ $title }», { $starts_at }. { place-said }. Якщо не зможеш прийти, скажи про це тут.
pass_noted = Добре, передано. Напиши тут, що підійде краще.
pass_noted_alone = Добре, записано. Якщо хочеш щось інше, людина може тобі допомогти.
others_free = Це місце щойно зайняли. Ось інші:
no_other = Це місце щойно зайняли, інших я не бачу. Напиши тут, пошукаємо разом.
no_other_alone = Це місце щойно зайняли, інших я не бачу. Людина може пошукати з тобою.
booking-gone = Цієї пропозиції вже немає. Твої зустрічі: /rdv. Поговорити з людиною: /humain
booking-done = Уже записано. Твої зустрічі: /rdv
booking-minor = До 16 років я нікуди не записую. Людина, яка відповідає тут, підкаже, хто допоможе: /humain
passed-gone = Цієї пропозиції вже немає. Нічого не змінилося.
passed-done = Тебе вже записано. Щоб перенести чи скасувати зустріч: /rdv
