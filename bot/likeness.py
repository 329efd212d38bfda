"""How alike two sayings are, as people type: without accents, with habits of spelling, with
courtesies around the word that matters."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz import fuzz

# Words that say nothing about what somebody wants, without accents.
COURTEOUS = """
    toi tui cho xin muon a oi nhe voi lam on bac chau hay duoc khong vay nao cai the giup ban dum
    please i want to the an can you me
"""
COURTESIES = frozenset(COURTEOUS.split())
# Spellings that sound alike or stand in for one another in messages.
HABITS = (("ph", "f"), ("gi", "d"), ("z", "d"), ("x", "s"), ("y", "i"), ("k", "c"), ("qu", "w"))
TWICE = re.compile(r"([a-z])\1")


def plain(text: str) -> str:
    """Lower case without accents, dots or doubled spaces: how people really type."""
    text = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    letters = "".join(one for one in text if not unicodedata.combining(one))
    return " ".join(re.sub(r"[^\w\s]", " ", letters).split())


@dataclass(frozen=True)
class Phrase:
    """A plain text, ready to be compared with many others."""

    plain: str

    @cached_property
    def sound(self) -> str:
        """The text with its habits of spelling levelled."""
        return _level(self.plain)

    @cached_property
    def core(self) -> str:
        """The same without courtesies, unless nothing would be left."""
        words = [word for word in self.plain.split() if word not in COURTESIES]
        return _level(" ".join(words)) or self.sound


def likeness(said: Phrase, known: Phrase) -> float:
    """How likely `said` means `known`, up to 100: typing slips, another order of words, courtesies
    around it, or the known words inside a longer sentence."""
    return max(
        fuzz.ratio(said.sound, known.sound),
        fuzz.token_sort_ratio(said.sound, known.sound) - 3,
        fuzz.ratio(said.core, known.core) - 2,
        _inside(said.core, known.core),
    )


def _inside(said: str, known: str) -> float:
    """The more words stand around, the less they were meant as a command; least a single word."""
    if len(known) < 3 or f" {known} " not in f" {said} ":
        return 0
    around = said.count(" ") - known.count(" ")
    return 97 - (6 if " " in known else 12) * around


def _level(text: str) -> str:
    text = TWICE.sub(r"\1", text)
    for spelling, sound in HABITS:
        text = text.replace(spelling, sound)
    return text
