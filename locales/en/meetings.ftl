# Meetings: invitations, answers, check-in; calling, following, changing and ending.
meetings-go-meetings = Meetings
meetings-say-meetings = meetings | meeting | next meeting | invitation | when is the meeting | where is the meeting | I am coming | coming | not coming | absent | attendance
meetings-go-come-in = Check in
meetings-say-come-in = check in | the code | I am here | I have arrived
meetings-go-summaries = Summary of the meeting
meetings-say-summaries = summary | the summary | minutes | meeting minutes
meetings-go-past-meetings = Meetings that are over
meetings-say-past-meetings = past meetings | earlier meetings
meetings-go-call-meeting = Call a meeting
meetings-say-call-meeting = call a meeting | call meeting | invite to a meeting | new meeting | schedule a meeting
meetings-go-lead-meetings = Follow meetings
meetings-say-lead-meetings = follow meetings | who is coming | who has not answered | open check-in | move the meeting | cancel the meeting | end the meeting

# --- titles and shared lines ---
meetings-title-monthly =
    { -Branch } meeting of { $month ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
       *[12] December
    }
meetings-title-thematic = Thematic meeting
meetings-line-when = When: { $starts }
meetings-line-where = Where: { $place }
meetings-line-agenda = Agenda: { $agenda }
meetings-line-files =
    { $count ->
        [1] A file goes along.
       *[other] { $count } files go along.
    }
meetings-line-moved =
    Old time: { $old }
    New time: { $new }
meetings-line-elsewhere =
    Old place: { $old }
    New place: { $new }
meetings-line-going = • { $name }: going on now
meetings-line = • { $name }: { $starts }
meetings-as-it-is = { $text }
meetings-more = See more

# --- the invitation and its answers ---
meetings-invitation =
    { $name }
    { $unit } invites { -you } to a meeting.
    { $details }
    Can { -you } come?
meetings-own-invitation =
    { $name }
    { $unit } invites { -you } to a meeting.
    { $details }
    { -You } called it, so { -you } are noted as coming.
meetings-yes = I am coming
meetings-no = I cannot come
meetings-see-all = See the meeting
meetings-still-open =
    { $name }
    { $details }
    { -You } have not answered yet. Can { -you } come?
meetings-soon =
    Starting soon: { $name }
    { $details }
meetings-moved =
    New time: { $name }
    Before: { $old }
    { $details }
    Please answer once more.
meetings-own-moved =
    New time: { $name }
    Before: { $old }
    { $details }
    { -You } moved it, so { -you } are noted as coming.
meetings-place-moved =
    New place: { $name }
    Before: { $old }
    { $details }
meetings-cancelled =
    The meeting is off: { $name }
    It was to be { $starts }.
    Reason: { $reason }
meetings-page =
    { $name }
    { $details }
    { $mine }
meetings-opens-at = Check-in opens at { $opens }, when the { -secretary } starts it.
meetings-mine-open = { -You } have not answered yet.
meetings-mine-yes = { -You } are coming.
meetings-mine-no = { -You } cannot come.
meetings-mine-going = The meeting is going on.
meetings-mine-over = The meeting is over.
meetings-mine-here = { -You } checked in: { $at }.
meetings-mine-late = { -You } came after the start: { $at }.
meetings-mine-left = { -You } left early: { $at }.
meetings-none =
    No meeting is ahead.
    { -Me } will tell { -you } when one is called.
meetings-others = Other meetings
meetings-list =
    Other meetings:
    { $lines }
meetings-see-past = Meetings that are over
meetings-past =
    Meetings that are over:
    { $lines }
meetings-see-summary = See the summary
meetings-see-ended = See this meeting
meetings-one-on =
    { $nth ->
        [1] Meeting on { $day }, { $clock }
       *[other] Meeting on { $day }, { $clock } ({ $nth })
    }
meetings-see-you =
    { -You } are coming
    { $name }
    { $details }
meetings-why =
    Why can { -you } not come?
    Write a sentence, or send a voice message. Only the { -secretary } sees it.
meetings-noted =
    Noted: { -you } cannot come
    { $name }
    { $reason }
    To change this, { -press } I am coming, before the start.
meetings-your-reason = Reason: { $reason }
meetings-reason-in-file = The reason is in the file { -you } sent.
meetings-see-agenda = See the agenda
meetings-agenda =
    Agenda: { $name }
    { $agenda }
meetings-only-files =
    { $count ->
        [1] File: { $name }
       *[other] { $count } files: { $name }
    }
meetings-see-files = See { $count } files
meetings-files =
    Files: { $name }
    { $lines }
meetings-one-file = File { $number }
meetings-file = { $line }
meetings-next-file = The next file
meetings-file-line = File { $number }: { $name }
meetings-a-photo = a picture
meetings-a-voice = a voice message
meetings-a-document = a document
meetings-a-audio = a recording
meetings-a-video = a film
meetings-into-calendar = Add to calendar
meetings-out-of-calendar = Remove from calendar
meetings-calendar =
    Calendar entry: { $name }
    Open this file and your phone adds it to the calendar.
meetings-calendar-off =
    Calendar entry to remove: { $name }
    Open this file and your phone removes it from the calendar.

# --- at the door ---
meetings-check-in = Check in
meetings-check-in-open =
    Please check in: { $name }
    The { -secretary } reads out four digits. Just type them here.
meetings-type-code =
    Which four digits is it?
    The { -secretary } reads them out. Please type them here.
meetings-other-code =
    These digits do not match yet
    The code changes every two minutes. Listen to the { -secretary } again and type it; { $left ->
        [one] one more try
       *[other] { $left } more tries
    }.
meetings-none-to-check-in =
    { $name }: the { -secretary } has not opened check-in yet
    { -Me } will tell { -you } as soon as it is open.
meetings-ask-secretary =
    Please ask the { -secretary } to tick your name
    The digits did not match a few times. Please take a seat: the { -secretary } only has to tick your name.
meetings-arrived =
    Checked in
    { $mine }
meetings-leave-early = Leave early
meetings-left =
    Noted: { -you } are leaving early
    If that was a slip, { -press-below }.
meetings-still-here = I am still here

# --- too early, too late ---
meetings-too-late =
    { $name }: the meeting has begun
    This could only be done before the start. Please tell the { -secretary }.
meetings-is-over =
    { $name }: the meeting is over
    It was on { $starts }. Check-in and answers are closed.
meetings-is-cancelled =
    { $name }: the meeting is off
    It was to be { $starts }.
meetings-not-begun =
    { $name }: the meeting has not begun
    It starts { $starts }.
meetings-not-open-yet =
    { $name }: it is too early to check in
    Check-in opens at { $opens }. The meeting starts on { $starts }.
meetings-time-passed =
    This time has passed: { $starts }
    Please choose one ahead.
meetings-not-invited =
    This meeting is for others
    { -You } will find your own invitations under Meetings.
meetings-gone = This meeting is no longer here.
meetings-not-on-list =
    This name was not invited
    Please look at the list again.
meetings-not-arrived =
    { $name } has not checked in
    Check them in first, then note that they left.
meetings-please-type = Please write it in words.
meetings-too-long =
    This is a little long
    Please keep it within { $limit } letters.{ -the-rest-as-a-document }
meetings-unfinished =
    The invitation is not complete yet
    { -Press } Call a meeting to go on.
meetings-draft-done =
    This invitation is finished
    See Follow meetings, or { -press } Call a meeting for a new one.
meetings-nothing-moved =
    Time and place are as before
    Please choose another time or place.

# --- calling, step by step ---
meetings-draft-waits =
    { -You } began an invitation
    { $what }
    Go on with it?
meetings-begun = { $unit }: { $name }
meetings-go-on = Go on
meetings-start-anew = Drop it, begin again
meetings-which-unit = Who is to meet?
meetings-which-title =
    What does { $unit } meet for?
    { -Pick } a title, or type another.
meetings-pick-monthly =
    Meeting of { $month ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
       *[12] December
    }
meetings-pick-thematic = Thematic meeting
meetings-which-time =
    When is the meeting?
    { -Pick } an evening, or type another day and time, for example: Friday 7:30 pm.
meetings-evening =
    { $weekday ->
        [0] Monday
        [1] Tuesday
        [2] Wednesday
        [3] Thursday
        [4] Friday
        [5] Saturday
       *[6] Sunday
    } { $day }, { $hour }{ $minute ->
        [0] { "" }
       *[other] :{ $minute }
    } pm
meetings-which-place =
    The meeting is on { $starts }.
    Where is it?
    { -Pick } a place, or type another.
meetings-type-place =
    The meeting is on { $starts }.
    Where is it?
    Type it here, for example: Community house 3.
meetings-which-agenda =
    What will be discussed?
    Type it here so that people can prepare{ -or-a-document }.
meetings-skip-agenda = Skip the agenda
meetings-keep-agenda = Keep the agenda
meetings-drop-agenda = Leave the agenda out
meetings-which-file =
    Should files go along?
    If so, send them here one by one: { -picture-file-voice }.
meetings-skip-file = Send no file
meetings-send-file =
    Please send it here
    You can send { -picture-file-voice }. { -Press } Done when there are no more.
meetings-have-files =
    { $count ->
        [1] One file goes along
       *[other] { $count } files go along
    }
    { $lines }
    Send the next one, or { -press } Done.
meetings-no-more-files = Done
meetings-take-back-file = Leave the last one out
meetings-enough-files =
    { $count } files are enough
    More would be hard to read. Please { -press } Done.
meetings-preview =
    { $unit }: { $name }
    { $details }
    { $count ->
        [one] One is
       *[other] { $count } are
    } invited: { $reach }{ $left_out ->
        [0] { "" }
        [1] { " " }One is not invited.
       *[other] { " " }{ $left_out } are not invited.
    }
meetings-see-who-is-invited = Who is invited, who not
meetings-who-is-invited =
    { $unit } has { $members ->
        [one] one person
       *[other] { $members } people
    }
    { $count ->
        [one] One is
       *[other] { $count } are
    } invited: { $reach }
    { $reasons }
    A notice also goes to those who are not invited, to all but its writer.
meetings-is-suspended = • { $count } suspended: not invited.
meetings-is-away = • { $count } away, at another unit: not invited.
meetings-is-exempt = • { $count } exempt from meetings: invited, counted only when they come.
meetings-edit = Change it
meetings-invite =
    { $count ->
        [one] Invite one person
       *[other] Invite { $count } people
    }
meetings-see-unlinked = Who has not joined
meetings-unlinked =
    Not in { -me } yet; please tell them another way:
    { $lines }
meetings-nobody-unlinked = Everyone invited uses { -me }.
meetings-what-to-edit = Which part should change?
meetings-edit-title = Change the title
meetings-edit-time = Change the time
meetings-edit-place = Change the place
meetings-edit-agenda = Change agenda and file
meetings-edit-unit = Change who meets
meetings-edit-rest = Change something else
meetings-edit-reason = Change the reason
meetings-twin =
    { $unit } has called a meeting like this
    { $name }: { $starts }, at { $place }.
    Call this one as well?
meetings-drop-draft = Drop this invitation
meetings-draft-dropped =
    This invitation is dropped
    The meeting called before stays as it is.
meetings-invite-anyway = Invite { $count } anyway
meetings-invited =
    The invitation is on its way to { $count ->
        [one] one person
       *[other] { $count } people
    }: { $reach }
    { $name }
    Answers are shown at once under Follow meetings.

# --- following ---
meetings-none-led =
    No meeting is ahead
    To hold one, { -press } Call a meeting.
meetings-led =
    Meetings { -you } are in charge of:
    { $lines }
meetings-led-line = • { $unit }: { $name }, { $day }
meetings-unit-on = { $unit }, day { $day }
meetings-lead-ahead =
    { $name }
    { $unit }: { $starts }
    { $invited } invited. Coming { $coming }, not coming { $declined }, no answer { $unanswered }.
meetings-lead-opening =
    { $name }
    { $unit }: { $starts }
    { $invited } invited. Coming { $coming }, not coming { $declined }, no answer { $unanswered }.
    { $present ->
        [one] One is
       *[other] { $present } are
    } here.
meetings-lead-going =
    { $name }: going on
    { $unit }: { $starts }
    { $counted }
    Present: { $present }{ $late ->
        [0] { "" }
       *[other] , of them late: { $late }
    }{ $left ->
        [0] { "" }
       *[other] , left early: { $left }
    }.
meetings-lead-over =
    { $name }: over
    { $unit }: { $starts }
    { $counted }
    Present: { $present }{ $left ->
        [0] { "" }
       *[other] , left early: { $left }
    }. Absent with a reason { $excused }, without { $unexcused }.
meetings-lead-cancelled =
    { $name }: the meeting is off
    { $unit }, it was to be { $starts }
meetings-take-attendance = Open check-in
meetings-see-code = See the check-in code
meetings-who-is-silent = Who has not answered
meetings-who-declined = Who cannot come
meetings-change = Move or cancel
meetings-end = End the meeting
meetings-silent =
    { $count ->
        [one] One has
       *[other] { $count } have
    } not answered{ $unlinked ->
        [0] { "" }
       *[other] , { $unlinked } of them not joined
    }:
    { $lines }
meetings-nobody-silent = Everyone has answered.
meetings-remind =
    { $count ->
        [one] Remind this one person
       *[other] Remind { $count } people
    }
meetings-ask-remind =
    Remind those who have not answered, { $count } in all?
    { $reach } Each gets one message.
meetings-not-now = Not now
meetings-reminded =
    { $count ->
        [one] The reminder for one person
       *[other] The reminder for { $count } people
    }
    { $reach }
meetings-reminded-already =
    They were reminded today
    Once a day is enough, so that nobody is disturbed.
meetings-declined =
    { $count } cannot come
    { -Pick } a name to see the reason.
meetings-nobody-declined = Nobody has said they cannot come.
meetings-absence =
    { $name } cannot come
    Reason: { $reason }
meetings-absence-in-file =
    { $name } cannot come
    The reason is in the file.

meetings-who-was-absent = See who was absent
meetings-absent =
    { $count } absent:
    { $lines }
meetings-absent-line =
    { $excused ->
        [yes] • { $name }: with a reason
       *[no] • { $name }: no reason known
    }
meetings-nobody-absent = Nobody is missing: all who count are present.

# --- numbers ---
meetings-counted =
    { $spared ->
        [0] { $invited } invited, all of them count.
       *[other] { $invited } invited, { $base } count: { $spared } exempt from meetings, counted only when present.
    }

# --- check-in, as the chair runs it ---
meetings-attendance =
    Check-in code: { $code }
    Read these four digits out. They change every two minutes.
    Present { $present } of { $base } who count{ $left ->
        [0] { "" }
       *[other] , left early { $left }
    }.{ $spared ->
        [0] { "" }
       *[other] { " " }{ $spared } exempt from meetings, counted only when present.
    }
meetings-tick-names = Tick names
meetings-tick =
    { $count ->
        [one] One has
       *[other] { $count } have
    } not come yet
    { $news }
meetings-tick-hint = { -Pick } or type the name of whoever has come.
meetings-ticked = { $name } is noted as present.
meetings-all-came =
    Everyone is here
    { $news }
meetings-who-came = Who came
meetings-came =
    { $count } came{ $left ->
        [0] { "" }
       *[other] , { $left } of them left early
    }
    { -Pick } a name to correct it. Leaving early can be noted once the meeting has begun.
meetings-nobody-came = Nobody has come yet.
meetings-arrival =
    { $name }
    { $how }
meetings-how-absent = Not here yet.
meetings-how-here = Came: { $at }.
meetings-how-late = Came after the start: { $at }.
meetings-how-left = Came: { $at }. Left early: { $left }.
meetings-unmark = Not here after all
meetings-mark-leaving = Leaves early
meetings-back-again = Still at the meeting

# --- moving, cancelling, ending ---
meetings-what-to-change =
    { $name }
    What should change?
meetings-change-time = Change the hour
meetings-change-place = Change where
meetings-cancel = Cancel the meeting
meetings-which-new-time =
    When is it to be?
    { -Pick } an evening, or type another day and time, for example: Friday 7:30 pm.
meetings-ask-move =
    Move { $name }?
    { $changes }
    { $again }
    { -Me } will send word. { $count ->
        [one] One was
       *[other] { $count } were
    } invited: { $reach }
meetings-asked-again = Whoever has answered will be asked again.
meetings-keep = Leave it as it was
meetings-move = Move and tell { $count }
meetings-move-told =
    It is moved, and word is on its way
    { $name }: { $starts }, at { $place }.
    { $count ->
        [one] One was
       *[other] { $count } were
    } invited: { $reach }
meetings-why-cancel =
    Why is { $name } off?
    Write a sentence, everyone will read it.
meetings-ask-cancel =
    Cancel { $name }?
    It was to be { $starts }. Reason: { $reason }
    { -Me } will send word. { $count ->
        [one] One was
       *[other] { $count } were
    } invited: { $reach } This cannot be taken back.
meetings-cancel-told =
    The meeting is off, and word is on its way
    { $name }
    { $count ->
        [one] One was
       *[other] { $count } were
    } invited: { $reach }
meetings-ask-end =
    End { $name }?
    { $counted } Present: { $present }.
    Check-in closes and the summary goes to { $invited ->
        [one] one person
       *[other] { $invited } people
    }.
meetings-ended =
    The meeting is over
    The summary of { $name } is on its way.
    The meeting stays under Follow meetings.

# --- the summary ---
meetings-summary =
    Summary: { $name }
    { $unit } met { $starts }.
    { $counted }
    Present: { $present }{ $late ->
        [0] { "" }
       *[other] , of them late: { $late }
    }{ $left ->
        [0] { "" }
       *[other] , left early: { $left }
    }.
    Absent with a reason { $excused }, without { $unexcused }.
meetings-counts-for-above =
    { $unit } has met: { $name }
    When: { $starts }
    { $counted }
    Present: { $present }{ $late ->
        [0] { "" }
       *[other] , of them late: { $late }
    }{ $left ->
        [0] { "" }
       *[other] , left early: { $left }
    }. Absent with a reason { $excused }, without { $unexcused }.
meetings-page-agenda = Agenda
meetings-page-counts = Attendance
meetings-page-votes = Votes
meetings-page-absences = Absences
meetings-page-closing = The meeting ended { $ended }.
meetings-row-invited = Invited
meetings-row-spared = Exempt from meetings, not there and not counted
meetings-row-base = Counted in the attendance
meetings-row-present = Present
meetings-row-late = Of them late
meetings-row-left = Of them left early
meetings-row-excused = Absent with a reason
meetings-row-unexcused = Absent without a reason
