### ما يقرؤه الفريق على Telegram. أبدًا كلمة من الشاب أو الشابة، ولا العمر، ولا الرقم.

team-opened = هناك من يطلب التحدث مع شخص.
team-urgent = عاجل: هناك من يحتاج إلى شخص الآن.
team-handed-on = أُسندت إليكم محادثة.
team-taken-over = شخص آخر من الفريق تولّى إحدى محادثاتكم: لم يعد الرد مطلوبًا منكم.
team-resumed = هناك من عاد ويود المتابعة معكم.
team-taken-back = الشخص يقول إنه بخير. يبقى الطلب مفتوحًا: القرار لكم.
team-promise-near = الوقت الموعود يقترب: هناك من ينتظر ردًا.
team-promise-missed = مضى الوقت الموعود، بلا رد.
team-nobody-on-duty = هناك من ينتظر، ولا أحد في المناوبة.
team-nobody-urgent = عاجل: هناك من ينتظر، ولا أحد في المناوبة.

team-who = من: { $name }
team-where = أين: { $where }
team-what = الغرض: { $needs }
team-since = في الانتظار منذ { $since }.

team-take = تولّي الطلب
team-open = فتح المحادثة
team-console = فتح Passerelle
team-unlink = إيقاف الإشعارات هنا

team-yours = الطلب لكم. الرد يُكتب في Passerelle.
team-taken = الطلب الآن مع { $name }.
team-over = انتهى الأمر، لم يبق شيء للقيام به.
team-settled = أُرسل الرد، أو لم يعد منتظرًا.
team-erased = هذا الطلب لم يعد موجودًا.

team-toast-yours = الطلب لكم.
team-toast-taken = هذا الطلب مع { $name } الآن.
team-toast-gone = لم يعد ممكنًا تولّي هذا الطلب.
team-toast-silent = لا يمكن إيصال أي رسالة: أوقف الطرف الآخر المحادثة.
team-toast-outside = يتابع هذا الطلب فريق آخر.

team-linked = تم الربط، { $name }. طلبات فريقكم ستصل إلى هنا، مع زر لتولّيها. هنا لا أحد يقرأ ما تكتبون.
team-linked-instead = كان هذا الحساب على Telegram يُشعر { $former }. وهو الآن يُشعر { $name }.
team-words = هنا الأزرار وحدها تُحسب: لا أحد يقرأ ما تكتبون. الردود تُكتب في Passerelle.
team-unlinked = تم فك الربط: لن تصل الطلبات إلى هنا، بل بالبريد الإلكتروني. للربط من جديد: صفحة «Mon compte» في Passerelle.
team-link-gone = هذا الرابط لم يعد صالحًا: يدوم 30 دقيقة، ويعمل مرة واحدة. يمكنكم إنشاء رابط جديد في صفحة «Mon compte» في Passerelle.
team-link-youth = هذا الحساب على Telegram يتحدث مع Passerelle بصفة شاب أو شابة: الربط سيخلط بين الاثنين. يمكنكم استعمال حساب آخر. أو مسح هذه المحادثة بالأمر /supprimer، ثم فتح الرابط من جديد.
