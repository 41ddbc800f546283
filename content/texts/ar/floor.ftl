### حين يتكلم شخص آخر، وحين يكون هناك خطر.

human-called = تم، شخص من الفريق سيرد عليك هنا{ $until ->
        [none] {""}
       *[other] {" "}قبل { $until }
    }. يمكنك من الآن كتابة ما يحدث.
human-called-later = تم. لن يقرأ أحد قبل { $reads_at }.{ $until ->
        [none] {""}
       *[other] {" "}سيصلك الرد قبل { $until }.
    } يمكنك الكتابة من الآن، رسالتك ستُقرأ.
human-already-called = أخبرنا شخصًا من الفريق، وسيرد عليك هنا{ $until ->
        [none] {""}
       *[other] {" "}قبل { $until }
    }. يمكنك الكتابة.
human-already-here = هناك شخص يرد عليك هنا. يمكنك الكتابة له.
human-has-floor = هناك شخص يرد عليك. يمكن للأسئلة أن تنتظر.
still-stopped = لم أعد أكتب لك، كما طلبت. للعودة: /start
start-human = لم يضع شيء. هناك شخص يرد عليك هنا، أو سيرد{ $until ->
        [none] {""}
       *[other] {" "}قبل { $until }
    }. موعدك: /rdv
human-here = محادثتك الآن مع { $name }، والرد يصلك هنا.
human-gave-back = عدت إليك بعد { $name }. لنكمل.
human-closed = انتهت محادثتك مع { $name }. عند الحاجة إلى شخص: /humain. سأكمل معك.
human-hands-to = انتقلت محادثتك من { $name } إلى { $to }. الرد سيصلك هنا.{ $until ->
        [none] {""}
       *[other] {" "}سيصلك قبل { $until }.
    }
human-hands-to-team = انتقلت محادثتك من { $name } إلى فريق آخر، { $team }. هذا الفريق سيرد عليك هنا.{ $until ->
        [none] {""}
       *[other] {" "}سيصلك الرد قبل { $until }.
    }
human-releases = تتوقف هنا محادثتك مع { $name }. شخص آخر من الفريق سيرد عليك هنا.{ $until ->
        [none] {""}
       *[other] {" "}سيصلك الرد قبل { $until }.
    }
human-takes-over = انتقلت محادثتك من { $former } إلى { $name }. الرد سيصلك هنا.
human-stops = تتوقف هنا محادثتك مع { $name }. أبقى معك من أجل مواعيدك: /rdv
human-stops-until = تتوقف هنا محادثتك مع { $name }. لن يرد الفريق هنا قبل { $until }. أبقى معك: /rdv. عند الخطر، رقم الاتصال هو { LINE("samu") } أو { LINE("112") }.
human-paused = لن يرد الفريق هنا قبل { $until }. أبقى معك: /rdv. عند الخطر، رقم الاتصال هو { LINE("samu") } أو { LINE("112") }.
human-unpaused = يستطيع الفريق الرد عليك هنا من جديد. عند الحاجة: /humain

resume_with = هل نكمل مع { $name }؟
    .guide = المتابعة هنا
resume-with = المتابعة مع { $name }

danger-suicide = ما يحدث لك يهمّنا. لا بد من الاتصال الآن، مجانًا، ليلًا ونهارًا:
danger-violence-conjugale = ليس عليك تحمّل هذا. لا بد من الاتصال الآن، مجانًا، ليلًا ونهارًا:
danger-violence-familiale = ليس عليك تحمّل هذا. لا بد من الاتصال الآن، مجانًا، ليلًا ونهارًا:
danger-violence-sexuelle = الذنب ليس ذنبك. لا بد من الاتصال الآن، مجانًا، ليلًا ونهارًا:
danger-enfance-danger = يجب حماية كل طفل. لا بد من الاتصال الآن، مجانًا، ليلًا ونهارًا:
danger-sans-abri-ce-soir = مكانك ليس في الشارع. لا بد من الاتصال الآن، مجانًا، ليلًا ونهارًا:
danger-urgence-medicale = هذه حالة طارئة. لا بد من الاتصال الآن، مجانًا، ليلًا ونهارًا:
danger-overdose = هذه حالة طارئة. لا بد من الاتصال الآن، مجانًا، ليلًا ونهارًا:
danger-harcelement-cyber = يمكن أن يتوقف هذا. من المهم الاتصال، وهو مجاني:
danger-traite-exploitation = لا يحق لأحد إجبارك على ذلك. من المهم الاتصال، وهو مجاني:
danger-numbers = { $intro }
    { $numbers }
danger-number = { $number } – { $name }{ $sms ->
        [yes] {" "}(برسالة SMS)
       *[no] {""}
    }
danger-human = أخبرنا شخصًا من الفريق، وسيرد عليك هنا أيضًا{ $until ->
        [none] {""}
       *[other] {" "}قبل { $until }
    }.
danger-human-later = لن يقرأ أحد هنا قبل { $reads_at }.{ $until ->
        [none] {""}
       *[other] {" "}سيصلك الرد قبل { $until }.
    } الآن، الرقم هو { $numbers }.
danger-the = { $number }
danger-or = { $some } أو { $last }
