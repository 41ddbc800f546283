### The appointment: show, confirm, move, cancel, remind.

no_appointment = You have no appointment coming up.
which_appointment = You have several appointments. Which one?
one-appointment = { $short }, { $advisor }
wish =
    Your appointment: { $starts_at }, { $mode }, with { $advisor }.{ $place ->
        [none] {""}
       *[other] {" "}{ place-said }.
    }
    { $limits ->
        [move-cancel] You can move it until { $move_until }, cancel until { $cancel_until }.
        [cancel] You can cancel until { $cancel_until }.
        [move] You can move it until { $move_until }.
       *[none] It is too late to move or cancel here. { call-or-talk }
    }
    .fine = It suits me
    .present = I will be there
    .move = Move it
    .cancel = Cancel
    .wait = Tell me if an earlier place comes free
    .late = I am late
    .lost = I cannot find it
    .company = I am coming with someone
    .take = Take it
    .keep = Keep mine
    .pass = Not this one
    .unwait = Stop telling me
call-or-talk = { $call ->
        [none] Talk to someone.
       *[other] Call { $call } or talk to someone.
    }
move_late = It is too late to move it here. Your appointment does not change. { call-or-talk }
cancel_late = It is too late to cancel here. If you cannot come, say so all the same, it helps. { call-or-talk }
all_good = Great, nothing changes. See you soon.
reminder-day = Reminder: appointment { $starts_at }, { $mode }, with { $advisor }.{ $place ->
        [none] {""}
       *[other] {" "}{ place-said }.
    }
reminder-hours = Soon: { $starts_at }, { $mode }, with { $advisor }.{ $place ->
        [none] {""}
       *[other] {" "}{ place-said }.
    }
reminder-discreet =
    Reminder: { $days ->
        [0] today at { $hour }
        [1] tomorrow at { $hour }
       *[other] { $starts_at }
    }.
present-gone = This appointment no longer exists. Your appointments: /rdv
presence_noted = Thanks, noted. See you soon with { $advisor }, { $starts_at }.
sure = Cancel this appointment? You can take another one.
    .yes = Yes, cancel
    .no = No, keep it
cancelled-gone = This appointment no longer exists. Your appointments: /rdv
cancel_noted = Cancelled: { $starts_at }. To take another one: /start
cancelled-late = It is too late to cancel here. Your appointment does not change. A person can help you: /humain
cancelled_file = To remove it from your calendar.
kept_as_is = All right, we keep it.
slots-gone = This appointment no longer exists. Your appointments: /rdv
slots-late = It is too late to move it here. Your appointment does not change. A person can help you: /humain
slots-none = I have no other free time. Your appointment does not change. A person can look with you: /humain
moved-gone = This appointment no longer exists. Your appointments: /rdv
moved-late = It is too late to move it here. Your appointment does not change. A person can help you: /humain
moved-taken = Someone has just taken this time. Here are others. Your earlier appointment is kept.
move_noted = Moved: { $starts_at }, { $mode }, with { $advisor }.{ $place ->
        [none] {""}
       *[other] {" "}{ place-said }.
    }
moved_file = For your calendar, in place of the old one.
appointment-cancelled = The mission locale has cancelled your appointment of { $starts_at }. Shall we find another? /start
appointment-moved =
    { $same ->
        [yes] Your appointment of { $was } stays at the same time, but with { $advisor }, { $mode }.
       *[no] The mission locale had to move your appointment of { $was }. The new one: { $starts_at }, { $mode }, with { $advisor }.
    }{ $place ->
        [none] {""}
       *[other] {" "}{ place-said }.
    } Does it suit you?
appointment-joined =
    You are linked. Your appointment: { $starts_at }, { $mode }, with { $advisor }.{ $place ->
        [none] {""}
       *[other] {" "}{ place-said }.
    } I will remind you here.
link-joined = You are linked. You have no appointment to come.
link-gone = This link does not work any more: it serves once, for two weeks. The front desk can give you another. We can already talk here.
series-booked =
    { $count ->
        [one] A new appointment is booked
       *[other] { $count } appointments are booked
    } with { $advisor }, { $mode }. The first ones: { $dates }. All your appointments: /rdv
series-cancelled =
    { $count ->
        [one] The appointment of { $starts_at } is cancelled
       *[other] The { $count } appointments from { $starts_at } on are cancelled
    } by the mission locale. Your appointments: /rdv

## Coming back, stopping

resume = Good to see you again. We were halfway. Shall we go on?
    .continue = Go on
    .restart = Start again
    .booked = My appointment
menu = What would you like to do?
    .again = A new request
keep_reminder = All right, I stop writing. Shall I keep the reminder of your appointment?
    .yes = Yes, keep it
    .no = No reminder
stopped = Noted, I will not write any more. To start again: /start
pick = Which language?
    .one = { $name }
    .on = More →
    .back = ← Back
language_set = Noted.
language-heard = Let's go on in English. To change: /langue
