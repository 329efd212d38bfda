# A phone for several people: who is there, and four digits of one's own.
sharing-go-switch = Somebody else
sharing-say-switch = switch | switch person | somebody else | who is using this phone | share this phone | share | share the phone | two people one phone
sharing-who =
    Who is using this phone?
    Please choose your name.
sharing-name = { $name }
sharing-somebody-else = Somebody else, with a code
sharing-ask-pin =
    Opening { $name }'s record
    { $name }, please type your own four digits.
sharing-four-digits =
    They are four digits, for example 2468.
    Please type them again.
sharing-wrong-digits =
    These are not the four digits.
    Please type them again. If you forgot them, ask the { -secretary } for a new code and type that here. To see whom to call, { -press } Call for help.
sharing-too-many-tries =
    The digits were wrong five times.
    Please try again in an hour, or ask the secretary for a new code.
sharing-nobody-here =
    That person does not use this phone any more.
    Go back to choose a name.
sharing-full =
    { $most } people share this phone already.
    Please use another one, or ask the secretary.
sharing-only-you =
    You have this phone to yourself.
    To share it, the other person types the code of their letter here.
sharing-ask-share =
    This letter is another person's
    { $name } is using this phone. Do you share it?
    Each of you gets four digits, and the handbook asks who it is before it opens.
sharing-keep-alone = Do not share
sharing-share = Share this phone
sharing-own-pin =
    First, four digits for { $name }
    { $name }, please choose four digits you remember easily, not your year of birth, and type them here. Whoever has the letter comes next.
sharing-own-pin-kept =
    { $name }'s four digits are kept.
    Now the person with the letter: please type your year of birth.
sharing-pin-kept = Your four digits are kept.
sharing-consent =
    The four digits are kept.
    { $consent }
sharing-ask-year =
    Now the person with the letter: please type your year of birth.
sharing-left = { $lines }
sharing-alone-again = This phone is { $name }'s alone again, and asks for no digits.
sharing-choose-pin =
    Now, four digits for { $name }
    { $name }, please choose four digits you remember easily, not your year of birth, and type them here.
    Next time the handbook asks for them before it opens.
sharing-who-votes =
    This vote is { $name }'s
    Several people share this phone. Please type your four digits to vote.
sharing-covered = There is a message for { $name }
sharing-see = Open it
sharing-unseen =
    { $count } messages for you have not been seen.
    Please choose one after the other.
sharing-titled = { $kind }: { $title }
sharing-result = Result
sharing-summary = Summary
sharing-notice = Notice
sharing-meeting = Meeting
sharing-poll = Vote
sharing-bulletin = Bulletin
sharing-feedback = Opinion
sharing-other = Other
sharing-more = See more
sharing-vote-not-cast =
    Good to see you, { $name }.
    Your vote was not cast yet. Please go on.
sharing-go-on-voting = Go on voting
sharing-own-year = Others guess a year of birth easily, so please choose four other digits.
