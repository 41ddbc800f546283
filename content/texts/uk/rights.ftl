### Після людини: чи допомогла, зберегти розмову, можна подзвонити.

face = Чи допомагає тобі { $rated_name }? Твоя відповідь допоможе команді працювати краще. Можна й пропустити.
    .good = 🙂 Так, дякую
    .fair = 😐 Трохи
    .bad = 🙁 Ні
unrated = Добре.
rated-gone = Минуло вже забагато часу, але все одно дякую.
word = Записано. Хочеш щось додати? Команда прочитає.
worded-gone = Минуло вже забагато часу, але все одно дякую.
rated_thanks = Дякую за відповідь. Хтось потрібен: /humain
rated_sorry = Дякую за відповідь. Тобі може допомогти інша людина.

keep-talk = Зберегти розмову
kept_talk-gone = Я не знаходжу тут розмови з людиною.
talk_file = Ось ваша розмова. Якщо телефон спільний, не забудь її стерти.
transcript-title = Твоя розмова в Passerelle
transcript-you = Ти
transcript-guide = Passerelle
transcript-human = Людина з команди
transcript-photo = [фото]
transcript-video = [відео]
transcript-voice = [голосове повідомлення]
transcript-sticker = [стікер]
transcript-contact = [контакт]
transcript-position = [місце на карті]
transcript-edited = [змінене повідомлення]
transcript-tap = [кнопка]
transcript-file = [файл]
transcript-end = Цей текст твій. Щоб стерти все в нас: /supprimer у чаті.

reach = Якщо зв’язок тут зникне, можна тобі подзвонити? Лише щоб знову зв’язатися, щонайбільше три дзвінки.
    .yes = Так, дзвоніть
    .no = Ні, дякую
reach_yes = Добре: якщо зв’язок тут зникне, подзвонимо на { $phone }. Можна передумати: /vieprivee
reach_no = Добре, ніхто тобі не дзвонитиме. Можна передумати: /vieprivee
reach-on = Дзвонити, якщо зникну
reach-off = Більше не дзвонити
unreach_noted = Добре, ніхто не дзвонитиме, якщо зв’язок тут зникне.
