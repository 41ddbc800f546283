### ما يقترحه شخص من الفريق في المحادثة: مكان، موعد، ورشة.

proposal-place =
    اقتراح من { $who }: هذا المكان{ $km ->
        [none] {""}
       *[other] {" "}({ offer-far })
    }: { place-said }.
    { $hours ->
        [none] {""}
       *[other] مفتوح: { $hours }.{" "}
    }{ $walk_in ->
        [yes] يمكنك الحضور بلا موعد.
       *[no] الحضور هناك بموعد.
    }{ $access ->
        [none] {""}
       *[other] {" "}الوصول: { $access }.
    }
proposal-slot =
    اقتراح موعد من { $who }: { $starts_at }، { $mode }، مع { $advisor }.{ $place ->
        [none] {""}
       *[other] {" "}{ place-said }.
    } هل يناسبك؟
proposal-workshop =
    اقتراح ورشة من { $who }: «{ $title }»، { $starts_at }. { place-said }. هل يناسبك ذلك؟
proposed =
    .take-place = حسنًا، سأذهب
    .take-slot = نعم، أريده
    .take-workshop = نعم، سأحضر
    .pass = لا، شيء آخر
    .other-slot = { $short }، { $advisor }
    .other-workshop = { $short }، { $title }
place_noted = تم. بالتوفيق!
seat_noted = مكانك محفوظ: «{ $title }»، { $starts_at }. { place-said }. إن تعذّر حضورك، تكفي كلمة هنا.
pass_noted = حسنًا. ما الذي يناسبك أكثر؟ يمكنك كتابته هنا.
pass_noted_alone = حسنًا، سجّلت ذلك. إن أردت شيئًا آخر، يمكن لشخص مساعدتك.
others_free = حُجز هذا المكان قبل لحظة. إليك غيره:
no_other = حُجز هذا المكان قبل لحظة، ولا أرى غيره. يمكنك الكتابة هنا، ونبحث معك.
no_other_alone = حُجز هذا المكان قبل لحظة، ولا أرى غيره. يمكن لشخص البحث معك.
booking-gone = هذا الاقتراح لم يعد موجودًا. مواعيدك: /rdv. التحدث مع شخص: /humain
booking-done = هذا مسجّل من قبل. مواعيدك: /rdv
booking-minor = قبل سن 16، لا أحجز شيئًا. الشخص الذي يرد عليك هنا يعرف من يساعدك: /humain
passed-gone = هذا الاقتراح لم يعد موجودًا. لم يتغير شيء.
passed-done = هذا مسجّل لك من قبل. لتغيير موعد أو إلغائه: /rdv
