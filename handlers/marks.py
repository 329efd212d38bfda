"""What is to be known of a handler before it is run: said where it is registered.

Whoever reads what people type asks these marks, so that a new question behaves like its likes
without being named anywhere else.
"""

from enum import Flag, auto


class Mark(Flag):
    """Marks of one handler, joined by "|"."""

    NONE = 0

    # Of whom it is for.
    STRANGERS = auto()  # also for those who have not joined
    LEADERS = auto()  # a command only offered to those who lead a unit

    # Of screens.
    LIVES = auto()  # a pure look, drawn anew while it stands open
    LOOKS = auto()  # as a message's first button it leads to more, and answers nothing
    WHOLE = auto()  # a button with it leads on from its message, which its word opens
    BRACKETED = auto()  # shows a script, with what is said in brackets

    # Of commands.
    AT_ONCE = auto()  # not to be come to by a slip: only its exact words mean it

    # Of answers: how what is typed is taken.
    OWN_WORDS = auto()  # at once, whatever it is: a command's name is asked about first
    NO_NUMBER = auto()  # a bare number says nothing here, in what others will read
    LISTED = auto()  # beside a list: a number that is none of it is no answer either
    DIGITS = auto()  # somebody's secret digits, and no code of a check-in
    ENTRY = auto()  # nothing that is wanted here is called as a command is
    SEARCHES = auto()  # for a name: a command's exact words mean the command

    # Of answers that are only shown, and asked what should become of them.
    HOLDS = auto()
    FLEETING = auto()  # answered at once: nothing of it is kept
    WITH_FILES = auto()  # all files sent so far go with what comes now
    AS_IT_LEAVES = auto()  # shows words and file as they will be sent
    ADDS = auto()  # what comes is put to what is held, not in its place
    LASTS = auto()  # outlasts what she does in between: Home names it until it is sent or gone

    # What often goes together.
    LEAVES = OWN_WORDS | NO_NUMBER  # own words that go to somebody at once
    LETTER = HOLDS | LISTED | WITH_FILES | AS_IT_LEAVES | LASTS  # looked at before they go
