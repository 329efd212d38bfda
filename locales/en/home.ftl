# Home and the buttons that are always there.
home-back = Go back
home-listen = Listen
home-reading = Reading it to you now.
home-go-home = Home
home-say-home = home | main page | menu | begin | exit | my tasks
home-say-listen = listen | read it to me | read aloud | read it aloud
home-say-back = go back | back | cancel | never mind
home-go-start = Home
home-say-start = start | start again | hi | hello | hey
home-go-thanks = Thank you
home-say-thanks = thank you | thanks | thanks a lot | well done | very good | all right | okay | i see
home-thanked = { -Me } is glad to help.
home-greeting = Hello { $name }. { -always-there }
home-home =
    Hello { $name }. { $count ->
        [one] One thing is
       *[other] { $count } things are
    } waiting for you:
    { $tasks }
home-nothing-waiting =
    Hello { $name }.
    Nothing is waiting for you today.
home-notices-waiting = • Read { $count ->
        [one] one notice
       *[other] { $count } notices
    } and { -press } Received
home-meetings-waiting = • Answer { $count ->
        [one] one invitation
       *[other] { $count } invitations
    }
home-polls-waiting = • Vote on { $count ->
        [one] one question
       *[other] { $count } questions
    }
home-answers-waiting = • See { $count ->
        [one] one answer
       *[other] { $count } answers
    } to what you wrote
home-cases-waiting = • Answer { $count ->
        [one] one member's message
       *[other] { $count } members' messages
    }
home-corrections-waiting = • Decide on { $count ->
        [one] one correction
       *[other] { $count } corrections
    }
home-begun =
    This is still unfinished:
    { $drafts }
    Nothing was sent. Do you want to go on?
home-begun-notices = • A notice you have begun
home-begun-meetings = • An invitation you have begun
home-begun-polls = • A vote you have begun
home-go-on-notices = Go on with the notice
home-go-on-meetings = Go on with the invitation
home-go-on-polls = Go on with the vote
home-later = Later
home-bulletins-waiting = • Approve the next bulletin
home-bulletins-with-news = • Approve the next bulletin: { $new } new { $new ->
        [one] item
       *[other] items
    }
