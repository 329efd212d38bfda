# How the handbook is: what sotay doctor says.
doctor-well = Everything is well.
doctor-to-do =
    { $count ->
        [one] One line with a ! needs a person.
       *[other] { $count } lines with a ! need a person.
    }
doctor-books = The database is whole, revision { $revision }.
doctor-no-books = There is no database yet: please read a member list with sotay import.
doctor-damaged = The database file is damaged: please stop the handbook and bring back a backup with sotay restore.
doctor-no-answer = The database does not answer ({ $kind }): please see whether its server runs.
doctor-older-books = The database is of an older version: please run sotay migrate.
doctor-newer-books = The database was written by a newer version ({ $revision }): please update the program.
doctor-paused = The handbook is paused after a restore: when you have looked, run sotay release.
doctor-stuck = A message should have gone on { $moment } and has not: is the handbook running?
doctor-late =
    { $count ->
        [one] One thing is due and not done: is the handbook running?
       *[other] { $count } things are due and not done: is the handbook running?
    }
doctor-waiting =
    { $count ->
        [one] One message waits to be sent.
       *[other] { $count } messages wait to be sent.
    }
doctor-held =
    { $count ->
        [one] One message is held since a restore, because it may have been sent: when you have looked, run sotay release (with --send-held if it certainly was not).
       *[other] { $count } messages are held since a restore, because they may have been sent: when you have looked, run sotay release (with --send-held if they certainly were not).
    }
doctor-uncertain =
    { $count ->
        [one] One message may not have arrived ({ $day } of the last day, { $week } of the last week, { $older } older). It is not sent again by itself: its sender can remind, or call.
       *[other] { $count } messages may not have arrived ({ $day } of the last day, { $week } of the last week, { $older } older). They are not sent again by themselves: their senders can remind, or call.
    }
doctor-failed =
    { $count ->
        [one] One message could not be sent and is not tried again: its sender sees it in the list and should call.
       *[other] { $count } messages could not be sent and are not tried again: their senders see them in the list and should call.
    }
doctor-broadcast-paused = Sending { $about } of { $moment } is paused, and { $count } people wait: please have its sender open the handbook and press Send on or Stop.
doctor-notice = a notice
doctor-meeting = an invitation to a meeting
doctor-poll = a poll
doctor-bulletin = a bulletin
doctor-broadcast = a message
doctor-journal = The database's journal: { $megabytes } MB.
doctor-journal-held = The database's journal has grown to { $megabytes } MB, because another program has had the database file open for reading for long: please close that program.
doctor-aside =
    { $count ->
        [one] One thing somebody sent could not be dealt with; they were told. Please look into the log for “update set aside”.
       *[other] { $count } things people sent could not be dealt with; they were told. Please look into the log for “update set aside”.
    }
doctor-unreachable = { $unit }: people whom no message reaches now: { $people }.
doctor-no-backup = There is no backup yet: please run sotay backup.
doctor-old-backup = The newest backup is old, of { $moment }: please run sotay backup and see why none was made last night.
doctor-open-backup = The newest backup is of { $moment }, not sealed.
doctor-sealed-backup = The newest backup is of { $moment }, sealed.
doctor-room = The disk has { $megabytes } MB free.
doctor-no-token = The bot has no token: please write SOTAY_TELEGRAM_TOKEN into .env.
doctor-fetched = Messages come in: the handbook asks the messenger for them.
doctor-brought = Messages come in: the messenger brings them (webhook).
doctor-pages = The pages to listen and download are opened by links.
doctor-no-public-url = There is no address for the pages to listen and download: put SOTAY_PUBLIC_URL into .env, or bulletins and files do not reach people on a messenger that takes no files.
doctor-no-web-port = Links to the pages lead nowhere yet: put SOTAY_WEB_PORT into .env.
doctor-open-public-url = SOTAY_PUBLIC_URL must begin with https://, or others can read the pages on their way.
doctor-no-voice = The built-in voice does not speak: please install again with make.
doctor-voices = The built-in voice speaks. Bulletins use the first voice that can read all of one: { $names }.
doctor-voice-not-installed = SOTAY_VOICES names { $name }, which is not installed: please run make extras EXTRAS={ $name }, or leave it out.
doctor-voice-not-whole = The Piper voice is not whole: please put { $file } in its place, or change SOTAY_PIPER_VOICE.
doctor-quota = Zalo bot { $bot }: { $spent } of { $monthly } messages this month, { $people } of { $most } people.
doctor-zalo-fetched = Zalo hands each message out only once, and one is lost when the machine stops just then: please write SOTAY_ZALO_WEBHOOK_URL into .env.
doctor-loudspeaker = The loudspeaker's folder takes files.
doctor-loudspeaker-waits = The { $month } bulletin is not in the loudspeaker's folder: run sotay loudspeaker to see why.
