"""Files by their names, as whoever sent them knows them."""

from collections.abc import Sequence
from functools import reduce

from handlers.dialog import File, Turn
from rules.words import Words, short, words

NAME = 40  # letters of a file's name on a screen
WITHOUT_NAME = {"photo": "lost.a_photo", "voice": "lost.a_voice"}


def files_of(turn: Turn) -> tuple[File, ...]:
    """What was sent, with what is held from before, the newest last, each once."""
    sent = (*turn.held, turn.file) if turn.file else turn.held
    return tuple({one.media_id: one for one in sent}.values())


def named(file: File) -> Words:
    """A file by its name; a picture or a spoken word has none."""
    if file.kind in WITHOUT_NAME:
        return words(WITHOUT_NAME[file.kind])
    return words("lost.a_file", name=short(file.name, NAME))


def all_named(files: Sequence[File]) -> Words:
    """Several files in a line."""
    return reduce(lambda some, one: words("lost.and_file", some=some, file=one), map(named, files))
