### After a human: whether they helped, keeping what was said, and being called.

face = آیا { $rated_name } درسره مرسته وکړه؟ ستا ځواب له ټیم سره مرسته کوي چې ښه کار وکړي. که نه غواړې، ځواب مه ورکوه.
    .good = 🙂 هو، مننه
    .fair = 😐 لږ
    .bad = 🙁 نه
unrated = سمه ده.
rated-gone = له هغه وخته ډېره موده تېره شوې، خو بیا هم مننه.
word = ومې لیکل. نور څه ویل غواړې؟ ټیم به یې ولولي.
worded-gone = له هغه وخته ډېره موده تېره شوې، خو بیا هم مننه.
rated_thanks = مننه چې راته ودې ویل. که څوک دې په کار وي: /humain
rated_sorry = مننه چې راته ودې ویل. بل کس درسره مرسته کولای شي.

keep-talk = خبرې ساتل
kept_talk-gone = دلته له چا سره ستا خبرې نه پیدا کوم.
talk_file = دا ستاسو خبرې دي. که ټیلیفون ګډ وي، پاکول یې مه هېروه.
transcript-title = په Passerelle کې ستا خبرې
transcript-you = ته
transcript-guide = Passerelle
transcript-human = د ټیم یو کس
transcript-photo = [انځور]
transcript-video = [ویډیو]
transcript-voice = [غږیز پیغام]
transcript-sticker = [سټېکر]
transcript-contact = [د اړیکې شمېره]
transcript-position = [موقعیت]
transcript-edited = [بدل شوی پیغام]
transcript-tap = [تڼۍ]
transcript-file = [فایل]
transcript-end = دا متن ستا دی. زموږ له خوا د هر څه پاکولو لپاره، په خبرو کې ولیکه: /supprimer

reach = که دلته مو اړیکه درسره پرې شي، زنګ درته وهلای شو؟ یوازې د بیا اړیکې لپاره، تر درې ځله پورې.
    .yes = هو، زنګ راته وهئ
    .no = نه، مننه
reach_yes = سمه ده: که دلته اړیکه پرې شي، { $phone } ته زنګ وهو. که دې نظر بدل شو: /vieprivee
reach_no = سمه ده، هېڅوک به زنګ درته ونه وهي. که دې نظر بدل شو: /vieprivee
reach-on = که اړیکه پرې شي، زنګ راته وهئ
reach-off = نور زنګ راته مه وهئ
unreach_noted = سمه ده، که دلته اړیکه پرې شي، هېڅوک به زنګ درته ونه وهي.
