### After a human: whether they helped, keeping what was said, and being called.

face = Did { $rated_name } help you? Your answer helps the team do better. You can also skip.
    .good = 🙂 Yes, thanks
    .fair = 😐 A little
    .bad = 🙁 No
unrated = All right.
rated-gone = That is too long ago now, but thanks all the same.
word = Noted. A word to add? The team will read it.
worded-gone = That is too long ago now, but thanks all the same.
rated_thanks = Thanks for telling me. If you need someone: /humain
rated_sorry = Thanks for telling me. Another person can help you.

keep-talk = Keep our chat
kept_talk-gone = I cannot find a chat with a person here.
talk_file = Here is your chat. On a shared phone, remember to delete it.
transcript-title = Your chat on Passerelle
transcript-you = You
transcript-guide = Passerelle
transcript-human = Someone of the team
transcript-photo = [photo]
transcript-video = [video]
transcript-voice = [voice message]
transcript-sticker = [sticker]
transcript-contact = [contact]
transcript-position = [position]
transcript-edited = [edited message]
transcript-tap = [button]
transcript-file = [file]
transcript-end = This text is yours. To erase everything on our side: /supprimer in the chat.

reach = If we lose you here, may we call you? Only to get back in touch, three calls at most.
    .yes = Yes, you may call me
    .no = No, thanks
reach_yes = Noted: if we lose you here, we call you on { $phone }. If you change your mind: /vieprivee
reach_no = All right, nobody will call you. You can change your mind: /vieprivee
reach-on = Call me if you lose me here
reach-off = Do not call me any more
unreach_noted = Noted, nobody will call you if we lose you here.
