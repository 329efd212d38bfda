# The monthly bulletin: listening and reading.
bulletins-go-bulletins = Bulletin
bulletins-say-bulletins = bulletin | monthly bulletin | listen to the bulletin | hear the bulletin | radio | audio news
bulletins-sent =
    Bulletin for { $month }
    { $unit }
    { $titles }
bulletins-none =
    There is no bulletin yet.
    As soon as there is one, { -me } will send it to { -you }.
bulletins-line = Item { $number }: { $title }
bulletins-and-more = … and { $count } more
bulletins-listen = Listen to the bulletin
bulletins-listen-by-item = Listen item by item
bulletins-listen-to-one = Listen to item { $number }
bulletins-read = Read the text
bulletins-earlier = See earlier months
bulletins-see-more = More choices
bulletins-more = See more
bulletins-playing =
    Bulletin for { $month }
    { $titles }
    When { -you } have heard it, please { -press } I have listened.
bulletins-arrived =
    Bulletin of { $unit } for { $month }
    { $titles }
    When { -you } have heard it, please { -press } I have listened.
bulletins-have-heard = I have listened
bulletins-have-heard-it-all = I heard all the items
bulletins-go-have-heard = I heard the bulletin
bulletins-say-have-heard = I have listened | I have heard it | have heard it | heard it all
bulletins-heard =
    Thank { -you }. { -Me } has noted that { -you } heard the bulletin for { $month }.
    It stays here whenever { -you } want to hear it again.
bulletins-items =
    The bulletin for { $month } has { $count ->
        [one] one item
       *[other] { $count } items
    }.
    { -Pick } the one { -you } want to hear.
bulletins-one-item = Item { $number }: { $title }
bulletins-item =
    Item { $number }: { $title }
    Bulletin for { $month }
bulletins-next-item = Listen to the next item
bulletins-text =
    Item { $number }: { $title }
    { $text }
bulletins-text-alone =
    Item { $number }
    { $text }
bulletins-proof-opening =
    How the bulletin begins
    { $text }
bulletins-proof-closing =
    How the bulletin ends
    { $text }
bulletins-read-on = Read on
bulletins-read-next = Read the next item
bulletins-months =
    Earlier bulletins
    { $count ->
        [one] One has been sent so far.
       *[other] { $count } have been sent so far.
    } { -Pick } the month { -you } want to hear.
bulletins-one-month = Open { $month }
bulletins-for-leaders = What would { -you } like to do?
bulletins-see-counts = See how many listened
bulletins-counts =
    The bulletin for { $month }
    { $lines }
    { $note }
bulletins-count = • { $unit }: sent to { $sent }, { $heard } said they listened
bulletins-sent-to-nobody = The bulletin for { $month } was sent to nobody in the units { -you } lead.
bulletins-no-counts =
    The bulletin for { $month } is on its way.
    Please look again in a few minutes.
bulletins-not-sent =
    This bulletin is not here.
    { -Press } Go back to hear the newest one.
bulletins-no-item =
    This item is no longer here.
    { -Press } Go back to see the others.
bulletins-built-in-voice = Read by a simple computer voice; please bear with it.
bulletins-own-and-voice = What a person recorded is heard as they spoke it. The rest: { $voice }
bulletins-voice-google = Voice: Google.
bulletins-voice-edge = Voice: HoaiMy, by Microsoft.
bulletins-voice-piper = Voice: Piper.

# Adding a directive.
bulletins-go-add-directive = Add a directive
bulletins-say-add-directive = add a directive | send a directive | add to the bulletin | add an item | new directive
bulletins-ask-directive =
    Add to the bulletin for { $month }
    Type the text{ -or-a-text-file }. Nothing goes out until the bulletin is approved.
bulletins-added =
    Added { $count } { $count ->
        [one] item
       *[other] items
    } to the bulletin for { $month }.
    { $title }
    { $note }
bulletins-just-added = The item: { $title }
bulletins-remove-paper = Take this paper out
bulletins-put-paper-back = Bring the paper back
bulletins-paper-removed =
    Taken out: { $count ->
        [one] one item
       *[other] { $count } items
    } of that paper.
    { $note }
bulletins-paper-is-back =
    Back in the bulletin: { $count ->
        [one] one item
       *[other] { $count } items
    } of that paper.
    { $note }
bulletins-remove-added = Take it out again
bulletins-of-another = This paper is from { $issuer }: please see whether it belongs here.
bulletins-divided = It was split into items at its numbers.
bulletins-from-files = Taken from { $files }.
bulletins-not-taken = Could not add { $file }. { $reason }
bulletins-was-there = Did not add { $file }: it is in the bulletin already.
bulletins-none-taken =
    { $left }
    Please type the text, or send another file.
bulletins-there-already =
    This text is already in the bulletin for { $month }, as item { $numbers }.
    Add it once more?
bulletins-add-anyway = Yes, add it again
bulletins-do-not-add = No, leave it
bulletins-says-inside = It is marked secret or internal, so only the voice of this machine reads it.
bulletins-see-left-out = See what is not read
bulletins-left-out =
    Not read in the bulletin: { $part }
    { $text }
bulletins-part-letterhead = the letterhead
bulletins-part-recipients = the recipients
bulletins-part-signature = the signature
bulletins-part-page-number = the page numbers
bulletins-keep-it-inside = Keep it inside
bulletins-let-it-outside = Let it go outside
bulletins-kept-inside =
    This paper ({ $count } { $count ->
        [one] item
       *[other] items
    }) stays inside
    The whole bulletin is read by the voice of this machine. { $note }
bulletins-ask-outside =
    Let this go outside: { $title }?
    The words of the whole paper go to a reading service on the network and cannot be taken back.
bulletins-do-let-outside = Yes, let it go outside
bulletins-let-outside =
    This paper ({ $count } { $count ->
        [one] item
       *[other] items
    }) may go outside
    A voice on the network may read it. { $note }
bulletins-add-another = Add another directive
bulletins-see-desk = See the draft bulletin
bulletins-approve-again = The bulletin was approved before, so it now has to be approved again.
bulletins-nothing-in-it =
    { -Me } found nothing to read out.
    Please type it or send it again.
bulletins-too-long =
    This text has { $count } letters, which is tiring to listen to.
    Please shorten it to under { $limit } letters and send it again.
bulletins-not-text =
    { -Me } needs text to read out.
    Please type it{ -or-a-text-file }.

# Preparing and approving.
bulletins-go-edit-bulletin = Prepare the bulletin
bulletins-say-edit-bulletin = prepare the bulletin | approve the bulletin | edit the bulletin | draft bulletin | rehearse
bulletins-desk =
    Draft bulletin for { $month }
    It has { $count ->
        [one] one item
       *[other] { $count } items
    }. Once approved, it goes out on { $due }.
    { $note }
bulletins-desk-late =
    The bulletin for { $month } is late
    It has { $count ->
        [one] one item
       *[other] { $count } items
    } and was not approved in time, so nobody has it yet. Approve it today and it goes out on { $due }.
    { $note }
bulletins-desk-approved =
    The bulletin for { $month } is approved
    Approved by { $name }. It has { $count ->
        [one] one item
       *[other] { $count } items
    } and goes out on { $due }.
    { $note }
bulletins-desk-empty =
    The bulletin for { $month } is still empty
    It is due on { $due }. Add a directive to begin.
bulletins-desk-empty-late =
    The bulletin for { $month } was not sent
    Nothing had been written by the time it was due. Add something today and approve it, and it goes out tomorrow morning.
bulletins-who-approves = The leaders of { $unit } will approve it.
bulletins-waits-for = The leaders of { $unit } have not approved it yet.
bulletins-whom-to-ask = To change something, please tell the leaders of { $unit }.
bulletins-see-items = See the items
bulletins-rehearse = Listen to the draft
bulletins-approve = Approve the bulletin
bulletins-withdraw = Take the approval back
bulletins-skip = Cancel this bulletin
bulletins-desk-items =
    The bulletin for { $month } has { $count ->
        [one] one item
       *[other] { $count } items
    }.
    { -Pick } one to look at it or change it.
    { $note }
bulletins-inside-items = Not given to voices elsewhere: item { $numbers }.
bulletins-desk-item =
    { $title }
    It will be read like this:
    { $spoken }
    { $note }
bulletins-desk-item-own =
    { $title }
    The words of this item:
    { $spoken }
    { $note }
bulletins-move-up = Move up
bulletins-moved =
    Moved up: { $title }
    { $note }
bulletins-correct = Correct this item
bulletins-ask-correction =
    Correct: { $title }
    It now says: “{ $text }”
    Type the new text{ -or-a-file }. To change the title too, put it on the first line.
bulletins-corrected =
    Corrected: { $title }
    { $note }
bulletins-see-corrected = See how it will be read
bulletins-own-no-more = What was recorded no longer fits, so the computer voice reads this item again.
bulletins-take-back = Bring back the old text
bulletins-taken-back =
    The old text is back: { $title }
    { $note }
bulletins-item-replaced =
    Somebody has just changed or removed this item, so nothing was saved.
    { -Press } Go back to see the bulletin as it is now.
bulletins-more-deeds =
    { $title }
    { $note }
    What would { -you } like to do with this item?
bulletins-is-inside = Only the voice of this machine reads it.
bulletins-record-own = Record it myself
bulletins-record-again = Record it again
bulletins-take-own-back = Take the recording back
bulletins-ask-voiceless =
    Take back the recording of “{ $title }”?
    It cannot be brought back, only made again. A computer voice will read this item.
bulletins-do-take-own-back = Yes, take it back
bulletins-own-voice = A person's own recording is heard here.
bulletins-ask-recording =
    Record this item: { $title }
    Please send a voice message{ -or-a-sound-file }, ten minutes at most. It is heard instead of the computer voice.
bulletins-own-taken =
    Item { $number } is now heard as a person recorded it
    Please listen to it. { $note }
bulletins-own-gone =
    The recording is taken back: { $title }
    A computer voice reads this item again. { $note }
bulletins-not-voice =
    { -Me } needs to hear this item spoken.
    Please send a voice message{ -or-a-sound-file }.
bulletins-own-unusable =
    The recording for “{ $title }” cannot be used
    { $reason ->
        [too_short] Hardly a word can be heard in it.
        [too_long] It is longer than ten minutes.
       *[no_sound] There is no sound in this file.
    } Please record it again, or take it back.
bulletins-see-item = See this item
bulletins-hear-it = Listen to this item
bulletins-hear-item =
    Item { $number }: { $title }
    This is what members will hear. Nobody has it yet.
bulletins-item-unread =
    { $title }
    { $note }
    Once that is known, { -you } can listen to this item.
bulletins-remove = Remove this item
bulletins-removed =
    Removed from the bulletin: { $title }
    { $note }
bulletins-put-back = Put it back
bulletins-is-back =
    Back in the bulletin: { $title }
    { $note }
bulletins-tokens = { $tokens }{ $more ->
        [0] { "" }
        [one] {" "}and one more
       *[other] {" "}and { $more } more
    }
bulletins-unread-note = Not sure how to say { $count ->
        [one] one word
       *[other] { $count } words
    }: { $tokens }
bulletins-give-reading = Say how to read it
bulletins-stands-in = In item { $number }: “{ $around }”
bulletins-ask-reading =
    How should “{ $token }” be said?
    { $place }
    Please type it in words, for example: hai A. { -Me } will remember it.
bulletins-letterhead-says = The letterhead names { $spoken }, so { $token } may be that.
bulletins-letterhead-right = Read { $token } as { $spoken }
bulletins-suggestion-right = Read it as “{ $spoken }”
bulletins-is-read-now = “{ $token }” is read as “{ $spoken }” by now.
bulletins-leave-for-later = Leave it for later
bulletins-another-word = Go to another word
bulletins-left-for-later =
    That is all right, it can wait.
    { $note }
bulletins-word-waits = “{ $token }” still waits for its reading, so that item cannot be heard or approved yet. When somebody knows, please type it here.
bulletins-reading-kept =
    { -Me } will say “{ $token }” as “{ $spoken }”.
    { $note }
bulletins-see-readings = Change how words are said
bulletins-item-words =
    { $title }
    { $lines }
    { -Pick } a word to change how it is read, or type it like this: UBKT = Ủy ban kiểm tra
bulletins-is-read = “{ $token }” is said “{ $spoken }”
bulletins-one-reading = Change “{ $token }”
bulletins-go-abbreviations = How words are read
bulletins-say-abbreviations = how words are read | abbreviations | readings | change a reading | table of readings
bulletins-abbreviations =
    Words as { $unit } reads them
    { $lines }
    To add or change one, type it like this: UBKT = Ủy ban kiểm tra
bulletins-no-abbreviations = There are none yet.
bulletins-one-word =
    “{ $token }” is read as “{ $spoken }”.
    { $place }
    Type the new way, or forget this one.
bulletins-earlier-reading = Bring the earlier back
bulletins-came-from = Met in: “{ $around }”
bulletins-forget-word = Forget this reading
bulletins-word-kept =
    From now on “{ $token }” is read as “{ $spoken }” in every bulletin.
    { $note }
bulletins-word-forgotten =
    “{ $token }” is no longer read as “{ $spoken }”.
    To have it back, type: { $token } = { $spoken }
    { $note }
bulletins-word-dropped =
    “{ $token }” is no longer read as “{ $spoken }”.
    Please type another reading, or leave it for later. { $note }
bulletins-ask-ordinary =
    “{ $token }” is an everyday word. Shall every bulletin say “{ $spoken }” for “{ $token }” from now on?
    If so, please type the same line once more. If not, { -press } Go back.
bulletins-entry-unclear =
    It is not clear which word is read how.
    Please type the word, an equals sign, and the reading. For example: UBKT = Ủy ban kiểm tra
bulletins-entry-gone =
    This word is no longer in the table.
    { -Press } Go back to see the table.
bulletins-gone =
    This word is no longer in the bulletin.
    { -Press } Go back to see the bulletin.
bulletins-reading-empty =
    { -Me } does not see any words yet.
    Please type how to say it, for example: hai A.
bulletins-reading-unknown =
    If nobody knows how it is read, it can wait.
    Once it is known, please type it in words, for example: hai A.
bulletins-reading-long =
    This is rather long.
    A few words are enough.
bulletins-reading-in-words =
    Please write numbers as words.
    For example: hai A instead of 2A.
bulletins-reading-unsure =
    In this reading { $tokens } may be said wrongly.
    Please write it by its sound, for example: cờ rông instead of Krông.
bulletins-reading-no-help =
    { -Me } still cannot say “{ $token }” in that sentence.
    Please open that item, { -press } Correct this item and put it another way.
bulletins-rehearsal =
    Bulletin for { $month }, not sent to anybody yet
    { $titles }
    When { -you } have heard it to the end, { -press } Heard all of it.
bulletins-rehearsal-again =
    Bulletin for { $month }, approved
    { $titles }
    It has not been sent to anybody yet.
bulletins-have-heard-all = Heard all of it
bulletins-read-all = Read all of it
bulletins-read-changes = Read what changed
bulletins-have-read-all = Read to the end
bulletins-is-heard = { -You } have heard or read all of it and can approve it now.
bulletins-to-hear = Please listen to it or read it to the end; then { -you } can approve it.
bulletins-to-hear-again = It has changed since { -you } heard it. Please listen or read again, then approve it.
bulletins-to-hear-changes = It has changed since { -you } heard it. Please read what changed, or hear all of it again, then approve it.
bulletins-hear-first =
    Please listen to the bulletin before approving it.
    Hear it, or read it to the end.
bulletins-hear-again =
    The bulletin has changed since { -you } heard it, so it is not approved.
    Please hear it or read it to the end once more.
bulletins-other-sound =
    The recording is no longer the one { -you } heard, so it was not approved.
    Please listen to it once more.
bulletins-recording =
    Recording the bulletin for { $month }
    It will be here in about half a minute. There is no need to { -press } again.
bulletins-recording-item =
    Recording item { $number }
    It will be here in a moment. There is no need to { -press } again.
bulletins-recording-at =
    Recording item { $number } of { $count }
    It will be here as soon as it is done. There is no need to { -press } again.
bulletins-bad-recording =
    The recording is not good enough, so nobody was sent it
    { $reasons }
    Please listen to it again; if it stays so, tell somebody who knows the computer.
bulletins-fault-in = “{ $chapter }”: { $fault }
bulletins-fault =
    { $fault ->
        [unreadable] the sound file cannot be opened
        [empty] there is no sound
        [loudness] it is too loud or too soft ({ $figure } LUFS)
        [peak] some of it is too loud ({ $figure } dBTP)
        [clipped] the sound is distorted
        [gap] it is silent too long ({ $figure } seconds)
        [late_start] it begins too late ({ $figure } seconds)
        [duration] its length does not fit its words ({ $figure } seconds); some may be missing
        [uneven] it is louder or softer than the other parts ({ $figure } LU)
        [chapters] the number of parts is wrong ({ $figure })
        [off_second] it begins in the wrong place (second { $figure })
        [length] the whole has the wrong length ({ $figure } seconds)
       *[speech_share] too much or too little of it is speech ({ $figure } %)
    }
bulletins-approved-recording =
    The bulletin is approved and goes out on { $due }
    It is being recorded; { -you } can hear it in about half a minute. There is no need to { -press } again.
bulletins-ask-approval =
    Approve the bulletin for { $month }?
    It has { $count ->
        [one] one item
       *[other] { $count } items
    } and goes to { $people } people{ $unlinked ->
        [0] { "" }
        [one] {" "}(one has not joined)
       *[other] {" "}({ $unlinked } have not joined)
    } on { $due }.
    If you { -press } Yes, it is noted as approved by { $name }.
bulletins-do-approve = Yes, approve it
bulletins-approved =
    The bulletin is approved
    Approved by { $name }. It goes out on { $due }.
    If anybody changes it, it has to be approved again.
bulletins-withdrawn =
    The approval is taken back; nothing was sent.
    { -You } can approve it again at any time.
bulletins-ask-skip =
    Cancel the bulletin for { $month }?
    { $count ->
        [one] Its one item
       *[other] Its { $count } items
    } will not be sent to anybody.
bulletins-do-skip = Yes, cancel it
bulletins-skipped = That bulletin is cancelled and will not be sent.
bulletins-unread =
    { -Me } is not sure how to say { $count ->
        [one] one word
       *[other] { $count } words
    }: { $tokens }
    Please say how to read it; then { -you } can hear the bulletin and approve it. What is not in Vietnamese is better taken out.
bulletins-no-items =
    There is nothing in the bulletin yet.
    Please add a directive first.
bulletins-not-editor =
    Only the leaders of { $unit } approve this bulletin.
    To change something, please ask them.
bulletins-news =
    New in the bulletin for { $month }
    { $name }, { $unit }, has just added something. Please listen and approve it when it suits { -you }.
bulletins-changed-meanwhile =
    The bulletin has just been changed, so it is not approved.
    Please look at it once more, then approve it.
bulletins-not-late =
    This bulletin is not due until { $due }.
    { -You } can leave it: unless it is approved, nobody gets it.
bulletins-over =
    The bulletin for { $month } is closed.
    { -Press } Go back to hear the newest one.

# Reminding the leaders.
bulletins-reminder =
    The bulletin for { $month } is waiting for approval
    It is due on { $due }. Unless it is approved, nobody gets it.
bulletins-missed =
    The bulletin for { $month } was not sent
    Nobody had approved it in time. Approve it today and it goes out tomorrow morning.
bulletins-reminder-empty =
    The bulletin for { $month } is still empty
    It is due on { $due }. There is still time to add something and approve it.
bulletins-missed-empty =
    The bulletin for { $month } was not sent
    Nothing had been written by the time it was due. Add something today and approve it, and it goes out tomorrow morning.
bulletins-too-late =
    The bulletin for { $month } was not sent
    { -Me } was out of service and missed the hour. Approve it again and it goes out the next morning.
bulletins-not-as-approved =
    The bulletin for { $month } was not sent
    It is no longer what was approved. Please look at it and approve it again.
bulletins-sound-gone =
    The bulletin for { $month } was not sent
    The approved recording is no longer as it was heard. Please listen and approve it again.
bulletins-reopened =
    The bulletin for { $month } needs approval again
    { $name } changed it after it was approved.
bulletins-the-office = The office
bulletins-withdrawn-by-editor =
    The bulletin for { $month } is no longer approved
    { $name } took the approval back. Nothing was sent.
