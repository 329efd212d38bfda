# Backups: what the command line says.
backups-made = { $name } is saved and checked: { $rows } rows, { $files } files. It is not sealed; to seal backups, write SOTAY_BACKUP_KEY into .env.
backups-made-sealed = { $name } is saved, checked and sealed: { $rows } rows, { $files } files.
backups-not-copied = No backup could be made ({ $problem }); everything is as it was. Please see whether the disk has room and can be written.
backups-files-missing = { $count } files that the books name are not in the folder files, so this backup lacks them: please look for them in an earlier one.
backups-files-not-copied = The database is saved, but the files are not ({ $problem }). Please see whether the disk has room and can be written, then run sotay backup again.
backups-damaged-books = No backup could be made because the database file is damaged: please bring back an earlier one with sotay restore.
backups-no-program = This needs PostgreSQL's program { $name }: please install postgresql-client of the server's version.
backups-no-copy-before = The database is not updated, because it cannot be copied before: this needs PostgreSQL's program { $name }, please install postgresql-client of the server's version.
backups-other-version = Nothing could be saved: pg_dump here is version { $theirs }, the PostgreSQL server is { $servers }. Please install postgresql-client-{ $servers }.
backups-short-key = SOTAY_BACKUP_KEY needs { $letters } letters at least, so that nobody guesses it.
backups-needs-key = { $name } is sealed: please write the SOTAY_BACKUP_KEY it was made with into .env.
backups-wrong-key = { $name } cannot be opened: the passphrase is another one, or the file is not whole. Nothing was changed.
backups-unreadable = { $name } is not a whole backup of the handbook. Nothing was changed.
backups-not-restored = The backup could not be brought back ({ $problem }); everything is as it was.
backups-bot-runs = The handbook is running: please stop it before you restore.
backups-unsettled = The last restore was interrupted: please run sotay restore with that backup once more.
backups-not-paused = The handbook is not paused: there is nothing to release.
backups-released =
    { $count ->
        [one] The handbook sends again. One held message will not be sent; it counts as uncertain.
       *[other] The handbook sends again. { $count } held messages will not be sent; they count as uncertain.
    }
backups-released-sending =
    { $count ->
        [one] The handbook sends again, and with it one held message.
       *[other] The handbook sends again, and with it { $count } held messages.
    }
backups-poll-reason = The books came back from a backup of { $moment }; votes cast after it are gone. Please open the vote again.
backups-restored = { $name } is restored, made on { $moment }.
backups-kept-aside = The database before is kept at { $name }.
backups-files-back = { $count } pictures, voices and papers were put back.
backups-holding =
    { $count ->
        [one] The handbook is paused: one message is held and nothing is sent by itself. Everybody can look and answer.
       *[other] The handbook is paused: { $count } messages are held and nothing is sent by itself. Everybody can look and answer.
    }
backups-to-do = What needs a person:
backups-since = • Whatever was written after { $moment } is not in the books: look at somebody's phone to see what was sent. Who joined or left after it has to do so again.
backups-files-gone = • { $count } files that the books name were not found whole: the folder sotay-files must lie beside the backup, and SOTAY_BACKUP_KEY must be the passphrase it was made with. Run sotay restore again when you have them.
backups-codes-void =
    { $count ->
        [one] • One code to join is void: print a new letter with sotay letters.
       *[other] • { $count } codes to join are void: print new letters with sotay letters.
    }
backups-poll-cancelled = • { $unit }: the vote “{ $question }” is cancelled, because its hour to close has passed and votes are missing. Please open it again.
backups-poll-open = • { $unit }: the vote “{ $question }” is open. Who voted after the backup has to vote again.
backups-meeting-since = • { $unit }: the meeting “{ $title }” took place after the backup. Please take attendance again.
backups-then-release = When you have looked, run sotay release and the handbook sends again (with --send-held, what was held too).
