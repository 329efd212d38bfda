"""What leaves the list and the question that stand: a number that is none of the choices, a heart
in the middle of a vote, a look at something from which one goes on.

What could be chosen before is shown once more, under the same numbers.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime

from bot.doors import Incoming
from bot.routing import Call, Switches
from handlers.dialog import Choice, Screen
from handlers.marks import Mark
from rules.messages import Route
from rules.sharing import IDLE
from rules.words import Words, short, words
from storage.conversations import Conversation

CAST_FIRST = "polls.cast_first"
FRONTS = ("home.home", "home.start", "home.thanks", "joining.welcome")
BARE = re.compile(r"(?:\d[ .]*){1,6}")  # "2", "51.", "24 68": longer ones may be a telephone's
FOUR = re.compile(r"(?:\d[ .\-]*){4}")
QUOTED = 90  # letters of what stands, said once more
WRONG_NUMBER, WORDS_WANTED, BESIDE = "lost.wrong_number", "lost.words_wanted", "lost.beside"


def digits_in(incoming: Incoming, call: Call, front: bool) -> str:
    """The number of a message that holds somebody's digits, or may: typed where a shared phone asks
    who is there (`front`), before any name. "" for any other."""
    four = front and FOUR.fullmatch(incoming.words.strip()) is not None
    secret = Mark.DIGITS in call.marks or four
    return str(incoming.number) if secret and incoming.number else ""


def cooled(talk: Conversation, front: bool, now: datetime) -> Conversation:
    """What a shared phone asked before any name was proved is asked no more once it lay idle:
    whoever types now may be another, and mean another thing."""
    idle = front and talk.shown_at is not None and now - talk.shown_at > IDLE
    return replace(talk, asks=None) if idle else talk


def of_a_number(number: int | None, words: str, asked: Call | None, choices: int) -> Route | None:
    """Where a number leads that none of the `choices` has: None where it may be the answer.
    `words` as they were typed, `number` if they are one of a list, `asked` who takes the answer."""
    if asked and Mark.NO_NUMBER in asked.marks:
        return (WORDS_WANTED,) if number is not None or BARE.fullmatch(words.strip()) else None
    if number is None or not choices or (asked and Mark.LISTED not in asked.marks):
        return None
    return (WRONG_NUMBER, choices)


def of_an_option(said: str, asked: Call | None, options: Mapping[str, int]) -> Route | None:
    """Where the plain name of one of the usual options leads that is typed as one's own view."""
    if asked is None or asked.name != "polls.take_comment" or said not in options:
        return None
    return ("polls.which_option", *asked.args, options[said])


def of_a_face(asked: Call | None, talk: Conversation) -> Route | None:
    """Where something without words leads that comes in the middle of a list or a question: None
    where nothing stands open, or whoever asked answers it."""
    if asked:
        # the others ask again themselves, and say for what
        no_answer = Mark.LEAVES in asked.marks or Mark.DIGITS in asked.marks
        return (BESIDE,) if no_answer else None
    at_home = (talk.place or [""])[0] in FRONTS
    return (BESIDE,) if talk.choices and not at_home else None


def in_between(screen: Screen, call: Call, talk: Conversation, switches: Switches) -> Screen:
    """A screen that leaves what stands, with the choices of it: said in between, or a look that was
    chosen from a list where nothing is asked. Any other as it is."""
    from_the_list = [*call.route] in [route for _, route in talk.choices or ()]
    alone = screen.goes_on and not (screen.choices or screen.asks)
    looks = alone and from_the_list and not talk.asks
    if not (screen.stays or looks):
        return screen
    back = switches.find(talk.back or ())
    before = (back.handler, *back.args) if back else None
    choices = tuple(_once_more(talk, switches))
    if screen.key == BESIDE:
        screen = replace(screen, values={**screen.values, "standing": _standing(talk)})
    return replace(screen, stays=True, choices=choices, back=screen.back or before)


def _standing(talk: Conversation) -> Words | str:
    """What the choices are about: the first line of what stands; unless something was said in
    between already, which names it just above."""
    first = (talk.shown_text or "").partition("\n")[0]
    between = (talk.place or [""])[0].startswith("lost.")
    return "" if between or not first else words("lost.standing", text=short(first, QUOTED))


def _once_more(talk: Conversation, switches: Switches) -> Iterator[Choice]:
    """All that stood there, so that each has its number; nothing when some of it is gone."""
    found = [(label, switches.find(route)) for label, route in talk.choices or ()]
    for label, call in found if all(call for _, call in found) else ():
        if call:
            yield Choice("lost.as_it_is", call.handler, *call.args, text=label)
