### After the appointment: whether it helped, how things are, and another moment for those who could not come.

helped =
    { $discreet ->
        [yes] Did it help you?
       *[no] Your appointment with { $advisor }: did it help you?
    }{ $bring_after ->
        [none] {""}
       *[other] {" "}What comes next: { $bring_after }
    }
    .yes = Yes
    .some = A little
    .no = No
helped_yes = Great, thanks for telling me.
helped_some = Thanks for telling me. If something is missing, a person can help you.
helped_no = Thanks for telling me. We can look for something else with you.
missed =
    We missed you { $days ->
        [0] today
        [-1] yesterday
       *[other] on { $day }
    }. It happens. Shall we find another moment?
    .take = Find a moment
how_now = A few days have passed. How are things?
    .take = Book another appointment
    .fine = All good
all_well = Good to hear. If you need me, write to me here.
before-gone = I cannot find this appointment any more. To book one: /start
