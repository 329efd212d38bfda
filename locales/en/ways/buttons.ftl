# Where there are buttons.
-press = press
-Press = Press
-pick = press
-Pick = Press
-pick-of = press
-press-below = press the button below
-always-there = The four big buttons at the bottom are always there.
-pick-out = press
