# Polls: open votes, with names.
polls-go-polls = Vote
polls-say-polls = vote | polls | poll | ballot | voting | results | result of the vote | change my vote

# The usual options
polls-agree = Agree
polls-disagree = Do not agree
polls-another-view = Another view

# Lists
polls-none = There has been no vote for you yet.
polls-list =
    No vote is waiting for you.
    { $lines }
polls-list-waiting =
    { $count ->
        [one] One vote is
       *[other] { $count } votes are
    } waiting for you.
    { $lines }
polls-line-waiting = • { $question }: you have not voted
polls-line-voted = • { $question }: you have voted
polls-line-followed = • { $question }: voting is under way
polls-line-over = • { $question }: over
polls-line-cancelled = • { $question }: cancelled
polls-one = { $question }
polls-more = See more
polls-see-others = See other votes

# Voting
polls-who-sees = Only when it is over can everyone invited and the leaders here and above see who chose what.
polls-ballot =
    “{ $question }”
    An open vote of { $unit }, with names.
    It ends on { $closes }.
    { polls-who-sees }
polls-ballot-again =
    “{ $question }”
    Your present vote: { $vote }
    This is an open vote of { $unit }, with names.
    It ends on { $closes }.
    Choose another option, or go back to leave it as it is.
polls-option = { $option }
polls-confirm =
    Your choice: { $option }
    “{ $question }”
    The vote carries your name. You can change it until the end.
    { polls-who-sees }
polls-confirm-change =
    You change to: { $option }
    “{ $question }”
    Your present vote: { $before }
    When you { -press } Vote, the new vote takes its place.
polls-cast-first =
    Your choice: { $option }
    “{ $question }”
    Nothing is cast yet: please { -press } Vote first. Whoever has another view is asked for it after that.
polls-cast = Vote: { $option }
polls-choose-again = Choose again
polls-kept =
    Your vote is noted: { $vote }
    “{ $question }”
    You can change it until { $closes }.
polls-vote-next = Go to the next vote
polls-voted =
    Your vote: { $vote }
    “{ $question }”
    A vote of { $unit }. { $cast ->
        [one] One of { $voters } has
       *[other] { $cast } of { $voters } have
    } voted.
    You can change it until { $closes }.
polls-change = Change my vote
polls-followed =
    “{ $question }”
    A vote of { $unit }. { $cast ->
        [one] One of { $voters } has
       *[other] { $cast } of { $voters } have
    } voted. It ends on { $closes }.
    You can follow it; voting is for full { -members }.
polls-nothing-chosen = did not vote
polls-vote-with-comment = { $option }, “{ $comment }”

# Another view, in words
polls-ask-comment =
    Your vote is noted: { $vote }
    “{ $question }”
    If you like, type one sentence to say which view. Only the leaders read it, when the vote is over. You need not.
polls-option-meant =
    Would you like to change your vote to { $option }?
    Your vote now: { $vote }. To say more about your view, write a sentence.
polls-change-to = Change to: { $option }
polls-pass-over = Skip, keep this vote
polls-add-comment = Say which view
polls-change-comment = Change my sentence
polls-take-comment-back = Delete my sentence
polls-comment-too-long =
    This is longer than { $limit } letters. Your vote is still noted.
    Please make it shorter.
polls-no-comment-wanted = Only a vote for another view takes a sentence. Go back to see your vote.

# Results
polls-outcome =
    “{ $question }”
    The vote of { $unit } is over.
    { $sentence }
    { $lines }
polls-outcome-early =
    “{ $question }”
    { $sentence }
    { $unit }: { $early }
polls-sentence-early =
    { $sentence }
    { $early }
polls-ended-early = { $who } ended it early, at { $at }. The announced end was { $announced }.
polls-total = • { $option }: { $votes ->
        [one] one vote
       *[other] { $votes } votes
    }
polls-own-vote = Your vote: { $vote }
polls-being-counted = The votes are being counted.
polls-spared =
    { $spared ->
        [one] { " " }(one exempt did not vote)
       *[other] { " " }({ $spared } exempt did not vote)
    }
polls-passed-roll = { $base ->
        [one] One { -member } counts
       *[other] { $base } { -members } count
    }{ $spared }, at least { $needed } needed: { $votes ->
        [0] none for { $option }
        [one] one vote for { $option }
       *[other] { $votes } votes for { $option }
    }, so it is passed.
polls-failed-roll = { $base ->
        [one] One { -member } counts
       *[other] { $base } { -members } count
    }{ $spared }, at least { $needed } needed: { $votes ->
        [0] none for { $option }
        [one] one vote for { $option }
       *[other] { $votes } votes for { $option }
    }, so it is not passed.
polls-passed-cast = { $turnout }. To pass, at least { $needed } needed: { $votes ->
        [0] none for { $option }
        [one] one vote for { $option }
       *[other] { $votes } votes for { $option }
    }, so it is passed.
polls-failed-cast = { $turnout }. To pass, at least { $needed } needed: { $votes ->
        [0] none for { $option }
        [one] one vote for { $option }
       *[other] { $votes } votes for { $option }
    }, so it is not passed.
polls-turnout = { $cast } of { $voters } { -members } voted
polls-turnout-alone = { $cast ->
        [one] One { -member } voted
       *[other] { $cast } { -members } voted
    }
polls-turnout-none = None of { $voters } { -members } voted
polls-turnout-low = Only { $cast } of { $voters } { -members } voted
polls-few-voted = { $turnout }. { $decision }
polls-passed-few = Of { $base } who count{ $spared } { $needed ->
        [one] one was
       *[other] { $needed } were
    } needed: { $votes ->
        [0] none for { $option }
        [one] one vote for { $option }
       *[other] { $votes } votes for { $option }
    }, so it is passed.
polls-failed-few = Of { $base } who count{ $spared } { $needed ->
        [one] one was
       *[other] { $needed } were
    } needed: { $votes ->
        [0] none for { $option }
        [one] one vote for { $option }
       *[other] { $votes } votes for { $option }
    }, so it is not passed.
polls-nobody-voted = Nobody voted, so there is no result.
polls-nobody-voted-failed = Nobody voted, so it has not passed.
polls-leads = { $turnout }. The most votes are for { $option }: { $votes }.
polls-one-option = the same option
polls-each-leading-option = each of the leading options
polls-tied = { $turnout }, and the leading options are equal, with { $votes } each.
polls-is-cancelled =
    “{ $question }”
    This vote was cancelled.
    Reason: { $reason }

# When it cannot be done yet
polls-closed =
    Voting is over
    “{ $question }”
    No more votes are taken. Go back to see the result.
polls-not-yet-open =
    “{ $question }”
    This vote opens on { $opens }.
polls-you-follow = You can follow it; voting is for full { -members }.
polls-no-such-option = Please go back and choose one of the options on the screen.
polls-not-on-the-roll = This vote is for others; there is nothing for you to do.
polls-gone = This vote is no longer here. Go back to see the others.

# What is sent
polls-invitation =
    You are asked to vote
    “{ $question }”
    An open vote of { $unit }, with names.
    It ends on { $closes }.
    { polls-who-sees }
polls-to-follow =
    A vote you can follow
    “{ $question }”
    This is an open vote of { $unit }, with names; voting is for full { -members }.
    It ends on { $closes }.
polls-reminder =
    You have not voted yet
    “{ $question }”
    This is an open vote of { $unit }, with names.
    It ends on { $closes }.
polls-lengthened =
    More time to vote
    “{ $question }”
    A vote of { $unit }. It now ends on { $closes }.
polls-cancelled =
    A vote of { $unit } was cancelled
    “{ $question }”
    Reason: { $reason }
polls-result =
    The result of the vote of { $unit }
    “{ $question }”
    { $sentence }
    { $lines }
polls-could-not-open =
    The vote could not open
    “{ $question }”
    At its hour there was no time left, or nobody who may vote. Please open it again.
polls-shares-of-all = Percentages are of the { $base } who count.
polls-shares-of-cast = Percentages are of the { $base } who voted.
polls-see-and-vote = See and vote
polls-see-poll = See the vote
polls-see-result = See the result

# Opening a vote
polls-go-open-poll = Open a vote
polls-say-open-poll = open a vote | open a poll | start a vote | new poll | create a poll | put to the vote
polls-ask-question =
    Open a vote in { $unit }
    This is an open vote: once it is over, everyone invited can see who chose what. There is no secret vote here yet.
    What is the question? Please type it.
polls-ask-new-question =
    What is the new question?
    Please type the whole of it.
polls-draft-waits =
    You have begun to write a vote
    “{ $question }”
    Do you want to go on?
polls-go-on = Go on
polls-start-over = Drop it, begin again
polls-choose-options =
    What can people choose from?
    The usual three: Agree, Do not agree, Another view.
    For others, type two to four options, one on each line, for example:
    Friday
    Saturday
polls-usual-options = Use the usual three
polls-choose-threshold =
    How many votes are needed to pass?
    Counted for: { $option }
polls-choose-threshold-of-own =
    What does the winning option need?
    { $options }
    Only counted: the option with the most votes leads, however many they are. Or it must also reach a share.
polls-threshold-more-than-half = More than half
polls-threshold-two-thirds = At least two thirds
polls-threshold-none = Only count the votes
polls-choose-base =
    A share of which number?
    “All who count” means every full { -member } who is asked; exempt ones count only if they vote.
polls-base-roll = Of all who count
polls-base-cast = Of those who vote
polls-choose-voters =
    Who votes?
    { $lines }
    The list stays as it is when voting opens.
polls-asked-line = • { $who }: { $count }
polls-ask-full = Ask full { -members }
polls-ask-all = Probationary members too
polls-ask-committee = Ask the { -committee } only
polls-ask-secretaries = Ask the secretaries only
polls-voters-full = full { -members } of { $unit }
polls-voters-all = full and probationary { -members } of { $unit }
polls-voters-committee = the { -committee } of { $unit }
polls-voters-secretaries = the secretaries of { $unit }
polls-choose-close =
    When does voting end?
    { -Pick } an evening, or type another day and time, for example: Friday 7:30 pm.
polls-tonight = Tonight at 8
polls-tomorrow-evening = Tomorrow evening at 8
polls-in-three-days = In three days, at 8 pm
polls-until-when =
    When does it end?
    Please type the day and hour. For example: Friday 7:30 pm.
polls-ask-opening =
    When does it open?
    Please type the day and hour. For example: Friday 7:30 pm.
polls-preview =
    “{ $question }”
    { $options }
    { $rule }
    Who votes: { $who }, { $voters } in all{ $unlinked ->
        [0] { "" }
       *[other] {" "}({ $unlinked } not joined)
    }, openly and with names.
    { $short }
    It ends on { $closes }.
polls-too-few = Joined so far: { $joined }. Votes needed for it to pass: { $needed }.
polls-preview-later =
    “{ $question }”
    { $options }
    { $rule }
    Who votes: { $who }, { $voters } in all{ $unlinked ->
        [0] { "" }
       *[other] {" "}({ $unlinked } not joined)
    }, openly and with names.
    { $short }
    It opens at { $opens } and ends at { $closes }.
polls-rule-roll = { $base } count, at least { $needed ->
        [one] one vote for { $option } is
       *[other] { $needed } votes for { $option } are
    } needed.
polls-rule-roll-exempt = { $base } count, exempt members aside: at least { $needed ->
        [one] one vote for { $option } is
       *[other] { $needed } votes for { $option } are
    } needed.
polls-rule-more-than-half = More than half of those who vote must choose { $option }.
polls-rule-two-thirds = At least two thirds of those who vote must choose { $option }.
polls-rule-none = No number is set: the option with the most votes leads.
polls-open-now = Open the vote now
polls-open-at-its-hour = Open it at that hour
polls-set-opening = Open it later
polls-revise-it = Change something
polls-drop-it = Drop it, begin again
polls-revise = What do you want to change?
polls-other-question = Change the question
polls-other-options = Change the options
polls-other-threshold = Change the votes needed
polls-other-voters = Change who votes
polls-other-base = Change who is counted
polls-other-opening = Change the opening
polls-other-rest = Change something else
polls-other-reason = Change the reason
polls-other-hour = Choose another hour
polls-other-close = Change the end
polls-please-type =
    Nothing has arrived yet.
    Please type it again.
polls-question-too-long =
    The question is longer than { $limit } letters, which is hard to follow by ear.
    Please make it shorter.
polls-reason-too-long =
    The reason is longer than { $limit } letters.
    Please make it shorter.
polls-how-many-options =
    { $fewest } to { $most } options are needed.
    Please type them again, one on each line.
polls-option-too-long =
    An option holds { $limit } letters.
    Please make it shorter.
polls-options-alike =
    Two of the options are alike.
    Please type them again, each with its own meaning.
polls-too-short =
    If it ends on { $closes }, there is no time to vote.
    Please choose a later moment.
polls-opening-passed =
    The hour to open has passed.
    Go back and open it now, or choose another hour.
polls-unfinished = Some parts of this vote are still missing. Go back to complete it.
polls-press-one =
    Please { -pick } one of these. What you wrote before is kept.
    “{ $question }”
polls-press-to-change =
    Your vote is kept as it is
    Typed words change only its end, for example: Friday 7:30 pm. For the rest { -press } Change something.
polls-draft-gone = What you were writing is no longer here. Go back to see the votes.
polls-nobody-may-vote = Nobody in { $unit } may vote yet, so it cannot open.

# Following a vote
polls-go-lead-polls = Follow the votes
polls-say-lead-polls = follow the votes | all votes | who has not voted | turnout | end the vote | cancel the vote
polls-led =
    The votes
    { $lines }
polls-none-led = There has been no vote yet. You can open the first one.
polls-led-open = • { $question }: { $turnout }
polls-led-scheduled = • { $question }: not open yet
polls-led-closed = • { $question }: over. { $turnout }
polls-led-cancelled = • { $question }: cancelled
polls-managed =
    “{ $question }”
    Voting is under way: { $turnout }.
    Who votes: { $who }.
    It ends on { $closes }. Until then nobody knows the result.
polls-none-so-far = none of { $voters } has voted yet
polls-few-so-far = only { $cast } of { $voters } { $cast ->
        [one] has
       *[other] have
    } voted
polls-so-far = { $cast ->
        [one] one of { $voters } has
       *[other] { $cast } of { $voters } have
    } voted
polls-is-scheduled =
    “{ $question }”
    Who votes: { $who }.
    It opens on { $opens }.
    It ends on { $closes }.
polls-see-missing = See who has not voted
polls-missing =
    { $count ->
        [one] One has not voted
       *[other] { $count } have not voted
    }
    “{ $question }”
    { $names }
    { $reach }
polls-reach = If you remind them: { $reach }
polls-reach-but-you = If you remind the others: { $reach } You are one of those who have not voted.
polls-only-you = That is you: please vote under Vote.
polls-everyone-voted =
    Everyone has voted
    “{ $question }”
    It ends on { $closes }.
polls-more-names = See more names
polls-remind = Remind these { $count }
polls-reminded =
    A reminder is on its way to { $count } who { $count ->
        [one] has
       *[other] have
    } not voted.
    { $unlinked ->
        [0] { "" }
        [one] One more person has not joined; please phone.
       *[other] { $unlinked } more have not joined; please phone them.
    }
polls-nobody-reminded =
    Nobody could be reminded: { $unlinked ->
        [one] this one has
       *[other] these { $unlinked } have
    } not joined.
    Please phone them.
polls-reminded-today =
    They were reminded today.
    Once a day is enough, so that nobody is disturbed.
polls-names-after-close = Who chose what can be seen once voting is over.
polls-next-option = See the next option
polls-see-names = See who chose what
polls-names =
    { $option }: { $count }
    “{ $question }”
    { $names }
polls-names-and-words =
    { $option }: { $count }
    { $names }
polls-name-with-comment = { $name }: “{ $comment }”
polls-did-not-vote = Did not vote
polls-lengthen = Give more time
polls-how-much-longer =
    How much longer?
    “{ $question }”
    At present it ends on { $closes }.
    { -Pick } a time, or type another day and time.
polls-one-day-more = Give one more day
polls-three-days-more = Give three more days
polls-confirm-longer =
    Give more time, until { $closes }?
    “{ $question }”
    Everyone will be told. Time can only be added, not taken back.
polls-keep-close = Keep the old end
polls-lengthen-now = Give that much time
polls-only-longer =
    Time can only be added, because everyone was told the end: { $closes }.
    Please choose a later moment.
polls-is-longer =
    There is more time now, and everyone was told
    “{ $question }”
    It ends on { $closes }.
polls-end-now = End it early
polls-ask-end =
    End the vote right now?
    “{ $question }”
    Up to now, { $turnout }. Everyone will get the result; it cannot be opened again.
polls-keep-open = Let voting go on
polls-end-poll = End it and count
polls-cancel = Cancel the vote
polls-ask-reason =
    Why is this vote cancelled?
    “{ $question }”
    Please type the reason; everyone will read it.
polls-ask-cancel =
    Cancel this vote for good?
    “{ $question }”
    Reason: { $reason }
    The votes will not be counted, and everyone will be told.
polls-keep-poll = Keep it
polls-cancel-now = Cancel and tell everyone
