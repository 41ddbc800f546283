### What a mediator proposes in the conversation: a place, a slot, a workshop.

proposal-place =
    { $who } suggests this place{ $km ->
        [none] {""}
       *[other] {" "}({ offer-far })
    }: { place-said }.
    { $hours ->
        [none] {""}
       *[other] Open: { $hours }.{" "}
    }{ $walk_in ->
        [yes] You can come without an appointment.
       *[no] You need an appointment there.
    }{ $access ->
        [none] {""}
       *[other] {" "}Access: { $access }.
    }
proposal-slot =
    { $who } suggests an appointment: { $starts_at }, { $mode }, with { $advisor }.{ $place ->
        [none] {""}
       *[other] {" "}{ place-said }.
    } Is that OK for you?
proposal-workshop =
    { $who } suggests the workshop “{ $title }”: { $starts_at }. { place-said }. Do you want to come?
proposed =
    .take-place = OK, I will go
    .take-slot = Yes, I take it
    .take-workshop = Yes, I am coming
    .pass = No, something else
    .other-slot = { $short }, { $advisor }
    .other-workshop = { $short }, { $title }
place_noted = Noted. See you there!
seat_noted = Your seat is kept: “{ $title }”, { $starts_at }. { place-said }. If you cannot come any more, say so here.
pass_noted = OK, noted. Write here what would suit you better.
pass_noted_alone = OK, noted. If you want something else, a person can help you.
others_free = Somebody has just taken this one. Here are others:
no_other = Somebody has just taken this one, and I see no other. Write here, we will look together.
no_other_alone = Somebody has just taken this one, and I see no other. A person can look with you.
booking-gone = This proposal does not exist any more. Your appointments: /rdv. Talk to someone: /humain
booking-done = Already noted. Your appointments: /rdv
booking-minor = Under 16, I book nothing. The person who answers you here can tell you who helps: /humain
passed-gone = This proposal does not exist any more. Nothing has changed.
passed-done = It is already noted for you. To move or cancel an appointment: /rdv
