"""Files by their names, as whoever sent them knows them."""

from collections.abc import Sequence
from functools import reduce

from handlers.dialog import File, Turn
from rules.words import Words, short, words

NAME, ONE_OF_SEVERAL = 40, 20  # letters of a file's name on a screen
NAMED = 2  # so many of several are named before a number says the rest
MOST_HELD = 10  # files that are kept until it is said what they are for
WITHOUT_NAME = {"photo": "lost.a_photo", "voice": "lost.a_voice"}


def files_of(turn: Turn) -> tuple[File, ...]:
    """What was sent, with what is held from before, the newest last, each once; what comes when
    so many are held is not among them."""
    sent = (*turn.held, turn.file) if turn.file else turn.held
    return tuple({one.media_id: one for one in sent}.values())[:MOST_HELD]


def named(file: File, longest: int = NAME) -> Words:
    """A file by its name; a picture or a spoken word has none."""
    if file.kind in WITHOUT_NAME:
        return words(WITHOUT_NAME[file.kind])
    return words("lost.a_file", name=short(file.name, longest))


def all_named(files: Sequence[File]) -> Words:
    """Several files in a line: the first by name, the others by their number."""
    if len(files) == 1:
        return named(files[0])
    names = [named(file, ONE_OF_SEVERAL) for file in files[:NAMED]]
    line = reduce(lambda some, one: words("lost.and_file", some=some, file=one), names)
    more = len(files) - NAMED
    return words("lost.and_more_files", some=line, count=more) if more > 0 else line
