"""What answers nothing: a number that is none of the choices, a heart in the middle of a vote.

It takes nothing away either: what was asked stays, and what could be chosen is shown once more.
"""

import re

from bot.carrying import NO_NUMBERS, OWN_WORDS
from bot.routing import Call
from rules.messages import Route
from storage.conversations import Conversation

CAST_FIRST = "polls.cast_first"
# What is typed here is somebody's digits, and no code of a check-in.
SECRET = ("sharing.take_pin", "sharing.take_own_pin", "sharing.take_new_pin", "polls.cast_by")
# Of these, and of the last look at a vote, a sticker or a heart is no answer at all. Others ask
# again themselves, and say for what.
NO_FACES = (*OWN_WORDS, *SECRET, "joining.take_year", CAST_FIRST)
FRONTS = ("home.home", "home.start", "home.thanks", "joining.welcome")
BARE = re.compile(r"(?:\d[ .]*){1,6}")  # "2", "51.", "24 68": longer ones may be a telephone's
WRONG_NUMBER, WORDS_WANTED, BESIDE = "lost.wrong_number", "lost.words_wanted", "lost.beside"


def of_a_number(number: int | None, words: str, asked: Call | None, choices: int) -> Route | None:
    """Where a number leads that none of the `choices` has: None where it may be the answer.
    `words` as they were typed, `number` if they are one of a list, `asked` who takes the answer."""
    if asked and asked.name in OWN_WORDS:
        return (WORDS_WANTED,) if number is not None or BARE.fullmatch(words.strip()) else None
    if number is None or not choices or (asked and asked.name not in NO_NUMBERS):
        return None
    return (WRONG_NUMBER, choices)


def of_a_face(asked: Call | None, talk: Conversation) -> Route | None:
    """Where something without words leads that comes in the middle of a list or a question: None
    where nothing stands open, or whoever asked answers it."""
    if asked:
        return (BESIDE,) if asked.name in NO_FACES else None
    at_home = (talk.place or [""])[0] in FRONTS
    return (BESIDE,) if talk.choices and not at_home else None
