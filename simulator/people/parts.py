"""Cutting what is too long for one message, as Telegram's apps do before they send it.

After the apps for Android: a part is cut near its end at an empty line if there is one, else at a
line's end, else after a sentence, else between two words, and only otherwise within a word.
"""

from __future__ import annotations

import re

from simulator.markup.text import units

LONGEST_TEXT = 4096  # UTF-16 units, as the apps count
LOOK_BACK = 300  # characters in which a good place for the cut is looked for
GOOD_PLACES = tuple(map(re.compile, (r"\n\n", r"\n", r"(?<=[.!?…])\s", r"\s")))


def parts(text: str) -> list[str]:
    """The messages one typed text becomes; none when there is nothing but white space."""
    found, rest = [], text.strip()
    while units(rest) > LONGEST_TEXT:
        end = _cut(rest)
        found.append(rest[:end].rstrip())
        rest = rest[end:].lstrip()
    return [*found, rest] if rest else found


def _cut(text: str) -> int:
    longest = _longest(text)
    for place in GOOD_PLACES:
        if cuts := list(place.finditer(text, longest - LOOK_BACK, longest + 1)):
            return cuts[-1].start()
    return longest


def _longest(text: str) -> int:
    """How many characters fit; most are one unit, some two."""
    end = min(len(text), LONGEST_TEXT)
    while units(text[:end]) > LONGEST_TEXT:
        end -= (units(text[:end]) - LONGEST_TEXT + 1) // 2
    return end
