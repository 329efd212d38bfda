# Reading the day and hour people type: when it has to be asked again.

when-unclear = I am not sure which day and hour that is. Please write it like this: Friday 7:30 pm.
when-no-day = Please add the day. For example: Friday 7:30 pm.
when-no-hour = Please add the hour. For example: Friday 7:30 pm.
when-which-half = Is that { $hour } in the morning or { $hour } in the afternoon? Please add “am” or “pm”.
when-impossible = The calendar has no such day or hour. Please look at the numbers again.
when-weekday-differs = The date and the weekday do not agree. Please look at the calendar and write it again.
when-day-past =
    That has passed: { $day }.
    Please choose a day still to come.
when-moment-past =
    That has passed: { $at }.
    Please choose one still to come.
when-past = That moment has passed. Please choose one still to come.
when-too-far = That is more than a year away. Please choose a day closer to now.
