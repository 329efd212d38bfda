"""Abbreviations from the table, and the few foreign words that people know."""

import re
from functools import cache
from typing import NamedTuple

from audio.spoken.patterns import HELD
from audio.spoken.traced import Traced
from audio.tables import read_pairs, read_rows


class Rule(NamedTuple):
    pattern: re.Pattern[str]
    spoken: str


@cache
def abbreviations() -> frozenset[str]:
    """Every abbreviation the table knows, in whatever context."""
    return frozenset(row[0] for row in read_rows("abbreviations"))


def speak_abbreviations(text: Traced) -> Traced:
    """Say the abbreviations of `text` whose context fits, the longest first."""
    for rule in _rules():
        text = text.sub(rule.pattern, rule.spoken)
    return text


def speak_foreign(text: Traced) -> Traced:
    """Say the well-known foreign words of `text` the Vietnamese way."""
    words = read_pairs("foreign")
    return text.sub(_foreign(), lambda match: words[match[0].lower()])


@cache
def _rules() -> tuple[Rule, ...]:
    rows = sorted(read_rows("abbreviations"), key=lambda row: -len(row[0]))
    return tuple(Rule(_pattern(*row), row[1]) for row in rows)


def _pattern(written: str, _spoken: str, follows: str = "", stands: str = "") -> re.Pattern[str]:
    after = rf"(?=\s+(?:{follows})\b)" if follows else ""
    ahead = rf"(?<=\b{stands} )" if stands else ""
    end = "" if written[-1] in ".:" else r"(?![\w/]|-\w)"
    return re.compile(rf"(?<![\w/{HELD}-]){ahead}{re.escape(written)}{end}{after}")


@cache
def _foreign() -> re.Pattern[str]:
    words = "|".join(re.escape(w) for w in sorted(read_pairs("foreign"), key=len, reverse=True))
    return re.compile(rf"(?<![\w/{HELD}-])(?:{words})(?![\w/]|-\w)", re.IGNORECASE)
