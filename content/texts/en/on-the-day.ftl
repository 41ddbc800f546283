### On the day, waiting for a place, a shared phone.

## On the day

late_told-gone = This appointment no longer exists. Your appointments: /rdv
late_told-early = This appointment is not today. To move it: /rdv
late_noted = Thanks for telling, { $advisor } will know. Come all the same.{ $call ->
        [none] {""}
       *[other] {" "}If it takes long, call { $call }.
    }
find_place =
    { place-said }.{ $access ->
        [none] {""}
       *[other] {" "}{ $access }.
    }
    { $hours ->
        [none] {""}
       *[other] Open: { $hours }.
    }{ $call ->
        [none] {""}
       *[other] {" "}Phone: { $call }.
    }
find_venue = { $site }
find_call = Your appointment is { $mode }: you need not go anywhere.{ $call ->
        [none] {""}
       *[other] {" "}Any trouble? Call { $call }.
    }
find_gone = This appointment no longer exists. Your appointments: /rdv
company_fine = Of course! Come with whoever you like.

## Waiting for a place

waits-gone = This appointment no longer exists. Your appointments: /rdv
waits-soon = Your appointment is soon already, I am not looking for an earlier one. It does not change.
waits_noted = Noted. I will write if an earlier place comes free, three times at most. Your appointment does not change.
earlier-freed =
    An earlier place is free: { $starts_at }, { $mode }, with { $advisor }.{ $place ->
        [none] {""}
       *[other] {" "}{ place-said }.
    }
    The first person who answers takes it. Yours: { $had }.
slot-freed =
    A place is open: { $starts_at }, { $mode }, with { $advisor }.{ $place ->
        [none] {""}
       *[other] {" "}{ place-said }.
    }
    The first person who answers takes it.
taken-gone = This wait is over, nothing has changed. Your appointments: /rdv
taken-taken = Someone has just taken this place, sorry. You stay on the list, and nothing else has changed.
taken_noted = It is yours: { $starts_at }, { $mode }, with { $advisor }.{ $place ->
        [none] {""}
       *[other] {" "}{ place-said }.
    } To move or cancel: /rdv
taken_file = For your calendar.
kept_waiting = All right, nothing changes. You stay on the list.
left_list-gone = It is over already, I am not looking any more.
left_list_noted = All right, I am not looking any more. Your appointments: /rdv

## A shared phone

discreet = Discreet mode: my reminders tell neither the place nor the reason. Useful if someone else reads your phone.
    .on = Discreet reminders
    .off = Full reminders
discreet_on = Noted, my reminders will stay discreet. To change: /discret
discreet_off = Noted, my reminders tell everything. To change: /discret
