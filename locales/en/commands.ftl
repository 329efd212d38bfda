# What the command line says.
commands-no-token = The bot has no token: please write SOTAY_TELEGRAM_TOKEN into .env.
commands-no-file = There is no file { $name }.
commands-newer-database = The database was written by a newer version ({ $revision }); please update the program.
commands-no-unit = There is no unit named { $name }.
commands-no-letters = Everyone has joined: there are no letters to print.
commands-nothing-written = Nothing was written.
commands-write-it = Write it?
commands-written = Written: { $new } new, { $changed } changed.
commands-letters-written = { $count } letters are in { $name }. Codes printed earlier and not used are void.
commands-list-source = List { $name }, { $day }
commands-roster-counts = { $unit }: { $new } new, { $changed } changed, { $unchanged } unchanged, { $rejected } rejected, { $skipped } rows that are not people.
commands-roster-changed = Row { $row }, { $name }: changed
commands-roster-rejected = Row { $row }, { $name }: rejected. { $reason }
commands-roster-note = Row { $row }, { $name }: { $note }
commands-roster-double = Rows { $rows }, { $names }: perhaps one person. { $why }
commands-roster-missing = { $name }, { $unit }: in the books, not in this list
commands-roster-columns = Columns not understood and left aside: { $names }
