### Зустріч: показати, підтвердити, перенести, скасувати, нагадати.

no_appointment = У тебе немає запланованих зустрічей.
which_appointment = У тебе кілька зустрічей. Яка з них?
one-appointment = { $short }, { $advisor }
wish =
    Твоя зустріч: { $starts_at }, { $mode }, з { $advisor }.{ $place ->
        [none] {""}
       *[other] {" "}{ place-said }.
    }
    { $limits ->
        [move-cancel] Перенести можна до { $move_until }, скасувати — до { $cancel_until }.
        [cancel] Скасувати можна до { $cancel_until }.
        [move] Перенести можна до { $move_until }.
       *[none] Перенести чи скасувати тут уже не вийде, запізно. { call-or-talk }
    }
    .fine = Мені підходить
    .present = Я буду
    .move = Перенести
    .cancel = Скасувати
    .wait = Написати, якщо буде раніше
    .late = Запізнююся
    .lost = Не можу знайти
    .company = Прийду з кимось
    .take = Беру
    .keep = Лишаю свою
    .pass = Не підходить
    .unwait = Більше не шукати
call-or-talk = { $call ->
        [none] Напиши людині.
       *[other] Подзвони за номером { $call } або напиши людині.
    }
move_late = Перенести тут уже не вийде, запізно. Твоя зустріч не змінюється. { call-or-talk }
cancel_late = Скасувати тут уже не вийде, запізно. Не зможеш прийти — однаково скажи, це допоможе. { call-or-talk }
all_good = Чудово, нічого не змінюється. До зустрічі!
reminder-day = Нагадую про зустріч: { $starts_at }, { $mode }, з { $advisor }.{ $place ->
        [none] {""}
       *[other] {" "}{ place-said }.
    }
reminder-hours = Уже скоро: { $starts_at }, { $mode }, з { $advisor }.{ $place ->
        [none] {""}
       *[other] {" "}{ place-said }.
    }
reminder-discreet =
    Нагадую: { $days ->
        [0] сьогодні, { $hour }
        [1] завтра, { $hour }
       *[other] { $starts_at }
    }.
present-gone = Цієї зустрічі вже немає. Твої зустрічі: /rdv
presence_noted = Дякую, записано. На тебе чекає { $advisor }: { $starts_at }.
sure = Скасувати цю зустріч? Потім можна взяти іншу.
    .yes = Так, скасувати
    .no = Ні, залишити
cancelled-gone = Цієї зустрічі вже немає. Твої зустрічі: /rdv
cancel_noted = Скасовано: { $starts_at }. Щоб записатися знову: /start
cancelled-late = Скасувати тут уже не вийде, запізно. Твоя зустріч не змінюється. Людина може допомогти: /humain
cancelled_file = Щоб прибрати зустріч із календаря.
kept_as_is = Добре, залишаємо.
slots-gone = Цієї зустрічі вже немає. Твої зустрічі: /rdv
slots-late = Перенести тут уже не вийде, запізно. Твоя зустріч не змінюється. Людина може допомогти: /humain
slots-none = Іншого вільного часу немає. Твоя зустріч не змінюється. Людина може пошукати з тобою: /humain
moved-gone = Цієї зустрічі вже немає. Твої зустрічі: /rdv
moved-late = Перенести тут уже не вийде, запізно. Твоя зустріч не змінюється. Людина може допомогти: /humain
moved-taken = Цей час щойно зайняли. Ось інші варіанти. Твоя попередня зустріч залишається.
move_noted = Перенесено: { $starts_at }, { $mode }, з { $advisor }.{ $place ->
        [none] {""}
       *[other] {" "}{ place-said }.
    }
moved_file = Для календаря, замість старої зустрічі.
appointment-cancelled = Mission locale скасувала твою зустріч { $starts_at }. Знайдемо іншу? /start
appointment-moved =
    { $same ->
        [yes] Твоя зустріч { $was } буде в той самий час, але з { $advisor }, { $mode }.
       *[no] Mission locale мусила перенести твою зустріч { $was }. Новий час: { $starts_at }, { $mode }, з { $advisor }.
    }{ $place ->
        [none] {""}
       *[other] {" "}{ place-said }.
    } Тобі підходить?
appointment-joined =
    Готово, чат під’єднано. Твоя зустріч: { $starts_at }, { $mode }, з { $advisor }.{ $place ->
        [none] {""}
       *[other] {" "}{ place-said }.
    } Я нагадаю про неї тут.
link-joined = Готово, чат під’єднано. Запланованих зустрічей у тебе немає.
link-gone = Це посилання вже не діє: воно працює один раз, протягом двох тижнів. На рецепції можуть дати нове. А поговорити можемо вже зараз.
series-booked =
    { $count ->
        [1] Є нова зустріч
        [one] Заплановано { $count } зустріч
        [few] Заплановано { $count } зустрічі
        [many] Заплановано { $count } зустрічей
       *[other] Заплановано { $count } зустрічі
    } з { $advisor }, { $mode }. Перші: { $dates }. Усі твої зустрічі: /rdv
series-cancelled =
    Mission locale скасувала { $count ->
        [1] зустріч { $starts_at }
        [one] { $count } зустріч, починаючи з { $starts_at }
        [few] { $count } зустрічі, починаючи з { $starts_at }
        [many] { $count } зустрічей, починаючи з { $starts_at }
       *[other] { $count } зустрічі, починаючи з { $starts_at }
    }. Твої зустрічі: /rdv

## Повернутися, зупинитися

resume = Ми зупинилися на півдорозі. Продовжимо?
    .continue = Продовжити
    .restart = Почати знову
    .booked = Моя зустріч
menu = Що хочеш зробити?
    .again = Новий запит
keep_reminder = Добре, більше не пишу. А про зустріч нагадати?
    .yes = Так, нагадай
    .no = Ні, не треба
stopped = Добре, більше не пишу. Щоб повернутися: /start
pick = Якою мовою?
    .one = { $name }
    .on = Далі →
    .back = ← Назад
language_set = Готово.
language-heard = Продовжуємо українською. Щоб змінити: /langue
