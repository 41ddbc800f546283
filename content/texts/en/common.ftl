### What anyone may read at any moment.

language-name = English

## The words of dates (Babel patterns)

pattern-day = EEEE d MMMM
pattern-first-day = EEEE d MMMM
pattern-hour = H:mm
pattern-hour-minutes = H:mm
pattern-dated = d MMMM y
pattern-month = LLLL y
pattern-short-day = EEE d MMM
date-moment = { $day } at { $hour }
pattern-weekday = EEEE
date-weekday = { $day } at { $hour }
list-more = { $some }, { $next }
list-and = { $some } and { $last }
ticked = ✓ { $label }

## The buttons that never move

control-back = Back
control-human = Talk to someone
page-earlier = ← Earlier
page-later = Later →
control-skip = I would rather not say
control-position = 📍 Share my position
link-call = Call: { $name }
link-write = Text { $name }
link-map = See the map
link-directory = See the website
link-national = Directory of missions locales

## When we did not understand each other

please-choose = I did not get that. You can tap a button, or type its number (1, 2, 3…).
please-write = I received no words. Can you try again?
too-long = That is a bit long for me. Answer in a few words ({ $limit } letters at most).
no-position-now = Thanks for the position. Here, I need another answer.
human-can-help = I am not managing. A person can help you: tap “Talk to someone”. Or choose an answer here.
too-late = This button belongs to an earlier question. Nothing has changed. We are here:
button-gone = This button no longer works, nothing has changed. Your appointment: /rdv. Something else: /start
already-noted = Already noted.
nothing-before = This is the start, there is nothing before it.
cannot-read-file = I have received it, but I cannot read it. A person can: “Talk to someone”.
cannot-read-voice = I got your voice message. I'm keeping it for a person, who can listen to it. I can't.
cannot-read-sticker = Nice! To go on, I need words or a button.
edit-seen = I saw that you changed a message. To change an answer, tap “Back”.
unknown-command = I do not know this command. /aide shows what I can do.
group-only-private = I only speak in private. Write to me directly, see you soon.
apology = Your message has arrived, but I could not handle it. Type /humain to talk to someone.
not-so-fast = That's fast! I have kept it all, but I won't answer for a minute. Then tell me again what matters. Urgent: /humain

## Commands

aide =
    I help you find the right door near you, and an appointment.
    /start begin or go on
    /rdv see, move, cancel
    /humain talk to someone
    /langue change language
    /discret discreet reminders
    /vieprivee your data, erase everything
    /stop no more messages
vieprivee = Your mission locale answers for your information: it is its mission of public interest. I keep your answers, messages and appointments, { $contact } days at most after the last contact. The team that helps you reads them. Receive everything: /mesdonnees. Erase everything, now: /supprimer
erased = Done: everything is erased, your appointments too. What is left: figures without a name and, for { $audit } days, what the team did, without your name. Remember to delete this chat in Telegram too. If you come back one day, type /start.

command-start = Begin or go on
command-rdv = My appointment
command-humain = Talk to someone
command-aide = What I can do
command-langue = Change language
command-stop = No more messages
bot-description = Passerelle helps you find an appointment at the mission locale near you. Free, no account, no form.
bot-short-description = An appointment at the mission locale near you. Free.
