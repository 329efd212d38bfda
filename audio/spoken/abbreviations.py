"""Abbreviations from the table, and the few foreign words and names that people know."""

import re
from collections.abc import Iterable, Sequence
from functools import cache, partial
from typing import NamedTuple

from audio.spoken.patterns import HELD, around, before
from audio.spoken.traced import Traced
from audio.syllables import is_syllable
from audio.tables import read_pairs, read_rows

ALONE = rf"(?<![\w/{HELD}-])"
ENDS = r"(?![\w/]|-\w)"
WORD = re.compile(rf"{ALONE}[^\W\d_]+(?:[&-][^\W\d_]+)*{ENDS}")
SLASHED = re.compile(rf"{ALONE}([^\W\d_]{{3,}})/([^\W\d_]{{3,}}){ENDS}")
NUMBERED = re.compile(r"\b(?:mỗi|số)\s*$|\d\s*$", re.IGNORECASE)
JOINTS = re.compile(r"([&-])")
SPOKEN_JOINTS = {"&": " và ", "-": ", "}
# Two letters that are joined to others may be one abbreviation together with them ("QP-AN").
SHORTEST_JOINED = 3
# What one abbreviation becomes may be the context of another.
ROUNDS = 2


class Reading(NamedTuple):
    """What an abbreviation is, where the words around it fit; None fits everywhere."""

    spoken: str
    follows: re.Pattern[str] | None = None
    stands: re.Pattern[str] | None = None
    line: re.Pattern[str] | None = None
    unless: re.Pattern[str] | None = None

    @property
    def always(self) -> bool:
        return not any(self[1:])

    def fits(self, match: re.Match[str]) -> bool:
        text = match.string
        return not (
            (self.follows and not self.follows.match(text, match.end()))
            or (self.stands and not before(match, self.stands))
            or (self.line and not around(match, self.line))
            or (self.unless and around(match, self.unless))
        )


@cache
def abbreviations() -> frozenset[str]:
    """Every abbreviation the table knows, in whatever context."""
    return frozenset(_table())


def speak_abbreviations(text: Traced) -> Traced:
    """Say the abbreviations of `text` whose context fits, the longest first."""
    for pattern, spoken in _irregular():
        text = text.sub(pattern, partial(_set_apart, spoken))
    text = text.sub(SLASHED, _either)
    text = text.sub(WORD, _word)
    for _ in range(ROUNDS):
        text = text.sub(_contextual(), _in_context)
    return text


def speak_foreign(text: Traced) -> Traced:
    """Say the well-known foreign words and names of `text` the Vietnamese way."""
    words = read_pairs("foreign")
    text = text.sub(_highland_names(), lambda name: _names()[name[0].replace("’", "'")])
    return text.sub(_foreign(), lambda match: words[match[0].lower()])


def _set_apart(spoken: str, match: re.Match[str]) -> str:
    """ "TS.Nguyễn" is two words, although nobody wrote a blank."""
    following = match.string[match.end() : match.end() + 1]
    return f"{spoken} " if following.isalnum() else spoken


def _word(match: re.Match[str]) -> str:
    certain = _certain()
    if match[0] in certain:
        return certain[match[0]]
    parts = JOINTS.split(match[0])
    words = parts[::2]
    known = [word in certain and len(word) >= SHORTEST_JOINED for word in words]
    sayable = all(ok or is_syllable(word) for ok, word in zip(known, words, strict=True))
    if len(words) == 1 or not any(known) or not sayable:
        return match[0]
    return "".join(SPOKEN_JOINTS.get(part) or certain.get(part, part) for part in parts)


def _either(match: re.Match[str]) -> str:
    """ "thẻ BHYT/CCCD" is the one or the other."""
    certain = _certain()
    if match[1] not in certain or match[2] not in certain or before(match, NUMBERED):
        return match[0]
    return f"{certain[match[1]]}, {certain[match[2]]}"


def _in_context(match: re.Match[str]) -> str:
    fitting = (reading.spoken for reading in _table()[match[0]] if reading.fits(match))
    return next(fitting, match[0])


@cache
def _table() -> dict[str, tuple[Reading, ...]]:
    table: dict[str, tuple[Reading, ...]] = {}
    for written, spoken, *context in read_rows("abbreviations"):
        table[written] = (*table.get(written, ()), Reading(spoken, *_patterns(context)))
    return table


def _patterns(context: Sequence[str]) -> list[re.Pattern[str] | None]:
    shapes = (r"\s+(?:{})\b", r"\b(?:{}):?\s+$", r"\b(?:{})\b", r"\b(?:{})\b")
    return [
        re.compile(shape.format(words), re.IGNORECASE) if words else None
        for shape, words in zip(shapes, context, strict=False)
    ]


@cache
def _certain() -> dict[str, str]:
    return {
        written: readings[0].spoken
        for written, readings in _table().items()
        if len(readings) == 1 and readings[0].always
    }


@cache
def _irregular() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Those with marks, digits or blanks in them, the longest first."""
    written = [w for w in sorted(_certain(), key=len, reverse=True) if not WORD.fullmatch(w)]
    return tuple((_pattern(one), _certain()[one]) for one in written)


def _pattern(written: str) -> re.Pattern[str]:
    return re.compile(ALONE + re.escape(written) + ("" if written[-1] in ".:" else ENDS))


@cache
def _contextual() -> re.Pattern[str]:
    return _any_of(written for written in _table() if written not in _certain())


@cache
def _foreign() -> re.Pattern[str]:
    ends = rf"(?:(?=/[^\W\d_]{{2,}}(?!\w|\.\w|-\w))|{ENDS})(?!\.\w)"  # "kali/sào", but no address
    return _any_of(read_pairs("foreign"), re.IGNORECASE, ends)


@cache
def _names() -> dict[str, str]:
    return {name: _as_name(said) for name, said in read_pairs("highlands").items()}


def _as_name(said: str) -> str:
    """A lone I would be a Roman one."""
    return said if said.startswith("i ") else f"{said[0].upper()}{said[1:]}"


@cache
def _highland_names() -> re.Pattern[str]:
    return re.compile(_any_of(_names()).pattern.replace("'", "['’]"))


def _any_of(words: Iterable[str], flags: int = 0, ends: str = ENDS) -> re.Pattern[str]:
    one = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    return re.compile(rf"{ALONE}(?:{one}){ends}", flags)
