# Where there are none: words are sent, numbers choose.
-press = send
-Press = Send
-pick = choose
-Pick = Choose
-pick-of = choose
-press-below = choose below
-always-there = The four words below can always be sent.
-pick-out = choose
