# Reading the member list: what is said back to whoever sent it.

members-roster-unreadable = I could not open the file { $name } yet. Please save it as an Excel file (.xlsx) and send it again.
members-roster-too-big = The file { $name } is bigger than a member list usually is. Please send the list alone.
members-roster-empty = The file { $name } has no rows yet. Please check that it is the file you meant to send.
members-roster-no-header = I have not found the row of column headings. The list needs one with “Full name” and “Branch”.
members-roster-no-status-column = The list has no column for standing, so everyone is taken as a full member.

members-roster-no-name = This row has no name yet.
members-roster-no-unit = This row does not say which { -branch }.
members-roster-formula = The name is a formula; please type it as text.
members-roster-unit-formula = The { -branch } is a formula; please type it as text.
members-roster-name-too-long = The name is longer than { NUMBER($limit, useGrouping: 0) } letters; something else may be mixed in.
members-roster-status-unknown = I do not know the standing “{ $text }” yet.
members-roster-duplicate = This row is the same as row { $row }, so it is taken once.
members-roster-same-person = Same name and card as row { $row } with other details; the earlier row is kept.
members-roster-card-taken = Card { $card } already belongs to { $name } in row { $row }; please check whose it is.

members-roster-name-hidden = The name had hidden characters, which were taken out.
members-roster-name-marks = The name has unusual marks, kept as they are in the list.
members-roster-year-only = { $column }: only the year { $text } is known.
members-roster-date-unclear = { $column }: I could not read “{ $text }” as a date, so it is kept as text.
members-roster-date-impossible = { $column }: the calendar has no “{ $text }”, so it is kept as text.
members-roster-date-ahead = { $column }: “{ $text }” is still to come, so it is kept as text.
members-roster-role-unknown = I do not know the office “{ $text }” yet, so it is left empty.
members-roster-status-empty = The standing is empty, so this is taken as a full member.
members-roster-sex-unclear = I could not read “{ $text }” as male or female, so it is left empty.
members-roster-phone-unclear = “{ $text }” does not look like a phone number, so it is kept as text.
members-roster-phone-shared = Shares a phone number with { $name } in row { $row }.
members-roster-same-name = Has the same name as row { $row } in { $unit }; each row is taken as a person of its own.

members-roster-double-born = Same name and birthday; this may be one person.
members-roster-double-phone = Same name and phone; this may be one person.

members-roster-row-of-sheet = { $row } of sheet “{ $sheet }”
members-roster-on-two-sheets = Same name, birthday and { -branch } as row { $row }; the earlier row is kept.
members-roster-no-sheet = The file has no sheet “{ $sheet }”. Sheets with rows: { $sheets }.
members-roster-column-untitled = column { $letter } (without a heading)
