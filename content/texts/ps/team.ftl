### What the team reads on Telegram. Never a word of the young person, nor their age, nor their number.

team-opened = یو څوک غواړي له یوه کس سره خبرې وکړي.
team-urgent = بېړنی: یو څوک همدا اوس یوه کس ته اړتیا لري.
team-handed-on = د یو چا خبرې تاسو ته وسپارل شوې.
team-taken-over = یوه همکار ستاسو د یو چا خبرې پر غاړه واخیستې: نور ځواب ورکولو ته اړتیا نشته.
team-resumed = یو څوک بېرته راځي او غواړي له تاسو سره دوام ورکړي.
team-taken-back = وايي چې ښه دی. غوښتنه پرانیستې پاتې کېږي: پرېکړه ستاسو ده.
team-promise-near = د ژمنې وخت نږدې دی: د ځواب په تمه دي.
team-promise-missed = د ژمنې وخت تېر شو او ځواب ورنه کړل شو.
team-nobody-on-duty = یو څوک په تمه دی، او هېڅوک نوکریوال نه دی.
team-nobody-urgent = بېړنی: یو څوک په تمه دی، او هېڅوک نوکریوال نه دی.

team-who = څوک: { $name }
team-where = چېرته: { $where }
team-what = د دې لپاره: { $needs }
team-since = له { $since } بجو راهیسې په تمه دی.

team-take = پر غاړه اخیستل
team-open = خبرې خلاصول
team-console = د Passerelle خلاصول
team-unlink = نور دلته خبر مه راکوه

team-yours = دا ستاسو شوه. ځواب په Passerelle کې ولیکئ.
team-taken = { $name } ورته رسېدګي کوي.
team-over = پای ته ورسېده، نور کار نشته.
team-settled = ځواب ولېږل شو، یا نور څوک ورته په تمه نه دی.
team-erased = دا غوښتنه نور نشته.

team-toast-yours = دا ستاسو شوه.
team-toast-taken = { $name } له مخکې ورته رسېدګي کوي.
team-toast-gone = نور یې پر غاړه اخیستل نه کېږي.
team-toast-silent = څه ورته ویل کېدای نه شي: هغه کس خبرې بندې کړې دي.
team-toast-outside = بل ټیم ورته رسېدګي کوي.

team-linked = اړیکه جوړه شوه، { $name }. ستاسو د ټیم غوښتنې به دلته راشي، د اخیستلو له تڼۍ سره. چې دلته څه لیکئ، هېڅوک یې نه لولي.
team-linked-instead = دې ټیلیګرام حساب { $former } ته خبر ورکاوه. اوس { $name } ته خبر ورکوي.
team-words = دلته یوازې تڼۍ کار کوي: چې څه لیکئ، هېڅوک یې نه لولي. ځوابونه په Passerelle کې لیکل کېږي.
team-unlinked = اړیکه پرې شوه: غوښتنې نور دلته نه راځي، په ایمیل راځي. د بیا اړیکې لپاره: په Passerelle کې د «Mon compte» پاڼه.
team-link-gone = دا لېنک نور کار نه کوي: 30 دقیقې او یوازې یو ځل کارېږي. په Passerelle کې د «Mon compte» پر پاڼه نوی جوړ کړئ.
team-link-youth = دا ټیلیګرام حساب له مخکې له Passerelle سره د یوه ځوان په توګه خبرې کوي: نښلول یې دا دواړه سره ګډوي. بل حساب وکاروئ. یا هغه خبرې په /supprimer پاکې کړئ، بیا لېنک خلاص کړئ.
