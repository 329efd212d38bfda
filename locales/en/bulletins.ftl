# The monthly bulletin: listening and reading.
bulletins-go-bulletins = Bulletin
bulletins-say-bulletins = bulletin | monthly bulletin | listen to the bulletin | hear the bulletin | radio | audio news
bulletins-sent =
    Bulletin for { $month }
    { $unit }
    { $titles }
bulletins-none =
    There is no bulletin yet.
    When there is one, { -me } will send it to { -you } at once.
bulletins-line = { $number }. { $title }
bulletins-and-more = … and { $count } more items
bulletins-listen = Hear the bulletin
bulletins-listen-by-item = Hear item by item
bulletins-listen-to-one = Hear item { $number }
bulletins-read = Read the text
bulletins-earlier = See earlier months
bulletins-see-more = See other choices
bulletins-more = See more
bulletins-playing =
    Bulletin for { $month }
    { $titles }
    When you have listened, please press I have listened.
bulletins-arrived =
    Bulletin of { $unit } for { $month }
    { $titles }
    When you have listened, please press I have listened.
bulletins-have-heard = I have listened
bulletins-heard =
    { -Me } has noted that { -you } heard the bulletin for { $month }.
    Thank { -you }. It stays here if { -you } want to hear it again.
bulletins-items =
    The bulletin for { $month } has { $count } items.
    Press the one { -you } want to hear.
bulletins-one-item = { $number }. { $title }
bulletins-item =
    Item { $number }: { $title }
    Bulletin for { $month }
bulletins-next-item = Hear the next item
bulletins-text =
    Item { $number }: { $title }
    { $text }
bulletins-read-on = Read on
bulletins-read-next = Read the next item
bulletins-months =
    Bulletins that were sent
    There are { $count }. Press the month { -you } want to hear.
bulletins-one-month = Open { $month }
bulletins-for-leaders = What would { -you } like to do with bulletins?
bulletins-see-counts = See how many listened
bulletins-counts =
    The bulletin for { $month } has reached
    { $lines }
bulletins-count = • { $unit }: sent to { $sent }, pressed I have listened: { $heard }
bulletins-no-counts =
    The bulletin for { $month } is on its way.
    Please look again in a few minutes.
bulletins-not-sent =
    This bulletin is not here.
    Press Back to hear the newest one.
bulletins-no-item =
    This item is no longer here.
    Press Back to see the others.
bulletins-built-in-voice = A computer voice reads, for the time being.

# Adding a directive.
bulletins-go-add-directive = Add a directive
bulletins-say-add-directive = add a directive | send a directive | add to the bulletin | add an item | new directive
bulletins-ask-directive =
    Add to the bulletin for { $month }
    Type the text, or send a Word, PDF or text file. Nothing is sent out until the bulletin is approved.
bulletins-added =
    Added { $count } { $count ->
        [one] item
       *[other] items
    } to the bulletin for { $month }.
    { $source }
    { $note }
bulletins-divided = The text was divided at its numbers.
bulletins-from-files = From { $files }, divided at the numbers.
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
bulletins-add-another = Add another directive
bulletins-see-desk = See the draft bulletin
bulletins-approve-again = The bulletin had been approved; it now needs approval again.
bulletins-nothing-in-it =
    { -Me } sees nothing to read out yet.
    Please type it or send it again.
bulletins-too-long =
    This text has { $count } letters, which is tiring to listen to.
    Please shorten it to under { $limit } letters and send it again.
bulletins-not-text =
    { -Me } needs words to read out.
    Type them, or send a Word, PDF or text file.

# Preparing and approving.
bulletins-go-edit-bulletin = Prepare the bulletin
bulletins-say-edit-bulletin = prepare the bulletin | approve the bulletin | edit the bulletin | draft bulletin | rehearse
bulletins-desk =
    Bulletin for { $month }, in preparation
    It has { $count } items. Once approved it is sent on { $due }.
    { $note }
bulletins-desk-late =
    Bulletin for { $month }: its hour has passed
    It has { $count } items and went to nobody, as it was not approved. Approved today, it is sent on { $due }.
    { $note }
bulletins-desk-approved =
    Bulletin for { $month }, approved
    Approved by { $name }. It has { $count } items and is sent on { $due }.
    { $note }
bulletins-desk-empty =
    The bulletin for { $month } is still empty
    Its hour: { $due }. Add a directive to begin.
bulletins-desk-empty-late =
    The bulletin for { $month } was not sent
    Its hour came and nothing was written. Add a directive today; once approved, it is sent tomorrow morning.
bulletins-who-approves = The leaders of { $unit } will approve it.
bulletins-waits-for = It still waits for the leaders of { $unit }.
bulletins-whom-to-ask = If something should change, please tell the leaders of { $unit }.
bulletins-see-items = See the items
bulletins-rehearse = Hear a rehearsal
bulletins-approve = Approve the bulletin
bulletins-withdraw = Withdraw approval
bulletins-skip = Give up this bulletin
bulletins-desk-items =
    The bulletin for { $month } has { $count } items.
    Press an item to look at it and change it.
bulletins-desk-item =
    { $title }
    Will be read as:
    { $spoken }
    { $note }
bulletins-move-up = Move up
bulletins-moved =
    Moved up: { $title }
    { $note }
bulletins-correct = Correct this item
bulletins-ask-correction =
    Correct: { $title }
    Written now: “{ $text }”
    Type the text anew, or send a file. To change the title too, type it on the first line.
bulletins-corrected =
    Corrected: { $title }
    { $note }
bulletins-see-corrected = See how it will be read
bulletins-take-back = Take the old words back
bulletins-taken-back =
    The old words are back: { $title }
    { $note }
bulletins-item-replaced =
    Somebody has just changed or removed this item, so nothing was written.
    Press Back to see the bulletin as it stands now.
bulletins-more-deeds =
    { $title }
    What would { -you } like to do with this item?
bulletins-remove = Remove this item
bulletins-removed =
    Removed from the bulletin: { $title }
    { $note }
bulletins-put-back = Put it back
bulletins-is-back =
    Put back: { $title }
    { $note }
bulletins-unread-note = Not sure how to read: { $tokens }
bulletins-give-reading = Say how to read it
bulletins-ask-reading =
    How is “{ $token }” read?
    Type it in words, for example: hai A. { -Me } will remember it.
bulletins-reading-kept =
    { -Me } will read “{ $token }” as “{ $spoken }”.
    { $note }
bulletins-see-readings = Change how it is read
bulletins-readings =
    Readings that were given
    { $lines }
bulletins-is-read = “{ $token }” is read “{ $spoken }”
bulletins-one-reading = Change “{ $token }”
bulletins-gone =
    This word is no longer in the bulletin.
    Press Back to see the bulletin.
bulletins-reading-empty =
    { -Me } sees no reading yet.
    Please type it in words, for example: hai A.
bulletins-reading-long =
    This reading is rather long.
    A few words are enough.
bulletins-reading-in-words =
    Please write the figures in words.
    For example: hai A instead of 2A.
bulletins-reading-no-help =
    { -Me } still cannot read “{ $token }” in that sentence.
    Please open that item, press Correct this item and write the sentence differently.
bulletins-rehearsal =
    Bulletin for { $month }, not sent to anybody yet
    { $titles }
    When { -you } have heard all of it, press Heard all of it; then { -you } can approve it.
bulletins-rehearsal-again =
    Bulletin for { $month }, approved
    { $titles }
    It has not been sent to anybody yet.
bulletins-have-heard-all = Heard all of it
bulletins-read-all = Read all of it
bulletins-have-read-all = Read to the end
bulletins-is-heard = { -You } have heard all of it and can approve it now.
bulletins-to-hear = Please listen to it or read it to the end; then { -you } can approve it.
bulletins-to-hear-again = It has changed since { -you } heard it. Please listen or read again, then approve it.
bulletins-hear-first =
    Please listen to the bulletin before approving it.
    Hear it, or read it to the end.
bulletins-hear-again =
    The bulletin has changed since { -you } heard it, so it is not approved.
    Please hear it or read it to the end once more.
bulletins-recording =
    Recording the bulletin for { $month }
    It will be here in about half a minute. There is no need to press again.
bulletins-recording-item =
    Recording item { $number }
    It will be here in a moment. There is no need to press again.
bulletins-approved-recording =
    The bulletin is approved and goes out on { $due }
    It is being recorded; { -you } can hear it in about half a minute. There is no need to press again.
bulletins-ask-approval =
    Approve the bulletin for { $month }?
    It has { $count } items and goes to { $people } people on { $due }.
    Approved by: { $name }
bulletins-do-approve = Yes, approve it
bulletins-approved =
    The bulletin is approved
    Approved by { $name }. It will be sent on { $due }.
    If anybody changes it, it needs approval again.
bulletins-withdrawn =
    The approval is withdrawn; nothing was sent.
    { -You } can approve it again at any time.
bulletins-ask-skip =
    Give up the bulletin for { $month }?
    Its { $count } items will be sent to nobody.
bulletins-do-skip = Yes, give it up
bulletins-skipped = That bulletin will not be sent.
bulletins-unread =
    { -Me } is not sure how to read: { $tokens }
    Please say how; then it can be heard and approved.
bulletins-no-items =
    The bulletin has no items yet.
    Please add a directive first.
bulletins-not-editor =
    This bulletin is approved by { $unit }.
    If something should change, please ask its leaders.
bulletins-news =
    Something new for the { $month } bulletin
    { $name }, { $unit }, has just added to it. Listen and approve it when it suits { -you }.
bulletins-changed-meanwhile =
    The contents have just changed; nothing was approved.
    Please look at the items and approve once more.
bulletins-not-late =
    This bulletin still waits for { $due }.
    { -You } can leave it: without approval it goes to nobody.
bulletins-over =
    The bulletin for { $month } is closed.
    Press Back to see the newest one.

# Reminding the leaders.
bulletins-reminder =
    The bulletin for { $month } awaits approval
    It is due on { $due }. Without approval it goes to nobody.
bulletins-missed =
    The bulletin for { $month } was not sent
    Its hour came and nobody had approved it. Approved today, it is sent tomorrow morning.
bulletins-reminder-empty =
    The bulletin for { $month } is still empty
    Its hour: { $due }. There is still time to add a directive and approve it.
bulletins-missed-empty =
    The bulletin for { $month } was not sent
    Its hour came and nothing was written. Add a directive today; once approved, it is sent tomorrow morning.
bulletins-too-late =
    The bulletin for { $month } was not sent
    { -Me } was away too long and missed the hour. Approve it again and it is sent the next morning.
bulletins-not-as-approved =
    The bulletin for { $month } was not sent
    It is no longer what was approved. Please look at it and approve it.
bulletins-reopened =
    The bulletin for { $month } needs approval again
    { $name } changed it after the approval.
bulletins-the-office = The office
bulletins-withdrawn-by-editor =
    The approval of the bulletin for { $month } was withdrawn
    Withdrawn by { $name }. Nothing was sent.
