# Words and files that are kept and have not been sent.
keeping-see = See what is kept
keeping-line = • Not sent yet: { $gist }
keeping-words = “{ $text }”
keeping-words-and-files = “{ $text }”, with { $files }
keeping-kept =
    { -Me } is keeping this, and nobody has got it:
    { $gist }
    Would you like to go on, or throw it away?
keeping-read-all = See all the words
keeping-read-on = Show more
keeping-whole =
    What { -you } wrote, not sent yet:
    { $text }
keeping-go-on = Go on
keeping-throw-away = Throw it away
keeping-thrown-away =
    Thrown away: { $gist }
    Nobody got any of it.
keeping-nothing =
    Nothing unsent is kept any more.
    If you want to say something, { -press } Go back and write it anew.
