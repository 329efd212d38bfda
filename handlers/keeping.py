"""What a member wrote or sent and has not sent on yet: looked at again, or thrown away."""

from dataclasses import replace

from handlers.dialog import Choice, Routes, Screen, Turn
from handlers.naming import all_named
from rules.words import Words, short, words

routes = Routes("keeping")
A_PAGE = 50  # words of what is kept, on one screen
NAMED, SHOWN = 40, 70  # letters of what is kept, in a line and on its own screen
BRIEFLY, MANY = 16, 4  # letters in a line below so many others


def holds(turn: Turn, *names: str) -> bool:
    """Whether what is kept, and was sent last, is held by one of these handlers."""
    return turn.kept is not None and turn.kept.at[0] in names


@routes.on
async def show(turn: Turn) -> Screen:
    """What is kept, and the two things that can become of it."""
    if turn.kept is None:
        return Screen("keeping.nothing")
    choices = (Choice("keeping.go_on", go_on), Choice("keeping.throw_away", throw_away))
    return Screen("keeping.kept", {"gist": _gist(turn, SHOWN)}, choices)


@routes.on
async def read(turn: Turn, page: int) -> Screen:
    """All the words that are kept, a screen at a time; Back leads to where they are held."""
    from handlers.lost import place  # which leads home, and home leads here

    if turn.kept is None:
        return await show(turn)
    said = turn.kept.words.split()
    text = " ".join(said[page * A_PAGE : (page + 1) * A_PAGE])
    more = (Choice("keeping.read_on", read, page + 1),) if len(said) > (page + 1) * A_PAGE else ()
    return Screen("keeping.whole", {"text": text}, more, back=place(*turn.kept.at) or show)


@routes.on
async def go_on(turn: Turn) -> Screen:
    """Asks where it is held, so that the switchboard hands it over there."""
    from handlers.lost import place  # which leads home, and home leads here

    held = place(*turn.kept.at) if turn.kept else None
    return replace(await show(turn), choices=(), asks=held) if held else await show(turn)


@routes.on
async def throw_away(turn: Turn) -> Screen:
    """Nobody gets it."""
    if turn.kept is None:
        return await show(turn)
    return Screen("keeping.thrown_away", {"gist": _gist(turn, NAMED)})


def line(turn: Turn, others: int) -> Words | None:
    """What is kept, as one of the things that wait at home; in few words below many others."""
    if turn.kept is None:
        return None
    return words("keeping.line", gist=_gist(turn, NAMED if others < MANY else BRIEFLY))


def _gist(turn: Turn, longest: int) -> str | Words:
    kept = turn.kept
    if kept is None:
        return ""
    said = short(" ".join(kept.words.split()), longest)
    if not kept.files or (said and longest == BRIEFLY):
        return words("keeping.words", text=said)
    files = all_named(kept.files)
    return words("keeping.words_and_files", text=said, files=files) if said else files
