### القصة الرئيسية: من أول كلمة إلى الموعد.

hello =
    أهلًا! هنا Passerelle. أساعدك على إيجاد موعد قريب منك. الخدمة مجانية، ويمكنك التوقف متى شئت.
    تطبيق Telegram ليس مكانًا لملفك: لا معلومات طبية ولا وثائق هنا، من فضلك. حقوقك: /vieprivee
    .go = هيا نبدأ
    .english = English
    .french = Français
bracket = كم عمرك؟
    .under_16 = أقل من 16 سنة
    .from_16 = 16 أو 17 سنة
    .from_18 = 18 إلى 25 سنة
    .from_26 = 26 سنة أو أكثر
forgotten-booked = لديك موعد قادم، لذلك لا أمسح شيئًا. إن كان عمرك أقل من 16 سنة، هنا طريقة مسح كل شيء: /vieprivee
minors =
    شكرًا على رسالتك. عمرك أقل من 16 سنة، لذلك لا أحتفظ بأي شيء من كلامك.
    للتحدث: رقم Fil Santé Jeunes هو { LINE("fil_sante_jeunes") }، أو { LINE("119") } إن كان أحد يؤذيك. للمدرسة: مركز CIO، نصائحه مجانية. وهناك أيضًا شخص بالغ محل ثقتك.
elders =
    من سن 26، يمكن أن يساعدك France Travail ومقاطعتك (Département).
    مع اعتراف رسمي بالإعاقة، تبقى mission locale ممكنة أحيانًا حتى سن 29. يمكن لشخص أن يجيبك: «التحدث مع شخص».
    .younger = عمري أقل من 26
commune = أين مكان سكنك؟ يكفي اسم بلدتك أو رمزها البريدي، أو مشاركة موقعك.
place-unknown = لم أجد هذه البلدة. لنجرب الرمز البريدي، أو الاسم وحده.
place-abroad = هذا الموقع ليس في فرنسا. أحتاج إلى اسم بلدتك أو رمزها البريدي.
place-divided = في هذه المدينة، تختلف mission locale حسب الدائرة (arrondissement). يكفي رقمها («Paris 11»)، أو رمزك البريدي.
other-commune = بلدة أخرى
which = هناك أكثر من واحدة. أيها؟
which-one = { $name } ({ $departement })
served = { $commune }: اسم mission locale الخاصة بك: { $name }.
probably_served = { $others ->
        [none] { $commune }: على الأرجح، mission locale الخاصة بك هي { $name } ({ $example ->
            [yes] مثال فقط
           *[no] يجب التأكد
        }).
       *[other] { $commune }: هناك أكثر من mission locale في بلدتك: { $name }، وأيضًا: { $others } (يجب التأكد). نبدأ بالأولى.
    }
elsewhere = { $certain ->
        [yes] { $commune }: اسم mission locale الخاصة بك: { $name }.{ $address ->
            [none] {""}
           *[other] {" "}{ $address }.
        } لا أستطيع الحجز فيها بعد. يمكنك الاتصال بها مباشرة.
       *[no] { $name ->
            [none] { $commune }: لا أعرف mission locale الخاصة بك. الدليل يعطيك اسمها في لحظة. للتحدث مع شخص الآن، مجانًا (بالفرنسية): رقم Fil Santé Jeunes هو { LINE("fil_sante_jeunes") }.
           *[other] { $lines ->
                [none] { $commune }: على الأرجح، mission locale الخاصة بك هي { $name } (يجب التأكد). لا أستطيع الحجز فيها بعد. الدليل يؤكد لك ذلك.
               *[other] { $commune }: { $shared ->
                    [yes] هناك أكثر من mission locale في بلدتك
                   *[no] على الأرجح، mission locale الخاصة بك واحدة من هذه
                } (يجب التأكد).
                    { $lines }
                    لا أستطيع الحجز فيها بعد. الدليل يؤكد لك ذلك.
            }
        }
    }

## الاحتياجات

needs = ما هي احتياجاتك؟ يمكنك اختيار أكثر من شيء، أو الكتابة بكلماتك.
    .emploi = العمل
    .formation = التدريب المهني
    .logement = السكن
    .sante = الصحة
    .mobilite = التنقل
    .argent = المال
    .orientation = اختيار طريقي
    .droits = الأوراق والحقوق
    .famille = العائلة
    .numerique = الإنترنت
    .loisirs = الرياضة والثقافة
    .decrochage = المدرسة
    .more = شيء آخر
    .less = القائمة الأولى
    .done = هذا كل شيء
urgent_school = في سن 16 أو 17، يمكن لشخص أن يجيبك قبل غيرك. القرار لك: «التحدث مع شخص».
tips = { $tips }

## الاقتراحات

# المسافة، وبعد كم يوم.
offer-far =
    { $km ->
        [0] في بلدتك
       *[other] على بُعد { $km } كم بخط مستقيم
    }
offer-days =
    { $days ->
        [0] اليوم
        [1] غدًا
        [2] بعد غد
        [few] بعد { $days } أيام
        [many] بعد { $days } يومًا
       *[other] بعد { $days } يوم
    }
# ما يقال عن كل مكان مقترح.
offer-facts =
    مفتوح: { $hours }{ $example ->
        [yes] {" "}(مثال فقط).
       *[no] .{ $checked ->
            [none] {""}
           *[other] {" "}تم التأكد في { $checked }.
        }
    }
    أول موعد: { $starts_at }.
offer_near =
    الأقرب إليك: { offer-far }.
    { $place }
    { offer-facts }
offer_soon =
    الأبكر: { offer-days }{ $km ->
        [none] {""}
       *[other] {" "}({ offer-far })
    }.
    { $place }
    { offer-facts }
offer_both =
    الأقرب والأبكر: { offer-far }، { offer-days }.
    { $place }
    { offer-facts }
offer_remote = بلا تنقل: { $mode } مع { $advisor }، { $starts_at }.
offer_visit =
    أو قريبًا جدًا، في بلدتك: { $place }
    { offer-facts }
walk_in =
    { $why ->
        [visit] في بلدتك
       *[near] أقرب من ذلك
    }، بلا موعد: { $place } ({ offer-far }).
    مفتوح: { $hours }{ $example ->
        [yes] {" "}(مثال فقط)
       *[no] {""}
    }.
proposal = أي موعد يناسبك؟
    .offer_near = الأقرب: { $short }
    .offer_soon = الأبكر: { $short }
    .offer_both = { $short }
    .remote = لا أستطيع الحضور
    .in_person = أستطيع الحضور
    .offer_remote = { $short }
    .offer_visit = في بلدتك: { $short }
    .other = أوقات أخرى
no_slot =
    لم أجد موعدًا متاحًا. { $site }: { $hours }{ $walk_in ->
        [yes] ، بلا موعد
       *[no] {""}
    }{ $example ->
        [yes] {" "}(مثال فقط)
       *[no] {""}
    }.{ $phone ->
        [none] {""}
       *[other] {" "}الهاتف: { $phone }.
    }
    يمكن لشخص أن يبحث لك عن موعد: «التحدث مع شخص».
    .wait = إخباري عند توفر موعد
call_me_on = على أي رقم نتصل بك؟ لن يراه أحد سوى mission locale الخاصة بك.
call_me_on-unclear = هذا الرقم لا يبدو كاملًا. أحتاج إلى أرقامه العشرة، أو إلى + ورمز البلد.
on_list_noted = حسنًا، سأكتب لك عند توفر موعد. أخبرت أيضًا mission locale الخاصة بك. يمكن لشخص مساعدتك من الآن.

# مستشار أو مستشارة بالاسم.
advisor-mine = لديّ مستشار أو مستشارة
advisor-other = شخص آخر
advisor-word = ترك رسالة إلى { $name }
advisor-first = حسنًا، نبحث مع الشخص الذي يساعدك عادةً.
which_advisor = من يساعدك عادةً؟
    .unknown = لا أتذكر
one-advisor = { $name }
with_advisor = هذه هي المواعيد مع { $name }.
none_with = لا يوجد موعد متاح مع { $name }. يمكنك ترك رسالة، أو لقاء شخص آخر.
word-left = يمكنك كتابة رسالتك إلى { $name } هنا: الفريق سيوصلها.
other_site = في أي مكان؟
one-site = { $site }{ $km ->
        [none] {""}
        [0] {" "}(بلدتك)
       *[other] {" "}({ $km } كم)
    }
day = أي يوم؟
one-day = { $day }
hour = في أي ساعة؟
one-hour = { $hour }
slots-full = لم يبق شيء متاح هنا. هذا ما تبقى.
hold-taken = حُجز هذا الموعد قبل لحظة. إليك مواعيد أخرى.
phone = على أي رقم نتصل بك؟ لن يراه أحد سوى mission locale الخاصة بك.
phone-unclear = هذا الرقم لا يبدو كاملًا. أحتاج إلى أرقامه العشرة، أو إلى + ورمز البلد.
first_name = ما الاسم الذي أسجله؟ يكفي اسم مستعار.
confirm =
    هل نراجع؟ { $first_name }، { $bracket }، { $commune }.
    الغرض: { $needs }.
    الموعد: { $starts_at }، { $mode }{ $phone ->
        [none] {""}
       *[other] {" "}على الرقم { $phone }
    }، مع { $advisor } ({ $minutes ->
        [one] دقيقة واحدة
        [two] دقيقتان
        [few] { $minutes } دقائق
       *[other] { $minutes } دقيقة
    }).{ $place ->
        [none] {""}
       *[other] {" "}{ place-said }.
    }
    أحفظ لك هذا الموعد 10 دقائق.
    .ok = تأكيد
    .correct = تصحيح
correct = ماذا نصحح؟
    .bracket = عمري
    .commune = بلدتي
    .needs = احتياجاتي
    .proposal = الموعد
    .first_name = اسمي
    .phone = رقمي
booking-taken = حُجز هذا الموعد قبل لحظة. إليك مواعيد أخرى.
booked =
    تم التأكيد: { $starts_at }، { $mode }، مع { $advisor }.{ $place ->
        [none] {""}
       *[other] {" "}{ place-said }.
    }
    { $bring ->
        [none] {""}
       *[other] المطلوب إحضاره: { $bring }{" "}
    }للتغيير أو الإلغاء: /rdv
booked_place = { $site }
booked_file = لإضافته إلى تقويمك.

mode-place = حضوريًا
mode-phone = بالهاتف
mode-visio = بمكالمة فيديو
mode-home = في بيتك

# مكان، وهل هو مجرد مثال.
place-said = { $place }{ $example ->
        [yes] {" "}(مثال فقط)
       *[no] {""}
    }
