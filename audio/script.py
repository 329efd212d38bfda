"""The script: what will be said, line by line, and what cannot be said for certain."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache, reduce
from types import MappingProxyType
from typing import NamedTuple

from audio.expanding import Expansion, expand, find_expansions
from audio.spoken.abbreviations import speak_abbreviations, speak_foreign
from audio.spoken.accounts import speak_accounts
from audio.spoken.amounts import speak_amounts
from audio.spoken.codes import find_decisions, speak_codes
from audio.spoken.dates import speak_dates
from audio.spoken.doubtful import HELD_MARKS, release, settle_doubts
from audio.spoken.hours import speak_hours
from audio.spoken.layout import TOKEN, even, modern, speak_marks, speak_steps, tidy
from audio.spoken.letters import spell
from audio.spoken.patterns import HELD
from audio.spoken.phones import speak_phones
from audio.spoken.places import speak_places
from audio.spoken.roman import speak_roman
from audio.spoken.shares import speak_shares
from audio.spoken.shorthand import speak_shorthand
from audio.spoken.traced import Traced
from audio.syllables import is_syllable

NO_READINGS: Mapping[str, str] = MappingProxyType({})
Pairs = frozenset[tuple[str, str]]

# The order matters: what looks like two things is first tried as the longer, stricter one.
TOPICS = (
    speak_steps,
    speak_shorthand,
    speak_accounts,
    settle_doubts,
    speak_foreign,
    speak_phones,
    speak_places,
    speak_shares,
    speak_dates,
    speak_roman,
    speak_hours,
    speak_amounts,
    speak_abbreviations,
    speak_marks,
)

# A person's own reading is set aside under a private character, so that no topic touches it.
FIRST_PRIVATE = 0xE000
PRIVATE = re.compile("[\ue000-\uf0b6]")
MARKS_OF_OURS = re.compile("[\ue000-\uf0b6\ufdd0\ufdd1]")
# "i" is a sound but no word: alone and in capitals it is a Roman one without its context.
LONE_ROMAN = "I"
PUNCTUATION = f".,;:!?{HELD}"
CONTEXT = 30


class Flag(NamedTuple):
    """A token that is not certainly speakable: its line (from 1) and the words around it."""

    line: int
    token: str
    context: str


@dataclass(frozen=True, slots=True)
class Line:
    """One line as written and as spoken; `flagged` are the tokens nobody may guess, `expansions`
    where other words are said than are written."""

    source: str
    spoken: str
    flagged: tuple[str, ...] = ()
    expansions: tuple[Expansion, ...] = ()


@dataclass(frozen=True, slots=True)
class Script:
    """A text ready for a voice, unless something in it is flagged."""

    lines: tuple[Line, ...]

    @property
    def spoken(self) -> str:
        return "\n".join(line.spoken for line in self.lines if line.spoken)

    @property
    def flagged(self) -> tuple[Flag, ...]:
        return tuple(
            Flag(number, token, _around(line.source, token))
            for number, line in enumerate(self.lines, start=1)
            for token in line.flagged
        )


def make_script(
    text: str,
    readings: Mapping[str, str] = NO_READINGS,
    language: str = "vi",
    decisions: Mapping[str, str] = NO_READINGS,
) -> Script:
    """Turn writing into words for a voice, and flag every token that is not certainly speakable.

    `readings` are a person's own ("TU" -> "Tỉnh ủy"); they win over every rule and pass the gate.
    `decisions` are what QĐ numbers are in the texts heard with this one (`find_decisions` of all).
    English voices read their numbers themselves, so English is only composed and split into lines.
    """
    sources = unicodedata.normalize("NFC", text).splitlines()
    if language != "vi":
        return Script(tuple(Line(source, source.strip()) for source in sources))
    known = decisions or find_decisions("\n".join(sources))
    return Script(tuple(_speak(source, readings, known) for source in sources))


def kept_script(
    text: str, readings: Mapping[str, str], language: str, decisions: Mapping[str, str]
) -> Script:
    """`make_script`, remembered: an editor looks at the same items again and again, and after a
    change only what changed is worked out anew. A long one takes a tenth of a second."""
    return _kept(text, frozenset(readings.items()), language, frozenset(decisions.items()))


@lru_cache(maxsize=1024)
def _kept(text: str, readings: Pairs, language: str, decisions: Pairs) -> Script:
    return make_script(text, dict(readings), language, dict(decisions))


def expanded(line: Line) -> str:
    """The line as written with each expansion in brackets: "UBND [Ủy ban nhân dân] phường"."""
    return expand(line.source, line.expansions)


def hard_words(spoken: str) -> tuple[str, ...]:
    """The words of a person's reading that could not be said for certain either: a reading "BCVT"
    for "BCVT" helps nobody. A name like "Krông" is among them; only a person can vouch for it."""
    return tuple(flag.token for flag in make_script(spoken).flagged)


def spell_unknown(line: Line) -> str:
    """The spoken line with each flagged token spelled, for texts that must be audible anyway.

    Lower-case words stay as they are: an unknown word is better tried than spelled.
    """
    unknown = frozenset(line.flagged)

    def said(match: re.Match[str]) -> str:
        token = match[0].strip(PUNCTUATION)
        if token not in unknown or (token.isalpha() and token[1:].islower()):
            return match[0]
        return match[0].replace(token, spell(token))

    return TOKEN.sub(said, line.spoken)


def _speak(source: str, readings: Mapping[str, str], decisions: Mapping[str, str]) -> Line:
    names = sorted(readings, key=len, reverse=True)
    written = even(Traced(source).sub(MARKS_OF_OURS, " "))  # a mark of ours is nobody's writing
    text = tidy(_set_aside(written, names))
    text = speak_codes(text, readings, decisions)
    text = reduce(lambda said, topic: topic(said), TOPICS, text)
    unspeakable = _unspeakable(text)
    own = _own_spelling(unspeakable, written) if unspeakable else {}
    text = text.sub(PRIVATE, lambda mark: readings[names[ord(mark[0]) - FIRST_PRIVATE]])
    spoken = text.sub(HELD_MARKS, lambda mark: release(mark[0]))
    for token, word in own.items():
        spoken = spoken.sub(re.compile(re.escape(token)), word.replace("\\", r"\\"))
    flagged = tuple(own.get(token, token) for token in unspeakable)
    return Line(source, str(spoken), flagged, find_expansions(source, spoken))


def _set_aside(source: Traced, names: list[str]) -> Traced:
    for place, name in enumerate(names):
        alone = re.compile(rf"(?<![\w/-]){re.escape(name)}(?![\w/]|-\w)")
        source = source.sub(alone, chr(FIRST_PRIVATE + place))
    return source


def _unspeakable(text: str) -> list[str]:
    tokens = (match[0].strip(PUNCTUATION) for match in TOKEN.finditer(text))
    return [release(token) for token in tokens if token and not _is_speakable(token)]


def _own_spelling(tokens: list[str], source: str) -> dict[str, str]:
    """A word of two spellings is asked about, and found again, in the writer's own."""
    words = (one.strip(PUNCTUATION) for one in source.split())
    own = {str(modern(word)): word for word in words}
    return {token: own[token] for token in tokens if own.get(token, token) != token}


def _is_speakable(token: str) -> bool:
    return (is_syllable(token) and token != LONE_ROMAN) or PRIVATE.fullmatch(token) is not None


def _around(source: str, token: str) -> str:
    """The token with whole words before and after it."""
    place = max(source.find(token), 0)
    end = place + len(token)
    start, stop = max(0, place - CONTEXT), min(len(source), end + CONTEXT)
    if start and not source[start - 1].isspace():
        start = next((at for at in range(start, place) if source[at].isspace()), place)
    if stop < len(source) and not source[stop].isspace():
        stop = next((at for at in range(stop, end, -1) if source[at - 1].isspace()), end)
    return source[start:stop].strip()
