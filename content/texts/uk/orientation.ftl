### Головна історія: від першого слова до зустрічі.

hello =
    Привіт! Це Passerelle. Допоможу знайти зустріч поруч із тобою. Це безкоштовно, зупинитися можна будь-коли.
    Telegram не місце для особистих справ: не пиши тут про хвороби й не надсилай документів. Твої права: /vieprivee
    .go = Почнімо
    .english = English
    .french = Français
bracket = Скільки тобі років?
    .under_16 = Менше 16 років
    .from_16 = 16 або 17 років
    .from_18 = 18–25 років
    .from_26 = Від 26 років
forgotten-booked = У тебе запланована зустріч, тому я нічого не стираю. Якщо тобі менше 16: /vieprivee пояснить, як усе стерти.
minors =
    Дякую, що пишеш. Тобі ще немає 16, тож я нічого з цього не зберігаю.
    Щоб поговорити: Fil Santé Jeunes, { LINE("fil_sante_jeunes") }, або { LINE("119") }, якщо тебе хтось кривдить. Про школу: CIO, безкоштовний центр порад. А ще дорослі, яким довіряєш.
elders =
    Від 26 років тобі можуть допомогти France Travail і твій департамент (Département).
    Якщо визнано інвалідність, mission locale інколи можлива до 29 років. Людина може тобі відповісти: «Написати людині».
    .younger = Мені менше 26
commune = Де ти живеш? Напиши назву міста чи села, поштовий індекс або надішли геолокацію.
place-unknown = Такого місця я не знаходжу. Спробуй поштовий індекс або тільки назву.
place-abroad = Це місце не у Франції. Напиши назву свого міста або поштовий індекс.
place-divided = У цьому місті mission locale залежить від округу (arrondissement). Напиши його («Paris 11») або свій індекс.
other-commune = Інше місто
which = Таких кілька. Яке твоє?
which-one = { $name } ({ $departement })
served = { $commune }: твоя mission locale — { $name }.
probably_served = { $others ->
        [none] { $commune }: твоя mission locale, мабуть, { $name } ({ $example ->
            [yes] дані для прикладу
           *[no] треба перевірити
        }).
       *[other] { $commune }: тут діють кілька missions locales: { $name }, а також { $others } (треба перевірити). Почнемо з першої.
    }
elsewhere = { $certain ->
        [yes] { $commune }: твоя mission locale: { $name }.{ $address ->
            [none] {""}
           *[other] {" "}{ $address }.
        } Записати тебе туди я поки не можу. Звернися туди напряму.
       *[no] { $name ->
            [none] { $commune }: я не знаю твоєї mission locale. Список покаже її за мить. Щоб поговорити з кимось зараз, безкоштовно (французькою): Fil Santé Jeunes, { LINE("fil_sante_jeunes") }.
           *[other] { $lines ->
                [none] { $commune }: твоя mission locale, мабуть, { $name } (треба перевірити). Записати тебе туди я поки не можу. У списку можна перевірити.
               *[other] { $commune }: { $shared ->
                    [yes] тут діють кілька missions locales
                   *[no] твоя mission locale, мабуть, одна з цих
                } (треба перевірити).
                    { $lines }
                    Записати тебе туди я поки не можу. У списку можна перевірити.
            }
        }
    }

## Потреби

needs = Що тобі потрібно? Можна вибрати кілька або написати своїми словами.
    .emploi = Робота
    .formation = Навчання
    .logement = Житло
    .sante = Здоров’я
    .mobilite = Транспорт
    .argent = Гроші, виплати
    .orientation = Вибір професії
    .droits = Папери, права
    .famille = Сім’я
    .numerique = Інтернет, ПК
    .loisirs = Спорт, культура
    .decrochage = Школа
    .more = Щось інше
    .less = Попередні
    .done = Це все
urgent_school = У 16 чи 17 років тобі можуть відповісти без черги. Вирішуєш ти: «Написати людині».
tips = { $tips }

## Пропозиції

# Відстань і через скільки днів.
offer-far =
    { $km ->
        [0] у твоєму місті
       *[other] { $km } км по прямій
    }
offer-days =
    { $days ->
        [0] сьогодні
        [1] завтра
        [2] післязавтра
        [one] через { $days } день
        [few] через { $days } дні
        [many] через { $days } днів
       *[other] через { $days } дня
    }
# Що кажемо про кожне запропоноване місце.
offer-facts =
    Відчинено: { $hours }{ $example ->
        [yes] {" "}(дані для прикладу).
       *[no] .{ $checked ->
            [none] {""}
           *[other] {" "}Перевірено { $checked }.
        }
    }
    Найближчий вільний час: { $starts_at }.
offer_near =
    Найближче до тебе: { offer-far }.
    { $place }
    { offer-facts }
offer_soon =
    Найшвидше: { offer-days }{ $km ->
        [none] {""}
       *[other] {" "}({ offer-far })
    }.
    { $place }
    { offer-facts }
offer_both =
    Найближче і найшвидше: { offer-far }, { offer-days }.
    { $place }
    { offer-facts }
offer_remote = Можна нікуди не їхати: { $mode } з { $advisor }, { $starts_at }.
offer_visit =
    Або зовсім поруч, у твоєму місті: { $place }
    { offer-facts }
walk_in =
    { $why ->
        [visit] У твоєму місті
       *[near] Ще ближче
    }, без запису: { $place } ({ offer-far }).
    Відчинено: { $hours }{ $example ->
        [yes] {" "}(дані для прикладу)
       *[no] {""}
    }.
proposal = Що тобі підходить?
    .offer_near = Найближче: { $short }
    .offer_soon = Найшвидше: { $short }
    .offer_both = { $short }
    .remote = Не можу приїхати
    .in_person = Можу приїхати
    .offer_remote = { $short }
    .offer_visit = У твоєму місті: { $short }
    .other = Інший час
no_slot =
    Вільного часу я не знаходжу. { $site }: { $hours }{ $walk_in ->
        [yes] , без запису
       *[no] {""}
    }{ $example ->
        [yes] {" "}(дані для прикладу)
       *[no] {""}
    }.{ $phone ->
        [none] {""}
       *[other] {" "}Телефон: { $phone }.
    }
    Людина може пошукати для тебе: «Написати людині».
    .wait = Написати, коли буде місце
call_me_on = На який номер тобі дзвонити? Його побачить тільки твоя mission locale.
call_me_on-unclear = Схоже, номер неповний. Напиши всі десять цифр або + і код країни.
on_list_noted = Добре, напишу, щойно буде місце. Твоя mission locale теж знає. Людина вже зараз може тобі допомогти.

# Певний консультант чи консультантка.
advisor-mine = У мене є консультант
advisor-other = Хтось інший
advisor-word = Лишити слово: { $name }
advisor-first = Добре, шукаємо в людини, яка вже тобі допомагає.
which_advisor = Хто тобі допомагає?
    .unknown = Не пам’ятаю
one-advisor = { $name }
with_advisor = Ось коли можна зустрітися з { $name }.
none_with = У { $name } немає вільного часу. Можна лишити слово або піти до когось іншого.
word-left = Напиши тут своє слово для { $name }: команда передасть.
other_site = У якому місці?
one-site = { $site }{ $km ->
        [none] {""}
        [0] {" "}(твоє місто)
       *[other] {" "}({ $km } км)
    }
day = Якого дня?
one-day = { $day }
hour = О котрій годині?
one-hour = { $hour }
slots-full = Тут уже все зайнято. Ось що лишилося.
hold-taken = Цей час щойно зайняли. Ось інші варіанти.
phone = На який номер тобі дзвонити? Його побачить тільки твоя mission locale.
phone-unclear = Схоже, номер неповний. Напиши всі десять цифр або + і код країни.
first_name = Яке ім’я записати? Можна й нік.
confirm =
    Перевіримо? { $first_name }, { $bracket }, { $commune }.
    Для чого: { $needs }.
    Зустріч: { $starts_at }, { $mode }{ $phone ->
        [none] {""}
       *[other] {" "}за номером { $phone }
    }, з { $advisor } ({ $minutes } хв).{ $place ->
        [none] {""}
       *[other] {" "}{ place-said }.
    }
    Тримаю для тебе цей час 10 хвилин.
    .ok = Підтвердити
    .correct = Виправити
correct = Що виправимо?
    .bracket = Мій вік
    .commune = Моє місто
    .needs = Мої потреби
    .proposal = Зустріч
    .first_name = Моє ім’я
    .phone = Мій номер
booking-taken = Цей час щойно зайняли. Ось інші варіанти.
booked =
    Підтверджено: { $starts_at }, { $mode }, з { $advisor }.{ $place ->
        [none] {""}
       *[other] {" "}{ place-said }.
    }
    { $bring ->
        [none] {""}
       *[other] Візьми з собою: { $bring }{" "}
    }Щоб перенести чи скасувати: /rdv
booked_place = { $site }
booked_file = Для твого календаря.

mode-place = особисто
mode-phone = телефоном
mode-visio = відеодзвінком
mode-home = у тебе вдома

# Місце і чи воно вигадане.
place-said = { $place }{ $example ->
        [yes] {" "}(дані для прикладу)
       *[no] {""}
    }
