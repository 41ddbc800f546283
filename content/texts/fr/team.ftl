### Ce que l'équipe lit sur Telegram. Jamais un mot du jeune, ni son âge, ni son numéro.

team-opened = Quelqu'un demande une personne.
team-urgent = Urgent : quelqu'un a besoin d'une personne maintenant.
team-handed-on = Un relais vous est confié.
team-taken-over = Un collègue a repris un de vos relais : vous n'avez plus à y répondre.
team-resumed = Quelqu'un revient et souhaite reprendre avec vous.
team-taken-back = La personne dit que ça va. Le relais reste ouvert : à vous de voir.
team-promise-near = L'heure promise approche : une réponse est attendue.
team-promise-missed = L'heure promise est passée, sans réponse.
team-nobody-on-duty = Quelqu'un attend, et personne n'est de permanence.
team-nobody-urgent = Urgent : quelqu'un attend, et personne n'est de permanence.

team-who = Qui : { $name }
team-where = Où : { $where }
team-what = Pour : { $needs }
team-since = Attend depuis { $since }.

team-take = Prendre
team-open = Ouvrir le fil
team-console = Ouvrir Passerelle
team-unlink = Ne plus être prévenu ici

team-yours = C'est à vous. La réponse s'écrit dans Passerelle.
team-taken = { $name } s'en occupe.
team-over = C'est terminé, plus rien à faire.
team-settled = La réponse est partie, ou n'est plus attendue.
team-erased = Cette demande n'existe plus.

team-toast-yours = C'est à vous.
team-toast-taken = { $name } s'en occupe déjà.
team-toast-gone = Ce n'est plus à prendre.
team-toast-silent = Rien ne peut lui être dit : la personne a arrêté la conversation.
team-toast-outside = Ce relais est suivi par une autre équipe.

team-linked = C'est relié, { $name }. Les demandes de votre équipe arriveront ici, avec un bouton pour les prendre. Ici, personne ne lit ce que vous écrivez.
team-linked-instead = Ce compte Telegram prévenait { $former }. Il prévient maintenant { $name }.
team-words = Ici, seuls les boutons comptent : personne ne lit ce que vous écrivez. Les réponses s'écrivent dans Passerelle.
team-unlinked = C'est délié : plus aucune demande n'arrivera ici, mais par courriel. Pour relier de nouveau : page « Mon compte » de Passerelle.
team-link-gone = Ce lien ne sert plus : il vaut 30 minutes, une seule fois. Refaites-en un sur la page « Mon compte » de Passerelle.
team-link-youth = Ce compte Telegram parle déjà à Passerelle comme un jeune : le relier mêlerait les deux. Prenez un autre compte. Ou effacez cet échange avec /supprimer, puis rouvrez le lien.
