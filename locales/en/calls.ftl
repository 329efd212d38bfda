# Calling those who have not answered: the list, on paper too, and who has been told.
calls-go-to-call = Call who is silent
calls-say-to-call = calls | whom to call | who to call | call list | phone list | call them
calls-matters =
    Still to be called
    { $lines }
calls-line = • { $about }: { $count }
calls-meeting = { $name }, { $day }
calls-no-matters =
    Nobody is to be called
    Everybody has answered, or was told by phone.
calls-one-poll = Vote: { $question }
calls-go = Call them one by one
calls-to-call =
    To be called: { $about }
    { $count } { $count ->
        [one] has
       *[other] have
    } not { $kind ->
        [notice] answered Received
        [meeting] answered
       *[poll] voted
    }{ $told ->
        [0] { "" }
       *[other] , besides { $told } told by phone
    }:
    { $lines }
calls-and-more = • and { $count } more
calls-nobody-left =
    Nobody is left to call
    { $about }
    { $told ->
        [0] Everybody has { $kind ->
            [notice] answered Received
            [meeting] answered
           *[poll] voted
        }.
       *[other] { $told } told by phone, the others have { $kind ->
            [notice] answered Received
            [meeting] answered
           *[poll] voted
        }.
    }
calls-see = See whom to call
calls-note = Note who was told
calls-print = List for printing
calls-see-told = See who was told
calls-tick =
    { $news }
    { $count } to call.
calls-tick-hint = When you have told somebody, { -press } their name.
calls-ticked = Noted: { $name } was told by phone.
calls-all-told =
    { $news }
    Nobody is left to call.
calls-as-it-is = { $text }
calls-more = Show more
calls-told =
    { $news }
    { $count } told by phone, with no answer in the handbook yet.
calls-told-hint = If it was somebody else, { -press } the name to take it back.
calls-unticked = Taken back: { $name } has not been told.
calls-nobody-told =
    { $news }
    Nobody is noted as told.
calls-paper =
    Call list, { $count } { $count ->
        [one] person
       *[other] people
    }
    { $about }
    With phone numbers, what to say, and a box to tick. Please keep it to yourself: these are private numbers.
calls-due =
    { $count } { $count ->
        [one] has
       *[other] have
    } not { $kind ->
        [notice] answered Received
        [meeting] answered
       *[poll] voted
    } yet
    { $about }
    Please call them: the attached list has names, numbers and what to say.
calls-over =
    { $about }
    This is over, nobody need be called any more.
calls-gone =
    This is not here any more.
    { -Press } Home to see what else there is.
calls-poll = Vote: { $question }

# The paper.
calls-sheet-title = Call list
calls-sheet-made = { $count } { $count ->
        [one] person
       *[other] people
    }, made { $day }.
calls-sheet-say = What to say
calls-tell-notice = Good day. There is { $name }: “{ $gist }”. If you have joined the handbook, please { -press } Received there.
calls-tell-meeting = Good day, I am calling from { $unit }. You are invited to { $name }, { $starts }, at { $place }. Can you come?
calls-tell-poll = Good day, I am calling from { $unit }. Please vote: “{ $question }” It closes { $closes }.
calls-column-told = Told
calls-column-name = Name
calls-column-phone = Phone
calls-no-phone = no number
calls-not-joined = not joined, needs a letter with a code
calls-sheet-closing = Afterwards note it in the handbook: who was told need not be called again. These are private numbers; please keep this sheet to yourself.
calls-sheet-more = { $count ->
        [one] One more is
       *[other] { $count } more are
    } not printed here. These are private numbers; please keep this sheet to yourself.
