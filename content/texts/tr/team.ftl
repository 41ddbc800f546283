### Ekibin Telegram'da okudukları. Gencin ne bir sözü ne yaşı ne de numarası.

team-opened = Biri bir insanla konuşmak istiyor.
team-urgent = Acil: birinin şimdi bir insana ihtiyacı var.
team-handed-on = Size bir konuşma devredildi.
team-taken-over = Bir meslektaşınız konuşmalarınızdan birini devraldı: artık cevap vermeniz gerekmiyor.
team-resumed = Biri geri döndü ve sizinle devam etmek istiyor.
team-taken-back = Kişi iyi olduğunu söylüyor. Talep açık kalıyor: karar sizin.
team-promise-near = Söz verilen saat yaklaşıyor: bir cevap bekleniyor.
team-promise-missed = Söz verilen saat cevapsız geçti.
team-nobody-on-duty = Biri bekliyor ve nöbette kimse yok.
team-nobody-urgent = Acil: biri bekliyor ve nöbette kimse yok.

team-who = Kim: { $name }
team-where = Nerede: { $where }
team-what = Konu: { $needs }
team-since = Bekleme başlangıcı: { $since }.

team-take = Ben alıyorum
team-open = Konuşmayı aç
team-console = Passerelle'i aç
team-unlink = Artık buradan haber verme

team-yours = Bu sizde. Cevap Passerelle'de yazılır.
team-taken = Bununla { $name } ilgileniyor.
team-over = Bitti, yapılacak bir şey kalmadı.
team-settled = Cevap gönderildi veya artık beklenmiyor.
team-erased = Bu istek artık yok.

team-toast-yours = Bu sizde.
team-toast-taken = Bununla { $name } zaten ilgileniyor.
team-toast-gone = Artık alınamaz.
team-toast-silent = Ona bir şey iletilemez: kişi konuşmayı durdurdu.
team-toast-outside = Bununla başka bir ekip ilgileniyor.

team-linked = Hesap bağlandı, { $name }. Ekibinizin istekleri, almak için bir butonla buraya gelecek. Burada yazdıklarınızı kimse okumaz.
team-linked-instead = Bu Telegram hesabına gelen bildirimler eskiden { $former } içindi. Şimdi { $name } için.
team-words = Burada sadece butonlar geçerli: yazdıklarınızı kimse okumaz. Cevaplar Passerelle'de yazılır.
team-unlinked = Hesabın bağlantısı kesildi: istekler artık buraya değil, e-postaya gelecek. Yeniden bağlamak için: Passerelle'de “Mon compte” sayfası.
team-link-gone = Bu bağlantı artık geçersiz: 30 dakika geçerlidir ve bir kez kullanılır. Passerelle'de “Mon compte” sayfasından yenisini oluşturun.
team-link-youth = Bu Telegram hesabı Passerelle ile zaten bir genç olarak konuşuyor: bağlamak ikisini karıştırır. Başka bir hesap kullanın. Ya da o konuşmayı /supprimer ile silin, sonra bağlantıyı yeniden açın.
