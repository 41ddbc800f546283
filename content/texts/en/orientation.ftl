### The main story: from a first word to an appointment.

hello =
    Hi! This is Passerelle. I help you find an appointment near you. It is free, and you stop when you want.
    Telegram is no place for your file: write nothing medical and no papers here. Your rights: /vieprivee
    .go = Let’s go
    .english = English
    .french = Français
bracket = How old are you?
    .under_16 = Under 16
    .from_16 = 16 or 17
    .from_18 = 18 to 25
    .from_26 = 26 or more
forgotten-booked = You have an appointment to come, so I erase nothing. If you are under 16: /vieprivee tells you how to erase everything.
minors =
    Thanks for writing. You are under 16, so I keep nothing of this.
    To talk: Fil Santé Jeunes, { LINE("fil_sante_jeunes") }, or { LINE("119") } if someone hurts you. For school: the CIO, a free advice centre. And an adult you trust.
elders =
    From 26, France Travail and your Département can help you.
    With a recognised disability, the mission locale is sometimes possible until 29. A person can answer you: “Talk to someone”.
    .younger = I am under 26
commune = Where do you live? Type your town or postcode, or share your position.
place-unknown = I did not find this town. Try the postcode, or just the name.
place-abroad = This position is not in France. Type the name of your town or its postcode.
place-divided = In this city, the mission locale depends on the district (arrondissement). Type it (“Paris 11”), or your postcode.
other-commune = Another town
which = There are several. Which one is it?
which-one = { $name } ({ $departement })
served = { $commune }: your mission locale is { $name }.
probably_served = { $others ->
        [none] { $commune }: your mission locale is probably { $name } ({ $example ->
            [yes] example data
           *[no] to be checked
        }).
       *[other] { $commune }: several missions locales share your town: { $name }, and also: { $others } (to be checked). We start with the first.
    }
elsewhere = { $certain ->
        [yes] { $commune }: your mission locale is: { $name }.{ $address ->
            [none] {""}
           *[other] {" "}{ $address }.
        } I cannot book there for you yet. Contact them directly.
       *[no] { $name ->
            [none] { $commune }: I do not know your mission locale. The directory shows it in a moment. To talk to someone now, for free (in French): Fil Santé Jeunes, { LINE("fil_sante_jeunes") }.
           *[other] { $lines ->
                [none] { $commune }: your mission locale is probably { $name } (to be checked). I cannot book there yet. The directory confirms it.
               *[other] { $commune }: { $shared ->
                    [yes] several missions locales share your town
                   *[no] your mission locale is probably one of these
                } (to be checked).
                    { $lines }
                    I cannot book there yet. The directory confirms it.
            }
        }
    }

## Needs

needs = What do you need? You can choose several, or say it in your own words.
    .emploi = Work
    .formation = Training
    .logement = Housing
    .sante = Health
    .mobilite = Getting around
    .argent = Money
    .orientation = Finding my way
    .droits = Papers, rights
    .famille = Family
    .numerique = Digital
    .loisirs = Sport, culture
    .decrochage = School
    .more = Something else
    .less = The first ones
    .done = That’s all
urgent_school = At 16 or 17, someone can answer you first. You decide: “Talk to someone”.
tips = { $tips }

## Proposals

# The distance, and in how many days.
offer-far =
    { $km ->
        [0] in your town
       *[other] { $km } km away as the crow flies
    }
offer-days =
    { $days ->
        [0] today
        [1] tomorrow
       *[other] in { $days } days
    }
# What is said of every place proposed.
offer-facts =
    Open: { $hours }{ $example ->
        [yes] {" "}(example data).
       *[no] .{ $checked ->
            [none] {""}
           *[other] {" "}Checked on { $checked }.
        }
    }
    First appointment: { $starts_at }.
offer_near =
    The nearest: { offer-far }.
    { $place }
    { offer-facts }
offer_soon =
    The soonest: { offer-days }{ $km ->
        [none] {""}
       *[other] {" "}({ offer-far })
    }.
    { $place }
    { offer-facts }
offer_both =
    The nearest and the soonest: { offer-far }, { offer-days }.
    { $place }
    { offer-facts }
offer_remote = Without travelling: { $mode } with { $advisor }, { $starts_at }.
offer_visit =
    Or very near, in your town: { $place }
    { offer-facts }
walk_in =
    { $why ->
        [visit] In your town
       *[near] Nearer still
    }, without an appointment: { $place } ({ offer-far }).
    Open: { $hours }{ $example ->
        [yes] {" "}(example data)
       *[no] {""}
    }.
proposal = Which one suits you?
    .offer_near = The nearest: { $short }
    .offer_soon = The soonest: { $short }
    .offer_both = { $short }
    .remote = I cannot come
    .in_person = I can come
    .offer_remote = { $short }
    .offer_visit = In your town: { $short }
    .other = Other times
no_slot =
    I found no free appointment. { $site }: { $hours }{ $walk_in ->
        [yes] , without an appointment
       *[no] {""}
    }{ $example ->
        [yes] {" "}(example data)
       *[no] {""}
    }.{ $phone ->
        [none] {""}
       *[other] {" "}Phone: { $phone }.
    }
    A person can look for one for you: “Talk to someone”.
    .wait = Tell me as soon as a place opens
call_me_on = Which number shall we call? Only your mission locale will see it.
call_me_on-unclear = This number does not look complete. Write its ten digits, or + and the country code.
on_list_noted = Noted, I will write as soon as a place opens. I have told your mission locale too. A person can help you already.

# One advisor in particular.
advisor-mine = I already have an advisor
advisor-other = Someone else
advisor-word = Leave a word for { $name }
advisor-first = All right, we look with the person who helps you.
which_advisor = Who helps you?
    .unknown = I do not remember
one-advisor = { $name }
with_advisor = Here are the appointments with { $name }.
none_with = { $name } has no free appointment. You can leave a word, or see someone else.
word-left = Write your word for { $name } here: the team will pass it on.
other_site = At which place?
one-site = { $site }{ $km ->
        [none] {""}
        [0] {" "}(your town)
       *[other] {" "}({ $km } km)
    }
day = Which day?
one-day = { $day }
hour = At what time?
one-hour = { $hour }
slots-full = Nothing is free here any more. Here is what is left.
hold-taken = Someone has just taken this appointment. Here are others.
phone = Which number shall we call? Only your mission locale will see it.
phone-unclear = This number does not look complete. Write its ten digits, or + and the country code.
first_name = Which first name shall I note? A nickname will do.
confirm =
    Shall we check? { $first_name }, { $bracket }, { $commune }.
    For: { $needs }.
    Appointment { $starts_at }, { $mode }{ $phone ->
        [none] {""}
       *[other] {" "}on { $phone }
    }, with { $advisor } ({ $minutes } minutes).{ $place ->
        [none] {""}
       *[other] {" "}{ place-said }.
    }
    I keep this appointment for you for 10 minutes.
    .ok = Confirm
    .correct = Correct
correct = What shall we correct?
    .bracket = My age
    .commune = My town
    .needs = My needs
    .proposal = The appointment
    .first_name = My first name
    .phone = My number
booking-taken = Someone has just taken this appointment. Here are others.
booked =
    Confirmed: { $starts_at }, { $mode }, with { $advisor }.{ $place ->
        [none] {""}
       *[other] {" "}{ place-said }.
    }
    { $bring ->
        [none] {""}
       *[other] To bring: { $bring }{" "}
    }To move or cancel: /rdv
booked_place = { $site }
booked_file = For your calendar.

mode-place = on site
mode-phone = by phone
mode-visio = by video
mode-home = at your place

# A place, and whether it is made up.
place-said = { $place }{ $example ->
        [yes] {" "}(example data)
       *[no] {""}
    }
