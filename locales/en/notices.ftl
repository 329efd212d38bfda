# Notices: reading and acknowledging.
notices-go-notices = Notices
notices-say-notices = notices | notice | news | messages | what is new | read news | received | got it | read it
notices-none =
    There is no notice for you yet.
    When one comes, it is here at once.
notices-numbered = Notice { $number } of { $year }, { $unit }
notices-unnumbered = Notice of { $unit }, which gets its number when sent
notices-urgent = Urgent: { $name }
notices-notice =
    { $title }
    From: { $author }

    { $text }
notices-notice-noted =
    { $title }
    From: { $author }

    { $text }

    You answered Received on { $at }.
notices-reminder =
    Reminder: { $title }
    From: { $author }

    { $text }
notices-see-photo = Please look at the picture.
notices-hear-voice = Please listen to the voice message.
notices-see-file = Please open the file.
notices-a-photo = A picture
notices-a-voice = A voice message
notices-a-file = A file
notices-acknowledge = Received
notices-noted =
    Noted: you have received { $name }.
    Thank you.
notices-noted-before =
    This was noted already, all is well.
    You answered Received for { $name } on { $at }.
notices-see-waiting = See what still waits
notices-see-earlier = See earlier notices
notices-earlier =
    Earlier notices, page { $page }
    { $lines }
notices-earlier-line = • { $name }
notices-no-earlier = There are no earlier notices.
notices-one = No. { $number }: { $gist }
notices-one-of = No. { $number }, { $about }
notices-more = See more
notices-not-here =
    This notice is no longer here.
    { -Press } Go back to see the others.

# Writing.
notices-go-write-notice = Write a notice
notices-say-write-notice = write a notice | send a notice | new notice | tell everyone | announce
notices-ask-content =
    A notice from { $unit }
    Type the text, or send { -picture-file-voice }. Nothing is sent until you agree.
notices-ask-new-content =
    What would you like to change?
    Type a new text, or send { -picture-file-voice } to go with it.
notices-text-empty =
    There is no text yet.
    Please type it, or send { -picture-file-voice }.
notices-text-too-long =
    This is too long: one notice holds at most { $most } letters.
    Please make it shorter{ -or-as-a-file }.
notices-draft-waits =
    You have begun a notice
    { $text }

    Go on with it, or throw it away and write another?
notices-go-on = Go on
notices-throw-away = Throw away, write new
notices-preview =
    Please check. Whoever gets it will read this:

    { $title }
    From: { $author }

    { $text }
notices-go-on-to-send = See who gets it and send
notices-change-content = Change or add a file
notices-change-audience = Change who gets it
notices-ask-leave-out =
    Drop this notice?
    { $text }
    Nobody has got it. What you wrote will be gone.
notices-keep-draft = Keep it
notices-left-out =
    The notice is dropped.
    Nothing was sent.
notices-leave-out = Drop this one
notices-add-words =
    Add this to the notice, or put it in place of the words there?
    { $text }
    For neither, go back.
notices-add-file =
    Send { $file } with the notice? A notice has one file; an earlier one is taken out.
    { $text }
    To leave it out, go back.
notices-put-it-in = Add it to the notice
notices-put-instead = Put it in their place
notices-choose-audience =
    Who should get this notice?
    You are writing for { $unit }.
    { $file }
notices-goes-with = With { $file }.
notices-to-everyone = For everyone
notices-to-secretaries = Only for the secretaries
notices-to-one-branch = Choose one unit
notices-choose-branch = Which { -branch } should get it?
notices-one-branch = { $name }
notices-everyone = everyone of { $unit }
notices-the-secretaries = the secretaries of { $unit }
notices-but-you = { $people }, except you
notices-nobody =
    There is nobody to send it to.
    Please go back and change who gets it.
notices-ready =
    Send to { $count ->
        [one] one person
       *[other] { $count } people
    }?
    “{ $gist }”
    For: { $audience }.
    { $missing }
    { $when }
notices-look-again = See the notice again
notices-send =
    { $count ->
        [one] Send to one person
       *[other] Send to { $count } people
    }
notices-change-timing = Send later or urgently
notices-see-unlinked = See who has not joined
notices-all-linked = Everyone has joined the handbook.
notices-unlinked = { $reached } will get it. { $count } { $count ->
        [one] has
       *[other] have
    } not joined: { $names }.
notices-unlinked-and-more = { $reached } will get it. { $count ->
        [one] One has
       *[other] { $count } have
    } not joined: { $names } and { $more } more.
notices-unlinked-list =
    { $count ->
        [one] One has
       *[other] { $count } have
    } not joined
    { $lines }
    They get this notice when they join.
notices-goes-now = It leaves after { $seconds } seconds, so that you can still recall it.
notices-goes-at = It leaves on { $at }.
notices-goes-in-the-morning = People rest then, so it leaves on { $at }.
notices-even-at-night =
    Urgent: it is sent even at night.
    { $when }
notices-choose-timing =
    When should it leave?
    { $when }
    For a later hour, type it, for example: Friday 7 pm.
    An urgent notice is sent at night, too: it is for what cannot wait.
notices-send-at-once = As soon as possible
notices-mark-urgent = Mark as urgent
notices-unmark-urgent = Mark as not urgent
notices-changed =
    The text or the people have just changed.
    Nothing was sent. Please check again, then send.
notices-recalled-already =
    { $name } was taken back and is not sent.
    Its text is kept: { -press } Write a notice to go on with it.
notices-confirmed-already =
    { $name } was confirmed already.
    You find it among the sent notices.
notices-confirmed =
    { $name }
    It leaves { $when }. Until then you can recall it.

# Following up.
notices-go-sent-notices = Sent notices
notices-say-sent-notices = sent notices | sent | who received | who has not received | recall a notice
notices-none-sent =
    No notice was sent yet.
    Afterwards you see here who has received it.
notices-sent-list =
    Sent notices
    { $lines }
notices-line = • No. { $number } of { $year }: sent { $sent } of { $total }, { $acknowledged } answered Received
notices-line-leaves = • No. { $number } of { $year }: not sent yet, it leaves { $when }
notices-line-recalled = • No. { $number } of { $year }: recalled
notices-progress =
    { $name }
    { $state }
    Sent { $sent } of { $total }{ $waiting ->
        [0] { "" }
       *[other] { ", " }waiting { $waiting }
    }{ $uncertain ->
        [0] { "" }
       *[other] { ", " }uncertain { $uncertain }
    }{ $failed ->
        [0] { "" }
       *[other] { ", " }failed { $failed }
    }{ $unreachable ->
        [0] { "" }
       *[other] { ", " }not reached { $unreachable }
    }{ $unlinked ->
        [0] { "" }
       *[other] { ", " }not joined { $unlinked }
    }{ $listed ->
        [0] { "" }
       *[other] { ", " }joined late, to find in Notices { $listed }
    }.
    Answered Received: { $acknowledged }.{ $told ->
        [0] { "" }
       *[other] { " " }Told by phone: { $told }.
    }
notices-within-a-minute = within a minute
notices-at-the-hour = on { $at }
notices-leaves = Not sent yet. It leaves { $when }.
notices-going-out = Going out since { $at }.
notices-paused = Paused. You can { -press } Send on at any time.
notices-stopped =
    { $stopped ->
        [one] Stopped for good: one person was not sent it.
       *[other] Stopped for good: { $stopped } people were not sent it.
    }
notices-went-out = It left on { $at }.
notices-was-recalled =
    { $name }
    This notice was recalled before anybody got it.
    The text is kept: you can write it anew.
notices-was-recalled-by-others =
    { $name }
    This notice was recalled before anybody got it.
notices-write-anew = Write it anew from this
notices-other-draft-waits =
    You are writing another notice
    { $text }

    Go on with that one, or leave it and write { $name } anew?
notices-throw-away-for-this = Leave it, write this anew
notices-see-progress = See how far it is
notices-recall = Recall it
notices-recalled =
    { $name } was recalled before anybody got it.
    The text is kept: you can change it and send it again.
notices-mend = Change to send again
notices-out-already =
    { $name } has reached people and cannot be recalled.
    To correct it, please write a new notice.
notices-see-content = See the text
notices-see-unanswered = See who has not received
notices-unanswered =
    { $count ->
        [one] One has
       *[other] { $count } have
    } not answered Received{ $unlinked ->
        [0] { "" }
       *[other] , { $unlinked } of them not joined
    }
    { $lines }
notices-everyone-answered = Everyone has answered Received.
notices-ask-to-remind = Remind those who have not
notices-ask-remind =
    Remind { $count ->
        [one] one who has
       *[other] { $count } who have
    } joined and not answered Received?
    { $name } is sent to them again.{ $unlinked ->
        [0] { "" }
        [one] { " " }One more has not joined; please phone.
       *[other] { " " }{ $unlinked } more have not joined; please phone them.
    }
notices-not-joined = { $person } (not joined)
notices-not-yet = Not now
notices-remind =
    { $count ->
        [one] Remind this one person
       *[other] Remind { $count } people
    }
notices-reminded =
    { $count ->
        [one] One person was
       *[other] { $count } people were
    } reminded.
    Once a day only, so that nobody is bothered.
notices-reminded-today =
    People were reminded of { $name } today already.
    Remind them again tomorrow if need be, or phone those who have not answered.
notices-not-out-yet =
    { $name } has not left yet.
    You can remind people afterwards.
notices-nobody-to-remind =
    There is nobody left to remind of { $name }.
    Those who have not joined get it when they join.
