### Ce citește echipa pe Telegram. Niciodată un cuvânt al tânărului, nici vârsta, nici numărul lui.

team-opened = Cineva cere să vorbească cu o persoană.
team-urgent = Urgent: cineva are nevoie acum de o persoană.
team-handed-on = Vi s-a încredințat o conversație.
team-taken-over = Cineva din echipă a preluat una dintre conversațiile dumneavoastră: nu mai trebuie să răspundeți.
team-resumed = Cineva a revenit și dorește să continue cu dumneavoastră.
team-taken-back = Persoana spune că e bine. Cererea rămâne deschisă: decizia e a dumneavoastră.
team-promise-near = Se apropie ora promisă: se așteaptă un răspuns.
team-promise-missed = Ora promisă a trecut, fără răspuns.
team-nobody-on-duty = Cineva așteaptă și nimeni nu e de serviciu.
team-nobody-urgent = Urgent: cineva așteaptă și nimeni nu e de serviciu.

team-who = Cine: { $name }
team-where = Unde: { $where }
team-what = Pentru: { $needs }
team-since = Așteaptă de { $since }.

team-take = Preiau
team-open = Deschid conversația
team-console = Deschid Passerelle
team-unlink = Fără anunțuri aici

team-yours = Conversația e a dumneavoastră. Răspunsul se scrie în Passerelle.
team-taken = Se ocupă { $name }.
team-over = S-a încheiat, nu mai e nimic de făcut.
team-settled = Răspunsul a plecat sau nu mai e așteptat.
team-erased = Această cerere nu mai există.

team-toast-yours = E a dumneavoastră.
team-toast-taken = Se ocupă deja { $name }.
team-toast-gone = Nu mai poate fi preluată.
team-toast-silent = Nu i se mai poate scrie: persoana a oprit conversația.
team-toast-outside = De această conversație se ocupă altă echipă.

team-linked = Conectarea e făcută, { $name }. Cererile echipei dumneavoastră vor ajunge aici, cu un buton pentru a le prelua. Aici nimeni nu citește ce scrieți.
team-linked-instead = Acest cont Telegram primea anunțurile pentru { $former }. Acum le primește pentru { $name }.
team-words = Aici contează doar butoanele: nimeni nu citește ce scrieți. Răspunsurile se scriu în Passerelle.
team-unlinked = Deconectarea e făcută: cererile nu mai ajung aici, ci prin e-mail. Pentru a conecta din nou: pagina „Mon compte” din Passerelle.
team-link-gone = Acest link nu mai e valabil: ține 30 de minute și merge o singură dată. Creați altul pe pagina „Mon compte” din Passerelle.
team-link-youth = Acest cont Telegram vorbește deja cu Passerelle ca un tânăr: conectarea le-ar amesteca. Folosiți alt cont. Sau ștergeți conversația cu /supprimer și deschideți din nou linkul.
