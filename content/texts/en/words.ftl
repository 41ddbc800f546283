### Words at any question, and what follows danger.

off-topic = I can't do that. I can help with an appointment, an address, or finding a person to talk to.
hello-again = Hi! This is where we are:
thanks = You're welcome. If you need anything, write to me here.
thanks-and-on = You're welcome. My question above can wait for you.
calm = I get that this is annoying, and I'm doing my best. A person can answer you: “Talk to someone”.
guessed = What is it about?
    .other = Something else
guess-again = OK. Say it in other words, or choose here:
needs-noted = Noted: { $needs }.
also =
    .undo = Remove: { $need }
none_within = You have no appointment yet. We're finding one together, right here:
none_alone = You have no appointment yet. Shall we find one?
no_place_yet = You have no appointment yet. I'll give you the address as soon as there is one.

call-me = I'd rather be called
call-noted = Noted: the team can call you on { $phone }.
no_call = I can't keep your number. A person can answer you here.

danger =
    .fine = I'm OK, let's go on
    .erase = Delete these messages
danger-seen = The person who answers you here can see your message.
danger-erase-how = Press and hold a message, then “Delete”. For the whole chat: press and hold it in your list, then “Delete”. Think of your call log too.{ $bill ->
        [yes] {" "}{ LINE("3919") } does not show on the phone bill.
       *[no] {""}
    }
danger-fine = OK. The team knows you're fine. If that changes, write to me or type /humain.
danger-fine-waiting = OK, noted. A person will answer you here, as planned.
human-sees = The person who answers you can see it.
