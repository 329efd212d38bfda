"""A case's long story on small screens."""

from collections.abc import Sequence
from dataclasses import dataclass

from rules.feedback import Case, Said
from rules.words import Words, short, words

PART = 36  # words of a message on a screen of its own, below who said it and when
SCREEN = 60  # words a screen has room for
STANDING = 18  # of which so many say which case it is and how it stands, without the names in it
HELPING = 6  # and so many that somebody wrote it down
BESIDE = 10  # words a line takes besides its text and its author: the date, a mention of a file
FOLLOWING = 4  # words that say how many follow
LEAST = 4  # fewer words of a long message are not worth showing
LONGEST_WORD = 100


@dataclass(frozen=True)
class Part:
    """A piece of a message that fits on a screen; `first` when the message begins with it."""

    said: Said
    text: str
    first: bool


def parts(said: Sequence[Said]) -> list[Part]:
    """Everything that was said, in pieces that each fit on a screen, the oldest first."""
    return [
        Part(one, " ".join(split[start : start + PART]), start == 0)
        for one in said
        for split in (_words(one.text),)
        for start in range(0, max(len(split), 1), PART)
    ]


def room(case: Case) -> int:
    """How many words are left on the screen of a case for what was said in it."""
    names = f"{case.member_name} {case.member_unit} {case.unit_name}".split()
    helper = (case.entered_by_name or "").split()
    return SCREEN - STANDING - len(names) - (HELPING + len(helper) if helper else 0)


def newest(said: Sequence[Said], left: int) -> tuple[list[tuple[Said, str]], bool]:
    """What was said last, with as much text as fits into `left` words, the oldest first; and
    whether that is everything."""
    shown: list[tuple[Said, str]] = []
    whole = True
    for one in reversed(said):
        left -= BESIDE + len(one.author_name.split())
        split = _words(one.text)
        if shown and left < min(LEAST, len(split)):
            return shown, False
        cut = split[: max(left, LEAST)]
        whole = whole and len(cut) == len(split)
        shown.insert(0, (one, " ".join(cut) + ("…" if len(cut) < len(split) else "")))
        left -= len(cut)
    return shown, whole


def gist(said: Said, limit: int) -> str | Words:
    """What a message is about, in at most `limit` letters."""
    return short(said.text, limit) if said.text else said.body


def beginning(text: str, most: int) -> str | Words:
    """As much of a text as `most` words hold, and how many words follow."""
    split = _words(text)
    if len(split) <= max(most, LEAST):
        return " ".join(split)
    shown = split[: max(most - FOLLOWING, LEAST)]
    return words("feedback.beginning", text=" ".join(shown), count=len(split) - len(shown))


def _words(text: str) -> list[str]:
    """The words of a text; one without an end is cut where a line would be."""
    return [
        word[start : start + LONGEST_WORD]
        for word in text.split()
        for start in range(0, len(word), LONGEST_WORD)
    ]


def whose(own: int, below: int) -> Words:
    """How many cases wait for a leader's own answer, and how many for those below."""
    if not below:
        return words("feedback.own_open", count=own)
    key = "feedback.own_and_below" if own else "feedback.only_below"
    return words(key, count=own, below=below)
