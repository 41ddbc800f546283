### What the team reads on Telegram. Never a word of the young person, nor their age, nor their number.

team-opened = Someone asks for a person.
team-urgent = Urgent: someone needs a person now.
team-handed-on = A conversation is handed on to you.
team-taken-over = A colleague has taken over one of your conversations: you need not answer it any more.
team-resumed = Someone is back and would like to go on with you.
team-taken-back = They say they are fine. The call stays open: it is for you to judge.
team-promise-near = The promised time is near: an answer is expected.
team-promise-missed = The promised time has passed, without an answer.
team-nobody-on-duty = Someone is waiting, and nobody is on duty.
team-nobody-urgent = Urgent: someone is waiting, and nobody is on duty.

team-who = Who: { $name }
team-where = Where: { $where }
team-what = About: { $needs }
team-since = Waiting since { $since }.

team-take = Take it
team-open = Open the thread
team-console = Open Passerelle
team-unlink = Stop telling me here

team-yours = It is yours. You answer in Passerelle.
team-taken = { $name } is taking care of it.
team-over = It is over, nothing more to do.
team-settled = The answer has left, or is no longer expected.
team-erased = This request does not exist any more.

team-toast-yours = It is yours.
team-toast-taken = { $name } already has it.
team-toast-gone = It can no longer be taken.
team-toast-silent = Nothing can be said to them: the person ended the conversation.
team-toast-outside = Another team is taking care of this.

team-linked = You are linked, { $name }. Your team's requests will arrive here, with a button to take them. Nobody reads what you write here.
team-linked-instead = This Telegram account used to tell { $former }. It now tells { $name }.
team-words = Only the buttons count here: nobody reads what you write. You answer in Passerelle.
team-unlinked = You are unlinked: requests no longer arrive here, but by e-mail. To link again: the page “Mon compte” of Passerelle.
team-link-gone = This link is worth nothing any more: it lasts 30 minutes and works once. Make a new one on the page “Mon compte” of Passerelle.
team-link-youth = This Telegram account already talks to Passerelle as a young person: linking it would mix the two. Use another account. Or erase that conversation with /supprimer, then open the link again.
