# Joining: the code from the letter, the year of birth, the consent.
joining-go-join = Join the handbook
joining-say-join = join | register | sign up | enter code | connect
joining-welcome =
    Welcome. This is the handbook of our { -members }.
    To join, you need the code printed in your letter. Do you have the letter?
joining-opens-no-more =
    This phone opens nobody's handbook any more.
    If you did not leave it, or ask for that, call the { -secretary } or the office at once.
    { $line }
    To come in again you need the code printed in a letter. Do you have one?
joining-have-code = I have a code
joining-go-no-code = I have no code
joining-say-no-code = i have no code | no code | i have no letter | no letter | i lost the letter | i lost my letter | lost the letter | lost my letter | letter lost | i forgot the code | i lost the code | lost code | i lost my code
joining-ask-code =
    Please type the code from the letter: 12 letters and digits.
    Capital or small, both will do.
joining-no-code-help =
    With no letter, or a lost one, you can always get a new one.
    Please call the { -secretary } of your { -branch }, then come back. The handbook never asks for money or passwords.
joining-no-code-call =
    With no letter, or a lost one, you can always get a new one.
    Please ask the { -secretary } of your { -branch }. If you do not have the number, call { $line }. The handbook never asks for money or passwords.
joining-code-unknown =
    This code did not open anything.
    A code works once and for some days. Please type it again. If it still does not open, call the { -secretary } of your { -branch } for a new letter; the number is printed in it.
joining-code-unknown-call =
    This code did not open anything.
    A code works once and for some days. Please type it again. If it still does not open, call { $line } for a new letter.
joining-somebody-else =
    This phone is in use for another member.
    Please open the handbook from your own phone.
joining-too-many-tries =
    Let us rest for a moment.
    Please type the code again in fifteen minutes, or call the { -secretary }.
joining-ask-year =
    Thank you. One more question.
    In which year were you born? For example: 1951.
joining-year-differs =
    That year is not the one on the list.
    Please type the four digits again. If they were right, the { -secretary } can mend the list: please call.
joining-year-typed =
    Please type your year of birth in digits.
    For example: 1951.
joining-consent =
    A question to you, { $name }, { $unit }
    The handbook keeps your name, unit, record and votes, to send notices, invitations and polls. Messages pass through the messenger's servers.

    Yes or no are equally fine, and you can change your mind at any time.
joining-agree = I agree
joining-refuse = I do not agree yet
joining-refused =
    Very well: your record was not opened on this phone.
    Your name stays on the list, and notices come the way they always have. If you change your mind, type the code again.
joining-wish-second-phone = Add a second phone
joining-second-phone =
    The code for your second phone: { $code }
    On that phone open the handbook, type this code, then your year of birth. Give it to nobody.
joining-ask-part =
    Disconnect { $count ->
        [one] the other phone that opens
       *[other] the { $count } other phones that open
    } your record?
    For a phone that was lost, given away, or is not yours. This phone works as before. To use the other one again, add it once more.
joining-own-phones = Your own phones are disconnected under Change how it works, in Call for help.
joining-keep-phones = Leave it as it is
joining-really-part = Disconnect { $count ->
        [one] one phone
       *[other] { $count } phones
    }
joining-parted =
    Disconnected. Only this phone opens your record now.
    If the other one is a stranger's, { -press } Call for help and say so at once.
joining-no-other-phone = Only this phone opens your record; there is no other one.
joining-wish-to-leave = Leave the handbook
joining-ask-leave =
    Do you want to leave the handbook?
    No more messages will come here. Your name stays on the list.
joining-stay = Stay
joining-really-leave = Leave the handbook
joining-left =
    You have left the handbook.
    To come back, please ask the { -secretary } for a new letter.
joining-second-phone-opened = Hello { $name }. Your record is open on this phone too. From now on messages come to the phone you used last. You agreed before, and that still holds.
joining-phone-added =
    Your record was just opened on one more phone
    If that was not you, { -press } Disconnect other phones, then Call for help.
