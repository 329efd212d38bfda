# Speaking up, following a case, saying whether the answer helped; leaders answer.
feedback-go-feedback = Speak up
feedback-say-feedback = speak up | feedback | suggestion | complaint | complain | send feedback | I have a suggestion | proposal | opinion | question for the leaders
feedback-front =
    Who would you like to write to?
    Everything you send gets a number, and an answer is promised within { $days } days.
    Your name goes along. The leaders there and the levels above can read it.
feedback-held-file = With { $file }.
feedback-held-last-file = With { $file }. Only one goes at a time; send the earlier one afterwards.
feedback-held =
    { -Me } kept your words, nothing was sent yet:
    { $gist }
    What you add is put with it. Your name goes along, and the levels above can read it. Where to?
feedback-beginning = { $text }… ({ $count } more words)
feedback-to-branch = Write to the { -branch }
feedback-to-above = Write to the level above
feedback-nobody-there =
    Nobody is there to answer at the moment.
    { -Press } Call for help to speak to somebody by phone.
feedback-write =
    To { $unit }
    Your name goes along. The leaders of { $unit } and of the levels above can read it.
    Type your words, or send { -voice-picture-document }.
feedback-look-over =
    To { $unit }, not sent yet:
    { $gist }
    If it is right, { -press } Send this. You can also write more.
feedback-send-it = Send this
feedback-text-empty =
    This cannot be passed on.
    Type your words, or send { -voice-picture-document }.
feedback-text-too-long =
    This is a little long: one message holds { $most } letters.
    Please make it shorter{ -or-as-a-document }.
feedback-enough-today =
    You have written { $count } times today, and all of it is noted.
    If it cannot wait, { -press } Call for help and phone. Tomorrow you can write again.
feedback-sent =
    Noted: { $name }
    { $unit } answers by { $day }.
    If not, they are reminded, or it goes to the level above.
feedback-say-more = Say more
feedback-write-more =
    { $name }
    What would you like to add? Type it, or send { -voice-picture-document }.
feedback-look-at-more =
    { $name } has an answer
    Your words are kept, and not sent yet:
    { $gist }
    Sending them opens the case again: { $unit } has to answer once more.
feedback-send-more = Send, open it again
feedback-added =
    { $name }: your words are added
    { $unit } answers by { $day }.

# What was sent.
feedback-go-sent-cases = See what I sent
feedback-say-sent-cases = what I sent | see what I sent | my feedback | my cases | my complaints
feedback-go-answers = See the answer
feedback-say-answers = see the answer | see answer | my answer | see answers | was I answered | is there an answer | the answer | settled | it is settled | not settled | ask more
feedback-none-sent =
    You have not written anything yet.
    Once you have, you find the answer here.
feedback-sent-list =
    What you have sent
    { $lines }
feedback-line-open = • No. { $number } of { $year }, { $unit }: waiting for an answer
feedback-line-answered = • No. { $number } of { $year }, { $unit }: answered
feedback-line-closed = • No. { $number } of { $year }, { $unit }: closed
feedback-one-sent = No. { $number }: { $gist }
feedback-more = See more
feedback-not-here =
    This is no longer here.
    { -Press } Go back to see the others.
feedback-own-case =
    { $name }
    { $status }
    { $lines }
feedback-numbered = Case no. { $number } of { $year }
feedback-is-open = { $unit } answers by { $day }.
feedback-is-late = { $unit } has been late since { $day }.
feedback-is-not-settled =
    { $member } says it is not settled.
    { $standing }
feedback-is-answered = Answered; the sender has not yet said whether it is settled.
feedback-is-untold = Answered, but no message reaches them: please phone.
feedback-waits-for-you = Answered; please say whether it is settled.
feedback-is-closed = Closed on { $day }.
feedback-entered-by = { $helper } wrote it down on the phone.
feedback-line = • { $author }, { $day }: { $text }
feedback-a-photo = (a picture)
feedback-with-photo = { $text } (with a picture)
feedback-a-voice = (a voice message)
feedback-with-voice = { $text } (with a voice message)
feedback-a-file = (a document)
feedback-with-file = { $text } (with a document)
feedback-see-all = See everything
feedback-page =
    { $author }, { $at }
    { $text }

    Page { $page } of { $pages }
feedback-read-on = See the next page
feedback-read-back = See the page before

# The answer, and the sender's word on it.
feedback-answer-arrived =
    { $name } has an answer
    { $leader }: { $text }

    Does this settle it for you?
feedback-it-helped = Settled
feedback-ask-back = Ask more
feedback-it-did-not-help = Not settled yet
feedback-closed =
    { $name } is closed
    Good that it is settled. Thank you for speaking up.
    { $slip }
feedback-may-reopen = If that was a slip, you can open it again within a day.
feedback-not-settled-after-all = Not settled, open again
feedback-closed-already =
    { $name } is closed already.
    To say more, { -press } Go back and write again.
feedback-told-it-did-not-help =
    { $name }: they have been told it is not settled yet
    { $unit } answers again by { $day }.
    It helps if you say what is still missing.
feedback-closed-in-silence =
    { $name } is closed
    You have not said more for two weeks. If something is still wrong, please write again.
feedback-climbed =
    { $name } has gone to the level above
    We are sorry: it was not answered in time. { $unit } answers by { $day }.
feedback-late =
    The answer to { $name } is late
    We are sorry. { $unit } has been reminded, and will be until there is an answer.
feedback-entered-for-you =
    { $name } was written down for you
    { $helper } did so after your call. { $unit } answers by { $day }.

# Leaders answer.
feedback-go-cases = Answer members
feedback-say-cases = answer members | open cases | cases | what members wrote | complaints to answer | feedback to answer
feedback-none-open =
    Nothing is waiting for your answer.
    When something does, you are told at once.
feedback-open-list =
    { $whose }
    { $lines }
feedback-own-open =
    { $count ->
        [one] One case is
       *[other] { $count } cases are
    } waiting for your answer
feedback-own-and-below =
    { $count ->
        [one] One case is
       *[other] { $count } cases are
    } waiting for your answer, { $below } for the units below
feedback-only-below =
    Nothing is waiting for your answer. The units below have { $below ->
        [one] one case
       *[other] { $below } cases
    } to answer
feedback-line-due = • No. { $number } of { $year }, { $unit }: by { $day }
feedback-line-late = • No. { $number } of { $year }, { $unit }: was due { $day }
feedback-line-untold = • No. { $number } of { $year }, { $unit }: phone them the answer
feedback-one-open = No. { $number }: { $member }
feedback-case =
    { $name }: { $member }, { $home }
    { $status }
    { $lines }
feedback-see-case = See the case
feedback-answer = Answer
feedback-answer-more = Answer again
feedback-own-answer =
    { $name } is your own.
    Somebody else will answer you.
feedback-write-answer =
    { $name }: your answer to { $member }
    { $gist }

    Type your words, or send { -voice-picture-document }.
feedback-look-at-answer =
    { $name }, { $member } will read:
    { $gist }
    If this is right, { -pick } send. If not, type it again.
feedback-send-answer = Send this answer
feedback-answer-left =
    { $name }: your answer is noted
    It goes to { $member }, who is then asked whether it is settled.
feedback-ask-to-phone =
    { $name }: your answer is noted
    { $member } has not joined, so no message reaches them.
    Please phone { $phone } and read the answer out, then { -press-below }.
feedback-no-phone = (no number noted)
feedback-have-phoned = I have phoned
feedback-told-by-phone =
    { $name }: noted that { $member } heard it
    Do they say it is settled?
feedback-they-are-content = They say it is settled
feedback-they-are-not = They say it is not
feedback-arrived =
    { $name }, to be answered by { $day }
    { $member }, { $home }:
    { $text }
feedback-arrived-by-helper =
    { $name }, to be answered by { $day }
    { $member }, { $home }, by phone. { $helper } wrote it down:
    { $text }
feedback-more-arrived =
    { $name }: { $member } says more
    { $text }

    It began with: { $began }
    Please answer by { $day }.
feedback-asked-again =
    { $name }: { $member } asks more after an answer
    { $text }

    It began with: { $began }
    The answer was: { $answered }
    Please answer again by { $day }.
feedback-settled =
    { $name }: { $member } says it is settled
    Thank you for answering.
feedback-did-not-help =
    { $name }: { $member } says it is not settled yet
    It was about: { $text }

    Please answer again by { $day }.
feedback-due-soon =
    A reminder: { $name } is due on { $day }
    { $member }, { $home }:
    { $text }
feedback-climbed-here =
    { $name } has come up to { $unit }
    The unit below did not answer in time. Please answer by { $day }.
    { $member }, { $home }:
    { $text }
feedback-climbed-away =
    { $name } has gone up to { $unit }
    It was overdue, so the level above answers. You need not do anything more.
feedback-overdue =
    { $name } was due on { $day }
    { $member }, { $home }, is still waiting for your answer:
    { $text }

# For somebody who phoned.
feedback-go-enter-case = Write down a call
feedback-say-enter-case = write down a call | enter a case | somebody phoned | somebody called | note a call
feedback-whose =
    Whose words are you writing down?
    Type the name or the phone number of that person.
feedback-nobody-found =
    There is nobody with this name or number.
    Please type the name again, or the phone number.
feedback-found =
    { $count ->
        [one] One person
       *[other] { $count } people
    } could be the one
    { $lines }
    Please choose the right one.
feedback-many-found =
    { $count } people have this name; these are the first three
    { $lines }
    If the right one is missing, search by the whole name.
feedback-line-person = • { $member }, { $home }
feedback-one-person = { $member }, { $year }
feedback-no-year = age unknown
feedback-look-again = Search again
feedback-their-words =
    Words of { $member }, { $home }
    Type what was said, or send { -voice-picture-document }.
feedback-entered =
    Written down: { $name }
    { $unit } answers { $member } by { $day }.
    { $member } is told that it was written down.
feedback-entered-unlinked =
    Written down: { $name }
    { $unit } answers { $member } by { $day }.
    { $member } has not joined: when there is an answer, you are asked to phone.
