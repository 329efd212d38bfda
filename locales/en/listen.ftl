# The page to listen, look and download: opened by the link the handbook sends in a message.
listen-bulletin = Bulletin for { $month }
listen-screen = Hear the message
listen-recording = Hear the recording
listen-lasts = It lasts { $length }.
listen-seconds = { $seconds } { $seconds ->
    [one] second
   *[other] seconds
}
listen-minutes = { $minutes } { $minutes ->
    [one] minute
   *[other] minutes
}
listen-minutes-seconds = { $minutes } { $minutes ->
    [one] minute
   *[other] minutes
} { $seconds } { $seconds ->
    [one] second
   *[other] seconds
}
listen-player = Buttons to listen
listen-play = Listen
listen-pause = Pause
listen-back = Back 15 seconds
listen-speed = How fast it is read
listen-slower = Slow
listen-as-read = Normal
listen-faster = Fast
listen-then-say-so = When { -you } have heard it, please go back to the message and choose I have listened.
listen-items = Listen item by item
listen-starts = From { $at }, lasts { $length }.
listen-play-item = Listen to item { $number }
listen-pause-item = Pause item { $number }
listen-one-item = Item { $number }
listen-read-item = Read item { $number }
listen-in-words = Read the text
listen-photo = Picture
listen-photo-sent = The picture that goes with the message
listen-see-large = See it larger
listen-document = A paper for { -you }
listen-download = Download it
listen-calendar = Meeting for the calendar
listen-to-calendar = Put it in the calendar
listen-its-name = Name
listen-its-kind = Kind
listen-its-size = Size
listen-kind-pdf = PDF file, to read and to print
listen-kind-calendar = A meeting for the phone's calendar
listen-kind-text = Text file
listen-kind-word = Word document
listen-kind-sheet = Excel sheet
listen-kind-other = Other file
listen-kilobytes = Small, about { $count } KB
listen-megabytes = About { $count } MB
listen-until = This page opens until { $until }. Whoever has the link can open it: please do not send it to strangers.
listen-gone = This page does not open any more
listen-ask-again = Please open the handbook in the messages and ask once more. It sends a new link at once.
listen-busy = The handbook is busy for a moment
listen-come-back = Please wait a minute and open this page again.
